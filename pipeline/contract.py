"""The record contract: what `extract` prints of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pipeline.fold import letters
from pipeline.imprint import imprint
from pipeline.language import language_of_item
from pipeline.messages import message
from pipeline.model import Document, Fact, Issue, Kind, Outcome, Page, Reading, Record, Severity, SourceFile, Status
from pipeline.readers.clean import clean
from pipeline.registered import Found, registered
from pipeline.resolve import report_year
from pipeline.sketch import sketch


def failure(source: SourceFile, status: Status, code: str, language: str = "nb", **values: str) -> Outcome:
    """The outcome of a file that could not be read: no documents, and one issue that says what to do."""
    issue = {
        "code": code,
        "severity": Severity.ERROR.value,
        # What a library says of a broken file may quote it.
        "message": message(code, language, **{name: clean(value) for name, value in values.items()}),
        "source": None,
    }
    record = {
        "source": {
            "file": source.name,
            "sha256": source.sha256 or None,
            "media_type": source.media_type,
            "pages": None,
            "outcome": status.value,
            "text_from": None,
        },
        "documents": [],
        "issues": [issue],
    }
    return Outcome(source, status, record)


ID_BYTES = 64 * 1024
"""How much of a file's beginning its documents' ids are made of: a scan appended to later keeps them."""
LISTS = {
    Kind.MINUTES: ("attendance", "agenda", "decisions", "actions", "deadlines", "references"),
    Kind.NOTICE: ("agenda", "deadlines", "references"),
    Kind.ANNUAL_REPORT: (
        "members",
        "meetings_held",
        "sections",
        "functions",
        "recommendations",
        "deadlines",
        "tables",
        "references",
    ),
    Kind.MANDATE: ("tasks", "deadlines", "sections", "members"),
    Kind.OTHER: (),
}
IN_ITEM = ("decisions", "actions", "deadlines", "references")
HEADED = ("agenda", "sections")
"""What has text of its own below it, and so a written standard."""

Part = tuple[Document, Sequence[Fact], Sequence[Issue]]
"""One document with what was found in it."""


def outcome(
    source: SourceFile, reading: Reading, parts: Sequence[Part], general: Sequence[Issue], language: str, seconds: float
) -> Outcome:
    """The contract's object of a file that was read."""
    seed = _seed(source)
    documents = [document_record(document, facts, seed) for document, facts, _ in parts]
    issues: list[Found] = [(None, issue) for issue in general]
    issues += [(record["id"], issue) for record, (_, _, found) in zip(documents, parts, strict=True) for issue in found]
    if source.register is not None:
        documents, issues = registered(documents, issues, source.register)
    record = {
        "source": {
            "file": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": len(reading.pages) if reading.pages and reading.pages[0].number else None,
            "outcome": reading.status.value,
            "text_from": reading.text_from.value,
        },
        "documents": documents,
        "issues": [issue_record(issue, language, document) for document, issue in issues],
    }
    pages = tuple((page.number, _text(page), page.text_from.value) for page in reading.pages)
    sketches = tuple(
        (made["id"], sketch(block.text for block in document.blocks))
        for made, (document, _, _) in zip(documents, parts, strict=True)
    )
    return Outcome(source, reading.status, record, pages, round(seconds, 3), reading.engine or None, sketches)


def _text(page: Page) -> str:
    """The text of a page, each line in its place by its number: what a line of the file holds that is none is empty."""
    rows: list[str] = []
    for line in page.lines:
        rows += [""] * (line.number - 1 - len(rows))
        if line.number <= len(rows) and line.number:
            rows[line.number - 1] = f"{rows[line.number - 1]} {line.text}".strip()
        else:
            rows.append(line.text)
    return "\n".join(rows)


def issue_record(issue: Issue, language: str, document: str | None = None) -> Record:
    """The contract's issue, its message in the language of the user; `document` is the id it concerns."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "message": message(issue.code, language, **dict(issue.values)),
        "source": issue.place.record() if issue.place else None,
        "document": document,
    }


def document_record(document: Document, facts: Sequence[Fact], seed: str) -> Record:
    """One document in the contract's shape."""
    identity = _hash(seed, str(document.ordinal))
    record: Record = {
        "kind": document.kind.value,
        "language": document.language,
        "title": document.title,
        "body": document.body,
        "pages": list(document.pages) if document.pages[0] else None,
        "id": identity,
    }
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.collection, []).append(fact)
    items = {fact.block: fact for fact in by_kind.get("agenda", [])}
    languages = {item.first: language_of_item(item) for item in document.items}
    ids: dict[int, str] = {}
    seen: dict[str, int] = {}
    if document.kind in (Kind.MINUTES, Kind.NOTICE):
        record["meeting"] = next((_record(fact, identity, seen) for fact in by_kind.get("meeting", [])), None)
    for name in LISTS[document.kind]:
        rows = []
        for fact in by_kind.get(name, []):
            row = _record(fact, identity, seen)
            if name == "agenda":
                ids[fact.block] = row["id"]
            if name in HEADED:
                row["language"] = languages.get(fact.block)
            if name in IN_ITEM:
                number, item_id = _item(document, fact, items, ids)
                row = {"item": number, "item_id": item_id, **row}
            rows.append(row)
        record[name] = rows
    if document.kind is Kind.MINUTES:
        for single in ("next_meeting", "approves"):
            record[single] = next((_record(fact, identity, seen) for fact in by_kind.get(single, [])), None)
    if document.kind in (Kind.ANNUAL_REPORT, Kind.MANDATE):
        record["year"] = report_year(document)
    if document.kind is Kind.ANNUAL_REPORT:
        record["published"], record["authors"] = imprint(document)
    return record


def _item(document: Document, fact: Fact, items: dict[int, Fact], ids: dict[int, str]) -> tuple[str | None, str | None]:
    """The agenda item (or report section) whose lines cover a fact: its number and its record's id."""
    if fact.case is not None:
        named = next((a for a in items.values() if a.record()["number"] == fact.case), None)
        return fact.case, ids.get(named.block) if named else None
    item = document.item_of(fact.block)
    if item is None or item.first is None:
        return None, None
    agenda = items.get(item.first)
    number = agenda.record()["number"] if agenda else item.number
    return number, ids.get(item.first)


def _record(fact: Fact, document: str, seen: dict[str, int]) -> Record:
    """A fact's own fields with its place, rule, confidence and basis."""
    key = _hash(document, fact.collection, letters(fact.place.quote))
    seen[key] = seen.get(key, 0) + 1
    return {
        "id": f"{key}-{seen[key]}",
        **fact.record(),
        "source": fact.place.record(),
        "rule": fact.rule,
        "confidence": round(fact.confidence, 2),
        "basis": fact.basis,
        "from": fact.origin,
    }


def _seed(source: SourceFile) -> str:
    """The hash of a file's first bytes, which survives a rename and a newer program."""
    try:
        with open(source.at, "rb") as handle:
            return hashlib.sha256(handle.read(ID_BYTES)).hexdigest()
    except OSError:
        return source.sha256


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
