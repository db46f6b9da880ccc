"""OpenDocument text (.odt): paragraphs with the numbers of their lists, tables, heads and feet."""

from __future__ import annotations

from typing import Any

from pipeline.errors import Unreadable
from pipeline.model import Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers.counters import FORMATS
from pipeline.readers.marked import Sheet
from pipeline.readers.zipped import parts

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _OFFICE, _DRAW = (_NS % name for name in ("text", "table", "style", "office", "drawing"))
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LEFT_OUT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_OFFICE}forms"))
_WRAPPERS = frozenset((f"{_TEXT}section", f"{_TEXT}index-body", f"{_TEXT}list-header", f"{_DRAW}text-box"))
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CONTENT, _STYLES = "content.xml", "styles.xml"


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of an OpenDocument text.

    Raises:
        Unreadable: it is no whole one, is locked, or unpacks to too much.
    """
    found = parts(source.at, (_CONTENT, _STYLES, "META-INF/manifest.xml"))
    manifest = found.get("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise Unreadable(Status.ENCRYPTED, "locked with a password")
    root = found.get(_CONTENT)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise Unreadable(Status.DAMAGED, "no text in it")
    sheet = Sheet()
    styles = [one for part in (found.get(_STYLES), root) if part is not None for one in part.iter()]
    writer = _Writer(sheet, styles)
    for edge in (element for element in styles if element.tag in (f"{_STYLE}header", f"{_STYLE}footer")):
        for paragraph in edge.iter(f"{_TEXT}p"):
            sheet.beside(writer.text(paragraph))
    writer.blocks(body)
    for note in body.iter(f"{_TEXT}note-body"):
        sheet.paragraph("\n".join(writer.text(p) for p in note.iter(f"{_TEXT}p")))
    if changes := sum(1 for _ in body.iter(f"{_TEXT}changed-region")):
        sheet.notes["changes_accepted"] += changes
    if comments := sum(1 for _ in body.iter(f"{_OFFICE}annotation")):
        sheet.notes["comments_left_out"] += comments
    return sheet.reading("lxml")


class _Writer:
    """Writes the body of a document to a sheet; `styles` are all elements of both files."""

    def __init__(self, sheet: Sheet, styles: list[Any]) -> None:
        self.sheet = sheet
        self.styles = {s.get(f"{_STYLE}name"): s for s in styles if s.tag == f"{_STYLE}style"}
        self.lists = {s.get(f"{_STYLE}name"): s for s in styles if s.tag == f"{_TEXT}list-style"}
        self.counts: dict[str, list[int]] = {}

    def blocks(self, parent: Any) -> None:
        """The paragraphs, lists and tables of an element."""
        for element in parent:
            if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(element, "")
            elif element.tag == f"{_TEXT}list":
                self._list(element, 0, None)
            elif element.tag == f"{_TABLE}table":
                self.sheet.table(self._rows(element))
            elif element.tag in _WRAPPERS or element.tag == f"{_TEXT}table-of-content":
                self.blocks(element)

    def _paragraph(self, element: Any, marker: str) -> None:
        text = self.text(element)
        style = element.get(f"{_TEXT}style-name")
        if element.tag == f"{_TEXT}h" and text.strip():
            level = element.get(f"{_TEXT}outline-level", "1")
            self.sheet.heading(f"{marker} {text}", min(6, int(level)) if level.isdigit() else 1)
        elif text.strip():
            title = (self._parent(style) or "") in ("Title", "Tittel")
            self.sheet.heading(text, 1) if title else self.sheet.paragraph(
                text, bold=self._is_bold(element, style), marker=marker
            )
        for box in element.iter(f"{_DRAW}text-box"):
            self.blocks(box)

    def _list(self, element: Any, depth: int, style: str | None) -> None:
        """The entries of a list with their marks; `style` is that of the list around it."""
        style = element.get(f"{_TEXT}style-name") or style
        counts = self.counts.setdefault(style or "", [])
        if depth == 0 and element.get(f"{_TEXT}continue-numbering") != "true" and not _continues(element):
            counts.clear()
        del counts[depth + 1 :]
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
                continue
            marker = self._mark(item, style, depth, counts) if item.tag == f"{_TEXT}list-item" else ""
            for child in item:
                if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    self._paragraph(child, marker)
                    marker = ""
                elif child.tag == f"{_TEXT}list":
                    self._list(child, depth + 1, style)

    def _mark(self, item: Any, style: str | None, depth: int, counts: list[int]) -> str:
        """The number or bullet of a list's entry."""
        if not any(child.tag in (f"{_TEXT}p", f"{_TEXT}h") for child in item):
            return ""
        levels = self.lists.get(style)
        level = None if levels is None else next((one for one in levels if _level(one) == depth), None)
        if level is None or level.tag != f"{_TEXT}list-level-style-number":
            return "-"
        start = item.get(f"{_TEXT}start-value") or level.get(f"{_TEXT}start-value", "1")
        while len(counts) <= depth:
            counts.append(int(start) - 1 if start.isdigit() else 0)
        if item.get(f"{_TEXT}start-value") and start.isdigit():
            counts[depth] = int(start) - 1
        counts[depth] += 1
        del counts[depth + 1 :]
        shown = int(level.get(f"{_TEXT}display-levels", "1"))
        numbers = [self._number(levels, at, counts[at]) for at in range(max(0, depth - shown + 1), depth + 1)]
        if not level.get(f"{_STYLE}num-format"):
            return ""
        return (
            f"{level.get(f'{_STYLE}num-prefix', '')}{'.'.join(numbers)}{level.get(f'{_STYLE}num-suffix', '')}".strip()
        )

    def _number(self, levels: Any, depth: int, count: int) -> str:
        level = next((one for one in levels if _level(one) == depth), None)
        kind = "1" if level is None else level.get(f"{_STYLE}num-format", "1")
        return FORMATS.get(_FORMATS.get(kind, ""), str)(count)

    def _parent(self, style: str | None) -> str | None:
        """The name of the style that an automatic one is made from, or its own."""
        found = self.styles.get(style)
        return style if found is None else found.get(f"{_STYLE}parent-style-name") or style

    def _is_bold(self, element: Any, style: str | None) -> bool:
        """True where all words of a paragraph are bold."""
        own = self._weight(style)
        spans = [span for span in element.iter(f"{_TEXT}span") if "".join(span.itertext()).strip(" :")]
        outside = (element.text or "") + "".join(child.tail or "" for child in element)
        if outside.strip(" :"):
            return own and all(self._weight(span.get(f"{_TEXT}style-name"), own) for span in spans)
        return bool(spans) and all(self._weight(span.get(f"{_TEXT}style-name"), own) for span in spans)

    def _weight(self, style: str | None, default: bool = False) -> bool:
        for _ in range(20):
            found = self.styles.get(style)
            if found is None:
                return default
            properties = found.find(f"{_STYLE}text-properties")
            weight = None if properties is None else properties.get(f"{_FO}font-weight")
            if weight:
                return bool(weight == "bold" or (weight.isdigit() and int(weight) >= 600))
            style = found.get(f"{_STYLE}parent-style-name")
        return default

    def text(self, element: Any) -> str:
        """The words of a paragraph, its breaks and tabs kept; notes and comments stand elsewhere."""
        said = [element.text or ""]
        for child in element:
            tag = child.tag
            if tag == f"{_TEXT}s":
                said.append(" " * min(200, int(child.get(f"{_TEXT}c", "1") or 1)))
            elif tag == f"{_TEXT}tab":
                said.append("\t")
            elif tag == f"{_TEXT}line-break":
                said.append("\n")
            elif isinstance(tag, str) and tag not in _LEFT_OUT and tag != f"{_DRAW}frame":
                said.append(self.text(child))
            said.append(child.tail or "")
        return "".join(said)

    def _rows(self, table: Any) -> list[list[str]]:
        """The rows of a table; a covered cell is empty, repeated ones are written as often, up to a limit."""
        rows = []
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue
            cells: list[str] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                words = "\n".join(self.text(p) for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
                repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
                cells.extend([words] * (min(50, int(repeated)) if repeated.isdigit() else 1))
            rows.append(cells)
        return rows


def _level(level: Any) -> int:
    """The depth, from 0, that a level of a list style is for."""
    value = level.get(f"{_TEXT}level", "0")
    return int(value) - 1 if value.isdigit() else -1


def _continues(element: Any) -> bool:
    """True where a list says that it goes on with an earlier one."""
    return element.get(f"{_TEXT}continue-list") is not None
