"""Lists of a make of their own: a name and its body, classes before names, pairs, and a group before a colon."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._entry import CLASS, GROUP_WORD, Entry, fold_first, says_how
from extractors._names import (
    ACRONYM,
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
from extractors._senders import is_common_body, sender
from extractors._side_words import body_and_name
from extractors.lexicon.wording import expression


def name_and_body(text: str) -> Entry | None:
    """The person of "Kari Nes: Vegdirektoratet"; None for any other text."""
    match = re.match(r"^\W*(?P<name>[^:,()]+?)\s*:\s*(?P<body>[^:,()]+?)\W*$", text)
    if match and is_name(match["name"]) and like_a_person(match["name"]) and is_organisation(match["body"]):
        return Entry(match["name"].strip(), match.start("name"), match.end("body"), match["body"])
    return None


def class_first(pieces: list[Segment], offset: int) -> list[Entry]:
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
        klass, _, led = piece.core.partition(" ")
        if CLASS.match(klass) and is_name(led):  # "1A Kari Nes"
            own = Entry(led, piece.start + offset, piece.end + offset, klass)
            out.append(noted(own, piece.notes))
            classes += 1
            at += 1
            continue
        office, name = office_before(piece.core)
        if classes < 2 or not is_name(name):
            return []
        own = Entry(name, piece.start + offset, piece.end + offset, notes=(office,) if office else ())
        out.append(noted(own, piece.notes))
        at += 1
    return out if classes > 1 else []


_SMALL = re.compile(r"[a-zæøåéü-]{2,15}")
_BEHIND = expression("shapes.behind", re.NOFLAG)
"""What stands behind the last of a careless list: others unnamed, and who writes ("bamse kari skriv")."""
SMALL_LIST = 4


def in_small_letters(pieces: list[Segment], offset: int) -> list[Entry]:
    """The people of a list whose first name has no capital ("piggen, Ola N, krøll, kari"); nobody for other lists."""
    cores = [_BEHIND.sub("", piece.core) for piece in pieces]
    if len(cores) < SMALL_LIST or not cores[0][:1].islower() or not any(map(has_given_name, cores)):
        return []
    if any(piece.sep not in ("", ",", "og") for piece in pieces) or not all(map(_called, cores)):
        return []
    return [
        noted(Entry(core, piece.start + offset, piece.start + offset + len(core)), piece.notes)
        for core, piece in zip(cores, pieces, strict=True)
    ]


def _called(core: str) -> bool:
    """True for one name, a nickname or a name with an initial, that no word of lists is."""
    if core[:1].isupper():
        return is_name(core, single=True) and all(len(part.rstrip(".")) == 1 for part in core.split()[1:])
    said = role_of(core) or is_office(core) or any(core in words()[key] for key in ("units", "not_names", "parties"))
    return _SMALL.fullmatch(core) is not None and not said and not GROUP_WORD.search(core)


def in_pairs(pieces: list[Segment], offset: int) -> list[Entry]:
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
        noted(replace(entry, organisation=body), b.notes)
        for entry, body, (_, b) in zip(people, bodies, pairs, strict=True)
    ]


_SENTENCE = re.compile(r"[a-zæøå]{4,}\.\s+[A-ZÆØÅ]")
"""Where a sentence ends: what stands before a colon behind it heads nobody of the list."""


_ASIDE_HEAD = re.compile(r"^\s*(?:[-–•*·]+\s*)?(?P<head>[^:,()]{2,70}?)\s*\((?P<own>[^:()]{2,60})\)\s*:\s*(?=\S)")
"""A group or body before a colon, with more of its name in a parenthesis."""


def body_of_head(head: str, own: str) -> str | None:
    """The body of a heading with a parenthesis: its letters belong to the name, and a group is there from that body.

    >>> body_of_head("Havnedirektoratet", "Hdir"), body_of_head("Byggherre", "Lia kommune"), body_of_head("Leder", "ny")
    ('Havnedirektoratet (Hdir)', 'Lia kommune', None)
    """
    own = own.strip()
    if head.strip().casefold() in words()["contract_sides"] and ACRONYM.match(own):
        return None  # "Byggherre (BH)"
    person = like_a_person(own) and not is_organisation(own)
    plain = own[:1].isupper() and not any(map(str.isdigit, own)) and not person and not role_of(own)
    if not plain or is_office(own) or fold_first(own) in words()["not_names"]:
        return None
    letters = iter(head.casefold())
    if " " not in own and is_organisation(head) and all(letter in letters for letter in own.casefold()):
        return f"{head.strip()} ({own})"
    sends = is_organisation(own) or (not GROUP_WORD.search(own) and not says_how(own))
    kind = (
        GROUP_WORD.search(head)
        or is_office(head)
        or any(head.strip().casefold() in words()[key] for key in ("contract_sides", "units"))
    )
    return own if sends and kind and not (is_office(head) and not is_organisation(own)) else None


_PAIRED = expression("shapes.paired", re.NOFLAG)
"""One or more given names, a dash, and where they are from."""


def with_dashes(text: str) -> list[Entry]:
    """The people of "Siv - Lia, Ola og Kim - Vik (leiar), Tor - Nes": given names and where they are from; else nobody.

    >>> [(e.name, e.organisation) for e in with_dashes("Siv - Lia, Ola og Kim - Vik")]
    [('Siv', 'Lia'), ('Ola', 'Vik'), ('Kim', 'Vik')]
    >>> with_dashes("Siv Lie - NAV, Ola Bø"), with_dashes("Siv - Ola, Kim - Tor")
    ([], [])
    """
    found: list[Entry] = []
    paired = 0
    for part in re.finditer(r"(?:[^,;(]|\([^()]*\))+", text):
        told = part.group().strip()
        match = _PAIRED.match(told)
        body = match["body"].strip() if match else ""
        if match is None:
            if not told or is_office(told) or CLASS.match(told):
                continue  # "rektor", or a class that sent nobody
            return []
        names = re.split(r"\s+(?:og|&)\s+", match["names"])
        first = [" ".join(name.split()[:1]) for name in names]
        from_body = CLASS.match(body) or is_organisation(body) or is_common_body(body) or body[:1].isupper()
        if (
            not from_body
            or has_given_name(body)
            or is_office(body)
            or role_of(body)
            or not all(map(has_given_name, first))
        ):
            return []
        paired += 1
        for name in names:
            own = Entry(name, part.start(), part.end(), body, shared=True)
            found.append(noted(own, (match["note"],)) if match["note"] else own)
    whole = [entry for entry in found if " " in entry.name and not CLASS.match(entry.organisation or "")]
    alone = paired == 1 and not (" " not in found[0].name and found[0].organisation)
    return found if paired and len(whole) < len(found) and not alone else []


_KIND_OF = re.compile(
    r"^\s*(?:[-–•*·]+\s*)?(?P<head>[A-ZÆØÅ][^\W\d_]{3,30}),\s+(?:[a-zæøå]{4,}\s?){1,3}[A-D0-9]?\s*(?:\([^()]{2,40}\)\s*)?:\s*(?=\S)"
)
"""A group of people and, behind a comma, which kind of it they are ("Representanter, gruppe B (midlertidige):")."""


def group(text: str) -> tuple[str | None, str, int]:
    """What stands before a colon and holds for all who follow: (organisation, party or class; the rest; its beginning).

    An office or a function group before the colon is no organisation.
    """
    if (aside := _ASIDE_HEAD.match(text)) and (whole := body_of_head(aside["head"], aside["own"])):
        return whole, text[aside.end() :], aside.end()
    if (kind := _KIND_OF.match(text)) and GROUP_WORD.search(kind["head"]) and not like_a_person(kind["head"]):
        return None, text[kind.end() :], kind.end()
    match = re.match(r"^\s*(?:[-–•*·]+\s*)?([^:,()]{1,60}?)\s*(?:\([A-ZÆØÅ]{1,5}\)\s*)?:\s*(?=\S)", text)
    if not match:
        return None, text, 0
    head, rest, at = match.group(1).strip(), text[match.end() :], match.end()
    if _SENTENCE.search(head):
        return None, text, 0
    if body := sender(head):
        return body, rest, at
    if is_organisation(head) or head.casefold() in words()["parties"] or ACRONYM.match(head) or CLASS.match(head):
        return head, rest, at
    if (
        is_office(head)
        or role_of(head)
        or not head[:1].isupper()
        or fold_first(head) in words()["not_names"]
        or GROUP_WORD.search(head)
        or says_how(head)
        or head.casefold() in words()["contract_sides"]
    ):
        if led := body_and_name(re.split(r"[,(]", rest)[0].strip()):
            begin = len(rest) - len(rest.lstrip()) + rest.lstrip().index(led[1], len(led[0]))
            return led[0], rest[begin:], at + begin  # "Byggherre: Lia kommune Kari Nes, Ola Bø"
        return None, rest, at
    return head, rest, at


def whole_affiliation(pieces: list[Segment]) -> list[Segment]:
    """The pieces of one person's line with what they belong to put together ("Kari Nes, Plan og bygg")."""
    out: list[Segment] = []
    for piece in pieces:
        before = out[-1] if len(out) > 1 else None
        joined = f"{before.core} og {piece.core}" if before else ""
        words_of_one = piece.core[:1].islower() and not role_of(piece.core)
        nobody = before is not None and not has_given_name(piece.core) and not has_given_name(before.core)
        one = is_organisation(joined) or words_of_one or nobody
        if before and one and piece.sep == "og" and not before.notes and before.core.split()[-1][:1].isupper():
            out[-1] = Segment(joined, piece.notes, before.sep, before.start, piece.end)
            continue
        out.append(piece)
    return out


_COUNT = expression("shapes.count", re.NOFLAG)
"""How words begin that count people of a kind ("to frå personalet")."""


def counted_group(piece: Segment, offset: int) -> list[Entry]:
    """Those whom a parenthesis names behind their number ("to frå personalet (Siv, Ola)"); else nobody."""
    if len(piece.notes) != 1 or not _COUNT.match(piece.core):
        return []
    names = [name for name in re.split(r"\s*,\s*|\s+og\s+", piece.notes[0]) if name]
    if not all(has_given_name(name) and is_name(name, single=True) for name in names):
        return []
    return [Entry(name, piece.start + offset, piece.end + offset, notes=(piece.core,)) for name in names]
