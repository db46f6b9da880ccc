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
    "Kommunen har gitt oss utsettelse til 21. mars, og de som ikke har betalt innen 1. mai, får purring.": [
        "2014-03-21",
        "2014-05-01",
    ],
    "Avtalen løper ut 30. juni og må sies opp tre måneder før.": ["2014-03-30"],
    "Vedtektene § 4 krever at saker meldes åtte uker før, og det var i orden.": [],
    "Hilde trer ut av styret ved årsskiftet.": [],
    "Frist for bestilling 7.4.": ["2014-04-07"],
    "Huskene ble levert innen 1. februar som avtalt.": [],
    # written when the rules stood, to see what they had learnt
    "Klassene melder inn lag til Jostein innan tysdag 25. mars.": ["2014-03-25"],
    "Fylkeskommunen ber om svar på spørjeundersøkinga innan 4. april.": ["2014-04-04"],
    "Karsten spør kommunen og tar det opp igjen på møtet i april.": ["2014-04-23"],
    "Brita ordner nytt lerret til sommerfesten 14. juni.": ["2014-06-14"],
    "Reguleringsplanen er ute på høring med frist 2. mai.": ["2014-05-02"],
    "Fakturaen forfaller 20. mars og betales av Hanne.": ["2014-03-20"],
    "Tilskotet må brukast opp før 1. juli, elles må det betalast tilbake.": ["2014-07-01"],
    "Vi må ha inn navn på kandidater til valgkomiteen senest to uker før årsmøtet 28. mai.": ["2014-05-14"],
    "Jostein lager et notat i løpet av april.": ["2014-04-30"],
    "Arbeidet startet 3. februar og ble ferdig 28. februar.": [],
    "Leiekontrakten gjelder fra 1. april til 31. oktober.": [],
    "Brita var på kurs 5. mars.": [],
    "Det er konsert i kirken søndag 6. april.": [],
    "Huset er leid ut 17. mai.": [],
    "Sesongen starter i uke 18.": [],
    "Loppemarkedet blir 10. og 11. mai, og Hanne lager plakat.": [],
    "Søknadsfristen gikk ut 1. februar.": [],
    "Hanne hadde sendt søknaden innen fristen 15. januar.": [],
    "Styret skal kvart år innan utgangen av januar melde inn medlemstalet.": ["--01-31"],
    "Brannkontroll skal utføres innen 1. oktober hvert år.": ["--10-01"],
    "Vaktlister skal vere hjå Karsten seinast ein månad før sesongopninga 15. mai.": ["2014-04-15"],
    "Rekneskapen skal vere hos revisor 20. mars.": ["2014-03-20"],
    "Brita purrer og ber om svar innen en uke.": ["2014-03-19"],
    "Eventuelle merknader til referatet må meldes innen åtte dager.": ["2014-03-20"],
    "Avtalen kan sies opp med tre måneders varsel.": [],
    "Hanne sender ut innkalling til årsmøtet senest 30. april.": ["2014-04-30"],
    "Vi trenger svar fra bydelen før neste møte.": ["2014-04-23"],
    "Budsjettet skal være klart innen utgangen av første kvartal.": ["2014-03-31"],
    "Prosjektet skal rapporteres i januar neste år.": [],
    "Grunneigarane får høve til å uttale seg fram til 15. april.": ["2014-04-15"],
    "Karsten bytter låsen før helga, senest fredag.": ["2014-03-14"],
    "Alle som vil være med på turen, må gi beskjed til Brita før 5. april.": ["2014-04-05"],
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
