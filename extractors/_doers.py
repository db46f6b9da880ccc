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
from extractors._names import is_office
from extractors._owners import asked, near, owner
from extractors.lexicon import fold

_CLAUSE = re.compile(r"(?:^|[,;:]\s+|\b(?:og|men|mens|medan|så|at|da|då)\s+|[–-]\s+)(?=\S)")
_WORD = re.compile(r"[^\W\d_][\w/.-]*")
_BEHIND = re.compile(r"\b(?:det|den|dei|de|dette|disse|desse|da|då|så)\s+(?P<verb>[^\W\d_]+)\s+(?=[A-ZÆØÅ])", re.I)
"""An inversion that names its actor last ("det ordnar Kari")."""
_BY = re.compile(r"\b(?:[^\W\d_]{3,}(?:es|ast)|ble|blir|vart|vert)\b[^.;]*?\b(?:av|til)\s+(?=[A-ZÆØÅ])")
"""A passive with its doer ("skrives av Kari", "overlates til Kari")."""
_WE = frozenset({"vi", "me"})
_ONE = frozenset({"han", "hun"})
_SEVERAL = frozenset({"de"})
_NO_SUBJECT = frozenset(
    "det dette den disse en et ei her der nå så da ingen som hva når hvis dersom om at før etter til på i fra for med "
    "av innen senest men og eller".split()
)
_STATES = frozenset("stå ligge ha få være bli henge gjelde".split())
_EACH = frozenset("alle hver hvert begge adm".split())
"""What stands before a noun that has something to do."""
_READY = frozenset({"klar", "klart", "klare", "ferdig"})
_PAIR = re.compile(r"[A-ZÆØÅ][\w-]+(?:,\s+[A-ZÆØÅ][\w-]+)*\s+og\s+[A-ZÆØÅ][\w-]+")
"""First names joined, some of which may be on no list."""
_ACTIVE = ("modal:skal", "modal:må", "modal:vil", "modal:får", "modal:bør", "modal:lyt")
LONGEST_SUBJECT = 4
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
    clauses = [(text[clause.end() :], text[: clause.start()]) for clause in _CLAUSE.finditer(text)]
    people = [name for clause, _ in clauses for name in _person_at(clause, cast)]
    if people:
        return list(dict.fromkeys(people))
    if found_subject := subject(text, cast):
        return found_subject[0]
    for clause, lead in clauses:
        if found := _subject_at(clause, [*before, lead], cast):
            return found
    for match in (*_BEHIND.finditer(text), *_BY.finditer(text)):
        named = cast.pattern.match(text, match.end())
        if named and ("verb" not in match.groupdict() or _promises(match["verb"])):
            return cast.split(named.group(1))
    return []


def also(text: str, names: list[str], cast: Cast) -> list[str]:
    """The names with the people who do something in a further clause of the sentence ("Ola ringer, og Kari skriver").

    Where the body as a whole opens it, those are the ones ("Vi søker i år, Kari skriver søknaden").
    """
    known = {cast.full(name) for name in names}
    own = all(fold(name) in word_list("own_bodies") or fold(name) in _WE for name in names)
    if not known & cast.persons and not own:
        return names
    further = [
        name
        for clause in _CLAUSE.finditer(text)
        if clause.start()
        for name in _person_at(text[clause.end() :], cast)
        if cast.full(name) not in known
    ]
    return list(dict.fromkeys(further)) if own and further else [*names, *dict.fromkeys(further)]


def _person_at(clause: str, cast: Cast) -> list[str]:
    """The people whom a clause begins with, where a verb of something to come, or of a promise, follows."""
    match = cast.pattern.match(clause)
    if not match:
        return []
    names = cast.split(match.group(1))
    if not all(cast.full(name) in cast.persons for name in names):
        return []
    rest = re.split(r"[.;:]|,\s+(?:og|men|mens|medan|så|som)\b|\bat\b", clause[match.end() :])[0]
    said = _WORD.findall(rest)
    verb = next((word for word in said[:4] if verb_kind(word.casefold())), None)
    if verb is None:
        return []
    promised = any(plain(word) in word_list("promised") for word in said[:6])
    to_come = _promises(verb) or any(_promises(word) for i, word in enumerate(said) if i and plain(said[i - 1]) == "og")
    return names if promised or to_come else []


def _subject_at(clause: str, before: Sequence[str], cast: Cast) -> list[str]:
    """The subject of a clause with a present or future verb behind it; a pronoun as the one whom it stands for."""
    words = _WORD.findall(clause)
    verb = next((i for i in range(1, min(len(words), LONGEST_SUBJECT + 1)) if _is_verb(words, i)), None)
    if verb is None or verb_kind(words[0].casefold()):
        return []  # a clause that its verb opens has no subject before it
    first = plain(words[0])
    promised = any(plain(word) in word_list("promised") for word in words[verb : verb + 2])
    if not _promises(words[verb]) and not promised:
        return []
    if verb == 1 and first in _ONE:
        return _last_named(before, cast)[-1:]
    if verb == 1 and first in _SEVERAL:
        return _last_named(before, cast, several=True)
    phrase = clause[: clause.index(words[verb], len(" ".join(words[:verb])) - 1)].strip(" ,")
    if match := cast.pattern.fullmatch(phrase):
        return cast.split(match.group(1))
    if not _is_doing(words[verb:]):
        return []
    if _PAIR.fullmatch(phrase) and any(cast.full(name) in cast.persons for name in cast.split(phrase)):
        return cast.split(phrase)
    placed = words[:1] if is_office(words[0]) or is_office(" ".join(words[:2])) else words[:verb]
    if any(plain(word) in _NO_SUBJECT for word in placed):
        return []
    return cast.split(phrase) if words[0][:1].isupper() or _definite(words[verb - 1]) else []


def _is_verb(words: list[str], at: int) -> bool:
    """True for a word that is a verb by its form, and no noun that only ends like one ("alle etater skal", "direktør lovet")."""
    kind = verb_kind(words[at].casefold())
    if kind != "present":
        return kind is not None
    following = verb_kind(words[at + 1].casefold()) if at + 1 < len(words) else None
    noun = is_office(words[at]) or plain(words[at - 1]) in _EACH or str(following).startswith(("modal", "aux"))
    return not noun


def _is_doing(said: list[str]) -> bool:
    """True where a verb tells of a deed: no passive, no state behind a modal."""
    kind = verb_kind(said[0].casefold())
    if not str(kind).startswith("modal"):
        return kind in ("present", "past")
    following = [plain(word) for word in said[1:5]]
    if following[:1] == ["ha"] and following[1:2] and (following[1] in _READY or following[1].endswith("t")):
        return True  # "skal ha klart et notat", "skal ha svart"
    return not any(word in _STATES for word in following[:2]) and not any(
        verb_kind(word) == "passive" for word in following
    )


def _promises(word: str) -> bool:
    kind = verb_kind(word.casefold())
    return word[:1].islower() and (kind in ("present", "stative") or kind in _ACTIVE)


def _definite(word: str) -> bool:
    return word.casefold().endswith(("en", "et", "a", "ene", "ane")) or word.casefold() in word_list("group_actors")


def _last_named(texts: Sequence[str], cast: Cast, *, several: bool = False) -> list[str]:
    """The people whom the nearest text before names last; `several`: only where it names two or more together."""
    for text in reversed(texts):
        for match in reversed(list(cast.pattern.finditer(text))):
            names = [cast.full(name) for name in cast.split(match.group(1))]
            people = [name for name in names if name in cast.persons]
            if people and (not several or len(people) > 1):
                return people
    return []
