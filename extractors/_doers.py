"""Who a sentence gives something to do, where it is known that it does: the subject before a present or future verb.

The rules that tell an action by its words know its actor already. Here the model has said that there is one, so that a
plain noun ("Verja", "Personalkontoret") or a pronoun may be it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._actors import Cast
from extractors._clauses import subject
from extractors._features import plain
from extractors._matching import cue, word_list
from extractors._names import is_office
from extractors._owners import asked, near, owner
from extractors._subjects import (
    NO_SUBJECT,
    acts_by_itself,
    behind_verb,
    person_at,
    person_with,
    pronoun_and,
    subject_at,
    whoever,
)
from extractors._task_verbs import WORD, kind_of, promises
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, listed

_CLAUSE = expression("doers.clause", re.NOFLAG)
_BEHIND = expression("doers.behind")
"""An inversion that names its actor last ("det ordnar Kari")."""
_BY = expression("doers.by", re.NOFLAG)
"""A passive with its doer ("skrives av Kari", "overlates til Kari")."""
_WE = frozenset({"vi", "me"})
_WITH = expression("doers.with", re.NOFLAG)
_GAPPED = expression("doers.gapped", re.NOFLAG)
"""What follows the name in a clause that takes its verb from the one before ("Kari tar fredagen, Ola lørdagen")."""
_ASKS = expression("doers.asks", re.NOFLAG)
_CHARGES = expression("doers.charges", re.NOFLAG)
"""That a body leaves something to somebody or charges them with it, before who that is."""
_NOUN_ASKED = re.compile(
    r"(?P<who>(?:[a-zæøå]+\s)?[A-ZÆØÅ]?[a-zæøå-]{3,}(?:en|et|a|ene|ane|utvalg|utval|råd))\s+(?:om\s+|i\s\w+\s)?(?:å\s+)?[a-zæøå]{2,}"
)
_PARTICLE = re.compile(r"\s+(?:på|for|med|ut)\b")
_HANDED = expression("doers.handed", re.NOFLAG)
"""To whom a matter goes back, or by whom something is done: a plain noun."""
_WHICH = re.compile(r",\s+som\s+(?P<verb>[a-zæøå]+)\b")
"""A relative clause that tells what the one before it will do ("til lederen, som innhenter tilbud")."""
_BEFORE_NO_VERB = frozenset(listed("doers.before_no_verb"))
"""Words behind which a verb and a name are no main clause."""


def doers(text: str, before: Sequence[str], cast: Cast) -> list[str]:
    """The names, as written or resolved from pronouns, of who is to do what a sentence says; empty where nobody is named.

    `before` are the sentences before it, the last one last.
    """
    names, _ = owner(text, cast)
    if names:
        return names
    clauses = [(text[clause.end() :], text[: clause.start()]) for clause in _CLAUSE.finditer(text)]
    for clause, lead in clauses:
        if found := whoever(clause) or pronoun_and(clause, [*before, lead], cast):
            return found
    for hit in cue("action").find(text):
        if hit.name in ("asked", "takes_on"):
            found = asked(text, hit, cast) if hit.name == "asked" else near(text, hit.start, hit.end, cast)
            if found:
                return found
    if found := asked_to(text, cast) or _at_end(text, cast):
        return found
    people = [name for clause, _ in clauses for name in person_at(clause, cast)]
    if people:
        return also(text, list(dict.fromkeys(people)), cast)
    if found := behind_verb(text, cast):
        return found
    if found_subject := subject(text, cast):
        return found_subject[0]
    for clause, lead in clauses:
        if found := subject_at(clause, [*before, lead], cast):
            return found
    for match in (*_BEHIND.finditer(text), *_BY.finditer(text)):
        named = cast.pattern.match(text, match.end())
        if named and ("verb" not in match.groupdict() or promises(match["verb"])):
            return cast.split(named.group(1))
    if handed := _HANDED.search(text):
        return [handed["who"]]
    for match in _WHICH.finditer(text):
        right_before = [one for one in cast.pattern.finditer(text[: match.start()]) if one.end() == match.start()]
        if right_before and promises(match["verb"]) and kind_of(match["verb"].casefold()) == "present":
            return cast.split(right_before[-1].group(1))
    return _inverted(text, cast) or next((found for clause, _ in clauses if (found := person_with(clause, cast))), [])


def asked_to(text: str, cast: Cast) -> list[str]:
    """Whom the sentence says that somebody asks: "ber Kari ringe", "ber bedrifta gje"."""
    for match in (*_ASKS.finditer(text), *_CHARGES.finditer(text)):
        named = cast.pattern.match(text, match.end())
        if named:
            return cast.split(named.group(1))
        noun = _NOUN_ASKED.match(text, match.end())
        that = match.groupdict().get("that")
        if noun and plain(noun["who"]) not in NO_SUBJECT and (not that or acts_by_itself(noun["who"])):
            return [noun["who"]]
    return []


def _at_end(text: str, cast: Cast) -> list[str]:
    """The people whom an inversion names as the last words of the sentence ("..., og det ordner Kari.")."""
    for match in _BEHIND.finditer(text):
        named = cast.pattern.match(text, match.end())
        names = cast.split(named.group(1)) if named else []
        if named and promises(match["verb"]) and not text[named.end() :].strip(" .!"):
            return names if all(cast.full(name) in cast.persons or is_office(name) for name in names) else []
    return []


def _inverted(text: str, cast: Cast) -> list[str]:
    """The person or office right behind a verb in the present, wherever it stands ("Den nye utgaven sender Kari ut")."""
    for match in cast.found(text):
        lead = WORD.findall(text[: match.start()])
        names = cast.split(match.group(1))
        if (
            len(lead) > 1
            and promises(lead[-1])
            and _acts_on(lead[-1], text[match.end() :])
            and plain(lead[-2]) not in _BEFORE_NO_VERB
            and all(_may_be_behind(name, lead[-1], cast) for name in names)
            and text[match.start() - 1 : match.start()] == " "
        ):
            return names
    return []


def _acts_on(verb: str, behind: str) -> bool:
    """True for a verb of a deed before its actor, one of a state with a particle too ("regner Kari på")."""
    kind = kind_of(verb.casefold())
    return kind not in ("stative", "modal:får") or (kind == "stative" and _PARTICLE.match(behind) is not None)


def _may_be_behind(name: str, verb: str, cast: Cast) -> bool:
    """True for who may stand behind a verb as its subject: people, offices, "we"; a body behind a modal."""
    if cast.full(name) in cast.persons or is_office(name) or fold(name) in _WE:
        return True
    return kind_of(verb) in ("modal:skal", "modal:må") and acts_by_itself(name)


def also(text: str, names: list[str], cast: Cast) -> list[str]:
    """The names with those who do something in a further clause of the sentence ("Ola ringer, og Kari skriver").

    Where the body as a whole opens it, those are the ones ("Vi søker i år, Kari skriver søknaden").
    """
    names = [*names, *(name for name in _together(text, cast) if cast.full(name) not in map(cast.full, names))]
    known = {cast.full(name) for name in names}
    own = all(fold(name) in word_list("own_bodies") or fold(name) in _WE for name in names)
    if not known & cast.persons and not own and not all(is_office(name) for name in names):
        acting = [
            name
            for clause in _CLAUSE.finditer(text)
            if clause.start()
            for name in person_at(text[clause.end() :], cast)
        ]
        return list(dict.fromkeys(acting)) or names  # "Klubben låner ut en stige, Kari ringer dem"
    others = [
        name
        for clause in _CLAUSE.finditer(text)
        if clause.start()
        for name in further(text[clause.end() :], text[: clause.start()], cast, own=own)
        if cast.full(name) not in known
    ]
    return list(dict.fromkeys(others)) if own and others else [*names, *dict.fromkeys(others)]


def _together(text: str, cast: Cast) -> list[str]:
    """The people with whom somebody does it ("Ola skriver brevet sammen med Kari")."""
    match = _WITH.search(text)
    named = cast.pattern.match(text, match.end()) if match else None
    names = cast.split(named.group(1)) if named else []
    return names if all(cast.full(name) in cast.persons for name in names) else []


def further(clause: str, before: str, cast: Cast, *, own: bool = False) -> list[str]:
    """Whom a further clause gives something to do: people, an office with a verb for tasks, a clause without its verb."""
    if found := person_at(clause, cast):
        return found
    match = cast.pattern.match(clause)
    if match is None or own:
        return []
    names = cast.split(match.group(1))
    said = clause[match.end() :]
    if all(cast.full(name) in cast.persons for name in names):
        gapped = _GAPPED.fullmatch(said)
        return names if gapped and (gapped["to"] is None or f" {gapped['to']} " in before) else []
    verb = WORD.match(said.strip())
    offices = not any(fold(name) in word_list("own_bodies") for name in names)
    return names if offices and verb and verb.group().casefold() in word_list("task_verbs") else []
