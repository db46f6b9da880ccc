"""People behind labels that are on no list, and in rows with their group on the left."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from extractors._entry import CLASS, Entry, only_told, says_how
from extractors._gathering import Gathering
from extractors._list_end import ATTENDANCE_REACH, goes_on
from extractors._lists import AWAY, ELECTED, SENTENCE_BEHIND, TOLD_OF, VACANT, goes_on_below
from extractors._names import has_given_name, is_name, is_organisation
from extractors._people import parse
from extractors._senders import SENT, is_group, sender, within
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Cell, Document, Role
from pipeline.readers.tables import flat

_INSTEAD = expression("unforeseen.instead")
"""A label of who came for somebody."""
_AWAY = expression("unforeseen.away")
_OF_SOMETHING_ELSE = expression("unforeseen.of_something_else")
"""What a label says of those who were away; who has no vote was there."""
COLUMN = 6.0
"""Points by which lines of one column may begin apart."""
MANY = 3
"""Full names behind a colon that prove a list."""
_REASON = expression("unforeseen.reason", re.NOFLAG)
"""Another reason for staying away, before those who had it, on the line of the first ("Ferie: Siv Lie  Syk: Ola Bø")."""
_STOP = re.compile(r"(?<=[a-zæøå\d)])\.\s+(?=[A-ZÆØÅ])")


def unknown_label(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
    """A line "Words: names" of the head whose label is on no list, beside labels that are: it names who was there.

    Recall is lost on headings that nobody foresaw; that all behind the colon reads as names is proof enough.
    """
    if (
        document.item_of(block.index) is not None
        or block.index > ATTENDANCE_REACH
        or not (match := LABEL.match(block.text))
    ):
        return False
    near = document.blocks[max(0, block.index - 9) : block.index + 11]
    wording = match.group(1)
    beside = any(
        b.label and known_label(b.label, lexicon)[:1] in (("present",), ("absent",), ("deputy",)) for b in near
    )
    known = beside or (people.facts and fold(wording).split()[0] in lexicon.lists["besides"])
    sends = fold(wording).split()[0] in ("fra", "frå")
    if not known and not sends and not says_how(wording):
        return False
    if len(wording.split()) > 6 or only_told(wording) or _OF_SOMETHING_ELSE.search(wording):
        return False
    source, start = block, match.start(2)
    if not match.group(2).strip():
        if block.index + 1 >= len(document.blocks):
            return False
        source, start = document.blocks[block.index + 1], 0
        if source.label or source.role is Role.ROW or len(source.text) > 160 or source.text.rstrip().endswith(":"):
            return False
    value = SENTENCE_BEHIND.split(source.text[start:])[0]
    if _AWAY.search(wording):
        value = _REASON.sub(lambda reason: ",".ljust(len(reason.group())), value)
    proper = all(word[:1].isupper() for word in wording.split()) and not _AWAY.search(wording)
    if source is block and proper and not is_group(wording):
        start = match.start(1)  # "Nordre Vang: ordfører Ola Nes": what stands before the colon may hold for them
        value = block.text[start : match.start(2)] + value
    value = _by_lines(block, value)
    entries, strange = parse(value)
    following = document.blocks[source.index + 1 : source.index + 2]
    if entries and following and goes_on_below(entries[-1].name, source.text, following[0].text):
        value = f"{value.rstrip()} {following[0].text.strip()}"
        entries, strange = parse(value)
    if not entries or strange or not any(" " in e.name or _of_class(e) for e in entries):
        return False
    titled = sends and all(" " in e.name and has_given_name(e.name) and e.notes for e in entries)
    if not known and not titled and (sends or not people.facts) and not _are_many(entries):
        return False  # "På vegne av styret: ..." alone proves nothing
    below = _torn(document, source, start, value, entries)
    if below is not None:
        entries = parse(f"{value} {below.text}")[0]
    away = _AWAY.search(wording)
    own = sender(wording) or (wording if _is_body(wording) else None)
    if (stands := _INSTEAD.match(wording)) and len(entries) == 1 and is_name(stands["other"]):
        entries = [replace(entries[0], role="deputy", substitute_for=stands["other"])]
    before = len(people.facts)
    _in_later_sentences(people, source, start, away=bool(away))
    for entry in entries:
        entry = within(entry, own)
        here = below if below is not None and entry.start > len(value) else source
        begin = -len(value) - 1 if here is below else start
        place = here.place(begin + entry.start, begin + entry.end)
        people.add(entry, "absent" if away else "present", place, here.index, "unknown label", 0.85)
    _further(
        document,
        lexicon,
        people,
        (below or source).index,
        "absent" if away else "present",
        own if source is not block else None,
    )
    if source is block and below is None and block.role is Role.ROW and len(block.lines[0].cells) == 2:
        _in_column(document, people, block, "absent" if away else "present", own)
    people.from_host(before, wording)
    return True


def _by_lines(block: Block, value: str) -> str:
    """The text of a cell with the ends of its lines, where each line names somebody in full; any other as it is."""
    cells = block.lines[0].cells if block.role is Role.ROW else ()
    bare = value.lstrip("| ")
    lines = next((c.text for c in cells if "\n" in c.text and c.text.replace("\n", " ") == bare.rstrip()), "")
    told = [parse(line, lines=True) for line in lines.split("\n")]
    each = all(len(found) == 1 and " " in found[0].name and not odd for found, odd in told)
    return value[: len(value) - len(bare)] + lines if each else value


def _is_body(wording: str) -> bool:
    """True for a label that is nothing but the name of a body."""
    return is_organisation(wording) and not is_group(wording) and not SENT.match(wording)


def _in_later_sentences(people: Gathering, block: Block, start: int, *, away: bool) -> None:
    """Those whom the sentences behind the first one name with whom they came from ("Siv Lie frå NAV til sak 3.")."""
    first = SENTENCE_BEHIND.search(block.text, start)
    cuts = [first.end(), *(match.end() for match in _STOP.finditer(block.text, first.end()))] if first else []
    for begin, end in itertools.pairwise([*cuts, len(block.text)] if cuts else []):
        text = block.text[begin:end]
        entries, strange = parse(text)
        told = away or TOLD_OF.search(text) or AWAY.search(text)
        if strange or told or not all(e.organisation and " " in e.name and has_given_name(e.name) for e in entries):
            return
        for entry in entries:
            place = block.place(begin + entry.start, begin + entry.end)
            people.add(entry, "present", place, block.index, "unknown label", 0.8)


def _torn_cell(text: str, below: Block, entries: list[Entry]) -> list[Entry]:
    """The people of a row's cell that goes on in the paragraph below it; empty where it does not."""
    if below.label or below.role is not Role.PARAGRAPH or ":" in below.text or text.rstrip().endswith("."):
        return []
    whole, strange = parse(f"{text} {below.text}")
    sure = not strange and len(whole) > len(entries) > 1 and all(" " in entry.name for entry in whole)
    return whole if sure else []


def _are_many(entries: list[Entry]) -> bool:
    """True for so many full names that they are a list, whatever heads it."""
    return len(entries) >= MANY and all(" " in e.name for e in entries)


def _of_class(entry: Entry) -> bool:
    """True for a given name with the class beside it ("Siv 7A")."""
    return has_given_name(entry.name) and CLASS.match(entry.organisation or "") is not None


def _torn(document: Document, block: Block, start: int, value: str, entries: list[Entry]) -> Block | None:
    """The next line, where a list of full names broke before its end: at a comma or within a name; else None."""
    if block.index + 1 >= len(document.blocks) or start + len(value) < len(block.text.rstrip()):
        return None
    following = document.blocks[block.index + 1]
    if following.label or ":" in following.text or following.role not in (Role.PARAGRAPH, Role.ROW):
        return None
    if following.text.startswith("(") and following.text.rstrip(" .,").endswith(")") and not entries[-1].notes:
        return following  # "(referent)" of the last one
    last = entries[-1]
    given = " " not in last.name and has_given_name(last.name) and all(" " in e.name for e in entries[:-1])
    if not (value.rstrip().endswith((",", " og")) or (given and len(entries) > 1)):
        return None
    whole, strange = parse(f"{value} {following.text}")
    return following if whole and not strange and all(" " in e.name for e in whole) else None


def _further(document: Document, lexicon: Lexicon, people: Gathering, at: int, status: str, own: str | None) -> None:
    """Those on the lines below a list of one line: each with a title or with what they are."""
    for block in document.blocks[at + 1 : at + 8]:
        one = block.role in (Role.PARAGRAPH, Role.LIST) and len(block.lines) == 1 and not block.label
        if one and VACANT.match(block.text):
            continue
        if not one or not goes_on(document, lexicon, block, inline=True):
            return
        entries, strange = parse(block.text, lines=True, alone=True)
        described = entries and all(e.notes or e.organisation or e.role for e in entries)
        if ":" in block.text and not all(e.organisation for e in entries):
            return
        if strange or not described or not all(" " in e.name for e in entries):
            return
        for entry in entries:
            place = block.place(entry.start, entry.end)
            entry = within(entry, own)
            people.add(entry, status, place, block.index, "unknown label", 0.8)


def group_row(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
    """A row of the head with a group on the left and its people on the right ("Studentar | Kari Nes, Ola Bø").

    It counts beside a list of those who were away, or among other such rows, since any form may have two columns.
    """
    cells = [cell.text for cell in block.lines[0].cells]
    if document.item_of(block.index) is not None or block.index > ATTENDANCE_REACH or len(cells) != 2:
        return False
    near = document.blocks[max(0, block.index - 9) : block.index + 11]
    listed = any(b.label and known_label(b.label, lexicon)[:1] == ("absent",) for b in near)
    first = flat(cells[0]).strip(" :")
    known = known_label(first, lexicon)[:1]
    if not listed or only_told(first) or known not in ((), ("group",), ("members",)) or len(first) > 40:
        return False
    if parse(first, lines=True)[0] and (" " in first or has_given_name(first)):
        return False
    entries, strange = parse(cells[1])
    below = document.blocks[block.index + 1 : block.index + 2]
    if entries and below and (torn := _torn_cell(cells[1], below[0], entries)):
        entries, strange = torn, []
    if any(entry.name.isupper() and not has_given_name(entry.name) for entry in entries):
        return False  # "INTERN MELDING" beside the sender's name
    if not entries or strange or not all(" " in entry.name for entry in entries) or ELECTED.search(cells[1]):
        return False
    sent = re.match(r"(?:fra|frå|for|til)\b", first, re.I)
    own = sender(first) or (first if is_organisation(first) or (" " in first and not is_group(first)) else None)
    own = None if sent and own == first else own
    before = len(people.facts)
    for entry in entries:
        entry = within(entry, own)
        people.add(entry, "present", block.place(), block.index, "row of a group", 0.8, entry.role)
    _in_column(document, people, block, "present", own)
    people.from_host(before, first)
    return True


def _in_column(document: Document, people: Gathering, row: Block, status: str, own: str | None) -> None:
    """Those on the lines below a row that stand as far to the right as its second cell, and so belong to that."""
    for block in document.blocks[row.index + 1 : row.index + 8]:
        if block.role is not Role.PARAGRAPH or block.label or not _below_cell(block, row.lines[0].cells[1]):
            return
        told = [parse(line.text) if len(block.lines) == 1 else parse(line.text, lines=True) for line in block.lines]
        if any(odd or not found or not all(" " in entry.name for entry in found) for found, odd in told):
            return
        for entry in (within(entry, own) for found, _ in told for entry in found):
            people.add(entry, status, block.place(), block.index, "row of a group", 0.8, entry.role)


def _below_cell(block: Block, cell: Cell) -> bool:
    """True for lines that all begin where a cell does."""
    boxes = [line.box for line in block.lines]
    return cell.box is not None and all(box and abs(box[0] - cell.box[0]) < COLUMN for box in boxes)
