"""The date of the meeting and of the next one, with what does not agree."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from extractors.meeting import Meeting
from extractors.next_meeting import NextMeeting
from pipeline import dates
from pipeline.model import Document, Issue, Severity, When
from pipeline.options import Options
from pipeline.resolve.mailed import held_on
from pipeline.resolve.years import from_name

LONGEST = 6
"""Days by which the last day of a meeting lies behind its first, at most."""


def this_meeting(document: Document, fact: Meeting, hint: int | None, options: Options, issues: list[Issue]) -> Meeting:
    """The meeting with its date: stated, else from the file's name, else worked out from dated words."""
    if dated := _stated(document, fact, hint, options, issues):
        return dated
    if named := from_name(document.file_name):
        day = next((day for day in named if day.year == hint), named[0])
        return replace(
            fact,
            when=When(document.file_name, day, precision="day"),
            rule="file name",
            confidence=0.7,
            basis="derived",
            origin="the file's name",
        )
    if worked := _worked_out(document, hint):
        value, text = worked
        return replace(
            fact,
            when=When(text, value, precision="day"),
            rule="dated words",
            confidence=0.6,
            basis="derived",
            origin=f"the words {text!r}",
        )
    issues.append(Issue("no_meeting_date", Severity.DOUBT, fact.place))
    return replace(fact, when=None, confidence=min(fact.confidence, 0.5))


def _stated(
    document: Document, fact: Meeting, hint: int | None, options: Options, issues: list[Issue]
) -> Meeting | None:
    """The meeting with the date that its own words give; None where they give no day."""
    days = [f for f in dates.find(fact.when.text) if f.day] if fact.when else []
    if fact.when is None or not days:
        return None
    found = days[0] if days[0].year is not None else replace(days[0], year=days[-1].year)
    value = dates.resolve_year(found, date(hint, 7, 1) if hint else None, forward=False)
    named = from_name(document.file_name)
    if found.year is None:
        value = next((day for day in named if (day.month, day.day) == (found.month, found.day)), value)
    if value is None:
        return None
    first = found.first_day
    start = found.first_on(value)
    if fact.rule == "running head":
        start = value = held_on(fact.when.text, value)
    last = days[-1].on(value.year) if len(days) > 1 else None
    if last and value < last <= value + timedelta(days=LONGEST):
        value = last
    written = found.year is not None
    doubt = partial(Issue, place=fact.place)
    told = value if first else start
    if found.weekday is not None and written and told.weekday() != found.weekday:
        said = (("text", fact.when.text), ("date", told.isoformat()))
        issues.append(doubt("weekday_conflict", Severity.DOUBT, values=said))
    if not options.years[0] <= value.year <= options.years[1]:
        issues.append(doubt("implausible_date", Severity.DOUBT, values=(("date", value.isoformat()),)))
    if named and written and all(abs((day - value).days) > 3 for day in named) and named[0].year >= 1990:
        said = (("stated", value.isoformat()), ("other", named[0].isoformat()))
        issues.append(doubt("date_conflict", Severity.NOTE, values=said))
    return replace(
        fact,
        when=replace(fact.when, value=start, end=value if start != value else None, precision="day"),
        basis="stated" if written else "derived",
        origin=None if written else "the year is from the document or the file's name",
        confidence=fact.confidence if written else min(fact.confidence, 0.85),
    )


def _worked_out(document: Document, hint: int | None) -> tuple[date, str] | None:
    """The meeting's date from words about this meeting ("på møtet 22/4"), in the year that the document speaks of."""
    year = hint
    counted: Counter[tuple[int, int]] = Counter()
    words: dict[tuple[int, int], str] = {}
    for block in document.blocks:
        for match in re.finditer(r"\b(?:på|i|under)\s+(?:dette\s+)?møtet\s+(?=\d)", block.text, re.I):
            found = next((f for f in dates.find(block.text[match.start() : match.end() + 14]) if f.day), None)
            if found and found.day:
                counted[(found.month, found.day)] += 1
                words.setdefault((found.month, found.day), block.text[match.start() : match.end() + 8].strip())
    if year is None or not counted:
        return None
    candidates = [key for key, _ in counted.most_common()]
    values = []
    for month, day in candidates:
        try:
            values.append((date(year, month, day), words[(month, day)]))
        except ValueError:
            continue
    return max(values, default=None, key=lambda pair: pair[0])


def next_meeting(fact: NextMeeting, held: Meeting | None, issues: list[Issue]) -> NextMeeting:
    """The next meeting, and the later ones that are named with it, with their dates; each follows the one before.

    What is to be as at the meeting held ("samme tid") is taken from there.
    """
    meeting = held.when.value if held and held.when else None
    if held and "start" in fact.as_before:
        fact = replace(fact, start=fact.start or held.start)
    found = next((f for f in dates.find(fact.when.text) if f.day), None)
    if found is None:
        return replace(fact, when=replace(fact.when, value=None), confidence=min(fact.confidence, 0.7))
    value = _ahead(found, meeting)
    if value:
        value = found.first_on(value)
    later = []
    for other in fact.later:
        more = next((f for f in dates.find(other.text) if f.day), None)
        later.append(replace(other, value=_ahead(more, value or meeting) if more else None))
    if value and meeting and value < meeting:
        issues.append(
            Issue(
                "next_meeting_in_past",
                Severity.DOUBT,
                fact.place,
                (("date", value.isoformat()), ("meeting", meeting.isoformat())),
            )
        )
    stated = found.year is not None
    return replace(
        fact,
        when=replace(fact.when, value=value, precision="day"),
        later=tuple(later),
        basis="stated" if stated else "derived",
        origin=None if stated else "the year is from the meeting's date",
    )


def _ahead(found: dates.Found, meeting: date | None) -> date | None:
    """A date of a meeting to come: in the meeting's year, or the next one where that lies behind."""
    if found.year is not None or meeting is None:
        return dates.resolve_year(found, meeting, forward=True)
    options = [v for y in (meeting.year, meeting.year + 1) if (v := found.on(y)) and v > meeting]
    if found.weekday is not None:
        options = [v for v in options if v.weekday() == found.weekday] or options
    return min(options, default=None)
