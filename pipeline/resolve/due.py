"""The words for a date by which something is due -> the date, its precision, and what it was worked out from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from extractors import _due
from extractors._due import Tense
from pipeline import dates
from pipeline.model import When


@dataclass(frozen=True, slots=True)
class Base:
    """What the document's other dates are read against."""

    meeting: date | None
    next_meeting: date | None
    year: int | None
    later: tuple[date, ...] = ()
    """Further meetings of a plan."""
    limit: date | None = None
    """The one deadline that the item names before the words in hand ("innen fristen")."""

    def meeting_in(self, month: int) -> date | None:
        """The first of the coming meetings that falls in that month."""
        coming = (self.next_meeting, *self.later)
        return next((day for day in coming if day and day.month == month), None)


def when(raw: When, kind: str, base: Base, tense: Tense | None = None) -> When:
    """A due date by its kind of wording, in the tense that is told of it; what has no date keeps its words only."""
    if raw.recurring or kind == "recurring":
        return raw
    if kind == "date":
        return plain(raw, base, forward=True, tense=tense)
    said = _due.groups(kind, raw.text)
    value, precision, origin = _reckoned(raw, kind, said, base)
    return replace(
        raw, value=value, precision=precision if value else None, basis="derived", origin=origin or "the meeting's date"
    )


def _reckoned(raw: When, kind: str, said: dict[str, str], base: Base) -> tuple[date | None, str, str | None]:
    """The date, its precision and what it was worked out from, None for the meeting's date."""
    if kind == "next_meeting":
        return base.next_meeting, "event", "the next meeting's date"
    if kind == "the_limit":
        return base.limit, "day", "the deadline named before it"
    if kind in ("before_next", "before_it", "then"):
        return _from_event(raw, kind, base)
    if kind in ("month_end", "in_month") and said.get("mon"):
        month = dates.MONTHS.index(said["mon"].casefold()) + 1
        if "møtet" in raw.text.casefold() and (meets := base.meeting_in(month)):
            return meets, "event", "the next meeting's date"
        if raw.text.endswith("møtet"):
            return None, "event", None  # a meeting whose day is not known
        year = int(said["y"]) if said.get("y") else _year_of_month(month, base.meeting)
        return (dates.month_end(year, month) if year else None), "month", None
    if kind == "year_end":
        year = int(said["y"]) if said.get("y") else base.meeting.year if base.meeting else None
        return (date(year, 12, 31) if year else None), "year", None
    if base.meeting is None:
        return None, "day", None
    return _from_meeting(raw, kind, said, base.meeting)


def _from_event(raw: When, kind: str, base: Base) -> tuple[date | None, str, str | None]:
    """A date so long before, or on, the day that the wording hangs on: the next meeting, or one named by its date."""
    if kind == "before_next" or raw.hangs_on == _due.NEXT_MEETING:
        event, origin = base.next_meeting, "the next meeting's date"
    else:
        event = plain(When(raw.hangs_on), base, forward=True).value if raw.hangs_on else None
        origin = f"the words {raw.hangs_on!r}"
    if event and kind != "then":
        event -= _stretch(raw.text)
    return event, "event", origin


def _from_meeting(raw: When, kind: str, said: dict[str, str], meeting: date) -> tuple[date | None, str, str | None]:
    """A date reckoned from the day of the meeting."""
    if kind == "week" and said.get("w"):
        value = dates.friday(int(said.get("y") or meeting.year), int(said["w"]))
        if value and not said.get("y") and value < meeting - timedelta(days=30):
            value = dates.friday(meeting.year + 1, int(said["w"]))
        return value, "week", None
    if kind == "this_month":
        return dates.month_end(meeting.year, meeting.month), "month", None
    if kind == "quarter":
        number = _due.quarter(said["q"]) if said.get("q") else (meeting.month + 2) // 3
        year = meeting.year + (number * 3 < meeting.month)
        return dates.month_end(year, number * 3), "month", None
    if kind == "within":
        return meeting + _stretch(raw.text), "day", None
    if kind in ("today", "tomorrow"):
        return meeting + timedelta(days=kind == "tomorrow"), "day", None
    if kind in ("this_week", "next_week"):
        friday = meeting + timedelta(days=4 - meeting.weekday() + (7 if kind == "next_week" else 0))
        return max(friday, meeting), "week", None
    if kind == "day_of_month" and said.get("d"):
        days = (meeting + timedelta(days=ahead) for ahead in range(1, MONTHS_AHEAD * 31))
        fits = (day for day in days if day.day == int(said["d"]) and day.weekday() == _due.weekday(said["wd"]))
        return next(fits, None), "day", None
    if kind in ("weekday", "bare_weekday") and said.get("wd"):
        ahead = (_due.weekday(said["wd"]) - meeting.weekday()) % 7 or 7
        return meeting + timedelta(days=ahead), "day", None
    return None, "day", None


def _stretch(text: str) -> relativedelta:
    """How long "to uker" is; a day where no number is said ("dagen før")."""
    said = _due.stretch(text)
    unit, number = said.get("unit", ""), _due.count(said.get("n", "1"))
    if unit.startswith("m"):
        return relativedelta(months=number)
    return relativedelta(weeks=number) if unit.startswith(("uke", "veke")) else relativedelta(days=number)


def _year_of_month(month: int, meeting: date | None) -> int | None:
    if meeting is None:
        return None
    return meeting.year + 1 if month < meeting.month - 1 else meeting.year


MONTHS_AHEAD = 3
"""Months among which a day without its month lies ("innen fredag 30.")."""
LATE = 20
"""Days by which what is still to be done may lie behind the meeting."""
AHEAD = 75
"""Days by which what is told as past may still lie ahead ("fristen var satt til ...")."""


def plain(raw: When, base: Base, *, forward: bool, tense: Tense | None = None) -> When:
    """A date as written, its year from the meeting where it has none; a month and year mean the month's last day."""
    found = next(iter(dates.find(raw.text)), None)
    if found is None:
        return raw
    if found.day is None and found.year:
        return replace(raw, value=dates.month_end(found.year, found.month), precision="month")
    anchor = base.meeting or (date(base.year, 7, 1) if base.year else None)
    if found.year is None and base.meeting and _due.pattern("next_year").search(raw.text):
        value = found.on(base.meeting.year + 1)
        return replace(raw, value=value, precision="day", basis="derived", origin="the meeting's date")
    over = tense is Tense.PAST
    back = LATE if tense is Tense.FUTURE else dates.BACK
    value = dates.resolve_year(found, anchor, forward=forward and not over, back=back)
    if over and value and anchor and found.year is None and value > anchor + timedelta(days=AHEAD):
        value = found.on(anchor.year - 1)
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
