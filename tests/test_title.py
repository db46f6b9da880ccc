"""The title of a document: the line at its head that says what it is, and none where no line does."""

from __future__ import annotations

import pytest

from extractors.lexicon import lexicon
from pipeline.model import Kind
from pipeline.title import title_of
from tests.extractors.conftest import document

ATTENDANCE = "\nTil stede: Tuva Hovland, Jens Aakre\n\nSak 1 Regnskap\nRegnskapet ble godkjent.\n"


def title(text: str, kind: Kind = Kind.MINUTES) -> str | None:
    return title_of(document(text, kind), lexicon())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("# Referat fra styremøte i Solvik vel 12. mars 2019", "Referat fra styremøte i Solvik vel 12. mars 2019"),
        ("**Solvik kommune**\n\n# Møteprotokoll\n\nUtvalg: Formannskapet", "Møteprotokoll"),
        ("Fylkesmannen i Solvik\nStorgata 3, 0001 Solvik\n\nMØTEREFERAT", "MØTEREFERAT"),
        ("# Solvik skolekorps\n\n**Styremøte 8. september 2005 hos Tuva**", "Styremøte 8. september 2005 hos Tuva"),
        ("# Styremøte nr. 2\n\n# Møtebok", "Møtebok"),
        ("# Elevrådsmøte\n\nElevrådet ved Solvik skole", "Elevrådsmøte"),
        ("**Referansegruppe for bygg – tredje møte**", "Referansegruppe for bygg – tredje møte"),
        ("**Solvik kommune**\n\n# MØ TE BO K", "MØTEBOK"),
        ("PROTOKOLL: STYREMØTE 2 - 2011\n=======================", "PROTOKOLL: STYREMØTE 2 - 2011"),
        ("Referat frå årsmøte ----------------------", "Referat frå årsmøte"),
        ("# Vedlegg B: Referat 25. mars 2015", "Referat 25. mars 2015"),
        (
            "# Vedlegg B: Referat 25. mars 2015\n\n# Referat frå møte i kontaktutvalet 25. mars",
            "Referat frå møte i kontaktutvalet 25. mars",
        ),
        ("**Referat fra møte i kontaktutvalget 13.**\n\nmai 2015", "Referat fra møte i kontaktutvalget 13. mai 2015"),
        ("Møtebok frå styremøte 28.04.03 heime hjå Tuva.", "Møtebok frå styremøte 28.04.03 heime hjå Tuva."),
        ("Emne: Referat frå styremøtet i grendelaget", "Referat frå styremøtet i grendelaget"),
        ("// REFERAT", "REFERAT"),
        ("# PROTOKOLL\n\n# FRA\n\n# ÅRSMØTE\n\n# I\n\n# SOLVIK VEL", "PROTOKOLL FRA ÅRSMØTE I SOLVIK VEL"),
        ("PROTOKOLL\n\nfra styremøte nr. 3 i borettslaget", "PROTOKOLL fra styremøte nr. 3 i borettslaget"),
    ],
)
def test_title_of_minutes(head: str, expected: str) -> None:
    assert title(f"{head}\n{ATTENDANCE}") == expected


@pytest.mark.parametrize(
    "head",
    [
        "",
        "# Solvik kommune",
        "Tuva Hovland",
        "Storgata 3, 0001 Solvik",
        "Møtested: Rådhuset",
        "Møtedato: 3. mars 2012",
        "Referat: Tuva Hovland",
        "Møtet ble holdt som telefonmøte 21. januar 2008.",
        "Soknerådet hadde møte torsdag 24. mai i kirkestua.",
    ],
)
def test_what_is_no_title(head: str) -> None:
    assert title(f"{head}\n{ATTENDANCE}") is None


def test_an_item_is_no_title() -> None:
    assert title("# Solvik vel\n\n# Sak 1 Referat fra forrige møte\nGodkjent.\n\n# Sak 2 Regnskap\nGodkjent.") is None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "# Kontaktutvalget for kart\n\n# Årsrapport 2003\n\nAvgitt 15. januar 2004",
            Kind.ANNUAL_REPORT,
            "Årsrapport 2003",
        ),
        ("Tuva Hovland\n\n# Årsmelding for Solvik vel 2011", Kind.ANNUAL_REPORT, "Årsmelding for Solvik vel 2011"),
        ("# Møteplassen i Solvik\n\n**Innledning**", Kind.ANNUAL_REPORT, None),
        ("# Mandat for rådet\n\n**Bakgrunn**\nRådet skal gi råd.", Kind.MANDATE, "Mandat for rådet"),
        ("# Solvik kommune\n\n# Møteinnkalling\n\nUtval: Rådet\n\nSakliste", Kind.NOTICE, "Møteinnkalling"),
    ],
)
def test_title_of_other_kinds(text: str, kind: Kind, expected: str | None) -> None:
    assert title(text, kind) == expected


BELOW = "**Bakgrunn**\n" + "Rådet skal gi råd om vann.\n\n" * 12


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        ("Mandat for rådene i Solvik 2023_v2 (pdf).", Kind.MANDATE, "Mandat for rådene i Solvik 2023"),
        ("**Årsberetning 2016**", Kind.ANNUAL_REPORT, "Årsberetning 2016"),
        ("Mandat for rådet ble vedtatt i mai.", Kind.MANDATE, None),
        ("**Mandat**", Kind.MANDATE, None),
        ("Mandat for rådene i Solvik", Kind.MINUTES, None),
    ],
)
def test_title_of_a_report_or_mandate_further_down(line: str, kind: Kind, expected: str | None) -> None:
    assert title(f"{BELOW}{line}\n\nTekst om vann.", kind) == expected


def test_a_matter_of_the_agenda_is_no_title_of_a_report() -> None:
    text = "Agenda:\n1. Åpning\n2. Årsberetning\n\n# Årsberetning 2016\n\nVi holdt åpent hele året."
    assert title(text, Kind.ANNUAL_REPORT) == "Årsberetning 2016"


def test_a_title_stands_on_the_first_page() -> None:
    assert title("# Solvik kommune\n\f\n# Møteprotokoll") is None
