"""Sentences that only complete the one before them: whose it is, by when."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._helpers import Sentence

_TRAILER = re.compile(
    r"^\(?(?:Ansvar(?:lig|leg)?|Ansv|Frist|Oppfølging|Utføres av|Hvem|Kven)\b\s*[.:]"
    r"|^(?:Ferdig|Frist|Klart?)\s+(?:til\s+|innen\s+|innan\s+)?\d"
    r"|^[(\[](?-i:(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+){0,2})(?:\s*(?:,|/|&|\bog\b)\s*(?:[A-ZÆØÅ]{1,4}|[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+){0,2}))*)(?:,\s+(?:før|innen|innan|til|senest|seinast|i|uke|veke)\b[^()\[\]]{2,40})?[)\]]\s*\.?$",
    re.I,
)
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
