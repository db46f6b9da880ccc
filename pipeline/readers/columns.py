"""Columns without rules: lines whose words stand far apart, or line up with the cells of the lines beside them.

Only such lines are looked at letter by letter; the rest of the page costs nothing here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.bullets import BULLETS
from pipeline.model import Box, Cell, Word
from pipeline.readers.layer import Layer, Printed

WIDE_LINE = 1.22
"""How much wider than usual a line's letters must seem for gaps to be likely in it."""
GAP = 1.7
"""A gap between words, in letter widths, that divides cells in such a line."""
TYPED_LINE = 1.04
"""The same for the spaces of a typist, where the lines beside it have a column at the same place."""
TYPED_GAP = 3.0
"""How much wider such a gap is than the narrowest one of its line, at least; also in half letter sizes."""
TYPED_LETTERS = 70
"""Letters of such a line, at most."""
BESIDE = 2
"""Lines from such a line to the next one of its column, at most."""
COLUMN_GAP = 0.95
"""A gap between two text runs on one line, in letter sizes, from which they are cells and not words."""
TYPED_SPACE = 1.0
"""Letter sizes of room between words from which a typewriter's font divides cells: all its words begin on one grid, so
that they line up by chance."""
_TYPEWRITER = re.compile(r"courier|mono|consol|typewriter|fixed|gothic12", re.I)
SENTENCE_GAP = 1.6
"""How much wider than that the space behind a sentence's full stop may be: typists struck it twice."""
SENTENCE_WORDS = 4
"""Words that such a sentence has on its line, at least."""
EVEN = 1.9
"""How much wider than the narrowest gap of a line its widest may be for the line to be spread out to the margin."""
FLUSH = 2.5
"""Points by which the ends of justified lines may miss each other: the last letter's own shape."""
LEADING = 1.8
"""Letter sizes from one line of a paragraph to the next, at most."""
SPREAD_WORDS = 5
"""Words from which on even gaps are those of such a line, and not of a table's."""
ALIGNED = 3.0
"""Points by which a word may miss the left edge of the column that it belongs to."""


_MARKER = re.compile(rf"^(?:\d{{1,3}}[.)]?|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?|[a-zæøåA-ZÆØÅ][.)]|[{BULLETS}o-])$")


def split(lines: list[Printed], layer: Layer) -> None:
    """Give cells to the lines of a page where columns show; rows of ruled tables have theirs."""
    wide = {
        i: (box[2] - box[0]) / len(line.text) / (line.size or 1)
        for i, line in enumerate(lines)
        if (box := line.box) and len(line.text) > 8 and line.table is None
    }
    usual = sorted(wide.values())[len(wide) // 2] if wide else 0.0
    parted, spread, least = False, set[int](), WIDE_LINE * usual
    for i, line in enumerate(lines):
        far = len(line.runs) > 1
        wider = wide.get(i, 0.0) > least and " " in line.text
        if not (far or wider or line.cells):
            continue  # nearly all lines
        if (far or wider) and (_is_spread(line, layer) or _is_justified(lines, i, layer)):
            spread.add(i)
            continue
        if far:
            _part(line, _by_run(line, layer))
        if not line.cells and wider:
            _part(line, _by_gap(layer.words(line), usual * line.size))
        parted = parted or (bool(line.cells) and line.table is None)
    typed = [i for i, letter in wide.items() if letter > TYPED_LINE * usual and i not in spread]
    parted = _typed(lines, typed, layer) or parted
    if parted:
        _align([line for i, line in enumerate(lines) if line.table is None and i not in spread], layer)


def _typed(lines: list[Printed], some: list[int], layer: Layer) -> bool:
    """Part lines in which a typist's spaces set a column: the same edge, behind a clear gap, on lines close by.

    What begins with a number is no list of people, and reads on over such a gap. `some` are the lines looked at.
    """
    short = [i for i in some if _may_be_typed(lines[i])]
    found: list[tuple[int, Printed, list[list[Word]]]] = []
    for at, i in enumerate(short):
        if not any(0 < abs(i - j) <= BESIDE for j in short[max(0, at - 1) : at + 2]):
            continue  # with no such line close by it is not parted whatever its words
        line = lines[i]
        words = layer.words(line)
        gaps = sorted(b.box[0] - a.box[2] for a, b in pairwise(words))
        if len(gaps) > 1 and gaps[-1] > max(TYPED_GAP * max(gaps[0], 1.0), TYPED_GAP * line.size / 2):
            groups = _by_gap(words, gaps[-1] / GAP * 0.6)
            if len(groups) == 2 and not any(c.isdigit() for word in groups[0] for c in word.text):
                found.append((i, line, groups))
    changed = False
    for i, line, groups in found:
        edge = groups[1][0].box[0]
        beside = [j for j, _, other in found if 0 < abs(i - j) <= BESIDE and abs(other[1][0].box[0] - edge) <= ALIGNED]
        if beside:
            _part(line, groups)
            changed = changed or bool(line.cells)
    return changed


def _may_be_typed(line: Printed) -> bool:
    """True for a short line of several words that is not parted yet."""
    return not line.cells and line.table is None and len(line.text) <= TYPED_LETTERS and " " in line.text


def _is_spread(line: Printed, layer: Layer) -> bool:
    """True for a line of justified text: its gaps are wide, and all about as wide."""
    if line.text.count(" ") < SPREAD_WORDS - 1:
        return False
    words = layer.words(line)
    gaps = sorted(b.box[0] - a.box[2] for a, b in pairwise(words))
    return len(words) >= SPREAD_WORDS and gaps[-1] <= EVEN * max(gaps[0], 1.0)


def _is_justified(lines: list[Printed], at: int, layer: Layer) -> bool:
    """True for a line of few words that begins and ends where a line of text above or below it does, its gaps alike."""
    line = lines[at]
    words = layer.words(line)
    gaps = sorted(b.box[0] - a.box[2] for a, b in pairwise(words))
    if len(words) < 2 or not line.box or gaps[-1] > EVEN * max(gaps[0], 1.0):
        return False
    for other in (lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)):
        box = other.box
        if box is None or other.table is not None or other.text.count(" ") < SPREAD_WORDS - 1:
            continue
        close = abs(box[1] - line.box[1]) < LEADING * max(line.size, 6)
        if close and abs(box[0] - line.box[0]) < FLUSH and abs(box[2] - line.box[2]) < FLUSH:
            return True
    return False


def _align(lines: list[Printed], layer: Layer) -> None:
    """Part lines whose words line up with the cells of the lines beside them."""
    for _ in range(2):  # a row without cells of its own may stand between two that have none yet
        for i, line in enumerate(lines):
            for other in (lines[j] for j in (i - 1, i + 1, i - 2) if 0 <= j < len(lines)):
                if len(other.cells) > len(line.cells) and _neighbours(line, other):
                    least = TYPED_SPACE * line.size if _TYPEWRITER.search(line.font) else 0.0
                    groups = _by_edge(layer.words(line), other, line.bold, line.size, least)
                    if len(groups) > max(1, len(line.cells)):
                        _part(line, groups)


def _by_run(line: Printed, layer: Layer) -> list[list[Word]]:
    """The words of a line whose text runs stand far apart; one group or none where they do not."""
    far = COLUMN_GAP * max(line.size, 6)
    parts: list[tuple[float, float]] = []
    for x0, _, x1, _ in sorted(line.runs):
        if parts and x0 - parts[-1][1] <= far:
            parts[-1] = parts[-1][0], max(x1, parts[-1][1])
        else:
            parts.append((x0, x1))
    if len(parts) < 2:
        return []
    groups: list[list[Word]] = [[] for _ in parts]
    for word in layer.words(line):
        middle = (word.box[0] + word.box[2]) / 2
        at = min(range(len(parts)), key=lambda i: max(parts[i][0] - middle, middle - parts[i][1]))
        groups[at].append(word)
    return sentences_whole([group for group in groups if group], far)


def sentences_whole(groups: list[list[Word]], far: float) -> list[list[Word]]:
    """Groups of words, those joined again that only a typist's wide space behind a full stop divides."""
    out: list[list[Word]] = []
    for group in groups:
        before = out[-1] if out else []
        ends = len(before) >= SENTENCE_WORDS and before[-1].text.endswith((".", "?", "!"))
        if ends and group[0].box[0] - before[-1].box[2] <= SENTENCE_GAP * far and group[0].text[:1].isupper():
            before.extend(group)
        else:
            out.append(group)
    return out


def _neighbours(line: Printed, other: Printed) -> bool:
    """True where two lines follow each other closely and begin alike, as rows of one table do."""
    if not line.box or not other.box:
        return False
    apart = max(line.box[1], other.box[1]) - min(line.box[3], other.box[3])
    if other.cells[0].text.endswith(":") or (line.bold and not other.bold and len(other.cells) == 2):
        return False  # a labelled line is no table row, nor is a heading above one
    if other.bold and not line.bold and other.cells[0].text[:1].isdigit():
        return False  # a numbered heading is no row of what stands below it
    if line.bold and not other.bold and other.box[1] < line.box[1]:
        return False  # a bold line below rows is the next heading
    if abs(line.size - other.size) > 0.15 * max(line.size, other.size):
        return False
    return apart < 2.6 * max(line.size, 8) and line.box[0] <= other.box[0] + 40 and len(line.text) <= 90


def _by_gap(words: list[Word], letter: float) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.box[0] - groups[-1][-1].box[2] <= GAP * letter:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _by_edge(words: list[Word], other: Printed, bold: bool, size: float, least: float) -> list[list[Word]]:
    """Words cut where one of them begins at the left edge of a neighbour's cell, behind `least` points of room.

    Beside or in a bold header, which may be centred, each word goes to the nearest column.
    """
    edges = [cell.box[0] for cell in other.cells[1:] if cell.box]
    groups: list[list[Word]] = []
    for word in words:
        gap = word.box[0] - groups[-1][-1].box[2] if groups else 99.0
        near = ALIGNED if gap > 0.34 * max(size, 8) else 1.0
        if gap <= least and not word.text[:1].isupper():
            near = -1.0  # no cell begins within a sentence
        if not groups or any(abs(word.box[0] - edge) <= near for edge in edges):
            groups.append([word])
        else:
            groups[-1].append(word)
    if (
        len(groups) == len(other.cells)
        or not (other.bold or bold)
        or len(other.cells) < 3
        or words[-1].text.endswith((":", "."))
    ):
        return groups
    centres = [(cell.box[0] + cell.box[2]) / 2 for cell in other.cells if cell.box]
    columns: list[list[Word]] = [[] for _ in centres]
    at = 0
    for word in words:
        middle = (word.box[0] + word.box[2]) / 2
        nearest = min(range(len(centres)), key=lambda i: abs(centres[i] - middle))
        at = max(at, nearest)
        columns[at].append(word)
    return [column for column in columns if column] if all(columns) else groups


def _part(line: Printed, groups: list[list[Word]]) -> None:
    """Give a line these cells; leave it as it is where they are none, or only a list mark and its text."""
    texts = [" ".join([word.text for word in group]) for group in groups]
    if len(groups) < 2 or not line.box or is_marker(texts):
        return
    text = " ".join(texts)
    if text == line.text or sorted(text.replace(" ", "")) == sorted(line.text.replace(" ", "")):
        line.cells = tuple([Cell(text, _box(group)) for text, group in zip(texts, groups, strict=True)])


def is_marker(cells: list[str]) -> bool:
    """True where two cells are only a number or bullet and the text it marks."""
    return len(cells) == 2 and bool(_MARKER.match(cells[0]))


def _box(group: list[Word]) -> Box:
    """The place of a cell's words: a line that joins cells of a centred row is higher than each of them."""
    x0, y0, x1, y1 = zip(*(word.box for word in group), strict=True)
    return min(x0), min(y0), max(x1), max(y1)
