"""The measure: what counts as the same, that a miss is a miss, and that the figures are the shared scorer's."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from collections import defaultdict
from typing import Any

import pytest

from pipeline.alike import likeness, number, same_place, words_f1
from pipeline.evaluate import CORE, align, score, table
from pipeline.judge import Tally, pair
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold"
SCORER = ROOT.parent / "shared" / "eval" / "score.py"


def labels() -> list[list[dict[str, Any]]]:
    """The documents of every label file, without actions whose owner is not judged: the shared scorer wants it."""
    files = [json.loads(path.read_text(encoding="utf-8"))["documents"] for path in sorted(GOLD.glob("*.json"))]
    for document in (document for file in files for document in file):
        if "actions" in document:
            document["actions"] = [one for one in document["actions"] if "responsible" in one]
    return files


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Styret vedtok å kjøpe ny kopimaskin til kontoret.", "Styret vedtok å kjøpe ny kopimaskin til kontoret", True),
        (
            "Styret vedtok å kjøpe ny kopimaskin.",
            "Etter drøfting: Styret vedtok å kjøpe ny kopimaskin. Ola bestiller.",
            True,
        ),
        ("Styret vedtok å kjøpe ny kopimaskin.", "Styret " + "snakket om alt mulig annet enn det som var " * 5, False),
        ("Godkjent", "Vedtak: Godkjent.", True),
        ("Godkjent", "Referatet ble godkjent uten merknader etter en lang debatt om alt", False),
        ("", "Noe", False),
    ],
)
def test_sentences(a: str, b: str, same: bool) -> None:
    assert (words_f1(a, b) >= 0.6) is same


def test_numbers_places_and_titles() -> None:
    assert number("PS 46/15") == number("46/15.") == "46/15"
    assert number("Sak STY 30/03") != number("31/03")
    assert same_place("Teams", "på Teams") and not same_place("Teams", "Oslo") and not same_place(None, "Oslo")
    assert likeness("Godkjenning av referat.", "godkjenning av «referat»") == 1


def test_pairs_are_one_to_one_and_optional_labels_are_free() -> None:
    tally = Tally()
    gold = [{"n": 1}, {"n": 1}, {"n": 2, "optional": True}, {"n": 3}]
    found = [{"n": 1}, {"n": 2}, {"n": 4}]
    pairs = pair(gold, found, lambda a, b: float(a["n"] == b["n"]), tally, 1)
    assert (tally.hit, tally.missed, tally.false) == (1, 2, 1)
    assert pairs == [({"n": 1}, {"n": 1})]


def test_documents_are_aligned_by_meeting() -> None:
    gold = [{"kind": "minutes", "meeting": {"date": "2014-01-02"}}, {"kind": "annual_report"}]
    report, other, right = {"kind": "annual_report"}, {"kind": "minutes"}, {"kind": "minutes", **gold[0]}
    pairs, left = align(gold, [other, report, right])
    assert [found for _, found in pairs] == [right, report] or [found for _, found in pairs] == [report, right]
    assert left == [other]


def test_labels_score_full_marks_against_themselves() -> None:
    documents = labels()
    if not documents:
        pytest.skip("there are no labels yet")
    figures = score((one, one) for one in documents)
    assert figures.whole == 1
    assert {name: tally.f1 for name, tally in figures.fields.items()} == dict.fromkeys(figures.fields, 1.0)
    assert len(list(table(figures))) == len(figures.fields) + 7
    assert figures.record()["core"] == 1


def test_the_strict_measure_asks_for_the_whole_text_and_place() -> None:
    label = {"kind": "minutes", "body": "Styret", "decisions": [{"text": "Styret kjøper ny maskin til kontoret."}]}
    found = {
        "kind": "minutes",
        "body": "Styret i laget",
        "decisions": [{"text": "Etter lang drøfting: Styret kjøper ny maskin til kontoret. Ola bestiller."}],
    }
    figures = score([([label], [found])])
    for name in ("body", "decisions"):
        assert (figures.fields[name].f1, figures.strict[name].f1) == (1, 0)


def test_confidence_is_held_against_what_was_right() -> None:
    label = {"kind": "minutes", "deadlines": [{"date": "2014-01-02"}, {"date": "2014-01-03", "optional": True}]}
    days = [("2014-01-02", 0.9), ("2014-01-03", 0.8), ("2014-01-04", 0.5)]
    found = {"kind": "minutes", "deadlines": [{"date": day, "confidence": sure} for day, sure in days]}
    measured = score([([label], [found])]).calibration
    assert [(tenth.lowest, tenth.claims, tenth.right) for tenth in measured.tenths] == [(0.5, 1, 0), (0.9, 1, 1)]
    assert measured.error is not None and round(measured.error, 2) == 0.3
    assert measured.area == 1


def damaged(value: Any, rnd: random.Random) -> Any:
    """Labels as a poor extractor would give them: records lost, doubled and out of order, words lost, values null."""
    if isinstance(value, dict):
        return {key: damaged(item, rnd) for key, item in value.items() if key != "optional"}
    if isinstance(value, list):
        kept = [damaged(item, rnd) for item in value if rnd.random() > 0.1]
        rnd.shuffle(kept)
        return kept + [copy.deepcopy(item) for item in kept if rnd.random() < 0.05]
    if isinstance(value, str) and rnd.random() < 0.15:
        words = value.split()
        return " ".join(words[:-1]) if len(words) > 1 else value[:-1]
    return value


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_are_those_of_the_shared_scorer(seed: int) -> None:
    documents = labels()
    if not SCORER.exists() or not documents:
        pytest.skip("there is no shared scorer here, or there are no labels")
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    rnd = random.Random(seed)
    pairs = [(one, damaged(copy.deepcopy(one), rnd)) for one in documents]
    ours = score(pairs)

    totals: dict[str, Any] = defaultdict(theirs.Tally)
    whole = []
    for gold, found in pairs:
        matched, extra = theirs.align(gold, found)
        totals["documents"].false += sum(one.get("kind") != "other" for one in extra)
        for label, document in matched:
            totals["documents"].hit += bool(document)
            totals["documents"].missed += not document
            own: dict[str, Any] = defaultdict(theirs.Tally)
            theirs.score_document(label, document, own)
            for name, tally in own.items():
                total = totals[name]
                total.hit, total.missed = total.hit + tally.hit, total.missed + tally.missed
                total.false += tally.false
            whole.append(not sum(own[name].missed + own[name].false for name in theirs.CORE if name in own))
    assert theirs.CORE == CORE
    assert {name: (t.hit, t.missed, t.false) for name, t in ours.fields.items()} == {
        name: (t.hit, t.missed, t.false) for name, t in totals.items()
    }
    assert ours.whole == sum(whole) / len(whole)
