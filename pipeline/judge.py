"""One document judged against its labels, field by field: what counts as the same, and what as a miss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.alike import SOFT, Measure, likeness, number, plain, same_place, words_f1
from pipeline.model import Record

Likeness = Callable[[Record, Record], float]


Claim = tuple[float, bool]
"""The confidence of a record that was found, and whether a label has it."""


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of one field, and how sure of itself each record was that was found."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    claims: list[Claim] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to this one."""
        self.hit, self.missed, self.false = (
            self.hit + other.hit,
            self.missed + other.missed,
            self.false + other.false,
        )
        self.claims += other.claims

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


def judge_document(label: Record, found: Record, tallies: Tallies, measure: Measure = SOFT) -> None:
    """Judge every field that the label of a document has."""
    for name in ("kind", "language", "year"):
        if name in label:
            tallies[name].exact(label[name], found.get(name))
    if label.get("body"):
        tallies["body"].judge(same_place(label["body"], found.get("body"), measure), bool(found.get("body")))
    for name in ("meeting", "next_meeting"):
        if name in label:
            _meeting(name, label[name], found.get(name) or {}, tallies, measure)
    for name, judge in _LISTS.items():
        if name in label:
            judge(label[name], found.get(name) or [], tallies, measure)


def _meeting(name: str, label: Record | None, found: Record, tallies: Tallies, measure: Measure) -> None:
    """Judge when and where a meeting was or will be. A `next_meeting` of null says that there is none at all."""
    given = label or {}
    if given.get("optional"):
        return
    whole = name == "next_meeting" and not label
    for key in ("date", "start", "end"):
        if key in given or whole:
            tallies[f"{name}.{key}"].exact(given.get(key), found.get(key))
    if "date" in given and found.get("date") and "confidence" in found:
        tallies[f"{name}.date"].claims.append((found["confidence"], given["date"] == found["date"]))
    if "place" in given or not label:
        place = given.get("place")
        same = same_place(place, found.get("place"), measure)
        tallies[f"{name}.place"].exact(place, place if same else found.get("place"))


def _attendance(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
    def alike(a: Record, b: Record) -> bool:
        return plain(a["name"]) == plain(b.get("name")) and a["status"] == b.get("status")

    for label, record in pair(labels, found, alike, tallies["attendance"], 1):
        if "organisation" in label:
            tallies["attendance.organisation"].exact(_words(label["organisation"]), _words(record.get("organisation")))
        if "role" in label:
            tallies["attendance.role"].exact(label["role"], record.get("role"))


def _agenda(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
    def alike(a: Record, b: Record) -> float:
        if not a["number"]:
            return float(not b.get("number") and likeness(a["title"], b.get("title")) >= measure.title)
        return (number(a["number"]) == number(b.get("number"))) * (1 + likeness(a["title"], b.get("title")))

    for label, record in pair(labels, found, alike, tallies["agenda.number"], 1):
        if label["title"]:
            tallies["agenda.title"].judge(likeness(label["title"], record.get("title")) >= measure.title)
        if "presenter" in label:
            tallies["agenda.presenter"].exact(_words(label["presenter"]), _words(record.get("presenter")))


def _decisions(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
    for label, record in pair(labels, found, partial(same_text, measure=measure), tallies["decisions"], measure.text):
        _item(label, record, tallies["decisions.item"] if label.get("item") is not None else Tally())
        for key in ("outcome", "vote"):
            if key in label:
                tallies[f"decisions.{key}"].exact(label[key], record.get(key))


def _actions(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
    for label, record in pair(labels, found, partial(same_text, measure=measure), tallies["actions"], measure.text):
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


def _members(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
    def alike(a: Record, b: Record) -> bool:
        return plain(a["name"]) == plain(b.get("name"))

    for label, record in pair(labels, found, alike, tallies["members"], 1):
        tallies["members.organisation"].exact(_words(label.get("organisation")), _words(record.get("organisation")))


_Judge = Callable[[list[Record], list[Record], Tallies, Measure], None]


def _simple(name: str, alike: Callable[..., float], *, text: bool = False) -> _Judge:
    """A judge of a list whose records have one thing to agree in; `text`: that is a text."""

    def judge(labels: list[Record], found: list[Record], tallies: Tallies, measure: Measure) -> None:
        pair(labels, found, partial(alike, measure=measure), tallies[name], measure.text if text else 1)

    return judge


def _held(labels: list[Any], found: list[Any], tallies: Tallies, measure: Measure) -> None:
    """Judge the days of meetings, which labels may write as bare dates."""
    given, told = ([day if isinstance(day, dict) else {"date": day} for day in days] for days in (labels, found))
    pair(given, told, lambda a, b: a["date"] == b.get("date"), tallies["meetings_held"], 1)


def _words(text: str | None) -> str | None:
    """`plain`, with null for nothing."""
    return plain(text) or None


def same_text(a: Record, b: Record, measure: Measure = SOFT) -> float:
    """How alike the texts of two records are, 0 to 1; `measure.text` and more means the same."""
    return words_f1(a["text"], b.get("text"), whole=measure.whole)


def _same_section(a: Record, b: Record, measure: Measure) -> bool:
    return plain(a["number"]) == plain(b.get("number")) and likeness(a["title"], b.get("title")) >= measure.title


def _same_deadline(a: Record, b: Record, measure: Measure) -> bool:
    return bool(a["date"] == b.get("date") and a.get("recurring") == b.get("recurring"))


def _same_function(a: Record, b: Record, measure: Measure) -> bool:
    return bool(a["code"] == str(b.get("code")))


def _same_task(a: Record, b: Record, measure: Measure) -> bool:
    return number(a["number"]) == number(b.get("number"))


_LISTS: dict[str, _Judge] = {
    "attendance": _attendance,
    "agenda": _agenda,
    "decisions": _decisions,
    "actions": _actions,
    "deadlines": _simple("deadlines", _same_deadline),
    "members": _members,
    "sections": _simple("sections", _same_section),
    "functions": _simple("functions", _same_function),
    "tasks": _simple("tasks", _same_task),
    "recommendations": _simple("recommendations", same_text, text=True),
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
    paired = {j: not labels[i].get("optional") for i, j in twins.items()}
    for j, record in enumerate(found):
        if "confidence" in record and paired.get(j, True):  # what only an optional label has is neither right nor wrong
            tally.claims.append((record["confidence"], j in paired))
    return [(labels[i], found[j]) for i, j in twins.items() if not labels[i].get("optional")]
