"""The numbers that word processors work out for lists: counted level by level, written as the list's pattern says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list counts. `pattern` is Word's: "%1." for the first depth's number and a full stop.

    `shared` names the count that several lists go on with; `fresh` is True where this list begins anew.
    """

    format: str
    pattern: str
    start: int = 1
    shared: str = ""
    fresh: bool = False

    def starting(self, start: int) -> Level:
        """The same, beginning anew at another number."""
        return replace(self, start=start, fresh=True)

    def of_list(self, shared: str) -> Level:
        """The same, counting with all lists of that name."""
        return replace(self, shared=shared)


@dataclass(slots=True)
class Counters:
    """The counts of a document's lists, list id -> depth -> `Level`."""

    levels: dict[str, dict[int, Level]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, key: str, depth: int) -> str:
        """The mark of a list's next entry at a depth (from 0); a dash for bullets, nothing where nothing shows."""
        levels = self.levels.get(key, {})
        level = levels.get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return "-"
        counts = self.counts.setdefault(level.shared or key, {})
        if level.fresh and (key, depth) not in self.begun:
            counts.pop(depth, None)
        self.begun.add((key, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            one = levels.get(at, level)
            return FORMATS.get(one.format, str)(counts.get(at, one.start))

        return _PLACE.sub(number, level.pattern).strip()


def letters(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, as Word counts."""
    return _ALPHABET[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else ""


def roman(number: int) -> str:
    """Small Roman numerals up to 39; plain figures beyond.

    >>> roman(4), roman(19), letters(28)
    ('iv', 'xix', 'bb')
    """
    if not 0 < number < 40:
        return str(number)
    said = ""
    for value, sign in _ROMAN:
        while number >= value:
            said, number = said + sign, number - value
    return said


FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}
"""Formats by Word's names; whatever else there is counts in figures."""
