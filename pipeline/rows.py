"""An outcome as rows: what each list of the contract becomes in its table. Pure; knows no database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.model import Outcome, Record, SourceFile
from pipeline.schema import SOURCE, TABLES

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]

LISTS = {
    "attendance": "attendance",
    "agenda": "agenda_item",
    "decisions": "decision",
    "actions": "action_item",
    "deadlines": "deadline",
    "references": "reference",
    "members": "member",
    "sections": "section",
    "recommendations": "recommendation",
}
"""List of the contract -> table."""

SINGLE = ("meeting", "next_meeting")
"""Keys of a document that hold one record or null, and are tables of the same name."""

RENAMED = {("section", "target_page"): "page"}
"""(table, column) -> key of the record, where the two differ."""

UNREAD = "unread-"
"""Begins the key of a path whose bytes could not be read."""

STATED = ("page", "document", *SINGLE, *LISTS.values(), "issue")
"""Every table whose rows are replaced together with their file, parents first."""


def source_id(source: SourceFile) -> str:
    """The key of a file's content: its SHA-256, or one made from the path where no bytes could be read."""
    return source.sha256 or UNREAD + hashlib.sha256(source.path.encode("utf-8", "surrogateescape")).hexdigest()


def rows(outcome: Outcome) -> Rows:
    """Rows of every table in `STATED`, in the order of the tables' columns."""
    source = source_id(outcome.source)
    found: Rows = {name: [] for name in STATED}
    found["page"] = [
        (page_id(source, number), source, number, _plain(text), kind) for number, text, kind in outcome.pages
    ]
    sketches = dict(outcome.sketches)
    for ordinal, document in enumerate(outcome.record["documents"]):
        found["document"].append(_document(document, source, ordinal, sketches.get(document["id"]) or None))
        for name in SINGLE:
            if record := document.get(name):
                found[name].append(_stated(name, {"id": f"{document['id']}-{name}", **record}, document["id"], 0))
        for key, name in LISTS.items():
            for position, record in enumerate(document.get(key) or ()):
                found[name].append(_stated(name, record, document["id"], position))
    found["issue"] = list(_issues(outcome, source))
    return found


def renamed(outcome: Outcome, taken: Collection[str]) -> Outcome:
    """The outcome with other ids for the documents that are in `taken`, and for all their records.

    Two files that begin alike (one signed or annotated later) would give their documents the same ids.
    """
    mark = f"-{source_id(outcome.source)[:8]}"

    def marked(value: Any) -> Any:
        if isinstance(value, list):
            return [marked(item) for item in value]
        if isinstance(value, dict):
            return {key: item + mark if key in _IDS and item else marked(item) for key, item in value.items()}
        return value

    documents = [marked(one) if one["id"] in taken else one for one in outcome.record["documents"]]
    issues = [
        {**issue, "document": issue["document"] + mark} if issue.get("document") in taken else issue
        for issue in outcome.record["issues"]
    ]
    sketches = tuple((one + mark if one in taken else one, made) for one, made in outcome.sketches)
    return replace(outcome, record={**outcome.record, "documents": documents, "issues": issues}, sketches=sketches)


_IDS = frozenset({"id", "item_id"})
"""Keys of records that hold an id."""


def page_id(source: str, number: int) -> str:
    """The key of one page of a file."""
    return f"{source}-p{number}"


def _document(document: Record, source: str, ordinal: int, sketch: str | None) -> Row:
    """The row of a document; minutes and notices get their year from the meeting's date, which bears none itself."""
    date = (document.get("meeting") or {}).get("date")
    first, last = document.get("pages") or (None, None)
    extra = {
        **(document.get("register") or {}),
        "source_file": source,
        "ordinal": ordinal,
        "first_page": first,
        "last_page": last,
        "year": document.get("year") or (int(date[:4]) if date else None),
        "sketch": sketch,
    }
    return _row("document", {**document, **extra})


def _stated(table: str, record: Record, document: str, position: int) -> Row:
    """The row of one record: its own fields, its document and order, and its place."""
    named = {column: record.get(key) for (name, column), key in RENAMED.items() if name == table}
    fields = {key: value for key, value in record.items() if key not in SOURCE}
    return _row(table, {**fields, **named, **_place(record), "document": document, "position": position})


def _place(record: Record) -> Record:
    """The columns of `SOURCE`: where a record stands, and how it was found."""
    source = record.get("source") or {}
    first, last = source.get("lines") or (None, None)
    return {
        "page": source.get("page"),
        "quote": source.get("quote"),
        "bbox": source.get("bbox"),
        "first_line": first,
        "last_line": last,
        "text_from": source.get("text_from"),
        "rule": record.get("rule"),
        "confidence": record.get("confidence"),
        "basis": record.get("basis"),
        "origin": record.get("from") if record.get("basis") == "derived" else None,
    }


def _issues(outcome: Outcome, source: str) -> Iterator[Row]:
    """Issues with ids that hold across runs, each with its document where its page lies in exactly one."""
    seen: dict[str, int] = {}
    for issue in outcome.record["issues"]:
        place = _place(issue)
        text = json.dumps([issue["code"], place["page"], place["first_line"], place["quote"]], ensure_ascii=False)
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
        seen[digest] = seen.get(digest, 0) + 1
        holders = [
            document["id"]
            for document in outcome.record["documents"]
            if place["page"] and document.get("pages") and document["pages"][0] <= place["page"] <= document["pages"][1]
        ]
        own = {
            "id": f"{source}-issue-{digest}-{seen[digest]}",
            "source_file": source,
            "document": issue.get("document") or (holders[0] if len(holders) == 1 else None),
        }
        yield _row("issue", {**issue, **place, **own})


def _row(table: str, values: Mapping[str, Any]) -> Row:
    """Values in the order of the table's columns, JSON columns as compact JSON."""
    shape = TABLES[table]
    return tuple(
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if column in shape.json and (value := values.get(column)) is not None
        else _plain(values.get(column), kind)
        for column, kind in shape.columns.items()
    )


def _plain(value: Any, kind: type = str) -> Any:
    """A value as SQLite gives it back: lone surrogates and NUL, which a damaged font can yield, are replaced."""
    if kind is not str and isinstance(value, int | float):
        return kind(value)
    if isinstance(value, str) and ("\0" in value or not value.isascii()):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    return value
