"""Neither the reading of ruled grids nor spaCy is decoration: these records are lost without them.

Each part is replaced by one that finds nothing, and the records that go are named, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors._matching import Cues, Hit
from pipeline.intake import identify
from pipeline.model import Outcome, walk
from pipeline.readers import tables
from pipeline.run import process
from tests.conftest import CORPUS

ROWS = (
    ("Oppgave", "Ansvarlig", "Frist"),
    ("Hente inn tre tilbud på ny grus til vegen mellom brua og nausta", "Tuva Hovland", "2. mai 2014"),
    ("Male benken ved brua og skifte ut de to råtne bordene i ryggen", "Jens Aakre", "1. juni 2014"),
    ("Skrive til kommunen om skiltet som ble påkjørt av brøytebilen", "Mona Lysø", "20. mars 2014"),
)


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Minutes with a ruled table whose cells are justified and set close: only the rules tell where one ends."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["Normal"]
    head = (
        "Referat fra styremøte i Lia vel",
        "Dato: 12. mars 2014",
        "Til stede: Tuva Hovland, Jens Aakre, Mona Lysø",
        "Sak 1/14 Referat",
        "Referatet ble godkjent.",
        "Sak 2/14 Arbeid til sommeren",
        "Styret gikk gjennom lista:",
    )
    full = ParagraphStyle("full", style, alignment=TA_JUSTIFY)
    cells = [[Paragraph(text, full) for text in row] for row in ROWS]
    close = [("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 1)]
    table = Table(cells, colWidths=(130, 57, 70), style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), *close])
    path = tmp_path_factory.mktemp("needed") / "ruled.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build([*(Paragraph(line, style) for line in head), table])
    return path


def records(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """(list, text, name or title) of every record."""
    for _, name, record in walk(outcome):
        yield name, str(record.get("text") or record.get("name") or record.get("title"))


def lost(before: Outcome, after: Outcome) -> set[tuple[str, str]]:
    return set(records(before)) - set(records(after))


def test_without_its_grid_a_table_is_lost(ruled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = process(identify(ruled))
    monkeypatch.setattr(tables, "find", lambda page, turn, pdf, index: ([], None))
    tasks = [task for task, _, _ in ROWS[2:]]  # the cells of the first row happen to keep a gap between them
    expected = {(name, task) for task in tasks for name in ("actions", "deadlines")}
    assert lost(before, process(identify(ruled))) == expected


WITHOUT_SPACY = {
    "referat regionraad nov 2007": {
        ("Rådet vart einig om å lyse ut avtalen på nytt som ein felles rammeavtale for fire år.", "agreed"),
        ("Søknaden om tilskot på 80 000 kroner vart samrøystes avslått.", "rejected"),
        ("Referatet frå 3. oktober vart godkjent utan merknader.", "approved"),
    },
    "velforeining-styremoete-080210": {
        ("Vi vart samde om å krevje inn 300 kroner ekstra frå kvart hus.", "agreed"),
    },
}
"""Decisions whose outcome the cues tell: that they are decisions, the model knows too."""


@pytest.mark.parametrize("stem", WITHOUT_SPACY)
def test_without_spacy_what_came_of_it_is_lost(
    stem: str, corpus: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(self: Cues, text: str) -> list[Hit]:
        return []

    monkeypatch.setattr(Cues, "find", nothing)
    without = outcomes(process(identify(CORPUS / f"{stem}.pdf")))
    assert outcomes(corpus[stem]) - without == WITHOUT_SPACY[stem]


def outcomes(outcome: Outcome) -> set[tuple[str, str]]:
    """Text and outcome of every decision."""
    return {(record["text"], record["outcome"]) for _, name, record in walk(outcome) if name == "decisions"}
