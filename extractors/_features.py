"""What a sentence looks like, for a linear model: its words, its first verb, its subject, and where it stands.

People, organisations, offices and dates are masked, nynorsk's commonest words read as bokmål's, so that what is learnt
of one body holds for another. A feature is a string; a sentence has each one or has it not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors import _due
from extractors._actors import Cast
from extractors._clauses import speaks, subject
from extractors._matching import word_list
from extractors._names import is_office
from extractors.lexicon import fold, lexicon
from extractors.lexicon.wording import expression, listed
from pipeline import dates
from pipeline.memo import KEPT

_TOKEN = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*|\d+(?:[.,/:]\d+)*|[^\s\w]")
_PAST = expression("features.past", re.NOFLAG)
_PRESENT = re.compile(r"^[^\W\d_]{3,}r$")
_PASSIVE = re.compile(r"^[^\W\d_]{4,}(?:es|ast)$")
_DEFINITE = re.compile(r"(?:en|et|a|ene|ane)$")
_MODALS = frozenset(listed("features.modals"))
_AUXILIARIES = frozenset(listed("features.auxiliaries"))
_PRONOUNS = frozenset(listed("features.pronouns"))
_FIRST_WORDS = 14
"""Words among which the first verb is looked for."""
_LETTERS = re.compile(r"[^\W\d_]+")
_PROPOSED = expression("features.proposed", re.NOFLAG)
_SEAM = 6
"""Words of the neighbours that stand nearest, by which a sentence is weighed."""
_STEM = 5
"""Letters by which a sentence's word is known to be of its item's title."""
_LONG = 6
"""Letters of a word's beginning that stand for its forms."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: in its item, its block, under which label, behind which sentence."""

    at: int
    """How many sentences of its item stand before it."""
    left: int
    """How many come after it."""
    region: str
    role: str
    marked: bool
    labelled: bool
    """True where its item has a label for what was decided."""
    in_item: bool
    before: str
    """The sentence before it."""
    after: str
    """The sentence behind it, in the same item."""
    spoke: tuple[int, int]
    """How many sentences of its item before it and behind it tell what somebody said."""
    title: str
    """The title of its item."""
    last: bool
    """True for the last sentence of its block."""
    last_block: bool

    @property
    def among(self) -> int:
        """How many sentences its item has."""
        return self.at + 1 + self.left


def features(text: str, setting: Setting, cast: Cast) -> list[str]:
    """Every feature of a sentence."""
    tokens = masked(text, cast)
    words = [t if t[0] == "§" else "#" if t[0].isdigit() else plain(t) for t in tokens]
    found = [f for word in set(words) for f in _of_word(word)]
    found += {f"b={first} {second}" for first, second in pairwise(words)}
    verb, at = _first_verb(tokens)
    head = _shape(words[0]) if words else ""
    due = _due.find(text)
    when = "strong" if any(d.strong for d in due) else "vague" if due else "no"
    found += [
        f"f1={words[0] if words else ''}",
        f"f2={' '.join(words[:2])}",
        f"v={verb}",
        f"vi={min(at, 4) if at is not None else None}",
        f"h={head}",
        f"hv={head}|{verb}{'|next' if at == 1 else ''}",
        f"subj={_subject(text, cast)}",
        f"due={when}",
        f"hv|due={head}|{verb}|{when}",
        f"speech={speaks(text)}",
        f"len={min(len(text.split()) // 5, 5)}",
        *_of_setting(setting),
        *_of_neighbours(text, setting, cast),
        f"rpos|v={min(setting.left, 3)}|{verb}",
        *(f"has{word}" for word in {w for w in words if w[0] == "§"}),
    ]
    for mark, name in (("?", "question"), ("»", "quote"), (":", "colon")):
        if mark in (tokens[-1:] if mark == "?" else tokens):
            found.append(name)
    return found


@lru_cache(KEPT)
def _of_word(word: str) -> tuple[str, ...]:
    """What a word tells by itself."""
    if len(word) > _LONG and word[0] != "§":
        return f"w={word}", f"p={word[:_LONG]}", f"s={word[-4:]}"
    return (f"w={word}",)


def _of_setting(setting: Setting) -> list[str]:
    return [
        f"pos={min(setting.at, 3)}",
        f"rpos={min(setting.left, 3)}",
        f"n={min(setting.at + setting.left + 1, 6)}",
        f"region={setting.region or '-'}",
        f"role={setting.role}",
        f"marked={setting.marked}",
        f"labelled={setting.labelled}",
        f"item={setting.in_item}",
        f"prevspeech={speaks(setting.before)}",
        f"last={setting.last}",
        f"lastblock={setting.last_block}",
    ]


def _of_neighbours(text: str, setting: Setting, cast: Cast) -> Iterator[str]:
    """What stands around a sentence: talk before it and none behind it, a question, a proposal, words at the seams."""
    before, first = _shown(setting.before, cast), _shown(setting.after, cast)
    yield f"nspeech={speaks(setting.after)}"
    yield f"spoke={min(3, setting.spoke[0])}|{min(3, setting.spoke[1])}"
    yield f"spoke<{min(3, setting.spoke[0])}"
    yield f"spoke>{min(3, setting.spoke[1])}"
    yield f"prevq={setting.before.endswith('?')}"
    yield f"nlen={min(len(first) // 4, 5)}"
    yield f"prevprop={bool(_PROPOSED.search(setting.before.casefold()))}"
    yield f"pf={before[0] if before else '-'}"
    yield f"nf={first[0] if first else '-'}"
    yield f"nb={' '.join(first[:2])}"
    yield from (f"pw={word}" for word in set(before[-_SEAM:]))
    yield from (f"nw={word}" for word in set(first[:_SEAM]))
    yield f"of_title={any(map(text.casefold().__contains__, _stems(setting.title)))}"


@lru_cache(KEPT)
def _stems(title: str) -> frozenset[str]:
    """The beginnings of a title's words, by which a sentence is known to be about it."""
    return frozenset(word[:_STEM] for word in _LETTERS.findall(title.casefold()) if len(word) >= _STEM)


@lru_cache(KEPT)
def _shown(text: str, cast: Cast) -> tuple[str, ...]:
    """The words of a neighbour, masked as its own are when it is judged itself."""
    return tuple(t if t[0] == "§" else plain(t) for t in masked(text, cast) if t[0] == "§" or t[0].isalpha())


@lru_cache(KEPT)
def plain(word: str) -> str:
    """A word without its case, a common nynorsk one as bokmål has it."""
    low = word.casefold()
    return lexicon().as_bokmaal.get(low, low)


@lru_cache(KEPT)
def masked(text: str, cast: Cast) -> list[str]:
    """The tokens of a text, those that name somebody or a day as what they name ("§PERSON", "§DATE").

    The meeting's own body keeps its word.
    """
    spans = [(day.start, day.end, "§DATE") for day in dates.find(text)]
    for match in cast.found(text):
        names = cast.split(match.group(1))
        kind = min(_kind(name, cast) for name in names)
        if kind != "BODY":
            spans.append((match.start(1), match.end(1), f"§{kind}{'S' if len(names) > 1 else ''}"))
    out: list[str] = []
    at = 0
    for start, end, mask in sorted(spans):
        if start >= at:
            out += [*_TOKEN.findall(text[at:start]), mask]
            at = end
    return [*out, *_TOKEN.findall(text[at:])]


def _kind(name: str, cast: Cast) -> str:
    if cast.full(name) in cast.persons:
        return "PERSON"
    if fold(name) in word_list("own_bodies") or fold(name) in word_list("any_body"):
        return "BODY"
    if name in cast.actors.organisations:
        return "ORG"
    if is_office(name):
        return "OFFICE"
    return "STRANGER" if len(name.split()) > 1 and name.istitle() else "GROUP"


def _first_verb(tokens: list[str]) -> tuple[str | None, int | None]:
    """The kind of the first verb and how many tokens stand before it."""
    for at, token in enumerate(tokens[:_FIRST_WORDS]):
        if not token[0].isalpha():
            continue
        kind = verb_kind(token.casefold())
        if kind:
            return kind, at
    return None, None


@lru_cache(KEPT)
def verb_kind(word: str) -> str | None:
    """What a word is as a verb: a modal or auxiliary by name, "stative", "present", "past", "passive"; None for others."""
    bokmaal = plain(word)
    if bokmaal in _MODALS:
        return f"modal:{bokmaal}"
    if bokmaal in _AUXILIARIES:
        return f"aux:{bokmaal}"
    if word in word_list("stative"):
        return "stative"
    if word in word_list("strong_present") or bokmaal in word_list("strong_present"):
        return "present"
    if _PAST.match(bokmaal):
        return "past"
    if _PRESENT.match(word) and word not in word_list("not_verbs"):
        return "present"
    return "passive" if _PASSIVE.match(word) else None


def _shape(word: str) -> str:
    """What a sentence begins with: a mask, a pronoun, a noun in its definite form, anything else."""
    if word[0] == "§":
        return word
    if word in _PRONOUNS:
        return f"pronoun:{word}"
    return "definite" if _DEFINITE.search(word) else "other"


def _subject(text: str, cast: Cast) -> str:
    """Who the rules find as subject, and with what kind of verb."""
    found = subject(text, cast)
    if not found:
        return "none"
    names, verb = found
    full = [cast.full(name) for name in names]
    if any(name in cast.persons for name in full):
        who = "person"
    elif any(fold(name) in word_list("own_bodies") for name in names):
        who = "own"
    else:
        who = "office" if any(is_office(name) for name in names) else "other"
    return f"{who}:{verb_kind(verb)}"
