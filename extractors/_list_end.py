"""How a list of people goes on from block to block: where it ends, where a name or body breaks off."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import _signatures
from extractors._entry import only_told
from extractors._gathering import Gathering
from extractors._helpers import heads_matters, value_start
from extractors._lists import AWAY, ELECTED, END_OF_LIST, LED
from extractors._names import has_given_name, is_name, is_organisation, like_a_person, office_before
from extractors._people import parse
from extractors._shapes import group
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

ATTENDANCE_REACH = 30
"""Blocks from the document's beginning within which an attendance label of unknown wording may stand."""
INDENT = 12.0
"""Points by which names stand to the right of the body that they are from, at least."""
MOST_WORDS = 4
"""Words of a line that divides a list, at most."""
LONGEST_CELL = 160
"""Letters of a cell that names people, at most."""
HEAD = re.compile(r"^\W*([^:,()]{2,40}?)\s*:\s")


def goes_on(document: Document, lexicon: Lexicon, block: Block, inline: bool) -> bool:
    """True where a block may continue the list: no label, no item, no heading, no sentence."""
    if (block.label and known_label(block.label, lexicon)) or any(
        item.first == block.index or item.listed == block.index for item in document.items
    ):
        return False
    head = LABEL.match(block.text)
    cells = block.lines[0].cells
    wording = fold(head.group(1) if head else flat(cells[0].text) if len(cells) == 2 else "")
    if wording and wording.split()[0] in lexicon.lists["besides"]:
        return False  # "Utanom utvalet: ..." begins a list of its own
    opening = fold(block.text).split()[:2]
    if len(opening) == 2 and opening[0] in lexicon.lists["besides"] and opening[1] in lexicon.lists["coming"]:
        return False  # "Elles møtte ..." is told
    if only_told(block.text.split(":")[0]):
        return False  # "Kopi:" heads those who get to know
    if ELECTED.search(block.text) or (
        (AWAY.search(block.text) or LED.search(block.text)) and END_OF_LIST.search(block.text)
    ):
        return False
    if block.marker[:1].isdigit() and len(block.text[len(block.marker) :].split()) < 2:
        return False  # a numbered single word is an item, not somebody's first name
    if any(len(cell.text) > LONGEST_CELL for cell in block.lines[0].cells):
        return False  # a row of matters and what was said of them
    if heads_matters(block, lexicon):
        return False
    if block.role is Role.ROW and _signatures.signed(document, block.index):
        return False  # names beside each other over their roles are signatures
    if block.role is Role.HEADING and not is_name(re.split(r",|\s[–-]\s", block.text)[0].strip(" .")):
        return False
    if inline and block.lines[0].gap > 0.8 and len(block.text.split()) > 6 and "," not in block.text:
        return False
    return not (
        len(block.text.split()) > 9
        and END_OF_LIST.search(block.text)
        and block.text.count(",") < 2
        and "(" not in block.text
    )


def names_half(document: Document, at: int) -> bool:
    """True for a line that is the first half of the body that the next line names before its colon."""
    block, below = document.blocks[at], document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    text = block.text.strip()
    if below is None or block.role is not Role.PARAGRAPH or len(text.split()) > 2 or has_given_name(text):
        return False
    head = HEAD.match(f"{below.text} ")
    return head is not None and text[:1].isupper() and text.isalpha() and is_organisation(f"{text} {head.group(1)}")


def whole_body(people: Gathering, first: int, half: str, block: Block) -> None:
    """Put the first half of a body's name before the second, which those of its row have."""
    head = HEAD.match(f"{block.text} ")
    for at, fact in enumerate(people.facts[first:], first):
        if head and fact.organisation in (head.group(1), None):
            people.facts[at] = replace(fact, organisation=f"{half} {head.group(1)}")


def breaks_off(document: Document, at: int) -> bool:
    """True for a row of a body and its people that ends within their list: at a comma, a given name or an office."""
    block = document.blocks[at]
    if block.role is not Role.ROW or len(block.lines[0].cells) != 2:
        return False
    last = re.split(r",|\bog\b", flat(block.lines[0].cells[1].text))[-1].strip()
    return (
        not last
        or (" " not in last and has_given_name(last))
        or (last[:1].islower() and not re.search(r"[A-ZÆØÅ]", last))
    )


def hangs_under(document: Document, first: int, at: int) -> str | None:
    """The body before the colon of a line above, where this one is indented to the names of that one; else None."""
    own = document.blocks[at].lines[0].box
    if own is None or HEAD.match(document.blocks[at].text):
        return None
    for block in reversed(document.blocks[first:at]):
        box, text = block.lines[0].box, block.text
        text = text[value_start(block) :] if block.index == first and block.label else text
        if box is None or len(block.lines) > 1:
            return None
        if head := HEAD.match(text):
            body = head.group(1).strip()
            return body if own[0] > box[0] + INDENT and group(text)[0] == body else None
        if abs(box[0] - own[0]) > INDENT / 2:
            return None
    return None


def heads_part(document: Document, lexicon: Lexicon, at: int, *, further: bool) -> str | None:
    """What a line within a list says of those below it without a colon ("Sjøfartsverket", "Andre"); None for other lines.

    Such a line is a few words that are nobody's name, and stands out: as a heading, left of the people, or as a body;
    `further`: others divide the list already, so a single word is one, too.
    """
    block, below = document.blocks[at], document.blocks[at + 1 : at + 2]
    text = block.text.strip()
    short = len(block.lines) == 1 and not block.marker and len(text.split()) <= MOST_WORDS and text[:1].isupper()
    if not below or not short or block.label or re.search(r"[^\w\s/&-]|\d", text) or block.role is Role.ROW:
        return None
    if any(block.index in (item.first, item.listed) for item in document.items) or known_label(text, lexicon):
        return None
    if like_a_person(text) or office_before(text)[0] or not _names_one(below[0]):
        return None
    own, other = block.lines[0].box, below[0].lines[0].box
    left = own is not None and other is not None and other[0] > own[0] + INDENT / 2
    stands_out = left or block.role is Role.HEADING or is_organisation(text) or (further and " " not in text)
    return text if stands_out else None


def _names_one(block: Block) -> bool:
    """True for a line of one person with a full name, who has a title or a common given name."""
    if block.label or block.role not in (Role.PARAGRAPH, Role.LIST) or ":" in block.text:
        return False
    entries, strange = parse(block.text, lines=True, alone=True)
    one = len(entries) == 1 and not strange and " " in entries[0].name
    return one and (has_given_name(entries[0].name) or bool(office_before(block.text)[0]))


def heads_some(document: Document, at: int) -> bool:
    """True for a line within a list that only names those below it ("Gruppe A (fast tilsette):")."""
    text = document.blocks[at].text.rstrip()
    return (
        text.endswith(":")
        and len(text) < 60
        and at + 1 < len(document.blocks)
        and bool(parse(document.blocks[at + 1].text)[0])
    )


def ends_open(block: Block) -> bool:
    """True for a line of a running list that ends within an entry: names before it are divided by commas, and none ends it."""
    text = block.text.rstrip()
    return "," in text and not text.endswith((",", ".", ";", ":", ")", " og"))
