"""Dates and times: every form that minutes write, and the numbers that are none."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import MONTHS, clock, find, friday, month_end, resolve_year

WEEKDAYS_NB = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WEEKDAYS_NN = ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dato: 14.09.2011", [(14, 9, 2011)]),
        ("16.5.13", [(16, 5, 2013)]),
        ("05.07.00", [(5, 7, 2000)]),
        ("17.2.98", [(17, 2, 1998)]),
        ("22.11. 2022", [(22, 11, 2022)]),
        ("12. 10. 2012", [(12, 10, 2012)]),
        ("16/4-2020", [(16, 4, 2020)]),
        ("8/1-99", [(8, 1, 1999)]),
        ("2012-03-14 19:12", [(14, 3, 2012)]),
        ("25. september 2018", [(25, 9, 2018)]),
        ("den 25. september. 18 møtte", [(25, 9, None)]),
        ("25. sept. 18", [(25, 9, 2018)]),
        ("laurdag 16. aug. 2014", [(16, 8, 2014)]),
        ("Torsdag den 6. oktober 2016", [(6, 10, 2016)]),
        ("4. Mai 2007", [(4, 5, 2007)]),
        ("den 3 desember 1997", [(3, 12, 1997)]),
        ("man. 7. mars", [(7, 3, None)]),
        ("14. september", [(14, 9, None)]),
        ("1. sept.", [(1, 9, None)]),
        ("28.11.", [(28, 11, None)]),
        ("fredag 3/6", [(3, 6, None)]),
        ("mars 2019", [(None, 3, 2019)]),
        ("07-11-2003", [(7, 11, 2003)]),
        ("2003.11.07", [(7, 11, 2003)]),
        ("Dato: 20031107", [(7, 11, 2003)]),
        ("07 11 2003", [(7, 11, 2003)]),
        ("7/XI-98", [(7, 11, 1998)]),
        ("7. november -03", [(7, 11, 2003)]),
        ("7.nov.03", [(7, 11, 2003)]),
        ("7.11.'03", [(7, 11, 2003)]),
        ("7.11.-03", [(7, 11, 2003)]),
        ("7/11 2003", [(7, 11, 2003)]),
        ("den 7. i 11. 2003", [(7, 11, 2003)]),
        ("den 7de november 2003", [(7, 11, 2003)]),
        ("den sjuande november 2003", [(7, 11, 2003)]),
        ("torsdag den tjuefyrste mars", [(21, 3, None)]),
        ("6. mars til 8. mars 2019", [(8, 3, 2019)]),
        ("fra 3. januar 2005 og 4.2.2005", [(3, 1, 2005), (4, 2, 2005)]),
    ],
)
def test_dates(text: str, expected: list[tuple[int | None, int, int | None]]) -> None:
    assert [(found.day, found.month, found.year) for found in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Se punkt 3.1.2 i rapporten.",
        "Rapport 7/2012 og sak 46/15 ble lagt fram.",
        "Kjøp av stoler til kr 2.500,-",
        "Jf. § 5.3 i vedtektene",
        "gnr. 12.3",
        "Kapittel 4.5 skrives om.",
        "Versjon 2.1 av reglementet",
        "klasse 3, 4 og 5",
        "32.1.2014",
        "14.13.2014",
        "31. februar 2014",
        "Telefon 22 33 44 55",
        "",
    ],
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("22 og 23.03.2021", 22, 23), ("5.-6. juni 2004", 5, 6), ("3. og 4. mai 2012", 3, 4), ("12.–14. august", 12, 14)],
)
def test_meetings_of_several_days(text: str, first: int, last: int) -> None:
    (found,) = find(text)
    assert (found.first_day, found.day) == (first, last)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("tysdag 8. mai", 1), ("Onsdag 9.5.2012", 2), ("lør. 3. mars", 5), ("sundag den 4. mars", 6), ("8. mai", None)],
)
def test_the_weekday_beside_a_date(text: str, weekday: int | None) -> None:
    assert [found.weekday for found in find(text)] == [weekday]


DAYS = st.dates(date(1960, 1, 1), date(2059, 12, 31))
FORMS = {
    "iso": lambda d: d.isoformat(),
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "short dots": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "slash": lambda d: f"{d.day}/{d.month}-{d.year}",
    "slash, two digits": lambda d: f"{d.day}/{d.month}-{d:%y}",
    "spaced": lambda d: f"{d.day}. {d.month}. {d.year}",
    "words": lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    "capital": lambda d: f"{d.day}. {MONTHS[d.month - 1].capitalize()} {d.year}",
    "weekday nb": lambda d: f"{WEEKDAYS_NB[d.weekday()]} {d.day}. {MONTHS[d.month - 1]} {d.year}",
    "weekday nn": lambda d: f"{WEEKDAYS_NN[d.weekday()].capitalize()} den {d.day}. {MONTHS[d.month - 1]} {d.year}",
    "weekday, numbers": lambda d: f"{WEEKDAYS_NB[d.weekday()]} {d:%d.%m.%y}",
}


@given(day=DAYS, form=st.sampled_from(sorted(FORMS)), before=st.sampled_from(["", "Møtet er ", "Dato: ", "Frist "]))
def test_any_date_in_any_form_is_found_and_is_itself(day: date, form: str, before: str) -> None:
    written = FORMS[form](day)
    (found,) = find(f"{before}{written}, og mer tekst")
    assert found.on(0) == day
    assert f"{before}{written}"[found.start : found.end] == written
    assert found.weekday in (None, day.weekday())
    assert resolve_year(found, date(2000, 1, 1), forward=True) == day


@given(base=DAYS, ahead=st.integers(1, 280))
def test_a_date_without_a_year_lies_ahead(base: date, ahead: int) -> None:
    day = date.fromordinal(base.toordinal() + ahead)
    (found,) = find(f"{day.day}. {MONTHS[day.month - 1]}")
    if (day.month, day.day) != (2, 29):
        assert resolve_year(found, base, forward=True) == day


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    spans = [(found.start, found.end) for found in find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    clock(text)


def test_the_weekday_tells_the_year() -> None:
    (found,) = find("onsdag 14. mars")
    assert resolve_year(found, date(2013, 1, 10), forward=True) == date(2012, 3, 14)
    (found,) = find("14. mars")
    assert resolve_year(found, date(2013, 1, 10), forward=True) == date(2013, 3, 14)
    assert resolve_year(found, None, forward=True) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kl. 08:30 - 11:30", "08:30", "11:30"),
        ("kl. 09.00–11.30", "09:00", "11:30"),
        ("13.00—14.00", "13:00", "14:00"),
        ("kl 1800", "18:00", None),
        ("kl. 0900-1130", "09:00", "11:30"),
        ("kl . 0900-1130", "09:00", "11:30"),
        ("klokka 18", "18:00", None),
        ("Klokka: 2030", "20:30", None),
        ("klokken 14.15", "14:15", None),
        ("fra kl. 10 til kl. 14", "10:00", "14:00"),
        ("kl. 9", "09:00", None),
        ("Tid: 17.30", "17:30", None),
        ("kl 19.45 – 20.45  på Teams", "19:45", "20:45"),
        ("kl 09:15 -> 10:40", "09:15", "10:40"),
        ("kl. 17.-19.", "17:00", "19:00"),
        ("klokka 17 til klokka 19", "17:00", "19:00"),
        ("kl 18 45", "18:45", None),
        ("T08:30 til 09:45", "08:30", "09:45"),
    ],
)
def test_clocks(text: str, start: str, end: str | None) -> None:
    found = clock(text)
    assert found is not None
    assert found[:2] == (start, end)


@pytest.mark.parametrize(
    "text", ["sak 12 og 13", "kr 14.50", "5-6 personer møtte", "trinn 1-4", "14.30 kr stykket", "kvoter 2016-2018", ""]
)
def test_numbers_that_are_no_clocks(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize(("year", "month", "last"), [(2012, 2, 29), (2013, 2, 28), (2013, 12, 31), (2016, 6, 30)])
def test_the_last_day_of_a_month(year: int, month: int, last: int) -> None:
    assert month_end(year, month) == date(year, month, last)


@pytest.mark.parametrize(
    ("year", "week", "day"), [(2013, 12, date(2013, 3, 22)), (2020, 53, date(2021, 1, 1)), (2013, 53, None)]
)
def test_the_friday_of_a_week(year: int, week: int, day: date | None) -> None:
    assert friday(year, week) == day


def test_a_day_that_begins_a_word_is_none() -> None:
    assert not find("Det som er igjen etter 17. mai-frokosten")
    assert [found.day for found in find("innen 17. mai - helst før")] == [17]


def test_a_slash_between_days_is_none_between_hours() -> None:
    assert clock("Neste møter: 12.11 / 14.12") is None
    found = clock("10.00 / 14.40")
    assert found is not None and found[:2] == ("10:00", "14:40")
