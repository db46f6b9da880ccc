"""What a query asks for: folded words, and which of them stand for every word that begins with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.fold import fold
from pipeline.search_index import BEGINNING

MAX_TERMS, MAX_WORDS = 16, 64
PREFIX = 3
"""Letters from which a word stands for every word that begins with it."""

_TERM = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must stand together; the last may go on where `open` is true."""

    words: tuple[str, ...]
    open: bool

    def fts(self) -> str:
        """The term in FTS5's language; folded words hold letters and digits only."""
        return f'"{" ".join(self.words)}"' + ("*" if self.open else "")

    def at(self, words: list[str], index: int) -> bool:
        """True where the term stands at that index of folded words."""
        found = words[index : index + len(self.words)]
        if len(found) < len(self.words) or found[:-1] != list(self.words[:-1]):
            return False
        return found[-1].startswith(self.words[-1]) if self.open else found[-1] == self.words[-1]

    def needle(self) -> str:
        """What stands in folded words with a space before and behind each, wherever the term does.

        >>> Term(("mote",), True).needle() in " motet 4 ", Term(("mote",), False).needle() in " motet 4 "
        (True, False)
        """
        return f" {' '.join(self.words)}" + " " * (not self.open)

    def cut(self) -> Term:
        """The term with an open end short enough for the index of beginnings: it stands wherever this one does.

        >>> Term(("budsjettet",), True).cut()
        Term(words=('budsj',), open=True)
        """
        return replace(self, words=(*self.words[:-1], self.words[-1][:BEGINNING])) if self.open else self


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for.

    >>> terms('møte* "Sak 46/15" i')
    (Term(words=('mote',), open=True), Term(words=('sak', '46', '15'), open=False), Term(words=('i',), open=False))
    """
    found: list[Term] = []
    room = MAX_WORDS
    for phrase, word in _TERM.findall(query.replace("\0", " ")):
        words = tuple(fold(phrase or word).split())[:room]
        if words and len(found) < MAX_TERMS:
            room -= len(words)
            found.append(Term(words, bool(word) and len(words[-1]) >= PREFIX))
    return tuple(found)
