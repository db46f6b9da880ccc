"""Attendance tables: columns by their header (name, function, represents, deputy for), or crosses under present/absent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors._body_first import ABSENT
from extractors._entry import Entry, names_a_group
from extractors._marks import AWAY, CROSS, FOR_A_WHILE, PLAIN
from extractors._names import INITIALS, has_given_name, is_name, is_office, is_organisation, office_before, role_of
from extractors._people import parse
from extractors._remarks import noted, parted
from extractors._roll_cells import by_owner, came_instead, carried, cells_of, says_away
from extractors._roll_heads import SITTING, headers, headings_of
from extractors._senders import is_common_body
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.model import Block, Role
from pipeline.readers.tables import flat

PROVING = 8
"""Rows of a table that tell what its columns hold, at most."""
_COPY = expression("roll.copy")
"""The heading of a column that says who only gets a copy."""
_TOTAL = expression("roll.total")
"""How a row begins that adds up those above."""
_COMES_FROM = expression("roll.comes_from")
"""The label of a list below a table, which white space made a row of it."""


def is_roll(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    """True where an attendance table with a header row begins."""
    return (
        at + 1 < len(blocks)
        and blocks[at].role is Role.ROW
        and bool(headers(blocks[at], lexicon, _below(blocks, at, PROVING)))
    )


def roll(blocks: Sequence[Block], at: int, lexicon: Lexicon, status: str) -> tuple[int, list[tuple[Entry, str, Block]]]:
    """The people of a table from its header row on: how many rows it has, and (entry, status, row) each."""
    rows = _below(blocks, at)
    columns = headers(blocks[at], lexicon, rows[:PROVING])
    return len(rows) + 1, people_of(rows, columns, headings_of(blocks[at], lexicon), status)


def people_of(
    rows: Sequence[Block], columns: dict[int, str], headings: Sequence[tuple[str, float]], status: str
) -> list[tuple[Entry, str, Block]]:
    """The people of rows whose columns are known, by their headings and where those begin: (entry, status, row)."""
    width = {name: i for i, name in columns.items()}
    x_of = [left for _, left in headings]
    found: list[tuple[Entry, str, Block]] = []
    by_row = carried([cells_of(row, x_of) for row in rows], columns)
    copied = _copies(by_row, columns, [text for text, _ in headings])
    crossed_in = _unnamed_marks(by_row, columns, [text for text, _ in headings])
    each = zip(rows, by_row, strict=True)
    for block, values in ((row, torn) for row, cells in each for torn in _rows_of(cells, width.get("name"))):
        if "name" not in width:
            found.extend(_of_organisation(block, values, columns))
            continue
        values = by_owner(values, width["name"], width.get("organisation"))
        text = values.get(width["name"], "")
        entries, _ = parse(text, lines=True)
        if not entries:
            continue
        entry, *others = entries
        sure = all(" " in e.name and has_given_name(e.name) for e in entries)  # "Kari Nes og Ola Bø"
        body = {"organisation": values.get(width.get("organisation", -1), "")}
        others = [_fill(other, body) for other in others] if sure else []
        if crossed_in and not any(CROSS.match(values.get(i, "").strip()) for i in crossed_in):
            entry = _fill(entry, {name: values.get(i, "") for name, i in width.items()})
            found.extend((e, "absent", block) for e in (entry, *others))
            continue
        entry = _fill(entry, {name: values.get(i, "") for name, i in width.items()})
        state = status
        if "absent" in width or "present" in width:
            marks = {
                name: match
                for name in ("present", "absent")
                if name in width and (match := CROSS.match(values.get(width[name], "").strip()))
            }
            crossed = set(marks)
            said = values.get(width.get("present", -1), "").strip()
            if not crossed and (FOR_A_WHILE.match(said) or role_of(said)):
                crossed = {"present"}  # "Observatør", "på Teams", "fra kl. 10"
                entry = noted(entry, (said,))
            if not crossed and any(CROSS.match(values.get(i, "").strip()) for i in copied):
                continue  # a copy went to them, no more
            more = [note for match in marks.values() if (note := match["more"].strip(" ()."))]
            entry = noted(entry, tuple(more))
            if not crossed and {"present", "absent"} <= set(width):
                continue  # a copy went to them, no more
            both = values.get(width.get("present", -1), "").strip()
            if crossed == {"absent"} or AWAY.match(both) or ("absent" not in width and not crossed):
                state = "absent"
                if both and not AWAY.match(both) and not PLAIN.match(both):
                    entry = noted(entry, (both,))  # "ferie"
        elif says_away(values, width["name"]):
            state = "absent"
        found.extend((e, state, block) for e in (entry, *others))
        if state == "absent" and (deputy := came_instead(values, width["name"], entry)):
            found.append((deputy, "present", block))
        if "deputies" in width:
            met, _ = parse(values.get(width["deputies"], ""), lines=True)
            found.extend(
                (
                    replace(
                        e, role="deputy", organisation=e.organisation or entry.organisation, substitute_for=entry.name
                    ),
                    "present",
                    block,
                )
                for e in met[:1]
                if not CROSS.match(e.name)
            )
    return found


def _below(blocks: Sequence[Block], at: int, most: int | None = None) -> list[Block]:
    """The rows of a table under its header, all or at most so many."""
    last = None if most is None else at + 1 + most
    return list(itertools.takewhile(_is_row, blocks[at + 1 : last]))


def _is_row(block: Block) -> bool:
    """True for a further row of the table, above those that add it up."""
    return block.role is Role.ROW and not _TOTAL.match(block.text) and not _COMES_FROM.match(block.label or "")


def _copies(rows: Sequence[dict[int, str]], columns: dict[int, str], headings: Sequence[str]) -> list[int]:
    """The columns of those who only got a copy, where nobody who came has a cross there."""
    came = [at for at, kind in columns.items() if kind == "present"]
    return [
        at
        for at, heading in enumerate(headings)
        if _COPY.match(heading)
        and columns.get(at, "note") == "note"
        and not any(CROSS.match(row.get(i, "").strip()) and row.get(at, "").strip() for row in rows for i in came)
    ]


def _unnamed_marks(rows: Sequence[dict[int, str]], columns: dict[int, str], headings: Sequence[str]) -> list[int]:
    """The columns of nothing but crosses, one for each day or sitting, where no heading speaks of presence."""
    if {"present", "absent"} & set(columns.values()):
        return []
    found = []
    for at, heading in enumerate(headings):
        cells = [row.get(at, "").strip() for row in rows]
        if (
            at not in columns
            and SITTING.search(heading)
            and all(PLAIN.match(cell) for cell in cells)
            and sum(map(bool, cells)) * 2 > len(cells)
        ):
            found.append(at)
    return found


def _rows_of(values: dict[int, str], name: int | None) -> Iterator[dict[int, str]]:
    """A row as it is, as the several that no rule divides, or with a name put together that broke within its cell."""
    lines = values.get(name, "").split("\n") if name is not None else []
    if name is None or len(lines) < 2:
        yield values
        return
    cells = {at: text.split("\n") for at, text in values.items()}
    each = all(len(parts) in (1, len(lines)) for parts in cells.values())
    bare = [office_before(re.sub(r"\([^()]*\)", "", line).strip())[1] for line in lines]
    if each and all(is_name(line) and has_given_name(line) for line in bare):
        for at in range(len(lines)):
            yield {i: parts[at] if len(parts) > 1 else parts[0] for i, parts in cells.items()}
    elif is_name(office_before(flat(values[name]))[1]):
        yield {**values, name: flat(values[name])}
    else:
        yield values


def _of_organisation(block: Block, values: dict[int, str], columns: dict[int, str]) -> list[tuple[Entry, str, Block]]:
    """The people of one organisation's row: one a line under present or absent, or as a list under each sitting."""
    body = next((flat(values.get(at, "")).strip() for at, kind in columns.items() if kind == "organisation"), "")
    found: list[tuple[Entry, str, Block]] = []
    for at, kind in columns.items():
        text = values.get(at, "")
        stayed = ABSENT.match(flat(text)) if kind == "sitting" else None
        state = "absent" if kind == "absent" or stayed else "present"
        lists = kind == "sitting" and "," in text
        for line in [stayed["names"]] if stayed else [flat(text)] if lists else text.split("\n"):
            entries, _ = parse(line, lines=True) if kind in ("present", "absent", "sitting") else ([], [])
            found.extend((replace(e, organisation=e.organisation or body or None), state, block) for e in entries)
    return found


def _fill(entry: Entry, values: dict[str, str]) -> Entry:
    """The person with what the other columns say."""
    organisation = flat(values.get("organisation", "")).strip()
    letters = entry.organisation or ""
    if organisation and INITIALS.match(letters) and letters not in organisation.split():
        entry = replace(entry, organisation=None, notes=(*entry.notes, letters))  # "Kari Nes (PL) | Lia kommune"
    if organisation and entry.organisation is None:
        plain = "," not in organisation and not is_organisation(organisation)
        group = plain and names_a_group(organisation)  # "Dei tilsette"
        if group or (organisation[:1].islower() and not is_common_body(organisation)):
            entry = noted(entry, tuple(re.split(r"\s*,\s*", organisation)))  # "fast tilsett", "student"
        elif divided := parted(organisation, entry):
            entry = noted(replace(entry, organisation=divided[0]), divided[1])  # "Statens vegvesen, byggjeleiar"
        else:
            entry = replace(entry, organisation=organisation)
    function = values.get("role", "").strip()
    if function:
        role = role_of(function)
        office = is_office(re.split(r"[,(]", function)[0])
        if entry.organisation is None and is_organisation(function) and not role and not office:
            entry = replace(entry, organisation=function)
        else:
            entry = replace(entry, role=entry.role or role, notes=(*entry.notes, function))
    other = values.get("substitutes", "").strip()
    if other and is_name(office_before(other)[1], single=True):
        entry = replace(entry, role=entry.role or "deputy", substitute_for=office_before(other)[1])
    note = values.get("note", "").strip()
    return noted(entry, (note,)) if note else entry
