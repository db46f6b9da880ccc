"""Everybody under a known label ("Til stede", "Forfall"), on its line and on the lines below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors._constituting import is_election, opens_meeting
from extractors._entry import CLASS, names_a_group, only_told
from extractors._gathering import Gathering
from extractors._helpers import value_start
from extractors._leading import role_label
from extractors._list_end import (
    ATTENDANCE_REACH,
    HEAD,
    INDENT,
    breaks_off,
    ends_open,
    goes_on,
    hangs_under,
    heads_part,
    heads_some,
    names_half,
    whole_body,
)
from extractors._lists import CAME, ELECTED, END_OF_LIST, ROLE_LABELS, VACANT
from extractors._names import has_given_name, is_name, is_office, is_organisation, is_own_body, role_of
from extractors._people import describes_one, parse
from extractors._roll import is_roll, roll
from extractors._senders import SENT, is_group, sender
from extractors._takes import take
from extractors.lexicon import Lexicon, fold, lexicon
from extractors.lexicon.wording import expression
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Issue, Role, Severity
from pipeline.readers.tables import flat

LISTS = {
    "present": "present",
    "absent": "absent",
    "deputy": "present",
    "observer": "present",
    "group": "present",
    "members": "present",
}


_ALL_BUT = expression("labelled.all_but")
"""The words before those who were away, where all others were there ("Alle i styret unntatt Kari Nes")."""
_ELECTED_BODY = expression("labelled.elected_body")
"""How a label reads over those who were elected, or will be."""
_NEW = re.compile(r"\(([^()]*,\s*)?ny(?:tt? medlem)?(,[^()]*)?\)", re.I)
"""What is said of somebody who is there for the first time, or was elected."""
_ASIDES = re.compile(r"\([^()]*\)")
ELECTED_REACH = 12
"""Blocks below the heading of an election within which labels head the elected."""
BELOW_TABLE = 2
"""Blocks below an attendance table, at most, in which a list goes on with it: its sum may stand between."""
_TICKED = re.compile(r"^\s*(?:[☒☑✓✔]|\[[xX]\])")
_OPEN_BOX = re.compile(r"^\s*(?:☐|\[ ?\])")
"""Boxes before the names of a list: who has an empty one among ticked ones did not come."""
ALONE = re.compile(r"^\([^()]+\)[\s.,]*$")
"""A line that is the parenthesis of the one above."""


def in_place(document: Document, block: Block, meaning: str, people: Gathering) -> bool:
    """True in the head and in the closing blocks; inside items only for labels that plainly mean attendance.

    Numbers above the list (of an agenda, or in the margin) make it part of an item; it is still the one at the top.
    """
    item = document.item_of(block.index)
    if item is None:
        return meaning not in LISTS or not _follows_election(document, block)
    if meaning in ("chair", "minute_taker") and opens_meeting(item):
        return not any(fact.role == meaning for fact in people.facts)
    if meaning not in LISTS or (meaning not in ("present", "absent") and not people.facts):
        return False
    if is_election(item):
        return False
    rolled = [fact.block for fact in people.facts if fact.rule == "attendance table"]
    if meaning in ("present", "absent") and rolled and 0 < block.index - max(rolled) <= BELOW_TABLE:
        return True
    if meaning in ("present", "absent") and (block.role is Role.HEADING or item.first == block.index):
        return True
    listed = [f.block for f in people.facts if f.rule.endswith("list")]
    if block.index > ATTENDANCE_REACH:
        return False
    if not people.facts:
        value = block.text[value_start(block) :] or "".join(b.text for b in document.blocks[block.index + 1 :][:1])
        first = parse(value)[0][:1]
        return meaning == "present" and any(" " in e.name and has_given_name(e.name) for e in first)
    return bool(listed) and document.item_of(max(listed)) is not None and block.index - max(listed) < 4


def _follows_election(document: Document, block: Block) -> bool:
    """True for a label behind an item that is an election, which heads the elected unless it speaks of coming."""
    above = [item for item in document.items if item.first is not None and item.first < block.index]
    comes = set(fold(block.label).split()) & lexicon().lists["coming"]
    far = not above or block.index - (above[-1].first or 0) > ELECTED_REACH
    return not far and not comes and known_label(block.label, lexicon())[:1] != ("absent",) and is_election(above[-1])


def labelled(document: Document, lexicon: Lexicon, people: Gathering, at: int, meanings: tuple[str, ...]) -> int:
    """Everybody under one label; returns the position behind its list."""
    block = document.blocks[at]
    meaning = meanings[0]
    if meaning in ROLE_LABELS:
        return role_label(document, lexicon, people, at, meaning)
    if meaning not in LISTS:
        return at + 1
    rolled = document.item_of(at) is None and any(fact.rule == "attendance table" for fact in people.facts)
    if meaning in ("group", "members") and not rolled and not _after_list(document, lexicon, at):
        return at + 1
    status = LISTS[meaning]
    role = "observer" if "observer" in meanings else "deputy" if "deputy" in meanings else None
    start = value_start(block) if block.label else len(block.text)
    own = sender(block.label)
    rest = block.text[start:].strip()
    found, before = False, len(people.facts)
    if meaning != "absent" and _tells_election(rest, meaning):
        return at + 1
    if rest:
        if meaning == "present" and (but := _ALL_BUT.match(block.text, start)):
            take(people, block, but.end(), "absent", None, lines=False, rule="label list")
            return at + 1
        if re.fullmatch(r"(?:ca\.?\s*)?\d+\D{0,25}", rest):
            return at + 1  # a headcount
        found = take(people, block, start, status, role, lines=False, rule="label list", own=own)
        if meaning == "absent" and re.match(r"^(?:ingen|inga|nei|[–-])\b", rest.casefold()):
            return at + 1
    if meaning == "present" and rest and found and not before:
        _above(document, people, at)
    after = at + 1
    if is_roll(document.blocks, after, lexicon):
        count, facts = roll(document.blocks, after, lexicon, status)
        for entry, state, row in facts:
            people.add(entry, state, row.place(), row.index, "attendance table", 0.93, role)
        return after + count
    ticked = any(_TICKED.match(b.text) for b in document.blocks[after : after + ATTENDANCE_REACH])
    part: str | None = None
    while after < len(document.blocks):
        following = document.blocks[after]
        if not rest and (divides := heads_part(document, lexicon, after, further=part is not None)):
            part = sender(divides) or (
                divides if is_organisation(divides) and not SENT.match(divides) else ""
            )  # "Andre" after a body's people are not from it
            after += 1
            continue
        if not goes_on(document, lexicon, following, bool(rest) and found):
            break
        head = LABEL.match(following.text)
        if rest and status == "absent" and head and not is_organisation(head.group(1)) and not is_name(head.group(1)):
            break  # "Voksne: ..." below those who were away
        if status == "absent" and head and (names_a_group(head.group(1)) or _ELECTED_BODY.search(head.group(1))):
            break  # "Vaksne: ...", "Valnemnd for 2030: ..."
        if status == "absent" and END_OF_LIST.search(following.text) and CAME.search(_ASIDES.sub("", following.text)):
            break  # "Revisor Ola Bø, Nes Revisjon AS, møtte til sak 2."
        if rest and found and status == "absent" and _own_row(following):
            break  # "Brukarutvalet | Siv Lie, observatør"
        if is_roll(document.blocks, after, lexicon):
            break  # another list, with a header of its own
        if rest and found and " " not in following.text.strip() and not has_given_name(following.text.strip(" .,")):
            break  # a heading of one word below a list on its label's line
        lines = following.role is Role.ROW or len(following.lines) == 1 or bool(following.marker)
        if VACANT.match(following.text[len(following.marker) :].strip()) or (
            status == "present" and heads_some(document, after)
        ):
            after += 1
            continue
        told = len(people.facts)
        if following.index in people.halves:
            after += 1
            continue
        if told > before and ALONE.match(following.text):
            people.remark(following.text.strip(" .,()"))
            after += 1
            continue
        if names_half(document, after):
            after += 1  # "Straumsnes" above "kommune: ...", a body's name that broke in its column
            continue
        here = own or part or (people.facts[-1].organisation if told and breaks_off(document, after - 1) else None)
        here = here or hangs_under(document, at, after)
        state = "absent" if ticked and _OPEN_BOX.match(following.text) else status
        if not take(people, following, 0, state, role, lines=lines, rule="name list", own=here):
            break
        people.join(told, open_ended=ends_open(document.blocks[after - 1]))
        if names_half(document, after - 1):
            whole_body(people, told, document.blocks[after - 1].text.strip(), following)
        found = True
        after += 1
    if meaning == "present" and not rest and found and not before:
        _above(document, people, at, beside=document.blocks[at + 1])
    people.from_host(before, block.label)
    if fold(block.label).split()[:1] and fold(block.label).split()[0] in lexicon.lists["summoned"]:
        people.summoned |= {fact.name for fact in people.facts[before:]}
    _functions(people, before, document.blocks[at + 1 : after])
    if not found and meaning in ("present", "absent") and not re.match(r"^(?:ingen|inga|nei|[–-]|\d)", rest.casefold()):
        nothing_below = after < len(document.blocks) and document.blocks[after].label
        if rest and set(fold(rest).split()) & lexicon.lists["lists_of_people"]:
            values = (("label", block.label), ("text", rest))
            people.issues.append(Issue("names_elsewhere", Severity.NOTE, block.place(), values))
        elif rest or not nothing_below:
            people.issues.append(Issue("label_without_names", Severity.DOUBT, block.place(), (("label", block.label),)))
    return after


def _tells_election(rest: str, meaning: str) -> bool:
    """True for the result of an election; among those present one or the other may be new or elected anew."""
    if meaning != "present":
        return ELECTED.search(rest) is not None
    said = len(ELECTED.findall(_NEW.sub("", rest)))
    return said > 1 and said * 2 > rest.count(",") - rest.count("(")


def _own_row(block: Block) -> bool:
    """True for a row of two cells with a body or group before its people."""
    cells = [flat(cell.text).strip(" :") for cell in block.lines[0].cells]
    return (
        block.role is Role.ROW
        and len(cells) == 2
        and any(says(cells[0]) for says in (is_organisation, is_own_body, is_group, only_told))
    )


def _functions(people: Gathering, first: int, blocks: Sequence[Block]) -> None:
    """Put what stands before a colon into the remark, where lines beside it have an office there ("Leder: Ola Bø")."""
    heads = {block.index: match.group(1).strip() for block in blocks if (match := HEAD.match(block.text))}
    if not any(is_office(head) for head in heads.values()):
        return
    for at, fact in enumerate(people.facts[first:], first):
        head = heads.get(fact.block, "")
        own = fact.organisation == head and not is_organisation(head) and not CLASS.match(head)
        if head and (own or (is_office(head) and fact.organisation is None)) and head not in (fact.note or ""):
            note = "; ".join(part for part in (head, fact.note) if part)
            people.facts[at] = replace(fact, organisation=None, note=note, role=fact.role or role_of(head))


def _above(document: Document, people: Gathering, at: int, beside: Block | None = None) -> None:
    """Those on the lines right above a label that stands beside the middle of its list, each with what they are.

    `beside`: the first line of the list below a label alone, in whose column those above must stand, right of the label.
    """
    first = at
    label, column = document.blocks[at].lines[0].box, beside.lines[0].box if beside else None
    if beside and not (label and column and column[0] > label[0] + INDENT):
        return
    while first and len(document.blocks[first - 1].lines) == 1 and not document.blocks[first - 1].label:
        block = document.blocks[first - 1]
        box = block.lines[0].box
        if column and not (box and abs(box[0] - column[0]) < INDENT / 2):
            break
        told = describes_one(block.text)
        entries, strange = parse(block.text, lines=True, alone=True)
        if (
            not (told or (column and entries and all(entry.organisation for entry in entries)))
            or (len(entries) != 1 and not column)
            or strange
            or block.role is not Role.PARAGRAPH
            or not all(has_given_name(entry.name) for entry in entries)
        ):
            break
        first -= 1
    for block in document.blocks[first:at]:
        take(people, block, 0, "present", None, lines=True, rule="name list")


def _one_below(document: Document, at: int) -> bool:
    """True where the two lines below a label name a person each, with a title or what they are."""
    below = document.blocks[at + 1 : at + 3]
    told = [parse(block.text, lines=True) for block in below if not block.label and ":" not in block.text]
    return len(told) == 2 and all(
        len(found) == 1 and not odd and " " in found[0].name and (found[0].notes or found[0].organisation)
        for found, odd in told
    )


def _after_list(document: Document, lexicon: Lexicon, at: int) -> bool:
    """True where a group label ("Medlemmer:") stands within an attendance list, or is itself the only one."""
    near = [known_label(b.label, lexicon)[:1] for b in document.blocks[max(0, at - 14) : at] if b.label]
    if ("present",) in near:
        return True
    labels = [known_label(b.label, lexicon)[:1] for b in document.blocks if b.label]
    above = [known_label(b.label, lexicon)[:1] for b in document.blocks[:at] if b.label]
    if not {("present",), ("absent",)} & set(above) and ("absent",) in labels and not document.blocks[at].label:
        return True
    if ("present",) not in labels and document.item_of(at) is None and document.items:
        return True  # nothing else tells who was there
    listed = document.blocks[at].text.count(",") >= 1 or _one_below(document, at)
    if ("absent",) in labels and document.item_of(at) is None and listed:
        return not any(
            b.label and known_label(b.label, lexicon)[:1] == ("present",) and b.index < at for b in document.blocks
        )
    for block in document.blocks[max(0, at - 14) : at]:
        if block.label and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)):
            return True
    return False
