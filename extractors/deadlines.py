"""Dates by which something is due, an action's too; a date that merely happens is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import _due
from extractors._due import Tense
from extractors._hanging import with_events
from extractors._helpers import in_list, regions, sentences_of
from extractors._whose import proposed
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role, When

KINDS = {Kind.MINUTES, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.NOTICE}
ROUND = 2
_LIMIT = expression("deadlines.limit")
_SECTION = expression("deadlines.section")
"""Two numbers behind "til" that no stop ends: a section of what is remarked on ("innspill til 6.1") rather than a day."""
_CLAUSE_END = expression("deadlines.clause_end", re.NOFLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """One date by which something is due; `when.recurring` for a yearly one."""

    collection = "deadlines"
    text: str
    when: When
    due_kind: str = ""
    tense: Tense | None = None
    """How the sentence tells of it: of what is past only a date still to come is a deadline."""

    def record(self) -> Record:
        """The contract's deadline record, without the item that its place gives."""
        return {
            "date": self.when.value.isoformat() if self.when.value else None,
            "text": self.text,
            "recurring": self.when.recurring,
        }


def extract(document: Document, lexicon: Lexicon) -> Iterator[Deadline | Issue]:
    """Every stated deadline; those of actions that have no cue of their own are added by `resolve`."""
    region = regions(document, lexicon)
    skip = in_list(document)
    said: list[str] = []  # the sentences so far, for what hangs on a day named in them
    for block in document.blocks:
        if (
            block.index in skip
            or region[block.index] in ("present", "absent", "agenda", "old_action")
            or (block.role is Role.ROW and not _prose(block))
        ):
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in ("date", "time", "date_time", "time_place", "distribution"):
            continue
        item = document.item_of(block.index)
        if document.kind is Kind.MINUTES and item is None and not _behind(document, block.index):
            continue
        for sentence in sentences_of(
            block, item if item is None or item.first != block.index or document.kind is Kind.MINUTES else None
        ):
            text = f"Frist: {sentence.text}" if meaning == ("deadline",) and sentence.start else sentence.text
            dues = with_events(_due.find(text), said)
            announced = (meaning == ("next_meeting",) and said[-1:] != [_due.NEXT_MEETING]) or _has("meets", text)
            if announced:
                dues = [due for due in dues if _beside_the_meeting(text, due)]
            said.append(_due.NEXT_MEETING if announced else text)
            added = len(text) - len(sentence.text)
            for due in dues:
                if due.kind == "vague" or proposed(block, sentence.start, sentence.end) or not _is_deadline(text, due):
                    continue
                yield Deadline(
                    place=sentence.place_of(max(0, due.start - added)), block=block.index, rule=f"deadline {due.kind}", text=sentence.text,
                    confidence=0.88 if due.strong else 0.7, when=due.when, due_kind=due.kind, tense=_tense(text, due),
                )  # fmt: skip


_CELLS = 2
"""Cells of a row, at most, that is a paragraph with something beside it."""


def _prose(block: Block) -> bool:
    """True for a row whose first cell is a sentence, as of a paragraph with an owner's initials at its side."""
    cells = [cell.text for cell in block.lines[0].cells]
    return len(cells) <= _CELLS and bool(cells) and len(cells[0].split()) > LONGEST_CELL


LONGEST_CELL = 5
"""Words of a cell that is no sentence, at most."""


def _behind(document: Document, block: int) -> bool:
    firsts = [item.first for item in document.items if item.first is not None]
    return not firsts or block > min(firsts)


def _beside_the_meeting(text: str, due: _due.Due) -> bool:
    """True for a limit in a sentence that says when they meet, which is none itself."""
    if due.kind in _due.HANGING:
        return not _has("goes_with", text[: due.start])
    return due.kind == "date" and _has("cue", text[max(0, due.start - 12) : due.end])


def _has(name: str, text: str) -> bool:
    return _due.pattern(name).search(text) is not None


def _tense(text: str, due: _due.Due) -> Tense | None:
    """The tense in which a date is told of: of what was said or settled, that which was said counts."""
    if _has("timeless", text[max(0, due.start - 12) : due.end]):
        return None
    said = [match.end() for match in _due.pattern("told").finditer(text, 0, due.start)]
    clause = _clause(text, due)
    told = clause if _has("present", clause) else text[said[-1] if said else 0 :]
    if _has("future", told):
        return Tense.FUTURE
    return Tense.PAST if _has("past", told) else None


def _is_deadline(text: str, due: _due.Due) -> bool:
    """True where a date is a limit: a cue stands with it and the sentence is not about what happened."""
    before = text[: due.start]
    around = text[max(0, due.start - 12) : due.end]
    cued, past = _has("cue", around), _tense(text, due) is Tense.PAST
    if _due.pattern("not_before").search(text[: due.start + 4]) or _has("instead_of", text[: due.end - _length(due)]):
        return False
    if due.kind == "recurring":
        clause = _clause(text, due)
        return _has("cue", text) or _has("planned", clause) or (_has("yearly_due", clause) and not past)
    if due.kind in _due.HANGING:
        return due.when.hangs_on is not None and (_has("future", text) or not _has("past", text))
    if due.kind == "within":
        return _has("objections", text) and not past
    if due.kind in _due.NEAR:
        return _has("firm", due.when.text) and not past
    if due.kind in ("year_end", "month_end", "this_month", "quarter"):
        if _has("loosely", text[: due.start] + due.when.text):
            return _has("planned", _clause(text, due)) and not past
        return (_has("promised", text) or _has("future", text)) and not past
    if re.search(r"\bfør\b", around, re.I) and not cued:
        return not past
    if due.kind in ("next_meeting", "before_next"):
        return due.kind == "before_next" and not past  # without a task the next meeting is no limit
    if due.kind == "in_month":
        limited = bool(re.search(r"i løpet av", around, re.I))
        return limited and not past and (_has("future", text) or "frist" in text.casefold())
    limit = _LIMIT.search(before)
    if limit and not dates.find(limit.group(1)):
        return True  # "Rapporteringsfristen til EU er 30. september"
    if cued:
        return not (past and "frist" not in text.casefold()) or "frist" in around.casefold()
    if _has("handed_in", text[: due.end - _length(due)]):
        return not past and not _SECTION.search(text[: due.end])
    return _has("planned", _clause(text, due)) and not past


def _length(due: _due.Due) -> int:
    """The letters of the date in a wording, without what stands before it."""
    days = dates.find(due.when.text)
    return days[0].end - days[0].start if days else due.end - due.start


def _clause(text: str, due: _due.Due) -> str:
    """The part of a sentence between commas in which a date stands."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    start = max((end for end in ends if end <= due.start), default=0)
    return text[start : min((end for end in ends if end > due.end), default=len(text))]
