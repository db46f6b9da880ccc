"""Search: spellings meet, hostile queries are harmless, newest first, and the words are shown where they stand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import link
from pipeline.runs import Run
from pipeline.search import search, snippet
from pipeline.search_terms import terms
from pipeline.store import Arrival, put
from pipeline.tables import opened_archive
from tests.hand_made import Paper, outcome


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    papers = []
    for year in (2012, 2013, 2014):
        paper = Paper(str(year), "minutes", "Styret i Lia vel", title=f"Referat {year}")
        paper.meeting(f"{year}-03-01")
        key = paper.item("1", "Møteplan og økonomi")
        paper.decision("1", key, f"Styret vedtok møteplanen for {year}.")
        paper.action("1", key, "Åse Bækken sender kjøreplan til Aamodt.", ["Åse Bækken"])
        papers.append(paper)
    with opened_archive(folder, create=True) as db:
        run = Run(db, "import", "1")
        for number, paper in enumerate(papers):
            entry = outcome(folder / f"{number}.pdf", [paper])
            put(db, entry, [Arrival(f"/papers/{number}.pdf", f"{number}.pdf")], run)
        link(db)
    return folder


@pytest.mark.parametrize(
    "query",
    [
        "møteplanen",
        "moteplanen",
        "MØTEPLAN",
        "moteplan",
        "møte",
        "\u006dø\u0074e",
        "styret møteplanen",
        '"vedtok møteplanen"',
    ],
)
def test_spellings_meet(archive: Path, query: str) -> None:
    hits = search(archive, query, kinds=["decision"])
    assert [hit.date for hit in hits] == ["2014-03-01", "2013-03-01", "2012-03-01"]


@pytest.mark.parametrize(
    "query", ["bekken", '"vedtok plan"', '"møte"', "styret finnes-ikke", "", " ", "\0", "«»", "()"]
)
def test_what_is_not_there(archive: Path, query: str) -> None:
    assert search(archive, query, kinds=["decision", "action_item"]) == []


@pytest.mark.parametrize(
    "query", ["åse bækken", "aase baekken", "ase bækken", "Amodt", "åmodt", "kjoreplan", "kjöreplan"]
)
def test_letters_without_a_norwegian_keyboard(archive: Path, query: str) -> None:
    assert len(search(archive, query, kinds=["action_item"])) == 3


def test_a_hit_says_where_it_stands(archive: Path) -> None:
    (hit,) = search(archive, "møteplanen 2013")
    assert (hit.type, hit.date, hit.body, hit.title) == (
        "decision",
        "2013-03-01",
        "Styret i Lia vel",
        "Møteplan og økonomi",
    )
    assert (hit.text, hit.path, hit.file, hit.page) == (
        "Styret vedtok [møteplanen] for [2013].",
        "/papers/1.pdf",
        "1.pdf",
        1,
    )


def test_pages_belong_to_their_document(archive: Path) -> None:
    hit = search(archive, '"side to"')[0]
    assert (hit.type, hit.page, hit.title, hit.date) == ("page", 2, "Referat 2014", "2014-03-01")


def test_kinds_limit_and_rank(archive: Path) -> None:
    assert {hit.type for hit in search(archive, "møteplan")} == {"decision", "agenda_item"}
    assert len(search(archive, "møteplan", limit=2)) == 2
    assert len(search(archive, "møteplan", ranked=True)) == 6
    assert search(archive, "møteplan", kinds=[]) == []


HOSTILE = [
    *('"', "'", "*", "a*", "*a", "AND", "OR", "NOT", "NEAR(a b)", "a NEAR b", "a AND", "(a", "a)", "words:a", "^a"),
    *("{a b}: c", "a + b", "-a", "a\0b", "\ud800", "\\", ";", "--", "/*", "a' OR 1=1 --", '""', '"""', '"a', 'a"b"c'),
    *("💣", "ﷺ", "a" * 5000, "a " * 5000, "%", "_", "[a]"),
]


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_queries_never_raise(archive: Path, query: str) -> None:
    search(archive, query)
    search(archive, query, ranked=True)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_query(archive: Path, query: str) -> None:
    for hit in search(archive, query):
        assert "[" in hit.text


def test_the_index_holds_no_stale_words(archive: Path) -> None:
    with closing(sqlite3.connect(archive / "archive.db")) as db:
        db.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")


def test_snippets() -> None:
    text = "Innledning. " * 40 + "Her vedtok styret budsjettet. " + "Slutt. " * 40
    found = snippet(text, terms("budsjett"), ("<mark>", "</mark>"))
    assert "vedtok styret <mark>budsjettet</mark>." in found
    assert found.startswith("… ") and found.endswith(" …")
    assert len(found) < 260
    assert snippet("Kort tekst", terms("annet")) == "Kort tekst"
    assert snippet("x" * 500, terms("xxx"), length=100) == "[" + "x" * 500 + "]"
