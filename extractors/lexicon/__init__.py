"""Knowledge as data: the words of both written standards, merged into one `Lexicon`.

Minutes mix bokmål and nynorsk freely, so every reader knows both; only `function_words` are kept apart by language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from extractors.lexicon.wording import load
from pipeline.memo import KEPT

LANGUAGES = ("nb", "nn")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_INNER = re.compile(r"[\s:.*_]+")
_ASIDE = re.compile(r"\([^)]*\)?")
LONGEST_HEADING = 30
"""Letters of a column's heading, at most."""


@lru_cache(KEPT)
def fold(text: str) -> str:
    """Case, edges and spacing folded away, letters kept.

    >>> fold(" **Til   stede:** ")
    'til stede'
    """
    return _INNER.sub(" ", _EDGE.sub("", unicodedata.normalize("NFC", text).casefold())).strip()


@dataclass(frozen=True, eq=False)  # there is one; by its identity it is part of what caches remember
class Lexicon:
    """The merged word lists.

    `labels` maps a folded wording to what it means, a key of the YAML files' `labels` (the first key that lists it,
    or several where a word means several things); `columns` a heading of a table's column likewise. `lists` holds every other list, merged; `by_language` the
    languages' own; `as_bokmaal` common nynorsk words as bokmål has them.
    """

    labels: dict[str, tuple[str, ...]]
    lists: dict[str, frozenset[str]]
    ordered: dict[str, tuple[str, ...]]
    patterns: dict[str, tuple[str, ...]]
    by_language: dict[str, dict[str, Any]]
    columns: dict[str, frozenset[str]]
    as_bokmaal: dict[str, str]

    def columns_of(self, heading: str) -> frozenset[str]:
        """What a column under this heading may hold, keys of the YAML files' `columns`; empty where it is not known.

        A heading may say more than its word ("Ansvarlig (navn)", "Tiltak/oppfølging"): then the first part counts, and
        of a compound its end ("Eierkommune").
        """
        bare = fold(_ASIDE.sub(" ", heading))
        if found := self.columns.get(bare):
            return found
        first = re.split(r"[/,]| og | & ", bare)[0].strip()
        if not first or len(bare) > LONGEST_HEADING:
            return frozenset()
        if found := self.columns.get(first):
            return found
        if " " in first or not first.endswith(self.column_ends):
            return frozenset()
        return self.columns[max((word for word in self.column_ends if first.endswith(word)), key=len)]

    @cached_property
    def column_ends(self) -> tuple[str, ...]:
        """Headings of one word that may end a compound."""
        return tuple(word for word in self.columns if len(word) > 4 and " " not in word)

    @cached_property
    def own_words(self) -> dict[str, frozenset[str]]:
        """Language -> the function words that the other one does not have."""
        lists = {code: frozenset(data["function_words"]) for code, data in self.by_language.items()}
        return {code: own.difference(*(lists[c] for c in lists if c != code)) for code, own in lists.items()}

    def meanings(self, wording: str) -> tuple[str, ...]:
        """What a label's wording may mean; empty where it is not known."""
        return self.labels.get(fold(wording), ())


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    languages = {code: load(f"{code}.yml") for code in LANGUAGES}
    labels: dict[str, tuple[str, ...]] = {}
    lists: dict[str, set[str]] = {}
    ordered: dict[str, tuple[str, ...]] = {}
    patterns: dict[str, list[str]] = {}
    columns: dict[str, set[str]] = {}
    for data in languages.values():
        for meaning, wordings in data["labels"].items():
            for wording in wordings:
                key = fold(str(wording))
                if meaning not in labels.get(key, ()):
                    labels[key] = (*labels.get(key, ()), meaning)
        for name, wordings in data["columns"].items():
            for wording in wordings:
                columns.setdefault(fold(str(wording)), set()).add(name)
        for name, words in data["kinds"].items():
            lists.setdefault(f"kind_{name}", set()).update(str(w).casefold() for w in words)
        for name, value in data.items():
            if name == "patterns":
                for cue, lines in value.items():
                    patterns.setdefault(cue, []).extend(lines)
            elif isinstance(value, list):
                lists.setdefault(name, set()).update(str(w).casefold() for w in value)
                ordered[name] = (*ordered.get(name, ()), *(str(w).casefold() for w in value))
    frozen = {name: frozenset(words) for name, words in lists.items()}
    headings = {heading: frozenset(kinds) for heading, kinds in columns.items()}
    unique = {name: tuple(dict.fromkeys(lines)) for name, lines in patterns.items()}
    return Lexicon(labels, frozen, ordered, unique, languages, headings, languages["nn"]["as_bokmaal"])
