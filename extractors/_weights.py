"""The tables of the linear models: features with a weight for each of two answers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

_FINE = 1000
"""The weights are kept as whole thousandths, which their files have: what is added up does not depend on the order, and
the order of a set is another in each process."""


@cache
def pairs(name: str) -> dict[str, tuple[int, int]]:
    """Feature -> its two weights in thousandths, of a file of the lexicon; "" has the two intercepts."""
    text = (resources.files("extractors.lexicon") / name).read_text(encoding="utf-8")
    found: dict[str, tuple[int, int]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            feature, first, second = line.rsplit("\t", 2)
            found[feature] = round(float(first) * _FINE), round(float(second) * _FINE)
    return found


def added(table: dict[str, tuple[int, int]], features: Iterable[str]) -> tuple[float, float]:
    """The two intercepts, each with the weights of these features, each of which counts once."""
    first, second = table[""]
    for feature in table.keys() & features:
        one, other = table[feature]
        first += one
        second += other
    return first / _FINE, second / _FINE
