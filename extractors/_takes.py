"""The people of one block of a list: of its text, cut at labels within it, or of the cells of a row."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._body_first import NOBODY, by_semicolon, by_sender, led_by_body
from extractors._entry import Entry
from extractors._gathering import Gathering
from extractors._lists import ROLE_LABELS, STAYED, parts_of
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
from extractors._surname_first import turned
from extractors.lexicon import fold, lexicon
from extractors.lexicon.wording import expression
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
        cells = [turned(_COLON.sub("", cell.text), habit=people.surnames_first) for cell in block.lines[0].cells]
        if len(cells) == 2 and NOBODY.match(flat(cells[1]).strip()) and not is_name(cells[0]):
            return True  # "Losvesenet | ikke representert"
        if (stayed := _said_beside(cells)) is not None:
            cells, status = cells[:1], "absent" if stayed else status
        if several := _each_whole(cells):
            return _keep(people, block, several, [], status, role, rule, whole=True)
        if len(cells) > 2 and " " not in cells[0].strip() and not any(map(_like_somebody, cells)):
            return not people.facts  # the headings of another table, or of this one
        entries, strange = _of_row(cells, people)
        entries = [within(e, own) for e in entries]
        return _keep(people, block, entries, strange, status, role, rule, whole=True)
    if block.role is Role.ROW and start and (columns := _columns_behind(block, start)):
        entries = [within(e, own) for e in columns]
        return _keep(people, block, entries, [], status, role, rule, whole=True)
    if block.role is Role.ROW and start and (beside := _beside_label(block, start)):
        entries = [within(e, own) for e in beside]
        return _keep(people, block, entries, [], status, role, rule, whole=True)
    if len(block.lines) > 1 and not start and (each := _line_by_line(block)):
        return _keep(people, block, each, [], status, role, rule, whole=True)
    told = turned(_list_alone(block, start), habit=people.surnames_first, alone=lines and not start)
    text = _BY.sub(
        lambda by: by["body"] + ":".ljust(len(by["by"])) if is_organisation(by["body"]) else by.group(), told
    )
    found = False
    begun = [at - start for at in block.starts if at > start] if len(text) == len(block.text) - start else []
    for at, end, meaning in parts_of(text, lexicon(), begun):
        bodies_first = lines or (people.bodies_first and bool(start) and not at)
        if bodies_first and (sent := led_by_body(text[at:end], habit=people.bodies_first)):
            sent_by, away = sent
            moved = [replace(e, start=e.start + start + at, end=e.end + start + at) for e in sent_by]
            state = "absent" if away else status
            found = not moved or _keep(people, block, moved, [], state, role, rule, whole=True)
            continue
        divided = by_semicolon(text[at:end]) if ";" in text[at:end] else []
        divided = divided or by_sender(text[at:end])
        entries, strange = (
            (divided, []) if divided else parse(text[at:end], lines=lines, alone=lines and people.one_a_line)
        )
        body = own if not meaning or not at else None
        entries = [replace(within(e, body), start=e.start + start + at, end=e.end + start + at) for e in entries]
        strange = [replace(p, start=p.start + start + at, end=p.end + start + at) for p in strange]
        state = "absent" if meaning == "absent" else "present" if meaning in ("present", "deputy") else status
        own = ROLE_LABELS.get(meaning) or ("deputy" if meaning == "deputy" else role)
        found = _keep(people, block, entries, strange, state, own, rule, whole=bool(start or at)) or found
        if not found and not at:
            return False
    return found


_DID = expression("takes.did", re.NOFLAG)
"""A sentence of who led or wrote, at the beginning of a line."""


def _list_alone(block: Block, start: int) -> str:
    """The text of a labelled list from a place on, without the sentence that a line below it begins."""
    begins = next((at for at in block.starts[1:] if at > start and _DID.match(block.text, at)), None)
    return block.text[start:begins].rstrip()


def _keep(
    people: Gathering, block: Block, entries: list[Entry], strange: list[Segment], status: str, role: str | None,
    rule: str, *, whole: bool,
) -> bool:  # fmt: skip
    """Add the entries of a list to the people, unless more of it is strange than named and `whole` is not said."""
    named = sum(len(entry.name) for entry in entries)
    odd = sum(len(piece.core) for piece in strange)
    if not entries or (odd > named and not whole):
        return False
    for entry in _by_surname(people, entries) if status == "absent" else entries:
        told = " " not in entry.name and any(_TOLD.match(note) for note in entry.notes)
        if told and (known := people.find(entry.name)) is not None and people.facts[known].status == status:
            entry = replace(entry, name=people.facts[known].name)  # "Kari var på Teams" below "Kari Nes"
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


_TOLD = expression("takes.told", re.NOFLAG)
"""How what is told of somebody who has been named begins."""


def _like_somebody(cell: str) -> bool:
    return like_a_person(office_before(re.split(r"[,(]", flat(cell))[0].strip())[1])


def _line_by_line(block: Block) -> list[Entry]:
    """The people of lines that read as one paragraph, each line one person with a title and where they are from."""
    found: list[Entry] = []
    titled = 0
    for line, start in zip(block.lines, block.starts, strict=True):
        entries, strange = parse(line.text, lines=True, alone=True)
        if (
            len(entries) != 1
            or strange
            or " " not in entries[0].name
            or not (entries[0].notes or entries[0].organisation)
        ):
            return []
        titled += bool(office_before(line.text)[0])
        found.append(replace(entries[0], start=entries[0].start + start, end=entries[0].end + start))
    return found if titled == len(found) else []


_YES = expression("takes.yes")


def _said_beside(cells: list[str]) -> bool | None:
    """True for a person beside whom stands that they stayed away, False for "ja"; None for other rows."""
    if len(cells) != 2 or not has_given_name(cells[0]):
        return None
    said = flat(cells[1]).strip(" .()")
    away = STAYED.fullmatch(re.split(r"\s+[-–]\s+|[,(]", said)[0].strip()) or re.match(r"nei\b", said, re.I)
    return bool(away) if away or _YES.match(said) else None


def _each_whole(cells: list[str]) -> list[Entry]:
    """The people of a row of columns with a numbered or described person in every cell; nobody for other rows."""
    texts = [flat(cell) for cell in cells if cell.strip()]
    firsts = [office_before(re.split(r"[,(]", _NUMBER.sub("", text))[0].strip())[1] for text in texts]
    if len(texts) < 2 or not all(map(like_a_person, firsts)):
        return []
    told = [parse(text, lines=True, alone=True) for text in texts]
    numbered = all(map(_NUMBER.match, texts))
    whole = all(found and not odd and " " in found[0].name for found, odd in told)
    said = all(len(found) > 1 or found[0].organisation or found[0].notes for found, _ in told if found)
    return [entry for found, _ in told for entry in found] if whole and (numbered or said) else []


_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")


def _by_surname(people: Gathering, entries: list[Entry]) -> list[Entry]:
    """Those who were away, with whom a lone surname names of those who were called, where it looked like a body."""
    out: list[Entry] = []
    for entry in entries:
        own = entry.organisation or ""
        called = [name for name in people.summoned if " " in name and name.split()[-1] == own]
        out += [replace(entry, organisation=None), Entry(own, entry.start, entry.end)] if len(called) == 1 else [entry]
    return out


def _columns_behind(block: Block, start: int) -> list[Entry]:
    """The people of a label's row with somebody in each of its columns; nobody for any other row."""
    cells = [flat(cell.text) for cell in block.lines[0].cells]
    texts = [text.strip() for text in (cells[0][start:], *cells[1:]) if text.strip()]
    if len(texts) < 2 or not all(map(_like_somebody, texts)):
        return []
    told = [parse(text, lines=True) for text in texts]
    whole = all(len(found) == 1 and not odd and " " in found[0].name for found, odd in told)
    return [found[0] for found, _ in told] if whole else []


def _beside_label(block: Block, start: int) -> list[Entry]:
    """The one person of a label's row, whose body or office is in the next cell; empty for any other row."""
    cells = [flat(cell.text) for cell in block.lines[0].cells]
    first = cells[0][start:].strip() if cells else ""
    if len(cells) < 2 or not is_name(office_before(first)[1]) or any(map(like_a_person, cells[1:])):
        return []
    entries, strange = parse(", ".join((first, *cells[1:])), lines=True, alone=True)
    return entries if len(entries) == 1 and not strange else []


_INITIALLED = re.compile(r"(?P<name>[^(),]+?)\s*\([A-ZÆØÅ]{2,4}\)")


def _beside_initials(cells: list[str]) -> str | None:
    """The body of a row of somebody with initials and where they are from ("Kari Nes (KN) | Kornlaget Øst")."""
    one = _INITIALLED.fullmatch(flat(cells[0]).strip()) if len(cells) == 2 else None
    body = flat(cells[1]).strip() if one else ""
    named = one is not None and is_name(one["name"]) and has_given_name(one["name"])
    capital = body[:1].isupper() and not re.search(r"[,()]|\d", body)
    return body if named and capital and not has_given_name(body) and not is_office(body) else None


_STANDS_IN = expression("takes.stands_in", re.NOFLAG)
"""Somebody and for whom they came, without more commas."""
_SHARES = expression("takes.shares")
"""A cell that counts shares or votes."""


def _of_row(cells: list[str], people: Gathering) -> tuple[list[Entry], list[Segment]]:
    """The people of a row: of an organisation and its people beside it, or of cells that are one list."""
    if len(cells) > 2 and _SHARES.match(flat(cells[-1]).strip()):
        cells = cells[:-1]
    if len(cells) == 2 and (by := re.match(r"(?:v/|ved\s)\s*(?=\S)", cells[1])):
        found, odd = parse(cells[1][by.end() :], lines=True)
        return [replace(e, organisation=e.organisation or flat(cells[0]).strip(" :")) for e in found], odd
    if len(cells) == 2 and cells[1].strip():
        first = flat(cells[0]).strip(" :")
        told = [parse(line, lines=True) for line in cells[1].split("\n")]
        body = is_organisation(first) or is_organisation(first.split(",")[0]) or first.casefold() in words()["parties"]
        if all(found and not odd for found, odd in told) and (body or not parse(first, lines=True)[0]):
            own = first if first and not is_group(first) and not is_own_body(first) else None
            own = sender(first) or own
            post = (first,) if is_office(first) else ()
            return [
                replace(e, organisation=e.organisation or own, notes=(*post, *e.notes))
                for found, _ in told
                for e in found
            ], []
    if len(cells) > 2 and is_office(cells[0].strip(" :")) and is_name(cells[1]):  # "Ordfører | Kari Nes | Sp"
        found, odd = parse(", ".join(cell for cell in cells[1:] if cell), lines=True, alone=True)
        return [replace(e, notes=(flat(cells[0]).strip(" :"), *e.notes)) for e in found], odd
    if home := _beside_initials(cells):
        found, odd = parse(cells[0], lines=True, alone=True)
        return [replace(e, organisation=e.organisation or home) for e in found], odd
    first = cells[0].split(",")[0].strip() if _STANDS_IN.search(cells[0]) else cells[0]
    alone = is_name(first) and not any(is_name(cell) and has_given_name(cell) for cell in cells[1:])
    return parse(", ".join(cell for cell in cells if cell), lines=True, alone=people.one_a_line or alone)
