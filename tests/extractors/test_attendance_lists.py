"""Names in lists that have more in them: titles, bodies behind a comma, remarks, elections; and names told in prose."""

from __future__ import annotations

import pytest

from extractors._names import is_name, office_before
from extractors._people import parse
from tests.extractors.conftest import read
from tests.extractors.test_attendance import Row, attendance, away, here

ITEM = "\n\nSak 1 Status\nIngen nye saker.\n"


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Medisinsk direktør Tuva Hovland", "Medisinsk direktør", "Tuva Hovland"),
        ("Adm. direktør Jens Aakre", "Adm. direktør", "Jens Aakre"),
        ("Elev- og lærlingombud Mona Lysø", "Elev- og lærlingombud", "Mona Lysø"),
        ("Fjellvakt Geir Skaar Lie", "Fjellvakt", "Geir Skaar Lie"),
        ("Møtet ble leder Tuva", "", "Møtet ble leder Tuva"),
    ],
)
def test_titles_of_several_words(text: str, office: str, name: str) -> None:
    assert office_before(text) == (office, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland, Lokal Drift (til kl. 19)", [("Tuva Hovland", "Lokal Drift")]),
        ("ordfører Tuva Hovland, Ytre Lund", [("Tuva Hovland", "Ytre Lund")]),
        ("Tuva Hovland: Vegdirektoratet", [("Tuva Hovland", "Vegdirektoratet")]),
        ("Heimevernet (Tuva Hovland)", [("Tuva Hovland", "Heimevernet")]),
        ("Jens Aakre, Damm & Grus A/S (sak 4)", [("Jens Aakre", "Damm & Grus A/S")]),
        ("Jens Aakre, Nedre og Øvre kommune", [("Jens Aakre", "Nedre og Øvre kommune")]),
        ("Jens Aakre, BoRett (til sak 3)", [("Jens Aakre", "BoRett")]),
        (
            "Tuva Hovland, Ranka Bosch, Jens Aakre",
            [("Tuva Hovland", None), ("Ranka Bosch", None), ("Jens Aakre", None)],
        ),
        ("Mona Lysø (leder), Ranka Bosch", [("Mona Lysø", None), ("Ranka Bosch", None)]),
        ("Berit Mona, Marja", [("Berit Mona", None), ("Marja", None)]),
        ("TH, JA, Mona, Geir på telefon", [("TH", None), ("JA", None), ("Mona", None), ("Geir", None)]),
        ("@Tuva Hovland, @Jens Aakre fra 14:25", [("Tuva Hovland", None), ("Jens Aakre", None)]),
        ("Arkivbest. Tuva Hovland", [("Tuva Hovland", None)]),
        ("Tuva Hovland og Jens Aakre (begge Delta)", [("Tuva Hovland", "Delta"), ("Jens Aakre", "Delta")]),
        ("Tuva Hovland (TH), teknisk etat", [("Tuva Hovland", "teknisk etat")]),
        ("Tuva Hovland, avdelingsleder i Lodal", [("Tuva Hovland", "Lodal")]),
        ("Tuva Hovland, prosjektleder AP3", [("Tuva Hovland", None)]),
        ("Tuva og Jens fra personalet", [("Tuva", None), ("Jens", None)]),
        (
            "Tuva Hovland (leder 2019), Jens Aakre (NHO), Mona Lysø (LO)",
            [("Tuva Hovland", None), ("Jens Aakre", "NHO"), ("Mona Lysø", "LO")],
        ),
        (
            "Jens Aakre, Skipslaget, og Mona Lysø, Ytterlia reiseliv",
            [("Jens Aakre", "Skipslaget"), ("Mona Lysø", "Ytterlia reiseliv")],
        ),
        ("Lodal herad: Tuva Hovland (IKT)", [("Tuva Hovland", "Lodal herad")]),
        ("Den frie kirke: Jens Aakre", [("Jens Aakre", "Den frie kirke")]),
        ("nestleder i SP Mona Lysø", [("Mona Lysø", None)]),
        ("Johs. Aakre - Lodal kommune", [("Johs. Aakre", "Lodal kommune")]),
        ("Geir Skaar og jeg (Tuva Hovland)", [("Geir Skaar", None), ("Tuva Hovland", None)]),
    ],
)
def test_who_belongs_where(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(entry.name, entry.organisation) for entry in parse(text)[0]] == expected


@pytest.mark.parametrize("text", ["Ola Haugset. Drm", "BoRett Aakre", "Gruppe A", "Fylkesstyret", "Utbyggingssjef"])
def test_no_names(text: str) -> None:
    assert not is_name(text, single=True)


CASES: dict[str, tuple[str, list[Row]]] = {
    "a label in mid-line": (
        "Til stades: Tuva, Mona H., Jens Sjuk: Geir, Mona L.",
        [*here("Tuva", "Mona H.", "Jens"), *away("Geir", "Mona L.")],
    ),
    "a heading within the list": (
        "**Til stede**\nGruppe A (fast tilsatte):\nTuva Hovland\nGruppe B (midlertidige):\nJens Aakre",
        here("Tuva Hovland", "Jens Aakre"),
    ),
    "a bare heading for members": (
        "Medlem:\nTuva Hovland (V)\nJens Aakre (Ap)\nForfall: Geir Skaar (Ap)",
        [
            ("Tuva Hovland", "V", "present", None),
            ("Jens Aakre", "Ap", "present", None),
            ("Geir Skaar", "Ap", "absent", None),
        ],
    ),
    "a label beside the middle of its list": (
        "Tuva Hovland, Miljødepartementet\nTil stede: Jens Aakre, KS\nMona Lysø, Skattedirektoratet",
        [
            ("Jens Aakre", "KS", "present", None),
            ("Tuva Hovland", "Miljødepartementet", "present", None),
            ("Mona Lysø", "Skattedirektoratet", "present", None),
        ],
    ),
    "others below those who were away": (
        "Til stede: Tuva Hovland, Jens Aakre\nForfall: Geir Skaar\nVoksne: Mona Lysø (miljøterapeut)",
        [*here("Tuva Hovland", "Jens Aakre"), *away("Geir Skaar"), *here("Mona Lysø")],
    ),
    "the elected are not there": (
        "Til stede: Tuva Hovland, Jens Aakre\n\nVaramedlem: Mona Lysø (ny)",
        here("Tuva Hovland", "Jens Aakre"),
    ),
    "a name torn at the end of a line": (
        "Til stede: Tuva Hovland, Jens Aakre, økonomisjef Mona\nLysø (protokoll), Geir Skaar",
        [*here("Tuva Hovland", "Jens Aakre"), ("Mona Lysø", None, "present", "minute_taker"), *here("Geir Skaar")],
    ),
    "a label of the municipality below a roll": (
        "| Navn | Representerer | Møtt |\n| Tuva Hovland | Lia forening | x |\n\nFra kommunen: sjef Jens Aakre",
        [("Tuva Hovland", "Lia forening", "present", None), *here("Jens Aakre")],
    ),
    "words behind the writer's name": (
        "Til stede: Tuva Hovland, Jens Aakre\nReferent: Tuva Hovland Sendt",
        [("Tuva Hovland", None, "present", "minute_taker"), *here("Jens Aakre")],
    ),
    "initials of the writer, named below": (
        "Ref.: TH\nMøtt:\nTuva Hovland\nJens Aakre",
        [("Tuva Hovland", None, "present", "minute_taker"), *here("Jens Aakre")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lists(case: str) -> None:
    text, expected = CASES[case]
    assert attendance(f"# Referat fra styremøte\n{text}{ITEM}") == expected


@pytest.mark.parametrize(
    ("sentence", "name", "status", "role"),
    [
        ("Dessuten møtte rådgiver Mona Lysø under sak 2.", "Mona Lysø", "present", None),
        ("Dessutan var skogsjef Mona Lysø med på sak 3 og 4.", "Mona Lysø", "present", None),
        ("Fra skolen kom rektor Mona Lysø.", "Mona Lysø", "present", None),
        ("Forfall er meldt frå Mona Lysø (H).", "Mona Lysø", "absent", None),
        ("Mona Lysø i Havnelaget hadde meldt forfall på grunn av reise.", "Mona Lysø", "absent", None),
        ("Mona Lysø hadde legetime og kunne ikkje koma.", "Mona Lysø", "absent", None),
        ("Vi savnet Mona Lysø, som har nattevakt.", "Mona Lysø", "absent", None),
        ("Jens hadde forfall; hennes vara, Mona Lysø, møtte.", "Mona Lysø", "present", "deputy"),
        ("Styraren, Mona Lysø, førte boka.", "Mona Lysø", "present", "minute_taker"),
        ("Rådgiver Mona Lysø møtte og førte protokollen.", "Mona Lysø", "present", "minute_taker"),
        (
            "Jens Aakre ble valgt til møteleder og Mona Lysø til å føre protokollen.",
            "Mona Lysø",
            "present",
            "minute_taker",
        ),
        ("Mona Lysø vart vald til å leia møtet.", "Mona Lysø", "present", "chair"),
        ("Ordstyrer var Mona Lysø.", "Mona Lysø", "present", "chair"),
        ("Til dirigent valgtes Mona Lysø.", "Mona Lysø", "present", "chair"),
    ],
)
def test_told(sentence: str, name: str, status: str, role: str | None) -> None:
    found = attendance(f"# Referat fra styremøte\nTil stede: Tuva Hovland, Jens Aakre\n\n{sentence}{ITEM}")
    assert (name, status, role) in [(row[0], row[2], row[3]) for row in found]


def test_a_short_name_is_the_same_person() -> None:
    text = "# Referat fra styremøte\nTil stede: Gro Anita Lysø, Jens Aakre\nReferent: Gro Anita"
    assert attendance(text + ITEM) == [("Gro Anita Lysø", None, "present", "minute_taker"), *here("Jens Aakre")]


def test_a_roll_below_a_numbered_title() -> None:
    head = "| Firma | Navn | Init. | Til stede | Kopi |"
    table = f"{head}\n| Damm AS | Tuva Hovland | TH | x | x |\n| Lia bygg | Jens Aakre | JA | | x |"
    found = read(f"# Byggemøte nr. 4\nDato: 12. mars 2014\n\n{table}\n\n# 4.1 Framdrift\nIngen avvik.\n")
    assert [(a["name"], a["organisation"], a["status"]) for a in found["attendance"]] == [
        ("Tuva Hovland", "Damm AS", "present"),
        ("Jens Aakre", "Lia bygg", "absent"),
    ]


def test_the_head_of_a_table_of_matters_is_nobody() -> None:
    text = (
        "# Referat fra styremøte i Lia vel 12. mars 2014\n\nTil stede: Tuva Hovland, Jens Aakre\nForfall: Mona Lysø\n"
        "| Sak | Omtale | Ansvar | Frist |\n| 1/14 | Kaia er råtten. | Jens | 1. mai |"
    )
    assert [one["name"] for one in read(text)["attendance"]] == ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]
