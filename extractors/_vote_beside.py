"""How a decision was voted where the text tells it beside the decision: in a sentence of its own before or behind it.

"Dette ble vedtatt mot to stemmer:" opens a resolution, "Det var samrøystes." closes one. A sentence that
tells of a proposal that fell, or that is a decision of its own, is none of another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import _votes
from extractors._helpers import Sentence, sentences_of
from extractors._matching import word_list
from extractors._resolutions import VOTE_ONLY, Decision, item_key
from extractors._stated import COUNTED
from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline.model import Document, Record

_LONGEST = 12
"""Words of a sentence that tells only how the one beside it was voted, at most."""
_BARE = 6
"""Words of a line that stands over a resolution like a label ("Styrets enstemmige vedtak")."""
_NEAR = 2
"""Sentences before and behind a decision that may tell how it was voted."""
_FIRST = re.compile(r"\w+")
_REFERS = expression("vote_beside.refers")
"""How a decision begins, or what it holds, that follows from the count before it."""
_CARRIED = expression("vote_beside.carried")
"""A sentence that only says that what was resolved before it was carried."""
_Spoken = dict[int | None, list[Sentence]]


def voted(document: Document, found: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions, those without a vote with the one that is told beside them."""
    spoken: _Spoken = {}
    for block in document.blocks:
        item = document.item_of(block.index)
        spoken.setdefault(item_key(document, block.index), []).extend(sentences_of(block, item))
    found = list(_joined(document, found))
    own = {(one.block, part) for one in found for part in (one.text, *one.points)}
    elections = {key: said for key, run in spoken.items() if (said := _of_all_elections(run))}
    for one in found:
        if one.outcome == "elected" and not one.vote and (of_all := elections.get(item_key(document, one.block))):
            yield replace(one, vote=_votes.vote(of_all))
            continue
        beside = None if one.vote else _beside(spoken.get(item_key(document, one.block), []), one, own)
        yield replace(one, vote=beside) if beside else one


def _of_all_elections(run: list[Sentence]) -> str:
    """The sentence of an item that tells how all its elections were voted ("Valgene var enstemmige."), or ""."""
    return next((one.text for one in run if _ELECTIONS.match(one.text) and _votes.UNANIMOUS.search(one.text)), "")


_ELECTIONS = expression("vote_beside.elections")


def _joined(document: Document, found: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions without those that only tell how the one right before them was voted; that one has their vote."""
    before: Decision | None = None
    for one in sorted(found, key=lambda decision: decision.block):
        if (
            before is not None
            and before.vote is None
            and one.vote
            and one.block - before.block in (0, 1)
            and item_key(document, one.block) == item_key(document, before.block)
            and len(one.text.split()) <= _LONGEST
            and (VOTE_ONLY.match(one.text) or (one.block == before.block and _CARRIED.match(one.text)))
        ):
            before = replace(before, vote=one.vote)
            continue
        if (
            before is not None
            and before.outcome == one.outcome == "elected"
            and one.block - before.block in range(8)
            and item_key(document, one.block) == item_key(document, before.block)
            and _ALL_CHOSEN.match(one.text)
        ):
            before = replace(before, vote=before.vote or one.vote)
            continue
        if before and one.vote is None and _counted_before(document, before, one):
            before = replace(one, vote=before.vote)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


_ALL_CHOSEN = expression("vote_beside.all_chosen")
"""That all of those just named were elected, and how."""


def _counted_before(document: Document, before: Decision, one: Decision) -> bool:
    """True for a sentence that gives the count of a vote right before the decision that it carried."""
    if before.rule == COUNTED:
        near = one.block - before.block in (0, 1) and _REFERS.search(one.text) is not None
        return near and item_key(document, one.block) == item_key(document, before.block)
    return one.block == before.block and _only_counts(before)


def _only_counts(one: Decision) -> bool:
    """True for a sentence that gives the count of a vote and does not say of what."""
    return (
        one.vote is not None
        and one.vote["for"] is not None
        and len(one.text.split()) <= _LONGEST
        and bool(_votes.BALLOT.match(one.text))
        and not _votes.COUNTED.search(one.text)
    )


def _beside(run: list[Sentence], one: Decision, own: set[tuple[int, str]]) -> Record | None:
    """The vote that the sentence behind or before a decision tells."""
    parts = [
        at for at, sentence in enumerate(run) if sentence.block.index >= one.block and _part(sentence.text, one.text)
    ]
    if not parts:
        return None
    last = parts[0]
    while last + 1 in parts:
        last += 1
    for away, sentence in enumerate(run[last + 1 : last + 1 + _NEAR]):
        if not _is_own(sentence, own) and _tells(sentence.text, words=away == 0):
            return _votes.vote(sentence.text)
    first = parts[0]
    begins = first == 0 or run[first - 1].block.index != run[first].block.index
    for away, sentence in enumerate(reversed(run[max(0, first - _NEAR) : first])):
        if _is_own(sentence, own) or _votes.FELL.search(sentence.text):
            continue
        short = len(sentence.text.split()) <= _BARE and not sentence.text.endswith(".")
        opens = sentence.text.endswith(":") or (short and begins)
        if (away == 0 and opens) or (begins and _votes.COUNTED.search(sentence.text)):
            return _votes.vote(sentence.text)
        if _votes.BALLOT.match(sentence.text) and (begins or _REFERS.match(one.text)):
            counted = _votes.vote(sentence.text)
            passed = counted is not None and (counted["for"] or 0) > (counted["against"] or 0)
            if counted and counted["for"] is not None and passed != (one.outcome == "rejected"):
                return counted
    return None


def _part(sentence: str, text: str) -> bool:
    """True for a sentence of a decision, or one whose end begins it behind the words that announce it."""
    announced = sentence.partition(": ")[2]
    return sentence in text or bool(announced and text.startswith(announced))


def _is_own(sentence: Sentence, own: set[tuple[int, str]]) -> bool:
    """True for a sentence that belongs to a decision."""
    return any(block == sentence.block.index and sentence.text in text for block, text in own)


def _tells(text: str, *, words: bool) -> bool:
    """True for a short sentence about the decision before it: the vote first, or the resolution and how it was voted.

    `words`: a word for the resolution may open it.
    """
    if len(text.split()) > _LONGEST or _votes.FELL.search(text):
        return False
    first = _FIRST.search(text)
    return bool(VOTE_ONLY.match(text) or _votes.BALLOT.match(text) or _votes.DISSENTERS.match(text)) or bool(
        words and first and fold(first.group()) in word_list("resolution_words")
    )
