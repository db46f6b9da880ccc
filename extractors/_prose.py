"""People in running text: who led, who wrote, who was away, who was elected to lead; and signatures at the end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from extractors._entry import Entry
from extractors._helpers import Sentence, sentences_of
from extractors._initials import initials_of
from extractors._names import (
    ACRONYM,
    has_given_name,
    is_name,
    is_office,
    is_organisation,
    office_before,
    words,
)
from extractors._people import parse
from extractors._prose_patterns import PATTERNS, PATTERNS_BY_NAME
from extractors._role_clauses import told_role
from extractors._senders import sender
from extractors._sieve import Sieve, Ways
from extractors._signatures import Mention, bare_name, signature_line, signatures
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression, phrases
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

T = TypeVar("T")
_CUES = Ways(phrases("prose.cues"), re.I)

_SIEVE = Sieve(pattern.pattern for pattern in PATTERNS)

_OPEN_END = expression("prose.open_end", re.NOFLAG)
"""The beginning of a sentence that names people on the next line."""

LED_SOME = frozenset({"led the meeting", "was in the chair", "held the meeting together"})
"""Patterns that within an item may tell of no more than that item."""


def only(found: list[T]) -> T | None:
    """The one element of a list, None where there are none or several."""
    return found[0] if len(found) == 1 else None


_LETTERS = re.compile(r"(?:[A-ZÆØÅ]\.){1,3}[A-ZÆØÅ]\.?")
"""Initials with their full stops."""


def may_be(short: str, full: str) -> bool:
    """True where a given name, a surname, initials, or a shorter form may stand for a full name.

    >>> may_be("Per", "Per A. Lie"), may_be("Lie", "Per A. Lie"), may_be("PAL", "Per A. Lie"), may_be("Kari", "Per A. Lie")
    (True, True, True, False)
    """
    a, b = fold(short).split(), fold(full).split()
    if not a or not b:
        return False
    if a == b or short.strip(" .").replace(".", "") in initials_of(full):
        return True  # "GM" or "G.M." of "Gro Marit"
    if len(a) == 1:
        return a[0] in (b[0], b[-1])
    if a == b[: len(a)]:
        return True  # "Liv Anita" of "Liv Anita Lie"
    first = a[0].rstrip(".")
    same = a[0] == b[0] or (len(first) == 1 and b[0].startswith(first))
    return same and (a[-1] == b[-1] or (len(a[-1].rstrip(".")) == 1 and b[-1].startswith(a[-1][0])))


def mentions(
    document: Document, lexicon: Lexicon, known: Sequence[str], rolled: Collection[int] = ()
) -> Iterator[Mention]:
    """Every person whose part in the meeting a sentence or a signature tells; the rows `rolled` are none."""
    limit = len(document.blocks)
    for block in document.blocks:
        if block.index in rolled:
            continue
        if block.label and known_label(block.label, lexicon)[:1] in (("distribution",), ("proposal",)):
            continue
        item = document.item_of(block.index)
        ahead = bool(block.label) and known_label(block.label, lexicon)[:1] == ("next_meeting",)
        low = block.text.casefold()
        if not _CUES.say(low, block.text):
            continue
        if len(block.text) < 70 and (block.index >= limit - 10 or item is None) and (found := signature_line(block)):
            yield found
            continue
        in_parenthesis = PATTERNS_BY_NAME["chair in parenthesis"].pattern
        if (found_chair := in_parenthesis.search(block.text, low)) and is_name(
            bare_name(found_chair["p"]), single=True
        ):
            yield Mention(
                bare_name(found_chair["p"]),
                "chair",
                "present",
                None,
                block.place(),
                block.index,
                "chair in parenthesis",
                0.92,
            )
            continue
        if item is None and (opening := _OPEN_END.search(block.text)) and block.index + 1 < limit:
            yield from _broken(opening.group("open"), document.blocks[block.index + 1], known)
        if item is None and not block.label and block.text.rstrip().endswith((",", " og")) and block.index + 1 < limit:
            *_, last = sentences_of(block, None)
            yield from _broken(last.text, document.blocks[block.index + 1], known)
        before = ""
        for sentence in sentences_of(block, item if item is None or item.glued else None):
            if item is None and (of_them := _of_them(sentence, before, known)):
                yield of_them
            before = sentence.text
            if _CUES.say(sentence.text.casefold(), sentence.text):
                early = item is None or (block.index >= limit - _LAST and _ATTENDED.match(sentence.text) is not None)
                told = _of_sentence(sentence.text, block, sentence.start, known, early=early)
                yield from (mention for mention in told if not (ahead and mention.role == "chair"))
    yield from signatures(document)


_LAST = 4
"""Blocks at the end, among which a sentence of who was there may stand below the last matter."""
_ATTENDED = expression("prose.attended")


def _broken(opening: str, block: Block, known: Sequence[str]) -> Iterator[Mention]:
    """What a sentence tells whose first words end one block and whose people begin the next."""
    if block.label or block.role is Role.ROW:
        return
    first = next(iter(sentences_of(block, None)), None)
    if first is not None:
        yield from _of_sentence(f"{opening} {first.text}", block, first.start - len(opening) - 1, known, early=True)


_THEY = re.compile(r"^(?:Han|Hun|Ho)\s+\w")


def _of_them(sentence: Sentence, before: str, known: Sequence[str]) -> Mention | None:
    """What a sentence tells of the last one known in the sentence before it ("Leder er Kari Nes. Hun styrte møtet.")."""
    role = told_role(sentence.text.casefold().rstrip(" .")) if _THEY.match(sentence.text) else None
    named = max(((before.rfind(name), name) for name in known if name in before), default=None)
    if role is None or named is None:
        return None
    place = sentence.block.place(sentence.start, sentence.end)
    return Mention(named[1], role, "present", None, place, sentence.block.index, "what they did", 0.85)


def _of_sentence(text: str, block: Block, offset: int, known: Sequence[str], *, early: bool) -> Iterator[Mention]:
    away, low = False, text.casefold()
    for at in _SIEVE.of(low):
        pattern = PATTERNS[at]
        match = pattern.pattern.pattern.search(text)
        if not match or (away and pattern.role is None and pattern.name != "and lay ill"):
            continue
        if pattern.early and not early:
            continue
        if pattern.name == "chair named after role" and block.label:
            continue  # the "dirigent" of a list of musicians
        if pattern.name == "wrote" and not early and match.group().endswith(("skriv", "skriver", "fører")):
            continue  # "Kari skriver, Ola leser" is what they will do
        groups = match.groupdict()
        key = "p" if groups.get("p") else "many"
        if groups[key].endswith(" som"):
            continue  # "..., som hadde meldt forfall" tells of the last one only
        if (
            pattern.status == "absent"
            and not early
            and not any(may_be(w, k) for w in groups[key].split(",") for k in known)
        ):
            continue
        place = block.place(offset + match.start(key), offset + match.end(key))
        if key == "p":
            name = office_before(bare_name(groups["p"]))[1]
            if _LETTERS.fullmatch(name):  # "K.N. skreiv"
                name = only([full for full in known if may_be(name, full)]) or name
            other = groups.get("other")
            person = other if other and has_given_name(other) else None
            body = other if other and is_organisation(other) else None
            if pattern.role == "deputy" and body:
                continue  # "For Lia kommune møtte Kari Nes" tells whom she came from
            if name and (is_name(name, single=True) or _is_holder(name)) and not is_organisation(name):
                yield Mention(
                    name,
                    pattern.role,
                    pattern.status,
                    groups.get("org") or body,
                    place,
                    block.index,
                    pattern.name,
                    pattern.confidence,
                    substitute_for=person,
                )
            continue
        entries, strange = parse(re.sub(r"\s+(?:under|til|fra|frå|på)$", "", groups["many"]), told=True)
        if strange or not entries or (pattern.status == "absent" and any(_is_thing(e.name, known) for e in entries)):
            continue
        if pattern.status == "absent" and len(entries) == 1 and _is_word(entries[0].name, known):
            continue  # "Skjema er ikkje med i rekninga"
        told = pattern.status == "present" and pattern.role is None and len(entries) == 1 and bool(known)
        if told and pattern.name != "met" and _is_word(entries[0].name, known) and not entries[0].organisation:
            continue  # "Fila kom i går"
        for entry in map(_without_office, entries):
            if len(entries) > 1 and _is_thing(entry.name, known):
                continue  # "Dirigenten, Kari Nes, var med"
            yield Mention(
                entry.name,
                pattern.role,
                pattern.status,
                entry.organisation or (sender(f"frå {groups['org']}") if groups.get("org") else None),
                place,
                block.index,
                pattern.name,
                pattern.confidence,
                entry.role if pattern.status == "present" else None,
                entry.notes,
            )
        away = away or pattern.status == "absent"


def _without_office(entry: Entry) -> Entry:
    """The person without a noun in its definite form before the name ("Aksjonæren Kari Nes")."""
    first, _, rest = entry.name.partition(" ")
    titled = len(first) > 6 and first.casefold().endswith(("eren", "aren", "æren")) and " " in rest
    return replace(entry, name=rest, notes=(first, *entry.notes)) if titled and has_given_name(rest) else entry


def _is_holder(name: str) -> bool:
    """True for an office that stands for who holds it ("Direktøren", "Rektor")."""
    stem = re.sub(r"(?:en|a)$", "", name)
    return " " not in name and (name.casefold() in words()["offices"] or is_office(stem))


def _is_thing(name: str, known: Sequence[str]) -> bool:
    """True for a single noun in its definite form, which begins a sentence and is nobody's name."""
    if " " in name or any(may_be(name, other) for other in known):
        return False
    if ACRONYM.match(name):
        return True  # initials of nobody known are a body's
    return len(name) > 6 and name.casefold().endswith(("et", "en", "ane", "ene", "eren", "aren"))


def _is_word(name: str, known: Sequence[str]) -> bool:
    """True for a single word that is no given name that is common here and belongs to nobody known."""
    return " " not in name and not has_given_name(name) and not any(may_be(name, other) for other in known)
