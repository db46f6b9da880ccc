"""The sentence that looks ahead to the next meeting in whatever words: weighed by what it says, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors._helpers import body_start, in_list, regions
from extractors._meeting_number import number_of
from extractors._next_paper import own_name
from extractors._next_words import NEXT, PASSING, WITH, is_anothers, own_dates
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
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
_IN_PASSING = expression("next_weighed.in_passing")
"""What before a day names a meeting at which something else is done."""
_NEXT_OF = re.compile(r"\b(?:neste|nytt|ny)\s+(?P<body>[\wæøåÆØÅ-]{4,})", re.I)
"""The next one of a body by its own name ("Neste lederforum")."""
_STEM = 6
_SHORT_TITLE = 5
"""Words of a matter's title, at most, that tells what all of it is about."""
_ANEW = expression("next_weighed.anew")
"""Who or what is new, and no meeting."""
_NEXT_SPAN = expression("next_weighed.next_span")
"""A time that comes, and no meeting."""
_BEGINS_WITH_DAY = re.compile(r"\W*(?:\w+dag\s+)?(?:den\s+)?\d{1,2}(?:\.|/\d)")
_LISTED = 10
"""Lines of such a list, at most."""
_LISTS = frozenset({"present", "absent"})
"""Labels of lists that go on to the end only where no other label follows."""
_SKIPPED = frozenset({"proposal", "old_action", *_LISTS, "attachment", "background"})
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
    own = own_name(document)
    held, number = days_held(document), _number_after(document, begin, lexicon)
    found: list[Ahead] = []
    for block in document.blocks[begin:]:
        below = region[block.index] in _LISTS and block.index >= len(document.blocks) - _LAST and not block.label
        asked = (
            block.role is not Role.ROW and block.index not in skip and (region[block.index] not in _SKIPPED or below)
        )
        if not asked or not dates.find(block.text):
            continue
        item = document.item_of(block.index)
        at = body_start(block, item) if item is not None and item.first == block.index else 0
        at = 0 if _tells_number(block.text[:at], number) else at
        stands = _standing(document, block, item, lexicon)
        for start, end in sentences.split(block.text[at:]):
            text = block.text[at + start : at + end]
            days = [
                day for day in own_dates(text, own) if (day.day, day.month) not in held and not _is_over(day, document)
            ]
            if not days or is_anothers(text, own):
                continue
            about = item.title if item is not None and len(item.title.split()) <= _SHORT_TITLE else ""
            weight = _weight(text, days[0], own, lexicon, number, about) + stands
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


def _tells_number(heading: str, following: int | None) -> bool:
    """True for the heading of a matter that has the number of the next meeting and its day."""
    return bool(dates.find(heading)) and any(int(match["n"]) == following for match in _NUMBER.finditer(heading))


def _is_over(day: dates.Found, document: Document) -> bool:
    """True for a day that lies before all those of the head, by its own year."""
    value = day.on(day.year) if day.year else None
    held = [
        when
        for block in document.blocks[: _begin(document)]
        for found in dates.find(block.text)
        if found.year and (when := found.on(found.year))
    ]
    return value is not None and bool(held) and value < min(held)


def _weight(text: str, day: dates.Found, own: str, lexicon: Lexicon, following: int | None, about: str) -> float:
    """What the words of a sentence weigh as such of the next meeting; `about`: the short title of its matter."""
    said = f" {fold(text)} "
    words = [(word.group().casefold(), word.start()) for word in _WORD.finditer(text)]
    meets = [at for word, at in words if _gathers(word, lexicon)]
    meets += [text.casefold().find(phrase) for phrase in lexicon.lists["meets_again"] if f" {phrase} " in said]
    if (named := _NEXT_OF.search(text)) and named["body"][:_STEM].casefold() in own.casefold():
        meets.append(named.start("body"))
    ahead = [
        at
        for word, at in words
        if word in lexicon.lists["ahead"]
        and (not _ANEW.match(text, at) or _ROUND.match(text, at))
        and not _NEXT_SPAN.match(text, at)
    ]
    numbered = following is not None and any(
        int(match["n"]) == following for match in _NUMBER.finditer(f"{about} {text}")
    )
    beside = min((_between(text, at, day) for at in (*meets, *ahead)), default=99)
    weight = 2.0 * bool(meets) + 2.0 * bool(ahead) + 3.0 * numbered
    titled = [word.casefold() for word in _WORD.findall(about)]
    if any(_gathers(word, lexicon) for word in titled) and not any(
        _of_others(w, own.casefold(), lexicon) for w in titled
    ):
        weight = weight or 2.0
    if not weight:
        return 0.0
    weight += 1.0 * (beside <= _NEAR)
    timed = dates.clock(text[day.end :], cue=True) or _HOUR.match(text[day.end :])
    weight += 1.0 * bool(timed or _SAME.search(text)) + 0.5 * bool(timed and _SAME.search(text))
    weight += 0.5 * any(word in lexicon.lists["is_settled"] for word, _ in words) + 0.5 * (day.weekday is not None)
    weight -= 1.0 * (len(words) > _LONG)
    before = " ".join(word for word, at in words if at < day.start)
    weight -= 3.0 * any(word.endswith((*_events(lexicon), "frist", "fristen")) for word, _ in words)
    weight -= 3.0 * any(_of_others(word, own.casefold(), lexicon) for word, _ in words)
    weight -= 2.0 * bool(_ANEW.search(text) and not (timed and _ROUND.search(text)))
    weight -= 3.0 * bool(_IN_PASSING.search(text[: day.start]) or PASSING.search(text[: day.start]))
    weight -= 3.0 * any(
        _gathers(word, lexicon) and WITH.match(text[at + len(word) :]) is not None for word, at in words
    )
    weight -= 2.0 * any(word in lexicon.lists["told_of_past"] for word in before.split())
    return weight


_HOUR = re.compile(r"[,\s]{1,3}(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.])")
"""An hour right behind the day."""
_SAME = expression("next_weighed.same")
_ROUND = expression("next_weighed.round")
"""A new one of what some call their meetings."""


@cache
def _events(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.lists["other_gatherings"])


@cache
def _meetings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.lists["gatherings"])


def _of_others(word: str, own: str, lexicon: Lexicon) -> bool:
    """True for a meeting of others, or of a kind that neither this one is nor bodies hold as their own ("pressemøte")."""
    for other in lexicon.ordered["others_meet"]:
        if word.startswith(other):
            return other not in own
    kind = re.match(r"(?P<of>[a-zæøå]{3,}?)s?-?møtet?(?:ne)?$", word)
    if kind is None or kind["of"].startswith(lexicon.ordered["own_meetings"]) or kind["of"] in dates.MONTHS:
        return False
    return kind["of"][:_STEM] not in own


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
