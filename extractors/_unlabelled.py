"""People at the top of minutes who stand under no label: one a line, behind their bodies, or beside their classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors._body_first import led_by_body
from extractors._class_lines import CLASS_FIRST, LONGEST, OR, Listed, of_class, of_classes, of_classes_beside
from extractors._entry import CLASS, Entry, names_a_group, says_how
from extractors._gathering import Gathering
from extractors._helpers import regions
from extractors._lists import AWAY, END_OF_LIST, SENTENCE_BEHIND, STAYED, TOLD_OF, VACANT, goes_on_below
from extractors._names import has_given_name, is_name, is_office, is_organisation, like_a_person, role_of, words
from extractors._people import parse
from extractors._remarks import noted
from extractors._senders import is_group
from extractors._side_by_side import side_by_side
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

Reader = Callable[[Block], Iterator[Listed]]
REACH = 24
"""Blocks from the document's beginning within which such a list stands."""
FEWEST, MANY = 3, 5
_STAYED = expression("unlabelled.stayed", re.NOFLAG)
"""How a remark ends that says its bearer was away."""
_NOT = re.compile(r"^(?:ikke|ikkje)\b", re.I)
_SENT_NONE = expression("unlabelled.sent_none", re.NOFLAG)
_BODY = re.compile(r"^\W*(?P<body>[^:,()]{2,60}?)(?:\s*\((?P<own>[^:()]{2,60})\))?\s*:\s+(?P<names>\S.*)$")
_BY = re.compile(r"^\W*(?:[^:,()]{2,30}:\s+)?(?P<body>[A-ZÆØÅ][^:,()]{1,60}?),?\s+(?:v/|ved\s)\s*(?P<names>\S.*)$")
"""A body and, behind "v/", those who came from it, perhaps with its part before a colon."""


def gather(document: Document, lexicon: Lexicon, people: Gathering, *, listed: bool) -> None:
    """Those of the head who stand under no label, on lines with somebody each; `listed`: some stand under labels."""
    for block, at, entry in lists(document, lexicon, (_member,) if listed else _READERS):
        place = block.place() if at < 0 else block.place(at + entry.start, at + entry.end)
        known = people.find(entry.name, exact=True)
        if known is not None and people.facts[known].status == "absent":
            continue  # called by this list, and away by another
        away = any(_STAYED.search(note) for note in entry.notes)
        status = "absent" if away and entry.role != "deputy" else "present"
        people.add(entry, status, place, block.index, "lines without a label", 0.8)


def bare_line(document: Document, people: Gathering) -> None:
    """Those on the first line of the head that is nothing but names, where nothing else tells who was there."""
    for block in document.head[:14]:
        if block.label or block.role is Role.HEADING or len(block.text) > 300:
            continue
        text = SENTENCE_BEHIND.split(block.text)[0]
        if TOLD_OF.search(re.sub(r"\([^()]*\)", "", text)):
            continue
        entries, strange = parse(text)
        full = [" " in entry.name or has_given_name(entry.name) for entry in entries]
        named = all(full) or (block.index == 1 and any(full) and _covers(entries, text))
        if len(entries) >= FEWEST and not strange and named:
            for entry in entries:
                place = block.place(entry.start, entry.end)
                people.add(entry, "present", place, block.index, "bare name line", 0.75)
            return


def _covers(entries: Sequence[Entry], text: str) -> bool:
    """True for a line of nothing but short names ("KN, Tove, Arv"), as stands right below a title."""
    rest = text
    for entry in reversed(entries):
        rest = rest[: entry.start] + rest[entry.end :]
    return len(entries) == rest.count(",") + 1 and not rest.strip(" ,.")


def lists(document: Document, lexicon: Lexicon, readers: Sequence[Reader]) -> list[Listed]:
    """The first run of such lines with three people or more; empty where the head has none."""
    under = regions(document, lexicon)
    head = [b for b in document.blocks[:REACH] if document.item_of(b.index) is None]
    if len(readers) > 1 and (columns := side_by_side(head)):
        return columns
    for reads in readers:
        run: list[Listed] = []
        lines, at, above = 0, -1, ""
        for block in [*head, None]:
            if (
                block is not None
                and run
                and block.index == at + 1
                and goes_on_below(run[-1][2].name, run[-1][0].text, block.text)
            ):
                before, _, torn = run[-1]
                run[-1] = (before, -1, replace(torn, name=f"{torn.name} {block.text.strip(' .,;')}"))
                at = block.index
                continue
            if block is not None and (body := heads_body(block)):
                above = body
                at, run = (block.index, run) if block.index == at + 1 else (block.index, [])
                continue
            if block is not None and run and block.index == at + 1 and _nobody(block, above):
                at, above = block.index, ""  # "1D: ingen kom"
                continue
            follows = block is not None and (not run or block.index == at + 1)
            told = block is not None and under[block.index] and reads is not of_class  # a class is its own label
            free = block is not None and not told and not _labelled(document, block, lexicon)
            found = list(reads(block)) if block is not None and free and not above else []
            found = _below_body(block, above) if block is not None and free and above else found
            above = ""
            if follows and found:
                run += found
                lines += 1
            else:
                if _proves(run, lines):
                    return run
                run, lines = (found, 1) if found else ([], 0)
            at = block.index if block is not None else at
    return []


def _proves(run: list[Listed], lines: int) -> bool:
    """True for lines that are people beyond doubt: several, most with what they are or with a common given name."""
    if len(run) < FEWEST or lines < 2:
        return False
    sure = [e for _, _, e in run if has_given_name(e.name) or (e.organisation and like_a_person(e.name))]
    said = [e for _, _, e in run if e.organisation or e.role or e.notes or e.shared]
    people = len(run) >= MANY and len(sure) == len(run) and bool(said)
    return people or (len(sure) * 2 > len(run) and len(said) * 2 > len(run))


def _labelled(document: Document, block: Block, lexicon: Lexicon) -> bool:
    """True for a line with a label of its own, or below one that sends the minutes to somebody."""
    if block.label and known_label(block.label, lexicon):
        return True
    before = document.blocks[block.index - 1] if block.index else None
    return before is not None and before.label != "" and known_label(before.label, lexicon)[:1] == ("distribution",)


def _person(block: Block) -> Iterator[Listed]:
    """The one person of a line ("Kari Nes, Lia kommune (leiar)")."""
    one = len(block.lines) == 1 and len(block.text) <= LONGEST and not block.label
    cells = [flat(cell.text).strip() for cell in block.lines[0].cells]
    if one and block.role is Role.ROW and len(cells) == 2 and (entry := _beside(*cells)):
        yield block, -1, entry
        return
    if (
        not one
        or ":" in block.text
        or block.role not in (Role.PARAGRAPH, Role.LIST)
        or (TOLD_OF.search(block.text) and END_OF_LIST.search(block.text))
    ):
        return
    entries, strange = parse(block.text, lines=True, alone=True)
    if entries and entries[0].name.isupper() and not has_given_name(entries[0].name):
        return  # a line in capitals
    if len(entries) == 1 and not strange and " " in entries[0].name and entries[0].start <= len(block.marker) + 1:
        yield block, 0, entries[0]


_MEMBER = re.compile(
    r"^(?P<name>[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w-]{2,}){1,3})\s+\|?(?P<party>[A-ZÆØÅ][\w]{0,4})(?:\s+(?P<note>.+))?$"
)
"""A name, a party's letters and a remark with nothing between them, as a scanned table has them."""


def _member(block: Block) -> Iterator[Listed]:
    """The one person of a line with their party behind the name ("Kari Nes Sp nestleiar")."""
    match = _MEMBER.match(block.text) if len(block.text) <= LONGEST and not block.label else None
    if match is None or match["party"].casefold() not in words()["parties"]:
        return
    entries, strange = parse(f"{match['name']} ({match['party']})", lines=True, alone=True)
    if len(entries) == 1 and not strange:
        yield block, -1, noted(entries[0], (match["note"],)) if match["note"] else entries[0]


_POST = re.compile(r"^\W*(?P<post>[^:,()]{2,40}?)(?:\s+[-–—]|:)\s+(?P<name>[^:]+)$")
"""What somebody is, before a dash or colon, and who."""


def _post(block: Block) -> Iterator[Listed]:
    """The one person of a line behind their office ("Kasserer – Kari Nes", "1. vara: Ola Bø (forfall)")."""
    match = _POST.match(block.text) if len(block.text) <= LONGEST and not block.label else None
    if match is None or block.role is Role.HEADING or not (is_office(match["post"]) or role_of(match["post"])):
        return
    entries, strange = parse(match["name"], lines=True, alone=True)
    if len(entries) == 1 and not strange and " " in entries[0].name and has_given_name(entries[0].name):
        yield block, match.start("name"), noted(replace(entries[0], notes=()), (match["post"], *entries[0].notes))


def heads_body(block: Block) -> str:
    """The organisation that a line with nothing but its name and a colon gives, above its people; "" for other lines."""
    text = block.text.strip()
    body = text.rstrip(" :")
    plain = text.endswith(":") and not block.label and len(text) <= LONGEST
    return body if plain and is_organisation(body) and not is_group(body) else ""


def empty_class(text: str) -> bool:
    """True for a line of a class that nobody came from ("2. trinn  ikke møtt"), which is no label.

    >>> empty_class("2. trinn  ikke møtt"), empty_class("2. trinn  Kari Nes"), empty_class("Ikke møtt")
    (True, False, False)
    """
    match = CLASS_FIRST.match(text)
    return match is not None and STAYED.fullmatch(match["names"].strip(" .")) is not None


def _nobody(block: Block, above: str) -> bool:
    """True for a line of such a list that says that nobody came, behind its body or below it."""
    return (
        VACANT.match(block.text) is not None
        or empty_class(block.text)
        or _SENT_NONE.match(block.text) is not None
        or (bool(above) and _STAYED.search(block.text.casefold()) is not None)
    )


def _below_body(block: Block, body: str) -> list[Listed]:
    """The people of a line below the body that they came from."""
    entries, strange = parse(block.text)
    if strange or not entries or not all(" " in entry.name for entry in entries):
        return []
    return [(block, 0, replace(entry, organisation=entry.organisation or body)) for entry in entries]


def _beside(first: str, remark: str) -> Entry | None:
    """The person of a row with what they are beside the name ("Kari Nes | nestleiar"); None for any other row."""
    entries, strange = parse(first, lines=True, alone=True)
    if len(entries) != 1 or strange or not is_name(entries[0].name) or not remark:
        return None
    if not remark[:1].islower() and (like_a_person(remark) or any(map(str.isdigit, remark))):
        return None
    whole, odd = parse(f"{first}, {remark}", lines=True, alone=True)
    said = whole[0] if len(whole) == 1 and not odd else noted(entries[0], (remark,))
    return said if " " in entries[0].name else None


def _led(block: Block) -> Iterator[Listed]:
    """The people of a line behind a body that is known and a dash or comma ("Lia kommune – Kari Nes og Ola Bø")."""
    plain = block.role is not Role.ROW and len(block.text) <= LONGEST and not block.label
    told = led_by_body(block.text, habit=False) if plain else None
    yield from ((block, 0, entry) for entry in (told[0] if told and not told[1] else []))


def _body(block: Block) -> Iterator[Listed]:
    """The people of a line behind the body that sent them ("Vestre kraftlag: Kari Nes, Ola Bø (ref.)")."""
    if by := _sent_by(block):
        yield from by
        return
    match = _BODY.match(block.text) if block.role is not Role.HEADING and len(block.text) <= 3 * LONGEST else None
    grouped = match is not None and names_a_group(match["body"]) and not says_how(match["body"])
    if match is None or (grouped and not match["own"]) or _NOT.match(match["body"]):
        return
    classed = CLASS.match(match["body"]) is not None
    if not (classed or match["body"][:1].isupper()) or END_OF_LIST.search(block.text) or AWAY.search(block.text):
        return
    entries, strange = parse(OR.sub(" , ", block.text))
    sent = all(e.organisation and (" " in e.name or e is entries[-1] or classed) for e in entries)
    if entries and not strange and sent:
        yield from ((block, 0, entry) for entry in entries)


def _sent_by(block: Block) -> list[Listed]:
    """The people of a line behind their body and "v/" ("Bygg AS v/ Kari Nes, Ola Bø")."""
    match = _BY.match(block.text) if block.role is not Role.HEADING and len(block.text) <= LONGEST else None
    if match is None or AWAY.search(block.text) or like_a_person(match["body"]):
        return []
    entries, strange = parse(match["names"])
    if strange or not entries or not all(" " in e.name and not e.organisation for e in entries):
        return []
    own = None if is_group(match["body"]) else match["body"].strip()
    return [(block, match.start("names"), replace(e, organisation=own, shared=True)) for e in entries]


_READERS = (_member, _led, of_class, _person, _post, _body, of_classes, of_classes_beside)
