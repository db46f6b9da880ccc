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
    return _lost(text, _words(text), _letters(text))


def damaged(numbers: Sequence[int], texts: Mapping[int, str]) -> set[int]:
    """The pages whose text layer lost its letters: by themselves, or as a part of a document that lost them.

    A clean page of such a document has its letters, and a damaged one of a clean document has none.
    """
    letters = {number: _letters(texts[number]) for number in numbers}
    # there are fewer words than characters: most pages show that they have their letters without a count of words
    few = {n for n in numbers if letters[n] * 100 <= len(texts[n]) and letters[n] <= _words(texts[n]) * 0.01}
    if not few:
        return set()  # whoever lost them has few
    whole = "\n".join(texts[number] for number in numbers)
    if _lost(whole, _words(whole), sum(letters.values())):
        return few
    return {number for number in few if _lost(texts[number], _words(texts[number]), letters[number])}


def _letters(text: str) -> int:
    """The letters of a text that Norwegian has and English has not."""
    return sum(map(text.count, "æøåÆØÅ"))


def _words(text: str) -> int:
    """The words of a text, but for one."""
    return text.count(" ") + text.count("\n")


def _lost(text: str, words: int, letters: int) -> bool:
    """`lost_letters` of a text of so many words and such letters."""
    if letters >= words * 0.01 or words < MIN_WORDS or len(_NORWEGIAN.findall(text)) < words * 0.04:
        return False
    return len(_DAMAGED.findall(text)) >= max(3, words * 0.005)
