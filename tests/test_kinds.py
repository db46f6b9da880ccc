"""Kind and language: decided by how a paper is built, not by a word in its first paragraph."""

from __future__ import annotations

import pytest

from extractors.lexicon import lexicon
from pipeline.classify import kind_of
from pipeline.model import Kind, Line
from pipeline.named_kind import callings
from tests.extractors.conftest import document
from tests.papers import read, typed

PAPERS = typed("kinds")
KINDS = {**PAPERS["kinds"], **PAPERS["held_back"], **PAPERS["later"]}


@pytest.mark.parametrize("case", KINDS)
def test_kind(case: str) -> None:
    (paper,) = read(KINDS[case]["text"])
    assert paper.kind == KINDS[case]["expected"], paper.reason
    assert paper.reason


@pytest.mark.parametrize(
    "text",
    [
        "Nordvika vel\n\n5. mars 2015\n\nTuva, Jens og Mona var der. Odd var syk.\n\nVeg: Jens måler opp.",
        "Nordvika vel\n5. mars 2015\n\n1. Veg. Jens måler opp.\n2. Gjerde. Tuva maler.\n\nNeste gang 9. april.",
        "Saksliste/referat\nNordvika vel 5. mars 2015\n\nForfall: Odd\n\n- Jens måler opp.\n\nNeste møte 9. april.",
    ],
)
def test_short_papers_that_tell_who_was_there_or_when_they_meet_next(text: str) -> None:
    (paper,) = read(text)
    assert paper.kind is Kind.MINUTES, paper.reason


@pytest.mark.parametrize("case", PAPERS["languages"])
def test_language(case: str) -> None:
    wanted = PAPERS["languages"][case]
    assert [paper.language for paper in read(wanted["text"])] == [wanted["expected"]]


def test_the_reason_counts_words_and_paragraphs_of_both_standards() -> None:
    (paper,) = read(PAPERS["languages"]["nynorsk with a bokmål quotation"]["text"])
    assert "language nn" in paper.reason
    assert "paragraphs nb" in paper.reason


@pytest.mark.parametrize(
    ("name", "above", "expected"),
    [
        ("Referat medlemsmote mai.pdf", "", Kind.MINUTES),
        ("styremoete_moetebok_04.pdf", "", Kind.MINUTES),
        ("motenotat arbeidsgruppe.pdf", "", Kind.MINUTES),
        ("moetenotat 4-6.pdf", "", Kind.MINUTES),
        ("innkalling 3 mai.pdf", "", Kind.NOTICE),
        ("aarsmelding 2009.docx", "", Kind.ANNUAL_REPORT),
        ("Innkalling og referat.pdf", "", None),
        ("skann0012.pdf", "", None),
        ("", "Emne: SV: Referat frå møtet på naustet", Kind.MINUTES),
        ("", "Subject: innkalling til dugnad", Kind.NOTICE),
    ],
)
def test_what_a_file_or_a_mail_is_called(name: str, above: str, expected: Kind | None) -> None:
    lines = [Line(1, 1, above, above, None, 10.0, False)]
    assert [kind for kind, _, _ in callings(name, lines, lexicon())] == ([expected] if expected else [])


def test_a_mail_that_tells_of_a_meeting_is_minutes_by_its_subject() -> None:
    text = (
        "Fra: Tuva Hovland\nSendt: 14. mai 2003 08:10\nTil: Medlemmene\nEmne: Referat medlemsmøte\n\n"
        "Hei!\n\n1) BÅTEN\nDen ligger på land. Vi drar på tur til øya når den flyter, påmelding innen 1. juni.\n\n"
        "2) EVENTUELT\nIngen hadde noe mer, og så ble det kaffe.\n"
    )
    (paper,) = read(text)
    assert paper.kind is Kind.MINUTES, paper.reason


def test_a_numbered_matter_about_accounts_is_no_title() -> None:
    text = "1/24 Siden sist\nBåten ligger på land.\n\n**2/24 Regnskap 2023**\nDet står 400 kr igjen.\n"
    (paper,) = read(text, "Lia båtlag referat.pdf")
    assert paper.kind is Kind.MINUTES, paper.reason


def test_a_body_its_day_and_matters_with_text_are_minutes() -> None:
    text = "Elevrådet, Lia skole\n12.3.2014, rom 12\n\n1 Kantina\nDet er for dyrt der.\n\n2 Ball\nFem for, to mot."
    (paper,) = read(text)
    assert paper.kind == Kind.MINUTES


AGENDA = "Agenda:\n" + "".join(f"{n}. {words}\n" for n, words in enumerate(("Åpning", "Årsberetning", "Regnskap"), 1))
ABOUT = "Nytt: alle lamper er byttet.\n" * 10


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("# Årsberetning 2016", Kind.ANNUAL_REPORT),
        ("# Årsmelding for 2016", Kind.ANNUAL_REPORT),
        ("Årsberetning 2016", Kind.OTHER),
        ("# Årsberetning", Kind.OTHER),
        ("# Lampene 2016", Kind.OTHER),
    ],
)
def test_a_report_behind_the_agenda_that_it_was_read_at(title: str, expected: Kind) -> None:
    paper = document(f"{AGENDA}\n{ABOUT}\n{title}\n\nVi holdt åpent hele året.")
    assert kind_of(paper.blocks, lexicon())[0] is expected
