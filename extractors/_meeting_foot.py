"""The meeting's day where only the end of the paper tells it: in a sentence, in the line of who wrote it, beside the names."""

from __future__ import annotations

import re

from extractors._meeting_seen import Seen
from extractors._meeting_told import told
from extractors._next_words import NEXT
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Block, Document

FIRM = 0.85
"""What a day is worth that the end of the paper does not make better."""
_END = 8
"""Blocks at the end, at most, that are looked at."""
_SIGNED = 3
"""Blocks at the end among which the place and day of signing stand."""
_OF_MEETING = expression("meeting_foot.of_meeting")
"""What stands before the meeting's day in a line about the paper itself."""
_PLACE_AND_DAY = re.compile(r"(?:(?:[A-ZÆØÅ][\wæøå.-]*\s?){1,3}[,/]?\s*)?(?:den\s+|d\.\s*)?(?P<day>.*\d)\.?", re.S)
"""All there is of a line of signing: where, or who, and when."""
_OTHER = expression("meeting_foot.other")


def ended(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """A day that the end of the paper tells, where the head has none that is as good."""
    if seen.when is not None and seen.when[0] >= FIRM:
        return
    last = document.blocks[max(first_item, len(document.blocks) - _END) :]
    told(last, lexicon, seen)
    firsts = {item.first for item in document.items}
    for block in last:
        if block.index in firsts or block.marker:
            continue  # the minutes that this meeting approved
        for day in dates.find(block.text):
            if day.day and _OF_MEETING.search(block.text[: day.start]):
                _keep(0.8, block, day, seen)
    if seen.when is None:
        for block in last[-_SIGNED:]:
            match = _PLACE_AND_DAY.fullmatch(block.text)
            signed = next((found for found in dates.find(block.text) if found.day and found.year), None)
            if match is None or signed is None or _named(block):
                continue
            if match["day"].endswith(block.text[signed.start : signed.end].rstrip(".")):
                _keep(0.5, block, signed, seen)


def _named(block: Block) -> bool:
    """True for a line that says what the day is of."""
    return _OTHER.search(block.text) is not None or NEXT.search(block.text) is not None


def _keep(worth: float, block: Block, day: dates.Found, seen: Seen) -> None:
    seen.date(worth, block.text[day.start : day.end], block.place(day.start, day.end), block.index, "end of the paper")
