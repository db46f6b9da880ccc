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
        ("Dette følger av veglova § 12.", "statute", "veglova § 12", None),
        ("Etter offl. § 13 er navnet sladdet.", "statute", "offl. § 13", None),
        ("Kommuneloven § 31-5 gjelder.", "statute", "Kommuneloven § 31-5", None),
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
    "sentence",
    [
        "Saken er vanskelig.",
        "Han har 14 saker til gode.",
        "Brua funksjonerer fint.",
        "Lovverket er uklart.",
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
