"""Whose task it is: subjects wherever they stand, several owners, pronouns, offices, and what is nobody's task."""

from __future__ import annotations

import pytest

from extractors._actors import Cast
from extractors._doers import doers
from pipeline.model import Actors, Record
from tests.extractors.conftest import only, read

HEAD = """# Referat fra møte i Brattlia grendelag
Dato: 4. september 2017
Til stede: Solveig Tangen (leder), Petter Brun Lohne, Kari-Anne Myhre, Roy Vikse (kasserer), Marte Skår, Åge Tveiten

Sak 11/17 Referat
Det ble lest opp.

Sak 12/17 Badeplassen
Badeplassen ble drøftet lenge.
"""
TAIL = "\n\nSak 13/17 Eventuelt\nKaffen var god.\n\nNeste møte: 2. oktober 2017"

SOLVEIG, PETTER, KARI, ROY, MARTE, AAGE = (
    "Solveig Tangen", "Petter Brun Lohne", "Kari-Anne Myhre", "Roy Vikse", "Marte Skår", "Åge Tveiten",
)  # fmt: skip


def actions(body: str) -> list[Record]:
    return list(read(HEAD + body + TAIL)["actions"])


OWNERS: dict[str, tuple[str, str, list[str]]] = {
    # name of the case: (what the minutes say, words of the task, its owners)
    "who and by when, in a second sentence": (
        "Regnskapet sendes kommunen. Det ordner Roy før 15. september.", "Regnskapet sendes", [ROY]),
    "whom a body of that name asks": (
        "Grendelaget ber fylkesgartneren om å rydde i juni.", "rydde", ["fylkesgartneren"]),
    "a deed before a colon is nobody": (
        "Skilting av stien: gjenstår, Roy kommer tilbake til dette.", "Skilting", [ROY]),
    "by when alone, in a second sentence": (
        "Solveig og Marte skriver høringssvaret. Det blir sendt inn før 1. oktober.", "sendt inn", [SOLVEIG, MARTE]),
    "in charge of it": ("Det lages en oversikt over alt utstyr. Marte har ansvaret.", "oversikt", [MARTE]),
    "an office that sees to it": (
        "Rapporten må sendes medlemmene. Sekretæren følger opp.", "Rapporten", ["Sekretæren"]),
    "in brackets, with the word for it": (
        "Det bør foreligge en evaluering av badeplassen for ikke-medlemmer (ansvar Marte)", "evaluering", [MARTE]),
    "what somebody of the list will do": (
        "Solveig vil formidle resultatet videre så snart det foreligger.", "formidle", [SOLVEIG]),
    "a firm on no list": ("Norsk Ventilasjon A/S monterer nye vifter i uke 50.", "vifter", ["Norsk Ventilasjon A/S"]),
    "a firm by its legal form": ("Scenelyd Midt AS rigger lyset innen 7. oktober.", "rigger", ["Scenelyd Midt AS"]),
    "charged by the body": (
        "Styret gir vaktmesteren i oppdrag å prioritere merking av stien.", "merking", ["vaktmesteren"]),
    "urged by the body": ("Styret oppfordrer teknisk etat om å ta fortauet først.", "fortauet", ["teknisk etat"]),
    "a label, and what its people do": (
        "Klatrenettet. Hvem: Roy og Marte tar det ned, innen 1. oktober.", "tar det ned", [ROY, MARTE]),
    "subject of a sentence with two verbs": (
        "Marte har verktøy fra i fjor, og leverer det til Åge innen 1. oktober.", "leverer det", [MARTE]),
    "subject last": ("Brygga må beises før frosten. Det tar Petter.", "Petter", [PETTER]),
    "subject last, nynorsk": ("Kven hentar båten? Det gjer Roy.", "Roy", [ROY]),
    "two clauses, two owners": (
        "Solveig skriver brevet og kassereren betaler gebyret.",
        "skriver brevet", [SOLVEIG, "kassereren"]),
    "two clauses without a joint": ("Marte maler benkene, Åge tauene.", "maler benkene", [MARTE, AAGE]),
    "a pronoun for the one before": (
        "Kari-Anne kjenner rektor på skolen. Hun ringer ham om nøkkelen.", "ringer ham", [KARI]),
    "a pronoun and a name": (
        "Marte har tilhenger. Hun og Petter kjører søpla til mottaket.",
        "kjører", [MARTE, PETTER]),
    "a pronoun for an office": (
        "Kassereren la fram tallene. Han sender dem til alle medlemmene.",
        "sender dem", ["Kassereren"]),
    "surname": ("Tveiten bestiller sand innen 15. september.", "bestiller sand", [AAGE]),
    "title and surname": ("Kasserer Vikse purrer på kontingenten.", "purrer", [ROY]),
    "two surnames": ("Brun Lohne søker kommunen om midler innen 1. november.", "søker kommunen", [PETTER]),
    "initials": ("KAM undersøker hva flytebrygger koster.", "undersøker", [KARI]),
    "a shortened name behind a task": ("Male benkene ved badeplassen (Sol)", "Male benkene", [SOLVEIG]),
    "a shortened name and initials": ("Skifte tauverket på flåten (KAM, Sol)", "Skifte tauverket", [KARI, SOLVEIG]),
    "a mark of one letter beside another's": ("Maling av benkene. (KAM, S)", "Maling av benkene", [KARI, SOLVEIG]),
    "a team with one of its own": ("Team Strand (Marte) lager et kart.", "lager et kart", ["Team Strand", MARTE]),
    "a person with a body behind": ("Petter (velforeningen) bestiller bord.", "bestiller bord", [PETTER]),
    "we": ("Vi sender klage til kommunen innen 1. oktober.", "sender klage", ["Vi"]),
    "the rest of us": ("Åge tar grillen. Vi andre baker hver vår kake til dugnaden.", "baker", ["Vi andre"]),
    "all": ("Alle tar med rive på dugnaden lørdag 16. september.", "tar med rive", ["Alle"]),
    "whoever": (
        "De som har nøkkel til boden, må levere den til Solveig innen 1. oktober.",
        "levere", ["De som har nøkkel til boden"]),
    "whoever, nynorsk": ("Alle som leiger naust må betale innan 1. oktober.", "betale", ["Alle som leiger naust"]),
    "inversion with an object first": ("Flaggstanga maler Roy før helga.", "maler", [ROY]),
    "else": ("Ellers skal Marte minne naboene om båndtvang.", "minne naboene", [MARTE]),
    "an arrow behind": ("Redningsvesta bør skiftes hvert femte år → Åge", "skiftes", [AAGE]),
    "on somebody": ("Årsmeldinga skal være klar 1. februar, det er på Solveig.", "Årsmeldinga", [SOLVEIG]),
    "up to somebody": ("Så er det opp til Petter å svare grunneieren innen 30. september.", "svare", [PETTER]),
    "initials before a colon": ("Oppgaver:\n- KAM og RV: premier og kaffe\n- PBL: høyttaler", "premier", [KARI, ROY]),
    "behind a dash": ("Oppgaver:\n- Klippe graset ved stranda – Marte\n- Reparere trappa – Roy", "Klippe", [MARTE]),
    "right-aligned": (
        "Stupebrettet er sprukket og må byttes før sommeren.\n" + " " * 84 + "Petter",
        "Stupebrettet", [PETTER]),
    "bold below": ("Kommunen har ikke svart på brevet. Det må purres.\n**Ansvar: Solveig**", "purres", [SOLVEIG]),
    "a list by person": (
        "Oppgaver:\nMarte:\n- bestille sand\n- hente skiltet\nRoy:\n- betale forsikringen", "hente skiltet", [MARTE]),
    "a polite request": (
        "Kan båteierne være så snille å flytte båtene sine innen 1. oktober?",
        "flytte båtene", ["båteierne"]),
    "asked by the board": ("Styret ber velforeningen søkje om løyve innan 1. november.", "søkje", ["velforeningen"]),
    "passive with an owner": ("Nytt skilt skaffes av Åge.", "skaffes", [AAGE]),
    "saved for somebody": (
        "Saken sendes tilbake til lederen, som innhenter to tilbud til neste møte.", "innhenter", ["lederen"]),
    "a column of what happens": (
        "| Sak | Hva ble sagt | Hvem tar det videre |\n"
        "| Stien | Den er gjengrodd. | Petter rydder i uke 38. |\n| Benken | Fin. | – |",
        "rydder", [PETTER]),
    "will ask": ("Åge trodde det lå to bøyer i naustet, og skal lete.", "lete", [AAGE]),
    "promised": ("Roy lovte å høre med banken.", "banken", [ROY]),
    "not of the meeting": (
        "Hytteforeninga ordner parkeringa, og det gjør den innen mai.", "parkeringa", ["Hytteforeninga"]),
}  # fmt: skip


@pytest.mark.parametrize("case", OWNERS)
def test_whose_task_it_is(case: str) -> None:
    body, words, names = OWNERS[case]
    found = [one for one in actions(body) if words in one["text"]]
    assert [one["responsible"] for one in found] == [names]


NONE: dict[str, str] = {
    "what another body does": "Fylkeskommunen utlyser midler til friluftsliv hvert år i mars.",
    "a condition": "Søkere må ha bodd i kommunen i minst to år.",
    "a closed entry of a log": "Oppgaver:\n- Roy bestiller skilt – lukket\n- Marte rydder naustet – avsluttet 3/9",
    "what somebody would do": "Petter kjører gjerne traktoren selv.",
    "an opinion behind a colon": "Marte: Må gå an å låse porten om natta.",
    "not asked": "Laget vert ikkje bede om noko no.",
    "a question to nobody": "Hvem skal betale for sanda?",
}


@pytest.mark.parametrize("case", NONE)
def test_nobodys_task(case: str) -> None:
    assert [one["text"] for one in actions(NONE[case])] == []


CAST = Cast(Actors(people=(SOLVEIG, PETTER, KARI, ROY, MARTE, AAGE)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marte er ansvarlig for lyktene, Petter for strømmen.", ["Marte", "Petter"]),
        ("Materialet legger vi ut for salg.", ["vi"]),
        ("Nye plakater må være på plass innen fredag.", []),
        ("Portene skal opp innen fredag.", []),
        ("Regninga sendes til Roy.", []),
        ("Skiltet overlates til Roy.", ["Roy"]),
        ("Styret bed derfor kommunen om å sjå på grøfta.", ["kommunen"]),
        ("Fondet peker ut et medlem.", ["Fondet"]),
        ("Anwar deler malen med de andre.", ["Anwar"]),
        ("Begge nabolagene går gjennom lista.", ["Begge nabolagene"]),
        ("Vaktlaget tar den i bruk straks.", ["Vaktlaget"]),
        ("B12: Marte henter tilbud.", ["Marte"]),
        ("Kaker til senteret: Marte baker.", ["Marte"]),
        ("Roy skriver brevet sammen med Åge.", ["Roy", "Åge"]),
        ("Den nye avtalen, som ligger ved, sender Roy til signering.", ["Roy"]),
        ("Alle som får post må tømme kassa.", ["Alle som får post"]),
        ("Dei som har båt som flyt, skriv seg på lista.", ["Dei som har båt som flyt"]),
        ("Alle med nøkkel til naustet leverer den i mai.", ["Alle med nøkkel til naustet"]),
        ("Naboene i svingen må ha klippet hekken innen juni.", ["Naboene i svingen"]),
        ("Saken sendes tilbake til velstyret.", ["velstyret"]),
        ("Tomta går tilbake til kommunen i mai.", []),
        ("Hva det koster, regner Roy på til neste møte.", ["Roy"]),
        ("Åge sa seg enig i at det haster, og setter det på lista.", ["Åge"]),
    ],
)
def test_subjects(text: str, names: list[str]) -> None:
    assert doers(text, [], CAST) == names


def test_a_pronoun_behind_a_thing() -> None:
    assert doers("Plakaten henger de opp på mandag.", ["Roy og Marte maler en plakat."], CAST) == [ROY, MARTE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen har ikke svart ennå, Solveig ringer dem.",
        "Saka er ikkje avklart, og Roy Vikse tek kontakt med fylket.",
    ],
)
def test_what_somebody_else_has_not_done_gives_another_the_task(sentence: str) -> None:
    assert only(actions(sentence), "text") == [sentence]


def test_what_stands_behind_the_date_of_the_next_meeting() -> None:
    found = actions("Neste møte: tirsdag 2. oktober kl. 18.30, samme sted. Marte Skår baker kake.")
    assert only(found, "text", "responsible") == [("Marte Skår baker kake.", ["Marte Skår"])]
    assert actions("Neste møte:\n\nIkke satt.") == []


def test_who_brings_something_along() -> None:
    assert only(actions("Kari-Anne Myhre har med kake til alle."), "responsible") == [["Kari-Anne Myhre"]]
    assert actions("Det har med økonomien å gjøre.") == []


def test_a_row_with_owner_and_deadline_is_a_task_whatever_its_verb() -> None:
    body = "Hendelsen ble gjennomgått.\n| Tiltak 1: Lage kort på plast med alle punktene. | Roy Vikse | 1.12.17 |"
    assert only(actions(body), "responsible", "due") == [(["Roy Vikse"], "2017-12-01")]


@pytest.mark.parametrize("marks", ["()", "[]"])
def test_an_owner_and_a_deadline_in_brackets_behind_the_task(marks: str) -> None:
    body = f"Lista får en egen spalte for nøkler. {marks[0]}Vikse, før åpningen 2. november{marks[1]} Kaffen var god."
    assert only(actions(body), "responsible", "due") == [(["Roy Vikse"], "2017-11-02")]


def test_everything_is_nobody() -> None:
    (action,) = actions("Alle papirer sendes ut senest 20. mars.")
    assert (action["responsible"], action["due"]) == ([], "2018-03-20")
