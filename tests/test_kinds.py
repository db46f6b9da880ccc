"""Kind and language: decided by how a paper is built, not by a word in its first paragraph."""

from __future__ import annotations

import pytest

from tests.papers import read, typed

PAPERS = typed("kinds")
KINDS = {**PAPERS["kinds"], **PAPERS["held_back"], **PAPERS["later"]}


@pytest.mark.parametrize("case", KINDS)
def test_kind(case: str) -> None:
    (paper,) = read(KINDS[case]["text"])
    assert paper.kind == KINDS[case]["expected"], paper.reason
    assert paper.reason


@pytest.mark.parametrize("case", PAPERS["languages"])
def test_language(case: str) -> None:
    wanted = PAPERS["languages"][case]
    assert [paper.language for paper in read(wanted["text"])] == [wanted["expected"]]


def test_the_reason_counts_words_and_paragraphs_of_both_standards() -> None:
    (paper,) = read(PAPERS["languages"]["nynorsk with a bokmål quotation"]["text"])
    assert "language nn" in paper.reason
    assert "paragraphs nb" in paper.reason
