"""How sure a fact is, as measured: what its extractor says, its rule and its make, by how often such facts are right.

An extractor knows only whether one of its rules is surer than another. `tools/measure_confidence.py` compares the facts
of labelled documents with their labels, those of learnt weights on documents that these were not learnt from, and
writes one table; it is applied here, once, to every fact of every extractor. A rule seen seldom has little weight of
its own and goes by its kind. Kinds of facts without a measure keep what their extractor says.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from pipeline.model import Document, Fact
from pipeline.resolve import OF_AN_ACTION

TABLE = "confidence.tsv"
LEVEL = 3.0
"""The value of the feature that every fact of a kind has: it is learnt nearly freely."""
LEAST, MOST = 0.02, 0.995
"""Between these an extractor's word is taken for a chance, and a measured chance given."""
LEAST_SURE = {"decisions": 0.3, "actions": 0.35}
"""The measured confidence from which a fact of a kind is a record: below it about as many are wrong as right."""
MANY = 4
"""Facts of one kind in an item, from which more make no difference."""


@cache
def weights() -> dict[str, float]:
    """Feature -> its weight in log odds."""
    text = (resources.files("extractors.lexicon") / TABLE).read_text(encoding="utf-8")
    rows = (line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}


def measured(document: Document, facts: Sequence[Fact]) -> list[Fact]:
    """The facts, each with its measured confidence."""
    table = weights()
    return [
        replace(fact, confidence=chance(found, table)) if fact.collection in table else fact
        for fact, found in zip(facts, features(document, facts), strict=True)
    ]


def parted(facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Measured facts that are worth a record, and those that are too unsure: these are issues with their place.

    A deadline that is only an unsure task's goes with it; not one of a task that stays, of whose sentence a decision
    or another task is unsure.
    """
    unsure = [fact for fact in facts if not _is_sure(fact)]
    tasks = [fact for fact in facts if fact.collection == "actions"]
    gone = {task.place for task in tasks} - {task.place for task in tasks if _is_sure(task)}
    return [f for f in facts if _is_sure(f) and not (f.rule == OF_AN_ACTION and f.place in gone)], unsure


def _is_sure(fact: Fact) -> bool:
    return fact.confidence >= LEAST_SURE.get(fact.collection, 0.0)


def chance(found: dict[str, float], table: dict[str, float]) -> float:
    """The chance, 0 to 1, that a fact with these features is right.

    >>> round(chance({"actions": 3.0, "actions|no due": 1.0}, {"actions": 0.5, "actions|no due": -0.1}), 2)
    0.8
    """
    odds = sum(value * table.get(feature, 0.0) for feature, value in found.items())
    return min(MOST, max(LEAST, 1 / (1 + math.exp(-odds))))


def features(document: Document, facts: Sequence[Fact]) -> Iterator[dict[str, float]]:
    """The features of each fact, with their values."""
    items = [_item(document, fact) for fact in facts]
    among = Counter(items)
    for fact, item in zip(facts, items, strict=True):
        said = min(MOST, max(LEAST, fact.confidence))
        odds = math.log(said / (1 - said))
        kind = fact.collection
        yield {
            kind: LEVEL,
            "said": odds,
            f"{kind}|said": odds,
            **dict.fromkeys((f"{kind}|{trait}" for trait in _traits(fact, min(MANY, among[item]))), 1.0),
        }


def _traits(fact: Fact, among: int) -> Iterator[str]:
    """What is told of a fact: its rule, what its record lacks, and how many of its kind its item has."""
    yield f"rule {fact.rule}"
    yield f"{among} in the item"
    record = fact.record()
    lacking = (name for name, value in record.items() if value is None or value == [])
    yield from (f"no {name}" for name in lacking if not name.endswith("_id"))  # ids are given by the archive
    name = record.get("name")
    if isinstance(name, str) and " " not in name:
        yield "one word"


def _item(document: Document, fact: Fact) -> tuple[str, str | int | None]:
    """A fact's kind, and the agenda item that it stands in."""
    item = document.item_of(fact.block)
    return fact.collection, fact.case or (item.first if item else None)
