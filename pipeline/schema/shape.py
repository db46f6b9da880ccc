"""What a table is: its columns, keys and references, and those that every record of a document has."""

from __future__ import annotations

from dataclasses import dataclass, field


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
"""The agenda item that a record belongs to: its number as printed, and its id."""
