"""Which agenda items of different meetings are the same case: by case number, or by title.

A case number with its year ("46/15") is the same case within a body; a bare number is only a place on the day's list.
Titles that belong to every meeting ("Godkjenning av referat", "Eventuelt") make no case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapidfuzz import fuzz, process

from pipeline.fold import fold, slugs
from pipeline.same_title import Titles

LIKENESS = 92
"""Likeness of two folded titles, of 100, from which they are the same case."""

WORDS, LETTERS = 2, 12
"""Words and characters that a title needs to be told from others."""

STANDING_SHARE, STANDING_MEETINGS = 0.5, 4
"""A title in more than this share of a body's meetings, and in at least so many, belongs to every meeting."""

_NUMBER = re.compile(r"^0*(\d+)\s*[/-]\s*(?:19|20)?(\d\d)$")


_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its id, document, body (id), the date of its meeting, number and title as printed."""

    id: str
    document: str
    body: str | None
    date: str | None
    number: str | None
    title: str | None

    @property
    def meeting(self) -> str:
        """What tells its body's meetings apart: the day, because minutes may lie in the archive twice."""
        return self.date or self.document


@dataclass(frozen=True, slots=True)
class Case:
    """The case that an item belongs to; `reason` is `number` or `title`."""

    id: str
    title: str
    reason: str


def case_number(number: str | None) -> str | None:
    """A case number with its year in one form, None for any other number.

    >>> case_number("046/2015"), case_number("46/15"), case_number("3")
    ('46/15', '46/15', None)
    """
    match = _NUMBER.match((number or "").strip())
    return f"{int(match[1])}/{match[2]}" if match else None


def connect(items: Iterable[Item]) -> dict[str, Case]:
    """Agenda item id -> its case, for items whose case comes up in at least two meetings. Order does not matter."""
    ordered = sorted(items, key=lambda item: (item.body or "", item.date or "", item.document, item.id))
    bodies: dict[str, list[Item]] = defaultdict(list)
    for item in ordered:
        if item.body:
            bodies[item.body].append(item)
    answer: dict[str, tuple[str, str]] = {}
    titles: dict[str, str] = {}
    for body, own in bodies.items():
        for group, reason in _groups(own):
            key = f"{body}\0{group[0].date or ''}\0{group[0].id}"
            titles[key] = max((item.title or item.number or "" for item in group), key=lambda text: (len(text), text))
            answer.update({item.id: (key, reason) for item in group})
    ids = slugs({key: f"{key.partition(chr(0))[0]} {title}" for key, title in titles.items()})
    return {item: Case(ids[key], titles[key], reason) for item, (key, reason) in answer.items()}


def _groups(items: list[Item]) -> Iterator[tuple[list[Item], str]]:
    """The items of one body that are one case, oldest first, with the reason. A number says more than a title."""
    parent = {item.id: item.id for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            item = parent[item]
        return item

    by_number: dict[str, str] = {}
    for item in items:
        if number := case_number(item.number):
            parent[root(item.id)] = root(by_number.setdefault(number, item.id))
    numbered = {item.id: root(item.id) for item in items}
    for first, second in _same_titles(items):
        parent[root(second)] = root(first)
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[root(item.id)].append(item)
    for group in groups.values():
        if len({item.meeting for item in group}) > 1:
            yield group, "number" if len({numbered[item.id] for item in group}) == 1 else "title"


def _same_titles(items: list[Item]) -> Iterator[tuple[str, str]]:
    """Pairs of items whose titles say the same. Two items of one meeting are two matters, whatever they are called."""
    meetings = len({item.meeting for item in items})
    by_title: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        key = fold(item.title or "")
        if len(key.split()) >= WORDS and len(key) >= LETTERS and not _is_standing(key):
            by_title[key].append(item)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in by_title:
        alike[tuple(_DIGITS.findall(key))].append(key)
    heads = {digits: Titles(keys, LIKENESS) for digits, keys in alike.items()}
    for key in sorted(by_title, key=lambda key: (-len(by_title[key]), key)):
        own = by_title[key]
        held = {item.meeting for item in own}
        if len(held) >= STANDING_MEETINGS and len(held) > STANDING_SHARE * meetings:
            continue
        rivals = heads[tuple(_DIGITS.findall(key))]  # titles that differ in a number are different matters
        best = process.extractOne(key, rivals.near(key), scorer=fuzz.ratio, score_cutoff=LIKENESS)
        if best is None:
            rivals.add(key)
        first = by_title[best[0] if best else key][0]
        yield from ((first.id, item.id) for item in own if item.document != first.document)


@cache
def standing() -> tuple[str, ...]:
    """Folded beginnings of titles that belong to every meeting, from the lexicon, each with a space behind it."""
    text = resources.files("extractors.lexicon").joinpath("standing_items.txt").read_text(encoding="utf-8")
    return tuple(f"{fold(line)} " for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _is_standing(title: str) -> bool:
    """True for a folded title that is, or begins with, one that belongs to every meeting."""
    return f"{title} ".startswith(standing())
