"""Minutes whose sentences are marked where they decide or give somebody something to do, for the model to learn from.

`corpus/sentences/*.md` are invented minutes in Markdown. Right behind a sentence stands `{V}` for a decision (vedtak),
`{O}` for something to do (oppgave), `{VO}` for both, `{?}` for what is not to be learnt from; no mark says neither.
They are written by people who had not read the program, for variety of wording: a page of layout takes as long to
label as a hundred sentences do to mark.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.lexicon import lexicon
from pipeline import sentences
from pipeline.extract import extract
from pipeline.intake import identify
from pipeline.model import Document, Kind
from pipeline.options import Options
from pipeline.run import read
from pipeline.segment import documents
from tools.labelled import ROOT

FOLDER = ROOT / "corpus" / "sentences"
PART = 15
"""Letters from which on a piece of a marked sentence is known by its words."""
MARK = re.compile(r"\s*\{(V|O|VO|\?)\}")
_EDGES = re.compile(r"^[\s*_#>-]+|[\s*_]+$")


@dataclass(frozen=True)
class Marked:
    """Marked minutes: the name of their file, the marks by the words of their sentence, and the document as read."""

    stem: str
    marks: dict[str, str]
    document: Document

    def mark(self, text: str) -> str:
        """The mark of a sentence, "" for none."""
        own = plain(text)
        if own in self.marks:
            return self.marks[own]
        parts = (mark for words, mark in self.marks.items() if words in own or (own in words and len(own) > PART))
        return next(parts, "")


def plain(text: str) -> str:
    """A sentence without Markdown at its edges and with one space between words."""
    return " ".join(_EDGES.sub("", text.replace("**", "")).split())


def marks_of(text: str) -> tuple[str, dict[str, str]]:
    """A marked text without its marks, and the mark of each marked sentence.

    >>> marks_of("Taket lekker. Vi bytter det. {V} Kari ringer i dag. {O}")
    ('Taket lekker. Vi bytter det. Kari ringer i dag.', {'Vi bytter det.': 'V', 'Kari ringer i dag.': 'O'})
    """
    found: dict[str, str] = {}
    lines = []
    for line in text.split("\n"):
        bare = ""
        rest = line
        while match := MARK.search(rest):
            bare += rest[: match.start()]
            start, end = list(sentences.split(bare))[-1]
            found[plain(bare[start:end])] = match[1]
            rest = rest[match.end() :]
        lines.append(bare + rest)
    return "\n".join(lines), found


def marked() -> Iterator[Marked]:
    """All marked minutes, by name, read as any other file."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(FOLDER.glob("*.md")):
            text, marks = marks_of(path.read_text("utf-8"))
            bare = Path(folder) / f"Referat {path.name}"
            bare.write_text(text, "utf-8")
            source = identify(bare)
            for document in documents(read(source, Options()), source.name, lexicon())[0]:
                if document.kind is Kind.MINUTES:
                    yield Marked(path.stem, marks, extract(document, lexicon())[0])
