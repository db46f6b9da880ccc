"""Tables of actions: what their columns hold, and rows that need no header to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors._actors import Cast
from extractors._matching import cue
from extractors._owners import actors_of
from extractors._task_verbs import kind_of
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import sentences
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

_ORDER = ("owner", "due", "case", "status")
_ALSO_TASK = ("text", "telling", "note")


_OF_PEOPLE = frozenset({"name", "role", "organisation", "present", "absent", "substitutes"})
"""What columns hold that tell who came, and never a task ("Hvem | Verv | Der?")."""


def header(headings: list[str], lexicon: Lexicon) -> dict[str, int]:
    """Columns of an action table's header: task, owner, due, case, status; empty where it is none."""
    kinds = [lexicon.columns_of(heading) or _longer(heading, lexicon) for heading in headings]
    found: dict[str, int] = {}
    for at, kind in enumerate(kinds):
        if name := next((name for name in _ORDER if name in kind and name not in found), None):
            found[name] = at
        elif "task" in kind:
            found["task"] = at
    if "task" not in found and any("decision" in kind for kind in kinds):
        return {}  # a table of matters and what was decided, whose owners are those of the matters
    also = (at for name in _ALSO_TASK for at, kind in enumerate(kinds) if name in kind and at not in found.values())
    if "task" not in found and (other := next(also, None)) is not None:
        found["task"] = other
    if len(headings) < 3 and ("task" not in found or any(heading.rstrip().endswith(":") for heading in headings)):
        return {}
    if "owner" in found and "task" not in found:
        rest = [at for at in range(len(headings)) if at not in found.values() and not kinds[at] & _OF_PEOPLE]
        if rest:
            found["task"] = rest[-1]
    return found if "task" in found and ("owner" in found or "due" in found) else {}


def _longer(heading: str, lexicon: Lexicon) -> frozenset[str]:
    """What a longer heading of a column says by how it begins ("Hvem tar det videre")."""
    folded = heading.casefold().strip()
    begins = any(folded.startswith(word) for word in lexicon.lists["column_owner"])
    return frozenset({"owner"}) if begins and " " in folded else frozenset()


_DATE_LIKE = expression("action_rows.date_like")


def bare(block: Block, cast: Cast, *, listed: bool) -> tuple[list[str], str, str] | None:
    """Owners, task and due words of a row under no header; None where it is no task.

    `listed`: the row stands under a label for tasks, where an owner may come first. Elsewhere only an owner in the
    margin beside a sentence is one: the task is the last sentence beside it.
    """
    cells = _cells(block)
    if len(cells) < 2 or len(cells) > 3:
        return None
    if listed and (names := _people(cells[0], cast)) and len(cells[1].split()) > 1:
        return names, cells[1], cells[2] if len(cells) > 2 else ""
    names = _people(cells[1], cast)
    due = cells[2] if len(cells) > 2 else ""
    if not names or (due and not _DATE_LIKE.fullmatch(due)):
        return None
    if listed:
        return names, cells[0], due
    said = [cells[0][start:end] for start, end in sentences.split(cells[0])]
    task = said[-1] if said else ""
    acts = any(
        kind_of(word.casefold().strip(".,")) in ("present", "passive") or word in ("skal", "må")
        for word in task.split()
    )
    if due and not acts and len(task.split()) > 2 and (any(map(str.isdigit, due)) or " " in due):
        return names, task, due  # a deadline of its own says that it is a task, whatever its verb
    return (names, task, due) if acts and task.rstrip().endswith(".") and len(task.split()) > 2 else None


def handed_out(document: Document, cast: Cast) -> Iterator[tuple[Block, list[str], str]]:
    """Rows below a line that announces who got what ("Oppgavene ble fordelt slik:"): each with its owners and task.

    Which of the two columns names them is told by all rows together; then whatever stands there is an owner. A task of
    one word says too little without who does it.
    """
    blocks = document.blocks
    for lead in blocks:
        if lead.role is Role.ROW or not lead.text.rstrip().endswith(":"):
            continue
        last = [lead.text[start:end] for start, end in sentences.split(lead.text)][-1:]
        if not last or not cue("hands_out").find(last[0]):
            continue
        rows: list[tuple[Block, list[str]]] = []
        for block in blocks[lead.index + 1 :]:
            if block.role is not Role.ROW or len(cells := _cells(block)) != _PAIR:
                break
            rows.append((block, [_ASIDE.sub("", cell).strip(" –-•*") for cell in cells]))
        named = [sum(bool(_people(cells[at], cast)) for _, cells in rows) for at in range(_PAIR)]
        owner = 1 if named[1] >= named[0] else 0
        if len(rows) > 1 and named[owner] * 2 >= len(rows):
            for block, cells in rows:
                task = cells[1 - owner]
                yield block, cast.split(cells[owner]), task if " " in task else flat(block.text.replace(" | ", " "))


_PAIR = 2
"""Columns of a list of who got what."""
_ASIDE = re.compile(r"\s*\([^)]*\)?")


def _cells(block: Block) -> list[str]:
    """What the cells of a row hold, the empty ones left out."""
    return [cell for cell in (flat(one.text).strip() for one in block.lines[0].cells) if cell]


def _people(cell: str, cast: Cast) -> list[str]:
    """The people of the meeting, or "all", that a cell is made of; empty where it says anything else."""
    names = actors_of(cell.replace("+", ","), cast, loose=False)
    every = all(cast.full(name) in cast.persons or name.casefold() in ("alle", "vi", "styret") for name in names)
    return names if every else []
