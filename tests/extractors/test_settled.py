"""Decisions without a word like "vedtok": the body resolves in the present, few words settle what is before them."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read

HEAD = """# Referat fra møte i Kulturrådet i Lia
Dato: 12. mars 2014
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 1/14 Referat
Det ble lest opp.

Sak 2/14 Scenen
Jens Aakre viste bilder. Gulvet er slitt.

"""
TAIL = "\n\nSak 3/14 Annet\nKaffen var god."


def texts(body: str) -> list[object]:
    return only(read(HEAD + body + TAIL)["decisions"], "text")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kulturrådet ber kommunen skifte gulvet før sommeren.",
        "Rådet ønsker ikke at scenen stenges i juni.",
        "Rådet mener at scenen bør få nytt gulv.",
        "Vi dropper scenen i år.",
        "Vi holder oss til den gamle scenen.",
        "Rådet takker ja til tilbudet fra teatret.",
        "Tuva Hovland og Jens Aakre er valgt for to år.",
    ],
)
def test_the_body_resolves(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eldrerådet ber kommunen skifte gulvet.",
        "Mona mener at scenen bør få nytt gulv.",
        "Rådet har fire medlemmer.",
        "Vi takker for kaffen.",
    ],
)
def test_others_do_not(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Koret vil ha scenen på tirsdager. Slik blir det.", "Koret vil ha scenen på tirsdager. Slik blir det."),
        ("Korpset spurte om nøkkel. Det får de ikke.", "Korpset spurte om nøkkel. Det får de ikke."),
        ("Teppet er malt blått. Vedtatt.", "Teppet er malt blått. Vedtatt."),
        ("Ingen merknader. Godkjent.", "Ingen merknader. Godkjent."),
        ("Ellers ingen merknader. Protokollen godkjent.", "Ellers ingen merknader. Protokollen godkjent."),
        ("Mona leste det opp. Godkjent.", "Godkjent."),
        ("Referatet kom i mai. Det er dermed godkjent.", "Referatet kom i mai. Det er dermed godkjent."),
        ("Mona meldte en sak om gulvet. Ellers godkjent.", "Mona meldte en sak om gulvet. Ellers godkjent."),
        ("Vedtak, enstemmig:\nScenen males blå.", "Scenen males blå."),
        ("Vedtak - enst.:\nScenen males blå.", "Scenen males blå."),
        ("Vedtak mot 1 røyst: Scenen males blå.", "Scenen males blå."),
        ("Scenen skal males hvert år. Alle var enige.", "Scenen skal males hvert år. Alle var enige."),
        ("Noteskapet skal stå i kjellaren. Semje.", "Noteskapet skal stå i kjellaren. Semje."),
        (
            "Rådet støtter ikke ny scene. Alle var enige i dette.",
            "Rådet støtter ikke ny scene. Alle var enige i dette.",
        ),
        (
            "Porten skal låsast kl. 20. Rådet var samstemt om dette.",
            "Porten skal låsast kl. 20. Rådet var samstemt om dette.",
        ),
        (
            "Me sluttar å leige ut salen. Dette vart alle samde om.",
            "Me sluttar å leige ut salen. Dette vart alle samde om.",
        ),
        (
            "Rådet ber om ny port. Låsen byttes samtidig. Enstemmig.",
            "Rådet ber om ny port. Låsen byttes samtidig. Enstemmig.",
        ),
        ("Rådet kom med denne uttalelsen:\n\nScenen er for lav.", "Scenen er for lav."),
        ("Det var semje om desse punkta:\n\n- Scena skal målast blå.", "- Scena skal målast blå."),
        ("Godkjent slik det er: 14. august og 6. november.", "Godkjent slik det er: 14. august og 6. november."),
    ],
)
def test_few_words_settle_what_stands_before_them(body: str, text: str) -> None:
    assert texts(body) == [text]


@pytest.mark.parametrize(
    "body",
    [
        "Jens la fram slikt forslag: «Kommunen bytter gulvet innen 1. juni. Rådet ber om kr 20 000.»",
        "Tuva foreslo følgende tillegg: «Rådet ber kommunen dekke gulvet.»",
        "Vedtak: Ingen vedtak.",
        "Vedtak: Sjå eige vedlegg.",
        "Rådet tok ikke stilling til fargen.",
        "Etter en lang runde ble det stemt.",
        "Neste gang velger vi ny leder.",
        "Vi ble ikke enige om fargen på teppet.",
        "Flere var enige i det.",
    ],
)
def test_what_is_proposed_or_divides_them_is_not_settled(body: str) -> None:
    record = read(HEAD + body + TAIL)
    assert record["decisions"] == []
    assert record["actions"] == []


ANNOUNCED = {
    "a list": (
        "Etter en runde landet vi på dette:\n- Scenen males blå.\n- Gulvet skiftes.",
        "- Scenen males blå. - Gulvet skiftes.",
    ),
    "a paragraph": ("Møtet samlet seg om følgende:\n\nScenen males blå i mai.", "Scenen males blå i mai."),
    "a label in the paragraph": (
        "Mona var i tvil om fargen. Vedtak: Scenen males blå. Den lakkes til slutt.",
        "Scenen males blå. Den lakkes til slutt.",
    ),
    "a numbered proposal": ("Forslag 2: Falt, 4 for, 8 mot.", "Forslag 2: Falt, 4 for, 8 mot."),
    "a resolution with a number": ("**Resolusjon 3/2014**\nScenen males blå.", "Scenen males blå."),
}


@pytest.mark.parametrize("case", ANNOUNCED)
def test_what_is_announced(case: str) -> None:
    body, text = ANNOUNCED[case]
    assert texts(body) == [text]


def test_beside_a_resolution_the_votes_on_proposals_are_none_but_of_those_that_fell() -> None:
    voted = "Forslaget fra Mona om rosa falt med 1 mot 6 stemmer. Endringsforslaget fra Jens ble vedtatt med 4 mot 3."
    assert texts(f"{voted}\n\nVedtak: Scenen males blå.") == [
        "Forslaget fra Mona om rosa falt med 1 mot 6 stemmer.",
        "Scenen males blå.",
    ]


PROPOSED = (
    "Jens Aakre satte fram slikt forslag på vegne av koret:\n\nScenen males rosa. Mona bestiller maling innen 1. mai."
)


def test_a_paragraph_behind_its_announcement_is_a_proposal() -> None:
    record = read(f"{HEAD}{PROPOSED}\n\nForslaget falt mot 1 stemme.\n\nVedtak:\nScenen males blå.{TAIL}")
    assert only(record["decisions"], "text")[-1] == "Scenen males blå."
    assert record["actions"] == []


def test_a_proposal_that_was_carried_at_once_is_what_was_resolved() -> None:
    record = read(f"{HEAD}{PROPOSED}\n\nForslaget ble vedtatt mot 1 stemme.{TAIL}")
    assert only(record["actions"], "responsible") == [["Mona Lysø"]]


def test_what_another_body_resolved_before_is_none() -> None:
    before = "Vedtak i Hovedutvalg for kultur - 02.05.2013:\nHovedutvalget slutter seg til innstillingen."
    assert texts(f"{before}\n\nVedtak:\nScenen males blå.") == ["Scenen males blå."]


def test_the_only_resolution_of_an_item_is_this_bodys_whatever_its_label_names() -> None:
    assert texts("Vedtak i Kommunestyret - 02.05.2013:\nScenen males blå.") == ["Scenen males blå."]
    assert texts("Vedtak i Kulturutvalet - 02.05.2013:\nScena vert måla blå.") == ["Scena vert måla blå."]


def test_how_these_minutes_are_approved_if_nobody_objects_is_none() -> None:
    assert texts("Innvendingar må kome innan fem dagar. Elles vert møteboka rekna som godkjend.") == []


def test_how_a_numbered_proposal_was_voted() -> None:
    ((outcome, vote),) = only(read(f"{HEAD}Forslag 2: Falt, 4 for, 8 mot.{TAIL}")["decisions"], "outcome", "vote")
    assert (outcome, vote["for"], vote["against"]) == ("rejected", 4, 8)


ELECTED = "Rådet valgte etter dette:\nLeder: Tuva Hovland, gjenvalg\nKasserer ikke på valg\nRevisor: Jens Aakre (ny)"


def test_lines_of_an_election_are_one_decision() -> None:
    ((text, points, outcome),) = only(
        read(f"{HEAD}Sak 3/14 Valg\nMona la fram lista.\n\n{ELECTED}\n\nSak 4/14 Annet\nKaffen var god.")["decisions"],
        "text", "points", "outcome",
    )  # fmt: skip
    assert points == ["Leder: Tuva Hovland, gjenvalg", "Revisor: Jens Aakre (ny)"]
    assert text.startswith("Rådet valgte etter dette: Leder")
    assert outcome == "elected"


def test_what_the_body_itself_recommends_is_its_resolution_and_what_others_do_is_not() -> None:
    own = "Kulturrådet si tilråding:\na) Rådet rår frå ny scene.\nb) Rådet rår til nytt golv."
    assert texts(own) == ["a) Rådet rår frå ny scene. b) Rådet rår til nytt golv."]
    assert texts("Rådmannen si tilråding:\nGolvet vert måla kvitt.") == []


def test_beside_the_vote_on_a_resolution_only_what_fell_is_a_decision() -> None:
    voted = "Votering: Forslaget fra Aakre falt mot 1 stemme. Innstillingen ble vedtatt."
    assert texts(f"{voted}\n\nVedtak: Scenen males blå.") == [
        "Forslaget fra Aakre falt mot 1 stemme.",
        "Scenen males blå.",
    ]


def test_a_verdict_goes_with_the_matter_before_it() -> None:
    ((text, outcome),) = only(
        read(f"{HEAD}Koret søker om kr 5 000 til noter. Avslått, jf. retningslinjene pkt. 4.{TAIL}")["decisions"],
        "text", "outcome",
    )  # fmt: skip
    assert (text.endswith("pkt. 4."), outcome) == (True, "rejected")


def test_how_all_elections_of_an_item_were_voted() -> None:
    body = "Som leder ble valgt Tuva Hovland. Som kasserer ble valgt Jens Aakre.\n\nValgene var enstemmige."
    found = only(read(f"{HEAD}Sak 3/14 Valg\n{body}\n\nSak 4/14 Annet\nKaffen var god.")["decisions"], "vote")
    assert [vote["unanimous"] for vote in found] == [True] * len(found) != []


def test_candidates_are_not_elected() -> None:
    body = "Sak 3/14 Valg\nLeder: Tuva Hovland stilte.\nVara: Jens Aakre, ikke på valg"
    assert read(HEAD + body)["decisions"] == []


def test_a_table_of_matters_and_verdicts() -> None:
    table = (
        "| RFC | Endring | Eier | Risiko | Utfall |\n"
        "| 7 | Nytt gulv | Jens Aakre | Høy | Godkjent. Tuva bestiller det før 1. juni. |\n"
        "| 8 | Ny dør | Mona Lysø | Lav | Avvist |\n"
    )
    record = read(f"{HEAD}{table}")
    assert only(record["decisions"], "text", "outcome") == [
        ("Godkjent. Tuva bestiller det før 1. juni.", "approved"),
        ("Avvist", "rejected"),
    ]
    assert only(record["actions"], "text", "responsible") == [("Tuva bestiller det før 1. juni.", ["Tuva Hovland"])]


def test_a_heading_that_announces_what_was_agreed_is_no_item() -> None:
    text = (
        "# Referat frå møte i Båtlaget\nDato: 12. mars 2014\nTil stades: Tuva Hovland, Jens Aakre\n\n"
        "## Kaia\nFortøyingane er slitne, og ingen har sett på dei sidan i fjor.\n\n"
        "## Båten\nHan ligg på land, og motoren er teken ut.\n\n"
        "## Dette vart vi samde om\n- Kaia vert stengd i vinter.\n- Båten vert seld.\n"
    )
    record = read(text)
    assert [item["title"] for item in record["agenda"]] == ["Kaia", "Båten"]
    (found,) = only(record["decisions"], "text")
    assert "Kaia vert stengd i vinter." in str(found) and "Båten vert seld." in str(found)


def test_those_who_elected_a_member_decide_nothing() -> None:
    text = f"{HEAD}Tak: nytt i juni."
    assert texts("Rådet takker ja.") == ["Rådet takker ja."]
    listed = text.replace("Til stede:", "Valgt av kommunen: Siv Moe, Arne Lid\nTil stede:")
    assert read(listed)["decisions"] == []


def test_what_is_settled_then() -> None:
    assert texts("Jens Aakre leste opp brevet. Deretter godkjent.") == ["Deretter godkjent."]


def test_each_office_is_an_election_of_its_own() -> None:
    body = (
        "Sak 3/14 Valg\nSom nytt styremedlem etter Siv Moe ble valgt Tuva Hovland. Til revisor gjenvalgtes Jens Aakre."
        "\n\nSak 4/14 Gulvet\nStyret får fullmakt til å skifte gulvet for inntil kr 90 000. Beslutningen var enstemmig."
    )
    found = read(f"{HEAD}{body}\n\nSak 5/14 Annet\nKaffen var god.")["decisions"]
    assert only(found, "text", "outcome")[:2] == [
        ("Som nytt styremedlem etter Siv Moe ble valgt Tuva Hovland.", "elected"),
        ("Til revisor gjenvalgtes Jens Aakre.", "elected"),
    ]
    assert [one["text"][:9] for one in found[2:]] == ["Styret få"]
    assert found[2]["vote"]["unanimous"] is True
