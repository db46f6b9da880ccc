"""Days that a paper tells of something else than its meeting: when it was written, sent, approved, or is due."""

from __future__ import annotations

import re
from functools import cache

from extractors.lexicon import lexicon
from extractors.lexicon.wording import expression
from pipeline import dates

_CLAUSE = re.compile(r"[;(·|•]|(?<=[a-zæøåA-ZÆØÅ]{2})[.!?]\s|(?<=\d{4})[.!?,]?\s(?=[A-ZÆØÅ])")
"""What divides the clause of a day from what stands before it: a full stop behind a word or a year, an opened parenthesis."""
_MEETING = expression("other_days.meeting")


def of_another_act(before: str) -> bool:
    """True for a day of which the words before it say that then the paper was written, sent, approved or filed.

    >>> of_another_act("Møtet startet 18.00 i kjelleren. Referatet er sendt ut "), of_another_act("Referat sendt etter møtet ")
    (True, False)
    >>> of_another_act("Skrevet 3. mai 2011, møtet var "), of_another_act("Eksportert 3.5.2011. Versjon 2, ")
    (False, False)
    """
    clause = _CLAUSE.split(before)[-1]
    told = list(acts().finditer(clause))
    if not told:
        return False
    behind = clause[told[-1].end() :]
    return not _MEETING.search(behind) and not any(day.day for day in dates.find(behind))


@cache
def acts() -> re.Pattern[str]:
    """The words that tell of another act than meeting; those of the lexicon that end in a star by how they begin."""
    words = sorted(lexicon().lists["other_acts"], key=len, reverse=True)
    ways = (rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else re.escape(word) for word in words)
    return re.compile(rf"\b(?:{'|'.join(ways)})(?!\w)", re.I)
