"""The KOSTRA functions that a report lists as its body's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.lexicon import Lexicon
from pipeline.model import Document, Fact, Issue, Kind, Record, Role

KINDS = {Kind.ANNUAL_REPORT}
ROUND = 1
_FUNCTION = re.compile(r"^\W{0,3}\s*(?:o |e )?(?P<code>\d{3})\s+(?P<name>[A-ZÆØÅ].{3,90})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Function(Fact):
    """A KOSTRA function that the body lists as its own."""

    collection = "functions"
    code: str
    name: str

    def record(self) -> Record:
        """The contract's function record."""
        return {"code": self.code, "name": self.name}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Function | Issue]:
    """Three-digit codes with a name, listed one a line."""
    seen: set[str] = set()
    for block in document.blocks:
        match = _FUNCTION.match(
            " ".join(c.text for c in block.lines[0].cells) if block.role is Role.ROW else block.text
        )
        if match and match["code"] not in seen and len(block.lines) <= 2 and not match["name"].rstrip().endswith("."):
            seen.add(match["code"])
            yield Function(
                place=block.place(),
                block=block.index,
                rule="function list",
                confidence=0.85,
                code=match["code"],
                name=match["name"].strip(),
            )
