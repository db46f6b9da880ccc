"""Lines of a head that name a class, or a body, and who came from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors._entry import CLASS, Entry
from extractors._lists import SENTENCE_BEHIND
from extractors._names import has_given_name, is_name, is_organisation
from extractors._people import parse
from extractors.lexicon.wording import expression
from pipeline.model import Block, Role
from pipeline.readers.tables import flat

Listed = tuple[Block, int, Entry]
"""A block, where in its text the entry's span begins to count, and the person."""
LONGEST = 110
"""Letters of a line that names somebody, at most."""

CLASS_FIRST = expression("class_lines.class_first", re.NOFLAG)
"""A class and, with no more than white space between, who came from it."""
OR = re.compile(r"\s/\s")


def of_class(block: Block) -> Iterator[Listed]:
    """The people of a line behind their class ("3. kl.  Kari Nes / Ola Bø")."""
    match = CLASS_FIRST.match(block.text) if len(block.text) <= LONGEST and not block.label else None
    if match is None or block.role is Role.HEADING:
        return
    names = OR.sub(" , ", match["names"])
    entries, strange = parse(names)
    if strange:
        entries, strange = parse(names, lines=True, alone=True)  # "7. kl.  Kari Nes – sjuk"
    if entries and not strange and all(has_given_name(entry.name) for entry in entries):
        own = match["class"].strip()
        yield from ((block, match.start("names"), replace(e, organisation=e.organisation or own)) for e in entries)


_CLASS_WORD = expression("class_lines.class_word", re.NOFLAG)
_NOBODY = expression("class_lines.nobody")


def of_classes_beside(block: Block) -> Iterator[Listed]:
    """The people of a line with several classes, each followed by who came from it ("8A Siv + Ola   9A Kim")."""
    found = list(_CLASS_WORD.finditer(block.text))
    if len(found) < 2 or found[0].start() > 2 or block.role is Role.HEADING or len(block.text) > 2 * LONGEST:
        return
    ends = [match.start() for match in found[1:]] + [len(block.text)]
    listed: list[Listed] = []
    for match, end in zip(found, ends, strict=True):
        names = OR.sub(" , ", block.text[match.end() : end]).strip(" ,;·|")
        if not names or _NOBODY.match(names):
            continue
        entries, strange = parse(names)
        if strange or not entries or not all(is_name(entry.name, single=True) for entry in entries):
            return
        listed += [(block, -1, replace(e, organisation=match["class"])) for e in entries]
    if any(has_given_name(entry.name) for _, _, entry in listed):
        yield from listed


def of_classes(block: Block) -> Iterator[Listed]:
    """The people of a row whose cells are by turns a class or body and who came from it."""
    cells = [flat(cell.text).strip() for cell in block.lines[0].cells]
    if block.role is not Role.ROW or len(cells) < 2 or len(cells) % 2:
        return
    for own, people in zip(cells[::2], cells[1::2], strict=True):
        if not (CLASS.match(own) or is_organisation(own)):
            return
        entries, strange = parse(SENTENCE_BEHIND.split(people)[0], lines=False)
        if strange and entries:
            return
        yield from (
            (block, -1, replace(e, organisation=e.organisation or own))
            for e in entries
            if " " in e.name or has_given_name(e.name)
        )
