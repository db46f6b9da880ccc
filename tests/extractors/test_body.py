"""Whose meeting it was: in the title, above it, behind a label or a word for its kind."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read
from tests.extractors.test_meeting import END


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Referat fra styremøte i Lia velforening", "Lia velforening"),
        ("Møtebok frå Solvik sokneråd", "Solvik sokneråd"),
        ("Protokoll fra møte i formannskapet", "formannskapet"),
        ("Referat fra møte i FAU ved Lia skole", "FAU ved Lia skole"),
    ],
)
def test_the_body(title: str, body: str) -> None:
    record = read(f"# {title}\nDato: 12. mars 2014{END}")
    assert record["body"] == body


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Odden Idrettskrets\n# Referat styremøte 12. mars 2014", "Odden Idrettskrets"),
        ("| ODDEN VEL | Stiftet 1951 |\n# Referat fra styremøte nr. 4 - 2014", "ODDEN VEL"),
        ("# FAU-møte Odden skole", "FAU Odden skole"),
        ("# Elevrådsmøte 12. mars 2014", "Elevråd"),
        (
            "Odden kyrkjelege fellesråd\n# Protokoll frå møte i fellesrådet på kyrkjekontoret",
            "Odden kyrkjelege fellesråd",
        ),
        ("ODDEN SOKNERÅD\n# Møte i kyrkjelydsstova 12. mars 2014", "ODDEN SOKNERÅD"),
        ("# Klubbmøte\nLærerlaget ved Odden skole, 12. mars 2014 kl. 14", "Lærerlaget ved Odden skole"),
        ("# Driftsmøte 12. mars 2014", "Driftsmøte"),
        ("# Protokoll fra ordinær generalforsamling (årsmøte) i Odden borettslag", "Odden borettslag"),
        ("Brukarrådet for Havnetilsynet\n# Nr. 12 - Referat frå 12. mars 2014", "Brukarrådet for Havnetilsynet"),
        ("Kystrådet Odden – Vika – Neset – Lia\n# MØTEBOK", "Kystrådet"),
        ("# Referat frå byggjemøte nr. 4\nProsjekt: Ny bru over Lonaelva", "Ny bru over Lonaelva"),
        ("Komité K 412\n# Referat fra møte nr. 9 i komité K 412", "komité K 412"),
        (
            "# STUDENTPARLAMENTET\n# VED HØGSKOLEN I LIA\nReferat 12. mars 2014",
            "STUDENTPARLAMENTET VED HØGSKOLEN I LIA",
        ),
        ("# LUR-referat uke 12", "LUR"),
        ("| Damekoret Lerka | styremøte hjemme hos Mona, 12. mars 2014 |", "Damekoret Lerka"),
        ("# Utskrift\nSoknerådet hadde møte 12. mars 2014", "Soknerådet"),
        ("Hei alle\n# Referat 12. mars 2014", None),
        ("# Møtereferat: Samspelutvalet (SU)\nMøte nr. 2 skoleåret 2013/2014", "Samspelutvalet (SU)"),
        ("# ODDEN: referat fra prosjektmøte 12. mars 2014", "ODDEN"),
        ("# Protokoll fra møte i hovedstyret 12.–13. mars 2014", "hovedstyret"),
        ("# Referat frå møte i arbeidsgruppa i peisestova på Lia", "arbeidsgruppa"),
        ("# PROTOKOLL\nStyre: Odden Sykehus HF", "Odden Sykehus HF"),
        (
            "# Referat\nHer er det fra møtet i NKF-klubben ved Odden bo- og servicesenter mandag 12.3.2014",
            "NKF-klubben ved Odden bo- og servicesenter",
        ),
        ("ODDEN LAG\n# Protokoll fra årsmøte på Skogtun 12. mars 2014", "ODDEN LAG"),
    ],
)
def test_the_body_above_the_title(head: str, body: str | None) -> None:
    assert read(f"{head}\nDato: 12. mars 2014{END}")["body"] == body


def test_the_body_by_label() -> None:
    assert (
        read(f"# Møteprotokoll\nUtvalg: Utvalg for teknikk\nDato: 12. mars 2014{END}")["body"] == "Utvalg for teknikk"
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "FJELLHEIM VASSVERK SA\n# STYREPROTOKOLL Nr. 4/14\nStyremøte vart halde på kontoret 12. mars 2014",
            "FJELLHEIM VASSVERK SA",
        ),
        ("Møte i: Samarbeidsutvalget (SU) Møtenr. 3-2014\n# Referat", "Samarbeidsutvalget (SU)"),
        ("# REFERAT FRA TREDJE MØTE I KOMITÉ FOR FELLES KART", "KOMITÉ FOR FELLES KART"),
        ("# Referat frå møte i hamneutvalet for Ytre Odden, Fylkeshuset 12. mars 2014", "hamneutvalet for Ytre Odden"),
        ("# Mannskoret Tonen, styremøtet sist onsdag (12. mars 2014)", "Mannskoret Tonen"),
        (
            "Drøftingsmøte (DMF) hos Havnevesenet i Ytre Odden\n21. januar 2014 kl. 10",
            "Drøftingsmøte (DMF) hos Havnevesenet i Ytre Odden",
        ),
        (
            "# Referat PG04\nProsjektgruppa for felles kart · 12. mars 2014 · 13:00–15:10 · Teams",
            "Prosjektgruppa for felles kart",
        ),
        ("# Haustsamling i arkivnettverket\nFjordsyn hotell, 12. mars 2014 // notat ved Tuva", "arkivnettverket"),
        ("Odden kommune\n# Møteprotokoll\nEldrerådet\nDato: 12. mars 2014", "Eldrerådet"),
        (
            "ODDEN SKOLE\nForeldrerådets arbeidsutvalg\n# Referat fra FAU-møte 12. mars 2014",
            "Foreldrerådets arbeidsutvalg",
        ),
        ("SMIA VERKSTED / medlemsmøte ons 12/3-14, oppe på loftet", "SMIA VERKSTED"),
        ("---\n\ntitle: Notater festgruppa\n\ndate: 2014-03-12\n\ntags: [fest, festgruppa]\n\n---", "festgruppa"),
    ],
)
def test_what_else_a_line_says_is_no_part_of_the_name(head: str, body: str) -> None:
    assert read(head + END)["body"] == body
