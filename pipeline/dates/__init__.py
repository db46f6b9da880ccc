"""Dates and times in Norwegian text: an own grammar finds the spans, dateutil parses what was found.

Section numbers, forms, report numbers, case numbers and sums of money are not dates: a day and month without a year
counts only beside a word that asks for one, which the caller decides with `bare`.
"""

from __future__ import annotations

from pipeline.dates.calendar import BACK, Found, friday, month_end, resolve_year
from pipeline.dates.clock import clock
from pipeline.dates.finding import blanked, broken, find
from pipeline.dates.words import MONTHS

__all__ = ["BACK", "MONTHS", "Found", "blanked", "broken", "clock", "find", "friday", "month_end", "resolve_year"]
