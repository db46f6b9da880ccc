"""Heads without labels, in boxes or sentences of their own kind, and next meetings told in passing."""

from __future__ import annotations

import pytest

from pipeline.model import Record
from tests.extractors.conftest import read

BELOW = """
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 7/14 Stien rundt vannet
Stien ble befart i høst. Jens sjekker bruene.
"""

BEFORE = """# Referat fra styremøte i Nordvika turlag
Dato: tirsdag 11. mars 2014 kl. 18.30
Sted: Turlagshytta
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 7/14 Stien rundt vannet
Stien ble befart i høst. Jens sjekker bruene.

"""

HEAD = [
    # (head, date, start, end, place)
    (
        "# Arbeidsgruppen for stier\nMøte onsdag 12. mars 2014\n\n"
        "Vi satt i Storgata 14, rom 302, fra kl. 9 til 11.30. Tuva ledet.",
        "2014-03-12", "09:00", "11:30", "Storgata 14, rom 302",
    ),
    (
        "# Fylkesrådet for stier 12.–13. mars 2014\n\nMøtet vart halde i Folkets hus, sal 3. "
        "Fyrste dagen frå kl. 11.00 til kl. 17.00, andre dagen frå kl. 08.30 til kl. 12.15.",
        "2014-03-12", "11:00", "12:15", "Folkets hus, sal 3",
    ),
    (
        "# Styret i Odde turlag\n12. mars 2014\n\n"
        "Vi møttest på grendahuset i Odde frå klokka 18 til lyset gjekk, om lag 20.45.",
        "2014-03-12", "18:00", "20:45", "grendahuset i Odde",
    ),
    (
        "# Styreprotokoll\nNår: 12. mars 2014, 09:00–11:15\nHvor: Teams. Styreleder og sekretær satt i Lia",
        "2014-03-12", "09:00", "11:15", "Teams",
    ),
    (
        "# Referat fra turrådet\nDato: 12.03.2014\nHvor: Kulturhuset, Lia (Odde turlag på skjerm)",
        "2014-03-12", None, None, "Kulturhuset, Lia",
    ),
    (
        "# Turlagsmøte 12. mars 2014\n\nZoom + C105, ca. 10.15 til 11.40",
        "2014-03-12", "10:15", "11:40", "Zoom + C105",
    ),
    (
        "# Oppsummering etter vårsamlinga på Nesodden, 12. mars 2014\n\nSju lag var med.",
        "2014-03-12", None, None, "Nesodden",
    ),
    (
        "# Protokoll\nDen 12. mars 2014 kl. 17.00 ble det avholdt ordinær generalforsamling "
        "i selskapets kantine på Lia brygge.",
        "2014-03-12", "17:00", None, "selskapets kantine på Lia brygge",
    ),
    (
        "# Protokoll\nOnsdag 12. mars 2014 ble det holdt drøftingsmøte på kommunestyresalen mellom Lia kommune og "
        "lagene. Møtet varte fra kl. 12.00 til 13.30.",
        "2014-03-12", "12:00", "13:30", "kommunestyresalen",
    ),
    (
        "# Årsmøteprotokoll\nÅrsmøtet i Lia hytteforening ble holdt på grendehuset i Lia skjærtorsdag, 17. april 2014. "
        "Møtet startet kl. 15.00.",
        "2014-04-17", "15:00", None, "grendehuset i Lia",
    ),
    (
        "# Turrådet\nReferat · 12.03.2014 · Rådhuset i Lia, Vestsalen",
        "2014-03-12", None, None, "Rådhuset i Lia, Vestsalen",
    ),
    (
        "# Styremøte Lia næringslag\nOnsdag 12. mars 2014 | 08.00–10.00 | Hotell Utsikten, «Loftet» og Teams",
        "2014-03-12", "08:00", "10:00", "Hotell Utsikten, «Loftet» og Teams",
    ),
    (
        "# Møte i programrådet for stier\n12. mars 2014, Hotell Utsikten, Lia",
        "2014-03-12", None, None, "Hotell Utsikten, Lia",
    ),
    (
        "# Elevrådet\nonsdag 12. mars 2014\n\n10:15\n\nRom: kjøkkenet, fordi biblioteket var opptatt",
        "2014-03-12", "10:15", None, "kjøkkenet",
    ),
    (
        "# Turutvalet\nUtvalet kom saman onsdag 12. mars 2014 kl. 17.00 i formannskapssalen etter synfaring i Odde.",
        "2014-03-12", "17:00", None, "formannskapssalen",
    ),
    (
        "# Styremøte i Lia sykehus HF 12. mars 2014\nMøterom Tinden, Lia  Kl. 10:15–14:40",
        "2014-03-12", "10:15", "14:40", "Møterom Tinden, Lia",
    ),
    (
        "# Turrådet\nUtskrift av møteboken for onsdag 12. mars 2014\n"
        "Møtet ble holdt på Herredshuset i Lia og varte fra kl. 18.00 til kl. 20.50.",
        "2014-03-12", "18:00", "20:50", "Herredshuset i Lia",
    ),
    (
        "# Strandutvalget\nMøtet foregikk på Fiskebrygga 3, 2. etasje, onsdag 12. mars 2014 mellom kl. 16 og 18.15.",
        "2014-03-12", "16:00", "18:15", "Fiskebrygga 3, 2. etasje",
    ),
    (
        "# Referat\nOnsdag 12. mars 2014 var turlaget samlet på biblioteket i Lia kl. 18. Vi ga oss kl. 20.30.",
        "2014-03-12", "18:00", "20:30", "biblioteket i Lia",
    ),
    (
        "# Protokoll\nDen 12. mars 2014 ble det holdt møte i Lia grunneierlag på Solvang grendehus. "
        "Møtet tok til kl. 19.",
        "2014-03-12", "19:00", None, "Solvang grendehus",
    ),
    (
        "| Utvalg | Møtested | Dato | Tid |\n| Turutvalget | Rådhuset, møterom 3 | 12.03.2014 | 09:00-11:30 |",
        "2014-03-12", "09:00", "11:30", "Rådhuset, møterom 3",
    ),
    (
        "Fra: Tuva Hovland\nSendt: 2. januar 2014 10:12\nTil: styret\nKopi: Jens Aakre\n"
        "Emne: SV: styremøtet mandag 30. desember\n\nHei!\n\nTakk for et langt møte i styret på værelset til Jens.",
        "2013-12-30", None, None, None,
    ),
    (
        "Hei!\n\nher er det viktigste fra møtet vårt i turgruppa i dag, 12. mars 2014.",
        "2014-03-12", None, None, None,
    ),
]  # fmt: skip

NEXT = [
    # (how it is said, date, start, end, place, later)
    ("Byggemøte 15 holdes 30.04.14 kl 10.00 i brakkeriggen.", "2014-04-30", "10:00", None, "brakkeriggen", []),
    ("Samling 12: tirsdag 8. april kl. 9, Teams.", "2014-04-08", "09:00", None, "Teams", []),
    (
        "Møte 5 holdes tirsdag 8. april kl. 10–15 i DNTs lokaler på Nes, møte 6 torsdag 15. mai.",
        "2014-04-08",
        "10:00",
        "15:00",
        "DNTs lokaler på Nes",
        ["2014-05-15"],
    ),
    ("Same rom 8. april kl. 13.15. Jens styrer ordet då.", "2014-04-08", "13:15", None, "Same rom", []),
    ("Styret samles neste gang i Fjellvik tirsdag 8. april.", "2014-04-08", None, None, "Fjellvik", []),
    ("Vi møtest i Fjellvik 8. april 2014, og då berre éin dag.", "2014-04-08", None, None, "Fjellvik", []),
    ("Vårmøtet legges til Fjellvik tirsdag 8. april 2014.", "2014-04-08", None, None, "Fjellvik", []),
    (
        "Neste møte blir tirsdag 8. april kl. 12 hos Vassdragsetaten i Fjellvik.",
        "2014-04-08", "12:00", None, "Vassdragsetaten i Fjellvik", [],
    ),
    (
        "Styret møtest att tysdag 8. april klokka 18, då heime hjå Mona.",
        "2014-04-08", "18:00", None, "heime hjå Mona", [],
    ),
    ("Da ses vi 8. april klokka 18 på Mona sin hytte!", "2014-04-08", "18:00", None, "Mona sin hytte", []),
    ("Neste turutvalg avholdes i Fjellvik tirsdag 8. april.", "2014-04-08", None, None, "Fjellvik", []),
    (
        "Møtene i vår blir 8. april og 6. mai, alle kl. 18 på biblioteket.",
        "2014-04-08", "18:00", None, "biblioteket", ["2014-05-06"],
    ),
    (
        "Styret møtes 8. april og 6. mai. Aprilmøtet blir på Teams fra kl. 09:00.",
        "2014-04-08",
        "09:00",
        None,
        "Teams",
        ["2014-05-06"],
    ),
    (
        "Sak 8/14 Orienteringer og neste møte\nTellingen er gjort pr. 31. mars. "
        "Styret samles igjen i Fjellvik 8. april.",
        "2014-04-08",
        None,
        None,
        "Fjellvik",
        [],
    ),
]  # fmt: skip

BODY = [
    ("LIA AVLØP OG SLAM IKS\n\n# Representantskapet\nMøtebok for 12. mars 2014", "Representantskapet"),
    ("LIA HERAD\n\nProtokoll\n\nUngdomsrådet · 12.03.2014 · Heradshuset", "Ungdomsrådet"),
    ("# Omgrepsgruppa – felles omgrep i friluftslivet\nSamling 12. mars 2014", "Omgrepsgruppa"),
    ("# Elevrådet haust, andre gong\ntorsdag 12. mars 2014", "Elevrådet"),
    (
        "Felles / Nettverk / Stier / 2014-03\n\n# Marssamlinga\n"
        "Nettverk: Stinettverket for lag på Vestlandet\nNår: 12.03.2014",
        "Stinettverket for lag på Vestlandet",
    ),
    (
        "OMRÅDESTYRET FOR VEST-LIA\n\nProtokoll fra møte nr. 3/2014 på Hotell Utsikten, Lia 12. mars 2014",
        "OMRÅDESTYRET FOR VEST-LIA",
    ),
    (
        "# Dialogmøte mellom Turdirektoratet og kommunane i Lia 12. mars 2014",
        "Dialogmøte mellom Turdirektoratet og kommunane i Lia",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "date", "start", "end", "place"), HEAD)
def test_when_and_where_a_head_says(
    head: str, date: str, start: str | None, end: str | None, place: str | None
) -> None:
    record: Record = read(head + "\n" + BELOW)
    meeting = record["meeting"]
    assert isinstance(meeting, dict)
    assert tuple(meeting[key] for key in ("date", "start", "end", "place")) == (date, start, end, place)


@pytest.mark.parametrize(("said", "date", "start", "end", "place", "later"), NEXT)
def test_when_and_where_next(
    said: str, date: str, start: str | None, end: str | None, place: str | None, later: list[str]
) -> None:
    found = read(BEFORE + said)["next_meeting"]
    assert isinstance(found, dict)
    assert tuple(found[key] for key in ("date", "start", "end", "place", "later")) == (date, start, end, place, later)


@pytest.mark.parametrize(("head", "body"), BODY)
def test_whose_minutes(head: str, body: str) -> None:
    assert read(head + "\n" + BELOW)["body"] == body


@pytest.mark.parametrize(
    "said",
    [
        "Vårmøtet ble lagt til side. Byggemøte 13 var avlyst.",
        "Saken fra møte 5 tas opp igjen. Rapporten kommer 8. april.",
        "Jens takket for kaffen og dro kl. 19.15.",
    ],
)
def test_no_next_meeting_in_passing(said: str) -> None:
    record: Record = read(BEFORE + said)
    meeting = record["meeting"]
    assert isinstance(meeting, dict)
    assert (record["next_meeting"], meeting["end"]) == (None, None)
