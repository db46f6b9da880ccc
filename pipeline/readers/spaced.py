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
    if layer.tidy and "  " not in layer.text and not _may_be_spaced(layer.text):
        return  # its lines stand in it as they are
    for line in lines:
        if not line.cells and line.table is None and _may_be_spaced(line.text) and _SPACED.search(line.text):
            line.closed = " ".join(_joined(layer.words(line)))


def _may_be_spaced(text: str) -> bool:
    """True where every other letter is a space four times: that takes a fifth of the time of the expression."""
    return "    " in text[::2] or "    " in text[1::2]


def _joined(words: list[Word]) -> list[str]:
    """The words of a line, runs of single letters joined up to the wider gaps."""
    # where two letters were set so close that the layer has them as one, a line of nothing else is spaced all the same
    letters = 2 if all(len(word.text) <= 2 for word in words) else 1
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(words) if _single(a, letters) and _single(b, letters)]
    usual = statistics.median(gaps) if gaps else 0.0
    said = [words[0].text]
    for before, word in pairwise(words):
        near = word.box[0] - before.box[2] <= max(usual * WIDER, usual + 1)
        if near and _single(before, letters) and _single(word, letters):
            said[-1] += word.text
        else:
            said.append(word.text)
    return said


def _single(word: Word, letters: int) -> bool:
    """True for one letter, figure or sign, or as many as are taken for one, whatever closes it."""
    return len(word.text.rstrip(".,:")) <= letters
