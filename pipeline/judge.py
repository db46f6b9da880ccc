"""One document judged against its labels, field by field: what counts as the same, and what as a miss."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pipeline.model import Record

SAME_TEXT = 0.6
"""F1 of two bags of words from which two texts are the same record."""

SAME_TITLE = 0.85
"""Share of equal characters from which two titles are the same."""

Likeness = Callable[[Record, Record], float]

_IGNORED = re.compile(r"[.’'`\"«»:;,]")
_SERIES = re.compile(r"^(?:[^\W\d_]+[-.]*)+(?=\d)")


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of one field."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to this one."""
        self.hit, self.missed, self.false = (
            self.hit + other.hit,
            self.missed + other.missed,
            self.false + other.false,
        )

    def judge(self, right: bool, claimed: bool = True) -> None:
        """Count one value that the labels have: right, or missed and, where something was claimed, a false alarm."""
        self.hit += right
        self.missed += not right
        self.false += not right and claimed

    def exact(self, label: Any, found: Any) -> None:
        """Count a value that must be equal; null is neither hit nor miss."""
        if label == found:
            self.hit += label is not None
        else:
            self.missed += label is not None
            self.false += found is not None

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that was found; 1 where there are none."""
        return self.hit / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def support(self) -> int:
        """How many labels there are."""
        return self.hit + self.missed


Tallies = defaultdict[str, Tally]


def judge_document(label: Record, found: Record, tallies: Tallies) -> None:
    """Judge every field that the label of a document has."""
    for name in ("kind", "language", "year"):
        if name in label:
            tallies[name].exact(label[name], found.get(name))
    if label.get("body"):
        tallies["body"].judge(same_place(label["body"], found.get("body")), bool(found.get("body")))
    for name in ("meeting", "next_meeting"):
        if name in label:
            _meeting(name, label[name], found.get(name) or {}, tallies)
    for name, judge in _LISTS.items():
        if name in label:
            judge(label[name], found.get(name) or [], tallies)


def _meeting(name: str, label: Record | None, found: Record, tallies: Tallies) -> None:
    """Judge when and where a meeting was or will be. A `next_meeting` of null says that there is none at all."""
    given = label or {}
    if given.get("optional"):
        return
    whole = name == "next_meeting" and not label
    for key in ("date", "start", "end"):
        if key in given or whole:
            tallies[f"{name}.{key}"].exact(given.get(key), found.get(key))
    if "place" in given or not label:
        place = given.get("place")
        same = same_place(place, found.get("place"))
        tallies[f"{name}.place"].exact(place, place if same else found.get("place"))


def _attendance(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
    def alike(a: Record, b: Record) -> bool:
        return plain(a["name"]) == plain(b.get("name")) and a["status"] == b.get("status")

    for label, record in pair(labels, found, alike, tallies["attendance"], 1):
        if "organisation" in label:
            tallies["attendance.organisation"].exact(_words(label["organisation"]), _words(record.get("organisation")))
        if "role" in label:
            tallies["attendance.role"].exact(label["role"], record.get("role"))


def _agenda(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
    def alike(a: Record, b: Record) -> float:
        if not a["number"]:
            return float(not b.get("number") and likeness(a["title"], b.get("title")) >= SAME_TITLE)
        return (number(a["number"]) == number(b.get("number"))) * (1 + likeness(a["title"], b.get("title")))

    for label, record in pair(labels, found, alike, tallies["agenda.number"], 1):
        if label["title"]:
            tallies["agenda.title"].judge(likeness(label["title"], record.get("title")) >= SAME_TITLE)
        if "presenter" in label:
            tallies["agenda.presenter"].exact(_words(label["presenter"]), _words(record.get("presenter")))


def _decisions(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
    for label, record in pair(labels, found, same_text, tallies["decisions"], SAME_TEXT):
        _item(label, record, tallies["decisions.item"] if label.get("item") is not None else Tally())
        for key in ("outcome", "vote"):
            if key in label:
                tallies[f"decisions.{key}"].exact(label[key], record.get(key))


def _actions(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
    for label, record in pair(labels, found, same_text, tallies["actions"], SAME_TEXT):
        if "responsible" in label:
            who = sorted(plain(name) for name in record.get("responsible") or [])
            right = sorted(plain(name) for name in label["responsible"] or []) == who
            tallies["actions.responsible"].judge(right, bool(who))
        tallies["actions.due"].exact(label.get("due"), record.get("due"))
        _item(label, record, tallies["actions.item"] if label.get("item") is not None else Tally())


def _item(label: Record, record: Record, tally: Tally) -> None:
    """Judge the agenda item that a record hangs on, where the label names one."""
    if label.get("item") is not None:
        tally.exact(number(label["item"]), number(record.get("item")) or None)


def _members(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
    def alike(a: Record, b: Record) -> bool:
        return plain(a["name"]) == plain(b.get("name"))

    for label, record in pair(labels, found, alike, tallies["members"], 1):
        tallies["members.organisation"].exact(_words(label.get("organisation")), _words(record.get("organisation")))


def _simple(name: str, alike: Likeness, floor: float = 1) -> Callable[[list[Record], list[Record], Tallies], None]:
    """A judge of a list whose records have one thing to agree in."""

    def judge(labels: list[Record], found: list[Record], tallies: Tallies) -> None:
        pair(labels, found, alike, tallies[name], floor)

    return judge


def _held(labels: list[Any], found: list[Any], tallies: Tallies) -> None:
    """Judge the days of meetings, which labels may write as bare dates."""
    given, told = ([day if isinstance(day, dict) else {"date": day} for day in days] for days in (labels, found))
    pair(given, told, lambda a, b: a["date"] == b.get("date"), tallies["meetings_held"], 1)


def same_text(a: Record, b: Record) -> float:
    """How alike the texts of two records are, 0 to 1; `SAME_TEXT` and more means the same."""
    return words_f1(a["text"], b.get("text"))


def _same_section(a: Record, b: Record) -> bool:
    return plain(a["number"]) == plain(b.get("number")) and likeness(a["title"], b.get("title")) >= SAME_TITLE


def _same_deadline(a: Record, b: Record) -> bool:
    return (a["date"], a.get("recurring")) == (b.get("date"), b.get("recurring"))


_LISTS: dict[str, Callable[[list[Record], list[Record], Tallies], None]] = {
    "attendance": _attendance,
    "agenda": _agenda,
    "decisions": _decisions,
    "actions": _actions,
    "deadlines": _simple("deadlines", _same_deadline),
    "members": _members,
    "sections": _simple("sections", _same_section),
    "functions": _simple("functions", lambda a, b: a["code"] == str(b.get("code"))),
    "tasks": _simple("tasks", lambda a, b: number(a["number"]) == number(b.get("number"))),
    "recommendations": _simple("recommendations", same_text, SAME_TEXT),
    "meetings_held": _held,
}


def pair(
    labels: Sequence[Record], found: Sequence[Record], alike: Likeness, tally: Tally, floor: float
) -> list[tuple[Record, Record]]:
    """Pair records one to one, the likest first, and count; gives the pairs whose label is not optional."""
    ranked = sorted(
        (
            (alike(label, record), not label.get("optional"), -i, -j)
            for i, label in enumerate(labels)
            for j, record in enumerate(found)
        ),
        reverse=True,
    )
    twins: dict[int, int] = {}
    for value, _, i, j in ranked:
        if value >= floor and -i not in twins and -j not in twins.values():
            twins[-i] = -j
    required = [i for i, label in enumerate(labels) if not label.get("optional")]
    tally.hit += sum(i in twins for i in required)
    tally.missed += sum(i not in twins for i in required)
    tally.false += len(found) - len(twins)
    return [(labels[i], found[j]) for i, j in twins.items() if not labels[i].get("optional")]


def plain(text: str | None) -> str:
    """Text without case, stops, quotation marks and extra spaces."""
    return " ".join(_IGNORED.sub("", unicodedata.normalize("NFC", text or "").casefold()).split())


def _words(text: str | None) -> str | None:
    """`plain`, with null for nothing."""
    return plain(text) or None


def likeness(a: str | None, b: str | None) -> float:
    """Share of equal characters, 0 to 1."""
    a, b = plain(a), plain(b)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def same_place(a: str | None, b: str | None) -> bool:
    """True for two names of which one holds the other or that hardly differ."""
    a, b = plain(a), plain(b)
    return bool(a and b) and (likeness(a, b) >= SAME_TITLE or a in b or b in a)


def number(text: object) -> str:
    """An agenda number without spaces and without the letters that name the kind of case.

    >>> number("PS 46/15"), number("1.")
    ('46/15', '1')
    """
    plain_text = unicodedata.normalize("NFC", str(text or "")).casefold()
    return _SERIES.sub("", re.sub(r"[–—]", "-", "".join(plain_text.split())).rstrip(".:)"))


def words_f1(a: str | None, b: str | None) -> float:
    """F1 of two bags of words. One sentence of a longer record finds it, unless the record swallows the page."""
    left, right = re.findall(r"\w+", plain(a)), re.findall(r"\w+", plain(b))
    if not left or not right:
        return 0.0
    hits = (Counter(left) & Counter(right)).total()
    short = min(len(left), len(right))
    if short >= 5:
        inside = hits >= 0.95 * short and len(right) <= 3 * len(left) + 12
    else:  # a label of a word or two is found by the short line that holds it
        inside = len(left) <= 3 and len(right) <= 10 and hits == len(left)
    return max(2 * hits / (len(left) + len(right)), SAME_TEXT if inside else 0.0)
