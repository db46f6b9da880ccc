"""The least that an archive with full text search can cost: pdfium's text, an insert, the index.

python -m tests.bench.floor DATABASE PDF...
"""

from __future__ import annotations

import sqlite3
import sys

import pypdfium2


def texts(path: str) -> list[str]:
    """The text of each page by one call of pdfium."""
    found = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        layer = page.get_textpage()
        found.append(layer.get_text_range())
        layer.close()
        page.close()
    document.close()
    return found


def main() -> None:
    """Store the files named after the database."""
    db = sqlite3.connect(sys.argv[1])
    db.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, file TEXT, number INTEGER, text TEXT)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='page', content_rowid='id')")
    for path in sys.argv[2:]:
        with db:
            first = db.execute("SELECT coalesce(max(id), 0) FROM page").fetchone()[0]
            rows = [(path, number, text) for number, text in enumerate(texts(path), 1)]
            db.executemany("INSERT INTO page(file, number, text) VALUES (?, ?, ?)", rows)
            db.execute("INSERT INTO words(rowid, text) SELECT id, text FROM page WHERE id > ?", [first])
    db.close()


if __name__ == "__main__":
    main()
