"""Attendance tables without a header row: who, what they are, a cross or not, told by what the columns hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors._entry import Entry, only_told
from extractors._marks import AWAY, FOR_A_WHILE, PLAIN
from extractors._names import has_given_name, is_name, is_office, is_organisation, like_a_person, office_before, role_of
from extractors._roll import people_of
from extractors._roll_cells import cells_of
from extractors._senders import is_common_body
from extractors.lexicon.wording import expression
from pipeline.model import Block, Role
from pipeline.readers.tables import flat

FEWEST = 3
"""Rows of such a table, at least."""
LONGEST = 60
"""Letters of a cell, at most."""
NEAR = 10.0
"""Points by which the cells of one column may begin apart."""
_CROSS = re.compile(r"[xX✓✔☒]|[Jj]a")
_STAYED = expression("roll_unheaded.stayed")
_STANDS_IN = re.compile(r"\b(?:vara|for)\b", re.I)


def unheaded(blocks: Sequence[Block], at: int) -> tuple[int, list[tuple[Entry, str, Block]]]:
    """The people of a table that begins at a block without a header: how many rows it has, and who, status and row."""
    if at and only_told(blocks[at - 1].text.strip(" :")):
        return 0, []  # below "Kopi:"
    rows = list(itertools.takewhile(_tells_of_one, blocks[at:]))
    edges = _edges(rows)
    if len(rows) < FEWEST or len(edges) < 2:
        return 0, []
    cells = [cells_of(row, edges) for row in rows]
    columns = {0: "name"}
    for column in range(1, len(edges)):
        held = [flat(row.get(column, "")).strip() for row in cells]
        if any(_names_somebody(text) for text in held):
            return 0, []  # a second person beside the first: lists beside each other, or signatures
        if (kind := _kind(held)) not in columns.values():
            columns[column] = kind
    named = sum(has_given_name(office_before(row.get(0, ""))[1]) for row in cells)
    if named * 2 < len(rows) or not (
        "present" in columns.values() or {"role", "organisation"} <= set(columns.values())
    ):
        return 0, []
    return len(rows), people_of(rows, columns, [("", left) for left in edges], "present")


def _tells_of_one(block: Block) -> bool:
    """True for a row of short cells with somebody's full name in the first one."""
    texts = [flat(cell.text).strip() for cell in block.lines[0].cells] if block.role is Role.ROW else []
    return len(texts) > 1 and max(map(len, texts)) <= LONGEST and _full_name(texts[0])


def _full_name(text: str) -> bool:
    name = office_before(re.sub(r"\([^()]*\)", "", text).split(",")[0].strip())[1]
    return is_name(name) and " " in name


def _names_somebody(text: str) -> bool:
    return _full_name(text) and like_a_person(text) and not _STANDS_IN.search(text)


def _edges(rows: Sequence[Block]) -> list[float]:
    """Where the columns begin, from the left."""
    lefts = sorted(
        cell.box[0] if cell.box else float(i) for row in rows for i, cell in enumerate(row.lines[0].cells) if cell.text
    )
    near = NEAR if any(cell.box for row in rows for cell in row.lines[0].cells) else 0.5
    return [left for i, left in enumerate(lefts) if not i or left - lefts[i - 1] > near]


def _kind(cells: Sequence[str]) -> str:
    """What a column holds: crosses, offices, bodies, or remarks."""
    said = [text for text in cells if text]
    crosses = sum(_CROSS.fullmatch(text) is not None for text in said)
    marks = [t for t in said if PLAIN.match(t) or AWAY.match(t) or FOR_A_WHILE.match(t) or _STAYED.fullmatch(t)]
    if crosses > 1 and crosses * 2 >= len(cells) and len(marks) == len(said):
        return "present"
    offices = [text for text in said if role_of(text) or is_office(re.split(r"[,(]", text)[0])]
    bodies = [t for t in said if t not in offices and (is_organisation(t) or is_common_body(t) or t[:1].isupper())]
    if len(offices) * 2 >= len(said) or (offices and not bodies):
        return "role"
    return "organisation" if len(bodies) * 2 > len(said) else "note"
