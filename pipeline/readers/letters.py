"""Tells whether a text layer lost its æ, ø and å, read by a program that did not know Norwegian."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MIN_WORDS = 60
_NORWEGIAN = re.compile(r"\b(?:og|ikke|ikkje|det|som|til|av|med|er|skal|ble|vart|blei|fra)\b", re.I)
_DAMAGED = re.compile(
    r"\b(?:pa|ma|ogsa|nar|sa|ar|for|fa|mate[rt]?|mgte[rt]?|gnsk\w+|spgrsm\w+|radet|omrade\w*)\b", re.I
)


def lost_letters(text: str) -> bool:
    """True where Norwegian text of some length has next to no æ, ø, å and shows the words that their loss leaves.

    >>> lost_letters("Vi ser pa saken og det er ikke noe som ma tas opp na. " * 20)
    True
    >>> lost_letters("Vi ser på saken og det er ikke noe som må tas opp nå. " * 20)
    False
    """
    words = text.count(" ") + text.count("\n")
    letters = sum(map(text.count, "æøåÆØÅ"))
    if letters >= words * 0.01 or words < MIN_WORDS or len(_NORWEGIAN.findall(text)) < words * 0.04:
        return False
    return len(_DAMAGED.findall(text)) >= max(3, words * 0.005)


def damaged(numbers: Sequence[int], texts: Mapping[int, str]) -> set[int]:
    """The pages whose text layer lost its letters: by themselves, or as a part of a document that lost them.

    A clean page of such a document has its letters, and a damaged one of a clean document has none.
    """
    whole = lost_letters("\n".join(texts[number] for number in numbers))
    return {n for n in numbers if lost_letters(texts[n]) or (whole and _has_few(texts[n]))}


def _has_few(text: str) -> bool:
    """True where a text has fewer of the letters than any Norwegian text of its length."""
    return sum(map(text.count, "æøåÆØÅ")) <= (text.count(" ") + text.count("\n")) * 0.01
