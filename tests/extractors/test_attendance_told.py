"""People who stand under no label, and people whom the one who writes tells of: "we were", "and I", a mail's leave."""

from __future__ import annotations

import pytest

from extractors._names import is_name
from tests.extractors.test_attendance import Row, attendance, away, here

ITEM = "\n\n## Sak 1 Status\nIngen nye saker.\n"


def wrote(name: str, organisation: str | None = None) -> Row:
    return (name, organisation, "present", "minute_taker")


CASES: dict[str, tuple[str, list[Row]]] = {
    "one a line with what they are": (
        "# Referat frå prosjektmøte\n\nTuva Hovland, Lia kommune (leiar)\n\nJens Aakre, Ås kommune\n\n"
        "Mona Lysø, Sogn og Fjordane Kraftverk\n\nGeir Skaar, Plan og bygg",
        [
            ("Tuva Hovland", "Lia kommune", "present", "chair"),
            ("Jens Aakre", "Ås kommune", "present", None),
            ("Mona Lysø", "Sogn og Fjordane Kraftverk", "present", None),
            ("Geir Skaar", "Plan og bygg", "present", None),
        ],
    ),
    "behind their bodies": (
        "# Referat fra møte i Kartforum\n\nKartverket: Tuva Hovland (ref), Jens Aakre\n\nLia kommune: Mona Lysø\n\n"
        "NIBIO (Geir Skaar) meldt avbud",
        [
            wrote("Tuva Hovland", "Kartverket"),
            ("Jens Aakre", "Kartverket", "present", None),
            ("Mona Lysø", "Lia kommune", "present", None),
            ("Geir Skaar", "NIBIO", "absent", None),
        ],
    ),
    "beside their classes": (
        "# Referat fra elevrådsmøte\n\n| 8A | Tuva Hovland, Jens Aakre | 9A | Mona Lysø |\n"
        "| 8B | Geir Skaar | 9B | ingen møtte |",
        [
            ("Tuva Hovland", "8A", "present", None),
            ("Jens Aakre", "8A", "present", None),
            ("Mona Lysø", "9A", "present", None),
            ("Geir Skaar", "8B", "present", None),
        ],
    ),
    "present from somewhere": (
        "# Protokoll fra rådsmøte\n\nTil stede fra medlemslagene var Tuva Hovland (Lia vel) og Jens Aakre (Ås vel).",
        [("Tuva Hovland", "Lia vel", "present", None), ("Jens Aakre", "Ås vel", "present", None)],
    ),
    "and the writer, named": (
        "# Protokoll fra styremøte\n\nTil stede var Tuva Hovland, Mona Lysø og undertegnede, Jens Aakre.",
        [*here("Tuva Hovland", "Mona Lysø"), wrote("Jens Aakre")],
    ),
    "missed": (
        "# Referat fra styremøte\n\nTil stede: Tuva Hovland, Mona Lysø\n\nGeir var i Syden, så han savnet vi.",
        [*here("Tuva Hovland", "Mona Lysø"), *away("Geir")],
    ),
    "rang": (
        "# Referat frå styremøte\n\nTil stades: Tuva Hovland, Mona Lysø\n\n"
        "Geir L. Skaar ringde og sa frå at han var på tur.",
        [*here("Tuva Hovland", "Mona Lysø"), *away("Geir L. Skaar")],
    ),
    "elsewhere": (
        "# Referat frå styremøte\n\nTil stades: Tuva Hovland, Mona Lysø\n\n"
        "Geir Skaar var på jakt og hadde sagt frå om det.",
        [*here("Tuva Hovland", "Mona Lysø"), *away("Geir Skaar")],
    ),
    "a role behind a class": (
        "# Referat fra FAU\n\nTil stede: Tuva Hovland (1A), Jens Aakre (2B) leder, Mona Lysø (3A)",
        [
            ("Tuva Hovland", "1A", "present", None),
            ("Jens Aakre", "2B", "present", "chair"),
            ("Mona Lysø", "3A", "present", None),
        ],
    ),
    "a column of deputies": (
        "# Protokoll fra eldrerådet\n\n| Medlem | Møtt | Forfall | Vara møtt |\n| --- | --- | --- | --- |\n"
        "| Tuva Hovland | X | | |\n| Mona Lysø | | X | Jens Aakre |",
        [*here("Tuva Hovland"), *away("Mona Lysø"), ("Jens Aakre", None, "present", "deputy")],
    ),
    "not those who get a copy": (
        "# Referat fra styremøte\n\nTil stede: Tuva Hovland\n\nKopi:\n\nJens Aakre, Lia kommune\n\n"
        "Mona Lysø, Ås kommune\n\nGeir Skaar, Ås kommune",
        here("Tuva Hovland"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_told(case: str) -> None:
    text, expected = CASES[case]
    assert attendance(text + ITEM) == expected


LEAVE: dict[str, tuple[str, list[Row]]] = {
    "and I": (
        "# Referat frå styremøte\n\nMed: Tuva Hovland, Jens Aakre og eg."
        + ITEM
        + "\n\nHelsing\n\nMona Lysø\n\nskrivar",
        [*here("Tuva Hovland", "Jens Aakre"), wrote("Mona Lysø")],
    ),
    "we were": (
        "# Referat frå styremøte\n\nVi var Tuva, Jens og underteikna." + ITEM + "\n\nmvh Mona",
        [*here("Tuva", "Jens"), wrote("Mona")],
    ),
    "eleven of us": ("# Referat frå medlemsmøte\n\nVi var 11 stykke." + ITEM, []),
}


@pytest.mark.parametrize("case", LEAVE)
def test_the_writer(case: str) -> None:
    text, expected = LEAVE[case]
    assert attendance(text) == expected


def test_short_surnames() -> None:
    assert is_name("Tuva Råd") and is_name("Mona Lag")
    assert not is_name("Lia råd") and not is_name("Stranda Forbund")


def test_told_below_the_last_matter() -> None:
    end = "\n\nTil stede denne gangen var Tuva Hovland, Jens Aakre og Mona Lysø."
    assert attendance("# Referat fra styremøte" + ITEM + end) == here("Tuva Hovland", "Jens Aakre", "Mona Lysø")
