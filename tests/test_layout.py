"""Lines put together as they are read: markers, columns of labels, forms, labels beside each other, furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.lexicon import lexicon
from pipeline.furniture import split
from pipeline.layout import tabled, tidy
from pipeline.model import Box, Cell, Line, Page


def line(
    number: int,
    text: str,
    x: float = 70,
    y: float | None = None,
    *,
    cells: tuple[str, ...] = (),
    table: int | None = None,
) -> Line:
    """One line of letters five points wide, eleven high and fourteen apart."""
    top = 100 + 14 * number if y is None else y
    right = x + 5 * len(text)
    parts = tuple(Cell(part, (x + 150 * i, top, x + 150 * (i + 1), top + 11)) for i, part in enumerate(cells))
    return Line(1, number, text, text, (x, top, right, top + 11), 11.0, False, parts, table)


def test_labels_drawn_before_the_column_of_their_values_are_joined_to_them() -> None:
    heads = [
        replace(line(1 + i, text, y=100 + 14 * i), bold=True) for i, text in enumerate(("Prosjekt", "Dato", "Sted"))
    ]
    values = [line(5 + i, text, x=160, y=100 + 14 * i) for i, text in enumerate(("Ny kai", "3. mai 2014", "Brakka"))]
    assert tidied(*heads, line(4, "Referat nr. 7", y=80), *values) == [
        "Referat nr. 7",
        "Prosjekt: Ny kai",
        "Dato: 3. mai 2014",
        "Sted: Brakka",
    ]


def test_a_column_whose_values_stand_below_their_labels_is_not_torn() -> None:
    side = ["Når", "3. mai 2014", "Sted", "Brakka", "Til stede", "Tuva Hovland", "Forfall", "Jens Aakre"]
    column = [line(1 + i, text, y=100 + 14 * i) for i, text in enumerate(side)]
    beside = [line(20 + i, f"Vi snakket lenge om punkt {i} her.", x=250, y=100 + 14 * i) for i in range(8)]
    found = tidied(*column, *beside)
    assert "Brakka" in found and not any("Sted" in text and "Vi snakket" in text for text in found)


def test_a_label_read_before_lines_that_stand_above_it_is_put_where_it_stands() -> None:
    scan = [
        line(1, "Til stede: Tuva Hovland, Lia kommune", y=100),
        line(2, "Forfall:", y=142),
        line(3, "Jens Aakre, Vik kommune", x=140, y=114),
        line(4, "Siv Moen, Nes kommune", x=140, y=128),
        line(5, "Mona Lysø, Vik kommune", x=140, y=142),
    ]
    found = tidied(*scan)
    assert found[1:3] == ["Jens Aakre, Vik kommune", "Siv Moen, Nes kommune"]
    assert "Forfall:" in found[3]


def test_the_second_word_of_a_label_stays_with_the_first() -> None:
    scan = [
        line(1, "Til", y=100),
        line(2, "stede:", y=114),
        line(3, "Jens Aakre, Vik kommune", x=140, y=100),
        line(4, "Siv Moen, Nes kommune", x=140, y=114),
    ]
    found = " ".join(tidied(*scan))
    assert found.index("stede:") < found.index("Jens")


def page(*lines: Line, number: int = 1) -> Page:
    return Page(number, 595, 842, lines)


def tidied(*lines: Line, number: int = 1) -> list[str]:
    known = lexicon()
    return [one.text for one in tabled(tidy(page(*lines, number=number), known).lines, known)]


@pytest.mark.parametrize("marker", ["1.", "12)", "a)", "•", "–", "iv."])
def test_a_marker_drawn_last_goes_before_its_line(marker: str) -> None:
    lines = (line(1, "Innledning"), line(2, "Maling av brygga", x=90), line(3, marker, x=72, y=128))
    assert tidied(*lines) == ["Innledning", f"{marker} Maling av brygga"]


def test_a_marker_with_nothing_beside_it_stays() -> None:
    assert tidied(line(1, "Innledning"), line(5, "3.")) == ["Innledning", "3."]


@pytest.mark.parametrize(
    ("text", "expected", "bold"),
    [
        ("## Budsjett", "Budsjett", True),
        ("> sitert", "sitert", False),
        ("**Vedtak:** Brygga males", "Vedtak: Brygga males", False),
        ("- [ ] male brygga", "- male brygga", False),
        ("Rom #3", "Rom #3", False),
    ],
)
def test_marks_of_markdown(text: str, expected: str, bold: bool) -> None:
    (found,) = tidy(page(line(1, text)), lexicon()).lines
    assert (found.text, found.bold, found.raw) == (expected, bold, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møteleder Tuva Hovland", "Møteleder: Tuva Hovland"),
        ("Til stede Tuva Hovland og Jens Aakre", "Til stede: Tuva Hovland og Jens Aakre"),
        ("Dato 3. mai 2012", "Dato: 3. mai 2012"),
        ("Tid kl. 18.00", "Tid: kl. 18.00"),
        ("Forfall ble ikke meldt.", "Forfall ble ikke meldt."),
        ("Stedet er fint om sommeren", "Stedet er fint om sommeren"),
        ("Dato: 3. mai 2012", "Dato: 3. mai 2012"),
    ],
)
def test_a_label_of_the_head_without_its_colon(text: str, expected: str) -> None:
    assert tidied(line(1, text)) == [expected]
    assert tidied(line(1, text), number=2) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dato: 3. mai 2012  Tid: kl. 18.00  Sted: Rådhuset",
            ["Dato: 3. mai 2012", "Tid: kl. 18.00", "Sted: Rådhuset"],
        ),
        ("Møteleder: Tuva Hovland. Referent: Jens Aakre", ["Møteleder: Tuva Hovland.", "Referent: Jens Aakre"]),
        ("Ansvar: Tuva. Frist: 3. mai", ["Ansvar: Tuva.", "Frist: 3. mai"]),
        ("Vedtak: Ansvar: Tuva", ["Vedtak: Ansvar: Tuva"]),
        ("Han sa: Dato: vet ikke", ["Han sa: Dato: vet ikke"]),
        ("Sted: Rådhuset", ["Sted: Rådhuset"]),
    ],
)
def test_labels_beside_each_other(text: str, expected: list[str]) -> None:
    assert tidied(line(1, text)) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Til stede", "Tuva Hovland\nJens Aakre"), ["Til stede: Tuva Hovland", "Jens Aakre"]),
        (("Dato", "3. mai 2012"), ["Dato: 3. mai 2012"]),
        (("Tuva Hovland", "leder"), ["Tuva Hovland | leder"]),
        (("Følgjande medlemer møtte", "Parti"), ["Følgjande medlemer møtte"]),
        (("Navn", "Møtt", "Forfall"), ["Navn | Møtt | Forfall"]),
    ],
)
def test_forms_in_a_table(cells: tuple[str, ...], expected: list[str]) -> None:
    flat = " | ".join(cell.replace("\n", " ") for cell in cells)
    assert tidied(line(1, flat, cells=cells, table=1)) == expected


def test_labels_in_a_column_of_their_own() -> None:
    labels = ("Dato", "Sted", "Til stede", "Forfall", "Referent")
    values = ("3. mai 2012", "Rådhuset", "Tuva Hovland, Jens Aakre", "Ingen", "Jens Aakre")
    column = [line(1 + i, label, x=70, y=120 + 20 * i) for i, label in enumerate(labels)]
    beside = [line(6 + i, value, x=180, y=120 + 20 * i) for i, value in enumerate(values)]
    found = tidied(*column, *beside)
    assert found == [f"{label}: {value}" for label, value in zip(labels, values, strict=True)]


def test_the_joined_line_has_the_box_of_both() -> None:
    labels = ("Dato", "Sted", "Til stede", "Forfall")
    column = [line(1 + i, label, x=70, y=120 + 20 * i) for i, label in enumerate(labels)]
    beside = [line(5 + i, "Tuva Hovland", x=180, y=120 + 20 * i) for i in range(4)]
    found = tidy(page(*column, *beside), lexicon()).lines[0]
    expected: Box = (70, 120, 240, 131)
    assert (found.box, found.raw) == (expected, "Dato Tuva Hovland")


def paged(top: str, bottom: str, *body: str, number: int) -> Page:
    lines = [line(1, top, y=30), *(line(2 + i, text, y=200 + 14 * i) for i, text in enumerate(body))]
    lines = [
        Line(number, one.number, one.text, one.raw, one.box, one.size) for one in [*lines, line(90, bottom, y=800)]
    ]
    return Page(number, 595, 842, tuple(lines))


def test_what_repeats_at_the_edges_is_furniture() -> None:
    pages = tuple(paged("Lia vel", f"Side {n} av 3", f"Innhold {n}", number=n) for n in (1, 2, 3))
    content, off = split(pages, lexicon())
    assert [one.text for one in content] == ["Innhold 1", "Innhold 2", "Innhold 3"]
    assert len(off) == 6


@pytest.mark.parametrize("bottom", ["Side 1 av 2", "- 3 -", "4", "Referat Lia vel side 2/3", "s. 7"])
def test_page_numbers_of_many_shapes(bottom: str) -> None:
    content, off = split((paged("Referat", bottom, "Innhold", number=1),), lexicon())
    assert [one.text for one in off] == [bottom]
    assert [one.text for one in content] == ["Referat", "Innhold"]


def test_what_stands_once_or_in_the_middle_is_content() -> None:
    pages = (paged("Referat", "Tuva Hovland", "Likt", number=1), paged("Vedlegg", "Jens Aakre", "Likt", number=2))
    content, off = split(pages, lexicon())
    assert off == []
    assert len(content) == 6
