"""Whom people came for, told apart from their list: "Vik Eigedom AS v/Kari Nes", "Ola Bø var med frå kulturkontoret"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._entry import CLASS, names_a_group
from extractors._gathering import Gathering
from extractors._helpers import sentences_of
from extractors._names import ACRONYM, has_given_name, is_office, is_organisation, office_before, words
from extractors._senders import is_common_body, is_group, sender
from extractors._units import is_unit, may_be_unit
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document
from pipeline.readers.tables import flat

SHORTEST = 3
"""Letters that a remark has more of that names a body as the list of others does, in whatever case."""
_P = r"(?P<name>[A-ZÆØÅ][\w’'.-]+(?:\s[A-ZÆØÅ][\w’'.-]+){1,4})"
_BY = re.compile(
    rf"(?:^|[,;:.]\s+)(?P<body>[A-ZÆØÅ][^:;,.()|]{{2,60}}?)\s+(?:v/|ved\s)\s*(?:[a-zæøå.]{{3,20}}\s+)?{_P}"
)
"""A body and who stood for it."""
_VERB = expression("represents.verb", re.NOFLAG)
_CAME_FROM = expression("represents.came_from", re.NOFLAG, p=_P)
_FROM_CAME = expression("represents.from_came", re.NOFLAG, p=_P)


def as_others(people: Gathering) -> None:
    """Bodies told with others: a remark that is one of theirs ("Forfall: Siv Dal (sykepleie)"), or the deputy's."""
    for_whom = {fact.substitute_for: fact.organisation for fact in people.facts if fact.organisation}
    for at, fact in enumerate(people.facts):
        if fact.organisation is None and (body := for_whom.get(fact.name)):
            people.facts[at] = replace(fact, organisation=body)  # who came instead came from the same body
    _of_sides(people)
    _behind_offices(people)
    _units(people)
    as_written = {fact.organisation for fact in people.facts if fact.organisation}
    bodies = {body.casefold() for body in as_written if len(body) > SHORTEST}
    _fill_hosts(people)
    for at, fact in enumerate(people.facts if as_written else ()):
        notes = _PARTS.split(fact.note or "")
        own = next((note for note in notes if note in as_written or note.casefold() in bodies), None)
        if fact.organisation is None and own is not None:
            note = "; ".join(note for note in notes if note != own) or None
            people.facts[at] = replace(fact, organisation=own, note=note)


_OFFICE_AND_BODY = re.compile(
    r"^(?P<office>[a-zæøå][a-zæøå-]+)\s+(?P<body>[A-ZÆØÅ][a-zæøå]+(?:\s(?:og\s)?[a-zæøåA-ZÆØÅ][a-zæøå]+){0,3})$"
)
"""A remark of an office and, without a word between, what its bearer is from ("forelder Blåveis")."""
_PARTS = re.compile(r"[;,]\s+")
"""What divides the parts of a remark."""
HABIT = 2
"""People with such a remark that make it the list's way to tell where they are from."""


def _is_post(word: str) -> bool:
    """True for an office or a word for what somebody is of a unit."""
    return word in words()["belonging"] or bool(office_before(f"{word} Ola Nes")[0])


def _behind_offices(people: Gathering) -> None:
    """The bodies behind offices, where remarks of several people have the same office or shape ("forelder Blåveis")."""
    found: dict[int, str] = {}
    for at, fact in enumerate(people.facts):
        for note in (fact.note or "").split("; ") if fact.organisation is None else ():
            told = _OFFICE_AND_BODY.match(note)
            if told and _is_post(told["office"]) and not has_given_name(told["body"]):
                found[at] = told["body"]
    for at, body in found.items() if len(found) >= HABIT else ():
        people.facts[at] = replace(people.facts[at], organisation=body)


_SIDE = re.compile(r"^(?P<side>[^:()]{2,40}?)\s*(?:\([^():]{1,20}\)\s*)?:\s*(?P<body>[^\s:][^:]*)$")
"""The side of a contract and, behind a colon, the body that is it ("Rådgiver (RIB): Lia Konsult AS")."""


def _of_sides(people: Gathering) -> None:
    """The bodies of people whose cell names the side of a contract or the group before them."""
    firsts = {(fact.organisation or "").partition(" ")[0].casefold() for fact in people.facts}
    sided = len(firsts & words()["contract_sides"]) >= HABIT  # "Rådgiver Elektro AS" alone is a firm's name
    for at, fact in enumerate(people.facts):
        own = fact.organisation or ""
        told = _SIDE.match(own)
        first, _, rest = own.partition(" ")
        if (
            sided
            and first.casefold() in words()["contract_sides"]
            and is_organisation(rest)
            and not ACRONYM.match(rest)
        ):
            people.facts[at] = replace(fact, organisation=rest)  # "Byggherre Lia kommune"
        elif told and (is_group(told["side"]) or told["side"].casefold() in words()["contract_sides"]):
            people.facts[at] = replace(fact, organisation=told["body"])


def _units(people: Gathering) -> None:
    """The departments of a list that tells several people with theirs in small letters, in whatever words ("operasjon")."""
    told = [fact.organisation or "" for fact in people.facts]
    small = {body for body in told if body[:1].islower() and (is_unit(body) or is_common_body(body))}
    others = {body for body in told if body[:1].isupper() and len(body) > 2 and not CLASS.match(body)}
    beside: dict[int, str] = {}
    for at, fact in enumerate(people.facts):
        notes = _PARTS.split(fact.note or "") if fact.organisation is None else []
        small |= {note for note in notes if is_unit(note)}
        may = may_be_unit if fact.status == "present" else is_unit  # who was away may be told with the reason
        if own := next((note for note in notes if may(note)), ""):
            beside[at] = own
    for at, own in beside.items() if len(small) >= max(HABIT, len(others)) else ():
        notes = _PARTS.split(people.facts[at].note or "")
        rest = "; ".join(note for note in notes if note != own) or None
        people.facts[at] = replace(people.facts[at], organisation=own, note=rest)


def _fill_hosts(people: Gathering) -> None:
    """Give those told with their host ("(kommunen)") that body, among people who are told with bodies of their own."""
    others = {fact.organisation.casefold() for fact in people.facts if fact.organisation}
    for at, fact in enumerate(people.facts if len(others) >= HABIT else ()):
        notes = (fact.note or "").split("; ")
        if fact.organisation is None and (house := people.hosts.get(fact.name)):
            people.facts[at] = replace(fact, organisation=house)
        elif fact.organisation is None and (own := next((n for n in notes if n in words()["hosts"]), None)):
            note = "; ".join(note for note in notes if note != own) or None
            people.facts[at] = replace(fact, organisation=own, note=note)


def fill(document: Document, people: Gathering) -> None:
    """Give those who are known, and whose organisation no list has told, the body that the head says they came for."""
    lacking = {fact.name for fact in people.facts if not fact.organisation}
    for block in document.head:
        if not lacking:
            return
        for name, body in _told(block):
            at = people.find(name, exact=True)
            if at is not None and people.facts[at].organisation is None:
                people.facts[at] = replace(people.facts[at], organisation=body)


def _told(block: Block) -> list[tuple[str, str]]:
    """The names and bodies that a block tells of."""
    found: list[tuple[str, str]] = []
    cells = block.lines[0].cells if len(block.lines) == 1 else ()
    for text in [flat(cell.text) for cell in cells] or [block.text]:
        for match in _BY.finditer(text):
            body = match["body"].strip()
            said = (
                _VERB.search(body)
                or names_a_group(body)
                or is_office(body)
                or body.split()[0].casefold() in words()["not_names"]
            )
            if (is_organisation(body) and not _VERB.search(body)) or not (said or has_given_name(body)):
                found.append((office_before(match["name"])[1].rstrip("."), body))
    for sentence in sentences_of(block, None):
        for pattern in (_CAME_FROM, _FROM_CAME):
            if (told := pattern.match(sentence.text)) and (own := sender(told["from"])):
                found.append((told["name"].rstrip("."), own))
    return found
