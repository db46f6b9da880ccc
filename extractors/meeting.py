"""The meeting itself: body, date, times, place and number, from title, labels, prose, running heads and file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import _running_head
from extractors._body import says_minutes
from extractors._helpers import value_start
from extractors._venue import venue
from extractors.lexicon import Lexicon
from pipeline import dates, sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Fact, Issue, Kind, Place, Record, Role, When

KINDS = {Kind.MINUTES, Kind.NOTICE}
ROUND = 1
DATE_LABELS = ("date", "date_time", "time", "time_place")
_HEAD = 24
_ADJOURNED = re.compile(
    r"\b(?:hevet|heva|avsluttet|avslutta|sluttet|slutta|slutt|ferdig|ferdige|hevd)\b[^.]{0,30}?"
    r"(?:(?:kl\.?|klokka|klokken)\s*(?P<t>\d{1,2}(?:[.:]?\d{2})?)|(?P<u>\d{1,2}[.:]\d{2}))",
    re.I,
)
_STARTED = re.compile(
    r"\b(?:møtet|møte)\s+(?:ble |blei |vart )?(?:satt|sett|åpnet|opna|startet|starta|begynte)\b[^.]{0,20}?kl\.?\s*(?P<t>\d{1,2}[.:]?\d{2}|\d{1,2})",
    re.I,
)
_HELD_AT = re.compile(
    r"\b(?:møtet|møte|vi|me)\s+(?:ble |blei |vart )?(?:holdt|halde|avholdt|avvikla|gjennomført|heldt til|møttes|møttest)\s+(?P<p>(?:på|i|hos|hjå|via|som|ved|digitalt)\s+[^.;,]{2,60})",
    re.I,
)
_HELD_ON = re.compile(
    r"\b(?:møttest|møttes|hadde møte|heldt møte|holdt møte|(?:møtet|møte|årsmøtet|det)\s+(?:ble|blei|vart|var|er)\s+(?:holdt|halde|avholdt|avvikla|gjennomført|kalt|satt)?)",
    re.I,
)
_DIGITAL = re.compile(
    r"\b(?:på |via |over )?(?P<p>(?:Microsoft )?Teams|Skype|Zoom|Google Meet|telefonmøte|videomøte|digitalt møte)\b"
)
_NUMBER = re.compile(
    r"\b(?:møte|referat|protokoll|styremøte|rådsmøte|utvalgsmøte)\s*(?:nr\.?|nummer)\s*(?P<n>\d{1,3}(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?)|\b(?:møte|referat|protokoll|styremøte)\s+(?P<m>\d{1,2}\s*[-/]\s*(?:\d{4}|\d{2}))\b",
    re.I,
)
_CLOSED = re.compile(
    r"\blukk(?:et|a) møte\b|\bfor lukk(?:ede|a) dører\b|\bmøtet (?:ble|vart) lukk(?:et|a)\b|\bfor stengte dører\b", re.I
)
_MADE_BY = re.compile(r"^(?:[a-zæøå]{2,4},\s*)\d", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """One meeting; `when` resolves to its date, with its end for meetings of several days."""

    collection = "meeting"
    body: str | None = None
    when: When | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    number: str | None = None
    closed: bool = False

    def record(self) -> Record:
        """The contract's meeting."""
        return {
            "date": self.when.value.isoformat() if self.when and self.when.value else None,
            "end_date": self.when.end.isoformat() if self.when and self.when.end else None,
            "start": self.start,
            "end": self.end,
            "place": self.venue,
            "number": self.number,
            "closed": self.closed,
        }


@dataclass(slots=True)
class _Seen:
    """What has been found so far; the first of each kind stays, a better one replaces a worse."""

    when: tuple[float, When, Place, int, str] | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None

    def date(self, worth: float, text: str, place: Place, block: int, rule: str) -> None:
        if self.when is None or worth > self.when[0]:
            self.when = (worth, When(text), place, block, rule)

    def clock(self, text: str, *, cue: bool) -> None:
        found = dates.clock(text, cue=cue)
        if found and self.start is None:
            self.start = found[0]
            self.end = self.end or found[1]


def extract(document: Document, lexicon: Lexicon) -> Iterator[Meeting | Issue]:
    """Exactly one meeting, with whatever of it was found."""
    seen = _Seen()
    blocks = document.blocks
    first_item = min((i.first for i in document.items if i.first is not None), default=len(blocks))
    for block in blocks[: max(first_item, min(_HEAD, len(blocks)))]:
        if block.index >= first_item and block.index > 6:
            break
        _labelled(document, block, lexicon, seen)
    for block in blocks[: min(first_item, 10)]:
        _titled(block, lexicon, seen)
    for worth, written, place in _running_head.dates_of(document, lexicon):
        seen.date(worth, written, place, 0, "running head")
    _prose(document, first_item, lexicon, seen)
    _where(document, first_item, lexicon, seen)
    number = next((re.sub(r"\s", "", m["n"] or m["m"]) for b in blocks[:8] if (m := _NUMBER.search(b.text))), None)
    closed = any(_CLOSED.search(b.text) for b in blocks[:first_item])
    worth, when, place, at, rule = seen.when or (0.3, None, blocks[0].place(), 0, "no date")
    yield Meeting(
        place=place, block=at, rule=rule, confidence=worth, body=document.body, when=when, start=seen.start, end=seen.end,
        venue=_tidy(seen.venue), number=number, closed=closed,
    )  # fmt: skip


def _tidy(venue: str | None) -> str | None:
    if not venue:
        return None
    bare = re.split(r"\s*(?:\bkl\.?\s*\d|\bTid\b|\bDato\b|;)", venue)[0].strip(" ,.:–-")
    return re.sub(r"^(?:på|i|via|som|ved)\s+", "", bare).strip() or None


def _labelled(document: Document, block: Block, lexicon: Lexicon, seen: _Seen) -> None:
    """Date, time and place behind their labels."""
    meaning = known_label(block.label, lexicon)[:1] if block.label else ()
    if not meaning or meaning[0] not in (*DATE_LABELS, "place", "end"):
        return
    start = value_start(block)
    text = block.text[start:]
    source = block
    if not text.strip(" :") and block.index + 1 < len(document.blocks):
        source, start = document.blocks[block.index + 1], 0
        if source.label:
            return
        text = source.text
    if meaning[0] == "end":
        found = dates.clock(text, cue=False)
        seen.end = found[0] if found else seen.end
        return
    if meaning[0] == "place":
        seen.venue = seen.venue or text.strip()
        return
    for found_date in dates.find(text):
        if found_date.day:
            seen.date(
                0.97,
                text[found_date.start : found_date.end],
                source.place(start + found_date.start, start + found_date.end),
                source.index,
                f"label {meaning[0]}",
            )
            text_rest = text[: found_date.start] + " " + text[found_date.end :]
            seen.clock(text_rest, cue=False)
            if meaning[0] == "time_place":
                _place_in(text_rest, seen)
            return
    seen.clock(text if meaning[0] != "date" else f"kl {text}", cue=False)
    if meaning[0] == "time_place":
        _place_in(text, seen)


def _place_in(text: str, seen: _Seen) -> None:
    """What is left of "Tid og sted" when date and time are off."""
    bare = re.sub(
        r"\b(?:kl\.?|klokka|klokken)?\s*\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?|\bkl\.?\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?",
        " ",
        text,
        flags=re.I,
    )
    bare = re.sub(
        r"\b(?:man|tirs|ons|tors|fre|lør|søn|måndag|tysdag|laurdag|sundag)\w*\b|\bden\b", " ", bare, flags=re.I
    ).strip(" ,.:;–-")
    bare = re.sub(r"\s{2,}", " ", bare)
    if len(bare) >= 3 and not seen.venue:
        seen.venue = bare


def _titled(block: Block, lexicon: Lexicon, seen: _Seen) -> None:
    """A date in the title, a heading or a short line of the head."""
    meaning = known_label(block.label, lexicon)[:1] if block.label else ()
    if (meaning and meaning[0] not in ("body", "number", *DATE_LABELS)) or len(block.text) > 260:
        return
    for found in dates.find(block.text):
        if not found.day:
            continue
        before = block.text[: found.start]
        if re.search(
            r"\b(?:godkjen\w+|publisert|utskrift|sendt|skrevet|revidert|oppdatert|frist|svarfrist|innen|neste (?:\w+)?møte\w*)\b[^.]*$",
            before,
            re.I,
        ):
            continue
        title = says_minutes(block.text, lexicon)
        worth = (
            0.95 if title and found.kind != "bare" else 0.9 if block.role is Role.HEADING else 0.8 if title else 0.65
        )
        if _MADE_BY.match(block.text):
            worth = 0.5
        if found.year is None:
            worth -= 0.08
        if worth < 0.9:  # a weekday or a clock says meeting, a place before the date says letter
            worth += 0.08 * (found.weekday is not None) + 0.08 * (
                dates.clock(block.text[found.end :], cue=False) is not None
            )
            worth -= 0.15 * bool(
                re.search(r"[A-ZÆØÅ][a-zæøå]+,\s*(?:den\s+)?$", before)
                and not found.weekday
                and found.end >= len(block.text) - 2
            )
        seen.date(
            worth, block.text[found.start : found.end], block.place(found.start, found.end), block.index, "title date"
        )
        rest = block.text[found.end :]
        clock = dates.clock(rest, cue=True)
        if clock is None and re.match(r"^\W{0,4}(?:kl)", rest, re.I):
            clock = dates.clock(rest, cue=False)
        if clock and seen.start is None:
            seen.start, seen.end = clock[0], seen.end or clock[1]
            tail = rest[clock[2][1] :]
            if ((match := re.match(r"^[\s,–-]+(?:på|i|hos|hjå|ved|via)\s+([^.;]{3,60})", tail)) and not seen.venue) or (
                (match := re.match(r"^\s*[,–-]\s*([\wæøåÆØÅ][^.;,]{2,50})\s*\.?$", tail))
                and not seen.venue
                and len(match.group(1).split()) <= 7
            ):
                seen.venue = match.group(1)
        elif (match := re.match(r"^[\s,–-]*(?:på|i|hos|hjå|ved|via)\s+([^.;]{3,60}?)\s*\.?$", rest)) and not seen.venue:
            seen.venue = match.group(1)
        break


def _where(document: Document, first_item: int, lexicon: Lexicon, seen: _Seen) -> None:
    """The place beside date or time on an unlabelled line of the head."""
    if seen.venue is not None:
        return
    for block in document.blocks[: min(first_item, 8)]:
        if (
            len(block.text) > 160
            or _MADE_BY.match(block.text)
            or re.search(r"\||publisert|oppdatert", block.text, re.I)
        ):
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] not in DATE_LABELS:
            continue
        loose = (
            block.role is not Role.HEADING
            and not says_minutes(block.text, lexicon)
            and not (document.body and document.body[:12] in block.text)
        )
        if found := venue(block.text[value_start(block) if block.label else 0 :], loose=loose):
            seen.venue = found
            return


def _prose(document: Document, first_item: int, lexicon: Lexicon, seen: _Seen) -> None:
    """What sentences of the head and the end tell: held where, opened and closed when."""
    blocks = document.blocks
    chosen = [*blocks[: min(first_item + 1, 16)], *blocks[max(first_item, len(blocks) - 14) :]]
    for block in chosen:
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            if (
                seen.end is None
                and (match := _ADJOURNED.search(text))
                and re.search(r"hev|slutt|avslutt|ferdig", text, re.I)
            ):
                found = dates.clock(f"kl {match['t'] or match['u']}", cue=False)
                seen.end = found[0] if found else None
            if seen.start is None and (match := _STARTED.search(text)):
                found = dates.clock(f"kl {match['t']}", cue=False)
                seen.start = found[0] if found else None
            if (
                seen.start is None
                and block.index < first_item
                and re.search(r"\bmøte|\bfrå klokka|\bfra klokka", text, re.I)
            ):
                seen.clock(text, cue=True)
            if seen.venue is None and block.index < first_item and (match := _HELD_AT.search(text)):
                seen.venue = match["p"]
    for block in blocks[: min(first_item, 12)]:
        if (
            seen.start is None
            and len(block.text) < 120
            and not (block.label and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)))
        ):
            found = dates.clock(block.text, cue=True)
            if found:
                seen.start, seen.end = found[0], seen.end or found[1]
        if seen.venue is None and len(block.text) < 120 and (match := _DIGITAL.search(block.text)):
            seen.venue = match["p"]
