"""The main clause that gives somebody something to do: its actors and its present or future verb."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors import _due
from extractors._actors import AGENT, STRANGER, Cast
from extractors._matching import word_list
from extractors._names import is_office, known_organisations
from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline.memo import KEPT

_CLAUSE = expression("clauses.clause", re.NOFLAG)
_SUBORDINATE = expression("clauses.subordinate")
SPEECH = expression("clauses.speech")
PAST = expression("clauses.past")


@lru_cache(KEPT)  # each sentence is asked as itself, and as the neighbour of two others
def speaks(text: str) -> bool:
    """True where a text tells what somebody said."""
    return SPEECH.search(text) is not None


BRINGS = "har med"
"""The verb of somebody who is to bring something along ("Kari har med kake")."""


def subject(text: str, cast: Cast) -> tuple[list[str], str] | None:
    """The actors of a main clause and their present or future verb; None where no clause has both."""
    found = _found(text, cast)
    return (list(found[0]), found[1]) if found else None


@lru_cache(KEPT)  # the weights ask for each sentence's, and the rules for the same again
def _found(text: str, cast: Cast) -> tuple[tuple[str, ...], str] | None:
    for match in cast.found(text):
        before, after = text[: match.start()], text[match.end() :]
        if any(STRANGER.fullmatch(name) and not cast.knows(name) for name in cast.split(match.group(1))):
            continue
        if after[:1] in ("'", "’"):
            continue
        opens_clause = not before.strip() or bool(
            _CLAUSE.search(before[-8:] + "§") and re.search(r"(?:^|[.;,:]\s*|\b(?:og|men|mens|så)\s+)$", before)
        )
        if before.rstrip().endswith(":") and _speaks(before.strip(" :"), match.group(1), cast):
            continue
        if opens_clause and not _SUBORDINATE.search(before):
            aside = _ASIDE.match(after)
            verb = _verb_after(after[aside.end() :] if aside else after)
            if verb and not (SPEECH.search(before) and re.search(r"\bat\b", before)):
                return (*cast.split(match.group(1)), *(_people_in(aside["in"], cast) if aside else ())), verb
        known = any(cast.full(name) in cast.persons for name in cast.split(match.group(1)))
        verb = _verb_before(re.sub(r"\s(?:et|en|ei|eit|ein)\s*$", " ", before))
        if (
            verb
            and not (known or verb in word_list("modals") or _due.limit().search(after[:60]))
            and not re.search(r"neste møte", before, re.I)
        ):
            verb = None  # "i det eine startar skulen ...": an inversion that only describes
        if verb and not SPEECH.search(before) and not _PAST_AFTER.match(after):
            return tuple(cast.split(match.group(1))), verb
    if (agent := AGENT.match(text)) and text[agent.end() : agent.end() + 1] == " ":
        verb = _verb_after(text[agent.end() :])
        if verb and verb in word_list("task_verbs"):
            return (agent.group(),), verb
    return None


def _speaks(lead: str, actor: str, cast: Cast) -> bool:
    """True where somebody speaks before a colon, not where a person acts behind a topic ("Helse: Kari skriver brevet")."""
    if SPEECH.search(lead):
        return True
    topic = cast.full(lead) not in cast.persons and not is_office(lead) and " " not in lead
    person = all(cast.full(name) in cast.persons for name in cast.split(actor))
    return cast.knows(lead) and not (topic and person and fold(lead) in known_organisations())


def _people_in(aside: str, cast: Cast) -> list[str]:
    """The people who stand for a body in parentheses behind its name ("Teamet (Kari) lager ...")."""
    names = cast.split(aside)
    return names if all(cast.full(name) in cast.persons for name in names) else []


_ASIDE = re.compile(r"\s+\((?P<in>[^()]{1,40})\)(?=\s)")
_PAST_AFTER = expression("clauses.past_after")


_PASSIVE = re.compile(r"[a-zæøå]{4,}(?:es|ast)")


def _verb_after(after: str) -> str | None:
    """The verb that follows an actor, if it is present or future and does something."""
    words: list[str] = re.findall(r"[\wæøåÆØÅ-]+|[,;:.()]", after)[:6]
    for at, word in enumerate(words):
        low: str = word.casefold()
        if low in ("ikke", "ikkje", "aldri"):
            return None
        if low in word_list("between") and low not in word_list("modals"):
            continue
        if word in ",;:.()":
            return None
        if low in word_list("not_verbs") or low.endswith(("leder", "leiar")):
            return None
        following = [w.casefold() for w in words[at + 1 : at + 2]]
        if low in word_list("modals"):
            return _future(low, [w.casefold() for w in words[at + 1 :]])
        if following and following[0] in ("ikke", "ikkje", "aldri", "gjerne"):
            return None  # "sender ikke flere purringer", "kjører gjerne selv"
        if following and (_PASSIVE.fullmatch(following[0]) or following[0] in word_list("modals")):
            return None  # a noun that ends as verbs do ("Alle papirer sendes")
        if low in ("hører", "høyrer") and following and following[0] in ("om", "med", "hos", "hjå"):
            return low  # asks, and does not only hear
        if low in ("tar", "tek") and following == ["til"]:
            return None  # "tar til orde for", "tek til orientering"
        if low in word_list("stative") and low in word_list("task_verbs"):
            return low
        if low == "har" and following == ["med"] and not re.match(r"\s*har\s+med\s+å\b", after):
            return BRINGS
        if PAST.match(low) or low in word_list("stative"):
            return None
        if (low.endswith("r") and len(low) >= 3 and word[0].islower()) or (
            low in word_list("strong_present") and word[0].islower()
        ):
            return low
        return None
    return None


def _future(modal: str, following: list[str]) -> str | None:
    """The modal, unless what follows is a negation, a state or a passive without an owner's deed."""
    rest = [w for w in following if w not in word_list("between") or w == "vil"]
    if any(w in ("ikke", "ikkje", "aldri", "neppe") for w in rest[:2]):
        return None
    if modal in ("vil", "kan", "får", "bør", "skulle") and rest and rest[0] in word_list("not_promised"):
        return None
    if modal in ("kan", "får", "bør", "skulle"):
        return None
    if (
        modal in ("kommer", "kjem")
        and rest[1:2]
        and rest[1:2][0] == "å"
        and rest[2:3]
        and rest[2] in ("fortsette", "halde", "være", "vere", "vera", "bli")
    ):
        return None
    if modal in ("kommer", "kjem") and rest[:1] not in (["til"], ["med"], ["tilbake"], ["attende"]):
        return None
    if modal == "skal" and rest and rest[0] in ("ha",):
        return None
    return modal


def _verb_before(before: str) -> str | None:
    """The verb of an inverted clause ("Deretter sender Kari ..."): it stands right before its actor."""
    words: list[str] = re.findall(r"[\wæøåÆØÅ-]+|[,;:.()]", before)
    if len(words) < 2:
        return None
    low: str = words[-1].casefold()
    if words[-2] in ".;:" or low in word_list("stative") or not words[-1][0].islower():
        return None
    if low in ("skal", "vil", "må"):
        return low
    if words[-2].casefold() in word_list("not_before_verb") or low in word_list("not_verbs"):
        return None
    if (low in word_list("strong_present") or (low.endswith("r") and len(low) > 3)) and _main_clause(words):
        return low
    return None


def _main_clause(words: list[str]) -> bool:
    """True where the words before an inverted verb are one short opening phrase ("Til neste møte", "Deretter")."""
    return len(words) <= 8 and words[0][0].isupper() and not any(w in ",;:" for w in words)
