"""The signs that printers set before the points of a list, one place for all who look for them."""

from __future__ import annotations

SIGNS = "⤷•‣◦∙▪■□●○➢➤►▶❖◆♦✓✔–—*·"
"""Signs that open a point. A hyphen, which stands in words too, and the typist's "o" are left to those who look, and
so are boxes, whose tick says that a task is done."""
PRIVATE = "\ue000-\uf8ff"
"""The range of signs from a symbol font without a meaning of their own, which are how Word sets its bullets."""
BULLETS = SIGNS + PRIVATE
"""Both, for the inside of a regular expression's brackets."""


def is_bullet(sign: str) -> bool:
    r"""True for one sign, or the hyphen, by itself.

    >>> is_bullet("\uf0b7"), is_bullet("-"), is_bullet("§")
    (True, True, False)
    """
    return len(sign) == 1 and (sign in SIGNS or sign == "-" or "\ue000" <= sign <= "\uf8ff")
