"""Numbers in a narrow column of their own: broken in two ("70/" above "11"), or halfway down their row."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Line

_YEAR_FOLLOWS = re.compile(r"^(?:[A-ZÆØÅ]{1,4}\s+|[Ss]ak\s+|SAK\s+)?\d{1,4}\s?[/–-]$")
_YEAR = re.compile(r"^(?:19|20)?\d\d$")
_WORD = re.compile(r"^(?:sak|saks?nr\.?|pkt\.?|punkt)$", re.I)
_NUMBER = re.compile(r"^\d{1,3}(?:\s?/\s?\d{2,4})?[.:]?$")
_ALONE = re.compile(
    r"^(?:(?:(?:[Ss]ak|SAK|[A-ZÆØÅ]{2,4})\.?\s*)?\d{1,4}\s?/\s?\d{2,4}[.:]?|(?:[Ss]ak|SAK)\s\d{1,3}[.:]?|\d{1,3}[.)])$"
)
HALFWAY = 6.0
"""Points by which a number may stand off the middle of its row."""
CLOSE = 1.2
"""White space, in line heights, that two lines of one cell have between them at most."""


def numbers(lines: list[Line]) -> list[Line]:
    """The lines with numbers that stand on two lines of one column as one, before the title that was drawn next.

    A number may stand in the middle of its row's height: the title is what follows it in the order of drawing.
    """
    out: list[Line] = []
    whole = False
    for line in lines:
        before = out[-1] if out else None
        if before is not None and whole and _heads(before, line):
            out[-1] = replace(line, text=f"{before.text} {line.text}", raw=f"{before.raw} {line.raw}")
            whole = False
            continue
        whole = before is not None and _goes_on(before, line)
        if before is not None and whole:
            space = "" if _YEAR_FOLLOWS.match(before.text) else " "
            assert before.box and line.box
            box = (before.box[0], before.box[1], max(before.box[2], line.box[2]), line.box[3])
            text = f"{before.text}{space}{line.text}"
            out[-1] = replace(before, text=text, raw=f"{before.raw} {line.raw}", box=box)
        else:
            out.append(line)
    return out


def centred(lines: list[Line]) -> list[Line]:
    """The lines with each number that stands halfway down its row before the first line of the row.

    Such a number is drawn before its row, and the lines drawn behind it reach as far above as below it.
    """
    out: list[Line] = []
    waiting: Line | None = None
    for at, line in enumerate(lines):
        if waiting is not None:
            line = replace(line, text=f"{waiting.text} {line.text}", raw=f"{waiting.raw} {line.raw}")
            waiting = None
        elif _ALONE.match(line.text) and _is_halfway(line, lines[at + 1 :]):
            waiting = line
            continue
        out.append(line)
    return out


def _is_halfway(number: Line, behind: list[Line]) -> bool:
    """True where the lines drawn behind a number, on its right, begin above it and end as far below it."""
    row: list[Line] = []
    for line in behind:
        right = line.box and number.box and line.table is None and line.box[0] >= number.box[2]
        up = bool(row and line.box and row[-1].box and line.box[1] < row[-1].box[1])
        if right and up and line.box and row[0].box and line.box[0] > row[0].box[2] - HALFWAY:
            return False  # a table with more columns
        if not right or up:
            break
        row.append(line)
    first, last = (row[0].box, row[-1].box) if len(row) > 1 else (None, None)
    if not (first and last and number.box) or row[0].cells or first[3] > number.box[1] + 2:
        return False
    middle = (number.box[1] + number.box[3]) / 2
    return abs((first[1] + last[3]) / 2 - middle) <= HALFWAY


def _goes_on(before: Line, line: Line) -> bool:
    """True where a line under another one, in the same column, is the rest of its number."""
    if before.table is not None or line.table is not None or before.cells or line.cells:
        return False
    if not (before.box and line.box) or line.gap > CLOSE or line.box[1] < before.box[1]:
        return False
    if line.box[0] > before.box[2] or before.box[0] > line.box[2]:
        return False
    year = _YEAR_FOLLOWS.match(before.text) and _YEAR.match(line.text)
    return bool(year or (_WORD.match(before.text) and _NUMBER.match(line.text)))


def _heads(number: Line, line: Line) -> bool:
    """True where a line begins on the right of a number, no lower than it: the row that the number opens."""
    if line.table is not None or line.cells or not (number.box and line.box):
        return False
    return line.box[0] >= number.box[2] and line.box[1] <= number.box[1] + 3
