"""A thousand damaged PDFs: the importer lives, each has a typed outcome, and lost text is told of."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.model import Outcome, Status
from pipeline.options import Options
from pipeline.workers import read, work
from tests.conftest import SamplePdf
from tests.mutants import mutants, originals

COUNT = 1000
KEPT = 0.9
"""Share of its original's letters from which on a mutant has kept its text."""
SILENT = 0.02
"""Share of the mutants that may be `ok` and yet have lost more; without looking for damage it was 0.125."""


def letters(outcome: Outcome) -> int:
    return sum(len("".join(text.split())) for _, text, _ in outcome.pages)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, sample_pdf: SamplePdf) -> dict[str, bytes]:
    return originals(tmp_path_factory.mktemp("originals"), sample_pdf)


def outcomes(folder: Path, contents: list[bytes]) -> list[Outcome]:
    paths = [folder / f"{number:04}.pdf" for number in range(len(contents))]
    for path, data in zip(paths, contents, strict=True):
        path.write_bytes(data)
    found = list(work(map(identify, paths), partial(read, options=Options(ocr=False)), 2))
    assert [outcome.source.path for outcome in found] == list(map(str, paths)), "one is lost, or in another's place"
    return found


def test_the_originals_are_whole(whole: dict[str, bytes], tmp_path: Path) -> None:
    found = outcomes(tmp_path, list(whole.values()))
    assert {name: outcome.status for name, outcome in zip(whole, found, strict=True)} == dict.fromkeys(whole, Status.OK)
    assert min(map(letters, found)) > 500
    assert len(whole) == 10


def test_the_same_seed_makes_the_same_mutants(whole: dict[str, bytes]) -> None:
    assert list(mutants(whole, 160)) == list(mutants(whole, 160))


def test_mutants_are_typed_and_lose_little_in_silence(whole: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    full = dict(zip(whole, map(letters, outcomes(tmp_path / "whole", list(whole.values()))), strict=True))
    made = list(mutants(whole, COUNT))
    found = outcomes(tmp_path, [data for _, _, data in made])
    assert len(found) == COUNT
    assert {outcome.status for outcome in found} <= set(Status) - {Status.CRASHED}
    for outcome in found:
        if outcome.status is not Status.OK:
            assert [issue["message"] for issue in outcome.record["issues"]]
    lost = [
        (outcome.status.value, name, how)
        for (name, how, _), outcome in zip(made, found, strict=True)
        if letters(outcome) < KEPT * full[name]
    ]
    told = Counter(status for status, _, _ in lost)
    print(f"{len(lost)} of {COUNT} lost more than a tenth of their text: {dict(told)}")
    assert len(lost) > COUNT / 4, "these mutations do no harm"
    assert told["ok"] <= SILENT * COUNT, [entry for entry in lost if entry[0] == "ok"]
