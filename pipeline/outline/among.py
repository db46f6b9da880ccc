"""Items without a number where others have one: headings set as theirs, and other business behind them."""

from __future__ import annotations

from extractors.lexicon import Lexicon, fold
from pipeline import dates
from pipeline.model import Block, Item, Role
from pipeline.outline.around import FEWEST
from pipeline.outline.unnumbered import LONGEST


def headings(blocks: tuple[Block, ...], items: list[Item], end: int, lexicon: Lexicon) -> list[Item]:
    """Headings without a number that are set as the numbered ones are, among them: matters of their own.

    There are few of them; more are headings within the items, as is one that another heading follows at once. Behind
    the last number stand tasks and notes too: there a heading has to say that it is a matter.
    """
    heads = [blocks[item.first] for item in items if item.first is not None and item.number]
    if len(heads) < FEWEST or any(head.role is not Role.HEADING for head in heads):
        return []
    known = {item.first for item in items} | {item.listed for item in items}
    first, last, found = heads[0], heads[-1], list[Item]()
    space = min(head.lines[0].gap for head in heads[1:]) - 0.2
    for block in blocks[first.index + 1 : end - 1]:
        below = blocks[block.index + 1]
        titled = (
            block.role is Role.HEADING
            and block.index not in known
            and 3 < len(block.text) <= LONGEST
            and block.text[:1].isupper()
            and not block.text.endswith((".", ",", ";", ":", "!"))
        )
        if not titled:
            continue
        alike = abs(block.left - first.left) < 3 and abs(block.size - first.size) < 0.5 and block.bold == first.bold
        matter = block.index < last.index or bool(set(fold(block.text).split()) & lexicon.lists["matters_told"])
        apart = block.lines[0].gap >= space
        if alike and apart and matter and below.role is not Role.HEADING and not dates.find(block.text):
            found.append(Item(None, block.text, first=block.index, rule="heading among items", confidence=0.6))
    return found if len(found) * 3 <= len(heads) else []


def other_business(blocks: tuple[Block, ...], items: list[Item], lexicon: Lexicon) -> list[Item]:
    """A line "Eventuelt" without a number behind the items is an item of its own, however it is set."""
    known = {item.first for item in items} | {item.listed for item in items}
    firsts = [item.first for item in items if item.first is not None]
    words = lexicon.lists["other_business"]
    if not firsts or any(fold(item.title) in words for item in items):
        return []
    found = []
    for block in blocks[max(firsts) + 1 : -1]:
        title = block.text[len(block.marker) :].strip(" .:")
        lead = block.lines[0].lead
        if block.index in known:
            continue
        cells = block.lines[0].cells
        if len(cells) == 2 and block.lines[0].table is None and fold(cells[0].text) in words:
            title, end = cells[0].text.strip(" .:–-"), block.text.find(cells[1].text)
            found.append(Item(None, title, first=block.index, rule="other business", confidence=0.8, glued=max(0, end)))
        elif block.role is not Role.ROW and fold(title) in words:
            found.append(Item(None, title, first=block.index, rule="other business", confidence=0.85))
        elif block.lines[0].table is None and fold(lead.strip(" .:–-")) in words and block.text.startswith(lead):
            title, end = lead.strip(" .:–-"), len(lead)
            found.append(Item(None, title, first=block.index, rule="other business", confidence=0.8, glued=end))
    return found[:1]
