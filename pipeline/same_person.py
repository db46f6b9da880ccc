"""Which written names are the same person: equal folded names, and initials that only one fuller name fits.

A name in one word ("Kari") is a person only within its body: clubs know each other by first names. What is uncertain
stays apart; two persons shown as one is the worse mistake.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.fold import fold, slugs

_SCOPE = "\0in"
"""Stands in the key of a name in one word, where no part of a name can stand."""

_BESIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, and the circles it was met in: its body and its organisation, by their ids."""

    name: str
    body: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the archive shows them; `id` holds letters, digits and hyphens only."""

    id: str
    name: str


Key = tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> Key:
    """The folded parts of a name: case, stops and what stands in parentheses are left out; æ and e meet, as ø and o do.

    >>> name_key("Pelle E. Aakvik"), name_key("Åse BÆKKEN (vara)")
    (('pelle', 'e', 'akvik'), ('ase', 'bekken'))
    """
    return tuple(fold(_BESIDE.sub(" ", name)).replace("ae", "e").split())


def fits(short: Key, full: Key, close: bool) -> bool:
    """True where `short` can be `full` abbreviated: same surname, given names in full or as initials.

    A middle name may be left out, and the first given name be an initial, only among people who are `close`.

    >>> fits(("pelle", "e", "akvik"), ("pelle", "eivind", "akvik"), close=False)
    True
    >>> fits(("pelle", "akvik"), ("pelle", "eivind", "akvik"), close=False)
    False
    >>> fits(("p", "e", "akvik"), ("pelle", "eivind", "akvik"), close=True)
    True
    """
    if len(short) < 2 or len(full) < 2 or short[-1] != full[-1]:
        return False
    given, other = short[:-1], full[:-1]
    if given[0] != other[0] and not (close and len(given[0]) == 1 and other[0].startswith(given[0])):
        return False
    if len(given) == 1:
        return given[0] != other[0] if len(other) == 1 else close
    return len(given) == len(other) and all(b.startswith(a) for a, b in zip(given[1:], other[1:], strict=True))


def connect(mentions: Iterable[Mention], others: Iterable[Mention] = ()) -> dict[Mention, Person]:
    """Who each mention is. The same set of mentions gives the same persons in any order; no name, no person.

    `others` are words that may or may not be a person ("Kari Hansen", "Rådmannen"): they make no person, and are in
    the answer only where they fit one that `mentions` made.
    """
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    circles: dict[Key, set[str]] = defaultdict(set)
    keys: dict[Mention, Key] = {}
    for mention in mentions:
        key = _key(mention)
        if not key:
            continue
        keys[mention] = key
        spellings[key][" ".join(_BESIDE.sub(" ", mention.name).split()).strip(" ,;:")] += 1
        circles[key] |= {circle for circle in (mention.body, mention.organisation) if circle}
    home = _homes(circles, {key for key in spellings if not _is_scoped(key)})
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in spellings:
        groups[home.get(key, key)].append(key)
    names = {"\0".join(head): _shown(head, group, spellings) for head, group in groups.items()}
    ids = slugs(names)
    persons = {head: Person(ids["\0".join(head)], names["\0".join(head)]) for head in groups}
    answer = {mention: persons[home.get(key, key)] for mention, key in keys.items()}
    full_names = _by_surname(key for key in spellings if not _is_scoped(key))
    for mention in others:
        key = _key(mention)
        near = {mention.body, mention.organisation}
        fitting = {key} & spellings.keys() or {
            other for other in full_names.get(key[-1:], ()) if fits(key, other, close=bool(near & circles[other]))
        }
        found = {home.get(other, other) for other in fitting}
        if len(found) == 1:
            answer[mention] = persons[found.pop()]
    return answer


def _key(mention: Mention) -> Key:
    """The key of a mention; a name in one word carries the circle in which it means somebody."""
    key = name_key(mention.name)
    return (*key, _SCOPE, mention.body or mention.organisation or "") if len(key) == 1 else key


def _is_scoped(key: Key) -> bool:
    """True for the key of a name in one word."""
    return key[1:2] == (_SCOPE,)


def _by_surname(keys: Iterable[Key]) -> dict[Key, list[Key]]:
    """Keys by their last part, the fullest first."""
    families: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (-len("".join(key)), key)):
        families[key[-1:]].append(key)
    return families


def _homes(circles: dict[Key, set[str]], keys: set[Key]) -> dict[Key, Key]:
    """Name -> the fullest name that it stands for, where there is exactly one."""
    home: dict[Key, Key] = {}
    for family in _by_surname(keys).values():
        for index, key in enumerate(family):
            found = {
                home.get(other, other)
                for other in family[:index]
                if fits(key, other, close=bool(circles[key] & circles[other]))
            }
            if len(found) == 1:
                home[key] = found.pop()
    return home


def _shown(head: Key, group: list[Key], spellings: dict[Key, Counter[str]]) -> str:
    """The spelling to show: of the fullest name, the one met most often, Norwegian letters before their stand-ins."""
    shown = spellings[head]
    return max(shown, key=lambda text: (shown[text], sum(not c.isascii() for c in text), not text.isupper(), text))
