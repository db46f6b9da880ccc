"""Numbers apart from their title: in a column, broken in two, halfway down a row, at the right edge, above."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.lexicon.wording import expression
from pipeline.model import Line

_YEAR_FOLLOWS = re.compile(r"^(?:[A-ZÆØÅ]{1,4}\s+|[Ss]ak\s+|SAK\s+)?\d{1,4}\s?[/–-]$")
_YEAR = re.compile(r"^(?:19|20)?\d\d$")
_WORD = expression("layout_broken.word")
_NUMBER = re.compile(r"^\d{1,3}(?:\s?/\s?\d{2,4})?[.:]?$")
_ALONE = re.compile(
    r"^(?:(?:(?:[Ss]ak|SAK|[A-ZÆØÅ]{2,4})\.?\s*)?\d{1,4}\s?/\s?\d{2,4}[.:]?|(?:[Ss]ak|SAK)\s\d{1,3}[.:]?|\d{1,3}[.)])$"
)
_CASE = re.compile(r"^(?:(?:[Ss]ak|SAK)\.?\s*\d{1,4}(?:\s?[/–-]\s?\d{2,4})?|\d{1,4}\s?/\s?\d{2,4})\.?$")
_DASHED = re.compile(r"^[–—-]\s*(\d{1,2})\s*[–—-]$")
"""A number between dashes, as typists centre it above a heading."""
SAME_MIDDLE = 12.0
"""Points by which the middles of two centred lines lie apart at most."""
LONGEST = 90
"""Letters of a heading below such a number, at most."""
LONGEST_NUMBER = 40
"""Letters of the first part of a number that stands on two lines, by far."""
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


def at_edge(lines: list[Line]) -> list[Line]:
    """The lines with each case number that stands at the right edge, at the height of its heading, before the heading.

    At least two of them on a page make a column; the headings are bold, or the number has a word for a case.
    """
    found = [(at, line.cells[-1].text) for at, line in enumerate(lines) if _ends_with_case(line)]
    alone = [at for at, line in enumerate(lines) if _CASE.match(line.text) and _beside(lines, at) is not None]
    if len(found) + len(alone) < 2 and not any(lines[at].bold for at in [*alone, *(at for at, _ in found)]):
        return lines
    out = list(lines)
    for at, number in found:
        title = " ".join(cell.text for cell in lines[at].cells[:-1])
        out[at] = replace(lines[at], text=f"{number} {title}", cells=())
    for at in alone:
        first = _beside(lines, at)
        assert first is not None
        out[first] = replace(
            out[first], text=f"{lines[at].text} {out[first].text}", raw=f"{lines[at].raw} {out[first].raw}"
        )
    return [line for at, line in enumerate(out) if at not in alone]


def _ends_with_case(line: Line) -> bool:
    """True for a line of two pieces that begins with a capital and ends, far to the right, with a case number."""
    if line.table is not None or len(line.cells) != 2 or not _CASE.match(line.cells[-1].text):
        return False
    left, right = line.cells[0], line.cells[-1]
    worded = line.bold or right.text[:1].isalpha()
    apart = left.box is not None and right.box is not None and right.box[0] > left.box[2]
    return worded and apart and left.text[:1].isupper() and not left.text.endswith((".", ":", ","))


def _beside(lines: list[Line], at: int) -> int | None:
    """The first line of the bold heading at the left of a number, drawn before it, with the number at its height."""
    number, first = lines[at], None
    for back in range(at - 1, max(-1, at - 4), -1):
        line = lines[back]
        if line.table is not None or line.cells or not line.bold or not number.bold or not (line.box and number.box):
            break
        if line.box[2] > number.box[0] or line.box[1] > number.box[3] or line.box[3] < number.box[1] - HALFWAY:
            break
        first = back
    return first


def above(lines: list[Line]) -> list[Line]:
    """The lines with each number between dashes, centred above a heading, before that heading ("1. Heading")."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        before = out[-1] if out else None
        number = (
            _DASHED.match(before.text) if before is not None and before.text[:1] in "–—-" and len(out) > 1 else None
        )
        if before is not None and number and at + 1 < len(lines) and _is_centred_below(before, line):
            text = f"{number[1]}. {line.text}"
            out[-1] = replace(line, text=text, raw=f"{before.raw} {line.raw}", gap=max(before.gap, line.gap))
        else:
            out.append(line)
    return out


def _is_centred_below(number: Line, line: Line) -> bool:
    """True for a short line close below a number, about the same middle."""
    if line.table is not None or line.cells or not (number.box and line.box) or line.gap > CLOSE:
        return False
    middle = (number.box[0] + number.box[2] - line.box[0] - line.box[2]) / 2
    titled = line.text[:1].isupper() and len(line.text) <= LONGEST and not line.text.endswith(".")
    return titled and abs(middle) <= SAME_MIDDLE and line.box[1] > number.box[1]


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
    if len(before.text) > LONGEST_NUMBER or before.table is not None or line.table is not None:
        return False
    if before.cells or line.cells or not (before.box and line.box):
        return False
    if line.gap > CLOSE or line.box[1] < before.box[1]:
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
