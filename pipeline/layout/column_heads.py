"""The row of headings above a table without rules: whether a line is one, and where its columns begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median

from extractors.lexicon import Lexicon
from pipeline.model import Cell, Line

FAR = 2.2
"""White space above a line, in line heights, from which on it belongs to no table above it."""
_NARROW = frozenset({"present", "absent", "note", "owner", "due", "name", "organisation", "role"})
"""What stands in columns that may be as narrow as their headings: no text."""


def divided(line: Line, lexicon: Lexicon) -> Line:
    """The headings of a list of people with each cell that is two of them, too close to be told apart, as two."""
    cells: list[Cell] = []

    def narrow(word: str) -> bool:
        return bool(lexicon.columns_of(word) & _NARROW)

    for cell in line.cells:
        words = cell.text.split()
        if len(words) != 2 or not cell.box or lexicon.columns_of(cell.text) or not all(map(narrow, words)):
            cells.append(cell)
            continue
        x0, top, x1, bottom = cell.box
        letter = (x1 - x0) / len(cell.text)
        end, begin = x0 + letter * len(words[0]), x1 - letter * len(words[1])
        cells += [Cell(words[0], (x0, top, end, bottom)), Cell(words[1], (begin, top, x1, bottom))]
    kinds = [lexicon.columns_of(cell.text) for cell in cells]
    sure = len(line.cells) > 2 and all(kinds) and any("name" in kind for kind in kinds)
    return replace(line, cells=tuple(cells)) if sure and len(cells) > len(line.cells) else line


def is_header(line: Line, lexicon: Lexicon) -> bool:
    """True for a line of at least two cells whose texts head columns, all of two and most of more."""
    if len(line.cells) < 2 or any(cell.box is None for cell in line.cells):
        return False
    others = [cell.text for cell in line.cells if not lexicon.columns_of(cell.text)]
    known = len(line.cells) - len(others)
    if any(len(text.split()) > 3 or text[:1].islower() or ":" in text for text in others):
        return False
    return known == len(line.cells) or (known >= 2 and len(others) == 1)


def edges_of(header: Line, below: Sequence[Line], lexicon: Lexicon) -> list[float]:
    """Where each column begins: where the cells below do, as headings may be centred."""
    lefts = [cell.box[0] for cell in header.cells if cell.box]
    near = list(takewhile(lambda line: line.gap <= FAR and not is_header(line, lexicon), below))
    full = [line for line in near if line.table is None and len(line.cells) == len(lefts)]
    seen = [[line.cells[i].box[0] for line in full if line.cells[i].box] for i in range(len(lefts))]  # type: ignore[index]
    usual = [median(xs) if xs else left for xs, left in zip(seen, lefts, strict=True)]
    return usual if usual == sorted(usual) else lefts


def printed_again(line: Line, header: Line) -> bool:
    """True where the headings are printed again, as on a table's next page."""
    return [cell.text for cell in line.cells] == [cell.text for cell in header.cells]
