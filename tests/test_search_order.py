"""In what order hits come: newest first whatever the order of import, best first, and what is said of a cap."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline import search_index
from pipeline.archive import DATABASE
from pipeline.search import search
from pipeline.search_rank import RANKED
from pipeline.tables import opened_archive
from tests.conftest import Cli

Entry = tuple[str, str, str, str]
"""A row to find: its file, kind, day and folded words."""


def filled(folder: Path, files: Iterable[list[Entry]]) -> Path:
    """An archive with these rows, a list for each file; the record of each is `FILE/NUMBER`."""
    with opened_archive(folder, create=True) as db, db.conn:
        for entries in files:
            source = entries[0][0]
            db.conn.execute("INSERT INTO source_file(id, outcome) VALUES (?, 'ok')", [source])
            keys = [(file, kind, f"{file}/{at}", day, words) for at, (file, kind, day, words) in enumerate(entries)]
            search_index.add(db.conn, source, keys)
    return folder


def found(archive: Path, query: str, **how: object) -> list[str]:
    return [hit.id for hit in search(archive, query, limit=1000, **how)]  # type: ignore[arg-type]


def entries(count: int) -> list[list[Entry]]:
    """Files of three rows each, many of one day and many without a day."""
    days = ["", "2004-05-06", "2004-05-06", "2004-05-07", "1999-12-31", "2024-02-29"]
    return [
        [(f"f{n:03}", kind, days[n % 6], "plan for veien") for kind in ("decision", "agenda_item", "page")]
        for n in range(count)
    ]


def test_the_order_of_import_does_not_show(tmp_path: Path) -> None:
    files = entries(60)
    shuffled = random.Random(3).sample(files, len(files))
    first, second = (filled(tmp_path / name, order) for name, order in (("sorted", files), ("shuffled", shuffled)))
    assert found(first, "plan") == found(second, "plan")
    assert len(found(first, "plan")) == 180


def test_newest_first_and_a_file_in_one_piece(tmp_path: Path) -> None:
    files = entries(60)
    days = {file[0][0]: file[0][2] for file in files}
    hits = found(filled(tmp_path, files), "veien")
    told = [days[hit.partition("/")[0]] for hit in hits]
    assert told == sorted(told, reverse=True)
    assert hits == [f"{hits[at].partition('/')[0]}/{part}" for at in range(0, 180, 3) for part in range(3)]


def test_kinds_are_told_by_number_and_by_name(tmp_path: Path) -> None:
    archive = filled(tmp_path, entries(12))
    for kind in search_index.KINDS:
        hits = search(archive, "plan", limit=1000, kinds=[kind])
        assert {hit.type for hit in hits} == ({kind} if kind != "action_item" else set())


def test_two_files_on_the_same_place_both_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Same:
        def __init__(self, data: bytes) -> None: ...

        def digest(self) -> bytes:
            return b"\xff\xff\xff"  # the last place of the day, too: what has no room there goes to the first

    monkeypatch.setattr(search_index, "sha256", Same)
    archive = filled(tmp_path, entries(60))
    assert len(found(archive, "plan")) == 180
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        rows = db.execute("SELECT id >> 40, day, source_file FROM search_key ORDER BY id").fetchall()
    assert [day for _, day, _ in rows] == sorted(day for _, day, _ in rows)
    assert len({(ordinal, day) for ordinal, day, _ in rows}) == 5


@pytest.mark.parametrize("day", ["2004", "2004-13-45", "x", "99999-01-01", "-1", "2004-05"])
def test_a_day_of_any_form_is_taken(tmp_path: Path, day: str) -> None:
    assert found(filled(tmp_path, [[("f", "page", day, "plan")]]), "plan") == ["f/0"]


def test_best_first(tmp_path: Path) -> None:
    archive = filled(
        tmp_path,
        [
            [("much", "page", "2001-01-01", "bro bro bro og " + "noe annet " * 10)],
            [("once", "page", "2003-01-01", "bro og " + "noe annet " * 10)],
            [("long", "page", "2004-01-01", "bro og " + "noe annet " * 300)],
            [("rare", "page", "2001-01-01", "tunnel tunnel bro vei " + "noe annet " * 10)],
            [("common", "page", "2002-01-01", "tunnel bro bro vei " + "noe annet " * 10)],
            *([(f"bro{n}", "page", "2005-01-01", "bro og annet")] for n in range(50)),
        ],
    )
    order = found(archive, "bro", ranked=True)
    assert order.index("much/0") < order.index("once/0") < order.index("long/0")
    assert found(archive, "tunnel bro", ranked=True) == ["rare/0", "common/0"], "the rarer word counts more"
    assert found(archive, "tunnel bro") == ["common/0", "rare/0"]


def test_what_is_beyond_the_cap_is_said(tmp_path: Path, cli: Cli) -> None:
    many: list[Entry] = [("new", "page", "2020-01-01", "bro og vei")] * RANKED
    archive = filled(tmp_path, [many, [("old", "page", "1999-01-01", "bro bro bro tunnel")]])
    hits = search(archive, "bro", limit=5, ranked=True)
    assert [hit.capped for hit in hits] == [True] * 5
    assert "old/0" not in {hit.id for hit in hits}
    assert not any(hit.capped for hit in search(archive, "bro", limit=5))
    (one,) = search(archive, "bro tunnel", ranked=True)
    assert not one.capped
    assert not any(hit.capped for hit in search(archive, "vei", ranked=True)), f"exactly {RANKED} are not too many"
    told = cli("search", "bro", "--ranked", "--archive", archive, "--json")
    assert '"capped": true' in told.stdout
    assert f"more than {RANKED} hits" in told.stderr
    assert "more than" not in cli("search", "bro", "--archive", archive).stderr
