"""Train the linear model of `extractors/_said.py` on the labelled sentences of the sample corpus.

    python -m tools.train_sentences           write sentence_weights.tsv and rule_worths.tsv in extractors/lexicon
    python -m tools.train_sentences --check   judge each sixth of the documents by the other five

The marked sentences of `tools/marked.py` are learnt beside them, at half the weight: they decide and ask for more in a
page than real minutes do, which a feature of their own takes up.

A sentence is a decision (an action) where a label has its words; sentences of optional labels are left out, and for
decisions those under a label that says so ("Vedtak:"), which the rules read. What a rule is worth beside the weights is
learnt from sentences of documents that the weights were not learnt from. The same corpus gives the same figures.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extractors import actions, decisions
from extractors._actors import cast_of
from extractors._features import features
from extractors._said import KINDS, RULE_WORTH, USUAL, WEIGHTS, WORTHS, spoken
from extractors.lexicon import lexicon
from pipeline.alike import SAME_TEXT
from pipeline.judge import same_text
from pipeline.model import Issue, Record
from tools.labelled import FOLDS, ROOT, Labelled, minutes, set_of
from tools.marked import Marked, marked

STRENGTH = 1.0
"""Inverse of the penalty on large weights."""
SEEN_IN = 2
"""Sentences that a feature must be in to be learnt."""
SMALL = 0.004
"""Weights that are left out of the file."""
MARKED = "marked"
"""The feature of sentences that are marked, not labelled; no weight of it is kept."""
MARKED_WEIGHT = 0.5
"""What a marked sentence counts beside a labelled one; by sets 10 to 15 read with weights not learnt from them."""
SHORTEST = 15
"""Letters of a rule's text that is only a part of its sentence, at least."""
ROUNDS = 30
"""Steps towards a rule's worth."""


@dataclass(frozen=True)
class Example:
    """One sentence: its document, its features, and for each of `KINDS` 1, 0, or None where it is not to be learnt."""

    stem: str
    features: list[str]
    answers: tuple[int | None, int | None]
    rules: tuple[str | None, str | None]
    """The rules that take it for a decision and for an action."""
    among: int
    """How many sentences its item has."""


def main() -> None:
    """Train, or judge the training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="judge the model on documents that it was not trained on")
    args = parser.parse_args()
    found = [example for one in minutes() for example in examples(one)]
    found += [example for one in marked() for example in examples(one)]
    if args.check:
        check(found)
        return
    learnt = [train(found, kind) for kind in range(len(KINDS))]
    table = {name: (learnt[0].get(name, 0.0), learnt[1].get(name, 0.0)) for name in sorted({*learnt[0], *learnt[1]})}
    lines = [f"{name}\t{d:.3f}\t{a:.3f}" for name, (d, a) in table.items() if not name or max(abs(d), abs(a)) >= SMALL]
    head = (
        f"# Made by tools/train_sentences.py from {len(found)} sentences: feature, weight for a decision, for an action"
    )
    (ROOT / "extractors" / "lexicon" / WEIGHTS).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    worths = learn_worths(found)
    told = [f"{KINDS[kind]}\t{rule}\t{worth:.2f}" for (kind, rule), worth in sorted(worths.items())]
    head = "# Made by tools/train_sentences.py: kind, rule, what it adds to the log odds"
    (ROOT / "extractors" / "lexicon" / WORTHS).write_text("\n".join([head, *told]) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights from {len(found)} sentences, worths of {len(told)} rules")


def examples(one: Labelled | Marked) -> Iterator[Example]:
    """Every sentence of minutes with its answers, and the rules that take it for a decision or a task."""
    document = replace(one.document, said={})  # the rules alone
    cast = cast_of(document)
    by_rule = [_by_block(module.extract(document, lexicon())) for module in (decisions, actions)]
    for said in spoken(document, lexicon()):
        text, block = said.sentence.text, said.sentence.block.index
        decision, told = _answers(one, text)
        if said.setting.region == "decision":
            decision = None
        rules = tuple(next((f.rule for f in facts[block] if _has(f.text, text)), None) for facts in by_rule)
        found = [*features(text, said.setting, cast), *([MARKED] if isinstance(one, Marked) else [])]
        yield Example(one.stem, found, (decision, told), (rules[0], rules[1]), said.setting.among)


def _answers(one: Labelled | Marked, text: str) -> tuple[int | None, int | None]:
    """What a sentence is by its labels or its mark, for each of `KINDS`."""
    if isinstance(one, Labelled):
        return answer(text, one.label.get("decisions")), answer(text, one.label.get("actions"))
    mark = one.mark(text)
    return (None, None) if mark == "?" else (int("V" in mark), int("O" in mark))


def _by_block(facts: Iterable[Any]) -> dict[int, list[Any]]:
    out: dict[int, list[Any]] = defaultdict(list)
    for fact in facts:
        if not isinstance(fact, Issue):
            out[fact.block].append(fact)
    return out


def _has(quoted: str, sentence: str) -> bool:
    """True where a rule's text is the sentence, holds it, or is the better part of it."""
    return sentence in quoted or (len(quoted) > SHORTEST and quoted in sentence)


def answer(text: str, labels: Sequence[Record] | None) -> int | None:
    """1 where a label has the words of a sentence, None where only an optional one has or none were given, else 0."""
    if labels is None:
        return None
    fitting = [
        bool(label.get("optional"))
        for label in labels
        if same_text(label, {"text": text}) >= SAME_TEXT or (len(text.split()) > 3 and text in label["text"])
    ]
    return None if fitting and all(fitting) else int(bool(fitting))


def train(found: Sequence[Example], kind: int) -> dict[str, float]:
    """Feature -> weight; "" has the intercept."""
    model, names = fit(found, kind)
    table = {"": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}
    table.pop(MARKED, None)
    return table


def fit(found: Sequence[Example], kind: int) -> tuple[Any, list[str]]:
    """The trained model and the names of its features."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    told = [one for one in found if one.answers[kind] is not None]
    seen = Counter(name for one in told for name in set(one.features))
    rows = [{name: 1 for name in one.features if seen[name] >= SEEN_IN} for one in told]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # all liblinear takes
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=2000, random_state=0)
    weights = [MARKED_WEIGHT if MARKED in one.features else 1.0 for one in told]
    model.fit(matrix, [one.answers[kind] for one in told], sample_weight=weights)
    return model, list(vectors.get_feature_names_out())


def learn_worths(found: Sequence[Example]) -> dict[tuple[int, str], float]:
    """Kind and rule -> what it adds to the log odds, by sentences of documents that the weights were not learnt from.

    A rule seen seldom stays near `RULE_WORTH`.
    """
    seen: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for held, table in folds(found):
        for kind, name in enumerate(KINDS):
            for one in held:
                if MARKED in one.features:
                    continue
                rule, right = one.rules[kind], one.answers[kind]
                if rule and right is not None:
                    seen[kind, rule].append((odds(one, table[name]), right))
    return {key: _worth(told, RULE_WORTH[KINDS[key[0]]]) for key, told in seen.items()}


def _worth(told: Sequence[tuple[float, int]], usual: float) -> float:
    """The likeliest worth by Newton's method, held to the usual one as if by one observation."""
    worth = usual
    for _ in range(ROUNDS):
        chances = [1 / (1 + math.exp(-(beside + worth))) for beside, _ in told]
        slope = sum(right - p for (_, right), p in zip(told, chances, strict=True)) - (worth - usual)
        worth += slope / (sum(p * (1 - p) for p in chances) + 1)
    return worth


def folds(found: Sequence[Example]) -> Iterator[tuple[list[Example], dict[str, dict[str, float]]]]:
    """Each sixth of the documents, and by kind the weights learnt from the other five."""
    stems = sorted({one.stem for one in found})
    for fold in range(FOLDS):
        held = set(stems[fold::FOLDS])
        others = [one for one in found if one.stem not in held]
        yield [one for one in found if one.stem in held], {name: train(others, kind) for kind, name in enumerate(KINDS)}


def odds(one: Example, table: dict[str, float]) -> float:
    """The log odds of a sentence, less in a long item."""
    total = table[""] + sum(table.get(feature, 0.0) for feature in set(one.features))
    return total - math.log(max(1.0, one.among / USUAL))


def check(found: Sequence[Example]) -> None:
    """Print how the model does on documents that it was not trained on, set by set."""
    from sklearn.metrics import roc_auc_score

    number_of = set_of()
    judged = list(folds(found))
    for kind, name in enumerate(KINDS):
        told = [
            (number_of.get(one.stem, 0), right, odds(one, table[name]))
            for held, table in judged
            for one in held
            if MARKED not in one.features and (right := one.answers[kind]) is not None
        ]
        for number in sorted({number for number, _, _ in told}):
            own = [(right, odds) for n, right, odds in told if n == number]
            best = max((_f1(own, cut / 10), cut / 10) for cut in range(-30, 11))
            area = roc_auc_score([right for right, _ in own], [odds for _, odds in own])
            print(
                f"{name} set {number}: {len(own)} sentences, F1 {best[0]:.3f} from log odds {best[1]}, AUC {area:.3f}"
            )


def _f1(told: Sequence[tuple[int, float]], cut: float) -> float:
    hits = sum(right for right, odds in told if odds > cut)
    claimed = sum(odds > cut for _, odds in told)
    return 2 * hits / max(1, claimed + sum(right for right, _ in told))


if __name__ == "__main__":
    main()
