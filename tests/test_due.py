"""By when: the wordings that say it, what kind each is, and the day that `resolve` makes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors._due import find, happens
from pipeline.dates import MONTHS, month_end
from pipeline.resolve import Base, when

BASE = Base(date(2014, 3, 12), date(2014, 4, 23), 2014, later=(date(2014, 6, 11),))
"""A Wednesday, and the Wednesday on which they meet again."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ola sender notatet innen 15. mai.", "date"),
        ("Frist: 1.9.2014", "date"),
        ("Frist for innspill er 30. april.", "date"),
        ("Svarfristen er sett til 2. juni.", "date"),
        ("Rapporten skal være klar til 20. juni.", "date"),
        ("Ferdigstilles innen 3/6.", "date"),
        ("Senest fredag 9. mai må lista være inne.", "date"),
        ("Kari tar det til neste møte.", "next_meeting"),
        ("Leveres før neste styremøte.", "next_meeting"),
        ("Sakspapira skal ut ei veke før neste møte.", "before_next"),
        ("Leveres senest to uker før neste møte.", "before_next"),
        ("Ferdig innen utgangen av mai.", "month_end"),
        ("Dette gjeres i løpet av juni.", "month_end"),
        ("Svar ønskes ultimo august.", "month_end"),
        ("Kommer innen uke 20.", "week"),
        ("Sendes ut i veke 14.", "week"),
        ("Skal være på plass innen utgangen av året.", "year_end"),
        ("Gjøres innen årsskiftet.", "year_end"),
        ("Kåre ringer til fredag.", "weekday"),
        ("Kåre ringer i morgon.", "tomorrow"),
        ("Kåre ringer i løpet av uka.", "this_week"),
        ("Kåre ringer neste uke.", "next_week"),
        ("Saker sendes styret to uker før.", "before_it"),
        ("Saker må vere hos leiaren ei veke i førevegen.", "before_it"),
        ("Lista må henge oppe en uke før basaren 3. mai.", "before_it"),
        ("Varselet skal ut seinast ei veke før utkopling, som er sett til 3. mai.", "before_it"),
        ("Kåre ringer før den tid.", "then"),
        ("Kåre tar det med til da.", "then"),
        ("Kåre legg det fram til neste gong.", "next_meeting"),
        ("Fakturaen betales innen utgangen av måneden.", "this_month"),
        ("Rapporten kommer innen utgangen av 2. kvartal.", "quarter"),
        ("Klagen må sendes innen 14 dager.", "within"),
        ("Kåre gjør det innen årets utgang.", "year_end"),
        ("Kåre ringer måndag.", "bare_weekday"),
        ("Kåre ringer snarest.", "vague"),
        ("Me tek det til hausten.", "vague"),
        ("Ferdig innen sommeren.", "vague"),
    ],
)
def test_kinds_of_wording(text: str, kind: str) -> None:
    assert [due.kind for due in find(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("innen 15. mai", "2014-05-15", "day"),
        ("innen 10. mars 2016", "2016-03-10", "day"),
        ("frist 1.6.", "2014-06-01", "day"),
        ("til neste møte", "2014-04-23", "event"),
        ("en uke før neste møte", "2014-04-16", "event"),
        ("i morgen", "2014-03-13", "day"),
        ("i løpet av uka", "2014-03-14", "week"),
        ("denne veka", "2014-03-14", "week"),
        ("innen utgangen av neste uke", "2014-03-21", "week"),
        ("senest to uker før neste møte", "2014-04-09", "event"),
        ("tre dager før neste møte", "2014-04-20", "event"),
        ("innen utgangen av mai", "2014-05-31", "month"),
        ("i løpet av februar", "2014-02-28", "month"),
        ("i løpet av januar", "2015-01-31", "month"),
        ("ultimo august", "2014-08-31", "month"),
        ("innen uke 20", "2014-05-16", "week"),
        ("i uke 3", "2015-01-16", "week"),
        ("innen utgangen av året", "2014-12-31", "year"),
        ("til fredag", "2014-03-14", "day"),
        ("innen onsdag", "2014-03-19", "day"),
        ("innen fjorten dager", "2014-03-26", "day"),
        ("innan to veker", "2014-03-26", "day"),
        ("innen utgangen av måneden", "2014-03-31", "month"),
        ("innen utgangen av første kvartal", "2014-03-31", "month"),
        ("før kvartalsskiftet", "2014-03-31", "month"),
        ("innen årets utgang", "2014-12-31", "year"),
        ("til 1. februar neste år", "2015-02-01", "day"),
        ("to uker før basaren 3. mai", "2014-04-19", "event"),
        ("seks måneder før utløpet 30. juni", "2013-12-30", "event"),
        ("til møtet i juni", "2014-06-11", "event"),
        ("til septembermøtet", None, None),
        ("snarest", None, None),
        ("til høsten", None, None),
    ],
)
def test_the_day_it_means(text: str, day: str | None, precision: str | None) -> None:
    (due,) = find(f"Kari sender brevet {text}.")
    resolved = when(due.when, due.kind, BASE)
    assert (resolved.value.isoformat() if resolved.value else None) == day
    assert resolved.precision == precision or day is None


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("Frist er 30. juni hvert år.", "--06-30"),
        ("Fristen er 1. mars kvart år.", "--03-01"),
        ("Frist ultimo juni hvert år", "--06-30"),
        ("Rapporten har årlig frist 15. februar.", "--02-15"),
    ],
)
def test_what_comes_back_every_year(text: str, recurring: str) -> None:
    (due,) = find(text)
    assert due.when.recurring == recurring
    assert when(due.when, due.kind, BASE).value is None


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("Rapporten skal hvert år til fylket innen 1. april.", ["--04-01"]),
        ("Avgifta skal inn 1. mars og 1. september kvart år, som før.", ["--03-01", "--09-01"]),
        ("Fristen er 1. oktober hvert år, i år har vi fått til 20. oktober.", ["--10-01", None]),
    ],
)
def test_each_date_of_a_clause_comes_back(text: str, recurring: list[str | None]) -> None:
    assert [due.when.recurring for due in find(text)] == recurring


@pytest.mark.parametrize(
    ("text", "takes_place"),
    [
        ("Kåre har ferie i uke 29.", True),
        ("Kåre er leder fra 1. juni.", True),
        ("Kåre passer huset i juli og august.", True),
        ("Kåre graver i uke 20 og 21.", True),
        ("Styret møtes 3. april.", True),
        ("Kåre trer ut ved årsskiftet.", True),
        ("Kåre sender brevet i juni.", False),
        ("Kåre bestiller befaring innen uke 20.", False),
        ("Kåre legg det fram i møtet 3. april.", False),
    ],
)
def test_what_only_takes_place(text: str, takes_place: bool) -> None:
    assert [happens(text, due) for due in find(text)] == [takes_place]


@pytest.mark.parametrize(
    "text",
    [
        "Det kom 19 på dugnaden.",
        "Se punkt 3.4 i planen.",
        "Prisen er kr 12.50.",
        "Saken ble drøftet.",
        "Hun tar ansvar for kaffen.",
        "Fristen ble ikke diskutert.",
    ],
)
def test_no_wording(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("Svar innen 3. juni.", True),
        ("Frist: 3. juni", True),
        ("Turen går 3. juni.", False),
        ("Møtet 3. juni gikk fint.", False),
    ],
)
def test_a_cue_makes_it_firm(text: str, strong: bool) -> None:
    assert [due.strong for due in find(text)] == [strong]


@given(month=st.integers(1, 12), lead=st.sampled_from(["innen utgangen av {}", "ultimo {}", "i løpet av {}"]))
def test_a_month_means_its_last_day(month: int, lead: str) -> None:
    (due,) = find(f"Kari gjør det {lead.format(MONTHS[month - 1])}.")
    value = when(due.when, due.kind, BASE).value
    assert value is not None
    assert value == month_end(value.year, month)
    assert value >= date(2014, 2, 28)


@given(text=st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for due in find(text):
        assert 0 <= due.start <= due.end <= len(text)
        when(due.when, due.kind, BASE)
