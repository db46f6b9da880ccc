"""Who led, wrote, stood in or stayed away as titles of items, labels and turned sentences tell it."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read
from tests.extractors.test_attendance import attendance

HEAD = "Årsmøte\n\nTil stede: Tuva Hovland, Jens Aakre, Mona Lysø\n\n"
ITEM = "\n\nSak 1 Status\nIngen nye saker.\n"


def roles(text: str) -> dict[str, str | None]:
    """Name -> role of everybody at a meeting."""
    return {name: role for name, _, _, role in attendance(text)}


def states(text: str) -> list[tuple[str, str]]:
    """Name and status of everybody at a meeting."""
    return [(name, status) for name, _, status, _ in attendance(text)]


@pytest.mark.parametrize(
    ("items", "name", "role"),
    [
        ("Sak 1 Val av møteleiar\nMona Lysø vart vald.\n\nSak 2 Status\nIngen.\n", "Mona Lysø", "chair"),
        (
            "Sak 1 Valg av referent\nJens Aakre ble enstemmig valgt.\n\nSak 2 Status\nIngen.\n",
            "Jens Aakre",
            "minute_taker",
        ),
        ("Sak 1 Åpning\nSom referent ble Jens Aakre valgt.\n\nSak 2 Status\nIngen.\n", "Jens Aakre", "minute_taker"),
        (
            "Sak 1 Konstituering\nMøteleder: Tuva Hovland. Referent: Mona Lysø.\n\nSak 2 Status\nIngen.\n",
            "Mona Lysø",
            "minute_taker",
        ),
    ],
)
def test_elected_in_an_item(items: str, name: str, role: str) -> None:
    assert roles(HEAD + items)[name] == role


def test_the_elected_are_not_there() -> None:
    found = states(
        HEAD + "Sak 1 Status\nIngen nye saker.\n\nSak 2 Val\nLeiar: Tuva Hovland\nStyremedlemmer: Ranka Bosch\n"
    )
    assert "Ranka Bosch" not in dict(found)


def test_two_roles_on_one_line() -> None:
    found = roles("Møte\n\nTil stede: Tuva Hovland, Jens Aakre\nMøteleder: Hovland, ref. Aakre" + ITEM)
    assert found == {"Tuva Hovland": "chair", "Jens Aakre": "minute_taker"}


def test_summoned_by_the_whole_name_and_away_by_one() -> None:
    found = states("Styremøte\n\nInnkalt: Tuva Hovland, Jens Aakre, Mona Lysø\nForfall: Jens og Mona" + ITEM)
    assert found == [("Tuva Hovland", "present"), ("Jens Aakre", "absent"), ("Mona Lysø", "absent")]


@pytest.mark.parametrize(
    ("line", "name", "status"),
    [
        ("Forfall hadde Ingrid meldt.", "Ingrid", "absent"),
        ("Til sak 4 møtte avdelingsleder Ranka Bosch.", "Ranka Bosch", "present"),
        ("Annet møte: Ranka Bosch", "Ranka Bosch", "absent"),
        ("Forfall: Bo Hansen\nRevisor Ranka Bosch, Fonna Revisjon AS, møtte til sak 2.", "Ranka Bosch", "present"),
    ],
)
def test_told_below_the_list(line: str, name: str, status: str) -> None:
    found = states(f"Møte\n\nTil stede: Tuva Hovland, Jens Aakre\n{line}{ITEM}")
    assert (name, status) in found


def test_instead_of_somebody() -> None:
    text = "Møte\n\nMøtte: Tuva Hovland, Mona Lysø\nForfall: Jens Aakre\nI staden for Jens Aakre: Ranka Bosch" + ITEM
    facts = [fact for fact in read(text)["attendance"] if fact["name"] == "Ranka Bosch"]
    assert only(facts, "role", "substitute_for") == [("deputy", "Jens Aakre")]


def test_a_roll_whose_first_heading_has_a_colon() -> None:
    found = states(
        "Utval\n\n| Medlemer: | Parti | Møtt | Forfall |\n| Tuva Hovland | Sp | x | |\n| Jens Aakre | H | | x |" + ITEM
    )
    assert found == [("Tuva Hovland", "present"), ("Jens Aakre", "absent")]


def test_a_firm_writes_nothing() -> None:
    found = roles("Møte\n\nTil stede: Tuva Hovland\nReferent: Jens Aakre, Advokatfirmaet Lysø & Co" + ITEM)
    assert found == {"Tuva Hovland": None, "Jens Aakre": "minute_taker"}
