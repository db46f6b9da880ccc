"""The labelled documents of the sample corpus, read by the program as they are: what its models are trained on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.lexicon import lexicon
from pipeline.evaluate import align
from pipeline.extract import extract
from pipeline.intake import identify
from pipeline.model import Document, Kind, Record, SourceFile
from pipeline.options import Options
from pipeline.run import read
from pipeline.segment import documents

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 6
"""Parts of the corpus, each judged by a model that was trained on the others."""


@dataclass(frozen=True)
class Labelled:
    """Minutes with their labels: the name of their file, the labels, and the document with its actors known."""

    stem: str
    label: Record
    document: Document


@dataclass(frozen=True)
class Read:
    """A file as the program reads it: its name without ending, its labels, itself, and its documents."""

    stem: str
    labels: list[Record]
    source: SourceFile
    documents: list[Document]


def files() -> Iterator[Read]:
    """All labelled files, by name, with nothing extracted."""
    for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
        labels = json.loads(path.read_text("utf-8"))["documents"]
        source = identify(ROOT / "corpus" / f"{path.stem}.pdf")
        found, _ = documents(read(source, Options()), source.name, lexicon())
        yield Read(path.stem, labels, source, list(found))


def minutes() -> Iterator[Labelled]:
    """All labelled minutes, file by file."""
    for one in files():
        yield from of_file(one)


def of_file(one: Read) -> Iterator[Labelled]:
    """The labelled minutes of a file."""
    read_documents: list[dict[str, Any]] = []
    for document in one.documents:
        known, facts, _ = extract(document, lexicon())
        meeting = next((fact.record() for fact in facts if fact.collection == "meeting"), {})
        meeting["date"] = None  # not resolved here; documents of one kind are paired in order
        read_documents.append({"kind": known.kind.value, "meeting": meeting, "document": known})
    for label, record in align(one.labels, read_documents)[0]:
        if record and label["kind"] == "minutes" and record["document"].kind is Kind.MINUTES:
            yield Labelled(one.stem, label, record["document"])


def set_of() -> dict[str, int]:
    """The number of the set that each document came with."""
    sets = json.loads((ROOT / "tests" / "first_sight.json").read_text("utf-8"))["sets"]
    return {stem: one["set"] for one in sets for stem in one["documents"]}
