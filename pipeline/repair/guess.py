"""The word that a damaged one most likely was: what reading does to letters, times how often the words are used.

A word is changed only where one reading holds nearly all of the likelihood, and never where the words around it would
have to decide. What no word list knows, as most names, stays as it was read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from pipeline.repair.words import frequency

SURE = 0.8
"""Share of the likelihood that the best reading must hold."""
MOST_CHANGES = 3
"""Letters that may have been lost in one word."""
COMMON = 1e-9
"""Frequency from which a word with a capital letter is one at a sentence's beginning, and no name; most compounds of
names ("Brakestad") are rarer."""
LONGEST = 32
"""Letters of a word that is looked at; longer ones are addresses."""
OPEN = frozenset("sa for far var ber bor lag dra".split())
"""Words that both stand for themselves and for what was lost; which one, only the sentence says."""
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"^([(«\"'\[]*)(.*?)([)»\"'\].,:;!?]*)$", re.S)
_ADDRESS = re.compile(r"://|^www\.|\w@\w+\.\w")
_LOST = frozenset("æøåÆØÅ")


@dataclass(frozen=True, slots=True)
class Guess:
    """A word as it most likely stood, with the share of the likelihood that it holds."""

    text: str
    confidence: float


SIGNS = {"&": Guess("å", 0.9), "a": Guess("å", 0.9)}
"""What stands alone and no Norwegian sentence has so, and the words that were read as it."""


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
def best(word: str, language: str) -> Guess | None:
    """The likeliest reading of a bare word; None where it should stay, or nothing is sure."""
    if not 1 < len(word) <= LONGEST or not _LETTERS.search(word) or _LOST & set(word) or word.lower() in OPEN:
        return None
    weights: dict[str, float] = {}
    for text, share in candidates(word):
        weight = frequency(text, language) * share
        if weight:
            weights[text.lower()] = weights.get(text.lower(), 0.0) + weight
    if not weights:
        return None
    winner = max(weights, key=lambda text: weights[text])
    confidence = weights[winner] / math.fsum(weights.values())
    if winner == word.lower() or confidence < SURE:
        return None
    if word[0].isupper() and not word.isupper() and frequency(winner, language) < COMMON:
        return None  # a name, most likely
    return Guess(_cased(winner, word), round(confidence, 3))


def _cased(text: str, word: str) -> str:
    """A word in small or capital letters as it was read."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    return text[0].upper() + text[1:] if word[0].isupper() else text


def guess(token: str, language: str) -> Guess | None:
    """The likeliest reading of a word with its punctuation; a compound with hyphens or slashes part by part."""
    if token in SIGNS:
        return SIGNS[token]
    match = _WORD.match(token)
    if match is None or _ADDRESS.search(token):
        return None
    before, core, after = match.groups()
    parts = re.split(r"([-/+])", core)
    guesses = [best(part, language) if at % 2 == 0 else None for at, part in enumerate(parts)]
    if not any(guesses):
        return None
    text = "".join(one.text if one else part for one, part in zip(guesses, parts, strict=True))
    return Guess(f"{before}{text}{after}", min(one.confidence for one in guesses if one))
