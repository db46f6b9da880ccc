"""Words that say by when: dates beside a cue, ends of periods, weeks, "til neste møte", and words without a date.

What each wording looks like is data of the lexicon (`due.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from extractors._sieve import Sieve, Sieved
from extractors.lexicon.wording import expression, load
from pipeline import dates
from pipeline.memo import KEPT
from pipeline.model import When

NEAR = frozenset({"today", "tomorrow", "this_week", "next_week", "weekday", "bare_weekday"})
"""Kinds of wording that are worked out from the day of the meeting alone; without a task they are no deadline."""
HANGING = frozenset({"before_it", "then"})
"""Kinds of wording that are reckoned from a day named before them ("en uke før", "til da")."""
NEXT_MEETING = "neste møte"
"""What a `When` hangs on that is reckoned from the next meeting."""
_NAMED_PART = re.compile(r"\(\?P<(\w+?)>")
_WORD = re.compile(r"\{([a-zA-Z_]+)\}")
_GAP = 45
"""Letters between "two weeks before" and the date of what it is before, at most."""


@cache
def _data() -> Any:
    """The lexicon's words for by when."""
    return load("due.yml")


@cache
def _words() -> dict[str, str]:
    """The groups of words that the ways of saying it are made of, each filled with those above it."""
    words = {"MONTH": "|".join(dates.MONTHS)}
    for name, way in _data()["words"].items():
        words[name] = _filled(way, words)
    return words


def _filled(way: str, words: dict[str, str]) -> str:
    """One line of the lexicon as an expression."""
    return _WORD.sub(lambda match: words[match.group(1)], way.replace(" ", r"\s+"))


def pattern(name: str) -> re.Pattern[str]:
    """All ways of saying one thing as one expression; the named parts of the nth way end in its number."""
    return _sieved(name).pattern


@cache
def _kinds() -> tuple[tuple[str, ...], Sieve]:
    """The kinds of wording that tell by when, in the order in which they are looked for, and what sifts them."""
    kinds = tuple(_data()["kinds"])
    return kinds, Sieve(map(_sieved, kinds))


@cache
def _sieved(name: str) -> Sieved:
    ways = _data()["kinds"].get(name) or _data()[name]
    numbered = (
        _NAMED_PART.sub(rf"(?P<\g<1>_{at}>", _filled(way, _words()))
        for at, way in enumerate([ways] if isinstance(ways, str) else ways)
    )
    return Sieved("|".join(f"(?:{way})" for way in numbered), re.I)


@cache
def limit() -> re.Pattern[str]:
    """What stands right before a date that is a limit."""
    return re.compile(rf"(?:{pattern('limits').pattern})\s*{_filled(_data()['after_limit'], _words())}$", re.I)


@cache
def _before() -> re.Pattern[str]:
    """How long before an event ("to uker før årsmøtet"), up to the event's date."""
    words = _words()
    of = rf"(?:\s+[^.;,()]{{2,{_GAP}}}|\s+[^.;,()]{{2,30}},\s+som\s+er\s+(?:sett|satt)\s+til)?\s+$"
    return re.compile(rf"\b{words['limit']}{words['n']}\s+{words['unit']}\s+(?:før|i\s+forkant\s+av){of}", re.I)


class Tense(Enum):
    """Whether what a date limits is told as done or as still to come."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due, as written: span in the text, `kind` of wording and how firmly it says deadline."""

    start: int
    end: int
    when: When
    kind: str
    strong: bool


@lru_cache(KEPT)
def find(text: str) -> tuple[Due, ...]:
    """Every wording in a sentence that may say by when, left to right.

    >>> [(d.kind, d.strong) for d in find("Ola sender notatet innen 15. mai, og Kari svarer til neste møte.")]
    [('date', True), ('next_meeting', True)]
    >>> [d.kind for d in find("Frist er ultimo juni kvart år")], find("Det var 19 på dugnaden")
    (['recurring'], ())
    >>> [(d.kind, d.when.hangs_on) for d in find("Kari henger opp plakaten en uke før basaren 3. mai.")]
    [('before_it', '3. mai')]
    """
    found = list(_dated(text))
    taken = [(due.start, due.end) for due in found]
    low = text.casefold()
    kinds, sieve = _kinds()
    for kind in map(kinds.__getitem__, sieve.of(low)):
        for match in pattern(kind).finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            words = match.group().strip()
            start = match.start() + match.group().find(words)  # "fra uke 12" has the blank before the week
            due = Due(start, match.end(), When(words), kind, kind != "vague")
            if kind in HANGING:
                due = replace(due, strong=False)
                if event := _day_before(text, due.start, found):
                    due = hung(due, event)
            elif kind in ("in_month", "today", "bare_weekday") and not match.group().casefold().startswith("i løpet"):
                due = replace(due, strong=False)
            if kind == "month_end" and _every_year(text, due.start, due.end):
                month = dates.MONTHS.index(parts(match)["mon"].casefold()) + 1
                last = dates.month_end(2001, month).day
                due = replace(due, when=replace(due.when, recurring=f"--{month:02d}-{last:02d}"), kind="recurring")
            found.append(due)
            taken.append((match.start(), match.end()))
    return tuple(sorted(found, key=lambda d: d.start))


def _day_before(text: str, end: int, found: Sequence[Due]) -> str | None:
    """The words of the last day that a text names before a place and that is no limit itself."""
    days = [d for d in dates.find(text) if d.day and d.end <= end]
    event = days[-1] if days else None
    if event is None or any(d.strong and d.start <= event.start < d.end for d in found):
        return None
    return text[event.start : event.end]


def _dated(text: str) -> Iterator[Due]:
    """The dates of a text that may be limits."""
    for one in dates.find(text):
        before = text[: one.start]
        leads = limit().search(before)
        weekday = one.weekday is not None
        if one.kind == "bare" and not leads and not pattern("leads").search(before) and not weekday:
            continue
        start, end = leads.start() if leads else one.start, one.end
        if one.day and (reckoned := _before().search(before)):
            words = text[reckoned.start() : end].strip(" :")
            yield Due(reckoned.start(), end, When(words, hangs_on=text[one.start : end].rstrip(".")), "before_it", True)
            continue
        if one.year is None and one.day and _every_year(text, one.start, end):
            when = When(text[start:end].strip(" :"), recurring=f"--{one.month:02d}-{one.day:02d}")
            yield Due(start, end, when, "recurring", True)
        elif one.kind == "month_year":
            if leads:
                yield Due(start, end, When(text[start:end].strip(" :"), precision="month"), "date", True)
        else:
            if one.year is None:
                start, end = _with_next_year(text, start, end)
            yield Due(start, end, When(text[start:end].strip(" :"), precision="day"), "date", bool(leads))


_CLAUSE = expression("due.clause", re.NOFLAG)
_THIS_YEAR = re.compile(r"\bi\s+år\b", re.I)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the clause in which a stretch of a text stands."""
    ends = [match.end() for match in _CLAUSE.finditer(text) if match.end() <= start or match.start() >= end]
    return max((at for at in ends if at <= start), default=0), min((at for at in ends if at > end), default=len(text))


def _every_year(text: str, start: int, end: int) -> bool:
    """True where the clause of a date says that it comes back every year."""
    a, b = _around(text, start, end)
    return bool(pattern("yearly").search(text, a, b)) and not _THIS_YEAR.search(text, a, b)


def _with_next_year(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a date stretched to the words that put it in the year to come."""
    a, b = _around(text, start, end)
    said = pattern("next_year").search(text, a, b)
    return (min(start, said.start()), max(end, said.end())) if said else (start, end)


def hung(due: Due, words: str) -> Due:
    """A wording reckoned from another day, with the words of that day."""
    return replace(due, when=replace(due.when, hangs_on=words), strong=True)


_DAYS = re.compile(r"\d{1,2}\.?\s?[–-]\s?\d{1,2}\.\s?[a-zæøå]")
_TOPIC = expression("due.topic")
"""How a sentence goes on behind a colon about what stands before it ("Kurset i mai: det tar styret seg av")."""
_PREPOSITION = re.compile(r"\s(?:den|på|i|\w+dag)\s*$")


def happens(text: str, due: Due) -> bool:
    """True where a day without a word like "innen" only tells when something takes place, not by when a task is due."""
    if due.kind not in ("date", "in_month", "week", "weekday", "bare_weekday", "year_end") or (
        due.strong and due.kind == "date"
    ):
        return False
    if pattern("firm").match(due.when.text):
        return False
    before, behind = text[: due.start], text[due.end :]
    if pattern("beginnings").search(before):
        return True
    bare = _PREPOSITION.sub("", before.rstrip()) if due.kind in ("date", "week") else before
    past = pattern("past_clause").search(before) and pattern("next_clause").search(behind)
    days = any(day.first_day and day.start < due.end and due.start < day.end for day in dates.find(text))
    days = days or bool(_DAYS.search(text[max(0, due.start - 5) : due.end + 2]))
    if due.kind == "in_month" and _TOPIC.match(behind):
        return True
    lasts = due.kind in ("in_month", "week") and pattern("goes_on").search(behind)
    return bool(days or lasts or past or pattern("happens").search(bare))


def parts(match: re.Match[str]) -> dict[str, str]:
    """The named parts of a wording that was found."""
    return {re.sub(r"_\d+$", "", name): value for name, value in match.groupdict().items() if value}


def groups(kind: str, text: str) -> dict[str, str]:
    """The parts of a wording (month, year, week, weekday, count), for `resolve`; empty where it does not fit."""
    match = pattern(kind).search(text) if kind in _data()["kinds"] else None
    return parts(match) if match else {}


def stretch(text: str) -> dict[str, str]:
    """How long before or after ("to uker"): the count and the unit that a wording names."""
    match = pattern("stretch").search(text)
    return parts(match) if match else {}


def weekday(word: str) -> int:
    """The number of a weekday, 0 for Monday."""
    return int(_data()["weekdays"][word.casefold()])


def quarter(word: str) -> int:
    """The number of a quarter."""
    return int(word[0]) if word[0].isdigit() else int(_data()["quarters"][word.casefold()])


def count(word: str) -> int:
    """A small number in words or digits."""
    return int(word) if word.isdigit() else int(_data()["counts"].get(word.casefold(), 1))
