"""Sentences: what ends one and what only looks like it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences import split


@pytest.mark.parametrize(
    "text",
    [
        "Vi møtes igjen 15. mai på skolen.",
        "Innbetaling gjøres innen 1. september i år.",
        "Møtet begynte kl. 18.30 og varte i to timer.",
        "Se f.eks. Tromsø kommunes ordning.",
        "Jf. § 5 i vedtektene.",
        "Det koster ca. 400 kr. per deltaker.",
        "Saken gjelder gnr. 12 bnr. 4 på øya.",
        "Turid K. Moe la fram regnskapet.",
        "Orientering v. Kåre om bl.a. Elverum.",
        "Mottatt den 3. 4. i fjor.",
        "Har vi råd til det?",
        "Ferdig!",
        "uten stopp",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi drar i mai. Kari ordner buss.", ["Vi drar i mai.", "Kari ordner buss."]),
        ("Fristen er 1. juni. Ola svarer.", ["Fristen er 1. juni.", "Ola svarer."]),
        ("Fristen er 1.6. Ola svarer.", ["Fristen er 1.6.", "Ola svarer."]),
        ("Det ble 19. Resten uteble.", ["Det ble 19.", "Resten uteble."]),
        ("Hva nå? Ingen visste det.", ["Hva nå?", "Ingen visste det."]),
        ("Slutt kl. 20. Takk for i dag.", ["Slutt kl. 20.", "Takk for i dag."]),
        ("(Se vedlegg.) Vedtatt.", ["(Se vedlegg.)", "Vedtatt."]),
        ("Han sa «nei.» Så gikk han.", ["Han sa «nei.»", "Så gikk han."]),
        ("Me vart samde. 3 røysta mot.", ["Me vart samde.", "3 røysta mot."]),
        ("Maling, koster m.m. Kari handler.", ["Maling, koster m.m.", "Kari handler."]),
    ],
)
def test_several_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == sentences


PIECES = st.lists(
    st.sampled_from(
        ["Vi", "møtes", "15.", "mai", "kl.", "12.30", "Ola", "tar", "det.", "Hva?", "(se", "over)", "f.eks.", "§", "5"]
    )
)


@given(text=st.one_of(st.text(max_size=80), PIECES.map(" ".join)))
def test_spans_are_in_order_apart_and_cover_every_word(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(letter.isspace() for i, letter in enumerate(text) if i not in inside)
    assert all(text[start:end].strip() == text[start:end] for start, end in spans[1:])
