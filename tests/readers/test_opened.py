"""Files that are locked, cut off or broken: opened as far as they can be, and never silently with less than all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import Unreadable
from pipeline.intake import identify
from pipeline.model import Reading, Status
from pipeline.options import Options
from pipeline.readers import pdf, sound
from pipeline.readers.opened import opened
from tests.conftest import MINUTES, Cli, SamplePdf


def read(path: Path, *passwords: str) -> Reading:
    return pdf.read(identify(path), Options(ocr=False, passwords=passwords))


def codes(reading: Reading) -> list[str]:
    return [issue.code for issue in reading.issues]


@pytest.fixture
def pages(tmp_path: Path, sample_pdf: SamplePdf) -> Path:
    """A file of twenty pages."""
    return sample_pdf(tmp_path / "pages.pdf", *[(f"Side nummer {n}", *MINUTES) for n in range(1, 21)])


def locked(path: Path, user: str) -> Path:
    out = path.with_name("locked.pdf")
    with pikepdf.open(path) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="eier", user=user))
    return out


def test_an_owner_password_does_not_matter(pages: Path) -> None:
    found = read(locked(pages, user=""))
    assert found.status is Status.OK
    assert found.pages[3].lines[0].text == "Side nummer 4"


def test_a_user_password_is_needed_and_found_among_several(pages: Path) -> None:
    path = locked(pages, user="løven")
    with pytest.raises(Unreadable) as none:
        read(path)
    assert none.value.status is Status.ENCRYPTED
    with pytest.raises(Unreadable) as wrong:
        read(path, "feil", "galt")
    assert wrong.value.status is Status.ENCRYPTED
    assert read(path, "feil", "løven").pages[19].lines[0].text == "Side nummer 20"


def test_the_command_takes_a_file_of_passwords(pages: Path, tmp_path: Path, cli: Cli) -> None:
    path, passwords = locked(pages, user="løven"), tmp_path / "passord.txt"
    without = cli("extract", path)
    assert without.returncode == 1
    assert json.loads(without.stdout)["source"]["outcome"] == "encrypted"
    passwords.write_text("feil\nløven\n", encoding="utf-8")
    done = cli("extract", path, "--password-file", passwords)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["source"]["outcome"] == "ok"


def test_an_import_tries_again_when_passwords_come(pages: Path, tmp_path: Path, cli: Cli) -> None:
    path, passwords, archive = locked(pages, user="løven"), tmp_path / "passord.txt", tmp_path / "archive"
    assert cli("import", path, "--archive", archive, "--no-render").returncode == 1
    passwords.write_text("løven\n", encoding="utf-8")
    again = cli("import", path, "--archive", archive, "--no-render", "--json", "--password-file", passwords)
    assert json.loads(again.stdout)["outcomes"] == {"ok": 1}


@pytest.mark.parametrize(("lost", "code"), [(12, "broken_end"), (400, "repaired")])
def test_a_file_that_lost_its_end_is_told(lost: int, code: str, pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(pages.read_bytes()[:-lost])
    found = read(path)
    assert len(found.pages) == 20
    assert found.status is Status.REPAIRED
    assert codes(found) == [code]


def test_the_last_text_of_a_file_that_lost_its_table_is_read(pages: Path, tmp_path: Path) -> None:
    """Cut behind its last object, and within it: what is there of that is kept."""
    whole = pages.read_bytes()
    there = read(pages).pages[-1].lines[0].text
    path = tmp_path / "cut.pdf"
    for end in (whole.rindex(b"xref\n0"), whole.rindex(b"endstream") - 4):
        path.write_bytes(whole[:end])
        found = read(path)
        assert found.status is Status.REPAIRED
        assert found.pages[-1].lines[0].text == there


def test_a_page_whose_contents_are_damaged_is_named(pages: Path, tmp_path: Path) -> None:
    """pdfium reads as far as it comes, and says nothing."""
    path = tmp_path / "damaged.pdf"
    with pikepdf.open(pages) as file:
        file.save(path)
    data = bytearray(path.read_bytes())
    streams = [match.end() for match in re.finditer(rb"[^d]stream\n", data)]
    middle = streams[6] + 150
    data[middle : middle + 40] = bytes(40)
    path.write_bytes(data)
    found = read(path)
    assert found.status is Status.NEEDS_REVIEW
    assert [dict(issue.values)["page"] for issue in found.issues if issue.code == "page_damaged"] == ["7"]
    assert len(found.pages) == 20


def test_fonts_and_forms_are_looked_at_too(pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    with pikepdf.open(pages) as file:
        form = file.make_stream(b"BT ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Own=form))
        map_of = file.make_stream(b"no zlib", Filter=pikepdf.Name.FlateDecode)
        file.pages[1].Resources.Font["/F1"].ToUnicode = map_of
        file.pages[2].Resources["/XObject"] = pikepdf.Dictionary(Fm=form)
        file.save(path, compress_streams=False)
    with opened(str(path)) as pdf_:
        assert sound.faults(pdf_) == sound.Faults(False, tuple(range(1, 21)))
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.pages[1].Resources.Font["/F1"].ToUnicode = pikepdf.Name("/Identity-H")
        file.save()
    with opened(str(path)) as pdf_:
        assert not sound.faults(pdf_)


def test_rubbish_before_the_header_is_no_damage(pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "mail.pdf"
    path.write_bytes(b"Content-Type: application/pdf\r\n\r\n" + pages.read_bytes())
    found = read(path)
    assert (found.status, codes(found), len(found.pages)) == (Status.OK, [], 20)


def test_a_page_tree_that_leads_nowhere_is_never_an_empty_success(tmp_path: Path, pages: Path) -> None:
    path = tmp_path / "tree.pdf"
    path.write_bytes(pages.read_bytes().replace(b"/Type /Pages", b"/Type /Pagez").replace(b"/Kids [", b"/Kidz ["))
    found = read(path)
    assert (found.status, codes(found)) == (Status.NEEDS_REVIEW, ["blank_page", "no_text"])


@pytest.mark.parametrize("name", ["pages.pdf", "locked.pdf"])
def test_files_are_left_as_they_are(name: str, pages: Path, tmp_path: Path) -> None:
    locked(pages, user="")
    path = tmp_path / name
    before = path.read_bytes()
    read(path)
    assert path.read_bytes() == before
