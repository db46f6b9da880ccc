"""The members of the body that a report or mandate is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import value_start
from extractors._matching import word_list
from extractors._names import is_name, is_organisation, role_of, words
from extractors._people import parse
from extractors._roll import is_roll, roll
from extractors.lexicon import Lexicon
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role
from pipeline.numbering import opening

KINDS = {Kind.ANNUAL_REPORT, Kind.MANDATE}
ROUND = 1
_WORD = re.compile(r"\w+")
_LONGEST = 220
"""Letters of a line that may announce members, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Fact):
    """A member of the body that a report is about."""

    collection = "members"
    name: str
    organisation: str | None = None
    role: str | None = None

    def record(self) -> Record:
        """The contract's member record."""
        return {"name": self.name, "organisation": self.organisation, "role": self.role}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Member | Issue]:
    """The first list of names under a heading or line that speaks of members or composition."""
    blocks = document.blocks
    found: list[Member] = []
    for block in blocks:
        if block.role is Role.ROW or len(block.text) > _LONGEST or not _speaks_of_members(block.text):
            continue
        after = block.index + 1
        inline = block.text[value_start(block) :] if block.label and value_start(block) else ""
        run = list(_run(blocks, after, lexicon, block if inline else None))
        if len(run) >= 2 and len(run) > len(found):
            found = run
    yield from found


def _speaks_of_members(text: str) -> bool:
    """True where a text has a word for those whom a body consists of."""
    return not word_list("membership").isdisjoint(_WORD.findall(text.casefold()))


def _run(blocks: tuple[Block, ...], at: int, lexicon: Lexicon, inline: Block | None) -> Iterator[Member]:
    """The people of the blocks from `at` on, as long as these name people."""
    if inline is not None:
        entries, _ = parse(inline.text[value_start(inline) :])
        for entry in entries:
            yield _member(inline, entry.name, entry.organisation, entry.role, entry.notes)
    if at < len(blocks) and is_roll(blocks, at, lexicon):
        _, rows = roll(blocks, at, lexicon, "present")
        for entry, _, row in rows:
            yield _member(row, entry.name, entry.organisation, entry.role, entry.notes)
        return
    misses = 0
    over: str | None = None  # the organisation that stands as a heading above its members
    for block in blocks[at : at + 60]:
        if block.role is Role.HEADING and is_organisation(block.text) and not opening(block.text):
            over, misses = block.text.strip(" :"), 0
            continue
        if block.role is Role.HEADING and not is_name(block.text.split(",")[0]):
            break
        text = re.sub(r"^[\s•▪o*·e–-]+(?=[A-ZÆØÅ])", "", block.text)
        offset = len(block.text) - len(text)
        cells = block.lines[0].cells
        if block.role is Role.ROW and cells:
            text, offset = ", ".join(c.text for c in cells), -1
        entries, strange = parse(text, lines=not re.match(r"^[^:,]{1,60}:", text), single=False)
        good = [e for e in entries if len(e.name.split()) > 1]
        if not good or len(strange) > len(good) or (len(text.split()) > 14 and text.count(",") < 2):
            misses += 1
            if misses > 2 or (good == [] and len(text) > 160):
                break
            continue
        misses = 0
        for entry in good:
            yield _member(
                block,
                entry.name,
                entry.organisation or over,
                entry.role,
                entry.notes,
                (offset + entry.start, offset + entry.end) if offset >= 0 else None,
            )


def _member(
    block: Block,
    name: str,
    organisation: str | None,
    role: str | None,
    notes: tuple[str, ...],
    span: tuple[int, int] | None = None,
) -> Member:
    for note in notes:
        leads = note.strip().casefold()
        if (
            role is None
            and any(leads == w or leads.startswith(f"{w} ") for w in words()["leaders"])
            and not leads.startswith("nest")
        ):
            role = "chair"
        role = role or role_of(note)
    place = block.place(*span) if span else block.place()
    return Member(
        place=place,
        block=block.index,
        rule="member list",
        confidence=0.92,
        name=name,
        organisation=organisation,
        role=role,
    )
