"""Documents typed in a test: lines as a typist sets them become the document that the extractors see, without a PDF.

A line beginning with `# ` is larger and bold, `**a whole line**` is bold, `| a | b |` is a row of a ruled table (`<br>`
begins a line within a cell), an empty line is white space, spaces in front indent, and a form feed on a line of its own
begins a page. Lines wider than the page are broken where words end.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from extractors.lexicon import lexicon
from pipeline import contract, furniture, layout
from pipeline.blocks import build
from pipeline.extract import extract
from pipeline.language import language_of
from pipeline.model import Block, Cell, Document, Issue, Kind, Line, Page, Record
from pipeline.options import Options
from pipeline.outline import outline
from pipeline.resolve import resolve

WIDTH, HEIGHT, LEFT, TOP = 595.0, 842.0, 70.0, 110.0
LETTER, SIZE, PITCH = 4.6, 11.0, 14.0
"""Width of a letter, its size, and from one line to the next, in points."""
COLUMNS = 100
"""Letters on a full line."""


def lines_of(text: str) -> list[Line]:
    """A typed text as the lines that a reader would give, with boxes, weight, cells and white space above."""
    return [line for page in pages_of(text) for line in page.lines]


def pages_of(text: str) -> tuple[Page, ...]:
    """A typed text as pages."""
    return tuple(
        Page(number, WIDTH, HEIGHT, tuple(_lines(part, number)))
        for number, part in enumerate(textwrap.dedent(text).strip("\n").split("\n\f\n"), 1)
    )


def _lines(text: str, page: int) -> Iterator[Line]:
    top, before, number, table = TOP, TOP - SIZE, 0, 0
    row_before = False
    for typed in text.splitlines():
        if not typed.strip():
            top, row_before = top + PITCH, False
            continue
        is_row = typed.lstrip().startswith("|")
        table += is_row and not row_before
        row_before = is_row
        for words in [typed] if is_row else _wrapped(typed):
            number += 1
            line = _line(words, page, number, top, table)
            gap = max(0.0, (top - before) / line.size) if number > 1 else 0.0
            yield replace(line, gap=round(gap, 2))
            before, top = top + SIZE, top + PITCH


def _wrapped(typed: str) -> list[str]:
    """One typed line as the lines it takes on the page, all with its indent and weight."""
    if typed.startswith(("# ", "**")):
        return [typed]
    indent = typed[: len(typed) - len(typed.lstrip())]
    return [indent + part for part in textwrap.wrap(typed.strip(), COLUMNS - len(indent), break_on_hyphens=False)]


def _line(typed: str, page: int, number: int, top: float, table: int) -> Line:
    left = LEFT + LETTER * (len(typed) - len(typed.lstrip()))
    words = typed.strip()
    large, bold = words.startswith("# "), words.startswith(("# ", "**"))
    words = words.removeprefix("# ").strip("*") if bold else words
    if words.startswith("|"):
        parts = [part.strip().replace("<br>", "\n") for part in words.strip("|").split("|")]
        wide = (WIDTH - 2 * LEFT) / len(parts)
        cells = tuple(
            Cell(part, (LEFT + i * wide, top, LEFT + (i + 1) * wide, top + SIZE)) for i, part in enumerate(parts)
        )
        flat = " | ".join(part for part in parts if part)
        return Line(page, number, flat, flat, (LEFT, top, WIDTH - LEFT, top + SIZE), SIZE, False, cells, table)
    box = (left, top, left + LETTER * len(words), top + SIZE)
    return Line(page, number, words, words, box, 14.0 if large else SIZE, bold)


def blocks_of(text: str) -> tuple[Block, ...]:
    """A typed text as blocks."""
    return build(lines_of(text), lexicon())


def document(text: str, kind: Kind = Kind.MINUTES, name: str = "") -> Document:
    """A typed text as a document of that kind, with its outline."""
    known = lexicon()
    pages = pages_of(text)
    content, off = furniture.split(tuple(layout.tidy(page, known) for page in pages), known)
    blocks = build(layout.tabled(content, known), known)
    language = language_of(" ".join(block.text for block in blocks), known) or "nb"
    bare = Document(kind, language, blocks, (), (1, len(pages)), file_name=name, furniture=tuple(off))
    return replace(bare, items=outline(bare, known))


def read(text: str, kind: Kind = Kind.MINUTES, name: str = "") -> Record:
    """The contract's record of a typed document: everything extracted and resolved."""
    return read_with_issues(text, kind, name)[0]


def read_with_issues(text: str, kind: Kind = Kind.MINUTES, name: str = "") -> tuple[Record, list[Issue]]:
    """The contract's record of a typed document, and what the extractors and `resolve` doubted."""
    paper, facts, doubts = extract(document(text, kind, name), lexicon())
    resolved, conflicts = resolve(paper, facts, Options())
    return contract.document_record(paper, resolved, "typed"), [*doubts, *conflicts]


def only(records: Sequence[Record], *fields: str) -> list[Any]:
    """Some fields of every record: bare values where one is asked for, tuples where more are."""
    if len(fields) == 1:
        return [record[fields[0]] for record in records]
    return [tuple(record[field] for field in fields) for record in records]
