"""Where the next meeting is: behind a label or a preposition, before its date, in a parenthesis, or by a word for a call."""

from __future__ import annotations

import re

from extractors._names import is_organisation
from extractors._next_words import NEXT
from extractors._venue import is_house, is_place_like, venue
from extractors.lexicon.wording import expression, phrase
from pipeline import dates, sentences

_HEDGES = phrase("next_place.hedges")
"""Words that may stand before the preposition of a place."""
_PLACE = expression("next_place.place", months="|".join(dates.MONTHS))
SAME_PLACE = expression("next_place.same_place")
"""That they meet where they met, as it is written."""
_NO_DAY = expression("next_place.no_day")
"""Where they meet on a day that is not settled yet."""
_WITHIN = r"(?:(?!\.\s(?-i:[A-ZÆØÅ])).)"
_BEFORE_DATE = expression("next_place.before_date", within=_WITHIN)
"""Where, between the word for the meeting and its date ("Neste møte hos Kari, mandag ...")."""
_BETWEEN = expression("next_place.between")
"""The same with no verb ("Neste møte på telefon onsdag ...")."""
_OPENS_WITH = re.compile(r"^(?P<p>(?-i:[A-ZÆØÅ])[^.:;,\d]{2,40}),\s*$")
"""A place behind the colon of the words for the meeting, before its date ("Haustsamling: Lia, 3. mai")."""
_MEET_IN = expression("next_place.meet_in")
"""A town or a house by its name, between the word for meeting and the day ("Vi møtes igjen i Lia 8. april")."""
_NAME = r"(?-i:[A-ZÆØÅ])[\wæøå-]+(?:\s(?-i:[A-ZÆØÅ])[\wæøå-]+){0,3}"
_TRIED = expression("next_place.tried", name=_NAME)
"""A house or a town by its name that they mean to meet in, before the day."""
_OF_MONTH = expression("next_place.of_month", months="|".join(dates.MONTHS), name=_NAME)
"""Where one meeting of a plan is, by its month."""
_IN_PARENTHESIS = expression("next_place.in_parenthesis", re.NOFLAG)
_HOUR_OF_DAY = expression("next_place.hour_of_day")
"""What stands behind "på" and is no place."""
_SHORT = 160
"""Letters of a text that is of the next meeting alone."""
_USUAL = expression("next_place.usual")
_HOST = re.compile(r"(?:hos|hjå)\s+(?P<who>[A-ZÆØÅ][^,]*?)(?=,|\s(?:i|på)\s|$)")
"""With whom: an organisation's name is where they meet, a person's home is named by the word before it."""
_CALL = expression("next_place.call")
"""A meeting that is not held at a place."""
_TAKEN = expression("next_place.taken")
"""A room that was taken for the meeting."""
_TRIES = expression("next_place.tries")
"""A sentence behind the one with the date that says where ("Vi prøver Fjordkroa denne gangen")."""


def place_of(text: str, found: list[dates.Found], behind: str = "") -> str | None:
    """Where they meet next, as `text` says it or the sentence `behind` it; None where neither does.

    `found`: the days of the meeting in the text.
    """
    place = _said(text, found, behind)
    return None if place is None or _NO_PLACE.search(place) else place


_NO_PLACE = expression("next_place.no_place")
"""What stands where a place may, and is a sentence of its own or a call ("NB tida!")."""


def _said(text: str, found: list[dates.Found], behind: str) -> str | None:
    """The words for the place by the first way of saying it that fits."""
    if same := SAME_PLACE.search(text):
        return same.group()
    place = _PLACE.search(text) or (None if found else _NO_DAY.search(text))
    if place or not found:
        return _bare(next(filter(None, place.groups())) if place else None)
    before = text[: found[0].start]
    if taken := _TAKEN.search(before):
        return taken["p"]
    if stands := _BEFORE_DATE.search(before):
        return _bare(re.sub(r"^(?:holdes|haldast|halde|holdt|avholdes|blir|vert|er)\s+", "", stands["p"], flags=re.I))
    if named := _MEET_IN.search(before):
        return named["p"] or named["q"]
    if tried := _TRIED.search(before):
        return tried["p"]
    if (moved := _OF_MONTH.search(f"{text} {behind}")) and moved["month"].casefold() == dates.MONTHS[
        found[0].month - 1
    ]:
        return moved["p"]
    cue = NEXT.search(before)
    if cue and (between := _BETWEEN.match(before[cue.end() :])):
        told = between["p"]
        if told.startswith(("på ", "via ")) or is_house(told):
            return _bare(told)
    led = NEXT.search(text)  # whose words look ahead to the date
    if led and led.group().rstrip().endswith(":") and (opens := _OPENS_WITH.match(before[led.end() :])):
        return opens["p"]
    if beside := _IN_PARENTHESIS.match(text[found[0].end :]):
        return beside["p"].strip()
    tail = text[found[0].start :]
    end = found[0].start + sentences.split(tail)[0][1]
    alone = not any(f.start < end for f in found[1:])
    told_beside = venue(text[found[0].start : end], loose=alone)
    if told_beside or not alone:
        return _bare(told_beside)
    if call := _CALL.search(text if len(text) < _SHORT else text[:end]):
        return call.group()
    tries = _TRIES.match(behind)
    return _bare(tries["p"]) if tries else None


def _bare(text: str | None) -> str | None:
    """The place without the words that join it to the sentence ("også på klubbhuset" -> "klubbhuset")."""
    if not text:
        return None
    bare = re.sub(r"\s+(?:den|kl\.?|att|igjen)$", "", text.strip(" ,."))
    hedged = re.match(rf"^(?:{_HEDGES}\s+)+(?=(?:på|i|ved|via|hos|hjå|heime|hjemme)\s)", bare, re.I)
    bare = re.sub(r"^(?:om\s?bord\s+)?(?:på|i|ved|via)\s+", "", bare[hedged.end() :] if hedged else bare)
    if _HOUR_OF_DAY.fullmatch(bare) or (
        not is_place_like(bare) and not SAME_PLACE.search(bare) and not _USUAL.match(bare)
    ):
        return None
    host = _HOST.match(bare)
    return (bare[host.start("who") :] if host and is_organisation(host["who"]) else bare) or None
