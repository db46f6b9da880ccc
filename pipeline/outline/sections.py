"""The sections of a report: numbered headings, as the longest chain in which each number follows the one before."""

from __future__ import annotations

import re

from pipeline.model import Block, Item, Role
from pipeline.numbering import Opening, opening
from pipeline.outline.extent import closed

APPENDIX_HEADING = re.compile(r"^(?:vedlegg|appendiks|bilag)\s+(?:[A-ZÆØÅ]|\d{1,2}|[IVX]{1,5})\b", re.I)


def items(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Numbered headings of a report: the longest plausible chain of dotted numbers in heading style.

    What stands behind the first appendix heading belongs to the appendix.
    """
    end = next((b.index for b in blocks if b.role is Role.HEADING and APPENDIX_HEADING.match(b.text)), len(blocks))
    found: list[tuple[tuple[int, ...], Block, Opening]] = []
    for block in blocks[:end]:
        opens = opening(block.text)
        if not opens or opens.series or opens.shape not in ("n", "n.", "n.m", "n.m.k"):
            continue
        if not _set_as_heading(block) and not _opens_subsection(block, opens, blocks):
            continue
        if block.text[opens.title_at :].strip():
            found.append((opens.key, block, opens))
    chain = _longest([(key, block.index) for key, block, _ in found])
    found_items = [
        Item(
            o.number.rstrip("."),
            b.text[o.title_at :].strip(),
            first=b.index,
            level=len(key),
            rule="numbered heading",
            confidence=0.95,
        )
        for at, (key, b, o) in enumerate(found)
        if at in chain
    ]
    return closed(found_items, end)


def _set_as_heading(block: Block) -> bool:
    """True for a heading by weight or size; on a scan, which shows neither, for a short line with room above."""
    if block.role is Role.HEADING:
        return True
    line = block.lines[0]
    return (
        line.text_from == "ocr"
        and len(block.text) < 110
        and not block.text.rstrip().endswith((".", ",", ";"))
        and (line.gap > 0.5 or line.number == 1)
    )


def _opens_subsection(block: Block, opens: Opening, blocks: tuple[Block, ...]) -> bool:
    """True for a plain line "4. Title" that its own first subsection "4.1" follows at once."""
    after = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    inner = opening(after.text) if after and after.role is Role.HEADING else None
    return bool(inner and inner.key == (*opens.key, 1) and len(block.text) < 110)


def _longest(keys: list[tuple[tuple[int, ...], int]]) -> set[int]:
    """Positions of the best chain in which each number plausibly follows the one before.

    A number whose neighbours stand in the very next blocks is likely a list and weighs less.
    """
    best: list[tuple[float, int | None]] = []
    for at, (key, index) in enumerate(keys):
        crowded = any(
            abs(beside - index) == 1 and other[:-1] == key[:-1] and len(other) == len(key) for other, beside in keys
        )
        weight = 0.4 if crowded else 1.0
        start = (weight - (0.5 if key[-1] != 1 else 0), None)
        options = [(best[b][0] + weight, b) for b in range(at) if _follows(keys[b][0], key)]
        best.append(max([start, *options], key=lambda o: (o[0], -1 if o[1] is None else o[1])))
    if not best:
        return set()
    chain = set()
    link: int | None = max(range(len(best)), key=lambda i: best[i][0])
    while link is not None:
        chain.add(link)
        link = best[link][1]
    return chain


def _follows(before: tuple[int, ...], key: tuple[int, ...]) -> bool:
    """True where a section number may follow another: the next one on some level, with at most one left out."""
    if key[: len(before)] == before and len(key) > len(before):
        return key[len(before)] <= 2 and all(part == 1 for part in key[len(before) + 1 :])
    level = len(key)
    if level > 1 and key[-1] == 1 and _follows(before, key[:-1]):
        return True  # the heading of the section itself was not found
    if level > len(before) or key[:-1] != before[: level - 1]:
        return False
    return 0 < key[-1] - before[level - 1] <= 2
