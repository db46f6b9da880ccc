"""The day of the meeting that a mail tells of, reckoned back from the day on which it was sent."""

from __future__ import annotations

from datetime import date, timedelta

from extractors._running_head import AGO
from pipeline import dates


def held_on(written: str, sent: date) -> date:
    """The day that a mail sent on `sent` speaks of, by the word behind the day of sending; that day where none is.

    >>> str(held_on("15. mars 2012 (i går)", date(2012, 3, 15))), str(held_on("15.3.2012 (tirsdag)", date(2012, 3, 15)))
    ('2012-03-14', '2012-03-13')
    """
    word = written.rpartition("(")[2].rstrip(")") if written.endswith(")") else ""
    if word in AGO:
        return sent - timedelta(days=AGO[word])
    named = next(iter(dates.find(f"{word} 1. mai")), None) if word else None
    if named is None or named.weekday is None:
        return sent
    return sent - timedelta(days=(sent.weekday() - named.weekday) % 7)
