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


FLOORS = {"mended": "floors.json", "fresh": "floors_fresh.json"}
"""Which documents -> the file of their floors."""


@cache
def floors(kept: str) -> dict[str, float]:
    """Field -> the least F1; `core` and `whole` as the measure defines them."""
    told = json.loads((HERE / FLOORS[kept]).read_text(encoding="utf-8"))
    return {name: value for name, value in told.items() if name != "comment"}


def fresh() -> set[str]:
    """Documents whose set the rules have not been gone through for: their floors are lower, and kept apart."""
    told = json.loads((HERE / "first_sight.json").read_text(encoding="utf-8"))
    return {name for one in told["sets"] if not one.get("mended", True) for name in one["documents"]}


@pytest.fixture(scope="module")
def figures(corpus: dict[str, Outcome]) -> dict[str, Figures]:
    """The figures of the documents gone through, and those of the rest."""
    if not ocr.available():
        pytest.skip(NO_OCR)
    labels = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "gold").glob("*.json"))
    }
    assert set(labels) <= set(corpus), "labels without a document"
    parts = {"mended": set(labels) - fresh(), "fresh": fresh()}
    return {
        kept: score((labels[stem]["documents"], corpus[stem].record["documents"]) for stem in sorted(stems))
        for kept, stems in parts.items()
    }


def measured(figures: Figures) -> dict[str, float]:
    fields = {name: tally.f1 for name, tally in figures.fields.items()}
    return {**fields, "core": figures.core, "whole": figures.whole}


@pytest.mark.parametrize(("kept", "name"), [(kept, name) for kept in FLOORS for name in floors(kept)])
def test_no_figure_sinks(kept: str, name: str, figures: dict[str, Figures]) -> None:
    found = measured(figures[kept])
    assert name in found, "nothing is labelled for this field any more"
    assert found[name] >= floors(kept)[name]


@pytest.mark.parametrize("kept", FLOORS)
def test_every_figure_has_a_floor(kept: str, figures: dict[str, Figures]) -> None:
    assert set(measured(figures[kept])) == set(floors(kept))
