"""Confidence as measured: by kind, rule and make, for every fact alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors._resolutions import Decision
from extractors._tasks import Action
from extractors.deadlines import Deadline
from extractors.lexicon import lexicon
from pipeline.check import check
from pipeline.confidence import LEAST_SURE, LEVEL, chance, parted, weights
from pipeline.model import Kind, Place, Said, TextFrom, When
from pipeline.resolve import OF_AN_ACTION
from tests.extractors.conftest import document, read

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


def test_what_is_too_unsure_is_no_record_and_its_deadline_goes_with_it() -> None:
    place = Place(1, 1, 1, "Kari ser an veien i mai.", None, TextFrom.TEXT_LAYER, ())
    told = {"place": place, "block": 3, "text": place.quote}
    doubtful = Action(rule="sentence", confidence=LEAST_SURE["actions"] - 0.01, **told)
    sure = Action(rule="sentence", confidence=LEAST_SURE["actions"], **told)
    due = Deadline(rule=OF_AN_ACTION, confidence=0.9, when=When("i mai"), **told)
    own = Deadline(rule="deadline date", confidence=0.9, when=When("3. mai"), **told)
    assert parted([doubtful, due, own]) == ([own], [doubtful])
    assert parted([sure, due]) == ([sure, due], [])
    unsettled = Decision(rule="sentence", confidence=LEAST_SURE["decisions"] - 0.01, **told)
    assert parted([unsettled, sure, due]) == ([sure, due], [unsettled])
    assert parted([doubtful, sure, due]) == ([sure, due], [doubtful])


def test_what_is_too_unsure_is_told_as_an_issue() -> None:
    page = document(HEAD + "Kari ser an veien.\n")
    fact = Action(
        place=page.blocks[-1].place(), block=page.blocks[-1].index, rule="sentence", text="Kari ser an veien."
    )
    assert [(issue.code, issue.place) for issue in check(page, [], [fact], lexicon())] == [
        ("cue_not_covered", fact.place)
    ]
    notice = replace(page, kind=Kind.NOTICE)
    assert [issue.place for issue in check(notice, [], [fact], lexicon())] == [fact.place]


def test_what_is_unsure_of_a_sentence_that_a_record_tells_is_no_issue() -> None:
    page = document(HEAD + "Grusingen av veien skal være unnagjort til torsdag 14. mars.\n")
    block = page.blocks[-1]
    fact = Action(place=block.place(), block=block.index, rule="sentence", text=block.text)
    due = Deadline(place=block.place(), block=block.index, rule="deadline date", text=block.text, when=When("14. mars"))
    assert check(page, [due], [fact], lexicon()) == []
    later = Deadline(place=block.place(20), block=block.index, rule="deadline date", text="", when=When("14. mars"))
    assert [issue.place for issue in check(page, [later], [fact], lexicon())] == [fact.place]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Det gjelder de som har fått vedtak om hjelp.", False),
        ("Noen har fått vedtak om hjelp, og vi vedtok å spørre dem.", True),
        ("Kommunen gjorde vedtak om veien.", True),
    ],
)
def test_a_decision_that_somebody_got_from_others_is_no_doubt(sentence: str, told: bool) -> None:
    page = replace(document(HEAD + sentence + "\n"), said={})
    assert bool(check(page, [], [], lexicon())) is told


@pytest.mark.parametrize(("line", "told"), [("Vik, KS", False), ("GODKJENT", True), ("Leiaren ringjer Vik", True)])
def test_names_alone_are_no_doubt(line: str, told: bool) -> None:
    page = document(HEAD + line + "\n")
    block = page.blocks[-1]
    page = replace(page, said={(block.index, 0): Said(decision=-0.8, action=-9.0)})
    assert bool(check(page, [], [], lexicon())) is told
