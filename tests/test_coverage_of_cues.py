"""Nothing disappears: a line of minutes with a word of deciding or of a deadline is in a record or in an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from extractors._votes import vote
from pipeline.model import Outcome, Record, walk
from pipeline.sentences import split
from tests.conftest import ROOT
from tests.corpus_run import readable
from tests.test_floors import fresh

LINES_AN_ISSUE = 25
"""So many lines of text there must be for each issue: a list of doubts that nobody reads helps nobody."""

CUE = re.compile(
    r"\b(?:vedtok|vedtatt|vedteke|vedteken|besluttet|beslutta|frist(?:en)?|innen \d|innan \d|senest \d|seinast \d)\b",
    re.I,
)
NAMED = re.compile(r"\b(?:forslag|framlegg|innstilling|tilråding)\b", re.I)
"""A proposal's line holds the words of the decision that it proposes."""
HEADER = re.compile(
    r"^(?:(?:sak|nr\.?|pkt\.?|tekst|tema|og|behandling|konklusjon|tiltak|aksjon|oppgave|oppgåve|hva|kva|hvem|kven|ansvar|ansvarlig|ansvarleg|frist|status|\|)\s*)+$",
    re.I,
)
"""The first row of a table."""


NOT_OF_THIS_MEETING = {
    "Droftingsreferat 20.11.2014": "before the first item, of another body",
    "Moteprotokoll_FSK_2016-09-20": "the formula above the signatures",
}
"""Documents with one such line that rightly is no record and no doubt, and why."""


def clean_minutes(corpus: dict[str, Outcome]) -> Iterator[tuple[str, Outcome, Record]]:
    """The files that are one clean document of minutes."""
    for stem, outcome in readable(corpus).items():
        documents = outcome.record["documents"]
        if [document["kind"] for document in documents] == ["minutes"] and outcome.status == "ok":
            yield stem, outcome, documents[0]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def said(outcome: Outcome) -> str:
    """The letters of every quote and text that a record or an issue shows."""
    shown = []
    for _, _, record in walk(outcome):
        shown += [record.get("text"), record.get("title"), (record.get("source") or {}).get("quote")]
    for document in outcome.record["documents"]:
        for name in ("meeting", "next_meeting", "approves"):
            shown.append(((document.get(name) or {}).get("source") or {}).get("quote"))
    for issue in outcome.record["issues"]:
        shown.append((issue["source"] or {}).get("quote"))
    return "\n".join(letters(text) for text in shown if text)


def uncovered(outcome: Outcome) -> list[str]:
    """Parts of lines, cut where sentences end, that hold a cue and stand in no record and no issue."""
    shown = said(outcome)
    lines = [line for _, text, _ in outcome.pages for line in text.splitlines() if not NAMED.search(line)]
    parts = [line[start:end] for line in lines for start, end in split(line)]
    votes = [record["vote"] for _, name, record in walk(outcome) if name == "decisions"]
    return [
        part
        for part in parts
        if CUE.search(part)
        and len(part.split()) > 2
        and not HEADER.match(part)
        and letters(part) not in shown
        and letters(re.sub(r"^(?:[^:]{2,30}:|\w{1,2}[.)]\s)", "", part))
        not in shown  # a record need not repeat its label
        and not (vote(part) and vote(part) in votes)
    ]


def test_lines_with_a_cue_are_covered(corpus: dict[str, Outcome]) -> None:
    known = [(stem, outcome) for stem, outcome, _ in clean_minutes(corpus) if stem not in fresh()]
    found = {stem: lines for stem, outcome in known if (lines := uncovered(outcome))}
    assert {stem: lines for stem, lines in found.items() if len(lines) > (stem in NOT_OF_THIS_MEETING)} == {}


def test_issues_are_few(corpus: dict[str, Outcome]) -> None:
    lines, issues = 0, 0
    for _, outcome, _ in clean_minutes(corpus):
        lines += sum(1 for _, text, _ in outcome.pages for line in text.splitlines() if line.strip())
        issues += len(outcome.record["issues"])
    assert issues * LINES_AN_ISSUE <= lines


@pytest.mark.parametrize("folder", ["corpus"])
def test_there_are_minutes_to_look_at(folder: str, corpus: dict[str, Outcome]) -> None:
    assert len(list((ROOT / folder).glob("*.pdf"))) == len(corpus)
    assert sum(1 for _ in clean_minutes(corpus)) >= 20
