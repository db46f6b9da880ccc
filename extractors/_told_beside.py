"""What a piece of a list says of the person before it: their body, firm, office or a mere remark, or nobody's name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors._affiliation import is_affiliation, is_part, party_and_other
from extractors._entry import CLASS, PARTIAL_WORD, Entry, fold_first
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
from extractors._remarks import noted
from extractors.lexicon import fold


def owns(person: Entry, piece: Segment) -> bool:
    """True for a firm behind a comma that is called after the person before it ("Kari Nes, Nes Sag")."""
    first, _, more = piece.core.partition(" ")
    named = " " in person.name and first == person.name.split()[-1]
    return bool(more) and named and piece.sep == "," and not has_given_name(piece.core)


def names_a_body(pieces: list[Segment], at: int, entries: list[Entry], full: int) -> bool:
    """True where a piece that could be a name is rather what the person before it belongs to.

    The one before has a common given name and this piece looks like nobody: it is a single word among full names, or
    it is about one person only, who has a title or who came for a while.
    """
    piece, before = pieces[at], entries[-1]
    if piece.sep in (",", "|") and before.organisation is None and has_given_name(before.name) and not piece.notes:
        beside = piece.sep == "|" and at == 1 and len(pieces) == 2  # "Kari Nes | Lia Turn"
        if owns(before, piece) or (beside and not has_given_name(piece.core)):
            return True
    if piece.sep != "," or before.organisation or not has_given_name(before.name) or has_given_name(piece.core):
        return False
    if " " not in piece.core:
        alone = all(" " in entry.name and not has_given_name(entry.name.split()[-1]) for entry in entries)
        return full > 0 and alone and not INITIALS.match(piece.core)
    if len(entries) > 1 and not office_before(pieces[at - 1].core)[0]:
        return False
    rest = pieces[at + 1 :]
    if not rest and len(entries) == 1 and office_before(pieces[at - 1].core)[0]:
        return True
    remarks = (*piece.notes, *(p.core for p in rest[:1]))
    return not like_a_person(piece.core) and any(PARTIAL_WORD.search(remark) for remark in remarks)


def describes(piece: Segment, lines: bool, full: bool, counted: Counter[str]) -> bool:
    """True where a piece says something of the person before it rather than naming another."""
    core = piece.core
    if not core or core.isdecimal():
        return True
    if (
        is_organisation(core)
        or role_of(core)
        or is_office(core)
        or CLASS.match(core)
        or core.casefold() in words()["parties"]
        or party_and_other(core)
        or (piece.sep == "," and core.casefold() in words()["units"])
    ):
        return True
    if lines and piece.sep in (",", "-", "–", "—", "|"):
        return True
    if piece.sep == "," and full and " " not in core and core[:1].isupper() and not is_name(core, single=True):
        return True  # "Kari Nes, BoLett"
    return PARTIAL_WORD.search(core) is not None or (full and counted[core] > 1) or core[:1].islower()


def is_no_person(piece: Segment, before: Entry) -> bool:
    """True for capitalised words behind a comma that are nobody's name ("Kari Nes, Midtlia reiseliv")."""
    core = piece.core
    free = piece.sep == "," and before.organisation is None and like_a_person(before.name)
    many = 1 < len(core.split()) < 5 and core[:1].isupper() and core.split()[-1][:1].islower()
    torn = re.search(r"[-‐]\s", core) is not None
    return (
        free and many and not torn and not any(map(str.isdigit, core)) and fold_first(core) not in words()["not_names"]
    )


def _is_another(core: str, organisation: str) -> bool:
    """True for the same body told again, and for a municipality behind the letters of another body."""
    return fold(core) == fold(organisation) or (ACRONYM.match(organisation) is not None and core.endswith(" kommune"))


def described(entry: Entry, piece: Segment, offset: int) -> Entry:
    """The person with what a following piece says: organisation, role, deputy, remark."""
    entry = replace(entry, end=piece.end + offset)
    core = piece.core
    if core and entry.organisation and piece.sep == "," and _is_another(core, entry.organisation):
        return entry  # "..., (NAV), Lia kommune" sent nobody
    if core:
        unit = core.casefold() in words()["units"]
        if (
            entry.organisation
            and piece.sep == ","
            and "," not in entry.organisation
            and is_part(entry.organisation, core)
        ):
            return noted(replace(entry, organisation=f"{entry.organisation}, {core}"), piece.notes)
        if entry.organisation is None and piece.sep != "og" and (unit or is_affiliation(core, entry)):
            entry = replace(entry, organisation=core)
        else:
            entry = noted(entry, (core,))
    return noted(entry, piece.notes)
