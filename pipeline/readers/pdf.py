"""PDF through pdfium: lines with box, letter size and weight, at about the speed of pdfium's own text call.

`layer` gives a page's lines, `columns` and `tables` find cells in them; pages without text go to `ocr`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline import clock
from pipeline.bullets import plain
from pipeline.errors import Unreadable
from pipeline.model import Issue, Line, Page, Reading, Severity, SourceFile, Status, TextFrom, Word
from pipeline.options import Options
from pipeline.readers import columns, ocr, sound, tables
from pipeline.readers.forms import filled
from pipeline.readers.layer import Layer, Printed, frame
from pipeline.readers.letters import damaged
from pipeline.readers.opened import Opened, opened, opened_copy
from pipeline.readers.order import beside_labels, ordered
from pipeline.readers.spaced import close_spaced

STAMP = 15
"""Words of a text layer below which a page with a picture is looked at."""
_LAYER = TextFrom.TEXT_LAYER
AHEAD = 8
"""Pages begun and not yet handed on: enough to keep recognition busy, few enough for constant memory."""


def read(source: SourceFile, options: Options) -> Reading:
    """Every page of a PDF.

    Raises:
        Unreadable: encrypted or damaged beyond pdfium and a pikepdf re-save.
    """
    with opened(source.at, options.passwords) as pdf:
        reading = _read(pdf, options)
        wrong = sound.faults(pdf)
    if _doubtful(pdf, reading, wrong):
        reading = _better(reading, source, options)
    return _look_again(source, _warned(reading, wrong), options)


def pages(pdf: Opened, options: Options) -> Iterator[tuple[Page, list[Issue]]]:
    """The pages of an open PDF one after the other, with what a person should know of each; holds only a few."""
    begun: deque[tuple[int, ocr.Reader]] = deque()
    clock.expect(len(pdf.pdf))
    for index in range(len(pdf.pdf)):
        begun.append((index, _begun(pdf, index, options)))
        clock.beat()
        if len(begun) > AHEAD:
            yield _finished(*begun.popleft())
    while begun:
        yield _finished(*begun.popleft())


def words(source: SourceFile, number: int, options: Options) -> list[Word]:
    """The words of a page (1-based) by its text layer, with their boxes in points from the page's top left.

    Raises:
        Unreadable: the file cannot be opened.
    """
    with opened(source.at, options.passwords) as pdf:
        page = pdf.pdf[number - 1]
        with Layer(page, frame(page, *page.get_size())) as layer:
            found = [word for line in layer.lines() for word in layer.words(line)]
        page.close()
    return found


def _read(pdf: Opened, options: Options) -> Reading:
    """All pages of an open PDF."""
    found, issues, failed = list[Page](), list[Issue](), 0
    for page, doubts in pages(pdf, options):
        failed += any(issue.code == "page_failed" for issue in doubts)
        found.append(page)
        issues.extend(doubts)
    return _reading(found, issues, failed, pdf.status)


def _doubtful(pdf: Opened, reading: Reading, wrong: sound.Faults) -> bool:
    """True where a re-saved copy may hold more than was read: broken, or another engine saw otherwise."""
    codes = {issue.code for issue in reading.issues}
    doubts = codes & {"engines_disagree", "page_failed", "no_text"}
    return pdf.status is Status.OK and (not pdf.whole or bool(doubts) or bool(wrong))


def _warned(reading: Reading, wrong: sound.Faults) -> Reading:
    """The reading with the pages named whose contents are damaged: their text may be wrong, or not all of it."""
    failed = {dict(issue.values).get("page") for issue in reading.issues if issue.code == "page_failed"}
    pages = [str(number) for number in wrong.pages if str(number) not in failed]
    if not pages:
        return reading
    issues = [Issue("page_damaged", Severity.DOUBT, None, (("page", number),)) for number in pages]
    read = reading.status in (Status.OK, Status.OK_DISAGREE, Status.REPAIRED)
    status = Status.NEEDS_REVIEW if read else reading.status
    return replace(reading, status=status, issues=(*reading.issues, *issues))


def _better(reading: Reading, source: SourceFile, options: Options) -> Reading:
    """The reading, or that of a re-saved copy where it has clearly more; a broken file is told either way."""
    try:
        with opened_copy(source.at, options.passwords) as copy:
            again = _read(copy, options)
    except Unreadable:
        again = None
    if again is not None and _amount(again) > 1.02 * _amount(reading):
        return again
    if reading.status is Status.OK:
        issue = Issue("broken_end", Severity.NOTE, None, (("pages", str(len(reading.pages))),))
        return replace(reading, status=Status.REPAIRED, issues=(*reading.issues, issue))
    return reading


def _amount(reading: Reading) -> int:
    """Letters that were read."""
    return sum(len(line.text) for page in reading.pages for line in page.lines)


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
    elif "needs_review" in codes:
        status = Status.NEEDS_REVIEW
    elif pages and not any(page.lines for page in pages):
        status = Status.NEEDS_REVIEW
        issues.append(Issue("no_text", Severity.DOUBT))
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


def _begun(pdf: Opened, index: int, options: Options) -> ocr.Reader:
    """One page, read or being read; one that pdfium cannot parse must not take the others with it."""
    try:
        return _page(pdf, index, options)
    except MemoryError:
        raise  # what is left of the file would fare no better, and its outcome has a word for that
    except Exception as error:
        failed = _failed(index, error)
        return lambda: failed


def _finished(index: int, reader: ocr.Reader) -> tuple[Page, list[Issue]]:
    """One page whose reading has begun, once it is read."""
    try:
        return reader()
    except MemoryError:
        raise
    except Exception as error:
        return _failed(index, error)


def _failed(index: int, error: Exception) -> tuple[Page, list[Issue]]:
    """A page that could not be read."""
    values = (("page", str(index + 1)), ("reason", str(error)))
    return Page(index + 1, 0.0, 0.0), [Issue("page_failed", Severity.ERROR, None, values)]


def _page(pdf: Opened, index: int, options: Options) -> ocr.Reader:
    """One page, read the way that suits it: its text layer at once, a picture in the background."""
    page = pdf.pdf[index]
    try:
        is_form = filled(page)
        if is_form:
            page.close()
            page = pdf.pdf[index]
        result = _layer(page, index, pdf, is_form)
        if not result[0].lines and raw.FPDFPage_CountObjects(page.raw) > 0:
            return ocr.begin(page, index + 1, options)
        if _is_stamped(result[0]) and ocr.has_image(page):
            seen = ocr.begin(page, index + 1, options)
            return lambda: _both(result, seen())
        return lambda: result
    finally:
        page.close()


def _is_stamped(page: Page) -> bool:
    """True where a text layer holds so little that it may be a stamp or a page number on a scan."""
    words = 0
    for line in page.lines:
        words += len(line.text.split())
        if words >= STAMP:
            return False  # most pages show it in their second line
    return True


def _both(layer: tuple[Page, list[Issue]], seen: tuple[Page, list[Issue]]) -> tuple[Page, list[Issue]]:
    """A scan with what its layer has beside it; the layer alone where the picture shows no text to trust."""
    page, issues = seen
    if issues or sum(len(line.text) for line in page.lines) <= sum(len(line.text) for line in layer[0].lines):
        return layer[0], [*layer[1], *(issue for issue in issues if issue.code == "needs_ocr")]
    beside = [line for line in layer[0].lines if not any(_overlap(line, other) for other in page.lines)]
    last = len(page.lines)
    added = (replace(line, number=last + n) for n, line in enumerate(beside, 1))
    return replace(page, lines=(*page.lines, *added)), layer[1]


def _overlap(one: Line, other: Line) -> bool:
    """True where two lines share a part of the page."""
    a, b = one.box, other.box
    return not a or not b or (min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1]))


def _layer(page: Any, index: int, pdf: Opened, is_form: bool) -> tuple[Page, list[Issue]]:
    """A page by its text layer, and what its two engines disagree on where both had to look."""
    width, height = page.get_size()
    turn = frame(page, width, height)
    issues = []
    with Layer(page, turn) as layer:
        lines = ordered(layer.lines(), layer)
        if is_form:
            lines = beside_labels(lines)
        if tables.possible(lines):
            grids, characters = tables.find(page, turn, pdf, index)
            lines = tables.place(lines, grids, layer)
            if characters is not None and abs(layer.characters - characters) > 0.1 * max(layer.characters, characters):
                values = (("page", str(index + 1)), ("pdfium", str(layer.characters)), ("pdfplumber", str(characters)))
                issues.append(Issue("engines_disagree", Severity.DOUBT, None, values))
        columns.split(lines, layer)
        close_spaced(lines, layer)
    if not lines and raw.FPDFPage_CountObjects(page.raw) == 0:
        issues.append(Issue("blank_page", Severity.NOTE, None, (("page", str(index + 1)),)))
    return Page(index + 1, width, height, tuple(_numbered(lines, index + 1)), written=layer.text), issues


def _numbered(lines: list[Printed], page: int) -> Iterator[Line]:
    """The lines with their number on the page and the white space above them."""
    above: Printed | None = None
    for number, line in enumerate(lines, 1):
        gap = 0.0
        text, box, size = plain(line.text), line.box, line.size
        if above and above.box and box and box[1] > above.box[3]:
            gap = round((box[1] - above.box[3]) / max(above.size, size, 4.0), 2)
        closed, bold, cells, table = plain(line.closed) or text, line.bold, line.cells, line.table
        if text is not line.text and cells:
            cells = tuple(replace(cell, text=plain(cell.text)) for cell in cells)
        # by place, not by name: a page has hundreds of these
        yield Line(
            page, number, closed, text, box, size, bold, cells, table, _LAYER, 1.0, gap, (), (), line.font, line.lead
        )
        above = line


def _look_again(source: SourceFile, reading: Reading, options: Options) -> Reading:
    """The reading with the pages marked whose text layer lost its letters, each with what its image shows."""
    texts = {page.number: "\n".join(line.text for line in page.lines) for page in reading.pages}
    lost = damaged([number for number in texts], texts)
    if not lost:
        return reading
    pages: list[Page] = []
    with opened(source.at, options.passwords) as pdf:
        for page in reading.pages:
            pages.append(_seen(pdf.pdf, page, options) if page.number in lost and page.lines else page)
            clock.beat()
    return replace(reading, pages=tuple(pages))


def _seen(pdf: Any, page: Page, options: Options) -> Page:
    """A damaged page with the words of its layer, and with what is read from its image where it has one."""
    shown = pdf[page.number - 1]
    with Layer(shown, frame(shown, *shown.get_size())) as layer:
        words = tuple(word for line in layer.lines() for word in layer.words(line))
    marked = replace(page, damaged=True, words=words)
    if ocr.has_image(shown) and options.ocr and ocr.available():
        again, seen_words = ocr.seen(shown, page.number, options)
        marked = replace(marked, seen=again.lines, seen_words=seen_words)
    shown.close()
    return marked
