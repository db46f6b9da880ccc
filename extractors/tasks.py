"""The tasks that a mandate gives, lettered or numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

from extractors._matching import cue
from extractors._resolutions import wide
from extractors.lexicon import Lexicon
from pipeline import dates
from pipeline.model import Block, Document, Fact, Issue, Item, Kind, Record, Role
from pipeline.outline import sections

KINDS = {Kind.MANDATE}
ROUND = 1
_TASK = re.compile(r"^(?P<n>[a-zæøå]|\d{1,2})\s*[.)]\s+(?P<t>\S.*)$", re.S)
_INNER = re.compile(r"^(?P<n>\d{1,2}\.\d{1,2})\.?\s+(?P<t>\S.*)$", re.S)
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_FEWEST = 2
"""So many points are a list."""
_MOST = 8
"""Blocks between two tasks that go on with the first one, at most; more are text of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Fact):
    """A lettered or numbered task of a mandate."""

    collection = "tasks"
    number: str
    text: str

    def record(self) -> Record:
        """The contract's task record."""
        return {"number": self.number, "text": self.text}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Task | Issue]:
    """Lettered points that rise from a, or numbered ones from 1 where there are no letters."""
    listed = _listed(document.blocks, sections.of_mandate(document.blocks, lexicon))
    for at, (match, block) in enumerate(listed):
        after = listed[at + 1][1].index if at + 1 < len(listed) else None
        rest = _rest(document.blocks, block, after)
        yield Task(
            place=wide([(part, 0, len(part.text)) for part in (block, *rest)]),
            block=block.index,
            rule="task list",
            confidence=0.92,
            number=match["n"],
            text=" ".join([match["t"], *(part.text for part in rest)]),
        )


def _listed(blocks: tuple[Block, ...], headed: tuple[Item, ...]) -> list[tuple[re.Match[str], Block]]:
    """The blocks that open a task, each with its number and its words; what heads a section opens none."""
    heads = {item.first for item in headed}
    points = [
        (match, block)
        for block in blocks
        if block.index not in heads and (match := _TASK.match(block.text)) and not _opens_with_day(block)
    ]
    lettered = [(match, block) for match, block in points if match["n"].isalpha()]
    if len(lettered) >= _FEWEST:
        return _rising(lettered, _LETTERS)
    numbered = [(match, block) for match, block in points if match["n"].isdigit() and block.role is not Role.HEADING]
    return _below(blocks, headed) or _rising(numbered, map(str, count(1)))


def _opens_with_day(block: Block) -> bool:
    """True for a line that a day begins ("1. mai 2023 ..."), whose number counts nothing."""
    return any(found.day and not found.start for found in dates.find(block.text))


def _below(blocks: tuple[Block, ...], headed: tuple[Item, ...]) -> list[tuple[re.Match[str], Block]]:
    """The points of the section of tasks that are counted by its own number ("3.1", "3.2")."""
    for item in headed:
        if item.number and item.first is not None and cue("heads_tasks").find(item.title):
            inner = [(m, b) for b in blocks[item.first + 1 : (item.last or 0) + 1] if (m := _INNER.match(b.text))]
            return _rising(inner, (f"{item.number}.{n}" for n in count(1)))
    return []


def _rising(points: list[tuple[re.Match[str], Block]], numbers: Iterable[str]) -> list[tuple[re.Match[str], Block]]:
    """Those of the points that have these numbers, one after the other."""
    expected = iter(numbers)
    number, found = next(expected), []
    for match, block in points:
        if match["n"] == number:
            found.append((match, block))
            number = next(expected, "")
    return found if len(found) >= _FEWEST else []


def _rest(blocks: tuple[Block, ...], opens: Block, after: int | None) -> list[Block]:
    """The blocks that go on with a task: what stands before the next one, and behind a colon the points of its own."""
    inner = _until(blocks[opens.index + 1 : after], lambda block: block.role in (Role.HEADING, Role.ROW))
    if after is not None and len(inner) <= _MOST:
        return inner
    if not opens.text.rstrip().endswith(":"):
        return []
    return _until(inner, lambda block: block.role is not Role.LIST)


def _until(blocks: Sequence[Block], ends: Callable[[Block], bool]) -> list[Block]:
    return list(takewhile(lambda block: not ends(block), blocks))
