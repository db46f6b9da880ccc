"""Lists that have the body first, on the line of its people or above them; and bodies told in some other way."""

from __future__ import annotations

import pytest

from extractors._body_first import led_by_body
from extractors._people import parse
from tests.extractors.test_attendance import attendance

ITEM = "\n\nSak 1 Status\nIngen nye saker.\n"


def bodies(text: str) -> list[tuple[str, str | None, str]]:
    """Name, organisation and status of everybody at a meeting."""
    return [(name, body, status) for name, body, status, _ in attendance(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Fonna kommune - Tuva Hovland og Jens Aakre", [("Tuva Hovland", "Fonna kommune")]),
        ("Venstre ........ Tuva Hovland", [("Tuva Hovland", "Venstre")]),
        ("Fonna kommune, Tuva Hovland (ref.)", [("Tuva Hovland", "Fonna kommune")]),
    ],
)
def test_a_body_before_its_people(line: str, expected: list[tuple[str, str]]) -> None:
    sent = led_by_body(line, habit=False)
    assert sent is not None
    assert [(e.name, e.organisation) for e in sent[0]][:1] == expected
    assert not sent[1]


@pytest.mark.parametrize("line", ["Tuva Hovland, Fonna kommune", "Tuva Hovland - Jens Aakre", "Leder - Tuva Hovland"])
def test_people_before_their_bodies_are_left_alone(line: str) -> None:
    assert led_by_body(line, habit=True) is None


def test_lines_that_begin_with_the_body() -> None:
    found = bodies(
        "Referat\n\nTil stades:\n* Fonna kommune - Tuva Hovland og Jens Aakre\n* Lysø kommune - ikkje møtt\n"
        "* Fagforbundet, meldt forfall (Ranka Bosch)\n* Lokale Krefter - Mona Lysø" + ITEM
    )
    assert found == [
        ("Tuva Hovland", "Fonna kommune", "present"),
        ("Jens Aakre", "Fonna kommune", "present"),
        ("Ranka Bosch", "Fagforbundet", "absent"),
        ("Mona Lysø", "Lokale Krefter", "present"),
    ]


def test_bodies_above_their_people_without_a_label() -> None:
    found = bodies(
        "Referat fra kontaktmøte\n3. mai 2010\n\nHavnedirektoratet:\n   Tuva Hovland, Jens Aakre\n"
        "Fiskeritilsynet:\n   Mona Lysø\nKystbanken:\n   meldte forfall" + ITEM
    )
    assert found == [
        ("Tuva Hovland", "Havnedirektoratet", "present"),
        ("Jens Aakre", "Havnedirektoratet", "present"),
        ("Mona Lysø", "Fiskeritilsynet", "present"),
    ]


def test_bodies_and_who_stood_for_them_without_a_label() -> None:
    found = bodies(
        "Byggemøte 3\n4. april 2011\n\nFonna kommune v/ Tuva Hovland, Jens Aakre\nRIB: Lysø Bygg AS v/ Mona Lysø\n"
        "RIV: ikke møtt" + ITEM
    )
    assert [(name, body) for name, body, _ in found] == [
        ("Tuva Hovland", "Fonna kommune"),
        ("Jens Aakre", "Fonna kommune"),
        ("Mona Lysø", "Lysø Bygg AS"),
    ]


def test_classes_with_given_names_and_one_without_anybody() -> None:
    found = bodies("Elevråd\n5.6.2012\n\n1A: Tuva, Jens\n1B: Mona\n1C: ingen\n2A: Ingrid" + ITEM)
    assert [(name, body) for name, body, _ in found] == [
        ("Tuva", "1A"),
        ("Jens", "1A"),
        ("Mona", "1B"),
        ("Ingrid", "2A"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tuva Hovland/Fonndal, Jens Aakre/Lysø kommune",
            [("Tuva Hovland", "Fonndal"), ("Jens Aakre", "Lysø kommune")],
        ),
        ("T.H. Aakre (NITO), Mona Lysø (Tekna)", [("T.H. Aakre", "NITO"), ("Mona Lysø", "Tekna")]),
        ("Mona Lysø (Fagforbundet - i permisjon, møtte likevel)", [("Mona Lysø", "Fagforbundet")]),
        (
            "Mona, Jens og to fra personalet (Tuva, Ingrid)",
            [("Mona", None), ("Jens", None), ("Tuva", None), ("Ingrid", None)],
        ),
        ("Mona Lysø (avslo), Jens Aakre (syk)", [("Mona Lysø", None), ("Jens Aakre", None)]),
        ("elevane Tuva (7A) og Mona (7B)", [("Tuva", "7A"), ("Mona", "7B")]),
        ("1. Tuva Hovland   3. Jens Aakre", [("Tuva Hovland", None), ("Jens Aakre", None)]),
    ],
)
def test_bodies_of_people(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(e.name, e.organisation) for e in parse(text)[0]] == expected


def test_a_body_and_its_part() -> None:
    found = parse("Mona Lysø, Fonna universitet, Institutt for hav", lines=True, alone=True)[0]
    assert [(e.name, e.organisation) for e in found] == [("Mona Lysø", "Fonna universitet, Institutt for hav")]


def test_a_unit_behind_what_somebody_is() -> None:
    found = bodies(
        "Styremøte\n\nTil stede:\nTuva, forelder Blåveis\nJens, forelder Hvitveis\nMona, ansattes representant" + ITEM
    )
    assert [(name, body) for name, body, _ in found] == [("Tuva", "Blåveis"), ("Jens", "Hvitveis"), ("Mona", None)]


def test_the_host_among_other_bodies() -> None:
    found = bodies("Møte\n\nTil stede: Tuva Hovland (Fiskarlaget), Jens Aakre (NVE), Mona Lysø (kommunen)" + ITEM)
    assert found[-1][:2] == ("Mona Lysø", "kommunen")


def test_a_label_that_says_from_where() -> None:
    found = bodies("Møte\n\nTil stede: Tuva Hovland, Jens Aakre\nResten frå Nordre Dal: Mona Lysø, Ranka Bosch" + ITEM)
    assert [body for _, body, _ in found][2:] == ["Nordre Dal", "Nordre Dal"]


def test_lists_beside_each_other_under_their_bodies() -> None:
    found = bodies(
        "Møte\n3. mai 2010\n\n| Fonna kommune: | Lysø kommune: |\n| Tuva Hovland, leder | Jens Aakre |\n"
        "| Mona Lysø | Ingrid Bosch |" + ITEM
    )
    assert [(name, body) for name, body, _ in found] == [
        ("Tuva Hovland", "Fonna kommune"),
        ("Jens Aakre", "Lysø kommune"),
        ("Mona Lysø", "Fonna kommune"),
        ("Ingrid Bosch", "Lysø kommune"),
    ]


def test_posts_before_dashes_and_addresses_of_mail() -> None:
    found = bodies("Møte\n\nTil stede: Tuva Hovland <tuva@fonna.example>, Jens Aakre (jens@fonna.example)" + ITEM)
    assert found == [("Tuva Hovland", None, "present"), ("Jens Aakre", None, "present")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rektor (Tuva Hovland), PPT (Jens Aakre)", [("Tuva Hovland", None), ("Jens Aakre", "PPT")]),
        ("Tuva + Jens + Mona", [("Tuva", None), ("Jens", None), ("Mona", None)]),
    ],
)
def test_more_shapes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(e.name, e.organisation) for e in parse(text)[0]] == expected


def test_classes_and_kinds_of_people_that_somebody_stood_for() -> None:
    found = parse("3. trinn v/ Tuva Hovland, eierne v/ Jens Aakre")[0]
    assert [(e.name, e.organisation, e.notes) for e in found] == [
        ("Tuva Hovland", "3. trinn", ()),
        ("Jens Aakre", None, ("eierne",)),
    ]


def test_a_party_behind_a_name_though_others_stand_under_labels() -> None:
    text = "Namn Parti Merknad\nTuva Hovland Sp leiar\nJens Aakre A\nMona Lysø |KrF gjekk etter sak 2\n\n"
    found = bodies(f"{text}Forfall: Siv Moen (H)\nFrå administrasjonen: rådgjevar Ola Berge{ITEM}")
    assert set(found) == {
        ("Tuva Hovland", "Sp", "present"),
        ("Jens Aakre", "A", "present"),
        ("Mona Lysø", "KrF", "present"),
        ("Siv Moen", "H", "absent"),
        ("Ola Berge", None, "present"),
    }
