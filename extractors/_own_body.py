"""The body that these minutes are of, where a word or a label stands for it."""

from __future__ import annotations

import re

from extractors._matching import word_list
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.labels import known_label
from pipeline.model import Block, Document

BODY = expression("own_body.body")
_OF_ITS_OWN = expression("own_body.of_its_own")
"""A label of what a body recommends or says ("Rådet si tilråding", "Utvalgets uttalelse")."""


_ELECTORS = expression("own_body.electors")
"""A label of those whom somebody has elected to the body, in its list of who was there."""


def meaning_of(document: Document, block: Block, lexicon: Lexicon) -> tuple[str, ...]:
    """The first meaning of a block's label, empty where it has none; what the body itself recommends is its resolution."""
    if not block.label:
        return ()
    if _ELECTORS.match(block.label):
        return ()
    meaning = known_label(block.label, lexicon)[:1]
    whose = _OF_ITS_OWN.match(block.label) if meaning in ((), ("proposal",)) else None
    word = whose and (whose["one"] or whose["other"])
    own = word and _in_name(document, word.casefold())
    return ("decision",) if own or (meaning == ("proposal",) and _sends_on(document, block, lexicon)) else meaning


def _sends_on(document: Document, block: Block, lexicon: Lexicon) -> bool:
    """True for what the body recommends to a higher one once it has treated the matter ("Innstilling til kommunestyret")."""
    item = document.item_of(block.index)
    if item is None or item.first is None or not _TO_ANOTHER.search(block.label or ""):
        return False
    above = document.blocks[item.first : block.index]
    return any(known_label(other.label, lexicon)[:1] == ("treatment",) for other in above if other.label)


_TO_ANOTHER = expression("own_body.to_another")
"""To whom a recommendation goes."""


def is_own(document: Document, word: str) -> bool:
    """True for a word by which the body of these minutes calls itself; "styret" is not an annual meeting's."""
    low, body = word.casefold(), document.body or ""
    if low in ("vi", "me", "møtet"):
        return True
    if word.isupper():
        return occurrences(body, word) > 0 or low in word_list("own_bodies")
    if _in_name(document, low) and low not in word_list("not_bodies"):
        return True
    return low in word_list("any_body") and not BODY.search(body)


def _in_name(document: Document, word: str) -> bool:
    """True for a word in its definite form that stands in the body's name ("rådet" of "Eldrerådet i Lia")."""
    stem = re.sub(r"(?:et|en|a)$", "", word)
    return len(stem) > 2 and stem in (document.body or "").casefold()


def occurrences(text: str, word: str) -> int:
    """How often a word stands in a text as a word of its own. Faster than an expression, which each word would need anew.

    >>> occurrences("Per Moe og Per-Olav, Pers", "Per")
    2
    """
    count, at = 0, text.find(word)
    while at >= 0:
        end = at + len(word)
        count += not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1]))
        at = text.find(word, end)
    return count


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
