"""Where they met: in a sentence that says so, or beside the date or the time on a line of the head."""

from __future__ import annotations

import re

from extractors._body_names import GROUP_WORD
from extractors._helpers import says_minutes, value_start
from extractors._hours_told import ALONE
from extractors._meeting_seen import DATE_LABELS, MADE_BY, STAMPED, Seen
from extractors._names import has_given_name, is_name
from extractors._venue import HOUSE, MAX_WORDS, MEETING_ROOM, ROOM, STREET, is_house, venue, with_room
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates, sentences
from pipeline.blocks import hangs, known_label
from pipeline.model import Block, Document, Role

_UP_TO = r"(?:[^.;,]|(?<=\bnr)\.|(?<=\bgt)\.|(?<=\bvn)\.|\.(?=\d)|(?<=\d)\.(?=\s?etg)){2,60}"
"""A place up to a stop that is none of its own."""
HELD_AT = expression("meeting_place.held_at", up_to=_UP_TO)
"""Where a sentence says they met; behind "holdt styret møte i" a body may stand too."""
_WHEN = expression("meeting_place.when")
_SINCE = expression("meeting_place.since")
"""From which hour on, behind where."""
_BETWEEN = re.compile(r"\s+mellom\s+")
"""Before those who met, behind where."""
_OF_BODY = re.compile(r"^i\s+(?P<body>[A-ZÆØÅ\d][^.;:,]{1,40}?)\s+(?=(?:på|i)\s)")
"""Whose meeting it was, before the place ("møte i Kulturrådet på ...")."""
_BEGAN = expression("meeting_place.began")
_HOUR_BEHIND = re.compile(r"(?P<p>[A-ZÆØÅ][^.;:]{3,60}?)[\s,–-]+[Kk]l\.?\s*\d{1,2}[.:]?\d{2}\b")
_BARS = re.compile(r"\s+[·|•]\s+")
_NOT_WHERE = expression("meeting_place.not_where")
"""What such a piece says that is no place."""
_PIECES = re.compile(r",|\s[·|–—]\s")
_NEW_SENTENCE = re.compile(r"(?<=\w)\.\s+(?=[A-ZÆØÅ][a-zæøå])")
_FOUNDED = expression("meeting_place.founded")
_MET_AT = expression("meeting_place.met_at")
_ASKS = expression("meeting_place.asks")
"""Words of sentences about something else than when and where they met."""
_ACTS = expression("meeting_place.acts")
"""What somebody did at the meeting, in a sentence whose first words name a person or an office."""
_HEAD = 12
"""Blocks of the head whose lines may name the place, at most."""
_ADDRESS = re.compile(STREET)
_ROOM_NO = expression("meeting_place.room_no")
"""A room whose house stands before it."""
_WEEKDAY = expression("meeting_place.weekday")
HOME = expression("meeting_place.home", up_to=_UP_TO)


def told_place(match: re.Match[str] | None) -> str | None:
    """The place that a sentence names; behind "møte i" only a house or a room."""
    if match is None:
        return None
    groups = match.groupdict()
    if at := groups.get("r") or groups.get("v") or groups.get("w") or groups.get("x"):
        at = _without_body(at)
        day = next((found.start for found in dates.find(at) if found.day), len(at))
        at = _BETWEEN.split(_WHEN.split(at[:day])[0])[0].rstrip(" ,")
        named = re.search(rf"{HOUSE.pattern}\s+(?:(?:på|i)\s+|[A-ZÆØÅ][\wæøå]+$)", at) or re.match(
            r"på\s+[A-ZÆØÅ]\w+$|(?:hos|hjå)\s+[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?$", at
        )
        return with_room(at, match.string) if is_house(at) or named else None
    place = groups.get("p") or groups.get("q") or groups.get("s") or groups.get("t") or groups.get("u")
    begin = match.string.find(place, match.start()) if place else 0
    for found in dates.find(match.string):
        if place and found.day and begin < found.start < begin + len(place):
            place = match.string[begin : found.start].rstrip(" ,(")
    place = _SINCE.split(place)[0] if place else ""
    return with_room(place, match.string) if " " in place else None


def _without_body(at: str) -> str:
    """What a sentence says behind "møte" without whose it was ("i Lia turlag på Solvang" -> "på Solvang")."""
    whose = _OF_BODY.match(at)
    return at[whose.end() :] if whose and not is_house(whose["body"]) else at


def barred(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """The place on a line of the head that sets day, hours and place apart by bars or dots: the one piece left of it."""
    for block in document.blocks[: min(first_item, _HEAD)]:
        pieces = [piece.strip() for piece in _BARS.split(block.text)]
        if len(pieces) > 1 and seen.start is None and (hours := next(filter(ALONE.fullmatch, pieces), None)):
            seen.clock(hours, cue=False)
        days = [any(found.day for found in dates.find(piece)) for piece in pieces]
        if (
            seen.venue is not None
            or block.role is Role.ROW
            or len(pieces) < 2
            or not any(days)
            or len(block.text) > 160
        ):
            continue
        left = [
            piece
            for piece, day in zip(pieces, days, strict=True)
            if not day
            and len(piece.split()) <= MAX_WORDS
            and not (_NOT_WHERE.search(piece) or says_minutes(piece, lexicon) or dates.clock(piece, cue=True))
            and not (is_name(piece) and has_given_name(piece) and not is_house(piece))
            and not known_label(piece, lexicon)
            and not (document.body and fold(piece) in fold(document.body))
        ]
        if len(left) == 1 and sum(c.isalpha() for c in left[0]) > 2:
            seen.venue = left[0]


def where(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """The place beside date or time on an unlabelled line of the head."""
    if seen.venue is not None:
        return
    for block in document.blocks[: min(first_item, _HEAD)]:
        if block.role is Role.ROW and not any(found.day for found in dates.find(block.text)):
            continue  # of the list of those who came, with the hour at which one of them left
        if len(block.text) > 160 or MADE_BY.match(block.text) or STAMPED.search(block.text):
            continue
        if _of_another_day(block.text, seen):
            continue
        if "|" in block.text:
            seen.venue = _behind_date(block.text)
            if seen.venue:
                return
            continue
        if _FOUNDED.search(block.text):
            continue
        meaning = known_label(block.label or block.text, lexicon)[:1]
        if meaning in (("present",), ("absent",), ("agenda",)) and seen.when and seen.when[3] < block.index:
            break
        if meaning and meaning[0] not in DATE_LABELS:
            continue
        loose = (
            block.role is not Role.HEADING
            and not (block.role is Role.LIST and not any(found.day for found in dates.find(block.text)))
            and not says_minutes(block.text, lexicon)
            and not (document.body and document.body[:12] in block.text)
            and not _ASKS.search(block.text)
            and not _ACTS.search(block.text)
            and not (block.index and hangs(document.blocks[block.index - 1].text))  # the end of a title, not a place
        )
        begin = value_start(block) if block.label else 0
        for start, end in sentences.split(block.text[begin:]):
            text = block.text[begin + start : begin + end]
            found = (
                _before_date(text, titled=block.role is Role.HEADING)
                or _in_town(text, document.body)
                or _before_hour(text)
                or venue(text, loose=loose)
                or _behind_date(text)
            )
            if not start and not found and loose and _stands_before_hour(text, block):
                found = text.strip(" .")
            if found and not loose and not is_house(found) and re.search(rf"\bved\s+{re.escape(found)}", text):
                found = _behind_date(text)  # whose body it is
            if found and not is_house(found) and GROUP_WORD.search(found) and "," not in found:
                found = None  # whose meeting it was
            if found and not (is_name(found) and has_given_name(found) and not is_house(found)):
                seen.venue = found
                return
        if found := _behind_hour(block.text[begin:]):
            seen.venue = found
            return
    seen.venue = _below_date(document, first_item)


def _before_hour(text: str) -> str | None:
    """A house or a room, with its town, at the start of a line that goes on with the hour ("Møterom Tinden, Lia  Kl. 10–12")."""
    match = _HOUR_BEHIND.match(text)
    place = match["p"] if match else ""
    return place if is_house(place) and not dates.find(place) and len(place.split()) <= MAX_WORDS else None


def _of_another_day(text: str, seen: Seen) -> bool:
    """True for a line whose days are all others than the meeting's: a letter's, a registration's."""
    held = next((found for found in dates.find(seen.when[1].text) if found.day), None) if seen.when else None
    days = {(found.day, found.month) for found in dates.find(text) if found.day}
    return held is not None and bool(days) and (held.day, held.month) not in days


def _stands_before_hour(text: str, block: Block) -> bool:
    """True for a house or a room alone in the first sentence of a line that goes on with the hour."""
    rest = block.text[len(text) :]
    return (
        len(text) < len(block.text) and is_house(text) and len(text.split()) <= MAX_WORDS and bool(_BEGAN.match(rest))
    )


def _behind_hour(text: str) -> str | None:
    """A house or a room alone behind a full stop after day and hour ("... kl. 0900 – 1215. Fjord Hotell, Salong 3")."""
    day = next((found for found in dates.find(text) if found.day), None)
    hour = dates.clock(text[day.end :], cue=False) if day else None
    if day is None or hour is None:
        return None
    match = re.match(r"^\s*[.|]\s*(?P<p>[A-ZÆØÅ][^.;:]{2,50})\.?$", text[day.end + hour[2][1] :])
    return match["p"] if match and len(match["p"].split()) <= MAX_WORDS and is_house(match["p"]) else None


def _below_date(document: Document, first_item: int) -> str | None:
    """A house or a room alone on the line below the one with the meeting's day and hour."""
    for block in document.blocks[1 : min(first_item, _HEAD)]:
        before = document.blocks[block.index - 1]
        text = block.text.strip(" .")
        alone = len(block.lines) == 1 and not block.label and block.role is not Role.ROW and ":" not in text
        dated = any(found.day for found in dates.find(before.text)) and dates.clock(before.text, cue=False)
        bare = not dates.find(text) and dates.clock(text, cue=False) is None and len(text.split()) <= MAX_WORDS
        if alone and dated and bare and text[:1].isupper() and HOUSE.search(text) and text != document.body:
            return text
    return None


def _before_date(text: str, *, titled: bool = False) -> str | None:
    """The place between the word for the meeting and its date ("Styremøte på skytterhuset tirsdag 21. august").

    `titled`: the text is a title, whose date may stand elsewhere.
    """
    day = next((found for found in dates.find(text) if found.day), None)
    match = _MET_AT.search(text[: day.start] if day else text) if day or titled else None
    told = _without_body(match["p"]) if match else ""
    if match:
        for at in re.finditer(r"\b(?:i|på)\s+(?P<house>[a-zæøå]+)", match["p"]):
            if ROOM.search(at["house"]):  # "møte i arbeidsgruppa i peisestova på Lia"
                return match["p"][at.start("house") :]
    last = re.split(r",\s+(?=(?:på|i|avholdt|halde|holdt)\s)", told)[-1]
    if last.startswith("i ") and GROUP_WORD.search(last) and not ROOM.search(last):
        return None  # whose meeting it was, and at which school
    if match is None or _WEEKDAY.search(told) or (told.casefold().startswith("i ") and not is_house(told)):
        return None
    return re.split(r",\s+(?=(?:på|i)\s)", told)[-1]


_TOWN = expression("meeting_place.town", re.NOFLAG)
"""A town between the word for the meeting and its day ("På møtet i Lia den 24. mai")."""


def _in_town(text: str, body: str | None) -> str | None:
    """The town that a sentence says the meeting was in, where it is known whose meeting it was, and that is no other name."""
    day = next((found for found in dates.find(text) if found.day), None)
    match = _TOWN.search(text[: day.start]) if day and body else None
    if match is None or body is None or GROUP_WORD.search(match["town"]):
        return None
    return match["town"] if fold(match["town"]) not in fold(body) and fold(body) not in fold(text) else None


def _is_room(piece: str) -> bool:
    """True for a house or a room, with the town or the house that it is in ("Havnekontoret i Lia")."""
    named = re.split(r"\s(?:i|på|ved)\s", piece)[0] if piece[:1].isupper() else piece
    return any(kind.search(text) for text in (piece, named) for kind in (ROOM, MEETING_ROOM))


def _behind_date(text: str) -> str | None:
    """The place in a title, behind a comma after the date or the hour ("..., musikkrommet, kl 19")."""
    day = next((found for found in dates.find(text) if found.day), None)
    if day is None:
        return None
    pieces = [
        re.sub(r"\bkl\.?\s*[\d.:–-]+.*$", "", piece).strip(" .")
        for piece in _PIECES.split(_NEW_SENTENCE.split(text[day.end :])[0])[1:]
    ]
    return next(
        (
            with_room(f"{before}, {piece}" if _ROOM_NO.match(piece) and HOUSE.search(before) else piece, text)
            for before, piece in zip(["", *pieces], pieces, strict=False)
            if len(piece.split()) < 6 and (_is_room(piece) or _ADDRESS.fullmatch(piece))
        ),
        None,
    )
