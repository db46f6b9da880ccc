"""Scans that are askew, grainy or lie on their side: read nearly as well as the clean page, and each image once."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.intake import identify
from pipeline.model import Reading
from pipeline.options import Options
from pipeline.readers import hanging, ocr, pdf, scan, unread
from pipeline.run import process
from tests.bench.scans import scanned, words
from tests.conftest import CORPUS, MISSING

NAMES = ("AMU 4-2015", "kor_ref_sept05")
"""Documents of one page that other tests read clean."""

pytestmark = pytest.mark.skipif(not shutil.which("tesseract"), reason=f"{MISSING}: tesseract")


def errors(name: str, reading: Reading) -> tuple[int, int]:
    """How many of the clean page's words are not in a reading, and how many there are."""
    clean = words(pdf.read(identify(CORPUS / f"{name}.pdf"), Options()))
    return (clean - words(reading)).total(), clean.total()


SETTINGS = ("dpi=200 skew=3 noise=10", "dpi=200 skew=-1.5 noise=30", "dpi=150 skew=1 noise=15")


@pytest.mark.parametrize("settings", SETTINGS)
def test_skewed_and_grainy_scans(settings: str, tmp_path: Path) -> None:
    """Over both documents; the one with a table has up to 2.7 % alone."""
    readings = {
        name: pdf.read(identify(scanned(name, settings, tmp_path / f"{name}.pdf")), Options()) for name in NAMES
    }
    assert {reading.status for reading in readings.values()} == {"ok"}
    wrong, total = (sum(pair) for pair in zip(*(errors(*one) for one in readings.items()), strict=True))
    assert wrong / total <= 0.02


def test_boxes_of_a_straightened_page_stand_where_the_ink_is(tmp_path: Path) -> None:
    name = NAMES[0]
    clean = pdf.read(identify(CORPUS / f"{name}.pdf"), Options()).pages[0]
    skewed = pdf.read(identify(scanned(name, "dpi=200 skew=3 noise=6", tmp_path / "scan.pdf")), Options()).pages[0]
    places = {line.text: line.box for line in clean.lines if line.box and len(line.text) > 25 and not line.cells}
    found = [(line.box, places[line.text]) for line in skewed.lines if line.text in places and line.box]
    assert len(found) >= 4
    for box, place in found:  # three degrees over half a page's width are some fifteen points
        assert abs(box[0] - place[0]) < 25
        assert abs(box[1] - place[1]) < 25


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_page_that_lies_on_its_side(quarter: int, tmp_path: Path) -> None:
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    name = NAMES[1]
    document = pypdfium2.PdfDocument(CORPUS / f"{name}.pdf")
    picture = document[0].render(scale=200 / 72, grayscale=True).to_pil().rotate(quarter, expand=True)
    document.close()
    path = tmp_path / "side.pdf"
    canvas = Canvas(str(path), pagesize=(picture.width * 72 / 200, picture.height * 72 / 200))
    canvas.drawImage(ImageReader(picture), 0, 0, *canvas._pagesize)
    canvas.save()
    wrong, total = errors(name, pdf.read(identify(path), Options()))
    assert wrong / total <= 0.03


def test_the_second_reading_of_a_scan_recognises_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scanned(NAMES[0], "dpi=150 skew=2 noise=20", tmp_path / "scan.pdf")
    options = Options(ocr_cache=str(tmp_path / "cache"))
    first = pdf.read(identify(path), options)
    counter = tmp_path / "bin" / "tesseract"
    counter.parent.mkdir()
    counter.write_text(f'#!/bin/sh\necho x >> {tmp_path}/calls\nexec {shutil.which("tesseract")} "$@"\n')
    counter.chmod(0o755)
    monkeypatch.setenv("PATH", str(counter.parent), prepend=":")
    again = pdf.read(identify(path), options)
    assert [line.text for line in again.pages[0].lines] == [line.text for line in first.pages[0].lines]
    assert not (tmp_path / "calls").exists()
    pdf.read(identify(path), Options())
    assert (tmp_path / "calls").read_text()


@pytest.mark.parametrize("stamp", ["Skannet av arkivet 3. mai 2011", "2"])
def test_a_stamp_on_a_scan_does_not_hide_it(stamp: str, tmp_path: Path) -> None:
    import pikepdf
    from reportlab.pdfgen.canvas import Canvas

    name = NAMES[0]
    over = Canvas(str(tmp_path / "stamp.pdf"))
    over.drawString(60, 8, stamp)
    over.save()
    path = tmp_path / "stamped.pdf"
    with (
        pikepdf.open(scanned(name, "dpi=200", tmp_path / "scan.pdf")) as file,
        pikepdf.open(tmp_path / "stamp.pdf") as top,
    ):
        file.pages[0].add_overlay(top.pages[0])
        file.save(path)
    reading = pdf.read(identify(path), Options())
    wrong, total = errors(name, reading)
    assert wrong / total <= 0.03
    assert any(stamp in line.text for line in reading.pages[0].lines)


def test_a_page_of_grain_alone_is_no_empty_success(tmp_path: Path) -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    Image.effect_noise((1240, 1754), 90).save(buffer, "JPEG")
    path = tmp_path / "grain.pdf"
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(buffer), 0, 0, 595, 842)
    canvas.save()
    assert pdf.read(identify(path), Options()).status == "needs_review"


@pytest.mark.parametrize("angle", [-4.0, -1.0, 0.0, 2.3])
def test_the_angle_of_a_page(angle: float) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(CORPUS / f"{NAMES[0]}.pdf")
    picture = document[0].render(scale=100 / 72, grayscale=True).to_pil()
    document.close()
    assert abs(scan.skew(scan.turned(picture, angle)) + angle) <= 0.3


def test_numbers_that_hang_before_their_lines_are_read_again() -> None:
    image = Image.new("L", (1000, 400), 246)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("LiberationMono-Regular.ttf", 26)
    for at, (number, title) in enumerate([("4.", "GARASJELEIE"), ("", "Leia vart drøfta."), ("5.", "VAL AV STYRE")]):
        draw.text((60, 60 + 90 * at), number, fill=20, font=font)
        draw.text((200, 60 + 90 * at), title, fill=20, font=font)
    everything = ocr._recognised(image, 200, Options(), ocr.BLOCK) or []
    lost = [word for word in everything if word.box[0] > 150]
    assert len(lost) == len(everything) - 2
    found = hanging.with_numbers(lost, image, lambda part: ocr._recognised(part, 200, Options(), ocr.BLOCK))
    assert [word.text for word in found if word.box[0] < 150] == ["4.", "5."]
    assert [word.text for word in found][:2] == ["4.", "GARASJELEIE"]
    assert found[0].line == found[1].line


def test_specks_and_strokes_before_a_line_are_no_numbers() -> None:
    image = Image.new("L", (1000, 200), 246)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("LiberationMono-Regular.ttf", 26)
    draw.text((200, 60), "Leia vart drøfta.", fill=20, font=font)
    draw.line((60, 20, 110, 160), fill=20, width=3)
    draw.ellipse((150, 70, 153, 73), fill=20)
    words = ocr._recognised(image, 200, Options(), ocr.BLOCK) or []
    words = [word for word in words if word.box[0] > 150]
    assert hanging.with_numbers(words, image, lambda part: pytest.fail("nothing is worth reading")) == words


def typed_picture() -> Image.Image:
    """A page of typed lines at 200 dpi, the fourth between typed rules, and below them a scrawl."""
    image = Image.new("L", (1654, 1200), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("DejaVuSans.ttf", 30)
    for at, text in enumerate(TYPED_LINES):
        draw.text((180, 150 + 80 * at), text, font=font, fill=0)
    draw.line([(900, 980), (960, 930), (1010, 1010), (1100, 940)], fill=0, width=3)
    return image


TYPED_LINES = (
    "Leiaren opna møtet og ynskte velkomen",
    "Det var ingen merknader til innkallinga",
    "Saka vart drøfta i vel ein time",
    "SAK 14/99 VEDLIKEHALD AV BRUA",
    "Kassaraten la fram tala for vinteren",
    "Møtet vart slutta klokka tolv",
)


@pytest.mark.parametrize("lost", range(len(TYPED_LINES)))
def test_a_line_that_was_left_out_is_read_again_in_its_place(lost: int) -> None:
    image = typed_picture()

    def read(part: Image.Image) -> list[hanging.Word] | None:
        return ocr._recognised(part, 200, Options(ocr_cache=None), ocr.BLOCK)

    whole = [word for word in read(image) or [] if word.box[3] < 900]
    tops = sorted({word.line for word in whole}, key=lambda line: min(w.box[1] for w in whole if w.line == line))
    left = [word for word in whole if word.line != tops[lost]]
    found = unread.with_lost_lines(left, image, read)
    assert [word.text for word in found] == " ".join(TYPED_LINES).split()
    assert unread.with_lost_lines(whole, image, read) == whole


def test_a_title_of_three_wide_lines_is_one_title(tmp_path: Path) -> None:
    """Its lines stand as far apart as its letters are large, which is no white space between two things."""
    title = (
        "Møtereferat fra møte i prosjekt-team",
        "for informasjons- og begrepsliste i",
        "helsefellesskapet - 16.04.2024",
    )
    text = (
        "Til stede: Tuva Hovland, Jens Aakre, Mona Lysø",
        "",
        "1. Plan for testing",
        "Mona lager en plan til mandag.",
        "Vi tester det som er nytt.",
        "Det gamle er testet før.",
        "Jens ordner lokaler og kaffe.",
        "Alle gir beskjed om de kommer.",
    )
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    for at, line in enumerate(title):
        draw.text((190, 190 + 90 * at), line, fill=0, font=ImageFont.truetype("DejaVuSans.ttf", 50))
    for at, line in enumerate(text):
        draw.text((190, 510 + 42 * at), line, fill=0, font=ImageFont.truetype("DejaVuSans.ttf", 30))
    page.save(tmp_path / "scan.pdf", resolution=200)
    (document,) = process(identify(tmp_path / "scan.pdf")).record["documents"]
    assert document["title"] == " ".join(title)
    assert document["body"] == "prosjekt-team for informasjons- og begrepsliste i helsefellesskapet"
    assert (document["meeting"]["date"], document["meeting"]["place"]) == ("2024-04-16", None)
