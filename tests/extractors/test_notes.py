"""Notes from phones, wikis and mails: what heads a matter where nothing is bold or numbered, and who and when."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read

LISTS = """
elevrådet
tors 13. mars 2014, rom 12. 9 av 12 er her. Mona skriv

kantina
- suppa er for salt
- Mona spør kokken

turen
- vi reiser med buss
- alle tek med niste

skulegarden
- ny benk er kommen
- ingen har sett nøkkelen
"""

WIKI = """
= Nettverket, 13. mars 2014 =
''Teams''
Til stede: Mona Lysø, Tuva Hovland
Skrev: Tuva

== Felles verktøy ==
* Mona viste tre av dem, og to var like dyre

== Fra forrige gang ==
* Ingen hadde rukket noe

== Arrangement ==
* Tuva booker lokalet
"""


@pytest.mark.parametrize(
    ("text", "titles"),
    [(LISTS, ["kantina", "turen", "skulegarden"]), (WIKI, ["Felles verktøy", "Fra forrige gang", "Arrangement"])],
    ids=["lists", "wiki"],
)
def test_headings_of_notes(text: str, titles: list[str]) -> None:
    assert only(read(text)["agenda"], "title") == titles


def test_a_word_for_absence_behind_a_list_needs_no_colon() -> None:
    found = read("# Klubbstyret 13. mars 2014\ntilst: Mona Lysø, Tuva Hovland (til 15). Forfall Solveig (kurs)\n")
    assert only(found["attendance"], "name", "status", "note") == [
        ("Mona Lysø", "present", None),
        ("Tuva Hovland", "present", "til 15"),
        ("Solveig", "absent", "kurs"),
    ]


def test_what_somebody_has_instead_of_coming() -> None:
    found = read("# Personalmøte 13. mars 2014\nTil stede: Mona Lysø\nFravær: Turid (syk), Kjersti har fri\n")
    assert only(found["attendance"], "name", "status") == [
        ("Mona Lysø", "present"),
        ("Turid", "absent"),
        ("Kjersti", "absent"),
    ]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Vi ble stående ved at porten males rød.", "agreed"),
        ("Enige: ingen minuspoeng fra høsten.", "agreed"),
        ("Kari Moe ble nestleder, og Ola Vik er vara.", "elected"),
    ],
)
def test_outcomes_of_few_words(body: str, outcome: str) -> None:
    text = f"# Referat 13. mars 2014\nTil stede: Mona Lysø, Tuva Hovland\n\n**Sak 1 Porten**\n{body}\n"
    assert only(read(text)["decisions"], "outcome") == [outcome]
