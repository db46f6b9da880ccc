"""The numbers that open an agenda item or a section, and the openings that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.numbering import opening


@pytest.mark.parametrize(
    ("text", "series", "number", "title"),
    [
        ("1. Godkjenning av innkalling", "", "1", "Godkjenning av innkalling"),
        ("2) Økonomi", "", "2", "Økonomi"),
        ("SAK NR. 0021/01 NYTT TAK", "SAK NR.", "0021/01", "NYTT TAK"),
        ("SAKNR. 12/13 NYTT TAK", "SAKNR.", "12/13", "NYTT TAK"),
        ("+ 2 Nytt tak", "", "2", "Nytt tak"),
        ("2011/412-1 Nytt tak", "", "2011/412-1", "Nytt tak"),
        ("S.nr 31/13. Nytt tak", "S.nr", "31/13", "Nytt tak"),
        ("A) Valg", "", "A", "Valg"),
        ("b. Sommertur", "", "b", "Sommertur"),
        ("0. Opprop", "", "0", "Opprop"),
        ("1.5 Ventilasjon", "", "1.5", "Ventilasjon"),
        ("3.10 Kiosk", "", "3.10", "Kiosk"),
        ("3.2.1 Fremgangsmåte", "", "3.2.1", "Fremgangsmåte"),
        ("4 - Nytt lydanlegg", "", "4", "Nytt lydanlegg"),
        ("3 17. mai", "", "3", "17. mai"),
        ("51 Godkjenning av protokoll", "", "51", "Godkjenning av protokoll"),
        ("14/037 Sykkelbod", "", "14/037", "Sykkelbod"),
        ("3 · Nøkkelboks", "", "3", "Nøkkelboks"),
        ("SAK C - NY BRYGGE", "SAK", "C", "NY BRYGGE"),
        ("D BRØYTEVAKTER", "", "D", "BRØYTEVAKTER"),
        ("Sak 1 Referat", "Sak", "1", "Referat"),
        ("Sak 1: Referat", "Sak", "1", "Referat"),
        ("Sak. 1: Referat", "Sak.", "1", "Referat"),
        ("Sak nr. 7 Referat", "Sak nr.", "7", "Referat"),
        ("SAK 29/14 Budsjett", "SAK", "29/14", "Budsjett"),
        ("Sak 1/ 2012 Budsjett", "Sak", "1/ 2012", "Budsjett"),
        ("PS 36/2013: Reguleringsplan", "PS", "36/2013", "Reguleringsplan"),
        ("RS 4/19 Melding", "RS", "4/19", "Melding"),
        ("KR 79/22 Trosopplæring", "KR", "79/22", "Trosopplæring"),
        ("001/15 Valg", "", "001/15", "Valg"),
        ("34/2015 Høring", "", "34/2015", "Høring"),
        ("174/07 Lysløype", "", "174/07", "Lysløype"),
        ("HF-sak 11/15 Bygg", "HF-sak", "11/15", "Bygg"),
        ("Sak STY 30/03 Lån", "Sak STY", "30/03", "Lån"),
        ("FR-HUM sak 26/09 Emneplan", "FR-HUM sak", "26/09", "Emneplan"),
        ("S 7.1/07 Salg", "S", "7.1/07", "Salg"),
        ("Sak 9 14/15 Valg", "Sak", "9 14/15", "Valg"),
        ("11 (2014/2015) Valg", "", "11 (2014/2015)", "Valg"),
        ("Ad 3. Valg", "Ad", "3", "Valg"),
        ("10 – 2016 Kontrakt", "", "10 – 2016", "Kontrakt"),
        ("Sak 14-11 Garasje", "Sak", "14-11", "Garasje"),
        ("Punkt 3: Eventuelt", "Punkt", "3", "Eventuelt"),
        ("Agendapunkt 2. Status", "Agendapunkt", "2", "Status"),
    ],
)
def test_openings(text: str, series: str, number: str, title: str) -> None:
    found = opening(text)
    assert found is not None
    assert (found.series, found.number, text[found.title_at :]) == (series, number, title)


@pytest.mark.parametrize(
    "text",
    [
        "25 av medlemmene møtte",
        "12. mai samles vi på stranda",
        "10.5.2012 Møte",
        "15/6 kommer bussen",
        "Arkivsak 12/3401-5. Unntatt offentlighet",
        "2 stemmer mot",
        "40 kroner per person",
        "1,5 mill. kroner",
        "2014 var et godt år",
        "Referat 5/14",
        "Møte 3-2016 i rådet",
        "Uke 12 er opptatt",
        "Sak 4 ble utsatt",
        "Saken er avsluttet",
        "kl. 12",
        "",
    ],
)
def test_no_openings(text: str) -> None:
    assert opening(text) is None


@pytest.mark.parametrize(
    ("text", "strong"),
    [("Sak 3 Tur", True), ("3/12 Tur", True), ("PS 3/12 Tur", True), ("3. Tur", False), ("A) Tur", False)],
)
def test_a_word_for_case_or_a_year_is_strong(text: str, strong: bool) -> None:
    found = opening(text)
    assert found is not None
    assert found.strong is strong


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("9. A", "10. B"),
        ("1.9 A", "1.10 B"),
        ("2.9 A", "3.1 B"),
        ("Sak 9/14 A", "Sak 10/14 B"),
        ("48/14 A", "1/15 B"),
        ("99/99 A", "1/00 B"),
        ("a) A", "b) B"),
    ],
)
def test_numbers_rise_as_their_items_do(before: str, after: str) -> None:
    first, second = opening(before), opening(after)
    assert first is not None
    assert second is not None
    assert first.key < second.key


SHAPES = ("{n}. {t}", "{n}) {t}", "Sak {n}: {t}", "Sak {n}/14 {t}", "PS {n}/2014 {t}", "{n}/14 {t}", "SAK {n}/14: {t}")


@given(n=st.integers(1, 300), shape=st.sampled_from(SHAPES), title=st.sampled_from(["Økonomi", "Ny heis", "Årsfest"]))
def test_the_title_and_number_of_any_shape_come_back(n: int, shape: str, title: str) -> None:
    text = shape.format(n=n, t=title)
    found = opening(text)
    assert found is not None
    assert text[found.title_at :] == title
    assert str(n) in found.key.__repr__()


@given(text=st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    found = opening(text)
    assert found is None or (0 < found.title_at <= len(text) and found.key)
