"""HTML: the text of a page in reading order; menus, banners and feet are kept beside it, scripts and styles dropped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipeline.errors import Unreadable
from pipeline.model import Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers.decoded import text_of
from pipeline.readers.marked import Sheet

DEEPEST = 150
"""Elements within elements, from which on their text is taken as one paragraph."""
MAIN_SHARE = 0.3
"""Share of the page's words that a marked main part must hold to be taken for it."""
_DECLARED = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_DROPPED = frozenset("script style noscript template iframe object svg canvas head".split())
_ASIDE = frozenset("nav footer aside form button dialog menu".split())
_ASIDE_ROLES = frozenset("navigation banner contentinfo search complementary dialog alertdialog".split())
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:menu|meny|nav|navbar|navigation|breadcrumbs?|brodsmuler|cookies?|share|social|del|sidebar|skip|"
    r"footer|topbar|toolbar|search|comments?|related|print|widget)(?:$|[\s_-])",
    re.I,
)
_BLOCKS = frozenset(
    "p div section article main header body html center address blockquote pre figure figcaption fieldset dl dt dd "
    "ul ol li h1 h2 h3 h4 h5 h6 table hr details summary nav footer aside form menu dialog legend caption".split()
)
_HEADING = re.compile(r"h([1-6])")
_BOLD = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LETTERED = {"a": "abcdefghijklmnopqrstuvwxyzæøå", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"}


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of an HTML file.

    Raises:
        Unreadable: there is no element in it.
    """
    return read_bytes(Path(source.at).read_bytes())


def read_bytes(data: bytes) -> Reading:
    """The lines of HTML as bytes, in the encoding that it declares."""
    from lxml import etree, html

    declared = _DECLARED.search(data[:2048])
    text = text_of(data, declared.group(1).decode("ascii") if declared else None).replace("\x00", "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(Status.DAMAGED, str(error)) from error
    sheet = Sheet()
    walk = _Walk(sheet, _main(root))
    walk.block(root, 0)
    walk.flush()
    if not sheet.lines and sheet.aside:  # nothing but what looked like menus: then that is the text
        sheet.lines, sheet.aside = [], []
        walk = _Walk(sheet, None, everything=True)
        walk.block(root, 0)
        walk.flush()
    return sheet.reading("lxml")


def _main(root: Any) -> Any:
    """The element that the page marks as its main part, where that holds enough of the words."""
    words = len(root.text_content().split())
    for path in (".//main", ".//*[@role='main']", ".//article", ".//*[@id='content']", ".//*[@id='main']"):
        found = root.xpath(path)
        if len(found) == 1 and len(found[0].text_content().split()) >= MAIN_SHARE * words:
            return found[0]
    return None


class _Walk:
    """Writes elements to a sheet; text gathers until a block ends it."""

    def __init__(self, sheet: Sheet, main: Any, everything: bool = False) -> None:
        self.sheet, self.main, self.everything = sheet, main, everything
        self.said: list[str] = []
        self.plain = False
        self.marker = ""
        self.lists: list[tuple[str, int]] = []
        self.outside = main is not None
        self.preformatted = 0

    def flush(self) -> None:
        """Write what has gathered as one paragraph."""
        text, bold = "".join(self.said), not self.plain and self._any_bold
        self.said, self.plain, self._any_bold = [], False, False
        if not self.preformatted:
            text = re.sub(r"[ \t\r\f\v]*\n[ \t\r\f\v]*", "\n", re.sub(r"[ \t\r\f\v]+", " ", text))
        if text.strip():
            if self.outside:
                self.sheet.beside(text)
            else:
                self.sheet.paragraph(text, bold=bold, marker=self.marker)
            self.marker = ""

    _any_bold = False

    def block(self, element: Any, depth: int) -> None:
        """An element that begins a line of its own."""
        tag = element.tag
        was_outside, is_pre = self.outside, tag == "pre"
        if element is self.main:
            self.flush()
            self.outside = False
        elif not self.everything and self._is_aside(element):
            self.flush()
            self.outside = True
        heading = _HEADING.fullmatch(tag)
        if heading:
            self.flush()
            text = re.sub(r"\s+", " ", element.text_content())
            self.sheet.beside(text) if self.outside else self.sheet.heading(text, int(heading.group(1)))
        elif tag == "table":
            self.flush()
            self._table(element, depth)
        elif depth > DEEPEST:
            self.said.append(element.text_content())
            self.flush()
        else:
            self.flush()
            self.preformatted += is_pre
            self._open(element, tag)
            self._children(element, depth, False)
            self.flush()
            if tag in ("ul", "ol"):
                self.lists.pop()
            self.preformatted -= is_pre
        self.outside = was_outside

    def _open(self, element: Any, tag: str) -> None:
        if tag == "ul":
            self.lists.append(("-", 0))
        elif tag == "ol":
            start = element.get("start", "1")
            self.lists.append((element.get("type", "1"), int(start) if start.lstrip("-").isdigit() else 1))
        elif tag == "li":
            kind, count = self.lists[-1] if self.lists else ("-", 0)
            value = element.get("value", "")
            count = int(value) if value.isdigit() else count
            if self.lists:
                self.lists[-1] = kind, count + 1
            self.marker = _mark(kind, count)

    def _children(self, element: Any, depth: int, bold: bool) -> None:
        self._text(element.text, bold)
        for child in element:
            self._child(child, depth, bold)
            self._text(child.tail, bold)

    def _child(self, child: Any, depth: int, bold: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _DROPPED or _HIDDEN.search(child.get("style", "")):
            return
        if tag == "br":
            self.said.append("\n")
        elif tag in _BLOCKS:
            self.block(child, depth + 1)
        elif depth > DEEPEST:
            self.said.append(child.text_content())
        else:
            self._children(child, depth + 1, bold or tag in _BOLD or _is_bold(child))

    def _text(self, text: str | None, bold: bool) -> None:
        if text:
            self.said.append(text if self.preformatted else re.sub(r"\s+", " ", text))
            if text.strip(" \t\r\n:\xa0"):
                self._any_bold = self._any_bold or bold
                self.plain = self.plain or not bold

    def _is_aside(self, element: Any) -> bool:
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return (
            element.tag in _ASIDE
            or element.get("role") in _ASIDE_ROLES
            or (element.tag not in ("body", "html", "main", "article") and bool(_ASIDE_NAMES.search(names)))
        )

    def _table(self, table: Any, depth: int) -> None:
        """A table of data as rows; one that only lays out the page (with tables or headings in it) as its contents."""
        if table.xpath(".//table|.//h1|.//h2|.//h3") or depth > DEEPEST:
            for cell in table.xpath("./tr/*|./tbody/tr/*|./thead/tr/*|./tfoot/tr/*"):
                self._children(cell, depth + 1, False)
                self.flush()
            return
        rows = []
        for row in table.xpath(".//tr"):
            cells: list[str] = []
            for cell in row.xpath("./td|./th"):
                inner = Sheet()
                walk = _Walk(inner, None, everything=True)
                walk._children(cell, depth + 1, False)
                walk.flush()
                cells.append("\n".join(line.text for line in inner.lines))
                span = cell.get("colspan", "1")
                cells.extend([""] * (min(int(span), 50) - 1 if span.isdigit() else 0))
            rows.append(cells)
        if self.outside:
            for cells in rows:
                self.sheet.beside(" ".join(cells))
        else:
            self.sheet.table(rows)


def _is_bold(element: Any) -> bool:
    return bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", element.get("style", "")))


def _mark(kind: str, count: int) -> str:
    """The mark of a list entry as a browser shows it."""
    if kind in _LETTERED and 0 < count <= len(_LETTERED[kind]):
        return f"{_LETTERED[kind][count - 1]}."
    return "-" if kind == "-" else f"{count}."
