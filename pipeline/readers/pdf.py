"""PDF through pdfium: lines with box, letter size and weight, at about the speed of pdfium's own text call.

One text call a page gives the words; a handful of calls a line give its geometry (every character through ctypes
is six times slower). Pages without text go to `ocr`, pages with drawn grids to `tables`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import Unreadable
from pipeline.model import Box, Cell, Issue, Line, Page, Reading, Severity, SourceFile, Status, TextFrom
from pipeline.options import Options
from pipeline.readers import columns, ocr, tables
from pipeline.readers.clean import clean
from pipeline.readers.letters import lost_letters

HYPHEN = "\ufffe"
"""What pdfium puts for a hyphen that ends a line; the line break itself is gone."""
COLUMN_GAP = 0.95
"""A gap between two runs on one line, in letter sizes, from which they are cells and not words."""
MIN_PATHS = 4
"""Drawn paths on a page from which a ruled table is possible."""
_BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.I)
_BREAK = re.compile(f"\r\n|\n|\r|{HYPHEN}")


def read(source: SourceFile, options: Options) -> Reading:
    """Every page of a PDF.

    Raises:
        Unreadable: encrypted or damaged beyond pdfium and a pikepdf re-save.
    """
    status = Status.OK
    try:
        pdf = _open(source.path)
    except Unreadable as error:
        if error.status is Status.ENCRYPTED:
            raise
        pdf, status = _open(_resaved(source.path, error)), Status.REPAIRED
    try:
        begun = [_begun(pdf, number, source, options) for number in range(len(pdf))]
    finally:
        pdf.close()
    pages, issues, failed = [], list[Issue](), 0
    for reader in begun:
        page, found = reader()
        failed += any(issue.code == "page_failed" for issue in found)
        pages.append(page)
        issues.extend(found)
    pages, lost = _reread_lost(source, pages, options)
    issues.extend(lost)
    return _reading(pages, issues, failed, status)


def _reading(pages: list[Page], issues: list[Issue], failed: int, status: Status) -> Reading:
    """The whole reading with its one outcome word, the gravest that applies."""
    codes = {issue.code for issue in issues}
    if status is Status.REPAIRED:
        issues.append(Issue("repaired", Severity.NOTE))
    if failed and failed == len(pages):
        status = Status.DAMAGED
    elif failed:
        status = Status.PARTIAL
    elif "needs_ocr" in codes and not any(page.lines for page in pages):
        status = Status.NEEDS_OCR
    elif "needs_ocr" in codes:
        status = Status.PARTIAL
    elif "needs_review" in codes or (pages and not any(page.lines for page in pages)):
        status = Status.NEEDS_REVIEW
    elif "engines_disagree" in codes and status is Status.OK:
        status = Status.OK_DISAGREE
    kinds = {page.text_from for page in pages if page.lines}
    text_from = kinds.pop() if len(kinds) == 1 else TextFrom.MIXED if kinds else TextFrom.TEXT_LAYER
    return Reading(
        tuple(pages),
        status,
        text_from,
        tuple(issues),
        f"pdfium {pdfium.PDFIUM_INFO}",
    )


def _open(path: Any) -> Any:
    """pdfium's document, or why there is none."""
    try:
        pdf = pdfium.PdfDocument(path)
        pages = len(pdf)
    except pdfium.PdfiumError as error:
        code = Status.ENCRYPTED if "password" in str(error).lower() else Status.DAMAGED
        raise Unreadable(code, str(error)) from error
    if not pages:
        pdf.close()
        raise Unreadable(Status.DAMAGED, "no pages")
    return pdf


def _resaved(path: str, cause: Unreadable) -> bytes:
    """The bytes of a broken file as pikepdf writes them anew; the original stays untouched."""
    import io

    import pikepdf

    out = io.BytesIO()
    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                raise cause
            pdf.save(out)
    except pikepdf.PasswordError as error:
        raise Unreadable(Status.ENCRYPTED, str(error)) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise cause from error
    return out.getvalue()


def _begun(pdf: Any, index: int, source: SourceFile, options: Options) -> ocr.Reader:
    """One page, read or being read; one that pdfium cannot parse must not take the others with it."""
    try:
        return _page(pdf, index, source, options)
    except Unreadable:
        raise
    except Exception as error:
        failed = Issue("page_failed", Severity.ERROR, None, (("page", str(index + 1)), ("reason", str(error))))
        return lambda: (Page(index + 1, 0.0, 0.0), [failed])


def _page(pdf: Any, index: int, source: SourceFile, options: Options) -> ocr.Reader:
    """One page, read the way that suits it: its text layer at once, a picture in the background."""
    page = pdf[index]
    try:
        width, height = page.get_size()
        text_page = page.get_textpage()
        try:
            found = list(_lines(text_page, index + 1, height))
            lines = columns.split([line for line, _ in found], [span for _, span in found], text_page)
            if not lines:
                return ocr.begin(page, index + 1, options)
            issues: list[Issue] = []
            if _count_paths(page) >= MIN_PATHS:
                grids, characters = tables.find(source.path, index)
                lines = tables.place(lines, grids, text_page, height)
                own = text_page.count_chars()
                if characters is not None and abs(own - characters) > 0.1 * max(own, characters):
                    values = (("page", str(index + 1)), ("pdfium", str(own)), ("pdfplumber", str(characters)))
                    issues.append(Issue("engines_disagree", Severity.DOUBT, None, values))
            result = Page(index + 1, width, height, tuple(_numbered(lines))), issues
            return lambda: result
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: Any, number: int, height: float) -> Iterator[tuple[Line, tuple[int, int]]]:
    """The lines of a text page in content order, with geometry from a few calls each, and their character spans."""
    text = text_page.get_text_range()
    # Characters that pdfium leaves out of its text shift the indices; only then is the slow mapping needed.
    shifted = text_page.count_chars() != len(text)
    position = 0
    for match in _BREAK.finditer(text + "\n"):
        printed, start, position = text[position : match.start()], position, match.end()
        hyphen = match.group() == HYPHEN
        words = clean(printed)
        if not words:
            continue
        lead = len(printed) - len(printed.lstrip())
        first = _char_index(text_page, text, start + lead) if shifted else start + lead
        count = len(printed.strip())
        yield _line(text_page, number, height, words + ("-" if hyphen else ""), first, count), (first, count)


def _char_index(text_page: Any, text: str, index: int) -> int:
    """pdfium's character index of a place in Python's text (UTF-16 there, and some characters are not text)."""
    units = index + sum(ord(c) > 0xFFFF for c in text[:index])
    found = raw.FPDFText_GetCharIndexFromTextIndex(text_page, units)
    return found if found >= 0 else index


def _line(text_page: Any, number: int, height: float, words: str, first: int, count: int) -> Line:
    """Box, size and weight of one line; several cells where wide gaps divide it."""
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    boxes: list[Box] = []
    for i in range(max(0, raw.FPDFText_CountRects(text_page, first, count))):
        raw.FPDFText_GetRect(text_page, i, left, top, right, bottom)
        boxes.append((left.value, height - top.value, right.value, height - bottom.value))
    size = raw.FPDFText_GetFontSize(text_page, first)
    bold = _is_bold(text_page, first) and _is_bold(text_page, first + max(0, count - 1))
    box = _union(boxes)
    if size <= 1.5 and box:  # some producers scale a one-point font: the box knows better
        size = box[3] - box[1]
    cells = _cells(text_page, boxes, size, height) if len(boxes) > 1 else ()
    return Line(number, 0, words, words, box, round(size, 1), bold, cells)


def _cells(text_page: Any, boxes: list[Box], size: float, height: float) -> tuple[Cell, ...]:
    """The parts of a line that gaps wider than `COLUMN_GAP` letters divide; empty where there is one part only."""
    groups: list[list[Box]] = []
    for box in sorted(boxes):
        if groups and box[0] - groups[-1][-1][2] <= COLUMN_GAP * max(size, 6):
            groups[-1].append(box)
        else:
            groups.append([box])
    if len(groups) < 2:
        return ()
    cells = []
    for group in groups:
        union = _union(group)
        assert union is not None
        x0, y0, x1, y1 = union
        words = text_page.get_text_bounded(x0 - 1, height - y1 - 1, x1 + 1, height - y0 + 1)
        cells.append(Cell(clean(words.replace("\r", " ").replace("\n", " ")), union))
    filled = tuple(cell for cell in cells if cell.text)
    return () if columns.is_marker([cell.text for cell in filled]) else filled


def _is_bold(text_page: Any, index: int) -> bool:
    """True where the font's name says so (pdfium's weight call does not find bold)."""
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return bool(_BOLD.search(buffer.value)) or bool(flags.value & 0x40000)


def _union(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _count_paths(page: Any) -> int:
    """Drawn paths on the page, counted no further than needed."""
    count = 0
    for i in range(raw.FPDFPage_CountObjects(page)):
        if raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, i)) == raw.FPDF_PAGEOBJ_PATH:
            count += 1
            if count >= MIN_PATHS:
                break
    return count


def _numbered(lines: list[Line]) -> Iterator[Line]:
    """The lines with their number on the page and the white space above them."""
    from dataclasses import replace

    previous: Line | None = None
    for number, line in enumerate(lines, 1):
        gap = 0.0
        if previous and previous.box and line.box:
            tall = max(previous.size, line.size, 4.0)
            gap = max(0.0, (line.box[1] - previous.box[3]) / tall)
        yield replace(line, number=number, gap=round(gap, 2))
        previous = line


def _reread_lost(source: SourceFile, pages: list[Page], options: Options) -> tuple[list[Page], list[Issue]]:
    """Pages whose text layer lost its æ, ø and å, read again from their image where they have one."""
    text = "\n".join(line.text for page in pages if page.text_from is TextFrom.TEXT_LAYER for line in page.lines)
    if not lost_letters(text):
        return pages, []
    pdf, issues, better = _open(source.path), list[Issue](), list[Page]()
    try:
        for page in pages:
            if page.text_from is TextFrom.TEXT_LAYER and page.lines and ocr.has_image(pdf[page.number - 1]):
                again, _ = ocr.read_page(pdf[page.number - 1], page.number, options)
                better.append(again if again.lines else page)
            else:
                better.append(page)
    finally:
        pdf.close()
    still = [str(page.number) for page in better if page.lines and page.text_from is TextFrom.TEXT_LAYER]
    if still:
        issues.append(Issue("layer_lost_letters", Severity.DOUBT, None, (("pages", ", ".join(still)),)))
    return better, issues
