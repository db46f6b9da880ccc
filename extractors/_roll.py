"""Attendance tables: columns by their header (name, function, represents, deputy for), or crosses under present/absent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors._entry import Entry, names_a_group
from extractors._helpers import column_edges
from extractors._names import INITIALS, has_given_name, is_name, is_office, is_organisation, office_before, role_of
from extractors._people import parse
from extractors._remarks import noted, parted
from extractors._roll_cells import by_owner, came_instead, carried, cells_of, name_column, says_away
from extractors._senders import is_common_body
from extractors.lexicon import Lexicon
from pipeline.labels import known_label
from pipeline.model import Block, Role
from pipeline.readers.tables import flat

_KINDS = ("name", "role", "organisation", "substitutes", "present", "absent", "note")
"""What a column of such a table may hold, the likeliest first where its heading may mean several things."""
PROVING = 8
"""Rows of a table that tell what its columns hold, at most."""
_CROSSED_NOTE = re.compile(r"^(?:ikke|ikkje|kun|berre|sak)\b", re.I)
"""A heading that begins with a word of a remark ("Ikke sak 4")."""
_DEPUTIES = re.compile(r"^(?:vara\w*\s+(?:som\s+)?(?:har\s+)?møtt\w*|(?:møtt|møtende|møtande)\s+vara\w*)$", re.I)
"""The heading of a column that names who came for the member of the row."""
_CROSS = re.compile(
    r"^(?:x|✓|✔|ja|j|•|1|☒|v|ok|møtte?|t|til ?stede?|til ?stades|m|h)(?![^\W\d_])[\s,;:–-]*(?P<more>.*)$", re.I | re.S
)
"""A mark for having come, and what it says besides ("Ja, fra kl. 11")."""

_FOR_A_WHILE = re.compile(
    r"^(?:delvis|deler? av|bare|berre|kun|fra|frå|til|kl|sak|digitalt|teams|zoom|skype|nett|video|telefon|tlf|på (?:teams|zoom|skype|nett|video|telefon|skjerm)|via|per|fysisk|gjest|vara)\b",
    re.I,
)
"""What a cell of a column of presence says of how or when somebody was there."""
_AWAY = re.compile(
    r"^(?:f|ff|forfall|meldt forfall|fr|fravær\w*|fråvær\w*|nei|n|ikke møtt|ikkje møtt)(?![^\W\d_])", re.I
)
"""A mark for having stayed away, in a column that says both."""
_SITTING = re.compile(r"dag\b|\d|økt|sesjon|møte|\bdel\b", re.I)
"""The heading of a column for one day or sitting of a meeting."""
_COPY = re.compile(r"^(?:kopi|til (?:orientering|info\w*)|orientering)\b", re.I)
"""The heading of a column that says who only gets a copy."""
_TOTAL = re.compile(r"^\W*(?:til sammen|tilsammen|til saman|sum|totalt|i alt|samla|samlet|stemmer i alt)\b", re.I)
"""How a row begins that adds up those above."""
_COMES_FROM = re.compile(
    r"(?:fra|frå|for|andre|øvrige|ellers|elles|dessuten|dessutan|i tillegg|også)\b|.*\b(?:møtte|deltok|til ?stede|til ?stades)$",
    re.I,
)
"""The label of a list below a table, which white space made a row of it."""
_PLAIN = re.compile(r"^(?:x|✓|✔|☒|[–—-]?)$", re.I)
"""A cell of a column of crosses."""


def _headings(block: Block, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The headings of a header row and where they begin, in points; two that were read as one cell apart."""
    out: list[tuple[str, float]] = []
    for cell, left in zip(block.lines[0].cells, column_edges(block), strict=True):
        text = flat(cell.text).strip("| ")
        text = text if lexicon.columns_of(text) or "\n" not in cell.text else cell.text.replace("\n", "")
        first, _, second = text.partition(" ")
        marks = lexicon.columns_of(first) & {"present", "absent"}
        if cell.box and second and marks and lexicon.columns_of(second) and not lexicon.columns_of(text):
            share = (len(first) + 1) / len(text)
            out += [(first, left), (second, left + share * (cell.box[2] - left))]
        else:
            out.append((text, left))
    return out


def headers(block: Block, lexicon: Lexicon, below: Sequence[Block] = ()) -> dict[int, str]:
    """Column number -> what it holds, for a header row; empty where the row is none.

    `below`: the rows under it, which tell the column of names where its heading does not ("Valde | Parti | I møtet").
    """
    found: dict[int, str] = {}
    headings = _headings(block, lexicon)
    later = {kind for text, _ in headings[1:] for kind in lexicon.columns_of(text)}
    for at, (text, _) in enumerate(headings):
        if not at and text.rstrip().endswith(":") and "present" in lexicon.columns_of(text) & later:
            found[at] = "name"  # "Til stede: | Firma | Til stede"
            continue
        away = {"absent"} if at and "," not in text and known_label(text, lexicon)[:1] == ("absent",) else set()
        kinds = lexicon.columns_of(text) or away or ({"note"} if _CROSSED_NOTE.match(text) else set())
        if name := next((name for name in _KINDS if name in kinds and name not in found.values()), None):
            found[at] = name
        if at and _DEPUTIES.match(text) and "deputies" not in found.values():
            found[at] = "deputies"
    first = known_label(flat(block.lines[0].cells[0].text), lexicon)[:1]
    if "name" not in found.values() and (
        found.get(0) == "present" or first in (("present",), ("absent",), ("deputy",))
    ):
        found[0] = "name"  # "Møtt | Parti", "Varamedlemmer som møtte | Møtte for"
    unnamed = (
        "name" not in found.values() and {"present", "absent"} & set(found.values()) and not by_organisation(found)
    )
    if unnamed and (column := name_column(below, found, len(block.lines[0].cells))) is not None:
        found[column] = "name"
    named = "name" in found.values() or by_organisation(found)
    return found if named and len(found) >= 2 else {}


def by_organisation(columns: dict[int, str]) -> bool:
    """True for a table with a row for each organisation and its people under present and absent."""
    return "name" not in columns.values() and {"organisation", "present", "absent"} <= set(columns.values())


def says_who_came(block: Block, lexicon: Lexicon) -> bool:
    """True for a header row with a column of names and one of presence, which stands nowhere but in a roll."""
    return {"name", "present"} <= set(headers(block, lexicon).values())


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
    width = {name: i for i, name in columns.items()}
    headings = _headings(blocks[at], lexicon)
    x_of = [left for _, left in headings]
    found: list[tuple[Entry, str, Block]] = []
    by_row = carried([cells_of(row, x_of) for row in rows], columns)
    copied = _copies(by_row, columns, [text for text, _ in headings])
    crossed_in = _unnamed_marks(by_row, columns, [text for text, _ in headings])
    each = zip(rows, by_row, strict=True)
    for block, values in ((row, torn) for row, cells in each for torn in _rows_of(cells, width.get("name"))):
        if "name" not in width:
            found.extend(_of_organisation(block, values, width))
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
        if crossed_in and not any(_CROSS.match(values.get(i, "").strip()) for i in crossed_in):
            entry = _fill(entry, {name: values.get(i, "") for name, i in width.items()})
            found.extend((e, "absent", block) for e in (entry, *others))
            continue
        entry = _fill(entry, {name: values.get(i, "") for name, i in width.items()})
        state = status
        if "absent" in width or "present" in width:
            marks = {
                name: match
                for name in ("present", "absent")
                if name in width and (match := _CROSS.match(values.get(width[name], "").strip()))
            }
            crossed = set(marks)
            said = values.get(width.get("present", -1), "").strip()
            if not crossed and (_FOR_A_WHILE.match(said) or role_of(said)):
                crossed = {"present"}  # "Observatør", "på Teams", "fra kl. 10"
                entry = noted(entry, (said,))
            if not crossed and any(_CROSS.match(values.get(i, "").strip()) for i in copied):
                continue  # a copy went to them, no more
            more = [note for match in marks.values() if (note := match["more"].strip(" ()."))]
            entry = noted(entry, tuple(more))
            if not crossed and {"present", "absent"} <= set(width):
                continue  # a copy went to them, no more
            both = values.get(width.get("present", -1), "").strip()
            if crossed == {"absent"} or _AWAY.match(both) or ("absent" not in width and not crossed):
                state = "absent"
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
                if not _CROSS.match(e.name)
            )
    return len(rows) + 1, found


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
        and not any(_CROSS.match(row.get(i, "").strip()) and row.get(at, "").strip() for row in rows for i in came)
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
            and _SITTING.search(heading)
            and all(_PLAIN.match(cell) for cell in cells)
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


def _of_organisation(block: Block, values: dict[int, str], width: dict[str, int]) -> list[tuple[Entry, str, Block]]:
    """The people of one organisation's row, one a line under present or absent."""
    organisation = values.get(width["organisation"], "").strip() or None
    found: list[tuple[Entry, str, Block]] = []
    for state in ("present", "absent"):
        for line in values.get(width[state], "").split("\n"):
            entries, _ = parse(line, lines=True)
            found.extend((replace(e, organisation=e.organisation or organisation), state, block) for e in entries)
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
