"""The meetings that a report tells of, each by its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import sentences_of
from extractors._matching import word_list
from extractors.lexicon import Lexicon, fold
from pipeline import dates
from pipeline.model import Document, Fact, Issue, Kind, Record, Role, When

KINDS = {Kind.ANNUAL_REPORT}
ROUND = 1
_WORD = re.compile(r"\w+")
_LONGEST = 600
"""Letters of a block from which on it tells of more than meetings."""
_MOST_LISTED = 30
"""Lines below a block that may be the dates that it announces."""
_MARKER = 6
"""Letters that may stand before a date that opens a line: its bullet, the number of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Fact):
    """The date of a meeting that the report tells of."""

    collection = "meetings_held"
    when: When

    def record(self) -> Record:
        """The contract's meeting held."""
        return {"date": self.when.value.isoformat() if self.when.value else None}


def extract(document: Document, lexicon: Lexicon) -> Iterator[MeetingHeld | Issue]:
    """Dates beside a word for meetings held, or listed below one."""
    listing = 0
    seen: set[str] = set()
    begins = {item.first for item in document.items}
    for block in document.blocks:
        if block.role is Role.HEADING or block.index in begins:
            listing = 0
        speaks = len(block.text) < _LONGEST and _tells(block.text)
        if speaks and _leads_on(block.text):
            listing = _MOST_LISTED
        chosen: list[tuple[int, int]] = []
        if speaks:
            chosen = [(s.start, s.end) for s in sentences_of(block, None) if _tells(s.text)]
        elif listing > 0:
            listing -= 1
            first = next((f for f in dates.find(block.text) if f.day), None)
            if first is not None and first.start <= _MARKER:
                chosen = [(0, first.end)]
        for start, end in chosen:
            text = block.text[start:end]
            for found in dates.find(text):
                word = text[found.start : found.end]
                if (
                    found.day
                    and found.kind != "bare"
                    and fold(word) not in seen
                    and not _says(text[: found.start], "not_held")
                ):
                    seen.add(fold(word))
                    yield MeetingHeld(
                        place=block.place(start + found.start, start + found.end),
                        block=block.index,
                        rule="meeting date in report",
                        confidence=0.85,
                        when=When(word),
                    )


def _tells(text: str) -> bool:
    """True where a text has a word for meetings and one that says that they were held."""
    return _says(text, "meetings_of_a_year") and _says(text, "meetings_held")


def _leads_on(text: str) -> bool:
    """True where the end of a text says that what it tells of stands below it."""
    words = _WORD.findall(text.casefold())
    return text.rstrip().endswith(":") or (bool(words) and words[-1] in word_list("dates_below"))


def _says(text: str, name: str) -> bool:
    """True where a word of this list of the lexicon stands in a text."""
    return not word_list(name).isdisjoint(_WORD.findall(text.casefold()))
