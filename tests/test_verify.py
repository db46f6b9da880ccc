"""`referat verify`: every turned bit is found, originals are held to what was read, nothing is written."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.archive import DATABASE
from pipeline.errors import Exit
from pipeline.integrity import Kind
from pipeline.runs import Run
from pipeline.seal import WHOLE, seal
from pipeline.tables import opened_archive
from pipeline.verify import verify
from tests import flips
from tests.conftest import Cli, SamplePdf, command, environment
from tests.hand_made import build

COUNTS = [40, pytest.param(1000, marks=pytest.mark.soak)]
"""How many bits are turned."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with rows in nearly every table, a document that was taken out and a name that went among them."""
    archive = build(tmp_path_factory.mktemp("verify"))
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        assert {table for table in WHOLE if db.execute(f"SELECT 1 FROM {table}").fetchone()} >= {"person", "case_link"}
    return archive


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    shutil.copytree(made, tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf, cli: Cli) -> Path:
    """A folder of three files that were imported into the archive beside it."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(3):
        minutes(folder / f"{number}.pdf", f"Blad {number}")
    done = cli("import", folder, "--archive", tmp_path / "archive", "--no-render")
    assert done.returncode == 0, done.stderr
    return folder


def change(archive: Path, *statements: str) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            assert db.execute(statement).rowcount != 0, statement
        db.commit()


def kinds(archive: Path) -> set[Kind]:
    return {finding.kind for finding in verify(archive).findings}


@pytest.mark.parametrize("count", COUNTS)
def test_bits_turned_in_stored_values_are_all_caught(archive: Path, count: int) -> None:
    file = archive / DATABASE
    clean = file.read_bytes()
    assert not verify(archive).damaged
    missed, seen = [], Counter[str]()
    for seed in range(count):
        file.write_bytes(clean)
        flip = flips.flip_value(archive, random.Random(seed))
        seen[flip.table] += 1
        if not flips.is_caught(archive):
            missed.append(flip)
    print(f"{count} bits in values of {len(seen)} tables: {count - len(missed)} caught")
    assert missed == []
    assert len(seen) > 15


@pytest.mark.parametrize("count", COUNTS)
def test_bits_turned_anywhere_in_the_file_are_caught_or_change_nothing(archive: Path, count: int) -> None:
    file = archive / DATABASE
    clean = file.read_bytes()
    queries = flips.words(archive, 200)
    before = flips.answers(archive, queries)
    rng = random.Random(5)
    full = [offset for offset, byte in enumerate(clean) if byte]  # small tables leave most of their pages empty
    turned = [(rng.choice(full), rng.randrange(8)) for _ in range(count)]
    passed = []
    for flip in turned:
        file.write_bytes(clean)
        flips.flip_byte(archive, *flip)
        if not flips.is_caught(archive):
            passed.append(flip)
    print(f"{count} bits anywhere: {count - len(passed)} caught, {len(passed)} where nothing is stored")
    assert len(passed) < count / 2
    file.write_bytes(clean)
    for flip in passed:  # all at once: none of them is to change an answer
        flips.flip_byte(archive, *flip)
    assert flips.answers(archive, queries) == before, f"other answers, and nobody says so: {passed}"


@pytest.mark.parametrize("part", ["data", "idx", "docsize", "config"])
def test_bits_of_the_search_index_are_caught(archive: Path, part: str) -> None:
    """FTS5's own check passes over a third of those that say on which page a word is."""
    file = archive / DATABASE
    clean = file.read_bytes()
    for seed in range(12):
        file.write_bytes(clean)
        flip = flips.flip_value(archive, random.Random(seed), f"search_words_{part}")
        assert flips.is_caught(archive), flip


def test_a_changed_letter_in_a_view_is_caught(archive: Path) -> None:
    change(archive, "UPDATE sqlite_master SET sql = replace(sql, '= 1', '= 0') WHERE name = 'v_current'")
    (finding,) = [one for one in verify(archive).findings if one.kind is Kind.SCHEMA]
    assert finding.where == "view v_current"
    change(archive, "DELETE FROM sqlite_master WHERE name = 'v_current'")
    assert kinds(archive) == {Kind.SCHEMA}


def test_a_changed_byte_in_an_index_is_caught(archive: Path) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'idx_decision_document'"
        (page,) = db.execute(query).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    flips.flip_byte(archive, page * size - 6, 1)  # in the key of the page's last entry
    assert kinds(archive) == {Kind.STRUCTURE}


def test_rows_that_hang_on_nothing_and_rows_that_are_gone(archive: Path) -> None:
    change(archive, "DELETE FROM decision WHERE rowid = (SELECT min(rowid) FROM decision)")
    assert Kind.CONTENT in kinds(archive)
    change(archive, "DELETE FROM source_file WHERE rowid = (SELECT min(rowid) FROM source_file)")
    assert Kind.STRUCTURE in kinds(archive)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE run SET counts = '{}x'", "run 1"),
        ("UPDATE person SET slug = 'x' WHERE rowid = 2", "person"),
        ("DELETE FROM derived_seal WHERE name = 'body'", "body"),
        ("INSERT INTO derived_seal VALUES ('nothing', 'x')", "derived_seal"),
    ],
)
def test_a_finding_says_where(archive: Path, statement: str, where: str) -> None:
    change(archive, statement)
    verdict = verify(archive)
    assert verdict.exit is Exit.ARCHIVE_DAMAGED
    assert [finding.where for finding in verdict.findings if finding.kind in (Kind.ROW, Kind.TABLE)] == [where]
    assert all("put back a backup" in finding.line() for finding in verdict.findings if finding.kind is Kind.ROW)


def test_where_a_run_was_killed_its_leftovers_are_no_damage(archive: Path) -> None:
    change(archive, "UPDATE person SET slug = 'x' WHERE rowid = 2")
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        row = (2, "2026-01-01T00:00:00+00:00", None, "import", "1", None, None, None)
        db.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*row, seal(row)])
        db.commit()
    verdict = verify(archive)
    assert Kind.UNFINISHED in {finding.kind for finding in verdict.findings}
    assert not verdict.damaged


def test_a_later_run_does_not_seal_what_was_changed(archive: Path) -> None:
    change(archive, "UPDATE run SET counts = '{}x' WHERE id = 1")
    with opened_archive(archive) as db:
        run = Run(db, "import", "2")
        run.id()
        run.finish("{}")
    assert [one.where for one in verify(archive).findings if one.kind is Kind.ROW] == ["run 1"]


def test_originals(cli: Cli, papers: Path, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    before = (archive / DATABASE).read_bytes()
    names = sorted(path.name for path in archive.iterdir())
    clean = cli("verify", "--archive", archive)
    assert (clean.returncode, clean.stdout) == (0, ""), clean.stdout
    assert clean.stderr == "3 contents and 3 originals checked: all as it was written\n"
    (papers / "0.pdf").unlink()
    minutes(papers / "1.pdf", "Rettet")
    minutes(papers / "ny.pdf", "Blad 9")
    done = cli("verify", "--archive", archive, "--json")
    assert done.returncode == Exit.FAILURES_LISTED
    found = json.loads(done.stdout)
    assert not found["clean"]
    assert {(one["kind"], one["where"]) for one in found["findings"]} == {
        ("missing", str(papers / "0.pdf")),
        ("changed", str(papers / "1.pdf")),
        ("untracked", str(papers / "ny.pdf")),
    }
    lines = cli("verify", "--archive", archive).stdout.splitlines()
    assert len(lines) == 3
    assert any(f"referat import {papers / 'ny.pdf'} --archive {archive}" in line for line in lines)
    elsewhere = cli("verify", tmp_path / "none", "--archive", archive, "--json")
    assert {one["kind"] for one in json.loads(elsewhere.stdout)["findings"]} == {"missing", "changed"}
    assert (archive / DATABASE).read_bytes() == before
    assert sorted(path.name for path in archive.iterdir()) == names


def test_names_that_are_no_utf8_are_found_again(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    folder, archive = tmp_path / "papers", tmp_path / "archive"
    folder.mkdir()
    os.rename(minutes(folder / "a.pdf"), os.fsencode(folder) + b"/m\xf8te.pdf")
    minutes(folder / "linje\nskift.pdf", "2")
    cli("import", folder, "--archive", archive, "--no-render")
    done = cli("verify", "--archive", archive)
    assert (done.returncode, done.stdout) == (0, "")
    minutes(folder / "linje\nskift.pdf", "3")
    assert len(cli("verify", "--archive", archive).stdout.splitlines()) == 1


def test_verify_writes_nothing_even_after_a_kill(archive: Path) -> None:
    """A log that a killed writer left is read, and left as it is."""
    script = """if True:
        import os, signal, sys
        from pathlib import Path
        from pipeline.runs import Run
        from pipeline.tables import opened_archive
        with opened_archive(Path(sys.argv[1])) as db:
            Run(db, "import", "1").id()
            os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run([*command()[:1], "-c", script, archive], env=environment(), check=False)
    files = [archive / DATABASE, archive / f"{DATABASE}-wal"]
    before = [file.read_bytes() for file in files]
    assert before[1]
    verdict = verify(archive)
    assert not verdict.damaged
    assert Kind.UNFINISHED in {finding.kind for finding in verdict.findings}
    assert [file.read_bytes() for file in files] == before


def test_reading_a_file_again_mends_its_rows(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    change(archive, "UPDATE page SET text = 'x' WHERE rowid = 1")
    (finding,) = verify(archive).findings
    assert finding.kind is Kind.CONTENT
    assert cli("import", papers, "--archive", archive, "--again", "all", "--no-render").returncode == 0
    assert verify(archive).findings == ()
