"""Heads whose day, hours, place and body stand where no label says so, and next meetings that are told aside."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

MATTERS = "\nTil stede: Tuva Hovland, Jens Aakre\n\nSak 1/14 Gjerde\nJens måler opp.\n"
HEAD = "# Referat fra møte 4 i vegkomiteen\nDato: torsdag 5. mars 2015\nTid: 18.00-19.30\nSted: Skolen\n" + MATTERS


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("# Protokoll vegkomiteen\nDate: May 14, 2009", "2009-05-14"),
        ("# Referat vegkomiteen   09/24/2012   10:00-11:00", "2012-09-24"),
        ("# Vegkomiteen\nReferatet fra 3. februar 2014 ble godkjent.\nMøtet ble holdt 5. mars 2014.", "2014-03-05"),
        ("# Vegkomiteen\nMøtet var satt til 3. mars, men ble holdt 10. mars 2014.", "2014-03-10"),
        ("# Vegkomiteen\nStad: Lia hotell, 4. mars 2014", "2014-03-04"),
        ("# Møte i vegkomiteen\nEksportert 9. mars 2014\nTirsdag 4. mars 2014 kl. 10.00", "2014-03-04"),
    ],
)
def test_the_day(head: str, date: str) -> None:
    assert read(head + MATTERS)["meeting"]["date"] == date


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Møtet begynte kvart over åtte.", "20:15", None),
        ("Samling 5. mars 2014, klokka ti til halv tre", "10:00", "14:30"),
        ("Me møttest frå sju til mørkret kom.", "19:00", None),
        ("Styret hadde møte torsdag 5. mars 2014 fra 17 til 19.45", "17:00", "19:45"),
        ("Møtet 5. mars 2014, start 18.10, slutt 20.00", "18:10", "20:00"),
        ("Me byrja kvart på sju.", "18:45", None),
        ("Formannen åpnet møtet kl. 1730.", "17:30", None),
        ("Onsdag klokka 20.30 på verandaen til Mona.", "20:30", None),
    ],
)
def test_the_hours(said: str, start: str, end: str | None) -> None:
    meeting = read(f"# Referat fra møte i vegkomiteen 5. mars 2014\n{said}\n{MATTERS}")["meeting"]
    assert (meeting["start"], meeting["end"]) == (start, end)


def test_hours_of_those_who_came_late_are_not_the_meetings() -> None:
    head = (
        "# Referat fra vegkomiteen 5. mars 2014\nTil stades: Tuva Hovland, Jens Aakre (frå kl 11)\n\nSak 1/14 Veg\nOk."
    )
    assert read(head)["meeting"]["start"] is None


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("# Vegkomiteen 5. mars 2014\nMøteform: Lync   Dato: 5. mars 2014", "Lync"),
        ("# Vegkomiteen\nPå møtet i Lia den 5. mars 2014 var alle med.", "Lia"),
        ("# Referat fra vegkomiteen\nDate: 5 May 2014\nVenue: Room A", "Room A"),
        ("# Medlemsmøte i gapahuken, 5. mars 2014", "gapahuken"),
        ("# Vegkomiteen 5. mars 2014\nMøta er alltid på biblioteket, kl. 18-19.", "biblioteket"),
    ],
)
def test_the_place(head: str, place: str) -> None:
    assert read(head + MATTERS)["meeting"]["place"] == place


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Lia fagkomité (LFK)\n# Møtereferat – internt", "Lia fagkomité (LFK)"),
        ("Odden beitelag\n# Referat fra møtet som var utsatt fra 3. mars 2014", "Odden beitelag"),
        ("Forskingsutvalet, Odden skule\n# Møtereferat FoU-utvalet 5. mars 2014", "Forskingsutvalet, Odden skule"),
        ("Valstyret i Odden\nVALSTYRET har hatt møte 5. mars 2014", "Valstyret i Odden"),
        ("# Protokoll ført på møte i vegstyret, 5. mars 2014", "vegstyret"),
    ],
)
def test_the_body(head: str, body: str) -> None:
    assert read(head + MATTERS)["body"] == body


def test_the_body_below_the_greeting() -> None:
    mail = "Hei,\nher er det vi ble enige om på møtet 5. mars 2014.\n- Jens ringer.\n\nMed hilsen Tuva\nOdden turlag"
    assert read(mail)["body"] == "Odden turlag"


@pytest.mark.parametrize(
    ("said", "day", "start"),
    [
        ("Neste samling: torsdag 9. april på Odden, klokka ti.", "2015-04-09", "10:00"),
        ("Next meeting: April 9, 2015 at 17:00", "2015-04-09", "17:00"),
        ("Neste oppkall: to. 9. april 20:00, samme kanal", "2015-04-09", "20:00"),
        ("Neste møte: 9. 4. 2015 kl 1700", "2015-04-09", "17:00"),
        ("Sak 2/14 Møte nr. 5\nSettes til 9. april kl. 17.", "2015-04-09", "17:00"),
        ("Sak 2/14 Ymse (neste møte 9. april kl. 17)\nIngenting.", "2015-04-09", "17:00"),
        ("Sak 2/14 Neste\n9. april kl. 17.", "2015-04-09", "17:00"),
        ("Møter framover i kommunen\nHavnestyret 7.4, 5.5\nVegkomiteen 9.4, 7.5\n", "2015-04-09", None),
    ],
)
def test_next_meetings_told_aside(said: str, day: str, start: str | None) -> None:
    found = read(f"{HEAD}\n{said}")["next_meeting"]
    assert found is not None
    assert (found["date"], found["start"]) == (day, start)


@pytest.mark.parametrize(
    "said",
    [
        "Pressemøte torsdag 9. april kl. 10.",
        "Landsmøtet holdes 9. april 2015 i Lia.",
        "Dialogmøte med fylket torsdag 9. april kl. 12.",
        "Komiteen (Mona, Jens, Siv) møtes hos Mona 9. april.",
        "Ny versjon 2.7.10 kommer neste uke.",
        "Neste søknadsfrist: 9. april kl. 12.",
        "Lia, 9. april 2015",
    ],
)
def test_what_is_no_next_meeting(said: str) -> None:
    assert read(HEAD.replace("vegkomiteen", "Lia vel") + f"\n{said}")["next_meeting"] is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Neste møte er om bord i M/S Lia 9. april.", "M/S Lia"),
        ("Neste gang møtes vi i Odden, torsdag 9. april kl. 12.", "Odden"),
        ("Neste møte blir torsdag 9. april, samme tid, men på biblioteket.", "biblioteket"),
        ("Neste møte legges til klubbhuset 9. april.", "klubbhuset"),
        ("Neste prat er torsdag 9. april kl. 18, samme lenke.", "samme lenke"),
        ("Neste møte vert i Odden i veke 20.", "Odden"),
        ("Sak 2/14 Neste møte\nVi prøver Odden, 9. april.", "Odden"),
        ("Møtene i vår holdes 9. april, 7. mai og 4. juni. Aprilmøtet legges til Odden.", "Odden"),
    ],
)
def test_where_they_meet_next(said: str, place: str) -> None:
    found = read(f"{HEAD}\n{said}")["next_meeting"]
    assert found is not None
    assert found["place"] == place


def test_the_year_that_the_weekdays_fit() -> None:
    record = read(
        "# Lia vel\nMøte 4/11 på skolen.\n\nTil stede: Tuva Hovland\n\nSak 1. Julemøtet 2008\nJens ordner.\n"
        "Sak 2. Tur 2. april 2009\nMona ringer.\n\nNeste møte er tysdag 9/12."
    )
    assert (record["meeting"]["date"], record["next_meeting"]["date"]) == ("2008-11-04", "2008-12-09")
