"""List and headings put together: one item for every entry, placed at its heading, and what only headings have."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Block, Item, Role
from pipeline.outline.candidates import TITLE_ALIKE, alike, bare


def merge(listed: list[Item], headings: list[Item], blocks: tuple[Block, ...]) -> list[Item]:
    """One item for every entry of the list, placed at its heading, and those that only the headings have."""
    if not listed:
        return _distinct(headings)
    free = list(headings)
    merged: list[Item] = []
    for entry in listed:
        match = _match(entry, free)
        if match is not None:
            free.remove(match)
            title = entry.title or match.title
            merged.append(
                replace(
                    entry,
                    number=entry.number or match.number,
                    title=title,
                    first=match.first,
                    series=entry.series or match.series,
                    glued=match.glued,
                    confidence=0.97,
                )
            )
        else:
            merged.append(entry)
    known = [item.first for item in merged if item.first is not None]
    placed: list[Item] = []
    for item in merged:
        if item.first is None:
            first = _plain_heading(item, blocks, [e.listed for e in listed if e.listed is not None], known)
            if first is not None:
                known.append(first)
                item = replace(item, first=first)
        placed.append(item)
    extra = [
        item
        for item in free
        if not _inside_list_only(item, placed) and not any(_is_same(item, other) for other in placed)
    ]
    return [*placed, *_distinct(extra)]


def _is_same(item: Item, other: Item) -> bool:
    """True for two items of one number and title, however set; a word before the number may be missing in one."""
    numbers = {bare(item.number).casefold(), bare(other.number).casefold()}
    series = {(item.series or "").casefold(), (other.series or "").casefold()} - {""}
    return bool(item.number) and len(numbers) == 1 and len(series) < 2 and alike(item.title, other.title) >= TITLE_ALIKE


def _match(entry: Item, free: list[Item]) -> Item | None:
    """The heading of a list entry: the same number, else the same title."""
    if entry.number:
        same = [h for h in free if h.number and bare(h.number).casefold() == bare(entry.number).casefold()]
        if same:
            return max(same, key=lambda h: alike(entry.title, h.title))
    close = [(alike(entry.title, h.title), h) for h in free]
    best = max(close, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= 0.85 else None


def _inside_list_only(item: Item, placed: list[Item]) -> bool:
    """True for a plain number that no list entry leads up to: a list inside an item."""
    if item.rule != "numbered heading":
        return False
    numbers = [tuple(map(int, re.findall(r"\d+", p.number))) for p in placed if p.number and re.search(r"\d", p.number)]
    own = tuple(map(int, re.findall(r"\d+", item.number or "")))
    return bool(numbers) and own <= max(numbers) and item.confidence < 0.9


def _plain_heading(item: Item, blocks: tuple[Block, ...], listed: list[int], known: list[int]) -> int | None:
    """The block that repeats a list entry's title as a heading without its number."""
    after = max(listed)
    best: tuple[float, int] | None = None
    for block in blocks[after + 1 :]:
        if block.index in known or len(block.text) > len(item.title) + 140 or block.role is Role.ROW:
            continue
        value = 0.85 if _extends(block, item.title) else alike(item.title, block.text.rstrip(" :"))
        if (
            value >= 0.8
            and (block.role is Role.HEADING or len(block.text) <= 1.6 * len(item.title) + 12)
            and (best is None or value > best[0] + 0.05)
        ):
            best = (value, block.index)
    return best[1] if best else None


def _extends(block: Block, title: str) -> bool:
    """True for a heading that says more than a title of the list ("Status" there, "Status for planen" here)."""
    text, title = block.text.casefold(), title.casefold()
    return block.role is Role.HEADING and len(title) >= SHORTEST and text.startswith(f"{title} ")


SHORTEST = 4
"""Letters of a title that a heading may begin with and go on, at least."""


def _distinct(items: list[Item]) -> list[Item]:
    """Items without the repetitions that a running list and its headings bring: the later, fuller one stays."""
    out: list[Item] = []
    by_number: dict[str, list[int]] = {}
    for item in items:
        numbered = by_number.setdefault(bare(item.number).casefold(), [])
        at = next((at for at in numbered if _is_same(item, out[at])), None)
        ahead = [at for at in numbered if out[at].number and _key(out[at]) == _key(item)]
        if at is None and (empty := [one for one in ahead if not out[one].title]):
            at = empty[0]
        if at is not None:
            out[at] = replace(item, listed=out[at].first)
        elif not item.number or not ahead:
            numbered.append(len(out))
            out.append(item)
    return out


def _key(item: Item) -> tuple[str, str]:
    return (bare(item.number), (item.series or "").casefold())
