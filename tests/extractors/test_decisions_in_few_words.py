"""Decisions that few words tell: verdicts behind their matter, lines with a verdict, and what only looks like one."""

from __future__ import annotations

import pytest

from extractors._outcome import told
from pipeline.sentences import split
from tests.extractors.conftest import read
from tests.extractors.test_decisions import decisions


@pytest.mark.parametrize(
    ("body", "text", "outcome"),
    [
        (
            "Ordensregler: to minutter til hver taler. Godkjent.",
            "Ordensregler: to minutter til hver taler. Godkjent.",
            "approved",
        ),
        (
            "Endringsforslag fra Mona: stryk «asfalt». Falt, 4 stemmer for.",
            "Endringsforslag fra Mona: stryk «asfalt». Falt, 4 stemmer for.",
            "rejected",
        ),
        (
            "Når det gjelder bommen var det enighet om at den blir.",
            "Når det gjelder bommen var det enighet om at den blir.",
            "agreed",
        ),
        ("Vi kom til at vegen vert grusa i år.", "Vi kom til at vegen vert grusa i år.", "agreed"),
    ],
)
def test_a_verdict_goes_with_what_it_settles(body: str, text: str, outcome: str) -> None:
    assert decisions(body, "text", "outcome") == [(text, outcome)]


def test_an_approval_behind_the_names_of_those_present() -> None:
    text = "# Styremøte 12. mars 2014\nTil stades: Tuva Hovland, Jens Aakre og Mona Lysø. Tuva styrte møtet. "
    record = read(f"{text}Referat frå januarmøtet vart lese og godkjent.\n\nSak 1 Taket\nDet er tett.")
    assert [one["text"] for one in record["decisions"]] == ["Referat frå januarmøtet vart lese og godkjent."]
    assert [one["name"] for one in record["attendance"]] == ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]


def test_lines_with_a_verdict_each() -> None:
    lines = (
        "Koret, noter kr 5 000 - innvilga\n\n"
        "Laget, drakter kr 8 000 - innvilget med kr 4 000\n\n"
        "Festivalen i nord - avslag, for seint\n\n"
    )
    assert decisions(lines, "text", "outcome") == [
        ("Koret, noter kr 5 000 - innvilga", "approved"),
        ("Laget, drakter kr 8 000 - innvilget med kr 4 000", "approved"),
        ("Festivalen i nord - avslag, for seint", "rejected"),
    ]


def test_changes_with_a_verdict_each() -> None:
    lines = (
        "CR-4 Søk i brev (20 t): Godkjent.\n\nCR-5 Kart i kvittering (70 t): Avslått, for dyrt nå.\n\n"
        "Ekstra rekkverk: kr 31 000. Godteken.\n\n"
    )
    assert decisions(lines, "text", "outcome") == [
        ("CR-4 Søk i brev (20 t): Godkjent.", "approved"),
        ("CR-5 Kart i kvittering (70 t): Avslått, for dyrt nå.", "rejected"),
        ("Ekstra rekkverk: kr 31 000. Godteken.", "approved"),
    ]


def test_what_is_sent_on_to_a_higher_body_is_resolved_where_the_matter_was_treated() -> None:
    points = "Innstilling til kommunestyret:\n1. Gjerdet males i mai.\n2. Porten fjernes.\n\n"
    sent = f"{points}Enstemmig vedtatt.\n\nMona sender saken."
    assert decisions(f"Behandling:\nTuva var redd for utgiftene.\n\n{sent}", "text") == [
        "1. Gjerdet males i mai. 2. Porten fjernes."
    ]
    assert decisions(sent, "text") == []


def test_an_entry_and_its_verdict_are_one() -> None:
    body = "- Ny bom ved brua, kr 11 000. Godkjent av styret på møtet.\n- Asfalt i sør. Avvist, det står i avtalen."
    assert decisions(body, "text") == [
        "Ny bom ved brua, kr 11 000. Godkjent av styret på møtet.",
        "Asfalt i sør. Avvist, det står i avtalen.",
    ]


def test_no_remarks_are_no_decision_beside_the_approval() -> None:
    assert decisions("Ingen merknader.\n\nRegnskapet ble enstemmig godkjent.", "text") == [
        "Regnskapet ble enstemmig godkjent."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mona er uenig i planen og minner om at partene i 2009 var enige om grus.",
        "Styret drøftet grusen i sør og asfalten i nord.",
        "Avstemning, skriftlig: 8 stemmer for, 5 mot.",
        "Klapp.",
    ],
)
def test_views_counts_and_other_years_are_none(text: str) -> None:
    assert decisions(text, "text") == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Etter litt prat vart det til at vi brukar grus i sør.", "agreed"),
        ("Alle var innforstått med at bommen flyttes.", "agreed"),
        ("Semja vart at Mona hentar prisar.", "agreed"),
        ("Nei takk til asfalt i år.", "rejected"),
        ("Det går vi ikke med på, bommen står som før.", "rejected"),
    ],
)
def test_what_came_of_it_is_told_by_plain_words(text: str, outcome: str) -> None:
    assert told(text) == outcome


def test_a_proposal_that_fell_is_a_decision_however_short() -> None:
    assert decisions("For forslaget stemte 6, mot 15. Forslaget falt.", "text", "outcome") == [
        ("For forslaget stemte 6, mot 15. Forslaget falt.", "rejected")
    ]


def test_what_is_left_standing_was_agreed() -> None:
    assert decisions("Mona foreslo å la bommen stå åpen. Det ble stående slik.", "outcome") == ["agreed"]


def test_the_number_of_a_flat_ends_no_sentence() -> None:
    said = "Valgt til å undertegne: Mona Lysø (oppg. 12) og Jens Aakre (leil. 40)."
    assert [said[start:end] for start, end in split(said)] == [said]


@pytest.mark.parametrize("text", ["Nytt styre valgt på akklamasjon", "Hele valgkomiteen ble gjenvalgt."])
def test_a_body_is_elected_as_people_are(text: str) -> None:
    assert told(text) == "elected"


def test_a_body_that_picks_elects_nobody() -> None:
    assert told("Styret valgte alternativ 2.") == "adopted"


def test_a_good_mood_is_no_agreement() -> None:
    assert decisions("Tuva fortalte om turen. Det var god stemning i bussen.", "text") == []


def test_who_may_take_part_is_decided_beside_the_resolution() -> None:
    body = "Behandling:\nStyret erklærte samrøystes Mona Lysø som ugild. Hun gikk.\n\nVedtak:\nVegen gruses i mai."
    assert decisions(body, "text") == ["Styret erklærte samrøystes Mona Lysø som ugild.", "Vegen gruses i mai."]


def test_a_figure_behind_the_label_is_no_decision() -> None:
    assert decisions("Regnskapet ble lagt fram.\nResultat: - 8 345", "text") == []


@pytest.mark.parametrize(
    "text",
    [
        "Det ble orientert om regnskapet.",
        "Det vart gitt ei kort orientering.",
        "Ordningen ble presentert av rektor.",
        "Det burde være flere benker i parken.",
        "Tuva Hovland og Jens Aakre stiller til gjenvalg.",
        "Styret fikk en orientering fra kommunen.",
    ],
)
def test_what_is_told_or_wished_alone_in_an_item_is_none(text: str) -> None:
    assert decisions(text, "text") == []


def test_a_yes_behind_a_no_is_a_decision_of_its_own() -> None:
    body = "Støtte til festen: nei, vi gir ikke til enkeltklasser. Derimot ja til inntil 4 000 kr til baller."
    assert decisions(body, "outcome") == ["rejected", "adopted"]


def test_a_verdict_in_bold_and_a_proposal_that_was_carried() -> None:
    assert decisions("Kommunen stenger kantinen fra mai.\n\n**Tatt til orientering.**", "outcome") == ["noted"]
    body = "Forslag fra Mona: Hekken klippes.\nForslaget ble vedtatt med 5 stemmer mot 2."
    assert decisions(body, "text") == ["Forslaget ble vedtatt med 5 stemmer mot 2."]


def test_measured_results_are_no_decision() -> None:
    assert decisions("Resultat: 88 dB ved hoggeren, 84 i kontrollrommet.", "text") == []
