"""The agenda list: the run of entries below an agenda label, numbered, bulleted, plain, or in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.lexicon import Lexicon, fold
from pipeline.labels import known_label
from pipeline.model import Block, Item, Role
from pipeline.numbering import hour, opening
from pipeline.outline.candidates import FEWEST_HOURS, MAX_TITLE, TITLE_ALIKE, Candidate, alike, bare

SAME_TITLE = 0.9
"""Likeness from which a title is the one of the list's first entry."""
_PLAIN_LIST_END = re.compile(r"[.!?]$")


def entries(blocks: tuple[Block, ...], candidates: list[Candidate], lexicon: Lexicon) -> list[Item]:
    """The entries under agenda labels, numbered, bulleted or plain."""
    numbered = {c.block.index: c for c in candidates}
    found: list[Item] = []
    for block in blocks:
        if not _is_agenda_label(block, lexicon) and not _heads_cases(block, lexicon):
            continue
        run = _entries(block, blocks, numbered, lexicon)
        if len(run) >= 2:
            known = {(e.number, fold(e.title)) for e in found}
            found.extend(e for e in run if (e.number, fold(e.title)) not in known)
    return found


def _is_agenda_label(block: Block, lexicon: Lexicon) -> bool:
    return (
        bool(block.label)
        and known_label(block.label, lexicon)[:1] == ("agenda",)
        and len(block.text) - len(block.label) <= 3
    )


def _heads_cases(block: Block, lexicon: Lexicon) -> bool:
    """True for the head of a table of cases that no label stands above ("Saksnr | Innhold | Arkivsak")."""
    if block.role is not Role.ROW:
        return False
    kinds = [lexicon.columns_of(cell.text) for cell in block.lines[0].cells if cell.text]
    if not 2 <= len(kinds) <= 4 or "case" not in kinds[0]:
        return False
    return "text" in kinds[1] and not any(kind & {"owner", "due", "task", "telling", "decision"} for kind in kinds)


def _entries(label: Block, blocks: tuple[Block, ...], numbered: dict[int, Candidate], lexicon: Lexicon) -> list[Item]:
    """The run of entries below an agenda label; it ends where text, another label or a restart comes."""
    if timed := _programme(label, blocks, lexicon):
        return timed
    entries: list[Item] = []
    style: tuple[str, ...] | None = None
    last: tuple[int, ...] = ()
    for block in blocks[label.index + 1 :]:
        if label.role is Role.ROW and block.role is not Role.ROW:
            break
        if block.label and not (block.index in numbered or block.marker):
            if entries and (_is_agenda_label(block, lexicon) or _goes_on(block, last, blocks, numbered)):
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
            if len(entries) == 1 and style == ("plain",):
                entries, style = [], None  # the head of the columns stood above the first number
            if entries and style and style[0] != "n":
                break
            if last and candidate.opens.key < last and _similar_any(candidate.title, entries):
                break
            if _is_numbered(candidate, entries):
                break  # the heading of an entry
            if candidate.block.role is Role.HEADING and _is_listed(candidate, entries):
                break  # the first heading below a list that ends with another series
            again = candidate.block.role is Role.HEADING or style != kind
            if again and len(entries) > 1 and alike(candidate.title, entries[0].title) >= SAME_TITLE:
                break  # the first matter again, numbered otherwise than in the list
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
                    series=candidate.opens.series or None,
                    listed=block.index,
                    rule="agenda list",
                    confidence=0.95,
                )
            )
        elif block.marker and not opening(block.text):
            if style and style[0] == "n":
                continue
            style = ("bullet",)
            title = block.text[len(block.marker) :].strip()
            opens = opening(title)
            own = opens if opens and opens.strong else None  # "• 9/18 Kyrkjegard"
            entries.append(
                Item(
                    own.number if own else None,
                    title[own.title_at :].strip() if own else title,
                    series=(own.series or None) if own else None,
                    listed=block.index,
                    rule="agenda list bullets",
                    confidence=0.8,
                )
            )
        elif (
            style
            and style[0] == "n"
            and len(block.text) < 90
            and not _PLAIN_LIST_END.search(block.text)
            and block.role is not Role.HEADING
        ):
            continue  # a title on a line of its own, or a remark between two entries
        elif style is None or style[0] == "plain":
            short = len(block.text) < 110 and not _PLAIN_LIST_END.search(block.text) and len(block.lines) <= 2
            if not short or block.role is Role.HEADING or (block.lines[0].gap > 1.6 and entries):
                break
            style = ("plain",)
            entries.append(Item(None, block.text, listed=block.index, rule="agenda list lines", confidence=0.7))
        else:
            break
    return entries


def _goes_on(label: Block, last: tuple[int, ...], blocks: tuple[Block, ...], numbered: dict[int, Candidate]) -> bool:
    """True for a label within a numbered list: only bullets stand between it and the next number."""
    for block in blocks[label.index + 1 :]:
        if candidate := numbered.get(block.index):
            following = (*last[:-1], last[-1] + 1) if last else ()
            return candidate.opens.key == following and block.role is not Role.HEADING
        if not block.marker or block.role is Role.HEADING:
            return False
    return False


def _programme(label: Block, blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """The entries of a programme, each behind its hour, later and later, without the breaks; empty where it is none."""
    entries: list[Item] = []
    last = 0
    for block in blocks[label.index + 1 :]:
        cells = [cell.text.strip() for cell in block.lines[0].cells if cell.text.strip()]
        text = " ".join(cells[:2]) if cells else block.text
        found = hour(text)
        if found is None or found[0] < last:
            break
        last = found[0]
        entries.append(Item(None, text[found[1] :].strip(), listed=block.index, rule="programme", confidence=0.85))
    if len(entries) < FEWEST_HOURS:
        return []
    return [entry for entry in entries if fold(entry.title).strip(" .") not in lexicon.lists["breaks"]]


def _row_entry(block: Block) -> Item | None:
    """A table row of the list: a cell that a number opens and the title in the same or the next one."""
    cells = [cell.text for cell in block.lines[0].cells if cell.text]
    for at, text in enumerate(cells[:2]):
        opens = opening(text) or opening(f"{text} X")
        if not opens:
            continue
        behind = (cell for cell in cells[at + 1 :] if any(c.isalpha() for c in cell))  # an archive's number is none
        title = text[opens.title_at :].strip() or next(behind, "")
        if any(c.isalpha() for c in title):
            return Item(
                opens.number,
                title,
                series=opens.series or None,
                listed=block.index,
                rule="agenda table",
                confidence=0.95,
            )
    return None


def _same_class(style: tuple[str, ...] | None, kind: tuple[str, str]) -> bool:
    return (
        style is not None and style[0] == "n" and style[1][:1] == kind[1][:1] and len(style[1]) < 3 and len(kind[1]) < 3
    )


def _is_numbered(candidate: Candidate, entries: Sequence[Item]) -> bool:
    """True for the number of an entry again, with a word for a case that the entry has not."""
    opens = candidate.opens
    return opens.strong and any(
        bare(entry.number) == bare(opens.number) and bool(entry.series) < opens.series_is_case for entry in entries
    )


def _is_listed(candidate: Candidate, entries: Sequence[Item]) -> bool:
    """True for the number of an entry with its title again."""
    same = [e for e in entries if e.number == candidate.opens.number and (e.series or "") == candidate.opens.series]
    return candidate.opens.strong and _similar_any(candidate.title, same)


def _similar_any(title: str, entries: Sequence[Item]) -> bool:
    return any(alike(title, entry.title) >= TITLE_ALIKE for entry in entries)
