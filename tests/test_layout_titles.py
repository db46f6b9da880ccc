"""Where items stand in columns and tables: numbers broken in two, titles in the margin, rows that are headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.lexicon import lexicon
from pipeline import headed_table, minutes_table
from pipeline.cell_text import tells
from pipeline.layout import spans
from pipeline.model import Cell, Line
from tests.test_layout import line, tidied


@pytest.mark.parametrize(
    ("upper", "lower", "whole"), [("12/", "08", "12/08"), ("Sak", "4", "Sak 4"), ("PS 7/", "2014", "PS 7/2014")]
)
def test_a_number_broken_in_two_goes_before_the_title_beside_it(upper: str, lower: str, whole: str) -> None:
    lines = (line(1, upper, x=60, y=110), line(2, lower, x=60, y=124), line(3, "Båtplassar", x=120, y=103))
    assert tidied(*lines, line(4, "Det er ti på venteliste.", x=120, y=140)) == [
        f"{whole} Båtplassar",
        "Det er ti på venteliste.",
    ]


def bold(one: Line) -> Line:
    return replace(one, bold=True)


def test_case_numbers_at_the_right_edge_go_before_their_headings() -> None:
    first = bold(line(1, "Båtplassar", x=70, y=100))
    first = replace(first, cells=(Cell("Båtplassar", (70, 100, 130, 111)), Cell("Sak 4/08", (480, 100, 530, 111))))
    wrapped = [bold(line(3, "Leige av kaia til dei", x=70, y=140)), bold(line(4, "som fiskar", x=70, y=154))]
    lines = (first, line(2, "Det er ti på lista.", y=120), *wrapped, bold(line(5, "Sak 5/08", x=480, y=147)))
    assert tidied(*lines, line(6, "Leiga er uendra.", y=180)) == [
        "Sak 4/08 Båtplassar",
        "Det er ti på lista.",
        "Sak 5/08 Leige av kaia til dei",
        "som fiskar",
        "Leiga er uendra.",
    ]


def test_case_numbers_drawn_before_the_titles_beside_them() -> None:
    numbers = [bold(line(1, "Sak 4", x=60, y=130)), bold(line(2, "Sak 5", x=60, y=190))]
    text = [line(3, "Det vart sagt at kaia er sliten.", x=120, y=100), bold(line(4, "Båtplassar", x=120, y=130))]
    rest = [line(5, "Det er ti på lista.", x=120, y=145), bold(line(6, "Eventuelt", x=120, y=190))]
    assert tidied(*numbers, *text, *rest, line(7, "Ingen ting.", x=120, y=205)) == [
        "Det vart sagt at kaia er sliten.",
        "Sak 4 Båtplassar",
        "Det er ti på lista.",
        "Sak 5 Eventuelt",
        "Ingen ting.",
    ]


def test_a_case_named_at_the_end_of_a_line_stays() -> None:
    text = "Styret viste til det som vart sagt om leiga i"
    one = replace(
        line(1, f"{text} sak 4/08"), cells=(Cell(text, (70, 100, 400, 111)), Cell("sak 4/08", (480, 100, 530, 111)))
    )
    assert tidied(one, line(2, "og tok det til vitande.", y=120))[0].startswith("Styret viste")


def test_a_number_between_dashes_is_that_of_the_heading_centred_below_it() -> None:
    lines = (line(1, "Ref. Tuva Hovland"), line(2, "– 2 –", x=290, y=140), line(3, "Taket på naustet", x=262, y=152))
    assert tidied(*lines, line(4, "Det lek.", y=170))[1:] == ["2. Taket på naustet", "Det lek."]


def test_the_number_of_a_page_is_no_heading() -> None:
    assert tidied(line(1, "– 2 –", x=290, y=40), line(2, "Taket lek, og det hastar.", x=70, y=120))[0] == "– 2 –"


@pytest.mark.parametrize("number", ["12/08", "4.", "Sak 4"])
def test_a_number_halfway_down_its_row_goes_before_the_row(number: str) -> None:
    row = [line(2 + i, text, x=120, y=100 + 14 * i) for i, text in enumerate(("Kaia", "Den står.", "Godt.", "Takk."))]
    assert tidied(line(1, number, x=60, y=121), *row)[:2] == [f"{number} Kaia", "Den står."]


def test_two_numbers_far_from_each_other_stay_two() -> None:
    assert tidied(line(1, "12/", x=60), line(2, "08", x=300)) == ["12/", "08"]


def margin(titles: tuple[str, ...], step: float) -> list[Line]:
    """Titles at the left edge, and behind them their texts on the right, two lines for each."""
    heads = [line(1 + i, title, x=60, y=100 + step * i) for i, title in enumerate(titles)]
    texts = [
        line(10 + 2 * i + j, f"Tekst {i} {j} om dette.", x=200, y=100 + step * i + 14 * j)
        for i in range(len(titles))
        for j in (0, 1)
    ]
    return [*heads, *texts]


def test_titles_in_the_margin_go_before_their_texts() -> None:
    found = tidied(*margin(("Garasjar", "Hekken", "Leikeplassen"), 60))
    assert found[:4] == ["Garasjar", "Tekst 0 0 om dette.", "Tekst 0 1 om dette.", "Hekken"]


def test_a_column_of_close_lines_is_no_margin_of_titles() -> None:
    assert tidied(*margin(("Vi møttest", "på skulen", "og rydda"), 14))[:2] == ["Vi møttest", "på skulen"]


def rows(*cells: tuple[str, ...], page: int = 1) -> list[Line]:
    """Rows of one ruled table."""
    made = [tuple(Cell(text, (60 + 100 * i, 0, 160 + 100 * i, 12)) for i, text in enumerate(row)) for row in cells]
    return [Line(page, i, " ".join(row), " ".join(row), cells=made[i], table=1) for i, row in enumerate(cells)]


def unrolled(*cells: tuple[str, ...]) -> list[str]:
    return [one.text for one in headed_table.unroll(rows(*cells), 5.0, lexicon())]


def test_rows_of_headings_and_points_are_written_out() -> None:
    assert unrolled(
        ("Pkt", "Tekst", "Ansvar", "Frist"),
        ("4.1", "Sikkerhet"),
        ("a", "Gjerdet er flyttet.", "", ""),
        ("b", "Ny vakt må ha kurs.", "PN", "12.3."),
        ("4.2", "Økonomi"),
        ("3.7", "Faktura 5 er betalt.", "TB", "utført"),
        ("c", "Tillegg 2 er mottatt.", "info", ""),
    ) == [
        "4.1 Sikkerhet",
        "Gjerdet er flyttet.",
        "Ny vakt må ha kurs.",
        "Ansvar: PN",
        "Frist: 12.3.",
        "4.2 Økonomi",
        "Faktura 5 er betalt.",
        "Tillegg 2 er mottatt.",
    ]


def test_a_heading_may_fill_one_cell_over_the_whole_width() -> None:
    assert unrolled(
        ("", "Sak", "Ansvar", "Frist"),
        ("1. Framdrift",),
        ("1.1", "Taket er tett.", "", ""),
        ("2. Økonomi",),
        ("2.1", "Faktura 5 må sendes på nytt.", "TB", ""),
    ) == ["1. Framdrift", "Taket er tett.", "2. Økonomi", "Faktura 5 må sendes på nytt.", "Ansvar: TB"]


def test_a_table_of_tasks_stays_a_table() -> None:
    table = (
        ("Nr", "Tiltak", "Ansvar", "Frist"),
        ("1", "Male gjerdet.", "PN", "mai"),
        ("2", "Kjøpe kost.", "TB", "juni"),
    )
    assert len(unrolled(*table)) == len(table)


def test_rows_that_words_head_are_written_out() -> None:
    assert unrolled(
        ("Sak 2", "Ny brygge"),
        ("Drøfting", "Tre tilbud er kommet inn."),
        ("Vedtak", "Det rimeligste tas."),
        ("Ansvar", "Per Nes", "Frist", "1. juni"),
    ) == [
        "Sak 2 Ny brygge",
        "Drøfting: Tre tilbud er kommet inn.",
        "Vedtak: Det rimeligste tas.",
        "Ansvar: Per Nes",
        "Frist: 1. juni",
    ]


def test_a_title_with_text_in_one_cell_heads_its_row() -> None:
    text = "Det kom inn fire søknader til stillingen i år,\nog to av dem er blitt intervjuet."
    assert unrolled(("1/09", f"Tilsetting\n{text}"), ("2/09", f"Leie\n{text}"))[:2] == [
        "1/09 Tilsetting",
        text.replace("\n", " "),
    ]


def test_a_list_of_titles_in_a_table_stays_a_list() -> None:
    assert len(unrolled(("Sak 1", "Godkjenning"), ("Sak 2", "Regnskap"), ("Sak 3", "Valg"))) == 3


def test_a_row_broken_by_the_page_is_one() -> None:
    first, second = rows(("4.3", "", "TB", "1.5.")), rows(("", "Tillegg 3 mangler pris.", "", ""), page=2)
    assert len(spans.joined([*first, *second])) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kari sender brev", True),
        ("Kari og Ola rydder lageret", True),
        ("Kari Nes", False),
        ("Leder og kasserer", False),
        ("Styret ved kasserer", False),
    ],
)
def test_a_cell_that_says_who_does_what(value: str, expected: bool) -> None:
    assert tells(value) is expected


def test_a_table_of_matters_may_have_a_head() -> None:
    told = "Grus er tinga.\nHan kjem i veke 20, om alt går slik det skal."
    found = unrolled(
        ("Nr", "Tema"), *((str(at), f"{title}\n{told}") for at, title in enumerate(("Vegen", "Kaia", "Naustet"), 1))
    )
    assert [one for one in found if one[0].isdigit()] == ["1 Vegen", "2 Kaia", "3 Naustet"]


def test_who_follows_up_stands_in_a_column_of_that_name() -> None:
    assert unrolled(
        ("Pkt", "Tekst", "Oppfølging", "Frist"),
        ("1", "FRAMDRIFT", "", ""),
        ("1.4", "Kranen kjem ikkje før påske.", "Verftet", "12.03"),
        ("2", "ØKONOMI", "", ""),
        ("2.7", "Tillegget er ikkje godkjent.", "", ""),
    ) == [
        "1 FRAMDRIFT",
        "Kranen kjem ikkje før påske.",
        "Ansvar: Verftet",
        "Frist: 12.03",
        "2 ØKONOMI",
        "Tillegget er ikkje godkjent.",
    ]


def test_points_kept_from_the_meeting_before_stand_among_those_of_a_table() -> None:
    table = rows(
        ("Pkt.", "Sak", "Ansvar", "Frist"),
        ("9.01", "Referat fra byggemøte 8\nIngen hadde noe å si om det som stod der.", "", ""),
        ("8.03", "Malerarbeid i gangen\nFargen er bestemt, og maleren er i gang i annen etasje.", "ML", "1.3."),
        ("9.02", "Gjerdet mot veien\nPortene står ikke i lodd, og de må rettes før vinteren.", "TH", "2.3."),
        ("9.03", "Eventuelt\nKranen på plassen blir stående til over påske i år også.", "", ""),
    )
    written = [line.text for line in minutes_table.unroll(table, 5.0, lexicon())]
    assert written[0] == "9.01 Referat fra byggemøte 8"
    assert "8.03 Malerarbeid i gangen" in written
    assert "Ansvar: ML" in written


def test_rows_that_words_head_of_which_some_are_unknown() -> None:
    assert unrolled(
        ("Redegjørelse", "Taket lekker."),
        ("Ordskifte", "Mange var uenige."),
        ("Vedtak", "Taket skiftes."),
        ("Eventuelt", "Nøkkelen er borte."),
    ) == ["Taket lekker.", "Ordskifte: Mange var uenige.", "Vedtak: Taket skiftes.", "Eventuelt", "Nøkkelen er borte."]


def test_rows_of_words_without_a_resolution_stay_a_table() -> None:
    table = (("Nord", "Tre kniver"), ("Sør", "To gafler"))
    assert unrolled(*table) == [" ".join(row) for row in table]
