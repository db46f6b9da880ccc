"""Who was elected to lead or to write, in the item whose title names the office ("Val av møteleiar" / "Siv Lie vart vald")."""

from __future__ import annotations

import re

from extractors._gathering import Gathering
from extractors._helpers import sentences_of
from extractors._names import is_name, office_before
from extractors._prose_patterns import P
from extractors.lexicon.wording import expression, table
from pipeline.model import Document, Item

_OFFICES: dict[str, str] = table("constituting.offices")
_ELECTS = re.compile(r"\b(?:valg|val)\s+av\s+(?P<offices>.+)$", re.I)
_OPENS = expression("constituting.opens")
"""How the title of an item begins in which a meeting gives itself a leader and a writer."""
_ELECTION = expression("constituting.election")
_CHOSEN = expression("constituting.chosen", re.NOFLAG, p=P)
"""A sentence that elects somebody without saying to what."""
NEAR = 3
"""Blocks below the heading among which such a sentence stands."""


def opens_meeting(item: Item) -> bool:
    """True for the item in which the meeting is opened and its leader elected."""
    return bool(_OPENS.search(item.title or "")) or _offices(item) != []


def is_election(item: Item) -> bool:
    """True for an item that is an election and nothing else ("Val", "Valg av nytt styre")."""
    return _ELECTION.search(item.title or "") is not None


def _offices(item: Item) -> list[str]:
    """The roles that the title of an item says it elects."""
    found = _ELECTS.search(item.title or "")
    if not found:
        return []
    return [role for role, words in _OFFICES.items() if re.search(rf"\b(?:{words})\b", found["offices"], re.I)]


def gather(document: Document, people: Gathering) -> None:
    """Give the role that an item's title names to whom its text says was elected, where nobody has it."""
    for item in document.items:
        offices = _offices(item)
        if len(offices) != 1 or item.first is None or any(f.role == offices[0] for f in people.facts):
            continue
        last = min(item.last if item.last is not None else item.first, item.first + NEAR)
        for block in document.blocks[item.first : last + 1]:
            chosen = next((m for s in sentences_of(block, item) if (m := _CHOSEN.match(s.text.strip()))), None)
            name = office_before(chosen["p"])[1] if chosen else ""
            if is_name(name, single=True):
                people.give(name, offices[0], block.place(), block.index, "elected by the item", 0.88)
                break
