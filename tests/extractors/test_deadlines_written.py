"""Deadlines as secretaries write them: short passages of their own, and the dates by which something is due."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

HEAD = """# Referat fra styremøte i Grenda vel
Dato: 12. mars 2014
Til stede: Hanne Molvik, Jostein Eidem, Brita Solli, Karsten Nybakk

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Lekeplassen
"""
TAIL = "\n\nSak 3/14 Ymse\nKaffen var god.\n\nNeste møte: 23. april 2014 kl. 19"

PASSAGES = {
    # a day that a limit points at
    "Hanne ba om å få innmeldingene hos seg 20. mars.": [],
    "De som vil leie bod, har frem til 4. april på å melde seg til Jostein.": ["2014-04-04"],
    "Planforslaget ligger ute til høring fram til 9. mai.": ["2014-05-09"],
    "Det kan gis merknader til planen innen 9. mai, og Brita svarer for oss.": ["2014-05-09"],
    "Påmelding til Brita Solli før 1. april.": ["2014-04-01"],
    "Jostein hentar inn to tilbod og har dei klare til 7. april.": ["2014-04-07"],
    "Tilboda skal vere hos Karsten seinast 7. april, slik at styret kan velje 23. april.": ["2014-04-07"],
    "Søknad om spelemidlar må inn før påske, og seinast 10. april.": ["2014-04-10"],
    "Siste frist for å si opp avtalen er 31. mars, ellers løper den et år til.": ["2014-03-31"],
    "Avtalen går ut 30. juni. Hanne må si den opp før den tid.": ["2014-06-30"],
    "Fylket møtes 3. april. Karsten sender brevet vårt til da.": ["2014-04-03"],
    # every year
    "Kontrollen av apparata skal kvart år vere meldt inn til kommunen innan 1. juni.": ["--06-01"],
    "Dugnadsgebyret skal være betalt innen 15. mai og 15. november hvert år.": ["--05-15", "--11-15"],
    "Som hvert år er søknadsfristen 1. februar.": ["--02-01"],
    # another year
    "Jostein setter opp et nytt budsjett til 1. februar neste år.": ["2015-02-01"],
    "Rapporten til fylket skal være inne innen årets utgang.": ["2014-12-31"],
    "Karsten betaler regningen innen utgangen av måneden.": ["2014-03-31"],
    # so long before what was just dated
    "Vårfesten blir lørdag 24. mai. Plakatene må henge oppe en uke før.": ["2014-05-17"],
    "Årsmøtet blir halde 20. mai. Saker må vere styret i hende seinast tre veker i førevegen.": ["2014-04-29"],
    "Brita sender innkallingen to uker før årsmøtet 20. mai.": ["2014-05-06"],
    "Klagen må sendes innen 14 dager.": ["2014-03-26"],
    "Jostein tek det med til aprilmøtet.": ["2014-04-23"],
    "Hanne legger fram regnskapet i møtet i april.": ["2014-04-23"],
    # what is over, what only happens, what others said
    "Fristen for å klage var 1. mars, og det kom ingen.": [],
    "Ti hus hadde betalt innan fristen 1. mars.": [],
    "Fristen var 1. mars, men kommunen har gitt oss utsettelse til 21. mars.": ["2014-03-21"],
    "Dugnaden blir lørdag 3. mai kl. 10.": [],
    "Brita er leder fra 1. mai, og Karsten har ferie i uke 15.": [],
    "Karsten passer plassen i juli og august.": [],
    "Forslag fra Jostein: «Styret ber Hanne legge fram et regnskap innen 1. oktober.» Forslaget falt.": [],
    "Kommunestyret vedtok i februar at arbeidet skal være ferdig innen 1. september.": [],
    "Huskene ble levert innen 1. februar som avtalt.": [],
}


@pytest.mark.parametrize("passage", PASSAGES)
def test_when_it_is_due(passage: str) -> None:
    found = read(HEAD + passage + TAIL)["deadlines"]
    assert sorted(one["date"] or one["recurring"] for one in found) == sorted(PASSAGES[passage])


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        ("Saker må være meldt til Hanne senest en uke før.", "2014-04-16"),
        ("Papirer sendes ut en uke i forveien.", "2014-04-16"),
        ("Den som har saker, melder dem til leder ti dager i forveien.", "2014-04-13"),
        ("Innkalling går ut fjorten dager før.", "2014-04-09"),
    ],
)
def test_so_long_before_the_next_meeting(behind: str, date: str) -> None:
    text = HEAD + "Vi så på husken." + TAIL.replace("Neste møte: 23. april 2014 kl. 19", "")
    text += f"\nNeste møte blir onsdag 23. april kl. 19 i kjelleren. {behind}"
    assert [one["date"] for one in read(text)["deadlines"]] == [date]
