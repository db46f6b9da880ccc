"""Which earlier minutes this meeting approved, and with what remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import in_list
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Document, Fact, Issue, Kind, Record, When

KINDS = {Kind.MINUTES}
ROUND = 2
_MINUTES = expression("approves.minutes")
_APPROVED = expression("approves.approved")
_NUMBER = expression("approves.number")
_REMARK = expression("approves.remark")


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
