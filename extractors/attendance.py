"""Who was at the meeting and who was away.

Names stand under labels ("Til stede", "Forfall"), in tables, or in prose ("Møtet ble ledet av ...", "... var ikkje til
stades"); chair and minute taker also in signatures and in elections inside an item. A headcount, a distribution list,
the elected and the merely mentioned are not attendance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import _constituting, _divided, _envoys, _in_running, _prose, _represents, _sweep, _unlabelled
from extractors._body_column import by_column
from extractors._body_first import lists_bodies_first
from extractors._entry import Entry
from extractors._gathering import Attendance, Gathering
from extractors._helpers import in_list, regions
from extractors._labelled import in_place, labelled
from extractors._leading import both_roles, leader_presides, opened, role_cells, welcomed
from extractors._lists import ROLE_LABELS
from extractors._people import describes_one
from extractors._prose_patterns import PATTERNS_BY_NAME
from extractors._roll import is_roll, roll
from extractors._roll_heads import says_who_came
from extractors._roll_unheaded import unheaded
from extractors._signatures import Mention
from extractors._surname_first import surnames_first
from extractors._torn_bodies import whole_bodies
from extractors._unforeseen import group_row, unknown_label
from extractors._writer import name_writer, writer_of
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import known_label
from pipeline.model import Document, Issue, Kind, Role, Severity
from pipeline.readers.tables import flat

_HERE_OR_THERE = re.compile(r"(?<=\w)\s+(?:i|på|I|PÅ)\s+[A-ZÆØÅ][\wæøåÆØÅ-]+\s*:?$")
"""Where those stand who are listed below."""
KINDS = {Kind.MINUTES}
ROUND = 1
FEW = 3
"""People of whom sentences tell, from which no bare line of names need be the list."""


def extract(document: Document, lexicon: Lexicon) -> Iterator[Attendance | Issue]:
    """Everybody who was present or absent, with role, organisation and remark."""
    divided = _divided.groups(document, lexicon)
    document = _divided.without_their_items(document, divided)
    document, halves = whole_bodies(document)
    wrote = writer_of(document, lexicon)
    people = Gathering(
        one_a_line=_one_a_line(document),
        bodies_first=lists_bodies_first(document),
        surnames_first=surnames_first(document),
        halves=halves,
        writer=wrote.name if wrote else None,
    )
    skip = in_list(document)
    blocks = document.blocks
    headed_roll = False  # one with a header was read: rows apart from it are the rest of that table
    at = 0
    while at < len(blocks):
        block = blocks[at]
        meanings = known_label(block.label, lexicon) if block.label and block.index not in skip else ()
        if not block.label and block.text.endswith(":") and fold(block.text) in lexicon.lists["people"]:
            meanings = ("group",)  # "Medlem:" over a list
        if not meanings and block.index not in skip and _HERE_OR_THERE.search(block.text):
            meanings = known_label(_HERE_OR_THERE.sub("", block.text), lexicon)[:1]  # "TIL STEDE I LIA"
            meanings = meanings if meanings in (("present",), ("absent",)) else ()
        if meanings and _unlabelled.empty_class(block.text):
            meanings = ()  # "2. trinn  ikke møtt"
        # A label counts where labels stand: in the head, behind the last item, or as an item of its own.
        if block.role is Role.ROW and len(block.lines[0].cells) > 1 and meanings:
            headed = len(block.lines[0].cells) > 2 and is_roll(blocks, at, lexicon)  # "Medlemer: | Parti | Møtt"
            meanings = () if headed or meanings[0] in ROLE_LABELS else meanings
        if meanings and in_place(document, block, meanings[0], people):
            at = labelled(document, lexicon, people, at, meanings)
        elif (
            (block.role is Role.ROW and role_cells(document, lexicon, people, block))
            or both_roles(document, people, block)
            or (
                (not block.label or meanings[:1] == ("responsible",))
                and unknown_label(document, lexicon, people, block)
            )
            or (block.role is Role.ROW and group_row(document, lexicon, people, block))
        ):
            at += 1
        elif is_roll(blocks, at, lexicon) and (document.item_of(at) is None or says_who_came(block, lexicon)):
            heads = known_label(flat(block.lines[0].cells[0].text), lexicon)[:1]
            count, rows = roll(blocks, at, lexicon, "absent" if heads == ("absent",) else "present")
            role = "deputy" if heads == ("deputy",) else None
            for entry, state, row in rows:
                people.add(entry, state, row.place(), row.index, "attendance table", 0.93, role)
            at += count
            headed_roll = True
        elif not headed_roll and document.item_of(at) is None and (table := unheaded(blocks, at))[0]:
            for entry, state, row in table[1]:
                people.add(entry, state, row.place(), row.index, "attendance table", 0.93)
            at += table[0]
        else:
            at += 1
    _divided.gather(people, divided)
    _in_running.gather(document, lexicon, people)
    _unlabelled.gather(document, lexicon, people, listed=_any_present(people))
    _envoys.gather(document, lexicon, people)
    rolled = {fact.block for fact in people.facts if fact.rule == "attendance table"}
    attached = {at for at, meaning in enumerate(regions(document, lexicon)) if meaning == "attachment"}
    led_a_part: list[Mention] = []
    for mention in _prose.mentions(document, lexicon, tuple(f.name for f in people.facts), rolled):
        if mention.rule.startswith("signature") and any(f.role == mention.role for f in people.facts):
            continue  # the list or the text has already said who
        if mention.block in attached:
            continue  # "Skrivaren fører protokoll" of by-laws
        if mention.rule in _prose.LED_SOME and document.item_of(mention.block) is not None:
            led_a_part.append(mention)  # "han gjekk ut, og Nes leia møtet" tells of one item
        elif mention.role:
            people.give(
                people.holding(mention.name) or mention.name,
                mention.role,
                mention.place,
                mention.block,
                mention.rule,
                mention.confidence,
                mention.organisation,
                mention.substitute_for,
            )
        elif (known := people.find(mention.name)) is not None:
            people.sent_by(known, mention.organisation, mention.status)
        else:
            entry = Entry(mention.name, 0, 0, mention.organisation, mention.listed_as, mention.notes)
            people.add(entry, mention.status, mention.place, mention.block, mention.rule, mention.confidence)
    if sum(fact.status == "present" and not _only_role(fact) for fact in people.facts) < FEW:
        _unlabelled.bare_line(document, people)
    _constituting.gather(document, people)
    _sweep.gather(document, lexicon, people)
    name_writer(document, people, wrote, lexicon)
    opened(document, people)
    leader_presides(document, people)
    for mention in led_a_part:
        if not any(fact.role == "chair" for fact in people.facts):
            people.give(mention.name, "chair", mention.place, mention.block, mention.rule, mention.confidence)
    welcomed(document, people)
    by_column(document, lexicon, people)
    _represents.fill(document, people)
    _represents.as_others(people)
    yield from people.facts
    yield from people.issues
    if not people.facts:
        yield Issue("no_attendance", Severity.DOUBT, blocks[0].place() if blocks else None)


def _any_present(people: Gathering) -> bool:
    return any(fact.status == "present" and not fact.rule.endswith("label") for fact in people.facts)


def _only_role(fact: Attendance) -> bool:
    """True for somebody of whom no more is told than who led or wrote."""
    told = fact.rule in PATTERNS_BY_NAME or fact.rule.startswith("signature")
    return fact.rule.endswith("label") or (told and fact.role in ("chair", "minute_taker"))


def _one_a_line(document: Document) -> bool:
    """True where the lists of the head name one person a line, and behind a comma where that person is from."""
    said = [describes_one(block.text) for block in document.head if not block.label and len(block.text) < 90]
    return said.count(True) >= 2 and said.count(True) > said.count(False)
