"""Blocks: which lines belong together, what opens them, and what role they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.lexicon import lexicon
from pipeline.blocks import build, is_label, known_label, label_of
from pipeline.hyphens import join, words_of
from pipeline.model import Block, Line, Role
from tests.extractors.conftest import blocks_of, lines_of


def texts(typed: str) -> list[str]:
    return [block.text for block in blocks_of(typed)]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("en bil", "med henger", "en bil med henger"),
        ("fylkes-", "kommunen", "fylkeskommunen"),
        ("helse-", "og sosialetaten", "helse- og sosialetaten"),
        ("Ann-", "Mari", "Ann-Mari"),
        ("IKT-", "planen", "IKT-planen"),
        ("2012-", "2016", "2012-2016"),
        ("stad/", "tid", "stad/tid"),
        ("da -", "men", "da - men"),
        ("", "først", "først"),
    ],
)
def test_two_lines_become_one(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


@pytest.mark.parametrize(
    ("elsewhere", "before", "after", "joined"),
    [
        ("Møteboka ble godkjent", "Møte-", "boka", "Møteboka"),
        ("Send e-posten videre", "e-", "posten", "e-posten"),
        ("fylkeskommunale vegar", "fylkes-", "kommunale", "fylkeskommunale"),
        ("i NAV-kontoret", "NAV-", "kontoret", "NAV-kontoret"),
        ("noe annet", "Utvalgs-", "saksnr", "Utvalgssaksnr"),
        ("noe annet", "Oslo-", "skolen", "Oslo-skolen"),
        ("helseog", "helse-", "og omsorg", "helse- og omsorg"),
    ],
)
def test_the_document_knows_its_words(elsewhere: str, before: str, after: str, joined: str) -> None:
    assert join(before, after, words_of([elsewhere, before])) == joined


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            """
            Rektoratet og leiinga elles:     Kari Nes, Ola Bø, Per Anders Kvamme, Randi Myklebust Sande
            Teknisk tilsette: Anne Vik
            """,
            [
                "Rektoratet og leiinga elles:     Kari Nes, Ola Bø, Per Anders Kvamme, Randi Myklebust Sande",
                "Teknisk tilsette: Anne Vik",
            ],
        ),
        (
            """
            Leiaren la fram planen for sommaren og orienterte om korleis arbeidet med det nye naustet går
            framover. Det er framleis uvisst når murarane kjem.
            """,
            [
                "Leiaren la fram planen for sommaren og orienterte om korleis arbeidet med det nye naustet går "
                "framover. "
                "Det er framleis uvisst når murarane kjem."
            ],
        ),
        ("Tuva Hovland\nJens Aakre\nMona Lysø", ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]),
        ("Første avsnitt.\n\nAndre avsnitt.", ["Første avsnitt.", "Andre avsnitt."]),
        ("- kaffe\n- kaker\n- kopper", ["- kaffe", "- kaker", "- kopper"]),
        ("• kaffe\n• kaker", ["• kaffe", "• kaker"]),
        ("1. Referat\n2. Budsjett\n3. Tur", ["1. Referat", "2. Budsjett", "3. Tur"]),
        ("a) Referat\nb) Budsjett", ["a) Referat", "b) Budsjett"]),
        ("Sak 1 Referat\nSak 2 Budsjett", ["Sak 1 Referat", "Sak 2 Budsjett"]),
        ("Dato: 3. mai 2012\nSted: Rådhuset", ["Dato: 3. mai 2012", "Sted: Rådhuset"]),
        ("Vedtak:\nStyret kjøper ny henger.", ["Vedtak:", "Styret kjøper ny henger."]),
        ("**Budsjett**\nDet ble lagt fram.", ["Budsjett", "Det ble lagt fram."]),
        ("# Referat\nfra møtet", ["Referat", "fra møtet"]),
        (
            "Til stede: Tuva Hovland, Jens Petter Aakre, Mona Lysø, Geir Skaar, Sindre Brekkhus, Åse Nakken,\nAne Sund",
            [
                "Til stede: Tuva Hovland, Jens Petter Aakre, Mona Lysø, Geir Skaar, Sindre Brekkhus, Åse Nakken, "
                "Ane Sund"
            ],
        ),
        ("Prisen gjelder for de som melder seg på (se\nlista)", ["Prisen gjelder for de som melder seg på (se lista)"]),
        ("| Navn | Funksjon |\n| Tuva | leder |", ["Navn | Funksjon", "Tuva | leder"]),
        ("Anne tar kaffe.\nPer: kaker og saft", ["Anne tar kaffe.", "Per: kaker og saft"]),
    ],
    ids=lambda value: value.strip()[:24] if isinstance(value, str) else "",
)
def test_what_belongs_together(typed: str, expected: list[str]) -> None:
    assert texts(typed) == expected


@pytest.mark.parametrize(
    ("typed", "role", "marker", "label"),
    [
        ("# Referat fra årsmøtet", Role.HEADING, "", ""),
        ("**Ny brygge**", Role.HEADING, "", ""),
        ("**3. Ny brygge**", Role.HEADING, "3.", ""),
        ("3. Ny brygge", Role.LIST, "3.", ""),
        ("Sak 4/12 Ny brygge", Role.LIST, "Sak 4/12", ""),
        ("- ny brygge", Role.LIST, "-", ""),
        ("• ny brygge", Role.LIST, "•", ""),
        ("[ ] ny brygge", Role.LIST, "[ ]", ""),
        ("b) ny brygge", Role.LIST, "b)", ""),
        ("Vedtak: Brygga bygges.", Role.LABEL, "", "Vedtak"),
        ("Tilstades: Tuva Hovland", Role.LABEL, "", "Tilstades"),
        ("FORFALL", Role.LABEL, "", "FORFALL"),
        ("Frist for påmelding: 3. mai", Role.LABEL, "", "Frist for påmelding"),
        ("| Tuva | leder |", Role.ROW, "", ""),
        ("Brygga skal males.", Role.PARAGRAPH, "", ""),
        ("Tuva: Vi bør male brygga.", Role.PARAGRAPH, "", ""),
        ("Til stede var det mange som ville male.", Role.PARAGRAPH, "", ""),
        ("om brygga skal males", Role.PARAGRAPH, "", ""),
    ],
)
def test_roles(typed: str, role: Role, marker: str, label: str) -> None:
    filler = "Vi snakket lenge om vær og vind, båter, brygger og alt annet som hører sommeren til her ute.\n\n"
    block = blocks_of(filler + typed)[-1]
    assert (block.role, block.marker, block.label) == (role, marker, label)


@pytest.mark.parametrize(
    ("wording", "meaning"),
    [
        ("Til stede", "present"),
        ("TILSTADES", "present"),
        ("Tilstede fra styringsgruppa", "present"),
        ("Representanter til stede", "present"),
        ("Desse møtte", "present"),
        ("Meldt forfall", "absent"),
        ("Fråvær", "absent"),
        ("Forfall (meldt)", "absent"),
        ("Møteleiar", "chair"),
        ("Rådmannens innstilling", "proposal"),
        ("Samrøystes vedtak", "decision"),
        ("Antall til stede", "headcount"),
        ("Kopi til", "distribution"),
        ("Kaffe", None),
        ("Tuva Hovland", None),
        ("Det var ikke mange nok til stede i salen den kvelden", None),
    ],
)
def test_what_a_label_means(wording: str, meaning: str | None) -> None:
    assert (known_label(wording, lexicon()) or (None,))[0] == meaning


@pytest.mark.parametrize(
    ("text", "label", "alone"),
    [
        ("Til stede:", "Til stede", True),
        ("Til stede: Tuva", "Til stede", False),
        ("VEDTAK", "VEDTAK", True),
        ("Vedtak ble fattet.", None, False),
        ("forfall", None, False),
        ("Tuva: kaffe", None, False),
        ("kl. 12:30", None, False),
    ],
)
def test_the_label_of_a_line(text: str, label: str | None, alone: bool) -> None:
    assert label_of(text, lexicon()) == label
    assert is_label(text, lexicon()) is alone


WORDS = st.sampled_from(
    ["Tuva", "tar", "brygga", "helse-", "og", "15.", "mai", "Vedtak:", "-", "1.", "(se", "KS)", "ja."]
)
TYPED = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=8).map("\n".join)


@given(typed=TYPED)
def test_every_line_is_in_one_block_and_every_slice_leads_back_to_it(typed: str) -> None:
    lines = lines_of(typed)
    blocks = build(lines, lexicon())
    assert [line.number for block in blocks for line in block.lines] == [line.number for line in lines]
    assert [block.index for block in blocks] == list(range(len(blocks)))
    for block in blocks:
        for line, start in zip(block.lines, block.starts, strict=True):
            assert tail_of(block, line, start)


def tail_of(block: Block, line: Line, start: int) -> bool:
    """True where a line's place is the line's, the hyphen at its end aside."""
    place = block.place(start, start + 1)
    return line.number in range(place.first, place.last + 1) and block.text[start:].startswith(
        line.text.rstrip("-")[:1]
    )


def test_a_bold_sentence_below_a_bold_heading_is_no_part_of_it() -> None:
    assert texts("**Sak 4/14 Vegen**\n**Vegen blir stengt i juni.**") == ["Sak 4/14 Vegen", "Vegen blir stengt i juni."]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Svaret må være hos kommunen senest", "30. juni; Kåre skriver det."),
        ("Svaret må være hos kommunen senest 30.", "juni."),
        ("Arbeidet skal etter planen være ferdig 31. juli", "2023. Ingen vet mer."),
        ("Kåre sender den nye listen i løpet av uke", "37. Det er sent nok."),
    ],
)
def test_a_date_broken_over_two_lines_is_one(line: str, following: str) -> None:
    assert texts(f"{line}\n{following}") == [f"{line} {following}"]


def test_a_number_and_a_month_that_opens_a_line_are_not_joined() -> None:
    assert texts("Vi tok opp sak 3.\nMars ble en fin måned.") == ["Vi tok opp sak 3.", "Mars ble en fin måned."]
