"""Decisions that words in the running text announce: before a colon, by a label in a paragraph, as a proposal's verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import _money, _outcome, _resolutions, _votes
from extractors._helpers import sentences_of, value_start
from extractors._matching import cue
from extractors._resolutions import Decision
from extractors.lexicon import Lexicon
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Role


def introduced(document: Document, region: list[str], taken: set[int]) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """What stands behind "Etter en runde landet vi på dette:": a list or a paragraph as one decision, with its blocks."""
    firsts = {item.first for item in document.items}
    for block in document.blocks:
        text = block.text.rstrip()
        if (
            block.index in taken
            or not text.endswith(":")
            or block.label
            or region[block.index] not in ("", "treatment")
        ):
            continue
        spoken = list(sentences_of(block, document.item_of(block.index)))
        if not spoken or not cue("introduces").find(spoken[-1].text):
            continue
        run: list[Block] = []
        for after in document.blocks[block.index + 1 :]:
            goes_on = not run or (bool(after.marker) and bool(run[-1].marker))
            if (
                after.index in firsts
                or after.index in taken
                or after.label
                or not goes_on
                or after.role is not _run_role(run, after)
            ):
                break
            run.append(after)
        if run:
            behind = _resolutions.vote_lines(document, run[-1].index + 1)
            for found in _resolutions.labelled([*run, *behind], run[0], ""):
                blocks = tuple(one.index for one in (block, *run, *behind))
                yield replace(found, rule="introduced", confidence=0.85, outcome=_outcome.told(spoken[-1].text)), blocks


def inline(document: Document, region: list[str], taken: set[int], lexicon: Lexicon) -> Iterator[Decision]:
    """What a label in the midst of a paragraph opens ("... for fort. Vedtak: Porten males."): the rest of the paragraph."""
    for block in document.blocks:
        if block.index in taken or block.role is Role.ROW or region[block.index] not in ("", "treatment"):
            continue
        for sentence in list(sentences_of(block, document.item_of(block.index)))[1:]:
            opens = LABEL.match(sentence.text)
            if opens and opens[2] and lexicon.meanings(opens[1])[:1] == ("decision",):
                start = sentence.start + opens.start(2)
                text = block.text[start:].strip()
                yield Decision(
                    place=block.place(start, len(block.text)), block=block.index, rule="decision label", confidence=0.9,
                    text=text, outcome=_outcome.labelled(opens[1], text, 0), vote=_votes.vote(f"{opens[1]} {text}"),
                    amounts=_money.amounts(text),
                )  # fmt: skip
                break


_VERDICT = re.compile(
    r"^(?:(?:enstemmig|samrøystes|einstemmig)\s+)?(?:falt|fall|vedtatt|vedteke|godkjent|godkjend|avvist|forkastet|forkasta|"
    r"nedstemt|nedrøysta)\b.{0,120}$",
    re.I | re.S,
)


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
