"""Formats without pages: what each of them is known by, and that the same minutes give the same records in all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.intake import identify
from pipeline.model import Line, Status
from pipeline.options import Options
from pipeline.readers import docx, html, text
from pipeline.run import process
from tests.conftest import Cli
from tests.readers import papers


def make(kind: str, folder: Path) -> Path:
    """The sample minutes in a format."""
    folder.mkdir(exist_ok=True)
    path = folder / f"referat.{kind}"
    if kind in ("doc", "rtf", "odt"):
        return papers.converted(papers.as_docx(folder / "referat.docx"), kind, folder)
    makers: dict[str, Callable[[Path], Path]] = {
        "md": papers.as_markdown,
        "txt": papers.as_text,
        "html": papers.as_html,
        "docx": papers.as_docx,
        "pdf": papers.as_pdf,
    }
    return makers[kind](path)


KINDS = ("pdf", "docx", "odt", "html", "md", "txt", "doc", "rtf")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_minutes_in_every_format(kind: str, tmp_path: Path) -> None:
    outcome = process(identify(make(kind, tmp_path)))
    assert outcome.status is Status.OK, outcome.record["issues"]
    (document,) = outcome.record["documents"]
    assert (document["kind"], document["language"]) == ("minutes", "nn")
    assert document["meeting"]["date"] == "2017-03-14"
    assert document["meeting"]["place"] == "Samfunnshuset"
    people = {(entry["name"], entry["status"]) for entry in document["attendance"]}
    assert people == {*((name, "present") for name in papers.PRESENT), (papers.ABSENT, "absent")}
    chairs = [entry["name"] for entry in document["attendance"] if entry["role"] == "chair"]
    assert chairs == ["Turid Aasen"]
    agenda = [(entry["number"], entry["title"]) for entry in document["agenda"]]
    assert agenda == [(str(n), title) for n, (title, _) in enumerate(papers.ITEMS, 1)]
    assert [(entry["item"], entry["outcome"]) for entry in document["decisions"]] == [
        ("1", "approved"),
        ("2", "adopted"),
    ]
    tasks = [(entry["text"], entry["responsible"], entry["due"]) for entry in document["actions"]]
    assert [(text, [owner]) for text, owner, _ in papers.TASKS[1:]] == [(text, owner) for text, owner, _ in tasks]
    assert [due for _, _, due in tasks] == ["2017-04-01", "2017-03-20"]
    assert (document["next_meeting"]["date"], document["next_meeting"]["start"]) == ("2017-04-25", "19:00")


@pytest.mark.parametrize("kind", KINDS[1:])
def test_places_have_lines_and_no_page(kind: str, tmp_path: Path) -> None:
    outcome = process(identify(make(kind, tmp_path)))
    (document,) = outcome.record["documents"]
    assert outcome.record["source"]["pages"] is None
    assert outcome.record["source"]["text_from"] == "markup"
    assert document["pages"] is None
    numbers = [entry["source"]["lines"] for entry in document["decisions"]]
    assert numbers == sorted(numbers)
    assert all(entry["source"]["page"] is None and entry["source"]["bbox"] is None for entry in document["decisions"])
    text = outcome.pages[0][1].splitlines()
    for entry in (*document["attendance"], *document["decisions"]):
        first, last = entry["source"]["lines"]
        assert entry["source"]["quote"] in " ".join(text[first - 1 : last])


def test_the_headings_lead_to_a_record(tmp_path: Path) -> None:
    (document,) = process(identify(make("md", tmp_path))).record["documents"]
    assert document["decisions"][1]["source"]["headings"] == [papers.TITLE, "Saker", "2. Pumpestasjon"]


def test_an_archive_of_all_formats(tmp_path: Path, cli: Cli) -> None:
    folder = tmp_path / "papir"
    for kind in ("docx", "html", "md", "txt", "pdf"):
        make(kind, folder)
    done = cli("import", folder, "--archive", tmp_path / "archive", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcomes"] == {"ok": 5}
    found = cli("search", "pumpe", "--archive", tmp_path / "archive")
    assert "referat.md" in found.stdout
    assert "page 0" not in found.stdout
    assert "None" not in found.stdout
    pages = "".join(path.read_text("utf-8") for path in (tmp_path / "archive" / "site").rglob("*.html"))
    assert "side 0" not in pages
    assert "None" not in pages


def lines(outcome_of: Any) -> list[Line]:
    return list(outcome_of.pages[0].lines)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp865"])
def test_text_in_the_encodings_of_its_time(encoding: str, tmp_path: Path) -> None:
    path = papers.as_text(tmp_path / "referat.txt", encoding)
    found = lines(text.read(identify(path), Options()))
    assert found[0].text == papers.TITLE
    assert found[0].bold
    assert "Knut Helle" in found[5].text
    assert any("Godkjenning av referat" in line.text for line in found)
    assert "førre møte" in " ".join(line.text for line in found)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_html_keeps_menus_and_feet_beside_the_text(encoding: str, tmp_path: Path) -> None:
    reading = html.read(identify(papers.as_html(tmp_path / "side.html", encoding)), Options())
    words = [line.text for line in reading.pages[0].lines]
    assert words[0] == papers.TITLE
    assert words[-1] == papers.NEXT
    aside = [line.text for line in reading.pages[0].aside]
    assert aside == ["Heim", "Om vassverket", "Referat 2016", "Skriv ut", "Sist endra 2. januar 2020"]
    assert "1.1.2001" not in " ".join([*words, *aside])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<ol start='4'><li>Fire</li><li>Fem<ol type='a'><li>under</li></ol></li></ol>",
            ["4. Fire", "5. Fem", "a. under"],
        ),
        ("<p>Dato: 1. mai<br>Sted: Hallen</p>", ["Dato: 1. mai", "Sted: Hallen"]),
        ("<dl><dt>Til stede</dt><dd>Kari Nes</dd></dl>", ["Til stede", "Kari Nes"]),
        ("<p>Det&nbsp;ble\n  vedtatt</p><!-- nei -->", ["Det ble vedtatt"]),
        (
            "<table><tr><td><table><tr><td>Nav</td></tr></table></td><td><h1>Referat</h1><p>Tekst</p></td></tr></table>",
            ["Nav", "Referat", "Tekst"],
        ),
        ("<div style='display:none'>skjult</div><p>synlig</p>", ["synlig"]),
        ("<p>Uten slutt<p>og <b>feil</i> nøstet", ["Uten slutt", "og feil nøstet"]),
        ("<pre>Sak 1\n  Vedtak</pre>", ["Sak 1", "Vedtak"]),
    ],
)
def test_html_of_many_kinds(markup: str, expected: list[str]) -> None:
    reading = html.read_bytes(f"<html><body>{markup}</body></html>".encode())
    assert [line.text for line in reading.pages[0].lines] == expected


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "utskrift.txt"
    path.write_text("Side en\fSide to\n\f", encoding="utf-8")
    reading = text.read(identify(path), Options())
    assert [(page.number, [line.text for line in page.lines]) for page in reading.pages[:2]] == [
        (1, ["Side en"]),
        (2, ["Side to"]),
    ]


def test_word_counts_restarts_and_levels(tmp_path: Path) -> None:
    """Numbers by a list's own pattern, two levels deep, and a second list that begins anew."""
    from docx import Document
    from docx.oxml import parse_xml

    document: Any = Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="7"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (kind, pattern) in enumerate((("decimal", "Sak %1/19"), ("lowerLetter", "%2)")))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {space} w:numId="91"><w:abstractNumId w:val="90"/>{restart}</w:num>'))
    for key, depth, words in (
        (90, 0, "En"),
        (90, 1, "under"),
        (90, 1, "og"),
        (90, 0, "To"),
        (91, 0, "Ny"),
        (91, 0, "Neste"),
    ):
        paragraph = document.add_paragraph(words)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {space}><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'))
    path = tmp_path / "tall.docx"
    document.save(str(path))
    expected = ["Sak 7/19 En", "g) under", "h) og", "Sak 8/19 To", "Sak 1/19 Ny", "Sak 2/19 Neste"]
    assert [line.text for line in lines(docx.read(identify(path), Options()))] == expected


def test_tracked_changes_are_read_as_accepted_and_told(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document: Any = Document()
    paragraph = document.add_paragraph("Vedtak: Prisen blir ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>200</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>300</w:t></w:r></w:ins>"))
    hidden = f"<w:r {space}><w:rPr><w:vanish/></w:rPr><w:t>hemmelig</w:t></w:r>"
    paragraph._p.append(parse_xml(hidden))
    path = tmp_path / "endret.docx"
    document.save(str(path))
    reading = docx.read(identify(path), Options())
    assert [line.text for line in reading.pages[0].lines] == ["Vedtak: Prisen blir 300"]
    assert [(issue.code, issue.values) for issue in reading.issues] == [
        ("changes_accepted", (("count", "2"),)),
        ("hidden_left_out", (("count", "1"),)),
    ]


@pytest.mark.parametrize("depth", [20, 200, 1500])
def test_deeply_nested_html_is_read(depth: int) -> None:
    reading = html.read_bytes(f"<html><body>{'<div>' * depth}Vedtak{'</div>' * depth}".encode())
    assert [line.text for line in reading.pages[0].lines] == ["Vedtak"]


def test_html_nested_beyond_its_parser_is_no_empty_success() -> None:
    reading = html.read_bytes(f"<html><body>{'<div>' * 20_000}Vedtak".encode())
    assert (reading.status, [issue.code for issue in reading.issues]) == (Status.NEEDS_REVIEW, ["no_text"])


def test_old_files_without_libreoffice_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gammel.rtf"
    path.write_bytes(rb"{\rtf1\ansi Referat}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("soffice") is None
    outcome = process(identify(path))
    assert outcome.status is Status.UNSUPPORTED
    (issue,) = outcome.record["issues"]
    assert issue["code"] == "needs_office"
    assert "libreoffice-writer" in issue["message"]
