"""The cells of tables that hold minutes: what columns there are, and the paragraphs of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors._names import is_office
from extractors.lexicon import Lexicon
from pipeline.hyphens import join
from pipeline.labels import label_of

_FULL = 0.9
"""Share of the longest line's letters that a line of wide letters holds."""

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
        opens = bool(following) and label_of(following, lexicon) is not None
        if not following or opens or (short and not values[here].endswith((",", "-"))):
            yield begin, here + 1 - begin, text
            begin, text = here + 1, ""


def tells(value: str) -> bool:
    """True where a cell for owners or deadlines says in sentences who does what."""
    words = value.split()
    if len(words) > 2 and value.endswith(".") and any(word[:1].islower() and len(word) > 3 for word in words):
        return True
    acts = _ACTS.match(value)
    return acts is not None and len(words) > 2 and not is_office(acts["verb"])
