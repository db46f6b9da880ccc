"""Measure how often facts are right, by rule and make, for `pipeline/confidence.py`.

    python -m tools.measure_confidence           write extractors/lexicon/confidence.tsv
    python -m tools.measure_confidence --check   judge each sixth of the documents by the other five

Every sixth of the corpus is read with sentence and name weights learnt from the other five, so that a model's facts are
measured where it has not seen the labels. What is right in the newest set, for which fewest rules have been mended,
sets the level for all: a document that nobody has seen is more like it than like the others.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

from extractors import _said, _sweep
from extractors.lexicon import lexicon
from pipeline import confidence, contract
from pipeline.calibration import Calibration, calibration
from pipeline.evaluate import align
from pipeline.extract import extract
from pipeline.judge import Tally, judge_document
from pipeline.model import Record
from pipeline.options import Options
from pipeline.resolve import resolve
from tools import train_names, train_sentences
from tools.labelled import FOLDS, ROOT, Read, files, of_file, set_of

STRENGTH = 0.3
"""Inverse of the penalty on large weights."""
FEWEST = 200
"""Claims that a kind of facts must have to be measured."""
SMALL = 0.01
"""Weights that are left out of the file."""
NEWEST = "newest set"
"""The feature of claims in the newest set, whose weight goes into the level of every kind."""


@dataclass(frozen=True)
class Claim:
    """A fact that was judged: its document, its kind, its features, and whether a label has it."""

    stem: str
    kind: str
    features: dict[str, float]
    right: bool


def main() -> None:
    """Measure, or judge the measuring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="judge the table on documents that it was not made from")
    args = parser.parse_args()
    found = list(claims())
    if args.check:
        check(found)
        return
    table = fit(found)
    head = f"# Made by tools/measure_confidence.py from {len(found)} facts: feature, weight in log odds"
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(table.items())]
    path = ROOT / "extractors" / "lexicon" / confidence.TABLE
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights from {len(found)} facts")


def claims() -> Iterator[Claim]:
    """Every fact that the labels judge, each file read with weights learnt from other files."""
    read = list(files())
    labelled = {one.stem: list(of_file(one)) for one in read}
    names = {stem: [e for one in own for e in train_names.examples(one)] for stem, own in labelled.items()}
    told = {stem: [e for one in own for e in train_sentences.examples(one)] for stem, own in labelled.items()}
    for fold in range(FOLDS):
        held = read[fold::FOLDS]
        known = {one.stem for one in read} - {one.stem for one in held}
        people = train_names.train([e for stem in known for e in names[stem]])
        decision, action = (
            train_sentences.train([e for stem in sorted(known) for e in told[stem]], kind) for kind in (0, 1)
        )
        said = {name: (decision.get(name, 0.0), action.get(name, 0.0)) for name in {*decision, *action}}
        with (
            patch.object(_sweep, "weights", lambda table=people: table),
            patch.object(_said, "weights", lambda table=said: table),
        ):
            for one in held:
                yield from _of_file(one)


def _of_file(one: Read) -> Iterator[Claim]:
    """The claims of a file: each fact goes through the judge under its number, in place of its confidence."""
    features: list[dict[str, float]] = []
    records: list[Record] = []
    for document in one.documents:
        known, facts, _ = extract(document, lexicon())
        facts, _ = resolve(known, facts, Options())
        first = len(features)
        features += confidence.features(known, facts)
        numbered = [replace(fact, confidence=float(first + at)) for at, fact in enumerate(facts)]
        records.append(contract.document_record(known, numbered, one.stem))
    for label, record in align(one.labels, records)[0]:
        tallies: defaultdict[str, Tally] = defaultdict(Tally)
        if record:
            judge_document(label, record, tallies)
        for name, tally in tallies.items():
            for number, right in tally.claims:
                yield Claim(one.stem, name.split(".")[0], features[int(number)], right)


def fit(found: Sequence[Claim]) -> dict[str, float]:
    """Feature -> weight, by logistic regression; kinds with few claims have none."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    number = set_of()
    newest = max(number.values())
    seen = Counter(one.kind for one in found)
    judged = [one for one in found if seen[one.kind] >= FEWEST]
    rows = [{**one.features, NEWEST: float(number.get(one.stem, 0) == newest)} for one in judged]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(vectors.fit_transform(rows), [one.right for one in judged])
    table = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    level = (float(model.intercept_[0]) + table.pop(NEWEST)) / confidence.LEVEL
    kinds = {one.kind for one in judged}
    table = {name: weight + level * (name in kinds) for name, weight in table.items()}
    return {name: weight for name, weight in table.items() if name in kinds or abs(weight) >= SMALL}


def check(found: Sequence[Claim]) -> None:
    """Print how well the confidences tell right from wrong on documents left out, set by set."""
    number = set_of()
    stems = sorted({one.stem for one in found})
    told: list[tuple[int, float, bool]] = []
    for fold in range(FOLDS):
        held = set(stems[fold::FOLDS])
        table = fit([one for one in found if one.stem not in held])
        told += [
            (number.get(one.stem, 0), round(confidence.chance(one.features, table), 2), one.right)
            for one in found
            if one.stem in held and one.kind in table
        ]
    for which in sorted({n for n, _, _ in told}):
        print(f"set {which}: {_line(calibration([(sure, right) for n, sure, right in told if n == which]))}")
    print(f"all: {_line(calibration([(sure, right) for _, sure, right in told]))}")


def _line(found: Calibration) -> str:
    return f"expected calibration error {found.error:.3f}, area under the curve {found.area}"


if __name__ == "__main__":
    main()
