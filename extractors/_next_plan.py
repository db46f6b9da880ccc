"""The days on which a body meets next, in a plan of several bodies' meetings that has a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors._next_paper import Paper
from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Block

_BETWEEN = re.compile(r"(?:[\s,;:|–-]|\bog\b|\bkl\.?\s*[\d.:]+)*", re.I)
"""All that stands between the days of a line of a plan."""
_LONGEST = 6
"""Words of a body's name at the beginning of such a line."""


_OF_SEASON = expression("next_plan.of_season")


def opens_alike(one: str, other: str) -> bool:
    """True for lines of one list of meetings: by their first word, or the season of each ("Vårmøte: ...")."""
    return one.split()[0] == other.split()[0] or all(_OF_SEASON.match(text) for text in (one, other))


def rows_of_plan(paper: Paper) -> Iterator[tuple[Block, int]]:
    """The lines that the body's name begins, where these begin to name days; other bodies have such lines beside them."""
    name = fold(paper.document.body or "")
    rows = {block.index: row for block in paper.document.blocks if (row := _row(block))}
    for block in paper.document.blocks[1:]:
        led, begin = rows.get(block.index, ("", 0))
        beside = any(led != rows[near][0] for near in (block.index - 1, block.index + 1) if near in rows)
        if name and led and beside and (led == name or name.startswith(f"{led} ") or led.startswith(f"{name} ")):
            yield block, begin


def _row(block: Block) -> tuple[str, int] | None:
    """A few words that nothing but days follows, and where the days begin; None for other lines."""
    days = [day for day in dates.find(block.text) if day.day]
    if not days:
        return None
    led = fold(block.text[: days[0].start])
    rest = [block.text[a.end : b.start] for a, b in pairwise(days)] + [block.text[days[-1].end :]]
    if not led or len(led.split()) > _LONGEST or not all(map(_BETWEEN.fullmatch, rest)):
        return None
    return led, days[0].start
