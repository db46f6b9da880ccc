"""Letters set apart are words again, with the words' own gaps; text with single letters in it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import pdf


@pytest.mark.parametrize(
    ("typed", "closed"),
    [
        ("M Ø T E B O K   F O R   S T Y R E T", "MØTEBOK FOR STYRET"),
        ("V e d t a k :  Planen godkjennes.", "Vedtak: Planen godkjennes."),
        ("F o r f a l l :  Kari Nes, Ola Vik", "Forfall: Kari Nes, Ola Vik"),
        ("Klasse A B C møtte", "Klasse A B C møtte"),
        ("1 2 3 og 4", "1 2 3 og 4"),
        ("Sak 1 i a og b", "Sak 1 i a og b"),
    ],
)
def test_letters_set_apart(typed: str, closed: str, tmp_path: Path) -> None:
    path = tmp_path / "spaced.pdf"
    canvas = Canvas(str(path), invariant=True)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 700, typed)
    canvas.save()
    (line,) = pdf.read(identify(path), Options(ocr=False)).pages[0].lines
    assert line.text == closed
    assert "".join(line.raw.split()) == "".join(typed.split())
