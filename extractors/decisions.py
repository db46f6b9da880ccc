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
from extractors._helpers import Sentence, in_list, regions, sentences_of
from extractors._matching import cue
from extractors._resolutions import Decision
from extractors._said import ALONE, FIRM, LEAST, UNSEEN, chance, is_sentence
from extractors._settled import CLOSER, another_body, echoes, firm, goes_before, label_of_another, open_before, resolves
from extractors._trailers import joined
from extractors._whose import elsewhere, of_this_meeting, proposed
from extractors.lexicon import Lexicon
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Issue, Item, Kind, Role

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
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
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
        if block.index in decided or block.index in skip or region[block.index] in UNSEEN:
            continue
        item = document.item_of(block.index)
        glued = item is not None and item.first == block.index and bool(item.glued)
        if block.role is Role.ROW or (block.role is Role.HEADING and not is_sentence(block) and not glued):
            continue
        labelled = _resolutions.item_key(document, block.index) in has_label and item is not None
        if region[block.index] in ("proposal", "background") or _announced.is_quoted_proposal(document, block):
            continue
        quiet = labelled and region[block.index] == "treatment"
        by_rule = {} if quiet else dict(_prose(document, block, item, lexicon, labelled=labelled))
        announces = block.index + 1 in decided and block.text.rstrip().endswith(":")
        found.extend(_weighed(document, block, item, by_rule, announces=announces))
    found = _no_decision.without_remarks(document, found)
    yield from sorted(_vote_beside.voted(document, found), key=lambda decision: decision.block)


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
            elif before is not None and before.rule == "sentence" and _WITH_THAT.match(sentence.text):
                found = replace(found, text=block.text[began : sentence.end], place=block.place(began, sentence.end))
                before = None
            else:
                began = sentence.start
        elif before is not None:
            text = block.text[began : sentence.end]
            before = replace(
                before, outcome=_outcome.told(text) if before.rule == "sentence" else before.outcome, text=text, place=block.place(began, sentence.end), vote=before.vote or _votes.vote(text),
                amounts=_money.amounts(text),
            )  # fmt: skip
            continue
        else:
            found = _decision(sentence, _outcome.told(sentence.text), "sentence", sure, [])
            began = sentence.start
        if before is not None:
            yield before
        before = found
    if before is not None:
        yield before


def _prose(
    document: Document, block: Block, item: Item | None, lexicon: Lexicon, *, labelled: bool
) -> Iterator[tuple[int, Decision | None]]:
    """Sentences of running text that state a decision by their words: (beginning in the block, decision) each.

    One that tells of another body's decision or another day's has None.
    """
    spoken = list(sentences_of(block, item))
    yielded = -2
    for at, sentence in enumerate(spoken):
        text = sentence.text
        voted = spoken[at + 1 : at + 2]
        if at and yielded == at - 1 and _resolutions.VOTE_ONLY.match(text) and len(text) < 70:
            continue  # it tells how the sentence before was voted
        if re.match(r"(?:elles |ellers )?ing(?:en|a) merknader", text, re.I) and any(
            cue("decision").find(s.text) or CLOSER.match(s.text) for s in spoken[at + 1 :]
        ):
            continue  # what follows says what came of it
        closes, refers = bool(CLOSER.match(text)), echoes(text)
        of_papers = item is None and closes and PAPERS.search(block.text[: sentence.start]) is not None
        if (((closes or refers) and item is not None) or of_papers) and not labelled:
            whole = sentence
            if (
                at
                and yielded < at - 1
                and (refers or goes_before(spoken[at - 1].text, text, listed=bool(block.marker) and at == 1))
            ):
                whole = replace(
                    sentence, text=block.text[spoken[at - 1].start : sentence.end], start=spoken[at - 1].start
                )
            named = _outcome.closing(text) or _outcome.of_cues(text, cue("decision").find(text))
            outcome = named or (_outcome.echoed(text) if refers else "approved")
            yielded = at
            yield sentence.start, _decision(whole, outcome, "closing word", 0.85, voted)
            continue
        if (
            voted
            and len(voted[0].text) < 70
            and _resolutions.VOTE_ONLY.match(voted[0].text)
            and _votes.vote(voted[0].text)
            and item is not None
            and not labelled
        ):
            whole = replace(sentence, text=f"{text} {voted[0].text}", end=voted[0].end)
            yielded = at
            yield (
                sentence.start,
                _decision(
                    whole,
                    _outcome.of_cues(whole.text, cue("decision").find(whole.text)) or "adopted",
                    "voted sentence",
                    0.85,
                    [],
                ),
            )
            continue
        hits = cue("decision").find(text)
        if (
            not labelled
            and resolves(document, text)
            and not _no_decision.is_none(text)
            and not (hits and elsewhere(document, text, hits, "adopted"))
        ):
            yielded = at
            yield sentence.start, _decision(sentence, _outcome.told(text), "body resolves", 0.8, voted)
            continue
        if (
            not hits
            and item is not None
            and not labelled
            and _VOTE_LAST.search(text)
            and not _no_decision.CONDITIONAL.match(text)
        ):
            yielded = at
            yield sentence.start, _decision(sentence, "adopted", "vote in parentheses", 0.75, [])
            continue
        if _no_decision.NEXT_MEETING.match(text):
            continue
        if (
            not hits
            or _no_decision.QUESTION.search(text)
            or _no_decision.CONDITIONAL.match(text)
            or _no_decision.UNLESS.search(text)
            or (_resolutions.VOTE_ONLY.match(text) and labelled)
        ):
            continue
        if labelled and _no_decision.is_of_a_proposal(text):
            yield sentence.start, None
            continue
        if item is None and not _closing(document, block) and not FORMALITY.search(text):
            continue
        outcome = _outcome.of_cues(text, hits) or "adopted"
        if elsewhere(document, text, hits, outcome):
            yield sentence.start, None
            continue
        if not of_this_meeting(document, text, hits, outcome):
            continue
        if at and len(text.split()) < 4 and yielded < at - 1 and open_before(spoken[at - 1].text):
            before = spoken[at - 1].start
            sentence = replace(sentence, text=block.text[before : sentence.end], start=before)
        yielded = at
        confidence = 0.85 if outcome in ("approved", "elected", "adopted", "agreed") else 0.7
        yield (
            spoken[at].start,
            _decision(sentence, outcome, f"cue {outcome}", confidence - (0.2 if labelled else 0), voted),
        )


def _decision(sentence: Sentence, outcome: str, rule: str, confidence: float, after: list[Sentence]) -> Decision:
    stated = sentence.text + (
        f" {after[0].text}"
        if after and (_resolutions.VOTE_ONLY.match(after[0].text) or len(after[0].text) < 45)
        else ""
    )
    vote = _votes.vote(stated)
    return Decision(
        place=sentence.place, block=sentence.block.index, rule=rule, confidence=round(confidence, 2), text=sentence.text,
        outcome=_outcome.voted(outcome, vote), vote=vote, amounts=_money.amounts(sentence.text),
    )  # fmt: skip


def _closing(document: Document, block: Block) -> bool:
    """True where there are no items at all, or the block stands among or behind them."""
    firsts = [item.first for item in document.items if item.first is not None]
    return not firsts or block.index > min(firsts)


_WITH_THAT = re.compile(
    r"(?:Med (?:dette|denne|desse|disse|det)|For øvrig|Ellers|Elles)\b"
    r"|(?:Referat|Protokoll|Møtebok|Møteprotokoll)[a-zæøå]*\s+(?:er|ble|vart|blei)\s+(?:deretter|dermed|ellers|elles|med dette|så)\b"
)
"""How a sentence begins that settles a matter with what the one before it says."""
_VOTE_LAST = re.compile(
    r"\(\s*(?:samrøystes|enstemmig|einstemmig|\d+\s*(?:stemme|røyst|for|mot)\w*[^()]*)\)\s*\.?$", re.I
)
