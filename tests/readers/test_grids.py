"""Ruled grids from pdfium's paths are those of pdfplumber's finder, on pages of several producers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from pipeline.intake import identify
from pipeline.model import Line
from pipeline.options import Options
from pipeline.readers import pdf, rules, tables
from pipeline.readers.layer import frame
from pipeline.readers.rules import Grid
from tests.bench import made
from tests.conftest import CORPUS, MISSING

ROWS = (
    ("Sak", "Tiltak", "Ansvarlig", "Frist"),
    ("3/19", "Hente inn tre tilbud på grus til vegen ved nausta", "Tuva Hovland", "2. mai"),
    ("4/19", "Male benken", "Jens Aakre", ""),
    ("5/19", "Skrive til kommunen om skiltet", "alle", "snarest"),
)
"""A table with a cell that wraps and an empty one."""
HTML = """<html><head><meta charset="utf-8"><style>
body {{ font-family: "DejaVu Sans"; font-size: 10pt }} table {{ border-collapse: collapse; width: 380px; {table} }}
td {{ padding: 4px; vertical-align: top; {cell} }} td:nth-child(2) {{ width: 150px }}
</style></head><body><p>Saker til oppfølging</p><table>{rows}</table><p>Møtet ble hevet.</p></body></html>"""


def page_of(table: str = "", cell: str = "border: 1px solid #000") -> str:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    return HTML.format(rows=rows, table=table, cell=cell)


def weasyprint(html: str, path: Path) -> Path:
    from weasyprint import HTML as Document

    Document(string=html).write_pdf(path)
    return path


def cairo(html: str, path: Path) -> Path:
    if not shutil.which("pdftocairo"):
        pytest.skip(f"{MISSING}: pdftocairo")
    first = weasyprint(html, path.with_suffix(".first.pdf"))
    subprocess.run(["pdftocairo", "-pdf", first, path], check=True, capture_output=True)
    return path


def chromium(html: str, path: Path) -> Path:
    program = shutil.which("chromium")
    if not program:
        pytest.skip(f"{MISSING}: chromium")
    page = path.with_suffix(".html")
    page.write_text(html, encoding="utf-8")
    quiet = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    more = f"--disable-component-update --disable-sync --no-pdf-header-footer --user-data-dir={path.parent / 'profile'}"
    command = [program, *quiet.split(), *more.split(), f"--print-to-pdf={path}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path


def reportlab(html: str, path: Path) -> Path:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["Normal"]
    cells = [[Paragraph(text, style) for text in row] for row in ROWS]
    table = Table(cells, colWidths=(40, 130, 90, 60), style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    ends = [Paragraph(text, style) for text in ("Saker til oppfølging", "Møtet ble hevet.")]
    SimpleDocTemplate(str(path)).build([ends[0], table, ends[1]])
    return path


PRODUCERS = (weasyprint, cairo, chromium, reportlab)


def lines_of(path: Path) -> tuple[Line, ...]:
    return pdf.read(identify(path), Options(ocr=False)).pages[0].lines


@pytest.mark.parametrize("producer", PRODUCERS, ids=lambda producer: producer.__name__)
def test_rows_have_the_cells_that_were_written(producer: Callable[[str, Path], Path], tmp_path: Path) -> None:
    lines = lines_of(producer(page_of(), tmp_path / "table.pdf"))
    assert [line.text for line in lines if line.table is None] == ["Saker til oppfølging", "Møtet ble hevet."]
    found = [tuple(tables.flat(cell.text) for cell in line.cells) for line in lines if line.table is not None]
    assert tuple(found) == ROWS


@pytest.mark.parametrize(
    "look",
    [
        ("border: 2px solid #333", "border: 0.5px solid #999"),
        ("", "border: 1px solid #000; background: #eee"),
        ("border-collapse: separate; border-spacing: 0", "border: 1px solid #000"),
        ("", "border: 3px double #000"),
    ],
    ids=["thin within thick", "shaded", "each cell framed", "double"],
)
def test_tables_of_many_looks(look: tuple[str, str], tmp_path: Path) -> None:
    lines = lines_of(weasyprint(page_of(*look), tmp_path / "table.pdf"))
    found = [tuple(tables.flat(cell.text) for cell in line.cells) for line in lines if line.table is not None]
    assert tuple(found) == ROWS


def test_a_box_around_text_and_lone_rules_are_no_table(tmp_path: Path) -> None:
    html = (
        "<p style='border:1px solid #000;padding:5px'>Vedtak: Planen godkjennes.</p><hr>"
        "<p style='border-left:2px solid #000;padding-left:5px'>Merknad fra Ola.</p><hr><hr>"
    )
    lines = lines_of(weasyprint(html, tmp_path / "boxes.pdf"))
    assert [line.text for line in lines] == ["Vedtak: Planen godkjennes.", "Merknad fra Ola."]
    assert all(line.table is None for line in lines)


def near(one: Grid, other: Grid) -> bool:
    """True where two grids have the same rows and cells, each edge within the rules' own thickness."""
    return [len(row) for row in one] == [len(row) for row in other] and all(
        abs(a - b) <= rules.SNAP
        for mine, theirs in zip(one, other, strict=True)
        for cell, twin in zip(mine, theirs, strict=True)
        for a, b in zip(cell, twin, strict=True)
    )


def grids_of(path: Path) -> list[tuple[list[Grid] | None, list[Grid]]]:
    """For every page the grids by pdfium's paths (None where they were not understood) and by pdfplumber."""
    found: list[tuple[list[Grid] | None, list[Grid]]] = []
    document = pypdfium2.PdfDocument(path)
    for index, page in enumerate(document):
        own: list[Grid] | None
        try:
            own = rules.grids(page, frame(page, *page.get_size()))
        except rules.Unclear:
            own = None
        drawn = own is None or any(
            raw.FPDFPageObj_GetType(item.raw) in _LINES for item in page.get_objects(max_depth=1)
        )
        found.append((own, tables.plumbed(str(path), index)[0] if drawn else []))
    document.close()
    return found


_LINES = frozenset({raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM})
"""What a rule can be drawn with: pdfplumber, which takes its time, need not look at a page that has none of them."""


def test_grids_are_those_of_pdfplumber(tmp_path: Path) -> None:
    files = [*sorted(CORPUS.glob("*.pdf")), *made.files(tmp_path / "made", 2, 20)]
    pairs = [pair for path in files for pair in grids_of(path)]
    ruled = [(own, other) for own, other in pairs if own or other]
    assert len(ruled) >= 30
    for own, other in ruled:
        assert own is not None
        assert len(own) == len(other)
        assert all(near(a, b) for a, b in zip(own, other, strict=True))
    assert sum(own is None for own, _ in pairs) / len(pairs) < 0.03, "pages that pdfplumber has to read"


def test_paths_within_a_form_go_to_pdfplumber(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "form.pdf"
    canvas = Canvas(str(path), invariant=True)
    canvas.beginForm("grid")
    canvas.grid([50, 200, 400], [700, 670, 640])
    canvas.endForm()
    canvas.doForm("grid")
    for y, row in zip((680, 650), (("Navn", "Funksjon"), ("Tuva Hovland", "leder")), strict=True):
        for x, text in zip((55, 205), row, strict=True):
            canvas.drawString(x, y, text)
    canvas.save()
    assert grids_of(path)[0][0] is None
    found = [tuple(cell.text for cell in line.cells) for line in lines_of(path) if line.table is not None]
    assert found == [("Navn", "Funksjon"), ("Tuva Hovland", "leder")]
