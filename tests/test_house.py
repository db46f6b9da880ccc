"""The house's own rules: which way imports go, how long files are, what an extractor is, that its order is nothing."""

from __future__ import annotations

import ast
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from extractors._names import is_given_name
from extractors.lexicon import lexicon
from pipeline import extract
from pipeline.intake import identify
from pipeline.model import Fact, Kind
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.segment import documents
from tests.conftest import CORPUS, ROOT

LONGEST = 300
LONGER = {
    "pipeline/model.py": "all types that flow, in the order of the flow",
    "tests/test_import.py": "the ways in which a whole import can go",
    "tests/test_render.py": "one page of the site after another",
    "tests/test_store.py": "one table after another",
}
"""Files that may be longer, and why each is one room all the same."""

HANDS = {"model", "memo", "dates", "sentences", "blocks", "labels", "numbering", "outline"}
"""Modules of the pipeline that an extractor may import: the types and pure hands, no I/O."""
PURE_READERS = {"pipeline.readers.tables.flat"}
CODE = sorted(path for folder in ("pipeline", "extractors") for path in (ROOT / folder).rglob("*.py"))
EXTRACTORS = extract.modules()
STEMS = ("FAU-referat 12 september 2017", "Arsrapport SKS 2009", "velforeining-styremoete-080210", "mandat RFS 2012")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """Every name that a file imports, dotted: of `from a.b import c` it is a.b.c."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", [*CODE, *sorted((ROOT / "tests").rglob("*.py"))], ids=name_of)
def test_files_are_short(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST or name_of(path) in LONGER


def test_the_list_of_longer_files_is_true() -> None:
    long = {
        name
        for name in LONGER
        if (ROOT / name).exists() and len((ROOT / name).read_text("utf-8").splitlines()) > LONGEST - 40
    }
    assert long == set(LONGER), "the others are gone, or short enough to be taken off the list"


def test_the_types_import_nothing_of_ours() -> None:
    assert [
        name for name in imports(ROOT / "pipeline" / "model.py") if name.startswith(("pipeline", "extractors"))
    ] == []


@pytest.mark.parametrize("path", [p for p in CODE if name_of(p).startswith("extractors/")], ids=name_of)
def test_extractors_import_only_the_model_and_pure_hands(path: Path) -> None:
    used = {name.split(".")[1] for name in imports(path) if name.startswith("pipeline.") and name not in PURE_READERS}
    assert used - HANDS == set()


@pytest.mark.parametrize("path", [p for p in CODE if name_of(p).startswith("pipeline/readers/")], ids=name_of)
def test_readers_know_no_meaning(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith("extractors")] == []


@pytest.mark.parametrize("path", [p for p in CODE if name_of(p).startswith("extractors/")], ids=name_of)
def test_extractors_have_no_clock_no_chance_and_no_network(path: Path) -> None:
    forbidden = {"time", "random", "socket", "urllib", "subprocess", "sqlite3", "os", "datetime"}
    assert {name.split(".")[0] for name in imports(path)} & forbidden == set()


@pytest.mark.parametrize("module", EXTRACTORS, ids=lambda module: module.__name__)
def test_what_an_extractor_is(module: ModuleType) -> None:
    assert module.__doc__
    assert set(Kind) >= module.KINDS
    assert module.KINDS
    assert module.ROUND in (1, 2)
    assert callable(module.extract)
    rooms = (module.__name__, "extractors._")  # a fact may live in a side room that only its extractor uses
    own = [v for v in vars(module).values() if isinstance(v, type) and v.__module__.startswith(rooms)]
    facts = [cls for cls in own if issubclass(cls, Fact)]
    assert facts
    assert all(cls.collection and cls.__doc__ for cls in facts)


def test_no_two_extractors_fill_one_list() -> None:
    names = [
        cls.collection
        for module in EXTRACTORS
        for cls in vars(module).values()
        if isinstance(cls, type)
        and issubclass(cls, Fact)
        and cls.__module__.startswith((module.__name__, "extractors._"))
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("stem", STEMS)
def test_the_order_of_extractors_does_not_matter(stem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = pdf.read(identify(CORPUS / f"{stem}.pdf"), Options())
    papers, _ = documents(reading, f"{stem}.pdf", lexicon())

    def found() -> list[list[str]]:
        return [sorted(map(repr, extract.extract(paper, lexicon())[1])) for paper in papers]

    before = found()
    assert any(before)
    for seed in range(4):
        shuffled = random.Random(seed).sample(EXTRACTORS, len(EXTRACTORS))
        monkeypatch.setattr(extract, "modules", lambda order=tuple(shuffled): order)
        assert found() == before


def people() -> set[str]:
    """Full names of everybody in the labels, folded; two given names ("Anne Kari") tell of nobody."""
    found: set[str] = set()
    for path in (ROOT / "tests" / "gold").glob("*.json"):
        for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
            for entry in [*document.get("attendance", []), *document.get("members", [])]:
                if " " in (name := entry["name"]) and not all(map(is_given_name, name.split())):
                    found.add(fold(name))
    return found


def fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def test_no_person_of_the_labels_stands_in_a_rule() -> None:
    files = [*CODE, *(p for p in (ROOT / "extractors" / "lexicon").iterdir() if p.is_file() and p.suffix != ".pyc")]
    known = people()
    assert len(known) > 100
    texts = {name_of(path): f" {fold(path.read_text(encoding='utf-8'))} " for path in files}
    assert [(name, person) for name, text in texts.items() for person in known if f" {person} " in text] == []


def test_no_sentence_of_the_labels_stands_in_a_rule() -> None:
    rules = " ".join(fold(path.read_text(encoding="utf-8")) for path in CODE)
    found = []
    for path in (ROOT / "tests" / "gold").glob("*.json"):
        for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
            for name in ("decisions", "actions"):
                texts = [fold(record["text"]) for record in document.get(name, [])]
                found += [text for text in texts if len(text.split()) >= 6 and text in rules]
    assert found == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"#.*\b(?:TODO|FIXME|XXX|HACK)\b")
    lines = [
        (name_of(path), line) for path in CODE for line in path.read_text("utf-8").splitlines() if marks.search(line)
    ]
    assert lines == []
