"""Tables of contents in their many settings; lists of titles that end in numbers are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.segment.contents import without_contents

HEADS = ("Innledning", "Styret", "De gamle samlingene", "Besøk", "Økonomi", "Personale")
LEADERS = "." * 60


def made(path: Path, *, title: bool, leaders: bool, numbered: bool, pages: int) -> Path:
    """A PDF whose contents have their page numbers at the right edge."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=True)
    top = 700
    canvas.setFont("Helvetica", 11)
    if title:
        canvas.drawString(72, 730, "Innhold")
    for at, head in enumerate(HEADS):
        if pages == 2 and at == 4:
            canvas.showPage()
            canvas.setFont("Helvetica", 11)
            top = 700
        canvas.drawString(72, top, f"{at + 1} {head}" if numbered else head)
        if leaders:
            canvas.drawString(240, top, LEADERS)
        canvas.drawRightString(500, top, str(3 + at // 2))
        top -= 18
    canvas.drawString(72, top - 40, "Arkivet ble stiftet i 1984 og har fire ansatte.")
    canvas.save()
    return path


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize(
    ("title", "leaders", "numbered"),
    [
        (True, True, True),
        (True, True, False),
        (True, False, True),
        (True, False, False),
        (False, True, True),
        (False, True, False),
        (False, False, True),
    ],
)
def test_contents_are_no_text(tmp_path: Path, pages: int, title: bool, leaders: bool, numbered: bool) -> None:
    path = made(tmp_path / "innhold.pdf", title=title, leaders=leaders, numbered=numbered, pages=pages)
    reading = pdf.read(identify(path), Options())
    content, table = without_contents([line for page in reading.pages for line in page.lines])
    assert [line.text for line in content] == ["Arkivet ble stiftet i 1984 og har fire ansatte."]
    assert len(table) >= len(HEADS)


@pytest.mark.parametrize(
    "texts",
    [
        ("1 Trinn 1", "2 Trinn 2", "3 Trinn 3", "4 Trinn 4", "5 Trinn 5"),
        ("Saksliste", "1. Lag 4", "2. Bane 7", "3. Påmelding til gruppe 9", "4. Tur til hytte 12"),
        ("Innhold i kassa", "Maling", "Pensler", "Tau"),
    ],
)
def test_titles_that_end_in_numbers(tmp_path: Path, texts: tuple[str, ...]) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "liste.pdf"), invariant=True)
    for at, text in enumerate(texts):
        canvas.drawString(72, 700 - 18 * at, text)
    canvas.save()
    reading = pdf.read(identify(tmp_path / "liste.pdf"), Options())
    content, table = without_contents([line for page in reading.pages for line in page.lines])
    assert [line.text for line in content] == list(texts)
    assert table == []


def test_the_contents_of_a_web_page_name_the_headings_below(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    heads = ("Nytt frå laget", "Kaia", "Dugnad i mai")
    listed = [f"{at} {head}" for at, head in enumerate(heads, 1)]
    body = [text for head in heads for text in (head, "Her vart det snakka lenge.")]
    canvas = Canvas(str(tmp_path / "wiki.pdf"), invariant=True)
    for at, text in enumerate(("Innhald", *listed, *body)):
        canvas.drawString(72, 700 - 18 * at, text)
    canvas.save()
    reading = pdf.read(identify(tmp_path / "wiki.pdf"), Options())
    content, table = without_contents([line for page in reading.pages for line in page.lines])
    assert [line.text for line in content] == body
    assert [line.text for line in table] == ["Innhald", *listed]
