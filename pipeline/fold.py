"""Keys under which different spellings of the same word meet: for search, for people, for file names.

A key is computed the same way for what is stored and for what is asked, so it may be crude; what people read is never
taken from it. SQLite's own folding leaves ø and æ alone, so that "mote" would miss "møte".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "đ": "d", "ð": "d", "ŋ": "n", "ł": "l"})
_DIGRAPH = re.compile("(a)a+|(o)e+")
_TOKEN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The words of a text in their folded form, one space between them.

    Typing without Norwegian letters finds the same: å = aa = a, ø = ö = oe = o, æ = ä = ae. A doubled vowel folds to
    its first letter, so that the beginning of a word is always the beginning of its key.

    >>> fold("Møtet i Ås, sak 46/15: «Tiltak»")
    'motet i as sak 46 15 tiltak'
    >>> fold("Aamodt") == fold("ÅMODT") and fold("Moeller") == fold("Møller")
    True
    """
    words = map(fold_word, _TOKEN.findall(unicodedata.normalize("NFC", text)))
    return " ".join(word for word in words if word)  # a lone accent folds to nothing


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """The folded form of one word, without spaces."""
    return _DIGRAPH.sub(r"\1\2", _plain(word))


def _plain(word: str) -> str:
    """A word without case, Norwegian letters and accents."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_LETTERS)
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return "".join(_TOKEN.findall(bare.casefold().translate(_LETTERS)))


def letters(text: str) -> str:
    r"""Letters and digits only, without case: what two texts have in common that differ in spaces, hyphens and stops.

    >>> letters("Møte-\nbok, 2. mai")
    'møtebok2mai'
    """
    return _BETWEEN.sub("", text.casefold())


def slug(text: str, length: int = 60) -> str:
    """ASCII words joined by hyphens, cut at a word's end, for ids and file names.

    >>> slug("Øystein Å. Næss (SSB)")
    'oystein-a-naess-ssb'
    >>> slug("«»")
    'x'
    """
    plain = (_plain(word) for word in _TOKEN.findall(unicodedata.normalize("NFC", text)))
    words = [kept for word in plain if (kept := "".join(char for char in word if char.isascii()))]
    short = "-".join(words)
    if len(short) > length:
        short = short[: length + 1].rpartition("-")[0] or short[:length]
    return short or "x"


def slugs(names: dict[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Unique slugs for named things: key -> name becomes key -> slug, the same in whatever order they come.

    `taken` are slugs that something else already has.

    >>> slugs({"b": "Per Ås", "a": "Per As"})
    {'a': 'per-as', 'b': 'per-as-2'}
    """
    used = set(taken)
    found: dict[str, str] = {}
    for key in sorted(names):
        base = wanted = slug(names[key])
        count = 1
        while wanted in used:
            count += 1
            wanted = f"{base}-{count}"
        used.add(wanted)
        found[key] = wanted
    return found
