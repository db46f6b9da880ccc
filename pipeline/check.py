"""Invariants across the facts of a document: what they leave uncovered or contradict becomes an issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors._helpers import in_list, regions, sentences_of
from extractors._matching import cue
from extractors._said import doubtful
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from extractors.meeting import Meeting
from extractors.meetings_held import MeetingHeld
from pipeline.model import Document, Fact, Issue, Kind, Place, Role, Severity

_CUE = expression("check.cue")
_QUIET = ("proposal", "old_action", "agenda", "attachment", "dissent")


def check(document: Document, facts: Sequence[Fact], unsure: Sequence[Fact], lexicon: Lexicon) -> list[Issue]:
    """Sentences with a word of deciding or of a deadline, or that may well be one without it, that no fact covers.

    `unsure` are facts that were likelier wrong than right, which are told here with the rest where no record has their
    sentence.
    """
    covered: dict[int, list[str]] = {}
    for fact in facts:
        if fact.collection in _COVERING:
            covered.setdefault(fact.block, []).append(fact.place.quote)
    found = _uncovered(document, facts, covered, lexicon) if document.kind is Kind.MINUTES else []
    told = {issue.place for issue in found}
    left = [fact for fact in unsure if fact.place not in told and not _begins(covered, fact)]
    return found + [_cue(fact.place, fact.place.quote) for fact in left]


_COVERING = frozenset(("decisions", "actions", "deadlines", "next_meeting", "meeting", "approves", "agenda"))
"""Collections whose records say what stands in a sentence."""
_BEGINNING = 40
"""Letters by which a sentence is known in a quote."""


def _begins(covered: Mapping[int, Sequence[str]], unsure: Fact) -> bool:
    """True where a record's quote begins as that of a fact that is none: one sentence may seem to be two things."""
    text, quotes = unsure.place.quote, covered.get(unsure.block, ())
    return any(q.startswith(text[:_BEGINNING]) or text.startswith(q[:_BEGINNING]) for q in quotes)


def _has(covered: Mapping[int, Sequence[str]], block: int, text: str) -> bool:
    """True where a record's quote holds a sentence of that block, or stands in it."""
    return any(text[:_BEGINNING] in q or q[:_BEGINNING] in text for q in covered.get(block, ()))


def _cue(place: Place, text: str) -> Issue:
    return Issue("cue_not_covered", Severity.NOTE, place, (("text", text[:120]),))


def _uncovered(
    document: Document, facts: Sequence[Fact], covered: Mapping[int, Sequence[str]], lexicon: Lexicon
) -> list[Issue]:
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
            unsure = doubtful(said) and not _names_only(sentence.text)
            if (_has_cue(sentence.text) or unsure) and not _has(covered, block.index, sentence.text):
                found.append(_cue(sentence.place, sentence.text))
    return found


def _has_cue(text: str) -> bool:
    """True for a word of deciding or of a deadline that is not of a decision that somebody got from others."""
    others = cue("others_decisions").find(text)
    return any(not any(hit.start <= found.start() < hit.end for hit in others) for found in _CUE.finditer(text))


def _names_only(text: str) -> bool:
    """True for a few words that all begin as names do ("Vik, KS"): nobody decides or does anything in them."""
    words = text.split()
    shouted = any(word.isupper() and len(word.strip(".,:;")) > _FEW for word in words)
    return len(words) <= _FEW and not shouted and all(word[:1].isupper() for word in words)


_FEW = 4
"""Words of such a line, and letters of an acronym in it, at most."""


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
