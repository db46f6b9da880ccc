"""The sieve before the expressions lets every text through that one of them matches."""

from __future__ import annotations

import re

import pytest

from extractors import _due
from extractors._matching import cue
from extractors._next_words import _NEXT_WORDS, NEXT
from extractors._prose import _CUES, _SIEVE
from extractors._prose_patterns import PATTERNS
from extractors._sieve import Sieved
from tests.conftest import ROOT

SENTENCES = [
    line.strip()
    for path in sorted((ROOT / "corpus" / "sentences").glob("*.md"))[::3]
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]
SIEVED = [*_CUES._ways, *(pattern.pattern for pattern in PATTERNS), *map(_due._sieved, _due._data()["kinds"])]


def test_nothing_that_matches_is_held_back() -> None:
    assert len(SENTENCES) > 500
    matching = [(one, text) for one in SIEVED for text in SENTENCES if one.pattern.search(text)]
    assert len(matching) > 500
    assert [text for one, text in matching if not one.search(text, text.casefold())] == []


def test_all_that_match_are_found_at_once() -> None:
    for text in SENTENCES:
        found = list(_SIEVE.of(text.casefold()))
        assert found == sorted(found)
        assert {at for at, one in enumerate(PATTERNS) if one.pattern.pattern.search(text)} <= set(found)


def test_words_of_the_cues_are_found_as_their_expression_finds_them() -> None:
    for part in ("decision", "resolves", "outcome", "action", "vows"):
        cues = cue(part)
        whole = re.compile(rf"(?<!\w)(?:{'|'.join(key.pattern for key in cues._keys)})(?!\w)", re.I)
        assert [cues._may_hit(text) for text in SENTENCES] == [whole.search(text) is not None for text in SENTENCES]


def test_every_wording_has_words_to_go_by() -> None:
    assert [one.words for one in SIEVED if "" in one.words or not one.words] == []


def test_ways_are_what_their_alternation_is() -> None:
    whole = re.compile("|".join(_NEXT_WORDS), re.I)
    found = [(NEXT.search(text), whole.search(text)) for text in SENTENCES]
    assert sum(match is not None for _, match in found) > 10
    assert [a and a.span() for a, _ in found] == [b and b.span() for _, b in found]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"(?:ledet|leda)\s+møte", {"ledet", "leda"}),
        (r"(?:LEDET|i) møtet?", {" møte"}),
        (r"(?:vararepresentant\s)?kom", {"kom"}),
        (r"(?:avbud|forfall)?", {""}),
        (r"x*|møte", {""}),
        (r"møtet|møte", {"møte"}),
    ],
)
def test_words_of_which_a_match_needs_one(expression: str, words: set[str]) -> None:
    assert set(Sieved(expression, re.I).words) == words


def test_nothing_is_compiled_before_it_is_needed() -> None:
    one = Sieved(r"ledet\s+møtet")
    assert one.search("Kari skrev", "kari skrev") is None
    assert "pattern" not in vars(one)
    assert one.search("Kari ledet møtet", "kari ledet møtet")
