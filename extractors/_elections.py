"""Elections that minutes print as lines: an office, who has it, and perhaps for how long ("Revisor: Ola Vik, gjenvalg")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import _resolutions, _votes
from extractors._helpers import sentences_of
from extractors._matching import word_list
from extractors._resolutions import Decision
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Item, Role
from pipeline.readers.tables import flat

_OF_ELECTIONS = expression("elections.of_elections")
_NAME = r"[A-ZÆØÅ][\wæøåé.’'-]+(?:\s+[A-ZÆØÅ][\wæøåé.’'-]+)+"
_LINE = expression("elections.line", re.NOFLAG, name=_NAME)
_NAMED = expression("elections.named", re.NOFLAG, name=_NAME)
"""A name and that it is new or elected again, under a line that has the office."""
_MARK = expression("elections.mark")
_OPEN = expression("elections.open")
"""What says that nobody has been elected by this line."""
_APART = 3
"""Blocks from one line of a run to the next, at most: a line of one who was not up for election may stand between."""
_LONGEST = 24
"""Words of such a line, at most."""


def lists(document: Document, region: list[str], taken: set[int]) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """Each run of such lines in an item of elections as one decision with a point a line, and its blocks."""
    run: list[Block] = []
    for block in document.blocks:
        if block.index in taken or not _elects(document, block, region):
            continue
        if run and (
            block.index > run[-1].index + _APART or document.item_of(block.index) != document.item_of(run[0].index)
        ):
            yield _as_one(document, run, taken)
            run = []
        run.append(block)
    if run:
        yield _as_one(document, run, taken)


def _as_one(document: Document, run: list[Block], taken: set[int]) -> tuple[Decision, tuple[int, ...]]:
    """A run as one decision, with the sentence that announces it."""
    points = tuple(flat(block.text).replace(" | ", " ") for block in run)
    pieces = [(block, 0, len(block.text)) for block in run]
    before = document.blocks[run[0].index - 1]
    item = document.item_of(before.index)
    text = " ".join(points)
    if before.text.rstrip().endswith(":") and before.index not in taken and item and item.first != before.index:
        *_, last = sentences_of(before, item)
        text = f"{last.text} {text}"
        pieces.insert(0, (before, last.start, last.end))
    found = Decision(
        place=_resolutions.wide(pieces), block=pieces[0][0].index, rule="lines of an election", confidence=0.8,
        text=text, outcome="elected", points=points if len(points) > 1 else (), vote=_votes.vote(text),
    )  # fmt: skip
    return found, tuple(block.index for block, _, _ in pieces)


def _elects(document: Document, block: Block, region: list[str]) -> bool:
    item = document.item_of(block.index)
    if item is None or block.index == item.first or region[block.index] not in ("", "decision", "present"):
        return False
    if not _OF_ELECTIONS.search(item.title or "") or block.role is Role.HEADING:
        return False
    return is_line(block)


def is_line(block: Block) -> bool:
    """True for a line that gives an office to somebody, or names one who is new or elected again."""
    text = flat(block.text)
    if block.marker and not block.marker[0].isdigit():
        text = text.removeprefix(block.marker).strip()
    return _gives_office(text)


def in_sentence(item: Item | None, text: str) -> bool:
    """True for a sentence of an item of elections that is such a line ("Vara: Siv Berg. Revisor: Ola Vik.")."""
    return item is not None and bool(_OF_ELECTIONS.search(item.title or "")) and _gives_office(text)


def _gives_office(text: str) -> bool:
    found = _LINE.match(text)
    if len(text.split()) > _LONGEST or _OPEN.search(text):
        return False
    if found is None:
        return bool(_NAMED.match(text))
    office = found["office"].casefold()
    known = any(office.startswith(word) or office.endswith(word) for word in word_list("elected_offices"))
    return known and bool(found["colon"] or _MARK.search(text))
