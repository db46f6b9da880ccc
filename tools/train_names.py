"""Train the linear model of `extractors/_sweep.py` on the names of the labelled minutes.

    python -m tools.train_names           write extractors/lexicon/name_weights.tsv
    python -m tools.train_names --check   judge each sixth of the documents by the other five

All of the text is looked at, though only its top is judged later, so that those merely spoken of are known as well.
A name is of somebody present or away where the labels' attendance has it, and of neither otherwise; optional labels
are left out. The same corpus gives the same weights.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractors._mentions import mentions
from extractors._name_features import features
from extractors._sweep import STATUSES, WEIGHTS
from extractors.lexicon import fold, lexicon
from tools.labelled import FOLDS, ROOT, Labelled, minutes, set_of

STRENGTH = 0.5
"""Inverse of the penalty on large weights."""
SEEN_IN = 2
"""Names that a feature must belong to, to be learnt."""
SMALL = 0.01
"""Weights that are left out of the file."""
NEITHER = "neither"


@dataclass(frozen=True)
class Example:
    """One name: its document, its features, and one of `STATUSES` or `NEITHER`."""

    stem: str
    features: tuple[str, ...]
    answer: str


def main() -> None:
    """Train, or judge the training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="judge the model on documents that it was not trained on")
    args = parser.parse_args()
    found = [example for one in minutes() for example in examples(one)]
    if args.check:
        check(found)
        return
    table = train(found)
    lines = [f"{name}\t{here:.3f}\t{away:.3f}" for name, (here, away) in sorted(table.items())]
    head = f"# Made by tools/train_names.py from {len(found)} names: feature, weight for present, for absent"
    (ROOT / "extractors" / "lexicon" / WEIGHTS).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights from {len(found)} names")


def examples(one: Labelled) -> Iterator[Example]:
    """Every name of minutes, where it stands first, with its answer."""
    if one.label.get("attendance") is None:
        return
    status = {fold(a["name"]): None if a.get("optional") else a["status"] for a in one.label["attendance"]}
    by_block = {block.index: tuple(mentions(block)) for block in one.document.blocks}
    seen: set[str] = set()
    for found in by_block.values():
        for mention in found:
            name = fold(mention.name)
            answer = status.get(name, NEITHER)
            if name not in seen and answer is not None:
                yield Example(one.stem, features(one.document, lexicon(), mention, by_block), answer)
            seen.add(name)


def train(found: Sequence[Example]) -> dict[str, tuple[float, float]]:
    """Feature -> its weights for `STATUSES`, against neither; "" has the intercepts."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for one in found for name in one.features)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{n: 1 for n in one.features if seen[n] >= SEEN_IN} for one in found])
    model: Any = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(matrix, [one.answer for one in found])
    kinds = list(model.classes_)
    rows = [model.coef_[kinds.index(s)] - model.coef_[kinds.index(NEITHER)] for s in STATUSES]
    starts = [float(model.intercept_[kinds.index(s)] - model.intercept_[kinds.index(NEITHER)]) for s in STATUSES]
    table = {
        name: (float(here), float(away))
        for name, here, away in zip(vectors.get_feature_names_out(), *rows, strict=True)
        if max(abs(here), abs(away)) >= SMALL
    }
    return {"": (starts[0], starts[1]), **table}


def check(found: Sequence[Example]) -> None:
    """Print how the model does on documents that it was not trained on, set by set."""
    import math

    number = set_of()
    stems = sorted({one.stem for one in found})
    told: list[tuple[int, str, str]] = []
    for fold_of in range(FOLDS):
        held = set(stems[fold_of::FOLDS])
        table = train([one for one in found if one.stem not in held])
        for one in found:
            if one.stem in held:
                odds = [sum((table.get(f, (0.0, 0.0))[i] for f in one.features), table[""][i]) for i in (0, 1)]
                best = max(range(2), key=odds.__getitem__)
                told.append((number[one.stem], one.answer, STATUSES[best] if math.exp(odds[best]) > 1 else NEITHER))
    for which in sorted({n for n, _, _ in told}):
        own = [(right, said) for n, right, said in told if n == which]
        hits = sum(right == said != NEITHER for right, said in own)
        claimed, there = sum(said != NEITHER for _, said in own), sum(right != NEITHER for right, _ in own)
        print(f"set {which}: {len(own)} names, precision {hits / claimed:.3f}, recall {hits / there:.3f}")


if __name__ == "__main__":
    main()
