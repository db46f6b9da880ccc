"""Invariants across the facts of a document: what they leave uncovered or contradict becomes an issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._helpers import in_list, regions, sentences_of
from extractors._said import doubtful
from extractors.lexicon import Lexicon
from extractors.meeting import Meeting
from extractors.meetings_held import MeetingHeld
from pipeline.model import Document, Fact, Issue, Kind, Place, Role, Severity

_CUE = re.compile(
    r"\b(?:frist(?:en)?|innen (?:den )?\d|innan \d|senest \d|seinast \d|"
    r"vedtak|vedtatt|vedteke|vedtok|besluttet|beslutning)\b",
    re.I,
)
_QUIET = ("proposal", "old_action", "agenda", "attachment", "dissent")


def check(document: Document, facts: Sequence[Fact], unsure: Sequence[Fact], lexicon: Lexicon) -> list[Issue]:
    """Sentences with a word of deciding or of a deadline, or that may well be one without it, that no fact covers.

    `unsure` are facts that were likelier wrong than right, which are told here with the rest.
    """
    found = _uncovered(document, facts, lexicon) if document.kind is Kind.MINUTES else []
    told = {issue.place for issue in found}
    return found + [_cue(fact.place, fact.place.quote) for fact in unsure if fact.place not in told]


def _cue(place: Place, text: str) -> Issue:
    return Issue("cue_not_covered", Severity.NOTE, place, (("text", text[:120]),))


def _uncovered(document: Document, facts: Sequence[Fact], lexicon: Lexicon) -> list[Issue]:
    covered: dict[int, list[str]] = {}
    for fact in facts:
        if fact.collection in ("decisions", "actions", "deadlines", "next_meeting", "meeting", "approves", "agenda"):
            covered.setdefault(fact.block, []).append(fact.place.quote)
    region = regions(document, lexicon)
    skip = in_list(document)
    found = []
    decided = {f.block for f in facts if f.collection == "decisions"}
    for block in document.blocks:
        if (
            block.index in skip
            or region[block.index] in _QUIET
            or block.role is Role.HEADING
            or (block.role is Role.ROW and not any(c.isdigit() for c in block.text))
        ):
            continue
        item = document.item_of(block.index)
        if (item is None and not _among_items(document, block.index)) or (
            region[block.index] == "decision" and any(abs(d - block.index) <= 6 for d in decided)
        ):
            continue
        for sentence in sentences_of(block, item):
            said = document.said.get((block.index, sentence.start))
            if (_CUE.search(sentence.text) or doubtful(said)) and not any(
                sentence.text[:40] in q or q[:40] in sentence.text for q in covered.get(block.index, ())
            ):
                found.append(_cue(sentence.place, sentence.text))
    return found


def _among_items(document: Document, block: int) -> bool:
    """True where there are no items at all, or the block stands behind the first one."""
    firsts = [item.first for item in document.items if item.first is not None]
    return not firsts or block > min(firsts)


def across(parts: Sequence[tuple[Document, Sequence[Fact]]]) -> list[Issue]:
    """A report against the minutes appended to it: a meeting date that no appendix has, where one lies near."""
    minutes = [
        (f.when.value, f)
        for d, facts in parts
        if d.kind is Kind.MINUTES
        for f in facts
        if isinstance(f, Meeting) and f.when and f.when.value
    ]
    issues = []
    for document, facts in parts:
        if document.kind is not Kind.ANNUAL_REPORT or not minutes:
            continue
        for fact in facts:
            if not isinstance(fact, MeetingHeld) or fact.when.value is None:
                continue
            held = fact.when.value
            if any(value == held for value, _ in minutes):
                continue
            near = min(minutes, key=lambda pair: abs((pair[0] - held).days))
            values = (("report", held.isoformat()), ("minutes", near[0].isoformat()), ("page", str(near[1].place.page)))
            issues.append(Issue("report_date_conflict", Severity.DOUBT, fact.place, values))
    return issues
