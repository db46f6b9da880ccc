"""What each sentence of minutes probably is: a decision, something to do, or neither.

A linear model over `_features`, trained by `tools/train_sentences.py` on the labelled sentences of the sample corpus;
its weights are data of the lexicon. The rules of the extractors look at the same sentences; `worth` weighs the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

from extractors._actors import cast_of
from extractors._clauses import speaks
from extractors._features import Setting, features
from extractors._helpers import Sentence, in_list, regions, sentences_of
from extractors._trailers import joined
from extractors._weights import added, pairs
from extractors.lexicon import Lexicon
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Item, Kind, Role, Said

WEIGHTS = "sentence_weights.tsv"
KINDS = ("decision", "action")
UNSEEN = frozenset({"present", "absent", "agenda", "attachment", "old_action", "dissent"})
"""Labels under which no sentence is one of the meeting's own."""
WORTHS = "rule_worths.tsv"
RULE_WORTH = {"decision": 2.0, "action": 1.4}
"""What a rule that fires adds to the model's log odds, before it is learnt what each is worth."""
LEAST = 0.3
"""The chance from which a sentence that a rule knows is taken."""
USUAL = 8
"""Sentences that an item may have before each is held less likely to be the one that decides: a long report has as
many words of money and duty, and decides no more often."""
FIRM = 0.5
"""The least chance of a sentence whose wording leaves no doubt."""
DOUBT = 0.25
"""The chance from which a sentence that is not taken is an issue."""
ALONE = {"decision": 0.37, "action": 0.5}
"""The chance from which a sentence is taken that no rule knows. In sets 13 to 19, each judged by weights learnt without it,
F1 of decisions is .75 at a half, .76 at .37 and lower again from .25 on; of actions it is as high from .3 to .5."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence in its setting."""

    sentence: Sentence
    setting: Setting


def weights() -> dict[str, tuple[int, int]]:
    """Feature -> its weight for a decision and for an action, in thousandths; "" has the two intercepts."""
    return pairs(WEIGHTS)


@cache
def worths() -> dict[tuple[str, str], float]:
    """Kind and name of a rule -> what it adds to the model's log odds when it fires."""
    text = (resources.files("extractors.lexicon") / WORTHS).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {(kind, rule): float(worth) for kind, rule, worth in rows}


def judge(document: Document, lexicon: Lexicon) -> dict[tuple[int, int], Said]:
    """Block and beginning of every sentence of the minutes' text -> what it probably is; nothing for other kinds."""
    if document.kind is not Kind.MINUTES:
        return {}
    cast = cast_of(document)
    return {
        (one.sentence.block.index, one.sentence.start): _said(
            features(one.sentence.text, one.setting, cast), one.setting.among
        )
        for one in spoken(document, lexicon)
    }


def _said(found: list[str], among: int) -> Said:
    rarer = math.log(max(1.0, among / USUAL))
    decision, action = added(weights(), found)
    return Said(decision - rarer, action - rarer)


def chance(said: Said, kind: str, rule: str | None = None) -> float:
    """The chance, 0 to 1, that a sentence is of a kind; a rule that says the same makes it likelier by its worth."""
    odds = said.decision if kind == "decision" else said.action
    worth = worths().get((kind, rule), RULE_WORTH[kind]) if rule else 0.0
    return 1 / (1 + math.exp(-(odds + worth)))


def doubtful(said: Said | None) -> bool:
    """True for a sentence that may well be a decision or an action, but is too unsure to be taken for one."""
    return said is not None and any(DOUBT <= chance(said, kind) < ALONE[kind] for kind in KINDS)


def spoken(document: Document, lexicon: Lexicon) -> Iterator[Spoken]:
    """Every sentence that may tell of the meeting, item by item, in its setting."""
    region = regions(document, lexicon)
    listed = in_list(document)
    firsts = [item.first for item in document.items if item.first is not None]
    runs: dict[int | None, list[tuple[Block, Item | None, Sentence]]] = {}
    labelled: set[int | None] = set()
    for block in document.blocks:
        item = document.item_of(block.index)
        key = item.first if item else None
        if block.label and known_label(block.label, lexicon)[:1] == ("decision",):
            labelled.add(key)
        if block.index in listed or block.role is Role.ROW or region[block.index] in UNSEEN:
            continue
        if item is None and firsts and block.index <= min(firsts):
            continue
        if (
            block.role is Role.HEADING
            and not is_sentence(block)
            and not (item and item.first == block.index and item.glued)
        ):
            continue
        runs.setdefault(key, []).extend((block, item, one) for one in joined(list(sentences_of(block, item))))
    for key, run in runs.items():
        talk = [0, *accumulate(speaks(one.text) for _, _, one in run)]
        for at, (block, item, one) in enumerate(run):
            setting = Setting(
                at,
                len(run) - 1 - at,
                region[block.index],
                str(block.role),
                bool(block.marker),
                key in labelled and key is not None,
                item is not None,
                run[at - 1][2].text if at else "",
                run[at + 1][2].text if at + 1 < len(run) else "",
                (talk[at], talk[-1] - talk[at + 1]),
                item.title if item else "",
                at + 1 == len(run) or run[at + 1][0].index != block.index,
                block.index == run[-1][0].index,
            )
            yield Spoken(one, setting)


def is_sentence(block: Block) -> bool:
    """True for a whole sentence set like a heading: many boards print what they decided in bold."""
    return block.text.rstrip().endswith(".") and len(block.text.split()) >= 4 and not block.marker
