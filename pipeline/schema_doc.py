"""`docs/schema.md`, made from the tables: a diagram, and every table with its columns.

`python -m pipeline.schema_doc docs/schema.md` writes it; a test fails where the file says anything else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.archive import APPLICATION_ID
from pipeline.schema import SCHEMA_VERSION, SOURCE, Table
from pipeline.search_index import KEY_TABLE, WORDS_TABLE
from pipeline.tables import ALL_TABLES
from pipeline.views import VIEWS

_TYPES = {int: "integer", str: "text", float: "real"}

_LAYERS = {
    "run": ("Runs", "What wrote to the archive."),
    "file": ("Files", "What lies on disk, and its text."),
    "stated": (
        "What documents state",
        "The rows of one file are replaced together, in one transaction, and nothing derived ever changes them. Every "
        "record also has the columns of [its place](#the-place-of-a-record).",
    ),
    "derived": ("What is derived", "Rebuilt from the stated rows by every import that changed anything."),
}

_PLACE = {
    "page": "page of the PDF, from 1",
    "quote": "the words as the reading has them, before repairs",
    "bbox": "`[x0, top, x1, bottom]` in PDF points from the page's top left, as JSON",
    "first_line": "first line on the page, from 1",
    "last_line": "last line on the page",
    "text_from": "`text_layer`, `ocr`, `repaired_text_layer`, `markup` or `mixed`",
    "rule": "name of the rule that found it",
    "confidence": "0 to 1: of all records with 0.9, nine in ten are right",
    "basis": "`stated`, or `derived` where it was worked out",
    "origin": "what it was derived from",
}


def markdown() -> Iterator[str]:
    """The page, line by line."""
    yield "# The archive's tables"
    yield ""
    yield "Generated from `pipeline/schema` by `python -m pipeline.schema_doc docs/schema.md`; do not edit."
    yield ""
    yield (
        f"`archive.db` is a SQLite database (schema {SCHEMA_VERSION}, application id {APPLICATION_ID:#x}) of STRICT "
        "tables with foreign keys; a write-ahead log stands beside it only while something writes. Names follow "
        "Popolo, OParl and Noark 5. Dates are ISO 8601."
    )
    yield ""
    yield from _diagram()
    for layer, (title, text) in _LAYERS.items():
        yield f"## {title}"
        yield ""
        yield text
        yield ""
        for name, table in ALL_TABLES.items():
            if table.layer == layer:
                yield from _table(name, table)
    yield "## The place of a record"
    yield ""
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for column, kind in SOURCE.items():
        yield f"| `{column}` | {_TYPES[kind]} | {_PLACE[column]} |"
    yield ""
    yield "## Search"
    yield ""
    yield (
        f"`{WORDS_TABLE}` is an FTS5 table over `{KEY_TABLE}.words`. Words are folded before they are stored, and a "
        "query must be folded the same way: no case, å = aa = a, ø = ö = oe = o, æ = ä = ae, no other accents."
    )
    yield ""
    yield "## Views"
    yield ""
    yield "What the pages read: " + ", ".join(f"`{name}`" for name in VIEWS) + "."


def _diagram() -> Iterator[str]:
    """The tables and their references as a Mermaid diagram; `run` is left out, which every file hangs on."""
    yield "```mermaid"
    yield "erDiagram"
    for name, table in ALL_TABLES.items():
        for column, other in table.refs.items():
            if other != "run":
                many = "|o--o|" if table.key == column else "||--o{" if column in table.required else "|o--o{"
                yield f"    {other} {many} {name} : {column}"
    yield "```"
    yield ""


def _table(name: str, table: Table) -> Iterator[str]:
    """One table: what it is for, and its columns."""
    keys = (table.key,) if isinstance(table.key, str) else table.key
    yield f"### `{name}`"
    yield ""
    yield table.doc
    yield ""
    yield "| column | type | |"
    yield "|---|---|---|"
    for column, kind in table.columns.items():
        if table.layer == "stated" and column in SOURCE and set(SOURCE) <= set(table.columns):
            continue
        notes = [
            "key" if column in keys else "",
            "required" if column in table.required and column not in keys else "",
            f"→ [`{table.refs[column]}`](#{table.refs[column]})" if column in table.refs else "",
            "JSON" if column in table.json else "",
        ]
        yield f"| `{column}` | {_TYPES[kind]} | {', '.join(note for note in notes if note)} |"
    yield ""


def main() -> None:
    """Write the page to the file that is named."""
    Path(sys.argv[1]).write_text("\n".join(markdown()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
