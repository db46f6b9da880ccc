"""Headings in a margin of their own on the left, drawn before all the text that stands beside them.

Unlike labels of a form they are no known words: they are known by standing alone at one edge, each at the height of a
line of the text's column, and by the step back up the page that the order of drawing makes behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from extractors.lexicon import Lexicon
from pipeline.labels import is_label
from pipeline.model import Box, Line
from pipeline.numbering import opening

_CASE = re.compile(r"^(?:(?:[Ss]ak|SAK)\.?\s*\d{1,4}(?:\s?[/–-]\s?\d{2,4})?|\d{1,4}\s?/\s?\d{2,4})[.:]?$")
LONGEST = 40
"""Letters of such a heading, at most."""
LEAST = 3
"""How many make a column."""
EDGE = 4.0
"""Points by which lines of one column may begin apart."""
SPARSE = 0.5
"""Share of the column's height that its headings fill at most."""
TEXT = 2
"""Lines of text that a heading has beside it, on the average at least."""
CLOSE = 0.45
"""White space, in line heights, between two lines of one heading at most."""


def beside(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with each heading of such a margin before the line that it stands beside, a case's number on it."""
    at = 0
    while at < len(lines):
        run = _run(lines, at)
        if not run:
            at += 1
            continue
        cases = list(takewhile(lambda line: _CASE.match(line.text), reversed(run)))[::-1]
        if cases and not _labelled(run, lexicon) and (placed := _numbered(lines, at + len(run) - len(cases), cases)):
            return placed
        if len(run) >= LEAST and (placed := _placed(lines, at, run, lexicon)):
            return placed
        at += len(run)
    return lines


def _labelled(run: Sequence[Line], lexicon: Lexicon) -> bool:
    return any(is_label(line.text, lexicon) for line in run)


def _run(lines: Sequence[Line], at: int) -> list[Line]:
    """Short lines from `at` on that stand under each other at one edge."""
    run: list[Line] = []
    for line in islice(lines, at, None):
        if line.box is None or line.table is not None or line.cells or len(line.text) > LONGEST:
            break
        before = run[-1].box if run else None
        if before and (abs(before[0] - line.box[0]) > EDGE or line.box[1] < before[3] - 2):
            break
        run.append(line)
    return run


def _placed(lines: list[Line], at: int, run: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with the run's headings beside their text; empty where the run is no such margin."""
    rest = lines[at + len(run) :]
    following = next((line for line in rest if line.box), None)
    first, last = run[0].box, run[-1].box
    if not (following and following.box and first and last) or following.box[1] >= last[1]:
        return []  # the text goes on below: no step back
    if sum(line.box[3] - line.box[1] for line in run if line.box) > SPARSE * (last[3] - first[1]):
        return []  # a column of text, or a list
    if sum(is_label(line.text, lexicon) or opening(f"{line.text} X") is not None for line in run) * 2 > len(run):
        return []
    heads = _whole(run)
    partners = [_partner(head, rest) for head in heads]
    found = [rest[i] for i in partners if i is not None]
    lefts = [line.box[0] for line in found if line.box]
    rights = [head.box[2] for head in heads if head.box]
    if len(found) < max(LEAST, len(heads)) or max(lefts) - min(lefts) > EDGE or min(lefts) < max(rights):
        return []
    if sum(line.box is not None and abs(line.box[0] - lefts[0]) <= EDGE for line in rest) < TEXT * len(heads):
        return []  # words and what each stands for, as in a form
    own = {i: head for i, head in zip(partners, heads, strict=True) if i is not None}
    out = list(lines[:at])
    for i, line in enumerate(rest):
        if head := own.get(i):
            out.append(replace(head, gap=1.5))
        out.append(line)
    return out


def _numbered(lines: list[Line], at: int, run: Sequence[Line]) -> list[Line]:
    """The lines with the run's case numbers before the titles at their height; empty where it is no margin."""
    rest = lines[at + len(run) :]
    following = next((line for line in rest if line.box), None)
    last = run[-1].box
    if not (following and following.box and last) or following.box[1] >= last[1] - (last[3] - last[1]):
        return []
    partners = [_partner(number, rest) for number in run]
    found = [rest[i] for i in partners if i is not None]
    lefts = [line.box[0] for line in found if line.box]
    if len(found) < len(run) or max(lefts) - min(lefts) > EDGE or not all(map(_is_title, run, found)):
        return []
    own = {i: number for i, number in zip(partners, run, strict=True) if i is not None}
    titled = [_joined(own[i], line) if i in own else line for i, line in enumerate(rest)]
    return [*lines[:at], *titled]


def _is_title(number: Line, line: Line) -> bool:
    """True for a title beside a number, set like it; halfway down a row stands the row's text."""
    return line.text[:1].isupper() and line.bold == number.bold and not line.text.endswith((".", ",", ":"))


def _joined(number: Line, line: Line) -> Line:
    """A number and the title beside it as one line."""
    assert number.box and line.box
    box = (number.box[0], min(number.box[1], line.box[1]), line.box[2], max(number.box[3], line.box[3]))
    return replace(line, text=f"{number.text} {line.text}", raw=f"{number.raw} {line.raw}", box=box)


def _whole(run: Sequence[Line]) -> list[Line]:
    """The run's headings, those on two lines joined."""
    heads: list[Line] = []
    for line in run:
        before = heads[-1] if heads else None
        if before and before.box and line.box and _close(before.box, line.box) and before.bold == line.bold:
            box = (before.box[0], before.box[1], max(before.box[2], line.box[2]), line.box[3])
            heads[-1] = replace(before, text=f"{before.text} {line.text}", raw=f"{before.raw} {line.raw}", box=box)
        else:
            heads.append(line)
    return heads


def _close(above: Box, below: Box) -> bool:
    return below[1] - above[3] <= CLOSE * (below[3] - below[1])


def _partner(head: Line, rest: Sequence[Line]) -> int | None:
    """The line at a heading's height, on its right."""
    assert head.box
    top, high = head.box[1], head.box[3] - head.box[1]
    for i, line in enumerate(rest):
        if line.box and line.table is None and line.box[0] >= head.box[2] and abs(line.box[1] - top) < 0.6 * high + 1:
            return i
    return None
