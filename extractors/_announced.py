"""Decisions that words in the running text announce: before a colon, by a label in a paragraph, as a proposal's verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import _money, _outcome, _resolutions, _votes
from extractors._actors import cast_of
from extractors._clauses import subject
from extractors._helpers import sentences_of, value_start
from extractors._matching import cue
from extractors._resolutions import Decision
from extractors._settled import COUNTED
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import sentences
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Role

_LONGEST = 24
"""Words of a sentence that announces a resolution, at most."""
_LINE = 14
"""Words of a line of a list without marks, at most."""
_CLOSE = 0.95
"""White space above such a line, at most, in its own heights."""
_TELLING = ("elected", "agreed", "approved", "rejected", "noted", "referred")
"""Outcomes that the announcing words may give to what they announce; else its own words tell."""


def announces(text: str) -> bool:
    """True for words before a colon that say that what follows was settled, or how it was voted ("Samrøystes:")."""
    said = text.rstrip()
    if not said.endswith(":") or len(said.split()) > _LONGEST or cue("not_decision").find(said):
        return False
    return bool(cue("introduces").find(said)) or _carried(said)


def _carried(text: str) -> bool:
    """True for the vote by which something passed."""
    vote = _votes.vote(text)
    if vote is None or _votes.FELL.search(text):
        return False
    return bool(vote["unanimous"]) or (vote["for"] or vote["against"] or 0) >= (vote["against"] or 0) > 0


def introduced(document: Document, region: list[str], taken: set[int]) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """What stands behind "Etter en runde landet vi på dette:": a list or a paragraph as one decision, with its blocks.

    The announcing block is not among them: what it says before it announces may be a decision of its own.
    """
    firsts = {item.first for item in document.items}
    for block in document.blocks:
        text = block.text.rstrip()
        headed = block.role is Role.HEADING and not text.endswith(":") and announces(f"{text}:")
        if (
            block.index in taken
            or not (headed or text.endswith(":"))
            or block.label
            or region[block.index] not in ("", "treatment")
        ):
            continue
        spoken = list(sentences_of(block, document.item_of(block.index)))
        lead = f"{text}:" if headed else _lead([one.text for one in spoken]) if spoken else ""
        if not lead:
            continue
        told = _outcome.told(lead)
        shares_out = bool(cue("hands_out").find(lead))
        run: list[Block] = []
        for after in document.blocks[block.index + 1 :]:
            if (
                after.index in firsts
                or after.index in taken
                or (after.label and told != "elected")
                or not (not run or _goes_on(run, after))
                or after.role is not _run_role(run, after)
            ):
                break
            run.append(after)
        if run and not (shares_out and all(_does(document, one) for one in run)):
            behind = _resolutions.vote_lines(document, run[-1].index + 1)
            votes = lead if _votes.vote(lead) else _resolutions.treatment_votes(document, block)
            for found in _resolutions.labelled([*run, *behind], run[0], votes):
                blocks = tuple(one.index for one in (*run, *behind))
                outcome = told if told in _TELLING else _of_what(found)
                yield replace(found, rule="introduced", confidence=0.85, outcome=outcome), blocks


def _does(document: Document, block: Block) -> bool:
    """True for an entry of a list in which somebody has something to do."""
    text = block.text[len(block.marker) :].strip()
    return subject(text, cast_of(document)) is not None


def _lead(spoken: Sequence[str]) -> str:
    """The sentence at the end of a block that announces what follows it; "" where none does.

    The vote may stand in a sentence of its own before the last one, which then may say anything.
    """
    if announces(spoken[-1]):
        return spoken[-1]
    return spoken[-2] if len(spoken) > 1 and COUNTED.match(spoken[-2]) else ""


_QUOTE = re.compile(r"[«“\"]([^»”\"]{12,})[»”\"]")
_SHORTEST = 6
"""Words that a proposal must have for its repetition to be more than chance."""


def repeated(document: Document, region: list[str], taken: set[int]) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """A paragraph that says again, word for word, what was proposed in its item: what came out of the vote."""
    proposed: dict[int | None, set[str]] = {}
    for block in document.blocks:
        key = _resolutions.item_key(document, block.index)
        if key is None or block.role is Role.ROW:
            continue
        said = fold(block.text)
        known = proposed.setdefault(key, set())
        if said in known and block.index not in taken and region[block.index] in ("", "treatment"):
            votes = _resolutions.treatment_votes(document, block)
            for found in _resolutions.labelled([block], block, votes):
                yield replace(found, rule="repeated proposal", confidence=0.85), (block.index,)
        texts = [match[1] for match in _QUOTE.finditer(block.text)]
        if region[block.index] == "proposal":
            texts.append(block.text[value_start(block) :])
        known.update(fold(text) for text in texts if len(text.split()) >= _SHORTEST)


def _of_what(found: Decision) -> str | None:
    """The outcome that an announced resolution has by its own words; of several points or lines it is adopted."""
    one = found.outcome == "adopted" and not found.points
    return _outcome.told(found.text[slice(*sentences.split(found.text)[0])]) if one else found.outcome


def _goes_on(run: list[Block], after: Block) -> bool:
    """True where a block belongs to the announced list: another point, or the next of its lines without marks."""
    before = run[-1]
    if before.marker or after.marker:
        return bool(before.marker and after.marker)
    return (
        not before.text.rstrip().endswith(".")
        and max(len(before.text.split()), len(after.text.split())) <= _LINE
        and after.lines[0].gap < _CLOSE
    )


def inline(document: Document, region: list[str], taken: set[int], lexicon: Lexicon) -> Iterator[Decision]:
    """What a label in the midst of a paragraph opens ("... for fort. Vedtak: Porten males."): the rest of the paragraph."""
    for block in document.blocks:
        if block.index in taken or block.role is Role.ROW or region[block.index] not in ("", "treatment"):
            continue
        for at, sentence in enumerate(sentences_of(block, document.item_of(block.index))):
            opens = LABEL.match(sentence.text)
            if opens is None or not opens[2]:
                continue
            labels = at > 0 and lexicon.meanings(opens[1])[:1] == ("decision",)
            if labels or (len(opens[1].split()) <= _RUN_IN and announces(f"{opens[1]}:")):
                start = sentence.start + opens.start(2)
                text = block.text[start:].strip()
                told = _outcome.told(opens[1])
                found = Decision(
                    place=block.place(start, len(block.text)), block=block.index, rule="decision label", confidence=0.9,
                    text=text, outcome=_outcome.labelled(opens[1], text, 0), vote=_votes.vote(f"{opens[1]} {text}"),
                    amounts=_money.amounts(text),
                )  # fmt: skip
                if not labels:
                    found = replace(found, rule="introduced", outcome=told if told in _TELLING else _of_what(found))
                yield found
                break


_RUN_IN = 8
"""Words that announce a resolution within its own paragraph, at most."""
_VERDICT = expression("announced.verdict", re.I | re.S)


def voted_proposals(document: Document, skip: set[int], lexicon: Lexicon) -> Iterator[Decision]:
    """Lines that name a proposal and what came of it ("Forslag 1: Falt, 3 for, 5 mot.")."""
    for block in document.blocks:
        if block.index in skip or not block.label or known_label(block.label, lexicon)[:1] != ("proposal",):
            continue
        said = block.text[value_start(block) :].strip()
        if _VERDICT.match(said) and document.item_of(block.index) is not None:
            yield Decision(
                place=block.place(), block=block.index, rule="verdict on a proposal", confidence=0.85, text=block.text,
                outcome=_outcome.labelled("", said, 0), vote=_votes.vote(said),
            )  # fmt: skip


def _run_role(run: list[Block], block: Block) -> Role:
    """The role that a block must have to go on with a run: its first block's, never a heading's or a row's."""
    if run:
        return run[0].role
    return block.role if block.role in (Role.PARAGRAPH, Role.LIST) else Role.PARAGRAPH
