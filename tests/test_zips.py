"""Zip archives: what stands in them comes in by a steady name, and a hostile one costs only itself."""

from __future__ import annotations

import os
import re
import shutil
import signal
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from pipeline.importing import UNPACKED
from pipeline.intake import zip_index
from pipeline.intake.gone import archive_of, is_gone
from pipeline.intake.media import refusal
from pipeline.intake.sources import SUFFIXES
from pipeline.intake.zips import Zips
from pipeline.model import Status
from tests.archives import Files, locked, look, pack, packed, symlink
from tests.conftest import Cli, SamplePdf, command, environment
from tests.test_import import content, fingerprint, report, rows, wait_for


def why(path: Path, *passwords: str) -> dict[str, tuple[Status, str] | None]:
    return {os.path.relpath(source.path, path): refusal(source) for source in look(path, *passwords)}


@pytest.fixture
def papers(tmp_path: Path, minutes: SamplePdf) -> Files:
    """Minutes by the names that they have in an archive."""
    return {
        name: minutes(tmp_path / "made.pdf", note=name).read_bytes() for name in ("a.pdf", "2014/b.PDF", "2014/c d.pdf")
    }


def test_an_archive_stands_for_its_documents(cli: Cli, tmp_path: Path, papers: Files, minutes: SamplePdf) -> None:
    folder, archive = tmp_path / "papers", tmp_path / "archive"
    folder.mkdir()
    minutes(folder / "plain.pdf", note="plain")
    extra = {"notes.csv": b"x", ".hidden.pdf": b"%PDF-1.4", "__MACOSX/._a.pdf": b"x", "2014/": b""}
    pack(folder / "old.ZIP", papers | extra | {"inner.zip": packed({"d.pdf": papers["a.pdf"] + b"\n%d"})})
    before = fingerprint(folder)
    done = cli("import", folder, "--archive", archive, "--json")
    assert done.returncode == 0, done.stderr
    assert report(done)["changes"] == {"new": 5}
    paths = [path for (path,) in rows(archive, "SELECT path FROM file_name ORDER BY path")]
    inside = ("2014/b.PDF", "2014/c d.pdf", "a.pdf", "inner.zip/d.pdf")
    assert paths == [*(f"{folder}/old.ZIP/{name}" for name in inside), str(folder / "plain.pdf")]
    assert rows(archive, "SELECT count(*), count(DISTINCT id) FROM document") == [(5, 5)]
    assert fingerprint(folder) == before
    assert not (archive / UNPACKED).exists()
    pages = "".join(page.read_text("utf-8") for page in (archive / "site").rglob("*.html"))
    assert 'papers/old.ZIP"' in pages and "old.ZIP#page=" not in pages, "what a browser can open is the archive"
    assert not re.search(r'href="[^"]*old\.ZIP/', pages)

    state = {path: path.stat().st_mtime_ns for path in archive.rglob("*.db")}
    again = cli("import", folder, "--archive", archive, "--json")
    assert report(again)["changes"] == {"unchanged": 5}
    assert state == {path: path.stat().st_mtime_ns for path in archive.rglob("*.db")}


def test_the_same_documents_unpacked_are_the_same(cli: Cli, tmp_path: Path, papers: Files) -> None:
    pack(tmp_path / "x.zip", papers)
    cli("import", tmp_path / "x.zip", "--archive", tmp_path / "one", "--no-render")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    cli("import", tmp_path / "unpacked", "--archive", tmp_path / "two", "--no-render")

    def said(archive: Path) -> list[str]:
        return [line for line in content(archive) if not line.startswith("file_name")]

    assert said(tmp_path / "one") == said(tmp_path / "two")
    done = cli("import", tmp_path / "unpacked", "--archive", tmp_path / "one", "--no-render", "--json")
    assert report(done)["changes"] == {"duplicate": 3}, "the archive still stands beside them"


def test_what_has_left_an_archive_is_gone(cli: Cli, tmp_path: Path, papers: Files) -> None:
    file, archive = tmp_path / "x.zip", tmp_path / "archive"
    pack(file, papers)
    cli("import", file, "--archive", archive, "--no-render")
    assert not is_gone(f"{file}/a.pdf") and is_gone(f"{file}/b.pdf") and is_gone(f"{tmp_path}/none.zip/a.pdf")
    pack(file, {"renamed.pdf": papers["a.pdf"], "2014/b.PDF": papers["2014/b.PDF"]})
    os.utime(file, ns=(1, 1))
    assert is_gone(f"{file}/a.pdf") and not is_gone(f"{file}/renamed.pdf")
    done = cli("import", file, "--archive", archive, "--no-render", "--json")
    assert report(done)["changes"] == {"unchanged": 2}, "a renamed file in an archive is a renamed file"
    file.unlink()
    assert is_gone(f"{file}/2014/b.PDF")


def test_an_archive_that_can_be_opened_at_last(cli: Cli, tmp_path: Path, papers: Files) -> None:
    folder, archive = tmp_path / "papers", tmp_path / "archive"
    folder.mkdir()
    data = packed({"a.pdf": papers["a.pdf"]})
    (folder / "x.zip").write_bytes(data[:-30])
    (folder / "y.zip").write_bytes(locked(packed({"b.pdf": papers["2014/b.PDF"]}), b"inner.zip", b"ord"))
    (tmp_path / "words").write_text("ord\n")
    line = ("import", folder, "--archive", archive, "--no-render", "--json")
    assert report(cli(*line))["outcomes"] == {"damaged": 1, "encrypted": 1}
    (folder / "x.zip").write_bytes(data)
    done = cli(*line, "--password-file", tmp_path / "words")
    assert done.returncode == 0, done.stderr
    current = rows(archive, "SELECT path FROM file_name WHERE current = 1 ORDER BY 1")
    assert current == [(f"{folder}/x.zip/a.pdf",), (f"{folder}/y.zip/inner.zip/b.pdf",)]


def test_an_office_file_is_a_document(cli: Cli, tmp_path: Path) -> None:
    import docx

    paper = docx.Document()
    paper.add_paragraph("Referat fra styremøte i Lia vel 12. mars 2014")
    paper.save(tmp_path / "a.docx")
    shutil.copy(tmp_path / "a.docx", tmp_path / "named.zip")
    data = (tmp_path / "a.docx").read_bytes()
    pack(tmp_path / "x.zip", {"a.docx": data, "b.docx": data + b""})
    kinds = {source.media_type for name in ("x.zip", "named.zip") for source in look(tmp_path / name)}
    assert len(kinds) == 1 and "wordprocessingml" in kinds.pop()
    done = cli("import", tmp_path / "x.zip", "--archive", tmp_path / "archive", "--no-render", "--json")
    assert report(done)["outcomes"] == {"ok": 2}, done.stderr


def test_links_and_archives_too_deep_are_named(tmp_path: Path) -> None:
    deep = packed({"b.zip": packed({"c.zip": packed({"d.pdf": b"%PDF-1.4"}), "e.pdf": b"%PDF-1.4"})})
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        symlink(archive, "link.pdf", "/etc/passwd")
        archive.writestr("a.zip", deep)
    assert why(tmp_path / "x.zip") == {
        "a.zip/b.zip": (Status.UNSUPPORTED, "deep_zip"),
        "link.pdf": (Status.UNSUPPORTED, "unsupported"),
    }
    assert is_gone(f"{tmp_path}/x.zip/a.zip/gone.pdf") and not is_gone(f"{tmp_path}/x.zip/a.zip/b.zip/e.pdf")


def test_a_bomb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(tmp_path / "x.zip", {"bomb.pdf": b"%PDF-1.4" + bytes(64 << 20), "good.pdf": b"%PDF-1.4"})
    assert why(tmp_path / "x.zip") == {"bomb.pdf": (Status.MEMORY, "zip_bomb"), "good.pdf": None}
    monkeypatch.setattr(zip_index, "TOTAL", 1000)
    pack(tmp_path / "y.zip", {f"{n}.pdf": bytes(10_000) for n in range(20)} | {"z.zip": packed({"a.pdf": b"%PDF-1.4"})})
    assert why(tmp_path / "y.zip") == {".": (Status.MEMORY, "zip_bomb")}
    monkeypatch.undo()
    monkeypatch.setattr(zip_index, "MOST_MEMBERS", 10)
    inner = packed({f"{n}.pdf": b"%PDF-1.4" for n in range(8)})
    pack(tmp_path / "z.zip", {"a.zip": inner, "b.zip": inner})
    found = why(tmp_path / "z.zip")
    assert len(found) == 9 and found["b.zip"] == (Status.MEMORY, "zip_bomb"), "what is within counts too"


@pytest.mark.parametrize("wide", [False, True])
def test_a_table_of_contents_that_fills_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide: bool
) -> None:
    monkeypatch.setattr(zip_index, "MOST_INDEX", 5000)
    data = packed({f"{n:040}.pdf": b"" for n in range(100)})
    if wide:
        at = data.rindex(b"PK\x05\x06")
        size, start = struct.unpack_from("<II", data, at + 12)
        end = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 100, 100, size, start)
        locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1)
        ends = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
        data = data[:at] + end + locator + ends
    (tmp_path / "x.zip").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert len(archive.infolist()) == 100
    assert why(tmp_path / "x.zip") == {".": (Status.MEMORY, "zip_bomb")}


def test_damaged_ones_say_so(tmp_path: Path) -> None:
    data = packed({"a.pdf": b"%PDF-1.4" + os.urandom(5000), "b.pdf": b"%PDF-1.4"})
    (tmp_path / "cut.zip").write_bytes(data[:3000])
    (tmp_path / "page.zip").write_text("<html>404</html>")
    (tmp_path / "none.zip").write_bytes(packed({"a.csv": b"x"}))
    (tmp_path / "void.zip").write_bytes(packed({}))
    (tmp_path / "empty.zip").touch()
    flipped = bytearray(data)
    flipped[2000] ^= 1
    (tmp_path / "flip.zip").write_bytes(flipped)
    damaged = (Status.DAMAGED, "damaged_zip")
    assert why(tmp_path / "cut.zip") == why(tmp_path / "page.zip") == {".": damaged}
    assert why(tmp_path / "none.zip") == why(tmp_path / "void.zip") == {".": (Status.UNSUPPORTED, "empty_zip")}
    assert why(tmp_path / "empty.zip") == {".": (Status.DAMAGED, "empty_file")}
    assert why(tmp_path / "flip.zip") == {"a.pdf": damaged, "b.pdf": None}


def test_locked_files_open_with_the_password(cli: Cli, tmp_path: Path, papers: Files) -> None:
    file, archive = tmp_path / "x.zip", tmp_path / "archive"
    file.write_bytes(locked(papers["a.pdf"], b"a.pdf", "blåbær".encode("cp1252")))
    assert why(file) == why(file, "feil") == {"a.pdf": (Status.ENCRYPTED, "encrypted")}
    assert why(file, "feil", "blåbær") == {"a.pdf": None}
    done = cli("import", file, "--archive", archive, "--no-render", "--json")
    assert (done.returncode, report(done)["outcomes"]) == (1, {"encrypted": 1})
    (tmp_path / "words").write_text("feil\nblåbær\n", "utf-8")
    done = cli("import", file, "--archive", archive, "--no-render", "--json", "--password-file", tmp_path / "words")
    assert (done.returncode, sum(report(done)["outcomes"].values())) == (0, 1), done.stderr
    assert rows(archive, "SELECT count(*) FROM document") == [(1,)]
    outer = tmp_path / "y.zip"
    pack(outer, {"inner.zip": packed({"a.pdf": b"%PDF-1.4"})})
    outer.write_bytes(locked(packed({"b.pdf": b"%PDF-1.4"}), b"inner.zip", b"x"))
    assert why(outer) == {"inner.zip": (Status.ENCRYPTED, "encrypted")}
    assert why(outer, "x") == {"inner.zip/b.pdf": None}


def test_a_kill_leaves_nothing_that_the_next_run_does_not_clear(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    made = {f"{n:03}.pdf": minutes(tmp_path / "made.pdf", note=str(n)).read_bytes() for n in range(60)}
    file = pack(tmp_path / "x.zip", made)
    line = command("import", file, "--archive", archive, "--no-render", "--jobs", "2")
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        wait_for(process, "[5/")
        process.send_signal(signal.SIGKILL)
    left = list((archive / UNPACKED).iterdir())
    assert left and all(path.name.isdigit() for path in left)
    done = cli("import", file, "--archive", archive, "--no-render")
    assert done.returncode == 0, done.stderr
    assert not (archive / UNPACKED).exists()
    cli("import", file, "--archive", tmp_path / "undisturbed", "--no-render")
    assert content(archive) == content(tmp_path / "undisturbed")


def test_few_files_lie_unpacked_at_a_time(tmp_path: Path) -> None:
    pack(tmp_path / "x.zip", {f"{n}.pdf": b"%PDF-1.4" + bytes([n]) for n in range(9)})
    with Zips(tmp_path / "held") as zips:
        for place in zips.places(str(tmp_path / "x.zip"), SUFFIXES):
            source = zips.hold(zips.identify(place))
            assert Path(source.at).read_bytes()[:8] == b"%PDF-1.4"
            assert source.at != source.path
            zips.drop(source)
            assert not list((tmp_path / "held").iterdir())
    assert not (tmp_path / "held").exists()


def test_copies_of_originals(cli: Cli, tmp_path: Path, papers: Files) -> None:
    pack(tmp_path / "x.zip", papers)
    line = ("import", tmp_path / "x.zip", "--archive", tmp_path / "archive", "--no-render", "--copy-originals")
    assert cli(*line).returncode == 0
    copies = [path.read_bytes() for path in (tmp_path / "archive" / "originals").rglob("*.pdf")]
    assert sorted(copies) == sorted(papers.values())
    assert cli(*line).returncode == 0 and not (tmp_path / "archive" / UNPACKED).exists()


def test_which_archive_a_path_lies_in(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    assert archive_of(f"{tmp_path}/folder.zip/a.pdf") is None
    assert archive_of(f"{tmp_path}/folder.zip/b.ZIP/c.zip/a.pdf") == f"{tmp_path}/folder.zip/b.ZIP"
    assert archive_of("/x/a.zip") is None
