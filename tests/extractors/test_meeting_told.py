"""More ways to say when and where they met, who they were, and which dates of the head are another's."""

from __future__ import annotations

import pytest

from pipeline.model import Kind
from tests.extractors.conftest import read
from tests.extractors.test_meeting_variants import BELOW

# head, date, start, end, place, body
HEADS = [
    (
        "# Referat fra møte i driftsgruppen 5. mai 2015\nMøterom Fjorden, 3. etasje, kl. 09.00-10.30",
        "2015-05-05",
        "09:00",
        "10:30",
        "Fjorden, 3. etasje",
        "driftsgruppen",
    ),
    (
        "Lia kommune\nRåd for eldre\n# MØTEPROTOKOLL\n| Møtested: | Kommunehuset, rom 105 |\n"
        "| Dato: | 05.05.2015 |\n| Tid: | 10:00–12:00 |",
        "2015-05-05",
        "10:00",
        "12:00",
        "Kommunehuset, rom 105",
        "Råd for eldre",
    ),
    (
        "# Brukerråd – referat\nTirsdag 5. mai 2015, Lia sykehjem, stue 2. Kl. 13–14.30",
        "2015-05-05",
        "13:00",
        "14:30",
        "Lia sykehjem",
        "Brukerråd",
    ),
    (
        "# Møtebok for Lia sokneråd\nMøte nr. 4/15 tysdag 5. mai 2015 kl. 18.00 i kyrkjelydshuset",
        "2015-05-05",
        "18:00",
        None,
        "kyrkjelydshuset",
        "Lia sokneråd",
    ),
    (
        "# Styret i Lia sanitetsforening\nReferat fra styremøte hos Anne Lise Berg, 5. mai 2015",
        "2015-05-05",
        None,
        None,
        "hos Anne Lise Berg",
        "Styret i Lia sanitetsforening",
    ),
    (
        "# Lia IL, håndballgruppa\nReferat styremøte 05.05.15\nSted: Klubbrommet i Liahallen\n"
        "Oppstart kl. 19.15, slutt kl. 21.40",
        "2015-05-05",
        "19:15",
        "21:40",
        "Klubbrommet i Liahallen",
        "Lia IL, håndballgruppa",
    ),
    (
        "# Referat – samarbeidsmøte mellom Kartverket og kommunene\nDato: 5.5.2015 Sted: Videomøte Tid: 12-13",
        "2015-05-05",
        "12:00",
        "13:00",
        "Videomøte",
        "samarbeidsmøte mellom Kartverket og kommunene",
    ),
    (
        "# Protokoll fra ekstraordinær generalforsamling i Lia Borettslag\n5. mai 2015 kl. 18:00 i Lia grendehus",
        "2015-05-05",
        "18:00",
        None,
        "Lia grendehus",
        "Lia Borettslag",
    ),
    (
        "Referat fra SU-møte ved Lia barnehage\nTysdag 5.5.2015\nKl. 16.00-17.15\nStad: Avdeling Rev",
        "2015-05-05",
        "16:00",
        "17:15",
        "Avdeling Rev",
        "SU Lia barnehage",
    ),
    (
        "# Møtereferat prosjektgruppe E-helse\nMøtedato og tid: 05.05.2015, 08.30 - 11.00\n"
        "Møtested: Helsetunet, møterom 2 / Skype",
        "2015-05-05",
        "08:30",
        "11:00",
        "Helsetunet, møterom 2 / Skype",
        "prosjektgruppe E-helse",
    ),
    (
        "# Elevrådet ved Lia videregående skole\nReferat fra møtet tirsdag 5. mai, 3. time, rom 112\n2014/2015",
        "2015-05-05",
        None,
        None,
        "rom 112",
        "Elevrådet ved Lia videregående skole",
    ),
    (
        "# Vedtaksprotokoll formannskapet\nMøtedag: 05.05.2015\n"
        "Møtet ble satt kl 09:00 og hevet kl 13:30\nMøtested: Formannskapssalen",
        "2015-05-05",
        "09:00",
        "13:30",
        "Formannskapssalen",
        "formannskapet",
    ),
    (
        "# Referat fra klubbmøte i Fagforbundet klubb Lia\nAvholdt tirsdag 5. mai 2015 klokken 14:00 i kantina",
        "2015-05-05",
        "14:00",
        None,
        "kantina",
        "Fagforbundet klubb Lia",
    ),
    (
        "Til: Styret\nFra: Tuva\nDato: 7. mai 2015\n\n# Referat fra styremøte i Lia vel 5. mai 2015",
        "2015-05-05",
        None,
        None,
        None,
        "Lia vel",
    ),
]


@pytest.mark.parametrize(("head", "date", "start", "end", "place", "body"), HEADS)
def test_heads(head: str, date: str, start: str | None, end: str | None, place: str | None, body: str) -> None:
    record = read(head + "\n" + BELOW.lstrip())
    meeting = record["meeting"]
    assert isinstance(meeting, dict)
    assert (*(meeting[key] for key in ("date", "start", "end", "place")), record["body"]) == (
        date,
        start,
        end,
        place,
        body,
    )


def test_a_date_of_a_listed_matter_is_not_the_meetings() -> None:
    head = "# Møte i Lia sokneråd\nonsdag 14.03.2018 kl 19.00, kyrkjelydssalen\nSakliste:\n"
    head += "- 9/18 Innkalling\n- 10/18 Protokoll frå møtet 31. januar\n"
    assert read(head + "\nSak 9/18\nGodkjend.\n\nSak 10/18\nGodkjend.")["meeting"]["date"] == "2018-03-14"


def test_the_day_a_page_was_changed_is_not_the_meetings() -> None:
    head = "# Referat\nsist endret av tonje 15. mars 2018 kl. 01:12\n"
    head += "Stormøte, 13. mars 2018, i sofakroken. Begynte 18:40 med pizza."
    meeting = read(head + "\n" + BELOW.lstrip())["meeting"]
    assert (meeting["date"], meeting["start"]) == ("2018-03-13", "18:40")


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("# Møtereferat\n| Prosjekt | P-7 | Møte nr. | 7 |", "7"),
        ("# Lia IKT – Driftsforum nr. 5/2015", "5/2015"),
        ("# Hovedstyremøte 3/17", "3/17"),
        ("# Referat fra styremøte 3/2", None),
    ],
)
def test_the_number_by_label_and_title(head: str, number: str | None) -> None:
    assert read(f"{head}\nDato: 3. februar 2017\n{BELOW.lstrip()}")["meeting"]["number"] == number


def test_entries_and_sentences_are_no_body() -> None:
    text = "# Sammensetning\nArbeidsgruppene ledes av departementene.\n"
    text += "Arbeidsgruppen skal settes sammen av:\n\n- Berørte fagdepartementer\n- Kommunene\n"
    assert read(text, Kind.MANDATE)["body"] is None


def test_a_report_named_by_its_body() -> None:
    assert (
        read("# Arbeidsgrupperapport for avløp\n\nInnledning", Kind.ANNUAL_REPORT)["body"] == "Arbeidsgruppe for avløp"
    )
