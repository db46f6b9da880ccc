"""Which meeting of a series it was: the number behind its label, in its title or head, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors._helpers import value_start
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

_NUMBERED = 14
"""Blocks of the head that may number the meeting."""
_TITLES = 4
"""Blocks among which a heading may say which meeting it was."""
_VALUE = re.compile(r"^\W*(?P<n>\d{1,3}(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?)\W*$")
"""A number alone, with its year or without."""
_NUMBER = expression("meeting_number.number")
_IN_TITLE = expression("meeting_number.in_title")
"""A heading that ends with the number and its year ("Driftsforum nr. 5/2015")."""
_COUNTED = expression("meeting_number.counted", months="|".join(dates.MONTHS))
"""A title's "møte 7" or "7. møte"."""


def number_of(document: Document, first_item: int, lexicon: Lexicon) -> str | None:
    """The meeting's number without spaces ("3/14", "07"), from the blocks before the first item; None where none says it."""
    blocks = document.blocks
    head = blocks[: min(max(first_item, 1), _NUMBERED)]
    if labelled := next((found for block in head for found in _labelled(block, lexicon)), None):
        return labelled
    numbered = (m for b in head if (m := _NUMBER.search(b.text)))
    if found := next(numbered, None):
        return _close(found["n"] or found["m"] or found["y"] or found["o"])
    titles = [document.title or "", *(b.text for b in blocks[:_TITLES] if b.role is Role.HEADING)]
    counted = next((m for text in titles if (m := _COUNTED.search(text))), None)
    if counted:
        return str(counted["a"] or counted["b"])
    ended = next((m for text in titles if (m := _IN_TITLE.match(text))), None)
    running = next((m for line in document.furniture if (m := _NUMBER.search(line.text))), None)
    return _close(ended["n"]) if ended else _close(running["n"] or running["m"] or running["y"]) if running else None


def _labelled(block: Block, lexicon: Lexicon) -> Iterator[str]:
    """The number behind its label, on a line of its own or in the next cell of a row."""
    cells = [cell.text.strip(" :") for cell in block.lines[0].cells]
    pairs = list(pairwise(cells))
    if block.label:
        pairs.append((block.label, block.text[value_start(block) :]))
    for label, value in pairs:
        if known_label(label, lexicon)[:1] == ("number",) and (match := _VALUE.match(value)):
            yield _close(match["n"]) or ""


def _close(number: str | None) -> str | None:
    """The number without spaces."""
    return re.sub(r"\s", "", number) if number else None
