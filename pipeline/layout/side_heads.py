"""Labels and numbers in a narrow column of their own, read before everything that stands beside them."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from extractors.lexicon import Lexicon
from pipeline.labels import is_label, known_label
from pipeline.model import Line
from pipeline.numbering import opening

LONGEST = 34
"""Letters of a label in such a column, at most."""
MIN_COLUMN, MIN_KNOWN = 3, 2
"""How many labels make a column that values stand beside, and how many of them have to be known."""
EDGE = 4.0
"""Points by which lines of one column may begin apart."""
MIN_SIDE_HEADS = 4
"""How many labels make a column."""


def joined(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """A page whose labels stand in a narrow column of their own, and were read before everything beside them."""
    boxed = [line for line in lines if line.box and line.table is None]
    if len(boxed) < 8:
        return lines
    heads = [
        line
        for line in boxed
        if len(line.text) <= LONGEST
        and (
            known_label(line.text.strip(" :"), lexicon)
            or line.text.endswith(":")
            or ((o := opening(f"{line.text} X")) and o.strong and len(line.text) < 16)
        )
    ]
    if len(heads) < MIN_SIDE_HEADS:
        return lines
    edge = sorted(line.box[0] for line in heads if line.box)[len(heads) // 2]
    heads = [line for line in heads if line.box and abs(line.box[0] - edge) < 8]
    beside = [(h, _right_of(h, boxed, heads)) for h in heads]
    paired = [(h, b) for h, b in beside if b is not None]
    read_early = sum(1 for h, b in paired if lines.index(b) - lines.index(h) > 1)
    if len(paired) < MIN_SIDE_HEADS or read_early < MIN_SIDE_HEADS // 2:
        return lines
    if sum(_has_below(head, line, boxed, heads) for head, line in paired) * 2 > len(paired):
        return lines  # a column that is whole by itself: what belongs to a label stands below it
    partner = {id(b): h for h, b in paired}
    used = {id(h) for h, _ in paired}
    ordered = sorted(
        (line for line in lines if id(line) not in used),
        key=lambda line: ((line.box[1] if line.box else 0.0), (line.box[0] if line.box else 0.0)),
    )
    out = []
    for line in ordered:
        if head := partner.get(id(line)):
            join = " " if opening(f"{head.text} X") and not known_label(head.text.strip(" :"), lexicon) else ": "
            label = head.text.strip(" :") if join == ": " else head.text
            assert head.box and line.box
            box = (head.box[0], min(head.box[1], line.box[1]), line.box[2], max(head.box[3], line.box[3]))
            line = replace(
                line,
                text=f"{label}{join}{line.text}",
                raw=f"{head.raw} {line.raw}",
                box=box,
                gap=max(head.gap, line.gap) if line.gap < 1 else line.gap,
            )
        out.append(line)
    return out


def columned(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with a column of labels, drawn before the column of their values, joined to these by height.

    The labels are drawn one under the other, some of them are known, and each has one line of one column beside it.
    """
    at = 0
    while at < len(lines):
        run = _run(lines, at)
        if len(run) >= MIN_COLUMN and (placed := _valued(lines, at, run, lexicon)):
            return placed
        at += max(1, len(run))
    return lines


def _run(lines: list[Line], at: int) -> list[Line]:
    """Short bold lines, or such with a colon, from `at` on that stand under each other at one edge."""
    run: list[Line] = []
    for line in islice(lines, at, None):
        short = len(line.text) <= LONGEST and line.box is not None and line.table is None and not line.cells
        if not short or not (line.bold or line.text.endswith(":")) or opening(line.text):
            break
        before = run[-1].box if run else None
        if before and line.box and (abs(before[0] - line.box[0]) > EDGE or line.box[1] < before[3] - 2):
            break
        run.append(line)
    return run


def _valued(lines: list[Line], at: int, run: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with the labels of a run before the lines beside them; empty where the run is no column of labels."""
    if sum(bool(known_label(line.text.strip(" :"), lexicon)) for line in run) < MIN_KNOWN:
        return []
    rest = lines[at + len(run) :]
    values = [[other for other in rest if _is_beside(head, other)] for head in run]
    if any(len(found) != 1 for found in values):
        return []
    firsts = [found[0] for found in values]
    lefts = [line.box[0] for line in firsts if line.box]
    if max(lefts) - min(lefts) > EDGE or len({id(line) for line in firsts}) < len(run):
        return []
    head_of = {id(value): head for head, value in zip(run, firsts, strict=True)}
    out = list(lines[:at])
    for line in rest:
        if (head := head_of.get(id(line))) and head.box and line.box:
            box = (head.box[0], min(head.box[1], line.box[1]), line.box[2], max(head.box[3], line.box[3]))
            text = f"{head.text.strip(' :')}: {line.text}"
            line = replace(line, text=text, raw=f"{head.raw} {line.raw}", box=box, gap=max(head.gap, line.gap))
        out.append(line)
    return out


def raised(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with each label that stands on the left of a text, and was drawn after it, before that text."""
    out: list[Line] = []
    for line in lines:
        at = len(out)
        bare = line.table is None and not line.cells and len(line.text) <= LONGEST
        if bare and line.box and is_label(line.text, lexicon):
            beside = [i for i, other in enumerate(out) if _is_beside(line, other)]
            at = beside[0] if len(beside) == 1 else at
        out.insert(at, line)
    return out


def _is_beside(head: Line, other: Line) -> bool:
    """True where a line stands on the right of a label, at its height."""
    if other.table is not None or not other.box or not head.box or other.box[0] < head.box[2]:
        return False
    middle = (head.box[1] + head.box[3]) / 2
    return other.box[1] - 2 <= middle <= other.box[3] + 2


def _has_below(head: Line, beside: Line, boxed: list[Line], heads: list[Line]) -> bool:
    """True where a line that is no label follows a label closely in its own column."""
    assert head.box and beside.box
    high = head.box[3] - head.box[1]
    return any(
        line.box is not None
        and line not in heads
        and abs(line.box[0] - head.box[0]) < 8
        and line.box[2] < beside.box[0]
        and 0 <= line.box[1] - head.box[3] < 1.2 * high
        for line in boxed
    )


def _right_of(head: Line, boxed: list[Line], heads: list[Line]) -> Line | None:
    """The line on the same height to the right of a head."""
    assert head.box
    best, edge = None, 0.0
    for line in boxed:
        if line in heads or not line.box or line.box[0] < head.box[2]:
            continue
        overlap = min(head.box[3], line.box[3]) - max(head.box[1], line.box[1])
        if overlap > 0.4 * (head.box[3] - head.box[1]) and (best is None or line.box[0] < edge):
            best, edge = line, line.box[0]
    return best


def lowered(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Labels that were read before lines to their right which stand above them, put where they stand, as on scans."""
    out = list(lines)
    for label in [line for line in lines if line.text.endswith(":") and line.table is None]:
        if not label.box or label.cells or len(label.text) > LONGEST or not is_label(label.text, lexicon):
            continue
        at = next(i for i, line in enumerate(out) if line is label)
        if at and _same_label(out[at - 1], label):
            continue  # "Til" / "stede:"
        end = at + 1
        while end < len(out) and _above_right(out[end], label):
            end += 1
        out[at:end] = [*out[at + 1 : end], label]
    return out


def _same_label(above: Line, label: Line) -> bool:
    """True for a short line right above a label, in its column: the first of its words."""
    if not (above.box and label.box) or len(above.text) > LONGEST or above.text.endswith((":", ".")):
        return False
    high = label.box[3] - label.box[1]
    return abs(above.box[0] - label.box[0]) < EDGE and 0 <= label.box[1] - above.box[1] < 1.6 * high


def _above_right(line: Line, label: Line) -> bool:
    """True for a line that begins right of a label and ends above its middle."""
    if not (line.box and label.box) or line.table is not None or line.page != label.page:
        return False
    return (
        line.box[0] > label.box[2] - EDGE and line.box[1] < label.box[1] - EDGE and line.box[3] <= label.box[3] - EDGE
    )
