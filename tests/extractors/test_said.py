"""What a sentence probably is: its words, a rule that says the same, and how many others its item has."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from extractors._said import ALONE, DOUBT, USUAL, chance, doubtful
from extractors.lexicon import lexicon
from pipeline.check import check
from pipeline.extract import extract
from pipeline.model import Document, Said
from tests.extractors.conftest import document

DECIDES = "Laget kjøper ny henger for inntil 20 000 kroner."
OFFERS = "Hengeren som står ved naustet, har fått ny maling av naboen."


def minutes(*others: str) -> Document:
    said = " ".join((DECIDES, *others))
    typed = f"# Referat fra styremøte 3. mars 2014\n\nTil stede: Kari Nes, Ola Bø\n\n**Sak 1 Henger**\n{said}\n"
    return extract(document(typed), lexicon())[0]


def of(read: Document, words: str) -> Said:
    for (block, start), said in read.said.items():
        if read.blocks[block].text[start:].startswith(words):
            return said
    raise AssertionError(f"no sentence begins with {words!r}")


def test_a_decision_is_likelier_one_than_a_remark() -> None:
    read = minutes(OFFERS)
    assert of(read, DECIDES).decision > of(read, OFFERS).decision + 1


@pytest.mark.parametrize("kind", ["decision", "action"])
def test_a_rule_makes_it_likelier(kind: str) -> None:
    said = Said(decision=0.0, action=0.0)
    assert chance(said, kind) == 0.5 < chance(said, kind, "a rule of which nothing is known")


def test_one_among_very_many_is_less_likely() -> None:
    few, many = (minutes(*([OFFERS] * count)) for count in (USUAL - 2, 4 * USUAL))
    assert of(many, DECIDES).decision < of(few, DECIDES).decision - 1


def test_nothing_under_a_list_of_those_present_is_judged() -> None:
    read = minutes()
    assert read.said
    assert not any("Kari Nes" in read.blocks[block].text for block, _ in read.said)


@pytest.mark.parametrize("kind", ALONE)
def test_what_is_likely_but_unsure_is_doubtful(kind: str) -> None:
    chances = (DOUBT - 0.01, DOUBT + 0.01, ALONE[kind] - 0.01, 0.9)
    unlikely = Said(decision=-9.0, action=-9.0)
    told = [doubtful(replace(unlikely, **{kind: math.log(one / (1 - one))})) for one in chances]
    assert told == [False, True, True, False]
    assert not doubtful(None)


def test_a_doubtful_sentence_is_an_issue_and_no_record() -> None:
    read = minutes(OFFERS)
    between = (DOUBT + ALONE["decision"]) / 2
    odds = math.log(between / (1 - between))
    unsure = {at: Said(odds, -9.0) if said is of(read, OFFERS) else Said(-9.0, -9.0) for at, said in read.said.items()}
    issues = check(replace(read, said=unsure), [], [], lexicon())
    assert [issue.place.quote for issue in issues if issue.place] == [OFFERS]
