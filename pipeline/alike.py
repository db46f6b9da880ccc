"""When two wordings are the same: texts as bags of words, titles and places by letters, numbers without series."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME_TEXT = 0.6
"""F1 of two bags of words from which two texts are the same record."""

SAME_TITLE = 0.85
"""Share of equal characters from which two titles are the same."""

_IGNORED = re.compile(r"[.’'`\"«»:;,]")
_SERIES = re.compile(r"^(?:[^\W\d_]+[-.]*)+(?=\d)")


@dataclass(frozen=True, slots=True)
class Measure:
    """How alike a text, a title or a place must be to its label; `whole`: a sentence of a longer record is not it."""

    text: float
    title: float
    whole: bool


SOFT = Measure(SAME_TEXT, SAME_TITLE, whole=False)
"""The measure of the project's shared scorer."""

STRICT = Measure(1.0, 1.0, whole=True)
"""Word for word; case, stops and quotation marks aside."""


def plain(text: str | None) -> str:
    """Text without case, stops, quotation marks and extra spaces."""
    return " ".join(_IGNORED.sub("", unicodedata.normalize("NFC", text or "").casefold()).split())


def likeness(a: str | None, b: str | None) -> float:
    """Share of equal characters, 0 to 1."""
    a, b = plain(a), plain(b)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def same_place(a: str | None, b: str | None, measure: Measure = SOFT) -> bool:
    """True for two names of which one holds the other or that hardly differ."""
    a, b = plain(a), plain(b)
    inside = not measure.whole and (a in b or b in a)
    return bool(a and b) and (likeness(a, b) >= measure.title or inside)


def number(text: object) -> str:
    """An agenda number without spaces and without the letters that name the kind of case.

    >>> number("PS 46/15"), number("1.")
    ('46/15', '1')
    """
    plain_text = unicodedata.normalize("NFC", str(text or "")).casefold()
    return _SERIES.sub("", re.sub(r"[–—]", "-", "".join(plain_text.split())).rstrip(".:)"))


def words_f1(a: str | None, b: str | None, *, whole: bool = False) -> float:
    """F1 of two bags of words. One sentence of a longer record finds it, unless the record swallows the page.

    `whole`: the sentence alone does not.
    """
    left, right = re.findall(r"\w+", plain(a)), re.findall(r"\w+", plain(b))
    if not left or not right:
        return 0.0
    hits = (Counter(left) & Counter(right)).total()
    if whole:
        return 2 * hits / (len(left) + len(right))
    short = min(len(left), len(right))
    if short >= 5:
        inside = hits >= 0.95 * short and len(right) <= 3 * len(left) + 12
    else:  # a label of a word or two is found by the short line that holds it
        inside = len(left) <= 3 and len(right) <= 10 and hits == len(left)
    return max(2 * hits / (len(left) + len(right)), SAME_TEXT if inside else 0.0)
