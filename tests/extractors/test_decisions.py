"""Decisions: under labels and in prose, in both written standards, and the sentences that only look like one."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read

HEAD = """# Referat fra styremøte i Lia vel
Dato: 12. mars 2014
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Vegen
"""
TAIL = "\n\nSak 3/14 Ymse\nKaffen var god."


def decisions(body: str, *fields: str) -> list[object]:
    return only(read(HEAD + body + TAIL)["decisions"], *fields)


LABELLED = {
    "on the label's line": ("Vedtak: Vegen grusast i mai.", "Vegen grusast i mai."),
    "below the label": ("Vedtak:\nVegen gruses i mai.", "Vegen gruses i mai."),
    "in capitals": ("VEDTAK\nVegen gruses i mai.", "Vegen gruses i mai."),
    "conclusion": ("Konklusjon: Vegen gruses i mai.", "Vegen gruses i mai."),
    "nynorsk": ("Samrøystes vedtak: Vegen vert grusa i mai.", "Vegen vert grusa i mai."),
    "of the board": ("Styrets vedtak:\nVegen gruses i mai.", "Vegen gruses i mai."),
    "behind the proposal": (
        "Forslag til vedtak: Vegen asfalteres.\n\nVedtak: Vegen gruses i mai.",
        "Vegen gruses i mai.",
    ),
    "with the same words as the proposal": (
        "Innstilling:\nVegen gruses i mai.\n\nVedtak:\nVegen gruses i mai.",
        "Vegen gruses i mai.",
    ),
    "behind the treatment": (
        "Behandling:\nTuva Hovland la fram saken. Flere var skeptiske.\n\nVedtak:\nVegen gruses i mai.",
        "Vegen gruses i mai.",
    ),
}


@pytest.mark.parametrize("case", LABELLED)
def test_under_a_label(case: str) -> None:
    body, text = LABELLED[case]
    assert decisions(body, "item", "text") == [("2/14", text)]


PROSE = {
    "Styret vedtok å gruse vegen i mai.": "adopted",
    "Det ble besluttet å gruse vegen i mai.": "adopted",
    "Det ble vedtatt å be kommunen om mer grus.": "adopted",
    "Styret bevilget 20 000 kroner til grus.": "adopted",
    "Møtet gikk inn for å gruse vegen.": "adopted",
    "Me vart samde om å gruse vegen i mai.": "agreed",
    "Det var enighet om å gruse vegen.": "agreed",
    "Gruppa er enige om å gruse vegen.": "agreed",
    "Styret er enig i planen.": "agreed",
    "Regnskapet ble godkjent.": "approved",
    "Rekneskapen vart samrøystes godkjend.": "approved",
    "Innkallingen godkjennes.": "approved",
    "Styret slutter seg til planen.": "agreed",
    "Tuva Hovland ble valgt til leder.": "elected",
    "Jens Aakre vart vald til kasserar.": "elected",
    "Årsmøtelyden valde Mona Lysø til revisor.": "elected",
    "Forslaget ble nedstemt.": "rejected",
    "Framlegget vart avvist.": "rejected",
    "Saken ble tatt til orientering.": "noted",
    "Rapporten vart teken til vitande.": "noted",
    "Saken oversendes kommunen til videre behandling.": "referred",
}


@pytest.mark.parametrize(("sentence", "outcome"), PROSE.items())
def test_in_prose(sentence: str, outcome: str) -> None:
    body = f"Tuva Hovland orienterte om grus og priser. {sentence} Etterpå var det kaffe."
    assert decisions(body, "item", "text", "outcome") == [("2/14", sentence, outcome)]


NONE = {
    "a proposal": "Tuva Hovland foreslo å gruse vegen.",
    "a proposal in nynorsk": "Jens Aakre føreslo at vegen vert grusa.",
    "a proposal by label": "Innstilling: Vegen gruses i mai.",
    "the administration's": "Rådmannens forslag til vedtak:\nVegen gruses i mai.",
    "another body": "Kommunestyret vedtok i januar å bygge ny bru.",
    "the ministry": "Departementet har besluttet å endre forskriften.",
    "one person's opinion": "Tuva Hovland er enig i at vegen er dårlig.",
    "another time": "I fjor ble det vedtatt å vente med vegen.",
    "another time by its month": "Kommunestyret vedtok budsjettet i desember.",
    "settled in writing": "Protokollen er tidligere godkjent på sirkulasjon.",
    "settled on another day": "Rapporten ble godkjent 2. mai uten merknader.",
    "a body of the same name": "Styret i Nordvik behandlet saken 10. januar og gikk inn for en prøve.",
    "who would not stand": "Moe hadde frasagt seg gjenvalg etter tolv år og fikk blomster.",
    "thanks": "Styret takket for en fin orientering.",
    "a question": "Skal styret vedta dette nå?",
    "a condition": "Dersom planen blir vedtatt, må vi kjøpe grus.",
    "what is to come": "Planen skal vedtas av årsmøtet.",
    "talk": "Saken ble diskutert, og mange hadde noe å si.",
    "a heading of no text": "Vedtak:",
    "a dissent": "Protokolltilførsel: Jens Aakre vil ikke godkjenne planen.",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE)
def test_what_is_no_decision(body: str) -> None:
    assert decisions(body, "text") == []


def test_a_list_of_the_agenda_decides_nothing() -> None:
    text = "# Referat\n\nSaksliste:\n1. Valg av ny leder, vedtas\n2. Regnskapet godkjennes\n\n**1. Valg**\nIngen ville."
    assert read(text)["decisions"] == []


def test_points_of_a_resolution() -> None:
    body = "Vedtak:\n1. Vegen gruses i mai.\n2. Det settes av kr 20 000,- til grus.\n3. Saken tas opp til høsten."
    (record,) = read(HEAD + body + TAIL)["decisions"]
    points = ["Vegen gruses i mai.", "Det settes av kr 20 000,- til grus.", "Saken tas opp til høsten."]
    assert record["points"] == points
    assert all(point in record["text"] for point in points)
    assert record["amounts"] == [20000]


def test_bullets_of_a_resolution() -> None:
    body = "Vedtak:\nStyret vil:\n- gruse vegen\n- rydde grøfta"
    (record,) = read(HEAD + body + TAIL)["decisions"]
    assert record["points"] == ["gruse vegen", "rydde grøfta"]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Vedtak: Saken utsettes.", "postponed"),
        ("Vedtak: Saka vert utsett.", "postponed"),
        ("Vedtak: Tatt til orientering.", "noted"),
        ("Vedtak: Teke til vitande.", "noted"),
        ("Vedtak: Tuva Hovland velges til leder.", "elected"),
        ("Vedtak: Referatet godkjennes.", "approved"),
        ("Vedtak: Søknaden avslås.", "rejected"),
        ("Vedtak: Saken oversendes kommunen.", "referred"),
        ("Vedtak: Vegen gruses.", "adopted"),
    ],
)
def test_outcomes_under_a_label(body: str, outcome: str) -> None:
    assert decisions(body, "outcome") == [outcome]


@pytest.mark.parametrize(
    ("body", "unanimous", "for_", "against"),
    [
        ("Vedtak: Vegen gruses. Enstemmig vedtatt.", True, None, None),
        ("Vedtak:\nVegen gruses.\nVedtatt med 5 mot 2 stemmer.", False, 5, 2),
        ("Enstemmig vedtak: Vegen gruses.", True, None, None),
        ("Samrøystes vedtak:\nVegen vert grusa.", True, None, None),
        ("Styret vedtok å gruse vegen med 4 mot 1 stemme.", False, 4, 1),
        ("Votering: Forslaget ble enstemmig vedtatt.\n\nVedtak:\nVegen gruses.", True, None, None),
    ],
)
def test_votes(body: str, unanimous: bool, for_: int | None, against: int | None) -> None:
    (vote,) = decisions(body, "vote")
    assert isinstance(vote, dict)
    assert (vote["unanimous"], vote["for"], vote["against"]) == (unanimous, for_, against)


def test_no_vote_where_none_is_stated() -> None:
    assert decisions("Vedtak: Vegen gruses.", "vote") == [None]


def test_one_word_behind_an_item() -> None:
    assert decisions("Enstemmig godkjent.", "item", "text") == [("2/14", "Enstemmig godkjent.")]


def test_a_table_of_decisions() -> None:
    text = "# Beslutningsreferat\n| Sak | Beslutning |\n| 1 | Vegen gruses i mai |\n| 2 | Benken males til høsten |\n"
    assert only(read(text)["decisions"], "item", "text") == [
        ("1", "Vegen gruses i mai"),
        ("2", "Benken males til høsten"),
    ]


def test_a_decision_has_its_place() -> None:
    (record,) = read(HEAD + "Vedtak:\nVegen gruses i mai." + TAIL)["decisions"]
    assert record["source"]["quote"] == "Vegen gruses i mai."
    assert record["source"]["page"] == 1
    assert record["source"]["bbox"] is not None


def test_bold_resolutions_beside_labelled_ones() -> None:
    body = (
        "Vedtak: Som innstillingen.\n\n**Sak 3/14 Porten**\nDen henger.\n\n**Porten rettes opp før påske.**\n\n"
        "**Sak 4/14 Gjerdet**\nDet står.\n\n**Gjerdet males rødt i mai.**\n\n"
        "**Sak 5/14 Støtte**\nTo søknader.\n\n**Korpset får 5 000 kroner.**\n\n**Speiderne får 2 000 kroner.**"
    )
    found = only(read(HEAD + body)["decisions"], "item", "text")
    assert found[1:] == [
        ("3/14", "Porten rettes opp før påske."),
        ("4/14", "Gjerdet males rødt i mai."),
        ("5/14", "Korpset får 5 000 kroner. Speiderne får 2 000 kroner."),
    ]


@pytest.mark.parametrize(
    ("body", "unanimous", "against"),
    [
        ("Vi ble enige om å gruse vegen i mai. Vedtaket var enstemmig.", True, None),
        ("Styret vedtok å gruse vegen i mai.\n\nVedtatt med 4 mot 1 stemme (Aakre).", False, 1),
        ("Styrets enstemmige vedtak\n\nVegen gruses i mai.", True, None),
        ("Vedtak (4-1):\nVegen gruses i mai.", False, 1),
        ("Votering: 4 mot 1.\n\nVedtak: Vegen gruses i mai.", False, 1),
        ("Votering: Enstemmig vedtatt. Lysøs forslag fikk 1 stemme og falt.\n\nVedtak: Vegen gruses.", True, None),
    ],
)  # fmt: skip
def test_a_vote_told_beside_its_decision(body: str, unanimous: bool, against: int | None) -> None:
    votes = dict(zip(decisions(body, "text"), decisions(body, "vote"), strict=True))
    (vote,) = (vote for text, vote in votes.items() if "grus" in str(text))  # a proposal that fell is one of its own
    assert isinstance(vote, dict)
    assert (vote["unanimous"], vote["against"]) == (unanimous, against)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Vedtak: Alle lamper skal være avslått om natta.", "adopted"),
        ("Vedtak: Klagen vert ikkje teken til følgje.", "rejected"),
        ("Vedtak: Søknaden innvilges.", "approved"),
        ("Vedtak: Søknaden innvilges ikke.", "rejected"),
        ("Styret gikk inn for å gruse vegen i mai.", "adopted"),
        ("Styret støtter søknaden fra velet.", "agreed"),
        ("Forslaget fra Aakre fikk 2 stemmer og falt.", "rejected"),
    ],
)
def test_what_came_of_it(text: str, outcome: str) -> None:
    assert decisions(text, "outcome") == [outcome]


def test_the_last_minutes_are_approved_before_the_first_item() -> None:
    text = HEAD.replace("Sak 1/14", "Protokoll fra forrige styremøte ble godkjent med én rettelse.\n\nSak 1/14", 1)
    assert only(read(text + "Vegen er god." + TAIL)["decisions"], "outcome") == ["approved"]


def test_a_list_that_an_agreement_announces() -> None:
    body = "Desse vart vi samde om:\n- vegen vert grusa i mai\n- bommen vert stengd om natta"
    (found,) = read(HEAD + body + TAIL)["decisions"]
    assert found["points"] == ["vegen vert grusa i mai", "bommen vert stengd om natta"]


def test_the_first_point_may_stand_on_the_label_s_line() -> None:
    points = ["Vegen gruses i mai.", "Porten males.", "Gjerdet rives."]
    body = "Vedtak: 1. Vegen gruses i mai.\n2. Porten males.\n3. Gjerdet rives."
    assert decisions(body, "points") == [points]
    assert decisions("Vedtak: 1. juni blir fridag.", "points") == [[]]
