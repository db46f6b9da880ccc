"""Regular expressions behind a sieve: the words of which every match holds one, as the expression itself says.

A sentence is asked for a hundred wordings and has one or two. Whether it has a certain word is found out in a fraction
of the time that an expression takes, and an expression that is never needed is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from pipeline.memo import KEPT


class Sieved:
    """An expression that is looked for only where a text has one of its `words`."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._expression, self._flags = expression, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._expression, self._flags)

    @cached_property
    def words(self) -> tuple[str, ...]:
        r"""Words, casefolded, of which every text with a match holds one; an empty one where it needs none.

        >>> sorted(Sieved(r"\b(?:ledet|leda|styrte)\s+(?:dette\s+)?møt\w+").words), Sieved(r"\d+|møte").words
        (['leda', 'ledet', 'styrte'], ('',))
        """
        found = {word.casefold() for word in _needed(_parser.parse(self._expression, self._flags))} or {""}
        return tuple(word for word in found if not any(other in word for other in found - {word}))

    def may_match(self, low: str) -> bool:
        """False for a casefolded text that has none of the words."""
        return any(map(low.__contains__, self.words))

    def search(self, text: str, low: str) -> re.Match[str] | None:
        """What the expression's `search` finds; `low` is the text casefolded, which is done once for all expressions."""
        return self.pattern.search(text) if self.may_match(low) else None


class Sieve:
    """Which of many expressions may have a match in a text, found by going through the text once.

    An expression is told by three letters of each of its words. Asking each for its words took as long as all the
    expressions that were left after it.
    """

    def __init__(self, expressions: Iterable[Sieved]) -> None:
        self._expressions = tuple(expressions)

    @cached_property
    def _index(self) -> tuple[dict[str, list[int]], list[int]]:
        """Three letters -> the places of the expressions that they may stand for; the places of those without any."""
        index: dict[str, list[int]] = {}
        always = []
        for at, expression in enumerate(self._expressions):
            if any(len(word) < _GRAM for word in expression.words):
                always.append(at)
                continue
            for gram in {word[:_GRAM] for word in expression.words}:
                index.setdefault(gram, []).append(at)
        return index, always

    def of(self, low: str) -> Iterator[int]:
        """Places, in order, of the expressions that may match a casefolded text."""
        index, always = self._index
        found = set(always)
        for gram in index.keys() & _grams(low):
            found.update(index[gram])
        return (at for at in sorted(found) if self._expressions[at].may_match(low))


_GRAM = 3


@lru_cache(KEPT)
def _grams(low: str) -> frozenset[str]:
    """Every three letters of a text that stand together."""
    return frozenset(map("".join, zip(low, low[1:], low[2:], strict=False)))


class Ways:
    """Several ways of saying one thing, each sieved by itself."""

    def __init__(self, expressions: Iterable[str], flags: int = 0) -> None:
        self._ways = tuple(Sieved(expression, flags) for expression in expressions)
        self._sieve = Sieve(self._ways)

    def search(self, text: str) -> re.Match[str] | None:
        """What `search` of all of them joined by "|" finds: the leftmost match, of the first that has one there."""
        found = (match for at in self._sieve.of(text.casefold()) if (match := self._ways[at].pattern.search(text)))
        return min(found, key=re.Match.start, default=None)

    def say(self, low: str, text: str) -> bool:
        """True where one of them is found in a text; `low` is the text casefolded."""
        return any(self._ways[at].pattern.search(text) for at in self._sieve.of(low))


def _needed(items: Iterable[Any]) -> set[str]:
    """Of all sets of words of which these items, one behind the other, need one: the best; empty where there is none."""
    sets: list[set[str]] = []
    run: list[Any] = []
    for op, value in [*items, (None, None)]:
        if op is ops.LITERAL:
            run.append((op, value))
            continue
        sets.append({"".join(chr(letter) for _, letter in run)} if run else set())
        if op is ops.BRANCH:  # what all of its ways begin with stands before it
            ways = [_needed([*run, *way]) for way in value[1]]
            sets.append(set().union(*ways) if all(ways) else set())
        elif op is ops.SUBPATTERN:
            sets.append(_needed(value[3]))
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0]:
            sets.append(_needed(value[2]))
        run = []
    return max(sets, key=_worth)


def _worth(words: set[str]) -> tuple[int, float]:
    """How few texts a set of words lets through: long words are rare."""
    lengths = [len(word) for word in words]
    return (min(lengths), sum(lengths) / len(lengths)) if lengths else (0, 0.0)
