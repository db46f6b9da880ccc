"""How right the extraction is: labels against records, field by field, in precision, recall and F1.

Two records of a list are the same where names, numbers, dates or most of their words agree; they are paired one to
one, the likest first. A label marked `optional` neither costs nor earns. A field that the labels leave out is not
judged, and one that they set to null must be null. The soft figures are those of the project's shared scorer; the
strict ones ask for texts, titles and places word for word.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.alike import SOFT, STRICT
from pipeline.calibration import Calibration, calibration
from pipeline.calibration import table as tenths
from pipeline.errors import ReferatError
from pipeline.intake import identify
from pipeline.judge import Tallies, Tally, judge_document
from pipeline.model import Record
from pipeline.options import Options
from pipeline.workers import read, work

CORE = ("attendance", "agenda.number", "decisions", "actions", "deadlines", "next_meeting.date", "meeting.date")
"""Fields that must be free of misses and false alarms for a whole document to count as right."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The result: tallies by field, soft and strict, the number of documents, the share with every core field right."""

    fields: dict[str, Tally]
    strict: dict[str, Tally]
    documents: int
    whole: float

    @property
    def core(self) -> float:
        """Mean F1 of the core fields that the labels have."""
        values = [self.fields[name].f1 for name in CORE if name in self.fields]
        return sum(values) / len(values) if values else 0.0

    @property
    def calibration(self) -> Calibration:
        """What the confidences of all records that were judged are worth."""
        return calibration([claim for tally in self.fields.values() for claim in tally.claims])

    def record(self) -> Record:
        """The figures as plain data, rounded to four places."""
        fields = {
            name: {
                "p": round(t.precision, 4),
                "r": round(t.recall, 4),
                "f1": round(t.f1, 4),
                "strict": round(self.strict[name].f1, 4),
                "gold": t.support,
            }
            for name, t in sorted(self.fields.items())
        }
        found = self.calibration
        return {
            **fields,
            "documents_judged": self.documents,
            "whole": round(self.whole, 4),
            "core": round(self.core, 4),
            "calibration": {
                "tenths": [[t.lowest, t.claims, round(t.said, 3), round(t.right, 3)] for t in found.tenths],
                "error": round(found.error, 4) if found.error is not None else None,
                "area": found.area,
            },
        }


def evaluate(gold: Path, sources: Path, options: Options, jobs: int | None = None) -> Figures:
    """Extract every file of `sources` that `gold` has labels for (NAME.pdf, NAME.json) and compare.

    A file that is missing or that crashes the reader scores as a miss of everything. Raises `ReferatError` where
    `gold` has no labels.
    """
    labels = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))}
    if not labels:
        raise ReferatError(f"no labels (*.json) in {gold}", "name the folder that holds them")
    files = {stem: sources / f"{stem}.pdf" for stem in labels}
    outcomes = work(map(identify, files.values()), partial(read, options=options), jobs)
    found = {stem: outcome.record["documents"] for stem, outcome in zip(files, outcomes, strict=True)}
    return score((labels[stem]["documents"], found[stem]) for stem in labels)


def score(pairs: Iterable[tuple[Sequence[Record], Sequence[Record]]]) -> Figures:
    """Compare the documents of each file, labelled and found."""
    totals: Tallies = defaultdict(Tally)
    strict: Tallies = defaultdict(Tally)
    whole: list[bool] = []
    for labelled, found in pairs:
        matched, extra = align(labelled, found)
        for tallies in (totals, strict):
            tallies["documents"].false += sum(document.get("kind") != "other" for document in extra)
        for label, document in matched:
            own: Tallies = defaultdict(Tally)
            for measure, tallies in ((STRICT, strict), (SOFT, totals)):
                tallies["documents"].judge(bool(document), claimed=False)
                own = defaultdict(Tally)
                judge_document(label, document, own, measure)
                for name, tally in own.items():
                    tallies[name].add(tally)
            whole.append(not any(own[name].missed + own[name].false for name in CORE if name in own))
    return Figures(dict(totals), dict(strict), len(whole), sum(whole) / len(whole) if whole else 0.0)


def align(labelled: Sequence[Record], found: Sequence[Record]) -> tuple[list[tuple[Record, Record]], list[Record]]:
    """Pair the documents of a file: same kind and meeting date first, then same kind in order; gives the rest too."""
    left = list(found)

    def take(fits: Callable[[Record], bool]) -> Record:
        index = next((index for index, document in enumerate(left) if fits(document)), None)
        return left.pop(index) if index is not None else {}

    pairs: list[tuple[Record, Record]] = []
    waiting: list[Record] = []
    for label in labelled:
        date = (label.get("meeting") or {}).get("date")
        twin = take(partial(_same_meeting, label["kind"], date)) if date else {}
        if twin:
            pairs.append((label, twin))
        else:
            waiting.append(label)
    for label in waiting:
        twin = take(partial(_same_kind, label["kind"]))
        if not twin and len(labelled) == 1:
            twin = take(lambda document: True)
        pairs.append((label, twin))
    return pairs, left


def _same_meeting(kind: str, date: str, document: Record) -> bool:
    return document.get("kind") == kind and (document.get("meeting") or {}).get("date") == date


def _same_kind(kind: str, document: Record) -> bool:
    return document.get("kind") == kind


def table(figures: Figures) -> Iterator[str]:
    """The figures as lines for a terminal."""
    yield f"{figures.documents} documents"
    yield f"{'field':26}{'precision':>10}{'recall':>10}{'F1':>10}{'strict F1':>11}{'gold':>7}"
    for name, tally in sorted(figures.fields.items()):
        strict = figures.strict[name].f1
        yield f"{name:26}{tally.precision:10.3f}{tally.recall:10.3f}{tally.f1:10.3f}{strict:11.3f}{tally.support:7d}"
    yield f"{'whole documents right':46}{figures.whole:10.3f}"
    yield f"{'core (mean F1)':46}{figures.core:10.3f}"
    yield ""
    yield from tenths(figures.calibration)
