"""Next meetings that no wording tells, and the one of several days that was settled on."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

HEAD = """# Referat fra møte 4 i vegkomiteen
Dato: torsdag 5. mars 2015
Tid: 18.00-19.30
Sted: Skolen
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 8/15 Grøfter
Jens måler opp.

"""

TOLD = [
    ("Sak 9/15 Møter\nKomiteens møte 9. april er flyttet og går nå 16. april. Siste møte i vår er 4. juni.",
     "2015-04-16", ["2015-06-04"]),
    ("MØTER: 9. april kl. 18. Deretter 7. mai.", "2015-04-09", ["2015-05-07"]),
    ("Møte 5 blir 9. april på biblioteket.", "2015-04-09", []),
    ("Neste vegkomite er etter påske, torsdag 9. april.", "2015-04-09", []),
    ("Komiteen har møte hver måned, så neste gang er 9. 4. til samme tid.", "2015-04-09", []),
]  # fmt: skip

SETTLED = [
    ("Neste møte: 9/4 passer ikke, så vi tar 16/4.", "2015-04-16", []),
    ("Sak 9/15 Neste møte\nVi valgte mellom 9/4 og 16/4. Det ble 16/4, siden 9/4 er midt i eksamen.", "2015-04-16", []),
    ("Neste møte er i utgangspunktet 9. april. På grunn av dugnad flyttes det til 16. april.", "2015-04-16", []),
    ("Neste møte: 9. april, 7. mai og 4. juni.", "2015-04-09", ["2015-05-07", "2015-06-04"]),
    ("Neste møte: 9. april (avlyses hvis ingen har saker), 7. mai.", "2015-04-09", ["2015-05-07"]),
]

NONE = [
    "Det nye styret samles hos Jens 9. april.",
    "Vårfesten er 9. april, møt opp!",
    "Det blir møte med kommunen 9. april.",
    "Mona legger fram planen på møtet 9. april.",
    "Årsmøtet er torsdag 9. april.",
]


@pytest.mark.parametrize(("said", "day", "later"), [*TOLD, *SETTLED])
def test_the_next_meeting(said: str, day: str, later: list[str]) -> None:
    found = read(HEAD + said)["next_meeting"]
    assert found is not None
    assert (found["date"], found["later"]) == (day, later)


@pytest.mark.parametrize("said", NONE)
def test_what_is_no_meeting_of_theirs(said: str) -> None:
    assert read(HEAD + said)["next_meeting"] is None


def test_a_list_of_days_whose_meetings_are_numbered() -> None:
    plan = "Sak 9/15 Framdrift\n- 9. april komitémøte #5, kl. 18.00\n- 20. april befaring\n- 7. mai komitémøte #6\n"
    found = read(HEAD.replace("møte 4", "møte #4") + plan)["next_meeting"]
    assert found is not None
    assert (found["date"], found["later"]) == ("2015-04-09", ["2015-05-07"])


def test_the_day_in_a_heading_below_its_label() -> None:
    found = read(f"{HEAD}## Neste møte\n**9.4. kl 17.30**\n")["next_meeting"]
    assert found is not None
    assert (found["date"], found["start"]) == ("2015-04-09", "17:30")
