"""What a document refers to: cases, archive numbers, minutes, statutes, forms and functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.lexicon import Lexicon
from pipeline.model import Document, Fact, Issue, Kind, Record

KINDS = {Kind.MINUTES, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.NOTICE}
ROUND = 1
PATTERNS = (
    ("archive", re.compile(r"\b(?:arkivsak(?:snr|snummer)?|arkivref(?:eranse)?|saksnr|saksnummer|j\.?nr)\.?\s*:?\s*(?P<n>\d{2,4}\s?/\s?\d{1,6}(?:-\d+)?)", re.I)),
    ("case", re.compile(r"\b(?:jf\.?r?|jamfør|jmf\.?|se(?: også)?|sjå|i|til|fra|frå|vedtak i|behandlet i|handsama i)\s+(?:[A-ZÆØÅ]{2,4}-?\s?)?sak\s+(?:nr\.?\s*)?(?P<n>(?:[A-ZÆØÅ]{2,4}\s)?\d{1,4}(?:\s?/\s?\d{2,4})?)\b", re.I)),
    ("minutes", re.compile(r"\b(?:referat(?:et)?|protokoll(?:en)?|møtebok(?:a|en)?)\s+(?:fra|frå|nr\.?|av)\s+(?:møte\s*(?:nr\.?|den)?\s*)?(?P<n>\d{1,2}[./]\s?\d{1,2}[./-]\s?\d{2,4}|\d{1,2}\.\s?[a-z]+(?:\s(?:19|20)\d\d)?|\d{1,2}/\d{2,4})", re.I)),
    ("statute", re.compile(r"(?P<n>\b[A-ZÆØÅa-zæøå]*(?:loven?|lova|lovens|forskriften?|forskrifta|vedtektene|offl\.?|fvl\.?|koml\.?)\s*(?:§+\s*[\d-]+[a-z]?(?:\s*(?:og|,|,? jf\.?)\s*[\d-]+)*))", re.I)),
    ("form", re.compile(r"\bskjema\s*(?:nr\.?\s*)?(?P<n>\d{1,3}\s?[A-C]?)\b", re.I)),
    ("function", re.compile(r"\bfunksjon(?:en)?\s+(?P<n>\d{3})\b", re.I)),
)  # fmt: skip
_CUE = re.compile(r"sak|skjema|funksjon|§|referat|protokoll|møtebok|arkiv|j\.?nr", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """One thing referred to."""

    collection = "references"
    kind: str
    text: str
    number: str | None = None
    year: int | None = None

    def record(self) -> Record:
        """The contract's reference record."""
        return {"kind": self.kind, "text": self.text, "year": self.year, "number": self.number}


def extract(document: Document, lexicon: Lexicon) -> Iterator[Reference | Issue]:
    """Each reference once for every item that holds it."""
    seen: set[tuple[str, str, int | None]] = set()
    for block in document.blocks:
        if not _CUE.search(block.text):
            continue
        item = document.item_of(block.index)
        for kind, pattern in PATTERNS:
            for match in pattern.finditer(block.text):
                number = re.sub(r"\s+", " ", match["n"]).strip()
                key = (kind, number.casefold(), item.first if item else None)
                if key in seen:
                    continue
                seen.add(key)
                year = re.search(r"/\s?(\d{2,4})$", number)
                full = int(year.group(1)) if year else None
                if full is not None and full < 100:
                    full += 1900 if full >= 60 else 2000
                yield Reference(
                    place=block.place(match.start(), match.end()), block=block.index, rule=f"{kind} pattern", confidence=0.9, kind=kind,
                    text=match.group().strip(), number=number, year=full if kind in ("case", "archive") else None,
                )  # fmt: skip
