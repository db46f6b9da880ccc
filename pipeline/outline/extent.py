"""Where an item ends: before the next one of its level, and the last one before a closing label."""

from __future__ import annotations

from dataclasses import replace

from extractors.lexicon import Lexicon
from pipeline.labels import known_label
from pipeline.model import Block, Item

CLOSING = ("present", "absent", "next_meeting", "distribution", "signature")
"""Meanings of labels that end the last item."""


def closed(items: list[Item], count: int) -> tuple[Item, ...]:
    """Items with their last block: the one before the next heading of the same or a higher level."""
    out = []
    for at, item in enumerate(items):
        if item.first is None:
            out.append(item)
            continue
        following = [other.first for other in items[at + 1 :] if other.first is not None and other.level <= item.level]
        out.append(replace(item, last=(following[0] if following else count) - 1))
    return tuple(out)


def end(blocks: tuple[Block, ...], items: list[Item], lexicon: Lexicon) -> int:
    """Where the last item ends: before a closing label (next meeting, attendance at the end, signatures)."""
    firsts = [item.first for item in items if item.first is not None]
    if not firsts:
        return len(blocks)
    for block in blocks[max(firsts) + 1 :]:
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in CLOSING:
            return block.index
    return len(blocks)
