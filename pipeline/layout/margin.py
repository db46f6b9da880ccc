"""A column of owners or deadlines in the margin: names beside the sentences that give them something to do.

The column has its heading alone on the right of the page ("Ansvar"), and no other column has one; or it has none, and
holds the initials of those who were there. What stands below it
moves behind the sentence that it stands beside, as a labelled line, so that everything after reads one form only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lexicon import Lexicon
from pipeline.model import Cell, Line

LEFT = 0.5
"""Share of the text's width left of which no margin begins."""
SLACK = 14.0
"""Points by which a name may begin left of its heading."""
FEWEST = 3
"""So many initials there must be for a column that nothing heads."""
_INITIALS = re.compile(r"^(?:[A-ZÆØÅ]{2,4}|[Aa]lle)(?:(?:\s?[,/&+]\s?|\s(?:og\s)?)(?:[A-ZÆØÅ]{2,4}|[Aa]lle))*\.?$")
_ONE = re.compile(r"[A-ZÆØÅ]{2,4}")
_BRACKETED = re.compile(r"([A-ZÆØÅ])[\w.-]+(?: [A-ZÆØÅ][\w.-]*)*? ([A-ZÆØÅ])[\w-]+ \(([A-ZÆØÅ]{2,4})\)")
"""A name and its initials; the letters of a party behind one begin otherwise."""
_NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+)+")
LONGEST = 40
"""Letters that stand in such a column on one line, at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the margin: its heading as printed and its left edge."""

    heading: str
    left: float


def owners(content: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with what stands in margin columns as labelled lines behind the sentences beside them."""
    right = max((line.box[2] for line in content if line.box), default=0.0)
    left = min((line.box[0] for line in content if line.box), default=0.0)
    columns = _unheaded(content, left + LEFT * (right - left))
    waiting: dict[Column, Line] = {}
    out: list[Line] = []
    for at, line in enumerate(content):
        found = _headings(line, left + LEFT * (right - left), lexicon)
        if found and not any(below.table is not None for below in content[at + 1 : at + 3]):
            columns = found
            continue
        body, beside = _parted(line, columns) if columns else (line, {})
        if body is not None:
            if any(_ends(one.text) for one in waiting.values()) and _begins_anew(out, body):
                out.extend(_labelled(waiting))
                waiting = {}
            out.append(body)
        for column, piece in beside.items():
            held = waiting.get(column)
            waiting[column] = piece if held is None else _joined(held, piece)
        if waiting and out and _ends(out[-1].text) and not _hangs(waiting):
            out.extend(_labelled(waiting))
            waiting = {}
    out.extend(_labelled(waiting))
    return out


def _unheaded(content: Sequence[Line], middle: float) -> list[Column]:
    """A column of initials at the right edge that nothing heads: at least three, right of the text, of known people."""
    beside = [(line, cell) for line in content if (cell := _initials(line, middle)) is not None and cell.box]
    if len(beside) < FEWEST:
        return []
    edges = sorted((cell.box[2] for _, cell in beside if cell.box), reverse=True)
    edge = edges[len(edges) // 2]
    lefts = [cell.box[0] for _, cell in beside if cell.box and abs(cell.box[2] - edge) < SLACK]
    ends = sorted(_text_end(line, line.cells[-1] if line.cells else None, middle) for line in content if line.box)
    if len(lefts) < FEWEST or len(lefts) * 4 < 3 * len(beside) or ends[int(len(ends) * 0.8)] > min(lefts):
        return []
    text = " ".join(line.text for line in content)
    known = {short for a, z, short in _BRACKETED.findall(text) if short[0] == a and short[-1] == z}
    known |= {"".join(word[0] for word in name.split()) for name in _NAME.findall(text)}
    said = [one for _, cell in beside for one in _ONE.findall(cell.text)]
    return [Column("Ansvar", min(lefts))] if sum(one in known for one in said) * 3 >= 2 * len(said) else []


def _initials(line: Line, middle: float) -> Cell | None:
    """The initials that stand behind the text of a line, or alone in the margin."""
    if line.table is not None or not line.box:
        return None
    cell = line.cells[-1] if line.cells else Cell(line.text, line.box)
    return cell if cell.box and cell.box[0] > middle and _INITIALS.match(cell.text) else None


def _text_end(line: Line, last: Cell | None, middle: float) -> float:
    """Where the text of a line ends, without initials beside it."""
    if last is not None and _initials(line, middle) is not None:
        boxes = [cell.box for cell in line.cells[:-1] if cell.box]
        return max((box[2] for box in boxes), default=0.0)
    return line.box[2] if line.box else 0.0


def _headings(line: Line, middle: float, lexicon: Lexicon) -> list[Column]:
    """The margin's columns where the line holds nothing but their headings."""
    if line.table is not None or not line.box or line.box[0] < middle or len(line.text) > LONGEST:
        return []
    cells = line.cells or (Cell(line.text, line.box),)
    kinds = [lexicon.columns_of(cell.text) for cell in cells]
    if "owner" not in kinds[0] or not all(kind & {"owner", "due"} for kind in kinds):
        return []
    return [Column(cell.text.strip(" :"), cell.box[0] if cell.box else line.box[0]) for cell in cells]


def _parted(line: Line, columns: list[Column]) -> tuple[Line | None, dict[Column, Line]]:
    """A line without what it has in the margin, and that, by column."""
    if line.table is not None or not line.box:
        return line, {}
    cells = line.cells or (Cell(line.text, line.box),)
    beside: dict[Column, Line] = {}
    kept: list[Cell] = []
    for cell in cells:
        x = cell.box[0] if cell.box else line.box[0]
        column = max((c for c in columns if c.left <= x + SLACK), key=lambda c: c.left, default=None)
        if column is None or len(cell.text) > LONGEST:
            kept.append(cell)
        else:
            beside[column] = replace(line, text=cell.text, raw=cell.text, cells=(), box=cell.box, gap=0.6, bold=False)
    if not beside:
        return line, {}
    if not kept:
        return None, beside
    text = " ".join(cell.text for cell in kept)
    ends = [cell.box for cell in kept if cell.box]
    box = (line.box[0], line.box[1], max(b[2] for b in ends), line.box[3]) if ends else line.box
    return replace(line, text=text, raw=text, cells=tuple(kept) if len(kept) > 1 else (), box=box), beside


def _ends(text: str) -> bool:
    """True where a sentence ends with the line."""
    return text.rstrip().endswith((".", "!", "?", ":"))


def _hangs(waiting: dict[Column, Line]) -> bool:
    """True where a list of names goes on in the next line of the margin."""
    return any(line.text.rstrip().endswith((",", " og", "/", "&")) for line in waiting.values())


def _begins_anew(out: list[Line], body: Line) -> bool:
    return bool(out) and body.gap > 1.0


def _joined(held: Line, piece: Line) -> Line:
    """Two lines of one name or list in the margin."""
    comma = "" if held.text.rstrip().endswith((",", "/", " og", "&")) else ","
    return replace(held, text=f"{held.text}{comma} {piece.text}", raw=f"{held.raw} {piece.raw}")


def _labelled(waiting: dict[Column, Line]) -> Iterator[Line]:
    for column, line in sorted(waiting.items(), key=lambda pair: pair[0].left):
        yield replace(line, text=f"{column.heading}: {line.text.strip()}")
