"""Two given names that share the surname of the second: "Siv og Ola Nes", where it is plain that they do."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors._entry import Entry
from extractors._names import has_given_name
from extractors.lexicon.wording import expression

_AND = re.compile(r"\s*(?:og|&|\+)\s*")
_GOES_ON = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|samt\b)")
"""What stands behind a couple in the midst of a list."""
_APART = expression("couples.apart")
"""What stands before a couple that ends a list."""


def whole(entries: list[Entry], text: str, *, told: bool = False) -> list[Entry]:
    """The people of a list, those with a surname of their own and those who share one with whom "og" joins them to.

    Among given names alone the last two are no couple ("Siv, Kari og Ola Nes"), as any list has "og" there;
    nor are two of whom a sentence tells (`told`), for all may go by their given names there.

    >>> def names(text, *found):
    ...     return [e.name for e in whole([Entry(n, text.index(n), text.index(n) + len(n)) for n in found], text)]
    >>> names("Kari Lie, Siv og Ola Nes", "Kari Lie", "Siv", "Ola Nes")
    ['Kari Lie', 'Siv Nes', 'Ola Nes']
    >>> names("Siv og Ola Nes, Kari", "Siv", "Ola Nes", "Kari")
    ['Siv Nes', 'Ola Nes', 'Kari']
    >>> names("Kari, Siv og Ola Nes", "Kari", "Siv", "Ola Nes")
    ['Kari', 'Siv', 'Ola Nes']
    """
    out = list(entries)
    for at, (first, second) in enumerate(pairwise(entries)):
        between = _AND.fullmatch(text[first.end : second.start])
        surname = _surname(second.name)
        bare = not (first.organisation and first.organisation != second.organisation) and not first.role
        if not between or not surname or not bare or not has_given_name(first.name) or " " in first.name:
            continue
        others = [entry.name for n, entry in enumerate(entries) if n not in (at, at + 1)]
        full = all(_surname(name) or not has_given_name(name) for name in others) and (bool(others) or not told)
        apart = _APART.search(text[: first.start]) or (at + 2 < len(entries) and _GOES_ON.match(text[second.end :]))
        if full or apart:
            body = first.organisation or second.organisation
            out[at] = replace(first, name=f"{first.name} {surname}", organisation=body)
    return out


def _surname(name: str) -> str:
    """What stands behind the given names of a full name; "" where there is nothing, or no more than a letter."""
    parts = name.split()
    if not has_given_name(name):
        return ""
    while parts and (has_given_name(parts[0]) or len(parts[0].rstrip(".")) == 1):
        parts.pop(0)
    return " ".join(parts) if parts and len(parts[-1].rstrip(".")) > 1 else ""
