"""`import --dry-run`: it says what the import then does, and leaves no trace."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from pipeline.archive import lock
from pipeline.errors import Exit
from tests.conftest import Cli, SamplePdf
from tests.test_import import fingerprint, report


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        minutes(folder / name, note=name)
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.write(minutes(tmp_path / "c.pdf", note="c"), "c.pdf")
    return folder


def test_nothing_is_made(cli: Cli, papers: Path, tmp_path: Path) -> None:
    before = fingerprint(tmp_path)
    done = cli("import", papers, "--archive", tmp_path / "archive", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"read\tnew\t{papers}/a.pdf",
        f"read\tnew\t{papers}/b.pdf",
        f"read\tnew\t{papers}/z.zip/c.pdf",
    ]
    assert done.stderr.splitlines() == ["dry run, nothing written: 3 files: 3 new; 3 to be read"]
    assert fingerprint(tmp_path) == before and not (tmp_path / "archive").exists()


def test_it_says_what_the_import_does(cli: Cli, papers: Path, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    cli("import", papers, "--archive", archive)
    minutes(papers / "a.pdf", note="later")
    minutes(papers / "d.pdf", note="d")
    (papers / "e.pdf").write_bytes((papers / "d.pdf").read_bytes())
    (papers / "f.pdf").write_bytes((papers / "b.pdf").read_bytes())
    (papers / "g.pdf").write_text("no PDF")
    os.mkfifo(papers / "h.pdf")
    before = fingerprint(archive)
    times = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    line = ("import", papers, papers / "gone.pdf", "--archive", archive, "--json")
    with lock(archive):  # looking needs no leave to write
        dry = cli(*line, "--dry-run")
    assert dry.returncode == Exit.FAILURES_LISTED
    said = report(dry)
    assert {os.path.basename(file["path"]): (file["change"], file["read"]) for file in said["files"]} == {
        "a.pdf": ("new_version", True),
        "b.pdf": ("unchanged", False),
        "c.pdf": ("unchanged", False),
        "d.pdf": ("new", True),
        "e.pdf": ("duplicate", False),
        "f.pdf": ("duplicate", False),
        "g.pdf": ("new", False),
        "h.pdf": ("new", False),
        "gone.pdf": ("new", False),
    }
    assert {file["name"]: file["outcome"] for file in said["files"] if file["outcome"]} == {
        "g.pdf": "unsupported",
        "h.pdf": "unsupported",
        "gone.pdf": "damaged",
    }
    assert all(bool(file["message"]) == bool(file["outcome"]) for file in said["files"])
    after = fingerprint(archive)
    assert {name: key for name, key in after.items() if name != "archive.lock"} == {
        name: key for name, key in before.items() if name != "archive.lock"
    }
    assert {path: path.stat().st_mtime_ns for path in times if path.name != "archive.lock"} == {
        path: time for path, time in times.items() if path.name != "archive.lock"
    }
    assert report(cli(*line, "--no-render"))["changes"] == said["changes"]
    assert json.loads(cli(*line, "--dry-run", "--again", "all").stdout)["files"][1]["read"]


def test_a_foreign_database_is_refused(cli: Cli, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "archive.db").write_text("something else")
    assert cli("import", papers, "--archive", tmp_path / "archive", "--dry-run").returncode == Exit.ARCHIVE_DAMAGED


def test_patterns_and_a_register(cli: Cli, papers: Path, tmp_path: Path) -> None:
    (papers / "r.csv").write_text("file;box\nb.pdf;1\ngone.pdf;2\n")
    line = ("import", papers, "--archive", tmp_path / "archive", "--dry-run", "--exclude", "a*")
    done = cli(*line, "--metadata", papers / "r.csv")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == [
        "1 left out by --include and --exclude",
        "- r.csv, line 3: gone.pdf is not among the files",
    ]
