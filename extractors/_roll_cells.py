"""What the cells of an attendance table say beside its headings: which hold names, who came instead, who was away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors._entry import Entry
from extractors._helpers import by_column
from extractors._names import has_given_name, is_name, is_organisation, office_before
from extractors.lexicon.wording import expression
from pipeline.model import Block
from pipeline.readers.tables import flat

FEWEST = 2
"""Rows that prove a column to be one of names, at least."""
_INSTEAD = expression("roll_cells.instead", re.NOFLAG)
"""Who came for somebody, in that one's row ("forfall, vara Siv Lie møtte", "nei, for ho møtte Ola Bø (Ap)")."""
_AWAY = expression("roll_cells.away")
"""A cell that says nothing but that its person was away, in a column that is not for it."""
_MARKS = re.compile(r"(?<=\S)(?:\s+[xX✓✔])+$")
"""Crosses at the end of a cell."""
MARK = 6.0
"""Points by which a cross may stand left of its column's heading."""
_DENIED = expression("roll_cells.denied", re.NOFLAG)


def cells_of(row: Block, edges: list[float]) -> dict[int, str]:
    """A row's text by column, without the bars of a typed table, marks that were read as one cell with others apart."""
    out = {at: text.strip("| ") for at, text in by_column(row, edges).items()}
    for cell in row.lines[0].cells if row.lines[0].table is None else ():
        marks = _MARKS.search(flat(cell.text))
        if marks is None or cell.box is None:
            continue
        left, right = cell.box[0], cell.box[2]
        own = min(range(len(edges)), key=lambda i: abs(edges[i] - left))
        wide = (right - left) / len(flat(cell.text))
        for mark in re.finditer(r"\S", marks.group()):
            middle = left + (marks.start() + mark.start()) * wide
            middle = right if mark.end() == len(marks.group()) else middle
            under = [i for i in range(own + 1, len(edges)) if edges[i] < middle + MARK]
            if under and not out.get(under[-1]):
                out[under[-1]] = mark.group()
        if any(out.get(i) for i in range(own + 1, len(edges))):
            out[own] = flat(cell.text)[: marks.start()].strip()
    return out


_HIMSELF = expression("roll_cells.himself")
_BY_PROXY = re.compile(r"\bfullmakt\b", re.I)
_WITH_PROXY = expression("roll_cells.with_proxy")
"""Somebody who came and had another's vote ("Kari Nes, fullmakt", "Ola Bø (med fullmakt)")."""
_ESTATE = expression("roll_cells.estate")
"""An owner who is dead and nobody's organisation."""


def _owns(text: str) -> bool:
    """True for one person or a couple, and no firm that is called after its owner ("Ola Nes VVS")."""
    firm = is_organisation(text) or (text.split()[-1:] and text.split()[-1].isupper())
    return has_given_name(text) and not firm and (is_name(text) or " og " in text)


def by_owner(values: dict[int, str], name: int, owner: int | None) -> dict[int, str]:
    """A row of owners with who met for them: the owner where they met themselves, nobody where another had their vote.

    An owner who is a person is nobody's organisation.
    """
    if owner is None:
        return values
    owned = flat(values.get(owner, "")).strip()
    if _HIMSELF.fullmatch(flat(values.get(name, "")).strip(" .")):
        return {**values, name: owned, owner: ""}
    met = flat(values.get(name, "")).strip()
    if _BY_PROXY.search(met) and not ((told := _WITH_PROXY.match(met)) and is_name(told["name"])):
        return {**values, name: ""}
    return {**values, owner: ""} if _owns(owned) or _ESTATE.match(owned) else values


def name_column(rows: Sequence[Block], known: dict[int, str], width: int) -> int | None:
    """The one column of unknown heading whose cells are people; None where there is none, or several."""
    cells = [[flat(cell.text) for cell in row.lines[0].cells] for row in rows if len(row.lines[0].cells) == width]
    if len(cells) < FEWEST:
        return None
    held = [at for at in range(width) if at not in known and all(_is_person(row[at]) for row in cells)]
    return held[0] if len(held) == 1 else None


def _is_person(text: str) -> bool:
    name = office_before(re.split(r"[,(]", text)[0].strip())[1]
    return is_name(name) and " " in name


def carried(rows: list[dict[int, str]], columns: dict[int, str]) -> list[dict[int, str]]:
    """The rows with the body of the one above where its cell spans several ("Vik kommune | Siv Lie", "| Ola Bø")."""
    if columns.get(0) != "organisation":
        return rows
    out: list[dict[int, str]] = []
    for row in rows:
        empty = not row.get(0, "").strip() and any(text.strip() for text in row.values())
        out.append({**row, 0: out[-1].get(0, "")} if empty and out else row)
    return out


def says_away(values: dict[int, str], name: int) -> bool:
    """True where a cell beside a name says nothing but that its bearer was away ("syk")."""
    return any(_AWAY.match(flat(text).strip(" .()")) for at, text in values.items() if at != name)


def came_instead(values: dict[int, str], name: int, member: Entry) -> Entry | None:
    """The deputy whom the row of somebody away names, from the same body where no other is said."""
    for at, text in values.items():
        match = _INSTEAD.search(flat(text)) if at != name else None
        if match and is_name(match["name"]) and has_given_name(match["name"]) and not _DENIED.search(match["rest"]):
            body = match["body"] or member.organisation
            return replace(
                member, name=match["name"], organisation=body, role="deputy", notes=(), substitute_for=member.name
            )
    return None
