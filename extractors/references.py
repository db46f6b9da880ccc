"""What a document refers to: cases, archive numbers, minutes, statutes, forms and functions.

What each wording looks like is data of the lexicon (`references.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors._sieve import Sieved
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import load
from pipeline.model import Block, Document, Fact, Issue, Kind, Record

KINDS = {Kind.MINUTES, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.NOTICE}
ROUND = 1
_WORD = re.compile(r"\{([a-z_]+)\}")
_CLOSES = re.compile(r"\s*(?:$|[;:)!?](?!\d)|,(?!\s?\d)|\.(?!\s?[\da-zæøå]))")
"""What ends a clause: a number before it counts nothing that follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """One thing referred to."""

    collection = "references"
    kind: str
    text: str
    number: str | None = None
    year: int | None = None

    def record(self) -> Record:
        """The contract's reference record."""
        return {"kind": self.kind, "text": self.text, "year": self.year, "number": self.number}


@dataclass(frozen=True, slots=True)
class _Found:
    """What one wording refers to: its span in the block, and the number."""

    kind: str
    start: int
    end: int
    number: str
    rule: str


def extract(document: Document, lexicon: Lexicon) -> Iterator[Reference | Issue]:
    """Each reference once for every item that holds it."""
    seen: set[tuple[str, str, int | None]] = set()
    for block in document.blocks:
        item = document.item_of(block.index)
        for found in _of_block(block):
            text = block.text[found.start : found.end].strip()
            number = " ".join(found.number.split())
            said = text if found.kind == "statute" else number  # two laws have a section of one number
            key = (found.kind, " ".join(said.casefold().split()), item.first if item else None)
            if key in seen:
                continue
            seen.add(key)
            yield Reference(
                place=block.place(found.start, found.end),
                block=block.index,
                rule=found.rule,
                confidence=0.9,
                kind=found.kind,
                text=text,
                number=number,
                year=_year(number) if found.kind in ("case", "archive") else None,
            )


def _of_block(block: Block) -> Iterator[_Found]:
    """All that one block refers to, kind by kind."""
    low = block.text.casefold()
    for kind, ways in _kinds().items():
        for way in ways:
            if not way.may_match(low):
                continue
            for match in way.pattern.finditer(block.text):
                yield _Found(kind, match.start(), match.end(), match["n"], f"{kind} pattern")
                if kind in _data()["series"]:
                    for number in _further(block.text, match, kind):
                        yield _Found(kind, match.start(), number.end(), number.group(), f"{kind} in a series")


def _further(text: str, first: re.Match[str], kind: str) -> list[re.Match[str]]:
    """The numbers of a series behind its first one ("skjema 7, 7b og 12").

    A bare number may also count what follows it ("skjema 3, 40 kom"); so it is of the series only where another one
    follows or the clause ends, or where the word before the first one is of many.
    """
    number, link, far = _numbers(kind), _way("link"), _way("far_link")
    found: list[re.Match[str]] = []
    before = first
    while True:
        linked = link.match(text, before.end())
        after = number.match(text, linked.end()) if linked else None
        if after is None and (linked := far.match(text, before.end())):
            after = number.match(text, linked.end())
            after = after if after and _is_variant(after.group(), first["n"]) else None
        if after is None:
            break
        found.append(after)
        before = after
    many = bool(first.groupdict().get("many"))
    while found and not (many or not found[-1].group().isdigit() or _CLOSES.match(text, found[-1].end())):
        found.pop()
    return found


def _is_variant(number: str, first: str) -> bool:
    """True for the same number with another letter ("11A" and "11C")."""
    return number[-1].isalpha() and first[-1].isalpha() and number[:-1].strip() == first[:-1].strip()


def _year(number: str) -> int | None:
    """The year behind the slash of a number ("14/98")."""
    match = re.search(r"/\s?(\d{2,4})$", number)
    if match is None:
        return None
    year = int(match.group(1))
    return year if year > 99 else year + (1900 if year >= 60 else 2000)


@cache
def _data() -> Any:
    """The lexicon's words for references."""
    return load("references.yml")


def _filled(way: str) -> str:
    """One line of the lexicon as an expression."""
    while _WORD.search(way):
        way = _WORD.sub(lambda match: str(_data()["words"][match.group(1)]), way)
    return way.replace(" ", r"\s+").replace("~", r"\s*")


@cache
def _kinds() -> dict[str, tuple[Sieved, ...]]:
    """Kind -> the ways of referring to such a thing."""
    return {kind: tuple(Sieved(_filled(way), re.I) for way in ways) for kind, ways in _data()["kinds"].items()}


@cache
def _way(name: str) -> re.Pattern[str]:
    return re.compile(_filled(_data()[name]), re.I)


@cache
def _numbers(kind: str) -> re.Pattern[str]:
    """A number of this kind by itself."""
    return re.compile(_filled(_data()["words"][kind]) + r"\b", re.I)
