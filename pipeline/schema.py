"""The tables and views of the archive, as data. `docs/schema.md` is generated from this file.

Two layers. *Stated* tables hold what one document says; the rows of a document are replaced together and nothing
derived ever updates them. *Derived* tables (`person`, `organisation`, `body` and the `*_link` tables) are rebuilt by
`link` from the stated rows, so the order of import never matters. Names follow Popolo, OParl and Noark 5.
"""

from __future__ import annotations

from dataclasses import dataclass, field

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Table:
    """One table: column name -> SQLite type, its key, its references and what it is for.

    `columns` types are `int`, `str`, `float`; `refs` maps a column to the table whose `id` it names; `json` names the
    text columns that hold JSON. `layer` is `file`, `stated`, `derived` or `run`.
    """

    doc: str
    layer: str
    columns: dict[str, type]
    refs: dict[str, str] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    json: frozenset[str] = frozenset()
    key: str | tuple[str, ...] = "id"
    indexes: tuple[tuple[str, ...], ...] = ()


SOURCE = {
    "page": int,
    "quote": str,
    "bbox": str,
    "first_line": int,
    "last_line": int,
    "text_from": str,
    "rule": str,
    "confidence": float,
    "basis": str,
    "origin": str,
}
"""Columns that every stated record carries: where it stands, the rule that found it, and how sure that is."""


def stated(
    doc: str, columns: dict[str, type], *, json: tuple[str, ...] = (), refs: dict[str, str] | None = None
) -> Table:
    """A table of records of one list of the contract, with its document, its order and its place."""
    return Table(
        doc,
        "stated",
        {"id": str, "document": str, "position": int, **columns, **SOURCE},
        {"document": "document", **(refs or {})},
        frozenset({"document", "position"}),
        frozenset({"bbox", *json}),
        indexes=(("document",),),
    )


ITEM = {"item": str, "item_id": str}

TABLES: dict[str, Table] = {
    "run": Table(
        "One run of the program that wrote to the archive (an import).",
        "run",
        {"id": int, "started": str, "finished": str, "command": str, "version": str, "counts": str},
        json=frozenset({"counts"}),
    ),
    "source_file": Table(
        "One content (SHA-256) of a file; the same bytes under several names are one row.",
        "file",
        {
            "id": str,
            "size": int,
            "media_type": str,
            "pages": int,
            "outcome": str,
            "text_from": str,
            "engine": str,
            "run": int,
            "imported": str,
            "seconds": float,
        },
        {"run": "run"},
        frozenset({"outcome"}),
    ),
    "file_name": Table(
        "A path under which a content was seen; `current` is 0 where newer bytes stand under that name.",
        "file",
        {"path": str, "source_file": str, "name": str, "current": int, "mtime": float, "seen": str, "run": int},
        {"source_file": "source_file", "run": "run"},
        frozenset({"source_file", "name"}),
        key=("path", "source_file"),
        indexes=(("source_file",),),
    ),
    "page": Table(
        "The text of one page, for search and for showing a record in its surroundings.",
        "file",
        {"id": str, "source_file": str, "number": int, "text": str, "text_from": str},
        {"source_file": "source_file"},
        frozenset({"source_file", "number"}),
        indexes=(("source_file",),),
    ),
    "document": Table(
        "One document of a file: minutes, annual report, mandate, notice or other.",
        "stated",
        {
            "id": str,
            "source_file": str,
            "ordinal": int,
            "kind": str,
            "language": str,
            "title": str,
            "body": str,
            "first_page": int,
            "last_page": int,
            "year": int,
            "published": str,
            "authors": str,
            "meetings_held": str,
            "functions": str,
            "tables": str,
            "tasks": str,
            "approves": str,
        },
        {"source_file": "source_file"},
        frozenset({"source_file", "ordinal", "kind"}),
        frozenset({"authors", "meetings_held", "functions", "tables", "tasks", "approves"}),
        indexes=(("source_file",), ("kind", "year")),
    ),
    "meeting": stated(
        "The meeting that minutes or a notice are about (Popolo Event, Noark moetemappe).",
        {"date": str, "end_date": str, "start": str, "end": str, "place": str, "number": str, "closed": int},
    ),
    "attendance": stated(
        "One person present at or absent from a meeting (Noark moetedeltaker).",
        {
            "name": str,
            "organisation": str,
            "status": str,
            "role": str,
            "note": str,
            "substitute_for": str,
            "partial": str,
        },
        json=("partial",),
    ),
    "agenda_item": stated(
        "One item on the agenda (OParl AgendaItem, Noark moeteregistrering).",
        {"series": str, "number": str, "title": str, "presenter": str, "status": str, "exempt": str},
        json=("exempt",),
    ),
    "decision": stated(
        "What was decided, agreed, approved, elected or concluded.",
        {**ITEM, "text": str, "points": str, "outcome": str, "vote": str, "amounts": str},
        json=("points", "vote", "amounts"),
    ),
    "action_item": stated(
        "Somebody is to do something, perhaps by a date.",
        {**ITEM, "responsible": str, "text": str, "due": str, "due_text": str, "due_precision": str},
        json=("responsible",),
    ),
    "deadline": stated("A date by which something is due.", {**ITEM, "date": str, "text": str, "recurring": str}),
    "next_meeting": stated(
        "When and where they meet next.",
        {"date": str, "start": str, "end": str, "place": str, "later": str, "text": str},
        json=("later",),
    ),
    "reference": stated(
        "A case, archive number, statute, form or function that a document names.",
        {"item": str, "kind": str, "text": str, "year": int, "number": str},
    ),
    "member": stated(
        "A member of the body that an annual report is about.", {"name": str, "organisation": str, "role": str}
    ),
    "section": stated("A numbered section or appendix of a report.", {"number": str, "title": str, "target_page": int}),
    "recommendation": stated("What an annual report recommends.", {"item": str, "text": str}),
    "issue": Table(
        "Something a person should know or decide; `document` is null where it concerns the whole file.",
        "stated",
        {
            "id": str,
            "source_file": str,
            "document": str,
            "code": str,
            "severity": str,
            "message": str,
            "page": int,
            "quote": str,
            "bbox": str,
            "first_line": int,
            "last_line": int,
        },
        {"source_file": "source_file", "document": "document"},
        frozenset({"source_file", "code", "severity"}),
        frozenset({"bbox"}),
        indexes=(("source_file",), ("document",), ("code",)),
    ),
    "body": Table(
        "A committee, board or group through time; documents hang on it by `document_body`.",
        "derived",
        {"id": str, "name": str, "slug": str},
        required=frozenset({"name", "slug"}),
    ),
    "person": Table(
        "A person through time, under the fullest spelling seen.",
        "derived",
        {"id": str, "name": str, "slug": str},
        required=frozenset({"name", "slug"}),
    ),
    "organisation": Table(
        "An organisation through time, under its official name where it is known.",
        "derived",
        {"id": str, "name": str, "slug": str, "acronym": str},
        required=frozenset({"name", "slug"}),
    ),
    "document_body": Table(
        "Which body a document is of.",
        "derived",
        {"document": str, "body": str},
        {"document": "document", "body": "body"},
        key="document",
        indexes=(("body",),),
    ),
    "attendance_link": Table(
        "Who an attendance row is, and for which organisation.",
        "derived",
        {"attendance": str, "person": str, "organisation": str},
        {"attendance": "attendance", "person": "person", "organisation": "organisation"},
        key="attendance",
        indexes=(("person",), ("organisation",)),
    ),
    "member_link": Table(
        "Who a member row is, and of which organisation.",
        "derived",
        {"member": str, "person": str, "organisation": str},
        {"member": "member", "person": "person", "organisation": "organisation"},
        key="member",
        indexes=(("person",), ("organisation",)),
    ),
    "responsible_link": Table(
        "Who an action item falls to: a person or an organisation; `name` is the word in the document.",
        "derived",
        {"action_item": str, "name": str, "person": str, "organisation": str},
        {"action_item": "action_item", "person": "person", "organisation": "organisation"},
        key=("action_item", "name"),
        indexes=(("person",), ("organisation",)),
    ),
    "case_link": Table(
        "Agenda items of different meetings that are the same matter, joined by case number or by title.",
        "derived",
        {"agenda_item": str, "case_id": str, "case_title": str, "reason": str},
        {"agenda_item": "agenda_item"},
        key="agenda_item",
        indexes=(("case_id",),),
    ),
}
"""Every table of the archive by name."""
