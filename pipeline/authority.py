"""Of documents that say the same, the one that stands for all: approved before draft, then the fuller, and so on.

The order is fixed and knows nothing of when a file came in: what is approved, signed or final before what says nothing
of it, and that before a draft; what has clearly more text; text before recognised images; a file of its own before an
appendix; the format that papers are filed in; at last the smaller SHA-256 of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.lexicon import lexicon
from pipeline.fold import fold
from pipeline.intake.media import DOC, DOCX, HTML, MARKDOWN, ODT, PDF, RTF, TEXT
from pipeline.model import TextFrom

FULL = 0.9
"""Share of the longest text from which a text has no less than it to count."""
HEAD_LINES, MARK_WORDS = 12, 6
"""Among how many lines a version says what it is, and how many words such a line has at most."""

FORMATS = (PDF, DOCX, ODT, DOC, RTF, HTML, MARKDOWN, TEXT)
"""Formats as an archive wants them: a PDF is what was sent out and filed, and will look the same for good; then what
was written in, and last what was only put on a page."""
READ: dict[str, int] = {TextFrom.OCR: 0, TextFrom.MIXED: 0, TextFrom.REPAIRED: 1}
"""How far the words of a file can be trusted, 2 for all other ways of reading."""

FINAL, UNSAID, DRAFT = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document has to say for itself. `length` is in different runs of words; `alone`: it is all of its file.

    `closed`: a register bars the public from it, and so from what says the same.
    """

    version: int
    length: int
    text_from: str | None
    alone: bool
    media_type: str | None
    source: str
    ordinal: int
    closed: bool = False

    @property
    def trust(self) -> int:
        """How far its words can be trusted."""
        return READ.get(self.text_from, 2) if self.text_from else 0

    @property
    def format(self) -> int:
        """The rank of its format, the most wanted one lowest."""
        return FORMATS.index(self.media_type) if self.media_type in FORMATS else len(FORMATS)


def first(claims: Sequence[Claim]) -> Claim:
    """The one that stands for all."""
    barred = [claim for claim in claims if claim.closed] or claims
    version = max(claim.version for claim in barred)
    left = [claim for claim in barred if claim.version == version]
    longest = max(claim.length for claim in left)
    left = [claim for claim in left if claim.length >= FULL * longest]
    return min(left, key=lambda claim: (-claim.trust, not claim.alone, claim.format, claim.source, claim.ordinal))


def reason(stands: Claim, other: Claim) -> str:
    """Why the one stands for the other, as a code of the catalogue's group `copy_reason`."""
    if stands.closed and not other.closed:
        return "closed"
    if stands.version > other.version:
        return "draft" if other.version == DRAFT else "unapproved"
    if stands.version == other.version and other.length < FULL * stands.length:
        return "shorter"
    if stands.trust > other.trust:
        return "recognised"
    if stands.trust == other.trust and stands.alone and not other.alone:
        return "appended"
    if stands.trust == other.trust and stands.alone == other.alone and stands.format < other.format:
        return "format"
    return "same"


def version(names: Iterable[str], title: str | None, head: Iterable[str]) -> int:
    """Whether a document is a draft or final: the first of its file's names, its title and its head that says so.

    `head` is the lines before its first item: further down, what is approved is something else.
    """
    lines = list(filter(None, map(fold, head)))[:HEAD_LINES]
    short = [line for line in lines if len(line.split()) <= MARK_WORDS]
    for said in ([fold(name) for name in names], [fold(title or "")], short):
        for kind, state in (("draft_marks", DRAFT), ("final_marks", FINAL)):
            if any(_marks(kind).search(text) for text in said):
                return state
    return UNSAID


@cache
def marks() -> frozenset[str]:
    """Folded words that tell one version from another, and nothing of the meeting."""
    return frozenset(
        word for kind in ("draft_marks", "final_marks") for mark in lexicon().lists[kind] for word in fold(mark).split()
    )


@cache
def _marks(kind: str) -> re.Pattern[str]:
    """The words of a list as whole words, a number behind them allowed ("utkast3")."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(fold, lexicon().lists[kind])))})\d*\b")
