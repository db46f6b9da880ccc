"""Written standard of a document and of its sections: bokmål or nynorsk, by the words that only one of them has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import filterfalse

from extractors.lexicon import Lexicon
from pipeline.model import Block, Item

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENOUGH = 2
"""Words that only one standard has, from which on a section by itself can tell its standard."""
CLEAR = 2
"""How many times as many of one standard as of the other there must be: a section may quote the other one."""
INITIALS = 4
"""Letters of somebody's initials, at most."""


def language_of(text: str, lexicon: Lexicon, told: Sequence[tuple[int, int]] = ()) -> str | None:
    """nb or nn by the count of function words that only one of them has; None where too few say anything.

    `told`: the counts of the text's parts (as `told_by` has them), where they are known.
    The same words stand in both lists where both standards have them; these cancel out. Where the function words are
    even, as in a form of labels and names, the words of labels that only one of the two has decide.
    """
    nb, nn = _sum(told) if told else _counts(text, lexicon)
    if nb + nn >= 2 and nb != nn:
        return "nn" if nn > nb else "nb"
    data = lexicon.by_language
    words = {word.casefold() for word in _WORD.findall(text) if not _is_initials(word)}
    own = {code: _label_words(code, tuple(map(tuple, data[code]["labels"].values()))) for code in ("nb", "nn")}
    nb += len(words & (own["nb"] - own["nn"]))
    nn += len(words & (own["nn"] - own["nb"]))
    if nb + nn < 2 or nb == nn:
        return None
    return "nn" if nn > nb else "nb"


def told_by(blocks: Iterable[Block], lexicon: Lexicon) -> list[tuple[int, int]]:
    """How many words of each block only bokmål has, and how many only nynorsk."""
    return [_counts(block.text, lexicon) for block in blocks]


def language_reason(told: Iterable[tuple[int, int]]) -> str:
    """The counts behind the language: words of each standard, and paragraphs, an undecided one as the one before it."""
    total, paragraphs, before = Counter[str](), Counter[str](), None
    for nb, nn in told:
        total["nb"] += nb
        total["nn"] += nn
        before = ("nn" if nn > nb else "nb") if nb != nn else before
        if before:
            paragraphs[before] += 1
    return f"words nb {total['nb']}, nn {total['nn']}; paragraphs nb {paragraphs['nb']}, nn {paragraphs['nn']}"


def counted(items: Iterable[Item], told: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    """The items with the words counted that tell their standard; one that is only listed has none."""
    found = []
    for item in items:
        own = told[item.first : item.last + 1] if item.first is not None and item.last is not None else ()
        found.append(replace(item, standard_words=_sum(own)))
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


def _is_initials(word: str) -> bool:
    """True for what is no word ("EG tek kontakt": not the nynorsk word for I)."""
    return word.isupper() and len(word) <= INITIALS


def _sum(told: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(nb for nb, _ in told), sum(nn for _, nn in told)


def _counts(text: str, lexicon: Lexicon) -> tuple[int, int]:
    """How many words only bokmål has, and how many only nynorsk."""
    words = text.split()
    mixed = " ".join(filterfalse(str.isalpha, words))  # those with signs; the others need no expression
    told = list(filter(None, map(_language_of_words(lexicon).get, [*words, *_WORD.findall(mixed)])))
    nb = told.count("nb")
    return nb, len(told) - nb


@cache
def _language_of_words(lexicon: Lexicon) -> dict[str, str]:
    """Function word that one language has, in small letters, with a capital and in capitals -> that language."""
    return {
        shape: code
        for code, words in lexicon.own_words.items()
        for word in words
        for shape in (word, word.capitalize(), word.upper())
        if not _is_initials(shape)
    }


@cache
def _label_words(code: str, wordings: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Every longer word of the labels of one language (`code` keeps the two apart in the cache)."""
    return frozenset(
        w.casefold() for group in wordings for label in group for w in _WORD.findall(str(label)) if len(w) >= 4
    )
