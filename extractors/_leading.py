"""Who led the meeting and who wrote: by label, in cells beside each other, by title, by bidding welcome."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from extractors._entry import Entry
from extractors._gathering import Gathering
from extractors._helpers import value_start
from extractors._list_end import HEAD
from extractors._lists import ROLE_LABELS, SENTENCE_BEHIND
from extractors._names import is_name, role_of, words
from extractors._people import parse
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression, phrase
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document
from pipeline.readers.tables import flat

WELCOMES = 6
"""Blocks below the head among which the meeting is opened."""
TITLES = 8
"""Blocks from the document's beginning that say what kind of meeting it is."""


_SECOND = re.compile(
    r"(?:[,;]|\s+og|\s+[–-])\s+(?P<role>[a-zæøå]{2,15}\.?)(?:\s+(?:er|var))?:?\s+(?P<name>[A-ZÆØÅ][\w’'-]+(?:\s[A-ZÆØÅ][\w.’'-]*)*)\W*$"
)
"""A second role and who had it, behind the name of a label's line."""
_CAME = expression("leading.came", re.NOFLAG)


def role_label(document: Document, lexicon: Lexicon, people: Gathering, at: int, meaning: str) -> int:
    """Chair, minute taker or secretary by label: the name is on its line, or alone on the next one."""
    block = document.blocks[at]
    role = ROLE_LABELS[meaning]
    rest = block.text[value_start(block) :].strip()
    source = block
    if not rest and at + 1 < len(document.blocks):
        source = document.blocks[at + 1]
        if source.label or len(source.text) > 60:
            return at + 1
        rest = source.text
    rest = SENTENCE_BEHIND.split(rest)[0]
    start = source.text.find(rest)
    if (second := _SECOND.search(rest)) and (other := role_of(second["role"])) in ROLE_LABELS:
        rest = rest[: second.start()]  # "Møteleiar: Siv Lie, ref. Ola Bø"
        if other != role and is_name(second["name"], single=True):
            place = source.place(start + second.start("name"), start + second.end("name"))
            people.give(second["name"], other, place, source.index, f"{other} label", 0.92)
    if both := _both(block.label, rest):
        for name, held in both:
            people.give(name, held, source.place(), source.index, f"{held} label", 0.92)
        return at + 1
    entries, _ = parse(rest, lines=False)
    if source is not block:
        entries = [entry for entry in entries if " " in entry.name or not entry.name.isupper()]
    short = rest.strip(" .@")
    if not entries and " " not in short and (known := people.find(short)) is not None:
        people.give(people.facts[known].name, role, source.place(), source.index, f"{meaning} label", 0.92)
        return at + 1  # "Ref.: KN", "@karin"
    if role == "secretary" and len(entries) > 1 and fold(block.label).startswith("sekretariat"):
        for entry in entries:  # the staff, not all of whom are the body's secretary
            place = source.place(start + entry.start, start + entry.end)
            people.add(entry, "present", place, source.index, "label list", 0.9)
        return at + 1
    if role == "chair" and any(_CAME.match(note) for entry in entries[:1] for note in entries[0].notes):
        return at + 1  # "Dirigent Ola Nes var med på sak 3" tells of a conductor
    for entry in entries[: 1 if role == "chair" else 2]:
        role = entry.role if entry.role == "minute_taker" else ROLE_LABELS[meaning]
        place = source.place(start + entry.start, start + entry.end)
        known = people.find(entry.name)
        if known is None and (shorter := people.shorter(entry.name)):
            people.give(shorter, role, place, source.index, f"{meaning} label", 0.92)
        elif known is None:
            people.add(replace(entry, role=role), "present", place, source.index, f"{meaning} label", 0.92, role)
        else:
            people.give(entry.name, role, place, source.index, f"{meaning} label", 0.92)
    return at + 1


def _both(label: str, names: str) -> list[tuple[str, str]]:
    """The two people and roles of "Leder/sekretær: Nes/Lie"; empty for any other label."""
    roles = [word.strip(" .") for word in label.casefold().split("/")]
    each = [name.strip(" .") for name in names.split("/")]
    held = [ROLE_LABELS.get(role_of(word) or "") or ("chair" if word in words()["leaders"] else None) for word in roles]
    if len(roles) != 2 or len(each) != 2 or None in held or not all(is_name(name, single=True) for name in each):
        return []
    return [(name, role) for name, role in zip(each, held, strict=True) if role]


def both_roles(document: Document, people: Gathering, block: Block) -> bool:
    """A line of the head with two roles and, in their order, who had them ("Leder/sekretær: Nes/Lie")."""
    head = LABEL.match(block.text) if document.item_of(block.index) is None and "/" in block.text else None
    both = _both(head[1], head[2]) if head else []
    for name, role in both:
        people.give(name, role, block.place(), block.index, f"{role} label", 0.92)
    return bool(both)


def role_cells(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
    """A row of the head with labels and their values beside each other ("Møteleder: Siv Lie | Referent: Ola Bø")."""
    if document.item_of(block.index) is not None:
        return False
    cells = [flat(cell.text).strip() for cell in block.lines[0].cells]
    pairs = [(m.group(1), cell[m.end() :]) for cell in cells if (m := HEAD.match(cell))]
    pairs += [(a, b) for a, b in itertools.pairwise(cells) if not HEAD.match(a)]
    found = False
    for label, value in pairs:
        if both := _both(label.strip(" :"), value.strip()):
            for name, role in both:
                people.give(name, role, block.place(), block.index, f"{role} label", 0.92)
            found = True
            continue
        meaning = known_label(label.strip(" :"), lexicon)[:1]
        if meaning and meaning[0] in ROLE_LABELS and (entries := parse(value)[0]):
            name, role = entries[0].name, ROLE_LABELS[meaning[0]]
            if people.find(name) is not None:
                people.give(name, role, block.place(), block.index, f"{meaning[0]} label", 0.92)
            else:
                people.add(entries[0], "present", block.place(), block.index, f"{meaning[0]} label", 0.92, role)
            found = True
    return found


def leader_presides(document: Document, people: Gathering) -> None:
    """Where nobody is said to have led the meeting, the one who is leader by office did, with less confidence."""
    if any(fact.role == "chair" for fact in people.facts):
        return
    top = " ".join(block.text for block in document.blocks[:TITLES]).casefold()
    above = any(word in top for word in words()["assemblies"])
    titles = [
        {
            re.sub(r"\s+(?:(?:i|av|for) .*|\d{4}|[a-zæøå-]+(?:et|en|a))$", "", part.strip().casefold())
            for part in re.split(r"[;,]", f.note or "")
        }
        if f.status == "present"
        else set()
        for f in people.facts
    ]
    leaders = words()["leaders"]
    if above:  # to an assembly of owners the leader of the board comes as a guest
        leaders = frozenset(title for title in leaders if not title.startswith("styre"))
    chosen = [i for i, held in enumerate(titles) if held & (leaders - words()["other_leaders"])]
    chosen = chosen or [i for i, held in enumerate(titles) if held & leaders]
    other = words()["other_leaders"]
    every = [part.strip().casefold() for f in people.facts for part in re.split(r"[;,]", f.note or "")]
    chosen = [i for i in chosen if not any(every.count(title) > 1 for title in titles[i] & other)]
    if len(chosen) > 1:  # a title on a list weighs more than one in the text
        chosen = [i for i in chosen if people.facts[i].rule != "name at the top"]
    guests = [i for i in chosen if people.facts[i].rule == "sent by a body" and titles[i] & other]
    chosen = [i for i in chosen if i not in guests]
    if len(chosen) == 1 and people.facts[chosen[0]].role is None:
        fact = people.facts[chosen[0]]
        people.facts[chosen[0]] = replace(fact, role="chair", confidence=min(fact.confidence, 0.9))


_P = r"(?P<name>[A-ZÆØÅ][\w’'.-]+(?:\s[A-ZÆØÅ][\w’'.-]+){0,3})"
_BADE = phrase("leading.bade")
"""What whoever leads a meeting does first."""
_WELCOMED = re.compile(rf"(?:^|[.;,]\s+){_P}\s+{_BADE}")
_OPENED_BY = expression("leading.opened_by", re.NOFLAG, p=_P)
_LEADER_OPENED = expression("leading.leader_opened", re.NOFLAG, p=_P)
"""The leader by office, who opens ("Leiaren, Kari Nes, ynskte velkomen", "Rådets leder Kari Nes åpnet møtet")."""


def opened(document: Document, people: Gathering) -> None:
    """The leader who opens the meeting is there, and leads it where nobody else is said to have done so."""
    led = any(fact.role == "chair" for fact in people.facts)
    for block in document.blocks[: len(document.head) + WELCOMES]:
        for match in _LEADER_OPENED.finditer(block.text):
            at = people.find(match["name"])
            if at is not None and people.facts[at].status == "absent":
                continue
            if not led:
                people.give(match["name"], "chair", block.place(), block.index, "leader opened", 0.85)
                return
            if at is None and " " in match["name"] and is_name(match["name"]):
                entry = Entry(match["name"], 0, 0)
                people.add(entry, "present", block.place(), block.index, "leader opened", 0.85)


def welcomed(document: Document, people: Gathering) -> None:
    """Where neither words nor titles tell who led the meeting, whoever bade the others welcome at its beginning did."""
    if any(fact.role == "chair" for fact in people.facts):
        return
    for block in document.blocks[: len(document.head) + WELCOMES]:
        for match in (*_WELCOMED.finditer(block.text), *_OPENED_BY.finditer(block.text)):
            at = people.find(match["name"])
            if at is not None and people.facts[at].status == "present" and people.facts[at].role is None:
                people.give(people.facts[at].name, "chair", block.place(), block.index, "bade welcome", 0.7)
                return
