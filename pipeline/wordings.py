"""Which of a list's wordings a text has: asked of whole documents for hundreds of wordings, of which few are there."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_WORD = re.compile(r"\w+")


def said(text: str, wordings: frozenset[str]) -> list[str]:
    """The different ones of these wordings that a text (folded, one space between words) has as words, in order.

    A wording can stand only where its longest word does: that is asked once a text, and nearly always settles it.

    >>> said("møtet ble hevet, og møtet ble kort", frozenset({"møtet ble hevet", "møtet ble", "ble kor"}))
    ['møtet ble hevet', 'møtet ble']
    """
    by_word = _by_longest_word(wordings)
    there = by_word.keys() & _words_of(text)
    if not any(wording in text for word in there for wording in by_word[word]):
        return []
    return list(dict.fromkeys(_any_of(wordings).findall(text)))


def may_say(text: str, words: frozenset[str]) -> bool:
    """True where a text (folded) has one of these words, be it within another word: nearly none has, and is let go."""
    return any(map(text.__contains__, _roots(words)))


@cache
def _any_of(wordings: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(wordings, key=len, reverse=True))})\b")


@lru_cache(4)  # one text is asked for several lists, one after the other
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


@cache
def _by_longest_word(wordings: frozenset[str]) -> dict[str, list[str]]:
    """Wordings by their longest word."""
    found: dict[str, list[str]] = {}
    for wording in wordings:
        found.setdefault(max(_WORD.findall(wording), key=len), []).append(wording)
    return found


@cache
def _roots(words: frozenset[str]) -> tuple[str, ...]:
    """Those of these words that hold none of the others."""
    return tuple(word for word in words if not any(other in word for other in words - {word}))
