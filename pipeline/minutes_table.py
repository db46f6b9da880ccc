"""Minutes kept in a table ("Sak | Tema og konklusjon | Ansvar | Frist"), written out as minutes are elsewhere.

Each numbered row becomes a heading with its number and title, the text below it, and lines for who is responsible and
by when, so that everything after reads one form only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.model import Box, Line
from pipeline.numbering import opening
from pipeline.readers.tables import flat

_NUMBER = re.compile(r"^(?:sak|saks?\s?nr\.?|saksnummer|nr\.?|pkt\.?|punkt|post|#|sak nr\.?)$", re.I)
_OWNER = re.compile(r"^(?:ansvar\w*|ansv\.?|hvem|kven|oppfølging|oppfølges av)$", re.I)
_DUE = re.compile(r"^(?:frist\w*|tidsfrist|når|innen|innan)$", re.I)
_TASK = re.compile(r"^(?:tiltak|oppgave|oppgåve|aksjon|hva|kva|gjøremål|gjeremål|aktivitet)\w*$", re.I)
_TELLING = re.compile(
    r"^(?:referat|drøft|omtal|konklusjon|oppsummering|handsaming|"
    r"behandling|kommentar|diskusjon|notat|vedtak|beslutning|avgjer)\w*",
    re.I,
)
_DECISION = re.compile(r"^(?:vedtak|konklusjon|beslutning|avgjerd|avgjersle)\w*$", re.I)
_TITLE_LENGTH = 90
"""Letters that a title may have; a longer first line is text."""
_TEXT_LENGTH = 60
"""Letters in a row from which on it tells more than a task does."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of such a table hold: cell numbers of the text, the owner and the deadline."""

    texts: tuple[int, ...]
    owner: int | None
    due: int | None
    labels: dict[int, str]
    """Columns of what was decided, with the header that labels their text."""


def unroll(lines: Sequence[Line], letter: float) -> list[Line]:
    """The page's lines with every table of minutes written out; `letter` is the width of a letter in points."""
    out: list[Line] = []
    at = 0
    while at < len(lines):
        columns = _columns(lines[at])
        body = _rows(lines, at) if columns else []
        if columns and _is_minutes(body, columns):
            for row in body:
                out.extend(_written_out(row, columns, letter))
            at += 1 + len(body)
        else:
            out.append(lines[at])
            at += 1
    return out


def _columns(header: Line) -> Columns | None:
    """The columns by their header; None where the row is no header of such a table."""
    names = [flat(cell.text).strip(" :") for cell in header.cells]
    if len(names) < 3 or not _NUMBER.match(names[0]) or any(_TASK.match(name) for name in names):
        return None
    owner = next((i for i, name in enumerate(names) if _OWNER.match(name)), None)
    due = next((i for i, name in enumerate(names) if _DUE.match(name)), None)
    texts = tuple(i for i in range(1, len(names)) if i not in (owner, due) and names[i])
    telling = len(texts) >= 2 and any(_TELLING.match(names[i]) for i in texts[1:])
    if not texts or (owner is None and due is None and not telling):
        return None
    return Columns(texts, owner, due, {i: names[i] for i in texts if _DECISION.match(names[i])})


def _rows(lines: Sequence[Line], at: int) -> list[Line]:
    """The rows of the header's table that have as many cells as it."""
    header, found = lines[at], []
    for line in lines[at + 1 :]:
        if line.table != header.table or len(line.cells) != len(header.cells):
            break
        found.append(line)
    return found


def _is_minutes(rows: Sequence[Line], columns: Columns) -> bool:
    """True where most rows have a number that counts on and tell more than a task: a title with text below it."""
    keys = [opens.key for row in rows if (opens := opening(f"{flat(row.cells[0].text)} X"))]
    if len(keys) < 2 or len(keys) * 2 < len(rows) or any(a >= b for a, b in pairwise(keys)):
        return False
    telling = 0
    for row in rows:
        text = "\n".join(row.cells[i].text for i in columns.texts)
        telling += "\n" in text.strip() and (len(text) > _TEXT_LENGTH or len(columns.texts) > 1)
    return telling * 2 >= len(rows)


def _written_out(row: Line, columns: Columns, letter: float) -> Iterator[Line]:
    """One row as lines: number and title, text, owner, deadline."""
    number = flat(row.cells[0].text)
    first = True
    for column in columns.texts:
        cell = row.cells[column]
        values = [value for value in cell.text.split("\n") if value.strip()]
        for at, value in enumerate(values):
            box = slice_of(cell.box, at, len(values), letter, value)
            if first and number and len(value) <= _TITLE_LENGTH and column not in columns.labels:
                yield replace(
                    row, text=f"{number} {value}", raw=value, cells=(), table=None, box=box, bold=True, gap=1.5
                )
            else:
                yield replace(
                    row, text=value, raw=value, cells=(), table=None, box=box, bold=False, gap=0.6 if at == 1 else 0.2
                )
            first = False
    for name, at_column in (("Ansvar", columns.owner), ("Frist", columns.due)):
        value = flat(row.cells[at_column].text).strip(" -–") if at_column is not None else ""
        if value:
            box = row.cells[at_column].box if at_column is not None else None
            yield replace(row, text=f"{name}: {value}", raw=value, cells=(), table=None, box=box, bold=False, gap=0.6)


def slice_of(box: Box | None, at: int, count: int, letter: float, text: str) -> Box | None:
    """The place of one line of a cell that holds `count` lines."""
    if box is None:
        return None
    high = (box[3] - box[1]) / max(1, count)
    return box[0], box[1] + at * high, min(box[2], box[0] + letter * len(text)), box[1] + (at + 1) * high
