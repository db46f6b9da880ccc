"""Sentences that only complete the one before them: whose it is, by when."""

from __future__ import annotations

from dataclasses import replace

from extractors._helpers import Sentence
from extractors.lexicon.wording import expression

_TRAILER = expression("trailers.trailer")
"""What only completes the sentence before it: its owner, its deadline."""


def joined(spoken: list[Sentence]) -> list[Sentence]:
    """Sentences with those that only name an owner or a deadline joined to the one before."""
    out: list[Sentence] = []
    for sentence in spoken:
        if out and _TRAILER.match(sentence.text):
            before = out[-1]
            out[-1] = replace(before, text=before.block.text[before.start : sentence.end], end=sentence.end)
        else:
            out.append(sentence)
    return out
