"""Where: what is left of a line that gives a date or a time, when these are taken off."""

from __future__ import annotations

import re

from pipeline import dates

_CUT = re.compile(
    r"\s*[,;·|()]\s*|\s+[–—-]\s+|\.\s+|\.$|\s+(?:dersom|hvis|viss|såfremt)\b.*$|\s+og\s+(?:tok til|varte|varde|begynte|byrja|starta|startet|slutta|ble|vart|var)\b",
    re.S,
)
_NOISE = re.compile(
    r"\b(?:kl\.?|klokka|klokken|dato|tid|møtetid|sted|stad|møtested|møtestad|den|fra|frå|til|og|blir|vert|er|holdes|haldast|"
    r"man(?:dag)?|tirs?(?:dag)?|ons(?:dag)?|tors?(?:dag)?|fre(?:dag)?|lør(?:dag)?|søn(?:dag)?|måndag|tysdag|laurdag|sundag)\b[.:]?",
    re.I,
)
_PREPOSITION = re.compile(r"^(?:på|i|ved|via|som)\s+", re.I)
_PLACE_WORD = re.compile(
    r"^(?:på|i|hos|hjå|ved|via|heime hos|heime hjå|hjemme hos)\s+(?!(?:dag|går|kveld|kveldstid|morges|fjor|natt|morgen|morgon|løpet|år|veke|uke|møtet|neste)\b)",
    re.I,
)
_NOT_PLACE = re.compile(
    r"^(?:dag|dagtid|kveld|kveldstid|formiddagen|ettermiddagen|kvelden)$|^(?:\d\.\s*)?time\b|^(?:som\s+)?(?:vanlig|vanleg|sist|avtalt|avtala)\b|\b(?:referat|protokoll|\w*møte(?!rom)\w*|generalforsamling|tema|sak|saker|merk|frist|innkall\w*|samme|same|ny dato|dersom)\b|(?<!rom )(?<!rommet )(?<![A-ZÆØÅ])\d{3,}|\b(?:tar|tek|ordner|ordnar|stiller|lager|lagar|bestiller|sender|kjøper|kaller|inviterer|serverer)\b|@|^\d+[-/]\d|^(?:start|startet|starta|begynte|byrja|ferdige?|slutt|sluttet|slutta)\b|^(?:neste|uke|veke|stedet|staden(?! på)|ta|hugs|husk|meld|sidan|siden|fordi|ettersom|ikke|ikkje|med|da|der|så|vi|me|men|alle|begge|utgår|nei|kanskje|inntil|før|etter|rett|si|sei|om|kommer|kjem|skal|må|har|er|blir|vert|var|vart|møter)\b|^(?:etasje|etg|høgda)\W*$|^(?:referatet|protokollen|møteboka|møteboken)\b|\bnr$|^(?:samling|treff|oppsummering|gruppemøte)\b|^(?:på|i|ved|hos|hjå|via)$|^(?:slik|sånn|ifølge|etter planen)\b",
    re.I,
)
ROOM = re.compile(
    r"(?:salen|huset|stova|stua|stuen|rommet|værelset|kjøkkenet|kjøkenet|kjelleren|kjellaren|lokalet|lokala|kontoret|kafeen|hallen|hotell|garden|låven|brakka|biblioteket|skolen|skulen|kapellet|heimen|gården|paviljongen|gapahuken|lavvoen|verandaen|terrassen|brygga|bryggen|(?<!barne)hagen|aulaen|gymsalen|sentralen|stasjonen|museet|senteret|kirken|kyrkja|kirka|prestegarden|prestegården|boden|kjellarstova|storstua|garderoben|verkstedet|verkstaden|naustet|hytta|kroa|stallen)\W*$",
    re.I,
)
"""How places end, which stand behind "møte i" as bodies do."""
MEETING_ROOM = re.compile(
    r"(?:\w{3}hus|møterom(?:met)?(?: \w{1,3})?|auditori(?:et|um)(?: \w{1,3})?|kantina|kantinen|\brom \w{1,6}|salong \w{1,3})\W*$",
    re.I,
)
"""How more places end, where nothing but a place is looked for."""
HOUSE = re.compile(
    r"(?:hotell?|hus|huset|rom|rommet|møterom|fjellstue|stua|stova|sal|salen|salong|lokaler|lokale|lokala|kontorene?|kontoret|auditorium|auditoriet|kantin[ae]n?|bibliotek|biblioteket|kapell|kapellet|skole|skule|ungdomsskole|ungdomsskule|aula|gymsal|stasjon|museum|museet|senter|senteret|paviljong|gapahuk|bygget|rådhuset|grendehall|kaf[eé]|kafeen|tunet)\b",
    re.I,
)
"""Words for houses and rooms, at the end of a word."""
_HOUSE_LAST = re.compile(rf"{HOUSE.pattern}\W*$", re.I)
STREET = r"[A-ZÆØÅ][\wæøå]*\s?(?:gata|gaten|gate|veien|vegen|vei|veg|plass|torget|allé)(?:\s\d+\s?[A-Za-z]?\b)?"
"""A street and its number."""
_ROOM_OF = (
    r"(?:[\wæøåÆØÅ]*(?:salen|rommet|stua|stova|møterom(?: \w{1,3}(?:\.\s?(?:etg|etasje|høgda|høyden))?)?|kantina|kantinen|biblioteket|auditoriet)(?:\si\s\d{1,2}\.\s?(?:etg|etasje))?"
    r"|(?:rom|sal|salong|møterom|grupperom|auditorium)\s(?:nr\.?\s)?(?:[A-ZÆØÅ]?\d{1,4}\w?|[A-ZÆØÅ][\wæøå]{0,15})|\d{1,2}\.\s?(?:etg|etasje))\b(?=\s*(?:[.,(]|$))"
)
"""A room of a house, behind the comma after its name."""
_TOWN = re.compile(
    r",\s[A-ZÆØÅ][a-zæøå]+(?=\.?\s*$|\.\s|,\s*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\b|\d|kl\b|og\s(?:varte|varde|begynte|byrja)))"
)
"""A house's town, or the building of a room, before the end of the sentence or the day."""
_ROOM_FIRST = re.compile(r"(?:møterom(?:met)?|grupperom|seminarrom|auditorium)\s+[\wæøåÆØÅ]", re.I)
"""A room that its own name stands behind."""
MAX_WORDS = 8
_ROOM_NUMBER = re.compile(r"\b(?:\w*rom|etasje|etg\.?|nr\.?)\s\d+", re.I)
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
