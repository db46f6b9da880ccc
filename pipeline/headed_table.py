"""Minutes kept in tables whose rows are of several kinds, written out as minutes are elsewhere.

Two forms, each known by what its first column holds. Minutes of building meetings have rows that are headings, a number
and a title with nothing beside them, and below each the rows of its points, with who is responsible and by when. In
forms a number heads a row with its matter ("Sak 3 | Title and text"), and words head the rest ("Drøfting | ...",
"Vedtak | ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extractors.lexicon import Lexicon, fold
from pipeline.beside import parted
from pipeline.cell_text import Columns, paragraphs, tells
from pipeline.labels import known_label
from pipeline.minutes_table import BELOW, slice_of, written_out
from pipeline.model import Cell, Line
from pipeline.numbering import Opening, opening
from pipeline.readers.tables import flat
from pipeline.telling_table import title_above

HEADING_LENGTH = 60
"""Letters of a heading in such a table, at most: it stands on one line."""
LEAST = {True: 2, False: 3}
"""How many headings there must be, by whether the columns have headings of their own."""
LONGEST_PHRASE = 4
"""Words of what may head a part of a matter."""
_PARTS = frozenset({"treatment", "decision", "proposal", "background", "responsible", "deadline", "action", "vote"})
"""What words at the head of a row may mean in the form of a matter."""


def unroll(lines: Sequence[Line], letter: float, lexicon: Lexicon) -> list[Line]:
    """The lines with every such table written out; `letter` is the width of a letter in points."""
    out: list[Line] = []
    last: tuple[int, ...] = ()
    below = False
    for table, group in groupby(lines, key=lambda line: line.table):
        run = list(group)
        if table is not None:
            written, last = _headed(run, last, letter, lexicon)
            written = written or _keyed(run, letter, lexicon)
            below = bool(written)
            run = written or run
        elif below:
            run[0], below = replace(run[0], gap=max(run[0].gap, BELOW)), False
        out.extend(run)
    return out


def _headed(
    run: Sequence[Line], last: tuple[int, ...], letter: float, lexicon: Lexicon
) -> tuple[list[Line], tuple[int, ...]]:
    """A table of headings and their points, written out, and its last number; empty where it is none.

    `last` is the number of the table before it: one that counts on from there needs no number of headings.
    """
    columns = _columns(run[0], lexicon)
    rows = [row for row in run if not (columns and flat(row.text) == flat(run[0].text))]
    headings = {id(row): opens for row in rows if (opens := _heading(row))}
    level = min((len(opens.key) for opens in headings.values()), default=0)
    headings = {at: opens for at, opens in headings.items() if len(opens.key) == level}
    titled = {id(row): number for row in rows if (number := _titled(row, headings, level)) is not None}
    points = [row for row in rows if id(row) not in headings | titled]
    keys = [opens.key for opens in headings.values()]
    goes_on = bool(keys and last) and _counts_on(last, keys[0])
    if (len(keys) < LEAST[columns is not None] and not goes_on) or not all(_counts_on(a, b) for a, b in pairwise(keys)):
        return [], last
    above = sum(id(a) in headings and id(b) not in headings for a, b in pairwise(rows))
    enough = above * 3 >= 2 * len(keys) or (goes_on and above)
    if not enough or (columns is None and any(len(_filled(row)) > 1 for row in points)):
        return [], last
    out: list[Line] = []
    for row in rows:
        if opens := headings.get(id(row)):
            text = " ".join(flat(cell.text) for cell in _filled(row))
            out.append(replace(row, text=text, raw=text, cells=(), table=None, bold=True, gap=1.5))
        elif columns is None:
            out.extend(_text(row, _filled(row), letter, lexicon))
        else:
            point = _point(row, columns, lexicon)
            point = replace(point, cells=(row.cells[0], *point.cells[1:])) if id(row) in titled else point
            for part in parted(point, columns, lexicon):
                out.extend(written_out(part, columns, letter, lexicon))
    return out, keys[-1]


def _titled(row: Line, headings: dict[int, Opening], level: int) -> Opening | None:
    """The number of a row that has its title and the first of its text in one cell, beside rows that are headings."""
    filled = _filled(row)
    opens = _number(row.cells[0]) if headings and len(filled) > 1 and id(row) not in headings else None
    same = opens is not None and len(opens.key) == level and opens.key not in {h.key for h in headings.values()}
    near = same and opens is not None and any(opens.key[:-1] == other.key[:-1] for other in headings.values())
    return opens if near and title_above(filled[1].text) else None


def _columns(header: Line, lexicon: Lexicon) -> Columns | None:
    """The columns of a header that names a number, a text, and who is responsible or by when; None where it is none."""
    kinds = [lexicon.columns_of(flat(cell.text)) for cell in header.cells]
    if len(kinds) < 3 or not ("case" in kinds[0] or flat(header.cells[0].text) in ("", "#")):
        return None
    owner = next((i for i, kind in enumerate(kinds) if i and "owner" in kind), None)
    if owner is None:  # "Pkt | Tekst | Oppfølging | Frist": who follows it up
        owner = next((i for i, kind in enumerate(kinds) if i > 1 and "task" in kind and "telling" not in kind), None)
    due = next((i for i, kind in enumerate(kinds) if i and "due" in kind and i != owner), None)
    texts = tuple(i for i in range(1, len(kinds)) if i not in (owner, due))
    return Columns(texts, owner, due, {}) if texts and (owner or due) else None


def _filled(row: Line) -> list[Cell]:
    return [cell for cell in row.cells if cell.text.strip()]


def _number(cell: Cell) -> Opening | None:
    """The number that is all a cell holds."""
    text = flat(cell.text)
    opens = opening(f"{text} X") if text[:1].isdigit() or len(text) > 2 else None
    return opens if opens and opens.title_at > len(text) else None


def _heading(row: Line) -> Opening | None:
    """The number of a row that holds it and a short title on one line, and nothing else."""
    filled = _filled(row)
    if not filled or len(filled) > 2 or filled[-1] is not row.cells[len(filled) - 1]:
        return None
    title = filled[-1].text.strip()
    if "\n" in title or len(title) > HEADING_LENGTH or title.endswith((".", ":", ";")):
        return None
    if len(filled) == 1:  # both in one cell, over the whole width
        opens = opening(title)
        return opens if opens and title[:1].isdigit() and any(c.isalpha() for c in title[opens.title_at :]) else None
    return None if title[:1].islower() else _number(row.cells[0])


def _counts_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return before[:-1] == after[:-1] and 0 < after[-1] - before[-1] <= 2


def _point(row: Line, columns: Columns, lexicon: Lexicon) -> Line:
    """A point without its number, and without an owner where none is named or the work is done."""
    wanted = max((*columns.texts, columns.owner or 0, columns.due or 0)) + 1
    cells = [*row.cells, *(Cell("") for _ in range(wanted - len(row.cells)))]
    cells[0] = Cell("", cells[0].box)
    beside = [at for at in (columns.owner, columns.due) if at is not None]
    values = [flat(cells[at].text) for at in beside]
    done = any(value and "status" in lexicon.columns_of(value) for value in values)
    told = any(value.casefold().strip(" .") in lexicon.lists["for_information"] for value in values)
    if done or told:
        for at in beside:
            cells[at] = Cell("", cells[at].box)
    return replace(row, cells=tuple(cells))


def _text(row: Line, cells: Sequence[Cell], letter: float, lexicon: Lexicon) -> Iterator[Line]:
    """What cells hold, a line for each of its paragraphs."""
    for cell in cells:
        values = [value for value in cell.text.split("\n") if value.strip()]
        for at, _, text in paragraphs(values, 0, lexicon):
            box = slice_of(cell.box, at, len(values), letter, text)
            yield replace(row, text=text, raw=text, cells=(), table=None, bold=False, box=box, gap=1.0)


def _keyed(run: Sequence[Line], letter: float, lexicon: Lexicon) -> list[Line]:
    """A table whose rows a number or a word of their own heads, written out; empty where it is none.

    It may have a head of its own ("Nr | Tema"), which says nothing more.
    """
    head = run[0]
    if len(_filled(head)) == 2 == len(head.cells) and "case" in lexicon.columns_of(flat(head.cells[0].text)):
        run = [row for row in run if flat(row.text) != flat(head.text)]
    if not run:
        return []
    numbered = {id(row): opens for row in run if len(_filled(row)) == 2 and (opens := _number(row.cells[0]))}
    labelled = {id(row) for row in run if _label(row.cells[0], lexicon)}
    worded = {id(row) for row in run if len(row.cells) == 2 and _phrase(row.cells[0]) and row.cells[1].text.strip()}
    below = {id(row) for row in run if not row.cells[0].text.strip()}  # text of the matter above, with no label
    if len(worded - labelled) > 2 * len(labelled) or any(
        id(row) not in numbered | dict.fromkeys(labelled | below | worded) for row in run
    ):
        return []
    if numbered and not _is_of_matters(run, numbered, bool(labelled)):
        return []
    decided = any(_label(row.cells[0], lexicon) == "decision" and len(row.cells) == 2 for row in run)
    if not numbered and not decided and not _is_other_business(run[0].cells[0], lexicon):
        return []
    columns = Columns((1,), None, None, {})
    out: list[Line] = []
    for row in run:
        if id(row) in numbered:
            filled = replace(row, cells=tuple(_filled(row)))
            out.extend(written_out(filled, columns, letter, lexicon))
        elif id(row) in labelled | below:
            out.extend(_parts(row, letter, lexicon))
        else:
            out.extend(_worded(row, letter, lexicon))
    return out


def _is_of_matters(run: Sequence[Line], numbered: dict[int, Opening], labelled: bool) -> bool:
    """True where the numbers head matters: they count on from the first row, and titles or labels stand below them."""
    series = list(numbered.values())
    telling = sum(title_above(_filled(row)[1].text) for row in run if id(row) in numbered)
    strong = all(one.strong for one in series)
    rising = all(_counts_on(a.key, b.key) or a.key < b.key for a, b in pairwise(series))
    if id(run[0]) not in numbered or not rising or not (strong or (series[0].key == (1,) and len(series) > 2)):
        return False
    return (strong and labelled) or (len(series) > 1 and telling * 3 >= 2 * len(series))


def _phrase(cell: Cell) -> bool:
    """True for a few words that may head what stands beside them, whatever they are."""
    text = flat(cell.text).strip(" :")
    words = text.split()
    return 0 < len(words) <= LONGEST_PHRASE and text[:1].isupper() and text.replace(" ", "").isalpha()


def _is_other_business(cell: Cell, lexicon: Lexicon) -> bool:
    return fold(flat(cell.text).strip(" :")) in lexicon.lists["other_business"]


def _worded(row: Line, letter: float, lexicon: Lexicon) -> Iterator[Line]:
    """A row that words head of which nothing is known: a matter of every meeting is a heading, others say no more."""
    head = flat(row.cells[0].text).strip(" :")
    if _is_other_business(row.cells[0], lexicon):
        box = row.cells[0].box
        yield replace(row, text=head, raw=head, box=box, cells=(), table=None, bold=True, gap=1.5)
    yield from _text(row, row.cells[1:], letter, lexicon)


def _label(cell: Cell, lexicon: Lexicon) -> str:
    """What the words of a cell mean that head a part of a matter; "" for other cells."""
    meaning = known_label(flat(cell.text).strip(" :"), lexicon)[:1]
    return meaning[0] if meaning and meaning[0] in _PARTS else ""


def _parts(row: Line, letter: float, lexicon: Lexicon) -> Iterator[Line]:
    """A row of words and what each heads, as labelled lines; a word with nothing behind it says nothing."""
    label = ""
    for cell in row.cells:
        if _label(cell, lexicon):
            label = flat(cell.text).strip(" :")
            continue
        if not cell.text.strip(" \n–-"):
            label = ""
            continue
        whose = bool({"responsible", "deadline"} & set(known_label(label, lexicon)[:1]))
        held = [replace(cell, text=flat(cell.text))] if whose else [cell]
        for line in _text(row, held, letter, lexicon):
            named = label and not (whose and tells(line.text))
            yield replace(line, text=f"{label}: {line.text}" if named else line.text)
            label = ""
