"""What a meeting's head tells in sentences and on lines without a label: when it was held, from when to when, and where."""

from __future__ import annotations

import re

from extractors._hours_told import (
    ADJOURNED,
    ALONE,
    AT_FORENOON,
    FORENOON,
    HALF,
    OF_DAYS,
    STARTED,
    adjourned,
    from_to,
    hour_by_word,
    worded,
)
from extractors._meeting_place import HELD_AT, HOME, told_place
from extractors._meeting_seen import STAMPED, Seen
from extractors._next_words import NEXT
from extractors._other_days import acts, of_another_act
from extractors._venue import venue
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates, sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document

_ABBREVIATED = re.compile(r"\b[A-ZÆØÅ]{2,5}(?:-sak)?\s*$")
_HEAD = 16
"""Blocks of the head at most."""
_RANGE_LAST = re.compile(r"\d{1,2}[.:]\d{2}\s*[-–—]\s*\d{1,2}[.:]\d{2}\.?$")
"""From when to when, at the end of a short line ("Teams, 14:00–15:10")."""
_ASIDES = re.compile(r"\([^()]*\)")
"""What a list of names says in parentheses: from which hour somebody was there."""
_NOON = "12:00"
_MET_TODAY = expression("meeting_told.met_today")
"""What of a sentence stands before the day on which they met, written on that day or the next."""
_DIGITAL = expression("meeting_told.digital", re.NOFLAG)


def told(head: tuple[Block, ...], lexicon: Lexicon, seen: Seen) -> None:
    """The day that a sentence of the head says the meeting was held on, with its time and place."""
    for block in head:
        if block.label and known_label(block.label, lexicon):
            continue
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            said = f" {fold(text)} "
            day = next((found for found in dates.find(text) if found.day), None)
            held = any(f" {phrase} " in said for phrase in lexicon.lists["held"])
            if day is None or not (held or (_MET_TODAY.search(text[: day.start]))) or NEXT.search(text):
                continue
            if (moved := _held_instead(text, day, lexicon)) is not None:
                day = moved
            if (day.kind == "bare" and _ABBREVIATED.search(text[: day.start])) or of_another_act(text[: day.start]):
                continue  # the number of a case ("SMU 5/11"), a day of writing
            place = block.place(start + day.start, start + day.end)
            before = HELD_AT.search(text[: day.start])
            worth = 0.96 if not text[: day.start].endswith((", ", ": ")) and day.kind != "bare" else 0.93
            if seen.date(worth, text[day.start : day.end], place, block.index, "held on"):
                rest = text[day.end :]
                if (found := dates.clock(rest, cue=True)) and not ADJOURNED.search(rest[: found[2][1] + 1]):
                    seen.start, seen.end = found[0], found[1] or seen.end
                seen.venue = told_place(before) or venue(text, loose=False) or seen.venue


def _held_instead(text: str, day: dates.Found, lexicon: Lexicon) -> dates.Found | None:
    """The day on which they met, behind the one on which they were to ("... sett til 3. mai, men vart halde 10. mai")."""
    but = _BUT.search(text, day.end)
    if but is None or not any(f" {phrase} " in f" {fold(text[but.end() :])} " for phrase in lexicon.lists["held"]):
        return None
    return next((other for other in dates.find(text) if other.day and other.start >= but.end()), None)


_BUT = expression("meeting_told.but")
_MEETING_WORD = expression("meeting_told.meeting_word")
_MET = expression("meeting_told.met")
_ON_DAY_AT = expression("meeting_told.on_day_at")
"""How a sentence of the head begins that gives weekday and hour, and where they met."""
_ANOTHER_DAY = expression("meeting_told.another_day")
"""What else tells that a day is not that of the meeting."""


def opened(head: tuple[Block, ...], lexicon: Lexicon, seen: Seen) -> None:
    """The day of the meeting where nothing firmer tells it: the only whole date of the head's sentences.

    With a word for a meeting in its sentence it is worth more than alone.
    """
    found: list[tuple[bool, str, Block, int, int]] = []
    for block in head:
        if block.label and known_label(block.label, lexicon):
            continue
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            if _ANOTHER_DAY.search(text) or acts().search(text) or NEXT.search(text):
                continue
            word = _MEETING_WORD.search(text) is not None
            found += [
                (word, text[day.start : day.end], block, start + day.start, start + day.end)
                for day in dates.find(text)
                if day.day and day.year
            ]
    days = [one for one in found if one[0]] or found
    if days and len({one[1] for one in days}) == 1:
        word, written, block, start, end = days[0]
        seen.date(0.75 if word else 0.6, written, block.place(start, end), block.index, "date of the head")


def _of_meeting(text: str) -> bool:
    """True for a text with a word for a meeting or for meeting, or with its day."""
    worded_so = _MEETING_WORD.search(text) or _MET.search(text)
    return bool(worded_so) or any(day.day for day in dates.find(text))


_LAST = 14
"""Blocks at the end that may tell when the meeting closed, whatever their words."""
_OVER = expression("meeting_told.over")
"""Words that say that the meeting is over."""


def prose(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """What sentences of the head and the end tell: held where, opened and closed when."""
    blocks = document.blocks
    below = first_item if first_item < len(blocks) else _HEAD
    last = max(below, len(blocks) - _LAST)
    over = [
        block for block in blocks[below:last] if _OVER.search(block.text)
    ]  # lists may follow the end of the meeting
    chosen = [*blocks[: min(first_item + 2, _HEAD)], *blocks[last:], *over[-1:]]
    for block in chosen:
        in_head = block.index < min(first_item, _HEAD)
        listed = known_label(block.label or "", lexicon)[:1] in (("present",), ("absent",))
        for start, end in sentences.split(block.text):
            text = _ASIDES.sub("", block.text[start:end]) if listed else block.text[start:end]
            match = ADJOURNED.search(text)
            if seen.start is None and in_head and (days := OF_DAYS.search(text)):
                seen.clock(f"kl {days['start']}", cue=False)
                seen.end = (dates.clock(f"kl {days['end']}", cue=False) or (None,))[0]
            if seen.end is None and match:
                seen.end = adjourned(match, late=seen.start > _NOON if seen.start else not match["quarter"])
            spelled = worded(text) if in_head and seen.start is None and _of_meeting(text) else None
            if spelled:
                seen.start, seen.end = spelled[0], seen.end or spelled[1]
            if seen.start is None and in_head and (half := HALF.search(text)):
                seen.start = hour_by_word(half["hour"] or half["full"])
            if seen.start is None and in_head and (morning := FORENOON.search(text)):
                seen.start = AT_FORENOON[morning["hour"].casefold()]
            if seen.start is None and (began := STARTED.search(text)):
                found = dates.clock(f"kl {next(filter(None, began.groups()))}", cue=False)
                seen.start = found[0] if found else None
            sat = from_to(text) if in_head and seen.end is None else None
            if sat and seen.start in (None, sat[0]):
                seen.start, seen.end = sat
            if (
                seen.start is None
                and in_head
                and (
                    re.search(r"\bmøte|\bmøttes|\b(?:frå|fra) klokka|^(?:vi|me) [^.(]*\b(?:frå|fra) kl\b", text, re.I)
                    or _RANGE_LAST.search(block.text[:60])
                )
            ):
                found = dates.clock(dates.blanked(text), cue=True)
                if found and not (match and found[0] == seen.end):  # it tells only when they ended
                    seen.clock(dates.blanked(text), cue=True)
            if (
                seen.venue is None
                and in_head
                and (place := told_place(HELD_AT.search(text)) or told_place(HOME.search(text)))
            ):
                seen.venue = place
            opens = _ON_DAY_AT.match(text) if in_head and not NEXT.search(text) else None
            if opens and seen.start is None:
                seen.clock(opens["hour"], cue=True)
                seen.venue = seen.venue or opens["p"]
    listed = False
    for block in blocks[: min(first_item, 12)]:
        if (
            seen.start is None
            and len(block.text) < 120
            and not STAMPED.search(block.text)
            and not (block.label and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)))
        ):
            below = bool(block.index and ALONE.fullmatch(block.text) and dates.find(blocks[block.index - 1].text))
            ahead = NEXT.search(block.text)
            said = block.text[: ahead.start()] if ahead else block.text
            found = dates.clock(dates.blanked(said), cue=not below)
            if found and found[0] != seen.end:
                seen.start, seen.end = found[0], seen.end or found[1]
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        listed = listed or meaning in (("present",), ("absent",), ("members",))
        if seen.venue is None and not listed and len(block.text) < 120 and (match := _DIGITAL.search(block.text)):
            seen.venue = match["p"]
