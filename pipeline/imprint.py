"""What a report says of itself: when it was published and who wrote it."""

from __future__ import annotations

import re

from extractors._names import is_name
from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Document

_PUBLISHED = expression("imprint.published")
_BY = expression("imprint.by")
FRONT = 16
"""How many blocks the front matter has at most."""


def imprint(document: Document) -> tuple[str | None, list[str]]:
    """The ISO date of publication and the authors, each where the front matter gives it."""
    published = None
    for block in document.blocks[:60]:
        if match := _PUBLISHED.search(block.text):
            found = next((f for f in dates.find(block.text[match.end() :]) if f.day and f.year), None)
            value = found.on(found.year or 0) if found else None
            published = value.isoformat() if value else published
            break
    authors: list[str] = []
    front = document.blocks[:FRONT]
    counted = [fold(block.text) for block in front]
    for block in front:
        match = _BY.match(block.text)
        for name in re.split(r",| og ", match["who"] if match else block.text):
            # A name alone on the front page, there twice or behind "av", is the author; once only may be anybody.
            bare = name.strip(" .")
            if is_name(bare) and bare not in authors and (match or counted.count(fold(block.text)) > 1):
                authors.append(bare)
    return published, authors
