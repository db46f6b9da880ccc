"""Applications and the like that minutes print as lines, each with its verdict behind a dash ("Koret, kr 5000 - innvilga")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import _money, _outcome, _votes
from extractors._resolutions import Decision
from extractors.lexicon.wording import expression, table
from pipeline.model import Block, Document, Role

_LINE = expression("verdict_lists.line")
_OTHERS = expression("verdict_lists.others")
"""What tells of another day or somebody else's verdict."""
_AS_TOLD: dict[str, str] = table("verdict_lists.as_told")
"""Verdicts that are no word of deciding in a sentence."""


def lists(document: Document, region: list[str], taken: set[int]) -> Iterator[Decision]:
    """Each line of a run of two or more such lines as a decision of its own."""
    run: list[tuple[Block, re.Match[str]]] = []
    for block in document.blocks:
        match = None if block.index in taken else _verdict(block, region)
        if match and (not run or run[-1][0].index + 1 == block.index):
            run.append((block, match))
            continue
        yield from _decisions(run)
        run = [(block, match)] if match else []
    yield from _decisions(run)


def _verdict(block: Block, region: list[str]) -> re.Match[str] | None:
    if block.role in (Role.ROW, Role.HEADING) or region[block.index] not in ("", "decision", "treatment"):
        return None
    match = _LINE.match(_bare(block))
    return None if match is None or _OTHERS.search(match.group()) else match


def _bare(block: Block) -> str:
    """The text of a line without its bullet or number."""
    return block.text.removeprefix(block.marker).strip() if block.marker else block.text.strip()


def _decisions(run: list[tuple[Block, re.Match[str]]]) -> Iterator[Decision]:
    if len(run) < 2:
        return
    for block, match in run:
        text, said = match.group(), match["said"] or match["verdict"]
        words = (word for word in _AS_TOLD if word in said.casefold())
        outcome = _AS_TOLD[word] if (word := next(words, None)) else _outcome.labelled("", said, 0)
        start = block.text.index(text)
        yield Decision(
            place=block.place(start, start + len(text)), block=block.index, rule="verdict in a list", confidence=0.85, text=text,
            outcome=outcome, vote=_votes.vote(text), amounts=_money.amounts(text),
        )  # fmt: skip
