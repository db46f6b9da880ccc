"""Whom people came from where their names do not say it: labels, words for several, headings, pairs, tables."""

from __future__ import annotations

import pytest

from extractors._people import parse
from extractors._senders import sender
from tests.extractors.test_attendance import Row, attendance, away, here

ITEM = "\n\nSak 1 Status\nIngen nye saker.\n"


@pytest.mark.parametrize(
    ("wording", "body"),
    [
        ("Fra Havnedirektoratet møtte", "Havnedirektoratet"),
        ("frå tingretten", "tingretten"),
        ("Frå Nordgarden", None),
        ("Frå Ytre Lid", "Ytre Lid"),
        ("for Tuva Hovland", None),
        ("Frå administrasjonen", None),
        ("Fra kommunen", None),
        ("Fra sak 3", None),
    ],
)
def test_senders(wording: str, body: str | None) -> None:
    assert sender(wording) == body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland og Jens Aakre, begge Kystverket, Mona Lysø (KS)", ["Kystverket", "Kystverket", "KS"]),
        ("Tuva Hovland (leder), Jens Aakre, alle fra NAV; Mona Lysø (KS)", ["NAV", "NAV", "KS"]),
        ("Tuva Hovland, Lidvang og Jens Aakre, Kystverket", ["Lidvang", "Kystverket"]),
        ("Tuva Hovland – Ytre Lid, Jens Aakre – Kystlaget", ["Ytre Lid", "Kystlaget"]),
        ("Tuva Hovland, Jens Aakre og Mona Lysø, Xia Wong", [None, None, None, None]),
        ("1A – Tuva Hovland, 2B – Jens Aakre (FAU-leder), rektor Mona Lysø", ["1A", "2B", None]),
        ("Tuva Hovland (1A), Jens Aakre (2), Mona Lysø (3B)", ["1A", "2", "3B"]),
        ("Tuva Hovland (forelder 3A), Jens Aakre (elevråd, 10B)", ["3A", "10B"]),
        ("Tuva Hovland (Lidvang, permisjon), Jens Aakre (PR, syk)", ["Lidvang", None]),
        ("Tuva Hovland (Kystverket, nestleder), Jens Aakre (PS 12/18)", ["Kystverket", None]),
        ("Tuva Hovland fra Kystverket på sak 3", ["Kystverket"]),
        ("Tuva Hovland (Oslo kommune, plan og bygg)", ["Oslo kommune, plan og bygg"]),
    ],
)
def test_bodies_of_remarks(text: str, expected: list[str | None]) -> None:
    assert [entry.organisation for entry in parse(text)[0]] == expected


CASES: dict[str, tuple[str, list[Row]]] = {
    "a label for all of a list": (
        "# Referat\n\nFra Kystverket møtte: Tuva Hovland, Jens Aakre\n\nForfall: Mona Lysø",
        [
            ("Tuva Hovland", "Kystverket", "present", None),
            ("Jens Aakre", "Kystverket", "present", None),
            *away("Mona Lysø"),
        ],
    ),
    "a sentence": (
        "# Referat\n\nFrå tingretten møtte dommar Tuva Hovland og Jens Aakre, som skreiv referat.",
        [("Tuva Hovland", "tingretten", "present", None), ("Jens Aakre", "tingretten", "present", "minute_taker")],
    ),
    "headings over groups": (
        "# Referat fra rådet\n\n**Fra organisasjonene:**\n\nTuva Hovland – Blindeforbundet\n\nJens Aakre – Kreftlaget"
        "\n\n**Fra Kystverket:**\n\nMona Lysø, rådgiver\n\nGeir Skaar (skrev referatet)",
        [
            ("Tuva Hovland", "Blindeforbundet", "present", None),
            ("Jens Aakre", "Kreftlaget", "present", None),
            ("Mona Lysø", "Kystverket", "present", None),
            ("Geir Skaar", "Kystverket", "present", "minute_taker"),
        ],
    ),
    "functions beside offices": (
        "# Referat\n\nTil stede:\n\n- Leder: Tuva Hovland\n- Arrangement: Jens Aakre\n- Fadderstyret: Mona Lysø",
        [("Tuva Hovland", None, "present", "chair"), *here("Jens Aakre", "Mona Lysø")],
    ),
    "a column of groups of staff": (
        "# Protokoll\n\n| Namn | Gruppe | Møtte | Forfall |\n| --- | --- | --- | --- |\n"
        "| Tuva Hovland | fast tilsett | x | |\n| Jens Aakre | student | | x |\n| Mona Lysø | vara ekstern | x | |",
        [*here("Tuva Hovland"), *away("Jens Aakre"), ("Mona Lysø", None, "present", "deputy")],
    ),
    "marks of two kinds in one column": (
        "# Protokoll\n\n| Navn | Virksomhet | T/F |\n| --- | --- | --- |\n"
        "| Tuva Hovland | Kystverket | T |\n| Jens Aakre | Kreftlaget | F |",
        [("Tuva Hovland", "Kystverket", "present", None), ("Jens Aakre", "Kreftlaget", "absent", None)],
    ),
    "a column a day": (
        "# Protokoll\n\n| Navn | Funksjon | Fredag | Lørdag |\n"
        "| Tuva Hovland | Styremedlem, økonomi | x | x |\n| Jens Aakre | Medlem | | |\n| Mona Lysø | Medlem | x | |\n"
        "| Geir Skaar | Medlem | x | x |",
        [*here("Tuva Hovland"), *away("Jens Aakre"), *here("Mona Lysø", "Geir Skaar")],
    ),
    "appointed by": (
        "# Protokoll\n\n| Medlem | Oppnevnt av | Til stede |\n| --- | --- | --- |\n"
        "| Tuva Hovland | SAFO | Ja |\n| Jens Aakre | RIO | Nei |",
        [("Tuva Hovland", "SAFO", "present", None), ("Jens Aakre", "RIO", "absent", None)],
    ),
    "a shareholder's man": (
        "# Protokoll\n\nTil stede: Tuva Hovland, Jens Aakre\n\nVik Eigedom AS v/Tuva Hovland hadde 40 aksjer.",
        [("Tuva Hovland", "Vik Eigedom AS", "present", None), *here("Jens Aakre")],
    ),
    "not the body as a person": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø\n\nForfall: Jens Aakre, Lidvang og Geir Skaar, Helse Fonn",
        [
            *here("Tuva Hovland", "Mona Lysø"),
            ("Jens Aakre", "Lidvang", "absent", None),
            ("Geir Skaar", "Helse Fonn", "absent", None),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_senders_of_lists(case: str) -> None:
    text, expected = CASES[case]
    assert attendance(text + ITEM) == expected


ROLES: dict[str, tuple[str, list[Row]]] = {
    "away and leading next time": (
        "# Referat\n\nTil stede: Tuva Hovland, Mona Lysø (ref.)\n\nFravær: Jens Aakre (JA)"
        + ITEM
        + "\n\nNeste møte: 9.12. JA er møteleder.",
        [*here("Tuva Hovland"), ("Mona Lysø", None, "present", "minute_taker"), *away("Jens Aakre")],
    ),
    "leading one item": (
        "# Protokoll\n\nTil stede: Tuva Hovland (leder), Mona Lysø, Jens Aakre\n\nSak 1 Status\n"
        "Hovland gikk ut, og Lysø ledet møtet.",
        [("Tuva Hovland", None, "present", "chair"), *here("Mona Lysø", "Jens Aakre")],
    ),
    "a deputy told of": (
        "# Møtebok\n\nTil stades: Tuva Hovland, Mona Lysø\n\nVaramedlem Jens Aakre møtte for Geir Skaar.",
        [*here("Tuva Hovland", "Mona Lysø"), ("Jens Aakre", None, "present", "deputy")],
    ),
    "signed among others": (
        "# Protokoll\n\nTil stede: Tuva Hovland, Mona Lysø, Jens Aakre"
        + ITEM
        + "\n\nTuva Hovland Mona Lysø (ref.) Jens Aakre",
        [*here("Tuva Hovland"), ("Mona Lysø", None, "present", "minute_taker"), *here("Jens Aakre")],
    ),
    "one who bade welcome": (
        "# Referat\n\nTil stades: Tuva Hovland, Mona Lysø, Jens Aakre\n\nMona ynskte velkomen." + ITEM,
        [*here("Tuva Hovland"), ("Mona Lysø", None, "present", "chair"), *here("Jens Aakre")],
    ),
    "at work": (
        "# Referat\n\nTil stede: Mona, Tuva, Jens og Siv (som skriver).\n\nGro var på jobb." + ITEM,
        [*here("Mona", "Tuva", "Jens"), ("Siv", None, "present", "minute_taker"), *away("Gro")],
    ),
}


@pytest.mark.parametrize("case", ROLES)
def test_roles_told(case: str) -> None:
    text, expected = ROLES[case]
    assert attendance(text) == expected
