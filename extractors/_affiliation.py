"""What of a remark beside a name is a body that somebody is from, and what is not."""

from __future__ import annotations

import re

from extractors._entry import CLASS, DEPUTY_NOTE, PARTIAL_WORD, Entry, fold_first
from extractors._initials import initials_of
from extractors._names import (
    INITIALS,
    has_given_name,
    is_name,
    is_office,
    is_organisation,
    known_organisations,
    like_a_person,
    role_of,
    words,
)
from extractors._senders import is_common_body
from extractors._titles import CALL_SIGN
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

REASON = expression("affiliation.reason")
"""Why somebody was away, or a degree: a remark that is no part of a body's name."""
WORK_PACKAGE = re.compile(r"^(?:WP|AP|DP|TP)\s?\d{1,2}$")
"""The part of a project that somebody leads ("WP 3"), which is no body."""
_UNIT = expression("affiliation.unit", re.NOFLAG)
"""A unit named in lower case by what it is, often cut short ("avd. Fjell", "seksjon for drift")."""
_PART = expression("affiliation.part")
"""How a part of a body is named, beside the body."""


def is_part(body: str, text: str) -> bool:
    """True where two affiliations behind commas are a body and a part of it ("Fonna universitet, Institutt for hav").

    >>> is_part("Fonna universitet", "Institutt for hav"), is_part("Avdeling for drift", "Lia kommune"), is_part("NAV", "KS")
    (True, True, False)
    """
    part = _PART.match(text) is not None and is_organisation(body) and not role_of(text) and not is_office(text)
    whole = _PART.match(text) is None and is_organisation(text) and not like_a_person(" ".join(text.split()[1:]))
    return part or (_PART.match(body) is not None and whole)


_CASE = re.compile(r"^(?:[A-ZÆØÅ]{1,5}[ -]?)?\d{1,3}/\d{2,4}\b")
"""A case's number, for which somebody came."""


_ARTICLE = expression("affiliation.article")
"""The article and the adjective before a body's common noun."""


def is_affiliation(text: str, entry: Entry) -> bool:
    """True for an organisation, a party, a class, or an unknown capitalised word that is no role or office."""
    leads = text.casefold()
    if (
        leads in words()["functions"]
        or CALL_SIGN.match(text)
        or WORK_PACKAGE.match(text)
        or _CASE.match(text)
        or (REASON.match(text) and not is_organisation(text))
    ):
        return False
    if INITIALS.match(text) and text in initials_in(entry.name):
        return False
    if role_of(text) or any(leads == w or leads.startswith((f"{w} ", f"{w},")) for w in words()["leaders"]):
        return False
    first = re.split(r"[,(]", text)[0].strip()
    if has_given_name(first) and " " in first and is_name(first):
        return False  # a person, from whom nobody is sent
    if "," in text and all(map(has_given_name, re.split(r",\s*|\s+og\s+", text))):
        return False  # "to frå personalet (Siv, Ola)"
    if is_organisation(text) or CLASS.match(text) or text.casefold() in words()["parties"] or _UNIT.match(text):
        return True
    if is_common_body(_ARTICLE.sub("", text)) and not is_office(text):
        return True  # "kontoret for Nes og Lia", "Den lokale legevakta"
    if (
        (is_office(text) and not (text[:1].isupper() and fold(text) in known_organisations()))
        or PARTIAL_WORD.search(text)
        or DEPUTY_NOTE.search(text)
    ):
        return False
    if is_common_body(text) or re.fullmatch(r"[a-zæøå]+(?:styret|rådet)", text):
        return True
    return (text[:1].isupper() or bool(re.match(r"^\d[A-ZÆØÅ]", text))) and fold_first(text) not in words()["not_names"]


_PARTY_FOR = expression("affiliation.party_for", re.NOFLAG)


def party_and_other(text: str) -> tuple[str, str] | None:
    """A party or class and for whom its deputy came ("SV for Siv Lie"), apart; None for other words.

    >>> party_and_other("SV for Siv Lie"), party_and_other("1. vara for Siv Lie")
    (('SV', 'for Siv Lie'), None)
    """
    found = _PARTY_FOR.match(text)
    body = found["body"] if found else ""
    known = body.casefold() in words()["parties"] or (CLASS.match(body) is not None and not body.endswith("."))
    return (body, found["rest"]) if found and known else None


def initials_in(name: str) -> frozenset[str]:
    """Every way in which a name may be cut to its initials, a hyphen's two halves apart."""
    return initials_of(name) | {"".join(p[0] for p in re.split(r"[\s-]+", name) if p)}
