"""Text cleaned at the door, and a text layer that has lost its Norwegian letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.clean import clean
from pipeline.readers.letters import lost_letters

SENTENCE = "Styret må være ferdig med høringen før påske, og rådet får svar når saken er lagt på plass. "
DAMAGED = "Styret ma vere ferdig med horingen for paske, og radet far svar nar saken er lagt pa plass. "
ENGLISH = "The board has to finish the hearing before Easter, and the council gets an answer after that. "
PLAIN = "Styret hadde ikke noe mer til referatet, og alle var enige om det som sto der fra sist. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u030a", "å"),
        ("Mo\u0308te", "Möte"),
        ("\ufeffReferat", "Referat"),
        ("sam\u00adarbeid", "samarbeid"),
        ("to\u200bord", "toord"),
        ("\u202eabc\u202c", "abc"),
        ("nul\x00l", "null"),
        ("\x1b[31mrød\x1b[0m", "[31mrød[0m"),
        ("fast\u00a0mellomrom", "fast mellomrom"),
        ("tre   ord \t her", "tre ord her"),
        ("  kant ", "kant"),
        ("halv\ud83d", "halv"),
        ("åpent – «sitat» … 5 §", "åpent – «sitat» … 5 §"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(text=st.text(alphabet=st.characters(), max_size=200))
def test_what_is_clean_stays_clean(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [letter for letter in once if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\r"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (SENTENCE * 12, False),
        (DAMAGED * 12, True),
        (DAMAGED, False),
        (ENGLISH * 12, False),
        (PLAIN * 12, False),
        ("", False),
    ],
    ids=["whole", "damaged", "too short", "english", "no such word in it", "empty"],
)
def test_lost_letters(text: str, lost: bool) -> None:
    assert lost_letters(text) is lost
