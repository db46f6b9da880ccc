"""Compound files as producers make them: read from PDFs of WeasyPrint and reportlab, with heads, feet and contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.contract import Part
from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.run import understand
from tests.conftest import SamplePdf

Parts = list[Part]

STYLE = """
<style>
@page { size: A4; margin: 25mm 22mm;
  @top-left { content: "Kontaktutvalet for bibliotek"; font-size: 9pt }
  @bottom-center { content: counter(page); font-size: 9pt } }
@page :left { @top-left { content: "" } @top-right { content: "Årsrapport 2011"; font-size: 9pt } }
body { font: 11pt "DejaVu Sans", sans-serif } h1 { font-size: 16pt } .ny { break-before: page }
.innhald p { margin: 2pt 0 } .innhald a::after { content: leader(".") target-counter(attr(href), page) }
</style>
"""


def minutes_html(letter: str, day: str, guests: str) -> str:
    """One appendix of minutes."""
    return f"""
    <h1 class="ny">Vedlegg {letter}: Referat {day}</h1>
    <p><b>Referat frå møte i kontaktutvalet {day}</b></p>
    <p>Til stades: {guests}</p>
    <p><b>1. Skjema</b></p><p>Utvalet drøfta skjemaet og vedtok å endre spørsmål 4.</p>
    <p><b>2. Ymse</b></p><p>Ingen saker.</p>"""


REPORT = f"""{STYLE}
<h1>Årsrapport 2011</h1><p>Kontaktutvalet for bibliotek</p>
<div class="innhald"><p><b>Innhald</b></p><p><a href="#a">1 Innleiing</a></p><p><a href="#b">2 Møte</a></p>
<p><a href="#c">3 Tilrådingar</a></p></div>
<h1 class="ny" id="a">1 Innleiing</h1><p>Utvalet har hatt to møte i 2011.</p>
<h1 id="b">2 Møte</h1><p>Møta var 3. mars og 4. oktober.</p>
<h1 class="ny" id="c">3 Tilrådingar</h1><p>Utvalet rår til at skjema 4 vert endra.</p>
{minutes_html("A", "3. mars 2011", "Tuva Hovland, Jens Aakre")}
{minutes_html("B", "4. oktober 2011", "Tuva Hovland, Siv Moen")}
<h1 class="ny">Vedlegg C: Avtale om levering</h1><p>1. Partane</p><p>Avtalen gjeld biblioteka.</p>
<p>2. Tid</p><p>Avtalen gjeld i fem år.</p>
"""


def parts_of(path: Path) -> Parts:
    """The documents of a PDF with their facts and doubts."""
    source = identify(path)
    return understand(pdf.read(source, Options()), source, Options())[0]


def outline_of(parts: Parts) -> list[tuple[str, int, int]]:
    return [(paper.kind.value, *paper.pages) for paper, _, _ in parts]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    weasyprint = pytest.importorskip("weasyprint")
    path = tmp_path_factory.mktemp("report") / "rapport.pdf"
    weasyprint.HTML(string=REPORT).write_pdf(path)
    return parts_of(path)


def test_a_report_with_appendices(report: Parts) -> None:
    assert outline_of(report) == [("annual_report", 1, 6), ("minutes", 4, 4), ("minutes", 5, 5)]


def test_the_contents_are_no_headings(report: Parts) -> None:
    paper = report[0][0]
    assert [item.number for item in paper.items] == ["1", "2", "3"]
    assert [paper.blocks[item.first].page for item in paper.items if item.first is not None] == [2, 2, 3]


def test_left_and_right_heads_are_furniture(report: Parts) -> None:
    for paper, _, _ in report:
        running = {line.text for line in paper.furniture if line.box and line.box[1] < 70}
        assert running <= {"Kontaktutvalet for bibliotek", "Årsrapport 2011"}
        assert running
        assert not any(block.text in running for block in paper.blocks[2:])


def test_a_notice_with_minutes_behind(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    path = sample_pdf(
        tmp_path / "innkalling.pdf",
        (
            "Innkalling til styremøte 14. april 2015",
            "Sted: Grendehuset",
            "Saksliste",
            "1. Godkjenning av referat",
            "2. Regnskap",
            "Meld fra om du ikke kan komme.",
        ),
        (
            "Referat fra styremøte 3. mars 2015",
            "Til stede: Tuva Hovland, Jens Aakre",
            "1. Budsjett",
            "Budsjettet ble godkjent.",
            "2. Dugnad",
            "Jens Aakre bestiller container innen 1. mai 2015.",
        ),
    )
    assert outline_of(parts_of(path)) == [("notice", 1, 1), ("minutes", 2, 2)]


def test_minutes_of_a_year_in_one_file(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    days = ("12. januar", "16. februar", "15. mars", "19. april")
    pages = [
        (
            f"Styremøte {day} 2010",
            "Til stede: Tuva Hovland, Jens Aakre, Siv Moen",
            "1. Økonomi",
            "Regnskapet ble gjennomgått.",
            "2. Brygga",
            f"Siv Moen henter tilbud nummer {at}.",
        )
        for at, day in enumerate(days, 1)
    ]
    parts = parts_of(sample_pdf(tmp_path / "styret 2010.pdf", *pages))
    assert outline_of(parts) == [("minutes", n, n) for n in (1, 2, 3, 4)]


def test_minutes_with_rules_behind(tmp_path: Path) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    path = tmp_path / "protokoll.pdf"
    rules = "".join(f"<p>{n}. Regel nummer {n}</p><p>Den gjelder for alle.</p>" for n in range(1, 6))
    weasyprint.HTML(
        string=f"""{STYLE}<h1>Protokoll fra årsmøte 3. mars 2015</h1><p>Til stede: Tuva Hovland, Jens Aakre</p>
        <p><b>1. Årsmelding</b></p><p>Årsmeldingen ble godkjent.</p>
        <p><b>2. Vedtekter</b></p><p>Vedtektene ble vedtatt.</p>
        <h1 class="ny">Vedtekter for Lia vel</h1>{rules}"""
    ).write_pdf(path)
    parts = parts_of(path)
    assert outline_of(parts) == [("minutes", 1, 1), ("other", 2, 2)]
    assert [item.number for item in parts[0][0].items] == ["1", "2"]
