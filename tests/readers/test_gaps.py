"""Wide gaps that are no columns: justified lines of few words, and a typist's double space behind a full stop."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.intake import identify
from pipeline.model import Line, Word
from pipeline.options import Options
from pipeline.readers import columns, pdf

LEFT, RIGHT, SIZE, LEADING = 60.0, 220.0, 11, 14


def lines(path: Path, canvas: Canvas) -> list[Line]:
    canvas.save()
    return [line for page in pdf.read(identify(path), Options(ocr=False)).pages for line in page.lines]


def new(path: Path, font: str) -> Canvas:
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setFont(font, SIZE)
    return canvas


def test_a_justified_line_of_three_words_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "justified.pdf"
    canvas = new(path, "Helvetica")
    paragraph = (
        "Turlaget har i år fått mange",
        "båtforeninger, grunneiere og",
        "redningsmannskap med",
        "på laget, og det er bra for alle",
    )
    for number, text in enumerate(paragraph):
        words = text.split()
        room = (RIGHT - LEFT - sum(stringWidth(word, "Helvetica", SIZE) for word in words)) / (len(words) - 1)
        at = LEFT
        for word in words:
            canvas.drawString(at, 700 - LEADING * number, word)
            at += stringWidth(word, "Helvetica", SIZE) + room
    found = lines(path, canvas)
    assert [line.text for line in found] == list(paragraph)
    assert not any(line.cells for line in found)


def test_two_spaces_behind_a_full_stop_divide_nothing() -> None:
    words = [
        Word(text, (at, 700.0, at + 20.0, 710.0)) for at, text in ((60.0, "skifte"), (85.0, "14"), (110.0, "stolpar"))
    ]
    end, begin, cell = (
        Word(text, (at, 700.0, at + 20.0, 710.0)) for at, text in ((135.0, "no."), (168.0, "Siv"), (168.0, "siv"))
    )
    assert columns.sentences_whole([[*words, end], [begin]], 9.5) == [[*words, end, begin]]
    assert columns.sentences_whole([[*words, end], [cell]], 9.5) == [[*words, end], [cell]]
    assert columns.sentences_whole([[*words], [begin]], 9.5) == [[*words], [begin]]


def test_a_table_s_columns_are_still_cells(tmp_path: Path) -> None:
    path = tmp_path / "table.pdf"
    canvas = new(path, "Helvetica")
    for number, (who, whence) in enumerate(
        (("Siv Ekle", "Lia kommune"), ("Ola Nes", "Vegkontoret"), ("Tor Vik", "NVE"))
    ):
        canvas.drawString(LEFT, 700 - LEADING * number, who)
        canvas.drawString(LEFT + 150, 700 - LEADING * number, whence)
    assert [len(line.cells) for line in lines(path, canvas)] == [2, 2, 2]
