"""When and where they meet next: by label, in a sentence, in a heading; and the meetings that are another's."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read, read_with_issues

HEAD = """# Referat fra styremøte i Lia vel
Dato: 12. mars 2014
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Vegen
Vegen ble drøftet lenge.

"""


@pytest.mark.parametrize(
    ("text", "date", "start", "end", "place"),
    [
        ("Neste møte: 23. april 2014", "2014-04-23", None, None, None),
        ("Neste møte: Onsdag 23.4.14 kl. 0900-1200.", "2014-04-23", "09:00", "12:00", None),
        ("Neste møte: 23. april kl. 18.00 på grendehuset", "2014-04-23", "18:00", None, "grendehuset"),
        ("Neste møte\n23. april kl. 18.30", "2014-04-23", "18:30", None, None),
        ("**Neste møte**\nOnsdag 23. april kl. 10-14", "2014-04-23", "10:00", "14:00", None),
        ("Neste SU: onsdag 23.04 kl. 09.", "2014-04-23", "09:00", None, None),
        ("**Møter våren 2014**\nOnsdag 23. april kl. 14.", "2014-04-23", "14:00", None, None),
        ("Representantskapet møtes igjen onsdag 23. april kl. 17.00.", "2014-04-23", "17:00", None, None),
        ("Møteplan. Vårens møter blir 23. april og 4. juni, alle kl. 12.15.", "2014-04-23", "12:15", None, None),
        ("Neste møte er 23. april kl. 18, denne gongen i grendehuset.", "2014-04-23", "18:00", None, "grendehuset"),
        ("Neste møte er 23. april.", "2014-04-23", None, None, None),
        ("Neste møte blir onsdag 23. april kl. 18.", "2014-04-23", "18:00", None, None),
        ("Neste styremøte blir ons. 23. april kl. 19.00 på klubbhuset.", "2014-04-23", "19:00", None, "klubbhuset"),
        ("Neste møte er fastsatt til 23. april, kl. 10-14.", "2014-04-23", "10:00", "14:00", None),
        ("Nytt møte 23.04.2014.", "2014-04-23", None, None, None),
        ("Vi møtes igjen 23. april kl. 18.", "2014-04-23", "18:00", None, None),
        ("Me møtest att 23. april kl. 18.", "2014-04-23", "18:00", None, None),
        ("Neste møte vert tysdag 22. april kl. 20.00.", "2014-04-22", "20:00", None, None),
        ("Neste møte: 15. januar", "2015-01-15", None, None, None),
        ("Sak 3/14 Neste møte\n23. april 2014 kl. 18.00", "2014-04-23", "18:00", None, None),
        ("Neste møte:\n- Dato: onsdag 23. april kl. 10\n- Sted: Rådhuset", "2014-04-23", "10:00", None, "Rådhuset"),
        ("Neste møte: 23. april kl. 18.00, samme sted.", "2014-04-23", "18:00", None, "samme sted"),
        ("Neste møte hos Mona, onsdag 23. april kl. 19.", "2014-04-23", "19:00", None, "hos Mona"),
        ("Neste møte vert halde i Vika onsdag 23. april kl. 19.", "2014-04-23", "19:00", None, "Vika"),
        ("Neste møte er 23. april kl. 18, med besøk frå laget.", "2014-04-23", "18:00", None, None),
        ("Neste rådsmøte 9/4 utgår på grunn av påsken, så da blir det 23/4.", "2014-04-23", None, None, None),
        ("Møteplan 2015: 12. februar, 9. april. Alle kl. 12.15.", "2015-02-12", "12:15", None, None),
        (
            "Styremøter høsten 2014: 20. august kl. 09.00 (Odden, med befaring), 9. oktober.",
            "2014-08-20",
            "09:00",
            None,
            "Odden",
        ),
        ("Rådet holder møter onsdag 23. april og onsdag 4. juni, begge kl. 12.", "2014-04-23", "12:00", None, None),
        ("Neste møte: 22.–23. april på Odden", "2014-04-22", None, None, "Odden"),
        ("NESTE MØTE hos Mona onsdag 23. april kl 1900.", "2014-04-23", "19:00", None, "hos Mona"),
        ("Neste møte blir 23. april kl. 18, trolig i Vika.", "2014-04-23", "18:00", None, "Vika"),
        ("Nytt møte i laget er 23. april, halv åtte hos Mona.", "2014-04-23", "19:30", None, "hos Mona"),
        ("Me møtest neste gong 23. april klokka sju hjå Mona.", "2014-04-23", "19:00", None, "hjå Mona"),
        ("Styremøte nr 2 blir 23. april kl. 19 hos Mona.", "2014-04-23", "19:00", None, "hos Mona"),
        ("Årsmøtet er 23. april kl. 18. Styret møtes samme dag kl. 16.", "2014-04-23", "16:00", None, None),
        ("Neste møte: 23. april kl. 18, kaffestua dersom det er plass.", "2014-04-23", "18:00", None, "kaffestua"),
        ("Neste møte: 23. april kl. 8.30, fysisk møte på kontoret.", "2014-04-23", "08:30", None, "kontoret"),
        ("Møteplan: 23. april (årsmøte kl. 15) og 4. juni. Møtene begynner kl. 09.", "2014-04-23", "09:00", None, None),
        (
            "Møteplan 2014: 23. april, 4. juni. Møtet i april blir kl. 09.30–13.00 i rom B2.",
            "2014-04-23",
            "09:30",
            "13:00",
            "rom B2",
        ),
        ("**8 Neste byggemøte**\n8.1 23. april kl. 09.00 i brakka.", "2014-04-23", "09:00", None, "brakka"),
    ],
)
def test_next_meeting(text: str, date: str, start: str | None, end: str | None, place: str | None) -> None:
    found = read(HEAD + text)["next_meeting"]
    assert found is not None
    assert (found["date"], found["start"], found["end"], found["place"]) == (date, start, end, place)


@pytest.mark.parametrize(
    ("text", "date", "later"),
    [
        ("Kommende møter: 23. april, 14. mai og 11. juni", "2014-04-23", ["2014-05-14", "2014-06-11"]),
        ("Møtedatoar: 23.4., 14.5. og 11.6.", "2014-04-23", ["2014-05-14", "2014-06-11"]),
        ("Møteplan\n• 23. april\n• 14. mai", "2014-04-23", ["2014-05-14"]),
        (
            "7 Neste møter\n\nMøte 12: onsdag 23. april 2014 kl. 10–14, Brygga\n\nMøte 13: onsdag 14. mai 2014",
            "2014-04-23",
            ["2014-05-14"],
        ),
        (
            "Neste møte er onsdag 23. april. Møta vidare er 14. mai og 11. juni.",
            "2014-04-23",
            ["2014-05-14", "2014-06-11"],
        ),
    ],
)
def test_a_plan_of_meetings(text: str, date: str, later: list[str]) -> None:
    found = read(HEAD + text)["next_meeting"]
    assert (found["date"], found["later"]) == (date, later)


@pytest.mark.parametrize(
    ("told", "quote", "text"),
    [
        (
            "**Sak 3/14 Neste møte**\nDet ble senere satt til ons. 23. april kl. 18. Papirene bør ut senest 1. april.",
            "Det ble senere satt til ons. 23. april kl. 18.",
            "Det ble senere satt til ons. 23. april kl. 18.",
        ),
        ("Neste møte: 23. april kl. 18. Mona baker.", "Neste møte: 23. april kl. 18.", "23. april kl. 18."),
        (
            "Neste møte\nVi ses 23. april. Samme tid. Mona baker.",
            "Vi ses 23. april. Samme tid.",
            "Vi ses 23. april. Samme tid.",
        ),
        (
            "Neste møte:\n- Dato: 23. april kl. 10\n- Sted: Rådhuset",
            "- Dato: 23. april kl. 10",
            "Dato: 23. april kl. 10 Sted: Rådhuset",
        ),
    ],
)
def test_what_names_the_day_is_quoted_and_what_follows_is_not(told: str, quote: str, text: str) -> None:
    found = read(HEAD + told)["next_meeting"]
    assert (found["source"]["quote"], found["text"]) == (quote, text)


def test_a_week_without_a_day_keeps_its_words() -> None:
    found = read(HEAD + "Neste møte: uke 17, dato kommer")["next_meeting"]
    assert (found["date"], found["text"]) == (None, "uke 17, dato kommer")


NONE = {
    "nothing": "Kaffen var god.",
    "a blank field": "Neste møte:",
    "put off": "Saken utsettes til neste møte.",
    "a task until then": "Tuva lager et notat til neste møte 23. april.",
    "an item to come": "Saker til neste møte: Vegen og benken",
    "another body": "Neste kommunestyremøte er 24. april.",
    "a past meeting": "Forrige møte var 12. februar.",
    "an event": "Dugnaden er 23. april kl. 18.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_next_meeting(text: str) -> None:
    found = read(HEAD + "Sak 3/14 Ymse\n" + text)["next_meeting"]
    assert found is None or found["date"] is None


def test_a_next_meeting_that_lies_behind_is_doubted() -> None:
    record, issues = read_with_issues(HEAD + "Neste møte: 23. april 2013")
    assert record["next_meeting"]["date"] == "2013-04-23"
    assert "next_meeting_in_past" in [issue.code for issue in issues]


def test_a_weekday_that_does_not_fit_is_doubted() -> None:
    _, issues = read_with_issues(HEAD + "Neste møte: mandag 23. april 2014")
    assert "weekday_conflict" in [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("Neste møte: mandag 23. april", True),
        ("Neste møte: onsdag 23. april", False),
        ("Sak 3/14 Vegen\nKari Nes skriver brev innen mandag 23. april.", True),
        ("Sak 3/14 Vegen\nKari Nes skriver brev innen onsdag 23. april.", False),
    ],
)
def test_so_is_one_beside_a_day_without_a_year(said: str, doubted: bool) -> None:
    _, issues = read_with_issues(HEAD + said)
    assert ("weekday_conflict" in [issue.code for issue in issues]) is doubted


def test_a_year_worked_out_says_so() -> None:
    short = read(HEAD + "Neste møte: 23. april")["next_meeting"]
    full = read(HEAD + "Neste møte: 23. april 2014")["next_meeting"]
    assert (short["basis"], full["basis"]) == ("derived", "stated")


def test_as_this_time() -> None:
    head = HEAD.replace("Dato: 12. mars 2014", "Dato: 12. mars 2014 kl. 18.30\nSted: Grendehuset")
    found = read(head + "Neste møte 23. april samme tid og sted.")["next_meeting"]
    assert found is not None
    assert (found["start"], found["place"]) == ("18:30", "samme tid og sted")
