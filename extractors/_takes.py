"""The people of one block of a list: of its text, cut at labels within it, or of the cells of a row."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._body_first import by_semicolon, led_by_body
from extractors._entry import Entry
from extractors._gathering import Gathering
from extractors._lists import ROLE_LABELS, parts_of
from extractors._names import (
    has_given_name,
    is_name,
    is_office,
    is_organisation,
    is_own_body,
    like_a_person,
    office_before,
    words,
)
from extractors._people import parse
from extractors._pieces import Segment
from extractors._senders import is_group, sender, within
from extractors.lexicon import fold, lexicon
from pipeline.model import Block, Issue, Role, Severity
from pipeline.readers.tables import flat

_BY = re.compile(r"(?<=[.;)]\s)(?P<body>[A-ZÆØÅ][^.:;,()]{2,60}?)(?P<by>,\s+(?:ved|v/)\s*)(?=[A-ZÆØÅ])")
"""A body and "by" before its people, where a sentence of a list begins: it stands as before a colon."""


_COLON = re.compile(r"^\s*:\s*")
"""The colon of the cell before, which a typist set under the others."""


def take(
    people: Gathering, block: Block, start: int, status: str, role: str | None, *, lines: bool, rule: str,
    own: str | None = None,
) -> bool:  # fmt: skip
    """The people of one block's text, who come from `own` where nothing else is said; False where it names nobody."""
    if block.role is Role.ROW and block.lines[0].cells and not start:
        cells = [_COLON.sub("", cell.text) for cell in block.lines[0].cells]
        entries, strange = _of_row(cells, people)
        entries = [within(e, own) for e in entries]
        return _keep(people, block, entries, strange, status, role, rule, whole=True)
    if block.role is Role.ROW and start and (beside := _beside_label(block, start)):
        entries = [within(e, own) for e in beside]
        return _keep(people, block, entries, [], status, role, rule, whole=True)
    text = _BY.sub(
        lambda by: by["body"] + ":".ljust(len(by["by"])) if is_organisation(by["body"]) else by.group(),
        block.text[start:],
    )
    found = False
    for at, end, meaning in parts_of(text, lexicon()):
        if lines and (sent := led_by_body(text[at:end], habit=people.bodies_first)):
            sent_by, away = sent
            moved = [replace(e, start=e.start + start + at, end=e.end + start + at) for e in sent_by]
            told = "absent" if away else status
            found = not moved or _keep(people, block, moved, [], told, role, rule, whole=True)
            continue
        divided = by_semicolon(text[at:end]) if ";" in text[at:end] else []
        entries, strange = (
            (divided, []) if divided else parse(text[at:end], lines=lines, alone=lines and people.one_a_line)
        )
        body = own if not meaning or not at else None
        entries = [replace(within(e, body), start=e.start + start + at, end=e.end + start + at) for e in entries]
        strange = [replace(p, start=p.start + start + at, end=p.end + start + at) for p in strange]
        told = "absent" if meaning == "absent" else "present" if meaning in ("present", "deputy") else status
        own = ROLE_LABELS.get(meaning) or ("deputy" if meaning == "deputy" else role)
        found = _keep(people, block, entries, strange, told, own, rule, whole=bool(start or at)) or found
        if not found and not at:
            return False
    return found


def _keep(
    people: Gathering, block: Block, entries: list[Entry], strange: list[Segment], status: str, role: str | None,
    rule: str, *, whole: bool,
) -> bool:  # fmt: skip
    """Add the entries of a list to the people, unless more of it is strange than named and `whole` is not said."""
    named = sum(len(entry.name) for entry in entries)
    odd = sum(len(piece.core) for piece in strange)
    if not entries or (odd > named and not whole):
        return False
    for entry in entries:
        if (
            role == "deputy"
            and entry.organisation
            and like_a_person(entry.organisation)
            and is_name(entry.organisation)
        ):
            entry = replace(entry, organisation=None, substitute_for=entry.organisation)  # "Siv Lie | Vara | Ola Bø"
        place = block.place() if block.role is Role.ROW else block.place(entry.start, entry.end)
        confidence = 0.97 if " " in entry.name else 0.9
        people.add(entry, status, place, block.index, rule, confidence - (0.05 if strange else 0), entry.role or role)
    for piece in strange:
        if piece.core[:1].isupper() and len(piece.core) > 3 and fold(piece.core) not in words()["not_names"]:
            place = block.place() if block.role is Role.ROW else block.place(piece.start, piece.end)
            people.issues.append(Issue("name_not_understood", Severity.NOTE, place, (("text", piece.core[:80]),)))
    return True


def _beside_label(block: Block, start: int) -> list[Entry]:
    """The one person of a label's row, whose body or office is in the next cell; empty for any other row."""
    cells = [flat(cell.text) for cell in block.lines[0].cells]
    first = cells[0][start:].strip() if cells else ""
    if len(cells) < 2 or not is_name(office_before(first)[1]) or any(map(like_a_person, cells[1:])):
        return []
    entries, strange = parse(", ".join((first, *cells[1:])), lines=True, alone=True)
    return entries if len(entries) == 1 and not strange else []


def _of_row(cells: list[str], people: Gathering) -> tuple[list[Entry], list[Segment]]:
    """The people of a row: of an organisation and its people beside it, or of cells that are one list."""
    if len(cells) == 2 and cells[1].strip():
        first = flat(cells[0]).strip(" :")
        told = [parse(line, lines=True) for line in cells[1].split("\n")]
        body = is_organisation(first) or first.casefold() in words()["parties"]
        if all(found and not odd for found, odd in told) and (body or not parse(first, lines=True)[0]):
            own = first if first and not is_group(first) and not is_own_body(first) else None
            own = sender(first) or own
            return [replace(e, organisation=e.organisation or own) for found, _ in told for e in found], []
    if len(cells) > 2 and is_office(cells[0].strip(" :")) and is_name(cells[1]):  # "Ordfører | Kari Nes | Sp"
        found, odd = parse(", ".join(cell for cell in cells[1:] if cell), lines=True, alone=True)
        return [replace(e, notes=(flat(cells[0]).strip(" :"), *e.notes)) for e in found], odd
    alone = is_name(cells[0]) and not any(is_name(cell) and has_given_name(cell) for cell in cells[1:])
    return parse(", ".join(cell for cell in cells if cell), lines=True, alone=people.one_a_line or alone)
