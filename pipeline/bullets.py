"""The signs that printers set before the points of a list, one place for all who look for them."""

from __future__ import annotations

import re

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


_SYMBOLS = str.maketrans(
    {
        "\uf02d": "–",
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf076": "❖",
        "\uf0fc": "✓",
        "\uf0e0": "→",
        "\uf0e8": "→",
        "\uf0f0": "→",
        "\uf06f": "☐",
        "\uf0a3": "☐",
        "\uf0a8": "☐",
        "\uf052": "☑",
        "\uf0fe": "☑",
        "\uf0fb": "☒",
        "\uf0fd": "☒",
    }
)
"""What Word's symbol fonts (Symbol, Wingdings) draw for codes of their own."""
_SOME = re.compile(f"[{PRIVATE}]")
_OPENS = re.compile(f"^[{PRIVATE}](?=\\s)")


def plain(text: str) -> str:
    r"""A line with the signs of symbol fonts as what they draw; an unknown one that opens it as a bullet.

    >>> plain("\uf0b7 Kari henter stoler"), plain("\uf0fe utført"), plain("\uf123 Ola")
    ('• Kari henter stoler', '☑ utført', '• Ola')
    """
    return _OPENS.sub("•", text.translate(_SYMBOLS)) if _SOME.search(text) else text
