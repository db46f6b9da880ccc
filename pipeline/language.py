"""Written standard of a document and of its sections: bokmål or nynorsk, by the words that only one of them has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extractors.lexicon import Lexicon
from pipeline.model import Block, Item

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENOUGH = 2
"""Words that only one standard has, from which on a section by itself can tell its standard."""
CLEAR = 2
"""How many times as many of one standard as of the other there must be: a section may quote the other one."""
INITIALS = 4
"""Letters of somebody's initials, at most."""


def language_of(text: str, lexicon: Lexicon) -> str | None:
    """nb or nn by the count of function words that only one of them has; None where too few say anything.

    The same words stand in both lists where both standards have them; these cancel out. Where the function words are
    even, as in a form of labels and names, the words of labels that only one of the two has decide.
    """
    words = _words(text)
    nb, nn = _counts(words, lexicon)
    if nb + nn >= 2 and nb != nn:
        return "nn" if nn > nb else "nb"
    data = lexicon.by_language
    own = {code: _label_words(code, tuple(map(tuple, data[code]["labels"].values()))) for code in ("nb", "nn")}
    nb += len(words.keys() & (own["nb"] - own["nn"]))
    nn += len(words.keys() & (own["nn"] - own["nb"]))
    if nb + nn < 2 or nb == nn:
        return None
    return "nn" if nn > nb else "nb"


def language_reason(blocks: Iterable[Block], lexicon: Lexicon) -> str:
    """The counts behind the language: words of each standard, and paragraphs, an undecided one as the one before it."""
    total, paragraphs, before = Counter[str](), Counter[str](), None
    for block in blocks:
        words = _words(block.text)
        nb, nn = _counts(words, lexicon)
        total.update({"nb": nb, "nn": nn})
        before = ("nn" if nn > nb else "nb") if nb != nn else before
        if before:
            paragraphs[before] += 1
    return f"words nb {total['nb']}, nn {total['nn']}; paragraphs nb {paragraphs['nb']}, nn {paragraphs['nn']}"


def counted(items: Iterable[Item], blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Item, ...]:
    """The items with the words counted that tell their standard; one that is only listed has none."""
    found = []
    for item in items:
        text = " ".join(block.text for block in blocks if item.covers(block.index))
        found.append(replace(item, standard_words=_counts(_words(text), lexicon)))
    return tuple(found)


def language_of_item(item: Item) -> str | None:
    """nb or nn where an item's own words say so clearly, else None: it may be short, or half quoted.

    >>> [language_of_item(Item("1", "Veg", standard_words=counts)) for counts in ((0, 3), (9, 2), (4, 3), (0, 1))]
    ['nn', 'nb', None, None]
    """
    nb, nn = item.standard_words
    if nb + nn < ENOUGH or max(nb, nn) < CLEAR * min(nb, nn):
        return None
    return "nn" if nn > nb else "nb"


def _words(text: str) -> Counter[str]:
    """The words of a text, counted; initials are none ("EG tek kontakt": not the nynorsk word for I)."""
    return Counter(word.casefold() for word in _WORD.findall(text) if not (word.isupper() and len(word) <= INITIALS))


def _counts(words: Counter[str], lexicon: Lexicon) -> tuple[int, int]:
    """How many words only bokmål has, and how many only nynorsk."""
    told = _language_of_words(lexicon)
    counts = {"nb": 0, "nn": 0}
    for word, times in words.items():
        if code := told.get(word):
            counts[code] += times
    return counts["nb"], counts["nn"]


@cache
def _language_of_words(lexicon: Lexicon) -> dict[str, str]:
    """Function word that one language has -> that language."""
    return {word: code for code, words in lexicon.own_words.items() for word in words}


@cache
def _label_words(code: str, wordings: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Every longer word of the labels of one language (`code` keeps the two apart in the cache)."""
    return frozenset(
        w.casefold() for group in wordings for label in group for w in _WORD.findall(str(label)) if len(w) >= 4
    )
