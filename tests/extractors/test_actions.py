"""Actions: known people and offices with something to do, by when, and what is not given to anybody."""

from __future__ import annotations

import pytest

from extractors._actors import Cast
from extractors._doers import doers
from pipeline.model import Actors, Record
from tests.extractors.conftest import only, read

HEAD = """# Referat fra styremøte i Lia vel
Dato: 12. mars 2014
Til stede: Tuva Hovland (leder), Jens Petter Aakre, Mona Lysø (KS)

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Vegen
"""
TAIL = "\n\nSak 3/14 Ymse\nKaffen var god.\n\nNeste møte: 23. april 2014"


def actions(body: str) -> list[Record]:
    return list(read(HEAD + body + TAIL)["actions"])


SENTENCES: dict[str, tuple[str, list[str], str | None]] = {
    "full name": ("Jens Petter Aakre bestiller grus innen 2. mai.", ["Jens Petter Aakre"], "2014-05-02"),
    "first name": ("Tuva ringer entreprenøren.", ["Tuva Hovland"], None),
    "first two names": ("Jens Petter sjekker prisen.", ["Jens Petter Aakre"], None),
    "surname": ("Lysø skriver søknaden innen 1. april.", ["Mona Lysø"], "2014-04-01"),
    "initials": ("JPA følger opp saken overfor kommunen.", ["Jens Petter Aakre"], None),
    "owner of a thing, by a week": ("Ansvar for oppslag: Mona, i uke 12.", ["Mona Lysø"], "2014-03-21"),
    "a verb on no list": ("Mona skaffer gule vester.", ["Mona Lysø"], None),
    "two people": ("Tuva og Mona lager oppslag.", ["Tuva Hovland", "Mona Lysø"], None),
    "shall": ("Tuva Hovland skal spørre naboene.", ["Tuva Hovland"], None),
    "nynorsk": ("Tuva tek kontakt med kommunen.", ["Tuva Hovland"], None),
    "strong verb": ("Mona skriv søknaden til neste møte.", ["Mona Lysø"], "2014-04-23"),
    "inverted": ("Deretter sender Tuva brevet til naboene.", ["Tuva Hovland"], None),
    "office": ("Leder sender brev til kommunen.", ["Leder"], None),
    "cashier": ("Kassereren betaler regningen innen 30. mars.", ["Kassereren"], "2014-03-30"),
    "office, nynorsk": ("Rådmannen sørgjer for brøyting.", ["Rådmannen"], None),
    "asked": ("Mona Lysø bes om å innhente tilbud.", ["Mona Lysø"], None),
    "asked by the board": ("Styret ber Jens Petter Aakre undersøke prisen.", ["Jens Petter Aakre"], None),
    "takes it on": ("Tuva påtok seg å male benken.", ["Tuva Hovland"], None),
    "takes responsibility": ("Mona tar ansvar for maling.", ["Mona Lysø"], None),
    "willing": ("Tuva sa seg villig til å ringe.", ["Tuva Hovland"], None),
    "owner last": ("Bestille grus til vegen. Ansvar: Mona.", ["Mona Lysø"], None),
    "owner before colon": ("Tuva: Bestille grus og duk.", ["Tuva Hovland"], None),
    "owner in parenthesis": ("Innhente tre tilbud på grus (Tuva).", ["Tuva Hovland"], None),
    "owner and label in parenthesis": ("Innhente tre tilbud på grus (ansvar: Mona).", ["Mona Lysø"], None),
    "owner behind a topic": ("Kaker til dugnaden: Tuva ordner.", ["Tuva Hovland"], None),
    "passive with its doer": ("Nye tilbud hentes inn av vaktmesteren.", ["vaktmesteren"], None),
    "an office that was not there": ("Styret ber utbyggingsleder legge fram tegninger.", ["utbyggingsleder"], None),
    "asks": ("Mona hører med naboen om gjerdet.", ["Mona Lysø"], None),
    "to a meeting named after its month": ("Tuva legger det fram til aprilmøtet.", ["Tuva Hovland"], "2014-04-23"),
    "somebody on no list": ("Ingrid henter grusen på lørdag.", ["Ingrid"], "2014-03-15"),
    "passive with a date": ("Grusen må bestilles innen 2. mai.", [], "2014-05-02"),
    "end of a month": ("Tuva henter tilbud innen utgangen av april.", ["Tuva Hovland"], "2014-04-30"),
    "as soon as possible": ("Tuva ringer snarest.", ["Tuva Hovland"], None),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_sentences(case: str) -> None:
    sentence, who, due = SENTENCES[case]
    found = actions(f"Vegen ble drøftet lenge. {sentence} Det var alt.")
    assert only(found, "item", "responsible", "due") == [("2/14", who, due)]
    assert sentence.startswith(found[0]["text"][:12])


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("til neste møte", "event"),
        ("innen utgangen av april", "month"),
        ("i uke 20", "week"),
        ("innen utgangen av året", "year"),
        ("snarest", None),
    ],
)
def test_how_exact_a_date_is(words: str, precision: str | None) -> None:
    (record,) = actions(f"Tuva ringer entreprenøren {words}.")
    assert (record["due_precision"], record["due_text"]) == (precision, words)


NONE = {
    "the body only notes": "Styret tar saken til orientering.",
    "what is not done": "Tuva sender ikke flere purringer.",
    "a deadline that is set": "Høringsfristen settes til 1. oktober 2014.",
    "a matter taken up": "Tuva tok opp klagene på brøytinga.",
    "how things are": "Kiosken drives av kommunen.",
    "somebody speaks": "Tuva Hovland: Banken dekker alt.",
    "who follows whom": "Tuva avløser Mona i komiteen.",
    "what was done": "Tuva Hovland har bestilt grus.",
    "the past": "Jens Petter kjøpte maling i fjor.",
    "what was done, nn": "Mona Lysø hadde ringt kommunen.",
    "an opinion": "Tuva mener at vegen er for smal.",
    "a proposal": "Jens Petter foreslo at Mona kjøper grus.",
    "a question": "Kan Tuva ringe kommunen?",
    "a report": "Mona orienterte om at kommunen har lite penger.",
    "a state": "Tuva er leder i velforeningen.",
    "no one": "Vegen er smal og svingete.",
    "someone reports behind a colon": "FAU: Tuva fortalte om turen.",
    "things behind a colon": "Tuva: Maskinene på skolen er gamle.",
    "an office behind a colon": "Sekretær for møtet: Mona Lysø.",
    "a wish behind a colon": "Mona: vil ha ny dør.",
    "what another body asked for": "Kommunestyret ba i mai rektor om et regnskap.",
    "a body's routine": "Idrettsstyret behandler den i desember.",
    "somebody's own course": "Tuva flytter til Bergen.",
    "a genitive that looks like a passive": "Revisorenes rapport ble opplest av Mona Lysø.",
    "not": "Tuva skal ikke bestille grus.",
    "an elected": "Tuva ble valgt til leder for to år.",
    "standing again": "Tuva og Mona stiller til gjenvalg.",
    "leaving the board": "Jens Petter går ut av styret.",
    "a proposal with words of duty": "Styret foreslår at alle regler skal publiseres innen rimelig tid.",
    "somebody else's programme": "Vegvesenet har planer for brua.",
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_what_is_no_action(sentence: str) -> None:
    assert only(actions(f"Vegen ble drøftet lenge. {sentence} Det var alt."), "text") == []


def test_a_question_behind_a_dash_hangs_on_the_task() -> None:
    found = actions("Tuva tar kontakt med naboen - hvem eier gjerdet?")
    assert only(found, "responsible") == [["Tuva Hovland"]]


LISTS: dict[str, tuple[str, list[tuple[str, list[str]]]]] = {
    "to do": (
        "Tiltak:\n- Bestille grus (Mona)\n- Male benken (Tuva)",
        [("Bestille grus (Mona)", ["Mona Lysø"]), ("Male benken (Tuva)", ["Tuva Hovland"])],
    ),
    "who first": (
        "Oppfølging:\n- Tuva: ringe kommunen\n- Jens Petter: hente grus",
        [("Tuva: ringe kommunen", ["Tuva Hovland"]), ("Jens Petter: hente grus", ["Jens Petter Aakre"])],
    ),
    "nynorsk": (
        "Gjeremål:\n- Tuva ringjer kommunen\n- Mona hentar grus",
        [("Tuva ringjer kommunen", ["Tuva Hovland"]), ("Mona hentar grus", ["Mona Lysø"])],
    ),
    "several things on a line, each with its owner": (
        "Tiltak:\nGrus – Mona, før 2. mai. Benken – Tuva. Skiltet – Jens Petter og Mona.",
        [
            ("Grus – Mona, før 2. mai.", ["Mona Lysø"]),
            ("Benken – Tuva.", ["Tuva Hovland"]),
            ("Skiltet – Jens Petter og Mona.", ["Jens Petter Aakre", "Mona Lysø"]),
        ],
    ),
    "some of it is done": (
        "Tiltak:\n- Bestille grus (Mona) OK\n- Male benken (Tuva)",
        [("Male benken (Tuva)", ["Tuva Hovland"])],
    ),
    "carried over": ("Oppgaver fra forrige møte:\n- Bestille grus (Mona) OK\n- Male benken (Tuva) OK", []),
    "carried over and new": (
        "Siden sist:\n- Bestille grus (Mona): utført\n\nNye oppgaver:\n- Male benken (Tuva)",
        [("Male benken (Tuva)", ["Tuva Hovland"])],
    ),
}


@pytest.mark.parametrize("case", LISTS)
def test_lists(case: str) -> None:
    body, expected = LISTS[case]
    assert only(actions(body), "text", "responsible") == expected


def test_a_table() -> None:
    rows = "| Oppgave | Ansvarlig | Frist |\n| Bestille grus | Mona | 2. mai |\n| Male benken | Tuva Hovland | |\n"
    found = actions(rows)
    assert only(found, "text", "responsible", "due") == [
        ("Bestille grus", ["Mona Lysø"], "2014-05-02"),
        ("Male benken", ["Tuva Hovland"], None),
    ]


def test_a_table_due_at_the_next_meeting() -> None:
    rows = "| Oppgave | Ansvarlig | Frist |\n| Bestille grus | Mona | Neste møte |\n| Male benken | Tuva | 2. mai |\n"
    assert only(actions(rows), "text", "due") == [("Bestille grus", "2014-04-23"), ("Male benken", "2014-05-02")]


def test_a_table_with_a_status() -> None:
    rows = "| Oppgave | Ansvarlig | Status |\n| Bestille grus | Mona | Utført |\n| Male benken | Tuva | |\n"
    assert only(actions(rows), "text") == ["Male benken"]


def test_a_table_of_all_that_was_said_gives_only_its_tasks() -> None:
    rows = (
        "| Punkt | Tekst | Ansvar | Frist |\n"
        "| 2.1 | Bommen står åpen om natta. Naboene er sinte. Mona kjøper ny lås. | ML | 2. mai |\n"
        "| 2.2 | Grusen er kommet. Alt i orden. | | |\n"
    )
    (record,) = actions(rows)
    assert record["text"] == "Mona kjøper ny lås."
    assert record["due"] == "2014-05-02"


@pytest.mark.parametrize("text", ["Mona Lysø sekretær", "Mona tek ein prat med kommunen - ikkje gjort"])
def test_a_signature_and_an_old_task_are_none(text: str) -> None:
    assert actions(text) == []


def test_a_table_without_an_owner_loses_no_task_that_its_words_give() -> None:
    rows = (
        "| Punkt | Tekst | Ansvar | Frist |\n"
        "| 2.1 | Bommen står open om natta. Tuva kjøper ny lås. | | |\n"
        "| 2.2 | Grusen er komen. Alt i orden. | | |\n"
    )
    (record,) = actions(rows)
    assert record["text"] == "Tuva kjøper ny lås."
    assert record["responsible"] == ["Tuva Hovland"]


def test_an_owner_line_may_tell_the_task_whole() -> None:
    (record,) = actions("Vegen er full av hull.\n\nAnsvar: Mona bestiller grus innen 2. mai.")
    assert record["responsible"] == ["Mona Lysø"]
    assert record["text"] == "Mona bestiller grus innen 2. mai."
    assert record["due"] == "2014-05-02"


def test_a_table_of_something_else() -> None:
    assert actions("| Navn | Telefon |\n| Tuva | 22 33 44 55 |\n| Mona | 22 33 44 66 |\n") == []


def test_lines_of_owner_and_deadline_below() -> None:
    (record,) = actions("Tuva bestiller grus til vegen.\nFrist: 2. mai")
    assert (record["responsible"], record["due"]) == (["Tuva Hovland"], "2014-05-02")


def test_a_decision_may_be_an_action_too() -> None:
    record = read(HEAD + "Vedtak: Tuva Hovland søker kommunen om tilskudd innen 1. april." + TAIL)
    assert len(record["decisions"]) == len(record["actions"]) == 1
    assert record["actions"][0]["due"] == "2014-04-01"


def test_a_name_worked_out_says_so() -> None:
    short, full = actions("Tuva ringer entreprenøren.")[0], actions("Tuva Hovland ringer entreprenøren.")[0]
    assert (short["basis"], full["basis"]) == ("derived", "stated")
    assert short["from"] is not None


def test_a_firm_with_two_names_is_one_owner() -> None:
    (record,) = actions("| Tiltak | Ansvar | Frist |\n| Skifte lås | Brattli & Holen | 1. mai |\n")
    assert record["responsible"] == ["Brattli & Holen"]
    (record,) = actions("| Tiltak | Ansvar | Frist |\n| Skifte lås | Tuva & Mona | 1. mai |\n")
    assert record["responsible"] == ["Tuva Hovland", "Mona Lysø"]


def test_an_owner_with_a_number() -> None:
    (record,) = actions("Tiltak:\n- Rydde etter festen\n\nAnsvar: 5. trinn")
    assert record["responsible"] == ["5. trinn"]


def test_tasks_in_running_text_that_few_words_give() -> None:
    found = actions("Vegen er smal. Det er sagt før. → Mona ringer kommunen.")
    assert only(found, "responsible") == [["Mona Lysø"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Velet bes undersøke grøfta innen 1. mai.", ["Velet"]),
        ("Vi søker i år også, Mona skriver søknaden.", ["Mona Lysø"]),
        ("Adm. direktør lovet å sende tallene innen 1. mai.", ["Adm. direktør"]),
        ("Kontrakten må være skrevet innen 1. mai. (Tuva)", ["Tuva Hovland"]),
    ],
)
def test_whose_task_it_is(text: str, names: list[str]) -> None:
    assert only(actions(text), "responsible") == [names]


def test_an_owner_below_is_no_date() -> None:
    (record,) = actions("Tiltak:\n- Rydde etter festen\n\nAnsvar: Tuva (bod), 1. mai")
    assert record["responsible"] == ["Tuva Hovland"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alle naboer skal ha meldt fra innen 1. mai.", ["Alle naboer"]),
        ("Hver nabo sender inn et skjema.", ["Hver nabo"]),
        ("Teknisk sjef i Lia skal ha klart et kart i uke 9.", ["Teknisk sjef i Lia"]),
        ("Kartet skal ligge i boden.", []),
    ],
)
def test_subjects_that_the_model_points_at(text: str, names: list[str]) -> None:
    assert doers(text, [], Cast(Actors())) == names
