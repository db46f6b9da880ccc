"""Which written names are the same body: "Referat fra Kontaktutvalget" and "kontaktutvalet" are one committee.

Names are compared by a key in which bokmål and nynorsk, definite and indefinite forms meet, and keys that are nearly
equal are joined; a number or a short word must be the same, so that working groups 1 and 2 stay two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.fold import fold, slugs

LIKENESS = 90
"""Likeness of two whole keys, of 100, from which they may be the same body."""

WORD_LIKENESS = 85
"""Likeness that two long words in the same place need; shorter words must be equal."""

LONG = 6

_OPENING = re.compile(
    r"^(?:(?:[a-z]*(?:referat|protokoll|innkalling|bok|liste|rapport|melding)(?:en|et|a)?)\s+)?(?:(?:fra|til|for)\s+)?"
    r"(?:(?:[a-z]*mote[rt]?|samling)\s+(?:i|med|for)\s+)?(?=\S)"
)
_CORRESPONDENCES = (
    (re.compile(r"utval(?:g(?:s|et|a|ene)?|et|a|ene)?\b"), "utvalg"),
    (re.compile(r"\bfra\b|\bfraa\b"), "fra"),
    (re.compile(r"hv"), "kv"),
    (re.compile(r"(?<=[gks])j"), ""),
    (re.compile(r"tj"), "t"),
    (re.compile(r"ei|oy|au"), "e"),
    (re.compile(r"skule"), "skole"),
    (re.compile(r"y"), "i"),
    (re.compile(r"([a-z])\1"), r"\1"),
)
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ene|ane|et|en|er|ar|a|e)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the archive shows it; `id` holds letters, digits and hyphens only."""

    id: str
    name: str


def body_key(name: str) -> str:
    """The key under which the spellings of one body meet; "" where the name has no words.

    >>> body_key("Referat fra møte i Kontaktutvalget") == body_key("kontaktutvalet")
    True
    >>> body_key("Styret") == body_key("styre") != body_key("Arbeidsgruppe 2")
    True
    """
    text = fold(name)
    text = _OPENING.sub("", text, count=1) or text
    for pattern, plain in _CORRESPONDENCES:
        text = pattern.sub(plain, text)
    return " ".join(_ENDING.sub("", word) for word in text.split())


def alike(a: str, b: str) -> bool:
    """True for two keys of the same body.

    >>> alike(body_key("Arbeidsgruppa for sosialtenester"), body_key("Arbeidsgruppen for sosialtjenester"))
    True
    >>> alike(body_key("Arbeidsgruppe 1"), body_key("Arbeidsgruppe 2"))
    False
    """
    if a == b:
        return True
    words, others = a.split(), b.split()
    if len(words) != len(others) or fuzz.ratio(a, b, score_cutoff=LIKENESS) == 0:
        return False
    return all(
        word == other
        or (
            min(len(word), len(other)) >= LONG and (word + other).isalpha() and fuzz.ratio(word, other) >= WORD_LIKENESS
        )
        for word, other in zip(words, others, strict=True)
    )


def connect(names: Iterable[str]) -> dict[str, Body]:
    """Written name -> body; `names` may repeat, and what is written most often is shown. Order does not matter."""
    counts = Counter(names)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in counts.items():
        if key := body_key(name):
            spellings[key][name] += count
    # The most used key of a cluster is its head, and keys are compared with heads only, so likeness does not creep.
    heads: list[str] = []
    home: dict[str, str] = {}
    for key in sorted(spellings, key=lambda key: (-spellings[key].total(), key)):
        head = next((head for head in heads if alike(key, head)), key)
        home[key] = head
        if head == key:
            heads.append(key)
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for key, head in home.items():
        groups[head] += spellings[key]
    shown = {head: max(group, key=lambda name: (group[name], name)) for head, group in groups.items()}
    ids = slugs(shown)
    return {name: Body(ids[home[key]], shown[home[key]]) for name in counts if (key := body_key(name))}
