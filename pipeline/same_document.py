"""Which documents say the same: the minutes as .doc and as .pdf, a draft and what was approved, a scan and its source.

Two documents are the same only where nothing speaks against it and enough speaks for it. Minutes of one board are
written on one template, and most of the words of two meetings may agree; so kind, day, meeting number and body must not
contradict each other, the numbers in the text must agree, and where day or body is unknown one text must have all words
of the other. A document that is shown too often is a nuisance; one that is hidden by mistake is lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, combinations, pairwise

from rapidfuzz import fuzz
from sqlite_utils import Database

from pipeline import authority, same_body
from pipeline.authority import Claim
from pipeline.fold import fold
from pipeline.model import TextFrom
from pipeline.sketch import Sketch, contained, figures_apart, read_sketch, word_likeness

LOOKED_UP = 32
"""How many hashes of a sketch, the smallest, lead to its candidates."""
COMMON = 50
"""Documents of one day (of one kind, for those without a day) beyond which not each is compared with each."""
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
"""Day or body is not known: only the same text is the same document."""
FEW_WORDS = Limits(0.97, 0.9, 0.0)
"""A short text."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is shown if no other stands for it. `day`: of the meeting, else the year; `name`: of the body."""

    id: str
    source: str
    kind: str
    title: str
    day: str | None
    numbers: frozenset[str]
    name: str
    pages: tuple[int, int]
    sketch: Sketch
    recognised: bool
    claim: Claim


@dataclass
class Words:
    """The folded words of documents, read from the search index as they are asked for."""

    db: Database
    _of: dict[str, str] = field(default_factory=dict)

    def of(self, paper: Paper) -> str:
        """The words of the pages that a document stands on."""
        if paper.id not in self._of:
            query = (
                "SELECT k.words FROM search_key k JOIN page p ON p.id = k.record WHERE k.source_file = ? "
                "AND k.kind = 'page' AND p.number BETWEEN ? AND ? ORDER BY p.number"
            )
            self._of[paper.id] = " ".join(row[0] for row in self.db.conn.execute(query, [paper.source, *paper.pages]))
        return self._of[paper.id]

    def missing(self, wanted: Iterable[str], paper: Paper) -> set[str]:
        """Which of some folded words a document does not have, not even within longer ones or divided."""
        words = self.of(paper)
        left = set(wanted).difference(words.split(), authority.marks())
        letters = words.replace(" ", "") if left else ""
        return {word for word in left if word not in letters}


def copies(db: Database) -> None:
    """Fill `document_copy`; runs inside the caller's transaction, with the table empty."""
    papers = {paper.id: paper for paper in _papers(db)}
    words = Words(db)
    alike = [(one.id, other.id) for one, other in _candidates(list(papers.values())) if same(one, other, words)]
    rows: list[tuple[str, str, float, str]] = []
    for group in _groups(papers, alike):
        rows += _stand(db, [papers[key] for key in group], words)
    db.conn.executemany("INSERT INTO document_copy(document, of, likeness, reason) VALUES (?, ?, ?, ?)", sorted(rows))


def _papers(db: Database) -> Iterator[Paper]:
    """The documents of all contents that lie somewhere now, in the order of their contents."""
    for row in db.conn.execute(_PAPERS):
        key, source, ordinal, kind, title, body, first, last, made, date, number, text_from, media_type, others = row
        text = read_sketch(made)
        claim = Claim(authority.UNSAID, text.runs, text_from, others == 1, media_type, source, ordinal)
        yield Paper(
            key,
            source,
            kind,
            title or "",
            date,
            frozenset(digits.lstrip("0") for digits in re.findall(r"\d+", number or "")),
            body or "",
            (first or 0, last or 0),
            text,
            text_from in {TextFrom.OCR, TextFrom.MIXED},
            claim,
        )


_PAPERS = """
SELECT d.id, d.source_file, d.ordinal, d.kind, d.title, d.body, d.first_page, d.last_page, d.sketch,
  CASE WHEN d.kind IN ('minutes', 'notice') THEN m.date
    ELSE COALESCE(CAST(d.year AS TEXT), substr(d.published, 1, 4)) END,
  m.number, s.text_from, s.media_type, (SELECT count(*) FROM document x WHERE x.source_file = d.source_file)
FROM document d JOIN source_file s ON s.id = d.source_file
  LEFT JOIN meeting m ON m.id = (SELECT x.id FROM meeting x WHERE x.document = d.id ORDER BY x.position, x.id LIMIT 1)
WHERE d.sketch IS NOT NULL AND d.id IN (SELECT id FROM v_current)
ORDER BY d.source_file, d.ordinal
"""


def _candidates(papers: list[Paper]) -> Iterator[tuple[Paper, Paper]]:
    """Pairs that share a hash: those of one day among themselves, those without a day among all of their kind."""
    seen: set[tuple[str, str]] = set()
    for group, asking in _blocks(papers):
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


def _blocks(papers: list[Paper]) -> Iterator[tuple[list[Paper], list[Paper]]]:
    """Documents among which copies may be, and those of them whose copies are looked for."""
    kinds: dict[str, list[Paper]] = defaultdict(list)
    days: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in papers:
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
    told = bool(one.day and other.day and one.name and other.name)
    scanned = one.recognised or other.recognised
    if scanned and not (one.day and other.day):
        return None  # a date and a name that were read wrongly look like another date and name
    short = min(one.sketch.runs, other.sketch.runs) < SHORT
    limits = SCANNED if scanned else FEW_WORDS if short else WRITTEN if told else UNTOLD
    share = contained(one.sketch, other.sketch)
    length = min(one.sketch.runs, other.sketch.runs) / max(one.sketch.runs, other.sketch.runs)
    if share < limits.contained or length < limits.length:
        return None
    if figures_apart(one.sketch, other.sketch) > limits.figures:
        return None
    if scanned:
        enough = told or share >= WRITTEN.contained
        return round(word_likeness(share), 2) if enough and (told or not short) else None
    if (short and not told) or _named_apart(one, other, words):
        return None
    if not told and words.missing(_text(one, words), other) and words.missing(_text(other, words), one):
        return None
    return round(word_likeness(share), 2)


def _contradict(one: Paper, other: Paper) -> bool:
    """True where day, meeting number or body are known of both and are not the same."""
    if one.day and other.day and one.day != other.day:
        return True
    if one.numbers and other.numbers and not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return True
    return bool(one.name and other.name) and not _same_body(one, other)


def _same_body(one: Paper, other: Paper) -> bool:
    """True for two written names of one body: alike, or one with more words than the other; a scan may misspell it."""
    keys = [same_body.body_key(paper.name) for paper in (one, other)]
    few, many = sorted((set(key.split()) for key in keys), key=len)
    if few <= many or same_body.alike(*keys):
        return True
    figures = [set(re.findall(r"\d+", key)) for key in keys]
    return (one.recognised or other.recognised) and figures[0] == figures[1] and fuzz.ratio(*keys) >= 80


def _named_apart(one: Paper, other: Paper, words: Words) -> bool:
    """True where title and body of each have a word that the other one's text lacks: two owners of one template."""
    heads = [fold(f"{paper.title} {paper.name}").split() for paper in (one, other)]
    return bool(words.missing(heads[0], other)) and bool(words.missing(heads[1], one))


def _text(paper: Paper, words: Words) -> list[str]:
    return words.of(paper).split()


def _groups(papers: dict[str, Paper], alike: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Documents joined by likeness, none in a group of two days: what would join two meetings is joined to neither."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in alike:
        near[one].add(other)
        near[other].add(one)
    dated = _joined([key for key in near if papers[key].day], near)
    undated = _joined([key for key in near if not papers[key].day], near)
    home = {key: number for number, group in enumerate(dated) for key in group}
    for group in undated:
        beside = {home[key] for member in group for key in near[member] if key in home}
        days = {papers[dated[number][0]].day for number in beside}
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


def _stand(db: Database, group: list[Paper], words: Words) -> Iterator[tuple[str, str, float, str]]:
    """Rows of `document_copy`: one stands for all that are like itself, and of what is left again one, so no chains."""
    left = {_claim(db, paper): paper for paper in group}
    while len(left) > 1:
        stands = authority.first(list(left))
        paper = left.pop(stands)
        for claim, other in list(left.items()):
            if likeness := same(paper, other, words):
                yield other.id, paper.id, likeness, authority.reason(stands, claim)
                del left[claim]


def _claim(db: Database, paper: Paper) -> Claim:
    """What a document has to say for itself, its version looked up."""
    names = db.conn.execute("SELECT name FROM file_name WHERE source_file = ? AND current = 1", [paper.source])
    head = db.conn.execute(_HEAD, [paper.id, paper.source, paper.pages[0]]).fetchone() or ("", None)
    lines = head[0].split("\n")[: (head[1] or len(head[0])) - 1]
    state = authority.version([name for (name,) in names], paper.title, lines)
    return replace(paper.claim, version=state)


_HEAD = """
SELECT p.text, (SELECT min(a.first_line) FROM agenda_item a WHERE a.document = ? AND COALESCE(a.page, 0) = p.number)
FROM page p WHERE p.source_file = ? AND p.number = ?
"""
"""The text of a document's first page, and the line on which its first item begins."""
