"""The word that a damaged one most likely was: what reading does to letters, times how often the words are used there.

Between words that are read alike those beside them decide ("før møtet", "for å"). A word is changed only where one
reading holds nearly all of the likelihood. What no word list knows, as most names, stays as it was read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from extractors.lexicon.wording import load
from pipeline.repair.company import EDGE, folded, neighbours
from pipeline.repair.words import frequency

SURE_OF_WORD, SURE = 0.75, 0.6
"""Share of the likelihood that the best reading must hold, for a word that may stand as it was read and for others."""
MOST_CHANGES = 3
"""Letters that may have been lost in one word."""
COMMON = 1e-9
"""Frequency from which a word with a capital letter is one at a sentence's beginning, and no name; most compounds of
names ("Brakestad") are rarer."""
ACRONYM = 3
"""Letters of a word in capitals that stands for others, at most."""
LONGEST = 32
"""Letters of a word that is looked at; longer ones are addresses."""
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"^([(«\"'\[]*)(.*?)([)»\"'\].,:;!?]*)$", re.S)
_ADDRESS = re.compile(r"://|^www\.|\w@\w+\.\w")
_LOST = frozenset("æøåÆØÅ")


@dataclass(frozen=True, slots=True)
class Guess:
    """A word as it most likely stood, with the share of the likelihood that it holds."""

    text: str
    confidence: float


ALONE = {"a": (0.66, 8e-4), "4": (0.26, 2.5e-3), "&": (0.03, 3e-4), "€": (0.01, 1e-5), "@": (0.01, 1e-5)}
"""What "å" is read as where it stands alone: the share of its readings, and how often that itself stands on a page."""


@cache
def _read_as() -> tuple[tuple[str, str, float], ...]:
    """(what is read, the letter it may stand for, share of that letter), longest first."""
    data = yaml.safe_load(Path(__file__).with_name("channel.yml").read_text("utf-8"))
    rows = [(str(seen), letter, share) for letter, reads in data.items() for seen, share in reads.items()]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def candidates(word: str) -> Iterator[tuple[str, float]]:
    """Every text that may have been read as this word, and the likelihood of reading it so; itself first.

    >>> [text for text, _ in candidates("pa")]
    ['pa', 'pø', 'på', 'pæ']
    """
    rows = _read_as()

    def walk(at: int, said: str, share: float, changes: int) -> Iterator[tuple[str, float]]:
        if at == len(word):
            yield said, share
            return
        yield from walk(at + 1, said + word[at], share, changes)
        if changes < MOST_CHANGES:
            for seen, letter, own in rows:
                if word.startswith(seen, at):
                    yield from walk(at + len(seen), said + letter, share * own, changes + 1)

    yield from walk(0, "", 1.0, 0)


@lru_cache(50_000)
def _weighed(word: str, language: str) -> dict[str, float]:
    """Every known word that may have been read as this one, with its likelihood; itself too where it is known."""
    if len(word) == 1:
        share, own = ALONE.get(word, (0.0, 0.0))
        return {word: own, "å": frequency("å", language) * share} if share else {}
    if word.isupper() and len(word) <= ACRONYM:
        return {}
    if len(word) > LONGEST or not _LETTERS.search(word) or _LOST & set(word) or word[0].isdigit():
        return {}
    weights: dict[str, float] = {}
    for text, share in candidates(word):
        if weight := frequency(text, language) * share:
            weights[text.lower()] = weights.get(text.lower(), 0.0) + weight
    return weights


@lru_cache(50_000)
def best(word: str, language: str, before: str | None = None, behind: str | None = None) -> Guess | None:
    """The likeliest reading of a bare word between two others; None where it should stay, or nothing is sure.

    `before` and `behind` are folded (`company.folded`); None where nobody asks for them.
    """
    weights = _weighed(word, language)
    if before is not None and behind is not None and len(weights) > 1:
        near = neighbours(language)
        weights = {text: weight * near.fit(folded(text), before, behind) for text, weight in weights.items()}
    if not weights:
        return None
    winner = max(weights, key=lambda text: weights[text])
    confidence = weights[winner] / math.fsum(weights.values())
    if winner == word.lower() or confidence < (SURE_OF_WORD if word.lower() in weights else SURE):
        return None
    if word[0].isupper() and not word.isupper():
        if _is_name(word, winner) or frequency(winner, language) < COMMON:
            return None
        if before in given_names() and frequency(word, language):
            return None  # a surname that is known as it stands
    return Guess(_cased(winner, word), round(confidence, 3))


def _is_name(word: str, winner: str) -> bool:
    """True for a given name that lost nothing: names are never guessed away ("Mette"), save for others ("Jorn")."""
    return word.lower() in given_names() and winner not in given_names()


@cache
def given_names() -> frozenset[str]:
    """The lexicon's given names."""
    return frozenset(load("names.yml")["given_names"])


def _cased(text: str, word: str) -> str:
    """A word in small or capital letters as it was read."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    return text[0].upper() + text[1:] if word[0].isupper() else text


def guess(token: str, language: str, before: str | None = None, behind: str | None = None) -> Guess | None:
    """The likeliest reading of a word with its punctuation; a compound with hyphens or slashes part by part."""
    match = _WORD.match(token)
    if match is None or _ADDRESS.search(token):
        return None
    opens, core, closes = match.groups()
    if not core or (len(core) == 1 and core != token):
        return None  # "a)" is a letter of a list
    parts = re.split(r"([-/+])", core)
    company = (before, behind) if len(parts) == 1 else (None, None)
    guesses = [best(part, language, *company) if at % 2 == 0 and part else None for at, part in enumerate(parts)]
    if not any(guesses):
        return None
    text = "".join(one.text if one else part for one, part in zip(guesses, parts, strict=True))
    return Guess(f"{opens}{text}{closes}", min(one.confidence for one in guesses if one))


def guesses(tokens: Sequence[str], language: str) -> Iterator[Guess | None]:
    """What each word of a running text becomes, by the words beside it; None where it stays."""
    before = EDGE
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else EDGE
        plain = guess(after, language)
        found = guess(token, language, before, folded(plain.text if plain else after))
        if token in ALONE and not after[:1].islower():
            found = None  # behind "å" stands a verb
        before = folded(found.text if found else token)
        yield found
