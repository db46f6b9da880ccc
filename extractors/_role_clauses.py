"""What a clause behind a name tells of its bearer's part: who led the meeting, who wrote of it."""

from __future__ import annotations

import re

_DOES = r"^(?:som\s+|og\s+|han\s+|ho\s+|hun\s+)?(?:òg\s+|også\s+|samtidig\s+|samstundes\s+)?(?:har\s+|hadde\s+)?"
_WROTE = re.compile(
    _DOES
    + r"(?:(?:skrev|skreiv|skrevet|skrive|skriver|skriv|førte|førde|fører|ført|tok|tek|tar|noterte|noterer|notert)"
    r"(?:\s+ned)?\s+(?:(?:referat|rapport|protokoll|møtebok|bok|notat|logg)\w*|(?:i\s+)?penn\w*|dette\w*|denne\s+g[ao]ng\w*|i\s+dag|det\s+heile|det\s+hele|ned|for oss)"
    r"|noterte|noterer|refererte|refererer)$"
)
"""What a remark says of who wrote the minutes ("som skreiv møteboka", "som har skrevet dette")."""
_PRESIDED = re.compile(
    _DOES
    + r"(?:ledet|ledede|leda|leia|leidde|leder|leier|styrte|styrer|styrde|førte|førde|fører|held|heldt|holdt|holder)\s+(?:i\s+)?"
    r"(?:(?:møte|samling|ordskifte|forhandling|ordstyring|drøfting|samtal|prat|diskusjon|klubb|tråd)\w*|ordet|det\s+heile|det\s+hele)$"
)
"""What a remark says of who led the meeting ("som styrte ordskiftet", "heldt i møtet")."""


def told_role(clause: str) -> str | None:
    """The role that a clause of small letters tells of, or None.

    >>> [told_role(c) for c in ("som har skrevet dette", "styrte ordskiftet", "heldt i møtet", "førte sak 3")]
    ['minute_taker', 'chair', 'chair', None]
    """
    if _WROTE.search(clause):
        return "minute_taker"
    return "chair" if _PRESIDED.search(clause) else None
