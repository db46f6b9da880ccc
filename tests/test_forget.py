"""A document forgotten: no word of it is left anywhere in the archive's folder, and no import brings it back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.archive import DATABASE
from pipeline.verify import verify
from tests.conftest import Cli, SamplePdf
from tests.test_import import content, report

WORD = "Grevlinghiet"
"""A word that stands in the one document only."""


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def document_of(archive: Path, name: str) -> str:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        query = "SELECT d.id FROM document d JOIN file_name n USING (source_file) WHERE n.name = ?"
        return str(db.execute(query, [name]).fetchone()[0])


@pytest.fixture
def archive(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    minutes(papers / "a.pdf", note=f"Saken om {WORD} ble drøftet.")
    minutes(papers / "b.pdf", note="Saken om lekeplassen ble drøftet.")
    folder = tmp_path / "archive"
    assert cli("import", papers, "--archive", folder).returncode == 0
    assert cli("digest", "2015", "--archive", folder).returncode in (0, 6)
    return folder


def test_nothing_of_a_forgotten_document_is_left(cli: Cli, archive: Path) -> None:
    papers = archive.parent / "papers"
    folded = WORD.lower().encode()
    assert folded in bytes_of(archive).lower()
    identity = document_of(archive, "a.pdf")
    done = cli("forget", identity[:9], "--because", "Personopplysninger", "--archive", archive)
    assert done.returncode == 0, done.stderr
    assert folded not in bytes_of(archive).lower()
    assert cli("search", WORD, "--archive", archive).returncode == 6
    assert cli("search", "lekeplassen", "--archive", archive).returncode == 0
    content(archive)  # sound in itself
    assert not verify(archive).damaged
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        assert db.execute("SELECT id, because FROM withdrawal").fetchall() == [(identity, "Personopplysninger")]
    # Neither the same bytes under another name nor reading anew brings it back.
    (papers / "copy.pdf").write_bytes((papers / "a.pdf").read_bytes())
    again = report(cli("import", papers, "--archive", archive, "--again", "all", "--json"))
    assert again["changes"] == {"unchanged": 2, "duplicate": 1}
    assert folded not in bytes_of(archive).lower()
    assert cli("status", "--archive", archive, "--json").returncode == 0


@pytest.mark.parametrize(("given", "words"), [("ffff", "no document"), ("", "no document")])
def test_what_is_no_document_is_refused(cli: Cli, archive: Path, given: str, words: str) -> None:
    before = (archive / DATABASE).read_bytes()
    done = cli("forget", given, "--because", "x", "--archive", archive)
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    assert cli("forget", document_of(archive, "a.pdf"), "--because", " ", "--archive", archive).returncode == 2
    assert (archive / DATABASE).read_bytes() == before


def test_one_of_several_documents_of_a_file(cli: Cli, tmp_path: Path, sample_pdf: SamplePdf) -> None:
    def pages(number: int, word: str) -> list[str]:
        return [
            f"Referat fra styremøte {number}. mai 2014",
            "Til stede: Kari Fjellstad, Ola Nordvik",
            f"Sak {number}/14 {word}",
            f"Vedtak: Styret godkjenner {word.lower()} for neste år.",
        ]

    archive, file = tmp_path / "archive", tmp_path / "samlet.pdf"
    sample_pdf(file, pages(3, "Grevlinghiet"), pages(9, "Lekeplassen"))
    cli("import", file, "--archive", archive)
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        documents = db.execute("SELECT id, first_page FROM document ORDER BY ordinal").fetchall()
    assert [page for _, page in documents] == [1, 2]
    assert cli("forget", documents[0][0], "--because", "x", "--archive", archive).returncode == 0
    assert b"grevlinghiet" not in bytes_of(archive).lower()
    assert cli("search", "lekeplassen", "--archive", archive).returncode == 0
    assert report(cli("import", file, "--archive", archive, "--again", "all", "--json"))["changes"] == {"unchanged": 1}
    assert b"grevlinghiet" not in bytes_of(archive).lower()
    assert document_of(archive, "samlet.pdf") == documents[1][0]
