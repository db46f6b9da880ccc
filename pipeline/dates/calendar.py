"""A date as it stands, and the calendar that makes it a day: its year, its weekday, the ends of months and weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import FR, relativedelta

from pipeline.dates.words import LAST


@dataclass(frozen=True, slots=True)
class Found:
    """A date as it stands in a text: span, day and month, year or None, weekday (0 = Monday) or None.

    `first_day` is the earlier day of a two-day span ("22 og 23.03.2021"); `kind` is the name of its grammar rule.
    Of "siste fredag i april" `day` is the earliest that it can be, and the year tells which it is.
    """

    start: int
    end: int
    kind: str
    day: int | None
    month: int
    year: int | None
    weekday: int | None = None
    first_day: int | None = None

    def first_on(self, last: date) -> date:
        """The first of several days, by the date of the last one; that one where it is the only one."""
        if self.first_day is None:
            return last
        month = last if self.first_day < last.day else last.replace(day=1) - timedelta(days=1)
        return month.replace(day=self.first_day) if self.first_day <= month_end(month.year, month.month).day else last

    def on(self, year: int) -> date | None:
        """The date in that year, None where there is no such day."""
        try:
            if self.kind == "nth" and self.weekday is not None and self.day:
                return weekday_from(self.year or year, self.month, self.day, self.weekday)
            return date(self.year or year, self.month, self.day or 1)
        except ValueError:
            return None


BACK = 75
"""Days by which a date that looks forward may lie behind the base."""


def resolve_year(found: Found, base: date | None, *, forward: bool, back: int = BACK) -> date | None:
    """The full date of a day and month.

    The year is its own, else the one that its weekday fits, else the nearest to the base date (`forward`: after it, or
    `back` days before at most).
    """
    if found.year is not None:
        return found.on(found.year)
    if base is None:
        return None
    years = [base.year, base.year + 1, base.year - 1]
    options = [value for year in years if (value := found.on(year))]
    if found.weekday is not None:
        fitting = [v for v in options if v.weekday() == found.weekday]
        if fitting:
            options = fitting
    if forward:
        earliest = base - timedelta(days=back)
        return min(options, key=lambda v: (v < earliest, abs((v - base).days)), default=None)
    return min(options, key=lambda v: abs((v - base).days), default=None)


def weekday_from(year: int, month: int, day: int, weekday: int) -> date:
    """The first such weekday from a day on; of the last week of a month, in leap years too."""
    first = date(year, month, day) if day <= 7 * (LAST - 1) - 6 else month_end(year, month) - timedelta(days=6)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, 1) + relativedelta(months=1, days=-1)


def friday(year: int, week: int) -> date | None:
    """The Friday of an ISO week."""
    try:
        return date.fromisocalendar(year, week, 1) + relativedelta(weekday=FR)
    except ValueError:
        return None
