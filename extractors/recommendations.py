"""What a report recommends, in the section that it has for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import sentences_of
from extractors._matching import cue
from extractors.lexicon import Lexicon
from pipeline.model import Block, Document, Fact, Issue, Item, Kind, Record
from pipeline.numbering import opening

KINDS = {Kind.ANNUAL_REPORT}
ROUND = 1
_BULLET = re.compile(r"^(?:[\s•–-]+|[eo]\s+)+")
"""A bullet, which a scan may have read as a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What the report recommends; `item` is the section or case that it names."""

    collection = "recommendations"
    item: str | None
    text: str

    def record(self) -> Record:
        """The contract's recommendation record."""
        return {"item": self.item, "text": self.text}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Recommendation | Issue]:
    """The entries of a section that recommends, each with the section or case that it names."""
    for item in document.items:
        if item.first is None or item.last is None or not cue("heads_recommendations").find(item.title):
            continue
        if any(other.first is not None and item.first < other.first <= item.last for other in document.items):
            continue
        for block in document.blocks[item.first + 1 : item.last + 1]:
            yield from _of_block(block, item)


def _of_block(block: Block, item: Item) -> Iterator[Recommendation]:
    """What one block recommends: an entry of a list as a whole, of other text the sentences that say so."""
    entry = _BULLET.sub("", block.text)
    case = opening(entry)
    number = case.number if case and case.series_is_case else None
    for at, sentence in enumerate(sentences_of(block, None)):
        listed = at == 0 and bool(block.marker or number)
        if listed or cue("recommends").find(sentence.text):
            yield Recommendation(
                place=sentence.place,
                block=block.index,
                rule="recommendation section",
                confidence=0.8,
                item=number or item.number,
                text=sentence.text if at else _BULLET.sub("", block.text[: sentence.end]),
            )
        if listed:
            return
