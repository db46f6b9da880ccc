"""What a head says in boxes: values below a row of their labels, or lines of one box that begin with theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors._meeting_seen import DATE_LABELS, Seen
from extractors._venue import HOUSE, MAX_WORDS, is_house
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

_HEAD = 8
"""Blocks that such a box may be, at most."""
_ASKED = frozenset({*DATE_LABELS, "place", "body", "end"})
_LABELS_LEAST = 2
_LINES_LEAST = 3
"""Labels that a row of nothing else has, and lines with labels that make a box, at least."""
_CALL = expression("meeting_boxes.call", re.NOFLAG)
_CUT_SHORT = 3
"""Words of what a value that ends in a comma goes on with below, at most."""


def boxed(document: Document, lexicon: Lexicon, seen: Seen) -> None:
    """Day, hours and place out of such boxes."""
    for meaning, value, block in _values(document, lexicon):
        if meaning == "place":
            seen.venue = seen.venue or value
        elif meaning == "end":
            seen.end = seen.end or (dates.clock(f"kl {value}", cue=False) or (None,))[0]
        elif meaning in DATE_LABELS:
            day = next((found for found in dates.find(value) if found.day), None)
            if day:
                seen.date(0.96, value[day.start : day.end], block.place(), block.index, f"row {meaning}")
            rest = value[: day.start] + " " + value[day.end :] if day else value
            seen.clock(rest if day or meaning == "time_place" else f"kl {rest}", cue=False)


def body_in_box(document: Document, lexicon: Lexicon) -> str | None:
    """The body out of such a box; None where none names it."""
    return next((value for meaning, value, _ in _values(document, lexicon) if meaning == "body"), None)


def _values(document: Document, lexicon: Lexicon) -> Iterator[tuple[str, str, Block]]:
    """Meaning, value and block of every label in such boxes that is asked for here."""
    for block in document.blocks[:_HEAD]:
        cells = [cell.text for cell in block.lines[0].cells] if block.role is Role.ROW else []
        for cell in cells:
            if place := _below_hours(cell):
                yield "place", place, block
        if len(cells) == 1:
            lines = [_labelled(line, lexicon) for line in cells[0].split("\n")]
            if sum(bool(meaning) for meaning, _ in lines) >= _LINES_LEAST:
                yield from ((meaning, value, block) for meaning, value in lines if meaning in _ASKED)
            continue
        meanings = [_meaning(cell, lexicon) for cell in cells]
        if len(cells) < _LABELS_LEAST or not all(meanings) or block.index + 1 >= len(document.blocks):
            continue
        below = document.blocks[block.index + 1]
        values = [cell.text.replace("\n", " ").strip() for cell in below.lines[0].cells]
        if below.role is not Role.ROW or len(values) != len(cells) or any(_meaning(v, lexicon) for v in values):
            continue
        for meaning, value in zip(meanings, values, strict=True):
            if value:
                yield meaning, _whole(value, below, document), below


def _below_hours(cell: str) -> str | None:
    """A house, a room or a call alone on the last line of a cell, below the day and the hours."""
    *above, last = (line.strip() for line in cell.split("\n"))
    day = next((at for at, line in enumerate(above) if any(found.day for found in dates.find(line))), None)
    if day is None or not any(dates.clock(line, cue=True) for line in above[day:]) or dates.clock(last, cue=True):
        return None
    named = HOUSE.search(last) or is_house(last) or _CALL.search(last)
    return last if named and ":" not in last and len(last.split()) <= MAX_WORDS else None


def _meaning(label: str, lexicon: Lexicon) -> str:
    """What a label means, by the whole of it or one of the words it lists ("Styre, råd, utval mv."); "" if nothing asked."""
    if any(c.isdigit() for c in label):
        return ""
    for part in (label, *re.split(r",\s*", label)):
        meaning = known_label(part.replace("\n", " ").strip(" :."), lexicon)[:1]
        if meaning and meaning[0] in _ASKED:
            return meaning[0]
    return ""


def _labelled(line: str, lexicon: Lexicon) -> tuple[str, str]:
    """What the first word or two of a line mean as a label, and what stands behind; two empty strings if nothing."""
    words = line.split()
    for length in (2, 1):
        meaning = known_label(" ".join(words[:length]).strip(" :"), lexicon)[:1] if len(words) > length else ()
        if meaning:
            return meaning[0], " ".join(words[length:])
    return "", ""


def _whole(value: str, block: Block, document: Document) -> str:
    """A value that ends in a comma with the short line below its row, which goes on with it."""
    if not value.endswith(",") or block.index + 1 >= len(document.blocks):
        return value.rstrip(" ,")
    rest = document.blocks[block.index + 1]
    goes_on = not rest.label and len(rest.lines) == 1 and len(rest.text.split()) <= _CUT_SHORT
    return f"{value} {rest.text}" if goes_on else value.rstrip(" ,")
