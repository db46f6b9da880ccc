"""Annual reports and mandates: members, sections, functions, recommendations, meetings held, tasks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Kind, TextFrom
from pipeline.outline import sections
from tests.extractors.conftest import blocks_of, only, read

TITLE = "# Årsrapport 2012 for Kontaktforum for vannkvalitet\n\n"


def report(body: str, name: str) -> list[dict[str, object]]:
    return list(read(TITLE + body, Kind.ANNUAL_REPORT)[name])


MEMBERS: dict[str, tuple[str, list[tuple[str, str | None, str | None]]]] = {
    "lines": (
        "**2. Sammensetning**\nForumet har hatt disse medlemmene:\nTuva Hovland, Helsedirektoratet (leder)\n"
        "Jens Petter Aakre, KS\nMona Lysø, Stranda kommune\n\n**3. Møter**\nForumet møttes tre ganger.",
        [
            ("Tuva Hovland", "Helsedirektoratet", "chair"),
            ("Jens Petter Aakre", "KS", None),
            ("Mona Lysø", "Stranda kommune", None),
        ],
    ),
    "bullets": (
        "**Medlemmer**\n- Tuva Hovland (Mattilsynet)\n- Jens Aakre (KS)\n\n**Møter**\nForumet møttes tre ganger.",
        [("Tuva Hovland", "Mattilsynet", None), ("Jens Aakre", "KS", None)],
    ),
    "nynorsk": (
        "**2. Samansetjing**\nUtvalet har hatt desse medlemene:\n• Tuva Hovland, Norsk Vann\n• Jens Aakre, KS\n\n"
        "**3. Møte**\nUtvalet hadde to møte.",
        [("Tuva Hovland", "Norsk Vann", None), ("Jens Aakre", "KS", None)],
    ),
    "a table": (
        "**2. Medlemmer**\n| Navn | Representerer |\n| Tuva Hovland | Mattilsynet |\n| Jens Aakre | KS |\n",
        [("Tuva Hovland", "Mattilsynet", None), ("Jens Aakre", "KS", None)],
    ),
    "none": ("**2. Arbeidet**\nTuva Hovland og Jens Aakre holdt foredrag om vann i rør.", []),
    "members that are only spoken of": ("**2. Arbeidet**\nMedlemmene er fornøyd med året som gikk.", []),
}


@pytest.mark.parametrize("case", MEMBERS)
def test_members(case: str) -> None:
    body, expected = MEMBERS[case]
    assert only(report(body, "members"), "name", "organisation", "role") == expected


SECTIONS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "numbers": (
        "**1. Innledning**\nTekst om året.\n\n**2. Arbeidet**\nTekst om arbeidet.\n\n**3. Økonomi**\nTekst om penger.",
        [("1", "Innledning"), ("2", "Arbeidet"), ("3", "Økonomi")],
    ),
    "decimals": (
        "**1 Innledning**\nTekst om året.\n\n**1.1 Mandat**\nTekst om mandat.\n\n**1.2 Møter**\nTekst.\n\n"
        "**2 Økonomi**\nTekst.",
        [("1", "Innledning"), ("1.1", "Mandat"), ("1.2", "Møter"), ("2", "Økonomi")],
    ),
    "an appendix": (
        "**1. Innledning**\nTekst om året.\n\n**2. Økonomi**\nTekst.\n\n**Vedlegg A: Avtale**\nTekst.",
        [("1", "Innledning"), ("2", "Økonomi"), ("Vedlegg A", "Avtale")],
    ),
    "titles that are labels elsewhere": (
        "**1 Innledning**\nTekst om året.\n\n**1.1 Bakgrunn**\nTekst om rør.\n\n**1.2 Vurdering**\nTekst om vann.\n\n"
        "**1.3 Tilråding**\nTekst om tiltak.\n\n**2 Vedtak**\nTekst.",
        [("1", "Innledning"), ("1.1", "Bakgrunn"), ("1.2", "Vurdering"), ("1.3", "Tilråding"), ("2", "Vedtak")],
    ),
    "lines that nothing sets apart": (
        "1 Innledning\nDette er teksten om året.\n2 Arbeidet\n2.1 Konklusjon\nDette er teksten om arbeidet.\n"
        "2.2 Nye rør\nDette er teksten om rørene.\n345 Distribusjon av vann\n3 Økonomi\nDette er teksten om penger.",
        [("1", "Innledning"), ("2", "Arbeidet"), ("2.1", "Konklusjon"), ("2.2", "Nye rør"), ("3", "Økonomi")],
    ),
    "a plain list is no section": (
        "Dette er målet for året:\n1. Rent vann\n2. Hele rør\n3. God økonomi\nTekst om hvordan det gikk.",
        [],
    ),
    "numbered sentences are no sections": (
        "1. Forumet møttes i mai.\nFint var det.\n2. Forumet reiste.\nDet var vått.\n3. Forumet hvilte.\nDet var godt.",
        [],
    ),
    "a list is no section": (
        "**1. Innledning**\nDette er målet:\n1. rent vann\n2. hele rør\n\n**2. Økonomi**\nTekst om penger.",
        [("1", "Innledning"), ("2", "Økonomi")],
    ),
    "amounts and years are none": (
        "**1. Innledning**\n2012 ble et godt år.\n12 000 kroner ble brukt.\n\n**2. Økonomi**\nTekst om penger.",
        [("1", "Innledning"), ("2", "Økonomi")],
    ),
}


@pytest.mark.parametrize("case", SECTIONS)
def test_sections(case: str) -> None:
    body, expected = SECTIONS[case]
    assert only(report(body, "sections"), "number", "title") == expected


def test_entries_of_scanned_accounts_are_no_sections() -> None:
    rows = blocks_of("| 1 Bidrag | 18 500 |\n\n| 2 Salg | 2 100 |\n\n| 3 Lotteri | 900 |")
    scanned = [replace(row, lines=(replace(row.lines[0], text_from=TextFrom.OCR),)) for row in rows]
    assert sections.items(tuple(scanned)) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Forumet har hatt ansvar for:\n340 Produksjon av vann\n345 Distribusjon av vann", ["340", "345"]),
        ("Disse funksjonene:\n• 340 Produksjon av vann\n• 345 Distribusjon av vann", ["340", "345"]),
        ("Det ble brukt 340 timer på dette i fjor.", []),
        ("Vi har 345 medlemmer.", []),
        ("345 kommuner svarte.", []),
    ],
)
def test_functions(body: str, expected: list[str]) -> None:
    assert only(report(f"**1. Funksjoner**\n{body}\n\n**2. Økonomi**\nTekst.", "functions"), "code") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "**1. Arbeidet**\nTekst.\n\n**2. Anbefalinger**\n"
            "- Kommunene bør kartlegge rørene sine.\n- Skjemaet bør forenkles.",
            ["Kommunene bør kartlegge rørene sine.", "Skjemaet bør forenkles."],
        ),
        (
            "**1. Arbeidet**\nTekst.\n\n**2. Tilrådingar**\nUtvalet rår til at kommunane kartlegg røyra sine.",
            ["Utvalet rår til at kommunane kartlegg røyra sine."],
        ),
        (
            "**1. Arbeidet**\nTekst.\n\n**1.1 Rør**\nTekst.\n\n**1.2 Anbefaling**\nKommunene bør kartlegge rørene.",
            ["Kommunene bør kartlegge rørene."],
        ),
        (
            "**1. Arbeidet**\nTekst.\n\n**2. Anbefalingar**\nKommunane bør kartleggje røyra.",
            ["Kommunane bør kartleggje røyra."],
        ),
        ("**1. Arbeidet**\nKommunene bør kartlegge rørene.\n\n**2. Økonomi**\nTekst.", []),
        ("**1. Arbeidet**\nTekst.\n\n**2. Anbefalinger**\nDet var mange forslag å velge mellom.", []),
    ],
    ids=["bullets", "nynorsk", "a subsection", "nynorsk plural", "another section", "no recommendation"],
)
def test_recommendations(body: str, expected: list[str]) -> None:
    assert only(report(body, "recommendations"), "text") == expected


def test_recommendations_to_a_case() -> None:
    body = "**1. Arbeidet**\nTekst.\n\n**2. Anbefaling**\n• Sak 3: Slette skjemaet.\n• sak 7 Kartlegge rørene bedre.\n"
    expected = [("3", "Sak 3: Slette skjemaet."), ("7", "sak 7 Kartlegge rørene bedre.")]
    assert only(report(body, "recommendations"), "item", "text") == expected


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Forumet holdt møter 3. mars 2012 og 14. september 2012.", ["2012-03-03", "2012-09-14"]),
        ("Det ble avholdt to møter: 3. mars og 14. september.", ["2012-03-03", "2012-09-14"]),
        ("Utvalet hadde møte 5. mai 2012.", ["2012-05-05"]),
        ("Møter ble holdt 3.3.2012 og 14.9.2012.", ["2012-03-03", "2012-09-14"]),
        ("Neste møte er 3. mars 2013.", []),
        ("Fristen var 3. mars 2012.", []),
        ("Forumet hadde mange gode møter.", []),
    ],
)
def test_meetings_held(sentence: str, dates: list[str]) -> None:
    body = f"**1. Innledning**\nTekst om året.\n\n**2. Møter**\n{sentence}\n\n**3. Økonomi**\nTekst om penger."
    assert only(report(body, "meetings_held"), "date") == dates


def test_meetings_held_listed_below() -> None:
    body = "**2. Møter**\nDet ble holdt møter på disse datoene:\n• 3. mars 2012\n• 14. september 2012\n"
    assert only(report(body, "meetings_held"), "date") == ["2012-03-03", "2012-09-14"]


TASKS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "letters": (
        "Gruppen skal:\na) kartlegge rørene\nb) foreslå tiltak\nc) skrive rapport",
        [("a", "kartlegge rørene"), ("b", "foreslå tiltak"), ("c", "skrive rapport")],
    ),
    "numbers": (
        "Gruppa skal:\n1. kartleggje røyra\n2. føreslå tiltak",
        [("1", "kartleggje røyra"), ("2", "føreslå tiltak")],
    ),
    "points of a task, and a second paragraph": (
        "Gruppen skal:\na) få mest mulig:\n1. rent vann\n2. hele rør\nb) skrive rapport\nDet gjelder nå.\nc) møtes\n\n"
        "Gruppen kan be om hjelp.",
        [
            ("a", "få mest mulig: 1. rent vann 2. hele rør"),
            ("b", "skrive rapport Det gjelder nå."),
            ("c", "møtes"),
        ],
    ),
    "points of the last task": (
        "Gruppen skal:\na) møtes\nb) måle:\n- rør\n- vann\n\nGruppen kan be om hjelp.",
        [("a", "møtes"), ("b", "måle: - rør - vann")],
    ),
    "a heading ends a task": (
        "Gruppen skal:\na) møtes\nb) måle rør\n\n**Rapport**\nGruppen rapporterer til rådet.\nc) sist",
        [("a", "møtes"), ("b", "måle rør"), ("c", "sist")],
    ),
    "one letter is no list": ("Gruppen skal se på punkt\nb) om rør", []),
    "none": ("Gruppen skal se på rørene.", []),
    "one number is no list": ("Gruppen skal se på punkt\n1. om rør", []),
    "counted by the number of their section": (
        "**1. Bakgrunn**\nTekst om rør.\n\n**2. Oppgaver**\n2.1 Gruppen måler rør.\n2.2 Gruppen skriver rapport.\n\n"
        "**3. Frister**\n1. mai 2013 Rapport",
        [("2.1", "Gruppen måler rør."), ("2.2", "Gruppen skriver rapport.")],
    ),
    "letters before numbers": (
        "1. Bakgrunn\nTekst.\n\n2. Oppgaver\na) kartlegge rørene\nb) foreslå tiltak",
        [("a", "kartlegge rørene"), ("b", "foreslå tiltak")],
    ),
}


@pytest.mark.parametrize("case", TASKS)
def test_tasks_of_a_mandate(case: str) -> None:
    body, expected = TASKS[case]
    record = read(f"# Mandat for rørgruppen 2012\n\n{body}", Kind.MANDATE)
    assert only(record["tasks"], "number", "text") == expected


SECTIONS_OF_A_MANDATE: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "without numbers": (
        "**Sammensetning og ledelse**\nGruppen har tre medlemmer.\n\n**Mandat**\nGruppen skal:\na) kartlegge rørene\n"
        "b) skrive rapport\n\n**Oppgaver**\nTekst om mer.",
        [(None, "Sammensetning og ledelse"), (None, "Mandat"), (None, "Oppgaver")],
    ),
    "with numbers": (
        "**1. Bakgrunn**\nTekst om rør.\n\n**2. Oppgaver**\nTekst.\n\n**3. Frister**\nTekst.",
        [("1", "Bakgrunn"), ("2", "Oppgaver"), ("3", "Frister")],
    ),
    "plain lines of a word or two": (
        "1. Bakgrunn\nDette er om rør.\n2. Oppgaver\nDette er om arbeidet.\n3. Frister\nDette er om tid.",
        [("1", "Bakgrunn"), ("2", "Oppgaver"), ("3", "Frister")],
    ),
    "tasks with a text each": (
        "Gruppen skal:\n1. Kartlegge alle gamle rør\nDet haster.\n2. Foreslå nye gode tiltak\nDet haster ikke.\n"
        "3. Skrive en kort rapport\nDen sendes rådet.",
        [],
    ),
    "one heading": ("**Oppgaver**\nGruppen skal se på rørene.", []),
}


@pytest.mark.parametrize("case", SECTIONS_OF_A_MANDATE)
def test_sections_of_a_mandate(case: str) -> None:
    body, expected = SECTIONS_OF_A_MANDATE[case]
    record = read(f"# Mandat for rørgruppen 2012\n\n{body}", Kind.MANDATE)
    assert only(record["sections"], "number", "title") == expected


@pytest.mark.parametrize(
    ("title", "name", "year"),
    [
        ("Årsrapport 2012", "", 2012),
        ("Årsmelding for 2012", "", 2012),
        ("Årsberetning for rørforeningen 2012", "", 2012),
        ("Årsrapport", "aarsrapport 2012.pdf", 2012),
        ("Årsrapport", "", None),
    ],
)
def test_the_year_of_a_report(title: str, name: str, year: int | None) -> None:
    text = f"# {title}\n\n**1. Innledning**\nTekst om året som gikk.\n"
    assert read(text, Kind.ANNUAL_REPORT, name)["year"] == year
