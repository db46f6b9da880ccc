"""The grammar of name lists: a text becomes entries of name, organisation, role and remark.

Shapes: one a line or one text; commas, semicolons, "og", dashes; parentheses for organisation, role, class or remark;
one organisation after several names; an organisation before a colon; an office before a name; deputies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors._names import (
    ACRONYM,
    INITIALS,
    has_given_name,
    is_common_body,
    is_given_name,
    is_name,
    is_office,
    is_organisation,
    known_organisations,
    like_a_person,
    office_before,
    role_of,
    words,
)
from extractors._pieces import Segment, segments
from extractors.lexicon import fold

_DEPUTY = re.compile(
    r"^(?P<name>.+?)\s*,?\s*\(?(?:pva\.?|(?:personlig |personleg )?vara(?:medlem|representant)?\s+for|møtte for|møtt for|møtte i staden for|stedfortreder for|steden for|for)\s+(?P<other>[^()]+?)\)?$"
)
_DEPUTY_NOTE = re.compile(
    r"(?:^|\b)(?:pva\.?|(?:personlig |personleg )?vara(?:medlem(?:mer)?|representant)?(?:\s+for)?|møtte? for|for|i stedet for|i staden for)\s+(?:[a-zæøå.]+\s+){0,2}(?P<other>[A-ZÆØÅ][^,;()]*)$"
)
_DEPUTY_OF = re.compile(
    r"^(?:pva\.?|(?:personlig |personleg |møtte som |møtt som )?vara\w*\s+for|møtte? for|møtt for|stedfortreder for|i stede[dt] for|i staden for)\s+[A-ZÆØÅ]",
    re.I,
)
CLASS = re.compile(
    r"^(?:\d{1,2}\.?\s*(?:klasse|trinn|steg|årstrinn|kl\.?)|\d{1,2}\s?[A-Fa-f]|(?:vg|vk)\s?\d\w?|\d{1,2}\.)$", re.I
)
_PARTIAL_WORD = re.compile(
    r"\b(?:kom|gikk|gjekk|til|fra|frå|under|sak|saken|saka|sakene|sakane|fom|tom|f\.?o\.?m|t\.?o\.?m|del(?:er|ar)?|permisjon|digitalt|teams|telefon|unntatt|unnateke|bare|berre|alle|skype|kl)\b",
    re.I,
)
_TRAILING = re.compile(
    r"^(?P<name>.+?)\s+(?P<rest>(?:under|fra|frå|til|kom|gikk|gjekk|på|i|ved|med|møtte|deltok)\s+(?:og\s+med\s+|til\s+|før\s+|etter\s+|på\s+|under\s+)?(?:sak|kl\b|saka|saken|klokk|\d{1,2}[.:]\d\d|[A-ZÆØÅ]{2,4}\s\d).*)$",
    re.I,
)
_PHRASE_BEFORE = re.compile(r"^(?P<phrase>(?:[a-zæøå][\wæøå.-]*\s+){1,5})(?P<name>[A-ZÆØÅ].+)$")
_FROM_ORGANISATION = re.compile(
    r"^(?P<name>[^,()]+?)\s+(?:(?:i|ved)\s+(?=[A-ZÆØÅ])|(?:fra|frå)\s+)(?P<org>[A-ZÆØÅ][^,()]+|(?!sak|kl|pkt|punkt)[a-zæøå]{3,}(?:\s(?:og\s)?[a-zæøå]+){0,3})$"
)
_DURING = re.compile(r"\s+(?=(?:på|under|i|til|ved)\s+(?:sak|sakene|sakane|pkt|punkt|kl)\b)", re.I)
"""Where a body ends and the part of the meeting begins ("fra Vegkontoret på sak 3")."""
_NAME_THEN_OFFICE = re.compile(
    r"^(?P<name>(?:[A-ZÆØÅ][\w.-]*\s+){1,3}[A-ZÆØÅ][\w-]+)\s+(?P<rest>[a-zæøå][\w-]{3,}(?:\s[a-zæøå-]+){0,3})$"
)
"""A person and, without a comma, what they are ("Ola Nes ansattrepresentant")."""
_TOLD = re.compile(
    r"^(?P<name>(?:[a-zæøå][\w.-]+\s+){0,2}[A-ZÆØÅ][\w’'.-]*(?:\s[A-ZÆØÅ][\w’'.-]*){0,3})\s+(?P<rest>(?!.*\b(?:ikke|ikkje|forfall|avbud|fråvær|fravær|sjuk|syk)\b)(?:som|på|hadde|var|er|dei|de|den|kom|gikk|gjekk|digitalt|delvis|via|over|bare|berre|med|uten|utan)\s+(?!vegne|vegner|språk)\S.*)$"
)
"""A person and what is told of them without a comma ("Ola Nes på telefon", "Kari Bø som skrev dette")."""
_NOTE_MARK = re.compile(r"(?<=\))\d(?=\s*(?:,|;|og\b|$))")
"""The number of a footnote behind a parenthesis."""
_ME = re.compile(
    r"^(?:jeg|eg|meg|undertegnede?|underteikna|undertegnet)(?:\s+(?:selv|sjølv|(?:som\s+)?(?:skrev|skreiv|skriver|skriv|refererte|referent|skrivar)\b.*))?$",
    re.I,
)
"""The writer of the minutes, who names themself in a parenthesis or behind a comma."""
_SELF = re.compile(r"\s+(?:selv|sjølv|sjølve)$")
_TAIL = re.compile(r"[\s.,;:–-]+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list; `start` and `end` are its span in the text."""

    name: str
    start: int
    end: int
    organisation: str | None = None
    role: str | None = None
    notes: tuple[str, ...] = ()
    substitute_for: str | None = None
    shared: bool = False


def parse(
    text: str, *, lines: bool = False, single: bool = True, alone: bool = False
) -> tuple[list[Entry], list[Segment]]:
    """The people of a text and the pieces that were not understood.

    `lines`: the text is one line of a list, so what follows a comma describes its person; `alone`: even where it could
    be a name itself; `single`: one word may be a name.

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
    if not lines and ";" in text and (listed := _by_semicolon(text)):
        return listed
    if text.rstrip().endswith(":"):
        return [], []  # the heading of those below
    if sent := _name_and_body(text):
        return [sent], []
    prefix, body, offset = _group(text)
    alone = alone and not offset  # behind "Prosjektet: " they are a list again
    pieces = _whole_affiliation(segments(body)) if alone else segments(body)
    if led := _class_first(pieces, offset) or _in_pairs(pieces, offset):
        return led, []
    firsts = any(is_given_name(piece.core) and piece.sep in (",", "og") for piece in pieces[1:])
    if firsts:
        lines = alone = False  # "Anne Kari, Ciro, Trond": a list of given names, whatever the single words are
    # The same organisation stands behind several people; a repeated single word is no first name.
    counted = Counter(piece.core for piece in pieces if " " not in piece.core)
    full = sum(1 for piece in pieces if is_name(piece.core))
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
        if (held := _held_by_all(entries, piece.core)) is not None:
            entries = held
            continue
        told = alone and bool(entries) and piece.sep != "og" and not _titled_person(piece)
        entry = (
            None
            if told
            else _entry(
                piece,
                offset,
                entries,
                single=single,
                lines=lines,
                initials=mostly_initials,
                repeated=counted[piece.core] > 1 and full > 0,
            )
        )
        if entry and entries and not entry.notes and not firsts and _names_a_body(pieces, at, entries, full):
            entries[-1] = _described(entries[-1], piece, offset)
        elif entry:
            if entry.organisation is None and piece.sep == "og" and entries and entries[-1].shared:
                entry = replace(entry, organisation=entries[-1].organisation, shared=True)  # "Etaten v/A og B"
            entries.append(entry if entry.name in piece.notes else noted(entry, piece.notes))
        elif entries and _describes(piece, lines, bool(full), counted):
            entries[-1] = _described(entries[-1], piece, offset)
        else:
            strange.append(replace(piece, start=piece.start + offset, end=piece.end + offset))
    entries = _shared(_classed(entries))
    if prefix:
        entries = [e if e.organisation else replace(e, organisation=prefix, shared=True) for e in entries]
    return entries, strange


def is_me(name: str) -> bool:
    """True for the words in which the writer of the minutes names themself ("underteikna")."""
    return _ME.match(name) is not None


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


def _whole_affiliation(pieces: list[Segment]) -> list[Segment]:
    """The pieces of one person's line with what they belong to put together ("Kari Nes, Plan og bygg")."""
    out: list[Segment] = []
    for piece in pieces:
        before = out[-1] if len(out) > 1 else None
        joined = f"{before.core} og {piece.core}" if before else ""
        words_of_one = piece.core[:1].islower() and not role_of(piece.core)
        nobody = before is not None and not has_given_name(piece.core) and not has_given_name(before.core)
        one = is_organisation(joined) or words_of_one or nobody
        if before and one and piece.sep == "og" and not before.notes and before.core[:1].isupper():
            out[-1] = Segment(joined, piece.notes, before.sep, before.start, piece.end)
            continue
        out.append(piece)
    return out


def _names_a_body(pieces: list[Segment], at: int, entries: list[Entry], full: int) -> bool:
    """True where a piece that could be a name is rather what the person before it belongs to.

    The one before has a common given name and this piece looks like nobody: it is a single word among full names, or
    it is about one person only, who has a title or who came for a while.
    """
    piece, before = pieces[at], entries[-1]
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
    return not like_a_person(piece.core) and any(_PARTIAL_WORD.search(remark) for remark in remarks)


def _sends(piece: Segment) -> bool:
    """True for a body and, in parentheses, who came from it ("Heimevernet (Kari Nes)")."""
    named = len(piece.notes) == 1 and is_name(piece.notes[0]) and has_given_name(piece.notes[0])
    return named and is_organisation(piece.core) and not like_a_person(piece.core)


def _name_and_body(text: str) -> Entry | None:
    """The person of "Kari Nes: Vegdirektoratet"; None for any other text."""
    match = re.match(r"^\W*(?P<name>[^:,()]+?)\s*:\s*(?P<body>[^:,()]+?)\W*$", text)
    if match and is_name(match["name"]) and like_a_person(match["name"]) and is_organisation(match["body"]):
        return Entry(match["name"].strip(), match.start("name"), match.end("body"), match["body"])
    return None


def _by_semicolon(text: str) -> tuple[list[Entry], list[Segment]] | None:
    """A list with one person and what they are between semicolons; None for other lists."""
    parts = [(m.start(), m.group()) for m in re.finditer(r"[^;]+", text)]
    said = [describes_one(part) for _, part in parts]
    if said.count(True) < (2 if len(parts) > 2 else 1) or said.count(False):
        return None
    entries: list[Entry] = []
    strange: list[Segment] = []
    for at, part in parts:
        found, odd = parse(part, lines=True, alone=True)
        entries += [replace(e, start=e.start + at, end=e.end + at) for e in found]
        strange += [replace(p, start=p.start + at, end=p.end + at) for p in odd]
    return entries, strange


def _class_first(pieces: list[Segment], offset: int) -> list[Entry]:
    """The people of "1A – Kari Nes, 1B – Ola Bø, rektor Siv Lie": the class stands before the name; else nobody."""
    out: list[Entry] = []
    at = classes = 0
    while at < len(pieces):
        piece, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        leads = CLASS.match(piece.core) and following and following.sep in ("-", "–", "—")
        if leads and following and is_name(following.core, single=True):
            own = Entry(following.core, piece.start + offset, following.end + offset, piece.core)
            out.append(noted(own, following.notes))
            classes += 1
            at += 2
            continue
        office, name = office_before(piece.core)
        if classes < 2 or not is_name(name):
            return []
        own = Entry(name, piece.start + offset, piece.end + offset, notes=(office,) if office else ())
        out.append(noted(own, piece.notes))
        at += 1
    return out if classes > 1 else []


def _in_pairs(pieces: list[Segment], offset: int) -> list[Entry]:
    """The people of "Kari Nes, Havnerådet og Ola Bø, Vestvik": each with where they are from; empty for other lists.

    Where commas join the halves of a pair something else must stand between pairs, for any two names have a comma.
    """
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    if len(pieces) % 2 or len(pairs) < 2 or any(not a.core or not b.core or a.notes for a, b in pairs):
        return []
    joins, between = {b.sep for _, b in pairs}, {a.sep for a, _ in pairs[1:]}
    if len(joins) > 1 or joins & between or not joins <= {",", "-", "–", "—"} or not between <= {",", ";", "og"}:
        return []
    people = [Entry(a.core, a.start + offset, b.end + offset) for a, b in pairs]
    if not all(is_name(e.name) and has_given_name(e.name) for e in people):
        return []
    bodies = [b.core for _, b in pairs]
    if joins == {","} and not any(" " not in body or is_organisation(body) for body in bodies):
        return []
    if any(not body[:1].isupper() or like_a_person(body) or is_office(body) or role_of(body) for body in bodies):
        return []
    return [
        noted(replace(entry, organisation=body), b.notes) for entry, body, (_, b) in zip(people, bodies, pairs, strict=True)
    ]


def _group(text: str) -> tuple[str | None, str, int]:
    """What stands before a colon and holds for all who follow: (organisation, party or class; the rest; its beginning).

    An office or a function group before the colon is no organisation.
    """
    match = re.match(r"^\s*(?:[-–•*·]+\s*)?([^:,()]{1,60}?)\s*:\s*(?=\S)", text)
    if not match:
        return None, text, 0
    head, rest, at = match.group(1).strip(), text[match.end() :], match.end()
    if body := sender(head):
        return body, rest, at
    if is_organisation(head) or head.casefold() in words()["parties"] or ACRONYM.match(head) or CLASS.match(head):
        return head, rest, at
    if (
        is_office(head)
        or role_of(head)
        or not head[:1].isupper()
        or fold_first(head) in words()["not_names"]
        or _GROUP_WORD.search(head)
    ):
        return None, rest, at
    return head, rest, at


_GROUP_WORD = re.compile(
    r"\b(?:elles|ellers|dessuten|dessutan|under|innom|utanom|utenom|arbeidstak\w*|arbeidsg\w*|gruppe|fast|faste|midlertidige?|mellombels|tekn\W?\w*|teknisk\w*|eksterne|voksne|vaksne|sekretariat\w*|var|hvem|kven|fra|frå|for|medlem\w*|ansatte?\w*|tilsett\w*|foreldre\w*|elev\w*|lærer(?:e|ne|en|repr\w*)?|lærar\w*|student\w*|representant\w*|administrasjon\w*|vara\w*|observatør\w*|gjest\w*|personal\w*|andre|tillitsv\w*|også|deltak\w*|møtt\w*|stede?|stades|leder\w*|leiar\w*|ansvarlig\w*|kom|komité\w*)\b|kom$|com$",
    re.I,
)


def names_a_group(text: str) -> bool:
    """True for words that say what kind of people follow ("Gruppe B", "Fast tilsette")."""
    return _GROUP_WORD.search(text) is not None and not is_organisation(text)


def _entry(
    piece: Segment, offset: int, before: list[Entry], *, single: bool, lines: bool, initials: bool, repeated: bool
) -> Entry | None:
    """A piece as a person, if it names one."""
    core = piece.core
    start, end = piece.start + offset, piece.end + offset
    if _ME.match(core) and len(piece.notes) == 1 and is_name(piece.notes[0], single=True):
        return Entry(piece.notes[0], start, end, role="minute_taker", shared=True)
    if _ME.match(core) and not piece.notes and piece.sep != "(":
        return Entry(core, start, end, role="minute_taker", shared=True)
    if _sends(piece):
        return Entry(piece.notes[0], start, end, core, shared=True)
    if (
        (match := _DEPUTY.match(core))
        and is_name(deputy := office_before(re.sub(r"^\d\.\s*", "", match["name"].strip()))[1], single=single)
        and is_name(match["other"].strip(), single=True)
    ):
        return Entry(deputy, start, end, role="deputy", substitute_for=match["other"].strip())
    if before and _DEPUTY_OF.match(core):
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
        role = role_of(match["rest"])
        return Entry(name, start, end, role=role, notes=tuple(n for n in (office, match["rest"].strip()) if n))
    if (match := _PHRASE_BEFORE.match(core)) and is_name(match["name"]):
        phrase = match["phrase"].strip()
        role = role_of(phrase)
        return Entry(match["name"], start, end, notes=(phrase,), role=role if role in ("deputy", "observer") else None)
    if (match := re.match(r"^(?P<org>[A-ZÆØÅ].{1,70}?)\s+v/\s*(?P<name>.+)$", core)) and is_name(
        office_before(match["name"])[1], single=True
    ):
        office, name = office_before(match["name"])
        return Entry(
            name, start, end, organisation=match["org"].strip(), notes=(office,) if office else (), shared=True
        )
    if (match := _FROM_ORGANISATION.match(core)) and is_name(
        office_before(match["name"])[1], single=single and has_given_name(match["name"])
    ):
        office, name = office_before(match["name"])
        org, _, told = re.sub(_DURING, "|", match["org"].strip(), count=1).partition("|")
        told = match["org"].strip()[len(org) :].strip() if told else ""
        return Entry(name, start, end, organisation=org, notes=tuple(note for note in (office, told) if note))
    core = _SELF.sub("", core)
    office, rest = office_before(core)
    if office and (sent := _and_party(rest)):
        return Entry(sent[0], start, end, organisation=sent[1], notes=(office,))
    if office and is_name(rest, single=True):
        role = role_of(office)
        return Entry(rest, start, end, role=role if role in ("deputy", "observer", "secretary") else None, notes=(office,))
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
    if sent := _and_party(core):
        return Entry(sent[0], start, end, organisation=sent[1])
    return Entry(core, start, end) if is_name(core, single=single and not ACRONYM.match(core)) else None


def _and_party(text: str) -> tuple[str, str] | None:
    """A name and the organisation or party behind it without a comma ("Nils Hansen KRD", "Nils Hansen Ap")."""
    parts = text.split()
    last = parts[-1] if len(parts) >= 3 and not is_organisation(text) else ""
    short = ACRONYM.match(last) or (1 < len(last) < 5 and last.casefold() in words()["parties"])
    return (" ".join(parts[:-1]), last) if short and is_name(" ".join(parts[:-1])) else None


def _stands_alone(piece: Segment, match: re.Match[str], lines: bool, before: list[Entry]) -> bool:
    """True where a name and what its bearer is make an entry: on a line of its own, or on both sides of a parenthesis."""
    return (lines and not before) or bool(piece.notes and (role_of(match["rest"]) or is_office(match["rest"])))


def _titled_person(piece: Segment) -> bool:
    """True for another person with a title on a line that describes one ("rådgiver Kari Nes")."""
    title, name = office_before(piece.core)
    return bool(title) and title[:1].islower() and " " in name and is_name(name) and has_given_name(name)


def _describes(piece: Segment, lines: bool, full: bool, counted: Counter[str]) -> bool:
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
    ):
        return True
    if lines and piece.sep in (",", "-", "–", "—", "|"):
        return True
    if piece.sep == "," and full and " " not in core and core[:1].isupper() and not is_name(core, single=True):
        return True  # "Kari Nes, BoLett"
    return _PARTIAL_WORD.search(core) is not None or (full and counted[core] > 1) or core[:1].islower()


def _described(entry: Entry, piece: Segment, offset: int) -> Entry:
    """The person with what a following piece says: organisation, role, deputy, remark."""
    entry = replace(entry, end=piece.end + offset)
    core = piece.core
    if core:
        if entry.organisation is None and piece.sep != "og" and _is_affiliation(core, entry):
            entry = replace(entry, organisation=core)
        else:
            entry = noted(entry, (core,))
    return noted(entry, piece.notes)


_CASE = re.compile(r"^(?:[A-ZÆØÅ]{1,5}[ -]?)?\d{1,3}/\d{2,4}\b")
"""A case's number, for which somebody came."""


def _is_affiliation(text: str, entry: Entry) -> bool:
    """True for an organisation, a party, a class, or an unknown capitalised word that is no role or office."""
    leads = text.casefold()
    if leads in words()["functions"] or _CASE.match(text):
        return False
    if INITIALS.match(text) and text in _initials(entry.name):
        return False
    if role_of(text) or any(leads == w or leads.startswith((f"{w} ", f"{w},")) for w in words()["leaders"]):
        return False
    if is_organisation(text) or CLASS.match(text) or text.casefold() in words()["parties"]:
        return True
    if (
        (is_office(text) and not (text[:1].isupper() and fold(text) in known_organisations()))
        or _PARTIAL_WORD.search(text)
        or _DEPUTY_NOTE.search(text)
    ):
        return False
    if is_common_body(text) or re.fullmatch(r"[a-zæøå]+(?:styret|rådet)", text):
        return True
    return (text[:1].isupper() or bool(re.match(r"^\d[A-ZÆØÅ]", text))) and fold_first(text) not in words()["not_names"]


def fold_first(text: str) -> str:
    """The first word, folded."""
    return text.split()[0].casefold().strip(".:,") if text.split() else ""


_SPLIT_NOTE = re.compile(r"\s*,\s*|\s+[–-]\s+|\s*;\s*")


def _each(entry: Entry, notes: tuple[str, ...]) -> Iterator[str]:
    """The remarks one by one: initials stand apart from what follows them, and roles among offices from these."""
    for note in notes:
        parts = re.split(r"\s*,\s*", note)
        own = len(parts) > 1 and INITIALS.match(parts[0]) and parts[0] in _initials(entry.name)
        if own:
            yield parts[0]
            parts = parts[1:]
        if len(parts) > 1 and any(role_of(part) for part in parts) and all(role_of(p) or is_office(p) for p in parts):
            yield from parts
        else:
            yield ", ".join(parts)


_REASON = re.compile(
    r"^(?:permisjon|ferie|på ferie|syke?|sjuke?|jobb|på jobb|kurs|på kurs|reise|på reise|bortreist|i felt|forhindr\w*|opptatt|PhD|ph\.?d\.?|stipendiat)\b",
    re.I,
)
"""Why somebody was away, or a degree: a remark that is no part of a body's name."""
_LEADS = re.compile(r"^(?:nest)?(?:leder|leiar)\b", re.I)
_WITH_CLASS = re.compile(r"^[a-zæøå]+\s+(?P<class>\S+)$")


def parted(note: str, entry: Entry) -> tuple[str, tuple[str, ...]] | None:
    """A remark of several parts as the body among them and the rest ("3A, leiar", "Fiskarlaget, sjuk"); else None."""
    parts = [part for part in re.split(r"\s*,\s*|\s+[–-]\s+", note) if part]
    if len(parts) == 1 and (match := _WITH_CLASS.match(note)) and CLASS.match(match["class"]):
        return match["class"], (note,)  # "forelder 3A"
    if len(parts) < 2:
        return None
    sure = [part for part in parts if CLASS.match(part) or part.casefold() in words()["parties"]]
    sure += [m["class"] for part in parts if (m := _WITH_CLASS.match(part)) and CLASS.match(m["class"])]
    if len(sure) == 1:
        return sure[0], tuple(part for part in parts if part != sure[0])
    others = [part for part in parts if not _says_what(part)]
    short = len(others) == 1 and INITIALS.match(others[0]) and len(others[0]) < 3  # "PL", an office cut short
    if len(others) == 1 and _is_affiliation(others[0], entry) and not (short and not is_organisation(others[0])):
        return others[0], tuple(part for part in parts if part != others[0])
    return None


def _says_what(part: str) -> bool:
    """True for a part of a remark that says what somebody is, when they were there, or why they were not."""
    trade = part[:1].islower() and " " not in part and office_before(f"{part} Ola Nes")[0]
    said = trade or role_of(part) or is_office(part) or _PARTIAL_WORD.search(part) or _REASON.match(part) or _LEADS.match(part)
    return bool(said) and not is_organisation(part)


_SOME_DEPUTY = re.compile(r"\bsom vara$|^(?:\d\.\s*)?(?:vara|varamedlem|vararepresentant)\s+(?!for\b|f\.|ikk|har\b|hadde|er\b|var\b|kunne|kom\b)\S", re.I)
"""A deputy of some kind ("vara fast tilsette")."""


def noted(entry: Entry, notes: tuple[str, ...]) -> Entry:
    """The person with what parentheses say: role, deputy, organisation, class, party, remark."""
    for note in _each(entry, notes):
        if entry.organisation is None and (divided := parted(note, entry)):
            body, told = divided
            entry = noted(replace(entry, organisation=body), told)
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
        if match := _DEPUTY_NOTE.search(note):
            entry = replace(
                entry, role="deputy", substitute_for=_TAIL.sub("", match["other"]).strip(), notes=(*entry.notes, note)
            )
            continue
        role = role_of(note) or ("deputy" if _SOME_DEPUTY.search(note) else None)
        if role:
            entry = replace(
                entry, role=entry.role if entry.role and role == "deputy" else role, notes=(*entry.notes, note)
            )
        elif (is_office(note) and not (note[:1].isupper() and fold(note) in known_organisations())) or (
            INITIALS.match(note) and note in _initials(entry.name)
        ):
            entry = replace(entry, notes=(*entry.notes, note))
        elif entry.organisation is None and _is_affiliation(note, entry):
            entry = _with_organisation(entry, note)
        elif entry.organisation and (
            _abbreviates(note, entry.organisation)
            or (
                is_organisation(entry.organisation)
                and note.upper() not in _initials(entry.name)
                and note[:1].isupper()
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


_SENDER = re.compile(
    r"^(?:(?:til ?stede?s?|til ?stades|representant\w*|utsending\w*|observatør\w*)\s+)?(?P<by>fra|frå|for)\s+(?P<body>\S.*?)"
    r"(?:\s+(?:møtte|deltok|stilte|kom|var)(?:\s+(?:også|òg|til ?stede|til ?stades|med))?)?$",
    re.I,
)
"""Whom people come from ("Frå Sjøfartskontoret møtte", "for bondelaget")."""


_CAME = re.compile(r"\b(?:møtte|deltok|stilte|kom|var)\b", re.I)


def sender(wording: str) -> str | None:
    """The organisation that a label or remark says people come from; None where it says no more than what they are.

    >>> sender("Fra Havnedirektoratet møtte"), sender("frå tingretten"), sender("Frå administrasjonen")
    ('Havnedirektoratet', 'tingretten', None)
    """
    match = _SENDER.match(wording.strip(" :."))
    body = match["body"] if match else ""
    if not match or len(body) > 60 or _CAME.search(body) or body.casefold() in words()["hosts"]:
        return None
    if is_organisation(body) or is_common_body(body) or is_organisation(body.split()[0]):
        return body
    return body if match["by"].casefold() != "for" and _is_proper(body) and not has_given_name(body) else None


_PLACE = re.compile(r"(?:dalen|vika|viken|fjorden|bygda|øya|neset|åsen|haugen|bakken)$", re.I)
_NOUN_ENDS = ("en", "et", "ene", "ane", "inga", "arar", "ere", "er")
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


_FOR_ALL = re.compile(
    r"^(?P<who>alle|begge|samtlige|samlege)\s+(?:(?:to|tre|fire|fem|seks)\s+)?(?:er\s+)?(?:(?:fra|frå|for|i|ved)\s+)?(?P<body>\S.*)$",
    re.I,
)
"""What holds for several people named before it ("begge Fylkesrevisjonen", "alle fra Havforskingsinstituttet")."""


def _held_by_all(entries: list[Entry], text: str) -> list[Entry] | None:
    """The people with the organisation of a remark that holds for both or all before it; None for other remarks."""
    match = _FOR_ALL.match(text)
    if not match or not entries or _PARTIAL_WORD.search(match["body"]):
        return None
    body = match["body"]
    if not (is_organisation(body) or is_common_body(body) or ACRONYM.match(body) or body.casefold() in words()["parties"]):
        return None
    out = list(entries)
    first = max(0, len(out) - 2) if match["who"].casefold() == "begge" else 0
    for at in range(len(out) - 1, first - 1, -1):
        if out[at].organisation:
            break
        out[at] = replace(out[at], organisation=body, shared=True)
    return out


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
    if tail and (role or is_office(tail) or _PARTIAL_WORD.search(tail)):
        return replace(entry, organisation=head.strip(), role=role or entry.role, notes=(*entry.notes, tail.strip()))
    return replace(entry, organisation=note)


def _initials(name: str) -> set[str]:
    from extractors._names import initials_of

    return initials_of(name) | {"".join(p[0] for p in re.split(r"[\s-]+", name) if p)}


def _classed(entries: list[Entry]) -> list[Entry]:
    """Lone numbers among the classes of a list are classes too ("Kari (1A), Ola (2), Siv (3B)")."""
    if sum(CLASS.match(e.organisation or "") is not None for e in entries) < 2:
        return entries
    lone = [next((n for n in e.notes if re.fullmatch(r"1?\d", n)), None) if not e.organisation else None for e in entries]
    return [replace(e, organisation=number) if number else e for e, number in zip(entries, lone, strict=True)]


def _shared(entries: list[Entry]) -> list[Entry]:
    """One organisation after several names holds for all of them, where organisations are the list's habit."""
    having = sum(1 for e in entries if e.organisation)
    if len(entries) < 2 or having * 2 < len(entries) or (having == 1 and len(entries) == 2):
        return entries
    out = list(entries)
    for i in range(len(out) - 2, -1, -1):
        if out[i].organisation is None and out[i + 1].organisation and not any(is_office(n) for n in out[i].notes):
            out[i] = replace(out[i], organisation=out[i + 1].organisation, shared=True)
    return out
