"""The types that flow through the program. Frozen, picklable, and importing nothing of ours.

One long file on purpose: it holds types and next to no logic, and is read from top to bottom.
Reading order of this file is the order of the flow: a `SourceFile` is read into `Page`s of `Line`s (a `Reading`),
cut into `Document`s of `Block`s and `Item`s, from which extractors quote `Fact`s and `Issue`s; an `Outcome` is what
one file came to, already in the shape of the record contract.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(**options: bool) -> Any:
        """A type that each page has hundreds of: kept frozen by mypy alone, since a guard takes four times as long."""
        return dataclass(**options | {"frozen": False, "unsafe_hash": True})


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the page."""

Record = dict[str, Any]
"""One record in the shape of the contract: plain JSON data."""


class Kind(StrEnum):
    """What a document is."""

    MINUTES = "minutes"
    ANNUAL_REPORT = "annual_report"
    MANDATE = "mandate"
    NOTICE = "notice"
    OTHER = "other"


class Status(StrEnum):
    """What reading a file came to: the one fixed list for the whole program."""

    OK = "ok"
    OK_DISAGREE = "ok_disagree"
    REPAIRED = "repaired"
    PARTIAL = "partial"
    NEEDS_OCR = "needs_ocr"
    NEEDS_REVIEW = "needs_review"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"

    @property
    def failed(self) -> bool:
        """True where no document could be read and a person has to act."""
        return self in FAILED


FAILED = frozenset(
    {Status.ENCRYPTED, Status.DAMAGED, Status.UNSUPPORTED, Status.TIMEOUT, Status.MEMORY, Status.CRASHED}
)


class TextFrom(StrEnum):
    """Where the words of a line come from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    REPAIRED = "repaired_text_layer"
    MARKUP = "markup"
    MIXED = "mixed"


class Severity(StrEnum):
    """How much an issue matters."""

    NOTE = "note"
    DOUBT = "doubt"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What a register kept beside the files says of one of them; None where it says nothing. `date` is ISO 8601."""

    body: str | None = None
    date: str | None = None
    series: str | None = None
    box: str | None = None
    access: str | None = None

    def written(self) -> str:
        """The entry as the archive keeps it: compact JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, written: str | None) -> RegisterEntry | None:
        """The entry that was kept, None where there was none."""
        return cls(**json.loads(written)) if written else None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file; `path` is where it stands, on disk or in a zip archive, `name` is what people call it.

    `held` is where its bytes lie, for one that had to be taken out of an archive; `register` is what a register beside
    the files says of it.
    """

    path: str
    name: str
    sha256: str
    size: int
    media_type: str
    held: str | None = None
    register: RegisterEntry | None = None

    @property
    def at(self) -> str:
        """The path to open."""
        return self.held or self.path


@value(frozen=True, slots=True)
class Cell:
    """One cell of a table row, or one part of a line that a wide gap divides."""

    text: str
    box: Box | None = None
    lines: tuple[Box, ...] = ()
    """Where each of its lines stands; empty where that is not known."""

    @property
    def tops(self) -> tuple[float, ...]:
        """How far from the page's top its lines stand, in points."""
        return tuple(box[1] for box in self.lines)


@value(frozen=True, slots=True)
class Word:
    """A word with its box on the page as shown, in points, and the reader's confidence, 0 to 1."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Repair:
    """Letters put right: the slice of a line's `text`, what was read there, and how sure the repair is, 0 to 1."""

    start: int
    end: int
    raw: str
    confidence: float


@value(frozen=True, slots=True)
class Line:
    """One printed line (or one table row, then with `cells` and a `table` number).

    `text` is clean NFC text; `raw` is what the chosen reading gave, before repairs, and is what a quote shows.
    `page` and `number` are 1-based; `page` is 0 where the format has no pages. `size` is in points; `confidence` is the
    reader's own, 1.0 for a text layer.
    """

    page: int
    number: int
    text: str
    raw: str
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    text_from: TextFrom = TextFrom.TEXT_LAYER
    confidence: float = 1.0
    gap: float = 0.0
    """White space above, in line heights; 0 where the line follows closely or the reader cannot tell."""
    repairs: tuple[Repair, ...] = ()
    """What of `text` was put right, in order."""
    headings: tuple[str, ...] = ()
    """The headings that it stands under, outermost first, where the format says so."""
    font: str = ""
    """The name of its first letter's font, without the mark of a subset; empty where the reader cannot tell."""
    lead: str = ""
    """The bold words that it begins with, where the rest is not bold: a heading that runs into its text."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: 1-based `number`, size in points, and its lines in reading order.

    A format without pages gives one, of number 0. `aside` is what the format itself sets off from the text: running
    heads and feet, menus. A page whose text layer lost its letters is `damaged`; then `words` are those of the layer,
    and `seen` is the page as read again from its image, with `seen_words`.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    text_from: TextFrom = TextFrom.TEXT_LAYER
    aside: tuple[Line, ...] = ()
    damaged: bool = False
    words: tuple[Word, ...] = ()
    seen: tuple[Line, ...] = ()
    seen_words: tuple[Word, ...] = ()
    written: str = ""
    """Its text in the order in which the file has it; empty where that is the order of its lines."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader saw of a file: its pages, how that went, and what a person should know."""

    pages: tuple[Page, ...]
    status: Status = Status.OK
    text_from: TextFrom = TextFrom.TEXT_LAYER
    issues: tuple[Issue, ...] = ()
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: page and lines (both inclusive, 1-based on that page), the words, and their box.

    `page` is 0 where the format has no pages; then the lines are those of the file where it has any (Markdown, text),
    else they count through the document, and `headings` lead there.
    """

    page: int
    first: int
    last: int
    quote: str
    box: Box | None = None
    text_from: TextFrom = TextFrom.TEXT_LAYER
    headings: tuple[str, ...] = ()

    def record(self) -> Record:
        """The `source` of a contract record."""
        found: Record = {
            "page": self.page or None,
            "quote": self.quote,
            "bbox": [round(v, 1) for v in self.box] if self.box else None,
            "lines": [self.first, self.last],
            "text_from": self.text_from.value,
        }
        return {**found, "headings": list(self.headings)} if self.headings else found


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should know or decide; `values` fill the message of that `code` in the catalogue."""

    code: str
    severity: Severity
    place: Place | None = None
    values: tuple[tuple[str, str], ...] = ()


class Role(StrEnum):
    """What a block is in the flow of a document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    LABEL = "label"
    ROW = "row"


@dataclass(frozen=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a list entry, a labelled line, or a table row.

    `text` is the lines joined (hyphens at line ends resolved); `starts` holds, for every line, where its text begins
    in `text`, so that any slice of the text leads back to its lines.
    """

    role: Role
    lines: tuple[Line, ...]
    text: str
    starts: tuple[int, ...]
    index: int = 0
    marker: str = ""
    """The bullet, number or letter that opens it, as printed ("•", "1.", "Sak 12/04")."""
    label: str = ""
    """The label that opens it, without its colon ("Til stede", "Vedtak")."""

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page

    @property
    def bold(self) -> bool:
        """True where every line of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def size(self) -> float:
        """Letter size of its first line, in points."""
        return self.lines[0].size

    @property
    def left(self) -> float:
        """Left edge of its first line, in points; 0 where unknown."""
        return self.lines[0].box[0] if self.lines[0].box else 0.0

    def place(self, start: int = 0, end: int | None = None, chief: int | None = None) -> Place:
        """Where `text[start:end]` stands.

        What runs over a page break is quoted as far as the part that has the letter at `chief`, or its longer part.
        """
        end = len(self.text) if end is None else end
        bounds = (*self.starts[1:], len(self.text))
        touched = [
            i for i, (a, b) in enumerate(zip(self.starts, bounds, strict=True)) if a < max(end, start + 1) and b > start
        ]
        if not touched:
            touched = [0]
        weights: dict[int, int] = {}
        for i in touched:
            overlap = min(end, bounds[i]) - max(start, self.starts[i])
            weights[self.lines[i].page] = weights.get(self.lines[i].page, 0) + overlap
        page = max(weights, key=lambda p: (weights[p], -p))
        if chief is not None:
            page = next((self.lines[i].page for i in touched if self.starts[i] <= chief < bounds[i]), page)
        chosen = [i for i in touched if self.lines[i].page == page]
        a, b = max(start, self.starts[chosen[0]]), min(end, bounds[chosen[-1]])
        lines = [self.lines[i] for i in chosen]
        boxes = [line.box for line in lines if line.box]
        box = (
            (min(x[0] for x in boxes), min(x[1] for x in boxes), max(x[2] for x in boxes), max(x[3] for x in boxes))
            if boxes
            else None
        )
        repaired = any(line.raw != line.text for line in lines)
        quote = " ".join(line.raw for line in lines) if repaired else self.text[a:b].strip()
        return Place(page, lines[0].number, lines[-1].number, quote, box, lines[0].text_from, lines[0].headings)


@dataclass(frozen=True)
class Item:
    """A numbered (or headed) part of a document: an agenda item of minutes, a section of a report.

    It covers the blocks from its heading (`first`) to `last`, both inclusive. `listed` is the block of the agenda
    list that announced it, `first` is None where only the list names it.
    """

    number: str | None
    title: str
    series: str | None = None
    first: int | None = None
    last: int | None = None
    listed: int | None = None
    level: int = 1
    rule: str = ""
    confidence: float = 0.9
    glued: int = 0
    """Where the body begins in the heading's own block, when title and text share one paragraph; else 0."""
    standard_words: tuple[int, int] = (0, 0)
    """How many of its words only bokmål has, and how many only nynorsk."""

    def covers(self, block: int) -> bool:
        """True where that block belongs to this item."""
        return self.first is not None and self.last is not None and self.first <= block <= self.last


@dataclass(frozen=True)
class Document:
    """One document of a file, ready for the extractors. `pages` are first and last, 1-based."""

    kind: Kind
    language: str
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]
    pages: tuple[int, int]
    ordinal: int = 0
    title: str | None = None
    body: str | None = None
    file_name: str = ""
    furniture: tuple[Line, ...] = ()
    appended: tuple[Block, ...] = ()
    """Headings of the appendices of the file that became documents of their own."""
    reason: str = ""
    actors: Actors = field(default_factory=lambda: Actors())
    said: Mapping[tuple[int, int], Said] = field(default_factory=dict, hash=False)
    """Block and beginning of a sentence -> what it probably is."""

    @cached_property
    def head(self) -> tuple[Block, ...]:
        """The blocks before the first item's heading (all of them where there is no item)."""
        firsts = [item.first for item in self.items if item.first is not None]
        return self.blocks[: min(firsts)] if firsts else self.blocks

    @cached_property
    def text(self) -> str:
        """The words of all blocks and of the cells of their rows."""
        cells = (cell.text for block in self.blocks for line in block.lines for cell in line.cells)
        return "\n".join((*(block.text for block in self.blocks), *cells))

    def item_of(self, block: int) -> Item | None:
        """The deepest item that covers a block."""
        return self._item_of_block.get(block)

    @cached_property
    def _item_of_block(self) -> dict[int, Item]:
        """Block -> the deepest item that covers it; of two as deep, the one that begins later."""
        found: dict[int, Item] = {}
        for item in sorted(self.items, key=lambda item: (item.level, item.first or 0), reverse=True):
            if item.first is not None and item.last is not None:
                for block in range(item.first, item.last + 1):
                    found.setdefault(block, item)
        return found


@dataclass(frozen=True, slots=True)
class Said:
    """How likely a sentence states a decision and gives somebody something to do, in log odds."""

    decision: float
    action: float


@dataclass(frozen=True, slots=True)
class Actors:
    """Who is known to act in a document, filled by the first round of extractors for the second."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    chair: str | None = None
    initials: tuple[tuple[str, str], ...] = ()
    """Initials and other marks that the document itself uses for a person: (mark, full name)."""
    mentioned: tuple[str, ...] = ()
    """Given names that the text uses of somebody who is on no list."""
    writer: str | None = None
    """Who took the minutes, and speaks of himself in them."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as written and, once resolved, what it means.

    `end` is the last day of several; `precision` is `day`, `week`, `month`, `year` or `event`; `recurring` is a day of
    every year ("--06-30"); `basis` and `origin` are those of a `Fact`; `hangs_on` are the words of the day that it is
    reckoned from, where that is not the meeting's ("20. mai" of "en uke før årsmøtet 20. mai").
    """

    text: str
    value: date | None = None
    end: date | None = None
    precision: str | None = None
    recurring: str | None = None
    basis: str = "stated"
    origin: str | None = None
    hangs_on: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A person, office or organisation as written and, once resolved, the name to show."""

    text: str
    name: str | None = None
    basis: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What an extractor quotes. Its subclass stands in the extractor's own file and names the contract's list.

    `block` is the index of the block it stands in, and gives the agenda item; `basis` is `stated` or `derived`.
    """

    collection: ClassVar[str] = ""

    place: Place
    block: int
    rule: str
    confidence: float = 0.9
    basis: str = "stated"
    origin: str | None = None
    case: str | None = None
    """The agenda number that the fact itself names (a table's column), where that is not the item it stands in."""

    def record(self) -> Record:
        """The fields of its own kind, named as the contract names them."""
        raise TypeError(f"{type(self).__name__} does not say what its record looks like")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file came to: plain data that any process can store. `record` is what `extract` prints."""

    source: SourceFile
    status: Status
    record: Record
    pages: tuple[tuple[int, str, str], ...] = ()
    """(page number, text, text_from) for the search index."""
    seconds: float = 0.0
    engine: str | None = None
    """The program that read the file, with its version."""
    sketches: tuple[tuple[str, str], ...] = ()
    """(document id, sketch of its text), by which near duplicates are found."""


def walk(outcome: Outcome) -> Iterator[tuple[Record, str, Record]]:
    """Every record of an outcome as (document, list name, record)."""
    for document in outcome.record["documents"]:
        for name, value in document.items():
            if isinstance(value, list):
                yield from ((document, name, entry) for entry in value if isinstance(entry, dict))
