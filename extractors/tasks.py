"""The tasks that a mandate gives, lettered or numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.lexicon import Lexicon
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role

KINDS = {Kind.MANDATE}
ROUND = 1
_TASK = re.compile(r"^(?P<n>[a-zæøå]|\d{1,2})\s*[.)]\s+(?P<t>\S.*)$", re.S)


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
    lettered = [(m, b) for b in document.blocks if (m := _TASK.match(b.text)) and m["n"].isalpha()]
    if len(lettered) >= 2:
        expected = "a"
        for match, block in lettered:
            if match["n"] == expected:
                yield _task(match, block)
                expected = chr(ord(expected) + 1)
        return
    expected_number = 1
    for block in document.blocks:
        numbered = _TASK.match(block.text)
        if not numbered or not numbered["n"].isdigit() or block.role is Role.HEADING:
            continue
        if int(numbered["n"]) == expected_number:
            yield _task(numbered, block)
            expected_number += 1


def _task(match: re.Match[str], block: Block) -> Task:
    return Task(
        place=block.place(), block=block.index, rule="task list", confidence=0.92, number=match["n"], text=match["t"]
    )
