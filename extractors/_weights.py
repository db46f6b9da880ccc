"""The tables of the linear models: features with a weight for each of two answers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from math import fsum


@cache
def pairs(name: str) -> dict[str, tuple[float, float]]:
    """Feature -> its two weights, of a file of the lexicon; "" has the two intercepts."""
    text = (resources.files("extractors.lexicon") / name).read_text(encoding="utf-8")
    found: dict[str, tuple[float, float]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            feature, first, second = line.rsplit("\t", 2)
            found[feature] = float(first), float(second)
    return found


def added(table: dict[str, tuple[float, float]], features: Iterable[str]) -> tuple[float, float]:
    """The two intercepts, each with the weights of these features, each of which counts once.

    Exact, since a plain sum's last digits depend on its order, and the order of a set is another in each process.
    """
    own = [table[""], *(pair for feature in set(features) if (pair := table.get(feature)))]
    return fsum(first for first, _ in own), fsum(second for _, second in own)
