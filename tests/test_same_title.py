"""Near titles are found without comparing each with all, and none is missed."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from pipeline.same_case import LIKENESS
from pipeline.same_title import Titles


def missed(keys: list[str]) -> list[tuple[str, str]]:
    """Pairs that are as like as asked and of which the first does not find the second."""
    titles = Titles(keys, LIKENESS)
    for key in keys:
        titles.add(key)
    return [
        (key, other)
        for key in keys
        for found in [set(titles.near(key))]
        for other in keys
        if fuzz.ratio(key, other) >= LIKENESS and other not in found
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abn ", min_size=1, max_size=60), max_size=12, unique=True))
def test_titles_of_few_letters(keys: list[str]) -> None:
    assert missed(keys) == []


def test_titles_that_differ_in_some_letters() -> None:
    lot = random.Random(5)
    words = "leie drift plan budsjett hallen skolen veien bygget tilsyn samarbeid vedlikehold av for ved om".split()
    keys = []
    for _ in range(60):
        key = " ".join(lot.choice(words) for _ in range(lot.randint(2, 9)))
        keys.append(key)
        for changes in (1, 2, 4, 7):
            letters = list(key)
            for _ in range(changes):
                at = lot.randrange(len(letters))
                letters[at : at + lot.randint(0, 1)] = lot.choice(["", "x", "e"])
            keys.append("".join(letters))
    like = sum(fuzz.ratio(a, b) >= LIKENESS for a in keys for b in keys if a != b)
    assert like > 200
    assert missed(keys) == []


def test_few_are_asked_of_many() -> None:
    lot = random.Random(6)
    keys = ["".join(lot.choice("abcdefghijklmnoprstuvy ") for _ in range(25)) for _ in range(400)]
    titles = Titles(keys, LIKENESS)
    for key in keys:
        titles.add(key)
    assert sum(len(titles.near(key)) for key in keys) < len(keys) ** 2 / 10
