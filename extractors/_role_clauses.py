"""What a clause behind a name tells of its bearer's part: who led the meeting, who wrote of it."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression

_WROTE = expression("role_clauses.wrote", re.NOFLAG)
"""What a remark says of who wrote the minutes ("som skreiv møteboka", "som har skrevet dette")."""
_PRESIDED = expression("role_clauses.presided", re.NOFLAG)
"""What a remark says of who led the meeting ("som styrte ordskiftet", "heldt i møtet")."""


def told_role(clause: str) -> str | None:
    """The role that a clause of small letters tells of, or None.

    >>> [told_role(c) for c in ("som har skrevet dette", "styrte ordskiftet", "heldt i møtet", "førte sak 3")]
    ['minute_taker', 'chair', 'chair', None]
    """
    if _WROTE.search(clause):
        return "minute_taker"
    return "chair" if _PRESIDED.search(clause) else None
