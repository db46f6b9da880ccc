"""Which of the words that are read alike stands between these two others ("før møtet", "for å"), by how often they do.

Counted on the words of minutes (`tools/domain_words.py`). Only what was seen tells: how many times oftener than
anywhere a neighbour stands beside a word, those of words with many different ones discounted as Witten and Bell do.
One that was never seen there says nothing, since most are not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from pipeline.repair.words import minutes

EDGE = "."
"""What stands before the first word of a sentence and behind its last one."""
_DIGITS = re.compile(r"^\W*\d[\d.,:/-]*\W*$")
_ENDS = re.compile(r"[.!?:;]$")
_BARE = re.compile(r"^\W+|\W+$")


def folded(token: str) -> str:
    """A word of running text as it is counted: small letters, without its punctuation; numbers are one.

    >>> folded("(Før"), folded("12.30"), folded("–")
    ('før', '0', '–')
    """
    if _DIGITS.match(token):
        return "0"
    return _BARE.sub("", token).lower() or token


class Neighbours:
    """What stands beside words in one standard."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._before: dict[str, dict[str, int]] = defaultdict(dict)
        self._behind: dict[str, dict[str, int]] = defaultdict(dict)
        for line in Path(__file__).with_name("neighbours.tsv").read_text("utf-8").splitlines():
            own, one, other, count = line.split("\t")
            if own == language:
                for table, word, neighbour in ((self._behind, one, other), (self._before, other, one)):
                    for key in filter(None, (neighbour, _ending(neighbour))):
                        table[word][key] = table[word].get(key, 0) + int(count)
        self._endings: dict[str, float] = defaultdict(float)
        for word, share in minutes(language).items():
            self._endings[_ending(word)] += share

    def fit(self, word: str, before: str, behind: str) -> float:
        """How many times likelier than by chance a word stands between these two; 1 where nothing was seen."""
        return self._side(self._before, word, before) * self._side(self._behind, word, behind)

    def _side(self, table: dict[str, dict[str, int]], word: str, other: str) -> float:
        """One side of it: by the neighbour itself, else by how it ends ("før ferien" as "før sommaren")."""
        seen = table.get(word)
        if not seen:
            return 1.0
        key = other if other in seen else _ending(other)
        if key not in seen:
            return 1.0
        share = self._share(other) if key == other else self._endings.get(key, 0.0) + RARE
        return 1.0 + seen[key] / ((sum(seen.values()) / 2 + len(seen)) * share)

    def _share(self, word: str) -> float:
        """How often a neighbour stands anywhere."""
        return OFTEN.get(word) or max(RARE, minutes(self._language).get(word, 0.0))


def _ending(word: str) -> str:
    """The end of a word, as the kind of word it is; an empty text for short ones."""
    return f"-{word[-3:]}" if len(word) > 5 else ""


OFTEN = {"0": 0.05, EDGE: 0.005}
"""The share of numbers, and of a page's edge, among all words."""
RARE = 1e-5


@cache
def neighbours(language: str) -> Neighbours:
    """Those of a standard, read when first needed."""
    return Neighbours(language)
