"""Whose decision a sentence tells: this meeting's, or one that is proposed, reported, or another body's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._actors import Cast, cast_of
from extractors._matching import Hit, cue, word_list
from extractors._names import is_office, is_organisation
from extractors._own_body import is_own
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Block, Document

_LAST_MEETING = expression("whose.last_meeting")
_OTHER_TIME = expression("whose.other_time")
_MONTH = "|".join(dates.MONTHS)
_THEN = expression("whose.then", month=_MONTH)
"""A day or month right behind a verb of deciding ("vedtok budsjettet i desember"): another meeting's."""
_THAT_YEAR = re.compile(r"(?:^|,\s+|[–-]\s+|\bat\s+(?:[\wæøå]+\s+)?)i\s+(?:19|20)\d\d\s*$", re.I)
"""A year that opens the clause of deciding ("... minner om at partene i 2023 var enige")."""
_GOVERNS = expression("whose.governs")
"""How a verb ends that the day itself was settled by ("ble fastsatt til 3. november")."""
_ELSEWHERE = expression("whose.elsewhere")
"""Another body of the same name ("Styret i Indre")."""
_BY_OTHER = expression("whose.by_other", re.NOFLAG)
_SUBORDINATE = expression("whose.subordinate")
_THAT = re.compile(r"\b(?:at|som)\b[^,;]*$", re.I)
_BODY_NOUN = expression("whose.body_noun")
_PASSIVE_START = expression("whose.passive_start")
_PERSONAL = expression("whose.personal")


_QUOTED = expression("whose.quoted")
"""A proposal in quotation marks, from what announces it ("sette fram slikt framlegg: «...»")."""
_QUOTATION = '«“"'
_ASIDE = re.compile(r"\s*\([^)]*\)")
_PROPOSAL = expression("whose.proposal")
"""A sentence that puts a proposal forward before a colon, or names it as laid before the meeting."""
_DISSENT = expression("whose.dissent")
"""What one of those who lost wants the minutes to say, and who they were."""
NOT_ALL = expression("whose.not_all")
"""That some agreed, or that they did not."""


def proposed(block: Block, start: int, end: int) -> bool:
    """True where a stretch of a block is a proposal, or in quotation marks behind its announcement; or a dissent."""
    said = block.text[start:end]
    if _PROPOSAL.match(said) or _DISSENT.search(said):
        return True
    if not any(mark in block.text for mark in _QUOTATION):
        return False  # asked of each sentence, and a search of the whole block
    return any(quote.start() < end and start < quote.end() for quote in _QUOTED.finditer(block.text))


_LAST_MINUTES = expression("whose.last_minutes")


def of_this_meeting(document: Document, text: str, hits: Sequence[Hit], outcome: str) -> bool:
    """True unless the sentence proposes, is a rule, or names a person, another body or another time as its source."""
    first = min(hits, key=lambda hit: (hit.start, -hit.end))
    start = first.start
    last = _LAST_MINUTES.match(text)  # "Referat fra forrige møte ble godkjent" is of this meeting
    if any((last.end() if last else 0) <= hit.start < first.end for hit in cue("not_decision").find(text)):
        return False
    before = _ASIDE.sub("", text[:start])
    if _SUBORDINATE.search(before) and len(before) > 3:
        return False
    if _THAT.search(before) and not re.match(r"^som\b", before, re.I):
        return False
    own = (document.body or "").casefold()
    phrase = re.split(r"[,;:]|\bog\b|\bmen\b", before.strip(" ,"))[-1].strip()
    subject = phrase or " ".join(text.split()[:1])
    words = [
        w
        for w in re.findall(r"[\wæøåÆØÅ-]+", subject)
        if w.casefold() not in ("har", "hadde", "også", "òg", "og", "så", "da", "då")
    ]
    if (
        words
        and not re.match(r"(?:fikk|fekk|får)\b", text[start:])
        and not _PASSIVE_START.match(text[start:])
        and not _acts_here(words, own, cast_of(document))
    ):
        return False
    if re.match(r"\s*i (?:19|20)\d\d\b", text[first.end :]) and outcome != "noted":
        return False
    if outcome == "noted" and re.match(r"revisor", subject, re.I):
        return False
    if (
        outcome == "noted"
        and re.match(r"ing", text[start:], re.I)
        and phrase
        and words
        and words[0].casefold() not in ("det", "der")
        and not _collective(words, own)
    ):
        return False
    if (
        outcome == "agreed"
        and _PERSONAL.search(text[start : first.end + 8])
        and not _PASSIVE_START.match(text[start : start + 3] if text[start : start + 3].casefold() == "det" else "x")
        and words
        and not _collective(words, own)
    ):
        return False
    settled = outcome in ("adopted", "approved", "rejected", "agreed", "postponed")
    if settled and _LAST_MEETING.search(text) and not re.search(r"referat|protokoll|møtebok", text[: start + 30], re.I):
        return False
    match = _BY_OTHER.search(text[start:])
    other = match.group(1).strip() if match else ""
    return not (
        other
        and (is_organisation(other) or (other.islower() and other not in own and not is_own(document, other)))
        and re.search(r"\b(?:ble|vart|blei|er|vert|blir)\b", text)
    )


_THEY = expression("whose.they")
"""Others than the meeting, who settled something ("Dei vedtok ..."); those who met say "we" or name the body."""


def elsewhere(document: Document, text: str, hits: Sequence[Hit], outcome: str) -> bool:
    """True for a sentence that says outright that this was settled on another day, by another body or by few of them."""
    first = min(hits, key=lambda hit: (hit.start, -hit.end))
    settled = outcome in ("adopted", "approved", "rejected", "agreed", "elected")
    if settled and _THEY.search(text):
        return True
    if outcome in ("agreed", "rejected") and NOT_ALL.search(text) and len(text.split()) < 40:
        return True
    then = _THEN.match(text[first.end :]) and not _GOVERNS.search(text[: first.end])
    if settled and (_OTHER_TIME.search(text[: first.end]) or _THAT_YEAR.search(text[: first.start]) or then):
        return True
    other = _ELSEWHERE.match(text)
    return other is not None and other.group(1).strip().casefold() not in (document.body or "").casefold()


def _acts_here(words: list[str], own: str, cast: Cast) -> bool:
    """True where the subject of an active verb is this meeting's body, or is no actor at all (then it is impersonal)."""
    last = words[-1].casefold()
    if last in word_list("own_bodies"):
        stem = re.sub(r"(?:et|en|a)$", "", last)
        general = last in word_list("any_body")
        return general or not own or stem in own
    named = " ".join(words[-3:])
    if any(named.endswith(short) for short in cast.spellings) or _BODY_NOUN.search(last):
        return bool(own) and re.sub(r"(?:et|en|a)$", "", last) in own
    if last in word_list("group_actors") or is_office(words[-1]):
        return False
    return not (
        words[-1][:1].isupper()
        and len(words) <= 4
        and (is_organisation(words[-1]) or is_organisation(" ".join(words)))
        and last not in own
    )


def _collective(words: list[str], own: str) -> bool:
    """True where several or the body itself agree, not one person."""
    last = words[-1].casefold()
    return (
        last in word_list("own_bodies")
        or (bool(own) and re.sub(r"(?:et|en|a)$", "", last) in own)
        or last.endswith(("ane", "ene", "arane", "erne"))
        or last in ("det", "dei", "de", "begge", "båe")
    )
