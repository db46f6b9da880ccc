"""The meeting itself: date, times, place, number and body, wherever the document says them."""

from __future__ import annotations

import pytest

from pipeline.model import Kind, Record
from tests.extractors.conftest import read, read_with_issues

END = "\nTil stede: Tuva Hovland, Jens Aakre, Mona Lysø\n\nSak 1/14 Vegen\nVegen ble drøftet.\n"


def meeting(head: str, end: str = "", name: str = "") -> Record:
    found = read(head + END + end, name=name)["meeting"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("head", "date", "start", "end", "place"),
    [
        ("# Referat\nDato: 12. mars 2014\nSted: Grendehuset", "2014-03-12", None, None, "Grendehuset"),
        ("# Referat\nDato: 12.03.14 kl. 18.00 - 20.15", "2014-03-12", "18:00", "20:15", None),
        ("# Referat\nMøtedato: 12.3.2014\nTid: kl. 0900-1130", "2014-03-12", "09:00", "11:30", None),
        ("# Referat\nDato: 12. mars 2014\nTid: 18.00\nSted: Teams", "2014-03-12", "18:00", None, "Teams"),
        ("# Møtebok\nMøtedato: 12. mars 2014\nMøtestad: Kyrkjestova", "2014-03-12", None, None, "Kyrkjestova"),
        ("# Referat\nTid og sted: 12. mars 2014 kl. 18.00, Rådhuset", "2014-03-12", "18:00", None, "Rådhuset"),
        ("# Referat\nDato:\n12. mars 2014\nSted:\nRådhuset", "2014-03-12", None, None, "Rådhuset"),
        ("# Referat fra styremøte 12. mars 2014", "2014-03-12", None, None, None),
        ("# Styremøte onsdag 12.03.2014 kl. 18.00", "2014-03-12", "18:00", None, None),
        ("# Referat frå styremøte onsdag den 12. mars 2014 på Grendehuset", "2014-03-12", None, None, "Grendehuset"),
        ("# Referat\nOnsdag 12. mars 2014 kl. 19.45 – 20.45 på Teams", "2014-03-12", "19:45", "20:45", "Teams"),
        ("# Referat\nDato: 12. mars 2014 Tid: 18.00 Sted: Rådhuset", "2014-03-12", "18:00", None, "Rådhuset"),
        ("# Styremøte på skytterhuset onsdag 12. mars 2014, kl 19.00", "2014-03-12", "19:00", None, "skytterhuset"),
        (
            "# Referat styremøte 12. mars 2014, musikkrommet, kl 19-21.30",
            "2014-03-12",
            "19:00",
            "21:30",
            "musikkrommet",
        ),
        ("# Møte i møtesalen onsdag 12. mars 2014 kl. 18.00", "2014-03-12", "18:00", None, "møtesalen"),
        ("# Styremøte 12. mars 2014 kl. 18.00. Rett på meg om noe er galt.", "2014-03-12", "18:00", None, None),
        (
            "# Referat\n| Dato | 12. mars 2014 | Sted | Rom 3, administrasjonen |",
            "2014-03-12",
            None,
            None,
            "Rom 3, administrasjonen",
        ),
        (
            "# Protokoll\nfra årsmøte i Store sal, Folkets Hus, onsdag 12. mars 2014 kl. 17.00",
            "2014-03-12",
            "17:00",
            None,
            "Store sal, Folkets Hus",
        ),
        (
            "# Referat\nOnsdag 12. mars 2014 kl. 0900 – 1215. Fjord Hotel, Salong 3",
            "2014-03-12",
            "09:00",
            "12:15",
            "Fjord Hotel, Salong 3",
        ),
        ("# Referat LP5. Onsdag 12. mars 2014, auditorium C. Det ble langt.", "2014-03-12", None, None, "auditorium C"),
        (
            "# Protokoll\nOnsdag 12. mars 2014 kl. 09.30 holdt utvalget møte i formannskapssalen på Lia rådhus.",
            "2014-03-12",
            "09:30",
            None,
            "formannskapssalen på Lia rådhus",
        ),
        (
            "# Referat\nDato: 20. mars 2014\nTid: Onsdag 12. mars 2014 kl. 10.00 – 15.15",
            "2014-03-12",
            "10:00",
            "15:15",
            None,
        ),
        (
            "# Referat frå møtet 12. mars 2014\nMøtet var på kommunehuset i Lia frå kl 14 til om lag kl 15.30.",
            "2014-03-12",
            "14:00",
            "15:30",
            "kommunehuset i Lia",
        ),
        ("# Referat\nDato: 12. mars 2014\nTid: 19.00 – 21.10", "2014-03-12", "19:00", "21:10", None),
        ("# Referat\nTeams, 14:00–15:10\nDato: 12. mars 2014", "2014-03-12", "14:00", "15:10", "Teams"),
        ("# Referat\nDato: 12. mars 2014\nSted/lokale: Storsalen", "2014-03-12", None, None, "Storsalen"),
        (
            "# Referat\nMøtet ble holdt 12. mars 2014 i lagets lokaler i Lia og varte til kl. 20.00.",
            "2014-03-12",
            None,
            "20:00",
            "lagets lokaler i Lia",
        ),
        (
            "# Referat\nLaget heldt medlemsmøte på Granheim onsdag 12. mars 2014 etter øvinga.",
            "2014-03-12",
            None,
            None,
            "Granheim",
        ),
        (
            "# Referat 12. mars 2014\nVi satt på kjøkkenet fra 19 til rundt 21.",
            "2014-03-12",
            "19:00",
            "21:00",
            "kjøkkenet",
        ),
        (
            "# FAU 12. mars 2014\nRom S214, Lia. Startet 17:20, ferdig 19:05.",
            "2014-03-12",
            "17:20",
            "19:05",
            "Rom S214, Lia",
        ),
        ("# Referat\n12. mars 2014 | 18.00–20.00 | Musikkrommet", "2014-03-12", "18:00", "20:00", "Musikkrommet"),
        ("# Referat 12. mars 2014\nVi begynte halv åtte og holdt på lenge.", "2014-03-12", "19:30", None, None),
        ("# Referat 12. mars 2014\nVi var samla frå klokka halv åtte.", "2014-03-12", "19:30", None, None),
        ("# Styremøte 12. mars 2014\nPublisert kl. 14:47", "2014-03-12", None, None, None),
        (
            "# Referat\nDato: 12. mars 2014\nSted: Lensmannskontoret, møterom 2. etg.",
            "2014-03-12",
            None,
            None,
            "Lensmannskontoret, møterom 2. etg.",
        ),
        ("# Referat\n**Neste møte:**\nDato: 3. april 2014\n# Styremøte 12. mars 2014", "2014-03-12", None, None, None),
        ("# Referat\n| Skjema P-07 rev. 2, 01.03.08 |\nStyremøte 12. mars 2014", "2014-03-12", None, None, None),
    ],
)
def test_the_head(head: str, date: str, start: str | None, end: str | None, place: str | None) -> None:
    found = meeting(head)
    assert (found["date"], found["start"], found["end"], found["place"]) == (date, start, end, place)


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Møtet ble hevet kl. 20.15.", "20:15"),
        ("Møtet slutt 17.40", "17:40"),
        ("Møtet ble avsluttet kl. 14.20.", "14:20"),
        ("Møtet vart heva kl. 2030.", "20:30"),
        ("Me avslutta kl. 21.30.", "21:30"),
        ("Vi takket for oss kl. 20.40.", "20:40"),
        ("Vi gjekk heim kl 22.15.", "22:15"),
        ("Slutt om lag halv ti, med kaffi etterpå.", "21:30"),
        ("Vi slutta litt over halv ti.", None),
        ("Generalforsamlingen ble hevet.", None),
    ],
)
def test_when_it_ended(sentence: str, end: str | None) -> None:
    assert meeting("# Referat\nDato: 12. mars 2014 kl. 18", f"\n{sentence}")["end"] == end


def test_days_with_their_own_hours() -> None:
    found = meeting("# Referat\nTid: Onsdag 12. mars kl. 17.30 – torsdag 13. mars 2014 kl. 14.15")
    assert [found[key] for key in ("date", "end_date", "start", "end")] == [
        "2014-03-12",
        "2014-03-13",
        "17:30",
        "14:15",
    ]


def test_a_mail_of_the_day_after() -> None:
    head = "Frå: Tuva Hovland\nTil: styret\nSendt: 13. mars 2014 08:41\nEmne: Oppsummering frå møtet i går\n\nHei alle!"
    assert meeting(head)["date"] == "2014-03-12"


def test_two_days() -> None:
    found = meeting("# Referat fra samling\nDato: 12. og 13. mars 2014")
    assert (found["date"], found["end_date"]) == ("2014-03-12", "2014-03-13")


@pytest.mark.parametrize(
    ("head", "name", "date", "basis"),
    [
        ("# Referat fra styremøte 2014\nDato: 12. mars", "", "2014-03-12", "derived"),
        ("# Referat", "2014-03-12 styremote.pdf", "2014-03-12", "derived"),
        ("# Referat", "Referat FAU 120314.pdf", "2014-03-12", "derived"),
        ("# Referat\nDato: 12. mars", "referat 2014.pdf", "2014-03-12", "derived"),
        ("# Referat\nDato: 12. mars 2014", "", "2014-03-12", "stated"),
    ],
)
def test_a_year_from_elsewhere(head: str, name: str, date: str, basis: str) -> None:
    found = meeting(head, name=name)
    assert (found["date"], found["basis"]) == (date, basis)


@pytest.mark.parametrize(
    "line",
    [
        "Utskrift sendt 3. april 2014",
        "Publisert 3.4.2014",
        "Neste møte: 3. april 2014",
        "Godkjent 3. april 2014",
        "Svarfrist: 3. april 2014",
    ],
)
def test_other_dates_of_the_head(line: str) -> None:
    assert meeting(f"# Referat\n{line}\nDato: 12. mars 2014")["date"] == "2014-03-12"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Referat fra styremøte nr. 3/14", "3/14"),
        ("Styremøte nr 07-2014", "07-2014"),
        ("Protokoll 4/2014", "4/2014"),
        ("MØTE I ARBEIDSMILJØUTVALET NR. 3/14", "3/14"),
        ("Byggemøte nr. 11", "11"),
        ("Styremøte #2 2014 - Lia IL", "2"),
        ("Møtereferat 6/2014", "6/2014"),
        ("Referat – Styringsgruppe Kai, møte 11", "11"),
        ("Referat fra gruppens 6. møte", "6"),
        ("Referat fra møte 12. mars", None),
        ("Elevrådsmøte 12/3", None),
        ("Referat samordning av anlegg nr. 07", "07"),
        ("Protokoll fra Lia Vel AS, org.nr. 981 000 214", None),
        ("Referat fra styremøte", None),
    ],
)
def test_the_number(title: str, number: str | None) -> None:
    assert meeting(f"# {title}\nDato: 12. mars 2014")["number"] == number


def test_closed() -> None:
    assert meeting("# Referat\nDato: 12. mars 2014\nLukket møte")["closed"] is True
    assert meeting("# Referat\nDato: 12. mars 2014")["closed"] is False


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("# Referat", "no_meeting_date"),
        ("# Referat\nDato: tirsdag 12. mars 2014", "weekday_conflict"),
        ("# Referat\nDato: 12. mars 1914", "implausible_date"),
    ],
)
def test_doubts(head: str, code: str) -> None:
    assert code in [issue.code for issue in read_with_issues(head + END)[1]]


def test_a_name_of_another_day_is_doubted() -> None:
    _, issues = read_with_issues("# Referat\nDato: 12. mars 2014" + END, name="2014-04-02 referat.pdf")
    assert "date_conflict" in [issue.code for issue in issues]


@pytest.mark.parametrize("name", ["140312 referat.pdf", "referat_120314.pdf"])
def test_six_digits_in_a_name_are_read_as_the_minutes_say(name: str) -> None:
    found, issues = read_with_issues("# Referat\nDato: 12. mars 2014" + END, name=name)
    assert found["meeting"]["date"] == "2014-03-12"
    assert "date_conflict" not in [issue.code for issue in issues]
    assert read("# Referat fra styret i Vika båtlag 2014" + END, name=name)["meeting"]["date"] == "2014-03-12"


def test_a_notice_has_a_meeting() -> None:
    text = (
        "# Innkalling til styremøte\nDato: 12. mars 2014 kl. 18.00\nSted: Rådhuset\n\nSaksliste:\n1. Referat\n2. Vegen"
    )
    found = read(text, Kind.NOTICE)["meeting"]
    assert (found["date"], found["start"], found["place"]) == ("2014-03-12", "18:00", "Rådhuset")


def test_a_house_below_the_date() -> None:
    text = "# Referat frå møte\n\nFredag 24. april 2015 kl. 10.00\n\nSolvang hotell, Nesvik\n\n## Sak 1 Status\nIngen."
    assert read(text)["meeting"]["place"] == "Solvang hotell, Nesvik"


def test_begun_without_a_word_for_oclock() -> None:
    text = "# Referat fra styremøte 3. mai 2015\n\nVi begynte 19.15, fordi det regnet.\n\n## Sak 1 Status\nIngen."
    assert read(text)["meeting"]["start"] == "19:15"
