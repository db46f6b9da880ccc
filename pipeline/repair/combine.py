"""Two readings of one page, word by word: each has what the other lost.

The layer was read by a program that was good at all but æ, ø and å; the image read again has those, and faults of its
own. So the layer's word stands, unless the difference is just what such a program does to those letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Word
from pipeline.repair.guess import Guess, candidates, guesses
from pipeline.repair.words import frequency

SEEN = 0.98
"""How sure a word is that the image shows and that explains what the layer has."""
FAR_RARER = 100
"""A word of the image that is so many times rarer than the layer's is a fault of its own reading."""
_STRIP = "()[]«»\"'.,:;!?"
_LOST = frozenset("æøåÆØÅ")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the layer and what it becomes; `doubtful` where it is no word and nothing better was found."""

    text: str
    guess: Guess | None
    doubtful: bool


def pairs(words: Sequence[Word], seen: Sequence[Word], language: str) -> Iterator[Pair]:
    """Each word of a layer with what it becomes, by the image's words where there are any."""
    rows = sorted(seen, key=lambda word: word.box[1])
    likely = guesses([word.text for word in words], language)
    for word, found in zip(words, likely, strict=True):
        if other := _at(word, rows):
            found = _choose(word.text, other.text, found, language)
        yield Pair(word.text, found, found is None and _is_doubtful(word.text, language))


def _at(word: Word, seen: Sequence[Word]) -> Word | None:
    """The word of the image that stands where a word of the layer stands, and nowhere else."""
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    for other in seen:
        left, top, right, bottom = other.box
        if left <= x <= right and top <= y <= bottom:
            alike = 0.6 < (right - left) / max(1.0, word.box[2] - word.box[0]) < 1.6
            return other if alike else None
    return None


def _choose(layer: str, image: str, likely: Guess | None, language: str) -> Guess | None:
    """What the layer's word becomes beside the image's, or else as is `likely`; None where it stays."""
    if layer == image:
        return None
    bare, shown = layer.strip(_STRIP), image.strip(_STRIP)
    if bare and _LOST & set(shown) and _explains(shown, bare):
        own, other = frequency(bare, language), frequency(shown, language)
        if other * FAR_RARER >= own:
            return Guess(layer.replace(bare, shown, 1), SEEN)
        return None
    return likely


def _explains(shown: str, bare: str) -> bool:
    """True where a wrong reading of one word is the other."""
    return any(text.lower() == shown.lower() for text, _ in candidates(bare)) if len(bare) <= 40 else False


def _is_doubtful(token: str, language: str) -> bool:
    """True for a token of small letters that is no word."""
    bare = token.strip(_STRIP)
    return len(bare) > 3 and bare.isalpha() and bare.islower() and frequency(bare, language) == 0
