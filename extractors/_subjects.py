"""Whom a clause has as its subject, where it is known that somebody there has something to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._actors import STRANGER, Cast
from extractors._features import plain
from extractors._matching import word_list
from extractors._names import is_name, is_office, is_organisation
from extractors._task_verbs import (
    EACH,
    PLACED,
    WORD,
    goes_on,
    is_doing,
    is_finite,
    is_verb,
    kind_of,
    named_like_a_verb,
    promises,
)
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, listed

_WITHIN = frozenset(listed("subjects.within"))
_WE = frozenset({"vi", "me"})
_ONE = frozenset({"han", "hun"})
_SEVERAL = frozenset({"de"})
NO_SUBJECT = frozenset(listed("subjects.no_subject"))
_RELATIVE = expression("subjects.relative", re.NOFLAG)
_PRONOUN_AND = re.compile(r"(?:han|hun|ho)\s+og\s+(?=[A-ZÆØÅ])", re.I)
_OPENS = re.compile(r"^(?P<first>[A-ZÆØÅ][\wæøå-]+)\s+(?P<verb>[a-zæøå]+)\s+(?=[A-ZÆØÅ])")
_END_OF_CLAUSE = expression("subjects.end_of_clause", re.NOFLAG)
_AND_DOES = re.compile(r",\s+og\s+(?P<do>[a-zæøå]+)\b")
_PAIR = re.compile(r"[A-ZÆØÅ][\w-]+(?:,\s+[A-ZÆØÅ][\w-]+)*\s+og\s+[A-ZÆØÅ][\w-]+")
"""First names joined, some of which may be on no list."""
LONGEST_SUBJECT = 4
"""Words of a subject, at most."""
LONGEST_PLURAL = 6
"""Words of a subject of several, told apart by a phrase ("Alle med nøkkel til hytta")."""
LONGEST_RELATIVE = 14
"""Words of a relative clause and the verb behind it, at most."""


def person_at(clause: str, cast: Cast) -> list[str]:
    """The people whom a clause begins with, where a verb of something to come, or of a promise, follows."""
    match = cast.pattern.match(clause)
    if not match:
        return []
    names = cast.split(match.group(1))
    if not all(cast.full(name) in cast.persons for name in names) or clause[match.end() : match.end() + 1] == ")":
        return []
    rest = _END_OF_CLAUSE.split(clause[match.end() :])[0]
    said = WORD.findall(rest)
    promised = any(plain(word) in word_list("promised") for word in said[:6])
    verb = next((word for word in said[:4] if kind_of(word.casefold())), None)
    if verb is None:
        return names if promised else []
    also_does = _AND_DOES.search(clause)
    to_come = (
        goes_on(clause)
        or (also_does is not None and kind_of(also_does["do"]) == "present")
        or promises(verb)
        or any(promises(word) for i, word in enumerate(said) if i and plain(said[i - 1]) == "og")
    )
    return names if promised or to_come else []


def person_with(clause: str, cast: Cast) -> list[str]:
    """The people whom a clause begins with, whatever they do at present or would do."""
    match = cast.pattern.match(clause)
    names = cast.split(match.group(1)) if match else []
    if match is None or not names or not all(cast.full(name) in cast.persons for name in names):
        return []
    verb = WORD.match(clause[match.end() :].strip())
    kind = kind_of(verb.group().casefold()) if verb else None
    return (
        names
        if verb
        and (
            kind in ("present", "stative", "aux:har") or str(kind).startswith("modal") or plain(verb.group()) == "ville"
        )
        else []
    )


def whoever(clause: str) -> list[str]:
    """A subject that a relative clause tells of ("Alle som har nøkkel, leverer den"), where the main verb promises."""
    opens = _RELATIVE.match(clause)
    if opens is None:
        return []
    said = list(WORD.finditer(clause, opens.end()))[:LONGEST_RELATIVE]
    verbs = [word for word in said if is_finite(word.group())]
    if len(verbs) > 2 and clause[verbs[0].end() : verbs[1].start()] == " ":
        del verbs[1]  # a noun like a verb ("dei som får pengar, må ...")
    behind_comma = (word for word in verbs[1:] if clause[: word.start()].endswith(", "))
    main = next(behind_comma, verbs[1] if len(verbs) > 1 else None)
    if main is None or not promises(main.group()) or ":" in clause[: main.start()]:
        return []
    behind = [word.group() for word in said if word.start() >= main.start()]
    return [clause[: main.start()].strip(" ,")] if is_doing(behind) else []


def with_pronoun(text: str) -> bool:
    """True where a pronoun and a name open a sentence together."""
    return _PRONOUN_AND.match(text) is not None


def pronoun_and(clause: str, before: Sequence[str], cast: Cast) -> list[str]:
    """A pronoun and a name joined ("Hun og Petter kjører søpla") as the two whom they stand for."""
    opens = _PRONOUN_AND.match(clause)
    named = cast.pattern.match(clause, opens.end()) if opens else None
    if named is None:
        return []
    names = cast.split(named.group(1))
    verb = WORD.match(clause[named.end() :].strip())
    whom = [name for name in _last_named(before, cast) if name not in {cast.full(one) for one in names}]
    kind = kind_of(verb.group().casefold()) if verb else None
    return [*whom[-1:], *names] if whom and (kind in ("present", "stative") or str(kind).startswith("modal")) else []


def behind_verb(text: str, cast: Cast) -> list[str]:
    """The person right behind the verb, where a thing or an adverb opens the sentence ("Transporten avtaler Kari")."""
    opens = _OPENS.match(text)
    if opens is None or not promises(opens["verb"]) or acts_by_itself(opens["first"]):
        return []
    named = cast.pattern.match(text, opens.end())
    names = cast.split(named.group(1)) if named else []
    return names if names and all(cast.full(name) in cast.persons for name in names) else []


def acts_by_itself(phrase: str) -> bool:
    """True for a body or an office, which may be a subject."""
    return is_office(phrase) or is_organisation(phrase) or fold(phrase) in word_list("group_actors")


def subject_at(clause: str, before: Sequence[str], cast: Cast) -> list[str]:
    """The subject of a clause with a present or future verb behind it; a pronoun as the one whom it stands for."""
    words = WORD.findall(clause)
    many = bool(words) and (plain(words[0]) in EACH or words[0].endswith(("ene", "ane")))
    longest = LONGEST_PLURAL if many else LONGEST_SUBJECT
    verb = next((i for i in range(1, min(len(words), longest + 1)) if is_verb(words, i)), None)
    if verb is None or (kind_of(words[0].casefold()) and not named_like_a_verb(words)):
        return []  # a clause that its verb opens has no subject before it
    first = plain(words[0])
    promised = any(plain(word) in word_list("promised") for word in words[verb : verb + 2])
    promised = promised or goes_on(clause)
    if not promises(words[verb]) and not promised:
        return []
    behind = plain(words[verb + 1]) if words[verb + 2 : verb + 3] and words[verb + 2] in PLACED else ""
    if behind in _WE:
        return [words[verb + 1]]
    for pronoun in (first if verb == 1 else "", behind):  # "De henger opp plakaten", "Plakaten henger de opp"
        if pronoun in _ONE:
            return _antecedent(before, cast)
        if pronoun in _SEVERAL:
            return _last_named(before, cast, several=True)
    phrase = clause[: clause.index(words[verb], len(" ".join(words[:verb])) - 1)].strip(" ,")
    if match := cast.pattern.fullmatch(phrase):
        return cast.split(match.group(1))
    if ":" in phrase or "–" in phrase:
        return []  # what it is about stands before its subject
    if words[verb] == "går" and not acts_by_itself(phrase) and plain(words[0]) not in EACH:
        return []  # "Referatet går til ..."
    if not is_doing(words[verb:]) and not (kind_of(words[verb].casefold()) == "stative" and is_organisation(phrase)):
        return []
    if _PAIR.fullmatch(phrase) and any(cast.full(name) in cast.persons for name in cast.split(phrase)):
        return cast.split(phrase)
    placed = words[:1] if is_office(words[0]) or is_office(" ".join(words[:2])) else words[:verb]
    if any(plain(word) in NO_SUBJECT and not (many and i and plain(word) in _WITHIN) for i, word in enumerate(placed)):
        return []
    meant = (
        words[0][:1].isupper()
        or plain(words[0]) in EACH
        or fold(words[0]) in word_list("i_myself")
        or _definite(words[verb - 1])
    )
    return cast.split(phrase) if meant else []


def _definite(word: str) -> bool:
    return word.casefold().endswith(("en", "et", "a", "ene", "ane")) or word.casefold() in word_list("group_actors")


def _antecedent(texts: Sequence[str], cast: Cast) -> list[str]:
    """Whom "he" or "she" stands for: the office or stranger that the nearest text opens with, else whom it names last."""
    for text in reversed(texts):
        opens = cast.pattern.match(text)
        names = cast.split(opens.group(1)) if opens else []
        if len(names) == 1 and cast.full(names[0]) not in cast.persons and (
            (STRANGER.fullmatch(names[0]) and is_name(names[0])) or (acts_by_itself(names[0]) and fold(names[0]) not in word_list("own_bodies"))
        ):  # fmt: skip
            return names
        if found := _last_named([text], cast):
            return found[-1:]
    return []


def _last_named(texts: Sequence[str], cast: Cast, *, several: bool = False) -> list[str]:
    """The people whom the nearest text before names last; `several`: only where it names two or more together."""
    for text in reversed(texts):
        for match in reversed(cast.found(text)):
            names = [cast.full(name) for name in cast.split(match.group(1))]
            people = [name for name in names if name in cast.persons]
            if people and (not several or len(people) > 1):
                return people
    return []
