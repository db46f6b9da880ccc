"""Minutes that their writer tells: who says "I" in them, and the full names that the head of a mail gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors._gathering import Gathering
from extractors._initials import initials_of
from extractors._names import has_given_name, is_name, is_office, role_of
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Place

CLOSING = 5
"""Blocks at the end among which the writer takes leave."""
_HEAD = re.compile(r"^(?P<head>[A-Za-zæøåÆØÅ-]{2,12})\s*:\s*(?P<rest>.+)$")
_ASIDE = re.compile(r"\s*\(([^()]+)\)$")
_ADDRESS = re.compile(r"\s*(?:\[[^\]]*\]|<[^>]*>|\([^)]*@[^)]*\))\s*")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote the minutes, and where their name stands; `greeted`: below words of leave, as in a letter."""

    name: str
    place: Place
    block: int
    greeted: bool


def mailed(document: Document, lexicon: Lexicon) -> dict[str, list[str]]:
    """The full names in the head of a mail, by the folded word before the colon."""
    out: dict[str, list[str]] = {}
    for line in document.furniture:
        match = _HEAD.match(line.text)
        if match is None or (head := fold(match["head"])) not in lexicon.lists["mail_heads"]:
            continue
        names = [_ADDRESS.sub(" ", part).strip(" '\"‘’") for part in match["rest"].split(";")]
        out.setdefault(head, []).extend(
            name for name in names if is_name(name) or (is_name(name, single=True) and has_given_name(name))
        )
    return out


def writer_of(document: Document, lexicon: Lexicon) -> Writer | None:
    """The one who signs at the end, with the whole name that a mail's head gives; None where nobody does."""
    sent = [name for head in ("fra", "frå", "from") for name in mailed(document, lexicon).get(head, [])]
    tail = document.blocks[-CLOSING:]
    for at in range(len(tail) - 1, -1, -1):
        block = tail[at]
        name, greeted = _signed(block, tail[at - 1] if at else None, lexicon)
        if name is None:
            continue
        last = at == len(tail) - 1 or _is_title(tail[at + 1])
        if not last and not greeted:
            continue
        full = next((whole for whole in sent if fold(name).split()[0] == fold(whole).split()[0]), name)
        return Writer(full, block.place(), block.index, greeted)
    if sent and document.blocks:
        return Writer(sent[0], document.blocks[-1].place(), document.blocks[-1].index, greeted=False)
    return None


def _signed(block: Block, before: Block | None, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The name that a short line is, and whether words of leave stand before it."""
    if len(block.lines) > 2 or len(block.text) > 60 or block.label:
        return None, False
    text = block.text.strip(" .,_!")
    if (aside := _ASIDE.search(text)) and role_of(aside.group(1)) == "minute_taker":
        text = text[: aside.start()].strip(" .,")  # "Kari (som skrev denne gang)"
    leave = next((w for w in lexicon.lists["leave"] if fold(text) == w or fold(text).startswith(f"{w} ")), None)
    if leave is not None:
        words = _ASIDE.sub("", text).split()[len(leave.split()) :]  # "Hilsen Kari (mor til Ola, 7A)"
        name = " ".join(words).strip(" .,_")
        return (name, True) if name and is_name(name, single=True) else (None, False)
    above = before is not None and fold(before.text.strip(" .,!")) in lexicon.lists["leave"]
    named = is_name(text, single=True) and not is_office(text) and not role_of(text)
    return (text, above) if named and len(text.split()) < 5 else (None, False)


def _is_title(block: Block) -> bool:
    """True for a line that says what the one above it is ("viltansvarleg", "skrivar")."""
    text = block.text.strip(" ._()")
    return len(block.lines) == 1 and (is_office(text) or role_of(text) is not None or _lower(text))


def _lower(text: str) -> bool:
    return len(text.split()) < 4 and text[:1].islower()


def name_writer(document: Document, people: Gathering, wrote: Writer | None, lexicon: Lexicon) -> None:
    """Give the writer's role to who signs, where nobody has it, and given names their surnames from a mail's head."""
    _signed_among_others(document, people)
    _wrote_in_small_letters(document, people)
    _wrote_letter(people, wrote)
    _whole_names(people, mailed(document, lexicon))
    _last_name_wrote(document, people)


_P = r"(?P<name>(?:[A-ZÆØÅ][\w’'.-]*\s+){0,3}[A-ZÆØÅ][\w’'-]+)"
_AS_WRITER = expression("writer.as_writer", re.NOFLAG, p=_P)
_REF_THEN = expression("writer.ref_then", re.NOFLAG, p=_P)


def _signed_among_others(document: Document, people: Gathering) -> None:
    """Somebody known who signs at the end as the writer, on a line with others, where nobody else is said to be."""
    if any(fact.role == "minute_taker" for fact in people.facts):
        return
    for block in document.blocks[-2 * CLOSING :]:
        for match in (*_AS_WRITER.finditer(block.text), *_REF_THEN.finditer(block.text)):
            parts = match["name"].split()
            tails = [" ".join(parts[first:]) for first in range(len(parts))]
            if name := next((t for t in tails if (" " in t or len(parts) == 1) and people.find(t) is not None), None):
                people.give(name, "minute_taker", block.place(), block.index, "signature line", 0.85)
                return


_SMALL_WROTE = expression("writer.small_wrote", re.NOFLAG)


def _wrote_in_small_letters(document: Document, people: Gathering) -> None:
    """Somebody known who is said to write below the list, by hands that set no capitals ("kari skriver")."""
    if any(fact.role == "minute_taker" for fact in people.facts):
        return
    listed = {at for fact in people.facts for at in (fact.block, fact.block + 1)}
    for block in document.blocks:
        told = _SMALL_WROTE.search(block.text) if block.index in listed else None
        at = people.find(told["name"]) if told else None
        if told and at is not None and people.facts[at].status == "present":
            people.give(
                people.facts[at].name, "minute_taker", block.place(), block.index, "writes, without capitals", 0.8
            )
            return


def _wrote_letter(people: Gathering, wrote: Writer | None) -> None:
    """Who takes leave below the minutes wrote them, where nobody else is said to have done so."""
    if wrote is None or not wrote.greeted or any(f.role == "minute_taker" for f in people.facts):
        return
    if people.facts and (" " in wrote.name or people.find(wrote.name) is not None):
        people.give(wrote.name, "minute_taker", wrote.place, wrote.block, "leave taken", 0.75)


def _whole_names(people: Gathering, sent: dict[str, list[str]]) -> None:
    """Given names made whole by those in the head of the mail that the minutes are."""
    names = list(dict.fromkeys(name for listed in sent.values() for name in listed))
    for at, fact in enumerate(people.facts):
        may = [n for n in names if fold(n).startswith(f"{fold(fact.name)} ")]
        if len(may) == 1 and people.find(may[0], exact=True) is None:
            people.facts[at] = replace(fact, name=may[0])


_ONLY_INITIALS = re.compile(
    r"^(?:\W*|.{0,80}[!.]\s*[–—/-]\s*)(?P<initials>(?:[A-ZÆØÅ]\.?){2,4})[\s,]*(?:\d[\d./ -]*)?\W*$"
)
"""The writer's initials, behind words of leave or alone, and the day on which they signed."""


def _begin(initials: str, name: str) -> bool:
    """True for the first letters of a name whose bearer leaves out the last ones ("KB" of "Kari Berit Nes")."""
    return len(initials) > 1 and "".join(part[0] for part in name.split()).startswith(initials)


def _last_name_wrote(document: Document, people: Gathering) -> None:
    """A full name alone at the very end signs the minutes, where nobody else is said to have written them."""
    if any(fact.role in ("minute_taker", "secretary") for fact in people.facts):
        return
    closing = document.blocks[-1] if document.blocks else None
    if closing and (match := _ONLY_INITIALS.match(closing.text)):
        initials = match["initials"].replace(".", "")
        there = [fact.name for fact in people.facts if fact.status == "present"]
        signed = [n for n in there if initials in initials_of(n)] or [n for n in there if _begin(initials, n)]
        if len(signed) == 1:
            people.give(signed[0], "minute_taker", closing.place(), closing.index, "initials at the end", 0.8)
            return
    if closing and len(closing.lines) == 1 and has_given_name(closing.text) and not closing.label:
        given = closing.text.strip(" .,_!–-")
        known = people.find(given) if " " not in given else None
        if known is not None and people.facts[known].status == "present":  # "Kari" of a list that has "Kari Nes"
            people.give(
                people.facts[known].name, "minute_taker", closing.place(), closing.index, "name at the end", 0.7
            )
            return
    tail = [b for b in document.blocks[-3:] if len(b.lines) == 1 and is_name(b.text.strip(" ._"), single=False)]
    if len(tail) == 1 and tail[0].index == document.blocks[-1].index and len(tail[0].text.split()) <= 3:
        name = tail[0].text.strip(" ._")
        people.give(name, "minute_taker", tail[0].place(), tail[0].index, "name at the end", 0.7)
