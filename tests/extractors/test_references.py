"""What a document refers to: cases, archive numbers, minutes, statutes, forms and functions."""

from __future__ import annotations

import pytest

from pipeline.model import Kind
from tests.extractors.conftest import only, read

HEAD = "# Referat fra styremøte i Lia vel\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\nSak 1/14 Vegen\n"


@pytest.mark.parametrize(
    ("sentence", "kind", "number", "year"),
    [
        ("Jf. sak 14/98 om brua.", "case", "14/98", 1998),
        ("Se også sak 3/2012.", "case", "3/2012", 2012),
        ("Vedtaket i sak 5/13 står ved lag.", "case", "5/13", 2013),
        ("Sjå sak 5/13 om grus.", "case", "5/13", 2013),
        ("Arkivsaksnr.: 12/345", "archive", "12/345", None),
        ("Referatet fra 12. februar er lest.", "minutes", "12. februar", None),
        ("Protokollen fra 12.2.2014 er lest.", "minutes", "12.2.2014", None),
        ("Dette følger av veglova § 12.", "statute", "12", None),
        ("Etter offl. § 13 er navnet sladdet.", "statute", "13", None),
        ("Kommuneloven § 31-5 gjelder.", "statute", "31-5", None),
        ("Det står i vannlovens kap. 6.", "statute", "kap. 6", None),
        ("Det stod i kapittel 3 i vassforskrifta.", "statute", "kapittel 3", None),
        ("Etter lov om vann og rør (§ 5) skal rørene kartlegges.", "statute", "5", None),
        ("Etter lov om vann § 5 skal rørene kartlegges.", "statute", "5", None),
        ("Gebyr i medhold av §§ 4 og 5 i vannloven er krevd.", "statute", "4 og 5", None),
        ("Tallene står i skjema 11.", "form", "11", None),
        ("Utgiftene føres på funksjon 243.", "function", "243", None),
    ],
)
def test_references(sentence: str, kind: str, number: str, year: int | None) -> None:
    found = read(f"{HEAD}Vegen ble drøftet. {sentence} Det var alt.")["references"]
    expected = ("1/14", kind, number)
    assert only(found, "item", "kind", "number") == [expected]
    assert year is None or found[0]["year"] == year


@pytest.mark.parametrize(
    ("sentence", "kind", "numbers"),
    [
        ("Svarene ligger i skjema 5 og 5b for begge årene.", "form", ["5", "5b"]),
        ("Svarene ligger i skjema 3, 3b, 8c, 9.", "form", ["3", "3b", "8c", "9"]),
        ("Alt er kommet inn på skjema 8, 3 og 9, sa Tuva.", "form", ["8", "3", "9"]),
        ("Tallene står i skjema 4A for vann og 4C for avløp.", "form", ["4A", "4C"]),
        ("Skjemaene 7 og 12 har feil.", "form", ["7", "12"]),
        ("Utgiftene føres på funksjonene 345, 350 og 353 i regnskapet.", "function", ["345", "350", "353"]),
        ("Jf. sak 3/12 og 5/13 om brua.", "case", ["3/12", "5/13"]),
        (
            "Ingen glemte skjema 8, 40 rør står i skjema 3, 52 kummer i skjema 9 og 6 brønner i skjema 2.",
            "form",
            ["8", "3", "9", "2"],
        ),
        ("Fristen for skjema 11, 3. mars, ble holdt.", "form", ["11"]),
        ("Vi bruker skjema 11, 12,5 prosent mangler.", "form", ["11"]),
        ("Utgiftene føres på funksjon 345 og 350 personer får brev.", "function", ["345"]),
        ("Vi så på skjema 4A for vann og 40 rør.", "form", ["4A"]),
    ],
)
def test_references_in_series(sentence: str, kind: str, numbers: list[str]) -> None:
    found = read(f"{HEAD}Vegen ble drøftet. {sentence} Det var alt.")["references"]
    assert sorted(only(found, "kind", "number")) == sorted((kind, number) for number in numbers)


def test_two_laws_with_a_section_of_one_number() -> None:
    found = read(f"{HEAD}Se veglova § 3 og vannloven § 3.")["references"]
    assert only(found, "text", "number") == [("veglova § 3", "3"), ("vannloven § 3", "3")]


def test_a_section_on_the_next_line() -> None:
    lines = "Vegen ble drøftet, for det følger av den nye vannloven §\n3-2."
    assert only(read(f"{HEAD}{lines}")["references"], "number") == ["3-2"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Saken er vanskelig.",
        "Han har 14 saker til gode.",
        "Brua funksjonerer fint.",
        "Lovverket er uklart.",
        "Rapporten har et nytt kapittel 3.",
        "Det er lov å gå 5 meter.",
        "Rapport 7/2012 er lest.",
        "Vi fikk et skjema å fylle ut.",
    ],
)
def test_no_references(sentence: str) -> None:
    assert read(f"{HEAD}Vegen ble drøftet. {sentence} Det var alt.")["references"] == []


def test_one_reference_for_each_item() -> None:
    text = f"{HEAD}Jf. sak 3/12. Se sak 3/12.\n\nSak 2/14 Brua\nJf. sak 3/12."
    assert only(read(text)["references"], "item", "number") == [("1/14", "3/12"), ("2/14", "3/12")]


def test_a_report_has_references() -> None:
    text = "# Årsrapport 2014\n\n**1. Innledning**\nUtgiftene føres på funksjon 243, jf. skjema 11.\n"
    found = read(text, Kind.ANNUAL_REPORT)["references"]
    assert sorted(only(found, "kind", "number")) == [("form", "11"), ("function", "243")]
