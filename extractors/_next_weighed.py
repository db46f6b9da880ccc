"""The sentence that looks ahead to the next meeting in whatever words: weighed by what it says, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors._helpers import body_start, in_list, regions
from extractors._meeting_number import number_of
from extractors._next_words import NEXT, PASSING, WITH, is_anothers, own_dates
from extractors.lexicon import Lexicon, fold
from pipeline import dates, sentences
from pipeline.model import Block, Document, Item, Role

ENOUGH = 5.0
"""What a sentence must weigh to tell of the next meeting."""
_LAST = 4
"""Blocks at the end of a document in which the next meeting is told of rather than elsewhere."""
_FIRST_LINES = 3
_LONG = 24
"""Words from which on a sentence tells of more than a meeting."""
_NEAR = 5
"""Words between the word for a meeting and its day, at most, that stand beside each other."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?:\bnr\.?\s*|#\s*|\bmøte\s+)(?P<n>\d{1,3})\b(?!\.\s?\d)", re.I)
"""The number of a meeting in a sentence about it."""
_IN_PASSING = re.compile(r"\b(?:i|på|til|før|innen|innan)\s+(?:\w+\s+)?\w*møtet?\s+(?:den\s+)?(?:\w+dag\s+)?$", re.I)
"""What before a day names a meeting at which something else is done."""
_NEXT_OF = re.compile(r"\b(?:neste|nytt|ny)\s+(?P<body>[\wæøåÆØÅ-]{4,})", re.I)
"""The next one of a body by its own name ("Neste lederforum")."""
_STEM = 6
_ANEW = re.compile(
    r"n(?:y|ye|ytt)\s+\w*(?:styret?|utvalg|utval|leder|leiar|råd|medlem\w*|komit[eé]|kontrakt|avtale|runde)\b", re.I
)
"""Who or what is new, and no meeting."""
_BEGINS_WITH_DAY = re.compile(r"\W*(?:\w+dag\s+)?(?:den\s+)?\d{1,2}(?:\.|/\d)")
_LISTED = 10
"""Lines of such a list, at most."""
_SKIPPED = frozenset({"proposal", "old_action", "present", "absent", "attachment", "background"})
"""Labels below which no meeting is agreed on."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A sentence that tells of the next meeting: its block, its span there, and what it weighs."""

    block: Block
    start: int
    end: int
    weight: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]


def days_held(document: Document) -> frozenset[tuple[int | None, int]]:
    """The days (day, month) that the head names: this meeting's, and none to come."""
    begin = _begin(document)
    return frozenset(
        (day, found.month)
        for block in document.blocks[:begin]
        if not NEXT.search(block.text)
        for found in dates.find(block.text)
        for day in (found.day, found.first_day)
        if day
    )


def _begin(document: Document) -> int:
    """Where the head ends: at the first matter, or behind the first lines where no matter is known."""
    firsts = [item.first for item in document.items if item.first is not None]
    return min(firsts, default=min(_FIRST_LINES, len(document.blocks) - 1))


def looking_ahead(document: Document, lexicon: Lexicon) -> list[Ahead]:
    """The sentences with a day that weigh enough, in order."""
    begin = _begin(document)
    skip, region = in_list(document), regions(document, lexicon)
    own = f"{document.body or ''} {document.title or ''}".strip()
    held, number = days_held(document), _number_after(document, begin, lexicon)
    found: list[Ahead] = []
    for block in document.blocks[begin:]:
        asked = block.role is not Role.ROW and block.index not in skip and region[block.index] not in _SKIPPED
        if not asked or not dates.find(block.text):
            continue
        item = document.item_of(block.index)
        at = body_start(block, item) if item is not None and item.first == block.index else 0
        stands = _standing(document, block, item, lexicon)
        for start, end in sentences.split(block.text[at:]):
            text = block.text[at + start : at + end]
            days = [day for day in own_dates(text, own) if (day.day, day.month) not in held]
            if not days or is_anothers(text, own):
                continue
            weight = _weight(text, days[0], own, lexicon, number) + stands
            if weight >= ENOUGH:
                found.append(Ahead(block, at + start, at + end, weight))
    return found


def following(document: Document, first: Ahead, lexicon: Lexicon) -> Iterator[Ahead]:
    """The lines of a list of days that go on with later meetings, behind the line of the next one."""
    if not _BEGINS_WITH_DAY.match(first.text):
        return
    for block in document.blocks[first.block.index + 1 : first.block.index + _LISTED]:
        if not _BEGINS_WITH_DAY.match(block.text):
            return
        if any(_gathers(word.casefold(), lexicon) for word in _WORD.findall(block.text)):
            yield Ahead(block, 0, len(block.text), first.weight)


def _number_after(document: Document, begin: int, lexicon: Lexicon) -> int | None:
    """The number of the meeting behind this one, where this one has a number."""
    number = re.match(r"\d+", number_of(document, begin, lexicon) or "")
    return int(number.group()) + 1 if number else None


def _weight(text: str, day: dates.Found, own: str, lexicon: Lexicon, following: int | None) -> float:
    """What the words of a sentence weigh as such of the next meeting."""
    said = f" {fold(text)} "
    words = [(word.group().casefold(), word.start()) for word in _WORD.finditer(text)]
    meets = [at for word, at in words if _gathers(word, lexicon)]
    meets += [text.casefold().find(phrase) for phrase in lexicon.lists["meets_again"] if f" {phrase} " in said]
    if (named := _NEXT_OF.search(text)) and named["body"][:_STEM].casefold() in own.casefold():
        meets.append(named.start("body"))
    ahead = [at for word, at in words if word in lexicon.lists["ahead"] and not _ANEW.match(text, at)]
    numbered = following is not None and any(int(match["n"]) == following for match in _NUMBER.finditer(text))
    beside = min((_between(text, at, day) for at in (*meets, *ahead)), default=99)
    weight = 2.0 * bool(meets) + 2.0 * bool(ahead) + 3.0 * numbered
    if not weight:
        return 0.0
    weight += 1.0 * (beside <= _NEAR)
    weight += 1.0 * bool(dates.clock(text[day.end :], cue=True) or _SAME.search(text))
    weight += 0.5 * any(word in lexicon.lists["is_settled"] for word, _ in words) + 0.5 * (day.weekday is not None)
    weight -= 1.0 * (len(words) > _LONG)
    before = " ".join(word for word, at in words if at < day.start)
    weight -= 3.0 * any(word.endswith(_events(lexicon)) for word, _ in words)
    weight -= 3.0 * any(
        word.startswith(lexicon.ordered["others_meet"]) and word[:5] not in own.casefold() for word, _ in words
    )
    weight -= 2.0 * bool(_ANEW.search(text))
    weight -= 3.0 * bool(_IN_PASSING.search(text[: day.start]) or PASSING.search(text[: day.start]))
    weight -= 3.0 * any(
        _gathers(word, lexicon) and WITH.match(text[at + len(word) :]) is not None for word, at in words
    )
    weight -= 2.0 * any(word in lexicon.lists["told_of_past"] for word in before.split())
    return weight


_SAME = re.compile(r"\bsam[me]e?\s+(?:tid|sted|stad|plass|rom|klokkeslett|tidspunkt)", re.I)


@cache
def _events(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.lists["other_gatherings"])


@cache
def _meetings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.lists["gatherings"])


def _gathers(word: str, lexicon: Lexicon) -> bool:
    """True for a word for a meeting, a compound that ends with one, or a verb for meeting."""
    return word.endswith(_meetings(lexicon)) or word in lexicon.lists["meet_verbs"]


def _between(text: str, at: int, day: dates.Found) -> int:
    """Words between a place in a text and the day."""
    between = text[at : day.start] if at < day.start else text[day.end : at]
    return max(0, len(between.split()) - (at < day.start))


def _standing(document: Document, block: Block, item: Item | None, lexicon: Lexicon) -> float:
    """What it weighs where a sentence stands: at the end, or in a matter of when they meet."""
    last = 1.5 * (block.index >= len(document.blocks) - _LAST)
    title = item.title if item is not None else ""
    words = [word.casefold() for word in _WORD.findall(title)]
    of_meetings = len(words) <= 5 and any(_gathers(word, lexicon) or word in lexicon.lists["ahead"] for word in words)
    return max(last, 2.0 * of_meetings, 1.0 * (fold(title) in lexicon.lists["other_business"]))
