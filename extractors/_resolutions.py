"""Resolutions that stand apart: under a label, as a row of a table, as a bold sentence; and the record of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors import _money, _outcome, _votes
from extractors._helpers import label_alone, sentences_of, value_start
from extractors._said import is_sentence
from extractors.lexicon import Lexicon
from extractors.lexicon import lexicon as LEXICON
from extractors.lexicon.wording import expression
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Fact, Place, Record, Role
from pipeline.numbering import opening
from pipeline.readers.tables import flat

VOTE_ONLY = expression("resolutions.vote_only")
VOTE_BESIDE = expression("resolutions.vote_beside")
"""How it was voted, in parentheses beside the label."""
_NONE = expression("resolutions.none")
"""What stands under the label where nothing was decided."""
_DISSENT = expression("resolutions.dissent", re.NOFLAG)
"""Where what a minority had put on record begins, behind what was resolved."""
_NAMES_POST = expression("resolutions.names_post")
"""Words before a colon that say to what those behind it are elected: part of what was resolved."""
_VOTING = expression("resolutions.voting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """One decision; `points` are its numbered points where it has any."""

    collection = "decisions"
    text: str
    points: tuple[str, ...] = ()
    outcome: str | None = None
    vote: Record | None = None
    amounts: tuple[float, ...] = ()

    def record(self) -> Record:
        """The contract's decision record, without the item that its place gives."""
        return {
            "text": self.text,
            "points": list(self.points),
            "outcome": self.outcome,
            "vote": self.vote,
            "amounts": list(self.amounts),
        }


_ONE_WORD = expression("resolutions.one_word")
"""A verdict that may stand alone in a column for what was decided."""
_DECIDED = expression("resolutions.decided")
"""What heads such a column."""


def in_tables(document: Document, skip: set[int]) -> Iterator[Decision]:
    """Rows of a table with a column for what was decided ("Sak | Beslutning"); their first cell names the item."""
    for block, text in decision_cells(document, skip):
        opens = opening(f"{flat(block.lines[0].cells[0].text)} X")
        yield Decision(
            place=block.place(), block=block.index, rule="decision table", confidence=0.9, text=text, case=opens.number if opens else None,
            outcome=_outcome.labelled("", text, 0), vote=_votes.vote(text), amounts=_money.amounts(text),
        )  # fmt: skip


def decision_cells(document: Document, skip: set[int]) -> Iterator[tuple[Block, str]]:
    """Rows of tables that have a column for what was decided, each with what stands in it."""
    column: int | None = None
    for block in document.blocks:
        if block.role is not Role.ROW or block.index in skip:
            column = None if block.role is not Role.ROW else column
            continue
        cells = [flat(cell.text) for cell in block.lines[0].cells]
        header = next((i for i, text in enumerate(cells) if i and _DECIDED.match(text.strip(" :"))), None)
        if header is not None:
            column = header
        elif (
            column is not None
            and column < len(cells)
            and not _NONE.fullmatch(cells[column])
            and (len(cells[column].split()) > 1 or _ONE_WORD.match(cells[column]))
        ):
            yield block, cells[column]


def in_bold(document: Document, region: list[str], lexicon: Lexicon) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """Bold sentences inside items, where minutes set several of them so: each run of them as a decision, with its blocks.

    Minutes that label some of their decisions as well must set more of them so, in items without a label.
    """
    labelled_items = {
        item_key(document, block.index)
        for block in document.blocks
        if block.label and known_label(block.label, lexicon)[:1] == ("decision",)
    }
    bold = [block for block in document.blocks if _is_bold_resolution(document, block, region, labelled_items)]
    if len(bold) < (_SEVERAL if labelled_items else 2):
        return
    runs: list[list[Block]] = []
    for block in bold:
        if runs and runs[-1][-1].index + 1 == block.index:
            runs[-1].append(block)
        else:
            runs.append([block])
    for run in runs:
        yield from (
            (replace(found, rule="bold resolution", confidence=0.8), tuple(block.index for block in run))
            for found in labelled(run, run[0], "")
        )


_SEVERAL = 3
"""Bold sentences that say how a board prints what it decided, though it labels some of it."""


def _is_bold_resolution(document: Document, block: Block, region: list[str], labelled_items: set[int | None]) -> bool:
    """True for a bold sentence or numbered point of its own in an item without a label."""
    key = item_key(document, block.index)
    numbered = block.marker[:1].isdigit() and block.text.rstrip().endswith(".") and len(block.text.split()) >= 4
    return (
        block.role is Role.HEADING
        and block.bold
        and key is not None
        and key != block.index
        and key not in labelled_items
        and (is_sentence(block) or numbered)
        and region[block.index] in ("", "treatment")
    )


def item_key(document: Document, block: int) -> int | None:
    item = document.item_of(block)
    return item.first if item else None


def is_item(document: Document, block: Block) -> bool:
    return any(item.first == block.index for item in document.items)


def run(document: Document, region: list[str], at: int, lexicon: Lexicon) -> list[Block]:
    """The label's block and those that go on with its text."""
    run = [document.blocks[at]]
    for block in document.blocks[at + 1 :]:
        if (
            region[block.index] != "decision"
            or (block.label and known_label(block.label, lexicon))
            or is_item(document, block)
            or block.role is Role.ROW
        ):
            break
        empty = label_alone(run[0])
        if len(run) > (1 if empty else 0) and not block.marker and not _continues(run, block):
            break
        if not empty and block.marker and not block.marker[0].isdigit() and run[0].text.rstrip().endswith("."):
            break  # bullets behind a finished resolution are something else
        run.append(block)
    return run


def resolved_below(document: Document, block: Block) -> bool:
    """True where the item has another resolution further down: the last one is this body's, whatever its label names."""
    item = document.item_of(block.index)
    last = item.last if item is not None and item.last is not None else block.index
    below = (b for b in document.blocks[block.index + 1 : last + 1] if b.label)
    return any(known_label(b.label, LEXICON())[:1] == ("decision",) for b in below)


def vote_lines(document: Document, at: int) -> list[Block]:
    """Short blocks right behind a resolution that tell only how it was voted."""
    out = []
    for block in document.blocks[at : at + 2]:
        if not VOTE_ONLY.match(block.text) or len(block.text) > 120 or is_item(document, block):
            break
        out.append(block)
    return out


def treatment_votes(document: Document, label: Block) -> str:
    """What the item tells last of a vote before the resolution ("Votering: ..."), up to the end of its block.

    A sentence that tells of a proposal that fell is of no other; two blocks may give the count of a proposal each.
    """
    item = document.item_of(label.index)
    if item is None or item.first is None:
        return ""
    for block in reversed(document.blocks[item.first + 1 : label.index]):
        if block.label and "decision" in known_label(block.label, LEXICON()):
            return ""
        spoken = list(sentences_of(block, item))
        voting = bool(block.label and _VOTING.search(block.label))
        before = document.blocks[block.index - 1].text
        for at in reversed(range(len(spoken))):
            fell = next((one.start for one in spoken[at + 1 :] if _votes.FELL.search(one.text)), len(block.text))
            text = block.text[spoken[at].start : fell]  # who stood against may follow in a sentence of its own
            if not voting and not _VOTING.search(spoken[at].text):
                continue
            stated = f"Votering: {spoken[at].text}" if voting else spoken[at].text
            other = spoken[at - 1].text if at else before if before != label.text else ""
            both = f"{other} {text}"
            if _votes.counts_two(both) and not _votes.counts_two(stated) and _votes.counts_half(stated):
                return both
            one_count = _votes.counts_one(stated)
            if _votes.FELL.search(stated) or not (one_count or _votes.vote(stated)):
                continue
            if one_count and _votes.counts_one(other) and _votes.vote(both):
                return both
            return f"Votering: {text}" if voting else text
    return ""


def _continues(run: list[Block], block: Block) -> bool:
    """True where an unmarked block still belongs to the resolution: vote lines, or text that follows closely."""
    if VOTE_ONLY.match(block.text):
        return True
    if run[-1].marker and block.lines[0].gap < 0.9 and block.left > run[0].left + 6:
        return True
    return run[-1].text.rstrip().endswith((":", ","))


def labelled(run: list[Block], label: Block, treatment: str) -> Iterator[Decision]:
    """The decision that stands under a label: one record with its text, points and vote."""
    pieces: list[str] = []
    points: list[str] = []
    first_point = ""
    votes: list[str] = [label.label]
    places: list[tuple[Block, int, int]] = []
    for block in run:
        start = value_start(block) if block is label and not _NAMES_POST.match(block.text) else 0
        whole = block.text[start:].rstrip()
        end = start + len(_DISSENT.split(whole)[0].rstrip())
        text = block.text[start:end].strip()
        if not text:
            continue
        votes.append(whole.strip())
        if (VOTE_ONLY.match(text) and pieces) or VOTE_BESIDE.fullmatch(text):
            continue
        places.append((block, start, end if end < start + len(whole) else len(block.text)))
        pieces.append(text)
        opens = opening(text)
        if block.marker and (opens or block.marker):
            points.append(text[len(block.marker) :].strip() if text.startswith(block.marker) else text)
        elif block is label and opens:
            first_point = text[opens.title_at :].strip()  # "Vedtak: 1. Vegen gruses."
    if not pieces or (len(pieces) == 1 and _NONE.fullmatch(pieces[0])):
        return
    if first_point and points:
        points.insert(0, first_point)
    text = " ".join(pieces)
    if not any(map(str.isalpha, text)):
        return  # a figure behind the label ("Resultat: -8 345")
    first, start, end = places[0]
    place = wide(places) if len(places) > 1 else first.place(start, end)
    outcome = _outcome.labelled(label.label, pieces[0], len(points))
    yield Decision(
        place=place, block=first.index, rule="decision label", confidence=0.95, text=text, points=tuple(points), outcome=outcome,
        vote=_votes.vote(label.label) or _votes.vote(" ".join(votes)) or _votes.vote(treatment), amounts=_money.amounts(text),
    )  # fmt: skip


def wide(places: list[tuple[Block, int, int]]) -> Place:
    """The place of several blocks: the first one's words, with the box and lines of all that stand on its page."""
    first, start, end = places[0]
    place = first.place(start, end)
    boxes = [place.box] if place.box else []
    last = place.last
    for block, a, b in places[1:]:
        other = block.place(a, b)
        if other.page == place.page:
            last = max(last, other.last)
            boxes += [other.box] if other.box else []
    box = (
        (min(x[0] for x in boxes), min(x[1] for x in boxes), max(x[2] for x in boxes), max(x[3] for x in boxes))
        if boxes
        else None
    )
    return replace(place, last=last, box=box)
