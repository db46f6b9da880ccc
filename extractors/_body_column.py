"""Lists whose first column has the bodies and whose second their people: what most rows say holds for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors._gathering import Gathering
from extractors._helpers import value_start
from extractors._names import has_given_name, is_office, role_of
from extractors._senders import is_group
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

FEWEST = 2
"""Rows that prove the first column to have bodies."""
NEAR = 6.0
"""Points by which lines of one column may begin apart."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The first cell of a row, the second with its left edge, and the row's block."""

    body: str
    people: str
    left: float
    block: Block


def by_column(document: Document, lexicon: Lexicon, people: Gathering) -> None:
    """Give those of each row the body of its first cell, and those on lines of the second column that of the row above."""
    for run in _runs(document):
        rows = [row for block in run if (row := _row(block, lexicon))]
        proved = sum(_proves(row, people) for row in rows)
        if proved < FEWEST or proved * 2 < len(rows):
            continue
        above: _Row | None = None
        for block in run:
            row = next((row for row in rows if row.block is block), None)
            if row:
                above = row if not is_group(row.body) else None
                people.facts[:] = [
                    f for f in people.facts if not (f.block == block.index and fold(f.name) == fold(row.body))
                ]
            if above and (row or abs(block.left - above.left) < NEAR):
                _give(people, row.people if row else block.text, above.body)


def _runs(document: Document) -> Iterator[list[Block]]:
    """Rows of the head that stand together, with the short lines among them."""
    run: list[Block] = []
    for block in document.head:
        goes_on = run and block.role is Role.PARAGRAPH and not block.label and len(block.lines) == 1
        if block.role is Role.ROW or _is_labelled_row(block) or goes_on:
            run.append(block)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _is_labelled_row(block: Block) -> bool:
    """True for a label with two values beside each other, of which layout made two lines."""
    if not block.label or len(block.lines) != 2:
        return False
    first, second = (line.box for line in block.lines)
    return (
        first is not None
        and second is not None
        and first[1] <= second[1] < second[3] <= first[3]
        and second[0] > first[0]
    )


def _row(block: Block, lexicon: Lexicon) -> _Row | None:
    """A row of two cells whose first may be a body."""
    if _is_labelled_row(block) and known_label(block.label, lexicon)[:1] in (("present",), ("absent",)):
        second = block.lines[1]
        body, names, box = block.text[value_start(block) : block.starts[1]].strip(), second.text, second.box
    elif block.role is Role.ROW and not block.label and len(block.lines[0].cells) == 2:
        first, last = block.lines[0].cells
        body, names, box = flat(first.text).strip(" :"), flat(last.text), last.box
    else:
        return None
    named = is_office(body) or role_of(body) or has_given_name(body) or known_label(body, lexicon)
    if named or not names or not body[:1].isupper():
        return None
    return _Row(body, names, box[0] if box else 0.0, block)


def _proves(row: _Row, people: Gathering) -> bool:
    """True where somebody of a row's second cell is told with the body of its first."""
    own = [f for f in people.facts if f.block == row.block.index and f.name in row.people]
    return any(f.organisation is not None and fold(f.organisation) == fold(row.body) for f in own)


def _give(people: Gathering, text: str, body: str) -> None:
    for at, fact in enumerate(people.facts):
        if fact.organisation is None and fact.name in text:
            people.facts[at] = replace(fact, organisation=body)
