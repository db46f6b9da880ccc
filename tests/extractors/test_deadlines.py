"""Deadlines: dates by which something is due, and the dates and numbers that are none."""

from __future__ import annotations

import pytest

from pipeline.model import Kind
from tests.extractors.conftest import only, read

HEAD = """# Referat fra styremøte i Lia vel
Dato: 12. mars 2014
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Vegen
"""
TAIL = "\n\nSak 3/14 Ymse\nKaffen var god.\n\nNeste møte: 23. april 2014"


def deadlines(body: str, *fields: str) -> list[object]:
    return only(read(HEAD + body + TAIL)["deadlines"], *fields)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Frist for påmelding er 1. mai.", "2014-05-01"),
        ("Påmeldingsfrist: 1. mai 2014", "2014-05-01"),
        ("Svarfristen er 15.4.2014.", "2014-04-15"),
        ("Fristen er sett til 15. april.", "2014-04-15"),
        ("Søknaden må sendes innen 1. april.", "2014-04-01"),
        ("Søknaden skal vere inne seinast 1. april.", "2014-04-01"),
        ("Rapporten skal leveres senest 20.06.14.", "2014-06-20"),
        ("Kommunen vil svare innen utgangen av mai.", "2014-05-31"),
        ("Lista må vere klar innan utgangen av året.", "2014-12-31"),
        ("Tilbudene skal være inne innen uke 16.", "2014-04-18"),
        ("Tuva bestiller grus innen 2. mai.", "2014-05-02"),
        ("Mona skriver søknaden til neste møte.", "2014-04-23"),
        ("Grusen skal være på plass 10. juni.", "2014-06-10"),
        ("Rapporteringsfristen for 2013 til kommunen er derfor 30. september.", "2014-09-30"),
        ("Vegkontoret har gitt oss tid til utgangen av 2015.", "2015-12-31"),
        ("Tuva ringer naboen i morgen.", "2014-03-13"),
        ("Avgiften forfaller 1. juni.", "2014-06-01"),
        ("Turen koster 200 kroner, påmelding til 1. juni.", "2014-06-01"),
    ],
)
def test_deadlines(sentence: str, date: str) -> None:
    body = f"Vegen ble drøftet lenge. {sentence} Det var alt."
    assert deadlines(body, "item", "date", "recurring") == [("2/14", date, None)]


@pytest.mark.parametrize(
    ("sentence", "recurring"),
    [
        ("Frist for rapportering er 30. juni hvert år.", "--06-30"),
        ("Fristen for å søkje er 1. mars kvart år.", "--03-01"),
    ],
)
def test_every_year(sentence: str, recurring: str) -> None:
    assert deadlines(sentence, "date", "recurring") == [(None, recurring)]


NONE = {
    "what happened": "Rapporten ble levert innen 1. februar.",
    "what happened, nn": "Rapporten vart sendt 1. februar.",
    "not before": "Banken svarer ikke før i mai.",
    "a birthday": "Mona sender blomster til Jens, som fyller 80 år 11. mai.",
    "a range of days": "Tuva tar med kaffe til messa 18.–20. mai.",
    "what was seen": "Tuva forteller at hun har sett hunder der tre ganger i april.",
    "an event": "Dugnaden er lørdag 10. mai.",
    "a past meeting": "På møtet 3. februar var det mange.",
    "no date": "Tuva ringer snarest.",
    "to the autumn": "Vi tar det opp igjen til høsten.",
    "money": "Grusen koster kr 12.500,- innen mva.",
    "a section": "Se punkt 3.4 i planen, jf. § 5.2.",
    "a case": "Jf. sak 4/13 og rapport 7/2012.",
    "a year": "Vegen ble bygd i 1975.",
    "a rule of voting": "Forslaget fikk 12 stemmer.",
    "the next meeting": "Neste styremøte er 23. april.",
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_what_is_no_deadline(sentence: str) -> None:
    assert deadlines(f"Vegen ble drøftet lenge. {sentence} Det var alt.", "text") == []


def test_the_head_of_minutes_has_no_deadlines() -> None:
    text = HEAD.replace("Til stede", "Frist for merknader: 20. mars 2014\nTil stede") + "Vegen ble drøftet." + TAIL
    assert read(text)["deadlines"] == []


def test_one_date_said_twice_is_one_deadline() -> None:
    assert deadlines("Tuva søker innen 1. april. Fristen er altså 1. april.", "date") == ["2014-04-01"]


def test_two_dates_are_two_deadlines() -> None:
    body = "Frist for å søke er 1. april, og frist for å rapportere er 1. juni."
    assert deadlines(body, "date") == ["2014-04-01", "2014-06-01"]


@pytest.mark.parametrize("kind", [Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.NOTICE])
def test_other_documents_have_deadlines_too(kind: Kind) -> None:
    text = "# Brev til medlemmene 2014\nGruppen skal levere sin rapport innen 1. november 2014.\n"
    assert only(read(text, kind)["deadlines"], "date") == ["2014-11-01"]
