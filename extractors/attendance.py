"""Who was at the meeting and who was away.

Names stand under labels ("Til stede", "Forfall"), in tables, or in prose ("Møtet ble ledet av ...", "... var ikkje til
stades"); chair and minute taker also in signatures and in elections inside an item. A headcount, a distribution list,
the elected and the merely mentioned are not attendance.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import _divided, _prose, _represents, _sweep, _unlabelled
from extractors._gathering import Attendance, Gathering
from extractors._helpers import in_list, value_start
from extractors._lists import (
    AWAY,
    ELECTED,
    END_OF_LIST,
    LED,
    ROLE_LABELS,
    SENTENCE_BEHIND,
    VACANT,
    goes_on_below,
    parts_of,
)
from extractors._names import has_given_name, is_name, is_office, is_organisation, words
from extractors._people import CLASS, Entry, describes_one, names_a_group, parse, sender
from extractors._pieces import Segment
from extractors._roll import is_roll, roll, says_who_came
from extractors._writer import name_writer, writer_of
from extractors.lexicon import Lexicon, fold, lexicon
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Issue, Kind, Role, Severity
from pipeline.readers.tables import flat

KINDS = {Kind.MINUTES}
ROUND = 1
LISTS = {
    "present": "present",
    "absent": "absent",
    "deputy": "present",
    "observer": "present",
    "group": "present",
    "members": "present",
}
LONGEST_CELL = 160
"""Letters of a cell that names people, at most."""
ATTENDANCE_REACH = 30
"""Blocks from the document's beginning within which an attendance label of unknown wording may stand."""


def extract(document: Document, lexicon: Lexicon) -> Iterator[Attendance | Issue]:
    """Everybody who was present or absent, with role, organisation and remark."""
    divided = _divided.groups(document, lexicon)
    document = _divided.without_their_items(document, divided)
    wrote = writer_of(document, lexicon)
    people = Gathering(one_a_line=_one_a_line(document), writer=wrote.name if wrote else None)
    skip = in_list(document)
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        block = blocks[at]
        meanings = known_label(block.label, lexicon) if block.label and block.index not in skip else ()
        if not block.label and block.text.endswith(":") and fold(block.text) in lexicon.lists["people"]:
            meanings = ("group",)  # "Medlem:" over a list
        # A label counts where labels stand: in the head, behind the last item, or as an item of its own.
        if block.role is Role.ROW and len(block.lines[0].cells) > 1 and meanings and meanings[0] in ROLE_LABELS:
            meanings = ()
        if meanings and _in_place(document, block, meanings[0], people):
            at = _labelled(document, lexicon, people, at, meanings)
        elif block.role is Role.ROW and _role_cells(document, lexicon, people, block):
            at += 1
        elif (not block.label and _unknown_label(document, lexicon, people, block)) or (
            block.role is Role.ROW and _group_row(document, lexicon, people, block)
        ):
            at += 1
        elif is_roll(blocks, at, lexicon) and (document.item_of(at) is None or says_who_came(block, lexicon)):
            heads = known_label(flat(block.lines[0].cells[0].text), lexicon)[:1]
            count, rows = roll(blocks, at, lexicon, "absent" if heads == ("absent",) else "present")
            role = "deputy" if heads == ("deputy",) else None
            for entry, state, row in rows:
                people.add(entry, state, row.place(), row.index, "attendance table", 0.93, role)
            at += count
        else:
            at += 1
    _divided.gather(people, divided)
    if not _any_present(people):
        _unlabelled.gather(document, lexicon, people)
    led_a_part: list[_prose.Mention] = []
    for mention in _prose.mentions(document, lexicon, tuple(f.name for f in people.facts)):
        if mention.rule.startswith("signature") and any(f.role == mention.role for f in people.facts):
            continue  # the list or the text has already said who
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
            )
        elif people.find(mention.name) is None:
            entry = Entry(mention.name, 0, 0, mention.organisation, mention.listed_as, mention.notes)
            people.add(entry, mention.status, mention.place, mention.block, mention.rule, mention.confidence)
    if not _any_present(people):
        _unlabelled.bare_line(document, people)
    _sweep.gather(document, lexicon, people)
    name_writer(document, people, wrote, lexicon)
    _leader_presides(people)
    for mention in led_a_part:
        if not any(fact.role == "chair" for fact in people.facts):
            people.give(mention.name, "chair", mention.place, mention.block, mention.rule, mention.confidence)
    _welcomed(document, people)
    _represents.fill(document, people)
    yield from people.facts
    yield from people.issues
    if not people.facts:
        yield Issue("no_attendance", Severity.DOUBT, blocks[0].place() if blocks else None)


def _any_present(people: Gathering) -> bool:
    return any(fact.status == "present" and not fact.rule.endswith("label") for fact in people.facts)


def _one_a_line(document: Document) -> bool:
    """True where the lists of the head name one person a line, and behind a comma where that person is from."""
    said = [describes_one(block.text) for block in document.head if not block.label and len(block.text) < 90]
    return said.count(True) >= 2 and said.count(True) > said.count(False)


def _unknown_label(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
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
    if not beside and not (people.facts and fold(wording).split()[0] in lexicon.lists["besides"]):
        return False
    if len(wording.split()) > 6 or re.search(
        r"kopi|sendt|vedlegg|referat|tema|\bsak\b|saks|\bsaker|neste|gjelder|gjeld|\bvalg|\bval\b|for \d år|revisor|^(?:from|to|cc|bcc|subject|til|emne|sent)$",
        wording,
        re.I,
    ):
        return False
    source, start = block, match.start(2)
    if not match.group(2).strip():
        if block.index + 1 >= len(document.blocks):
            return False
        source, start = document.blocks[block.index + 1], 0
        if source.label or source.role is Role.ROW or len(source.text) > 160 or source.text.rstrip().endswith(":"):
            return False
    value = SENTENCE_BEHIND.split(source.text[start:])[0]
    if source is block and all(word[:1].isupper() for word in wording.split()) and not _is_group(wording):
        start = match.start(1)  # "Nordre Vang: ordfører Ola Nes": what stands before the colon may hold for them
        value = block.text[start : match.start(2)] + value
    entries, strange = parse(value)
    following = document.blocks[source.index + 1 : source.index + 2]
    if entries and following and goes_on_below(entries[-1].name, source.text, following[0].text):
        value = f"{value.rstrip()} {following[0].text.strip()}"
        entries, strange = parse(value)
    if not entries or strange or not any(" " in e.name or _of_class(e) for e in entries):
        return False
    below = _torn(document, source, start, value, entries)
    if below is not None:
        entries = parse(f"{value} {below.text}")[0]
    away = re.search(r"ikke|ikkje|forfall|fravær|fråvær|avbud|mangl", wording, re.I)
    own = sender(wording)
    for entry in entries:
        entry = replace(entry, organisation=entry.organisation or own)
        here = below if below is not None and entry.start > len(value) else source
        begin = -len(value) - 1 if here is below else start
        place = here.place(begin + entry.start, begin + entry.end)
        people.add(entry, "absent" if away else "present", place, here.index, "unknown label", 0.85)
    _further(document, lexicon, people, (below or source).index, "absent" if away else "present", own if source is not block else None)
    return True


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
    last = entries[-1]
    given = " " not in last.name and has_given_name(last.name) and all(" " in e.name for e in entries[:-1])
    if not (value.rstrip().endswith((",", " og")) or (given and len(entries) > 1)):
        return None
    whole, strange = parse(f"{value} {following.text}")
    return following if whole and not strange and all(" " in e.name for e in whole) else None


def _further(
    document: Document, lexicon: Lexicon, people: Gathering, at: int, status: str, own: str | None
) -> None:
    """Those on the lines below a list of one line: each with a title or with what they are."""
    for block in document.blocks[at + 1 : at + 8]:
        one = block.role is Role.PARAGRAPH and len(block.lines) == 1 and not block.label and ":" not in block.text
        if not one or not _goes_on(document, lexicon, block, inline=True):
            return
        entries, strange = parse(block.text, lines=True, alone=True)
        described = entries and all(e.notes or e.organisation or e.role for e in entries)
        if strange or not described or not all(" " in e.name for e in entries):
            return
        for entry in entries:
            place = block.place(entry.start, entry.end)
            entry = replace(entry, organisation=entry.organisation or own)
            people.add(entry, status, place, block.index, "unknown label", 0.8)


def _group_row(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
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
    if not listed or known not in ((), ("group",), ("members",)) or len(first) > 40:
        return False
    if parse(first, lines=True)[0] and (" " in first or has_given_name(first)):
        return False
    entries, strange = parse(cells[1])
    if not entries or strange or not all(" " in entry.name for entry in entries) or ELECTED.search(cells[1]):
        return False
    own = first if is_organisation(first) else None
    for entry in entries:
        entry = replace(entry, organisation=entry.organisation or own)
        people.add(entry, "present", block.place(), block.index, "row of a group", 0.8, entry.role)
    return True


def _in_place(document: Document, block: Block, meaning: str, people: Gathering) -> bool:
    """True in the head and in the closing blocks; inside items only for labels that plainly mean attendance.

    Numbers above the list (of an agenda, or in the margin) make it part of an item; it is still the one at the top.
    """
    item = document.item_of(block.index)
    if item is None:
        return True
    if meaning not in LISTS or (meaning not in ("present", "absent") and not people.facts):
        return False
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


def _labelled(document: Document, lexicon: Lexicon, people: Gathering, at: int, meanings: tuple[str, ...]) -> int:
    """Everybody under one label; returns the position behind its list."""
    block = document.blocks[at]
    meaning = meanings[0]
    if meaning in ROLE_LABELS:
        return _role_label(document, lexicon, people, at, meaning)
    if meaning not in LISTS:
        return at + 1
    rolled = document.item_of(at) is None and any(fact.rule == "attendance table" for fact in people.facts)
    if meaning in ("group", "members") and not rolled and not _after_list(document, lexicon, at):
        return at + 1
    status = LISTS[meaning]
    role = "observer" if "observer" in meanings else "deputy" if meaning == "deputy" else None
    start = value_start(block) if block.label else len(block.text)
    own = sender(block.label)
    rest = block.text[start:].strip()
    found, before = False, len(people.facts)
    if meaning != "absent" and ELECTED.search(rest):
        return at + 1  # the result of an election
    if rest:
        if re.fullmatch(r"(?:ca\.?\s*)?\d+\D{0,25}", rest):
            return at + 1  # a headcount
        found = _take(people, block, start, status, role, lines=False, rule="label list", own=own)
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
    while after < len(document.blocks):
        following = document.blocks[after]
        if not _goes_on(document, lexicon, following, bool(rest) and found):
            break
        head = LABEL.match(following.text)
        if rest and status == "absent" and head and not is_organisation(head.group(1)) and not is_name(head.group(1)):
            break  # "Voksne: ..." below those who were away
        if is_roll(document.blocks, after, lexicon):
            break  # another list, with a header of its own
        lines = following.role is Role.ROW or len(following.lines) == 1 or bool(following.marker)
        if VACANT.match(following.text) or (status == "present" and _heads_some(document, after)):
            after += 1
            continue
        told = len(people.facts)
        if _names_half(document, after):
            after += 1  # "Straumsnes" above "kommune: ...", a body's name that broke in its column
            continue
        here = own or (people.facts[-1].organisation if told and _breaks_off(document, after - 1) else None)
        if not _take(people, following, 0, status, role, lines=lines, rule="name list", own=here):
            break
        people.join(told)
        if _names_half(document, after - 1):
            _whole_body(people, told, document.blocks[after - 1].text.strip(), following)
        found = True
        after += 1
    _functions(people, before, document.blocks[at + 1 : after])
    if not found and meaning in ("present", "absent") and not re.match(r"^(?:ingen|inga|nei|[–-]|\d)", rest.casefold()):
        nothing_below = after < len(document.blocks) and document.blocks[after].label
        if rest or not nothing_below:
            people.issues.append(Issue("label_without_names", Severity.DOUBT, block.place(), (("label", block.label),)))
    return after


_HEAD = re.compile(r"^\W*([^:,()]{2,40}?)\s*:\s")


def _functions(people: Gathering, first: int, blocks: Sequence[Block]) -> None:
    """Put what stands before a colon into the remark, where lines beside it have an office there ("Leder: Ola Bø")."""
    heads = {block.index: head.group(1).strip() for block in blocks if (head := _HEAD.match(block.text))}
    if not any(is_office(head) for head in heads.values()):
        return
    for at, fact in enumerate(people.facts[first:], first):
        head = heads.get(fact.block, "")
        if head and fact.organisation == head and not is_organisation(head):
            note = "; ".join(part for part in (head, fact.note) if part)
            people.facts[at] = replace(fact, organisation=None, note=note)


def _above(document: Document, people: Gathering, at: int) -> None:
    """Those on the lines right above a label that stands beside the middle of its list, each with what they are."""
    first = at
    while first and len(document.blocks[first - 1].lines) == 1 and not document.blocks[first - 1].label:
        block = document.blocks[first - 1]
        told = describes_one(block.text)
        entries, strange = parse(block.text, lines=True, alone=True)
        if (
            not told
            or len(entries) != 1
            or strange
            or block.role is not Role.PARAGRAPH
            or not has_given_name(entries[0].name)
        ):
            break
        first -= 1
    for block in document.blocks[first:at]:
        _take(people, block, 0, "present", None, lines=True, rule="name list")


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
    if ("absent",) in labels and document.item_of(at) is None and document.blocks[at].text.count(",") >= 1:
        return not any(
            b.label and known_label(b.label, lexicon)[:1] == ("present",) and b.index < at for b in document.blocks
        )
    for block in document.blocks[max(0, at - 14) : at]:
        if block.label and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)):
            return True
    return False


def _goes_on(document: Document, lexicon: Lexicon, block: Block, inline: bool) -> bool:
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
    if ELECTED.search(block.text) or (
        (AWAY.search(block.text) or LED.search(block.text)) and END_OF_LIST.search(block.text)
    ):
        return False
    if block.marker[:1].isdigit() and len(block.text[len(block.marker) :].split()) < 2:
        return False  # a numbered single word is an item, not somebody's first name
    if any(len(cell.text) > LONGEST_CELL for cell in block.lines[0].cells):
        return False  # a row of matters and what was said of them
    if block.role is Role.ROW and _prose.signed(document, block.index):
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


def _names_half(document: Document, at: int) -> bool:
    """True for a line that is the first half of the body that the next line names before its colon."""
    block, below = document.blocks[at], document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    text = block.text.strip()
    if below is None or block.role is not Role.PARAGRAPH or len(text.split()) > 2 or has_given_name(text):
        return False
    head = _HEAD.match(f"{below.text} ")
    return head is not None and text[:1].isupper() and text.isalpha() and is_organisation(f"{text} {head.group(1)}")


def _whole_body(people: Gathering, first: int, half: str, block: Block) -> None:
    """Put the first half of a body's name before the second, which those of its row have."""
    head = _HEAD.match(f"{block.text} ")
    for at, fact in enumerate(people.facts[first:], first):
        if head and fact.organisation in (head.group(1), None):
            people.facts[at] = replace(fact, organisation=f"{half} {head.group(1)}")


def _breaks_off(document: Document, at: int) -> bool:
    """True for a row of a body and its people that ends within their list: at a comma, a given name or an office."""
    block = document.blocks[at]
    if block.role is not Role.ROW or len(block.lines[0].cells) != 2:
        return False
    last = re.split(r",|\bog\b", flat(block.lines[0].cells[1].text))[-1].strip()
    return not last or (" " not in last and has_given_name(last)) or (last[:1].islower() and not re.search(r"[A-ZÆØÅ]", last))


def _heads_some(document: Document, at: int) -> bool:
    """True for a line within a list that only names those below it ("Gruppe A (fast tilsette):")."""
    text = document.blocks[at].text.rstrip()
    return (
        text.endswith(":")
        and len(text) < 60
        and at + 1 < len(document.blocks)
        and bool(parse(document.blocks[at + 1].text)[0])
    )


def _take(
    people: Gathering, block: Block, start: int, status: str, role: str | None, *, lines: bool, rule: str,
    own: str | None = None,
) -> bool:  # fmt: skip
    """The people of one block's text, who come from `own` where nothing else is said; False where it names nobody."""
    if block.role is Role.ROW and block.lines[0].cells and not start:
        cells = [cell.text for cell in block.lines[0].cells]
        entries, strange = _of_row(cells, people)
        entries = [replace(e, organisation=e.organisation or own) for e in entries]
        return _keep(people, block, entries, strange, status, role, rule, whole=True)
    text = block.text[start:]
    found = False
    for at, end, meaning in parts_of(text, lexicon()):
        entries, strange = parse(text[at:end], lines=lines, alone=lines and people.one_a_line)
        body = own if not meaning or not at else None
        entries = [
            replace(e, start=e.start + start + at, end=e.end + start + at, organisation=e.organisation or body)
            for e in entries
        ]
        strange = [replace(p, start=p.start + start + at, end=p.end + start + at) for p in strange]
        told = "absent" if meaning == "absent" else "present" if meaning in ("present", "deputy") else status
        own = ROLE_LABELS.get(meaning) or ("deputy" if meaning == "deputy" else role)
        found = _keep(people, block, entries, strange, told, own, rule, whole=bool(start or at)) or found
        if not found and not at:
            return False
    return found


def _keep(
    people: Gathering, block: Block, entries: list[Entry], strange: list[Segment], status: str, role: str | None,
    rule: str, *, whole: bool,
) -> bool:  # fmt: skip
    """Add the entries of a list to the people, unless more of it is strange than named and `whole` is not said."""
    named = sum(len(entry.name) for entry in entries)
    odd = sum(len(piece.core) for piece in strange)
    if not entries or (odd > named and not whole):
        return False
    for entry in entries:
        place = block.place() if block.role is Role.ROW else block.place(entry.start, entry.end)
        confidence = 0.97 if " " in entry.name else 0.9
        people.add(entry, status, place, block.index, rule, confidence - (0.05 if strange else 0), entry.role or role)
    for piece in strange:
        if piece.core[:1].isupper() and len(piece.core) > 3 and fold(piece.core) not in words()["not_names"]:
            place = block.place() if block.role is Role.ROW else block.place(piece.start, piece.end)
            people.issues.append(Issue("name_not_understood", Severity.NOTE, place, (("text", piece.core[:80]),)))
    return True


def _of_row(cells: list[str], people: Gathering) -> tuple[list[Entry], list[Segment]]:
    """The people of a row: of an organisation and its people beside it, or of cells that are one list."""
    if len(cells) == 2 and cells[1].strip():
        first = flat(cells[0]).strip(" :")
        told = [parse(line, lines=True) for line in cells[1].split("\n")]
        if all(found and not odd for found, odd in told) and not parse(first, lines=True)[0]:
            own = first if first and not _is_group(first) else None
            return [replace(e, organisation=e.organisation or own) for found, _ in told for e in found], []
    alone = is_name(cells[0]) and not any(is_name(cell) and has_given_name(cell) for cell in cells[1:])
    return parse(", ".join(cell for cell in cells if cell), lines=True, alone=people.one_a_line or alone)


def _is_group(text: str) -> bool:
    """True for a function group, which is no organisation."""
    return (
        names_a_group(text) or "group" in lexicon().meanings(text) or bool(lexicon().meanings(text)) or is_office(text)
    )


def _role_label(document: Document, lexicon: Lexicon, people: Gathering, at: int, meaning: str) -> int:
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
    entries, _ = parse(rest, lines=False)
    if source is not block:
        entries = [entry for entry in entries if " " in entry.name or not entry.name.isupper()]
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


_WELCOMED = re.compile(r"(?:^|[.;,]\s+)(?P<name>[A-ZÆØÅ][\w’'.-]+(?:\s[A-ZÆØÅ][\w’'.-]+){0,3})\s+(?:ønsket|ønskte|ynskte|ønska|ynskja|bød|baud|opnet|opna|åpnet)\s+(?:alle\s+|oss\s+)?(?:velkom\w*|møtet)")


def _welcomed(document: Document, people: Gathering) -> None:
    """Where neither words nor titles tell who led the meeting, whoever bade the others welcome at its beginning did."""
    if any(fact.role == "chair" for fact in people.facts):
        return
    for block in document.blocks[: len(document.head) + 6]:
        for match in _WELCOMED.finditer(block.text):
            at = people.find(match["name"])
            if at is not None and people.facts[at].status == "present" and people.facts[at].role is None:
                people.give(people.facts[at].name, "chair", block.place(), block.index, "bade welcome", 0.7)
                return


def _role_cells(document: Document, lexicon: Lexicon, people: Gathering, block: Block) -> bool:
    """A row of the head with labels and their values beside each other ("Møteleder: Siv Lie | Referent: Ola Bø")."""
    if document.item_of(block.index) is not None:
        return False
    cells = [flat(cell.text).strip() for cell in block.lines[0].cells]
    pairs = [(m.group(1), cell[m.end() :]) for cell in cells if (m := _HEAD.match(cell))]
    pairs += [(a, b) for a, b in itertools.pairwise(cells) if not _HEAD.match(a)]
    found = False
    for label, value in pairs:
        meaning = known_label(label.strip(" :"), lexicon)[:1]
        if meaning and meaning[0] in ROLE_LABELS and (entries := parse(value)[0]):
            name, role = entries[0].name, ROLE_LABELS[meaning[0]]
            if people.find(name) is not None:
                people.give(name, role, block.place(), block.index, f"{meaning[0]} label", 0.92)
            else:
                people.add(entries[0], "present", block.place(), block.index, f"{meaning[0]} label", 0.92, role)
            found = True
    return found


def _leader_presides(people: Gathering) -> None:
    """Where nobody is said to have led the meeting, the one who is leader by office did, with less confidence."""
    if any(fact.role == "chair" for fact in people.facts):
        return
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
    chosen = [i for i, held in enumerate(titles) if held & (leaders - words()["other_leaders"])]
    chosen = chosen or [i for i, held in enumerate(titles) if held & leaders]
    if len(chosen) == 1 and people.facts[chosen[0]].role is None:
        fact = people.facts[chosen[0]]
        people.facts[chosen[0]] = replace(fact, role="chair", confidence=min(fact.confidence, 0.9))
