"""Raw words -> values: the meeting's date, every other date by it, and a deadline for every action that is due.

A date without a year takes it from its weekday, the meeting, the document's own dated words, or the file's name;
what is worked out says so (`basis` derived, and from what). `meeting` dates this meeting and the next, `due` reads the
words for a date by which something is due, `years` knows the year that a document speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors._due import Tense
from extractors._tasks import Action
from extractors.approves import Approves
from extractors.deadlines import Deadline
from extractors.meeting import Meeting
from extractors.meetings_held import MeetingHeld
from extractors.next_meeting import NextMeeting
from pipeline.model import Document, Fact, Issue, Kind
from pipeline.options import Options
from pipeline.resolve import weekdays
from pipeline.resolve.due import Base, in_year, plain, when
from pipeline.resolve.meeting import next_meeting, this_meeting
from pipeline.resolve.years import report_year, year_hint

__all__ = ["Base", "report_year", "resolve", "when"]


def resolve(
    document: Document, facts: Sequence[Fact], options: Options, known_year: int | None = None
) -> tuple[list[Fact], list[Issue]]:
    """The facts with their dates worked out, and what could not be or does not agree."""
    issues: list[Issue] = []
    year = report_year(document) if document.kind in (Kind.ANNUAL_REPORT, Kind.MANDATE) else None
    hints = year_hint(document, known_year)
    meeting_date: date | None = None
    meeting: Meeting | None = None
    out: list[Fact] = list(facts)
    for i, fact in enumerate(out):
        if isinstance(fact, Meeting):
            meeting = this_meeting(document, fact, hints, options, issues)
            out[i] = meeting
            meeting_date = meeting.when.value if meeting.when else None
    anchor = meeting_date or (date(year, 12, 31) if year else None)
    next_date: date | None = None
    later: tuple[date, ...] = ()
    for i, fact in enumerate(out):
        if isinstance(fact, NextMeeting):
            following = next_meeting(fact, meeting, issues)
            out[i] = following
            next_date = following.when.value
            later = tuple(when.value for when in following.later if when.value)
    base = Base(meeting_date or anchor, next_date, hints or year, later)
    for i, fact in enumerate(out):
        if isinstance(fact, Deadline):
            out[i] = replace(fact, when=when(fact.when, fact.due_kind, base, fact.tense))
        elif isinstance(fact, Approves) and fact.when is not None:
            out[i] = replace(fact, when=plain(fact.when, base, forward=False))
        elif isinstance(fact, MeetingHeld):
            out[i] = replace(fact, when=in_year(fact.when, year))
    for i, fact in enumerate(out):
        if isinstance(fact, Action) and fact.due is not None:
            limited = replace(base, limit=_limit_before(document, fact, out)) if fact.due_kind == LIMIT else base
            out[i] = replace(fact, due=when(fact.due, fact.due_kind, limited, Tense.FUTURE))
    told = document.kind is Kind.ANNUAL_REPORT
    kept = _with_deadlines([fact for fact in out if not _is_over(fact, base, told)])
    return kept, [*issues, *weekdays.conflicts(kept)]


LIMIT = "the_limit"
"""The kind of wording that means the deadline named before it."""


def _limit_before(document: Document, action: Action, facts: Sequence[Fact]) -> date | None:
    """The day of the one deadline that an action's item names before it; None where there are none or several."""
    item = document.item_of(action.block)
    days = {
        fact.when.value
        for fact in facts
        if isinstance(fact, Deadline) and fact.block <= action.block and document.item_of(fact.block) == item
    } - {None}
    return next(iter(days)) if len(days) == 1 and item is not None else None


def _is_over(fact: Fact, base: Base, told: bool) -> bool:
    """True for a deadline that had passed when they met, by the sentence's own tense; `told`: all that is told had."""
    day = fact.when.value if isinstance(fact, Deadline) and fact.tense is Tense.PAST else None
    return day is not None and base.meeting is not None and (told or day <= base.meeting)


OF_AN_ACTION = "deadline of an action"
"""The rule of a deadline that an action's date is."""
LABEL = 24
"""Letters of a deadline that is only a date behind its label, at most."""


def _with_deadlines(facts: list[Fact]) -> list[Fact]:
    """The facts with a deadline for every action that has a date and none of its own in the same block."""
    have = {(f.block, f.when.value) for f in facts if isinstance(f, Deadline)}
    # "Frist: 1. mars" on a line of its own below what is due
    below = {
        (f.block - n, f.when.value) for f in facts if isinstance(f, Deadline) and len(f.text) < LABEL for n in (1, 2, 3)
    }
    out = list(facts)
    for fact in facts:
        if not isinstance(fact, Action) or fact.due is None or fact.due.value is None or fact.due_kind == LIMIT:
            continue
        key = (fact.block, fact.due.value)
        if key in have or key in below:
            continue
        have.add(key)
        deadline = Deadline(
            place=fact.place,
            block=fact.block,
            rule=OF_AN_ACTION,
            confidence=fact.confidence,
            basis="derived",
            origin="an action's due date",
            text=fact.text,
            when=fact.due,
            due_kind=fact.due_kind,
        )
        out.append(deadline)
    return _each_once(out)


_WORDS = 4
"""Words of a sentence that may well be said twice of two things, at most."""


def _each_once(facts: list[Fact]) -> list[Fact]:
    """The facts without deadlines that have no date, or that are said twice, in a block or as proposal and vedtak."""
    seen: set[tuple[int, date | None, str | None]] = set()
    told: set[tuple[date | None, str | None, frozenset[str]]] = set()
    kept: list[Fact] = []
    for fact in facts:
        if isinstance(fact, Deadline):
            mark = (fact.block, fact.when.value, fact.when.recurring)
            same = (fact.when.value, fact.when.recurring, frozenset(re.findall(r"\w+", fact.text.casefold())))
            dated = fact.when.value or fact.when.recurring
            if mark in seen or not dated or (same in told and len(same[2]) > _WORDS):
                continue
            seen.add(mark)
            told.add(same)
        kept.append(fact)
    return kept
