"""Attendance tables: columns by their header (name, function, represents, deputy for), or crosses under present/absent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._helpers import by_column, column_edges
from extractors._names import is_name, is_organisation, office_before, role_of
from extractors._people import Entry, parse
from extractors.lexicon import Lexicon, fold
from pipeline.model import Block, Role

_HEADERS = {
    "name": r"^(?:navn|namn|medlem(?:mer|er)?|deltaker|deltakar|person|representant(?:er|ar)?|møtt)$",
    "function": r"^(?:funksjon|rolle|verv|tittel|stilling|utdanning|yrke)$",
    "organisation": r"^(?:representerer|representerar|organisasjon.*|parti|virksomhet|verksemd|etat|arbeidssted|arbeidsstad|firma|instans|fra|frå|klasse|trinn|enhet|eining|gruppe|liste|organ)$",
    "for": r"^(?:møtt(?:e)? for|vara for|for|erstatter|møter for|møtte i staden for)$",
    "present": r"^(?:til ?stede?|tilstede|til ?stades|møtt|møtte|deltok|oppmøte)$",
    "absent": r"^(?:forfall|meldt? forfall|melde forfall|fravær|fråvær|ikke møtt|ikkje møtt|meldt forfall|fraværende)$",
    "note": r"^(?:merknad(?:er)?|kommentar(?:er)?|ikke sak.*|kun sak.*|sak.*|vara(?:medlem)?|ankom.*|tid)$",
}
_CROSS = re.compile(r"^(?:x|✓|✔|ja|j|•|1|☒|v|ok)$", re.I)


def headers(block: Block) -> dict[int, str]:
    """Column number -> what it holds, for a header row; empty where the row is none."""
    found: dict[int, str] = {}
    for at, cell in enumerate(block.lines[0].cells):
        key = fold(re.sub(r"\s*\([^)]*\)", "", cell.text))
        for name, pattern in _HEADERS.items():
            if re.match(pattern, key) and name not in found.values():
                found[at] = name
                break
    named = "name" in found.values() or by_organisation(found)
    return found if named and len(found) >= 2 else {}


def by_organisation(columns: dict[int, str]) -> bool:
    """True for a table with a row for each organisation and its people under present and absent."""
    return "name" not in columns.values() and {"organisation", "present", "absent"} <= set(columns.values())


def is_roll(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    """True where an attendance table with a header row begins."""
    return at + 1 < len(blocks) and blocks[at].role is Role.ROW and bool(headers(blocks[at]))


def roll(blocks: Sequence[Block], at: int, lexicon: Lexicon, status: str) -> tuple[int, list[tuple[Entry, str, Block]]]:
    """The people of a table from its header row on: how many rows it has, and (entry, status, row) each."""
    columns = headers(blocks[at])
    width = {name: i for i, name in columns.items()}
    x_of = column_edges(blocks[at])
    found: list[tuple[Entry, str, Block]] = []
    count = 1
    for block in blocks[at + 1 :]:
        if block.role is not Role.ROW:
            break
        count += 1
        values = by_column(block, x_of)
        if "name" not in width:
            found.extend(_of_organisation(block, values, width))
            continue
        text = values.get(width["name"], "")
        entries, _ = parse(text, lines=True)
        if not entries:
            continue
        entry = entries[0]
        entry = _fill(entry, {name: values.get(i, "") for name, i in width.items()})
        state = status
        if "absent" in width or "present" in width:
            crossed = {
                name
                for name in ("present", "absent")
                if name in width and _CROSS.match(values.get(width[name], "").strip())
            }
            if not crossed and {"present", "absent"} <= set(width):
                continue  # a copy went to them, no more
            if crossed == {"absent"} or ("absent" not in width and not crossed):
                state = "absent"
        found.append((entry, state, block))
    return count, found


def _of_organisation(block: Block, values: dict[int, str], width: dict[str, int]) -> list[tuple[Entry, str, Block]]:
    """The people of one organisation's row, one a line under present or absent."""
    from dataclasses import replace

    organisation = values.get(width["organisation"], "").strip() or None
    found: list[tuple[Entry, str, Block]] = []
    for state in ("present", "absent"):
        for line in values.get(width[state], "").split("\n"):
            entries, _ = parse(line, lines=True)
            found.extend((replace(e, organisation=e.organisation or organisation), state, block) for e in entries)
    return found


def _fill(entry: Entry, values: dict[str, str]) -> Entry:
    """The person with what the other columns say."""
    from dataclasses import replace

    organisation = values.get("organisation", "").strip()
    if organisation and entry.organisation is None:
        entry = replace(entry, organisation=organisation)
    function = values.get("function", "").strip()
    if function:
        role = role_of(function)
        if entry.organisation is None and is_organisation(function) and not role:
            entry = replace(entry, organisation=function)
        else:
            entry = replace(entry, role=entry.role or role, notes=(*entry.notes, function))
    other = values.get("for", "").strip()
    if other and is_name(office_before(other)[1], single=True):
        entry = replace(entry, role=entry.role or "deputy", substitute_for=office_before(other)[1])
    note = values.get("note", "").strip()
    return replace(entry, notes=(*entry.notes, note)) if note else entry
