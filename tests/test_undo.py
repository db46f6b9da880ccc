"""An import taken back: the archive says what it said before, and nothing of what the import brought in."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import DATABASE
from pipeline.verify import verify
from tests.conftest import Cli, SamplePdf
from tests.test_import import content, report


def shown(archive: Path) -> list[tuple[Any, ...]]:
    """Every document that is shown with its content, and the words that search has of it."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        documents = db.execute(
            "SELECT id, source_file, path, decisions, present FROM v_document ORDER BY id"
        ).fetchall()
        words = db.execute("SELECT source_file, kind, record, day, words FROM search_key ORDER BY 1, 2, 3").fetchall()
        names = db.execute("SELECT path, source_file FROM file_name WHERE current = 1 ORDER BY 1, 2").fetchall()
        return [*documents, *words, *names]


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        minutes(folder / name, note=name)
    return folder


def test_an_import_undone_leaves_what_was_there_before(
    cli: Cli, tmp_path: Path, papers: Path, minutes: SamplePdf
) -> None:
    archive = tmp_path / "archive"
    assert cli("import", papers, "--archive", archive, "--no-render").returncode == 0
    before, old = shown(archive), (papers / "a.pdf").read_bytes()
    # A new version that begins like the old one and so has its ids, one that does not, a new file, a copy, a rename.
    (papers / "a.pdf").write_bytes(old + b"\n% signed\n")
    minutes(papers / "b.pdf", note="Rettet")
    minutes(papers / "d.pdf", note="ny")
    shutil.copy(papers / "d.pdf", papers / "e.pdf")
    (papers / "c.pdf").rename(papers / "renamed.pdf")
    done = report(cli("import", papers, "--archive", archive, "--no-render", "--json"))
    assert done["changes"] == {"new_version": 2, "new": 1, "duplicate": 1, "unchanged": 1}
    assert shown(archive) != before
    undone = cli("undo", "2", "--archive", archive)
    assert undone.returncode == 0, undone.stderr
    assert shown(archive) == before
    content(archive)  # sound in itself
    assert not verify(archive, [str(papers)]).damaged
    # The files are as they were left, so that the same import brings the same again.
    again = report(cli("import", papers, "--archive", archive, "--no-render", "--json"))
    assert again["changes"] == done["changes"]


def test_an_import_that_others_build_on_is_refused(cli: Cli, tmp_path: Path, papers: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    for number in range(2):
        minutes(papers / "a.pdf", note=f"versjon {number}")
        cli("import", papers, "--archive", archive, "--no-render")
    before = (archive / DATABASE).read_bytes()
    refused = cli("undo", "1", "--archive", archive)
    assert refused.returncode == 2
    assert "later imports changed the same files: 2" in refused.stderr
    assert (archive / DATABASE).read_bytes() == before
    for number, code in (("2", 0), ("2", 2), ("1", 0), ("9", 2)):
        done = cli("undo", number, "--archive", archive)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert shown(archive) == []
