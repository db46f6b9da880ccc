"""The import as one would write it on a free afternoon, with well-known libraries: what ours is measured against.

pdfplumber for text and tables, spaCy's Matcher for sentences that decide or ask for something, regular expressions for
the head, sqlite-utils for rows and full text index.

    python -m tests.bench.straightforward DATABASE PDF...
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pdfplumber
import spacy
from spacy.matcher import Matcher
from sqlite_utils import Database

DATE = re.compile(
    r"(\d{1,2})\.\s*(januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s*(\d{4})"
)
PRESENT = re.compile(r"^(?:til stede|møtt|deltakere|oppmøte):\s*(.*)$", re.IGNORECASE)
ABSENT = re.compile(r"^(?:forfall|meldt forfall|fravær|ikke til stede):\s*(.*)$", re.IGNORECASE)
NAME = re.compile(r"^\s*([A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)+)(?: \(.*\))?\s*$")
ITEM = re.compile(r"^(?:(?:sak|ps)\s+)?(\d+(?:[/-]\d{2,4}))[.:]?\s+(\S.*)$", re.IGNORECASE)
DECISIONS = [
    "vedtok",
    "vedtatt",
    "vedtak",
    "godkjent",
    "godkjennes",
    "enstemmig",
    "besluttet",
    "konklusjon",
    "utsettes",
]
ACTIONS = ["skriver", "sender", "henter", "lager", "sjekker", "følger", "tar", "bestiller", "undersøker", "ansvar"]


def language() -> tuple[Any, Matcher]:
    """A blank Norwegian pipeline with sentences, and the patterns."""
    nlp = spacy.blank("nb")
    nlp.add_pipe("sentencizer")
    matcher = Matcher(nlp.vocab)
    matcher.add("decision", [[{"LOWER": {"IN": DECISIONS}}]])
    matcher.add("action", [[{"IS_TITLE": True}, {"LOWER": {"IN": ACTIONS}}], [{"LOWER": "innen"}, {"LIKE_NUM": True}]])
    return nlp, matcher


def read(path: str) -> tuple[list[str], list[list[list[str | None]]]]:
    """The text of each page, and the tables."""
    texts, tables = [], []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            texts.append(page.extract_text())
            tables += [table.extract() for table in page.find_tables()]
            page.close()
    return texts, tables


def facts(path: str, texts: list[str], tables: list[list[list[str | None]]], nlp: Any, matcher: Matcher) -> Any:
    """The rows of one file by table."""
    name = Path(path).name
    rows: dict[str, list[dict[str, Any]]] = {
        table: [] for table in ("page", "attendance", "item", "decision", "action")
    }
    rows["page"] = [{"file": name, "page": number, "text": text} for number, text in enumerate(texts, 1)]
    found = DATE.search(texts[0] if texts else "")
    status, number = None, None
    for page, text in enumerate(texts, 1):
        for line in text.splitlines():
            if match := PRESENT.match(line) or ABSENT.match(line):
                status = "present" if PRESENT.match(line) else "absent"
                names = re.split(r",\s*", match[1]) if match[1] else []
                rows["attendance"] += [{"file": name, "name": one, "status": status} for one in names]
            elif match := ITEM.match(line):
                status, number = None, match[1]
                rows["item"].append({"file": name, "page": page, "number": number, "title": match[2]})
            elif status and (match := NAME.match(line)):
                rows["attendance"].append({"file": name, "name": match[1], "status": status})
        document = nlp(text)
        for sentence in document.sents:
            for kind in {nlp.vocab.strings[key] for key, _, _ in matcher(sentence)}:
                rows[kind].append({"file": name, "page": page, "item": number, "text": sentence.text})
    for table in tables:
        for cells in table[1:]:
            rows["action"].append({"file": name, "page": None, "item": None, "text": " ".join(c or "" for c in cells)})
    rows["file"] = [{"file": name, "date": found[0] if found else None, "pages": len(texts)}]
    return rows


SEARCHED = {"page": ["text"], "decision": ["text"], "action": ["text"], "item": ["title"]}


def store(db: Database, rows: dict[str, list[dict[str, Any]]]) -> None:
    """One file's rows, the index kept by triggers."""
    for table, own in rows.items():
        if own:
            fresh = not db[table].exists()
            db[table].insert_all(own)
            if fresh and table in SEARCHED:
                db[table].enable_fts(SEARCHED[table], create_triggers=True)


def main() -> None:
    """Import the files named after the database."""
    db = Database(sys.argv[1])
    nlp, matcher = language()
    for path in sys.argv[2:]:
        texts, tables = read(path)
        store(db, facts(path, texts, tables, nlp, matcher))
    db.close()


if __name__ == "__main__":
    main()
