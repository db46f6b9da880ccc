"""Is it right? The records of the sample corpus against its labels: no figure may sink below its floor."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from pipeline.evaluate import Figures, score
from pipeline.model import Outcome
from pipeline.readers import ocr
from tests.corpus_run import NO_OCR

HERE = Path(__file__).resolve().parent
MARGIN = 0.01
"""How far below the figures of the day the floors were laid."""


@cache
def floors() -> dict[str, float]:
    """Field -> the least F1; `core` and `whole` as the measure defines them."""
    told = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return {name: value for name, value in told.items() if name != "comment"}


def fresh() -> set[str]:
    """Documents whose set the rules have not been gone through for: a floor there would only hold what fails."""
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    return {name for one in told["sets"] if not one.get("mended", True) for name in one["documents"]}


@pytest.fixture(scope="module")
def figures(corpus: dict[str, Outcome]) -> Figures:
    if not ocr.available():
        pytest.skip(NO_OCR)
    labels = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((HERE / "gold").glob("*.json"))
        if path.stem not in fresh()
    }
    assert set(labels) <= set(corpus), "labels without a document"
    return score((labels[stem]["documents"], corpus[stem].record["documents"]) for stem in labels)


def measured(figures: Figures) -> dict[str, float]:
    fields = {name: tally.f1 for name, tally in figures.fields.items()}
    return {**fields, "core": figures.core, "whole": figures.whole}


@pytest.mark.parametrize("name", floors())
def test_no_figure_sinks(name: str, figures: Figures) -> None:
    found = measured(figures)
    assert name in found, "nothing is labelled for this field any more"
    assert found[name] >= floors()[name]


def test_every_figure_has_a_floor(figures: Figures) -> None:
    assert set(measured(figures)) == set(floors())
