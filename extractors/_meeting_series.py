"""What a paper says of its meetings as a series: which day this one was, and where and when they always meet."""

from __future__ import annotations

import re

from extractors._meeting_seen import Seen
from extractors._venue import is_place_like
from pipeline import dates, sentences
from pipeline.model import Document

_THIS = re.compile(
    r"\b(?:dette\s+(?:\w*møtet|referatet(?:\s+(?:er|gjelder|gjeld))?)|dagens\s+\w*møte|møtet\s+i\s+dag)\s*(?::|er|var|ble\s+holdt|vart\s+halde|gjelder|gjeld)\s+"
    r"(?:(?:fra|frå|for|av)\s+)?(?:møtet\s+)?(?:den\s+)?$",
    re.I,
)
"""What stands before the day of this meeting, beside those of others."""
_ALWAYS = re.compile(
    r"^(?:alle\s+)?(?:møtene|møta|\w+møtene|\w+møta|vi|me|styret)\s+(?:i\s+[\wæøåÆØÅ-]+\s+)?(?:er|holdes|haldast|avholdes|har\s+(?:vi|me)|møtes|møtest|blir\s+holdt|vert\s+haldne)\s+"
    r"(?:alltid\s+|fast\s+|vanligvis\s+|vanlegvis\s+|som\s+regel\s+)?(?P<p>(?:på|i|hos|hjå|ved)\s+[^.;:,]{3,50}?)(?:,\s*|\s+)(?:alltid\s+|fra\s+|frå\s+)?(?P<hours>kl(?:okk[ae]n?)?\.?\s*\d.*)$",
    re.I,
)
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
