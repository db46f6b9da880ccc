"""Bodies that broke within a narrow column: "Institutt for folke- | Siv Lie" over "helse | Ola Bø" is one body."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._names import has_given_name, is_organisation, like_a_person, office_before
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

REACH = 40
"""Blocks from the document's beginning among which such rows stand."""
LONGEST = 45
"""Letters of the second half on a line of its own, at most."""
COLUMN = 6.0
"""Points by which the halves may begin apart."""
_AND = re.compile(r"^(?:og|eller)\b")


def whole_bodies(document: Document) -> tuple[Document, frozenset[int]]:
    """The document with such bodies whole in each row, and the lines that were nothing but a second half."""
    blocks = list(document.blocks)
    halves: set[int] = set()
    for at in range(min(len(blocks) - 1, REACH)):
        if not _sends(blocks[at]):
            continue
        body, rows, following = _first_cell(blocks[at]), [at], at + 1
        while following < len(blocks) and (half := _second_half(blocks[at], blocks[following], body)):
            joins = body.endswith("-") and not _AND.match(half)
            body = f"{body[:-1]}{half}" if joins else f"{body} {half}"
            (rows.append if blocks[following].role is Role.ROW else halves.add)(following)
            following += 1
        if following > at + 1:
            for row in rows:
                blocks[row] = _with_body(blocks[row], body)
    return (
        replace(document, blocks=tuple(blocks)) if halves or blocks != list(document.blocks) else document
    ), frozenset(halves)


def _first_cell(block: Block) -> str:
    return flat(block.lines[0].cells[0].text).strip()


def _sends(block: Block) -> bool:
    """True for a row of a body, or of its first half, and people."""
    cells = block.lines[0].cells
    if block.role is not Role.ROW or len(cells) != 2 or len(block.lines) > 1:
        return False
    body, names = _first_cell(block), flat(cells[1].text)
    named = like_a_person(office_before(re.split(r"[,(]", names)[0].strip())[1])
    return body[:1].isupper() and ":" not in body and not has_given_name(body) and named


def _second_half(block: Block, below: Block, body: str) -> str:
    """What a line adds to the body in the first column of the row above it; "" where it adds nothing."""
    cells, first = below.lines[0].cells, block.lines[0].cells[0].box
    text = flat(cells[0].text if below.role is Role.ROW and len(cells) == 2 else below.text).strip()
    box = cells[0].box if below.role is Role.ROW and len(cells) == 2 else below.lines[0].box
    beside = not first or not box or abs(first[0] - box[0]) < COLUMN
    torn = body.endswith("-") or is_organisation(f"{body} {text}")
    if not (text[:1].islower() and len(text) < LONGEST and beside and torn) or text.endswith((".", ":")):
        return ""
    if below.role is Role.ROW:
        return text if len(cells) == 2 else ""
    plain = below.role is Role.PARAGRAPH and len(below.lines) == 1 and not below.label
    return text if plain and (body.endswith("-") or len(text.split()) < 4) else ""


def _with_body(block: Block, body: str) -> Block:
    line = block.lines[0]
    cells = (replace(line.cells[0], text=body), *line.cells[1:])
    return replace(block, lines=(replace(line, cells=cells), *block.lines[1:]))
