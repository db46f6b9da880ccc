"""Whom people came for in lists of looser make: bodies in parentheses, behind dashes, of a label; and who was away."""

from __future__ import annotations

import pytest

from extractors._people import parse
from tests.extractors.test_attendance import Row, attendance, away, here

ITEM = "\n\nSak 1 Status\nIngen nye saker.\n"


def sent(name: str, body: str, role: str | None = None, status: str = "present") -> Row:
    return (name, body, status, role)


CASES: dict[str, tuple[str, list[Row]]] = {
    "sides of a contract with their firms": (
        "# Referat\n\nByggherre (Fonna kommune): Tuva Hovland, Mona Lysø\nEntreprenør (Nordbetong): Jens Aakre" + ITEM,
        [
            sent("Tuva Hovland", "Fonna kommune"),
            sent("Mona Lysø", "Fonna kommune"),
            sent("Jens Aakre", "Nordbetong"),
        ],
    ),
    "bodies before dashes, one by a deputy": (
        "# Referat\n\nRådet var representert ved:\nFonna kommune – Tuva Hovland og Mona Lysø\n"
        "Frivilligsentralen – vara Jens Aakre i stedet for Geir Skaar\nPolitiet – ingen\n"
        "Fra sekretariatet i NVE: Siv Moen" + ITEM,
        [
            sent("Tuva Hovland", "Fonna kommune"),
            sent("Mona Lysø", "Fonna kommune"),
            sent("Jens Aakre", "Frivilligsentralen", "deputy"),
            sent("Siv Moen", "NVE"),
        ],
    ),
    "bodies before dashes under no label": (
        "# Referat\n\nFonna kommune – Tuva Hovland og Mona Lysø\nBondelaget – Jens Aakre\nHavnedirektoratet – ingen\n"
        "Vegvesenet – Siv Moen" + ITEM,
        [
            sent("Tuva Hovland", "Fonna kommune"),
            sent("Mona Lysø", "Fonna kommune"),
            sent("Jens Aakre", "Bondelaget"),
            sent("Siv Moen", "Vegvesenet"),
        ],
    ),
    "from body to body at semicolons": (
        "# Møtebok\n\nMøtte: Fonna kommune – ordførar Tuva Hovland; Vestvik kommune – Jens Aakre; "
        "Nesholmen kommune – møtte ikkje" + ITEM,
        [sent("Tuva Hovland", "Fonna kommune", "chair"), sent("Jens Aakre", "Vestvik kommune")],
    ),
    "bodies before commas, some of them unknown": (
        "# Referat\n\nTil stede var:\nNorsk Bølgelag, Tuva Hovland og Mona Lysø\nFrisk Luft Vest, Jens Aakre\n"
        "Turgleden, Siv Moen" + ITEM,
        [
            sent("Tuva Hovland", "Norsk Bølgelag"),
            sent("Mona Lysø", "Norsk Bølgelag"),
            sent("Jens Aakre", "Frisk Luft Vest"),
            sent("Siv Moen", "Turgleden"),
        ],
    ),
    "the trust among others": (
        "# Referat\n\nMøtte: Tuva Hovland, FFO – Mona Lysø, SAFO\nFrå føretaket: Jens Aakre, fagdirektør\n"
        "Forfall: Siv Moen, LHL" + ITEM,
        [
            sent("Tuva Hovland", "FFO"),
            sent("Mona Lysø", "SAFO"),
            sent("Jens Aakre", "føretaket"),
            sent("Siv Moen", "LHL", status="absent"),
        ],
    ),
    "parties whose colon stands beside the names": (
        "# Møtebok\n\nTil stades\n| Senterpartiet | : Tuva Hovland, Mona Lysø |\n| Høgre | : Jens Aakre |\n\nForfall\n"
        "| Arbeidarpartiet | : Siv Moen (vara kunne ikkje) |" + ITEM,
        [
            sent("Tuva Hovland", "Senterpartiet"),
            sent("Mona Lysø", "Senterpartiet"),
            sent("Jens Aakre", "Høgre"),
            sent("Siv Moen", "Arbeidarpartiet", status="absent"),
        ],
    ),
    "classes and nothing between": (
        "# Referat frå klassekontaktmøte\n\n1. kl.   Tuva Hovland og Jens Aakre\n2. kl.   Forfall\n"
        "3. kl.   Mona Lysø / Geir Skaar\n4. kl.   Siv Moen – sjuk" + ITEM,
        [
            sent("Tuva Hovland", "1. kl."),
            sent("Jens Aakre", "1. kl."),
            sent("Mona Lysø", "3. kl."),
            sent("Geir Skaar", "3. kl."),
            sent("Siv Moen", "4. kl.", status="absent"),
        ],
    ),
    "classes, of which one sent nobody": (
        "# Møte i FAU\n\n1. trinn   Tuva Hovland\n2. trinn   ikke møtt\n3. trinn   Mona Lysø og Jens Aakre" + ITEM,
        [sent("Tuva Hovland", "1. trinn"), sent("Mona Lysø", "3. trinn"), sent("Jens Aakre", "3. trinn")],
    ),
    "bodies and who stood for them, in one sentence": (
        "# Referat\n\nFølgende var representert: NAV ved Tuva Hovland, Fonna kommune ved Mona Lysø og Politiet ved "
        "Siv Moen" + ITEM,
        [sent("Tuva Hovland", "NAV"), sent("Mona Lysø", "Fonna kommune"), sent("Siv Moen", "Politiet")],
    ),
    "who represents a body does so alone": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø, Lia velforenings repr. Jens Aakre" + ITEM,
        [*here("Tuva Hovland", "Mona Lysø"), sent("Jens Aakre", "Lia velforening")],
    ),
    "away in the list of all": (
        "# Referat\n\nOppmøte\n- Tuva Hovland\n- Mona Lysø\n- Jens Aakre – eksamen\n- Siv Moen (var i Roma)" + ITEM,
        [*here("Tuva Hovland", "Mona Lysø"), *away("Jens Aakre", "Siv Moen")],
    ),
    "without a vote, but there": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø\nIkke stemmeberettigede: Jens Aakre, Siv Moen\n"
        "Disse sa fra at de ikke kunne: Geir Skaar" + ITEM,
        [*here("Tuva Hovland", "Mona Lysø", "Jens Aakre", "Siv Moen"), *away("Geir Skaar")],
    ),
    "how somebody was there": (
        "# Referat\n\n| Deltaker | Firma | Til stede |\n| Tuva Hovland (PL) | Fonna kommune | Ja |\n"
        "| Jens Aakre | Nordbetong AS | på Teams |\n| Mona Lysø | Revisjonen | Observatør |\n"
        "| Geir Skaar | Fonna kommune | Nei (kurs) |" + ITEM,
        [
            sent("Tuva Hovland", "Fonna kommune"),
            sent("Jens Aakre", "Nordbetong AS"),
            sent("Mona Lysø", "Revisjonen", "observer"),
            sent("Geir Skaar", "Fonna kommune", status="absent"),
        ],
    ),
    "regrets told": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø\nI forkant hadde Geir Skaar (LO) og Jens Aakre (KS) meldt "
        "forfall. Fraværende var styremedlem Siv Moen." + ITEM,
        [
            *here("Tuva Hovland", "Mona Lysø"),
            sent("Geir Skaar", "LO", status="absent"),
            sent("Jens Aakre", "KS", status="absent"),
            *away("Siv Moen"),
        ],
    ),
    "a guest's body ends where what they did begins": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø\nSiv Moen fra Bustadkontoret orienterte i sak 1." + ITEM,
        [*here("Tuva Hovland", "Mona Lysø"), sent("Siv Moen", "Bustadkontoret")],
    ),
    "signed beside each other": (
        "# Referat\n\nTil stades: Tuva Hovland, Mona Lysø, Jens Aakre" + ITEM + "\n\nMona (møteleiar)   Jens (skrivar)",
        [
            *here("Tuva Hovland"),
            ("Mona Lysø", None, "present", "chair"),
            ("Jens Aakre", None, "present", "minute_taker"),
        ],
    ),
    "the verb before who led": (
        "# Referat\n\nTil stades: Tuva Hovland, Mona Lysø, Jens Aakre\n\nSidan Tuva kom seint, leidde Mona møtet."
        + ITEM,
        [*here("Tuva Hovland"), ("Mona Lysø", None, "present", "chair"), *here("Jens Aakre")],
    ),
    "opened by": (
        "# Referat\n\nMøtet vart opna kl. 18.30 av Mona Lysø.\nTil stades: Tuva Hovland, Mona Lysø, Jens Aakre" + ITEM,
        [*here("Tuva Hovland"), ("Mona Lysø", None, "present", "chair"), *here("Jens Aakre")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_sent(case: str) -> None:
    text, expected = CASES[case]
    assert sorted(attendance(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland (Vestvik; ny)", [("Tuva Hovland", "Vestvik")]),
        ("Tuva Hovland (WP1)", [("Tuva Hovland", None)]),
        ("Tuva Hovland (AP2, Havinstituttet)", [("Tuva Hovland", "Havinstituttet")]),
        (
            "Tuva Hovland og Jens Aakre frå Vestvik Turlag",
            [("Tuva Hovland", "Vestvik Turlag"), ("Jens Aakre", "Vestvik Turlag")],
        ),
        (
            "Noreg: Tuva Hovland og Jens Aakre, Havinstituttet",
            [("Tuva Hovland", "Havinstituttet"), ("Jens Aakre", "Havinstituttet")],
        ),
        ("Klinikk for hud – Kreft: Tuva Hovland", [("Tuva Hovland", "Klinikk for hud – Kreft")]),
        ("Havnedirektoratet (Hdir): Tuva Hovland", [("Tuva Hovland", "Havnedirektoratet (Hdir)")]),
        ("de ansattes representant Tuva Hovland", [("Tuva Hovland", None)]),
    ],
)
def test_one_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(e.name, e.organisation) for e in parse(text)[0]] == expected
