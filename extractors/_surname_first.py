"""Lists that give the surname first ("Nes, Kari", "NES, Ola Bø (leiar)"), turned to how people are called."""

from __future__ import annotations

import re

from extractors._names import has_given_name, is_name, is_organisation, words
from pipeline.model import Document

FEWEST = 2
"""Lines that prove a document's lists to give the surname first, where it is not in capitals."""
_G = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?"
_TURNED = re.compile(
    rf"^(?P<lead>[-–•*·\s]*(?:[A-ZÆØÅa-zæøå][\w.-]+\s+(?=[A-ZÆØÅ]{{2}}))?)(?P<surname>[A-ZÆØÅ][\w’'-]+(?:\s[A-ZÆØÅ]{{2}}[A-ZÆØÅ-]*)?),\s+"
    rf"(?P<given>{_G}(?:\s(?:{_G}|[A-ZÆØÅ]\.))*)(?=\s*(?:$|[,;(|]|\s[-–—]\s))"
)


def turned(text: str, *, habit: bool, alone: bool = False) -> str:
    """A line, or parts between semicolons, with the surname behind the given names, of the same length.

    With `habit`, as the document's lists have it; else only where the surname is in capitals, or where the line stands
    `alone` in its list and the surname ends like one.

    >>> turned("NES, Kari Anne (leiar)", habit=False), turned("Nes, Kari", habit=False), turned("Nes, Kari", habit=True)
    ('Kari Anne Nes  (leiar)', 'Nes, Kari', 'Kari Nes ')
    """
    parts = text.split(";")
    ends = tuple(words()["surname_endings"])
    known = alone and text.partition(",")[0].casefold().endswith(ends)
    return ";".join(_turn(part, habit or known) for part in parts)


def _turn(part: str, habit: bool) -> str:
    match = _TURNED.match(part)
    if (
        not match
        or not (habit or (match["surname"].isupper() and has_given_name(match["given"])))
        or not _is_turned(match)
    ):
        return part
    surname = match["surname"].title() if match["surname"].isupper() else match["surname"]
    name = f"{match['lead']}{match['given']} {surname}"
    return name.ljust(match.end()) + part[match.end() :]


def _is_turned(match: re.Match[str]) -> bool:
    surname, given = match["surname"], match["given"].split()
    capitals = surname.isupper() and len(surname) > 2
    if not capitals and not all(has_given_name(part) or len(part.rstrip(".")) == 1 for part in given):
        return False
    surname = surname.title() if capitals else surname
    known = has_given_name(surname) or is_organisation(surname.title()) or surname.casefold() in words()["parties"]
    return not known and is_name(surname, single=True)


def surnames_first(document: Document) -> bool:
    """True where several lines of the head give the surname first."""
    found = 0
    for block in document.head:
        for line in block.lines:
            match = _TURNED.match(line.text)
            found += match is not None and _is_turned(match)
    return found >= FEWEST
