"""Which earlier minutes this meeting approved, and with what remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import in_list
from extractors.lexicon import Lexicon
from pipeline import dates
from pipeline.model import Document, Fact, Issue, Kind, Record, When

KINDS = {Kind.MINUTES}
ROUND = 2
_MINUTES = re.compile(r"\b(?:møte)?(?:referat\w*|protokoll\w*|møtebok\w*)\b", re.I)
_APPROVED = re.compile(
    r"\b(?:godkjent|godkjend|godkjende|godkjente|godkjennes|godkjenner|godkjenn|ingen (?:kommentarer|merknader|merknader til)|inga(?:n)? merknad\w*|utan merknader|uten merknader|ok)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?:møte|referat|protokoll)\w*\s*(?:nr\.?|frå møte|fra møte)?\s*(\d{1,2}\s?/\s?\d{2,4})\b", re.I
)
_REMARK = re.compile(
    r"\b(?:med (?:følgende|følgjande|den|desse|disse|ei|en|ein|to)\s.*|(?:uten|utan) (?:merknader|merknad|kommentarer|kommentarar|endringer)|ingen (?:merknader|kommentarer|innvendinger)|inga merknader)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approves(Fact):
    """The approval of earlier minutes."""

    collection = "approves"
    when: When | None = None
    number: str | None = None
    remark: str | None = None

    def record(self) -> Record:
        """The contract's `approves`."""
        return {
            "date": self.when.value.isoformat() if self.when and self.when.value else None,
            "number": self.number,
            "remark": self.remark,
        }


def extract(document: Document, lexicon: Lexicon) -> Iterator[Approves | Issue]:
    """The first item that approves minutes, with the date in its heading or text."""
    skip = in_list(document)
    for item in document.items:
        if item.first is None or item.first in skip or not _MINUTES.search(item.title):
            continue
        blocks = document.blocks[item.first : (item.last or item.first) + 1]
        first = blocks[0].text
        first = first[max(0, first.find(item.title[:20])) :]  # without its number, which may look like a date
        text = " ".join([first, *(block.text for block in blocks[1:])])
        if not _APPROVED.search(text[len(item.title) :]) and not _APPROVED.search(text):
            continue
        found = next((f for f in dates.find(text) if f.day), None)
        number = _NUMBER.search(text)
        remark = _REMARK.search(text)
        yield Approves(
            place=blocks[0].place(), block=item.first, rule="approval item", confidence=0.85,
            when=When(text[found.start : found.end]) if found else None, number=re.sub(r"\s", "", number.group(1)) if number else None,
            remark=remark.group().strip(" .") if remark else None,
        )  # fmt: skip
        return
