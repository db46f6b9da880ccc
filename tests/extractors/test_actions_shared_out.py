"""Tasks that minutes share out in tables, lists and few words, and what only looks like a task."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read
from tests.extractors.test_actions import HEAD, actions


def test_the_status_of_a_new_task_is_no_follow_up() -> None:
    rows = (
        "| Nr | Tiltak | Ansvarlig | Frist | Status |\n"
        "| 1-4 | Male benken | Tuva | 2. mars | Lukket |\n"
        "| 2-1 | Bestille grus | Mona | 2. mai | Ny |\n"
    )
    assert only(actions(rows), "text", "responsible", "due") == [("Bestille grus", ["Mona Lysø"], "2014-05-02")]


def test_sentences_behind_a_label_give_each_their_own_task() -> None:
    first = "Videre arbeid: Mona utarbeider saksframlegg innen 2. mai."
    said = f"{first} Tuva regner på kostnadene. Jens Petter tar kontakt med kommunen."
    assert only(actions(said), "responsible", "due") == [
        (["Mona Lysø"], "2014-05-02"),
        (["Tuva Hovland"], None),
        (["Jens Petter Aakre"], None),
    ]


def test_behind_the_vote_on_a_proposal_the_minutes_go_on() -> None:
    proposal = "Framlegg til vedtak:\nGjerdet vert måla i mai.\n\nSamrøystes vedteke.\n\n"
    assert only(actions(f"{proposal}Mona sender saka til kommunen innan 2. mai."), "text") == [
        "Mona sender saka til kommunen innan 2. mai."
    ]


@pytest.mark.parametrize("lead", ["Oppgavene ble fordelt slik:", "Dette vart delt ut på staden:"])
def test_rows_that_a_line_hands_out(lead: str) -> None:
    rows = "\n\n| Grus og duk til vegen | Mona |\n| Kaffe | JPA |\n| Rake lauv | naboene i sør |\n"
    assert only(actions(lead + rows), "text", "responsible") == [
        ("Grus og duk til vegen", ["Mona Lysø"]),
        ("Kaffe JPA", ["Jens Petter Aakre"]),
        ("Rake lauv", ["naboene i sør"]),
    ]


def test_rows_behind_any_other_line_are_no_tasks() -> None:
    assert actions("Til stede på befaringen:\n\n| Vegen i sør | Mona |\n| Vegen i nord | Tuva |\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mona går av med pensjon 1. mai.",
        "Tuva tar ett år til.",
        "Mona spør hvor mange som bruker vegen.",
        "Tuva melder om hull i vegen kvar vår.",
        "Mona nestleiar.",
        "Tuva: samme sted som i fjor, altså.",
        "Mona: «ikke tale om».",
        "Tuva: rydde langs vegen – halvveis,",
        "Saken sendes tilbake til kommunen.",
    ],
)
def test_ones_own_course_what_is_said_and_what_is_half_done_are_no_tasks(text: str) -> None:
    assert actions(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mona ringer naboen før brevet går ut.", ["Mona Lysø"]),
        ("Bommen skiftes, Mona.", ["Mona Lysø"]),
        ("Male bommen ved brua: Tuva.", ["Tuva Hovland"]),
        ("Mona har møte med kommunen i mai og tar det opp der.", ["Mona Lysø"]),
        ("Tuva trur vegen er privat og sjekkar med kommunen.", ["Tuva Hovland"]),
        ("Tuva baud seg til å male bommen.", ["Tuva Hovland"]),
        ("Mona og Tuva var villige til å koke kaffe.", ["Mona Lysø", "Tuva Hovland"]),
        ("Kraftlaget låner ut en stige, Mona ringer dem.", ["Mona Lysø"]),
        ("Verja lyser ut oppdraget innan 1. mai.", ["Verja"]),
        ("Velet vert bede om å sende rekneskapen.", ["Velet"]),
    ],
)
def test_tasks_that_few_words_give(text: str, names: list[str]) -> None:
    assert only(actions(text), "responsible") == [names]


def test_a_pronoun_with_a_verb_for_tasks_stands_for_who_was_named() -> None:
    said = "Mona tror ikke naboene vil godta bommen. Hun tar det opp med velet."
    assert only(actions(said), "text", "responsible") == [("Hun tar det opp med velet.", ["Mona Lysø"])]
    assert actions("Det er mye som ikke er bra. Hun tar ikke det opp.") == []


def test_what_is_not_done_may_have_a_but_behind_it() -> None:
    said = "Vegsjefen rekker ikke møtet, men sender tallene til Mona innen fredag."
    assert only(actions(said), "text") == [said]


def test_letters_in_parentheses_are_nobody_unless_somebody_known_stands_beside_them() -> None:
    said = "Grusen kan tas fra to steder (M, J)\n\nM ligger nærmest, men er dyrest."
    assert actions(said) == []


def test_the_number_of_a_task_is_no_item() -> None:
    rows = "| Nr | Tiltak | Ansvarlig | Frist |\n| 2-1 | Bestille grus | Mona | 2. mai |\n"
    assert only(actions(rows), "item") == ["2/14"]


def test_statuses_in_the_place_of_an_owner_tell_of_an_old_task() -> None:
    assert actions("Bommen: Mona venter på pris.\n\nAnsvar: Utført Står\n\nGrusen er kommet.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det visste ikke Mona, hun undersøker og gir svar.", ["Mona Lysø"]),
        ("AU sender uttalelsen til kommunen i morgen.", ["AU"]),
        ("Rektor klager ikke, men skriver et brev til kommunen.", ["Rektor"]),
        ("Tuva klagar ikkje, men teiknar ein ny bom.", ["Tuva Hovland"]),
    ],
)
def test_tasks_behind_what_is_not_known_or_done(text: str, names: list[str]) -> None:
    assert only(actions(text), "responsible") == [names]


@pytest.mark.parametrize(
    "text", ["Kraftlaget er villig til å dekke halvparten.", "Mona kjenner en murer. Han tar 9.000 for å gjøre det."]
)
def test_terms_and_prices_are_no_tasks(text: str) -> None:
    assert actions(text) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("☐ Mona ringer naboen", [("Mona ringer naboen", ["Mona Lysø"])]),
        ("☐ @Mona Lysø Oppdatere listen", [("@Mona Lysø Oppdatere listen", ["Mona Lysø"])]),
        ("☑ Mona ringer naboen", []),
    ],
)
def test_an_open_box_opens_a_task(said: str, expected: list[tuple[str, list[str]]]) -> None:
    assert only(actions(said), "text", "responsible") == expected


def test_names_and_days_of_a_task_list_made_by_a_program() -> None:
    rows = "| Oppgave | Tilordnet til | Forfallsdato | Ferdig |\n| Bestille grus | @Mona Lysø | 2. mai 2014 | ☐ |\n"
    assert only(actions(rows), "text", "responsible", "due") == [("Bestille grus", ["Mona Lysø"], "2014-05-02")]


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("Styret tar saken til orientering og ber kassereren hente inn to tilbud.", ["kassereren"]),
        ("Vi ber velforeningen bestille arbeidet før våren.", ["velforeningen"]),
        ("Grusen er dyr, men entreprenøren har lovet å holde prisen.", ["entreprenøren"]),
    ],
)
def test_whom_the_body_asks_and_who_promises(said: str, whom: list[str]) -> None:
    assert only(actions(said), "responsible") == [whom]


def test_what_a_body_asks_of_one_above_it_is_no_task() -> None:
    assert actions("Vi ber kommunestyret holde på rammen.") == []


def test_the_task_above_its_owner_is_the_likeliest_sentence() -> None:
    said = "Benken skal males av styret før sommeren. Den ble kjøpt i 2003.\n\nAnsvar: Mona\n"
    assert only(actions(said), "text", "responsible") == [("Benken skal males av styret før sommeren.", ["Mona Lysø"])]
    assert actions("Benken ble kjøpt i 2003. Det var fint vær den dagen.\n\nAnsvar: Mona\n") == []


def test_a_sentence_whose_clauses_have_days_of_their_own_is_several_tasks() -> None:
    found = actions("Tuva maler benken innen 2. april, og Mona Lysø tinger buss før 20. mai.")
    assert only(found, "text", "responsible", "due") == [
        ("Tuva maler benken innen 2. april", ["Tuva Hovland"], "2014-04-02"),
        ("Mona Lysø tinger buss før 20. mai.", ["Mona Lysø"], "2014-05-20"),
    ]
    assert [action["source"]["quote"] for action in found] == [action["text"] for action in found]


@pytest.mark.parametrize(
    "text",
    [
        "Tuva maler benken, og Mona Lysø tinger buss.",
        "Tuva og Mona maler benken innen 2. april.",
        "Tuva trenger tre tilbud, og Mona henter dem innen 2. april.",
    ],
)
def test_other_sentences_are_one(text: str) -> None:
    assert only(actions(text), "text") == [text]


def test_of_a_task_over_a_page_break_the_part_with_its_doer_is_quoted() -> None:
    text = (
        "Jens Aakre vil skrive et brev\n\f\nsom blir delt ut til medlemmene på neste møte, og som"
        " kan gi grunnlag for en ny avtale med kommunen innen 1. mai."
    )
    found = read(HEAD + text)
    (action,), (deadline,) = found["actions"], found["deadlines"]
    assert action["responsible"] == ["Jens Petter Aakre"]
    assert (action["source"]["page"], action["source"]["quote"]) == (1, "Jens Aakre vil skrive et brev")
    assert deadline["source"]["page"] == 2


@pytest.mark.parametrize(
    ("paragraph", "tasks"),
    [
        (
            "Mange ord er i bruk utenfor laget Aksjon: opprett en liste over ordene",
            [("opprett en liste over ordene", [])],
        ),
        (
            "Modellen er grei nok Tiltak: Mona oppdaterer den innen 3. mai",
            [("Mona oppdaterer den innen 3. mai", ["Mona Lysø"])],
        ),
        ("Modellen er grei nok Oppfølging: listen ble sendt ut i går", []),
        ("Vi så på flere tiltak: grus, salt og sand", []),
        ("Vi deler på arbeidet. Oppgaver:", []),
    ],
)
def test_a_label_in_the_midst_of_a_paragraph_begins_a_task(paragraph: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert only(actions(paragraph), "text", "responsible") == tasks


def test_a_list_of_tasks_ends_where_lines_are_no_words() -> None:
    body = (
        "**TILTAK**\n- Mona bestiller grus\n- Jens Petter ringer 99 00 11 22\n\n"
        "12 075 - 1983 = 10 092 (85 %)\n\n$ tell grus.txt | sorter\n\nGrusen ligger i bingen ved naustet."
    )
    assert only(actions(body), "text") == ["Mona bestiller grus", "Jens Petter ringer 99 00 11 22"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rådmannen bes innhente regnskap fra de tre lagene som ikke har levert.", 1),
        ("Mona tar ansvar for at testene blir gjort.", 1),
        ("Mona tar testene – gjort.", 0),
    ],
)
def test_what_is_to_be_done_or_was_not_is_no_status(text: str, found: int) -> None:
    assert len(actions(text)) == found


def test_points_strung_together_by_dashes_are_sentences() -> None:
    found = actions("Dugnad laurdag kl. 10. Mona skaffer container. – Kaffe palmesøndag. – Leder minte om bladet.")
    assert only(found, "text") == ["Mona skaffer container."]
