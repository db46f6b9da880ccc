"""Where: what is left of a line that gives a date or a time, when these are taken off."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression, phrase
from pipeline import dates

_CUT = expression("venue.cut", re.S)
_NOISE = expression("venue.noise")
_PREPOSITION = expression("venue.preposition")
_PLACE_WORD = expression("venue.place_word")
_NOT_PLACE = expression("venue.not_place")
ROOM = expression("venue.room")
"""How places end, which stand behind "møte i" as bodies do."""
MEETING_ROOM = expression("venue.meeting_room")
"""How more places end, where nothing but a place is looked for."""
HOUSE = expression("venue.house")
"""Words for houses and rooms, at the end of a word."""
_HOUSE_LAST = re.compile(rf"{HOUSE.pattern}\W*$", re.I)
STREET = phrase("venue.street")
"""A street and its number."""
_ROOM_OF = phrase("venue.room_of")
"""A room of a house, behind the comma after its name."""
_TOWN = expression("venue.town", re.NOFLAG)
"""A house's town, or the building of a room, before the end of the sentence or the day."""
_ROOM_FIRST = expression("venue.room_first")
"""A room that its own name stands behind."""
MAX_WORDS = 8
_ROOM_NUMBER = expression("venue.room_number")
"""Numbers that are no hours."""
_HIDDEN = {ord(digit): 0xE000 + int(digit) for digit in "0123456789"}
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}


_STREET = re.compile(rf",\s+(?:{STREET}|{_ROOM_OF})")
"""The street and number, or the room of the house, behind a place."""


def is_place_like(text: str) -> bool:
    """False for words that name no place: what is done, who comes, a meeting, an amount."""
    return _NOT_PLACE.search(text) is None


def is_house(text: str) -> bool:
    """True for a text with a word for a house or a room at the end of one of its pieces between commas."""
    return any(
        ROOM.search(p) or MEETING_ROOM.search(p) or _HOUSE_LAST.search(p) or _ROOM_FIRST.match(p.strip())
        for p in text.split(",")
    )


def with_room(place: str, text: str) -> str:
    """A place with the street and number, or the room of the house, that stand behind its comma."""
    street = next((found for found in _STREET.finditer(text) if text.endswith(place, 0, found.start())), None)
    whole = place + re.sub(r"\s+", " ", street.group()) if street else place
    town = _TOWN.match(text, text.find(whole) + len(whole)) if whole in text and "," not in place else None
    return whole + town.group() if town else whole


def masked(text: str) -> str:
    """The text with its dates and clock times blanked out.

    >>> masked("Mandag 24. februar 2014, klubbhuset, kl. 1900-2130").split()
    [',', 'klubbhuset,']
    """
    out = _ROOM_NUMBER.sub(lambda match: match.group().translate(_HIDDEN), dates.blanked(text))
    while found_clock := dates.clock(out, cue=False):
        start, end = found_clock[2]
        out = out[:start] + " " * (end - start) + out[end:]
    return out.translate(_SHOWN)


def venue(text: str, *, loose: bool) -> str | None:
    """The place that a line names beside its date or time, or None. `loose`: a piece needs no preposition.

    >>> venue("Mandag 24. februar 2014, klubbhuset, kl. 1900-2130", loose=True)
    'klubbhuset'
    >>> venue("Styremøte 14. oktober 1999 på Granlia grendehus", loose=False), venue("Møte i FAU 17.10.2012", loose=False)
    ('Granlia grendehus', None)
    """
    blank = masked(text)
    if blank == text:
        return None
    first = re.search(r"\s{3,}", blank)
    for position, piece in enumerate(_CUT.split(blank)):
        bare = " ".join(_NOISE.sub(" ", piece).split()).strip(" ,.:;–—-")
        prepositional = re.search(
            r"(?:^|\s{3,})((?:på|i|hos|hjå|ved|via|heime hos|heime hjå|hjemme hos)\s+[\wæøåÆØÅ«\"].*)$", piece, re.I
        )
        if prepositional and first and text.find(prepositional.group(1)) > first.start():
            bare = " ".join(prepositional.group(1).split()).strip(" ,.:;–—-")
        if (
            re.match(r"^\s*og\s+(?!(?:på|i|hos|hjå|ved|via)\b)", piece)
            or len(bare) < 3
            or not any(c.isalpha() for c in bare)
            or len(bare.split()) > MAX_WORDS
            or _NOT_PLACE.search(bare)
        ):
            continue
        if sum(c.isalpha() for c in _PREPOSITION.sub("", bare)) < 3:
            continue
        bare = with_room(bare, text)
        if _PLACE_WORD.match(bare) and (position or prepositional):
            return _PREPOSITION.sub("", bare)
        if loose and first is not None:
            return _PREPOSITION.sub("", bare)
    return None
