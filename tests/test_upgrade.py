"""An archive of an earlier program: refused in words, brought up to date whole or not at all, nothing lost."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import DATABASE
from pipeline.errors import Exit
from pipeline.schema import SCHEMA_VERSION
from pipeline.verify import verify
from tests.conftest import ROOT, Cli, SamplePdf, command, environment

DUMP = ROOT / "tests" / "schema_1.sql"
KEPT = f"{DATABASE}.schema-1"
STATED = ("document", "meeting", "attendance", "agenda_item", "decision", "action_item", "deadline", "page", "run")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of schema 1, with a table that no program knows yet."""
    archive = tmp_path / "archive"
    archive.mkdir()
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(DUMP.read_text(encoding="utf-8"))
        db.execute("CREATE TABLE correction (id TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT")
        db.execute("CREATE INDEX of_said ON correction(said)")
        db.execute("INSERT INTO correction VALUES ('a', 'Kari Fjellstad, ikke Kåre')")
        db.commit()
    return archive


def rows(file: Path, table: str, columns: str = "*") -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1').fetchall()


def shared(file: Path, table: str) -> str:
    with closing(sqlite3.connect(file)) as db:
        return ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})"))


def is_whole(archive: Path) -> None:
    """Nothing that the old archive said is lost, and all is as the new program would have written it."""
    file, old = archive / DATABASE, archive / KEPT
    for table in STATED:
        columns = shared(old, table)
        assert rows(file, table, columns) == rows(old, table, columns), table
        assert rows(file, table), table
    assert rows(file, "correction") == [("a", "Kari Fjellstad, ikke Kåre")]
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'of_said'").fetchone()
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert {finding.kind for finding in verify(archive).findings} == {"missing"}, "only the originals are not there"


@pytest.mark.parametrize(
    "arguments", [("search", "budsjett"), ("status",), ("render",), ("digest", "2013"), ("verify",)]
)
def test_other_commands_name_the_upgrade(cli: Cli, archive: Path, arguments: tuple[str, ...]) -> None:
    before = (archive / DATABASE).read_bytes()
    done = cli(*arguments, "--archive", archive)
    assert done.returncode == Exit.ARCHIVE_DAMAGED
    assert f"referat upgrade --archive {archive}" in done.stderr
    assert (archive / DATABASE).read_bytes() == before


def test_an_upgrade_keeps_every_row_and_the_old_file(cli: Cli, archive: Path) -> None:
    before = (archive / DATABASE).read_bytes()
    done = cli("upgrade", "--archive", archive)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "from schema 1 to 2" in done.stderr and KEPT in done.stderr
    assert "3 decision" in done.stderr and "1 correction" in done.stderr
    assert "does not know, kept as they are: correction" in done.stderr
    assert "document.series" in done.stderr and "person" not in done.stderr.partition("new, ")[2]
    assert (archive / KEPT).read_bytes() == before
    is_whole(archive)
    assert len(rows(archive / DATABASE, "person")) > 3
    assert sorted(path.name for path in archive.iterdir()) == [DATABASE, KEPT, "archive.lock"]
    assert cli("search", "budsjett", "--archive", archive).returncode == 0
    again = cli("upgrade", "--archive", archive)
    assert (again.returncode, again.stderr) == (0, "the archive is up to date\n")


def test_an_import_does_it_by_itself(cli: Cli, archive: Path, tmp_path: Path, minutes: SamplePdf) -> None:
    done = cli("import", minutes(tmp_path / "a.pdf"), "--archive", archive, "--no-render")
    assert done.returncode == 0, done.stderr
    assert "from schema 1 to 2" in done.stderr
    assert len(rows(archive / DATABASE, "source_file")) == 3
    assert len(rows(archive / KEPT, "source_file")) == 2
    assert not verify(archive).damaged


def test_a_version_that_was_replaced_is_no_longer_found(cli: Cli, archive: Path) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("UPDATE file_name SET current = 0 WHERE name LIKE '2013%'")
        db.commit()
    assert cli("upgrade", "--archive", archive).returncode == 0
    is_whole(archive)
    assert cli("search", "budsjett", "--archive", archive).returncode == Exit.NOTHING_FOUND


def test_an_earlier_file_of_that_name_is_kept(cli: Cli, archive: Path) -> None:
    (archive / KEPT).write_text("mine")
    assert cli("upgrade", "--archive", archive).returncode == 0
    assert (archive / KEPT).read_text() == "mine"
    assert len(rows(archive / f"{KEPT}.1", "source_file")) == 2


def test_a_damaged_old_archive_is_refused_untouched(cli: Cli, archive: Path) -> None:
    file = archive / DATABASE
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 9000] = b"\xa5" * 9000
    file.write_bytes(data)
    done = cli("upgrade", "--archive", archive)
    assert done.returncode == Exit.ARCHIVE_DAMAGED
    assert "Traceback" not in done.stderr and "referat import" in done.stderr
    assert file.read_bytes() == bytes(data)
    assert not (archive / KEPT).exists()


def test_a_reader_of_a_log_is_waited_for(cli: Cli, archive: Path) -> None:
    """The old file's log must be gone before a new file has its name, or SQLite would take it for the new one's."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("INSERT INTO correction VALUES ('b', 'mer')")
        db.commit()
        done = cli("upgrade", "--archive", archive)
        assert done.returncode == Exit.LOCKED, done.stderr
        db.execute("DELETE FROM correction WHERE id = 'b'")
        db.commit()
    assert cli("upgrade", "--archive", archive).returncode == 0
    is_whole(archive)


@pytest.mark.parametrize("moment", range(5))
def test_killed_at_any_moment_it_is_the_old_archive_or_the_new_one(archive: Path, tmp_path: Path, moment: int) -> None:
    line = command("upgrade", "--archive", archive)
    files = {0: ".upgrade.new", 1: ".upgrade.new", 2: ".upgrade", 3: ".upgrade", 4: ".schema-1"}
    mark = archive / f"{DATABASE}{files[moment]}"
    with subprocess.Popen(line, env=environment(), stderr=subprocess.DEVNULL) as process:
        while not mark.exists() and process.poll() is None:
            time.sleep(0.0002)
        time.sleep(0.01 * (moment % 2))
        process.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM decision").fetchone() == (3,)
    subprocess.run(line, env=environment(), stderr=subprocess.DEVNULL, check=True)
    is_whole(archive)
    shutil.rmtree(archive)
