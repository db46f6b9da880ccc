"""Which of several days that a text names the next meeting got: not those that were put aside."""

from __future__ import annotations

import re
from functools import cache

from extractors._next_words import own_dates
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression, phrase
from pipeline import dates, sentences

_WORDS = phrase("next_settled.words")
_ONLY_IF = expression("next_settled.only_if")
"""What makes it a case that may not come."""
_FAR = 34
"""Letters behind a day, at most, within which it is said that it is none."""
_LIST = expression("next_settled.list")
"""What joins the days of a plan."""


def settled(text: str, days: list[dates.Found], lexicon: Lexicon) -> list[dates.Found]:
    """The days of a text on which they meet: the one settled on first, those put aside left out.

    All of them where none is put aside and none settled on.
    """
    if len({(day.day, day.month) for day in days}) < 2:
        return days
    aside = {(day.day, day.month) for day in days if _is_aside(text, day, days, lexicon)}
    left = [day for day in days if (day.day, day.month) not in aside] or days
    chosen = next((day for day in left[1:] if _is_chosen(text, day, days, lexicon)), None)
    if chosen is not None:
        left = left[left.index(chosen) :]
    return list({(day.day, day.month): day for day in reversed(left)}.values())[::-1]


def moves(text: str, behind: str, own: str, lexicon: Lexicon) -> bool:
    """True for a sentence behind one with a day that settles on another day instead."""
    days, others = own_dates(text, own), own_dates(behind, own)
    if not days or not others or (others[0].day, others[0].month) == (days[0].day, days[0].month):
        return False
    return _before(lexicon, "settles_on").search(behind[: others[0].start]) is not None


def _is_aside(text: str, day: dates.Found, days: list[dates.Found], lexicon: Lexicon) -> bool:
    """True for a day that words right before or behind it say is not the one."""
    before = text[max((other.end for other in days if other.end <= day.start), default=0) : day.start]
    until = min((other.start for other in days if other.start >= day.end), default=len(text))
    stop = next((b for a, b in sentences.split(text) if a <= day.start < b), len(text))
    after = text[day.end : min(until, stop, day.end + _FAR)]
    if _ONLY_IF.search(text[day.end : stop]):
        return False
    return bool(_before(lexicon, "put_aside_before").search(before) or _behind(lexicon).search(after))


def _is_chosen(text: str, day: dates.Found, days: list[dates.Found], lexicon: Lexicon) -> bool:
    """True for a day that words right before it say is the one, behind others that it is no list with."""
    before_it = [other for other in days if other.end <= day.start]
    before = text[before_it[-1].end if before_it else 0 : day.start]
    if _LIST.fullmatch(before) or _of_event(before, lexicon):
        return False
    return _before(lexicon, "settles_on").search(before) is not None


def _of_event(before: str, lexicon: Lexicon) -> bool:
    """True where the sentence before a day begins with what people meet for that is no meeting."""
    said = before[sentences.split(before)[-1][0] :] if before.strip() else ""
    return any(word.casefold().endswith(_events(lexicon)) for word in said.split()[:_SUBJECT])


_SUBJECT = 3
"""Words among which a sentence says what it is about."""


@cache
def _events(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.lists["other_gatherings"])


@cache
def _before(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(lexicon, name)})(?:{_WORDS}|\W*)(?:\w+dag\s+)?(?:den\s+)?$", re.I)


@cache
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(lexicon, 'put_aside_after')})\b", re.I)


def _either(lexicon: Lexicon, name: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(lexicon.lists[name], key=len, reverse=True))
