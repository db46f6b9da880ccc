"""Raw words -> values: the meeting's date, every other date by it, names by the attendance list.

A date without a year takes it from its weekday, the meeting, the document's own dated words, or the file's name;
what is worked out says so (`basis` derived, and from what).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors import _due
from extractors.actions import Action
from extractors.approves import Approves
from extractors.deadlines import Deadline
from extractors.meeting import Meeting
from extractors.next_meeting import NextMeeting
from extractors.report import MeetingHeld
from pipeline import dates
from pipeline.model import Document, Fact, Issue, Kind, Severity, When
from pipeline.options import Options


@dataclass(frozen=True, slots=True)
class Base:
    """What the document's other dates are read against."""

    meeting: date | None
    next_meeting: date | None
    year: int | None


def resolve(
    document: Document, facts: Sequence[Fact], options: Options, known_year: int | None = None
) -> tuple[list[Fact], list[Issue]]:
    """The facts with their dates worked out, and what could not be or does not agree."""
    issues: list[Issue] = []
    year = report_year(document) if document.kind in (Kind.ANNUAL_REPORT, Kind.MANDATE) else None
    hints = _year_hint(document, known_year)
    meeting_date: date | None = None
    out: list[Fact] = list(facts)
    for i, fact in enumerate(out):
        if isinstance(fact, Meeting):
            meeting = _meeting(document, fact, hints, options, issues)
            out[i] = meeting
            meeting_date = meeting.when.value if meeting.when else None
    anchor = meeting_date or (date(year, 12, 31) if year else None)
    next_date: date | None = None
    for i, fact in enumerate(out):
        if isinstance(fact, NextMeeting):
            following = _next(fact, meeting_date, issues)
            out[i] = following
            next_date = following.when.value
    base = Base(meeting_date or anchor, next_date, hints or year)
    for i, fact in enumerate(out):
        if isinstance(fact, Action) and fact.due is not None:
            out[i] = replace(fact, due=when(fact.due, fact.due_kind, base))
        elif isinstance(fact, Deadline):
            out[i] = replace(fact, when=when(fact.when, fact.due_kind, base))
        elif isinstance(fact, Approves) and fact.when is not None:
            out[i] = replace(fact, when=_plain(fact.when, base, forward=False))
        elif isinstance(fact, MeetingHeld):
            out[i] = replace(fact, when=_in_year(fact.when, year))
    return _with_deadlines(out), issues


# --- the meeting ---------------------------------------------------------------------------------------------------


def _meeting(document: Document, fact: Meeting, hint: int | None, options: Options, issues: list[Issue]) -> Meeting:
    """The meeting with its date: stated, else from the file's name, else worked out from dated words."""
    place = fact.place
    if fact.when is not None:
        found = next((f for f in dates.find(fact.when.text) if f.day), None)
        if found is not None:
            base = date(hint, 7, 1) if hint else None
            value = dates.resolve_year(found, base, forward=False)
            named = _from_name(document.file_name)
            if found.year is None and named and named.month == found.month and named.day == found.day:
                value = named
            if value is not None:
                first = found.first_day
                start = value.replace(day=first) if first and first < value.day else value
                end = value if start != value else None
                if found.weekday is not None and found.year is not None and value.weekday() != found.weekday:
                    issues.append(
                        Issue(
                            "weekday_conflict",
                            Severity.DOUBT,
                            place,
                            (("text", fact.when.text), ("date", value.isoformat())),
                        )
                    )
                if not options.years[0] <= value.year <= options.years[1]:
                    issues.append(Issue("implausible_date", Severity.DOUBT, place, (("date", value.isoformat()),)))
                if named and abs((named - value).days) > 3 and named.year >= 1990 and found.year is not None:
                    issues.append(
                        Issue(
                            "date_conflict",
                            Severity.NOTE,
                            place,
                            (("stated", value.isoformat()), ("other", named.isoformat())),
                        )
                    )
                stated = found.year is not None
                return replace(
                    fact,
                    when=replace(fact.when, value=start, end=end, precision="day"),
                    basis="stated" if stated else "derived",
                    origin=None if stated else "the year is from the document or the file's name",
                    confidence=fact.confidence if stated else min(fact.confidence, 0.85),
                )
    if named := _from_name(document.file_name):
        return replace(
            fact,
            when=When(document.file_name, named, precision="day"),
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
    issues.append(Issue("no_meeting_date", Severity.DOUBT, place))
    return replace(fact, when=None, confidence=min(fact.confidence, 0.5))


_NAME_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])[-_. ](?P<m>0?[1-9]|1[0-2])[-_. ](?P<y>(?:19|20)\d\d|\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
)


def _from_name(name: str) -> date | None:
    """The full date that a file's name holds, or None.

    >>> _from_name("2013-04-22-referat.pdf"), _from_name("Referat FAU 140119.pdf"), _from_name("protokoll_04-2014.pdf")
    (datetime.date(2013, 4, 22), datetime.date(2019, 1, 14), None)
    """
    stem = name.rsplit(".", 1)[0]
    for pattern in _NAME_DATES:
        if match := pattern.search(stem):
            year = int(match["y"])
            if year < 100:
                year += 1900 if year >= 60 else 2000
            try:
                return date(year, int(match["m"]), int(match["d"]))
            except ValueError:
                continue
    found = next((f for f in dates.find(re.sub(r"[_-]+", " ", stem)) if f.day and f.year), None)
    return found.on(found.year or 0) if found else None


def _worked_out(document: Document, hint: int | None) -> tuple[date, str] | None:
    """The meeting's date from words about this meeting ("på møtet 22/4"), in the year that the document's full dates share."""
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


def _year_hint(document: Document, known: int | None) -> int | None:
    """The year the document itself speaks of: its title and head, its case numbers, its full dates, the file's name."""
    head = " ".join(block.text for block in document.blocks[:8])
    if match := re.search(r"(?<![\d/.,-])((?:19[6-9]|20[0-4])\d)(?![\d/])", head):
        return int(match.group(1))
    if named := _from_name(document.file_name):
        return named.year
    if match := re.search(r"(?<!\d)((?:19[6-9]|20[0-4])\d)(?!\d)", document.file_name):
        return int(match.group(1))
    counted: Counter[int] = Counter()
    for item in document.items:
        if item.number and (match := re.search(r"/\s?(\d{2,4})$", item.number)):
            value = int(match.group(1))
            counted[value if value > 100 else value + (1900 if value >= 60 else 2000)] += 3
    for line in document.furniture:
        counted.update(int(y) for y in re.findall(r"(?<!\d)((?:19[6-9]|20[0-4])\d)(?!\d)", line.text))
    for block in document.blocks:
        counted.update(f.year for f in dates.find(block.text) if f.year)
    if counted:
        return counted.most_common(1)[0][0]
    return known


# --- other dates ---------------------------------------------------------------------------------------------------


def _next(fact: NextMeeting, meeting: date | None, issues: list[Issue]) -> NextMeeting:
    found = next((f for f in dates.find(fact.when.text) if f.day), None)
    if found is None:
        return replace(fact, when=replace(fact.when, value=None), confidence=min(fact.confidence, 0.7))
    value = _ahead(found, meeting)
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
    if value and found.weekday is not None and found.year is not None and value.weekday() != found.weekday:
        issues.append(
            Issue(
                "weekday_conflict", Severity.DOUBT, fact.place, (("text", fact.when.text), ("date", value.isoformat()))
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


def when(raw: When, kind: str, base: Base) -> When:
    """A due date by its kind of wording; what has no date keeps its words only."""
    if raw.recurring or kind == "recurring":
        return raw
    value: date | None = None
    precision = "day"
    origin: str | None = None
    parts = _due.groups(kind, raw.text)
    if kind == "date":
        return _plain(raw, base, forward=True)
    if kind == "next_meeting":
        value, precision, origin = base.next_meeting, "event", "the next meeting's date"
    elif kind == "before_next" and base.next_meeting:
        unit = parts.get("unit", "")
        days = 7 if unit.startswith(("uke", "veke")) else 30 if unit.startswith(("måned", "månad")) else 1
        value, precision, origin = (
            base.next_meeting - timedelta(days=days * _due.count(parts.get("n", "1"))),
            "event",
            "the next meeting's date",
        )
    elif kind in ("month_end", "in_month") and parts.get("mon"):
        month = dates.MONTHS.index(parts["mon"].casefold()) + 1
        if "møtet" in raw.text and base.next_meeting and base.next_meeting.month == month:
            return replace(raw, value=base.next_meeting, precision="event", basis="derived", origin="the next meeting's date")
        year = int(parts["y"]) if parts.get("y") else _year_of_month(month, base.meeting)
        value, precision = (dates.month_end(year, month) if year else None), "month"
    elif kind == "week" and parts.get("w"):
        year = int(parts["y"]) if parts.get("y") else base.meeting.year if base.meeting else None
        value = dates.friday(year, int(parts["w"])) if year else None
        if value and base.meeting and not parts.get("y") and value < base.meeting - timedelta(days=30):
            value = dates.friday(base.meeting.year + 1, int(parts["w"]))
        precision = "week"
    elif kind == "year_end":
        year = int(parts["y"]) if parts.get("y") else base.meeting.year if base.meeting else None
        value, precision = (date(year, 12, 31) if year else None), "year"
    elif kind == "weekday" and base.meeting and parts.get("wd"):
        ahead = (_due.weekday(parts["wd"]) - base.meeting.weekday()) % 7 or 7
        value, origin = base.meeting + timedelta(days=ahead), "the meeting's date"
    return replace(
        raw, value=value, precision=precision if value else None, basis="derived", origin=origin or "the meeting's date"
    )


def _year_of_month(month: int, meeting: date | None) -> int | None:
    if meeting is None:
        return None
    return meeting.year + 1 if month < meeting.month - 1 else meeting.year


def _plain(raw: When, base: Base, *, forward: bool) -> When:
    """A date as written, its year from the meeting where it has none; a month and year mean the month's last day."""
    found = next(iter(dates.find(raw.text)), None)
    if found is None:
        return raw
    if found.day is None and found.year:
        return replace(raw, value=dates.month_end(found.year, found.month), precision="month")
    anchor = base.meeting or (date(base.year, 7, 1) if base.year else None)
    value = dates.resolve_year(found, anchor, forward=forward)
    if not forward and value and anchor and found.year is None and value > anchor:
        value = found.on(anchor.year - 1) or value
    return replace(
        raw,
        value=value,
        precision="day" if value else None,
        basis="stated" if found.year else "derived",
        origin=None if found.year else "the meeting's date",
    )


def _in_year(raw: When, year: int | None) -> When:
    found = next((f for f in dates.find(raw.text) if f.day), None)
    if found is None:
        return raw
    value = found.on(found.year or year or 0) if (found.year or year) else None
    return replace(raw, value=value, precision="day", basis="stated" if found.year else "derived")


def report_year(document: Document) -> int | None:
    """The year a report is about: beside its title word, else in its first blocks, else in the file's name."""
    title = re.compile(
        r"\b(?:årsrapport|årsmelding|årsberetning|rapport|mandat)\w*[^.\n]{0,60}?((?:19|20)\d\d)\b", re.I
    )
    for block in document.blocks[:20]:
        if match := title.search(block.text):
            return int(match.group(1))
    if document.kind is Kind.MANDATE and (match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", document.file_name)):
        return int(match.group(1))
    for block in document.blocks[:12]:
        if match := re.search(r"(?<![\d/.])((?:19|20)\d\d)(?![\d/])", block.text):
            return int(match.group(1))
    if match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", document.file_name):
        return int(match.group(1))
    counted = Counter(
        int(y) for b in document.blocks for y in re.findall(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])", b.text)
    )
    return counted.most_common(1)[0][0] if counted else None


def _with_deadlines(facts: list[Fact]) -> list[Fact]:
    """The facts with a deadline for every action that has a date and none of its own in the same block."""
    have = {(f.block, f.when.value) for f in facts if isinstance(f, Deadline)}
    out = list(facts)
    for fact in facts:
        if not isinstance(fact, Action) or fact.due is None or fact.due.value is None:
            continue
        key = (fact.block, fact.due.value)
        if key in have:
            continue
        have.add(key)
        out.append(
            Deadline(
                place=fact.place, block=fact.block, rule="deadline of an action", confidence=min(0.85, fact.confidence), basis="derived",
                origin="an action's due date", text=fact.text, when=fact.due, due_kind=fact.due_kind,
            )
        )  # fmt: skip
    # "innen 15. mai" said twice in one block is one deadline
    seen: set[tuple[int, date | None, str | None]] = set()
    kept: list[Fact] = []
    for fact in out:
        if isinstance(fact, Deadline):
            mark = (fact.block, fact.when.value, fact.when.recurring)
            if mark in seen or (fact.when.value is None and fact.when.recurring is None):
                continue
            seen.add(mark)
        kept.append(fact)
    return kept
