"""The hours that sentences tell of a meeting: when it began and ended, in digits and by word."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression, phrase, table
from pipeline import dates

ADJOURNED = expression("hours_told.adjourned")

STARTED = expression("hours_told.started")

HALF = expression("hours_told.half")

AT_HALF: dict[str, str] = table("hours_told.at_half")
"""Half hours by word in the evening."""

AT_FORENOON = {"ni": "09:00", "ti": "10:00", "elleve": "11:00"}
FORENOON = expression("hours_told.forenoon")
"""An hour by word that one before noon, or soon behind it, ends the meeting that begins then."""

_LATEST = 19
"""The hour of the latest of them that a meeting begins at; later ones are as likely in the morning."""

_OCLOCK = r"(?:kl\.?|klokka|klokken)"
_ABOUT = phrase("hours_told.about")
_ON = r"(?:[^.]|(?<=\d)\.)"
_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_FROM_TO = expression("hours_told.from_to", on=_ON, oclock=_OCLOCK, hour=_HOUR)
"""From one hour to another, by a sentence that says they sat, or to what made them stop ("frå klokka 18 til det mørkna, om lag 21.15")."""

OF_DAYS = expression("hours_told.of_days", oclock=_OCLOCK)
"""The hours of each day of a meeting of several: the first day's begin it, the last one's end it."""

_HOURS: dict[str, int] = table("hours_told.hours")
_BY_WORD = rf"(?:(?:kvart\s+(?P<{{0}}q>over|på)|(?P<{{0}}n>fem|ti)\s+(?P<{{0}}np>over|på)|(?P<{{0}}half>halv))\s+)?(?P<{{0}}h>{'|'.join(_HOURS)})"
_BEGAN = phrase("hours_told.began")
_WORDED = re.compile(
    rf"\b(?:{_OCLOCK}|{_BEGAN})\s+{_BY_WORD.format('a')}\b(?:\s+(?:presis|om\s+(?:kvelden|morgonen|morgenen)))?"
    rf"(?:\s*(?:til|[-–])\s*(?:{_ABOUT}\s+)?(?:{_OCLOCK}\s+)?{_BY_WORD.format('b')}\b)?",
    re.I,
)
"""An hour by word behind a word for o'clock, or from one to another."""
_MORNING = 9
"""The hour by word from which on it is one of the forenoon, where what ends it or who says so tells."""
_EARLIEST = 5
"""The hour by word from which on a meeting begins in the evening; a lesser one is of the afternoon."""


ALONE = re.compile(r"\W*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*(?:[-–]|til)\s*\d{1,2}[.:]\d{2})?\W*")
"""An hour, or from when to when, that is all a line says."""


def hour_by_word(text: str) -> str | None:
    """The time by word that a meeting begins at ("halv åtte", "sju"): in the evening; None for others.

    >>> hour_by_word("halv åtte"), hour_by_word("sju"), hour_by_word("halv ti")
    ('19:30', '19:00', None)
    """
    words = text.casefold().split()
    found = AT_HALF.get(words[-1])
    if found and len(words) == 1:
        return f"{int(found[:2]) + 1}:00"
    return found if found and int(found[:2]) <= _LATEST else None


def adjourned(match: re.Match[str], *, late: bool) -> str | None:
    """The hour that a match of `ADJOURNED` tells; by word only where the meeting was `late`, as of the evening.

    >>> [adjourned(ADJOURNED.search(text), late=True) for text in ("Hevet kl. 19.40.", "Slutt 2050.", "Ferdig kvart over ni.")]
    ['19:40', '20:50', '21:15']
    """
    if digits := match["t"] or match["u"]:
        found = dates.clock(f"kl {digits}", cue=False)
        return found[0] if found else None
    half = AT_HALF.get((match["half"] or match["near"] or "").casefold()) if late else None
    if half is None or not match["quarter"]:
        return half
    behind = 45 if match["quarter"].casefold() == "over" else 15
    return _written(int(half[:2]) * 60 + int(half[3:]) + behind)


def worded(text: str) -> tuple[str, str | None] | None:
    """From when to when they met, in words behind a word for o'clock or "from"; None where the words leave it open.

    >>> worded("klokka ti til kvart over tre"), worded("frå sju til det mørkna"), worded("kl. halv seks til kvart på åtte")
    (('10:00', '15:15'), ('19:00', None), ('17:30', '19:45'))
    >>> worded("fra ti til tolv medlemmer") , worded("kl. ni")
    (None, None)
    """
    match = _WORDED.search(text)
    if match is None or re.match(r"\s+[a-zæøå]+(?:er|ar|a|ene)\b", text[match.end() :]):
        return None
    began, ended = (_minutes(match, which) for which in "ab")
    if began is None:
        return None
    if began >= _MORNING * 60 and ended is None:
        return None
    if began < _EARLIEST * 60 - 30 or (began < _MORNING * 60 and (ended is None or ended > began)):
        began += 12 * 60
    if ended is not None:
        ended += 12 * 60 * -(-max(0, began - ended + 1) // (12 * 60))  # the first such hour behind it
    return _written(began), _written(ended) if ended is not None else None


def _minutes(match: re.Match[str], which: str) -> int | None:
    """The hour by word as minutes of half a day."""
    if not (hour := match[f"{which}h"]):
        return None
    value = _HOURS[hour.casefold()] * 60
    value += {"over": 15, "på": -15}.get((match[f"{which}q"] or "").casefold(), 0) - 30 * bool(match[f"{which}half"])
    past = {"fem": 5, "ti": 10}.get((match[f"{which}n"] or "").casefold(), 0)
    return value + past * (-1 if (match[f"{which}np"] or "").casefold() == "på" else 1)


def _written(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def from_to(text: str) -> tuple[str, str] | None:
    """From when to when they sat, as a sentence tells it; None where it does not.

    >>> from_to("Vi satt fra kl. 9 til 11.30."), from_to("Me sat frå klokka 18 til lyset gjekk, om lag 20.45.")
    (('09:00', '11:30'), ('18:00', '20:45'))
    """
    match = _FROM_TO.search(text)
    if match is None:
        return None
    began, ended = (dates.clock(f"kl {hour}", cue=False) for hour in match.groups() if hour)
    return (began[0], ended[0]) if began and ended and began[0] and ended[0] else None
