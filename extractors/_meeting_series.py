"""What a paper says of its meetings as a series: which day this one was, and where and when they always meet."""

from __future__ import annotations

from extractors._meeting_seen import Seen
from extractors._venue import is_place_like
from extractors.lexicon.wording import expression
from pipeline import dates, sentences
from pipeline.model import Document

_THIS = expression("meeting_series.this")
"""What stands before the day of this meeting, beside those of others."""
_ALWAYS = expression("meeting_series.always")
"""Where and when they meet, whichever day it is."""


def of_series(document: Document, seen: Seen) -> None:
    """The day said to be this meeting's; the hours and the place of all their meetings, where those of this one are not told."""
    for block in document.blocks:
        for day in dates.find(block.text):
            if day.day and _THIS.search(block.text[: day.start]):
                place = block.place(day.start, day.end)
                seen.date(0.94, block.text[day.start : day.end], place, block.index, "this meeting")
        for start, end in sentences.split(block.text):
            usual = _ALWAYS.match(block.text[start:end])
            if usual and not dates.find(usual.group()) and is_place_like(usual["p"]):
                seen.venue = seen.venue or usual["p"]
                seen.clock(usual["hours"], cue=True)
