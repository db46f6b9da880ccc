"""Wording that leaves no doubt that this meeting settled something: its body resolves, somebody is elected, a matter is sent on.

Such a sentence counts whatever the model makes of it; `echoes` is true for the few words that settle what stands before them.
"""

from __future__ import annotations

import re

from extractors._clauses import SPEECH
from extractors._matching import cue
from extractors._own_body import BODY, is_own
from extractors._whose import NOT_ALL
from extractors.lexicon.wording import expression, listed
from pipeline.model import Document

_RESOLVED = expression("settled.resolved")
"""A sentence that says outright that this meeting resolved something."""
COUNTED = expression("settled.counted")
"""A sentence that a count of votes opens, and what they went in for."""
_NAME = r"[A-ZÆØÅ][\wæøåé.-]+(?:\s+[A-ZÆØÅ][\wæøåé.-]+)+"
_ELECTED = expression("settled.elected", re.NOFLAG, name=_NAME)
"""Full names, and that they are elected."""
_JOINED = expression("settled.joined")
"""Words that say, wherever they stand, that the meeting went along."""
CLOSER = expression("settled.closer")
"""A sentence that is little more than the verdict."""
_SHORT_ENTRY = 14
"""Words of the matter that an entry of a list names before its verdict, at most."""
_BARE = re.compile(r"^(?:\w+\s+)?\w+\.?$")
_OPEN = expression("settled.open")
"""What is said of a matter right before it is approved: no remarks."""
_BUT_FOR = re.compile(r"(?:elles|ellers)\s+\w+(?:\s+\w+)?\.?$", re.I)
"""A verdict on all but what the sentence before it says ("Ellers godkjent.")."""
_MATTERS = expression("settled.matters")
_TOPIC = expression("settled.topic", re.NOFLAG)
"""A topic and what is proposed of it, with no verb of telling ("Talelengde: tre minutter")."""
_VERDICT_LAST = expression("settled.verdict_last", re.NOFLAG)
"""A verdict of a word that is all its sentence says."""
_WITHDREW = expression("settled.withdrew")
"""Somebody, and that they withdrew the matter."""
_FELL_COUNTED = expression("settled.fell_counted", re.NOFLAG)
"""A count of votes, and that the proposal fell."""
_FELL_ALONE = expression("settled.fell_alone")
_COUNT_BEFORE = expression("settled.count_before")
_COUNTED_VERDICT = expression("settled.counted_verdict")
"""Verdicts on what the sentence before them says; approval is more often that of the item."""
_SUBJECT = expression("settled.subject", re.NOFLAG)
_OF_ITSELF = expression("settled.of_itself")
"""A sentence that says itself what was settled ("Det ble vedtatt å ...")."""
_LONG_ECHO = 9
"""Words that a sentence may have which only settles the one before it."""


def firm(document: Document, text: str) -> bool:
    """True where a sentence settles something by its very words."""
    return bool(
        _RESOLVED.match(text)
        or COUNTED.match(text)
        or _ELECTED.match(text)
        or _JOINED.search(text)
        or _FELL_COUNTED.search(text)
        or _VERDICT_LAST.search(text)
        or _WITHDREW.match(text)
    ) or resolves(document, text)


def resolves(document: Document, text: str) -> bool:
    """True where the meeting's own body opens the sentence and resolves in the present ("Rådet ber ...", "Vi dropper ...")."""
    subject = _SUBJECT.match(text)
    if subject is None or text.endswith(":") or not is_own(document, subject[1]):
        return False
    return any(hit.start in (subject.end(1) + 1, subject.end()) for hit in cue("resolves").find(text))


def another_body(document: Document, text: str) -> bool:
    """True where a council or board other than the one that met opens the sentence ("Eldrerådet ber ...")."""
    subject = _SUBJECT.match(text)
    if subject is None or not document.body or is_own(document, subject[1]):
        return False
    return subject[1].casefold().endswith(_COUNCILS)


def label_of_another(document: Document, label: str) -> bool:
    """True for a label of what another body resolved before ("Vedtak i Hovedutvalg for skole - 28.02.")."""
    whose = _RESOLVED_IN.match(label)
    return whose is not None and bool(document.body) and bool(BODY.search(whose[1])) and not is_own(document, whose[1])


_RESOLVED_IN = expression("settled.resolved_in")
_COUNCILS = listed("settled.councils")


def echoes(text: str) -> bool:
    """True for few words that say that what stands before them holds ("Slik blir det.", "Greitt for alle.")."""
    return assents(text) or (
        len(text.split()) <= _LONG_ECHO
        and not _OF_ITSELF.search(text)
        and any(hit.start == 0 or _opens(text, hit.start) for hit in cue("echo").find(text))
    )


def assents(text: str) -> bool:
    """True for few words that say that all, or the body, hold with the sentence before them ("Styret var samd i dette.")."""
    first = text.partition(",")[0]
    if NOT_ALL.search(text):
        return False
    return len(first.split()) <= _LONG_ECHO and any(hit.start < len(first) for hit in cue("assent").find(text))


def open_before(text: str) -> bool:
    """True for a short sentence that says that nobody had remarks, behind which the approval stands."""
    return len(text.split()) <= _LONG_ECHO and bool(_OPEN.match(text))


def goes_before(text: str, verdict: str, *, listed: bool = False) -> bool:
    """True where a sentence is what a bare verdict behind it is about, or that nobody had remarks.

    `listed`: the two open an entry of a list, which is the matter and its verdict however long that is.
    """
    if text.endswith(("?", ":")):
        return False
    if _FELL_ALONE.match(verdict):
        return bool(_COUNT_BEFORE.search(text))
    if _BUT_FOR.match(verdict):
        return True
    if (
        listed
        and not verdict.casefold().startswith("ok")
        and len(text.split()) <= _SHORT_ENTRY
        and not SPEECH.search(text)
    ) or _COUNTED_VERDICT.match(verdict):
        return True
    return bool(_BARE.match(verdict) and (_OPEN.match(text) or _MATTERS.match(verdict) or _TOPIC.match(text)))


def _opens(text: str, at: int) -> bool:
    return text[:at].casefold().strip() in ("det er", "det var", "og", "men", "så")
