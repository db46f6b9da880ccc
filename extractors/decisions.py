"""What was decided, agreed, approved, elected or concluded at this meeting.

Under a label ("Vedtak:", "Samrøystes vedtak:", "Konklusjon:") the whole text is one decision with its points; in prose
a sentence with a cue of the lexicon is one, unless it proposes, asks, or reports what another body decided. The
proposal ("Innstilling:") with the same words is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import (
    _announced,
    _elections,
    _money,
    _no_decision,
    _outcome,
    _resolutions,
    _verdict_lists,
    _vote_beside,
    _votes,
)
from extractors._formalities import FORMALITY, PAPERS
from extractors._helpers import in_list, regions, sentences_of
from extractors._matching import word_list
from extractors._own_body import meaning_of
from extractors._resolutions import Decision
from extractors._said import ALONE, FIRM, LEAST, UNSEEN, chance, is_sentence
from extractors._settled import CLOSER, another_body, assents, firm, label_of_another
from extractors._stated import ELECTED, decision, stated
from extractors._trailers import joined
from extractors._whose import proposed
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Issue, Item, Kind, Place, Role

KINDS = {Kind.MINUTES}
ROUND = 2
_UNLABELLED = ("introduced", "repeated proposal", "verdict on a proposal", "lines of an election")
"""Decisions beside which the running text of an item may hold more."""


def extract(document: Document, lexicon: Lexicon) -> Iterator[Decision | Issue]:
    """Every decision of the minutes, in order."""
    region = regions(document, lexicon)
    skip = in_list(document)
    decided: set[int] = set()
    found: list[Decision] = []
    found.extend(_resolutions.in_tables(document, skip))
    found.extend(_announced.voted_proposals(document, skip, lexicon))
    for block in document.blocks:
        if block.index in decided or block.index in skip or block.role is Role.ROW:
            continue
        meaning = meaning_of(document, block, lexicon)
        if (
            meaning == ("decision",)
            and label_of_another(document, block.label)
            and _resolutions.resolved_below(document, block)
        ):
            continue
        if meaning == ("decision",) and not _resolutions.is_item(document, block):
            run = _resolutions.run(document, region, block.index, lexicon)
            decided.update(b.index for b in run)
            after = _resolutions.vote_lines(document, run[-1].index + 1)
            decided.update(b.index for b in after)
            found.extend(_resolutions.labelled([*run, *after], block, _resolutions.treatment_votes(document, block)))
    for resolution in _announced.inline(document, region, decided | skip, lexicon):
        decided.add(resolution.block)
        found.append(resolution)
    for resolution, blocks in _elections.lists(document, region, decided | skip):
        decided.update(blocks)
        found.append(resolution)
    for resolution in _verdict_lists.lists(document, region, decided | skip):
        decided.add(resolution.block)
        found.append(resolution)
    for resolution, blocks in _announced.introduced(document, region, decided | skip):
        decided.update(blocks)
        found.append(resolution)
    settled = {_resolutions.item_key(document, one.block) for one in found}
    for resolution, blocks in _announced.repeated(document, region, decided | skip):
        if _resolutions.item_key(document, resolution.block) in settled:
            continue
        decided.update(blocks)
        found.append(resolution)
    for resolution, blocks in _resolutions.in_bold(document, region, lexicon):
        decided.update(blocks)
        found.append(resolution)
    has_label = {_resolutions.item_key(document, one.block) for one in found if one.rule not in _UNLABELLED}
    for block in document.blocks:
        named = region[block.index] in ("present", "absent") and block.index not in decided
        if named and block.role is not Role.ROW and PAPERS.search(block.text):
            told_of = stated(
                document, block, None, labelled=False
            )  # behind the names: "Referatet vart lese og godkjent."
            found.extend(one for _, one in told_of if one and FORMALITY.search(one.text))
            continue
        if block.index in decided or block.index in skip or region[block.index] in UNSEEN:
            continue
        item = document.item_of(block.index)
        glued = item is not None and item.first == block.index and bool(item.glued)
        heading = block.role is Role.HEADING and not (is_sentence(block) or glued or CLOSER.fullmatch(block.text))
        if block.role is Role.ROW or heading:
            continue
        labelled = _resolutions.item_key(document, block.index) in has_label and item is not None
        if region[block.index] == "background":
            continue
        proposal = region[block.index] == "proposal"
        told = _votes.FELL.search(block.text) or (not labelled and _CARRIED.search(block.text))
        if proposal and (not told or any(one.block == block.index for one in found)):
            continue
        quiet = proposal or (labelled and region[block.index] == "treatment")
        by_rule = dict(stated(document, block, item, labelled=labelled))
        every = by_rule
        if quiet:  # the vote beside a resolution: only what fell, and who may take part, is a decision of its own
            own = {at: one for at, one in by_rule.items() if one and _stands_alone(one)}
            by_rule = {at: one for at, one in own.items() if not proposal or _votes.FELL.search(one.text)}
            if proposal and not labelled:
                by_rule |= {at: one for at, one in every.items() if one and _CARRIED.search(one.text)}
        announces = block.index + 1 in decided and block.text.rstrip().endswith(":")
        found.extend(_weighed(document, block, item, by_rule, announces=announces))
    found = _no_decision.without_remarks(document, found)
    yield from sorted(_vote_beside.voted(document, found), key=lambda decision: decision.block)


_CARRIED = expression("decisions.carried")
"""That the proposal just made was carried."""
_WHO_TAKES_PART = expression("decisions.who_takes_part")


def _stands_alone(decision: Decision) -> bool:
    """True for what was decided while a matter was treated, and is not what it came to."""
    return decision.outcome == "rejected" or _WHO_TAKES_PART.search(decision.text) is not None


def _weighed(
    document: Document, block: Block, item: Item | None, by_rule: dict[int, Decision | None], *, announces: bool
) -> Iterator[Decision]:
    """The sentences of a block that are decisions, the rules' word and the model's weighed together.

    A sentence that only the model takes for one, right behind another, goes on with it. `announces`: what stands behind
    the block is a decision that its last words announce.
    """
    before: Decision | None = None
    began = 0
    for sentence in joined(list(sentences_of(block, item))):
        said = document.said.get((block.index, sentence.start))
        rule = by_rule.get(sentence.start)
        sure = chance(said, "decision", rule.rule if rule else None) if said else rule.confidence if rule else 0.0
        if rule is not None and firm(document, rule.text):
            sure = max(sure, FIRM)
        vetoed = (sentence.start in by_rule and rule is None) or proposed(block, sentence.start, sentence.end)
        if (
            vetoed
            or (announces and sentence.end >= len(block.text.rstrip()))
            or sure < (ALONE["decision"] if rule is None else LEAST)
            or (
                rule is None
                and (
                    sentence.text.endswith(":")
                    or _no_decision.is_none(sentence.text)
                    or another_body(document, sentence.text)
                )
            )
        ):
            found = None
        elif rule is not None:
            found = replace(rule, confidence=round(sure, 2))
            if before is not None and rule.text.startswith(before.text):
                before = None  # it has become a part of what closes it
                began = sentence.start
            elif before is not None and _goes_with(before, found, sentence.text):
                end = max(sentence.end, block.text.find(found.text) + len(found.text))  # its vote may stand behind it
                found = _with(before, found, block.text[began:end], block.place(began, end))
                before = None
            else:
                began = sentence.start
        elif before is not None and not _begins_anew(sentence.text):
            text = block.text[began : sentence.end]
            before = replace(
                before, outcome=_outcome.told(text) if before.rule == "sentence" else before.outcome, text=text, place=block.place(began, sentence.end), vote=before.vote or _votes.vote(text),
                amounts=_money.amounts(text),
            )  # fmt: skip
            continue
        else:
            found = decision(sentence, _outcome.told(sentence.text), "sentence", sure, [])
            began = sentence.start
        if before is not None:
            yield before
        before = found
    if before is not None:
        yield before


def _begins_anew(text: str) -> bool:
    """True for a sentence that settles something else than the one before: another office, or a "but yes" to a no."""
    opens = _outcome.first_word(text).casefold()
    return opens in word_list("contrasts") or _OFFICE_FIRST.match(text) is not None


def _goes_with(before: Decision, found: Decision, text: str) -> bool:
    """True where a sentence closes the decision right before it: with that, all agree, or how the whole was voted."""
    if _WITH_THAT.match(text):
        return before.rule == "sentence" or len(text.split()) <= _SHORT
    if before.rule == "sentence" and (_VERDICT.match(text) or (_HENCE.search(text) and len(text.split()) <= _CLOSING)):
        return True
    if before.rule == found.rule == ELECTED:
        return not _OFFICE_FIRST.match(text)
    return assents(text) or (found.rule == "voted sentence" and before.vote is None)


_VERDICT = expression("decisions.verdict")
"""A verdict whose matter the sentence before it names."""
_HENCE = expression("decisions.hence")
_CLOSING = 10
"""Words of a sentence that draws what follows from the one before it, at most."""
_OFFICE_FIRST = expression("decisions.office_first")
"""A sentence of another office and who was elected to it."""
_SHORT = 3
"""Words of a verdict on the rest of a matter ("Ellers godkjent."), at most."""


def _with(before: Decision, closing: Decision, text: str, place: Place) -> Decision:
    """A decision and what closes it as one; the outcome is the first one's unless only the closing words make it one."""
    named = before.rule != "sentence" and not _WITH_THAT.match(text) and before.outcome not in (None, "adopted")
    outcome = before.outcome if named else closing.outcome
    vote = before.vote or closing.vote
    return replace(closing, text=text, place=place, outcome=outcome, vote=vote, amounts=_money.amounts(text))


_WITH_THAT = expression("decisions.with_that", re.NOFLAG)
"""How a sentence begins that settles a matter with what the one before it says."""
