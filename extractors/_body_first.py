"""Lines of a list that begin with the body and go on with who came from it ("Lia kommune - Kari Nes og Ola Bø")."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._entry import Entry
from extractors._lists import SENTENCE_BEHIND
from extractors._names import (
    has_given_name,
    is_name,
    is_office,
    is_organisation,
    like_a_person,
    office_before,
    role_of,
    words,
)
from extractors._people import parse
from extractors._senders import is_common_body, is_group
from extractors.lexicon.wording import expression, phrase
from pipeline.model import Document, Role

FEWEST, MANY = 2, 3
"""Lines that prove a list to have the body first: of known bodies, and of any words, one known among them."""
LONGEST = 120
"""Letters of such a line, at most."""
_CUT = re.compile(r"\s+[.…]{2,}\s*|\s+\.\s+|\s+[-–—]\s+|,\s+|:\s+")
"""What may stand between a body and its people; dots lead from one to the other."""
_LEAD = re.compile(r"^[-–•*·:@☐☑\s]+")
_AWAY = phrase("body_first.away")
NOBODY = re.compile(rf"^\(?(?:{_AWAY})\)?[\s.]*$", re.I)
"""What stands behind a body that sent nobody."""
ABSENT = re.compile(rf"^\(?(?:{_AWAY})\s*(?:[:(,]|[-–—]\s)\s*(?P<names>[^()]+)\)?[\s.]*$", re.I)
"""The same with the names of those who would have come."""
_CLAUSE = expression("body_first.clause", re.NOFLAG)
"""What such a list says of one body, up to a semicolon, or a comma before the next one."""
_SENT = expression("body_first.sent")
_STAFFED = expression("body_first.staffed", re.NOFLAG)
"""A sentence behind the list, of those who came from one more body."""


def led_by_body(text: str, *, habit: bool) -> tuple[list[Entry], bool] | None:
    """The people of a line that begins with their body, and whether they were away; None for any other line.

    With `habit`, as the lines around have it, any words may be the body that are no person's name.

    >>> [(e.name, e.organisation) for e in led_by_body("Lia kommune - Kari Nes og Ola Bø", habit=False)[0]]
    [('Kari Nes', 'Lia kommune'), ('Ola Bø', 'Lia kommune')]
    >>> led_by_body("Kari Nes - Lia kommune", habit=True), led_by_body("Lia kommune - ikkje møtt", habit=False)
    (None, ([], False))
    """
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    for cut in _CUT.finditer(text, begin):
        body, rest = text[begin : cut.start()].strip(), text[cut.end() :].strip()
        leaders = "." in cut.group() or "…" in cut.group()
        if not _is_body(body, free=habit or leaders) or body.count("(") != body.count(")"):
            continue
        if NOBODY.match(rest):
            return [], False
        away = ABSENT.match(rest)
        if ":" in cut.group() and not away:
            continue  # a group before a colon, as in any list
        start = cut.end() + (away.start("names") if away else 0)
        entries, strange = parse(away["names"] if away else text[cut.end() :])
        if strange or not entries or not all(map(_is_whole, entries)):
            continue
        if not (leaders or any(has_given_name(e.name) for e in entries) or (habit and is_organisation(body))):
            continue
        own = None if is_group(body) else body
        return [
            replace(e, start=e.start + start, end=e.end + start, organisation=e.organisation or own, shared=True)
            for e in entries
        ], away is not None
    return None


def by_semicolon(text: str) -> list[Entry]:
    """The people of a text that goes on from body to body at semicolons ("Lia kommune – Kari Nes; NAV – Ola Bø").

    >>> [(e.name, e.organisation) for e in by_semicolon("Lia kommune – Kari Nes; Vik kommune – møtte ikkje; NAV – Ola Bø")]
    [('Kari Nes', 'Lia kommune'), ('Ola Bø', 'NAV')]
    """
    parts = [(match.start(), match.group()) for match in re.finditer(r"[^;]+", text)]
    told = [(at, led_by_body(part.rstrip(), habit=len(parts) >= MANY)) for at, part in parts]
    found: list[Entry] = []
    for at, led in told:
        if led is None or led[1]:
            return []
        found += [replace(entry, start=entry.start + at, end=entry.end + at) for entry in led[0]]
    return found if len(found) >= FEWEST else []


def by_sender(text: str) -> list[Entry]:
    """The people of a list that says of each body whom it sent, without colons.

    >>> [(e.name, e.organisation) for e in by_sender("for Lia kommune Kari Nes og Ola Bø; for brukerne Siv Lie; fra NAV Per Vik")]
    [('Kari Nes', 'Lia kommune'), ('Ola Bø', 'Lia kommune'), ('Siv Lie', None), ('Per Vik', 'NAV')]
    """
    end = next((match.start() for match in SENTENCE_BEHIND.finditer(text)), len(text))
    parts = list(_CLAUSE.finditer(text, 0, end))
    heads = [_SENT.match(part.group()) for part in parts]
    if len(parts) < FEWEST or not all(heads):
        return []
    found: list[Entry] = []
    for part, head in zip(parts, heads, strict=True):
        begin = head.end() if head else 0
        said = part.group().rstrip(" .")
        cut = next((space.end() for space in re.finditer(r"\s+", said) if _divides(said, begin, space.end())), None)
        entries, strange = parse(said[cut:]) if cut else ([], [])
        if not cut or not entries or strange:
            return []
        body = said[begin:cut].strip()
        own = None if is_group(body) or (body[:1].islower() and not is_common_body(body)) else body
        at = part.start() + cut
        found += [
            replace(e, start=e.start + at, end=e.end + at, organisation=e.organisation or own, shared=True)
            for e in entries
        ]
    sent = _STAFFED.match(text, end)
    staff = parse(sent["names"])[0] if sent else []
    own = sent["body"] if sent and not is_group(sent["body"]) and not sent["body"].endswith("sekretariatet") else None
    at = sent.start("names") if sent else 0
    return found + [
        replace(e, start=e.start + at, end=e.end + at, organisation=e.organisation or own)
        for e in staff
        if " " in e.name
    ]


def _divides(text: str, begin: int, at: int) -> bool:
    """True where a body ends and the first of its people begins."""
    if at <= begin:
        return False
    office, name = office_before(re.split(r"[,(]|\sog\s", text[at:])[0].strip())
    return is_name(name) and " " in name and (has_given_name(name) or bool(office))


def _is_body(body: str, *, free: bool) -> bool:
    """True for what may stand before its people: an organisation or party, with `free` any words that name nobody."""
    first = re.split(r"[,(]", body)[0].strip()
    if (
        not body[:1].isupper()
        or ":" in body
        or len(body) > 70
        or like_a_person(first)
        or role_of(first)
        or is_office(first)
    ):
        return False
    return free or is_organisation(body) or body.casefold() in words()["parties"]


def _is_whole(entry: Entry) -> bool:
    """True for a full name that no other body is told of."""
    return " " in entry.name and is_name(entry.name) and entry.organisation is None


def lists_bodies_first(document: Document) -> bool:
    """True where the lists of the head name the body first on their lines."""
    lines = [b.text for b in document.head if b.role is not Role.ROW and len(b.text) < LONGEST]
    known = sum(1 for line in lines if led_by_body(line, habit=False) is not None)
    free = known and sum(1 for line in lines if led_by_body(line, habit=True) is not None)
    return known >= FEWEST or free >= MANY
