"""Who an action belongs to: owners that stand last, behind a label or before a colon, who is asked, who promises."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._actors import AGENT, Cast
from extractors._clauses import BRINGS, PAST
from extractors._due import Due
from extractors._matching import Hit, cue, word_list
from extractors._names import is_name, is_office, is_organisation
from extractors._task_verbs import gives_nothing
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

OWNER_LAST = expression("owners.owner_last")
OWNER_LABEL = expression("owners.owner_label")
COLON = re.compile(r"^(?P<who>[^:]{1,60}?)\s*:\s*(?P<what>\S.+)$", re.S)


def owner(text: str, cast: Cast) -> tuple[list[str], str]:
    """The owners that stand last, behind "Ansvar:", or first before a colon; and the text without them."""
    if (match := OWNER_LABEL.search(text)) and (names := actors_of(BY_WHEN.split(match["who"])[0], cast, loose=True)):
        return names, text
    if (match := OWNER_LAST.search(text)) and (
        names := actors_of(
            BY_WHEN.split(match["who"])[0],
            cast,
            loose="ansv" in match.group().casefold(),
        )
    ):
        return names, text
    if names := falls_to(text, cast):
        return names, text
    if (
        (match := COLON.match(text))
        and not _CODE.fullmatch(match["who"])
        and not _OF_SOMETHING.match(match["who"])
        and not _person_acts(match["who"], match["what"], cast)
        and (names := actors_of(match["who"], cast, loose=False))
    ):
        return names, match["what"]
    if (match := _BEHIND.match(text)) and (names := actors_of(match["who"], cast, loose=False)):
        return names, match["what"]
    if (match := _WITH_DUE.match(text)) and (names := actors_of(match["who"], cast, loose=False)):
        return names, text
    return [], text


BY_WHEN = expression("owners.by_when")
"""What owners end before ("Ansvar for lokale: Kari, i uke 12.")."""
_BEHIND = re.compile(r"^(?P<what>.+?)\s*[:–-]\s*(?P<who>[A-ZÆØÅ][^:–.]{1,50})\.?$", re.S)


_OF_SOMETHING = expression("owners.of_something")
"""A deed by its noun, before a colon ("Skilting av området: ...")."""
_HAPPENED = expression("owners.happened")
"""Verbs of what was, in a sentence that asks nobody."""
_WITH_DUE = expression("owners.with_due", re.NOFLAG)
"""A thing, whose it is, and by when ("Plakat – Kari, før 17. mai.")."""


def _person_acts(topic: str, what: str, cast: Cast) -> bool:
    """True where somebody of the meeting opens what stands behind a topic's colon ("Kaker til senteret: Kari baker")."""
    named = cast.pattern.match(what)
    if named is None or cast.full(topic) in cast.persons:
        return False
    return all(cast.full(name) in cast.persons for name in cast.split(named.group(1)))


_CODE = re.compile(r"[A-ZÆØÅ]{1,3}-?\d+")
"""The number of a task, which stands where an owner may stand."""
_ARROW_LAST = re.compile(r"(?:->|=>|→|➔)\s*(?P<who>[A-ZÆØÅ][^.:;>→➔]{0,60}?)\s*[.!]?\s*$")


def falls_to(text: str, cast: Cast) -> list[str]:
    """Whose a task is by an arrow at its end, or by words like "det er på Kari", "opp til Kari å"."""
    if (match := _ARROW_LAST.search(text)) and (names := actors_of(match["who"], cast, loose=False)):
        return names
    for hit in cue("falls_to").find(text):
        named = cast.pattern.match(text, hit.end + 1)
        if named and _FALLS_TO_END.match(text, named.end()):
            return cast.split(named.group(1))
    return []


_FALLS_TO_END = re.compile(r"\s*(?:[.,;!]|$|å\s)")


def actors_of(text: str, cast: Cast, *, loose: bool) -> list[str]:
    """A wording as a list of actors; empty where a part of it is none. `loose`: a label already says that it is."""
    parts = cast.split(_WITH.sub(", ", re.sub(r"[*_@☐]", "", text)))
    if not parts or len(parts) > 8:
        return []
    if loose:
        told = any(_ACTS_ITSELF.match(part) for part in parts)  # "Hvem: Siv og Ola tar det ned"
        return parts if all(len(p.split()) <= 5 for p in parts) and not told else []
    return parts if all(cast.knows(p) for p in parts) else []


_ACTS_ITSELF = re.compile(r"[A-ZÆØÅ][\w-]*(?:\s[A-ZÆØÅ][\w-]*)*\s[a-zæøå]{2,}(?:r|s|k|d)\s\w")
"""A name and a verb, which is no list of owners."""
_WITH = expression("owners.with")
PLANS = expression("owners.plans")


def plainly_owners(names: list[str], text: str, cast: Cast) -> bool:
    """True where a parenthesis at the end names people, not what an acronym stands for or who was meant."""
    people = all(
        cast.full(n) in cast.persons
        or fold(n) in word_list("group_actors")
        or (re.fullmatch(r"[A-ZÆØÅ]{2,3}", n) and n not in cast.actors.organisations and not is_organisation(n))
        for n in names
    )
    head = text[: max(text.rfind("("), text.rfind("["))]
    return people and len(head.split()) <= 30 and not _HAPPENED.search(" ".join(head.split()[:8]))


def promises(
    names: list[str], verb: str, text: str, dues: Sequence[Due], cast: Cast, body: str, *, in_decision: bool
) -> bool:
    """True where an actor with this verb has something to do.

    Of a person any verb says so, of an organisation or a group only a future one, a verb for tasks with something to
    deliver, or a date.
    """
    full = [cast.full(n) for n in names]
    persons = any(f in cast.persons or is_name(f) for f in full) or any(
        is_office(n) and fold(n) not in word_list("own_bodies") for n in names
    )
    own = any(
        fold(n) in word_list("any_body") or (fold(n) in word_list("own_bodies") and fold(n)[:6] in body.casefold())
        for n in names
    )
    if own and any(
        h.name in ("noted", "approved", "agreed", "elected", "rejected", "adopted") for h in cue("decision").find(text)
    ):
        return False
    firm = [d for d in dues if d.strong]
    if ((verb in word_list("no_tasks") or gives_nothing(text)) and not firm) or cue("own_course").find(text):
        return False
    if (
        own
        and in_decision
        and not (
            verb in ("skal", "må")
            or (firm and fold(names[0]) not in ("styret", "vi", "me", "rådet", "utvalget", "utvalet", "møtet"))
        )
    ):
        return False
    if verb in word_list("modals"):
        return not (verb == "må" and own and not firm and not persons and fold(names[0]) != "alle")
    if verb == BRINGS:
        return persons
    if verb in word_list("stative"):
        return bool(firm) and verb in word_list("task_verbs")
    formal = any((is_organisation(n) and not AGENT.fullmatch(n)) or n in cast.actors.organisations for n in names)
    if persons or not formal:
        return True  # people, offices and small groups do what they are said to do; only agencies describe themselves
    return (verb in word_list("task_verbs") and (bool(firm) or bool(PLANS.search(text.partition(verb)[2])))) or bool(
        firm
    )


_OTHER_BODY = expression("owners.other_body")


def asked(text: str, hit: Hit, cast: Cast) -> list[str]:
    """Who is asked: behind "ber", before "blir bedt om"."""
    first = text[hit.start : hit.end].split()[0].casefold()
    if first in ("ba", "bad") and _OTHER_BODY.match(text[: hit.end + 12]):
        return []  # what another body asked for, another day
    if first in ("ba", "bad") and any(text[: hit.start].rstrip().endswith(name) for name in cast.spellings):
        return []  # what one person asked for in the meeting is no assignment
    if first in ("ber", "ba", "bad", "bed", "be"):
        found = cast.pattern.search(text, hit.start + len(first))
        return cast.split(found.group(1)) if found and found.start() - hit.start <= 16 else []
    if (told := _TOLD.match(text)) and told.start("cue") <= hit.end and not _NOBODY.match(told["who"]):
        return cast.split(told["who"])
    return near(text, hit.start, hit.end, cast)


_REQUEST = expression("owners.request")


def requested(text: str, kindly: int) -> list[str]:
    """Whom a polite question asks ("Kan båteierne være så snille å ..."): the subject before the words of politeness."""
    match = _REQUEST.match(text[:kindly])
    return [match["who"]] if match and fold(match["who"]) not in word_list("not_asked") else []


def opening_people(text: str, cast: Cast) -> list[str]:
    """The people whom a sentence opens with; empty where it opens with anybody else."""
    opens = cast.pattern.match(text)
    names = cast.split(opens.group(1)) if opens else []
    return names if all(cast.full(name) in cast.persons for name in names) else []


_NOUN_OPENS = expression("owners.noun_opens", re.NOFLAG)


_NOUN_LAST = expression("owners.noun_last", re.NOFLAG)


def vowed(text: str, cast: Cast) -> list[str]:
    """Who promises to do something, right before the words for it; empty where a "but" tells that it came to nothing."""
    for hit in cue("vows").find(text):
        done = re.match(r"\s+([a-zæøå]+)", text[hit.end :])
        if done is None or done.group(1) in word_list("not_promised") or re.search(r"\bmen\b", text[hit.end :]):
            continue
        lead = text[: hit.start]
        if named := [one for one in cast.pattern.finditer(lead) if lead[one.end() :] in (" ", " har ")]:
            return cast.split(named[-1].group(1))
        if noun := _NOUN_OPENS.fullmatch(lead) or _NOUN_LAST.search(lead):
            return [noun["who"]]
    return []


_TOLD = expression("owners.told", re.NOFLAG)
"""Who is asked where that opens the sentence, whoever it is ("Klubben bes ...")."""
_NOBODY = expression("owners.nobody")
_WHO_DOES = re.compile(r"^(?P<who>[A-ZÆØÅ][\wæøåÆØÅ.-]*)(?:\s+og\s+[\wæøåÆØÅ.-]+)?\s+(?P<verb>[a-zæøå]+)\b")


def somebody_does(text: str) -> bool:
    """True where a sentence is a word or two, whoever that is, and a verb for tasks ("Verja skriv søknaden.")."""
    opens = _WHO_DOES.match(text)
    if opens is None or opens["who"] in ("Saken", "Saka", "Det", "Dette"):
        return False
    return opens["verb"] in word_list("task_verbs")


def acts(text: str) -> bool:
    """True where the text behind "Name:" is a task and not an utterance: it begins with an infinitive or imperative."""
    words = text.split()
    first = words[0].casefold().strip(".,") if words else ""
    if text[:1] in "«“\"'" or first in word_list("no_infinitives"):
        return False
    if words and words[0][:1].isupper() and first.endswith("r"):
        return False  # things, whatever they do
    if any(word in word_list("finite") for word in words[1 : 4 if first.endswith("e") else 2]) or words[1:3] == [
        "gå",
        "an",
    ]:
        return False  # what is somehow
    if first.endswith(("ene", "ane", "erne")) or (words[1:2] and words[0].istitle() and words[1][:1].isupper()):
        return False  # the machines, or somebody's name
    if words[1:2] and words[0].istitle() and PAST.match(words[1]):
        return False  # somebody did it
    if first == "vil" and words[1:2] and words[1].casefold() in ("ha", "ikke", "ikkje", "gjerne"):
        return False
    return (
        first.endswith(("e", "r"))
        and len(first) > 3
        and first not in word_list("stative")
        and not text.rstrip().endswith("?")
    ) or first in ("å", "ta", "gi", "se", "få", "ha", "gå", "skal", "må", "vil")


def near(text: str, start: int, end: int, cast: Cast) -> list[str]:
    """The actors right before a cue, else those right behind it."""
    before = list(cast.pattern.finditer(text[:start]))
    if before and start - before[-1].end() <= 12:
        return cast.split(before[-1].group(1))
    if before and before[-1].start() == 0 and text[:start].endswith(" og "):
        return cast.split(before[-1].group(1))  # "Kari har henger og tar seg av det sammen med Ola"
    if (agent := AGENT.match(text)) and 0 <= start - agent.end() <= 12:
        return [agent.group()]
    if _STRANGER_OPENS.fullmatch(text[:start]):
        return []  # somebody unknown does, and nobody behind
    after = cast.pattern.search(text, max(0, start))
    if after and after.start() - start <= 45:
        return cast.split(after.group(1))
    return cast.split(before[-1].group(1)) if before and start - before[-1].end() <= 40 else []


_STRANGER_OPENS = re.compile(
    r"(?:[A-ZÆØÅ]{2}[\wæøå]*|[A-ZÆØÅ]{1,2}[a-zæøå]{1,2}[A-ZÆØÅ]\w*)(?:\s+og\s+[A-ZÆØÅ]{2,4})?\s+"
)
"""Initials that open a sentence."""
