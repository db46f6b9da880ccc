"""How secretaries of clubs, agencies and councils say when they met and when they meet again."""

from __future__ import annotations

import pytest

from pipeline.model import Record
from tests.extractors.conftest import read

BEFORE = """# Referat fra styremøte i Nordvika turlag
Dato: tirsdag 11. mars 2014 kl. 18.30
Sted: Turlagshytta
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 7/14 Stien rundt vannet
Stien ble befart i høst. Jens sjekker bruene.

"""

BELOW = """
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 7/14 Stien rundt vannet
Stien ble befart i høst. Jens sjekker bruene.
"""

NEXT = [
    # (how it is said, date, start, end, place, later)
    ("Vi ses igjen tirsdag 8. april kl. 18.30 hjemme hos Mona.", "2014-04-08", "18:30", None, "hjemme hos Mona", []),
    ("Neste møte ble ikke fastsatt i dag. Tuva sender ut forslag.", None, None, None, None, []),
    ("Neste gang treffes vi 8. april, klokka 19, på biblioteket.", "2014-04-08", "19:00", None, "biblioteket", []),
    ("Da sjåast vi att tysdag 8. april kl. 19 på ungdomshuset.", "2014-04-08", "19:00", None, "ungdomshuset", []),
    (
        "Sak 8/14 Neste møte\nDet ble litt diskusjon om datoer, siden mange er bortreist i påsken. Vi "
        "landet på tirsdag 29. april kl. 18.30.",
        "2014-04-29",
        "18:30",
        None,
        None,
        [],
    ),
    ("Neste møte: 8/4 kl 18, same stad.", "2014-04-08", "18:00", None, "same stad", []),
    ("Nytt møte 8. april til samme tid og på samme sted.", "2014-04-08", "18:30", None, "samme sted", []),
    (
        "Møter i vår: 8. april, 6. mai og 3. juni. Alle starter kl. 18.30 på Turlagshytta.",
        "2014-04-08",
        "18:30",
        None,
        "Turlagshytta",
        ["2014-05-06", "2014-06-03"],
    ),
    (
        "| Neste møte | 8. april kl. 18.00–20.00 | Rådhuset, møterom 2 |",
        "2014-04-08",
        "18:00",
        "20:00",
        "Rådhuset, møterom 2",
        [],
    ),
    (
        "**Tidspunkt for neste møte:**\ntirsdag 8. april 2014, kl. 12.00-14.30, Teams",
        "2014-04-08",
        "12:00",
        "14:30",
        "Teams",
        [],
    ),
    ("Neste møte i turlaget blir i uke 17, dato kommer.", None, None, None, None, []),
    ("Møtet slutt kl. 21. Neste styremøte 08.04.2014.", "2014-04-08", None, None, None, []),
    ("Styret samles neste gang på kontoret mandag 7. april kl. 17.", "2014-04-07", "17:00", None, "kontoret", []),
    (
        "Neste møte\nKommunestyret behandler saken 24. april. Turlagets styre møtes igjen 5. mai kl. 18.",
        "2014-05-05",
        "18:00",
        None,
        None,
        [],
    ),
    ("Kommunestyret har neste møte 24. april. De tar stilling til stien da.", None, None, None, None, []),
    (
        "Neste møte avholdes onsdag den 9. april 2014 kl 0900 i Fylkeshuset, møterom Nes.",
        "2014-04-09",
        "09:00",
        None,
        "Fylkeshuset, møterom Nes",
        [],
    ),
    ("Datoer for resten av våren: 8.4., 6.5. og 10.6.", "2014-04-08", None, None, None, ["2014-05-06", "2014-06-10"]),
    ("Neste gong: hjå Jens, så måndag 7. april, kl. halv åtte.", "2014-04-07", "19:30", None, "hjå Jens", []),
    (
        "Vi har booket Turlagshytta igjen til neste møte, som er tirsdag 8. april kl. 18.30.",
        "2014-04-08",
        "18:30",
        None,
        "Turlagshytta",
        [],
    ),
    ("Påfølgende møte: Digitalt 8. april kl. 09:00 - 10:00", "2014-04-08", "09:00", "10:00", "Digitalt", []),
]

HEAD = [
    # (head, date, start, end, place, number, body)
    (
        "# Nordvika turlag – styremøte nr. 3/2014\nVi møttes tirsdag 11. mars kl. 18.30 på Turlagshytta.",
        "2014-03-11", "18:30", None, "Turlagshytta", "3/2014", "Nordvika turlag",
    ),
    (
        "# Møtereferat\nMøte: Samarbeidsforum for stier\nNår: 11.03.2014, 12:00–13:45\nHvor: Fylkeshuset, rom 214",
        "2014-03-11", "12:00", "13:45", "Fylkeshuset, rom 214", None, "Samarbeidsforum for stier",
    ),
    (
        "# Referat frå møte i Odde eldreråd\nTid: Onsdag 12. mars 2014 frå kl. 10.00 til 12.15\n"
        "Stad: Kommunehuset, formannskapssalen",
        "2014-03-12", "10:00", "12:15", "Kommunehuset, formannskapssalen", None, "Odde eldreråd",
    ),
    (
        "NORDVIKA KOMMUNE\n# Møteprotokoll\nUtvalg: Råd for mennesker med nedsatt funksjonsevne\n"
        "Møtested: Rådhuset\nDato: 12.03.2014\nTidspunkt: 09:00 - 11:20",
        "2014-03-12", "09:00", "11:20", "Rådhuset", None, "Råd for mennesker med nedsatt funksjonsevne",
    ),
    (
        "# Protokoll fra årsmøte i Vika båtforening, avholdt på klubbhuset torsdag 13. mars 2014 kl. 19.00",
        "2014-03-13", "19:00", None, "klubbhuset", None, "Vika båtforening",
    ),
    (
        "# FAU Solbakken skole\nReferat 13.03.14 kl. 18-20, personalrommet",
        "2014-03-13", "18:00", "20:00", "personalrommet", None, "FAU Solbakken skole",
    ),
    (
        "# Referat, arbeidsgruppemøte 4\nArbeidsgruppen for avløp\n13. mars 2014, kl. 10–14, Statens hus",
        "2014-03-13", "10:00", "14:00", "Statens hus", "4", "Arbeidsgruppen for avløp",
    ),
    (
        "# Styremøte i Sameiget Fjellgata 4\n"
        "Heime hos Mona, torsdag 13. mars 2014. Me starta klokka 19.00 og slutta 21.30.",
        "2014-03-13", "19:00", "21:30", "Heime hos Mona", None, "Sameiget Fjellgata 4",
    ),
    (
        "# Referat fra AMU\nMøte nr.: 2/2014\nMøtedato: 13. mars 2014\nKl.: 08.30–09.45\nMøterom: Lofoten",
        "2014-03-13", "08:30", "09:45", "Lofoten", "2/2014", "AMU",
    ),
    (
        "Vika skolekorps\n\nStyremøte torsdag 13.3.2014\nSted: Musikkrommet\nTid: 20:00–21:45",
        "2014-03-13", "20:00", "21:45", "Musikkrommet", None, "Vika skolekorps",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("said", "date", "start", "end", "place", "later"), NEXT)
def test_how_the_next_meeting_is_told(
    said: str, date: str | None, start: str | None, end: str | None, place: str | None, later: list[str]
) -> None:
    found = read(BEFORE + said)["next_meeting"] or {}
    assert isinstance(found, dict)
    values = [found.get(key) for key in ("date", "start", "end", "place")]
    assert (*values, found.get("later", [])) == (date, start, end, place, later)


@pytest.mark.parametrize(("head", "date", "start", "end", "place", "number", "body"), HEAD)
def test_how_a_meeting_is_headed(
    head: str, date: str, start: str | None, end: str | None, place: str | None, number: str | None, body: str
) -> None:
    record: Record = read(head + BELOW)
    meeting = record["meeting"]
    assert isinstance(meeting, dict)
    values = [meeting[key] for key in ("date", "start", "end", "place", "number")]
    assert (*values, record["body"]) == (date, start, end, place, number, body)
