"""Confidence as measured: by kind, rule and make, for every fact alike."""

from __future__ import annotations

import pytest

from pipeline.confidence import LEVEL, chance, weights
from tests.extractors.conftest import read

HEAD = "# Referat fra styremøte 3. mars 2014\nTil stede: Tuva Hovland, Mona Lysø\n\n**Sak 2/14 Vegen**\n"


def test_a_rule_never_seen_goes_by_its_kind() -> None:
    table = {"actions": 0.5, "actions|rule arrow": -1.0}
    assert chance({"actions": LEVEL, "actions|rule new": 1.0}, table) == chance({"actions": LEVEL}, table)
    assert chance({"actions": LEVEL, "actions|rule arrow": 1.0}, table) < chance({"actions": LEVEL}, table)


def test_every_kind_that_has_a_rule_has_a_level() -> None:
    kinds = {name.split("|")[0] for name in weights() if "|" in name}
    assert kinds <= set(weights())


@pytest.mark.parametrize("name", ["attendance", "decisions", "actions"])
def test_facts_have_a_measured_chance(name: str) -> None:
    record = read(HEAD + "Styret vedtok å gruse vegen. Tuva ringer entreprenøren i mai.\n")
    assert record[name]
    assert all(0.02 <= one["confidence"] <= 1 for one in record[name])


def test_a_name_of_one_word_is_less_sure() -> None:
    record = read(HEAD.replace("Mona Lysø", "Mona") + "Den er smal.\n")
    whole, part = (one["confidence"] for one in record["attendance"])
    assert part < whole
