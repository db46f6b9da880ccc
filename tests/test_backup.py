"""`referat backup`: a whole copy while the archive is in use, or no file of that name."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.archive import DATABASE, lock
from pipeline.errors import Exit
from pipeline.integrity import DAMAGE, findings
from pipeline.search import search
from tests.conftest import Cli, SamplePdf, command, environment
from tests.hand_made import build
from tests.test_import import content, many, start, wait_for


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return build(tmp_path)


def test_a_copy_is_the_archive_and_can_be_put_back(cli: Cli, archive: Path, tmp_path: Path) -> None:
    before = (archive / DATABASE).read_bytes()
    copy = tmp_path / "copy.db"
    done = cli("backup", copy, "--archive", archive)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "checked" in done.stderr
    assert (archive / DATABASE).read_bytes() == before
    (archive / DATABASE).write_bytes(b"spoilt")
    shutil.copy(copy, archive / DATABASE)
    assert search(archive, "budsjett")
    with closing(sqlite3.connect(copy)) as db:
        assert not [finding for finding in findings(db) if finding.kind in DAMAGE]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "copy.db"]


def test_what_is_there_is_not_written_over(cli: Cli, archive: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    done = cli("backup", copy, "--archive", archive)
    assert done.returncode == Exit.FAILURES_LISTED
    assert copy.read_text() == "mine" and "--force" in done.stderr
    assert cli("backup", copy, "--archive", archive, "--force").returncode == 0
    assert copy.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("name", [DATABASE, f"{DATABASE}-wal", "link.db", "folder", "none/copy.db"])
def test_never_onto_the_archive_or_where_no_file_can_be(cli: Cli, archive: Path, name: str) -> None:
    (archive / "link.db").symlink_to(DATABASE)
    (archive / "folder").mkdir()
    before = (archive / DATABASE).read_bytes()
    done = cli("backup", archive / name, "--archive", archive, "--force")
    assert done.returncode == Exit.FAILURES_LISTED
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 2
    assert (archive / DATABASE).read_bytes() == before


def test_a_damaged_archive_makes_no_backup(cli: Cli, archive: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("UPDATE decision SET text = text || '.' WHERE rowid = 1")
        db.commit()
    old = tmp_path / "copy.db"
    old.write_text("an earlier one")
    done = cli("backup", old, "--archive", archive, "--force")
    assert done.returncode == Exit.ARCHIVE_DAMAGED
    assert f"referat verify --archive {archive}" in done.stderr
    assert old.read_text() == "an earlier one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "copy.db"]


def test_a_copy_while_an_import_is_at_work(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    folder, archive = many(tmp_path / "papers", minutes, 40), tmp_path / "archive"
    copies = []
    with start(folder, archive) as process:
        for mark in ("[2/", "[12/", "[25/"):
            wait_for(process, mark)
            copies.append(tmp_path / f"{len(copies)}" / DATABASE)
            copies[-1].parent.mkdir()
            done = cli("backup", copies[-1], "--archive", archive)
            assert done.returncode == 0, done.stderr
        assert process.stderr is not None
        process.stderr.read()
    assert process.returncode == 0
    for copy in copies:
        with closing(sqlite3.connect(copy)) as db:
            assert not [finding for finding in findings(db) if finding.kind in DAMAGE]
            (files,) = db.execute("SELECT count(*) FROM source_file").fetchone()
            assert db.execute("SELECT count(DISTINCT source_file) FROM page").fetchone() == (files,)
    # Put back as the archive, the last copy goes on from where it was.
    assert cli("import", folder, "--archive", copies[-1].parent, "--no-render").returncode == 0
    assert content(copies[-1].parent) == content(archive)


def test_a_killed_backup_leaves_no_file_of_that_name(archive: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:  # so large that copying it takes a moment
        db.execute("CREATE TABLE ballast (text TEXT)")
        db.executemany("INSERT INTO ballast VALUES (?)", [("x" * 100_000,) for _ in range(400)])
        db.commit()
    copy = tmp_path / "copy.db"
    part = copy.with_name("copy.db.part")
    line = command("backup", copy, "--archive", archive)
    with subprocess.Popen(line, env=environment(), stderr=subprocess.DEVNULL) as process:
        while not part.exists() and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not copy.exists() and part.exists()
    assert subprocess.run(line, env=environment(), stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert copy.exists() and not part.exists()


def test_a_backup_needs_no_permission_to_write(cli: Cli, archive: Path, tmp_path: Path) -> None:
    with lock(archive):
        assert cli("backup", tmp_path / "copy.db", "--archive", archive).returncode == 0
