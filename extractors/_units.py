"""Departments that people of one house are told with, in small letters ("anestesi", "teknisk drift", "3. etasje")."""

from __future__ import annotations

import re

from extractors._entry import PARTIAL_WORD, names_a_group
from extractors._names import is_office, office_before, role_of, words
from extractors._titles import names_an_agent
from extractors.lexicon.wording import expression

_SMALL = re.compile(
    r"[a-zæøå][a-zæøåé-]*\.?(?:(?:\s?/\s?|\s(?:og\s|for\s|i\s)?)[a-zæøå][a-zæøåé-]*\.?){0,3}(?:\s\d{1,2})?"
)
"""A few words without a capital."""
_FIELD = expression("units.field", re.NOFLAG)
"""How fields of knowledge end, by which departments are called and nobody is."""
_ASIDE = expression("units.aside", re.NOFLAG)
"""How remarks of small words begin that tell of a person rather than of a department."""
_TOLD_OF = expression("units.told_of", re.NOFLAG)
"""How adjectives and participles end, by which alone no department is called."""
LONGEST_SHARED = 5
"""Letters of a word for a kind of department in which other words may end by chance, at most."""


def is_unit(text: str) -> bool:
    """True for a department called by its kind or its field in small letters.

    >>> [is_unit(t) for t in ("radiologisk avd.", "ortopedi", "akuttmottak", "overlege", "sjuk")]
    [True, True, True, False, False]
    """
    if not may_be_unit(text):
        return False
    parts = [part.strip(".") for part in re.split(r"[\s/]+", text) if not part.isdecimal()]
    vocabulary = words()
    listed = text in vocabulary["units"] or any(part in vocabulary["units"] for part in (parts[0], parts[-1]))
    return listed or any(map(_of_kind, (parts[0], parts[-1]))) or bool(_FIELD.search(parts[-1]))


def may_be_unit(text: str) -> bool:
    """True for small words that could be a department's name among others: no title, role, group or aside.

    >>> [may_be_unit(t) for t in ("operasjon", "gyn/føde", "kasserar", "på telefon", "fast tilsett")]
    [True, True, False, False, False]
    """
    text = text.strip()
    if not _SMALL.fullmatch(text) or len(text) < 3 or _ASIDE.match(text) or PARTIAL_WORD.search(text):
        return False
    vocabulary = words()
    if text in vocabulary["units"]:
        return True
    if any(text in vocabulary[key] for key in ("functions", "not_names", "hosts", "belonging", "leaders")):
        return False
    parts = [part for part in re.split(r"[\s/]+", text) if part not in ("og", "for", "i") and not part.isdecimal()]
    ends = [part for part in (parts[0], parts[-1]) if not _of_kind(part)]
    titled = any(office_before(f"{part} Ola Nes")[0] or is_office(part) for part in ends)
    titled = titled or (names_an_agent(parts[-1]) and not _of_kind(parts[-1]))
    lone = len(parts) == 1 and _TOLD_OF.search(text) is not None and not _of_kind(text)
    return not (titled or lone or role_of(text) or names_a_group(text))


def _of_kind(word: str) -> bool:
    """True for a word for a kind of department, alone or at the end of a compound ("barneavd.", "hjartelaboratoriet")."""
    word, nouns = word.strip("."), words()["unit_nouns"]
    return word in nouns or word.endswith(tuple(noun for noun in nouns if len(noun) > LONGEST_SHARED or noun == "avd"))
