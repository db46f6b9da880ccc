"""Which meeting of a series it was: the number in its title or head, as printed."""

from __future__ import annotations

import re

from pipeline import dates
from pipeline.model import Document, Role

_NUMBERED = 14
"""Blocks of the head that may number the meeting."""
_TITLES = 4
"""Blocks among which a heading may say which meeting it was."""
_NUMBER = re.compile(
    r"\b\w*(?:møte|referat|protokoll)\s*(?:nr\.?|nummer|#)\s*(?P<n>\d{1,3}(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?)"
    r"|\b(?:møte|referat|protokoll|styremøte)\s+(?P<m>\d{1,2}\s*[-/]\s*(?:\d{4}|\d{2}))\b"
    r"|\b\w+(?:møte|referat|protokoll)\s+(?P<y>\d{1,2}\s*[-/]\s*\d{4})\b"
    r"|^\W*(?:\w+:\s*)?\w*(?:møte|referat|protokoll|møtebok)\s+[\wæøåÆØÅ() -]{3,60}?(?<!sak)\s+nr\.?\s*(?P<o>\d{1,3}(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?)(?![\d.])",
    re.I,
)
_COUNTED = re.compile(
    rf"\bmøte\s+(?P<a>\d{{1,2}})\b(?!\s*[-–./:]\s*\d|\.?\s*(?:{'|'.join(dates.MONTHS)})\b)|\b(?P<b>\d{{1,2}})\.\s+møte\b",
    re.I,
)
"""A title's "møte 7" or "7. møte"."""


def number_of(document: Document, first_item: int) -> str | None:
    """The meeting's number without spaces ("3/14", "07"), from the blocks before the first item; None where none says it."""
    blocks = document.blocks
    numbered = (m for b in blocks[: min(max(first_item, 1), _NUMBERED)] if (m := _NUMBER.search(b.text)))
    if found := next(numbered, None):
        return re.sub(r"\s", "", found["n"] or found["m"] or found["y"] or found["o"])
    titles = [document.title or "", *(b.text for b in blocks[:_TITLES] if b.role is Role.HEADING)]
    counted = next((m for text in titles if (m := _COUNTED.search(text))), None)
    return (counted["a"] or counted["b"]) if counted else None
