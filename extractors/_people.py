"""The grammar of name lists: a text becomes entries of name, organisation, role and remark.

Shapes: one a line or one text; commas, semicolons, "og", dashes; parentheses for organisation, role, class or remark;
one organisation after several names; an organisation before a colon; an office before a name; deputies.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors import _couples
from extractors._entry import Entry, is_me
from extractors._names import (
    INITIALS,
    has_given_name,
    is_given_name,
    is_name,
    is_organisation,
    known_organisations,
    like_a_person,
    office_before,
    words,
)
from extractors._person import entry_of, titled_person
from extractors._pieces import Segment, numbers_apart, segments
from extractors._remarks import noted
from extractors._senders import classed, from_it_too, held_by_all, shared
from extractors._shapes import (
    class_first,
    counted_group,
    group,
    in_pairs,
    in_small_letters,
    name_and_body,
    whole_affiliation,
    with_dashes,
)
from extractors._side_words import letters_apart
from extractors._told_beside import described, describes, is_no_person, names_a_body, owns
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

SENTENCES = 3
"""Sentences with a body each that prove a list to be divided by them."""
_FROM = re.compile(r"\s(?:fra|frå)\s")
_MAIL = re.compile(r"[<(]?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.-]+\w[>)]?")
_NOTE_MARK = re.compile(r"(?<=\))\d(?=\s*(?:,|;|og\b|$))")
"""The number of a footnote behind a parenthesis."""


def parse(
    text: str, *, lines: bool = False, single: bool = True, alone: bool = False, told: bool = False
) -> tuple[list[Entry], list[Segment]]:
    """The people of a text and the pieces that were not understood.

    `lines`: the text is one line of a list, so what follows a comma describes its person; `alone`: even where it could
    be a name itself; `single`: one word may be a name; `told`: it is a sentence's.

    >>> [(e.name, e.organisation, e.role) for e in parse("Kari Nes, Per A. Lie (ref) (NAV), Ola Bø (KS)")[0]]
    [('Kari Nes', 'NAV', None), ('Per A. Lie', 'NAV', 'minute_taker'), ('Ola Bø', 'KS', None)]
    >>> [(e.name, e.organisation) for e in parse("Siv Dal, Avdir", lines=True)[0]]
    [('Siv Dal', 'Avdir')]
    >>> [e.name for e in parse("Anne Kari, Ciro, Trond", lines=True)[0]]
    ['Anne Kari', 'Ciro', 'Trond']
    >>> [(e.name, e.organisation) for e in parse("Siv Dal, Nordre Hamner", lines=True, alone=True)[0]]
    [('Siv Dal', 'Nordre Hamner')]
    """
    text = _NOTE_MARK.sub(lambda mark: " " * len(mark.group()), text.replace("[", "(").replace("]", ")"))
    text = _APPOSED.sub(lambda office: _before_name(office.group()), text)
    text = _REPRESENTED.sub(lambda by: " v/".ljust(len(by.group())), text)
    text = numbers_apart(_MAIL.sub(lambda mail: " " * len(mail.group()), text) if "@" in text else text)
    if ";" in text and (listed := _by_semicolon(text)):
        return listed
    if text.rstrip().endswith(":"):
        return [], []  # the heading of those below
    if parted := _each_told(text) if lines else _by_sentence(text):
        return parted, []
    if paired := with_dashes(text):
        return paired, []
    if sent := name_and_body(text):
        return [sent], []
    prefix, body, offset = group(text)
    alone = alone and not offset  # behind "Prosjektet: " they are a list again
    pieces = whole_affiliation(segments(body)) if alone else segments(body)
    pieces = letters_apart(pieces)
    if led := class_first(pieces, offset) or in_pairs(pieces, offset) or in_small_letters(pieces, offset):
        return led, []
    one_line = lines
    firsts = any(is_given_name(piece.core) and piece.sep in (",", "og") for piece in pieces[1:])
    if firsts:
        lines = alone = False  # "Anne Kari, Ciro, Trond": a list of given names, whatever the single words are
    # The same organisation stands behind several people; a repeated single word is no first name.
    counted = Counter(piece.core for piece in pieces if " " not in piece.core)
    full = sum(1 for piece in pieces if is_name(office_before(piece.core)[1]))
    short = [
        INITIALS.match(p.core) is not None
        and fold(p.core) not in known_organisations()
        and p.core.casefold() not in words()["parties"]
        for p in pieces
    ]
    mostly_initials = not full and (sum(short) > len(pieces) / 2 or (len(short) > 1 and short[0]))
    entries: list[Entry] = []
    strange: list[Segment] = []
    for at, piece in enumerate(pieces):
        if entries and is_me(entries[-1].name) and piece.sep == "," and is_name(piece.core, single=True):
            me = replace(entries[-1], name=piece.core, start=piece.start + offset, end=piece.end + offset)
            entries[-1] = noted(me, piece.notes)  # "og undertegnede, Kari Nes"
            continue
        if counted_of := counted_group(piece, offset):
            entries += counted_of
            continue
        if (held := held_by_all(entries, piece.core)) is not None:
            entries = held
            continue
        tells = alone and bool(entries) and piece.sep != "og" and not titled_person(piece)
        entry = (
            None
            if tells
            else entry_of(
                piece,
                offset,
                entries,
                single=single,
                lines=lines,
                initials=mostly_initials,
                repeated=counted[piece.core] > 1 and full > 0,
            )
        )
        if (
            entry
            and entries
            and not entry.notes
            and (owns(entries[-1], piece) or not (firsts or prefix))
            and names_a_body(pieces, at, entries, full)
        ):
            entries[-1] = described(entries[-1], piece, offset)
        elif entry:
            if entry.organisation is None and piece.sep.endswith("og") and entries and entries[-1].shared:
                entry = replace(entry, organisation=entries[-1].organisation, shared=True)  # "Etaten v/A og B"
            if piece.sep == "og" and entries and entry.organisation and _FROM.search(piece.core):
                entries[-1] = from_it_too(entries[-1], entry.organisation, bare=len(pieces) == 2)
            entries = _with_remarks([*entries, entry], piece) if entry.name not in piece.notes else [*entries, entry]
        elif entries and (describes(piece, lines, bool(full), counted) or is_no_person(piece, entries[-1])):
            entries[-1] = described(entries[-1], piece, offset)
        else:
            strange.append(replace(piece, start=piece.start + offset, end=piece.end + offset))
    if one_line and len(entries) == 2 and [piece.sep for piece in pieces] == ["", "og", ","]:
        own = entries[1].organisation or ""
        entries[0] = (
            from_it_too(entries[0], own, bare=True) if is_organisation(own) else entries[0]
        )  # "Siv og Ola, NVE"
    entries = _couples.whole(shared(classed(entries)), text, told=told)
    if prefix:
        outer = prefix.casefold() in words()["countries"] or not is_organisation(prefix)
        if outer and len(entries) == 2 == len(pieces) - 1 and pieces[1].sep == "og" and entries[1].organisation:
            entries[0] = from_it_too(entries[0], entries[1].organisation, bare=True)  # "Noreg: Siv Lie og Ola Bø, NVE"
        entries = [_of_group(entry, prefix) for entry in entries]
    return entries, strange


_REPRESENTED = expression("people.represented", re.NOFLAG)
"""What stands between a body and who came for it, as "v/" does."""
_APPOSED = re.compile(r"(?:^|(?<=, )|(?<=og ))[a-zæøå]+(?:en|a|et),(?= [A-ZÆØÅ])")
"""A word in its definite form and a comma before a name ("leiaren, Siv Lie, og ...")."""


def _before_name(text: str) -> str:
    """An office and its comma without the comma, of the same length; any other word as it is."""
    return f"{text[:-1]} " if office_before(f"{text[:-1]} Ola Nes")[0] else text


def _with_remarks(entries: list[Entry], piece: Segment) -> list[Entry]:
    """The people with what the parentheses of the last one say, of that one or of all ("(begge NAV)")."""
    for note in piece.notes:
        held = held_by_all(entries, note)
        entries = held if held is not None else [*entries[:-1], noted(entries[-1], (note,))]
    return entries


def _of_group(entry: Entry, body: str) -> Entry:
    """The person of a list behind a body's name: a unit in parentheses is one of that body ("Lia kommune: Siv (IKT)")."""
    own = entry.organisation
    if own and own.casefold() in words()["units"] and is_organisation(body):
        return replace(entry, organisation=body, shared=True, notes=(*entry.notes, own))
    return entry if own else replace(entry, organisation=body, shared=True)


def describes_one(text: str) -> bool | None:
    """True where a line names one person and what they are, False where it goes on with names, None where neither.

    >>> describes_one("Siv Dal, Avdir"), describes_one("Siv Dal, Ola Bø"), describes_one("Siv Dal (ref.)")
    (True, False, None)
    """
    pieces = [piece for piece in segments(text) if piece.core]
    if (
        len(pieces) < 2
        or pieces[1].sep not in (",", "–", "-", "—", "|")
        or not is_name(office_before(pieces[0].core)[1])
    ):
        return None
    second = office_before(pieces[1].core)
    beside = has_given_name(pieces[0].core) and not second[0] and " " in second[1] and not like_a_person(second[1])
    return beside or not is_name(second[1])


def _given_and_body(text: str) -> bool | None:
    """True for a given name and, behind a comma, a proper name that is no person's ("Siv, Nordvik"); None for others."""
    pieces = [piece for piece in segments(text) if piece.core]
    if len(pieces) < 2 or pieces[1].sep != "," or not has_given_name(pieces[0].core) or " " in pieces[0].core:
        return None
    return True if pieces[1].core[:1].isupper() and not like_a_person(pieces[1].core) else None


def _by_semicolon(text: str) -> tuple[list[Entry], list[Segment]] | None:
    """A list with one person and what they are between semicolons; None for other lists."""
    parts = [(m.start(), m.group()) for m in re.finditer(r"[^;]+", text)]
    said = [describes_one(part) or _given_and_body(part) for _, part in parts]
    if said.count(True) < (2 if len(parts) > 2 else 1) or said.count(False):
        return None
    entries: list[Entry] = []
    strange: list[Segment] = []
    for at, part in parts:
        found, odd = parse(part, lines=True, alone=True)
        entries += [replace(e, start=e.start + at, end=e.end + at) for e in found]
        strange += [replace(p, start=p.start + at, end=p.end + at) for p in odd]
    return entries, strange


def _each_told(text: str) -> list[Entry]:
    """The people of a line with a sentence for each and where they are from ("Siv Dal, Sjøvakta. Ola Bø, NVE."); else nobody."""
    pieces = segments(text)
    begins = [piece.start for at, piece in enumerate(pieces) if not at or piece.sep == "."]
    if len(begins) < 2:
        return []
    told = [(at, text[at:end]) for at, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    if not all(describes_one(part.rstrip(" .")) and has_given_name(part) for _, part in told):
        return []
    found: list[Entry] = []
    for at, part in told:
        entries, strange = parse(part.rstrip(" ."), lines=True, alone=True)
        if len(entries) != 1 or strange or not entries[0].organisation:
            return []
        found.append(replace(entries[0], start=entries[0].start + at, end=entries[0].end + at))
    return found


def _by_sentence(text: str) -> list[Entry]:
    """The people of a list that gives each body its own sentence ("Siv Dal og Ola Bø, KS. Kari Nes, NAV."); else nobody.

    The body at a sentence's end holds for all who are named in it.
    """
    pieces = segments(text)
    begins = [at for at, piece in enumerate(pieces) if not at or piece.sep == "."]
    if len(begins) < SENTENCES:
        return []
    found: list[Entry] = []
    for first, following in zip(begins, [*begins[1:], len(pieces)], strict=True):
        at = pieces[first].start
        told = text[at : pieces[following - 1].end]
        entries, strange = parse(told)
        if (strange or not entries[-1:] or not entries[-1].organisation) and len(entries) < 2:
            entries, strange = parse(told, lines=True, alone=True)
        last = entries[-1] if entries else None
        if strange or last is None or not last.organisation or not all(" " in e.name for e in entries):
            return []
        found += [
            replace(from_it_too(e, last.organisation, bare=True), start=e.start + at, end=e.end + at) for e in entries
        ]
    return found
