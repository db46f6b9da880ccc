"""Minutes kept in a table that only its shape tells: one column holds most of the words, and a matter heads each row.

The matter is a number before the text in the same cell ("Sak | Ansvar"), a number or a title in the first column
("Sak | Referat | Ansvar"), the hour at which it came up ("Tid | Sak"), or the heading above the table ("Beskrivelse |
Ansvar"). What stands beside the text is whose the row's tasks are and by when. Such rows are given the form that
`minutes_table` writes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.cell_text import Columns
from pipeline.model import Cell, Line
from pipeline.numbering import opening
from pipeline.readers.tables import flat

SHARE = 0.55
"""Share of a table's letters that its column of text has at least."""
TELLS = 80
"""Letters of a cell that tells more than a list's does."""
TITLE = 70
"""Letters that the title of a matter has at most."""
FULL = 0.9
"""Share of a cell's longest line from which on a line may have ended for want of room."""
_HOUR = re.compile(r"(?:kl\.?\s*)?(?P<h>\d{1,2})[.:](?P<m>\d{2})(?:\s*[–-]\s*\d{1,2}[.:]\d{2})?")
_MINUTES = expression("telling_table.minutes", re.NOFLAG)
_NO_MINUTES = frozenset({"name", "organisation", "role", "present", "absent", "status", "substitutes"})
"""Kinds of columns that no table of minutes has before or at its text."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """The columns behind the text: whose, by when, what was decided, and what else is told there."""

    owner: int | None
    due: int | None
    decided: dict[int, str]
    others: tuple[int, ...]


Kinds = Callable[[str], frozenset[str]]
"""What stands below a heading: keys of the lexicon's `columns`."""


def shaped(rows: Sequence[Line], kinds_of: Kinds, lexicon: Lexicon) -> tuple[list[Line], Columns] | None:
    """The rows of a table below its header as number, title and text, owner, deadline; None where they are no minutes.

    `rows` begin with the header, and all have as many cells.
    """
    names = [flat(cell.text).strip(" :") for cell in rows[0].cells]
    kinds = [kinds_of(name) for name in names]
    rows = rows[1:]
    least = 1 if "case" in kinds[0] and any(kind & {"owner", "due"} for kind in kinds[1:]) else 2
    if len(names) < 2 or len(rows) < least or not any(kinds):
        return None
    letters = [sum(len(row.cells[at].text) for row in rows) for at in range(len(names))]
    main = letters.index(max(letters))
    if main == 0 and _tells_between(rows, kinds):
        columns = _columns(_beside(names, kinds, letters, main), 1, ())
        return [_unnumbered(row) for row in rows], replace(columns, run_in=False)
    if letters[main] < SHARE * sum(letters) or not _may_tell(kinds[: main + 1]) or not _tell(rows, main):
        return None
    beside = _beside(names, kinds, letters, main)
    if main == 0:
        numbered = [_numbered(row) for row in rows]
        return (numbered, _columns(beside, 1, ())) if _count(numbered, least) else None
    if main <= 2 and _count(rows, least):
        return list(rows), _columns(beside, 0, tuple(range(1, main + 1)))
    timed = _times(rows)
    if timed and main == 1:
        rows = [replace(row, cells=(Cell("", row.cells[0].box), *row.cells[1:])) for row in rows]
        titled = sum(title_above(row.cells[main].text) for row in rows)
        return (list(rows), _columns(beside, 0, (main,), titled=True)) if titled * 2 >= len(rows) else None
    title = int(timed)
    if title < main and _titles(rows, title, lexicon) and (timed or kinds[0] & {"case", "text"}):
        return [_unnumbered(row) for row in rows], _columns(beside, 1, (title + 1, main + 1), titled=True)
    return None


def _tells_between(rows: Sequence[Line], kinds: Sequence[frozenset[str]]) -> bool:
    """True where a column of text has sentences among its rows that are nobody's task."""
    columns = [at for at, kind in enumerate(kinds) if at and kind & {"owner", "due"}]
    if not kinds[0] & {"text", "telling"} or "case" in kinds[0] or len(columns) < len(kinds) - 1:
        return False
    told = [flat(row.cells[0].text) for row in rows if not any(row.cells[at].text.strip(" -–") for at in columns)]
    return any(text.endswith(".") and len(text.split()) >= SENTENCE for text in told)


SENTENCE = 4
"""Words of a cell that is a sentence, at least."""


def _unnumbered(row: Line) -> Line:
    """A row with an empty cell where others have their number."""
    return replace(row, cells=(Cell("", row.cells[0].box), *row.cells))


def headless(rows: Sequence[Line], lexicon: Lexicon) -> tuple[list[Line], Columns] | None:
    """The rows of a table without a header whose cells are title, text and perhaps owner; None where they are not."""
    width = len(rows[0].cells)
    if width not in (2, 3) or len(rows) < FEWEST or not _titles(rows, 0, lexicon):
        return None
    letters = [sum(len(row.cells[at].text) for row in rows) for at in range(width)]
    if letters[1] < SHARE * sum(letters) or not _tell(rows, 1):
        return None
    moved = [_unnumbered(row) for row in rows]
    return moved, Columns((1, 2), 3 if width > 2 else None, None, {}, titled=True)


FEWEST = 3
"""Rows of such a table, at least."""


def _may_tell(kinds: Sequence[frozenset[str]]) -> bool:
    """True unless the columns up to the text list people, tasks or how old matters stand."""
    if any(kind & _NO_MINUTES and not kind & {"case", "text", "telling"} for kind in kinds):
        return False
    return not ("task" in kinds[-1] and "telling" not in kinds[-1])


def _tell(rows: Sequence[Line], main: int) -> bool:
    """True where most cells of the text are long and break into lines."""
    full = [row.cells[main].text for row in rows if row.cells[main].text.strip()]
    return 2 * sum(len(text) > TELLS and "\n" in text.strip() for text in full) >= len(full) > 0


def _beside(names: Sequence[str], kinds: Sequence[frozenset[str]], letters: Sequence[int], main: int) -> _Beside:
    behind = range(main + 1, len(names))
    due = next((at for at in behind if "due" in kinds[at] and "note" not in kinds[at]), None)
    owner = next((at for at in behind if at != due and "owner" in kinds[at]), None)
    if owner is None:
        owner = next((at for at in behind if at != due and "task" in kinds[at]), None)
    if owner is None and behind and not kinds[-1] and letters[-1] * 4 < letters[main]:
        owner = len(names) - 1
    texts = [at for at in behind if at not in (owner, due) and kinds[at] != {"status"} and letters[at]]
    decided = {at: names[at] for at in texts if "decision" in kinds[at]}
    if "decision" in kinds[main]:
        decided[main] = names[main]
    return _Beside(owner, due, decided, tuple(at for at in texts if at not in decided))


def _columns(beside: _Beside, shift: int, texts: tuple[int, ...], *, titled: bool = False) -> Columns:
    """The columns after `shift` cells were put before them; `texts` are already counted so."""
    moved = {at + shift: name for at, name in beside.decided.items()}
    places = [None if at is None else at + shift for at in (beside.owner, beside.due)]
    own = texts or (shift,)
    more = sorted({*moved, *(at + shift for at in beside.others)} - {*own})
    return Columns((*own, *more), places[0], places[1], moved, titled)


def _numbered(row: Line) -> Line:
    """A row with the number that opens its first cell in a cell of its own."""
    cell = row.cells[0]
    opens = opening(cell.text.split("\n", 1)[0])
    if opens is None:
        return _unnumbered(row)
    first = opens.title_at
    return replace(
        row, cells=(Cell(cell.text[:first].strip(), cell.box), replace(cell, text=cell.text[first:]), *row.cells[1:])
    )


def _count(rows: Sequence[Line], least: int) -> bool:
    """True where most rows, and `least` of them, have a number, and the numbers count on."""
    headed = [row for row in rows if row.cells[0].text.strip()]
    keys = [opens.key for row in headed if (opens := opening(f"{flat(row.cells[0].text)} X"))]
    return len(keys) >= least and 2 * len(keys) >= len(rows) and all(a < b for a, b in pairwise(keys))


def _times(rows: Sequence[Line]) -> bool:
    """True where the first column tells at what hour each row came up, or how long it took."""
    told = [flat(row.cells[0].text) for row in rows if row.cells[0].text.strip()]
    hours = [(int(one["h"]), int(one["m"])) for text in told if (one := _HOUR.fullmatch(text))]
    if len(told) > 1 and all(map(_MINUTES.fullmatch, told)):
        return True
    return len(hours) > 1 and len(hours) == len(told) and all(a < b for a, b in pairwise(hours))


def _titles(rows: Sequence[Line], at: int, lexicon: Lexicon) -> bool:
    """True where a column has a short title in most rows, none of them twice, and no labels."""
    titles = [flat(row.cells[at].text) for row in rows if row.cells[at].text.strip()]
    fit = all(len(title) <= TITLE and title[:1].isupper() and not title.endswith((".", ":")) for title in titles)
    known = sum(bool(lexicon.meanings(title)[:1]) for title in titles)
    return fit and len(titles) > 1 and 2 * len(titles) > len(rows) and len(set(titles)) == len(titles) > 2 * known


def title_above(text: str) -> bool:
    """True where a cell's first line ends though the next word had room on it: a title, and text below it."""
    values = [value for value in text.split("\n") if value.strip()]
    if len(values) < 2 or len(values[0]) > TITLE or values[0].endswith((",", "-", ".")):
        return False
    room = FULL * max(map(len, values)) - len(values[0]) - 1
    return len(values[1].split(" ", 1)[0]) <= room
