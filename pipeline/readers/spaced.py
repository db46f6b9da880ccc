"""Letters set apart for emphasis ("V e d t a k :"), put together to words; the layer's own text stays beside them."""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

from pipeline.model import Word
from pipeline.readers.layer import Layer, Printed

_SPACED = re.compile(r"(?<!\S)(?:[^\W_] ){4,}[^\W_](?!\S)")
"""At least five single letters or figures after each other."""
WIDER = 1.5
"""How much wider than between letters the gap between two spaced words is."""


def close_spaced(lines: list[Printed], layer: Layer) -> None:
    """Give its closed text to every line with letters set apart."""
    for line in lines:
        if not line.cells and line.table is None and _SPACED.search(line.text):
            line.closed = " ".join(_joined(layer.words(line)))


def _joined(words: list[Word]) -> list[str]:
    """The words of a line, runs of single letters joined up to the wider gaps."""
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(words) if _single(a) and _single(b)]
    usual = statistics.median(gaps) if gaps else 0.0
    said = [words[0].text]
    for before, word in pairwise(words):
        near = word.box[0] - before.box[2] <= max(usual * WIDER, usual + 1)
        if near and _single(before) and _single(word):
            said[-1] += word.text
        else:
            said.append(word.text)
    return said


def _single(word: Word) -> bool:
    """True for one letter, figure or sign, whatever closes it."""
    return len(word.text.rstrip(".,:")) <= 1
