"""When and where they met as loose heads tell it: beside the day, in a parenthesis, by word, at the very end."""

from __future__ import annotations

import pytest

from pipeline.model import Kind
from tests.extractors.conftest import read
from tests.extractors.test_meeting import meeting

FIELDS = ("date", "start", "end", "place")


@pytest.mark.parametrize(
    ("head", "end", "expected"),
    [
        (
            "Lia velforening\nMøte torsdag 13/3-14, 19:30 på skolekjøkkenet",
            "",
            ("2014-03-13", "19:30", None, "skolekjøkkenet"),
        ),
        (
            "Hei!\nHer er en oppsummering fra foreldremøtet på Lia skole torsdag 13. mars 2014, for de som ikke kom.",
            "",
            ("2014-03-13", None, None, "Lia skole"),
        ),
        (
            "# Fellesnemnda\nTorsdag 13. mars 2014 på rådhuset. Møtet ble satt kl. 16.00 og hevet kl. 19.10.",
            "",
            ("2014-03-13", "16:00", "19:10", "rådhuset"),
        ),
        ("# Møte 2014-03-13", "", ("2014-03-13", None, None, None)),
        (
            "Referat fra møte i teamet\n\n\nfor felles begreper i\n\n\nhelseregionen - 13.03.2014",
            "",
            ("2014-03-13", None, None, None),
        ),
        (
            "# Referat\nMøtet fant sted på biblioteket torsdag "
            "13. mars 2014. Vi startet klokka ti og var ferdig litt før halv ett.",
            "",
            ("2014-03-13", "10:00", None, "biblioteket"),
        ),
        (
            "# Referat\nMøtet vart halde 13. mars 2014 og tok til klokka ni og var slutt kvart over elleve.",
            "",
            ("2014-03-13", "09:00", None, None),
        ),
        (
            "# Møtebok\nÅrsmøtet vart halde på Furuheim grendehus torsdag 13. mars 2014 kl. 19.00.",
            "Slutt ca. kl. 22.30.",
            ("2014-03-13", "19:00", "22:30", "Furuheim grendehus"),
        ),
        (
            "# Protokoll\nMedlemsmøte ble holdt på biblioteket torsdag 13/3 2014 kl 1800.",
            "",
            ("2014-03-13", "18:00", None, "biblioteket"),
        ),
        (
            "# Referat AG04\nArbeidsgruppa for felles kart · "
            "13. mars 2014 · 13:00–15:10 · Skype (dårlig lyd for de fleste av oss)",
            "",
            ("2014-03-13", "13:00", "15:10", "Skype"),
        ),
        ("# Turgruppa\nKort møte i garderoben 13/3-14 etter treninga", "", ("2014-03-13", None, None, "garderoben")),
        ("# Referat\ndate: 2014-03-13\n# Onsdagsmøte (Slack, 19-20.30)", "", ("2014-03-13", "19:00", "20:30", "Slack")),
        (
            "# Møte i hamneutvalet for Ytre Odden, Fylkeshuset, 13. mars 2014 (kl. 10.00 til 14.50)",
            "",
            ("2014-03-13", "10:00", "14:50", "Fylkeshuset"),
        ),
        (
            "Drøftingsmøte (DMF) hos Havnevesenet\n13. mars 2014 kl. 10 (Storesal og Teams)",
            "",
            ("2014-03-13", "10:00", None, "Storesal og Teams"),
        ),
        (
            "# Protokoll\nDen 13. mars 2014 kl. 12.00 ble det avholdt ordinær generalforsamling "
            "i Kystmuseet Odden AS i Skippergården, Odden.",
            "",
            ("2014-03-13", "12:00", None, "Skippergården, Odden"),
        ),
        ("# Elevrådet\nMøte torsdag 13/3-14 i 3. time på biblioteket", "", ("2014-03-13", None, None, "biblioteket")),
        (
            "# K 412 Merking av kajakker\n9. møte, 13. mars 2014, Håndverkets hus, rom 4. Kl 0930-1500.",
            "",
            ("2014-03-13", "09:30", "15:00", "Håndverkets hus, rom 4"),
        ),
        (
            "# Referat\nMøtet ble holdt 13. mars 2014 hos Havnevesenets lokaler på Odden.",
            "",
            ("2014-03-13", None, None, "Havnevesenets lokaler på Odden"),
        ),
    ],
)
def test_loose_heads(head: str, end: str, expected: tuple[object, ...]) -> None:
    found = meeting(head, end)
    assert tuple(found[field] for field in FIELDS) == expected


def test_a_mail_that_tells_of_another_year_than_that_of_its_meeting() -> None:
    mail = (
        "Fra: Jens Aakre\nSendt: 14. mars 2016 09:12\nTil: Styret i Båtlaget\nEmne: Referat\n\n"
        "Hei! Her er det vi ble enige om på møtet tirsdag 8. mars, med Tuva, Mona og meg. Siden brannen i 2009 har "
        "vi ikke hatt naust, og det skal vi nå bygge igjen på den gamle tomta.\n\n1. Naust\nVi bygger til sommeren.\n"
    )
    assert read(mail, Kind.MINUTES)["meeting"]["date"] == "2016-03-08"


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("Leiaren takka for orden og heva møtet kl. 19.40. Etterpå var det kaffe.", "19:40"),
        ("Slutt 2050. Neste gong er vi hos Åge.", "20:50"),
        ("Ferdig kvart over ni.", "21:15"),
        ("Ferdig kvart på ti.", "21:45"),
        ("Vi skilde lag om lag kl. 22.", "22:00"),
        ("Alle skiltes 21.30.", "21:30"),
    ],
)
def test_the_end_told_above_what_follows_the_meeting(sentence: str, hour: str) -> None:
    head = "# Referat frå styremøte\nDato: 12. mars 2014 kl. 17:15\nTil stades: Tuva Hovland, Jens Aakre\n\n"
    text = f"{head}1. Vegen\nVegen er god.\n\n2. Brua\nBrua står.\n\n{sentence}"
    assert read(text)["meeting"]["end"] == hour
    if "heva" in sentence:
        shares = "\n\n".join(f"Lut {number} har garden ved brua." for number in range(1, 20))
        assert read(f"{text}\n\nLutlag\n\n{shares}")["meeting"]["end"] == hour


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Start/slutt: 10.00 / 14.40", ("10:00", "14:40")),
        ("Frå/til: 18:00 / 20:15", ("18:00", "20:15")),
        ("Fra/til: 18.00-20.15", ("18:00", "20:15")),
    ],
)
def test_hours_behind_a_label_of_two(line: str, hours: tuple[str, str]) -> None:
    text = f"# Referat frå styremøte\nDato: 12. mars 2014\n{line}\nTil stades: Tuva Hovland\n\n1. Vegen\nVegen er god."
    found = read(text)["meeting"]
    assert (found["start"], found["end"]) == hours


@pytest.mark.parametrize("sentence", ["Ny skule står ferdig 2026.", "Prosjektet tar slutt 2014."])
def test_a_year_is_no_hour(sentence: str) -> None:
    head = "# Referat frå styremøte\nDato: 12. mars 2014 kl. 17:15\nTil stades: Tuva Hovland, Jens Aakre\n\n"
    assert read(f"{head}1. Vegen\nVegen er god.\n\n2. Skulen\n{sentence}")["meeting"]["end"] is None


@pytest.mark.parametrize(
    "head",
    [
        "Lia kommune\nTil: Deltakerne\nFra: Tuva Hovland\nDato: 21.03.2014\nArkiv: 033\n\n# Skolemøte 12. mars 2014",
        "Lia kommune\nTil: Deltakarane\nFrå: Tuva Hovland\nDato: 21.03.2014\n\n# Møte i vegnemnda 12. mars 2014",
        "Vegkontoret Saksbehandler: Tuva Hovland\nog brukontoret Vår ref.: 14/00419-11\nDato: 21. mars 2014\n\n"
        "# Referat fra møte i brurådet\n\nMøte nr. 2/14 ble holdt onsdag 12. mars 2014 kl. 10.00-14.30 på Brustua.",
        "# REFERAT FRA MØTE I BRURÅDET\n\n- ONSDAG 12. MARS 2014 KL. 1300 - 1445, MØTEROM 2 I DET NYE HUSET VED BRUA",
    ],
)
def test_the_day_of_a_letter_is_not_that_of_the_meeting(head: str) -> None:
    text = f"{head}\n\nTil stede: Tuva Hovland, Jens Aakre\n\n1. Veien\nVeien er god.\n\nLia, 24.03.2014\nTuva Hovland"
    assert read(text)["meeting"]["date"] == "2014-03-12"
