"""The sample of a text by which near duplicates are found: the same everywhere, and as alike as the texts are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.rows import renamed, rows
from pipeline.sketch import contained, figures_apart, read_sketch, sketch, word_likeness
from tests.conftest import environment
from tests.papers_alike import Minutes, as_text, read


def test_a_sketch_is_the_same_in_every_process() -> None:
    text = "Møtet ble hevet klokken 20.15. " + " ".join(map(str, range(400)))
    code = f"from pipeline.sketch import sketch; print(sketch([{text!r}]))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=environment(PYTHONHASHSEED=seed),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {sketch([text])}
    assert len(sketch([text])) < 1100


def test_likeness_is_told_from_samples() -> None:
    words = [f"ord{number}" for number in range(3000)]
    changed = [f"nytt{number}" if number % 20 == 0 else word for number, word in enumerate(words)]
    whole, other = (read_sketch(sketch([" ".join(text)])) for text in (words, changed))
    assert word_likeness(contained(whole, other)) == pytest.approx(0.95, abs=0.03)
    half = read_sketch(sketch([" ".join(words[:1500])]))
    assert contained(whole, half) == pytest.approx(1.0, abs=0.12)
    assert figures_apart(whole, whole) == figures_apart(whole, half) == 0.0
    assert read_sketch(sketch(["ja"])).runs == 1
    assert sketch(["", " – "]) == ""


def test_a_sketch_follows_its_document_to_another_id(tmp_path: Path) -> None:
    (outcome,) = read(as_text(tmp_path / "a.txt", Minutes()))
    identity = outcome.record["documents"][0]["id"]
    (row,) = rows(renamed(outcome, {identity}))["document"]
    assert row[0] != identity
    assert row[-1] == outcome.sketches[0][1]
