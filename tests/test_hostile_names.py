"""Files that are called anything, on a real disk: they come in, are shown without harm, and name no file of ours."""

from __future__ import annotations

import csv
import json
import os
import re
import socket
import stat
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from lxml import html

from tests.conftest import SamplePdf, command, environment
from tests.test_import import rows

NAMES = {
    "script": b"<script>alert(1).pdf",
    "attribute": b'a" onmouseover="alert(1).pdf',
    "entity": b"&lt;b&amp;.pdf",
    "template": b"{{ 7*7 }}{% raw %}.pdf",
    "newline": b"line\nbreak.pdf",
    "tab": b"tab\tstop.pdf",
    "formula": b"=cmd|'.pdf",
    "sum": b"+1-1@a.pdf",
    "long": b"x" * 251 + b".pdf",
    "emoji": "\U0001f4c4\U0001f468\u200d\U0001f469.pdf".encode(),
    "NFD": unicodedata.normalize("NFD", "møte på Ås.pdf").encode(),
    "latin-1": b"m\xf8te p\xe5 \xc5s.pdf",
    "bidi": "a\u202efdp.exe\u2066.pdf".encode(),
    "ANSI": b"\x1b[2J\x1b[31mred\x07.pdf",
    "C1": "\x9b31mred.pdf".encode(),
    "raw C1": b"\x9b31mred.pdf",
    "address": b"%2e%2e%2fx?y=1#page=2.pdf",
    "option": b"--help.pdf",
    "windows": b"a\\..\\x.pdf",
    "escape": b"lit\\xe5.pdf",
    "device": b"CON.pdf",
    "scheme": b"javascript:alert(1).pdf",
    "spaces": b" a .pdf",
    "mark": "\ufeffbom.pdf".encode(),
    "only": b"\x01\x02.pdf",
    "surrogate": b"\xed\xa0\x80.pdf",
}
"""Names of good files."""
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, minutes: SamplePdf) -> Path:
    """A folder of good files with bad names, and of what is no file."""
    base = tmp_path_factory.mktemp("hostile")
    folder = os.fsencode(base / "papers")
    os.mkdir(folder)
    for label, name in NAMES.items():
        data = minutes(base / "made.pdf", note=label).read_bytes()
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    papers = base / "papers"
    (papers / "folder.pdf").mkdir()
    minutes(papers / "folder.pdf" / "inside.pdf", note="inside")
    minutes(base / "secret.pdf", note="secret")
    with zipfile.ZipFile(papers / "z.zip", "w") as archive:
        archive.write(minutes(base / "made.pdf", note="zip"), "../../x.pdf")
        archive.write(minutes(base / "made.pdf", note="ansi"), "\x1b[31m/\u202ered\n.pdf")
    os.mkfifo(papers / "fifo.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        # The path of a socket may be no longer than 107 bytes.
        here = os.getcwd()
        os.chdir(papers)
        listener.bind("socket.pdf")
        os.chdir(here)
    (papers / "out.pdf").symlink_to(base / "secret.pdf")
    (papers / "dangling.pdf").symlink_to("nowhere\n\x1b[31m.pdf")
    (papers / "loop.pdf").symlink_to("loop.pdf")
    return base


BAD = {
    "fifo.pdf": "unsupported",
    "socket.pdf": "unsupported",
    "out.pdf": "unsupported",
    "dangling.pdf": "damaged",
    "loop.pdf": "damaged",
}
GOOD = len(NAMES) + 3


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command(*arguments), capture_output=True, env=environment(), timeout=300, check=False)


@pytest.fixture(scope="module")
def imported(hostile: Path) -> subprocess.CompletedProcess[bytes]:
    return run("import", hostile / "papers", "--archive", hostile / "archive")


def test_all_come_in_or_are_named(hostile: Path, imported: subprocess.CompletedProcess[bytes]) -> None:
    assert imported.returncode == 1, imported.stderr
    found = rows(
        hostile / "archive", "SELECT n.name, s.outcome FROM file_name n JOIN source_file s ON s.id = n.source_file"
    )
    assert {name: outcome for name, outcome in found if not outcome.startswith("ok")} == BAD
    assert len(found) == GOOD + len(BAD)
    assert rows(hostile / "archive", "SELECT count(*) FROM document") == [(GOOD,)]
    again = run("import", hostile / "papers", "--archive", hostile / "archive", "--json")
    assert json.loads(again.stdout)["changes"] == {"unchanged": GOOD + len(BAD)}


def test_nothing_that_a_terminal_obeys(hostile: Path, imported: subprocess.CompletedProcess[bytes]) -> None:
    archive = ("--archive", hostile / "archive")
    texts = [imported.stderr, imported.stdout]
    for line in (
        ("status", *archive),
        ("status", *archive, "--json"),
        ("search", "container", *archive, "--limit", "99"),
        ("search", "container", *archive, "--limit", "99", "--json"),
        ("digest", "2014", *archive, "--stdout"),
        ("import", hostile / "papers", *archive, "--json"),
        ("import", hostile / "papers", *archive, "--dry-run"),
        ("import", hostile / "papers", *archive, "--dry-run", "--json"),
        ("import", hostile / "none\x1b[31m\n", "--archive", hostile / "other", "--no-render"),
        ("explain", hostile / "none\x1b[31m\n"),
        ("status", "--archive", hostile / "none\x1b[31m"),
        ("search", "\x1b[31m\u202e", *archive),
    ):
        done = run(*line)
        assert done.returncode in (0, 1, 3, 6), done.stderr
        texts += [done.stdout, done.stderr]
    shown = [text.decode("utf-8") for text in texts]
    assert [found for text in shown for found in UNSAFE.findall(text)] == []
    listed = run("import", hostile / "papers", *archive, "--dry-run").stdout.decode().splitlines()
    assert len(listed) == GOOD + len(BAD), "a line for each file, whatever its name"


def test_pages_show_names_as_words_and_open_the_files(
    hostile: Path, imported: subprocess.CompletedProcess[bytes]
) -> None:
    site = hostile / "archive" / "site"
    opened = set()
    pages = list(site.rglob("*.html"))
    for page in pages:
        text = page.read_text("utf-8")
        assert UNSAFE.findall(text) == []
        tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        assert not tree.xpath("//script") and not tree.xpath("//@onmouseover") and "49.pdf" not in text
        for link in tree.xpath("//a/@href"):
            parts = urlsplit(link)
            assert parts.scheme in ("", "file") and not parts.netloc
            target = os.path.normpath(os.path.join(os.fsencode(page.parent), unquote_to_bytes(parts.path)))
            if not parts.path:
                continue
            if not target.startswith(os.fsencode(site) + b"/"):
                opened.add(target)
            elif not os.path.exists(target):
                raise AssertionError(f"{page}: {link}")
    folder = os.fsencode(hostile / "papers")
    assert opened >= {os.path.join(folder, name) for name in NAMES.values()} | {folder + b"/z.zip"}
    assert all(os.path.lexists(path) for path in opened)
    shown = "".join(html.fromstring(page.read_bytes()).text_content() for page in pages)
    for name in ("<script>alert(1).pdf", '" onmouseover="alert(1).pdf', "&lt;b&amp;.pdf", "{{ 7*7 }}{% raw %}.pdf"):
        assert name in shown


def test_spreadsheets_see_no_formula(hostile: Path, imported: subprocess.CompletedProcess[bytes]) -> None:
    site = hostile / "archive" / "site"
    texts = [(site / name).read_text("utf-8-sig") for name in ("actions.csv", "import/1.csv")]
    cells = [cell for text in texts for row in csv.reader(text.splitlines(), delimiter=";") for cell in row if cell]
    assert "'=cmd|'.pdf" in cells and "'+1-1@a.pdf" in cells
    assert not [cell for cell in cells if cell.strip()[0] in "=+-@" or cell[0] in "\t\r"]


def test_names_of_written_files_are_ours(hostile: Path, imported: subprocess.CompletedProcess[bytes]) -> None:
    written = [path.relative_to(hostile / "archive") for path in (hostile / "archive").rglob("*")]
    assert len(written) > 20
    assert [path for path in written if not re.fullmatch(r"[a-z0-9_./-]+", str(path))] == []
    assert sorted(path.name for path in hostile.iterdir() if path.is_file()) == ["made.pdf", "secret.pdf"]
    assert stat.S_ISFIFO(os.stat(hostile / "papers" / "fifo.pdf").st_mode)
    assert b"secret" not in (hostile / "archive" / "archive.db").read_bytes(), "the link out was not followed"


def test_what_is_kept_of_a_name_can_be_shown_everywhere(
    hostile: Path, imported: subprocess.CompletedProcess[bytes]
) -> None:
    names = [name for (name,) in rows(hostile / "archive", "SELECT name FROM file_name")]
    assert all(name.isprintable() and name == unicodedata.normalize("NFC", name) for name in names)
    assert {"møte på Ås.pdf", "=cmd|'.pdf", "afdp.exe.pdf", "[2J[31mred.pdf", "line break.pdf", "x.pdf"} <= set(names)
