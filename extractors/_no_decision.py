"""What only looks like a decision: questions, conditions, talk, views, bare counts of votes, what is yet to be decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._matching import cue
from extractors._resolutions import Decision, item_key
from pipeline.model import Document

CONDITIONAL = re.compile(
    r"^(?:hvis|dersom|om|viss|hvordan|korleis|når(?!\s+det\s+gjeld))\b|^(?:etter at|da|då)\b(?![^.]*,\s+(?:ble|blei|vart|falt|fall|gikk|gjekk|kom|valgte|valde|vedtok)\b)",
    re.I,
)
"""A condition, or what happened first where nothing follows it."""
QUESTION = re.compile(r"\?\s*$")
NEXT_MEETING = re.compile(r"^(?:(?:neste|nytt)\s+(?:\w+)?møte|neste\s+(?:gang|gong))\b", re.I)
"""When they meet next has a record of its own, and what they will do then is not decided."""


UNLESS = re.compile(
    r"^(?:elles|ellers|i motsatt fall|i motsett fall)\b.*\b(?:regne|rekn|anse|godkj)\w*.*\b(?:godkj|godtatt|godteke)\w*"
    r"|\b(?:godkjent|godkjend|godtatt|godteke)\s+(?:når|dersom|hvis|viss|om)\s+(?:det|ingen|inga|vi|me)\b.*\b(?:innan|innen|før|ikke|ikkje)\b",
    re.I,
)
"""How these minutes will be approved if nobody objects."""


def is_none(text: str) -> bool:
    """True for a question, a condition, talk, a proposal that stands, and what is yet to be decided."""
    if QUESTION.search(text) or CONDITIONAL.match(text) or NEXT_MEETING.match(text) or _TALK.search(text):
        return True
    if cue("tells").find(text):
        return True
    if UNLESS.search(text) or UNSETTLED.search(text):
        return True
    if (
        len(text.split()) < 2
        or _COUNT_ONLY.match(text)
        or _VIEW.match(text)
        or (_COUNT.search(text) and not _CARRIED.search(text))
    ):
        return True
    return bool(_YET_TO_BE.search(text) or (_PROPOSES.search(text) and not _FELL.search(text)))


def is_of_a_proposal(text: str) -> bool:
    """True for a sentence that a proposal or one point was carried; what was resolved stands under its label.

    One that fell is a decision of its own: the label does not have it.
    """
    return bool(_ON_A_PROPOSAL.search(text)) and not _FELL_AT_LAST.search(text)


_ON_A_PROPOSAL = re.compile(
    r"^(?:[^.]{0,40}\s)?(?:\w*forslag\w*|\w*framlegg\w*|\w*innstilling\w*|tilrådinga?|bokstav|punkt|pkt\.?|alternativ\w*)\b[^.]*"
    r"\b(?:vedtatt|vedteke|vedteken|tiltrådt|enstemmige?|einstemmige?|samrøystes|(?:fikk|fekk) \w+ (?:stemme|røyst)\w*)\b",
    re.I,
)
_FELL_AT_LAST = re.compile(r"\b(?:falt|fall|nedstemt|nedrøysta|forkasta|forkastet)\b", re.I)
_COUNT = re.compile(r"\b(?:forslag|framlegg|fremlegg|innstilling|tilråding)\w*\b[^.;]*\b\d+\s*(?:stemme|røyst)", re.I)
_CARRIED = re.compile(r"\b(?:vedtatt|vedteke|vedteken|gjennom|fall|falt|valgt|vald|dermed|så)\b", re.I)
"""What a count of votes came to; without it the count is part of what stands beside it."""
_COUNT_ONLY = re.compile(r"^(?:\w+\s+)?(?:avstemn?ing|avrøysting|votering|røysting)\b[^.]*:\s*\d", re.I)
"""A count of votes on what is told elsewhere."""
_VIEW = re.compile(
    r"^(?:[A-ZÆØÅ][\wæøå-]+ ){2,3}(?:er|var) (?:\w+ )?(?:enig|samd|einig)\b"
    r"|^(?:[A-ZÆØÅ][\wæøå-]+ ){1,3}(?:er|var) (?:\w+ )?(?:uenig|usamd|ueinig|skeptisk)\b"
)
"""One person's view, not that of all."""
_TALK = re.compile(
    r"^(?:saken|saka|dette|det)\s+(?:ble|vart|blei)\s+(?:drøftet|drøfta|diskutert)\b"
    r"|^[A-ZÆØÅ][\wæøå-]+\s+(?:gjennomgikk|gjekk gjennom|gikk gjennom|drøftet|drøfta|diskuterte)\b"
    r"|\b(?:frasagt|frasa|fråsagt|fråsa) seg\b"
    r"|^(?!.*\b(?:slik|som)\b).*\b(?:låg føre|lå føre|forelå|låg ved|lå ved|var (?:ut)?sendt(?: ut)?|var utdelt|vart referert|ble referert)\.?$"
    r"|\btok\s+(?:ei|en)\s+(?:avstemming|avstemning|avrøysting|røysting)\b"
    r"|^(?:[\wæøå-]+\s+){1,3}(?:takket|takka|takkar|takker)\s+(?:\S+\s+){0,3}for\b",
    re.I,
)
UNSETTLED = re.compile(
    r"\b(?:tok|landet|landa|kom|kommer|kjem|ble|blei|vart)\b(?:\s+\w+)?\s+(?:ikke|ikkje|ingen|inga)\s+"
    r"(?:til\s+|fram\s+til\s+|frem\s+til\s+|på\s+)?(?:stilling|standpunkt|noe|noko|noen|nokon|enighet|semje|konklusjon|løsning|løysing|enige|samde|einige)\b"
    r"|^(?:ikke|ikkje)\s+avgjort\b|\bdet\s+(?:er|var|ble|blei|vart)\s+(?:ikke|ikkje|ingen|inga)\s+(?:semje|enighet|einigheit)\b"
    r"|\b(?:stående|ståande|står|blir|vert)\s+(?:\w+\s+)?(?:åpen|åpent|ope)\.?$"
    r"|^(?:[^.]*\s)?(?:ble|blei|vart)\s+det\s+(?:stemt|røysta)\.?$",
    re.I,
)
"""That they came to nothing, or that a vote was taken without what came of it."""
_YET_TO_BE = re.compile(
    r"\b(?:skal|må|bør|kan|ventes|ventar|venter)\b.{0,40}\b(?:vedtas|vedtakast|vedtatt|vedteke|godkjennes|godkjennast|"
    r"godkjent|avgjøres|avgjerast|avgjort|behandles|handsamast)\b",
    re.I,
)
_PROPOSES = re.compile(
    r"\b(?:foreslo|føreslo|foreslår|føreslår|foreslåe?s|føreslås|foreslått)\b"
    r"|\b(?:fremmet|fremma|fremja|stilte|gjorde|sette|satte|la)\s+(?:fr[ae]m\s+)?(?:\w+\s+){0,2}(?:forslag|framlegg)\b",
    re.I,
)
_FELL = re.compile(r"\b(?:falt|fall|ned(?:stemt|røysta)|ikke|ikkje|vedtatt|vedteke|godkjent|godkjend)\b", re.I)


_NO_REMARKS = re.compile(r"^(?:elles |ellers )?ing(?:en|a) (?:merknad|kommentar|innvending|bemerkning)\w*\.?$", re.I)


def without_remarks(document: Document, found: Sequence[Decision]) -> list[Decision]:
    """The decisions without those that only say that nobody had remarks, where what came of the item stands beside them."""
    approved = [one for one in found if one.outcome == "approved" and not _NO_REMARKS.match(one.text)]
    told = {item_key(document, one.block) for one in approved} - {None}
    return [one for one in found if not _NO_REMARKS.match(one.text) or item_key(document, one.block) not in told]
