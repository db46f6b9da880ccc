"""THE SCREEN: the whole flow of one file, from bytes on disk to records, as a chain of calls."""

from __future__ import annotations

import time

from extractors.lexicon import lexicon
from pipeline import check, contract
from pipeline.errors import Unreadable
from pipeline.extract import extract
from pipeline.model import Outcome, Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.resolve import resolve
from pipeline.segment import documents

READERS = {"application/pdf": pdf.read}
"""Media type -> the reader's `read`; a file of another type is `unsupported`."""
FAILURE_CODES = {Status.ENCRYPTED: "encrypted", Status.DAMAGED: "damaged", Status.UNSUPPORTED: "unsupported"}


def process(source: SourceFile, options: Options | None = None) -> Outcome:
    """One file as records: read, cut into documents, extracted, resolved, checked, in the contract's shape.

    Never raises for a bad file: what cannot be read is an outcome with a typed status and an issue with advice.
    """
    options = options or Options()
    began = time.perf_counter()
    try:
        reading = read(source, options)
    except Unreadable as error:
        code = FAILURE_CODES.get(error.status, "damaged")
        return contract.failure(source, error.status, code, options.language, reason=str(error))
    known = lexicon()
    found, issues = documents(reading, source.name, known)
    parts = []
    for document in found:
        document, facts, doubts = extract(document, known)
        resolved, conflicts = resolve(document, facts, options)
        parts.append((document, resolved, [*doubts, *conflicts, *check.check(document, resolved, known)]))
    general = [*reading.issues, *issues, *check.across([(document, facts) for document, facts, _ in parts])]
    return contract.outcome(source, reading, parts, general, options.language, time.perf_counter() - began)


def read(source: SourceFile, options: Options) -> Reading:
    """The pages of a file by the reader for its media type.

    Raises:
        Unreadable: no reader for this type, or the reader gave up.
    """
    reader = READERS.get(source.media_type)
    if reader is None:
        raise Unreadable(Status.UNSUPPORTED, source.media_type)
    return reader(source, options)
