"""Quotes as they stand on their page: in one piece, on the right page, in a box that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.fold import letters
from pipeline.intake import identify
from pipeline.model import Box, Cell, Fact, Line, Page, Place, Record
from pipeline.options import Options
from pipeline.run import process
from pipeline.standing import sheets, standing
from tests.papers import records


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Fact):
    """A fact whose record has a title and a number."""

    title: str
    number: str = ""

    def record(self) -> Record:
        return {"number": self.number, "title": self.title}


def line(number: int, text: str, x: float = 70, y: float | None = None, page: int = 1) -> Line:
    """One line of letters five points wide and eleven high."""
    top = 100.0 + 14 * number if y is None else y
    return Line(page, number, text, text, (x, top, x + 5 * len(text), top + 11), 11.0)


def row(number: int, page: int, *columns: Sequence[str], y: float = 100) -> Line:
    """A row of a ruled table: each column's lines in a cell 200 points wide, the lines twelve points apart."""
    cells = []
    high = y + 12 * max(map(len, columns)) + 8
    for at, texts in enumerate(columns):
        x = 60.0 + 200 * at
        places = tuple((x + 5, y + 12 * i, x + 5 + 5 * len(text), y + 12 * i + 10) for i, text in enumerate(texts))
        cells.append(Cell("\n".join(texts), (x, y - 4, x + 200, high), places))
    text = " | ".join(" ".join(texts) for texts in columns if texts)
    box = (60.0, y - 4, 60.0 + 200 * len(columns), high)
    return Line(page, number, text, text, box, 11.0, False, tuple(cells), 1)


def told(
    quote: str, first: int, last: int, box: Box | None, *, page: int = 1, title: str = "", number: str = ""
) -> Told:
    place = Place(page, first, last, quote, box)
    return Told(place=place, block=0, rule="test", title=title, number=number)


def stands(fact: Told, *pages: Page) -> Place:
    return standing(fact, sheets(pages)).place


def paper(*lines: Line, number: int = 1, written: str = "") -> Page:
    return Page(number, 595, 842, lines, written=written)


def test_of_a_label_and_its_value_the_value_is_quoted() -> None:
    page = paper(line(1, "Møteleiar"), line(2, "Referent"), line(3, "Tuva Hovland", 200), line(4, "Jens Aakre", 200))
    found = stands(told("Referent Jens Aakre", 2, 4, (70, 128, 250, 167), title="Jens Aakre"), page)
    assert (found.quote, found.first, found.last) == ("Jens Aakre", 4, 4)
    assert found.box == page.lines[3].box


def test_the_words_of_the_record_weigh_more_than_the_length_of_a_piece() -> None:
    page = paper(line(1, "Fylkeskommunen sitt eige kontor"), line(2, "Noko anna"), line(3, "Brev", 300))
    found = stands(told("Fylkeskommunen sitt eige kontor Brev", 1, 3, None, title="Brev"), page)
    assert found.quote == "Brev"


def test_a_title_is_quoted_where_its_number_is_longer() -> None:
    page = paper(line(1, "141/2008"), line(2, "142/2008"), line(3, "Båt", 150), line(4, "Kai", 150))
    assert stands(told("142/2008 Kai", 4, 4, None, title="Kai", number="142/2008"), page).quote == "Kai"


def test_of_a_label_and_a_date_the_date_is_quoted_however_it_is_written() -> None:
    page = paper(line(1, "Møtedato :"), line(2, "Stad :"), line(3, "22.10.98", 150), line(4, "Brakka", 150))
    assert stands(told("Møtedato : 22.10.98", 3, 3, None, number="1998-10-22"), page).quote == "22.10.98"


def test_of_equal_pieces_the_later_one_is_quoted() -> None:
    page = paper(line(1, "Arkivsak"), line(2, "Stad"), line(3, "2010/4471", 150), line(4, "Brakka", 150))
    fact = told("Arkivsak 2010/4471", 3, 3, None, title="Arkivsak 2010/4471")
    assert stands(fact, page).quote == "2010/4471"


def test_what_stands_in_one_piece_keeps_its_place() -> None:
    page = paper(line(1, "Vi maler naustet før"), line(2, "jonsok og ordner kaia."))
    fact = told("Vi maler naustet før jonsok", 1, 2, (70, 114, 182, 139), title="naust")
    assert stands(fact, page) == fact.place


def test_what_no_page_has_keeps_its_place() -> None:
    fact = told("Ukjent", 1, 1, (70, 114, 90, 125))
    assert stands(fact, paper(line(1, "Her"))) == fact.place
    assert stands(fact) == fact.place


def test_a_quote_over_a_page_break_keeps_its_place() -> None:
    pages = paper(line(1, "Vi maler")), paper(line(1, "naustet.", page=2), number=2)
    fact = told("Vi maler naustet.", 1, 1, (70, 114, 110, 125))
    assert stands(fact, *pages) == fact.place


def test_the_order_of_the_file_says_what_follows_what() -> None:
    page = paper(line(1, "Ola Nes ringer"), line(2, "Uteområdet"), written="Uteområdet\r\nOla Nes\r\nÅse ringer")
    assert stands(told("Ola Nes ringer", 1, 1, None, title="Ola Nes"), page).quote == "Ola Nes"


def test_a_row_that_a_page_break_divides_stands_where_its_words_are() -> None:
    pages = (
        paper(row(9, 1, ["4.2"], [], y=780)),
        paper(row(1, 2, [], ["Kaia", "Trygve tingar grus."], y=60), number=2),
    )
    found = stands(told("Trygve tingar grus.", 9, 9, (60, 790, 160, 799)), *pages)
    assert (found.page, found.first, found.last) == (2, 1, 1)
    assert found.box == (265, 72, 265 + 5 * 19, 82)


def test_parts_of_one_page_do_not_move_to_the_next_one_that_has_them_in_one_piece() -> None:
    pages = (
        paper(line(1, "Sak 4"), line(2, "Sak 5"), line(3, "Båtplassar", 150), line(4, "Kaia", 150)),
        paper(line(1, "Sak 5 Kaia går fram.", page=2), number=2),
    )
    found = stands(told("Sak 5 Kaia", 4, 4, None, title="Kaia"), *pages)
    assert (found.page, found.quote, found.first) == (1, "Kaia", 4)


def test_a_box_that_cuts_its_words_off_grows_to_them() -> None:
    page = paper(row(3, 1, ["7"], ["Framdrift og bemanning", "Vi ligg ei veke etter."]))
    found = stands(told("Framdrift og bemanning", 3, 3, (260, 100, 330, 110)), page)
    assert found.box == (265, 100, 265 + 5 * 22, 110)


def test_a_box_around_half_a_heading_grows_to_the_number_before_it() -> None:
    page = paper(line(1, "Sak 18", 70), line(2, "Kaia", 70), line(3, "Vi ser på ho."))
    found = stands(told("Sak 18 Kaia", 2, 2, page.lines[1].box), page)
    assert (found.first, found.last, found.box) == (1, 2, (70, 114, 100, 139))


def test_of_two_places_with_the_same_words_the_nearest_is_meant() -> None:
    page = paper(
        line(1, "Ymse"), line(2, "Sak 1"), line(3, "Sak 2"), line(4, "Post", 150), line(5, "Ymse", 150), line(6, "Ymse")
    )
    found = stands(told("Sak 2 Ymse", 5, 5, (70, 142, 170, 181), title="Ymse"), page)
    assert (found.first, found.quote) == (5, "Ymse")


def test_names_beside_labels_drawn_before_them_are_found_by_their_own_words() -> None:
    heads = [
        replace(line(1 + i, text, y=120 + 14 * i), bold=True)
        for i, text in enumerate(("Dato", "Stad", "Møteleiar", "Referent"))
    ]
    said = ("3. mai 2014", "Brakka", "Tuva Hovland", "Jens Aakre")
    values = [line(6 + i, text, x=160, y=120 + 14 * i) for i, text in enumerate(said)]
    below = [line(20, "1. Kaia", y=220), line(21, "Tuva Hovland bestiller grus innen 1. juni.", y=240)]
    page = paper(*heads, line(5, "Referat frå byggemøte", y=80), *values, *below)
    [found] = records([page])
    assert {one["name"]: one["source"]["quote"] for one in found["attendance"]} == {
        "Tuva Hovland": "Tuva Hovland",
        "Jens Aakre": "Jens Aakre",
    }
    assert [one["source"]["lines"] for one in found["attendance"]] == [[8, 8], [9, 9]]


def test_cells_drawn_across_their_row_are_quoted_as_they_are_drawn(tmp_path: Path) -> None:
    """A producer that draws a row line by line: what stands below each other in a cell does not follow in the file."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas").Canvas(str(tmp_path / "m.pdf"), invariant=True)
    canvas.setFont("Helvetica", 10)
    for at, text in enumerate(("Referat fra møte i havnelaget 3. mai 2014", "Til stede: Tuva Hovland, Jens Aakre")):
        canvas.drawString(60, 790 - 16 * at, text)
    rows = [
        [("Sak", "Tema", "Ansvar", "Frist")],
        [("1", "Kaia", "Tuva", "1. juni"), ("", "Fortøyningene er slitte og", "Hovland", "2014")],
        [("", "skal byttes før høsten.", "", "")],
        [("2", "Naustet", "Jens", "2. juni"), ("", "Taket lekker ved pipa, og det", "Aakre", "2014")],
        [("", "skal tettes med blikk.", "", "")],
    ]
    top = 740
    lefts = (60, 100, 330, 440, 530)
    heights = [top]
    for lines in [rows[0], rows[1] + rows[2], rows[3] + rows[4]]:
        for at, cells in enumerate(lines):
            for x, text in zip(lefts, cells, strict=False):
                canvas.drawString(x + 4, heights[-1] - 12 - 12 * at, text)
        heights.append(heights[-1] - 12 * len(lines) - 8)
    for y in heights:
        canvas.line(lefts[0], y, lefts[-1], y)
    for x in lefts:
        canvas.line(x, heights[0], x, heights[-1])
    canvas.save()
    import pypdfium2

    with pypdfium2.PdfDocument(tmp_path / "m.pdf") as pdf:
        written = letters(pdf[0].get_textpage().get_text_range())
    [found] = process(identify(tmp_path / "m.pdf"), Options()).record["documents"]
    quotes = [one["source"]["quote"] for name in ("agenda", "actions", "deadlines") for one in found[name]]
    assert len(quotes) > 3
    assert [quote for quote in quotes if letters(quote) not in written] == []
