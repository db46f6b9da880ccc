"""Sums of money, in kroner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors._money import amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kr 2.500,-", (2500,)),
        ("kr. 45 000", (45000,)),
        ("12 000 kroner", (12000,)),
        ("1 250 kr", (1250,)),
        ("kr 99,50", (99.5,)),
        ("kr 1 234,50", (1234.5,)),
        ("30 mill. kroner", (30000000,)),
        ("kr 2,5 mill.", (2500000,)),
        ("1,2 milliarder kroner", (1200000000,)),
        ("3 millionar kroner", (3000000,)),
        ("NOK 700", (700,)),
        ("400,- per stykke", (400,)),
        ("fra kr 100 til kr 150", (100, 150)),
        ("Kr 500 og 20 000 kroner", (500, 20000)),
    ],
)
def test_sums(text: str, expected: tuple[float, ...]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text", ["Sak 12/14", "19 stemmer", "3. klasse", "den 4. mars 2012", "10 prosent", "krans", "Kristin 5", ""]
)
def test_no_sums(text: str) -> None:
    assert amounts(text) == ()


@given(value=st.integers(1, 9_999_999), shape=st.sampled_from(["kr {}", "{} kroner", "kr {},-", "kr. {}"]))
def test_any_sum_comes_back(value: int, shape: str) -> None:
    spaced = f"{value:,}".replace(",", " ")
    dotted = f"{value:,}".replace(",", ".")
    for written in (str(value), spaced, dotted):
        assert amounts(f"Det kostar {shape.format(written)} i alt") == (value,)
