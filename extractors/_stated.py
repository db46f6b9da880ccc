"""Sentences of running text that state a decision by their words; what a cue alone would take for one, and is none, is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import _elections, _money, _no_decision, _outcome, _resolutions, _votes
from extractors._clauses import SPEECH
from extractors._formalities import FORMALITY, PAPERS
from extractors._helpers import Sentence, sentences_of
from extractors._matching import cue
from extractors._resolutions import Decision
from extractors._settled import CLOSER, echoes, goes_before, open_before, resolves
from extractors._whose import elsewhere, of_this_meeting
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Item

ELECTED = "office in a sentence"
"""The rule for a sentence that is a line of an election."""
COUNTED = "vote counted"
"""The rule for a sentence that gives how many were for something and how many against it."""
_OF_A_MATTER = 6
"""Words from which on such a sentence says of what, too."""


def stated(
    document: Document, block: Block, item: Item | None, *, labelled: bool
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
            yield sentence.start, decision(whole, outcome, "closing word", 0.85, voted)
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
                decision(
                    whole,
                    _outcome.of_cues(whole.text, cue("decision").find(whole.text)) or "adopted",
                    "voted sentence",
                    0.85,
                    [],
                ),
            )
            continue
        if not labelled and _elections.in_sentence(item, text):
            yielded = at
            yield sentence.start, decision(sentence, "elected", ELECTED, 0.8, voted)
            continue
        hits = cue("decision").find(text)
        if (
            not labelled
            and resolves(document, text)
            and not _no_decision.is_none(text)
            and not (hits and elsewhere(document, text, hits, "adopted"))
        ):
            yielded = at
            yield sentence.start, decision(sentence, _outcome.told(text), "body resolves", 0.8, voted)
            continue
        if (
            not hits
            and item is not None
            and not labelled
            and _VOTE_LAST.search(text)
            and not _no_decision.CONDITIONAL.match(text)
        ):
            yielded = at
            yield sentence.start, decision(sentence, "adopted", "vote in parentheses", 0.75, [])
            continue
        if _no_decision.NEXT_MEETING.match(text):
            continue
        if (
            not hits
            and item is not None
            and not labelled
            and len(text.split()) >= _OF_A_MATTER
            and _votes.counts_both(text)
            and not _resolutions.VOTE_ONLY.match(text)
            and not _no_decision.CONDITIONAL.match(text)
            and not SPEECH.search(text)
            and not _CANDIDATE.match(text)
        ):
            yielded = at
            yield sentence.start, decision(sentence, "adopted", COUNTED, 0.75, [])
            continue
        if (
            not hits
            or _no_decision.QUESTION.search(text)
            or _no_decision.CONDITIONAL.match(text)
            or _no_decision.UNLESS.search(text)
            or _no_decision.UNSETTLED.search(text)
            or (_resolutions.VOTE_ONLY.match(text) and labelled)
        ):
            continue
        if labelled and _no_decision.is_of_a_proposal(text):
            yield sentence.start, None
            continue
        if item is None and not _closing(document, block) and not FORMALITY.search(text):
            continue
        outcome = _outcome.of_cues(text, hits) or "adopted"
        withdrawn = outcome == "withdrawn"  # by whoever brought it: that settles it here
        if not withdrawn and elsewhere(document, text, hits, outcome):
            yield sentence.start, None
            continue
        if not withdrawn and not of_this_meeting(document, text, hits, outcome):
            continue
        if at and len(text.split()) < 4 and yielded < at - 1 and open_before(spoken[at - 1].text):
            before = spoken[at - 1].start
            sentence = replace(sentence, text=block.text[before : sentence.end], start=before)
        yielded = at
        confidence = 0.85 if outcome in ("approved", "elected", "adopted", "agreed") else 0.7
        yield (
            spoken[at].start,
            decision(sentence, outcome, f"cue {outcome}", confidence - (0.2 if labelled else 0), voted),
        )


def decision(sentence: Sentence, outcome: str, rule: str, confidence: float, after: list[Sentence]) -> Decision:
    """The decision that a sentence is, with the vote that it or the short sentence behind it tells."""
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


_CANDIDATE = expression("stated.candidate", re.NOFLAG)
"""How many votes somebody got, of which another sentence says whether they were elected."""
_VOTE_LAST = expression("stated.vote_last")
