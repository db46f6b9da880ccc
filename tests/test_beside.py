"""Names at the height of what they are about, grids that are not drawn whole, and initials that nothing heads."""

from __future__ import annotations

import pytest

from extractors.lexicon import lexicon
from pipeline import beside
from pipeline.cell_text import Columns
from pipeline.layout import margin, tables
from pipeline.model import Cell, Line
from pipeline.readers.open_grid import Piece, parts, with_sides

COLUMNS = Columns((1,), 2, None, {})
TEXT = (
    "Naustet\nDet regnar inn ved pipa og langs heile langveggen mot\nsør. Nokon må sjå på det.\n"
    "Kaia er rydda. Fortøyingane skal byttast før haustflo og\nhauststormar kjem.\nTakk til alle."
)


def row(owners: dict[float, str], number: float = 100.0) -> Line:
    """A row of a table with a title and three paragraphs from height 100 on, a line each 12 points."""
    cells = (
        Cell("4", (50, 95, 80, 180), ((50, number, 60, number + 10),)),
        Cell(TEXT, (80, 95, 400, 180), tuple((80, 100.0 + 12 * at, 400, 110.0 + 12 * at) for at in range(6))),
        Cell("\n".join(owners.values()), (400, 95, 500, 180), tuple((400, top, 500, top + 10) for top in owners)),
    )
    return Line(1, 1, TEXT, TEXT, (50, 95, 500, 180), 10.0, False, cells, 1)


def held(owners: dict[float, str], number: float = 100.0) -> list[tuple[str, str]]:
    """The last line of each part, and the names beside it."""
    found = beside.parted(row(owners, number), COLUMNS, lexicon())
    return [(one.cells[1].text.split("\n")[-1], one.cells[2].text) for one in found]


@pytest.mark.parametrize(
    ("owners", "number", "expected"),
    [
        ({100.0: "Tuva"}, 100, [("Takk til alle.", "Tuva")]),
        (
            {112.0: "Tuva", 136.0: "Jens"},
            100,
            [("sør. Nokon må sjå på det.", "Tuva"), ("hauststormar kjem.", "Jens"), ("Takk til alle.", "")],
        ),
        ({136.0: "Jens"}, 100, [("hauststormar kjem.", "Jens"), ("Takk til alle.", "")]),
        ({130.0: "Jens"}, 130, [("Takk til alle.", "Jens")]),
        ({112.0: "Jens", 124.0: "Aakre"}, 100, [("Takk til alle.", "Jens\nAakre")]),
        ({100.0: "Tuva", 129.0: "Jens"}, 100, [("Takk til alle.", "Tuva, Jens")]),
    ],
    ids=["at the top", "apart", "lower down", "centred with its number", "one name on two lines", "beside no line"],
)
def test_names_stand_beside_their_paragraph(
    owners: dict[float, str], number: float, expected: list[tuple[str, str]]
) -> None:
    assert held(owners, number) == expected


@pytest.mark.parametrize(
    "owners", [{100.0: "Tuva ringjer verftet.", 136.0: "Jens"}, {100.0: "Tuva", 129.0: "12.3."}], ids=["told", "a day"]
)
def test_other_cells_stay_as_they_are(owners: dict[float, str]) -> None:
    assert held(owners) == [("Takk til alle.", "\n".join(owners.values()))]


def test_the_place_of_a_part_is_its_own() -> None:
    first, second, third = beside.parted(row({112.0: "Tuva", 136.0: "Jens"}), COLUMNS, lexicon())
    assert [one.cells[1].box for one in (first, second, third)] == [
        (80, 95, 400, 136),
        (80, 136, 400, 160),
        (80, 160, 400, 180),
    ]
    assert [one.cells[0].text for one in (first, second, third)] == ["4", "", ""]


HEADING = ((50.0, 100.0, 90.0, 115.0), (90.0, 100.0, 400.0, 115.0), (400.0, 100.0, 500.0, 115.0))
OPEN = ((90.0, 115.0, 400.0, 200.0),)


def test_a_row_without_rules_at_its_sides_has_the_sides_of_the_headings() -> None:
    heading = (*HEADING, (500.0, 100.0, 560.0, 115.0))
    points = ((90.0, 115.0, 400.0, 200.0), (400.0, 115.0, 500.0, 200.0))
    assert with_sides((heading, points))[1] == (
        (50.0, 115.0, 90.0, 200.0),
        *points,
        (500.0, 115.0, 560.0, 200.0),
    )


def test_a_cell_over_several_rows_leaves_no_side_open() -> None:
    spanning = ((50.0, 100.0, 90.0, 200.0), *HEADING[1:], (500.0, 100.0, 560.0, 115.0))
    below = ((90.0, 115.0, 400.0, 200.0), (400.0, 115.0, 500.0, 200.0), (500.0, 115.0, 560.0, 200.0))
    assert with_sides((spanning, below))[1] == below


A, B = (50.0, 100.0, 90.0, 200.0), (90.0, 100.0, 400.0, 200.0)


def told(*texts: tuple[int, float, str]) -> list[Piece]:
    return [Piece((A, B)[column], text, (0, top, 0, top + 10)) for column, top, text in texts]


@pytest.mark.parametrize(
    ("pieces", "cut", "expected"),
    [
        (told((0, 102, "7.1"), (1, 102, "Kran."), (0, 130, "7.15"), (1, 131, "Stillas.")), False, 2),
        (told((1, 102, "og taket."), (0, 130, "7.2"), (1, 130, "Stillas.")), True, 2),
        (told((1, 102, "og taket."), (0, 130, "7.2"), (1, 130, "Stillas.")), False, 1),
        (told((1, 102, "Kran og"), (0, 130, "7.2"), (1, 130, "stillas.")), True, 1),
        (told((0, 102, "7.2"), (1, 102, "Kran."), (0, 130, "7.1"), (1, 130, "Stillas.")), False, 1),
        (told((0, 102, "7.1"), (1, 102, "Kran."), (0, 130, "7.2"), (1, 150, "Stillas.")), False, 1),
        (told((0, 102, "Vår"), (1, 102, "Kran."), (0, 130, "2"), (1, 130, "Stillas.")), False, 1),
    ],
)
def test_points_of_a_row_that_no_rule_divides(pieces: list[Piece], cut: bool, expected: int) -> None:
    found = parts((A, B), pieces, cut)
    assert len(found) == expected
    assert [piece for part in found for piece in part] == pieces


def text(number: int, words: str, margin_text: str = "", right: float = 540.0) -> Line:
    """A line of text, 400 points wide, with something in the margin."""
    y = 100.0 + 14 * number
    whole = Cell(words, (70, y, 470, y + 10))
    cells = (whole, Cell(margin_text, (right - 20, y, right, y + 10))) if margin_text else ()
    return Line(
        1, number, f"{words} {margin_text}".strip(), words, (70, y, 540 if cells else 470, y + 10), 10.0, False, cells
    )


def test_initials_in_the_margin_need_no_heading() -> None:
    lines = [
        text(1, "Med var Tuva Hovland, Jens Aakre (JEA) og Mona Lysø."),
        text(2, "Tak over kaia vert tinga hjå den lågaste.", "TH"),
        text(3, "Det vart òg sagt mykje om båten."),
        text(4, "Nokon ringjer verftet.", "JEA"),
        text(5, "Vaffeljarnet vert skifta.", "ML, TH"),
    ]
    found = [one.text for one in margin.owners(lines, lexicon())]
    assert [one for one in found if one.startswith("Ansvar")] == ["Ansvar: TH", "Ansvar: JEA", "Ansvar: ML, TH"]


@pytest.mark.parametrize(
    "strange", [("NOK", "EUR", "USD"), ("TH", "", ""), ("Tuva", "Jens", "Mona"), ("SP", "AP", "SP")]
)
def test_other_words_at_the_edge_are_no_owners(strange: tuple[str, str, str]) -> None:
    lines = [text(1, "Med var Tuva Hovland (SP), Jens Aakre (AP) og Mona Lysø (SP).")]
    lines += [text(2 + at, "Det vart betalt i fjor.", words) for at, words in enumerate(strange)]
    assert margin.owners(lines, lexicon()) == lines


@pytest.mark.parametrize(("status", "kept"), [("Ny", ""), ("nytt.", ""), ("Lukket", "Lukket"), ("Pågår", "Pågår")])
def test_a_new_task_is_no_follow_up(status: str, kept: str) -> None:
    head, task = (
        Line(1, at, "", "", None, 10.0, False, tuple(map(Cell, texts)), 1)
        for at, texts in enumerate([("ID", "Aksjon", "Ansvarlig", "Frist", "Status"), ("1", "Male", "Jo", "", status)])
    )
    assert tables.fresh([head, task], lexicon())[1].cells[4].text == kept
