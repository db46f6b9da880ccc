"""Whom people come from: a body in a label or remark, one that holds for several, classes of a school."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from extractors._entry import CLASS, GROUP_WORD, PARTIAL_WORD, Entry, fold_first, names_a_group
from extractors._names import ACRONYM, INITIALS, has_given_name, is_office, is_organisation, is_own_body, words
from extractors.lexicon import lexicon
from extractors.lexicon.wording import expression, listed
from pipeline.memo import KEPT

_FIRST_HALF = re.compile(r"^[a-zæøå]{3,}- og (?=[a-zæøå])")
"""The first half of a body called by two words that share their end ("bonde- og småbrukarlaget")."""
_APPOINTED = expression("senders.appointed")
"""By whom somebody was appointed."""
MOST_BEHIND = 5
"""Words behind a body's common noun that say what it is of, with the preposition."""


@lru_cache(KEPT)
def is_common_body(text: str) -> bool:
    """True for a body named by a common noun in lower case, with what it is of behind it ("fylkeslaget av NJFF").

    >>> [is_common_body(t) for t in ("tingretten", "kulturkontoret", "styret", "administrasjonen", "sjuk")]
    [True, True, False, False, False]
    >>> is_common_body("teknisk etat"), is_common_body("fast tilsett")
    (True, False)
    """
    text = text.strip(" .")
    if not text[:1].islower() or len(text) > 60 or any(c.isdigit() for c in text) or _APPOINTED.match(text):
        return False
    head, *behind = _FIRST_HALF.sub("", text).split()
    vocabulary = words()
    if len(behind) == 1 and behind[0] in vocabulary["common_body_nouns"] and head not in vocabulary["not_names"]:
        return True
    if behind and (behind[0] not in ("av", "i", "for") or len(behind) > MOST_BEHIND):
        return False
    return head in vocabulary["common_bodies"] or any(
        head.endswith(e) and len(head) > len(e) + 2 for e in vocabulary["common_body_endings"]
    )


_SENDER = expression("senders.sender")
"""Whom people come from ("Frå Sjøfartskontoret møtte", "for bondelaget")."""
SENT = expression("senders.sent")
"""How words begin that say whom people come from."""
_SHORT_END = re.compile(r"\b[A-ZÆØÅ]\.[A-ZÆØÅ]$")
"""The end of a body cut short, whose full stop is its own ("Vestlia I.L.")."""
_STAFF_OF = expression("senders.staff_of")
"""People of a body, who come from that body ("sekretariatet i Havnedirektoratet")."""
_CAME = expression("senders.came")


def sender(wording: str) -> str | None:
    """The organisation that a label or remark says people come from; None where it says no more than what they are.

    >>> sender("Fra Havnedirektoratet møtte"), sender("frå tingretten"), sender("Frå administrasjonen")
    ('Havnedirektoratet', 'tingretten', None)
    """
    match = _SENDER.match(wording.strip(" :."))
    body = _SHORT_END.sub(r"\g<0>.", match["body"]) if match else ""
    if not match or len(body) > 60 or _CAME.search(body) or body.casefold() in words()["hosts"]:
        return None
    body = staff_of(body) or body
    first = body.split()[0]
    if is_organisation(body) or is_common_body(body) or is_organisation(first) or is_common_body(first.casefold()):
        return body
    return body if match["by"].casefold() != "for" and _is_proper(body) and not has_given_name(body) else None


def staff_of(text: str) -> str | None:
    """The body whose staff or board words name ("sekretariatet hos Havnedirektoratet"); None for other words."""
    match = _STAFF_OF.match(text)
    return match["body"] if match and not has_given_name(match["body"]) else None


_OF_BODY = expression("senders.of_body", re.NOFLAG)
"""Whose representative somebody is ("Lia vels utsending", "Mental Helse sin repr.")."""


def represented(text: str) -> str | None:
    """The body that somebody represents, where a remark or title names it; None where it only says what people are.

    >>> represented("Lia velforenings repr."), represented("kommunens representant"), represented("de ansattes representant")
    ('Lia velforening', None, None)
    >>> represented("oppnemnd av Lia kommune"), represented("vald av årsmøtet")
    ('Lia kommune', None)
    """
    if (appointed := _APPOINTED.match(text.strip())) and not has_given_name(appointed["body"]):
        by = appointed["body"]
        return by if by[:1].isupper() and is_organisation(by) else None  # "oppnemnd av kommunen" tells what they are
    match = _OF_BODY.match(text.strip())
    body = match["body"] if match else ""
    if (
        not body
        or body.casefold() in words()["hosts"]
        or GROUP_WORD.search(body)
        or fold_first(body) in words()["not_names"]
        or is_own_body(body)
    ):
        return None
    proper = body[:1].isupper() and (" " in body or is_organisation(body)) and not has_given_name(body)
    return body if proper else None  # "kommunens representant" tells what somebody is in the house


def from_it_too(entry: Entry, organisation: str, *, bare: bool = False) -> Entry:
    """Somebody with initials beside the name, before "og" and one who has a body behind theirs: both are from it.

    `bare`: so is who has nothing beside the name.
    """
    initials = (bare or bool(entry.notes)) and all(INITIALS.match(note) for note in entry.notes)
    return replace(entry, organisation=organisation) if initials and entry.organisation is None else entry


def within(entry: Entry, own: str | None) -> Entry:
    """The person of a list whose label names the body: what is told in lower case beside the name is a unit of that."""
    if own and entry.organisation and entry.organisation[:1].islower() and own[:1].isupper():
        return replace(entry, organisation=own, notes=(*entry.notes, entry.organisation))
    return replace(entry, organisation=entry.organisation or own)


def host(wording: str) -> str | None:
    """The house itself, where a label says that people come from it ("Frå kommunen"); None for other labels.

    Among people of other bodies it is one of them.

    >>> host("Frå føretaket møtte"), host("Fra skolen"), host("Fra NAV")
    ('føretaket', None, None)
    """
    match = _SENDER.match(wording.strip(" :."))
    body = match["body"].casefold() if match and match["by"].casefold() != "for" else ""
    return body if body in words()["host_bodies"] else None


_PLACE = expression("senders.place")
_NOUN_ENDS = listed("senders.noun_ends")
"""How nouns end that name a group or office rather than a place, the ends of places aside."""


def _is_proper(body: str) -> bool:
    """True for a proper name that no word of the trade is ("Haldal", "Nordre Vang"), rather than a noun with a capital."""
    proper = body[:1].isupper() and not body.isupper() and not names_a_group(body) and not is_office(body)
    return (
        proper
        and fold_first(body) not in words()["not_names"]
        and (_PLACE.search(body) is not None or not body.casefold().endswith(_NOUN_ENDS))
        and all(part[:1].isupper() or part in ("og", "i", "for", "av") for part in body.split())
    )


_FOR_ALL = expression("senders.for_all")
"""What holds for several people named before it ("begge Fylkesrevisjonen", "alle fra Havforskingsinstituttet")."""


_BOTH = ("begge", "båe", "både to")
_DEFINITE = expression("senders.definite", re.NOFLAG)
"""A group in its definite form, which a remark on several people names as theirs."""


def held_by_all(entries: list[Entry], text: str) -> list[Entry] | None:
    """The people with the organisation of a remark that holds for both or all before it; None for other remarks."""
    match = _FOR_ALL.match(text)
    if not match or not entries or PARTIAL_WORD.search(match["body"]):
        return None
    body = match["body"]
    if not (
        (body[:1].isupper() and not names_a_group(body))
        or is_common_body(body)
        or _DEFINITE.fullmatch(body)
        or ACRONYM.match(body)
        or body.casefold() in words()["parties"]
    ):
        return None
    out = list(entries)
    first = max(0, len(out) - 2) if match["who"].casefold() in _BOTH else 0
    for at in range(len(out) - 1, first - 1, -1):
        if out[at].organisation:
            break
        out[at] = replace(out[at], organisation=body, shared=True)
    return out


def classed(entries: list[Entry]) -> list[Entry]:
    """Lone numbers among the classes of a list are classes too ("Kari (1A), Ola (2), Siv (3B)")."""
    if sum(CLASS.match(e.organisation or "") is not None for e in entries) < 2:
        return entries
    lone = [
        next((n for n in e.notes if re.fullmatch(r"1?\d", n)), None) if not e.organisation else None for e in entries
    ]
    return [replace(e, organisation=number) if number else e for e, number in zip(entries, lone, strict=True)]


_POST = expression("senders.post", re.NOFLAG)


def shared(entries: list[Entry]) -> list[Entry]:
    """One organisation after several names holds for all of them, where organisations are the list's habit."""
    having = sum(1 for e in entries if e.organisation)
    if len(entries) < 2 or having * 2 < len(entries) or (having == 1 and len(entries) == 2):
        return entries
    out = list(entries)
    for i in range(len(out) - 2, -1, -1):
        alone = any(_POST.search(note) for note in out[i + 1].notes)  # one who represents a body does so alone
        if (
            out[i].organisation is None and out[i + 1].organisation and not out[i].notes and not alone
        ):  # a remark is each one's own
            out[i] = replace(out[i], organisation=out[i + 1].organisation, shared=True)
    return out


def is_group(text: str) -> bool:
    """True for a function group, which is no organisation."""
    return (
        names_a_group(text) or "group" in lexicon().meanings(text) or bool(lexicon().meanings(text)) or is_office(text)
    )
