"""THE SCREEN: the whole flow of one file, from bytes on disk to records, as a chain of calls."""

from __future__ import annotations

import time

from extractors.lexicon import lexicon
from pipeline import check, clock, contract
from pipeline.confidence import measured, parted
from pipeline.contract import Part
from pipeline.errors import Unreadable
from pipeline.extract import extract
from pipeline.intake.media import DOC, DOCX, HTML, MARKDOWN, ODT, PDF, RTF, TEXT
from pipeline.model import Issue, Outcome, Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers import docx, html, markdown, odt, office, pdf, text
from pipeline.repair import repaired
from pipeline.resolve import resolve
from pipeline.segment import documents
from pipeline.standing import sheets, standing

READERS = {
    PDF: pdf.read,
    DOCX: docx.read,
    ODT: odt.read,
    DOC: office.read,
    RTF: office.read,
    HTML: html.read,
    MARKDOWN: markdown.read,
    TEXT: text.read,
}
"""Media type -> the reader's `read`; a file of another type is `unsupported`."""


def process(source: SourceFile, options: Options | None = None) -> Outcome:
    """One file as records: read, cut into documents, extracted, resolved, checked, in the contract's shape.

    Never raises for a bad file: what cannot be read is an outcome with a typed status and an issue with advice.
    """
    options = options or Options()
    began = time.perf_counter()
    try:
        reading = read(source, options)
    except Unreadable as error:
        return contract.failure(source, error.status, error.code, options.language, reason=str(error))
    parts, general = understand(reading, source, options)
    return contract.outcome(source, reading, parts, general, options.language, time.perf_counter() - began)


def understand(reading: Reading, source: SourceFile, options: Options) -> tuple[list[Part], list[Issue]]:
    """The documents of a file, each with its resolved facts and its issues, and the issues of the file as a whole."""
    known = lexicon()
    clock.beat()
    found, issues = documents(reading, source.name, known)
    parts: list[Part] = []
    printed = sheets(reading.pages)
    for document in found:
        clock.beat()
        document, facts, doubts = extract(document, known)
        clock.beat()
        resolved, conflicts = resolve(document, facts, options)
        resolved, unsure = parted(measured(document, resolved))
        issues_of = [*doubts, *conflicts, *check.check(document, resolved, unsure, known)]
        parts.append((document, [standing(fact, printed) for fact in resolved], issues_of))
    across = check.across([(document, facts) for document, facts, _ in parts])
    return parts, [*reading.issues, *issues, *across]


def read(source: SourceFile, options: Options) -> Reading:
    """The pages of a file by the reader for its media type, damaged letters put right.

    Raises:
        Unreadable: no reader for this type, or the reader gave up.
    """
    reader = READERS.get(source.media_type)
    if reader is None:
        raise Unreadable(Status.UNSUPPORTED, source.media_type)
    return repaired(reader(source, options))
