"""When on its day the next meeting begins and ends, in digits or by word."""

from __future__ import annotations

import re

from extractors._hours_told import AT_FORENOON, hour_by_word
from extractors.lexicon.wording import expression
from pipeline import dates, sentences

_COLON = re.compile(r"(?<![\d:.])\d{1,2}:[0-5]\d(?:\s*[-–—]\s*\d{1,2}:[0-5]\d)?(?![\d:])")
"""Hours that their colon tells from other numbers."""
_OCLOCK = re.compile(r"\bklokkeslett\s*:\s*", re.I)
ALL_AT = expression("next_hours.all_at", months="|".join(dates.MONTHS))
"""The sentence behind that gives the hour: of the meeting, of all in a plan, or of the one of a month."""
_BY_WORD = expression("next_hours.by_word")
"""An hour by word, with a word for o'clock before a full one."""
_SHORT = 160
"""Letters of a text all of which may tell the hour; of a longer one the sentence with the day."""
_SOON = 24
"""Letters behind the day in which an hour needs no word for o'clock."""

Clock = tuple[str | None, str | None, tuple[int, int]]


def hours_of(text: str, said: str, found: list[dates.Found]) -> tuple[Clock | None, str]:
    """The hours that a text gives for the meeting on the days `found`, and the text with an hour by word in digits.

    `said` is the sentence of the first day.
    """
    text = _OCLOCK.sub("kl. ", text)
    clock = dates.clock(dates.blanked(text if len(text) < _SHORT else said), cue=True)
    if len(found) > 1:
        every = (text[a:b] for a, b in sentences.split(text))
        clock = next((dates.clock(one, cue=True) for one in every if ALL_AT.match(one)), None) or clock
    if not clock and found:
        # "onsdag 17. juni, 10.00" has no word for o'clock
        tail = text[found[0].end :][:_SOON]
        clock = dates.clock(tail, cue=False) if re.match(r"^\W{0,3}\d{1,2}[.:]?\d{2}", tail) else None
        if not clock and (colon := _COLON.search(said, max(0, found[0].end - text.find(said)))):
            clock = dates.clock(colon.group(), cue=False)
    worded = _BY_WORD.search(text) if not clock and found else None
    told = (worded["half"] or worded["full"]) if worded else ""
    if worded and (begins := AT_FORENOON.get(told.casefold()) or hour_by_word(told)):
        clock = (begins, None, worded.span())
        text = f"{text[: worded.start()]}kl. {begins}{text[worded.end() :]}"
    return clock, text
