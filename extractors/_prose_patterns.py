"""The ways in which running text tells who led, who wrote, who was there and who was away, from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from extractors._sieve import Sieved
from extractors.lexicon.wording import phrase, table

P = phrase("prose_patterns.p")
"""A person's whole name, as `p`."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One named way in which prose tells of somebody's part; `role` or else `status` is what it says.

    An `early` one tells of the whole meeting only above its items.
    """

    name: str
    pattern: Sieved
    role: str | None = None
    status: str = "present"
    confidence: float = 0.9
    early: bool = False


def _patterns() -> tuple[Pattern, ...]:
    """All of them, in the lexicon's order."""
    ways = table("prose_patterns.ways")
    return tuple(Pattern(name, Sieved(way.pop("how")), **way) for name, way in ways.items())


PATTERNS = _patterns()
PATTERNS_BY_NAME = {pattern.name: pattern for pattern in PATTERNS}
