"""Tables of what one document states. Its rows come and go with its file."""

from __future__ import annotations

from pipeline.schema.shape import ITEM, Table, stated

RECORDS: dict[str, Table] = {
    "document": Table(
        "One document of a file: minutes, annual report, mandate, notice or other. `series`, `box` and `access` are "
        "those of the register that was given with the files, `closed` is 1 where its access bars the public; `sketch` "
        "is what near duplicates are found by.",
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
            "series": str,
            "box": str,
            "access": str,
            "closed": int,
            "sketch": str,
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
    "section": stated(
        "A section of a report or mandate, or an appendix.", {"number": str, "title": str, "target_page": int}
    ),
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
}
"""Tables of the layer `stated`, by name."""
