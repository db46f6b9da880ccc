"""Which documents say the same: the minutes as .doc and as .pdf, a draft and what was approved, a scan and its source.

Two documents are the same only where nothing speaks against it and enough speaks for it. Minutes of one board are
written on one template, and most of the words of two meetings may agree; so kind, day, meeting number and body must not
contradict each other, the numbers in the text must agree, and where day or body is in doubt one text must have all
words of the other. A document that is shown too often is a nuisance; one that is hidden by mistake is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

from sqlite_utils import Database

from pipeline import authority, same_body
from pipeline.compared import Paper, Words, papers
from pipeline.fold import fold
from pipeline.sketch import contained, figures_apart, word_likeness

LOOKED_UP = 32
"""How many hashes of a sketch, the smallest, lead to its candidates."""
COMMON = 50
"""Documents of one day (of one kind, for those without a day) beyond which not each is compared with each."""
MISREAD = 75
"""Likeness (of 100) of two words of which one may be the other as it was recognised."""
LETTERHEAD = 4
"""Lines at the top of a scan that say whose it is."""
SHORT = 30
"""Runs of words below which a text is short: a few words more or less are then another text."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From when two texts are the same: share of runs held in common, of the longer's length, of numbers apart."""

    contained: float
    length: float
    figures: float


WRITTEN = Limits(0.83, 0.5, 0.15)
"""Day and body are known and agree: a draft may differ from what was approved in a paragraph."""
SCANNED = Limits(0.63, 0.5, 0.4)
"""The same where one text was recognised: a wrong letter in every fifteenth word breaks a fifth of the runs."""
UNTOLD = Limits(0.92, 0.8, 0.0)
"""Day or body is not known, or the body was taken from different lines: only the same text is the same document."""
FEW_WORDS = Limits(0.97, 0.9, 0.0)
"""A short text."""


def copies(db: Database) -> None:
    """Fill `document_copy`; runs inside the caller's transaction, with the table empty."""
    found = {paper.id: paper for paper in papers(db)}
    words = Words(db)
    alike = [(one.id, other.id) for one, other in _candidates(list(found.values())) if same(one, other, words)]
    rows: list[tuple[str, str, float, str]] = []
    for group in _groups(found, alike):
        rows += _stand([found[key] for key in group], words)
    db.conn.executemany("INSERT INTO document_copy(document, of, likeness, reason) VALUES (?, ?, ?, ?)", sorted(rows))


def _candidates(found: list[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """Pairs that share a hash: those of one day among themselves, those without a day among all of their kind."""
    seen: set[tuple[str, str]] = set()
    for group, asking in _blocks(found):
        wanted = {value for paper in asking for value in paper.sketch.sample[:LOOKED_UP]}
        having: dict[int, list[Paper]] = defaultdict(list)
        for paper in group:
            for value in paper.sketch.sample[:LOOKED_UP]:
                if value in wanted:
                    having[value].append(paper)
        for one, other in chain.from_iterable(map(_pairs, having.values())):
            key = (one.id, other.id)
            if key not in seen and one.source != other.source:
                seen.add(key)
                yield one, other


def _pairs(having: list[Paper]) -> Iterable[tuple[Paper, Paper]]:
    """All pairs of the documents that have one hash; of many only neighbours, which is enough for copies to meet."""
    return combinations(having, 2) if len(having) <= COMMON else pairwise(having)


def _blocks(found: list[Paper]) -> Iterator[tuple[list[Paper], list[Paper]]]:
    """Documents among which copies may be, and those of them whose copies are looked for."""
    kinds: dict[str, list[Paper]] = defaultdict(list)
    days: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in found:
        kinds[paper.kind].append(paper)
        if paper.day:
            days[paper.kind, paper.day].append(paper)
    yield from ((group, group) for group in days.values() if len(group) > 1)
    for group in kinds.values():
        if undated := [paper for paper in group if not paper.day]:
            yield group, undated


def same(one: Paper, other: Paper, words: Words) -> float | None:
    """The share of words that two documents have in common if they are the same, else None."""
    if one.kind != other.kind or one.source == other.source or _contradict(one, other):
        return None
    named = bool(one.name and other.name)
    told = bool(one.day and other.day) and named and _same_body(one, other)
    scanned = one.recognised or other.recognised
    if scanned and not (told or (one.day and other.day and not named)):
        return None  # a date and a name that were read wrongly look like another date and name
    short = min(one.sketch.runs, other.sketch.runs) < SHORT
    limits = SCANNED if scanned else FEW_WORDS if short else WRITTEN if told else UNTOLD
    share = contained(one.sketch, other.sketch)
    length = min(one.sketch.runs, other.sketch.runs) / max(one.sketch.runs, other.sketch.runs)
    if share < limits.contained or length < limits.length:
        return None
    if figures_apart(one.sketch, other.sketch) > limits.figures:
        return None
    if not told and (short or (scanned and share < WRITTEN.contained)):
        return None
    if _heads_apart(one, other, words, scanned):
        return None
    if not (told or scanned) and words.missing(_text(one, words), other) and words.missing(_text(other, words), one):
        return None
    return round(word_likeness(share), 2)


def _contradict(one: Paper, other: Paper) -> bool:
    """True where day or meeting number are known of both and are not the same."""
    if one.day and other.day and one.day != other.day:
        return True
    few, many = sorted((one.numbers, other.numbers), key=len)
    return bool(few) and not few <= many


def _same_body(one: Paper, other: Paper) -> bool:
    """True for two written names of one body: alike, or one with more words than the other."""
    keys = [same_body.body_key(paper.name) for paper in (one, other)]
    few, many = sorted((set(key.split()) for key in keys), key=len)
    return few <= many or same_body.alike(*keys)


def _heads_apart(one: Paper, other: Paper, words: Words, scanned: bool) -> bool:
    """True where the head of each has a word that the other one's text lacks: two owners of one template.

    Of a scan only the letterhead counts, and a word that is nearly the same is no other.
    """
    lines = [words.head(paper)[: LETTERHEAD if scanned else None] for paper in (one, other)]
    heads = [fold(" ".join((p.title, p.name, *told))).split() for p, told in zip((one, other), lines, strict=True)]
    wanted = [{word for word in head if word.isalpha() and len(word) > 2} for head in heads]
    wanted = [wanted[0] - wanted[1], wanted[1] - wanted[0]]  # a name may have been taken from outside the text
    likeness = MISREAD if scanned else 100
    return bool(words.missing(wanted[0], other, likeness)) and bool(words.missing(wanted[1], one, likeness))


def _text(paper: Paper, words: Words) -> list[str]:
    return words.of(paper).split()


def _groups(found: dict[str, Paper], alike: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Documents joined by likeness, none in a group of two days: what would join two meetings is joined to neither."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in alike:
        near[one].add(other)
        near[other].add(one)
    dated = _joined([key for key in near if found[key].day], near)
    undated = _joined([key for key in near if not found[key].day], near)
    home = {key: number for number, group in enumerate(dated) for key in group}
    for group in undated:
        beside = {home[key] for member in group for key in near[member] if key in home}
        days = {found[dated[number][0]].day for number in beside}
        if len(days) == 1:
            first, *others = sorted(beside)
            for number in others:  # copies of one meeting that only met in this document
                home.update(dict.fromkeys(dated[number], first))
                dated[first] += dated[number]
                dated[number] = []
            dated[first] += group
            home.update(dict.fromkeys(group, first))
        elif not days:
            dated.append(group)
    return [group for group in dated if len(group) > 1]


def _joined(keys: list[str], near: dict[str, set[str]]) -> list[list[str]]:
    """What hangs together among some documents, each group in the order of its ids."""
    left, groups = set(keys), []
    for key in sorted(keys):
        if key in left:
            left.discard(key)
            group = [key]
            for member in group:
                found = sorted(near[member] & left)
                left.difference_update(found)
                group += found
            groups.append(sorted(group))
    return groups


def _stand(group: list[Paper], words: Words) -> Iterator[tuple[str, str, float, str]]:
    """Rows of `document_copy`: one stands for all that are like itself, and of what is left again one, so no chains."""
    left = {words.claim(paper): paper for paper in group}
    while len(left) > 1:
        stands = authority.first(list(left))
        paper = left.pop(stands)
        for claim, other in list(left.items()):
            if likeness := same(paper, other, words):
                yield other.id, paper.id, likeness, authority.reason(stands, claim)
                del left[claim]
