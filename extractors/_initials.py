"""The initials that stand for a name."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.memo import KEPT


@lru_cache(KEPT)
def initials_of(name: str) -> frozenset[str]:
    """The initials that may stand for a name, as people write them.

    >>> sorted(initials_of("Pål Chr Berge")), sorted(initials_of("Hanne Torvik"))
    (['PB', 'PCB'], ['HAT', 'HT', 'HTO', 'HTo', 'HaT'])
    """
    parts = [p for p in re.split(r"[\s-]+", name) if p and p[0].isupper()]
    if len(parts) < 2:
        return frozenset()
    first, last = parts[0], parts[-1]
    # With two names people reach for a third letter: HAT or HTO for Hanne Torvik
    pair = {first[:2] + last[0], first[0] + last[:2]} if len(parts) == 2 else set()
    longer = pair | {letters.upper() for letters in pair}
    return frozenset(("".join(p[0] for p in parts), first[0] + last[0], *longer))
