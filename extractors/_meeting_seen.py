"""What of a meeting has been found so far, and which labels and lines its head has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Place, When

DATE_LABELS = ("date", "date_time", "time", "time_place")
"""What labels mean behind which day, hours or place stand."""
STAMPED = expression("meeting_seen.stamped")
"""Words of a line that tells when the page was made."""
MADE_BY = re.compile(r"^(?:[a-zæøå]{2,4},\s*)\d", re.I)
"""A line of who wrote it, by initials, and when."""


@dataclass(slots=True)
class Seen:
    """What has been found so far; the first of each kind stays, a better one replaces a worse."""

    when: tuple[float, When, Place, int, str] | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None

    def date(self, worth: float, text: str, place: Place, block: int, rule: str) -> bool:
        """Keep a date that is worth more than the one so far; True where it was."""
        if self.when is not None and worth <= self.when[0]:
            return False
        self.when = (worth, When(text), place, block, rule)
        return True

    def clock(self, text: str, *, cue: bool) -> None:
        found = dates.clock(text, cue=cue)
        if found and self.start is None:
            self.start = found[0]
            self.end = self.end or found[1]
