"""Reading order where it is not the order of drawing: running heads drawn last, boxes laid on afterwards.

Columns are left in the order of their drawing, which is that of their writing.
"""

from __future__ import annotations

from pipeline.model import Box, Cell
from pipeline.readers.layer import Layer, Printed, union

SLACK = 2.0
"""Points by which lines that follow each other may overlap."""
BESIDE = 60.0
"""Points between a form's label and the field beside it, at most."""


def ordered(lines: list[Printed], layer: Layer) -> list[Printed]:
    """The lines with each run that was drawn later put where it stands, if nothing stands beside it there."""
    if _sideways(lines):
        return _turned(lines, layer)
    runs: list[list[Printed]] = []
    before: Box | None = None
    for line in lines:
        if not runs or (line.box and before and line.box[1] < before[1] - (line.size or 8) / 2):
            runs.append([])
        runs[-1].append(line)
        before = line.box or before
    if len(runs) < 2 or (len(runs) * 2 > len(lines) and _upside_down(lines, layer)):
        return lines
    placed = runs[0]
    for run in runs[1:]:
        at = _place(placed, run)
        placed = [*placed[:at], *run, *placed[at:]]
    return placed


def _place(placed: list[Printed], run: list[Printed]) -> int:
    """Where a run goes: before the first line below it where all before that stand above it, else at the end."""
    box = union([line.box for line in run if line.box])
    if box is None:
        return len(placed)
    for at, line in enumerate(placed):
        if line.box and line.box[1] >= box[3] - SLACK:
            clear = all(other.box is None or other.box[3] <= box[1] + SLACK for other in placed[:at])
            below = all(other.box is None or other.box[1] >= box[3] - SLACK for other in placed[at:])
            return at if clear and below else len(placed)
    return len(placed)


def _sideways(lines: list[Printed]) -> bool:
    """True where most lines run up or down the page as shown."""
    long = [line.box for line in lines if line.box and len(line.text) > 6]
    tall = sum([y1 - y0 > 2 * (x1 - x0) for x0, y0, x1, y1 in long])
    return tall * 2 > len(long) > 0


def _upside_down(lines: list[Printed], layer: Layer) -> bool:
    """True where the words of a line run from right to left on the page as shown."""
    words = layer.words(max(lines, key=lambda line: line.length))
    return len(words) > 1 and words[0].box[0] > words[-1].box[2]


def _turned(lines: list[Printed], layer: Layer) -> list[Printed]:
    """The lines of a page whose text runs up (read from left to right) or down (from right to left)."""
    longest = max(lines, key=lambda line: line.length)
    words = layer.words(longest)
    upwards = len(words) < 2 or words[0].box[1] > words[-1].box[1]
    return sorted(lines, key=lambda line: (line.box[0] if line.box else 0.0) * (1 if upwards else -1))


def beside_labels(lines: list[Printed]) -> list[Printed]:
    """The lines of a filled-in form: what was drawn into a field goes to the label on its left."""
    joined: list[Printed] = []
    for line in lines:
        label = next((other for other in reversed(joined) if _labels(other, line)), None)
        if label is None or label.box is None or line.box is None:
            joined.append(line)
            continue
        label.cells = (Cell(label.text, label.box), Cell(line.text, line.box))
        label.text = f"{label.text} {line.text}"
        label.box = union([label.box, line.box])
    return joined


def _labels(label: Printed, line: Printed) -> bool:
    """True where a line without cells ends just left of another one's beginning, at the same height."""
    if label.cells or label.box is None or line.box is None:
        return False
    gap = line.box[0] - label.box[2]
    overlap = min(label.box[3], line.box[3]) - max(label.box[1], line.box[1])
    return 0 <= gap <= BESIDE and overlap > 0.5 * (label.box[3] - label.box[1])
