"""What only looks like a decision: questions, conditions, talk, views, bare counts of votes, what is yet to be decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._matching import cue
from extractors._resolutions import Decision, item_key
from extractors.lexicon.wording import expression
from pipeline.model import Document

CONDITIONAL = expression("no_decision.conditional")
"""A condition, or what happened first where nothing follows it."""
QUESTION = re.compile(r"\?\s*$")
NEXT_MEETING = expression("no_decision.next_meeting")
"""When they meet next has a record of its own, and what they will do then is not decided."""


UNLESS = expression("no_decision.unless")
"""How these minutes will be approved if nobody objects."""


def is_none(text: str) -> bool:
    """True for a question, a condition, talk, a proposal that stands, and what is yet to be decided."""
    if QUESTION.search(text) or CONDITIONAL.match(text) or NEXT_MEETING.match(text) or _TALK.search(text):
        return True
    if cue("tells").find(text):
        return True
    if UNLESS.search(text) or UNSETTLED.search(text):
        return True
    if (
        len(text.split()) < 2
        or _COUNT_ONLY.match(text)
        or _VIEW.match(text)
        or (_COUNT.search(text) and not _CARRIED.search(text))
    ):
        return True
    return bool(_YET_TO_BE.search(text) or (_PROPOSES.search(text) and not _FELL.search(text)))


def is_of_a_proposal(text: str) -> bool:
    """True for a sentence that a proposal or one point was carried; what was resolved stands under its label.

    One that fell is a decision of its own: the label does not have it.
    """
    return bool(_ON_A_PROPOSAL.search(text)) and not _FELL_AT_LAST.search(text)


_ON_A_PROPOSAL = expression("no_decision.on_a_proposal")
_FELL_AT_LAST = expression("no_decision.fell_at_last")
_COUNT = expression("no_decision.count")
_CARRIED = expression("no_decision.carried")
"""What a count of votes came to; without it the count is part of what stands beside it."""
_COUNT_ONLY = expression("no_decision.count_only")
"""A count of votes on what is told elsewhere."""
_VIEW = expression("no_decision.view", re.NOFLAG)
"""One person's view, not that of all."""
_TALK = expression("no_decision.talk")
UNSETTLED = expression("no_decision.unsettled")
"""That they came to nothing, or that a vote was taken without what came of it."""
_YET_TO_BE = expression("no_decision.yet_to_be")
_PROPOSES = expression("no_decision.proposes")
_FELL = expression("no_decision.fell")


_NO_REMARKS = expression("no_decision.no_remarks")


def without_remarks(document: Document, found: Sequence[Decision]) -> list[Decision]:
    """The decisions without those that only say that nobody had remarks, where what came of the item stands beside them."""
    approved = [one for one in found if one.outcome == "approved" and not _NO_REMARKS.match(one.text)]
    told = {item_key(document, one.block) for one in approved} - {None}
    return [one for one in found if not _NO_REMARKS.match(one.text) or item_key(document, one.block) not in told]
