"""Who a sentence gives something to do, where it is known that it does: the subject before a present or future verb.

The rules that tell an action by its words know its actor already. Here the model has said that there is one, so that a
plain noun ("Verja", "Personalkontoret") or a pronoun may be it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._actors import Cast
from extractors._clauses import subject
from extractors._features import plain, verb_kind
from extractors._matching import cue, word_list
from extractors._owners import asked, near, owner

_CLAUSE = re.compile(r"(?:^|[,;:]\s+|\b(?:og|men|mens|medan|så|at|da|då)\s+|[–-]\s+)(?=\S)")
_HEAD = re.compile(
    r"^(?:§|[^\W\d_])[\w.’'/-]*(?:\s+(?:og|av|for|i|på|til|med|fra|frå|som)\s+[\w.-]+|\s+[A-ZÆØÅ][\w.-]*){0,4}"
)
_WORD = re.compile(r"[^\W\d_][\w/.-]*")
_ONE = frozenset({"han", "hun"})
_SEVERAL = frozenset({"de"})
_NO_SUBJECT = frozenset(
    {"det", "dette", "den", "disse", "en", "et", "her", "der", "nå", "så", "da", "ingen", "som", "hva"}
)
LONGEST_SUBJECT = 5
"""Words of a subject, at most."""


def doers(text: str, before: Sequence[str], cast: Cast) -> list[str]:
    """The names, as written or resolved from pronouns, of who is to do what a sentence says; empty where nobody is named.

    `before` are the sentences before it, the last one last.
    """
    names, _ = owner(text, cast)
    if names:
        return names
    for hit in cue("action").find(text):
        if hit.name in ("asked", "takes_on"):
            found = asked(text, hit, cast) if hit.name == "asked" else near(text, hit.start, hit.end, cast)
            if found:
                return found
    if found_subject := subject(text, cast):
        return found_subject[0]
    for clause in _CLAUSE.finditer(text):
        found = _subject_at(text[clause.end() :], before, text[: clause.start()], cast)
        if found:
            return found
    return []


def _subject_at(clause: str, before: Sequence[str], lead: str, cast: Cast) -> list[str]:
    """The subject of a clause with a present or future verb behind it; a pronoun as the one whom it stands for."""
    words = _WORD.findall(clause)
    verb = next((i for i, word in enumerate(words[: LONGEST_SUBJECT + 1]) if i and _promises(word)), None)
    if verb is None:
        return []
    first = plain(words[0])
    if verb == 1 and first in _ONE:
        return _last_named([*before, lead], cast)[-1:]
    if verb == 1 and first in _SEVERAL:
        return _last_named([*before, lead], cast, several=True)
    phrase = clause[: clause.index(words[verb], len(" ".join(words[:verb])) - 1)].strip(" ,")
    if match := cast.pattern.fullmatch(phrase):
        return cast.split(match.group(1))
    noun = words[verb - 1]
    if verb > LONGEST_SUBJECT or first in _NO_SUBJECT or not (words[0][:1].isupper() or _definite(noun)):
        return []
    return cast.split(phrase) if not any(plain(word) in _NO_SUBJECT for word in words[:verb]) else []


def _promises(word: str) -> bool:
    kind = verb_kind(word.casefold())
    return (
        word[:1].islower()
        and kind is not None
        and (
            kind in ("present", "stative")
            or kind in ("modal:skal", "modal:må", "modal:vil", "modal:får", "modal:bør", "modal:lyt")
        )
    )


def _definite(word: str) -> bool:
    return word.casefold().endswith(("en", "et", "a", "ene", "ane")) or word.casefold() in word_list("group_actors")


def _last_named(texts: Sequence[str], cast: Cast, *, several: bool = False) -> list[str]:
    """The people whom the nearest text before names last; `several`: only where it names two or more together."""
    for text in reversed(texts):
        for match in reversed(list(cast.pattern.finditer(text))):
            names = [cast.full(name) for name in cast.split(match.group(1))]
            people = [name for name in names if name in cast.actors.people]
            if people and (not several or len(people) > 1):
                return people
    return []
