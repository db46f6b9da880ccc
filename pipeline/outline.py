"""The items of a document: agenda items of minutes, sections of a report, tasks of a mandate.

Minutes usually name their items twice, first as a list, then as headings; either may be missing, and lists inside an
item look just like it. Numbers that open a line are gathered into chains (same shape, same setting, rising); the
chain under an agenda label is the list, the best chain with text between its members the headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from extractors.lexicon import Lexicon, fold
from pipeline import sentences
from pipeline.blocks import SENTENCE_END, known_label
from pipeline.model import Block, Document, Item, Kind, Role
from pipeline.numbering import Opening, opening

TITLE_ALIKE = 0.72
MAX_TITLE = 330
_GLUED = re.compile(r"(?<=[\w)?»”][.?!:])\s+(?=[A-ZÆØÅ«\"])")
_PLAIN_LIST_END = re.compile(r"[.!?]$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that a number opens."""

    block: Block
    opens: Opening

    @property
    def title(self) -> str:
        """The text behind the number."""
        return self.block.text[self.opens.title_at :].strip()

    @property
    def style(self) -> tuple[str, bool, bool]:
        """What members of one chain have in common."""
        shape = self.opens.shape
        return (
            ("n/y" if shape == "n/y" else f"{shape}{'s' if self.opens.series_is_case else ''}"),
            self.block.role is Role.HEADING,
            bool(self.block.label),
        )


def outline(document: Document, lexicon: Lexicon) -> tuple[Item, ...]:
    """The items of a document, in order of their headings; what only a list names comes with `first` None."""
    if document.kind in (Kind.MINUTES, Kind.NOTICE, Kind.OTHER):
        return _agenda(document, lexicon)
    if document.kind is Kind.ANNUAL_REPORT:
        return _sections(document.blocks)
    return ()


def _sections(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Numbered headings of a report: the longest plausible chain of dotted numbers in heading style.

    What stands behind the first appendix heading belongs to the appendix.
    """
    end = next((b.index for b in blocks if b.role is Role.HEADING and APPENDIX_HEADING.match(b.text)), len(blocks))
    found: list[tuple[tuple[int, ...], Block, Opening]] = []
    for block in blocks[:end]:
        opens = opening(block.text)
        if not opens or opens.series or opens.shape not in ("n", "n.", "n.m", "n.m.k"):
            continue
        if not _set_as_heading(block, blocks) and not _opens_subsection(block, opens, blocks):
            continue
        if block.text[opens.title_at :].strip():
            found.append((opens.key, block, opens))
    chain = _longest([(key, block.index) for key, block, _ in found])
    items = [
        Item(
            o.number.rstrip("."),
            b.text[o.title_at :].strip(),
            None,
            b.index,
            None,
            None,
            len(key),
            "numbered heading",
            0.95,
        )
        for at, (key, b, o) in enumerate(found)
        if at in chain
    ]
    return _closed(items, end)


APPENDIX_HEADING = re.compile(r"^(?:vedlegg|appendiks|bilag)\s+(?:[A-ZÆØÅ]|\d{1,2}|[IVX]{1,5})\b", re.I)


def _set_as_heading(block: Block, blocks: tuple[Block, ...]) -> bool:
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

    A number whose neighbours stand in the very next blocks is likely a list and weighs half.
    """
    best: list[tuple[float, int | None]] = []
    for at, (key, index) in enumerate(keys):
        crowded = sum(
            1 for _, other in keys if abs(other - index) == 1 and _[: len(key) - 1] == key[:-1] and len(_) == len(key)
        )
        weight = 0.4 if crowded else 1.0
        start = (weight - (0.5 if key[-1] != 1 else 0), None)
        options = [(best[b][0] + weight, b) for b in range(at) if _follows(keys[b][0], key)]
        best.append(max([start, *options], key=lambda o: (o[0], -1 if o[1] is None else o[1])))
    if not best:
        return set()
    at: int | None = max(range(len(best)), key=lambda i: best[i][0])
    chain = set()
    while at is not None:
        chain.add(at)
        at = best[at][1]
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


def _closed(items: list[Item], count: int) -> tuple[Item, ...]:
    """Items with their last block: the one before the next heading of the same or a higher level."""
    out = []
    for at, item in enumerate(items):
        if item.first is None:
            out.append(item)
            continue
        following = [other.first for other in items[at + 1 :] if other.first is not None and other.level <= item.level]
        out.append(replace(item, last=(following[0] if following else count) - 1))
    return tuple(out)


def _agenda(document: Document, lexicon: Lexicon) -> tuple[Item, ...]:
    """The agenda items of minutes or of a notice."""
    blocks = document.blocks
    candidates = [Candidate(b, o) for b in blocks if b.role is not Role.ROW and (o := opening(b.text))]
    candidates = [c for c in candidates if not _is_point(c, blocks, lexicon)]
    listed = _listed(blocks, candidates, lexicon)
    in_list = {index for entry in listed for index in [entry.listed] if index is not None}
    headings = _headings([c for c in candidates if c.block.index not in in_list], blocks, listed, lexicon)
    merged = _merge(listed, headings, blocks, lexicon)
    if not merged:
        merged = _unnumbered(blocks, lexicon)
    else:
        merged = [*merged, *_any_other_business(blocks, merged)]
    return _closed(sorted(merged, key=_position), _end(blocks, merged, lexicon))


_OTHER_BUSINESS = frozenset(("eventuelt", "ymse", "anna", "annet", "aob", "any other business", "eventuelle saker", "andre saker"))


def _any_other_business(blocks: tuple[Block, ...], items: list[Item]) -> list[Item]:
    """A heading "Eventuelt" without a number behind numbered items is an item of its own."""
    known = {item.first for item in items} | {item.listed for item in items}
    firsts = [item.first for item in items if item.first is not None]
    if not firsts or any(fold(item.title) in _OTHER_BUSINESS for item in items):
        return []
    return [
        Item(None, b.text.strip(" :"), None, b.index, None, None, 1, "other business", 0.85)
        for b in blocks
        if b.index not in known and b.index > max(firsts) and b.role is Role.HEADING and fold(b.text) in _OTHER_BUSINESS
    ][:1]


def _position(item: Item) -> tuple[int, int]:
    return (item.first if item.first is not None else 10**6, item.listed or 0)


def _end(blocks: tuple[Block, ...], items: list[Item], lexicon: Lexicon) -> int:
    """Where the last item ends: before a closing label (next meeting, attendance at the end, signatures)."""
    firsts = [item.first for item in items if item.first is not None]
    if not firsts:
        return len(blocks)
    for block in blocks[max(firsts) + 1 :]:
        if block.label and known_label(block.label, lexicon)[:1] in (
            ("present",),
            ("absent",),
            ("next_meeting",),
            ("distribution",),
            ("signature",),
        ):
            return block.index
    return len(blocks)


def _is_point(candidate: Candidate, blocks: tuple[Block, ...], lexicon: Lexicon) -> bool:
    """True for the first numbered point of a resolution or proposal, and for those that follow it closely."""
    if candidate.opens.strong or candidate.block.role is Role.HEADING:
        return False
    for before in reversed(blocks[max(0, candidate.block.index - 8) : candidate.block.index]):
        if before.label:
            meaning = known_label(before.label, lexicon)[:1]
            inline = before.text.rstrip(" :") != before.label and not before.text.rstrip().endswith(":")
            return bool(meaning) and meaning[0] in ("decision", "proposal") and not inline
        opens = opening(before.text)
        if not opens or opens.shape != candidate.opens.shape:
            return False
    return False


# --- the list -----------------------------------------------------------------------------------------------------


def _listed(blocks: tuple[Block, ...], candidates: list[Candidate], lexicon: Lexicon) -> list[Item]:
    """The entries under agenda labels, numbered, bulleted or plain."""
    numbered = {c.block.index: c for c in candidates}
    found: list[Item] = []
    for block in blocks:
        if not _is_agenda_label(block, lexicon):
            continue
        entries = _entries(block, blocks, numbered, lexicon)
        if len(entries) >= 2:
            known = {(e.number, fold(e.title)) for e in found}
            found.extend(e for e in entries if (e.number, fold(e.title)) not in known)
    return found


def _is_agenda_label(block: Block, lexicon: Lexicon) -> bool:
    return (
        bool(block.label)
        and known_label(block.label, lexicon)[:1] == ("agenda",)
        and len(block.text) - len(block.label) <= 3
    )


def _entries(label: Block, blocks: tuple[Block, ...], numbered: dict[int, Candidate], lexicon: Lexicon) -> list[Item]:
    """The run of entries below an agenda label; it ends where text, another label or a restart comes."""
    entries: list[Item] = []
    style: tuple[str, ...] | None = None
    last: tuple[int, ...] = ()
    for block in blocks[label.index + 1 :]:
        if block.label and not (block.index in numbered or block.marker):
            if _is_agenda_label(block, lexicon) and entries:
                continue
            break
        if block.role is Role.ROW:
            if entry := _row_entry(block):
                style = ("row",)
                entries.append(entry)
            elif style and style[0] != "row":
                break
            continue
        if candidate := numbered.get(block.index):
            kind = ("n", candidate.opens.shape)
            if entries and style and style[0] != "n":
                break
            if last and candidate.opens.key < last and _similar_any(candidate.title, entries):
                break
            if last and candidate.opens.key <= last and candidate.opens.shape != "n/y" and candidate.opens.key == (1,):
                break
            if entries and style != kind and candidate.opens.shape not in ("n/y",) and not _same_class(style, kind):
                continue
            title = candidate.title
            if not title and block.index + 1 < len(blocks):
                following = blocks[block.index + 1]
                title = (
                    following.text if not following.marker and not following.label and len(following.text) < 160 else ""
                )
            if len(title) > MAX_TITLE:
                break
            style, last = kind, candidate.opens.key
            entries.append(
                Item(
                    candidate.opens.number,
                    title,
                    candidate.opens.series or None,
                    None,
                    None,
                    block.index,
                    1,
                    "agenda list",
                    0.95,
                )
            )
        elif block.marker and not opening(block.text):
            if style and style[0] == "n":
                continue
            style = ("bullet",)
            entries.append(
                Item(
                    None,
                    block.text[len(block.marker) :].strip(),
                    None,
                    None,
                    None,
                    block.index,
                    1,
                    "agenda list bullets",
                    0.8,
                )
            )
        elif (
            style
            and style[0] == "n"
            and len(block.text) < 90
            and not _PLAIN_LIST_END.search(block.text)
            and block.role is not Role.HEADING
        ):
            if entries and entries[-1].listed == block.index - 1 and entries[-1].title == block.text:
                continue
            continue
        elif style is None or style[0] == "plain":
            short = len(block.text) < 110 and not _PLAIN_LIST_END.search(block.text) and len(block.lines) <= 2
            if not short or block.role is Role.HEADING or (block.lines[0].gap > 1.6 and entries):
                break
            style = ("plain",)
            entries.append(Item(None, block.text, None, None, None, block.index, 1, "agenda list lines", 0.7))
        else:
            break
    return entries


def _row_entry(block: Block) -> Item | None:
    """A table row of the list: a cell that a number opens and the title in the same or the next one."""
    cells = [cell.text for cell in block.lines[0].cells if cell.text]
    for at, text in enumerate(cells[:2]):
        opens = opening(text) or opening(f"{text} X")
        if not opens:
            continue
        title = text[opens.title_at :].strip() or (cells[at + 1] if at + 1 < len(cells) else "")
        if any(c.isalpha() for c in title):
            return Item(opens.number, title, opens.series or None, None, None, block.index, 1, "agenda table", 0.95)
    return None


def _same_class(style: tuple[str, ...] | None, kind: tuple[str, str]) -> bool:
    return (
        bool(style)
        and style is not None
        and style[0] == "n"
        and style[1][:1] == kind[1][:1]
        and len(style[1]) < 3
        and len(kind[1]) < 3
    )


def _similar_any(title: str, entries: Sequence[Item]) -> bool:
    return any(alike(title, entry.title) >= TITLE_ALIKE for entry in entries)


def alike(a: str, b: str) -> float:
    """Likeness of two titles, 0-1; a title that begins like the other one counts as the same."""
    a, b = fold(a), fold(b)
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and long.startswith(short):
        return 0.95
    return SequenceMatcher(None, a, b[: len(a) + 60] if len(b) > len(a) else b, autojunk=False).ratio()


# --- the headings -------------------------------------------------------------------------------------------------


def _headings(
    candidates: list[Candidate], blocks: tuple[Block, ...], listed: list[Item], lexicon: Lexicon
) -> list[Item]:
    """The best chain of numbered headings: strong shapes whole, plain numbers only where they rise as one chain."""
    chains = _chains(candidates)
    scored = [(s, chain) for chain in chains if (s := _score(chain, blocks, listed, lexicon)) > 0]
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
    chosen.sort(key=lambda c: c.block.index)
    return _items(chosen, blocks, listed, lexicon)


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
        if not title and not first.strong:
            worth -= 1.5
        if title[:1].islower():
            worth -= 1.5
        if len(title) > 200 and candidate.block.role is not Role.HEADING and not first.strong:
            worth -= 1
        score += worth
    score += 1.5 * bodies
    numbers = {re.sub(r"\s", "", item.number) for item in listed if item.number}
    if listed:
        same = sum(1 for c in chain if re.sub(r"\s", "", c.opens.number) in numbers)
        close = sum(1 for c in chain if any(alike(c.title, item.title) >= TITLE_ALIKE for item in listed))
        if not close and not first.strong and not (same and chain[0].block.role is Role.HEADING):
            return 0.0
        score += 4 * close
    elif not first.strong:
        rising_from_start = chain[0].opens.key[-1] <= 1
        if len(chain) < 2 or (not rising_from_start and chain[0].block.role is not Role.HEADING):
            return 0.0
        if bodies < max(1, len(chain) // 3) and not _is_bare_list(chain):
            return 0.0
        head = [b for b in blocks[: chain[0].block.index] if len(b.text) > 200]
        if chain[0].block.role is not Role.HEADING and len(head) > 4:
            score -= 4
    elif len(chain) == 1 and not first.series_is_case and chain[0].block.role is not Role.HEADING:
        return 0.0
    return score


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
        title, glued = _title(candidate, listed)
        if not title and candidate.block.index + 1 < len(blocks):
            following = blocks[candidate.block.index + 1]
            short = len(following.text) < 160 and not (
                following.label and known_label(following.label, lexicon)[:1] != ()
            )
            if short and (following.role is Role.HEADING or not SENTENCE_END.search(following.text)):
                title = following.text
        opens = candidate.opens
        rule = "case heading" if opens.series_is_case else "case number" if opens.shape == "n/y" else "numbered heading"
        confidence = 0.96 if opens.strong else 0.93 if candidate.block.role is Role.HEADING else 0.85
        items.append(
            Item(
                opens.number, title, opens.series or None, candidate.block.index, None, None, 1, rule, confidence, glued
            )
        )
    return items


def _title(candidate: Candidate, listed: list[Item]) -> tuple[str, int]:
    """The title, and where in the block's text the body begins if both share one paragraph (else 0)."""
    text, at = candidate.block.text, candidate.opens.title_at
    title = text[at:]
    for item in listed:
        if (
            item.number
            and re.sub(r"\s", "", item.number) == re.sub(r"\s", "", candidate.opens.number)
            and len(title) > len(item.title) + 12
        ):
            if fold(title).startswith(fold(item.title)) and len(item.title) > 3:
                end = at + len(item.title)
                return item.title, end
    if candidate.block.role is Role.HEADING and len(title) <= MAX_TITLE:
        return title.strip(), 0
    spans = sentences.split(title)
    if len(spans) > 1 and (len(title) > 90 or spans[0][1] < 60):
        return title[spans[0][0] : spans[0][1]], at + spans[1][0]
    return title.strip(), 0


# --- joining ------------------------------------------------------------------------------------------------------


def _merge(listed: list[Item], headings: list[Item], blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
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
    extra = [item for item in free if not _inside_list_only(item, placed)]
    return [*placed, *_distinct(extra)]


def _match(entry: Item, free: list[Item]) -> Item | None:
    """The heading of a list entry: the same number, else the same title."""
    if entry.number:
        same = [
            h
            for h in free
            if h.number and re.sub(r"\s", "", h.number).casefold() == re.sub(r"\s", "", entry.number).casefold()
        ]
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
        value = alike(item.title, block.text.rstrip(" :"))
        if (
            value >= 0.8
            and (block.role is Role.HEADING or len(block.text) <= 1.6 * len(item.title) + 12)
            and (best is None or value > best[0] + 0.05)
        ):
            best = (value, block.index)
    return best[1] if best else None


def _distinct(items: list[Item]) -> list[Item]:
    """Items without the repetitions that a running list and its headings bring: the later, fuller one stays."""
    out: dict[tuple[str, str], Item] = {}
    for item in items:
        key = (re.sub(r"\s", "", item.number or ""), (item.series or "").casefold())
        before = out.get(key)
        if before is None or not item.number:
            out[key if item.number else (key[0], f"{item.first}")] = item
        elif alike(before.title, item.title) >= TITLE_ALIKE or not before.title:
            out[key] = replace(item, listed=before.first)
    return list(out.values())


def _unnumbered(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """Headings without numbers, where a document has no numbers at all: at least two, none of them a label."""
    started = not any(b.label and known_label(b.label, lexicon)[:1] == ("present",) for b in blocks)
    found = []
    for block in blocks:
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in ("present", "absent"):
            started = True
        headed = block.role is Role.HEADING or (block.bold and block.role is Role.LABEL and len(block.text) - len(block.label) <= 1)
        if not headed or block.index == 0 or (meaning and meaning[0] != "old_action") or len(block.text) > 120 or not started:
            continue
        if block.index + 1 >= len(blocks) or re.search(r"\d{4}", block.text):
            continue
        found.append(Item(None, block.text.rstrip(" :"), None, block.index, None, None, 1, "unnumbered heading", 0.6))
    return found if len(found) >= 2 else []
