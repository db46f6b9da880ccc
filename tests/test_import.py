"""Imports through the command line: what comes in, what is left alone, what is refused, what a kill cannot break."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageDraw

from pipeline.archive import DATABASE, lock
from tests.conftest import Cli, SamplePdf, command, environment


def rows(archive: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        return db.execute(query).fetchall()


def content(archive: Path) -> list[str]:
    """Everything that an archive says of documents, without runs, times and the order of rows."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        found = []
        for table in tables:
            if table in {"run", "import_entry"} or table.startswith("search_"):
                continue
            names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            kept = [
                name
                for name in names
                if name not in {"run", "seen", "imported", "seconds", "mtime", "seal"} or table == "derived_seal"
            ]
            columns = ", ".join(f'"{name}"' for name in kept)
            # The index of search is made of the same words in another order where files came in another order.
            own = "WHERE name <> 'search_words'" if table == "derived_seal" else ""
            found += sorted(f"{table} {row}" for row in db.execute(f'SELECT {columns} FROM "{table}" {own}'))
        found += sorted(f"words {row}" for row in db.execute("SELECT source_file, kind, record, words FROM search_key"))
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")
        db.rollback()
        return found


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def report(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf) -> Path:
    folder = tmp_path / "papers"
    (folder / "2014").mkdir(parents=True)
    for name in ("a.pdf", "b.PDF", "2014/c.pdf"):
        minutes(folder / name, note=name)
    minutes(folder / ".hidden.pdf", note="hidden")
    (folder / "notes.csv").write_text("no minutes")
    return folder


def test_a_folder_comes_in(cli: Cli, papers: Path, tmp_path: Path) -> None:
    before = fingerprint(papers)
    done = cli("import", papers, "--archive", tmp_path / "archive", "--json")
    assert done.returncode == 0, done.stderr
    said = report(done)
    assert said["changes"] == {"new": 3}
    assert sum(said["outcomes"].values()) == 3
    assert said["pages"] > 0
    assert (tmp_path / "archive" / "site" / "index.html").exists()
    assert [path for (path,) in rows(tmp_path / "archive", "SELECT path FROM file_name ORDER BY path")] == [
        str(papers / "2014" / "c.pdf"),
        str(papers / "a.pdf"),
        str(papers / "b.PDF"),
    ]
    assert rows(tmp_path / "archive", "SELECT count(*) FROM document") == [(3,)]
    assert rows(tmp_path / "archive", "SELECT count(*) FROM run WHERE finished IS NOT NULL") == [(1,)]
    assert fingerprint(papers) == before
    # Elsewhere than on a terminal, a line for each file; nothing but data on stdout.
    assert [line for line in done.stderr.splitlines() if line.startswith("[3/3]")]


def test_a_second_import_writes_nothing(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    cli("import", papers, "--archive", archive)
    before = fingerprint(archive)
    stamps = {path: path.stat().st_mtime_ns for path in archive.rglob("*.db")}
    done = cli("import", papers, "--archive", archive, "--json")
    assert done.returncode == 0
    assert report(done)["changes"] == {"unchanged": 3}
    assert {k: v for k, v in fingerprint(archive).items() if k != "archive.lock"} == {
        k: v for k, v in before.items() if k != "archive.lock"
    }
    assert stamps == {path: path.stat().st_mtime_ns for path in archive.rglob("*.db")}


def test_reading_again_with_the_same_result_writes_nothing(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    cli("import", papers, "--archive", archive, "--no-render")
    before = (archive / DATABASE).read_bytes()
    done = cli("import", papers, "--archive", archive, "--again", "all", "--no-render", "--json")
    assert report(done)["changes"] == {"unchanged": 3}
    assert (archive / DATABASE).read_bytes() == before


def test_the_order_of_import_has_no_say(cli: Cli, papers: Path, tmp_path: Path) -> None:
    files = [papers / "a.pdf", papers / "b.PDF", papers / "2014" / "c.pdf"]
    cli("import", *files, "--archive", tmp_path / "one", "--no-render", "--jobs", "1")
    for file in reversed(files):
        cli("import", file, "--archive", tmp_path / "two", "--no-render")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_copies_renames_and_new_versions(cli: Cli, papers: Path, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"

    def changes(*paths: Path) -> dict[str, int]:
        return dict(
            report(cli("import", *(paths or (papers,)), "--archive", archive, "--no-render", "--json"))["changes"]
        )

    def documents() -> list[str]:
        lies = "EXISTS (SELECT 1 FROM file_name n WHERE n.source_file = d.source_file AND n.current = 1)"
        return [key for (key,) in rows(archive, f"SELECT id FROM document d WHERE {lies} ORDER BY id")]

    shutil.copy(papers / "a.pdf", papers / "copy.pdf")
    assert changes() == {"new": 3, "duplicate": 1}
    ids = documents()
    assert len(ids) == 3

    shutil.copy(papers / "b.PDF", papers / "later copy.pdf")
    (papers / "2014" / "c.pdf").rename(papers / "2014" / "renamed.pdf")
    assert changes() == {"unchanged": 4, "duplicate": 1}
    assert documents() == ids
    current = rows(archive, "SELECT name FROM file_name WHERE current = 1 ORDER BY name")
    assert [name for (name,) in current] == ["a.pdf", "b.PDF", "copy.pdf", "later copy.pdf", "renamed.pdf"]

    first = (papers / "2014" / "renamed.pdf").read_bytes()
    minutes(papers / "2014" / "renamed.pdf", note="Rettet versjon")
    assert changes() == {"unchanged": 4, "new_version": 1}
    assert len(documents()) == 3
    assert rows(archive, "SELECT count(*) FROM file_name WHERE name = 'renamed.pdf'") == [(2,)]

    (papers / "2014" / "renamed.pdf").write_bytes(first)
    assert changes() == {"unchanged": 4, "new_version": 1}
    assert documents() == ids


def scan(path: Path) -> Path:
    """A PDF of one page that is only a picture of text."""
    page = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(page).text((100, 100), "Referat fra møte 3. mars 2014", fill=0, font_size=40)
    page.save(path, "PDF", resolution=150)
    return path


@pytest.fixture
def bad(tmp_path: Path, minutes: SamplePdf) -> dict[str, Path]:
    """One of each kind of bad input, by the issue that it must give."""
    folder = tmp_path / "bad"
    (folder / "folder.pdf").mkdir(parents=True)
    minutes(folder / "folder.pdf" / "inside.pdf", note="inside")
    good = minutes(folder / "whole.pdf", note="whole")
    (folder / "not.pdf").write_text("Dette er bare tekst, ingen PDF.")
    (folder / "empty.pdf").touch()
    (folder / "cut.pdf").write_bytes(good.read_bytes()[:400])
    with pikepdf.open(good) as pdf:
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    os.mkfifo(folder / "pipe.pdf")
    return {
        "not_pdf": folder / "not.pdf",
        "empty_file": folder / "empty.pdf",
        "damaged": folder / "cut.pdf",
        "encrypted": folder / "locked.pdf",
        "unreadable": folder / "loop.pdf",
        "unsupported": folder / "pipe.pdf",
        "missing": folder / "gone.pdf",
        "needs_ocr": scan(folder / "scan.pdf"),
    }


STATUS = {
    "not_pdf": "unsupported",
    "empty_file": "damaged",
    "damaged": "damaged",
    "encrypted": "encrypted",
    "missing": "damaged",
    "unreadable": "damaged",
    "unsupported": "unsupported",
    "needs_ocr": "needs_ocr",
}

NO_PROGRAMS = {"PATH": "/nonexistent"}


def test_bad_input_is_stored_with_advice_and_the_rest_goes_on(cli: Cli, bad: dict[str, Path], tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", tmp_path / "bad"
    done = cli("import", folder, bad["missing"], "--archive", archive, "--json", env=NO_PROGRAMS)
    assert done.returncode == 1, done.stderr
    said = report(done)
    found = {Path(entry["path"]).name: entry for entry in said["attention"]}
    assert {code: found[path.name]["outcome"] for code, path in bad.items()} == STATUS
    stored = rows(
        archive,
        "SELECT n.name, i.code, i.message FROM issue i JOIN file_name n ON n.source_file = i.source_file "
        "WHERE i.severity <> 'note' AND n.name NOT IN ('whole.pdf', 'inside.pdf')",
    )
    assert {(bad[code].name, code) for code in bad} <= {(name, code) for name, code, _ in stored}
    assert all(found[path.name]["message"] for path in bad.values())
    assert {
        name for (name,) in rows(archive, "SELECT n.name FROM document d JOIN file_name n USING (source_file)")
    } >= {
        "whole.pdf",
        "inside.pdf",
    }
    shown = cli("status", "--archive", archive)
    assert all(path.name in shown.stdout for path in bad.values())

    before = (archive / DATABASE).read_bytes()
    again = cli("import", folder, bad["missing"], "--archive", archive, "--json", env=NO_PROGRAMS)
    assert again.returncode == 1
    assert report(again)["changes"] == {"unchanged": len(bad) + 2}
    assert (archive / DATABASE).read_bytes() == before


def test_a_path_given_in_error_is_forgotten(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert cli("import", papers / "typo.pdf", "--archive", archive, "--no-render").returncode == 1
    assert rows(archive, "SELECT outcome FROM source_file") == [("damaged",)]
    assert cli("import", papers, "--archive", archive, "--no-render").returncode == 0
    assert rows(archive, "SELECT count(*) FROM source_file") == [(3,)]


def test_a_missing_file_that_turns_up(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    archive, file = tmp_path / "archive", tmp_path / "late.pdf"
    cli("import", file, "--archive", archive, "--no-render")
    minutes(file)
    done = cli("import", file, "--archive", archive, "--no-render", "--json")
    assert report(done)["changes"] == {"new_version": 1}
    assert rows(archive, "SELECT count(*), min(length(id)) FROM source_file") == [(1, 64)]


def test_a_scan_is_read_once_there_is_ocr(cli: Cli, tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("program missing: tesseract")
    archive, file = tmp_path / "archive", scan(tmp_path / "scan.pdf")
    waiting = cli("import", file, "--archive", archive, "--no-render", "--json", env=NO_PROGRAMS)
    assert (waiting.returncode, report(waiting)["outcomes"]) == (0, {"needs_ocr": 1})
    done = cli("import", file, "--archive", archive, "--no-render", "--json")
    assert "needs_ocr" not in report(done)["outcomes"]
    assert "Referat" in rows(archive, "SELECT text FROM page")[0][0]


def test_names_that_are_no_utf8(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    plain = minutes(tmp_path / "plain.pdf")
    odd = os.fsencode(tmp_path) + b"/m\xf8te.pdf"
    os.rename(os.fsencode(plain), odd)
    done = cli("import", tmp_path, "--archive", tmp_path / "archive", "--json")
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "archive", "SELECT name FROM file_name") == [("møte.pdf",)]
    again = cli("import", tmp_path, "--archive", tmp_path / "archive", "--json")
    assert report(again)["changes"] == {"unchanged": 1}


def many(folder: Path, minutes: SamplePdf, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        minutes(folder / f"{number:03}.pdf", note=f"nummer {number}")
    return folder


def start(folder: Path, archive: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("import", folder, "--archive", archive, "--no-render", "--jobs", "2"),
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )


def wait_for(process: subprocess.Popen[str], mark: str) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(mark):
            return
    raise AssertionError(f"ended before {mark}")


@pytest.mark.parametrize("mark", ["[1/", "[9/", "[23/"])
def test_a_killed_import_leaves_whole_files_and_the_next_one_completes_it(
    cli: Cli, tmp_path: Path, minutes: SamplePdf, mark: str
) -> None:
    folder, archive = many(tmp_path / "papers", minutes, 24), tmp_path / "archive"
    with start(folder, archive) as process:
        wait_for(process, mark)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    content(archive)  # sound in itself
    partial = rows(
        archive, "SELECT count(*) FROM source_file s WHERE NOT EXISTS (SELECT 1 FROM page WHERE source_file = s.id)"
    )
    assert partial == [(0,)]
    done = cli("import", folder, "--archive", archive, "--no-render")
    assert done.returncode == 0, done.stderr
    cli("import", folder, "--archive", tmp_path / "undisturbed", "--no-render")
    assert content(archive) == content(tmp_path / "undisturbed")
    assert rows(archive, "SELECT count(*) FROM run WHERE finished IS NULL") == [(0,)]


def test_ctrl_c_finishes_what_is_in_hand(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    folder, archive = many(tmp_path / "papers", minutes, 120), tmp_path / "archive"
    with start(folder, archive) as process:
        wait_for(process, "[2/")
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        rest = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in rest and "run the same command again" in rest
    (stored,) = rows(archive, "SELECT count(*) FROM source_file")[0]
    assert 2 <= stored < 120
    assert rows(archive, "SELECT count(*) FROM run WHERE finished IS NULL") == [(0,)]
    content(archive)
    done = cli("import", folder, "--archive", archive, "--no-render", "--json")
    assert report(done)["changes"] == {"unchanged": stored, "new": 120 - stored}


def test_two_writers(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    with lock(archive, create=True):
        start = time.monotonic()
        done = cli("import", papers, "--archive", archive)
        assert time.monotonic() - start < 5
    assert done.returncode == 5
    assert "another process" in done.stderr and "Traceback" not in done.stderr


def test_a_damaged_archive_is_refused_untouched(cli: Cli, papers: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    cli("import", papers, "--archive", archive, "--no-render")
    file = archive / DATABASE
    data = bytearray(file.read_bytes())
    data[8192:40960] = bytes(len(data[8192:40960]))
    file.write_bytes(data)
    done = cli("import", papers, "--archive", archive)
    assert done.returncode == 4
    assert "damaged" in done.stderr and "Traceback" not in done.stderr
    assert file.read_bytes() == bytes(data)
    for arguments in (("search", "referat"), ("status",)):
        assert cli(*arguments, "--archive", archive).returncode in (0, 4, 6)
