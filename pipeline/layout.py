"""Lines as a reader of the page takes them in, before they become blocks.

Producers draw list markers last, set labels in a column of their own, put several labels on one line, or hold a form
in a ruled table. Here such lines are put together again; `raw` keeps what the layer had.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import replace

from extractors._names import is_office
from extractors.lexicon import Lexicon
from pipeline import grids
from pipeline.labels import known_label
from pipeline.minutes_table import slice_of, unroll
from pipeline.model import Box, Cell, Line, Page
from pipeline.numbering import opening
from pipeline.readers.tables import flat

_MARKER = re.compile(r"^(?:\d{1,3}[.)]|[a-zæøåA-ZÆØÅ][.)]|[•◦▪■●○–*·-]|[ivx]{1,4}[.)])$")
_INLINE = re.compile(r"(?<=[\s.,;])(?P<label>[A-ZÆØÅ][\wæøåÆØÅ/-]{1,20}\.?(?: (?:og|/) [\wæøå]+)?)\s*:\s+(?=\S)")
INLINE_MEANINGS = frozenset(
    {
        "date",
        "time",
        "place",
        "chair",
        "minute_taker",
        "secretary",
        "date_time",
        "time_place",
        "present",
        "absent",
        "number",
        "end",
        "responsible",
        "deadline",
    }
)
MIN_SIDE_HEADS = 4


def tidy(page: Page, lexicon: Lexicon) -> Page:
    """The page with its lines put together as they are read, numbers kept."""
    letter = _letter_width(page)
    lines = [_unmarked(line, lexicon) for line in _with_markers(list(page.lines)) if not _DRAWN_RULE.match(line.text)]
    if page.number == 1:
        lines = [_with_colon(line, lexicon) if at < HEAD_LINES else line for at, line in enumerate(lines)]
    lines = _whole_labels(lines)
    lines = grids.assemble(_side_heads(lines, lexicon))
    lines = _side_by_side(unroll(lines, letter), lexicon, letter)
    lines = [part for line in lines for part in _forms(line, lexicon, letter)]
    lines = [part for line in lines for part in _inline(line, lexicon)]
    return replace(page, lines=tuple(lines))


HEAD_LINES = 18
_DRAWN_RULE = re.compile(r"^[-=_*~–—.\s]{5,}$")
"""A rule typed with signs; it says nothing."""
_OPEN_MEANINGS = frozenset(
    {"present", "absent", "date", "time", "place", "chair", "minute_taker", "deputy", "date_time", "time_place"}
)
_MARKDOWN_HEADING = re.compile(r"^#{1,5}\s+(?=\S)")
_MARKDOWN_QUOTE = re.compile(r"^>\s+(?=\S)")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_LISTED_LABEL = re.compile(r"^[-*•]\s+([A-ZÆØÅ][\wæøå ]{1,25}):\s")
_OPEN_BOX = re.compile(r"^([-*])\s*\[ \]\s*")


def _unmarked(line: Line, lexicon: Lexicon) -> Line:
    """A line typed as Markdown: heading marks make it bold, quote and emphasis marks go."""
    text, bold = line.text, line.bold
    if _MARKDOWN_HEADING.match(text):
        text, bold = _MARKDOWN_HEADING.sub("", text), True
    text = _OPEN_BOX.sub(r"\1 ", _MARKDOWN_QUOTE.sub("", text))
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(lambda m: m.group(1) or m.group(2), text)
    if (match := _LISTED_LABEL.match(text)) and lexicon.meanings(match.group(1)):
        text = text[match.start(1) :]  # "- Når: ..." is a label, not an entry
    return line if text == line.text else replace(line, text=text, bold=bold)


def _whole_labels(lines: list[Line]) -> list[Line]:
    """Labels that a narrow column broke in two ("Meldt" / "forfall:"), whole again."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        broken = (
            before is not None
            and re.fullmatch(r"[a-zæøå][\wæøå -]{2,30}:", line.text)
            and re.fullmatch(r"[A-ZÆØÅ][\wæøåÆØÅ -]{2,40}", before.text)
        )
        if before is not None and broken and before.bold == line.bold and line.gap < 1:
            out[-1] = replace(before, text=f"{before.text} {line.text}", raw=f"{before.raw} {line.raw}")
        else:
            out.append(line)
    return out


def _with_colon(line: Line, lexicon: Lexicon) -> Line:
    """A line of the head that begins with a label and goes on with its value, the colon between them put in."""
    if ":" in line.text[:40] or line.cells or line.bold or len(line.text) > 220:
        return line
    words = line.text.split()
    for size in (3, 2, 1):
        if len(words) <= size or not words[0][:1].isupper():
            continue
        meaning = lexicon.meanings(" ".join(words[:size]))
        value = words[size]
        if (
            meaning
            and meaning[0] in _OPEN_MEANINGS
            and (len(" ".join(words[:size])) >= 4 or words[0] == "Tid")
            and (value[:1].isupper() or value[:1].isdigit() or value.startswith("kl") or is_office(value))
        ):
            return replace(line, text=f"{' '.join(words[:size])}: {' '.join(words[size:])}")
    return line


def _with_markers(lines: list[Line]) -> list[Line]:
    """List markers that stand as lines of their own, put before the line that they mark."""
    loose = [i for i, line in enumerate(lines) if _MARKER.match(line.text) and line.box]
    if not loose:
        return lines
    out = list(lines)
    gone: set[int] = set()
    for i in loose:
        marker = lines[i]
        assert marker.box is not None
        best: tuple[float, int] | None = None
        for j, line in enumerate(lines):
            if j == i or j in gone or not line.box or _MARKER.match(line.text) or line.table is not None:
                continue
            overlap = min(marker.box[3], line.box[3]) - max(marker.box[1], line.box[1])
            gap = line.box[0] - marker.box[2]
            if overlap > 0.4 * (marker.box[3] - marker.box[1]) and -2 <= gap <= 45 and (best is None or gap < best[0]):
                best = (gap, j)
        if best:
            line = out[best[1]]
            out[best[1]] = replace(line, text=f"{marker.text} {line.text}", raw=line.raw)
            gone.add(i)
    return [line for i, line in enumerate(out) if i not in gone]


def _letter_width(page: Page) -> float:
    """The usual width of a letter on the page, in points."""
    widths = [
        (line.box[2] - line.box[0]) / len(line.text)
        for line in page.lines
        if line.box and line.table is None and len(line.text) > 20
    ]
    return statistics.median(widths) if widths else 5.0


def _side_by_side(lines: list[Line], lexicon: Lexicon, letter: float) -> list[Line]:
    """A ruled table with lists of people beside each other, as one list after the other."""
    out: list[Line] = []
    heads: list[Cell] = []
    table: int | None = None
    columns: list[list[Line]] = []
    for line in [*lines, None]:
        if heads and (line is None or line.table != table or len(line.cells) != len(heads)):
            out.extend(row for column in columns for row in column)
            heads = []
        if line is None:
            break
        if (
            not heads
            and line.table is not None
            and len(line.cells) >= 2
            and all(_heads_people(cell.text, lexicon) for cell in line.cells)
        ):
            heads, table = list(line.cells), line.table
            columns = [
                [replace(line, text=f"{flat(c.text).strip(' :')}:", raw=flat(c.text), cells=(), table=None, box=c.box)]
                for c in line.cells
            ]
        elif not heads and line.table is not None and (lists := _listed_in_cells(line, lexicon, letter)):
            out.extend(lists)
        elif heads:
            for column, cell in zip(columns, line.cells, strict=True):
                values = [t for t in cell.text.split("\n") if t]
                for at, value in enumerate(values):
                    box = slice_of(cell.box, at, len(values), letter, value)
                    column.append(replace(line, text=value, raw=value, cells=(), table=None, box=box, gap=0.2))
        else:
            out.append(line)
    return out


def _listed_in_cells(line: Line, lexicon: Lexicon, letter: float) -> list[Line]:
    """A row whose every cell is a list of people under its own label on the first line; empty where one is not."""
    out: list[Line] = []
    for cell in line.cells:
        values = [t for t in cell.text.split("\n") if t.strip()]
        if len(values) < 2 or not _heads_people(values[0], lexicon):
            return []
        for at, value in enumerate(values):
            box = slice_of(cell.box, at, len(values), letter, value)
            text = value if at else f"{value.strip(' :')}:"
            out.append(replace(line, text=text, raw=value, cells=(), table=None, box=box, gap=0.2))
    return out


def _heads_people(text: str, lexicon: Lexicon) -> bool:
    meaning = known_label(flat(text).strip(" :"), lexicon)[:1]
    return bool(meaning) and meaning[0] in ("present", "absent", "deputy", "observer", "group") and len(text) < 45


def _forms(line: Line, lexicon: Lexicon, letter: float) -> Iterator[Line]:
    """A row whose first cell is a label, as a labelled line; the further lines of its value follow."""
    cells = line.cells
    if (
        not cells
        and (bare := _TRAILING_HEAD.sub("", line.text)) != line.text
        and known_label(bare, lexicon)[:1] in (("present",), ("absent",), ("deputy",))
    ):
        yield replace(line, text=bare)
        return
    if len(cells) < 2 or not cells[0].text:
        yield line
        return
    head = cells[0].text.strip(" :")
    meaning = known_label(head, lexicon)
    numbered = opening(f"{head} X")
    if line.table is None and len(cells) == 2 and numbered and numbered.strong and len(head) < 18:
        yield replace(line, cells=())  # a case number in a column of its own, its title beside it
        return
    if not meaning or meaning[0] not in _FORM_MEANINGS or len(head) > 40:
        yield line
        return
    if all(_COLUMN_HEAD.match(cell.text.strip(" :")) for cell in cells[1:]):
        yield replace(line, text=head, raw=head, cells=(), table=None)  # "Følgende medlemmer møtte | Parti"
        return
    # A header of a table of people ("Navn | Møtt | Forfall") has labels in several cells: it stays a row.
    if any(known_label(cell.text.strip(" :"), lexicon) for cell in cells[1:]) and not line.text.count(":"):
        yield line
        return
    pairs: list[tuple[str, list[str], Box | None]] = [(head, [], cells[0].box)]
    for cell in cells[1:]:
        label = re.match(r"^([^:]{2,30}):\s*(.*)$", cell.text, re.S)
        if label and known_label(label[1], lexicon)[:1] and known_label(label[1], lexicon)[0] in _FORM_MEANINGS:
            pairs.append((label[1], [t for t in label[2].split("\n") if t], cell.box))
        else:
            pairs[-1][1].extend(t for t in cell.text.split("\n") if t)
    for label_text, values, box in pairs:
        first = values[0] if values else ""
        part = slice_of(cells[-1].box or box, 0, len(values), letter, first) if line.table is not None else line.box
        whole = (box[0], part[1], part[2], part[3]) if box and part else line.box
        yield replace(
            line,
            text=f"{label_text}: {first}".strip(),
            raw=line.raw if line.table is None else first or label_text,
            cells=(),
            table=None,
            box=whole,
        )
        for at, value in enumerate(values[1:], 1):
            yield replace(
                line,
                text=value,
                raw=value,
                cells=(),
                table=None,
                box=slice_of(cells[-1].box or box, at, len(values), letter, value),
                gap=0.2,
            )


_COLUMN_HEAD = re.compile(
    r"^(?:parti|representer\w*|organisasjon\w*|funksjon|rolle|stilling|verv|merknad\w*|gruppe|liste|virksomhet|verksemd)$",
    re.I,
)
_TRAILING_HEAD = re.compile(r"\s+(?:Parti|Representerer|Representerar|Organisasjon|Funksjon|Stilling)$")
_FORM_MEANINGS = frozenset(
    """
    present absent deputy chair minute_taker secretary observer date time place date_time time_place end
    body number group members next_meeting distribution attachment
    """.split()
)


def _inline(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """A line with several short labels ("Dato: ... Tid: ... Sted: ..."), one line for each."""
    if line.table is None and (pieces := _attendance_inside(line.text, lexicon)):
        for text in pieces:
            yield replace(line, text=text, raw=text, cells=())
        return
    if line.table is not None or line.text.count(":") < 2 or len(line.text) > 200:
        yield line
        return
    cuts = [
        m.start("label")
        for m in _INLINE.finditer(line.text)
        if known_label(m["label"], lexicon)[:1] and known_label(m["label"], lexicon)[0] in INLINE_MEANINGS
    ]
    head = re.match(r"^([^:]{2,40}):", line.text)
    if (
        not cuts
        or not head
        or not known_label(head[1], lexicon)
        or known_label(head[1], lexicon)[0] not in INLINE_MEANINGS | {"action", "decision"}
    ):
        yield line
        return
    if known_label(head[1], lexicon)[0] in ("action", "decision"):
        yield line
        return
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[start:end].strip(" ;,")
        yield replace(line, text=text, raw=text, cells=())


_INNER_LABEL = re.compile(r"(?<=[.)])\s+(?=(?P<label>[A-ZÆØÅ][^.:,;()]{2,40}):(?:\s|$))")


def _attendance_inside(text: str, lexicon: Lexicon) -> list[str]:
    """A line cut before labels of attendance behind a full stop ("... Ola Nes. Forfall: ..."); empty where none is."""
    head = re.match(r"^([^:]{2,40}):", text)
    in_list = head is not None and known_label(head[1], lexicon)[:1] in _PEOPLE_LABELS
    cuts = [
        m.start()
        for m in _INNER_LABEL.finditer(text)
        if in_list or known_label(m["label"], lexicon)[:1] in _PEOPLE_LABELS
    ]
    if not cuts:
        return []
    return [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


_PEOPLE_LABELS = (
    ("present",),
    ("absent",),
    ("deputy",),
    ("observer",),
    ("secretary",),
    ("minute_taker",),
    ("chair",),
    ("group",),
)


def _side_heads(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """A page whose labels stand in a narrow column of their own, and were read before everything beside them."""
    boxed = [line for line in lines if line.box and line.table is None]
    if len(boxed) < 8:
        return lines
    heads = [
        line
        for line in boxed
        if len(line.text) <= 34
        and (
            known_label(line.text.strip(" :"), lexicon)
            or ((o := opening(f"{line.text} X")) and o.strong and len(line.text) < 16)
        )
    ]
    if len(heads) < MIN_SIDE_HEADS:
        return lines
    edge = sorted(line.box[0] for line in heads if line.box)[len(heads) // 2]
    heads = [line for line in heads if line.box and abs(line.box[0] - edge) < 8]
    beside = [(h, _right_of(h, boxed, heads)) for h in heads]
    paired = [(h, b) for h, b in beside if b is not None]
    read_early = sum(1 for h, b in paired if lines.index(b) - lines.index(h) > 1)
    if len(paired) < MIN_SIDE_HEADS or read_early < MIN_SIDE_HEADS // 2:
        return lines
    partner = {id(b): h for h, b in paired}
    used = {id(h) for h, _ in paired}
    ordered = sorted(
        (line for line in lines if id(line) not in used),
        key=lambda line: ((line.box[1] if line.box else 0.0), (line.box[0] if line.box else 0.0)),
    )
    out = []
    for line in ordered:
        if head := partner.get(id(line)):
            join = " " if opening(f"{head.text} X") and not known_label(head.text.strip(" :"), lexicon) else ": "
            label = head.text.strip(" :") if join == ": " else head.text
            assert head.box and line.box
            box = (head.box[0], min(head.box[1], line.box[1]), line.box[2], max(head.box[3], line.box[3]))
            line = replace(
                line,
                text=f"{label}{join}{line.text}",
                raw=f"{head.raw} {line.raw}",
                box=box,
                gap=max(head.gap, line.gap) if line.gap < 1 else line.gap,
            )
        out.append(line)
    return out


def _right_of(head: Line, boxed: list[Line], heads: list[Line]) -> Line | None:
    """The line on the same height to the right of a head."""
    assert head.box
    best, edge = None, 0.0
    for line in boxed:
        if line in heads or not line.box or line.box[0] < head.box[2]:
            continue
        overlap = min(head.box[3], line.box[3]) - max(head.box[1], line.box[1])
        if overlap > 0.4 * (head.box[3] - head.box[1]) and (best is None or line.box[0] < edge):
            best, edge = line, line.box[0]
    return best
