"""The record of how each set of documents was read when it was new: whole, and of documents that are there."""

from __future__ import annotations

import json
from pathlib import Path

from tools import first_sight

HERE = Path(__file__).resolve().parent


def test_every_document_was_new_once() -> None:
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    named = [name for one in told["sets"] for name in one["documents"]]
    assert sorted(named) == sorted(path.stem for path in (HERE / "gold").glob("*.json"))
    assert len(named) == len(set(named))


def test_figures_are_shares() -> None:
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    for one in told["sets"]:
        assert all(0 <= value <= 1 for value in (one["core"], one["whole"], *one["fields"].values()))


def test_the_readme_has_the_record_as_it_is() -> None:
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    afterwards = json.loads(first_sight.AFTERWARDS.read_text(encoding="utf-8"))
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8").splitlines()
    assert [row for row in first_sight.table(told["sets"], afterwards) if row not in readme] == []


def test_every_set_stands_in_the_table() -> None:
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    shown = {number for first, last in first_sight.GROUPS for number in range(first, last + 1)}
    assert {one["set"] for one in told["sets"]} - {0} == shown
