"""The words that tell of a meeting to come, whose it is, and which of the dates beside them are its own."""

from __future__ import annotations

import re

from extractors._sieve import Ways
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, listed, phrase, phrases
from pipeline import dates, sentences

_DATE_NEXT = r"(?=(?:\w+dag\s+)?(?:den\s+)?\d{1,2}(?:\.|/\d))"
_AGAIN = phrase("next_words.again")
_NEXT_WORDS = phrases("next_words.next_words", date_next=_DATE_NEXT, months="|".join(dates.MONTHS))
NEXT = Ways(_NEXT_WORDS, re.I)
"""What says that a sentence, a label or a heading is of the next meeting."""

OPENS = 25
"""Letters before those words, at most; further in, "neste møte" is said in passing."""
_SETTLED = expression("next_words.settled")
_LEADS = expression("next_words.leads")
"""What joins a date to the words for the meeting behind it ("Tirsdag 8. april er det nytt møte")."""
_IN_APPOSITION = expression("next_words.in_apposition", re.NOFLAG)
"""What makes a meeting named in passing one whose day is told ("til neste møte, mandag 6. mai, ...")."""
_THEN = re.compile(r"(?:da|så|då)\s", re.I)
"""How a clause about the meeting begins behind talk of other days ("Tirsdag passer ikke, da møtes vi 8/4")."""
_MOVES = expression("next_words.moves")
"""What is done with the meeting whose name follows ("Derfor flyttes neste møte til 13. mai")."""
PASSING = expression("next_words.passing")
_ASKS_WHEN = expression("next_words.asks_when")
_OTHER_BODY = expression("next_words.other_body")
_NAMED = expression("next_words.named")
"""A body by a compound in the definite form; "styret" alone is one's own."""
_SOME_OF_THEM = expression("next_words.some_of_them")
"""A few of them chosen for a task, who are named."""
_MEETS_AGAIN = expression("next_words.meets_again")
"""Those who elect committees and meet again have met here."""
WITH = expression("next_words.with")
"""Whom some of them meet, behind the word for the meeting."""
_SERIES = re.compile(r"(?P<code>[A-ZÆØÅ]{2,6})[ -]?\d{1,3}\s*:")
"""A meeting by the letters of its body and its number ("AU 14: 3. mai")."""
_MEETING = expression("next_words.meeting")
_EVENT = expression("next_words.event")
"""What people meet for that is no meeting."""
_KINDS = listed("next_words.kinds")
_BEFORE_A_LIMIT = expression("next_words.before_a_limit")
_LIMIT = re.compile(r"\W*\w*frist(?:en)?\b", re.I)
"""A sentence of when something is due."""
_PROPOSED = expression("next_words.proposed")

DETAIL = expression("next_words.detail")
"""A sentence behind the one with the day that only gives the hour or the place."""
VAGUE = expression("next_words.vague")
"""What is said of a meeting whose day is not known."""
UNDECIDED = expression("next_words.undecided")
"""What a sentence says that leaves the day open; no later sentence tells it then."""
SETTLES = expression("next_words.settles")
"""How a sentence without a word for the meeting says that a day is the one."""


def says_when(text: str) -> re.Match[str] | None:
    """The words for the next meeting in a sentence that is about it; None where it is told in passing.

    >>> bool(says_when("Neste møte er 8. april.")), bool(says_when("Saken utsettes til neste møte 8. april."))
    (True, False)
    """
    match = NEXT.search(text)
    if match is None:
        return None
    passing = PASSING.search(text)
    if passing and passing.start() <= match.start() <= passing.end() and not _ASKS_WHEN.match(text):
        return None
    dated = any(found.end <= match.start() for found in dates.find(text)) and _LEADS.search(text[: match.start()])
    relative = _IN_APPOSITION.match(text[match.end() :])
    moved = _MOVES.search(text[: match.start()])
    opens = (
        match.start() <= OPENS
        or _THEN.match(match.group())
        or dated
        or relative
        or moved
        or _SETTLED.search(text[match.end() : match.end() + 60])
    )
    return match if opens else None


def is_anothers(text: str, own: str) -> bool:
    """True for a sentence about the meeting of a body that is not `own`, the name of the document's body.

    >>> is_anothers("Neste kommunestyremøte er 8. april", "Lia vel")
    True
    >>> is_anothers("Kommunestyret har neste møte 8. april", "Lia vel"), is_anothers("Eldrerådet møtes 8. april", "Lia eldreråd")
    (True, False)
    """
    if (other := _OTHER_BODY.search(text)) and other.group(1)[:9].casefold() not in own.casefold():
        return True
    cue = NEXT.search(text)
    if (series := _SERIES.match(text)) and cue and not cue.start() and not _of_series(series["code"], own):
        return True
    if cue and (WITH.match(text[cue.end() :]) or (cue.group().startswith(("avtal", "beram")) and " med " in text)):
        return True
    if (part := _SOME_OF_THEM.search(text)) and fold(part["kind"])[:4] not in own.casefold():
        return True
    if cue and _MEETING.search(cue.group()) is None and _EVENT.search(text):
        return True
    named = _NAMED.search(text)
    day = next((found.start for found in dates.find(text)), len(text))
    meets_again = named and _MEETS_AGAIN.match(text[named.start() :])
    return bool(named and named.start() < day and not meets_again and not _is_own(named["body"], own))


def _of_series(code: str, own: str) -> bool:
    """True for the letters that the title or the body's name has before the number of this meeting, or alone."""
    return re.search(rf"(?<![\wæøåÆØÅ]){re.escape(code)}(?:[ -]?\d{{1,3}})?(?![\wæøåÆØÅ])", own) is not None


def _is_own(body: str, own: str) -> bool:
    """True for a word for a body that the name of one's own has, in whatever order; any, where there is no name."""
    word, name = fold(body), fold(own)
    if not name:
        return word not in ("kommunestyret", "formannskapet", "fylkestinget")
    kind = next((kind for kind in _KINDS if word.endswith(kind)), "")
    stem, modifier = word.rstrip("etna")[:9], word.removesuffix(kind)
    narrower = re.search(rf"[a-zæøå]{{3,}}{kind}", name) if kind else None
    if narrower and modifier in ("hoved", "hovud") and modifier not in name:
        return False  # the board of the whole, in the paper of a lesser one
    alone = modifier in ("", "hoved", "hovud", "arbeids", "sam", "prosjekt", "styrings", "klubb", "lags")
    return alone or stem in name or (len(modifier) > 3 and modifier.rstrip("se")[:6] in name)


def own_dates(text: str, own: str) -> list[dates.Found]:
    """The days in a text about the next meeting that are its own: no deadline's, no other body's, none put aside.

    >>> [found.day for found in own_dates("Frist for saker er 1. april. Møtet blir 8. april.", "Lia vel")]
    [8]
    """
    out: list[dates.Found] = []
    proposed: list[dates.Found] = []
    for start, end in sentences.split(text):
        said = text[start:end]
        days = [found for found in dates.find(text) if found.day and start <= found.start < end]
        if _LIMIT.match(said) or (not says_when(said) and is_anothers(said, own)):
            continue
        if (cue := NEXT.search(said)) and _THEN.match(cue.group()):
            days = [found for found in days if found.start >= start + cue.start()]
        days = [found for found in days if not _BEFORE_A_LIMIT.search(text[start : found.start])]
        (proposed if _PROPOSED.search(said) else out).extend(days)
    return out or proposed
