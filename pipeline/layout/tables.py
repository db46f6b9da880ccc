"""Rows of ruled tables that are no table: forms with a label in the first cell, lists of people beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lexicon import Lexicon
from pipeline.labels import known_label
from pipeline.minutes_table import slice_of
from pipeline.model import Box, Cell, Line
from pipeline.numbering import opening
from pipeline.readers.tables import flat

_BESIDE_NAMES = frozenset({"organisation", "role", "note"})
"""What a column beside names holds."""
_TRAILING_HEADS = ("Parti", "Representerer", "Representerar", "Organisasjon", "Funksjon", "Stilling")
_TRAILING_HEAD = re.compile(rf"\s+(?:{'|'.join(_TRAILING_HEADS)})$")
_FORM_MEANINGS = frozenset(
    """
    present absent deputy chair minute_taker secretary observer date time place date_time time_place end
    body number group members next_meeting distribution attachment
    """.split()
)


_TEXT_MEANINGS = frozenset({"decision", "proposal", "treatment"})
"""What a label in a column of its own may say of the text beside it."""
_TEXT_WORDS = 3
"""Words of such a text, at least: fewer are the heading of a column."""


def _is_beside_text(line: Line, lexicon: Lexicon) -> bool:
    """True for a row that is a label and the text beside it ("Vedtak | Saken utsettes.")."""
    if len(line.cells) != 2:
        return False
    beside = flat(line.cells[1].text)
    known = bool(lexicon.columns_of(beside)) or bool(known_label(beside, lexicon))
    return len(beside.split()) >= _TEXT_WORDS and not known


def side_by_side(lines: list[Line], lexicon: Lexicon, letter: float) -> list[Line]:
    """A ruled table with lists of people beside each other, as one list after the other."""
    out: list[Line] = []
    heads: list[Cell] = []
    table: int | None = None
    columns: list[list[Line]] = []
    for line in [*lines, None]:
        if heads and (line is None or line.table != table or len(line.cells) != len(heads)):
            out.extend(row for column in columns for row in column)
            heads = []
        if line is None:
            break
        if (
            not heads
            and line.table is not None
            and len(line.cells) >= 2
            and all(_heads_people(cell.text, lexicon) for cell in line.cells)
        ):
            heads, table = list(line.cells), line.table
            columns = [
                [replace(line, text=f"{flat(c.text).strip(' :')}:", raw=flat(c.text), cells=(), table=None, box=c.box)]
                for c in line.cells
            ]
        elif not heads and line.table is not None and (lists := _listed_in_cells(line, lexicon, letter)):
            out.extend(lists)
        elif heads:
            for column, cell in zip(columns, line.cells, strict=True):
                values = [t for t in cell.text.split("\n") if t]
                for at, value in enumerate(values):
                    box = slice_of(cell.box, at, len(values), letter, value)
                    column.append(replace(line, text=value, raw=value, cells=(), table=None, box=box, gap=0.2))
        else:
            out.append(line)
    return out


def _listed_in_cells(line: Line, lexicon: Lexicon, letter: float) -> list[Line]:
    """A row whose every cell is a list of people under its own label on the first line; empty where one is not."""
    out: list[Line] = []
    for cell in line.cells:
        values = [t for t in cell.text.split("\n") if t.strip()]
        if len(values) < 2 or not _heads_people(values[0], lexicon):
            return []
        for at, value in enumerate(values):
            box = slice_of(cell.box, at, len(values), letter, value)
            text = value if at else f"{value.strip(' :')}:"
            out.append(replace(line, text=text, raw=value, cells=(), table=None, box=box, gap=0.2))
    return out


def _heads_people(text: str, lexicon: Lexicon) -> bool:
    meaning = known_label(flat(text).strip(" :"), lexicon)[:1]
    return bool(meaning) and meaning[0] in ("present", "absent", "deputy", "observer", "group") and len(text) < 45


def _labelled(text: str, lexicon: Lexicon) -> bool:
    """True for a cell that holds a label of a form and its value ("Møteleder: Ola Nes")."""
    match = re.match(r"^([^:\n]{2,30}):\s*\S", text)
    meaning = known_label(match[1], lexicon)[:1] if match else ()
    return bool(meaning) and meaning[0] in _FORM_MEANINGS


def fresh(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines without the word "new" in columns of status: the task of such a row is no follow-up of an old one."""
    out: list[Line] = []
    status, table = -1, None
    for line in lines:
        kinds = [lexicon.columns_of(cell.text) for cell in line.cells] if line.table is not None else []
        if any("task" in kind for kind in kinds) and any("status" in kind for kind in kinds):
            status, table = next(at for at, kind in enumerate(kinds) if "status" in kind), line.table
        elif line.table is not None and line.table == table and status < len(line.cells):
            said = flat(line.cells[status].text).strip(" .:!").casefold()
            if said in lexicon.lists["status_new"]:
                cells = list(line.cells)
                cells[status] = replace(cells[status], text="")
                line = replace(line, cells=tuple(cells))
        out.append(line)
    return out


def _all_heads(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """True for headings of columns, two or more, behind a label with its colon ("Medlemer: | Parti | Møtt")."""
    known = [bool(lexicon.columns_of(cell.text)) for cell in cells]
    return len(known) > 1 and sum(known) > len(known) / 2 and not any(":" in cell.text for cell in cells)


def forms(line: Line, lexicon: Lexicon, letter: float) -> Iterator[Line]:
    """A row whose first cell is a label, as a labelled line; the further lines of its value follow."""
    cells = line.cells
    if (
        not cells
        and line.text.endswith(_TRAILING_HEADS)
        and (bare := _TRAILING_HEAD.sub("", line.text)) != line.text
        and known_label(bare, lexicon)[:1] in (("present",), ("absent",), ("deputy",))
    ):
        yield replace(line, text=bare)
        return
    if len(cells) < 2 or not cells[0].text:
        yield line
        return
    if all(_labelled(cell.text, lexicon) for cell in cells if cell.text):
        for cell in cells:
            if cell.text:
                text = flat(cell.text)
                yield replace(line, text=text, raw=text, cells=(), table=None, box=cell.box or line.box)
        return
    head = cells[0].text.strip(" :")
    meaning = known_label(head, lexicon)
    numbered = opening(f"{head} X")
    if line.table is None and len(cells) == 2 and numbered and numbered.strong and len(head) < 18:
        yield replace(line, cells=())  # a case number in a column of its own, its title beside it
        return
    beside_text = bool(meaning) and meaning[0] in _TEXT_MEANINGS and _is_beside_text(line, lexicon)
    if beside_text and line.table is None:
        text = f"{head}: {flat(cells[1].text)}"  # what goes on below it stands below the second cell
        yield replace(line, text=text, raw=line.raw or text, cells=(), table=None, box=cells[1].box or line.box)
        return
    if not beside_text and (not meaning or meaning[0] not in _FORM_MEANINGS or len(head) > 40):
        yield line
        return
    if all(lexicon.columns_of(cell.text) & _BESIDE_NAMES for cell in cells[1:]):
        yield replace(line, text=head, raw=head, cells=(), table=None)  # "Følgende medlemmer møtte | Parti"
        return
    # A header of a table of people ("Navn | Møtt | Forfall") has labels in several cells: it stays a row.
    heads = ":" not in line.text or (cells[0].text.rstrip().endswith(":") and _all_heads(cells[1:], lexicon))
    if heads and any(known_label(cell.text.strip(" :"), lexicon) for cell in cells[1:]):
        yield line
        return
    pairs: list[tuple[str, list[str], Box | None]] = [(head, [], cells[0].box)]
    for cell in cells[1:]:
        label = re.match(r"^([^:]{2,30}):\s*(.*)$", cell.text, re.S)
        if label and known_label(label[1], lexicon)[:1] and known_label(label[1], lexicon)[0] in _FORM_MEANINGS:
            pairs.append((label[1], [t for t in label[2].split("\n") if t], cell.box))
        else:
            pairs[-1][1].extend(t for t in cell.text.split("\n") if t)
    for label_text, values, box in pairs:
        first = values[0] if values else ""
        part = slice_of(cells[-1].box or box, 0, len(values), letter, first) if line.table is not None else line.box
        whole = (box[0], part[1], part[2], part[3]) if box and part else line.box
        yield replace(
            line,
            text=f"{flat(label_text)}: {first}".strip(),
            raw=line.raw if line.table is None else first or label_text,
            cells=(),
            table=None,
            box=whole,
        )
        for at, value in enumerate(values[1:], 1):
            yield replace(
                line,
                text=value,
                raw=value,
                cells=(),
                table=None,
                box=slice_of(cells[-1].box or box, at, len(values), letter, value),
                gap=0.2,
            )
