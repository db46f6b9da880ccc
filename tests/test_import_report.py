"""What an archivist is told of an import: progress, log, copies of the originals, and a page with every file."""

from __future__ import annotations

import csv
import io
import os
import pty
import sqlite3
import subprocess
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.archive import DATABASE
from pipeline.import_log import LOG
from pipeline.intake import identify
from pipeline.intake.media import UNREADABLE
from pipeline.intake.zips import Zips
from pipeline.original_copies import keep
from tests.conftest import Cli, SamplePdf, command, environment
from tests.test_import import fingerprint, report


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    minutes(folder / "a.pdf", note="a")
    minutes(folder / "b.pdf", note="b")
    (folder / "=cmd.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "empty.pdf").touch()
    return folder


def test_every_file_stands_on_the_page_of_its_import_with_advice(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert report(cli("import", papers, "--archive", archive, "--json"))["run"] == 1
    page = (archive / "site" / "import" / "1.html").read_text("utf-8")
    for name in ("a.pdf", "b.pdf", "=cmd.pdf", "empty.pdf"):
        assert page.count(f">{name} ") == 1, name
    assert page.index(">empty.pdf ") < page.index(">a.pdf "), "what needs a person stands first"
    assert "Hent en hel kopi" in page
    assert 'href="../../../papers/a.pdf"' in page
    text = (archive / "site" / "import" / "1.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(lines) == 5
    assert {line[0] for line in lines[1:]} == {"a.pdf", "b.pdf", "'=cmd.pdf", "empty.pdf"}
    assert {line[2] for line in lines[1:]} == {"Lest", "Skadet"}
    # A second import has only what changed, and says how many were known.
    (papers / "a.pdf").write_bytes((papers / "a.pdf").read_bytes() + b"\n% 2\n")
    cli("import", papers, "--archive", archive)
    second = (archive / "site" / "import" / "2.html").read_text("utf-8")
    assert ">a.pdf " in second and ">b.pdf " not in second
    assert "i tillegg var 3 kjent" in second
    listed = (archive / "site" / "imports.html").read_text("utf-8")
    assert listed.index("import/2.html") < listed.index("import/1.html")
    cli("undo", "2", "--archive", archive)
    assert "Angret" in (archive / "site" / "import" / "2.html").read_text("utf-8")


def test_the_log_has_a_line_for_every_file_and_no_content(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (papers / "to\nlinjer.pdf").write_bytes((papers / "a.pdf").read_bytes())
    for _ in range(2):
        cli("import", papers, "--archive", archive, "--no-render")
    lines = [line.split("\t") for line in (archive / LOG).read_text("utf-8").splitlines()]
    # The second import had nothing to do, and wrote nothing.
    assert [line[1] for line in lines].count("began") == 1
    assert len(lines) == 7
    assert lines[-1][1:] == ["finished", "run 1", "5 files"]
    files = {line[3]: line[1:3] for line in lines[1:6]}
    assert files[str(papers / "empty.pdf")] == ["damaged", "new"]
    assert files[str(papers / "a.pdf")] == ["ok", "new"]
    assert files[str(papers / "to\\nlinjer.pdf")] == ["ok", "duplicate"]


def test_copies_of_the_originals_by_their_hash(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive, before = tmp_path / "archive", fingerprint(papers)
    cli("import", papers, "--archive", archive, "--no-render")
    assert not (archive / "originals").exists()
    cli("import", papers, "--archive", archive, "--no-render", "--copy-originals")
    copies = [path for path in (archive / "originals").rglob("*") if path.is_file()]
    hashes = {sha256(path.read_bytes()).hexdigest() for path in papers.iterdir()}
    assert {path.name.partition(".")[0] for path in copies} == hashes
    assert all(sha256(path.read_bytes()).hexdigest() == path.name.partition(".")[0] for path in copies)
    assert all(path.parent.name == path.name[:2] for path in copies)
    assert fingerprint(papers) == before
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        query = "SELECT d.id, d.source_file FROM document d JOIN file_name n USING (source_file) WHERE n.name = 'a.pdf'"
        identity, source = db.execute(query).fetchone()
    cli("forget", identity, "--because", "x", "--archive", archive)
    assert source not in {path.name.partition(".")[0] for path in (archive / "originals").rglob("*")}
    cli("undo", "1", "--archive", archive)
    assert not [path for path in (archive / "originals").rglob("*") if path.is_file()]


def test_a_terminal_shows_rate_time_left_and_outcomes(papers: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("import", papers, "--archive", tmp_path / "archive", "--no-render"),
        stderr=theirs,
        stdout=subprocess.DEVNULL,
        env=environment(COLUMNS="120", TERM="xterm"),
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the terminal is gone with the last writer
                break
    os.close(ours)
    assert process.returncode == 1
    text = shown.decode()
    assert "4/4" in text
    assert "files/s, 2 ok, 2 damaged" in text or "files/s, 2 damaged, 2 ok" in text
    assert "referat undo 1" in text


def test_a_file_that_changed_since_it_was_hashed_costs_only_itself(papers: Path, tmp_path: Path) -> None:
    source = identify(papers / "a.pdf")
    (papers / "a.pdf").write_bytes(b"other bytes")
    assert keep(tmp_path, Zips(), source).media_type == UNREADABLE
    (papers / "a.pdf").unlink()
    assert keep(tmp_path, Zips(), source).media_type == UNREADABLE
    assert not [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]
