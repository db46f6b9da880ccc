"""Annual reports and mandates: year, authors, members, meetings held, sections, functions, recommendations, tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors._helpers import sentences_of, value_start
from extractors._names import is_name, is_organisation, role_of, words
from extractors._people import parse
from extractors._roll import is_roll, roll
from extractors.lexicon import Lexicon, fold
from pipeline import dates
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role, When
from pipeline.numbering import opening
from pipeline.outline import APPENDIX_HEADING

KINDS = {Kind.ANNUAL_REPORT, Kind.MANDATE}
ROUND = 1
_MEMBERS = re.compile(
    r"\b(?:sammensetning|samansetjing|samansetning|medlemm?er|medlemm?ene|medlemm?ane|representert|representasjon)\b",
    re.I,
)
_MEETINGS = re.compile(r"\b(?:møter?|møte[tn]e?|samling(?:er|ar)?)\b", re.I)
_HELD = re.compile(
    r"\b(?:avholdt|holdt|halde|haldne|gjennomført|hatt|hadde|datoar|datoer|møttes|møttest|ble|blei|vart|møtte)\b", re.I
)
_FUNCTION = re.compile(r"^\W{0,3}\s*(?:o |e )?(?P<code>\d{3})\s+(?P<name>[A-ZÆØÅ].{3,90})$")
_RECOMMENDS = re.compile(
    r"\b(?:anbefal(?:er|es|te|ing(?:en)?(?: er)?)|tilrår|rår til|rår ?dei?|tilråding(?:a|en)?(?: er)?|bør|foreslår|føreslår|må)\b",
    re.I,
)
_SECTION_RECOMMENDS = re.compile(
    r"\b(?:anbefaling(?:er)?|tilråding(?:ar)?|forslag til tiltak|framlegg til tiltak)\b", re.I
)
_TASK = re.compile(r"^(?P<n>[a-zæøå]|\d{1,2})\s*[.)]\s+(?P<t>\S.*)$", re.S)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Fact):
    """A numbered section or an appendix."""

    collection = "sections"
    number: str | None
    title: str

    def record(self) -> Record:
        """The contract's section record; `page` is where it begins."""
        return {"number": self.number, "title": self.title, "page": self.place.page}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Fact):
    """The date of a meeting that the report tells of."""

    collection = "meetings_held"
    when: When

    def record(self) -> Record:
        """The contract's meeting held."""
        return {"date": self.when.value.isoformat() if self.when.value else None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Function(Fact):
    """A KOSTRA function that the body lists as its own."""

    collection = "functions"
    code: str
    name: str

    def record(self) -> Record:
        """The contract's function record."""
        return {"code": self.code, "name": self.name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What the report recommends; `item` is the section or case that it names."""

    collection = "recommendations"
    item: str | None
    text: str

    def record(self) -> Record:
        """The contract's recommendation record."""
        return {"item": self.item, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Fact):
    """A lettered or numbered task of a mandate."""

    collection = "tasks"
    number: str
    text: str

    def record(self) -> Record:
        """The contract's task record."""
        return {"number": self.number, "text": self.text}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Fact | Issue]:
    """Every fact of a report or mandate."""
    yield from _sections(document)
    yield from _members(document, lexicon)
    if document.kind is Kind.MANDATE:
        yield from _tasks(document)
        return
    yield from _meetings(document)
    yield from _functions(document)
    yield from _recommendations(document)


def _sections(document: Document) -> Iterator[Section]:
    for item in document.items:
        if item.first is not None:
            yield Section(
                place=document.blocks[item.first].place(),
                block=item.first,
                rule=item.rule,
                confidence=item.confidence,
                number=item.number,
                title=item.title,
            )
    if document.kind is not Kind.ANNUAL_REPORT:
        return
    for block in document.blocks:
        if block.role is Role.HEADING and APPENDIX_HEADING.match(block.text):
            yield appendix(block)
    for heading in document.appended:
        if APPENDIX_HEADING.match(heading.text):
            yield replace(appendix(heading), block=len(document.blocks) - 1)


def appendix(block: Block) -> Section:
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


def _members(document: Document, lexicon: Lexicon) -> Iterator[Member]:
    """The first list of names under a heading or line that speaks of members or composition."""
    blocks = document.blocks
    found: list[Member] = []
    for block in blocks:
        if not _MEMBERS.search(block.text) or len(block.text) > 220 or block.role is Role.ROW:
            continue
        after = block.index + 1
        inline = block.text[value_start(block) :] if block.label and value_start(block) else ""
        run = list(_member_run(blocks, after, lexicon, block if inline else None))
        if len(run) >= 2 and len(run) > len(found):
            found = run
    yield from found


def _member_run(blocks: tuple[Block, ...], at: int, lexicon: Lexicon, inline: Block | None) -> Iterator[Member]:
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


def _meetings(document: Document) -> Iterator[MeetingHeld]:
    """Dates beside a word for meetings held, or listed below one."""
    listing = 0
    seen: set[str] = set()
    for block in document.blocks:
        if block.role is Role.HEADING:
            listing = 0
        speaks = bool(_MEETINGS.search(block.text) and _HELD.search(block.text)) and len(block.text) < 600
        if speaks and block.text.rstrip().endswith((":", "dagsorden:", "datoar")):
            listing = 30
        chosen: list[tuple[int, int]] = []
        if speaks:
            chosen = [
                (s.start, s.end) for s in sentences_of(block, None) if _MEETINGS.search(s.text) and _HELD.search(s.text)
            ]
        elif listing > 0:
            listing -= 1
            first = next((f for f in dates.find(block.text) if f.day), None)
            if first is not None and first.start <= 6:
                chosen = [(0, first.end)]
        for start, end in chosen:
            text = block.text[start:end]
            for found in dates.find(text):
                word = text[found.start : found.end]
                if (
                    found.day
                    and found.kind != "bare"
                    and fold(word) not in seen
                    and not re.search(r"\b(?:skal|vil|neste|planlagt|frist)\b", text[: found.start], re.I)
                ):
                    seen.add(fold(word))
                    yield MeetingHeld(
                        place=block.place(start + found.start, start + found.end),
                        block=block.index,
                        rule="meeting date in report",
                        confidence=0.85,
                        when=When(word),
                    )


def _functions(document: Document) -> Iterator[Function]:
    """Three-digit codes with a name, listed one a line."""
    seen: set[str] = set()
    for block in document.blocks:
        match = _FUNCTION.match(
            " ".join(c.text for c in block.lines[0].cells) if block.role is Role.ROW else block.text
        )
        if match and match["code"] not in seen and len(block.lines) <= 2 and not match["name"].rstrip().endswith("."):
            seen.add(match["code"])
            yield Function(
                place=block.place(),
                block=block.index,
                rule="function list",
                confidence=0.85,
                code=match["code"],
                name=match["name"].strip(),
            )


def _recommendations(document: Document) -> Iterator[Recommendation]:
    """The entries of a section that recommends, each with the section or case that it names."""
    for item in document.items:
        if item.first is None or item.last is None or not _SECTION_RECOMMENDS.search(item.title):
            continue
        if any(other.first is not None and item.first < other.first <= item.last for other in document.items):
            continue
        for block in document.blocks[item.first + 1 : item.last + 1]:
            spoken = list(sentences_of(block, None))
            case = re.match(r"^\W*(?:e |o )?[Ss]ak\s+(\d+)\s*:?", block.text)
            for at, sentence in enumerate(spoken):
                listed = bool(block.marker or case) and at == 0
                if listed or _RECOMMENDS.search(sentence.text):
                    text = sentence.text if at else block.text[: sentence.end].lstrip("•–- ").removeprefix("e ")
                    yield Recommendation(
                        place=sentence.place,
                        block=block.index,
                        rule="recommendation section",
                        confidence=0.8,
                        item=case.group(1) if case else item.number,
                        text=text,
                    )
                    if listed:
                        break


def _tasks(document: Document) -> Iterator[Task]:
    """Lettered points that rise from a, or numbered ones from 1 where there are no letters."""
    lettered = [(m, b) for b in document.blocks if (m := _TASK.match(b.text)) and m["n"].isalpha()]
    if len(lettered) >= 2:
        expected = "a"
        for match, block in lettered:
            if match["n"] == expected:
                yield _task(match, block)
                expected = chr(ord(expected) + 1)
        return
    expected_number = 1
    for block in document.blocks:
        numbered = _TASK.match(block.text)
        if not numbered or not numbered["n"].isdigit() or block.role is Role.HEADING:
            continue
        if int(numbered["n"]) == expected_number:
            yield _task(numbered, block)
            expected_number += 1


def _task(match: re.Match[str], block: Block) -> Task:
    return Task(
        place=block.place(), block=block.index, rule="task list", confidence=0.92, number=match["n"], text=match["t"]
    )
