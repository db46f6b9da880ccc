"""Dates by which something is due, an action's too; a date that merely happens is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import _due
from extractors._helpers import in_list, regions, sentences_of
from extractors.lexicon import Lexicon
from pipeline import dates
from pipeline.blocks import known_label
from pipeline.model import Document, Fact, Issue, Kind, Record, Role, When

KINDS = {Kind.MINUTES, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.NOTICE}
ROUND = 2
_PAST = re.compile(r"\b(?:ble|blei|vart|var|hadde|gikk|gjekk|kom|fikk|fekk)\b", re.I)
_FUTURE = re.compile(r"\b(?:skal|må|vil|bør|kan|blir|vert)\b", re.I)
_PROMISED = re.compile(
    r"frist|\b(?:varslet|varsla|lovet|lova|ventet|ventes|ventast|forventes|forventa|planlagt|lovd|forutset\w+|føreset\w+|krev\w*|krav|pålegg|pålagt|tid til)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:skal|må)\b[^.]{0,60}\b(?:være|vere|vera|foreligge|liggje føre|ligge føre|ferdig|klar[te]?|etablert|levert|sendt|inne|på plass|sendes|sendast|leveres|leverast)\b",
    re.I,
)
_CUE = re.compile(
    r"frist|\bpåmelding\b|\bforfaller\b|\bforfell\b|\binnen\b|\binnan\b|\bsenest\b|\bseinast\b|\bultimo\b|utgangen av|i løpet av",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"\b(?:ikke|ikkje|neppe|tidligst|tidlegast|først)\b[^.;]{0,40}?(?:\bfør)?\s*(?:\bi?\s*)?\bfør\b[^.;,]{0,12}$", re.I
)
"""What cannot be had before a day ("svarer ikke før i mai")."""
_LIMIT = re.compile(r"\b[\wæøå]*frist(?:en|a|er|ar|ene|ane)?\b([^.;,]*)$", re.I)
_CLAUSE_END = re.compile(r"[,;.](?=\s)")
_TO_BE_SENT = re.compile(
    r"^(?:saker|saka|sakene|sakane|papir(?:er|ene|a)?|sakspapir(?:er|ene|a)?|sakliste[nr]?|innspill|innspel|forslag|framlegg|påmelding|stoff|innlegg)\b",
    re.I,
)
"""What has to be with the board so long "before": before the meeting that was just spoken of."""
_MEETING = re.compile(r"^\W*(?:neste|nytt|nye|kommende|komande)\s+(?:[\wæøå-]{0,20})?møte", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """One date by which something is due; `when.recurring` for a yearly one."""

    collection = "deadlines"
    text: str
    when: When
    due_kind: str = ""

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
    meets_next = -2  # the last block that said when they meet next
    for block in document.blocks:
        if (
            block.index in skip
            or region[block.index] in ("present", "absent", "agenda", "old_action")
            or block.role is Role.ROW
        ):
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in ("next_meeting", "date", "time", "date_time", "time_place", "distribution"):
            continue
        item = document.item_of(block.index)
        if document.kind is Kind.MINUTES and item is None and not _behind(document, block.index):
            continue
        for sentence in sentences_of(
            block, item if item is None or item.first != block.index or document.kind is Kind.MINUTES else None
        ):
            text = f"Frist: {sentence.text}" if meaning == ("deadline",) and sentence.start else sentence.text
            if _MEETING.match(text):
                meets_next = block.index
                continue
            for due in _due.find(text):
                before_next = due.kind == "before_it" and block.index - meets_next <= 1 and _TO_BE_SENT.match(text)
                if not before_next and (due.kind == "vague" or not _is_deadline(text, due)):
                    continue
                kind = "before_next" if before_next else due.kind
                yield Deadline(
                    place=sentence.place, block=block.index, rule=f"deadline {kind}", confidence=0.88 if due.strong else 0.7,
                    text=sentence.text, when=due.when, due_kind=kind,
                )  # fmt: skip


def _behind(document: Document, block: int) -> bool:
    firsts = [item.first for item in document.items if item.first is not None]
    return not firsts or block > min(firsts)


def _is_deadline(text: str, due: _due.Due) -> bool:
    """True where a date is a limit: a cue stands with it and the sentence is not about what happened."""
    before = text[: due.start]
    around = text[max(0, due.start - 12) : due.end]
    cued = bool(_CUE.search(around))
    past = bool(_PAST.search(text)) and not _FUTURE.search(text)
    if _NOT_BEFORE.search(text[: due.start + 4]):
        return False  # the earliest day, not the last
    if due.kind == "recurring":
        return bool(_CUE.search(text))
    if due.kind in ("year_end", "month_end") and not _PROMISED.search(text) and not _FUTURE.search(text):
        return False
    if re.search(r"\bfør\b", around, re.I) and not cued:
        return not past and bool(_FUTURE.search(text) or re.search(r"\w(?:es|ast|er|ar)\b", before))
    if due.kind in ("next_meeting", "before_next", "before_it") or due.kind in _due.NEAR:
        return False  # only with an action: `resolve` adds those
    if due.kind == "in_month":
        return (
            bool(re.search(r"i løpet av", around, re.I))
            and not past
            and bool(_FUTURE.search(text) or "frist" in text.casefold())
        )
    limit = _LIMIT.search(before)
    if limit and not dates.find(limit.group(1)):
        return True  # "Rapporteringsfristen til EU er 30. september"
    if cued:
        return not (past and not re.search(r"frist", text, re.I)) or bool(re.search(r"frist", around, re.I))
    return bool(_PLANNED.search(_clause(text, due))) and not past


def _clause(text: str, due: _due.Due) -> str:
    """The part of a sentence between commas in which a date stands."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    start = max((end for end in ends if end <= due.start), default=0)
    return text[start : min((end for end in ends if end > due.end), default=len(text))]
