"""The sections of a report or mandate, and the appendices of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.lexicon import Lexicon
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role
from pipeline.outline import APPENDIX_HEADING, sections

KINDS = {Kind.ANNUAL_REPORT, Kind.MANDATE}
ROUND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Fact):
    """A section or an appendix; one that only its heading tells has no number."""

    collection = "sections"
    number: str | None
    title: str

    def record(self) -> Record:
        """The contract's section record; `page` is where it begins."""
        return {"number": self.number, "title": self.title, "page": self.place.page}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Section | Issue]:
    """The sections, and the appendices of a report, those that became documents of their own too."""
    report = document.kind is Kind.ANNUAL_REPORT
    for item in document.items if report else sections.of_mandate(document.blocks, lexicon):
        if item.first is not None:
            yield Section(
                place=document.blocks[item.first].place(),
                block=item.first,
                rule=item.rule,
                confidence=item.confidence,
                number=item.number,
                title=item.title,
            )
    if not report:
        return
    for block in document.blocks:
        if block.role is Role.HEADING and APPENDIX_HEADING.match(block.text):
            yield _appendix(block)
    for heading in document.appended:
        if APPENDIX_HEADING.match(heading.text):
            yield replace(_appendix(heading), block=len(document.blocks) - 1)


def _appendix(block: Block) -> Section:
    """An appendix heading ("Vedlegg A: Avtale") as a section."""
    match = re.match(r"^(\w+)\s+(\w{1,4})\s*[.:–-]?\s*(.*)$", block.text, re.S)
    assert match is not None
    return Section(
        place=block.place(),
        block=block.index,
        rule="appendix heading",
        confidence=0.95,
        number=f"{match[1].capitalize()} {match[2]}",
        title=match[3].strip(),
    )
