"""What stands around headings without numbers: a list of people above them, people or smaller headings below."""

from __future__ import annotations

import re

from extractors._names import has_given_name, is_name
from extractors.lexicon import Lexicon
from pipeline.labels import known_label
from pipeline.model import Block, Role

FEWEST = 3
"""So many headings there must be, or paragraphs that tell of a meeting."""
TOLD = 100
"""Letters of a paragraph that tells, as one who opens a mail does of the meeting."""
_PERSON_END = re.compile(r"\s*[,(:]|\s+[–—-]\s")
"""What ends a name, before what is said of the person."""


def people_above(blocks: tuple[Block, ...], lexicon: Lexicon, who: tuple[tuple[str, ...], ...]) -> int | None:
    """Where a list of people stands above the matters; None where there is none, or where it comes last."""
    at = next((b.index for b in blocks if b.label and known_label(b.label, lexicon)[:1] in who), None)
    told = sum(1 for b in blocks if at is not None and b.index < at and b.role is Role.PARAGRAPH and len(b.text) > TOLD)
    return None if told >= FEWEST else at


def over_smaller(block: Block, blocks: tuple[Block, ...]) -> bool:
    """True for a heading over other, smaller headings with nothing of its own: the part of the paper that has them.

    Not where most headings of its size have a text of their own: then it is a matter, and they are points within it.
    """
    below = blocks[block.index + 1]
    smaller = [b for b in blocks[block.index + 1 :] if b.role is Role.HEADING and b.size < block.size - 0.5]
    over = below.role is Role.HEADING and below.size < block.size - 0.5 and len(smaller) >= FEWEST
    return over and not _is_among_matters(block, blocks)


def _is_among_matters(block: Block, blocks: tuple[Block, ...]) -> bool:
    """True where enough headings are of this one's size, and half of them have a text right below."""
    alike = [b for b in blocks[:-1] if b.role is Role.HEADING and abs(b.size - block.size) <= 0.5]
    telling = sum(blocks[b.index + 1].role is not Role.HEADING for b in alike)
    return len(alike) >= FEWEST and telling * 2 >= len(alike)


def over_people(block: Block, blocks: tuple[Block, ...]) -> bool:
    """True for a heading with nothing but people below it, one a line: whom they came from, and no matter."""
    names = []
    for below in blocks[block.index + 1 :]:
        if below.role is Role.HEADING or below.label:
            break
        names.append(_PERSON_END.split(below.text[len(below.marker) :].strip())[0])
    given = sum(has_given_name(name) for name in names)
    return bool(names) and all(is_name(name) for name in names) and given * 2 >= len(names)
