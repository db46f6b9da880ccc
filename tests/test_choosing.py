"""What an import takes: patterns, lists of files, links."""

from __future__ import annotations

import io
import os
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import Exit
from pipeline.intake.lists import BadList, read_list
from pipeline.intake.media import refusal
from pipeline.intake.patterns import Patterns
from pipeline.intake.sources import Sources
from pipeline.intake.zips import Zips
from pipeline.model import Status
from tests.conftest import Cli, SamplePdf, command, environment
from tests.test_import import report
from tests.test_intake import touch


@pytest.mark.parametrize(
    ("include", "exclude", "path", "taken"),
    [
        ([], [], "a.pdf", True),
        (["*.pdf"], [], "x/A.PDF", True),
        (["*.pdf"], [], "x/a.docx", False),
        (["2014"], [], "x/2014/deep/a.pdf", True),
        (["2014"], [], "x/2015/2014.pdf", False),
        (["x/*.pdf"], [], "x/y/a.pdf", True),
        (["y/*.pdf"], [], "x/y/a.pdf", False),
        (["./x/"], [], "x/a.pdf", True),
        ([], ["KLADD"], "x/kladd/a.pdf", False),
        ([], ["x/2003"], "x/2003/a.pdf", False),
        ([], ["x/2003"], "y/x/2003/a.pdf", True),
        ([], ["møte*"], unicodedata.normalize("NFD", "Møte 3.pdf"), False),
        ([], [unicodedata.normalize("NFD", "årsmøte*")], "ÅRSMØTE.pdf", False),
        ([], ["m?te.pdf"], os.fsdecode(b"m\xf8te.pdf"), False),
        ([], ["[ab].pdf"], "b.pdf", False),
        (["*.pdf"], ["a*"], "a.pdf", False),
        ([], ["old.zip/x/*"], "old.zip/x/a.pdf", False),
        ([], ["a(.pdf"], "a(.pdf", False),
        ([], ["line*"], "line\nbreak.pdf", False),
    ],
)
def test_patterns(include: list[str], exclude: list[str], path: str, taken: bool) -> None:
    assert Patterns(include, exclude).take(path) == taken


def test_what_is_left_out_is_counted_and_what_is_named_is_taken(tmp_path: Path) -> None:
    for name in ("a.pdf", "kladd/b.pdf", "kladd/c.pdf", "d.docx"):
        touch(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        for name in ("e.pdf", "kladd/f.pdf"):
            archive.writestr(name, "%PDF-1.4")

    def found(*given: Path) -> tuple[list[str], int]:
        sources = Sources(given, Patterns(["*.pdf"], ["kladd"]))
        return [os.path.relpath(place.path, tmp_path) for place in sources.places()], sources.left_out

    assert found(tmp_path) == (["a.pdf", "old.zip/e.pdf"], 4)
    assert found(tmp_path / "old.zip") == (["old.zip/e.pdf"], 1)
    assert found(tmp_path / "kladd" / "b.pdf", tmp_path / "d.docx") == (["kladd/b.pdf", "d.docx"], 0)


def test_patterns_on_the_command_line_and_in_the_settings(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    papers, archive = tmp_path / "papers", tmp_path / "archive"
    papers.mkdir()
    archive.mkdir()
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        minutes(papers / name, note=name)
    (archive / "referat.toml").write_text('exclude = ["a*"]')
    line = ("import", papers, "--archive", archive, "--no-render", "--json")
    assert (report(done := cli(*line))["changes"], report(done)["left_out"]) == ({"new": 2}, 1)
    assert "1 left out by --include and --exclude" in done.stderr
    said = report(cli(*line, "--exclude", "b*", "--exclude", "c*"))
    assert (said["changes"], said["left_out"]) == ({"new": 1}, 2), "the command line's list stands for the file's"


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"a.pdf\nb c.pdf\n\n", ["a.pdf", "b c.pdf"]),
        (b"\xef\xbb\xbfa.pdf\r\nb c.pdf\r\n", ["a.pdf", "b c.pdf"]),
        (b"a.pdf\0line\nbreak.pdf\0", ["a.pdf", "line\nbreak.pdf"]),
        ("møte.pdf\n".encode(), ["møte.pdf"]),
        ("møte.pdf\n".encode("latin-1"), ["møte.pdf"]),
        ("møte.pdf\n".encode("cp865"), ["møte.pdf"]),
        ("møte.pdf\r\na.pdf\r\n".encode("utf-16"), ["møte.pdf", "a.pdf"]),
        (unicodedata.normalize("NFD", "møte å.pdf").encode(), ["møte å.pdf"]),
        (b"r\xf8d.pdf\n", [os.fsdecode(b"r\xf8d.pdf")]),
        (b"  a.pdf  \n", ["a.pdf"]),
        (b" space.pdf\n", [" space.pdf"]),
        (b"gone.pdf\n", ["gone.pdf"]),
        (b"", []),
    ],
)
def test_lists_of_files(tmp_path: Path, data: bytes, names: list[str]) -> None:
    there = ("a.pdf", "b c.pdf", "line\nbreak.pdf", "møte.pdf", "møte å.pdf", " space.pdf", os.fsdecode(b"r\xf8d.pdf"))
    for name in there:
        touch(tmp_path / name)
    (tmp_path / "list.txt").write_bytes(data)
    assert read_list(str(tmp_path / "list.txt"), io.BytesIO()) == [str(tmp_path / name) for name in names]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "none"):
        with pytest.raises(BadList):
            read_list(str(name), io.BytesIO())


def test_lists_on_the_command_line(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.pdf", "b\nb.pdf", "c.pdf"):
        minutes(folder / name, note=name)
    (folder / "list").write_text("a.pdf\ngone.pdf\n")
    line = ("--no-render", "--json", "--archive", tmp_path / "archive")
    done = cli("import", "--files-from", folder / "list", *line)
    assert done.returncode == Exit.FAILURES_LISTED
    assert report(done)["changes"] == {"new": 2}
    piped = subprocess.run(
        command("import", "--files-from", "-", "--null", *line),
        input=b"b\nb.pdf\0c.pdf\0",
        capture_output=True,
        env=environment(),
        cwd=folder,
        check=False,
    )
    assert piped.returncode == 0, piped.stderr
    assert b'"new": 2' in piped.stdout
    assert cli("import", "--files-from", tmp_path / "none", *line).returncode == Exit.USAGE
    nothing = cli("import", *line)
    assert nothing.returncode == Exit.USAGE and "--files-from" in nothing.stderr


def test_links_are_followed_within_the_folder_only(tmp_path: Path) -> None:
    folder, outside = tmp_path / "papers", tmp_path / "outside"
    touch(folder / "real.pdf")
    touch(outside / "secret.pdf")
    touch(tmp_path / "papers2" / "near.pdf")
    (folder / "in.pdf").symlink_to("real.pdf")
    (folder / "out.pdf").symlink_to(outside / "secret.pdf")
    (folder / "near.pdf").symlink_to(tmp_path / "papers2" / "near.pdf")
    (folder / "out").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    (folder / "dangling.pdf").symlink_to("nowhere.pdf")
    (folder / "loop.pdf").symlink_to("loop.pdf")
    zips = Zips()

    def why(path: Path) -> dict[str, tuple[Status, str] | None]:
        found = [zips.identify(place) for place in Sources([path]).places()]
        return {os.path.relpath(source.path, path): refusal(source) for source in found}

    out = (Status.UNSUPPORTED, "link_out")
    assert why(folder) == {
        "real.pdf": None,
        "in.pdf": None,
        "out.pdf": out,
        "near.pdf": out,
        "out": out,
        "dangling.pdf": (Status.DAMAGED, "missing"),
        "loop.pdf": (Status.DAMAGED, "unreadable"),
    }
    assert why(folder / "out.pdf") == {".": None}, "a person has named it"
    (tmp_path / "link").symlink_to(folder)
    assert why(tmp_path / "link")["real.pdf"] is None, "the folder given may be a link itself"
