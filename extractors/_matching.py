"""Token patterns of the lexicon, compiled to spaCy's Matcher, behind a cheap filter.

A Matcher over every sentence would cost more than reading the page; a regular expression over the patterns'
rarest words lets only the few sentences through that can match at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extractors.lexicon.wording import load
from pipeline.memo import KEPT


@cache
def cues() -> dict[str, Any]:
    """The cue lexicon (`cues.yml`)."""
    data: dict[str, Any] = load("cues.yml")
    return data


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lexicon's plain word lists, folded."""
    return frozenset(str(w).casefold() for w in cues()[name])


@cache
def pipeline(language: str = "nb") -> Any:
    """spaCy's blank pipeline: its tokenizer only. Loaded once a process, when first needed."""
    import spacy

    return spacy.blank(language)


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a text: its name and span in characters."""

    name: str
    start: int
    end: int


class Cues:
    """The patterns of one part of the cue lexicon, named; `find` gives every hit in a text."""

    def __init__(self, part: str) -> None:
        data = cues()[part]
        groups: dict[str, list[str]] = data if isinstance(data, dict) else {part: data}
        compiled = [(name, *_compile(line)) for name, lines in groups.items() for line in lines]
        self._patterns = [(name, pattern) for name, pattern, _ in compiled]
        self._keys = [re.compile(key) for _, _, key in compiled]
        self._find = lru_cache(KEPT)(self._look)  # several extractors ask for the cues of one sentence
        # A token's work falls on the few patterns that it can fulfil: with all of them in one matcher, matching took
        # as long as reading the page.
        self._with = lru_cache(KEPT)(self._patterns_with)
        self._matcher = lru_cache(KEPT)(self._matcher_of)
        ways = sorted({way for _, _, key in compiled for way in key.split("|")})
        alone = re.compile("|".join(way for way in ways if _ALONE.fullmatch(way)) or r"(?!)", re.I)
        self._is_key = lru_cache(KEPT)(lambda word: alone.fullmatch(word) is not None)
        rest = "|".join(way for way in ways if not _ALONE.fullmatch(way))
        self._rest = re.compile(rf"(?<!\w)(?:{rest})(?!\w)", re.I) if rest else None

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every hit, in order of place, the longest first."""
        return self._find(text)

    def _look(self, text: str) -> tuple[Hit, ...]:
        if not self._may_hit(text):
            return ()
        doc, words = _tokens(text)
        possible = frozenset().union(*map(self._with, words))
        if not possible:
            return ()
        hits = []
        for key, start, end in self._matcher(possible)(doc):
            span = doc[start:end]
            hits.append(Hit(doc.vocab.strings[key], span.start_char, span.end_char))
        return tuple(sorted(hits, key=lambda h: (h.start, -h.end)))

    def _may_hit(self, text: str) -> bool:
        """False where no word is one that a hit must hold; words come again, and each is looked at once."""
        if any(map(self._is_key, _WORDS.findall(text))):
            return True
        return self._rest is not None and self._rest.search(text) is not None

    def _patterns_with(self, word: int) -> frozenset[int]:
        """The patterns whose rarest word this one, by its number in spaCy's vocabulary, can be."""
        token = pipeline().vocab.strings[word]
        return frozenset(at for at, key in enumerate(self._keys) if key.fullmatch(token))

    def _matcher_of(self, possible: frozenset[int]) -> Any:
        """A Matcher of these patterns, in the lexicon's order."""
        from spacy.matcher import Matcher

        matcher = Matcher(pipeline().vocab, validate=False)  # `_compile` writes them
        named: dict[str, list[list[dict[str, Any]]]] = {}
        for at in sorted(possible):
            name, pattern = self._patterns[at]
            named.setdefault(name, []).append(pattern)
        for name, patterns in named.items():
            matcher.add(name, patterns)
        return matcher


@lru_cache(256)  # they are large
def _tokens(text: str) -> tuple[Any, frozenset[int]]:
    """A sentence as spaCy's tokens, and the numbers of its words in small letters, for all parts of the lexicon."""
    doc = pipeline().make_doc(text)
    return doc, frozenset(doc.to_array("LOWER").tolist())


@cache
def cue(part: str) -> Cues:
    """The compiled cues of one part, once a process."""
    return Cues(part)


_WORDS = re.compile(r"\w+")
_ALONE = re.compile(r"(?:\\w\{2,\})?\w+(?:\[\\w-\]\*)?")
"""What `_expression` makes of a word of letters and digits: with nothing of a word beside it, it matches whole words."""


def _compile(line: str) -> tuple[list[dict[str, Any]], str]:
    """One line of the notation as a Matcher pattern, and the expression of the word that any hit must hold."""
    pattern: list[dict[str, Any]] = []
    best: tuple[int, str] = (-1, "")
    for part in str(line).split():
        if part.startswith(".."):
            pattern.append({"OP": f"{{0,{part[2:]}}}"})
            continue
        optional = part.startswith("?")
        words = part.lstrip("?").split("|")
        token: dict[str, Any]
        if any("*" in w for w in words):
            expression = "|".join(_expression(w) for w in words)
            token = {"LOWER": {"REGEX": f"^(?:{expression})$"}}
        else:
            token = {"LOWER": {"IN": words}}
            expression = "|".join(re.escape(w) for w in words)
        if optional:
            token["OP"] = "?"
        else:
            weight = min(len(w) for w in words)
            if weight > best[0]:
                best = (weight, expression)
        pattern.append(token)
    return pattern, best[1]


def _expression(word: str) -> str:
    if word.startswith("*"):
        return r"\w{2,}" + re.escape(word[1:])
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"[\w-]*"
    return re.escape(word)
