"""Deadlines in passing words, and dates of what only takes place beside a task."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read
from tests.extractors.test_deadlines import deadlines


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Gratis avbestilling t.o.m. 25. juni.", "2014-06-25"),
        ("Avmelding til og med 25. juni.", "2014-06-25"),
        ("Mona minte om fristen for å søkje om midlar til leirskulen, 1. mai.", "2014-05-01"),
        ("Mona minnet om søknadsfristen for å få støtte fra fondet, 1. mai.", "2014-05-01"),
        ("Jens syr duken, og vi treng han til markedet den 26. april.", "2014-04-26"),
    ],
)
def test_in_passing(sentence: str, date: str) -> None:
    assert deadlines(f"Vegen ble drøftet lenge. {sentence} Det var alt.", "date") == [date]


def test_what_somebody_gets_every_year() -> None:
    said = "Kommunen fører lista, sameiet får kopi 1. mars og 1. september hvert år."
    assert deadlines(said, "recurring") == ["--03-01", "--09-01"]


NONE = {
    "a weekday, whichever": "Tuva setter det opp på en tysdag.",
    "a trial": "Vi prøver i april, uke 15 og 16, to hver dag.",
    "a post": "Jens går over i ny stilling 1. januar, Tuva ringer kommunen.",
    "a visit": "Besøk fra fylkeskontoret 28. april, Mona tar programmet.",
    "a topic": "Utsendinger til fylkesmøtet i mai: det tar styret seg av.",
    "a question": "Mona hører med museet om de vil ha oss i april.",
    "from a week": "Mona ser på om pengene kan brukes på et annet hus, naboen har kanskje et rom ledig fra uke 33.",
    "a contract": "Avtalen går ut til nyttår og Mona ringer banken.",
    "none before": "Læreren sluttet 1. februar og det er ingen vikar før i august.",
    "beside the meeting": "Neste styremøte er 23. april på Odden, med felles middag kvelden før.",
    "a section": "Innspill fra Lia til 6.1, mangler vedlegg",
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_what_only_takes_place(sentence: str) -> None:
    assert deadlines(f"Vegen ble drøftet lenge. {sentence} Det var alt.", "text") == []


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Mona henger opp en lapp i løpet av morgendagen.", ["2014-03-13"]),
        ("Jens tar nye prøver i uke 14.", ["2014-04-04"]),
        ("Trykkeriet har gjeve oss til 30. mai.", ["2014-05-30"]),
        ("Tilskuddet betales med en halvpart 1. august og en halvpart 1. november.", ["2014-08-01", "2014-11-01"]),
        ("Mona minnet om at svar på den årlige undersøkelsen skal være inne 15. april.", ["2014-04-15"]),
        ("Jens finner en ny snuplass før sommerruta begynner 15. juni.", ["2014-06-15"]),
        ("Jens minnet om brannøvelsen 24. mars.", []),
    ],
)
def test_more_limits(sentence: str, dates: list[str]) -> None:
    assert deadlines(f"Vegen ble drøftet lenge. {sentence} Det var alt.", "date") == dates


@pytest.mark.parametrize(
    ("before", "due"),
    [
        ("Høringsfristen er 29. april. Flere hadde noe å si om gjerdet.", "2014-04-29"),
        ("Høringsfristen er 29. april. Fristen for klager er 2. mai.", None),
        ("Flere hadde noe å si om gjerdet.", None),
    ],
)
def test_the_deadline_that_was_named_before(before: str, due: str | None) -> None:
    text = f"# Referat\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\nSak 1 Gjerdet\n{before}\n\n"
    (action,) = read(text + "Jens Aakre sender svaret innen fristen.")["actions"]
    assert (action["due"], action["due_text"]) == (due, "innen fristen")


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Grunneierne har til 24. juni med å komme med merknader til planen.", "2014-06-24"),
        ("Tuva Hovland lager oversikt innen fredag 30.", "2014-05-30"),
        ("Velferdstinget vedtok 14. mars å kreve gratis kaffe, og kantina ordner dette.", None),
    ],
)
def test_a_day_by_its_number_a_stretch_of_time_and_a_day_that_was(sentence: str, date: str | None) -> None:
    assert deadlines(sentence, "date") == ([date] if date else [])
