"""People at the top of minutes under headings that divide them: by the body that sent them, by school, by study."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors._entry import Entry, names_a_group
from extractors._gathering import Gathering
from extractors._names import has_given_name, is_office, is_organisation, like_a_person
from extractors._people import parse
from extractors._senders import sender
from extractors.lexicon import Lexicon
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

REACH = 40
"""Blocks from the document's beginning within which such groups stand."""
LONGEST_HEADING, LONGEST_LINE = 60, 110
FEWEST_GROUPS, FEWEST_PEOPLE = 2, 4
_CLOCK = re.compile(r"^[\W\d]*$")


@dataclass(slots=True)
class Group:
    """A heading and the lines below it, each with the one person it names."""

    heading: Block
    people: list[tuple[Block, Entry]]
    last: int


def groups(document: Document, lexicon: Lexicon) -> list[Group]:
    """The first groups that follow each other, where they are people beyond doubt; else none."""
    run: list[Group] = []
    for group in [*_all(document, lexicon), None]:
        if group is not None and run and group.heading.index == run[-1].last + 1:
            run.append(group)
            continue
        people = [entry for g in run for _, entry in g.people]
        sure = sum(has_given_name(entry.name) for entry in people)
        if len(run) >= FEWEST_GROUPS and len(people) >= FEWEST_PEOPLE and sure * 2 > len(people):
            return run
        run = [group] if group is not None else []
    return []


def without_their_items(document: Document, found: Sequence[Group]) -> Document:
    """The document without the items that are nothing but such a group and those who were away below it."""
    if not found:
        return document
    heads, last = {group.heading.index for group in found}, found[-1].last
    kept = tuple(item for item in document.items if item.number is not None or item.first not in heads)
    return document if len(kept) == len(document.items) or last is None else replace(document, items=kept)


def gather(people: Gathering, found: Sequence[Group]) -> None:
    """Those of the groups, from the body of their heading where it is one."""
    bodies = [_own(group.heading.text) for group in found]
    divide = len([body for body in bodies if body]) * 2 > len(bodies)
    for group, body in zip(found, bodies, strict=True):
        bare = group.heading.text.strip(" :")
        # Among studies or schools "Ingeniør" is one of them, no office
        own = body or (bare if divide and not names_a_group(bare) and len(found) > FEWEST_GROUPS else None)
        for block, entry in group.people:
            entry = replace(entry, organisation=entry.organisation or own)
            place = block.place(entry.start, entry.end)
            people.add(entry, "present", place, block.index, "lines under a group", 0.85)


def _own(heading: str) -> str | None:
    """The body that a heading names; None where it says what kind of people follow."""
    if body := sender(heading):
        return body
    bare = heading.strip(" :")
    said = names_a_group(bare) or is_office(bare)
    return bare if is_organisation(bare) or not said else None


def _all(document: Document, lexicon: Lexicon) -> Iterator[Group]:
    """Every heading of the top with lines of one person each below it."""
    blocks = document.blocks[:REACH]
    at = 0
    while at < len(blocks):
        if not _heads(blocks[at], lexicon):
            at += 1
            continue
        group = Group(blocks[at], [], at)
        at += 1
        while at < len(blocks):
            if _CLOCK.match(blocks[at].text) and group.people:
                at += 1  # "(fra 17.10)" that stands apart from its name
                continue
            if (entry := _person(blocks[at])) is None:
                break
            group.people.append((blocks[at], entry))
            group.last = at
            at += 1
        if group.people:
            yield group


def _heads(block: Block, lexicon: Lexicon) -> bool:
    """True for a short line that may be the heading of a group."""
    text = block.text.strip(" :")
    if len(block.lines) > 1 or not text[:1].isupper() or len(text) > LONGEST_HEADING or any(map(str.isdigit, text)):
        return False
    ends = block.text.rstrip().endswith(":")
    if not ends and (block.role is not Role.HEADING or text.isupper() or ":" in text):
        return False
    known = known_label(text, lexicon)[:1]
    named = parse(text, lines=True)[0]
    return known in ((), ("group",)) and not any(like_a_person(entry.name) for entry in named)


def _person(block: Block) -> Entry | None:
    """The one person of a line, None where it is anything else."""
    if len(block.lines) > 1 or len(block.text) > LONGEST_LINE or block.label or ":" in block.text:
        return None
    if block.role not in (Role.PARAGRAPH, Role.LIST):
        return None
    entries, strange = parse(block.text, lines=True, alone=True)
    one = len(entries) == 1 and not strange and " " in entries[0].name
    told = one and (like_a_person(entries[0].name) or entries[0].organisation or entries[0].notes)
    return entries[0] if told else None
