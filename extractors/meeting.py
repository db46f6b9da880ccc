"""The meeting itself: body, date, times, place and number, from title, labels, prose, running heads and file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import _running_head
from extractors._helpers import says_minutes, value_start
from extractors._meeting_boxes import boxed
from extractors._meeting_foot import ended
from extractors._meeting_line import CALL, left_of_line
from extractors._meeting_number import number_of
from extractors._meeting_place import barred, where
from extractors._meeting_seen import DATE_LABELS, Seen
from extractors._meeting_series import of_series
from extractors._meeting_tidied import tidied
from extractors._meeting_titled import dated_titles
from extractors._meeting_told import opened, prose, told
from extractors._other_days import of_another_act
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role, When

KINDS = {Kind.MINUTES, Kind.NOTICE}
ROUND = 1
_HEAD = 24
_WHEN_OR_WHERE = tuple((meaning,) for meaning in (*DATE_LABELS, "place"))
_NO_PLACE = (*((meaning,) for meaning in DATE_LABELS), ("chair",), ("minute_taker",), ("end",))
"""What labels beside each other mean, that are no value of the one before."""
_BELOW = 1
"""Blocks below the lists of names in which sentences may tell when and where they met, where no matter is known."""
_APART = 4
"""Blocks from which on two lists of names are not of one head."""
_FOREWORD = 40
"""Blocks before the first item, at most, whose sentences may say when the meeting was held."""
_OF_A_LETTER = 0.7
"""What a labelled date is worth that stands among the references of a letter."""
_DAY_BESIDE = expression("meeting.day_beside")
_DAY_TO_DAY = expression("meeting.day_to_day")
_WITHIN = re.compile(r"(?<!\S)(?=([A-ZÆØÅ][^\W\d]*(?:\s[^\W\d]+)?\.?)\s?:)")
"""A label in the midst of a line: two columns of a letter's head that recognition took for one."""
_CLOSED = expression("meeting.closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """One meeting; `when` resolves to its date, with its end for meetings of several days."""

    collection = "meeting"
    body: str | None = None
    when: When | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    number: str | None = None
    closed: bool = False

    def record(self) -> Record:
        """The contract's meeting."""
        return {
            "date": self.when.value.isoformat() if self.when and self.when.value else None,
            "end_date": self.when.end.isoformat() if self.when and self.when.end else None,
            "start": self.start,
            "end": self.end,
            "place": self.venue,
            "number": self.number,
            "closed": self.closed,
        }


def extract(document: Document, lexicon: Lexicon) -> Iterator[Meeting | Issue]:
    """Exactly one meeting, with whatever of it was found."""
    seen = Seen()
    boxed(document, lexicon, seen)
    blocks = document.blocks
    first_item = min((i.first for i in document.items if i.first is not None), default=len(blocks))
    for block in blocks[: max(first_item, min(_HEAD, len(blocks)))]:
        if (block.index >= first_item and block.index > 6) or (block.index and _heads_next(block, lexicon)):
            break
        _labelled(document, block, lexicon, seen)
    head = min(first_item, _below_lists(blocks, lexicon))
    dated_titles(document, head, lexicon, seen)
    told(blocks[: min(first_item, _FOREWORD)], lexicon, seen)
    if seen.when is None and head < first_item:
        dated_titles(document, first_item, lexicon, seen)
    for worth, written, place in _running_head.dates_of(document, lexicon):
        seen.date(worth, written, place, 0, "running head")
    ended(document, head, lexicon, seen)
    if seen.when is None:
        opened(blocks[: min(first_item, _HEAD)], lexicon, seen)
    told_until = first_item if document.items else min(first_item, head + _BELOW)
    barred(document, told_until, lexicon, seen)
    prose(document, told_until, lexicon, seen)
    of_series(document, seen)
    where(document, told_until, lexicon, seen)
    left_of_line(document, lexicon, seen)
    number = number_of(document, first_item, lexicon)
    closed = any(_CLOSED.search(b.text) for b in blocks[:first_item])
    worth, when, place, at, rule = seen.when or (0.3, None, blocks[0].place(), 0, "no date")
    yield Meeting(
        place=place, block=at, rule=rule, confidence=worth, body=document.body, when=when, start=seen.start, end=seen.end,
        venue=tidied(seen.venue, document.body), number=number, closed=closed,
    )  # fmt: skip


def _below_lists(blocks: tuple[Block, ...], lexicon: Lexicon) -> int:
    """Where the text begins below the lists of who came and who did not, in papers that number no matters."""
    lists = [
        b.index for b in blocks[:_HEAD] if b.label and known_label(b.label, lexicon)[:1] in (("present",), ("absent",))
    ]
    if not lists or lists[0] == 0:
        return len(blocks)
    last = next((a for a, b in zip(lists, [*lists[1:], len(blocks)], strict=True) if b - a > _APART), lists[-1])
    after = (b for b in blocks[last + 1 : last + 1 + _APART] if b.label)
    labelled = [b.index for b in after if known_label(b.label, lexicon)[:1] in _WHEN_OR_WHERE]
    return max([last, *labelled]) + 1


def _heads_next(block: Block, lexicon: Lexicon) -> bool:
    """True for a label or heading of the next meeting alone: labels below it are that one's."""
    known = known_label(block.label or block.text, lexicon)[:1] == ("next_meeting",)
    return known and not block.text[len(block.label or block.text) :].strip(" :")


def _labelled(document: Document, block: Block, lexicon: Lexicon, seen: Seen) -> None:
    """Date, time and place behind their labels."""
    if not block.label and block.role is Role.ROW:
        _paired(block, lexicon, seen)
        return
    meaning = known_label(block.label, lexicon)[:1] if block.label else ()
    if meaning == ("distribution",) and _UNTIL.fullmatch(block.text):
        meaning = ("end",)
    if not meaning or meaning[0] not in (*DATE_LABELS, "place", "end", "form"):
        return
    start = value_start(block)
    text = block.text[start:]
    source = block
    if not text.strip(" :") and block.index + 1 < len(document.blocks):
        source, start = document.blocks[block.index + 1], 0
        if source.label or (source.role is Role.HEADING and _is_label_like(source.text)):
            return
        text = source.text
    if meaning[0] == "end":
        found = dates.clock(text, cue=False)
        seen.end = found[0] if found else seen.end
        return
    if meaning[0] == "form":
        seen.venue = seen.venue or (text.strip(" .") if CALL.match(text) else None)
        return
    if meaning[0] == "place":
        text = _dated_place(text, start, source, seen)
        fit = (
            any(c.isalpha() for c in text)
            and known_label(text, lexicon)[:1] not in _NO_PLACE
            and not (source is not block and says_minutes(text, lexicon))
        )
        seen.venue = seen.venue or (_whole_place(text.strip(), source, document) if fit else None)
        return
    for found_date in dates.find(text):
        if found_date.day and not of_another_act(source.text[: start + found_date.start]):
            last = _to(text, found_date) or found_date
            text_rest = text[: found_date.start] + " " + text[last.end :]
            timed = dates.clock(text[found_date.end :], cue=False) is not None
            seen.date(
                _OF_A_LETTER if _in_letterhead(document, block, lexicon) else 0.98 if timed else 0.97,
                text[found_date.start : last.end],
                source.place(start + found_date.start, start + last.end),
                source.index,
                f"label {meaning[0]}",
            )
            if last is not found_date:
                first = dates.clock(text[found_date.end : last.start], cue=False)
                ended = dates.clock(text[last.end :], cue=False)
                seen.start = seen.start or (first[0] if first else None)
                seen.end = seen.end or (ended[0] if ended and first else None)
            seen.clock(text_rest, cue=False)
            if meaning[0] == "time_place":
                _place_in(text_rest, seen)
            return
    if days := _DAY_TO_DAY.search(text):  # "Fredag kl. 12.30 til lørdag kl. 13.00"
        seen.clock(f"kl {days['start']}", cue=False)
        seen.end = seen.end or (dates.clock(f"kl {days['end']}", cue=False) or (None,))[0]
    seen.clock(text if meaning[0] != "date" else f"kl {text}", cue=False)
    if meaning[0] == "time_place":
        _place_in(text, seen)


_UNTIL = re.compile(r"Til\s*:\s*kl(?:okk[ae]n?)?\.?\s*\d{1,2}(?:[.:]?\d{2})?\.?", re.I)
"""An hour behind a label that heads those the paper is sent to, too."""


def _dated_place(text: str, start: int, source: Block, seen: Seen) -> str:
    """The value of a place's label without the day of the meeting, which may stand behind it in the same line."""
    day = next((found for found in dates.find(text) if found.day and found.start), None)
    if day is None or of_another_act(text[: day.start]):
        return text
    place = source.place(start + day.start, start + day.end)
    seen.date(0.9, text[day.start : day.end], place, source.index, "label place")
    seen.clock(text[day.end :], cue=False)
    return text[: day.start].strip(" ,–-")


def _to(text: str, first: dates.Found) -> dates.Found | None:
    """The last day of a meeting of several, each with its hour ("fredag 2. mai kl. 17 – lørdag 3. mai kl. 14")."""
    following = next((found for found in dates.find(text) if found.start > first.end and found.day), None)
    between = text[first.end : following.start] if following else ""
    return following if re.fullmatch(r"\W*(?:kl\.?\s*[\d.:]+)?\s*(?:[-–—]|til)\s*", between) else None


def _is_label_like(text: str) -> bool:
    """True for words with a slash, or ended as labels are, which heads of a form have and values have not."""
    return bool(re.fullmatch(r"[^\W\d]+\s?/\s?[^\W\d]+\.?|.*:", text.strip()))


def _whole_place(text: str, source: Block, document: Document) -> str:
    """A place with what stands of it on the next line: the rest of a parenthesis, or of a value below its label."""
    if source.index + 1 >= len(document.blocks):
        return text
    below = document.blocks[source.index + 1]
    rest = below.lines[0].cells[0].text if below.lines[0].cells else below.text
    if text.count("(") > text.count(")") and ")" in rest[:40]:
        return f"{text} {rest[: rest.index(')') + 1]}"
    goes_on = not source.label and rest[:1].islower() and len(rest.split()) <= 4 and not below.label
    return f"{text} {rest}" if goes_on and below.lines[0].gap < 1 else text


def _paired(block: Block, lexicon: Lexicon, seen: Seen) -> None:
    """Labels and values beside each other in one row ("Start | 10.00 | Slutt | 14.45")."""
    cells = [cell.text.replace("\n", " ").strip(" :") for cell in block.lines[0].cells]
    if len(cells) < 2 or len(cells) % 2:
        return
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        meaning = known_label(label, lexicon)[:1]
        if known_label(value, lexicon)[:1] in _NO_PLACE:
            continue
        if meaning == ("place",):
            seen.venue = seen.venue or value
        elif meaning == ("end",):
            found = dates.clock(value, cue=False)
            seen.end = seen.end or (found[0] if found else None)
        elif meaning and meaning[0] in DATE_LABELS:
            day = next((found for found in dates.find(value) if found.day), None)
            if day:
                seen.date(0.96, value[day.start : day.end], block.place(), block.index, f"row {meaning[0]}")
            rest = value[: day.start] + " " + value[day.end :] if day else value
            seen.clock(rest if day or meaning[0] != "date" else f"kl {rest}", cue=False)


def _in_letterhead(document: Document, block: Block, lexicon: Lexicon) -> bool:
    """True for a label among the references of a letter ("Vår ref.", "Saksbehandler")."""
    near = document.blocks[max(0, block.index - 4) : block.index + 4]
    heads = {
        fold(match[1])
        for b in near
        if b.index != block.index
        for match in (LABEL.match(b.text), *_WITHIN.finditer(b.text))
        if match
    }
    found = len(heads & lexicon.lists["letter_labels"])
    title = next((b.index for b in document.blocks[:_HEAD] if _is_title(document, b, lexicon)), -1)
    return found > 1 or (found == 1 and block.index < title)


def _is_title(document: Document, block: Block, lexicon: Lexicon) -> bool:
    if document.title:
        return document.title in block.text
    return block.role is Role.HEADING and says_minutes(block.text, lexicon)


def _place_in(text: str, seen: Seen) -> None:
    """What is left of "Tid og sted" when date and time are off."""
    hours = dates.clock(text, cue=False)
    if hours and re.match(r"\d", text[slice(*hours[2])]):
        text = f"{text[: hours[2][0]]} {text[hours[2][1] :]}"
    bare = re.sub(
        r"\b(?:kl\.?|klokka|klokken)?\s*\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?|\bkl\.?\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?",
        " ",
        text,
        flags=re.I,
    )
    bare = _DAY_BESIDE.sub(" ", bare).strip(" ,.:;–-")
    bare = re.sub(r"\s{2,}", " ", bare)
    if len(bare) >= 3 and not seen.venue:
        seen.venue = bare
