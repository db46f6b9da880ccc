"""Titles apart from the number that stands alone above them: in the next block, or in a narrow column."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.lexicon import Lexicon
from pipeline.blocks import ends_sentence, known_label
from pipeline.model import Block, Item, Role

TITLE_BELOW = 160
"""Letters from which a block below a number is no title."""
MOST_LINES = 5
"""Lines of a title in a narrow column, at most."""
_BARE_NUMBER = re.compile(r"(\d{1,2})[.):]?")


def title(number: Block, blocks: tuple[Block, ...], lexicon: Lexicon) -> str:
    """The title below a number that stands alone; empty where there is none."""
    return _in_column(number, blocks) or _below(number, blocks, lexicon)


def _below(number: Block, blocks: tuple[Block, ...], lexicon: Lexicon) -> str:
    """The title in the block below a number that stands alone; empty where it is no title."""
    if number.index + 1 >= len(blocks):
        return ""
    following = blocks[number.index + 1]
    labelled = following.label and known_label(following.label, lexicon)[:1] != ()
    if len(following.text) >= TITLE_BELOW or labelled:
        return ""
    return following.text if following.role is Role.HEADING or not ends_sentence(following.text) else ""


def _in_column(number: Block, blocks: tuple[Block, ...]) -> str:
    """The title in lines below a number, in a narrow column that the text stands beside; empty where there is none."""
    column: list[Block] = []
    for block in blocks[number.index + 1 : number.index + 2 + MOST_LINES]:
        box, above = block.lines[0].box, number.lines[0].box
        if box is None or above is None or block.page != number.page or block.role is Role.ROW:
            return ""
        if abs(block.left - number.left) > 3:
            right = max(line.box[2] for b in column for line in b.lines if line.box) if column else above[2]
            beside = column and block.left > right and box[1] < column[0].lines[0].box[3] + 2 * (above[3] - above[1])  # type: ignore[index]
            return " ".join(b.text for b in column) if beside else ""
        column.append(block)
    return ""


def numbered_above(found: list[Item], blocks: tuple[Block, ...]) -> list[Item]:
    """The headings with the numbers that stand right above them, in a cell of their own, where these count on."""
    above = [_BARE_NUMBER.fullmatch(blocks[item.first - 1].text) if item.first else None for item in found]
    numbers = [int(match[1]) if match else 0 for match in above]
    if numbers[0] == 0 or any(b != a + 1 for a, b in pairwise(numbers)):
        return found
    return [replace(item, number=str(number)) for item, number in zip(found, numbers, strict=True)]
