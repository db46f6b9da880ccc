"""Organisations: words in minutes ("Difi", "Direktoratet for forvaltning og IKT (Difi)") -> the body that bore them.

What is known stands in `extractors/lexicon/organisations.csv`, one row for each name of each body with its first and
last day, because acronyms come back with another meaning. What is not known there is told apart by its folded name.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.fold import fold, slugs

_PARENTHESIS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one body; `first` and `last` are ISO days or their beginnings ("2008", "2008-01"), "" if unknown."""

    id: str
    name: str
    acronym: str | None
    first: str
    last: str

    def existed(self, day: str) -> bool:
        """True on a day (ISO) within its span, both ends included; a year stands for the whole of it."""
        return (not self.first or day >= self.first) and (not self.last or day[: len(self.last)] <= self.last)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as the archive shows it; `id` holds letters, digits and hyphens only."""

    id: str
    name: str
    acronym: str | None = None


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """The known names and acronyms: folded -> the rows that bear them, names and acronyms alike."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    text = resources.files("extractors.lexicon").joinpath("organisations.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        acronyms = [part.strip() for part in row["acronyms"].split(";") if part.strip()]
        entry = Entry(row["id"], row["name_nb"], acronyms[0] if acronyms else None, row["from"], row["to"])
        for name in (row["name_nb"], row["name_nn"], *acronyms):
            if name:
                found[fold(name)][entry.id] = entry
    return {key: tuple(rows.values()) for key, rows in found.items()}


def lookup(text: str, day: str | None) -> Entry | None:
    """The known organisation that a text meant on a day; None where none or more than one fits.

    A name that only another time knows is still taken where it is the only one: minutes go on using old names.

    >>> lookup("Difi", "2013-04-22").id, lookup("Ukjent forening", None)
    ('difi', None)
    """
    named = entries().get(fold(text), ())
    if day:
        valid = [entry for entry in named if entry.existed(day)]
        if valid:
            return valid[0] if len(valid) == 1 else None
    return named[0] if len(named) == 1 else None


def connect(mentions: Iterable[tuple[str, str | None]]) -> dict[tuple[str, str | None], Organisation]:
    """Who is meant by each (text, ISO day or None). The same set of mentions gives the same answer in any order.

    An acronym that some text explains in parentheses is that organisation wherever no other is known.
    """
    distinct = sorted(set(mentions), key=lambda mention: (mention[0], mention[1] or ""))
    meanings = _meanings(text for text, _ in distinct)
    answer: dict[tuple[str, str | None], Organisation] = {}
    unknown: dict[tuple[str, str | None], str] = {}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in distinct:
        text, day = mention
        name = _name(text)
        key = meanings.get(fold(name), fold(name))
        if entry := _known(text, day) or lookup(key, day):
            answer[mention] = Organisation(entry.id, entry.name, entry.acronym)
        elif key:
            unknown[mention] = key
            spellings[key][name if fold(name) == key else key] += fold(name) == key
    names = {key: max(shown, key=lambda text: (shown[text], text)) for key, shown in spellings.items()}
    ids = slugs(names, taken=(found.id for found in answer.values()))
    acronyms = {name: acronym.upper() for acronym, name in meanings.items()}
    for mention, key in unknown.items():
        answer[mention] = Organisation(ids[key], names[key], acronyms.get(key))
    return answer


def spoken(texts: Iterable[str]) -> set[str]:
    """The folded names and acronyms of organisations as texts write them, to know one again where nothing says so."""
    found: set[str] = set()
    for text in texts:
        match = _PARENTHESIS.match(text)
        found |= {fold(text), *(map(fold, match.groups()) if match else ())}
    return found - {""}


def _meanings(texts: Iterable[str]) -> dict[str, str]:
    """Folded acronym -> folded name, of what texts explain as "Name (ACRONYM)" in one way only."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        if match := _PARENTHESIS.match(text):
            found[fold(match["inside"])].add(fold(match["name"]))
    return {acronym: next(iter(names)) for acronym, names in found.items() if len(names) == 1}


def _name(text: str) -> str:
    """The text without an acronym in parentheses and without stops at its ends."""
    match = _PARENTHESIS.match(text)
    return (match["name"] if match else text).strip(" .,;:")


def _known(text: str, day: str | None) -> Entry | None:
    """The known organisation of a text with or without an acronym in parentheses."""
    if match := _PARENTHESIS.match(text):
        return lookup(match["name"], day) or lookup(match["inside"], day)
    return lookup(text, day)
