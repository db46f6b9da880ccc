"""Tables without rules, tables over pages and margin columns become rows and labelled lines."""

from __future__ import annotations

import pytest

from extractors.lexicon import lexicon
from pipeline.layout import margin, spans, unruled
from pipeline.model import Cell, Line

LEFTS = (60.0, 90.0, 300.0, 400.0)
LETTER = 5.0


def line(
    number: int,
    y: float,
    *parts: tuple[int, str],
    page: int = 1,
    bold: bool = False,
    gap: float = 0.2,
    whole: bool = False,
) -> Line:
    """A printed line at height `y` with a text in each of the columns named; `whole`: no gap was seen in it."""
    cells = tuple(Cell(text, (LEFTS[column], y, LEFTS[column] + LETTER * len(text), y + 9)) for column, text in parts)
    text = " ".join(text for _, text in parts)
    box = (cells[0].box[0], y, cells[-1].box[2], y + 9)  # type: ignore[index]
    return Line(page, number, text, text, box, 10.0, bold, cells if len(cells) > 1 and not whole else (), gap=gap)


HEADER = line(1, 100, (0, "Sak"), (1, "Oppgåve"), (2, "Kven"), (3, "Til når"), bold=True)
ROWS = [
    ["4", "Skaffe pris på nye master til båten\nfrå minst to verft", "Tuva", "1. mai"],
    ["", "Be om løyve til kaia", "Jo og Tuva", "neste møte"],
    ["5", "Male skuret", "Alle", ""],
]


def rows(*lines: Line) -> list[list[str]]:
    """The rows below the header, cell by cell."""
    found = [one for one in unruled.assemble([HEADER, *lines], lexicon()) if one.table is not None]
    return [[cell.text for cell in one.cells] for one in found[1:]]


def test_written_line_by_line() -> None:
    found = rows(
        line(2, 115, (0, "4"), (1, "Skaffe pris på nye master til båten"), (2, "Tuva"), (3, "1. mai")),
        line(3, 127, (1, "frå minst to verft")),
        line(4, 142, (1, "Be om løyve til kaia"), (2, "Jo og Tuva"), (3, "neste møte")),
        line(5, 157, (0, "5"), (1, "Male skuret"), (2, "Alle")),
    )
    assert found == ROWS


def test_rows_whose_cells_have_no_room_and_marks_in_small_letters() -> None:
    found = rows(
        line(2, 115, (0, "4"), (1, "Grunnarbeid og betong, heile tomta i nord"), (2, "Tuva Hovland"), (3, "x")),
        line(3, 129, (0, "5"), (1, "Rørleggjarmeistrane Vik og Berge i Nordvika"), (2, "Jo Aakre"), (3, "x")),
        line(4, 143, (0, "6"), (1, "Elektroinstallasjonar Nordvika og omegn AS"), (2, "Siv Moen"), (3, "x")),
        line(5, 157, (0, "7"), (1, "Elektroinstallasjonar Nordvika og omegn AS"), (2, "Mona Lysø")),
    )
    assert [row[2] for row in found] == ["Tuva Hovland", "Jo Aakre", "Siv Moen", "Mona Lysø"]


def test_a_label_that_looks_like_two_cells_ends_a_table() -> None:
    found = rows(
        line(2, 115, (0, "4"), (1, "Skaffe pris"), (2, "Tuva"), (3, "1. mai")),
        line(3, 129, (0, "Varamedlemer"), (2, "som møtte:")),
    )
    assert found == [["4", "Skaffe pris", "Tuva", "1. mai"]]


def test_written_cell_by_cell_top_aligned_and_centred() -> None:
    top = rows(
        line(2, 115, (0, "4"), (1, "Skaffe pris på nye master til båten"), whole=True),
        line(3, 127, (1, "frå minst to verft")),
        line(4, 115, (2, "Tuva"), (3, "1. mai"), gap=0.0),
        line(5, 142, (1, "Be om løyve til kaia"), (2, "Jo og Tuva"), (3, "neste møte")),
        line(6, 157, (0, "5"), (1, "Male skuret"), (2, "Alle")),
    )
    centred = rows(
        line(2, 121, (0, "4")),
        line(3, 115, (1, "Skaffe pris på nye master til båten")),
        line(4, 127, (1, "frå minst to verft")),
        line(5, 121, (2, "Tuva"), (3, "1. mai"), gap=0.0),
        line(6, 142, (1, "Be om løyve til kaia"), (2, "Jo og Tuva"), (3, "neste møte")),
        line(7, 157, (0, "5"), (1, "Male skuret"), (2, "Alle")),
    )
    assert top == ROWS
    assert centred == ROWS


def test_it_goes_on_over_the_page_and_ends_where_text_begins() -> None:
    lines = [
        HEADER,
        line(2, 115, (0, "4"), (1, "Leige kran"), (2, "Jo"), (3, "1. mai")),
        line(1, 60, (0, "Sak"), (1, "Oppgåve"), (2, "Kven"), (3, "Til når"), page=2, bold=True),
        line(2, 75, (0, "5"), (1, "Male skuret"), (2, "Alle"), page=2),
        line(3, 95, (0, "Etter møtet vart det servert suppe til alle som hadde hjelpt til"), page=2, gap=1.0),
    ]
    found = unruled.assemble(lines, lexicon())
    assert [one.text for one in found if one.table == 101] == [
        "Sak Oppgåve Kven Til når",
        "4 Leige kran Jo 1. mai",
        "5 Male skuret Alle",
    ]
    assert found[-1].table is None


@pytest.mark.parametrize("heads", [("Sak", "Regnskap"), ("Fjord", "Fjell", "Vidde"), ("til stede", "var", "alle")])
def test_other_lines_are_no_headers(heads: tuple[str, ...]) -> None:
    assert not unruled.is_header(line(1, 100, *enumerate(heads)), lexicon())


def row(page: int, *texts: str, table: int = 1, x: float = 0.0) -> Line:
    """One row of a ruled table."""
    cells = tuple(Cell(text, (LEFTS[i] + x, 100, LEFTS[i] + 80 + x, 120)) for i, text in enumerate(texts))
    return Line(page, 1, " ".join(texts), " ".join(texts), (60, 100, 500, 120), 10.0, False, cells, table)


def test_a_ruled_table_over_a_page_break_is_one_and_a_broken_row_whole() -> None:
    found = spans.joined([row(1, "4", "Leige kran og"), row(2, "", "lastebil"), row(2, "5", "Male")])
    assert [one.table for one in found] == [1, 1]
    assert [[cell.text for cell in one.cells] for one in found] == [["4", "Leige kran og\nlastebil"], ["5", "Male"]]


def test_a_heading_over_several_columns_ends_a_page_within_its_table() -> None:
    head = Line(
        1,
        2,
        "5 Gras",
        "5 Gras",
        (60, 120, 530, 130),
        table=1,
        cells=(Cell("5", (60, 120, 90, 130)), Cell("Gras", (100, 120, 530, 130))),
    )
    wide = [
        Line(
            page,
            1,
            f"{number} Slå",
            f"{number} Slå",
            (60, 100, 530, 110),
            table=1,
            cells=(
                Cell(number, (60, 100, 90, 110)),
                Cell("Slå", (100, 100, 400, 110)),
                Cell("Ola", (410, 100, 530, 110)),
            ),
        )
        for page, number in ((1, "4.1"), (2, "5.1"))
    ]
    assert [one.table for one in spans.joined([wide[0], head, wide[1]])] == [1, 1, 1]


def test_another_tables_columns_make_another_table() -> None:
    found = spans.joined([row(1, "4", "Leige kran"), row(2, "Ola", "Nes", x=20), row(2, "Kari", "Lie", table=2)])
    assert [one.table for one in found] == [1, 2, 3]


def beside(number: int, y: float, text: str, owner: str = "", gap: float = 0.2) -> Line:
    """A line of text with a name in the margin."""
    parts = [(0, text)] if not owner else [(0, text), (3, owner)]
    return line(number, y, *parts, gap=gap)


def test_owners_in_the_margin_go_behind_their_sentences() -> None:
    found = margin.owners(
        [
            line(1, 80, (3, "Ansvar")),
            beside(2, 100, "Masta er for kort. Ny mast blir tinga", "Tuva,"),
            beside(3, 112, "frå verftet.", "Jo"),
            beside(4, 140, "Kaia skal vaskast før sankthans.", "Alle", gap=1.5),
            beside(5, 152, "Det vart sagt mykje om dette."),
        ],
        lexicon(),
    )
    assert [one.text for one in found] == [
        "Masta er for kort. Ny mast blir tinga",
        "frå verftet.",
        "Ansvar: Tuva, Jo",
        "Kaia skal vaskast før sankthans.",
        "Ansvar: Alle",
        "Det vart sagt mykje om dette.",
    ]


def test_without_a_heading_there_is_no_margin() -> None:
    lines = [beside(1, 100, "Kaia skal vaskast.", "Alle")]
    assert margin.owners(lines, lexicon()) == lines
