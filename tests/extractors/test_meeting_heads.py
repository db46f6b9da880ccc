"""The meeting's day, place and body where the head tells them in passing, or only the end of the paper does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extractors.conftest import read

LISTS = "Til stede: Tuva Hovland, Jens Aakre\nForfall: Mona Lysø\n\n"


def _meeting(text: str) -> dict[str, Any]:
    found = read(text)["meeting"]
    assert isinstance(found, dict)
    return found


def test_days_of_matters_without_a_number_are_not_the_meetings() -> None:
    found = _meeting(f"# Referat fra vegmøte 5. mars 2015\n{LISTS}17. mai: Jens kjøper flagg.\nVi ses 9. april kl 20.")
    assert (found["date"], found["start"]) == ("2015-03-05", None)


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("Møtet ble holdt torsdag 5. mars 2015 på skolen.", "2015-03-05"),
        ("Referat fra møtet 5. mars 2015, skrevet av Jens Aakre.", "2015-03-05"),
        ("Lia, 6. mars 2015\nJens Aakre", "2015-03-06"),
    ],
)
def test_the_day_at_the_end_of_the_paper(end: str, day: str) -> None:
    text = f"# Referat vegkomiteen\n{LISTS}Sak 1 Referat fra møtet 8. januar\nGodkjent.\n\n"
    assert _meeting(text + end)["date"] == day


def test_the_number_of_a_meeting_is_no_day() -> None:
    text = f"# Referat fra møte 4/08\nHolt 3. juni 2008\n{LISTS}Sak 1 Veg\nJens måler."
    assert _meeting(text)["date"] == "2008-06-03"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Vegmøte torsdag 5. mars 2015 kl. 19:00 Bakeriet", "Bakeriet"),
        ("Møte 5. mars 2015, Lia", "Lia"),
        ("Vegmøte 5. mars 2015 kl. 18-19 peisestua", "peisestua"),
        ("Uke 10 | 05.03.15 | 18:00 | Teams", "Teams"),
        ("Vegmøte 5. mars 2015 kl. 19:00 Tuva Hovland", None),
    ],
)
def test_the_place_left_of_the_line(line: str, place: str | None) -> None:
    assert _meeting(f"Nordvika vegkomite\n\n{line}\n\n{LISTS}Sak 1 Veg\nJens måler.")["place"] == place


@pytest.mark.parametrize(
    ("word", "day"), [("i går", "2015-03-05"), ("på tirsdag", "2015-03-03"), ("i dag", "2015-03-06")]
)
def test_the_day_that_a_mail_looks_back_to(word: str, day: str) -> None:
    mail = "Fra: Jens Aakre\nSendt: 6. mars 2015 08:41\nTil: styret\nEmne: Vegen\n\n"
    assert _meeting(f"{mail}Kort fra møtet {word}. Tuva og Mona var der.\n\n- Jens måler opp.")["date"] == day


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("REFERAT STYREMØTE\nNordvika vel, 5. mars 2015", "Nordvika vel"),
        ("Referat fra møtet i Nordvika velforening i går kveld, 5. mars 2015", "Nordvika velforening"),
        ("NORDVIKA KORPS, styret\nRef styremøte 5. mars 2015", "NORDVIKA KORPS, styret"),
        ("Vegrådet i Nordvika hadde sitt fjerde møte 5. mars 2015", "Vegrådet i Nordvika"),
        ("SAMEIET FJELLVEIEN 4-12\nStyremøte 5. mars 2015", "SAMEIET FJELLVEIEN 4-12"),
    ],
)
def test_the_body(head: str, body: str) -> None:
    assert read(f"{head}\n\n{LISTS}Sak 1 Veg\nJens måler.")["body"] == body
