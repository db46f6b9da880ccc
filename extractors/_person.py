"""One piece of a list as a person: with an office, a body, a party or what is told of them, or as a deputy."""

from __future__ import annotations

import re

from extractors._affiliation import party_and_other
from extractors._entry import CLASS, DEPUTY_NOTE, ME, TAIL, Entry, names_a_group
from extractors._names import (
    ACRONYM,
    INITIALS,
    has_given_name,
    is_name,
    is_office,
    is_organisation,
    like_a_person,
    office_before,
    role_of,
    words,
)
from extractors._pieces import Segment
from extractors._senders import is_common_body, represented
from extractors._side_words import and_body, and_party, body_and_name
from extractors.lexicon.wording import expression

_DEPUTY = expression("person.deputy", re.NOFLAG)
_AS_DEPUTY = expression("person.as_deputy")
"""The number or word before the name of a deputy."""
_DEPUTY_OF = expression("person.deputy_of")
_FOR_THEM = expression("person.for_them", re.NOFLAG)
"""How what is told begins of who came for somebody ("for ho møtte Kari Nes")."""
_TRAILING = expression("person.trailing")
_PHRASE_BEFORE = re.compile(r"^(?P<phrase>(?:[a-zæøå][\wæøå.-]*\s+){1,5})(?P<name>[A-ZÆØÅ].+)$")
_OFFICE_IN = re.compile(
    r"^(?P<office>[a-zæøå][\w-]+)\s+(?P<of>(?:(?:i|for|av|ved)\s+)?[A-ZÆØÅ]{2,6})\s+(?P<name>[A-ZÆØÅ].+)$"
)
"""An office of a body named by its letters, before a name ("leiar i FAU Kari Nes")."""
_FROM_ORGANISATION = expression("person.from_organisation", re.NOFLAG)
_PEOPLE = expression("person.people", re.NOFLAG)
"""People in the definite form, who are nobody's organisation ("politikarane", "beboerne")."""
_STOOD_FOR = re.compile(
    r"^(?P<org>[A-ZÆØÅ].{1,70}?|\d{1,2}\.?\s?[\wæøå]{1,8}|[a-zæøå]{4,30})\s+(?:v/\s*|(?P<ved>ved)\s+)(?P<name>.+)$"
)
"""A body, a class or a kind of people, and who stood for it ("NVE v/ Kari Nes", "3. trinn v/ Ola", "eigarane v/ Siv")."""
_DURING = expression("person.during")
"""Where a body ends and what is told begins ("fra Vegkontoret på sak 3", "frå Vik kommune kom ikkje fram")."""
_SENT_BY = re.compile(
    r"^(?:fra|frå)\s+(?P<org>[A-ZÆØÅ].{1,60}?)\s+(?P<name>[A-ZÆØÅ][\w.’'-]+(?:\s[A-ZÆØÅ][\w.’'-]+){1,3})$"
)
"""A body and who came from it ("fra NAV Siv Lie")."""
_FROM_OFFICE = re.compile(
    r"^(?:[Ff]ra|[Ff]rå)\s+(?P<org>[a-zæøå]{4,})\s+(?P<rest>(?:[a-zæøå][\w.-]+\s+){0,2}[A-ZÆØÅ].+)$"
)
"""A body named by a common noun, and who came from it ("fra politiet lensmann Kari Nes")."""
_NAME_THEN_OFFICE = re.compile(
    r"^(?P<name>(?:[A-ZÆØÅ][\w.-]*\s+){1,3}[A-ZÆØÅ][\w-]+)\s+(?P<rest>[a-zæøå][\w-]{3,}(?:\s[a-zæøå-]+){0,3})$"
)
"""A person and, without a comma, what they are ("Ola Nes ansattrepresentant")."""
_TOLD = expression("person.told", re.NOFLAG)
"""A person and what is told of them without a comma ("Ola Nes på telefon", "Kari Vik som skrev dette")."""
_REPRESENTS = expression("person.represents", re.NOFLAG)
"""Whose representative somebody is, before the name ("Lia vels representant Kari Nes")."""
_HANDLE = re.compile(r"^[a-z][a-z0-9._-]{1,20}$")
"""What somebody is called in a chat, which the list's mark has gone from."""
_YOUNGER = re.compile(r"\s(?:d\.\s?[yeæ]|jr|jun|sr|sen)\.?$")
"""What tells one from a namesake, behind the name."""
_SELF = expression("person.self", re.NOFLAG)


def entry_of(
    piece: Segment, offset: int, before: list[Entry], *, single: bool, lines: bool, initials: bool, repeated: bool
) -> Entry | None:
    """A piece as a person, if it names one."""
    core = piece.core
    start, end = piece.start + offset, piece.end + offset
    if ME.match(core) and len(piece.notes) == 1 and is_name(piece.notes[0], single=True):
        return Entry(piece.notes[0], start, end, role="minute_taker", shared=True)
    if ME.match(core) and not piece.notes and piece.sep != "(":
        return Entry(core, start, end, role="minute_taker", shared=True)
    if _sends(piece):
        return Entry(piece.notes[0], start, end, core, shared=True)
    titled = is_office(core) or office_before(f"{core} Ola Nes")[0] != ""
    if len(piece.notes) == 1 and titled and is_name(piece.notes[0]) and has_given_name(piece.notes[0]):
        return Entry(piece.notes[0], start, end, notes=(core,), role=_minor(role_of(core)), shared=True)
    if (by := _REPRESENTS.match(core)) and is_name(by["name"], single=single) and (own := represented(by["post"])):
        return Entry(by["name"], start, end, organisation=own, notes=(by["post"],))
    if _HANDLE.match(core) and len(piece.notes) == 1 and is_name(piece.notes[0]) and _is_handle(piece, before):
        return Entry(piece.notes[0], start, end, notes=(core,), shared=True)  # "@kari.n (Kari Nes)"
    if (younger := _YOUNGER.search(core)) and is_name(core[: younger.start()]):
        return Entry(core, start, end)
    post, _, letters = core.rpartition(" ")
    if initials and INITIALS.match(letters) and (role := role_of(post)):
        return Entry(letters, start, end, role=role, notes=(post,))  # "EL, KM, ref. PB"
    if (
        (match := _SENT_BY.match(core))
        and (is_organisation(match["org"]) or ACRONYM.match(match["org"]))
        and is_name(match["name"])
        and has_given_name(match["name"])
    ):
        return Entry(match["name"], start, end, match["org"], shared=True)
    if (match := _FROM_OFFICE.match(core)) and (is_common_body(match["org"]) or match["org"] in words()["hosts"]):
        office, name = office_before(match["rest"])
        if is_name(name) and (office or has_given_name(name)):
            own = None if match["org"] in words()["hosts"] else match["org"]
            return Entry(name, start, end, own, notes=(office,) if office else (), shared=True)
    if (
        (match := _DEPUTY.match(core))
        and not party_and_other(core)
        and is_name(deputy := office_before(_AS_DEPUTY.sub("", match["name"].strip()))[1], single=single)
        and is_name(match["other"].strip(), single=True)
    ):
        return Entry(deputy, start, end, role="deputy", substitute_for=match["other"].strip())
    if before and (_DEPUTY_OF.match(core) or _FOR_THEM.match(core)):
        return None  # ", vara for Ola Nes" tells of the one before
    if (match := _TRAILING.match(core)) and is_name(
        office_before(match["name"])[1], single=single and has_given_name(office_before(match["name"])[1])
    ):
        office, name = office_before(match["name"])
        return Entry(name, start, end, notes=tuple(n for n in (office, match["rest"].strip()) if n))
    if (
        (match := _TOLD.match(core))
        and is_name(office_before(match["name"])[1], single=single and has_given_name(match["name"]))
        and len(match["rest"].split()) < 9
        and not role_of(match["name"])
    ):
        office, name = office_before(match["name"])
        rest = match["rest"].strip()
        notes = tuple(n for n in (office, rest) if n)
        stands = DEPUTY_NOTE.search(rest)  # "Kari Nes som møtte for Ola Bø"
        if stands:
            return Entry(name, start, end, role="deputy", substitute_for=TAIL.sub("", stands["other"]), notes=notes)
        return Entry(name, start, end, role=role_of(rest), notes=notes)
    if (match := _OFFICE_IN.match(core)) and is_office(match["office"]) and is_name(match["name"]):
        return Entry(match["name"], start, end, notes=(f"{match['office']} {match['of']}",))
    if (match := _PHRASE_BEFORE.match(core)) and is_name(match["name"]) and "fullmakt" not in match["phrase"]:
        phrase = match["phrase"].strip()
        role = role_of(phrase)
        return Entry(
            match["name"],
            start,
            end,
            notes=(phrase,),
            role=_minor(role),
        )
    one, sign, of = (part.strip() for part in core.partition(" v/"))
    if sign and is_name(one) and has_given_name(one) and is_organisation(of):
        return Entry(one, start, end, organisation=of)  # "Kari Nes v/Lia vel"
    if (
        (match := _STOOD_FOR.match(core))
        and is_name(office_before(match["name"])[1], single=True)
        and (not match["ved"] or (is_organisation(match["org"]) and has_given_name(office_before(match["name"])[1])))
    ):
        office, name = office_before(match["name"])
        org = match["org"].strip()
        named = not org[:1].islower() or is_common_body(org)
        notes = tuple(note for note in (office, "" if named else org) if note)
        return Entry(name, start, end, organisation=org if named else None, notes=notes, shared=True)
    name, slash, body = (part.strip() for part in core.partition("/"))
    if slash and is_name(name) and (is_organisation(body) or (has_given_name(name) and _may_be_body(body))):
        return Entry(name, start, end, organisation=body)  # "Kari Nes/Lia kommune"
    if (match := _FROM_ORGANISATION.match(core)) and is_name(
        office_before(match["name"])[1], single=single and has_given_name(match["name"])
    ):
        office, name = office_before(match["name"])
        org, _, told = re.sub(_DURING, "|", match["org"].strip(), count=1).partition("|")
        told = match["org"].strip()[len(org) :].strip() if told else ""
        people = org[:1].islower() and not is_common_body(org) and (names_a_group(org) or _PEOPLE.fullmatch(org))
        group = org if people else ""  # "frå personalet", "fra beboerne"
        notes = tuple(note for note in (office, group, told) if note)
        return Entry(name, start, end, organisation=None if group else org, notes=notes)
    party, _, rest = core.partition(" ")
    partisan = (
        party.casefold() in words()["parties"] and " " in rest and has_given_name(rest) and not has_given_name(party)
    )
    if partisan and is_name(rest):
        return Entry(rest, start, end, organisation=party)  # "Ap Kari Nes"
    core = _SELF.sub("", core)
    if sent := and_body(core):
        return Entry(sent[0], start, end, organisation=sent[1])
    office, rest = office_before(core)
    if office and (sent := and_party(rest)):
        return Entry(sent[0], start, end, organisation=sent[1], notes=(office,))
    if office and is_name(rest, single=True):
        role = role_of(office)
        return Entry(rest, start, end, role=_minor(role), notes=(office,))
    if (
        (match := _NAME_THEN_OFFICE.match(core))
        and is_name(match["name"])
        and _stands_alone(piece, match, lines, before)
    ):
        return Entry(match["name"], start, end, notes=(match["rest"],), role=role_of(match["rest"]))
    if lines and before and piece.sep in (",", "-", "–", "—", "|") and len(core.split()) == 1:
        beside = piece.sep == "," and has_given_name(core) and has_given_name(before[0].name)
        return Entry(core, start, end) if beside and single and " " not in before[0].name else None
    if repeated and piece.sep:
        return None
    if initials and INITIALS.match(core):
        return Entry(core, start, end)
    head, _, tail = core.rpartition(" ")
    if head and CLASS.match(tail) and is_name(head, single=True):
        return Entry(head, start, end, organisation=tail)  # "Kari 10A"
    if lines and before and piece.sep in ("-", "–", "—", "|", ",") and not is_name(core):
        return None
    if (
        lines
        and before
        and piece.sep in (",", "-", "–", "—", "|")
        and before[-1].organisation is None
        and is_organisation(core)
    ):
        return None
    if sent := and_party(core):
        return Entry(sent[0], start, end, organisation=sent[1])
    if lines and not before and (led := body_and_name(core)):
        return Entry(led[1], start, end, organisation=led[0])
    return Entry(core, start, end) if is_name(core, single=single and not ACRONYM.match(core)) else None


def _is_handle(piece: Segment, before: list[Entry]) -> bool:
    """True for a name behind what its bearer is called in a chat: a common one, or in a list of such."""
    listed = bool(before) and any(map(_HANDLE.match, before[-1].notes))
    return listed or (has_given_name(piece.notes[0]) and not office_before(f"{piece.core} Ola Nes")[0])


def _minor(role: str | None) -> str | None:
    """A role that a title before a name gives; who led or wrote is told in other words."""
    return role if role in ("deputy", "observer", "secretary") else None


def _may_be_body(text: str) -> bool:
    """True for a capitalised word or letters that are no person, role or office ("Lia" of "Kari Nes/Lia", "NAV")."""
    proper = ACRONYM.match(text) or (text[:1].isupper() and not has_given_name(text) and is_name(text, single=True))
    return bool(proper) and not (" " in text and like_a_person(text)) and not role_of(text) and not is_office(text)


def _sends(piece: Segment) -> bool:
    """True for a body or trade and, in parentheses, who came from it ("Heimevernet (Kari Nes)", "Heis (J. Moe)")."""
    if len(piece.notes) != 1 or not is_name(piece.notes[0]) or like_a_person(piece.core):
        return False
    trade = piece.core.casefold() in words()["units"]
    return (is_organisation(piece.core) and has_given_name(piece.notes[0])) or (trade and like_a_person(piece.notes[0]))


def _stands_alone(piece: Segment, match: re.Match[str], lines: bool, before: list[Entry]) -> bool:
    """True where a name and what its bearer is make an entry: on a line of its own, by an office, or beside a parenthesis."""
    if has_given_name(match["name"]) and " " not in match["rest"] and is_office(match["rest"]):
        return True  # "Kari Nes leder, Ola Bø nestleder"
    return (lines and not before) or bool(piece.notes and (role_of(match["rest"]) or is_office(match["rest"])))


def titled_person(piece: Segment) -> bool:
    """True for another person with a title on a line that describes one ("rådgiver Kari Nes")."""
    title, name = office_before(piece.core)
    return bool(title) and title[:1].islower() and " " in name and is_name(name) and has_given_name(name)
