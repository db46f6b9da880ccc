"""Persons and organisations in lists and prose: what is a name, an organisation, an office, a role, a remark."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from extractors._role_clauses import told_role
from extractors._titles import (
    CALL_SIGN,
    DOUBLE_OFFICE,
    OF_SEVERAL,
    OFFICE_OF_WORDS,
    SHORTENED,
    TRADE_END,
    names_a_trade,
)
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, listed, load
from pipeline.memo import KEPT

_WORD = r"[A-ZÆØÅÄÖÜÉÁŠČĐŊŦŽ][\w’'´`æøåäöüéášđŋŧž]*\.?(?:-[A-ZÆØÅÄÖÉ]?[\wæøåäöüéá]+)*"
_OFFICE_END = expression("names.office_end")
NAME = expression("names.name", re.NOFLAG, word=_WORD)
INITIALS = re.compile(r"^[A-ZÆØÅ]{2,4}$")
ACRONYM = re.compile(r"^[A-ZÆØÅ][A-ZÆØÅ0-9&/-]{1,9}$")
_INITIAL = re.compile(r"^[A-ZÆØÅ]\.$")
_INNER_CAPITAL = expression("names.inner_capital", re.NOFLAG)
_GIVEN_AND_SHORT = re.compile(r"^[A-ZÆØÅ][a-zæøåé-]+ [A-ZÆØÅ][a-zæøå]{1,4}$")
"""A given name and a short surname, which may be a word for bodies too."""
_OWN_BODY = expression("names.own_body", re.NOFLAG)
"""The end of a body in its definite form, which no single name has ("Fylkesstyret")."""
_SURNAMES_TOO = listed("names.surnames_too")
"""Endings of bodies with which farms are called, too."""
LONGEST_INITIAL = 5
"""Letters of a name cut short, with its full stop ("Chr.", "Joh.")."""


@cache
def words() -> dict[str, Any]:
    """The lists of `names.yml`, folded into sets (roles as word -> role)."""
    data = load("names.yml")
    out: dict[str, Any] = {k: frozenset(str(w).casefold() for w in v) for k, v in data.items() if k != "roles"}
    out["roles"] = {str(w).casefold(): role for role, listed in data["roles"].items() for w in listed}
    return out


@cache
def known_organisations() -> frozenset[str]:
    """Folded names and acronyms of the register of Norwegian bodies (`organisations.csv`)."""
    path = resources.files("extractors.lexicon") / "organisations.csv"
    found: set[str] = set()
    with path.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            names = (row["name_nb"], row["name_nn"], *row["acronyms"].split(";"))
            found.update(fold(name) for name in names if name.strip())
    return frozenset(found)


@lru_cache(KEPT)
def is_name(text: str, *, single: bool = False) -> bool:
    """True for a person's name: capitalised words, none of them a word of the trade; one word only with `single`.

    >>> is_name("Else K. Grøndahl"), is_name("Oslo kommune"), is_name("Per"), is_name("Per", single=True), is_name("NAV")
    (True, False, False, True, False)
    """
    text = text.strip()
    if not NAME.match(text) or len(text) > 48 or any(c.isdigit() for c in text):
        return False
    parts = text.split()
    if not 1 <= len(parts) <= 5 or (len(parts) == 1 and not single):
        return False
    if len(parts) == 1 and (len(text) < 2 or (ACRONYM.match(text) and len(text) > 4) or is_office(text)):
        return False
    if len(parts) == 1 and (is_own_body(text) or text.casefold() in words()["units"]):
        return False
    vocabulary = words()
    first = parts[0].casefold().rstrip(".:")
    also = first in vocabulary["names_and_words"] and len(parts) > 1
    if also and parts[-1].casefold().endswith(tuple(vocabulary["surname_endings"])):
        return True  # "Vår Haugen"
    if also and len(parts) > 2 and not any(part.casefold() in vocabulary["not_names"] for part in parts[1:]):
        return not is_organisation(text)  # "Inga Johanne Steen"
    if (first in vocabulary["not_names"] and not _INITIAL.match(parts[0])) or parts[0].casefold() in vocabulary[
        "offices"
    ]:
        return False
    if len(parts) > 1 and any(parts[-1].casefold() in vocabulary[key] for key in ("offices", "never_last")):
        return False  # "Siv Lie Ingen": a sentence begins there
    if any(ACRONYM.match(p) and len(p) > 3 and not p.isupper() for p in parts):
        return False
    if any(len(part) > LONGEST_INITIAL and part.casefold() in vocabulary["roles"] for part in parts[1:]):
        return False  # "Siv Lie Referent Ola Bø": a label stands between two people
    if len(parts) == 2 and ACRONYM.match(parts[1]) and len(parts[1]) > 1 and _is_lone(parts[0]):
        return False  # "Nordby HMS"
    if any(part.endswith(".") and len(part) > LONGEST_INITIAL for part in parts):
        return False  # "Ola Haugset. Drm": a sentence ends there
    if any(_INNER_CAPITAL.search(part) for part in parts):
        return False  # "BoLett"
    return not is_organisation(text)


def _is_lone(first: str) -> bool:
    """True for a word before capitals that is no given name and not in capitals itself: it begins a body's name."""
    return not first.isupper() and not has_given_name(first) and len(first.rstrip(".")) > 1


def is_own_body(text: str) -> bool:
    """True for a part of the house in its definite form, which is nobody and nobody's organisation ("Fylkesstyret")."""
    return _OWN_BODY.search(text) is not None and " " not in text


def has_given_name(text: str) -> bool:
    """True where a text begins with a given name that is common here.

    >>> has_given_name("Ann-Mari Vik"), has_given_name("Ola"), has_given_name("Lokal Energi")
    (True, True, False)
    """
    first = text.casefold().split()[:1]
    known = words()["given_names"]
    return bool(first) and (first[0] in known or first[0].split("-")[0] in known)


def is_given_name(text: str) -> bool:
    """True for a given name that is no word of the language as well.

    >>> [is_given_name(t) for t in ("Ann-Mari", "Ola", "Hans", "Styret")]
    [True, True, False, False]
    """
    return has_given_name(text) and text.casefold() not in words()["names_and_words"]


def like_a_person(text: str) -> bool:
    """True where a capitalised text is rather a person than a body: by its given name, surname or initials.

    >>> [like_a_person(t) for t in ("Ola Vik", "Xia Sandvik", "Marit", "A. Bo", "Frisk Luft", "Hovedvernet")]
    [True, True, True, True, False, False]
    """
    parts = text.split()
    if (
        not parts
        or has_given_name(text)
        or (len(parts) > 1 and re.fullmatch(r"(?:[A-ZÆØÅ][a-zæøå]?\.){1,2}", parts[0]))
    ):
        return bool(parts)
    return len(parts) > 1 and parts[-1].casefold().endswith(tuple(words()["surname_endings"]))


@cache
def _long_endings() -> tuple[str, ...]:
    """Endings of organisations that no other words share by chance."""
    return tuple(ending for ending in words()["organisation_endings"] if len(ending) >= 6)


@cache
def _common_endings() -> tuple[str, ...]:
    """Endings in their definite form of bodies that are named by a common noun, which no surname has."""
    return tuple(
        ending for ending in words()["common_body_endings"] if len(ending) >= 5 and ending not in _SURNAMES_TOO
    )


@lru_cache(KEPT)
def is_organisation(text: str) -> bool:
    """True for what the register knows, what ends like an organisation, and acronyms of three letters and more.

    >>> [is_organisation(t) for t in ("Helsedirektoratet", "Vestby kommune", "KS", "Kari Nes", "NAV Øst", "IMDI")]
    [True, True, True, False, True, True]
    """
    text = re.sub(r"\s*\([^)]*\)", "", text).strip(" .")
    if not text or len(text) > 90 or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    folded = fold(text)
    if folded in known_organisations():
        return True
    parts = folded.split()
    if _GIVEN_AND_SHORT.match(text) and has_given_name(text):
        return False  # "Ola Råd": a surname that is a word for bodies too
    endings = words()["organisation_endings"]
    last = parts[-1].rstrip(".")
    if len(parts) > 1 and parts[0].endswith("laget") and text.split()[1][:1].isupper():
        return True  # "Skilaget Fonn"
    if last in endings and (len(parts) > 1 or len(last) > 4):
        return True
    if any(p.endswith(e) and len(p) > len(e) + 2 for p in (last, parts[0]) for e in _long_endings()):
        return True
    if len(parts) == 1 and not is_own_body(text) and last.endswith(_common_endings()):
        return True  # "Bondelaget"
    first = text.split()[0]
    if fold(first) in known_organisations() and ACRONYM.match(first):
        return True
    if parts[0] in words()["organisation_beginnings"] and len(parts) > 1:
        return True
    if any(p.endswith(("kommune", "kommunen", "direktoratet", "departementet", "universitet")) for p in parts):
        return True
    return bool(ACRONYM.match(text) and len(text) >= 3 and len(parts) == 1)


_WAS = expression("names.was", re.NOFLAG)
_OF_BODY = expression("names.of_body", re.NOFLAG)
"""Whose secretary or chair somebody is, where it is the body's that meets."""
_DEPUTY_ENDS = ("varamedlem", "vararepresentant")


def role_of(text: str) -> str | None:
    """The contract's role that a word or two name ("ref.", "møteleiar"), or None.

    >>> role_of("(ref.)"), role_of("Møteleiar"), role_of("kasserer")
    ('minute_taker', 'chair', None)
    """
    key = re.sub(r"\ba/s\b", "as", text.strip(" ().:,").casefold())
    key = _OF_BODY.sub("", _WAS.sub("", re.sub(r"^(?:også|òg)\s+", "", key)))
    roles: dict[str, str] = words()["roles"]
    if key in roles:
        return roles[key]
    if role := told_role(key):
        return role
    first = re.split(r"[,;/]|\bog\b|\bsak\b|\bunder\b|\bfor\b", key)[0].strip(" .")
    if first in roles:
        wrote = any(roles.get(piece.strip(" .")) == "minute_taker" for piece in re.split(r"[,;/]|\s+og\s+", key))
        return "minute_taker" if wrote and roles[first] == "secretary" else roles[first]  # "sekretær, ref."
    for piece in re.split(r"[,;/]|\s+og\s+", key):
        if piece.strip(" .") in roles:
            return roles[piece.strip(" .")]
        if role := told_role(piece.strip(" .")):
            return role
    last = first.split()[-1] if first.split() else ""
    if last.endswith(tuple(words()["secretary_endings"])):
        return "secretary"
    return "deputy" if last.endswith(_DEPUTY_ENDS) else None


def office_before(text: str) -> tuple[str, str]:
    """An office or title that stands before a name, and the rest: ("rektor", "Ola Nes"); ("", text) where none does.

    >>> office_before("rektor Ola Nes"), office_before("Ola Nes")
    (('rektor', 'Ola Nes'), ('', 'Ola Nes'))
    """
    if (double := DOUBLE_OFFICE.match(text)) and text[double.end() :][:1].isupper():
        return double.group().strip(), text[double.end() :]
    parts = text.split()
    if len(parts) > 1 and CALL_SIGN.match(parts[0]):
        return parts[0], " ".join(parts[1:])
    offices = words()["offices"]
    for size in (3, 2, 1):
        named = len(parts) > size and parts[size][:1] not in "abcdefghijklmnopqrstuvwxyzæøå"
        if named and " ".join(parts[:size]).casefold().rstrip(".") in offices:
            return " ".join(parts[:size]), " ".join(parts[size:])
    if len(parts) > 1 and _OFFICE_END.search(parts[0]) and parts[1][:1].isupper():
        return parts[0], " ".join(parts[1:])
    several = len(parts) > 1 + text[:1].isupper() and OF_SEVERAL.search(parts[0])
    if several and has_given_name(parts[1]) and parts[1][:1].isupper():
        return parts[0], " ".join(parts[1:])
    if len(parts) > 2 and INITIALS.match(parts[0]) and has_given_name(parts[1]) and not parts[1].isupper():
        return ("", text) if fold(parts[0]) in known_organisations() else (parts[0], " ".join(parts[1:]))
    if len(parts) > 2 and SHORTENED.match(parts[0]) and all(part[:1].isupper() for part in parts[1:]):
        return parts[0], " ".join(parts[1:])
    if (
        (match := OFFICE_OF_WORDS.match(text))
        and parts[0].casefold() not in words()["not_names"]
        and (_OFFICE_END.search(match["last"]) or match["last"].casefold().rstrip(".") in offices)
    ):
        return match["office"], match["name"]
    if len(parts) > 2 and parts[0].casefold() not in words()["not_names"] and TRADE_END.search(parts[0]):
        return parts[0], " ".join(parts[1:])
    if len(parts) > 1 and names_a_trade(parts[0], words()["trade_endings"]) and parts[1][:1].isupper():
        named = len(parts) > 2 and has_given_name(parts[1])
        plain = parts[0][:1].islower() or parts[0].casefold() in words()["trade_endings"]
        if (named or plain) and not has_given_name(parts[0]):
            return parts[0], " ".join(parts[1:])
    return "", text


@lru_cache(KEPT)
def is_office(text: str) -> bool:
    """True for an office or title alone ("kasserer", "daglig leder")."""
    key = text.strip(" ().:,").casefold()
    offices = words()["offices"]
    if "," in key:
        return False
    return key in offices or key in words()["leaders"] or key.endswith(tuple(words()["office_tails"]))
