"""Dates in a text: the grammar finds the spans, dateutil parses what was found."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Any

from dateutil.parser import ParserError, parse, parserinfo

from pipeline.dates.calendar import Found, month_end
from pipeline.dates.clock import CLOCK_RANGE
from pipeline.dates.words import (
    BY_WORD,
    COMPOUND,
    DASHED,
    DIGIT,
    DOTTED,
    ENGLISH,
    FINDERS,
    IN_ROMAN,
    LAST,
    LONG_YEAR,
    MONTHS,
    NAMED,
    NO_DATE,
    NTH,
    ROMAN,
    SHORT,
    SPELLED,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    YEAR,
)
from pipeline.memo import KEPT

_MONTH_FORMS: list[Any] = [
    tuple(dict.fromkeys((short, name, "sept" if name == "september" else name, english)))
    for short, name, english in zip(SHORT, MONTHS, ENGLISH, strict=True)
]
_WEEKDAY_FORMS: list[Any] = [
    tuple(dict.fromkeys((*full, *short))) for full, short in zip(WEEKDAYS, WEEKDAYS_SHORT, strict=True)
]
_SKIPPED: list[str] = [" ", ".", ",", ";", "-", "/", "'", "den", "og", "m", "t", "of", "and"]


class _Norwegian(parserinfo):
    """dateutil's parser with Norwegian month and weekday names, day first."""

    MONTHS = _MONTH_FORMS
    WEEKDAYS = _WEEKDAY_FORMS
    JUMP = _SKIPPED


@cache
def _info() -> _Norwegian:
    return _Norwegian(dayfirst=True)


@lru_cache(KEPT)
def find(text: str) -> tuple[Found, ...]:
    """Every date in a text, left to right, the longest reading of each place.

    >>> [(f.day, f.month, f.year) for f in find("tirsdag 25. september 2018, 21/6-17, 5.07.00 og 2012-03-14")]
    [(25, 9, 2018), (21, 6, 2017), (5, 7, 2000), (14, 3, 2012)]
    >>> [str(f.on(2024)) for f in find("siste torsdag i februar, andre mån. i mai og første sundag i juni 2025")]
    ['2024-02-29', '2024-05-13', '2025-06-01']
    >>> [(f.first_day, f.day, f.month) for f in find("22 og 23.03.2021")]
    [(22, 23, 3)]
    >>> [(f.day, f.month, f.year) for f in find("May 14, 2009, juni 11, 20:00 og 03/28/2012; May Lie 12")]
    [(14, 5, 2009), (11, 6, None), (28, 3, 2012)]
    >>> find("kl. 12.15–15.05"), find("Tid: 19.00 – 21.10"), find("Møtet ble hevet kl. 19.10.")
    ((), (), ())
    >>> find("punkt 3.1.2 i rapport 7/2012, kr 2.500,-, 46/15")
    ()
    """
    found: list[Found] = []
    if not DIGIT.search(text):
        return ()
    low = text.casefold()
    named, dotted = any(month in low for month in NAMED), DOTTED.search(text) is not None
    year = LONG_YEAR.search(text) is not None
    needed = {
        "iso": year, "run": year, "spaced": year, "hyphens": DASHED.search(text), "roman": IN_ROMAN.search(text),
        "spelled": named and BY_WORD.search(text), "nth": named, "words": named, "month_year": named,
        "numeric": dotted, "bare": dotted, "month_first": named, "month_day": named, "american": year and dotted,
    }  # fmt: skip
    fitting = [(name, pattern) for name, pattern in FINDERS if needed[name]]  # most numbers are no dates
    if not fitting:
        return ()
    taken = [False] * (len(text) + 1)
    for clocks in CLOCK_RANGE.finditer(text):  # "kl. 12.15–15.05" has no 15 May
        taken[clocks.start() : clocks.end()] = [True] * (clocks.end() - clocks.start())
    for name, pattern in fitting:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if one := _read(name, match, text):
                found.append(one)
                for i in range(match.start(), match.end()):
                    taken[i] = True
    return tuple(sorted(found, key=lambda f: f.start))


_DAY_LAST = re.compile(r"\s\d{1,2}\.$")
_MONTH_LAST = re.compile(rf"\s\d{{1,2}}\.\s(?:{'|'.join(MONTHS)})$", re.I)


def broken(line: str, following: str) -> bool:
    """True where a line ends in the midst of a date that the next one goes on with.

    >>> broken("Svaret må komme senest 30.", "juni."), broken("altså 31. juli", "2023. Ingen vet."), broken("Sak 3.", "Jul")
    (True, True, False)
    """
    counts = following[:1].isdigit()
    if not counts and not (line[-1:] == "." and line[-2:-1].isdigit()):
        return False  # most lines
    word = following.split(" ", 1)[0].rstrip(".,;:)")
    if not counts:
        return word in MONTHS and _DAY_LAST.search(line) is not None
    return word.isdigit() and bool(re.fullmatch(YEAR, word) and _MONTH_LAST.search(line))


def blanked(text: str) -> str:
    """The text with its dates as spaces, whose digits are no clock."""
    for found in find(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _read(name: str, match: re.Match[str], text: str) -> Found | None:
    """One match of the grammar as a date, parsed by dateutil; None where it is none."""
    parts = match.groupdict()
    if name == "spelled":
        return _spelled(parts, match)
    if name == "roman":
        parts["m"] = str(ROMAN.index(parts["rm"] or "") + 1)
    if parts.get("d2"):
        parts |= {"d": parts["d2"], "m": parts["m2"], "y": parts["y2"]}
    year = _year(parts.get("y") or parts.get("y2"))
    words = parts.get("mon")
    start = match.start("d2" if parts.get("d2") else "d") if parts.get("d") else match.start("mon")
    before = text[max(0, start - 14) : start].casefold()
    if name in ("numeric", "bare", "hyphens", "roman") and NO_DATE.search(before):
        return None
    if name == "numeric" and year is None:
        return None
    if name == "words" and year is None and COMPOUND.match(text, match.end()):
        return None
    day = int(parts["d"]) if parts.get("d") else None
    if nth := NTH.get((parts.get("nth") or "").casefold()):
        return _nth_weekday(nth, parts, match)
    month_text = words.rstrip(".") if words else None
    canonical = f"{day or 1} {month_text}" if month_text else f"{day or 1}.{parts['m']}"
    value = _parsed(f"{canonical}{' ' if month_text else '.'}{year or 2000}")
    if value is None:
        return None
    weekday = _weekday(parts.get("weekday"))
    earlier = "from" if parts.get("from") else "from2" if parts.get("from2") else None
    begin = match.start("weekday") if parts.get("weekday") else match.start(earlier) if earlier else start
    if name in ("iso", "run", "month_first", "month_day", "american"):
        begin = match.start()
    first = int(parts[earlier]) if earlier else None
    if first is not None and first >= value.day and not (parts.get("fm") or parts.get("fm2")):
        first, begin = None, match.start("weekday") if parts.get("weekday") else start
    return Found(begin, match.end(), name, value.day if day else None, value.month, year, weekday, first)


def _spelled(parts: dict[str, str | None], match: re.Match[str]) -> Found | None:
    """A day by word ("den tolvte mars 1998")."""
    day = SPELLED[(parts["dw"] or "").casefold()]
    first = SPELLED.get((parts["fromw"] or "").casefold())
    year = _year(parts.get("y"))
    value = _parsed(f"{day} {(parts['mon'] or '').rstrip('.')} {year or 2000}")
    if value is None:
        return None
    first = first if first and first < day else None
    begin = match.start("weekday" if parts.get("weekday") else "fromw" if first else "dw")
    return Found(begin, match.end(), "spelled", value.day, value.month, year, _weekday(parts.get("weekday")), first)


def _nth_weekday(nth: int, parts: dict[str, str | None], match: re.Match[str]) -> Found | None:
    """One weekday of a month by its count ("siste fredag i april"); its day is the earliest that it can be."""
    month = _parsed(f"1 {(parts['mon'] or '').rstrip('.')} 2001")
    if month is None:
        return None
    day = 7 * nth - 6 if nth < LAST else month_end(2004, month.month).day - 6
    return Found(
        match.start(), match.end(), "nth", day, month.month, _year(parts.get("y")), _weekday(parts.get("weekday"))
    )


@lru_cache(KEPT)  # dateutil takes a third of a millisecond, and minutes name the same few days
def _parsed(text: str) -> date | None:
    """A day, month and year as a date; None where there is no such day."""
    try:
        return parse(text, parserinfo=_info(), dayfirst=True).date()
    except (ParserError, ValueError, OverflowError):
        return None


def _year(text: str | None) -> int | None:
    """A year of two or four digits: 98 is 1998, 13 is 2013.

    >>> _year("98"), _year("13"), _year("2007"), _year(None)
    (1998, 2013, 2007, None)
    """
    if not text:
        return None
    value = int(text)
    if value >= 100:
        return value
    return 1900 + value if value >= 60 else 2000 + value


def _weekday(text: str | None) -> int | None:
    if not text:
        return None
    name = text.rstrip(".").casefold()
    name = name[:-1] if name.endswith("d") else name  # "onsd."
    for number, (full, short) in enumerate(zip(WEEKDAYS, WEEKDAYS_SHORT, strict=True)):
        if name in full or name in short:
            return number
    return None
