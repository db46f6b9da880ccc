"""Boxes stand where the ink is, on pages turned, cropped, filled in and made by several producers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.intake import identify
from pipeline.model import Line, Reading
from pipeline.options import Options
from pipeline.readers import pdf

LINES = ("Referat fra møte i Lia vel", "Til stede: Kari Fjellstad, Ola Bergheim", "Sak 1/14 Dugnad på øvre løkke")


def written(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(LINES):
        canvas.drawString(90, 700 - 60 * number, line)
    canvas.save()
    return path


def read(path: Path) -> Reading:
    return pdf.read(identify(path), Options(ocr=False))


def ink(path: Path) -> list[list[bool]]:
    """Each pixel of the first page as shown, a point wide: True where something is drawn."""
    document = pypdfium2.PdfDocument(path)
    picture = document[0].render(scale=1, grayscale=True).to_pil()
    document.close()
    return [[picture.getpixel((x, y)) < 160 for x in range(picture.width)] for y in range(picture.height)]


def outside(lines: tuple[Line, ...], pixels: list[list[bool]]) -> int:
    """Drawn pixels that no line's box holds, a point's blur allowed."""
    count = 0
    for y, row in enumerate(pixels):
        for x, dark in enumerate(row):
            held = any(
                b[0] - 2 <= x <= b[2] + 2 and b[1] - 3 <= y <= b[3] + 3 for b in (line.box for line in lines) if b
            )
            count += dark and not held
    return count


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_boxes_hold_the_ink_of_turned_and_cropped_pages(tmp_path: Path, turned: int, cropped: bool) -> None:
    plain, path = written(tmp_path / "plain.pdf"), tmp_path / "turned.pdf"
    with pikepdf.open(plain) as file:
        page = file.pages[0]
        page.Rotate = turned
        if cropped:
            page.MediaBox = pikepdf.Array([-20, 30, 595, 842])
            page.CropBox = pikepdf.Array([40, 400, 500, 800])
        file.save(path)
    page_read = read(path).pages[0]
    assert [line.text for line in page_read.lines] == list(LINES)
    wide, high = (460, 400) if cropped else (595, 842)
    assert (round(page_read.width), round(page_read.height)) == ((high, wide) if turned in (90, 270) else (wide, high))
    pixels = ink(path)
    assert sum(map(sum, pixels)) > 200
    assert outside(page_read.lines, pixels) == 0
    for line in page_read.lines:
        x0, y0, x1, y1 = (round(value) for value in line.box or ())
        assert sum(pixels[y][x] for y in range(max(0, y0), y1) for x in range(max(0, x0), x1)) > 40


def test_the_boxes_of_words_divide_the_line(tmp_path: Path) -> None:
    path = written(tmp_path / "plain.pdf")
    lines = read(path).pages[0].lines
    words = pdf.words(identify(path), 1, Options())
    assert [word.text for word in words] == " ".join(LINES).split()
    first = [word.box for word in words[: len(LINES[0].split())]]
    assert all(a[2] < b[0] for a, b in pairwise(first))
    assert lines[0].box is not None
    assert abs(first[0][0] - lines[0].box[0]) < 2
    assert abs(first[-1][2] - lines[0].box[2]) < 2


def test_what_was_filled_into_a_form_is_read(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.drawString(90, 700, "Møteleder:")
    canvas.acroForm.textfield(name="leder", value="Gunn Tveit", x=160, y=690, width=200, height=22, fontSize=11)
    canvas.save()
    assert [line.text for line in read(path).pages[0].lines] == ["Møteleder: Gunn Tveit"]


def test_a_blank_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.drawString(90, 700, LINES[0])
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    found = read(path)
    assert [(issue.code, issue.values) for issue in found.issues] == [("blank_page", (("page", "2"),))]
    assert found.status == "ok"


def test_font_size_and_weight(tmp_path: Path) -> None:
    path = tmp_path / "fonts.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, (font, size) in enumerate((("Helvetica-Bold", 14), ("Times-Roman", 10.5), ("Courier-BoldOblique", 9))):
        canvas.setFont(font, size)
        canvas.drawString(90, 700 - 40 * number, "Vedtak: Planen godkjennes.")
    canvas.save()
    found = [(line.font, line.size, line.bold) for line in read(path).pages[0].lines]
    assert found == [("Helvetica-Bold", 14.0, True), ("Times-Roman", 10.5, False), ("Courier-BoldOblique", 9.0, True)]
