"""Days whose printed weekday is another than that of the date they were taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.deadlines import Deadline
from extractors.next_meeting import NextMeeting
from pipeline import dates
from pipeline.model import Fact, Issue, Severity, When


def conflicts(facts: Sequence[Fact]) -> Iterator[Issue]:
    """An issue for each deadline and next meeting whose day and month stand beside a weekday that is not theirs."""
    for fact in facts:
        days = (fact.when, *fact.later) if isinstance(fact, NextMeeting) else ()
        for when in (fact.when,) if isinstance(fact, Deadline) else days:
            if _disagrees(when) and when.value:
                said = (("text", when.text), ("date", when.value.isoformat()))
                yield Issue("weekday_conflict", Severity.DOUBT, fact.place, said)


def _disagrees(when: When) -> bool:
    """True where the words have this day of this month with another weekday."""
    value = when.value
    return value is not None and any(
        found.weekday not in (None, value.weekday())
        for found in dates.find(when.text)
        if found.kind != "nth" and (found.month, found.day) == (value.month, value.day)
    )
