"""The date of a task that stands in the sentence beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors import _due
from extractors._actors import Cast
from extractors._clauses import subject
from extractors._hanging import event_before
from extractors._helpers import Sentence
from extractors._next_words import NEXT
from extractors._tasks import Action
from extractors.lexicon.wording import expression
from pipeline.model import Actors, When

IT = expression("task_dates.it")
"""How a sentence begins that goes on about what the one before gave somebody to do."""
THEN = expression("task_dates.then")
"""How a sentence begins that tells what is for the next meeting, behind the one that says when it is."""
_THERE = expression("task_dates.there")
"""How the sentence begins that tells what the next meeting is about, before one of who does what there."""
DRAFTS = expression("task_dates.drafts")
"""What is done to have something ready by the deadline just named."""


def hung(action: Action, told: Sequence[str]) -> Action:
    """The action whose words hang on a day ("en uke før"), with the day that the sentences before it name."""
    if action.due is None or action.due_kind not in _due.HANGING or action.due.hangs_on:
        return action
    return replace(action, due=replace(action.due, hangs_on=event_before(told)))


def same_thing(text: str, before: str) -> bool:
    """True where a sentence's subject is "it", or a noun of the sentence before."""
    if IT.match(text):
        return True
    first = re.match(r"[A-ZÆØÅ]([\wæøå]{3,}?)(?:en|et|a|ane|ene|ene)?\b", text)
    return bool(
        first
        and re.search(
            rf"\b{re.escape(first.group()[:-2].casefold()) if len(first.group()) > 5 else '§'}", before.casefold()
        )
    )


_STRANGERS = Cast(Actors())
"""Actors of no document: anybody may be the subject of a sentence."""


def with_date_before(action: Action, spoken: Sequence[Sentence]) -> Action:
    """The action with the date of what leads up to it: a deadline for the same thing, or the next meeting.

    `spoken` are the sentences of its block before it.
    """
    if not spoken:
        return action
    before = spoken[-1]
    meets_next = any(NEXT.search(one.text) for one in spoken)
    there = len(spoken) > 1 and NEXT.search(spoken[-2].text) and _THERE.match(before.text)
    then = there or THEN.match(action.text)
    if meets_next and then:
        return replace(
            action, due=When("neste møte"), due_kind="next_meeting", origin="the next meeting named just before"
        )
    firm = [d for d in _due.find(before.text) if d.strong and d.kind in ("date", "month_end", "next_meeting")]
    drafted = DRAFTS.search(action.text)
    shared = _nouns(before.text) & _nouns(action.text[drafted.end() :]) if drafted else set()
    if firm and shared and not subject(before.text, _STRANGERS):
        return replace(action, due=firm[0].when, due_kind=firm[0].kind, origin="the deadline in the sentence before")
    return action


def _nouns(text: str) -> set[str]:
    """Longer words of a text, by their first letters, to tell whether two sentences are about one thing."""
    return {w.casefold()[:6] for w in re.findall(r"[\wæøå]{5,}", text)} - {"saken", "møtet", "neste", "styret"}
