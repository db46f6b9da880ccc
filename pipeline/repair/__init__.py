"""Damaged letters put right, what was read kept: sure confusions of recognition, and text layers without æ, ø and å.

`guess` finds the likeliest word where only the layer is there, `combine` chooses between the layer and the image.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from extractors.lexicon import lexicon
from pipeline.language import language_of
from pipeline.model import Issue, Line, Page, Reading, Repair, Severity, TextFrom
from pipeline.repair.addresses import acronyms, address
from pipeline.repair.combine import pairs
from pipeline.repair.confusions import unconfused
from pipeline.repair.guess import Guess

__all__ = ["repaired"]

_TOKEN = re.compile(r"\S+")
Choose = Callable[[str], Guess | None]
"""What a word of a line becomes; None where it stays."""


def repaired(reading: Reading) -> Reading:
    """The reading with its damaged letters put right; each page that was mended is told."""
    if not any(page.damaged for page in reading.pages):
        return replace(reading, pages=tuple(unconfused(page) for page in reading.pages))
    text = " ".join(line.text for page in reading.pages for line in page.lines)
    language = language_of(text, lexicon()) or "nb"
    known = acronyms(text)
    pages, issues = [], list(reading.issues)
    for page in reading.pages:
        if page.damaged:
            page, mended, doubtful = _mended(page, language, known)
            values = (("page", str(page.number)), ("mended", str(mended)), ("doubtful", str(doubtful)))
            grave = Severity.DOUBT if doubtful else Severity.NOTE
            issues.append(Issue("layer_repaired", grave, None, values))
        pages.append(unconfused(page))
    kinds = {page.text_from for page in pages if page.lines}
    text_from = kinds.pop() if len(kinds) == 1 else TextFrom.MIXED
    return replace(reading, pages=tuple(pages), text_from=text_from, issues=tuple(issues))


def _mended(page: Page, language: str, known: frozenset[str]) -> tuple[Page, int, int]:
    """A damaged page put right, how many words were mended, and how many are left that are no words."""
    chosen: dict[str, list[Guess | None]] = defaultdict(list)
    doubtful = 0
    for pair in pairs(page.words, page.seen_words, language):
        chosen[pair.text].append(pair.guess)
        doubtful += pair.doubtful

    def choose(token: str) -> Guess | None:
        found = chosen.get(token)
        guess = (found.pop(0) if len(found) > 1 else found[0]) if found else None
        return address(guess.text if guess else token, known) or guess

    lines = [_line(line, choose) for line in page.lines]
    lines += [replace(line, number=len(lines) + n) for n, line in enumerate(_only_seen(page), 1)]
    mended = sum(len(line.repairs) for line in lines)
    return replace(page, lines=tuple(lines), text_from=TextFrom.REPAIRED), mended, doubtful


def _only_seen(page: Page) -> list[Line]:
    """Lines of the image where the layer has none."""
    return [line for line in page.seen if not any(_meet(line, other) for other in page.lines)]


def _meet(one: Line, other: Line) -> bool:
    """True where two lines share a part of the page."""
    if one.box is None or other.box is None:
        return True
    a, b = one.box, other.box
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def _line(line: Line, choose: Choose) -> Line:
    """A line with its words put right; its cells go with it."""
    if line.cells:
        cells = tuple(replace(cell, text=_text(cell.text, choose)[0]) for cell in line.cells)
        parts = [cell.text.replace("\n", " ") for cell in cells if cell.text]
        text = (" | " if line.table is not None else " ").join(parts)
        return replace(line, text=text, cells=cells, text_from=TextFrom.REPAIRED)
    text, repairs = _text(line.text, choose)
    return replace(line, text=text, repairs=repairs, text_from=TextFrom.REPAIRED)


def _text(text: str, choose: Choose) -> tuple[str, tuple[Repair, ...]]:
    """A text with its words put right, and where."""
    said, repairs, at = "", [], 0
    for match in _TOKEN.finditer(text):
        said += text[at : match.start()]
        found = choose(match.group())
        if found is not None and found.text != match.group():
            repairs.append(Repair(len(said), len(said) + len(found.text), match.group(), found.confidence))
        said += found.text if found is not None else match.group()
        at = match.end()
    return said + text[at:], tuple(repairs)
