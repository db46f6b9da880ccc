"""How well lost letters come back: pages of the samples that no word was counted of, damaged by a wrong reading.

A word is right where it stands as on the clean page, wrong where it was changed into anything else. The seed that is
damaged itself is measured against its own labels, where those are at hand.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from corpus.damage import read_wrongly
from pipeline import run
from pipeline.intake import identify
from pipeline.options import Options
from pipeline.repair.guess import guesses
from tests.bench.commands import CORPUS, ROOT, SEEDS
from tests.bench.table import ITSELF, Row
from tools.domain_words import kept_apart

PAGES = 20
"""Pages of each written standard."""
LETTERS = frozenset("æøå")


@dataclass(slots=True)
class Tally:
    """Words on clean pages, those of them that were damaged, those put right, and those made wrong."""

    words: int = 0
    damaged: int = 0
    right: int = 0
    wrong: int = 0

    def said(self) -> str:
        """The figures of the table."""
        return f"{100 * self.right / self.damaged:.1f} %, {1000 * self.wrong / self.words:.1f} of 1000 wrong"

    def add(self, clean: str, read: str, mended: str) -> None:
        """Count one text: as it stands on paper, as it was read, and as it was put right."""
        paper, before, after = (
            [word for token in text.split() if (word := token.strip('.,:;()[]"«»•').casefold())]
            for text in (clean, read, mended)
        )
        was, became = paired(paper, before), paired(paper, after)
        self.words += len(paper)
        for at, word in enumerate(paper):
            old, new = was.get(at), became.get(at)
            lost = old is not None and old != word and bool(LETTERS & set(word))
            self.damaged += lost
            self.right += lost and new == word
            self.wrong += new is not None and new not in (word, old)


def paired(one: list[str], other: list[str]) -> dict[int, str]:
    """Each place of one list of words -> the word that stands there in the other."""
    found = {}
    for _, a0, a1, b0, b1 in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if a1 - a0 == b1 - b0:
            found.update(zip(range(a0, a1), other[b0:b1], strict=True))
    return found


def layer_of(path: Path) -> str:
    """The text layer of a file, hyphens at line ends as they are printed."""
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text.replace("\ufffe", "-")


def damage() -> Iterator[Row]:
    """The figures of blind pages in both standards, and of the seed with and without its images."""
    for language in ("nb", "nn"):
        tally = Tally()
        for path in blind(language):
            read = read_wrongly(path, 1)
            tally.add(first_page(path), read, put_right(read, language))
        yield Row(f"lost letters put right, layer alone, {PAGES} pages {language}", "90 %, 2", tally.said(), ITSELF)
    reference = next(iter((ROOT.parent / "shared" / "gold").glob("*.reference.txt")), None)
    if reference is None:
        return
    seed = SEEDS / f"{reference.name.removesuffix('.reference.txt')}.pdf"
    for name, asked, ocr in (("with its images", "97 %, 1", True), ("layer alone", "90 %, 2", False)):
        tally = Tally()
        pages = run.read(identify(seed), Options(ocr=ocr)).pages
        mended = "\n".join(line.text for page in pages for line in page.lines)
        tally.add(reference.read_text("utf-8"), layer_of(seed), mended)
        yield Row(f"  of the damaged seed, {name}", asked, tally.said(), ITSELF)


def put_right(text: str, language: str) -> str:
    """A text of a standard with its words put right."""
    tokens = text.split()
    found = guesses(tokens, language)
    return " ".join(one.text if one else token for one, token in zip(found, tokens, strict=True))


def first_page(path: Path) -> str:
    """The clean text of a file's first page."""
    document = pypdfium2.PdfDocument(path)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text.replace("\ufffe", "-")


def blind(language: str) -> list[Path]:
    """Samples in a standard whose words were not counted and on which nothing was tried, with enough text on page 1."""
    found = []
    for path in sorted(CORPUS.glob("*.pdf")):
        labels = json.loads((ROOT / "tests" / "gold" / f"{path.stem}.json").read_text("utf-8"))
        same = labels["documents"][0]["language"] == language
        if same and kept_apart(path.stem) and len(first_page(path).split()) >= 150:
            found.append(path)
    return found[:PAGES]
