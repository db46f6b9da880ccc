"""The headings of agenda items: the best chain of numbers that open a block, and what else fits among them."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.lexicon import Lexicon
from pipeline.model import Block, Item, Role
from pipeline.outline import apart, titles
from pipeline.outline.candidates import TITLE_ALIKE, Candidate, alike, bare

_GLUED = re.compile(r"(?<=[\w)?»”][.?!:])\s+(?=[A-ZÆØÅ«\"])")
"""A sentence that ends and one that begins: title and text in one paragraph."""
FEWEST_OWN = 3
"""Numbers of one meeting that show that its points are counted so."""
LOST = 4
"""Numbers in a row by which a list is known whose first one a scan has lost."""
CAPITALS = 3
"""Letters from which a title in capitals is more than an abbreviation."""


def items(candidates: list[Candidate], blocks: tuple[Block, ...], listed: list[Item], lexicon: Lexicon) -> list[Item]:
    """The best chain of numbered headings: strong shapes whole, plain numbers only where they rise as one chain."""
    chains = _chains(candidates)
    scored = [(s, chain) for chain in chains if (s := _score(chain, blocks, listed, lexicon)) > 0]
    scored = [(s, chain) for s, chain in scored if not any(_are_points(chain, other, listed) for _, other in scored)]
    if not scored:
        return []
    scored.sort(key=lambda pair: (-pair[0], pair[1][0].block.index))
    best = scored[0][1]
    family = best[0].opens
    chosen = list(best)
    for _, chain in scored[1:]:
        first = chain[0].opens
        both_years = family.shape == "n/y" and first.shape == "n/y"
        both_case = family.series_is_case and first.series_is_case and family.shape[0] == first.shape[0]
        fills = first.shape.rstrip(".:)") == family.shape.rstrip(".:)") and _fills(chain, chosen)
        if both_years or (both_case and _fills(chain, chosen)) or fills:
            chosen.extend(chain)
    if family.series_is_case:
        others = [c for _, chain in scored[1:] for c in chain if c not in chosen]
        chosen.extend(c for c in others if _misnumbered(c, chosen, listed, blocks))
    if family.shape == "n/y":
        chosen.extend(_left_out(candidates, chosen, listed))
    elif len({c.opens.key[0] for c in chosen}) == 1 and len(family.key) > 1:
        chosen.extend(_kept(candidates, chosen, listed))
    elif family.shape in ("n.", "n)"):
        chosen.extend(_set_otherwise(candidates, chosen, listed))
    chosen.sort(key=lambda c: c.block.index)
    return _items(chosen, blocks, listed, lexicon)


def _left_out(candidates: list[Candidate], chosen: list[Candidate], listed: list[Item]) -> list[Candidate]:
    """Single numbers of the series that are set otherwise than the rest, each the next one where it stands."""
    used = {c.block.index for c in chosen} | {item.listed for item in listed}
    have = {c.opens.key for c in chosen}
    found: list[Candidate] = []
    for candidate in candidates:
        opens, index = candidate.opens, candidate.block.index
        if index in used or opens.shape != "n/y" or opens.key in have or len(candidate.title) < 3:
            continue
        before = max((c.opens.key for c in [*chosen, *found] if c.block.index < index), default=None)
        after = min((c.opens.key for c in chosen if c.block.index > index), default=None)
        follows = before is not None and opens.key == (before[0], before[1] + 1, 0)
        leads = before is None and after == (opens.key[0], opens.key[1] + 1, 0)
        if leads or (follows and (after is None or after > opens.key)):
            found.append(candidate)
    return found


def _kept(candidates: list[Candidate], chosen: list[Candidate], listed: list[Item]) -> list[Candidate]:
    """Headings among one meeting's numbers (9.01): points kept from before it (8.04), and its own set otherwise."""
    used = {c.block.index for c in chosen} | {item.listed for item in listed}
    have = {c.opens.key for c in chosen}
    own, found = chosen[0].opens.key[0], list[Candidate]()
    if len(chosen) < FEWEST_OWN:
        return []
    for candidate in candidates:
        key, index = candidate.opens.key, candidate.block.index
        heads = candidate.block.role is Role.HEADING and index > chosen[0].block.index and len(candidate.title) >= 3
        if index in used or key in have or len(key) != len(chosen[0].opens.key) or not heads:
            continue
        before = max(c.opens.key for c in [*chosen, *found] if c.block.index < index and c.opens.key[0] == own)
        after = min((c.opens.key for c in chosen if c.block.index > index), default=None)
        if key[0] < own or (key[0] == own and before < key and (after is None or key < after)):
            found.append(candidate)
            have.add(key)
    return found


def _set_otherwise(candidates: list[Candidate], chosen: list[Candidate], listed: list[Item]) -> list[Candidate]:
    """Headings of plain numbers among numbered paragraphs: each fills a gap of one, or is the next behind the last."""
    used = {c.block.index for c in chosen} | {item.listed for item in listed}
    found = []
    for candidate in candidates:
        opens, index = candidate.opens, candidate.block.index
        alike_set = opens.shape == chosen[0].opens.shape and candidate.block.role is Role.HEADING
        if index in used or not alike_set or len(candidate.title) < 3:
            continue
        before = max((c for c in chosen if c.block.index < index), key=lambda c: c.block.index, default=None)
        after = min((c for c in chosen if c.block.index > index), key=lambda c: c.block.index, default=None)
        follows = before is not None and opens.key == (before.opens.key[0] + 1,)
        if follows and (after is None or after.opens.key == (opens.key[0] + 1,)):
            found.append(candidate)
    return found


def _are_points(chain: list[Candidate], other: list[Candidate], listed: list[Item]) -> bool:
    """True where a chain's numbers go on from the other one's headings ("3", then "3.1"): they are its points."""
    numbers = {bare(item.number) for item in listed if item.number}
    plain = chain[0].opens.shape == "n.m" and not chain[0].opens.strong and other[0].opens.shape[:1] == "n"
    if (
        not plain
        or len(other) < 2
        or len(other[0].opens.key) != 1
        or any(bare(c.opens.number) in numbers for c in chain)
    ):
        return False
    below = 0
    for candidate in chain:
        above = [c.opens.key for c in other if c.block.index < candidate.block.index]
        below += bool(above) and above[-1] == candidate.opens.key[:-1]
    return below * 5 >= 4 * len(chain)


def _misnumbered(candidate: Candidate, chosen: list[Candidate], listed: list[Item], blocks: tuple[Block, ...]) -> bool:
    """True for an item whose number was given twice or leaps: a word for a case, a title of its own, and text below."""
    first = chosen[0]
    if not candidate.opens.series_is_case or candidate.opens.shape != first.opens.shape:
        return False
    if candidate.block.index < first.block.index or len(candidate.title) < 4:
        return False
    if any(alike(candidate.title, other.title) >= TITLE_ALIKE for other in chosen):
        return False
    in_list = any(item.listed == candidate.block.index for item in listed)
    return not in_list and candidate.block.role is first.block.role and _has_body(candidate, chosen, blocks)


def _chains(candidates: list[Candidate]) -> list[list[Candidate]]:
    """Candidates of one style in rising order; a number that does not rise begins a new chain."""
    chains: list[list[Candidate]] = []
    for candidate in candidates:
        home = None
        for chain in reversed(chains):
            if chain[-1].style != candidate.style:
                continue
            before, now = chain[-1].opens.key, candidate.opens.key
            if (
                candidate.opens.shape == "n/y"
                or (len(now) == len(before) and before[:-1] == now[:-1] and 0 < now[-1] - before[-1] <= 3)
                or (len(now) > 1 and now > before)
            ):
                step_one = now[-1] - before[-1] == 1
                if home is None or (step_one and home[-1].opens.key[-1] + 1 != now[-1]):
                    home = chain
        if home is not None:
            home.append(candidate)
        else:
            chains.append([candidate])
    return chains


def _score(chain: list[Candidate], blocks: tuple[Block, ...], listed: list[Item], lexicon: Lexicon) -> float:
    """How much a chain looks like the agenda's headings; 0 or less where it does not."""
    first = chain[0].opens
    score = 0.0
    bodies = sum(1 for c in chain if _has_body(c, chain, blocks))
    for candidate in chain:
        title = candidate.title
        worth = 1.0
        if first.series_is_case:
            worth += 3
        if first.shape == "n/y":
            worth += 2.5
        if candidate.block.role is Role.HEADING:
            worth += 2
        elif title.isupper() and len(title) > CAPITALS:
            worth += 2  # how a typist set a heading
        if not title and not first.strong:
            worth -= 1.5
        if title[:1].islower() and not first.strong:
            worth -= 1.5
        if len(title) > 200 and candidate.block.role is not Role.HEADING and not first.strong:
            worth -= 1
        score += worth
    score += 1.5 * bodies
    numbers = {bare(item.number) for item in listed if item.number}
    if listed:
        same = sum(1 for c in chain if bare(c.opens.number) in numbers)
        close = sum(1 for c in chain if any(alike(c.title, item.title) >= TITLE_ALIKE for item in listed))
        if not close and not first.strong and not (same and chain[0].block.role is Role.HEADING):
            return 0.0
        score += 4 * close
    elif not first.strong:
        if len(chain) < 2 or not (_counts(chain, bodies) or chain[0].block.role is Role.HEADING):
            return 0.0
        if bodies < max(1, len(chain) // 3) and not _is_bare_list(chain):
            return 0.0
        head = [b for b in blocks[: chain[0].block.index] if len(b.text) > 200]
        if chain[0].block.role is not Role.HEADING and len(head) > 4:
            score -= 4
    elif len(chain) == 1 and not first.series_is_case and chain[0].block.role is not Role.HEADING:
        return 0.0
    return score


def _counts(chain: list[Candidate], bodies: int) -> bool:
    """True for numbers from one on, or that go on from the meeting before ("30." to "36.") with a text below most."""
    if len(chain) < LOST or chain[0].opens.key[-1] <= 2:
        return chain[0].opens.key[-1] <= (2 if len(chain) >= LOST else 1)
    return all(b.opens.key[-1] - a.opens.key[-1] == 1 for a, b in pairwise(chain)) and bodies * 4 >= len(chain) * 3


def _is_bare_list(chain: list[Candidate]) -> bool:
    """True for minutes whose items are nothing but numbered sentences."""
    return len(chain) >= 3 and sum(len(c.title) for c in chain) / len(chain) > 25


def _has_body(candidate: Candidate, chain: list[Candidate], blocks: tuple[Block, ...]) -> bool:
    """True where text follows the heading before the next member of its chain."""
    if _GLUED.search(candidate.title) or len(candidate.title) > 160:
        return True
    nxt = next((c.block.index for c in chain if c.block.index > candidate.block.index), len(blocks))
    return nxt - candidate.block.index > 1


def _fills(chain: list[Candidate], chosen: list[Candidate]) -> bool:
    """True where a chain's numbers are missing in the chosen one and stand in order among them."""
    have = {c.opens.key for c in chosen}
    for candidate in chain:
        if candidate.opens.key in have:
            return False
        before = [c for c in chosen if c.block.index < candidate.block.index]
        after = [c for c in chosen if c.block.index > candidate.block.index]
        if before and before[-1].opens.key >= candidate.opens.key:
            return False
        if after and after[0].opens.key <= candidate.opens.key:
            return False
        if (
            candidate.block.role is not Role.HEADING
            and not candidate.opens.strong
            and before
            and candidate.opens.key[-1] != before[-1].opens.key[-1] + 1
        ):
            return False
    return True


def _items(chosen: list[Candidate], blocks: tuple[Block, ...], listed: list[Item], lexicon: Lexicon) -> list[Item]:
    """Candidates as items, with their titles cut from the text that follows on the same line."""
    items = []
    for candidate in chosen:
        title, glued = titles.cut(candidate, listed)
        if not title:
            title = apart.title(candidate.block, blocks, lexicon)
        opens = candidate.opens
        rule = "case heading" if opens.series_is_case else "case number" if opens.shape == "n/y" else "numbered heading"
        confidence = 0.96 if opens.strong else 0.93 if candidate.block.role is Role.HEADING else 0.85
        items.append(
            Item(
                opens.number,
                title,
                series=opens.series or None,
                first=candidate.block.index,
                rule=rule,
                confidence=confidence,
                glued=glued,
            )
        )
    return items
