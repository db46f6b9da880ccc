"""Papers made for a test without a PDF: typed pages, or pages with lines at chosen heights, read as a whole file is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from extractors.lexicon import lexicon
from pipeline import contract
from pipeline.model import Document, Issue, Line, Page, Reading, Record, SourceFile
from pipeline.options import Options
from pipeline.run import understand
from pipeline.segment import documents
from tests.extractors.conftest import pages_of

WIDTH, HEIGHT, LETTER, SIZE, PITCH = 595.0, 842.0, 5.0, 11.0, 15.0
TOP, BODY, BOTTOM = 28.0, 150.0, 776.0
"""Where the first line of the header, of the text and of the footer stands, in points from the top."""


TYPED = Path(__file__).resolve().parent / "papers_typed"


def typed(name: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The typed papers of a file: group -> case -> its `text`, and what is expected of it."""
    groups: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((TYPED / f"{name}.yml").read_text("utf-8"))
    for cases in groups.values():
        for case in cases.values():
            case["text"] = case["text"].replace("<page>\n", "\f\n")
    return groups


def read(text: str, name: str = "") -> list[Document]:
    """The documents of a typed text (see `tests.extractors.conftest.pages_of`)."""
    return read_with_issues(text, name)[0]


def read_with_issues(text: str, name: str = "") -> tuple[list[Document], list[Issue]]:
    """The documents of a typed text, and what was doubtful about cutting them."""
    return documents(Reading(pages_of(text)), name, lexicon())


def sheet(
    number: int,
    *,
    top: Sequence[str] = (),
    body: Sequence[str] = (),
    bottom: Sequence[str] = (),
    footer_first: bool = False,
) -> Page:
    """One page with its header, its text and its footer; `footer_first` as producers do that draw the footer first."""
    parts = [(TOP, top), (BODY, body), (BOTTOM, bottom)]
    if footer_first:
        parts = [parts[2], parts[0], parts[1]]
    lines: list[Line] = []
    for start, texts in parts:
        for at, text in enumerate(texts):
            y = start + PITCH * at
            bold, words = text.startswith("# "), text.removeprefix("# ")
            box = (70.0, y, 70.0 + LETTER * len(words), y + SIZE)
            size = 15.0 if bold else SIZE
            lines.append(Line(number, len(lines) + 1, words, words, box, size, bold, gap=0.3 if at else 1.5))
    return Page(number, WIDTH, HEIGHT, tuple(lines))


def records(pages: Sequence[Page], name: str = "papir.pdf") -> list[Record]:
    """What the contract says of every document of these pages, extracted and resolved."""
    source = SourceFile("", name, "0" * 64, 1, "application/pdf")
    parts, _ = understand(Reading(tuple(pages)), source, Options())
    return [contract.document_record(paper, facts, "typed") for paper, facts, _ in parts]
