"""Bodies and their people in one paragraph: "Fylkesarkivet: Siv Lie. Nordvik: Ola Bø og lærling Kim Vo."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors._entry import Entry, names_a_group
from extractors._gathering import Gathering
from extractors._lists import AWAY, TOLD_OF
from extractors._names import has_given_name, is_office, is_organisation, role_of
from extractors._people import parse
from extractors.lexicon import Lexicon
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role

REACH = 14
"""Blocks from the document's beginning within which such a paragraph stands."""
FEWEST = 3
"""Bodies that prove a paragraph to be such a list."""
_PART = re.compile(
    r"(?:^|(?<=[\w)])\.\s+)(?P<body>[A-ZÆØÅ][^.:;()]{1,50}?):\s+(?P<names>(?:[^.:;]|(?<=\b[A-ZÆØÅ])\.){3,200}?)(?=\.(?:\s|$)|$)"
)


def gather(document: Document, lexicon: Lexicon, people: Gathering) -> None:
    """Those of the paragraphs of the head that divide them by body, several bodies each."""
    found: list[tuple[Block, int, Entry]] = []
    for block in document.head[:REACH]:
        if block.label or block.role is Role.ROW:
            continue
        here = list(_people(block, lexicon))
        if len({entry.organisation for _, entry in here}) > 1:
            found += [(block, start, entry) for start, entry in here]
    if len({entry.organisation for _, _, entry in found}) < FEWEST:
        return
    for block, start, entry in found:
        place = block.place(start + entry.start, start + entry.end)
        people.add(entry, "present", place, block.index, "bodies in a paragraph", 0.85)


def _people(block: Block, lexicon: Lexicon) -> Iterator[tuple[int, Entry]]:
    """Everybody behind a body and its colon, with where in the text their names begin."""
    for part in _PART.finditer(block.text):
        body, names = part["body"].strip(), part["names"]
        said = known_label(body, lexicon) or is_office(body) or role_of(body)
        if not is_organisation(body) and (said or names_a_group(body) or has_given_name(body)):
            continue
        if TOLD_OF.search(re.sub(r"\([^()]*\)", "", names)) or AWAY.search(names):
            continue
        entries, strange = parse(names)
        if strange or not entries or not all(" " in e.name for e in entries):
            continue
        yield from ((part.start("names"), replace(e, organisation=e.organisation or body)) for e in entries)
