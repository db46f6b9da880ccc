"""What several extractors need: sentences with their place, and where in the document they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors._formalities import FORMALITY
from extractors._matching import cue
from extractors._own_body import meaning_of
from extractors.lexicon import Lexicon, lexicon
from extractors.lexicon.wording import expression
from pipeline import sentences
from pipeline.blocks import LABEL
from pipeline.model import Block, Document, Item, Place, Role

CONTAINER_LABELS = (
    "decision",
    "proposal",
    "treatment",
    "background",
    "action",
    "old_action",
    "agenda",
    "present",
    "absent",
    "dissent",
    "attachment",
    "next_meeting",
    "deadline",
    "responsible",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its text and its span there."""

    block: Block
    text: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where it stands; of one over a page break the part in which somebody does something, which opens it."""
        doing = re.match(r"\W*(?:\w+\W+){2}", self.text)
        return self.place_of(doing.end() if doing else 0)

    def place_of(self, at: int) -> Place:
        """Where it stands; of one over a page break the part that has its letter at `at`."""
        return self.block.place(self.start, self.end, self.start + at)


def value_start(block: Block) -> int:
    """Where the text behind a block's label begins; 0 where it has none, its whole length where it is label only."""
    if not block.label:
        return 0
    match = LABEL.match(block.text)
    return match.start(2) if match else len(block.text)


def body_start(block: Block, item: Item | None) -> int:
    """Where a block's own text begins: behind its label, its marker, or the item's title that it opens with."""
    if item is not None and item.first == block.index:
        if block.text[item.glued :].lstrip()[:1].islower():
            return 0  # the title is the beginning of a sentence
        return item.glued or len(block.text)
    start = value_start(block)
    if start:
        return start
    if block.marker and block.text.startswith(block.marker):
        return len(block.marker) + len(block.text[len(block.marker) :]) - len(block.text[len(block.marker) :].lstrip())
    return 0


def sentences_of(block: Block, item: Item | None) -> Iterator[Sentence]:
    """The sentences of a block without its label, marker or title."""
    at = body_start(block, item)
    for start, end in sentences.split(block.text[at:]):
        cuts = [start, *(cut for cut in _task_labels(block.text[at:]) if start < cut < end), end]
        for begin, stop in pairwise(cuts):
            text = block.text[at + begin : at + stop].rstrip()
            yield Sentence(block, text, at + begin, at + begin + len(text))


_INNER_LABEL = re.compile(r"(?<=[^\W\d_.!?)»”\"])\s+(?P<label>[A-ZÆØÅ][\w-]+):\s+(?=\S)")
"""A word and a colon in the midst of a text, where no sentence ends."""


def _task_labels(text: str) -> list[int]:
    """Where labels of tasks stand in the midst of a text, whose lines were joined ("... hos andre Aksjon: ring dem")."""
    found = _INNER_LABEL.finditer(text) if ":" in text else ()
    return [match.start("label") for match in found if lexicon().meanings(match["label"])[:1] == ("action",)]


def in_list(document: Document) -> set[int]:
    """Blocks that are entries of an agenda list, which announce and decide nothing."""
    return {item.listed for item in document.items if item.listed is not None}


def regions(document: Document, lexicon: Lexicon) -> list[str]:
    """For every block the meaning of the label it stands under ("decision", "proposal", ...), "" where none.

    A label holds until the next label, the next item, a heading, or white space that ends its paragraph group; one for
    what is attached, that a page behind the last item begins with, until the next label.
    """
    out: list[str] = []
    current, inline, attached = "", False, False
    firsts = {item.first for item in document.items if item.first is not None}
    last = max(firsts, default=-1)
    for block in document.blocks:
        meaning = meaning_of(document, block, lexicon)
        if block.index in firsts and not (meaning and meaning[0] in ("next_meeting",)):
            current, attached = "", False
        elif attached and not meaning:
            current = "attachment"
        elif meaning:
            attached = meaning[0] == "attachment" and last < block.index and _begins_page(document.blocks, block.index)
            current = meaning[0] if meaning[0] in CONTAINER_LABELS else ""
            inline = not label_alone(block)
        elif not block.label and block.role is not Role.HEADING and _put_forward(document.blocks, block.index):
            current, inline = "proposal", True
        elif block.role is Role.HEADING or (current in ("proposal", "background") and _resolved(block)):
            current = ""
        elif current == "proposal" and not block.marker and _VOTED.match(document.blocks[block.index - 1].text):
            current = ""  # behind the words that carry it the minutes go on
        elif current in ("present", "absent") and (_tells(block) or heads_matters(block, lexicon)):
            current = ""  # whole sentences below a list of names are the minutes' text, and so is a table of matters
        elif current and inline and not block.marker and current not in ("present", "absent", "action", "old_action"):
            current = ""  # text behind its label on one line is all there is, its points aside
        elif current and block.lines[0].gap > 1.15 and not _list_goes_on(document.blocks, block):
            lasting = ("proposal", "present", "absent", "action", "old_action", "background")
            current = current if current in lasting and block.lines[0].gap < 2.5 and not inline else ""
        out.append(current)
    return out


def _begins_page(blocks: tuple[Block, ...], at: int) -> bool:
    """True for the first block of a page behind the first."""
    return at > 0 and blocks[at].lines[0].page != blocks[at - 1].lines[-1].page


def _put_forward(blocks: tuple[Block, ...], at: int) -> bool:
    """True for the block behind words that announce somebody's proposal ("Berg sette fram slikt framlegg:")."""
    said = blocks[at - 1].text.rstrip() if at else ""
    if not said.endswith(":"):
        return False
    if blocks[at].text[:1] in '«“"' and _OF_A_PROPOSAL.search(said):
        return True
    behind = next((block for block in blocks[at + 1 :] if not block.marker), None)
    passed = behind is not None and _PASSED.match(behind.text)  # then it is what was resolved
    return bool(_PUT_FORWARD.search(said)) and not _CARRIED.search(said) and not passed


_OF_A_PROPOSAL = expression("helpers.of_a_proposal")
_PUT_FORWARD = expression("helpers.put_forward")
_PASSED = expression("helpers.passed")
_CARRIED = expression("helpers.carried")
_VOTED = expression("helpers.voted")
_ASIDE = re.compile(r"\([^()]*\)\s*[.:]?")


def label_alone(block: Block) -> bool:
    """True for a label with nothing behind it, or only how it was voted, in parentheses."""
    value = block.text[value_start(block) :].strip(" :")
    return not value or _ASIDE.fullmatch(value) is not None


def heads_matters(block: Block, lexicon: Lexicon) -> bool:
    """True for the head of a table that tells who is to do what, or what was decided."""
    columns = [lexicon.columns_of(cell.text) for cell in block.lines[0].cells]
    return bool(columns) and sum(bool(held & {"owner", "due", "decision", "task"}) for held in columns) > 1


def _resolved(block: Block) -> bool:
    """True for a block whose end announces what was decided: what was proposed above it is over."""
    return block.text.rstrip().endswith(":") and bool(cue("introduces").find(block.text[-_ENDING:]))


_ENDING = 120
"""Letters at the end of a block in which it may announce what follows."""


def _tells(block: Block) -> bool:
    """True for a paragraph of several sentences, which a list of names never is, and for what the notice came to."""
    if block.role is not Role.ROW and FORMALITY.search(block.text):
        return True
    return len(block.text) > 80 and len(sentences.split(block.text)) > 1 and block.text.count(",") < 6


def _list_goes_on(blocks: tuple[Block, ...], block: Block) -> bool:
    """True where a block is a further point of a list, or the first text below a bare label."""
    before = blocks[block.index - 1] if block.index else None
    if before is None:
        return False
    if before.label and label_alone(before):
        return True
    return bool(block.marker and (before.marker or before.text.rstrip().endswith(":")))


def strip_marks(text: str) -> str:
    """Text without list marks and emphasis at its edges."""
    return re.sub(r"^[\s•*_–-]+|[\s*_]+$", "", text)


def column_edges(header: Block) -> list[float]:
    """Where the columns of a table begin, in points, by the cells of its header row."""
    return [cell.box[0] if cell.box else float(i) for i, cell in enumerate(header.lines[0].cells)]


def by_column(block: Block, edges: list[float]) -> dict[int, str]:
    """A row's text by column: of a ruled grid by order, of loose columns by where its cells begin."""
    cells = block.lines[0].cells
    if block.lines[0].table is not None and len(cells) == len(edges):
        return {i: cell.text for i, cell in enumerate(cells)}
    out: dict[int, str] = {}
    for at, cell in enumerate(cells):
        left = cell.box[0] if cell.box else float(at)
        nearest = min(range(len(edges)), key=lambda i: abs(edges[i] - left))
        out[nearest] = f"{out[nearest]} {cell.text}" if nearest in out else cell.text
    return out


def says_minutes(text: str, lexicon: Lexicon) -> bool:
    """True where the first words of a text name minutes or a meeting."""
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", text)[:8]]
    names = {n for n in (*lexicon.lists["kind_minutes"], *lexicon.lists["kind_meeting"]) if " " not in n}
    return any(w in names or any(w.endswith(n) for n in names if len(n) >= 4) for w in words)
