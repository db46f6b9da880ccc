"""One person of a list, and what the words of lists mean: groups of people, school classes, parts of a meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors._names import is_organisation
from extractors.lexicon.wording import expression

CLASS = expression("entry.class")
PARTIAL_WORD = expression("entry.partial_word")
DEPUTY_NOTE = expression("entry.deputy_note", re.NOFLAG)
ME = expression("entry.me")
"""The writer of the minutes, who names themself in a parenthesis or behind a comma."""
TAIL = re.compile(r"[\s.,;:–-]+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list; `start` and `end` are its span in the text."""

    name: str
    start: int
    end: int
    organisation: str | None = None
    role: str | None = None
    notes: tuple[str, ...] = ()
    substitute_for: str | None = None
    shared: bool = False


def is_me(name: str) -> bool:
    """True for the words in which the writer of the minutes names themself ("underteikna")."""
    return ME.match(name) is not None


def fold_first(text: str) -> str:
    """The first word, folded."""
    return text.split()[0].casefold().strip(".:,") if text.split() else ""


_WAY = expression("entry.way")
"""How words begin that say where or how people took part ("I salen", "På skjermen", "Uten stemmerett")."""
GROUP_WORD = expression("entry.group_word")


def names_a_group(text: str) -> bool:
    """True for words that say what kind of people follow ("Gruppe B", "Fast tilsette")."""
    return says_how(text) or (GROUP_WORD.search(text) is not None and not is_organisation(text))


def says_how(text: str) -> bool:
    """True for words that say where or how people took part, which no body is called."""
    return _WAY.match(text) is not None


_COPY = expression("entry.copy")


def only_told(text: str) -> bool:
    """True for words over those who get to know of the meeting and were not at it ("Til info")."""
    return _COPY.match(text.strip()) is not None
