"""The tables of the linear models: features with a weight for each of two answers."""

from __future__ import annotations

from functools import cache
from importlib import resources


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
