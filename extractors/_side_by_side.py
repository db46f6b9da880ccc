"""Lists of people beside each other, each under the body that they came from ("Vik IL | Nes IL" over two columns)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors._entry import Entry
from extractors._helpers import by_column, column_edges
from extractors._names import has_given_name, is_organisation
from extractors._people import parse
from extractors._senders import SENT, is_group, sender
from pipeline.model import Block, Role
from pipeline.readers.tables import flat

FEWEST = 3
"""People that prove such lists, at least."""
NEAR = 8.0
"""Points by which a line may begin beside its column."""


def side_by_side(head: Sequence[Block]) -> list[tuple[Block, int, Entry]]:
    """The people of the first such lists in the head: (row, -1 for no place within it, person); empty where none are."""
    for at, block in enumerate(head):
        bodies = _bodies(block)
        if not bodies:
            continue
        edges = column_edges(block)
        found: list[tuple[Block, int, Entry]] = []
        for row in head[at + 1 :]:
            people = _of_row(row, edges) if row.role is Role.ROW else _alone(head, row, edges) if found else {}
            if not people:
                break
            found += [
                (row, -1, replace(entry, organisation=entry.organisation or bodies[column], shared=True))
                for column, entry in people.items()
            ]
        if len(found) >= FEWEST:
            return found
    return []


def _bodies(block: Block) -> list[str | None]:
    """What heads each column, None for a mere group of people; empty where the row heads no such lists."""
    texts = [flat(cell.text).strip() for cell in block.lines[0].cells] if block.role is Role.ROW else []
    bare = [text.strip(" :") for text in texts]
    heads = [
        is_organisation(body) or is_group(body) or sender(body) is not None or (text.endswith(":") and bool(body))
        for text, body in zip(texts, bare, strict=True)
    ]
    if len(texts) < 2 or not all(heads) or any(map(has_given_name, bare)):
        return []
    sent = [sender(body) for body in bare]  # "Frå tolletaten"
    return [
        of or (body if is_organisation(body) and not is_group(body) and not SENT.match(body) else None)
        for of, body in zip(sent, bare, strict=True)
    ]


def _of_row(row: Block, edges: list[float]) -> dict[int, Entry]:
    """The person in each column of a row; empty where a cell is anything else."""
    out: dict[int, Entry] = {}
    for column, text in by_column(row, edges).items():
        if not flat(text).strip():
            continue
        entries, strange = parse(flat(text), lines=True, alone=True)
        if len(entries) != 1 or strange or " " not in entries[0].name:
            return {}
        out[column] = entries[0]
    return out


def _alone(head: Sequence[Block], block: Block, edges: list[float]) -> dict[int, Entry]:
    """The person of the longer list's last lines, which have nobody beside them; a remark may end on the next line."""
    box, text = block.lines[0].box, block.text
    column = next((i for i, edge in enumerate(edges) if box and abs(box[0] - edge) < NEAR), None)
    if column is None or block.label or block.role is not Role.PARAGRAPH or len(block.lines) > 1:
        return {}
    below = [other for other in head if other.index == block.index + 1]
    if text.count("(") > text.count(")") and below and below[0].text.count(")") > below[0].text.count("("):
        text = f"{text} {below[0].text}"
    entries, strange = parse(text, lines=True, alone=True)
    sure = len(entries) == 1 and not strange and " " in entries[0].name
    told = sure and (has_given_name(entries[0].name) or bool(entries[0].notes))
    return {column: entries[0]} if told else {}
