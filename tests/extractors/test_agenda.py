"""The agenda: lists and headings of every number shape, what hangs on an item, and the lists that are none."""

from __future__ import annotations

import pytest

from pipeline.model import Kind
from tests.extractors.conftest import only, read, read_with_issues

HEAD = "# Referat fra styremøte i Lia vel\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre, Mona Lysø\n\n"


def agenda(body: str, kind: Kind = Kind.MINUTES) -> list[tuple[str | None, str]]:
    return only(read(HEAD + body, kind)["agenda"], "number", "title")


CASES: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "plain numbers": (
        "1. Referat\nGodkjent.\n\n2. Vegen\nVegen blir god.\n\n3. Eventuelt\nIngenting.",
        [("1", "Referat"), ("2", "Vegen"), ("3", "Eventuelt")],
    ),
    "the year behind a dash, each on a line above its title": (
        "65-14\nHusleige\nLeiga vert heva.\n\n66-14\nGjerdet\nGjerdet vert måla.\n\n67-14\nYmse\nIngenting.",
        [("65-14", "Husleige"), ("66-14", "Gjerdet"), ("67-14", "Ymse")],
    ),
    "parentheses": (
        "1) Referat\nGodkjent.\n\n2) Vegen\nVegen blir god.\n\n3) Eventuelt\nIngenting.",
        [("1", "Referat"), ("2", "Vegen"), ("3", "Eventuelt")],
    ),
    "the first number lost": (
        "| Apning\nVel møtt.\n\n2 Vegen\nVegen blir god.\n\n3 Kaia\nKaia er grei.\n\n4 Båten\nHer.\n\n5 Evt.\nNei.",
        [("2", "Vegen"), ("3", "Kaia"), ("4", "Båten"), ("5", "Evt.")],
    ),
    "numbers in cells of their own": (
        "1\n\n**Vegen**\nVegen blir god.\n\n2\n\n**Kaia**\nKaia er grei.\n\n3\n\n**Båten**\nBåten ligger her.",
        [("1", "Vegen"), ("2", "Kaia"), ("3", "Båten")],
    ),
    "sak and colon": (
        "Sak 1: Referat\nGodkjent.\n\nSak 2: Vegen\nVegen blir god.",
        [("1", "Referat"), ("2", "Vegen")],
    ),
    "case numbers with a year": (
        "Sak 7/14 Referat\nGodkjent.\n\nSak 8/14 Vegen\nVegen blir god.",
        [("7/14", "Referat"), ("8/14", "Vegen")],
    ),
    "series of a board": (
        "PS 11/2014 Referat\nGodkjent.\n\nPS 12/2014 Vegen\nVegen blir god.\n\nRS 2/2014 Brev\nLest opp.",
        [("11/2014", "Referat"), ("12/2014", "Vegen"), ("2/2014", "Brev")],
    ),
    "a heading among numbered paragraphs": (
        "1. Vegen. Den blir god når gruset er på plass.\n\n**2. Kaia**\n• Fortøyinger mangler.\n\n"
        "3. Båten. Den ligger på land til påske.\n\n**4. Evt.**\n• Ingenting.",
        [("1", "Vegen."), ("2", "Kaia"), ("3", "Båten."), ("4", "Evt.")],
    ),
    "a table of cases without a label": (
        "| Saksnr | Tittel | Arkivsak |\n| PS 4/14 | Vegen | 14/77 |\n| RS 1/14 | Brev om kaia | 14/80 |\n\n"
        "**PS 4/14 Vegen**\nVegen blir god.\n\n**RS 1/14**\nTatt til orientering.",
        [("4/14", "Vegen"), ("1/14", "Brev om kaia")],
    ),
    "bold without numbers": (
        "**Referat**\nGodkjent uten merknader.\n\n**Vegen**\nVegen blir god.\n\n**Eventuelt**\nIngenting.",
        [(None, "Referat"), (None, "Vegen"), (None, "Eventuelt")],
    ),
    "a list and its headings": (
        "Saksliste:\n1. Referat\n2. Vegen\n3. Eventuelt\n\n"
        "**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.\n\n**3. Eventuelt**\nIngenting.",
        [("1", "Referat"), ("2", "Vegen"), ("3", "Eventuelt")],
    ),
    "the list has the titles": (
        "Dagsorden:\n1. Referat frå februarmøtet\n2. Vegen til nausta\n\n"
        "1. Referat\nGodkjent.\n\n2. Vegen\nVegen blir god.",
        [("1", "Referat frå februarmøtet"), ("2", "Vegen til nausta")],
    ),
    "listed only": (
        "Sakliste:\n1. Referat\n2. Vegen\n3. Budsjett\n\n**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.",
        [("1", "Referat"), ("2", "Vegen"), ("3", "Budsjett")],
    ),
    "other business without a number": (
        "**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.\n\n**Eventuelt**\nBenken er malt.",
        [("1", "Referat"), ("2", "Vegen"), (None, "Eventuelt")],
    ),
    "other business set as text": (
        "**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.\n\nYMSE\n\nBenken er malt.",
        [("1", "Referat"), ("2", "Vegen"), (None, "YMSE")],
    ),
    "a matter named after a day": (
        "**6/14 Referat**\nGodkjent.\n\n"
        "**7/14 1. mai**\nToget går fra kaia.\n\n**8/14 17. mai 2014**\nVi steker vafler.",
        [("6/14", "Referat"), ("7/14", "1. mai"), ("8/14", "17. mai 2014")],
    ),
    "lines in capitals, one with a list below it": (
        "REFERAT\nReferatet ble lest opp og godkjent.\n\nVEGEN\nVegen blir god til sommeren.\n\n"
        "KAIA\nKaia står.\n\nBÅTEN?\nDen selges hvis noen vil ha den.\n\nANNET\n- Benken er malt.\n- Kaia står.",
        [(None, "REFERAT"), (None, "VEGEN"), (None, "KAIA"), (None, "BÅTEN?"), (None, "ANNET")],
    ),
    "capitals, the first above a list, one of them a label by its word": (
        "STOFF\n- Tuva skriv om kaia.\n- Jens skriv om brua.\n\nBILETE\nBileta er for mørke til å trykkje.\n\n"
        "TRYKKING\nDet vert trykt i heftet til jul.\n\nKAIA\nKaia står som ho har stått.\n\nFRISTAR\nManus i mai.",
        [(None, "STOFF"), (None, "BILETE"), (None, "TRYKKING"), (None, "KAIA"), (None, "FRISTAR")],
    ),
    "points that open with a few words": (
        "• Velkommen. Det var kake til alle som var kommet så langt, og Tuva hadde bakt den sjølv etter ei gammal "
        "oppskrift.\n• Dugnad 9. juni: Vi rydder stranda og maler benkene, og etterpå griller vi for de som vil "
        "være med på det.\n• Kaia. Den må skiftes.\n• Budsjett: Det er nok igjen til ei ny brygge hvis vi tar arbeidet "
        "med den på dugnad til våren.",
        [(None, "Velkommen"), (None, "Dugnad 9. juni"), (None, "Kaia"), (None, "Budsjett")],
    ),
    "paragraphs that open with a few words": (
        "Vi kom saman heime hos Tuva, og det var kake til alle som hadde funne fram, sjølv om regnet sto ned og "
        "vegen var stengd.\n\nOpning. Tuva las eit dikt.\n\nBasaren. Det kom inn meir enn i fjor.\n\n"
        "17. mai. Toget går frå kaia.\n\nKaia. Ho må skiftast.\n\nNeste gong møtest vi hos Jens.",
        [(None, "Opning"), (None, "Basaren"), (None, "17. mai"), (None, "Kaia")],
    ),
    "paragraphs that open with short sentences": (
        "Vi kom saman heime hos Tuva, og det var kake til alle som hadde funne fram, sjølv om regnet sto ned og "
        "vegen var stengd.\n\nTuva las dikt. Det var fint.\n\nVi song. Det var høgt.\n\nKaia er rotna. Ho må skiftast."
        "\n\nDet vart seint. Vi gjekk heim.",
        [],
    ),
    "the first number set otherwise": (
        "6/14 Båten\nDen selges.\n\n**7/14 Referat**\nGodkjent.\n\n**8/14 Vegen**\nVegen blir god.",
        [("6/14", "Båten"), ("7/14", "Referat"), ("8/14", "Vegen")],
    ),
    "capitals with an ordinal": (
        "Sak 1/14 SJUKEFRÅVÆR 1. HALVÅR\nDet er lågt.\n\nSak 2/14 VEGEN\nVegen blir god.",
        [("1/14", "SJUKEFRÅVÆR 1. HALVÅR"), ("2/14", "VEGEN")],
    ),
    "a bold heading with a year": (
        "**Referat**\nReferatet ble lest opp, og det ble godkjent uten at noen hadde merknader til det.\n\n"
        "**Vegen**\nVegen blir god.\n\n**Dugnad 2015**\nDen blir i mai.",
        [(None, "Referat"), (None, "Vegen"), (None, "Dugnad 2015")],
    ),
    "a matter without a number among them": (
        "**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.\n\n**Båten**\nDen selges.\n\n"
        "**4. Kaia**\nKaia står.\n\n**Oppgaver**\nMale benken.",
        [("1", "Referat"), ("2", "Vegen"), (None, "Båten"), ("4", "Kaia")],
    ),
    "headings within items": (
        "**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.\n\n**Grusen**\nDen er bestilt.\n\n"
        "**Brua**\nBrua står.\n\n**3. Kaia**\nKaia står.",
        [("1", "Referat"), ("2", "Vegen"), ("3", "Kaia")],
    ),
    "a number that is set otherwise": (
        "**6/14 Referat**\nGodkjent.\n\n7/14 Båten\nDen selges.\n\n**8/14 Vegen**\nVegen blir god.",
        [("6/14", "Referat"), ("7/14", "Båten"), ("8/14", "Vegen")],
    ),
    "a title in small letters": (
        "**6/14 Referat**\nGodkjent.\n\n**7/14 båten og kaia**\nDen selges.\n\n**8/14 Vegen**\nVegen blir god.",
        [("6/14", "Referat"), ("7/14", "båten og kaia"), ("8/14", "Vegen")],
    ),
    "points under headings": (
        "**1 Anlegget**\n1.1 Gjerdet er satt opp.\n1.2 Porten mangler lås.\n1.3 Skiltene er malt.\n\n"
        "**2 Økonomi**\n2.1 Regnskapet er levert.\n2.2 Giroene er sendt.",
        [("1", "Anlegget"), ("2", "Økonomi")],
    ),
    "capitals and a table inside": (
        "1 REFERAT\nGodkjent.\n\n2 UTSTYR\nDette ble sett på:\n41 Spade er kjøpt\n42 Rive er kjøpt\n"
        "43 Kost er kjøpt\n\n3 VEGEN\nVegen blir god.",
        [("1", "REFERAT"), ("2", "UTSTYR"), ("3", "VEGEN")],
    ),
    "a list inside an item": (
        "Sak 1 Dugnad\nDette trengs:\n1. Spader\n2. River\n3. Kaffe\n\nSak 2 Vegen\nVegen blir god.",
        [("1", "Dugnad"), ("2", "Vegen")],
    ),
    "points of a resolution": (
        "Sak 1/14 Dugnad\nVedtak:\n1. Det kjøpes fem spader.\n2. Dugnaden er i mai.\n\nSak 2/14 Vegen\nVegen blir god.",
        [("1/14", "Dugnad"), ("2/14", "Vegen")],
    ),
    "by-laws inside an item": (
        "Sak 1 Vedtekter\nNye vedtekter ble lest opp:\n§ 1 Formål\nLaget skal holde vegen åpen.\n§ 2 Medlemmer\n"
        "Alle kan være med.\n\nSak 2 Vegen\nVegen blir god.",
        [("1", "Vedtekter"), ("2", "Vegen")],
    ),
    "title and text on one line": (
        "1. Referat. Referatet fra sist ble lest opp og godkjent uten at noen hadde merknader til det.\n\n"
        "2. Vegen. Vegen blir god til sommeren, og det er bestilt grus til hele strekningen fra brua.",
        [("1", "Referat."), ("2", "Vegen.")],
    ),
    "from nought": (
        "**0. Opprop**\nAlle var der.\n\n**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.",
        [("0", "Opprop"), ("1", "Referat"), ("2", "Vegen")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_agenda(case: str) -> None:
    text, expected = CASES[case]
    assert agenda(text) == expected


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Sak 3/14 Vegen v/ Tuva Hovland", {"title": "Vegen", "presenter": "Tuva Hovland", "series": "Sak"}),
        ("PS 3/14 Vegen", {"title": "Vegen", "presenter": None, "series": "PS"}),
        ("Sak 3/14 Vegen (15 min)", {"title": "Vegen", "presenter": None}),
        ("Sak 3/14 Vegen (Tuva Hovland, Vegvesenet)", {"title": "Vegen", "presenter": "Tuva Hovland, Vegvesenet"}),
        ("Sak 3/14 Vegen, jf. sak 1/14", {"title": "Vegen"}),
    ],
)
def test_what_hangs_on_a_heading(heading: str, fields: dict[str, object]) -> None:
    text = f"{HEAD}Sak 2/14 Referat\nGodkjent.\n\n{heading}\nVegen blir god.\n\nSak 4/14 Ymse\nIngenting."
    record = read(text)["agenda"][1]
    assert {name: record[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Vegen blir god.", "treated"),
        ("Saken ble utsatt.", "postponed"),
        ("Saka vart utsett til neste møte.", "postponed"),
        ("Saken utsettes.", "postponed"),
        ("Saken ble trukket.", "withdrawn"),
        ("Saka vart trekt.", "withdrawn"),
        ("Dugnaden ble utsatt i fjor.", "treated"),
        ("", "listed"),
    ],
)
def test_status(body: str, status: str) -> None:
    record = read(f"{HEAD}Sak 1/14 Referat\nGodkjent.\n\nSak 2/14 Vegen\n{body}\n\nSak 3/14 Ymse\nIngenting.")
    assert record["agenda"][1]["status"] == status


@pytest.mark.parametrize(
    ("heading", "statute"),
    [
        ("Sak 2/14 Tilsetting - unntatt offentlighet, offl. § 25", "offl. § 25"),
        ("Sak 2/14 Klage (u.off., offl. § 13)", "offl. § 13"),
        ("Sak 2/14 Tilsetjing, unnateke offentlegheit", None),
    ],
)
def test_exempt(heading: str, statute: str | None) -> None:
    record = read(f"{HEAD}Sak 1/14 Referat\nGodkjent.\n\n{heading}\nDrøftet for lukkede dører.")
    assert record["agenda"][0]["exempt"] is None
    assert record["agenda"][1]["exempt"] is not None
    assert record["agenda"][1]["exempt"]["statute"] == statute


def test_a_notice_lists_what_it_names() -> None:
    text = "# Innkalling\nSaksliste:\n1. Referat\n2. Vegen v/ Tuva Hovland\n3. Ymse\n"
    record = read(text, Kind.NOTICE)
    assert only(record["agenda"], "number", "title", "presenter", "status") == [
        ("1", "Referat", None, "listed"),
        ("2", "Vegen", "Tuva Hovland", "listed"),
        ("3", "Ymse", None, "listed"),
    ]


def test_an_agenda_in_a_table() -> None:
    text = "# Innkalling\nSaksliste\n| Sak 1/14 | Referat |\n| Sak 2/14 | Vegen |\n| Sak 3/14 | Ymse |\n"
    assert only(read(text, Kind.NOTICE)["agenda"], "number", "title") == [
        ("1/14", "Referat"),
        ("2/14", "Vegen"),
        ("3/14", "Ymse"),
    ]


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [(("1", "2", "3"), []), (("1", "2", "4"), ["agenda_gap"]), (("11/14", "12/14", "14/14"), ["agenda_gap"])],
)
def test_gaps(numbers: tuple[str, ...], codes: list[str]) -> None:
    titles = ("Referat", "Vegen", "Benken")
    body = "\n\n".join(f"Sak {n} {title}\nDrøftet." for n, title in zip(numbers, titles, strict=True))
    found = [issue.code for issue in read_with_issues(HEAD + body)[1]]
    assert [code for code in found if code == "agenda_gap"] == codes


def test_minutes_without_an_agenda_are_doubted() -> None:
    codes = [issue.code for issue in read_with_issues(f"{HEAD}Vi snakket om vegen. Den blir god til sommeren.")[1]]
    assert "no_agenda" in codes


def test_a_number_given_twice_is_doubted() -> None:
    text = "# Referat\nTil stede: Tuva Hovland\n\n1. Vegen\nVegen blir god.\n\n2. Benken\nMalt.\n\n2. Gjerdet\nRevet.\n"
    record, issues = read_with_issues(text)
    titles = [item["title"] for item in record["agenda"]]
    assert "Gjerdet" in titles or "duplicate_item_number" in [issue.code for issue in issues]


def test_a_title_that_is_a_whole_sentence_is_quoted_whole() -> None:
    records = read(HEAD + "Sak 1. Leiaren orienterte om vegen.\n\nSak 2. Kaia\nKaia er grei.")["agenda"]
    assert [one["source"]["quote"] for one in records] == ["Sak 1. Leiaren orienterte om vegen.", "Sak 2. Kaia"]
