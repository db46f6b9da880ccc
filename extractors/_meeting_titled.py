"""The day, the hours and the place that a title or a short line of the head gives without a label."""

from __future__ import annotations

import re

from extractors._helpers import in_list, says_minutes
from extractors._hours_told import ADJOURNED
from extractors._meeting_seen import DATE_LABELS, MADE_BY, Seen
from extractors._next_words import NEXT
from extractors._other_days import of_another_act
from extractors._venue import is_house
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

_HEAD = 14
"""Blocks of the head, at most, whose dates are looked at."""
_POINT = 8
"""Words from which on a point of a list tells of a matter."""
_TITLE = 100
"""Letters of a title, at most."""
_FROM_MEETING = expression("meeting_titled.from_meeting")
"""How a letter heads its telling of a meeting."""
_NOT_HELD = expression("meeting_titled.not_held")
"""What before a date says that it is not the meeting's."""
_SUBJECT = expression("meeting_titled.subject")
"""What a note is about: a day there is that of the meeting, and the one below the text that of writing."""
_SURE = 0.8
_AGAIN = expression("meeting_titled.again")
"""That they meet again, before the day on which they do."""
_BEHIND_CLOCK = re.compile(
    r"^\s*[,–-]\s*([\wæøåÆØÅ](?:[^.;,]|(?<=gt)\.|(?<=\d)\.(?= etg)){2,50}(?:,\s*[^.;,:]{3,40})?)\s*\.?$"
)
"""The place behind the hour, with its room behind a comma."""
_HOUR_NEXT = re.compile(r",\s*(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d./])")
"""An hour of two parts right behind the comma after the day."""
_ASIDE = expression("meeting_titled.aside", re.NOFLAG)
"""Where and from when to when, in the parenthesis of a title ("Mandagsmøte (Teams, 20-21)")."""
_LESSON = re.compile(r"^\s*i\s+\d\.(?:\s*(?:og|[-–])\s*\d\.)?\s+time\b")
"""The lesson in which pupils met."""
_ASIDE_BEHIND = re.compile(r"^\s*\((?P<p>[A-ZÆØÅ][^()]{2,50})\)")
"""A parenthesis behind the hour that may be the place."""
_CALL = expression("meeting_titled.call", re.NOFLAG)
_DID = expression("meeting_titled.did")


def dated_titles(document: Document, first_item: int, lexicon: Lexicon, seen: Seen) -> None:
    """A date in the title, a heading or a short line of the head, up to the list of matters."""
    listed = in_list(document)
    unnumbered = {item.first for item in document.items if item.number is None}
    titled = False
    years = frozenset(f.year for b in document.blocks for f in dates.find(b.text) if f.year and f.day)
    for block in document.blocks[:_HEAD]:
        meaning = known_label(block.label or block.text, lexicon)[:1]
        if meaning == ("agenda",):
            break
        if aside := _ASIDE.search(block.text) if len(block.text) <= _TITLE else None:
            seen.venue = seen.venue or aside["place"]
            seen.clock(f"kl {aside['hours']}", cue=False)
        letter = block.index in unnumbered and _FROM_MEETING.match(block.text)
        if block.index >= first_item and not letter:
            continue
        told = block.role is Role.LIST and len(block.text.split()) > _POINT and not says_minutes(block.text, lexicon)
        opening = len(block.marker) + 1
        told = told and not any(
            day.start <= opening and (day.weekday is not None or (day.start == 0 and day.year))
            for day in dates.find(block.text)
        )  # "18. april 2018 (...)" is no point 18
        if block.index not in listed and not told:
            _dated(block, lexicon, seen, years, below_title=titled)
        titled = block.role is Role.HEADING and says_minutes(block.text, lexicon)


def _numbers(block: Block, found: dates.Found, years: frozenset[int]) -> bool:
    """True for what looks like a day and is the meeting's number in its year ("Møte 3/08", beside another date of 2008)."""
    written = _SERIAL.fullmatch(block.text[found.start : found.end].strip())
    named = _OF_SERIES.search(block.text[: found.start])
    rest = block.text[found.end :]
    if not written or not named or dates.clock(rest[:12], cue=True) or not years:
        return False
    return 2000 + int(written[1]) in years or 1900 + int(written[1]) in years


def _same_day(text: str, found: dates.Found) -> bool:
    return any((other.day, other.month) == (found.day, found.month) for other in dates.find(text))


_SERIAL = re.compile(r"\d{1,2}\s?/\s?(\d{2})")
_OF_SERIES = expression("meeting_titled.of_series")
"""What stands before the number of a meeting."""


def _dated(block: Block, lexicon: Lexicon, seen: Seen, years: frozenset[int], *, below_title: bool) -> None:
    """The day of a title or a line, with the hours and the place behind it; right below a title it is as good as one."""
    meaning = known_label(block.label, lexicon)[:1] if block.label else ()
    held = (
        meaning[:1] == ("minute_taker",) and dates.clock(block.text, cue=True) is not None
    )  # "REF.: STYREMØTE 3/2 KL 19"
    if (meaning and meaning[0] not in ("body", "number", "meetings_held", *DATE_LABELS) and not held) or len(
        block.text
    ) > 260:
        return
    for found in dates.find(block.text):
        if not found.day:
            continue
        before = block.text[: found.start]
        if found.kind == "bare" and _numbers(block, found, years):
            continue
        told = NEXT.search(before)
        if (
            (told and not says_minutes(before[: told.start()], lexicon))
            or _NOT_HELD.search(before)
            or of_another_act(before)
            or (block.role is not Role.HEADING and _AGAIN.search(before))
        ):
            continue
        title = says_minutes(block.text, lexicon)
        worth = (
            0.95
            if title and found.kind != "bare"
            else 0.9
            if block.role is Role.HEADING or (below_title and found.end < 40 and found.year)
            else 0.8
            if title
            else 0.65
        )
        worth += 0.1 * bool(_SUBJECT.match(block.text) and worth < _SURE)
        if MADE_BY.match(block.text):
            worth = 0.5
        if found.year is None:
            worth -= 0.08
        if worth < 0.9:  # a weekday or a clock says meeting, a place before the date says letter
            worth += 0.08 * (found.weekday is not None) + 0.08 * (
                dates.clock(block.text[found.end :], cue=False) is not None
            )
            worth -= 0.15 * bool(
                re.search(r"[A-ZÆØÅ][a-zæøå]+,\s*(?:den\s+)?$|^[A-ZÆØÅ][a-zæøå]+\s+(?:den\s+)?$", before)
                and not found.weekday
                and found.end >= len(block.text) - 2
            )
        place = block.place(found.start, found.end)
        better = seen.date(worth, block.text[found.start : found.end], place, block.index, "title date")
        if not better and seen.when and not _same_day(seen.when[1].text, found):
            break  # the hours and the place beside it are another day's
        rest = _LESSON.sub("", block.text[found.end :])
        rest = rest[: ahead.start()] if (ahead := NEXT.search(rest)) else rest
        clock = dates.clock(rest, cue=True)
        if clock is None and re.match(r"^\W{0,4}(?:kl)", rest, re.I):
            clock = dates.clock(rest, cue=False)
        if clock is None and (until := re.search(r",\s*(?=\d{1,2}[.:]\d{2}\s+(?:til|–|-)\s)", rest)):
            clock = dates.clock(rest[until.end() :], cue=False)  # "..., 19.30 til litt over ti"
        if clock is None and _HOUR_NEXT.match(rest):
            clock = dates.clock(rest, cue=False)  # "torsdag 5/3, 19:30 i kantina"
        if clock and ADJOURNED.search(rest[: clock[2][1] + 1]):
            clock = None  # it tells only when they ended
        if clock and seen.start is None:
            seen.start, seen.end = clock[0], seen.end or clock[1]
            tail = rest[clock[2][1] :]
            aside = _ASIDE_BEHIND.match(tail)
            if aside and not seen.venue and (is_house(aside["p"]) or _CALL.search(aside["p"])):
                seen.venue = aside["p"]
            if (
                (
                    match := re.match(
                        r"^[\s,–-]+((?:(?:heime|hjemme|om\s?bord)\s+)?(?:på|i|hos|hjå|ved|via)\s+(?:[^.;]|(?<=\d)\.(?=\s?etg)){3,60})",
                        tail,
                        re.I,
                    )
                )
                and not seen.venue
            ) or (
                (match := _BEHIND_CLOCK.match(tail))
                and not seen.venue
                and not _DID.match(match.group(1))
                and len(match.group(1).split()) <= 7
            ):
                seen.venue = match.group(1)
        at = re.match(
            r"^[\s,–-]*(?:på|i|hos|hjå|ved|via)\s+(?P<p>(?:[^.;]|(?<=\d)\.(?=\s?etg|\s?etasje)){3,60}?)\s*(?:\.?$|\.\s(?!etg|etasje)(?P<more>))",
            rest,
        )
        if at and not seen.venue and (at["more"] is None or is_house(at["p"])):
            seen.venue = at["p"]
        break
