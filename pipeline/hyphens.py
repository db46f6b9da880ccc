"""Hyphens at the ends of lines: dropped where they only divide a word, kept where the word has one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon.wording import expression

_CONJUNCTION = expression("hyphens.conjunction", re.NOFLAG)
_TIGHT = re.compile(r"(?:[A-ZÆØÅ0-9]{2,}|\b[A-ZÆØÅ]\w*)-$")
_LINKED = re.compile(r"\b[A-ZÆØÅ][a-zæøåéòôü]{3,}s-$")
"""A first part with the s that links parts of compounds ("Utvalgs-"): the word goes on, whatever its first letter."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def join(before: str, after: str, words: frozenset[str] = frozenset()) -> str:
    """Two lines as one, the hyphen at the first one's end resolved. `words` are those of the document (`words_of`).

    >>> join("tildelings-", "rundene"), join("helse-", "og omsorg"), join("Ann-", "Kristin"), join("KOSTRA-", "tallene")
    ('tildelingsrundene', 'helse- og omsorg', 'Ann-Kristin', 'KOSTRA-tallene')
    >>> join("e-", "posten", frozenset({"e-posten"})), join("Møte-", "boka", frozenset({"møteboka"}))
    ('e-posten', 'Møteboka')
    """
    if not before:
        return after
    if before.endswith("-") and len(before) > 1 and before[-2].isalnum():
        if _CONJUNCTION.match(after):
            return f"{before} {after}"
        if after[:1].isupper() or after[:1].isdigit():
            return before + after
        if words and (last := _WORD.search(before[-40:-1].rsplit(" ", 1)[-1])) and (first := _WORD.match(after)):
            if f"{last.group()}{first.group()}".casefold() in words:
                return before[:-1] + after
            if f"{last.group()}-{first.group()}".casefold() in words:
                return before + after
        if after[:1].islower():
            tight = _TIGHT.search(before.rsplit(" ", 1)[-1]) and not _LINKED.search(before)
            return before + after if tight else before[:-1] + after
    if before.endswith("/") and after[:1].isalnum():
        return before + after
    return f"{before} {after}"


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in these lines, folded; none where no line ends with a hyphen: nobody asks."""
    texts = list(lines)
    if not any(text.endswith("-") for text in texts):
        return frozenset()
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text.rstrip("-")))
