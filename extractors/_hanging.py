"""The day that "en uke før" and "til da" are reckoned from: named in a sentence before them, or the next meeting's."""

from __future__ import annotations

from collections.abc import Sequence

from extractors import _due
from extractors._next_words import NEXT
from pipeline import dates

_BACK = 3
"""Sentences after which a day is no longer spoken of."""


def event_before(told: Sequence[str]) -> str | None:
    """The words of the day that the last sentences lead up to; None where they name none.

    A deadline is not such a day.

    >>> event_before(["Basaren er lørdag 3. mai.", "Vi trenger kaker."])
    'lørdag 3. mai'
    >>> event_before(["Neste møte blir 4. juni."]), event_before(["Fristen er 1. mai."]), event_before(["Ja."])
    ('neste møte', None, None)
    """
    for text in reversed(told[-_BACK:]):
        if NEXT.search(text):
            return _due.NEXT_MEETING
        limits = [(due.start, due.end) for due in _due.find(text) if due.strong]
        days = [d for d in dates.find(text) if d.day and not any(a <= d.start < b for a, b in limits)]
        if days:
            return text[days[-1].start : days[-1].end].rstrip(".")
        if limits:
            return None
    return None


def with_events(dues: Sequence[_due.Due], told: Sequence[str]) -> list[_due.Due]:
    """The wordings of a sentence, those that hang on a day with its words where the sentences before name it."""
    out = []
    for due in dues:
        earlier = any(
            d.strong and d.kind != "date" and d.end <= due.start for d in dues
        )  # "innen mars, ... en uke før"
        loose = due.kind in _due.HANGING and due.when.hangs_on is None and not earlier
        words = event_before(told) if loose else None
        out.append(_due.hung(due, words) if words else due)
    return out
