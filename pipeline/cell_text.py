"""The cells of tables that hold minutes: what columns there are, and the paragraphs of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors._names import is_office
from extractors.lexicon import Lexicon
from pipeline.bullets import BULLETS
from pipeline.hyphens import join
from pipeline.labels import label_of
from pipeline.model import Cell

_FULL = 0.9
"""Share of the longest line's letters that a line of wide letters holds."""
WIDER = 2.5
"""Letters of a margin beyond which the next word had room on a line."""
APART = 2.2
"""Heights of a line from which on the next one is set apart."""

_BULLET = re.compile(rf"[{BULLETS}-]\s")
_ACTS = re.compile(r"^(?:[A-ZÆØÅ][\w-]+ (?:og )?){1,4}(?P<verb>[a-zæøå]{2,}(?:er|es|ar))(?=\s|$)")
"""Names or an office and a verb ("Kari sender brev")."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of such a table hold: cell numbers of the text, the owner and the deadline."""

    texts: tuple[int, ...]
    owner: int | None
    due: int | None
    labels: dict[int, str]
    """Columns of what was decided, with the header that labels their text."""
    titled: bool = False
    """True where a row without a number begins with its title too."""
    run_in: bool = True
    """True where the words up to a cell's first stop may be its title."""


def paragraphs(values: Sequence[str], at: int, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """The lines of a cell from `at` on as paragraphs: (first line, how many, text).

    A cell is as wide as its longest line; a line goes on where the next one's first word had no room on it, and
    is no label.
    """
    width = max((len(value) for value in values), default=0)
    begin, text = at, ""
    for here in range(at, len(values)):
        text = join(text, values[here])
        following = values[here + 1] if here + 1 < len(values) else ""
        room = width * _FULL - len(values[here]) - 1
        short = len(following.split(" ", 1)[0]) <= room and not following[:1].islower()
        opens = bool(following) and (_BULLET.match(following) is not None or label_of(following, lexicon) is not None)
        if not following or opens or (short and not values[here].endswith((",", "-"))):
            yield begin, here + 1 - begin, text
            begin, text = here + 1, ""


def listed(cell: Cell) -> list[str]:
    """The lines of a narrow cell, those that had to break joined: one for each name or task that stands there."""
    values = cell.text.split("\n")
    if len(values) < 2 or len(cell.lines) != len(values) or cell.box is None:
        return [" ".join(values)]
    out = [values[0]]
    for at in range(1, len(values)):
        before, line = cell.lines[at - 1], cell.lines[at]
        letter = (before[2] - before[0]) / max(1, len(values[at - 1]))
        room = cell.box[2] - before[2] > letter * (len(values[at].split(" ", 1)[0]) + WIDER)
        apart = line[1] - before[1] > APART * (before[3] - before[1])
        ends = not values[at - 1].endswith((",", "/", "-", "&", " og"))
        if values[at].strip() and values[at][:1].isupper() and ends and (room or apart):
            out.append(values[at])
        else:
            out[-1] = join(out[-1], values[at])
    return [value for value in out if value.strip()]


def tells(value: str) -> bool:
    """True where a cell for owners or deadlines says in sentences who does what."""
    words = value.split()
    if len(words) > 2 and value.endswith(".") and any(word[:1].islower() and len(word) > 3 for word in words):
        return True
    acts = _ACTS.match(value)
    return acts is not None and len(words) > 2 and not is_office(acts["verb"])
