"""The place that is left of the line with the meeting's day, when day and hours are taken off and nothing says what it is."""

from __future__ import annotations

import re

from extractors._helpers import says_minutes
from extractors._meeting_seen import Seen
from extractors._names import has_given_name, is_name
from extractors._venue import is_house, is_place_like, masked
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Document

_LONGEST = 140
_MOST = 6
"""Words of a place that stands so, at most."""
_CUT = re.compile(r"\s*[,;·|()\[\]]\s*|\s+[–—-]+\s+|\s{3,}|\.\s+|\.$")
_ON = expression("meeting_line.on")
CALL = expression("meeting_line.call")
"""A meeting that is held at no place."""
_OF_TIME = expression("meeting_line.of_time")


def left_of_line(document: Document, lexicon: Lexicon, seen: Seen) -> None:
    """The piece of the line behind the day or the hours that may be a place; a house or a room before them too."""
    if seen.venue is not None or seen.when is None or seen.when[3] >= len(document.blocks):
        return
    block = document.blocks[seen.when[3]]
    day = next((found for found in dates.find(block.text) if found.day), None)
    if block.label or day is None or len(block.text) > _LONGEST:
        return
    cells = [cell.text.replace("\n", " ") for cell in block.lines[0].cells]
    text = " | ".join(cells) if len(cells) > 1 else block.text
    day = next((found for found in dates.find(text) if found.day), day)
    blank = masked(text)
    behind = [piece.strip(" .:") for piece in _CUT.split(blank[day.start :])]
    before = [piece.strip(" .:") for piece in _CUT.split(blank[: day.start])]
    found = [piece for piece in behind if _may_be(piece, document, lexicon, named=True)]
    found += [piece for piece in before if _may_be(piece, document, lexicon, named=False)]
    if found:
        seen.venue = _ON.sub("", found[0]) if not re.match(r"h(?:os|jå)\s", found[0]) else found[0]


def _may_be(piece: str, document: Document, lexicon: Lexicon, *, named: bool) -> bool:
    """True for a few words that a house, a room, a call or a preposition begin or end; `named`: a name alone is enough."""
    if sum(c.isalpha() for c in piece) < 3 or len(piece.split()) > _MOST or _OF_TIME.search(piece):
        return False
    if says_minutes(piece, lexicon) or known_label(piece, lexicon) or not is_place_like(piece):
        return False
    if document.body and (fold(piece) in fold(document.body) or fold(document.body) in fold(piece)):
        return False
    house = is_house(piece) or CALL.fullmatch(piece) is not None
    if not house and is_name(piece) and has_given_name(piece):
        return False
    return house or (named and (piece[:1].isupper() or _ON.match(piece) is not None) and not piece.isupper())
