"""The words for a date by which something is due -> the date, its precision, and what it was worked out from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors import _due
from pipeline import dates
from pipeline.model import When


@dataclass(frozen=True, slots=True)
class Base:
    """What the document's other dates are read against."""

    meeting: date | None
    next_meeting: date | None
    year: int | None


def when(raw: When, kind: str, base: Base) -> When:
    """A due date by its kind of wording; what has no date keeps its words only."""
    if raw.recurring or kind == "recurring":
        return raw
    value: date | None = None
    precision = "day"
    origin: str | None = None
    parts = _due.groups(kind, raw.text) or (_due.groups("before_it", raw.text) if kind == "before_next" else {})
    if kind == "date":
        return plain(raw, base, forward=True)
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
            return replace(
                raw, value=base.next_meeting, precision="event", basis="derived", origin="the next meeting's date"
            )
        if raw.text.endswith("møtet"):
            return replace(raw, basis="derived", origin="the meeting's date")  # a meeting whose day is not known
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
    elif kind == "tomorrow" and base.meeting:
        value, origin = base.meeting + timedelta(days=1), "the meeting's date"
    elif kind in ("this_week", "next_week") and base.meeting:
        friday = base.meeting + timedelta(days=4 - base.meeting.weekday() + (7 if kind == "next_week" else 0))
        value, precision = max(friday, base.meeting), "week"
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


def plain(raw: When, base: Base, *, forward: bool) -> When:
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


def in_year(raw: When, year: int | None) -> When:
    """A date as written, its year the given one where it has none."""
    found = next((f for f in dates.find(raw.text) if f.day), None)
    if found is None:
        return raw
    value = found.on(found.year or year or 0) if (found.year or year) else None
    return replace(raw, value=value, precision="day", basis="stated" if found.year else "derived")
