"""What parentheses and commas say of a person: role, deputy, organisation, class, party, or a mere remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors._affiliation import REASON, WORK_PACKAGE, initials_in, is_affiliation, party_and_other
from extractors._entry import CLASS, DEPUTY_NOTE, PARTIAL_WORD, TAIL, Entry
from extractors._names import (
    ACRONYM,
    INITIALS,
    is_office,
    is_organisation,
    known_organisations,
    office_before,
    role_of,
    words,
)
from extractors._senders import is_common_body, represented, sender
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

_SPLIT_NOTE = re.compile(r"\s*,\s*|\s+[–-]\s+|\s*;\s*")


def _each(entry: Entry, notes: tuple[str, ...]) -> Iterator[str]:
    """The remarks one by one: initials stand apart from what follows them, and roles among offices from these."""
    for note in notes:
        parts = re.split(r"\s*,\s*", note)
        own = len(parts) > 1 and INITIALS.match(parts[0]) and parts[0] in initials_in(entry.name)
        if own:
            yield parts[0]
            parts = parts[1:]
        if len(parts) > 1 and any(role_of(part) for part in parts) and all(role_of(p) or is_office(p) for p in parts):
            yield from parts
        else:
            yield ", ".join(parts)


_ASIDE = expression("remarks.aside", re.NOFLAG)
"""How a remark of several small words begins that tells something of its person."""
_LEADS = expression("remarks.leads")
_WITH_CLASS = re.compile(r"^[a-zæøå]+\s+(?P<class>\S+)$")


def _is_trade(part: str) -> bool:
    """True for a word for what somebody is, beside the body they are from, of which it is no unit."""
    return (
        re.fullmatch(r"[a-zæøå-]{4,}", part) is not None and part not in words()["units"] and not is_common_body(part)
    )


def parted(note: str, entry: Entry) -> tuple[str, tuple[str, ...]] | None:
    """A remark of several parts as the body among them and the rest ("3A, leiar", "Fiskarlaget, sjuk"); else None."""
    parts = [part for part in re.split(r"\s*[,;]\s*|\s+[–-]\s+", note) if part]
    if sent := represented(note):
        return sent, (note,)  # "Lia vels representant"
    if len(parts) == 1 and (match := _WITH_CLASS.match(note)) and CLASS.match(match["class"]):
        return match["class"], (note,)  # "forelder 3A"
    if len(parts) == 1:
        return _body_and_part(note, entry)
    if not parts:
        return None
    sure = [part for part in parts if CLASS.match(part) or part.casefold() in words()["parties"]]
    sure += [m["class"] for part in parts if (m := _WITH_CLASS.match(part)) and CLASS.match(m["class"])]
    if len(sure) == 1:
        return sure[0], tuple(part for part in parts if part != sure[0])
    if ";" in note:
        proper = [part for part in parts if part[:1].isupper() and is_affiliation(part, entry)]
        if len(proper) == 1 and all(part[:1].islower() for part in parts if part not in proper):
            return proper[0], tuple(part for part in parts if part not in proper)  # "Vestvik; ny"
    others = [part for part in parts if not _says_what(part)]
    bodies = [part for part in others if is_organisation(part)]
    if len(bodies) == 1 and all(part in bodies or _is_trade(part) for part in others):
        return bodies[0], tuple(part for part in parts if part != bodies[0])  # "Nes Entreprenør AS, stikkar"
    short = len(others) == 1 and INITIALS.match(others[0]) and len(others[0]) < 3  # "PL", an office cut short
    if len(others) == 1 and is_affiliation(others[0], entry) and not (short and not is_organisation(others[0])):
        return others[0], tuple(part for part in parts if part != others[0])
    return None


def _body_and_part(note: str, entry: Entry) -> tuple[str, tuple[str, ...]] | None:
    """The body of a remark that joins it to a role or office ("3A og leder", "referent og NITO"); None for others."""
    halves = note.split(" og ")
    if len(halves) != 2:
        return None
    for body, part in (halves, halves[::-1]):
        if (role_of(part) or is_office(part)) and not is_organisation(note) and is_affiliation(body, entry):
            return body, (part,)
    return None


def _says_what(part: str) -> bool:
    """True for a part of a remark that says what somebody is, when they were there, or why they were not."""
    trade = part[:1].islower() and " " not in part and office_before(f"{part} Ola Nes")[0]
    said = (
        trade
        or role_of(part)
        or is_office(part)
        or PARTIAL_WORD.search(part)
        or REASON.match(part)
        or _LEADS.match(part)
        or DEPUTY_NOTE.match(part)
        or (_ASIDE.match(part) and not is_common_body(part))
    )
    return bool(said) and not is_organisation(part)


def _says_no_body(note: str) -> bool:
    """True for a remark of several parts none of which is a body."""
    parts = re.split(r"\s*,\s*", note)
    return len(parts) > 1 and all(_says_what(part) or part.casefold() in words()["functions"] for part in parts)


_SOME_DEPUTY = expression("remarks.some_deputy")
"""A deputy of some kind ("vara fast tilsette")."""


def noted(entry: Entry, notes: tuple[str, ...]) -> Entry:
    """The person with what parentheses say: role, deputy, organisation, class, party, remark."""
    for note in _each(entry, notes):
        first, _, rest = note.partition(", ")
        if rest and WORK_PACKAGE.match(first) and is_affiliation(rest, entry) and entry.organisation is None:
            entry = replace(entry, organisation=rest, notes=(*entry.notes, first))  # "(AP2, Lia kommune)"
            continue
        if entry.organisation and fold(note) == fold(entry.organisation):
            continue  # told twice
        if entry.organisation is None and (divided := parted(note, entry)):
            entry = noted(replace(entry, organisation=divided[0]), divided[1])
            continue
        if entry.organisation is None and (body := sender(note)):
            entry = replace(entry, organisation=body)  # "(frå Fiskarlaget)"
            continue
        halves = _SPLIT_NOTE.split(note, maxsplit=1)
        if len(halves) == 2 and entry.organisation is None and (role_of(halves[0]) or role_of(halves[1])):
            role_part, other = halves if role_of(halves[0]) else halves[::-1]
            if is_organisation(other):  # "(NAV, referent)", "(Observatør - NHN)"
                entry = replace(
                    entry, organisation=other, role=entry.role or role_of(role_part), notes=(*entry.notes, role_part)
                )
                continue
        if entry.organisation is None and (held := _office_at(note)):
            entry = replace(entry, organisation=held, notes=(*entry.notes, note))
            continue
        if entry.organisation is None and (sent := party_and_other(note)):
            entry, note = replace(entry, organisation=sent[0]), sent[1]  # "SV for Siv Lie"
        if (match := DEPUTY_NOTE.search(note)) and not is_common_body(note):
            entry = replace(
                entry, role="deputy", substitute_for=TAIL.sub("", match["other"]).strip(), notes=(*entry.notes, note)
            )
            continue
        role = role_of(note) or ("deputy" if _SOME_DEPUTY.search(note) else None)
        if role:
            entry = replace(
                entry, role=entry.role if entry.role and role == "deputy" else role, notes=(*entry.notes, note)
            )
        elif (is_office(note) and not (note[:1].isupper() and fold(note) in known_organisations())) or (
            INITIALS.match(note) and note in initials_in(entry.name)
        ):
            entry = replace(entry, notes=(*entry.notes, note))
        elif _says_no_body(note):
            entry = replace(entry, notes=(*entry.notes, *re.split(r"\s*,\s*", note)))  # "PR, syk"
        elif entry.organisation is None and is_affiliation(note, entry):
            entry = _with_organisation(entry, note)
        elif entry.organisation and (
            _abbreviates(note, entry.organisation)
            or (
                is_organisation(entry.organisation)
                and note.upper() not in initials_in(entry.name)
                and note[:1].isupper()
                and note.casefold() not in words()["functions"]
                and (
                    ACRONYM.match(note)
                    or fold(note) in known_organisations()
                    or re.fullmatch(r"[A-ZÆØÅ]{2}[A-Za-zæøåÆØÅ]{0,6}", note)
                    or (ACRONYM.match(entry.organisation) and is_organisation(note))
                )
            )
        ):
            entry = replace(entry, organisation=f"{entry.organisation} ({note})")
        else:
            entry = replace(entry, notes=(*entry.notes, note))
    return entry


_OFFICE_AT = expression("remarks.office_at", re.NOFLAG)


def _office_at(note: str) -> str | None:
    """The body of an office that a remark tells of ("forvaltningskonsulent NBBL", "kontorsjef i Flatvik"); else None."""
    match = _OFFICE_AT.match(note)
    if (
        not match
        or any(map(str.isdigit, note))
        or role_of(match["office"])
        or not office_before(f"{match['office']} Ola Nes")[0]
        or note.endswith(".")
    ):
        return None
    body = match["body"].strip()
    return body if is_organisation(body) or (match["by"] and " " not in body) else None


def _abbreviates(note: str, organisation: str) -> bool:
    """True for the capitals of an organisation's name ("Kommunenes driftssentral", "KDS")."""
    if not ACRONYM.match(note) or len(note) < 2 or note[0].casefold() != organisation[0].casefold():
        return False
    letters = iter(organisation.casefold())
    return all(letter in letters for letter in note.casefold())


def _with_organisation(entry: Entry, note: str) -> Entry:
    """The parenthesis "(NAV, referent)" holds both an organisation and a role."""
    head, _, tail = note.partition("," if "," in note else " - " if " - " in note else " – ")
    role = role_of(tail) if tail else None
    if tail and (role or is_office(tail) or PARTIAL_WORD.search(tail)):
        return replace(entry, organisation=head.strip(), role=role or entry.role, notes=(*entry.notes, tail.strip()))
    return replace(entry, organisation=note)
