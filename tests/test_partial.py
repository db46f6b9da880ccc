"""For which part of a meeting somebody was there."""

from __future__ import annotations

import pytest

from extractors._partial import partial


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("kom til sak 3", {"from_item": "3"}),
        ("kom under sak 4/12", {"from_item": "4/12"}),
        ("fra sak 2", {"from_item": "2"}),
        ("f.o.m. sak 22/23", {"from_item": "22/23"}),
        ("frå og med sak 5", {"from_item": "5"}),
        ("til og med sak 7", {"to_item": "7"}),
        ("gikk før sak 31", {"to_item": "31"}),
        ("gjekk etter sak 6", {"to_item": "6"}),
        ("sak 3 og 5", {"items": ["3", "5"]}),
        ("under sak 2/18 og 3/18", {"items": ["2/18", "3/18"]}),
        ("sak 4", {"items": ["4"]}),
        ("til kl. 13.10", {"to": "13:10"}),
        ("til 19:50", {"to": "19:50"}),
        ("fram til kl. 20", {"to": "20:00"}),
        ("fra kl. 18.30", {"from": "18:30"}),
        ("kom kl 1915", {"from": "19:15"}),
        ("gikk kl. 21.00", {"to": "21:00"}),
        ("kl. 12.00-13.30", {"from": "12:00", "to": "13:30"}),
    ],
)
def test_partial_attendance(note: str, expected: dict[str, object]) -> None:
    empty = {"from_item": None, "to_item": None, "items": None, "from": None, "to": None}
    assert partial(note) == {**empty, **expected}


@pytest.mark.parametrize(
    "note", ["leder", "3. klasse", "vara for Mia Lunde", "ref. sak 2", "digitalt", "siste del av møtet", "1. vara", ""]
)
def test_whole_attendance(note: str) -> None:
    assert partial(note) is None
