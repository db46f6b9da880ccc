"""A document's text as a small sample by which near duplicates are found, whatever their format.

The text is seen as its runs of three folded words. Of the hashes of all runs the smallest are kept: whether a run is in
the sample depends on its words alone, so the samples of two texts overlap as the texts do (bottom-k sampling, Broder
1997). A text with few runs is kept whole. The numbers in it are kept likewise, since two meetings that were written on
one template differ in little else. Hashes are the same in every process and on every machine.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from zlib import crc32

from pipeline.fold import fold_word

RUN = 3
"""Words in a run."""
RUNS, FIGURES = 128, 64
"""How many hashes of runs and of numbers are kept."""
_TOKEN = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+")
_MASK = 0x3FFFFFFF
"""Hashes have 30 bits, with which Python reckons twice as fast as with 32."""
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)
"""Odd numbers with well mixed bits, one for each place in a run, so that the order of its words counts."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """`runs`: how many different runs the text has; then the smallest hashes, ascending, of runs and of numbers."""

    runs: int
    sample: array[int]
    figures: array[int]


def sketch(texts: Iterable[str]) -> str:
    r"""The sketch of a text that comes in pieces, as ASCII of at most a kilobyte; "" for a text without words.

    >>> one, other = (read_sketch(sketch([text])) for text in ("Møtet ble hevet.", "MØTET  ble\nhevet"))
    >>> one == other, one.runs
    (True, 1)
    """
    pieces = " ".join(texts).split()
    words = list(chain.from_iterable(map(_hashes, pieces)))
    if not words:
        return ""
    words += [(0, 0, 0)] * (RUN - len(words))
    firsts, seconds, thirds = zip(*words, strict=True)
    runs = {a ^ b ^ c for a, b, c in zip(firsts, seconds[1:], thirds[2:], strict=False)}
    figures = {int(digits[:9]) * _FACTORS[0] & _MASK for digits in _figures(pieces)}
    sample = sorted(runs)[:RUNS]
    return b64encode(_swapped(array("I", [len(runs), len(sample), *sample, *sorted(figures)[:FIGURES]]))).decode()


def read_sketch(text: str) -> Sketch:
    """A sketch from its text."""
    values = array("I", _swapped(array("I", b64decode(text))))
    runs, length = values[:2]
    return Sketch(runs, values[2 : 2 + length], values[2 + length :])


def _swapped(values: array[int]) -> array[int]:
    """Little-endian on every machine."""
    if sys.byteorder == "big":
        values.byteswap()
    return values


@lru_cache(maxsize=1 << 15)
def _hashes(piece: str) -> tuple[tuple[int, ...], ...]:
    """For every word in a text without spaces the hash of its folded form, for each place in a run."""
    plain = [crc32(fold_word.__wrapped__(word).encode("utf-8", "replace")) for word in _TOKEN.findall(piece)]
    return tuple(tuple(value * factor >> 7 & _MASK for factor in _FACTORS) for value in plain)


def _figures(pieces: Iterable[str]) -> set[str]:
    """The numbers in a text, as their digits."""
    return {digits for piece in set(pieces) if not piece.isalpha() for digits in _FIGURE.findall(piece)}


def overlap(one: Sequence[int], other: Sequence[int], kept: int) -> tuple[int, int, int]:
    """Of two samples: how many hashes both have, only the one, and only the other, as far as both samples reach.

    A sample of fewer than `kept` is the whole text.
    """
    reach = min((sample[-1] for sample in (one, other) if len(sample) >= kept), default=_MASK)
    left, right = ({value for value in sample if value <= reach} for sample in (one, other))
    both = len(left & right)
    return both, len(left) - both, len(right) - both


def contained(one: Sketch, other: Sketch) -> float:
    """How much of the shorter text the other one has, too: a share of its runs, 0 to 1."""
    both, left, right = overlap(one.sample, other.sample, RUNS)
    share = both / (both + left + right)
    common = share * (one.runs + other.runs) / (1 + share)
    return min(1.0, common / min(one.runs, other.runs))


def figures_apart(one: Sketch, other: Sketch) -> float:
    """How many numbers each has that the other lacks: the fewer, as a share of all numbers of that text; 0 to 1.

    It is 0 where one has all the numbers of the other.
    """
    both, left, right = overlap(one.figures, other.figures, FIGURES)
    return min(left, right) / max(1, both + min(left, right))


def word_likeness(share: float) -> float:
    """The share of words that are the same where that share of runs is: one changed word changes three runs."""
    return float(share ** (1 / RUN))
