"""Word's .docx: paragraphs with their computed numbers, tables, heads and feet; the accepted text of tracked changes.

Read from its XML: what Word counts (list numbers) stands nowhere as text, and python-docx does not count it either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.errors import Unreadable
from pipeline.model import Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers.counters import Counters, Level
from pipeline.readers.marked import Sheet
from pipeline.readers.zipped import parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)$", re.I)
_TITLE = re.compile(r"(?:title|tittel)$", re.I)
_MOVED = frozenset(f"{_W}{name}" for name in ("del", "moveFrom"))
_DOCUMENT, _STYLES, _NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_EDGES = tuple(f"word/{name}{n}.xml" for n in range(1, 10) for name in ("header", "footer"))


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of a Word document.

    Raises:
        Unreadable: it is no whole one, is locked, or unpacks to too much.
    """
    found = parts(source.at, (_DOCUMENT, _STYLES, _NUMBERS, "word/comments.xml", *_NOTES, *_EDGES))
    if _DOCUMENT not in found:
        raise Unreadable(Status.DAMAGED, "no document in it")
    sheet = Sheet()
    writer = _Writer(sheet, _Styles(found.get(_STYLES)), _levels(found.get(_NUMBERS)))
    for name in _EDGES:
        if name in found:
            for paragraph in found[name].iter(f"{_W}p"):
                sheet.beside(writer.text(paragraph))
    body = found[_DOCUMENT].find(f"{_W}body")
    if body is None:
        raise Unreadable(Status.DAMAGED, "no body in it")
    writer.blocks(body)
    for name in _NOTES:
        for note in found.get(name, ()):
            if note.get(f"{_W}type") is None:
                sheet.paragraph("\n".join(writer.text(p) for p in note.iter(f"{_W}p")))
    if "word/comments.xml" in found and (count := len(found["word/comments.xml"])):
        sheet.notes["comments_left_out"] += count
    return sheet.reading("lxml")


class _Styles:
    """What the styles of a document say: its headings, bold ones, and their lists."""

    def __init__(self, root: Any) -> None:
        self.styles = {} if root is None else {s.get(f"{_W}styleId"): s for s in root.iter(f"{_W}style")}

    def chain(self, key: str | None) -> Iterator[Any]:
        """A style and those that it is based on, nearest first."""
        for _ in range(20):
            style = self.styles.get(key)
            if style is None:
                return
            yield style
            key = _value(style, "basedOn")

    def heading(self, key: str | None) -> int:
        """The level of a heading style, 0 for running text."""
        for style in self.chain(key):
            name = _value(style, "name") or ""
            if match := _HEADING.search(name) or _HEADING.search(style.get(f"{_W}styleId") or ""):
                return max(1, min(6, int(match.group(1))))
            if _TITLE.fullmatch(name):
                return 1
            if (level := _value(style, "pPr/outlineLvl")) and level.isdigit() and int(level) < 6:
                return int(level) + 1
        return 0

    def bold(self, key: str | None) -> bool:
        """True where a style sets its text bold."""
        return next((_on(b) for s in self.chain(key) if (b := s.find(f"{_W}rPr/{_W}b")) is not None), False)

    def numbering(self, key: str | None) -> Any:
        """The list that a style belongs to, or None."""
        return next((n for s in self.chain(key) if (n := s.find(f"{_W}pPr/{_W}numPr")) is not None), None)


class _Writer:
    """Writes the body of a document to a sheet."""

    def __init__(self, sheet: Sheet, styles: _Styles, levels: dict[str, dict[int, Level]]) -> None:
        self.sheet, self.styles, self.counters = sheet, styles, Counters(levels)

    def blocks(self, parent: Any) -> None:
        """The paragraphs and tables of an element, and of the frames around them."""
        for element in parent:
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self.sheet.table(self._rows(element))
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
                self.blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        style = _value(paragraph, "pPr/pStyle")
        text, marker = self.text(paragraph), self._marker(paragraph, style)
        level = self.styles.heading(style)
        if level and text.strip():
            self.sheet.heading(f"{marker} {text}", level)
        else:
            self.sheet.paragraph(text, bold=self._is_bold(paragraph, style), marker=marker if text.strip() else "")
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(up.tag == f"{_MC}Fallback" for up in box.iterancestors()):
                self.blocks(box)

    def _marker(self, paragraph: Any, style: str | None) -> str:
        """The number or bullet of a list's paragraph as Word shows it."""
        numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
        inherited = self.styles.numbering(style)
        if numbering is None:
            numbering = inherited
        if numbering is None:
            return ""
        key = _value(numbering, "numId") or (_value(inherited, "numId") if inherited is not None else None)
        depth = _value(numbering, "ilvl") or "0"
        return self.counters.next(key, int(depth)) if key and key != "0" and depth.isdigit() else ""

    def _is_bold(self, paragraph: Any, style: str | None) -> bool:
        """True where all words of a paragraph are bold."""
        default = self.styles.bold(style)
        runs = [run for run in paragraph.iter(f"{_W}r") if any((t.text or "").strip(" :") for t in run.iter(f"{_W}t"))]
        marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
        return bool(runs) and all(default if mark is None else _on(mark) for mark in marks)

    def text(self, paragraph: Any) -> str:
        """The words of a paragraph: insertions in, deletions and hidden words out, each noted."""
        said: list[str] = []
        self._gather(paragraph, said)
        return "".join(said)

    def _gather(self, element: Any, said: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag in _MOVED:
                self.sheet.notes["changes_accepted"] += 1
            elif tag == f"{_W}r":
                self._run(child, said)
            elif tag == f"{_W}t":
                said.append(child.text or "")
            elif tag == f"{_W}ins":
                self.sheet.notes["changes_accepted"] += 1
                self._gather(child, said)
            elif tag != f"{_W}pPr" and isinstance(tag, str):
                self._gather(child, said)

    def _run(self, run: Any, said: list[str]) -> None:
        hidden = run.find(f"{_W}rPr/{_W}vanish")
        if hidden is not None and _on(hidden):
            self.sheet.notes["hidden_left_out"] += 1
            return
        for child in run:
            name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            if name == "t":
                said.append(child.text or "")
            elif name in ("br", "cr"):
                said.append("\n")
            elif name == "tab":
                said.append("\t")
            elif name == "noBreakHyphen":
                said.append("-")

    def _rows(self, table: Any) -> list[list[str]]:
        """The rows of a table; a cell that goes on from above is empty, one over several columns comes first."""
        rows = []
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue  # a table within a cell: its words are the cell's
            cells: list[str] = []
            for cell in row.iter(f"{_W}tc"):
                if next(cell.iterancestors(f"{_W}tr")) is not row:
                    continue
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
                cells.append("" if goes_on else self._cell(cell))
                span = _value(cell, "tcPr/gridSpan") or "1"
                cells.extend([""] * (min(int(span), 50) - 1 if span.isdigit() else 0))
            rows.append(cells)
        return rows

    def _cell(self, cell: Any) -> str:
        said = []
        for paragraph in cell.iter(f"{_W}p"):
            text = self.text(paragraph)
            marker = self._marker(paragraph, _value(paragraph, "pPr/pStyle")) if text.strip() else ""
            said.append(f"{marker} {text}".strip())
        return "\n".join(said)


def _levels(root: Any) -> dict[str, dict[int, Level]]:
    """The lists of a document: list id -> depth -> how it counts."""
    if root is None:
        return {}
    kinds = {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
    found = {}
    for number in root.iter(f"{_W}num"):
        key = number.get(f"{_W}numId") or ""
        kind = kinds.get(_value(number, "abstractNumId"))
        levels = {} if kind is None else {int(one.get(f"{_W}ilvl", "0")): _level(one) for one in kind.iter(f"{_W}lvl")}
        for change in number.iter(f"{_W}lvlOverride"):
            depth = int(change.get(f"{_W}ilvl", "0"))
            if (own := change.find(f"{_W}lvl")) is not None:
                levels[depth] = _level(own)
            start = _value(change, "startOverride")
            if start and start.isdigit() and depth in levels:
                levels[depth] = levels[depth].starting(int(start))
        shared = _value(number, "abstractNumId") or key
        found[key] = {depth: level.of_list(shared) for depth, level in levels.items()}
    return found


def _level(level: Any) -> Level:
    start = _value(level, "start") or "1"
    text = _value(level, "lvlText") or ""
    return Level(_value(level, "numFmt") or "decimal", text, int(start) if start.isdigit() else 1)


def _value(element: Any, path: str) -> str | None:
    """The value of an element below, by a path without prefixes; None where it is not there."""
    found = element.find("/".join(f"{_W}{part}" for part in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


def _on(mark: Any) -> bool:
    """True for a switch that is set; Word writes it without a value."""
    return mark.get(f"{_W}val", "1") not in ("0", "false", "none", "off")
