"""What a meeting's head tells in sentences and on lines without a label: when it was held, from when to when, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors._helpers import says_minutes, value_start
from extractors._hours_told import ADJOURNED, AT_HALF, FROM_TO, HALF, STARTED, hour_by_word
from extractors._names import has_given_name, is_name
from extractors._venue import HOUSE, MAX_WORDS, MEETING_ROOM, ROOM, is_house, venue
from extractors.lexicon import Lexicon, fold
from pipeline import dates, sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Place, Role, When

DATE_LABELS = ("date", "date_time", "time", "time_place")
_UP_TO = r"(?:[^.;,]|(?<=\bnr)\.|(?<=\d)\.(?=\s?etg)){2,60}"
"""A place up to a stop that is none of its own."""
_HELD_AT = re.compile(
    rf"\b(?:møtet|møte|årsmøtet|styremøtet|styret|utvalget|utvalet|vi|me)\s+(?:ble |blei |vart )?(?:holdt|halde|avholdt|avvikla|gjennomført|heldt til|var samla|var samlet|møttes|møttest|kom sammen|kom saman|satt|sat)\s+(?:samlet\s+|samla\s+)?(?P<p>(?:på|i|hos|hjå|via|som|ved|digitalt)\s+{_UP_TO})"
    rf"|\b(?:generalforsamlingen|generalforsamlinga|møtet)\s+(?:(?:var|fant sted|fann stad)\s+(?P<q>(?:på|hos|hjå|heime hos|hjemme hos)\s+{_UP_TO})|(?:fant sted|fann stad)\s+(?P<s>i\s+{_UP_TO}))"
    rf"|\b(?:holdt|heldt|hadde)\s+(?:[^\s.,]+\s+){{0,4}}?\w*møte\s+(?P<r>(?:på|i|hos|hjå)\s+{_UP_TO})"
    rf"|\b(?:sat|satt)\s+(?:vi|me)\s+(?:samlet\s+|samla\s+)?(?P<t>(?:på|i|hos|hjå|heime|hjemme)\s+{_UP_TO})",
    re.I,
)
"""Where a sentence says they met; behind "holdt styret møte i" a body may stand too."""
_WHEN = re.compile(r"[\s,]+(?:kl\b|\w+dag\b|den\s+\d|(?:fra|frå)\s+(?:kl|\d)|\d)", re.I)
_OF_BODY = re.compile(r"^i\s+[A-ZÆØÅ][\wæøå]+\s+(?=på\s)")
"""Whose meeting it was, before the place ("møte i Kulturrådet på ...")."""
_ABBREVIATED = re.compile(r"\b[A-ZÆØÅ]{2,5}(?:-sak)?\s*$")
_HEAD = 16
"""Blocks of the head at most."""
_RANGE_LAST = re.compile(r"\d{1,2}[.:]\d{2}\s*[-–—]\s*\d{1,2}[.:]\d{2}\.?$")
"""From when to when, at the end of a short line ("Teams, 14:00–15:10")."""
_BEGAN = re.compile(r"\W*(?:startet|starta|start|begynte|byrja|kl|frå|fra)\b\W*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}", re.I)
_NOON = "12:00"
_PIECES = re.compile(r",|\s[·|]\s")
_NEW_SENTENCE = re.compile(r"(?<=\w)\.\s+(?=[A-ZÆØÅ][a-zæøå])")
_STAMPED = re.compile(r"\b(?:publisert|oppdatert|sist endr[ea]t?|sist endra|lagt ut|skrevet|skrive)\b", re.I)
_FOUNDED = re.compile(r"\b(?:skipa|stifta|stiftet|grunnlagt|etablert|skipt)\s+(?:i\s+)?(?:1[6-9]|20)\d\d\b", re.I)
_DIGITAL = re.compile(
    r"\b(?:på |via |over )?(?P<p>(?:Microsoft )?Teams|Skype|Zoom|Google Meet|telefonmøte|videomøte|digitalt møte)\b"
)
_MET_AT = re.compile(
    r"\b\w*møte\w*\s+(?:nr\.?\s*[\d/–-]+\s+)?(?:i\s+\w+\s+)?(?P<p>(?:på|i|hos|hjå|heime hos|heime hjå|hjemme hos)\s+(?:[^.;:]|(?<=\d)\.){3,50}?)[\s,]*(?:den\s*)?$",
    re.I,
)
_ASKS = re.compile(r"\b(?:må|skal|bør|har|fristen)\b", re.I)
"""Words of sentences about something else than when and where they met."""
_WEEKDAY = re.compile(r"(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag", re.I)
_HOME = re.compile(
    r"\b(?P<p>(?:heime|hjemme)\s+(?:(?:på|i)\s+[\wæøå]+\s+)?(?:hos|hjå)\s+[\wæøåÆØÅ]+(?:\s+(?:på|i)\s+[\wæøåÆØÅ]+(?:\s\d+)?|\s+[A-ZÆØÅ][\wæøå]+)?)"
    rf"|\b(?:i|på)\s+(?P<q>(?-i:[a-zæøå]+)s\s+(?:lokaler|lokale|lokala|kontorer|kontor)(?:,?\s+(?:i\s+)?(?-i:[A-ZÆØÅ]){_UP_TO})?)",
    re.I,
)
MADE_BY = re.compile(r"^(?:[a-zæøå]{2,4},\s*)\d", re.I)


@dataclass(slots=True)
class Seen:
    """What has been found so far; the first of each kind stays, a better one replaces a worse."""

    when: tuple[float, When, Place, int, str] | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None

    def date(self, worth: float, text: str, place: Place, block: int, rule: str) -> bool:
        """Keep a date that is worth more than the one so far; True where it was."""
        if self.when is not None and worth <= self.when[0]:
            return False
        self.when = (worth, When(text), place, block, rule)
        return True

    def clock(self, text: str, *, cue: bool) -> None:
        found = dates.clock(text, cue=cue)
        if found and self.start is None:
            self.start = found[0]
            self.end = self.end or found[1]


def told(head: tuple[Block, ...], lexicon: Lexicon, seen: Seen) -> None:
    """The day that a sentence of the head says the meeting was held on, with its time and place."""
    for block in head:
        if block.label and known_label(block.label, lexicon):
            continue
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            said = f" {fold(text)} "
            day = next((found for found in dates.find(text) if found.day), None)
            if day is None or not any(f" {phrase} " in said for phrase in lexicon.lists["held"]):
                continue
            if day.kind == "bare" and _ABBREVIATED.search(text[: day.start]):
                continue  # the number of a case ("SMU 5/11")
            place = block.place(start + day.start, start + day.end)
            before = _HELD_AT.search(text[: day.start])
            if seen.date(0.93, text[day.start : day.end], place, block.index, "held on"):
                rest = text[day.end :]
                if (found := dates.clock(rest, cue=True)) and not ADJOURNED.search(rest[: found[2][1] + 1]):
                    seen.start, seen.end = found[0], found[1] or seen.end
                seen.venue = _told_place(before) or venue(text, loose=False) or seen.venue


def _told_place(match: re.Match[str] | None) -> str | None:
    """The place that a sentence names; behind "møte i" only a house or a room."""
    if match is None:
        return None
    groups = match.groupdict()
    if at := groups.get("r"):
        at = _OF_BODY.sub("", at)
        day = next((found.start for found in dates.find(at) if found.day), len(at))
        at = _WHEN.split(at[:day])[0].rstrip(" ,")
        named = re.search(rf"{HOUSE.pattern}\s+(?:(?:på|i)\s+|[A-ZÆØÅ][\wæøå]+$)", at) or re.match(
            r"på\s+[A-ZÆØÅ]\w+$", at
        )
        return at if is_house(at) or named else None
    place = groups.get("p") or groups.get("q") or groups.get("s") or groups.get("t")
    return re.split(r"\s+(?:frå|fra)\s+(?:kl|\d)", place)[0] if place else None


def where(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """The place beside date or time on an unlabelled line of the head."""
    if seen.venue is not None:
        return
    for block in document.blocks[: min(first_item, 8)]:
        if len(block.text) > 160 or MADE_BY.match(block.text) or _STAMPED.search(block.text):
            continue
        if "|" in block.text:
            seen.venue = _behind_date(block.text)
            if seen.venue:
                return
            continue
        if _FOUNDED.search(block.text):
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] not in DATE_LABELS:
            continue
        loose = (
            block.role is not Role.HEADING
            and not says_minutes(block.text, lexicon)
            and not (document.body and document.body[:12] in block.text)
            and not _ASKS.search(block.text)
        )
        begin = value_start(block) if block.label else 0
        for start, end in sentences.split(block.text[begin:]):
            text = block.text[begin + start : begin + end]
            found = _before_date(text) or venue(text, loose=loose) or _behind_date(text)
            if not start and not found and loose and _stands_before_hour(text, block):
                found = text.strip(" .")
            if found and not loose and not is_house(found) and re.search(rf"\bved\s+{re.escape(found)}", text):
                found = _behind_date(text)  # whose body it is
            if found and not (is_name(found) and has_given_name(found) and not is_house(found)):
                seen.venue = found
                return
        if found := _behind_hour(block.text[begin:]):
            seen.venue = found
            return
    seen.venue = _below_date(document, first_item)


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
    for block in document.blocks[1 : min(first_item, 8)]:
        before = document.blocks[block.index - 1]
        text = block.text.strip(" .")
        alone = len(block.lines) == 1 and not block.label and block.role is not Role.ROW and ":" not in text
        dated = any(found.day for found in dates.find(before.text)) and dates.clock(before.text, cue=False)
        bare = not dates.find(text) and dates.clock(text, cue=False) is None and len(text.split()) <= MAX_WORDS
        if alone and dated and bare and text[:1].isupper() and HOUSE.search(text) and text != document.body:
            return text
    return None


def _before_date(text: str) -> str | None:
    """The place between the word for the meeting and its date ("Styremøte på skytterhuset tirsdag 21. august")."""
    day = next((found for found in dates.find(text) if found.day), None)
    match = _MET_AT.search(text[: day.start]) if day else None
    if match:
        for at in re.finditer(r"\b(?:i|på)\s+(?P<house>[a-zæøå]+)", match["p"]):
            if ROOM.search(at["house"]):  # "møte i arbeidsgruppa i peisestova på Lia"
                return match["p"][at.start("house") :]
    if (
        match is None
        or _WEEKDAY.search(match["p"])
        or (match["p"].casefold().startswith("i ") and not is_house(match["p"]))
    ):
        return None
    return match["p"]


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
        (piece for piece in pieces if (ROOM.search(piece) or MEETING_ROOM.search(piece)) and len(piece.split()) < 6),
        None,
    )


def prose(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """What sentences of the head and the end tell: held where, opened and closed when."""
    blocks = document.blocks
    below = first_item if first_item < len(blocks) else _HEAD
    chosen = [*blocks[: min(first_item + 2, _HEAD)], *blocks[max(below, len(blocks) - 14) :]]
    for block in chosen:
        in_head = block.index < min(first_item, _HEAD)
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            match = ADJOURNED.search(text)
            if seen.end is None and match:
                found = dates.clock(f"kl {match['t'] or match['u']}", cue=False)
                late = seen.start is None or seen.start > _NOON
                seen.end = found[0] if found else AT_HALF.get((match["half"] or "").casefold()) if late else None
            if seen.start is None and in_head and (half := HALF.search(text)):
                seen.start = hour_by_word(half["hour"] or half["full"])
            if seen.start is None and (began := STARTED.search(text)):
                found = dates.clock(f"kl {began['t'] or began['u'] or began['v'] or began['w']}", cue=False)
                seen.start = found[0] if found else None
            if seen.start is None and in_head and (sat := FROM_TO.search(text)):
                seen.start, seen.end = f"{int(sat['a']):02d}:00", seen.end or f"{int(sat['b']):02d}:00"
            if (
                seen.start is None
                and in_head
                and (
                    re.search(r"\bmøte|\bmøttes|\bfrå klokka|\bfra klokka", text, re.I)
                    or _RANGE_LAST.search(block.text[:60])
                )
            ):
                found = dates.clock(text, cue=True)
                if found and not (match and found[0] == seen.end):  # it tells only when they ended
                    seen.clock(text, cue=True)
            if (
                seen.venue is None
                and in_head
                and (place := _told_place(_HELD_AT.search(text)) or _told_place(_HOME.search(text)))
            ):
                seen.venue = place
    listed = False
    for block in blocks[: min(first_item, 12)]:
        if (
            seen.start is None
            and len(block.text) < 120
            and not _STAMPED.search(block.text)
            and not (block.label and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)))
        ):
            found = dates.clock(dates.blanked(block.text), cue=True)
            if found and found[0] != seen.end:
                seen.start, seen.end = found[0], seen.end or found[1]
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        listed = listed or meaning in (("present",), ("absent",), ("members",))
        if seen.venue is None and not listed and len(block.text) < 120 and (match := _DIGITAL.search(block.text)):
            seen.venue = match["p"]
