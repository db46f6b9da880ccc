"""Files of several documents are cut where a new one begins, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.papers import read, typed

PAPERS = typed("compound")
CASES = {**PAPERS["compound"], **PAPERS["held_back"], **PAPERS["later"]}


def cut(case: dict[str, Any]) -> list[list[Any]]:
    """Kind, first and last page of every document."""
    return [[paper.kind.value, *paper.pages] for paper in read(case["text"])]


@pytest.mark.parametrize("case", CASES)
def test_where_a_file_is_cut(case: str) -> None:
    assert cut(CASES[case]) == CASES[case]["expected"]


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if "items" in case])
def test_lists_of_an_attachment_are_no_items(case: str) -> None:
    first = read(CASES[case]["text"])[0]
    assert [item.number for item in first.items if item.number] == CASES[case]["items"]
