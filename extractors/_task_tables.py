"""Tasks in the rows of tables: under a header, with an owner in the margin, in a column for decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import _due
from extractors._action_rows import bare, handed_out
from extractors._action_rows import header as header_of
from extractors._actors import Cast
from extractors._clauses import subject
from extractors._doers import doers
from extractors._due import Due
from extractors._helpers import (
    by_column,
    column_edges,
    regions,
)
from extractors._matching import word_list
from extractors._next_words import NEXT
from extractors._resolutions import decision_cells
from extractors._task_verbs import kind_of
from extractors._tasks import DONE, Action, make
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import sentences
from pipeline.model import Document, Role, When
from pipeline.readers.tables import flat


def in_decision_cells(document: Document, cast: Cast) -> Iterator[Action]:
    """What the column for decisions of a table gives to somebody ("Godkjent. Kari ringer kommunen.")."""
    for block, text in decision_cells(document, set()):
        for start, end in sentences.split(text):
            said = text[start:end]
            found = subject(said, cast)
            if found and all(cast.full(name) in cast.persons for name in found[0]):
                yield make(block.place(), block.index, "decision table", 0.75, found[0], said, _due.find(said), cast)


def in_tables(document: Document, cast: Cast, taken: set[int], lexicon: Lexicon) -> Iterator[Action]:
    """Rows of tables that have a column for who is responsible."""
    columns: dict[str, int] = {}
    xs: list[float] = []
    region = regions(document, lexicon)
    handed = {block.index: (names, what) for block, names, what in handed_out(document, cast)}
    told = False  # the column holds all that was said of a matter, not tasks alone
    for block in document.blocks:
        if block.role is not Role.ROW:
            columns = {}
            continue
        cells = block.lines[0].cells
        header = header_of([flat(cell.text) for cell in cells], lexicon)
        if header:
            columns, xs = header, column_edges(block)
            told = "task" not in lexicon.columns_of(flat(cells[header["task"]].text))
            taken.add(block.index)
            continue
        if not columns and block.index in handed:
            taken.add(block.index)
            names, what = handed[block.index]
            yield make(block.place(), block.index, "handed out", 0.85, names, what, _due.find(what), cast)
            continue
        if not columns:
            row = bare(block, cast, listed=region[block.index] == "action") if document.item_of(block.index) else None
            if row and not DONE.search(row[1]):
                names, what, due = row
                dues = _due.find(f"Frist: {due}") if due else _due.find(what)
                yield make(block.place(), block.index, "owner in the margin", 0.8, names, what, dues, cast)
            continue
        taken.add(block.index)
        values = by_column(block, xs)
        what = " ".join(values.get(i, "") for name, i in columns.items() if name == "task").strip()
        due = values.get(columns["due"], "").replace("☐", "") if "due" in columns else ""
        if NEXT.search(block.text) and len(block.text) < 60 and not NEXT.search(due):
            columns = {}  # the line that ends the minutes; "Neste møte" as a deadline does not
            continue
        status = flat(values.get(columns["status"], "")).strip(" -–.") if "status" in columns else ""
        if not what or (status and status.casefold() not in word_list("status_new")) or DONE.search(due):
            continue  # a row with a status is the follow-up of an old action
        named = values.get(columns["owner"], "") if "owner" in columns else ""
        if whole := _told_by_owners(flat(named), cast):
            yield from (
                make(block.place(), block.index, "action table", 0.85, names, said, _due.find(f"{said} {due}"), cast)
                for names, said in whole
            )
            continue
        if told:
            given = bool(named.strip(" -–") or due.strip(" -–"))
            if not (what := _assigning(flat(what), cast) or (what if given else "")):
                continue  # a point of which only is told
        dues = _due.find(f"Frist: {due}") if due.strip(" -–") else _due.find(what)
        if due.strip(" -–") and not dues:
            dues = (Due(0, len(due), When(due.strip()), "vague", False),)
        names = cast.split(named) if named.strip(" -–") else _told_names(what, cast) if told else []
        action = make(block.place(), block.index, "action table", 0.92, names, flat(what), dues, cast)
        case = values.get(columns["case"], "").strip(" .") if "case" in columns else ""
        numbers = {item.number for item in document.items if item.number}
        yield replace(action, case=case) if case and (case in numbers or not numbers) else action


def _told_by_owners(cell: str, cast: Cast) -> list[tuple[list[str], str]]:
    """The sentences of a column of owners that tell the tasks whole ("Kari ringer kommunen."), with their owners."""
    said = [cell[start:end] for start, end in sentences.split(cell)]
    found = [
        (names, one)
        for one in said
        if len(one.split()) > 2
        and (opens := cast.pattern.match(one))
        and kind_of(one[opens.end() :].split()[0].casefold() if one[opens.end() :].split() else "") == "present"
        and (names := doers(one, [], cast))
    ]
    return found if len(found) == len(said) else []


def _told_names(text: str, cast: Cast) -> list[str]:
    """Who has something to do by the words themselves."""
    found = subject(text, cast)
    return found[0] if found else []


def _assigning(text: str, cast: Cast) -> str:
    """The sentences of all that was said of a matter that give somebody something to do; "" where none does."""
    said = [text[start:end] for start, end in sentences.split(text)]
    found = [one for one in said if (who := subject(one, cast)) and who[1] not in word_list("stative")]
    if said and not found and _PASSIVE_LAST.search(said[-1]):
        found = said[-1:]
    return " ".join(found)


_PASSIVE_LAST = expression("task_tables.passive_last", re.NOFLAG)
"""A verb by which the last sentence of a point asks for something."""
