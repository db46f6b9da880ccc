"""The header row of an attendance table: what each column holds, by its heading or by the marks below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._helpers import column_edges
from extractors._marks import AWAY, CROSS, PLAIN
from extractors._names import has_given_name, is_name
from extractors._roll_cells import cells_of, name_column
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.labels import known_label
from pipeline.model import Block
from pipeline.readers.tables import flat

_KINDS = ("name", "role", "organisation", "substitutes", "present", "absent", "note")
"""What a column of such a table may hold, the likeliest first where its heading may mean several things."""
_CROSSED_NOTE = expression("roll_heads.crossed_note")
"""A heading that begins with a word of a remark ("Ikke sak 4")."""
_DEPUTIES = expression("roll_heads.deputies")
"""The heading of a column that names who came for the member of the row."""
_CAME_FOR = expression("roll_heads.came_for")
"""The heading of the column of those who came for owners or bodies."""
SITTING = expression("roll_heads.sitting")
"""The heading of a column for one day or sitting of a meeting."""
_A_MARK = re.compile(r"[xX✓✔☒–—-]|[A-ZÆØÅ]|[Jj]a|[Nn]ei")
"""A mark of presence or absence, alone."""


def headings_of(block: Block, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The headings of a header row and where they begin, in points; two that were read as one cell apart."""
    out: list[tuple[str, float]] = []
    for cell, left in zip(block.lines[0].cells, column_edges(block), strict=True):
        text = flat(cell.text).strip("| ")
        text = text if lexicon.columns_of(text) or "\n" not in cell.text else cell.text.replace("\n", "")
        if cell.box and not lexicon.columns_of(text):
            wide = (cell.box[2] - left) / max(len(text), 1)
            out += [(part, left + start * wide) for start, part in _apart(text, lexicon)]
        else:
            out.append((text, left))
    return out


def _apart(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The headings of one cell and where they begin in it: two where one of presence has another behind it."""
    for space in re.finditer(" ", text):
        first, second = text[: space.start()], text[space.end() :]
        if lexicon.columns_of(first) & {"present", "absent"} and _is_heading(second, lexicon):
            return [(0, first), *((space.end() + at, part) for at, part in _apart(second, lexicon))]
    return [(0, text)]


def _is_heading(text: str, lexicon: Lexicon) -> bool:
    known = lexicon.columns_of(text) or known_label(text, lexicon)[:1] == ("absent",)
    return bool(known) or len(_apart(text, lexicon)) > 1


def lists_marks(heading: str) -> bool:
    """True for a heading that lists the marks of its column ("X/F/–", "Ja/nei")."""
    marks = [mark.strip() for mark in heading.split("/")]
    came = any((cross := CROSS.match(mark)) and not cross["more"] for mark in marks)
    return came and len(marks) > 1 and all(_A_MARK.fullmatch(mark) or AWAY.fullmatch(mark) for mark in marks)


def _marked(below: Sequence[Block], edges: list[float], at: int) -> bool:
    """True for a column of nothing but marks, most of them crosses."""
    cells = [flat(cells_of(row, edges).get(at, "")).strip() for row in below]
    crosses = sum(bool(cell) and CROSS.match(cell) is not None for cell in cells)
    plain = all(PLAIN.match(cell) or _A_MARK.fullmatch(cell) or AWAY.match(cell) for cell in cells)
    return plain and len(cells) > 1 and crosses * 2 >= len(cells)


def headers(block: Block, lexicon: Lexicon, below: Sequence[Block] = ()) -> dict[int, str]:
    """Column number -> what it holds, for a header row; empty where the row is none.

    `below`: the rows under it, which tell the column of names where its heading does not ("Valde | Parti | I møtet").
    """
    found: dict[int, str] = {}
    headings = headings_of(block, lexicon)
    edges = [left for _, left in headings]
    later = {kind for text, _ in headings[1:] for kind in lexicon.columns_of(text)}
    for at, (text, _) in enumerate(headings):
        if not at and text.rstrip().endswith(":") and "present" in lexicon.columns_of(text) & later:
            found[at] = "name"  # "Til stede: | Firma | Til stede"
            continue
        away = {"absent"} if at and "," not in text and known_label(text, lexicon)[:1] == ("absent",) else set()
        kinds = lexicon.columns_of(text) or away or ({"note"} if _CROSSED_NOTE.match(text) else set())
        if name := next((name for name in _KINDS if name in kinds and name not in found.values()), None):
            found[at] = name
        elif at and "present" not in later and (lists_marks(text) or (not text and _marked(below, edges, at))):
            found[at] = "present"
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
    if "name" not in found.values() and found.get(0) == "organisation" and _lists_by_sitting(headings[1:], below):
        found = {0: "organisation"} | dict.fromkeys(range(1, len(headings)), "sitting")
    named = "name" in found.values() or by_organisation(found)
    return found if named and len(found) >= 2 else {}


def _lists_by_sitting(headings: Sequence[tuple[str, float]], below: Sequence[Block]) -> bool:
    """True where every column behind the bodies is for a day or sitting and most of its cells name people."""
    if not headings or not below or not all(SITTING.search(text) for text, _ in headings):
        return False
    cells = [flat(cell.text) for row in below for cell in row.lines[0].cells[1:] if cell.text.strip()]
    named = sum(has_given_name(cell) and is_name(re.split(r"[,(]|\sog\s", cell)[0].strip()) for cell in cells)
    return named > 1 and named * 2 > len(cells)


def by_organisation(columns: dict[int, str]) -> bool:
    """True for a table with a row for each organisation and its people under present and absent."""
    kinds = set(columns.values())
    return "name" not in kinds and "organisation" in kinds and ("sitting" in kinds or {"present", "absent"} <= kinds)


def says_who_came(block: Block, lexicon: Lexicon) -> bool:
    """True for a header row that stands nowhere but in a roll: of names and presence, or of those "represented by"."""
    found = headers(block, lexicon)
    named = [text for at, (text, _) in enumerate(headings_of(block, lexicon)) if found.get(at) == "name"]
    by = named and "organisation" in found.values() and _CAME_FOR.match(named[0])
    return bool(by) or {"name", "present"} <= set(found.values())
