"""Minutes kept in a table whose shape tells that they are: written out as headings, text, owners and deadlines."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.lexicon import lexicon
from pipeline import minutes_table
from pipeline.intake import identify
from pipeline.options import Options
from pipeline.run import process
from tests.test_layout_titles import rows

LONG = (
    "Det ble snakket lenge om dette, og flere hadde noe å si.\n"
    "Saken har vært oppe før, på tre møter uten at noe skjedde."
)
BROKEN = f"Kort tittel her\n{LONG}"


def unrolled(*cells: tuple[str, ...]) -> list[str]:
    return [line.text for line in minutes_table.unroll(rows(*cells), 5.0, lexicon())]


def test_number_title_and_text_in_one_cell() -> None:
    found = unrolled(
        ("Sak", "Ansvar", "Frist"),
        (f"12/10 Brygga\n{LONG}", "Kari", "1.5."),
        (f"13/10 Gjerdet\n{LONG}", "", ""),
    )
    assert [one for one in found if one[:2] in ("12", "13")] == ["12/10 Brygga", "13/10 Gjerdet"]
    assert "Ansvar: Kari" in found
    assert "Frist: 1.5." in found


def test_titles_in_a_column_of_their_own() -> None:
    found = unrolled(
        ("Sak", "Referat", "Ansvar"),
        ("Brygga", LONG, "Kari"),
        ("Gjerdet", LONG, "Ola"),
        ("Eventuelt", "Ingen hadde noe.", ""),
    )
    assert found[0] == "Brygga"
    assert "Gjerdet" in found
    assert found[-2:] == ["Eventuelt", "Ingen hadde noe."]


def test_no_column_behind_the_text_is_left_out() -> None:
    found = unrolled(
        ("Sak", "Referat", "Ansvar", "Merknad"),
        ("Brygga", LONG, "Kari", "Se brevet frå kommunen."),
        ("Gjerdet", LONG, "", ""),
    )
    assert "Se brevet frå kommunen." in found
    assert "Ansvar: Kari" in found


def test_hours_before_each_matter() -> None:
    found = unrolled(("Tid", "Sak"), ("14.15", BROKEN), ("15.00", BROKEN.replace("her", "til")))
    assert [one for one in found if one.startswith("Kort")] == ["Kort tittel her", "Kort tittel til"]
    assert not any("14.15" in one for one in found)


@pytest.mark.parametrize(
    "table",
    [
        (("Nr", "Tiltak", "Ansvar"), ("1", LONG, "Kari"), ("2", LONG, "Ola")),
        (("Navn", "Merknad"), ("Kari Nes", LONG), ("Ola Vik", LONG)),
        (("Sak", "Status", "Ansvar"), ("Brygga", LONG, "Kari"), ("Gjerdet", LONG, "Ola")),
        (("Sak", "Ansvar"), ("Male brygga", "Kari"), ("Rette gjerdet", "Ola")),
    ],
    ids=["tasks", "people", "old matters", "short"],
)
def test_other_tables_stay(table: tuple[tuple[str, ...], ...]) -> None:
    assert unrolled(*table) == [" ".join(row) for row in table]


STYLE = (
    "<style>@page{size:A4;margin:2cm} table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #777;padding:4pt;vertical-align:top;text-align:left} .w{width:70%}</style>"
)


def test_a_table_whose_last_row_a_page_cuts(tmp_path: Path) -> None:
    """The rest of a row at the top of a page has no rule above it, and belongs to the row before."""
    import weasyprint

    talk = " ".join(f"Vi snakket om planke nummer {at}." for at in range(1, 60))
    rows = "".join(
        f"<tr><td>{n}/10 {title}<br>{text}</td><td>{who}</td></tr>"
        for n, title, text, who in (
            (4, "Brygga", talk, ""),
            (5, "Naustet", talk, ""),
            (6, "Gjerdet", f"{talk} Kari maler gjerdet før 1. juni.", ""),
        )
    )
    page = (
        f"<html><head>{STYLE}</head><body><h1>Referat fra styremøte i Lia vel 3. mai 2010</h1>"
        f"<p>Til stede: Kari Nes, Ola Vik</p><table><tr><th class=w>Sak</th><th>Ansvar</th></tr>{rows}</table>"
        "</body></html>"
    )
    path = tmp_path / "cut.pdf"
    weasyprint.HTML(string=page).write_pdf(path)
    found = process(identify(path), Options()).record["documents"][0]
    assert found["pages"][1] > 1
    assert [item["number"] for item in found["agenda"]] == ["4/10", "5/10", "6/10"]
    assert [task["responsible"] for task in found["actions"]] == [["Kari Nes"]]
    assert found["actions"][0]["item"] == "6/10"


def test_matters_texts_and_owners_without_a_head() -> None:
    found = unrolled(("Brygga", LONG, "Kari"), ("Gjerdet", LONG, ""), ("Porten", LONG, "Ola"))
    assert [one for one in found if one in ("Brygga", "Gjerdet", "Porten")] == ["Brygga", "Gjerdet", "Porten"]
    assert [one for one in found if one.startswith("Ansvar")] == ["Ansvar: Kari", "Ansvar: Ola"]


def test_two_rows_without_a_head_are_left_as_they_are() -> None:
    assert "Brygga" not in unrolled(("Brygga", LONG, "Kari"), ("Gjerdet", LONG, ""))


def test_sentences_that_are_nobodys_task_among_the_rows() -> None:
    rows = (
        ("Beskrivelse", "Ansvar", "Frist"),
        ("Brygga ble godkjent av kommunen i mai.", "", ""),
        ("Rekkverk monteres.", "RS", "16.05"),
    )
    assert unrolled(*rows) == [rows[1][0], "Rekkverk monteres.", "Ansvar: RS", "Frist: 16.05"]
    assert unrolled(rows[0], rows[2]) == ["Beskrivelse Ansvar Frist", "Rekkverk monteres. RS 16.05"]
