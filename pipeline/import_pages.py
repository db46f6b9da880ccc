"""The pages of imports: a list of them, and for each what it did with every file, to filter and as a table."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.messages import Catalogue, retell
from pipeline.shown import Page, Row, rows
from pipeline.speech import page_of
from pipeline.spreadsheet import table


def imports(db: sqlite3.Connection, words: Catalogue) -> Iterator[Page]:
    """Every import with what it did with each file, those that need a person first, and the same as a table."""
    runs = rows(db, "SELECT * FROM v_run WHERE command = 'import' ORDER BY id DESC")
    yield Page("imports.html", "imports.html", {"rows": runs})
    for run in runs:
        query = "SELECT * FROM v_import_entry WHERE run = ? ORDER BY needs_person IS NOT 1, name, path"
        found = rows(db, query, run["id"])
        outcomes, changes = (Counter(row[key] for row in found if row[key]) for key in ("outcome", "change"))
        told = json.loads(run["counts"] or "{}").get("changes", {}).get("unchanged", 0)
        values = {
            "run": run,
            "rows": found,
            "outcomes": outcomes.most_common(),
            "changes": changes.most_common(),
            "unchanged": max(0, told - changes["unchanged"]),
        }
        yield Page(page_of("import", run["id"]), "import.html", values)
        yield Page(f"import/{run['id']}.csv", text=_import_table(found, words))


def _import_table(found: Iterable[Row], words: Catalogue) -> str:
    """What an import did with each file, as CSV."""
    columns = ("file", "path", "outcome", "change", "todo")
    heads = [words.text(f"csv.{column}") for column in columns]
    lines = [
        (
            row["name"],
            row["path"],
            words.text(f"file_outcome.{row['outcome']}") if row["outcome"] else words.text("imports.gone"),
            words.text(f"import_change.{row['change']}"),
            retell(row["code"], row["message"], words.language) if row["message"] else None,
        )
        for row in found
    ]
    return table(heads, lines)
