"""Sums of money in a text, in kroner."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression

_AMOUNT = expression("money.amount")
_FACTOR = {"mi": 1_000_000, "mr": 1_000_000_000, "mn": 1_000_000}


def amounts(text: str) -> tuple[float, ...]:
    """Every sum, in the order of the text.

    >>> amounts("Det bevilges kr 2.500,- og 30 mill. kroner, i alt kr 45 000")
    (2500, 30000000, 45000)
    """
    found = []
    for match in _AMOUNT.finditer(text):
        digits = match["a"] or match["b"]
        decimals = match["ad"] or match["bd"] or ""
        scale = (match["am"] or match["bm"] or "").casefold()
        value = float(re.sub(r"[ .\u00a0]", "", digits) + decimals.replace(",", "."))
        factor = 1_000_000_000 if scale.startswith(("mrd", "milliard")) else _FACTOR.get(scale[:2], 1)
        value *= factor
        found.append(int(value) if value == int(value) else value)
    return tuple(found)
