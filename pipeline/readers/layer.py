"""The text layer of a page: its lines as printed, with geometry from a few calls of pdfium each.

One text call gives the words of the whole page; every character through ctypes would cost nine times as much. Boxes
are turned and moved to the page as it is shown: points from its top left, whatever its rotation and crop box.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.bullets import is_bullet
from pipeline.model import Box, Cell, Word
from pipeline.readers.clean import clean, is_clean

HYPHEN = "\ufffe"
"""What pdfium puts for a hyphen that ends a line; the line break itself is gone."""
_PRINTED = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?")
_WORD = re.compile(r"\S+")
_BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.I)
_SUBSET = re.compile(rb"^[A-Z]{6}\+")
_FORCE_BOLD = 0x40000
"""The flag by which a font's description says bold (pdfium's weight call does not find it)."""


def untyped(function: Any, result: Any = ctypes.c_int) -> Any:
    """One of pdfium's functions without ctypes' look at each argument, which takes longer than the call itself.

    The caller has to get them right: handles as they come, `byref` of what is written to, whole numbers. The
    interpreter's lock is kept, since none of these calls takes longer than to give it up and to take it again.
    """
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_get_text = untyped(raw.FPDFText_GetText)
_count_rects = untyped(raw.FPDFText_CountRects)
_get_rect = untyped(raw.FPDFText_GetRect)
_get_letter = untyped(raw.FPDFText_GetCharBox)
_get_size = untyped(raw.FPDFText_GetFontSize, ctypes.c_double)
_get_font = untyped(raw.FPDFText_GetFontInfo)

_get_rotation = untyped(raw.FPDFPage_GetRotation)
_get_bounding_box = untyped(raw.FPDF_GetPageBoundingBox)

_NOWHERE: list[ctypes.c_double | float] = [0.0, 0.0, 0.0, 0.0]
_edges = (ctypes.c_double * 4)()
_left, _bottom, _right, _top = (ctypes.byref(_edges, 8 * i) for i in range(4))
_run_edges, _letter_edges = (_left, _top, _right, _bottom), (_left, _right, _bottom, _top)
"""Where pdfium writes a box, and in which order it is asked for; one for all pages, as pdfium itself is one."""
_name, _flags = ctypes.create_string_buffer(128), ctypes.c_int()
_font = ctypes.byref(_name), 128, ctypes.byref(_flags)
_frame = raw.FS_RECTF()
_four = struct.Struct("4d").unpack

Turn = Callable[[float, float, float, float], Box]
"""Left, bottom, right and top in the file's coordinates -> the box on the page as shown."""


@dataclass(slots=True)
class Printed:
    """One printed line while its page is put together: `length` characters of the page's text from `at` on.

    `runs` are the boxes of its text runs, `cells` its parts where columns show, `table` the grid that it is a row of.
    """

    text: str
    at: int
    length: int
    box: Box | None
    size: float
    bold: bool
    font: str
    runs: list[Box] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    closed: str = ""
    """Its text without the gaps between letters that were set apart."""
    lead: str = ""
    """The bold words that it begins with, behind a bullet if there is one, where the rest is not bold."""


def frame(page: Any, width: float, height: float) -> Turn:
    """How boxes of this page are turned and moved; `width` and `height` are those of the page as shown."""
    turned = _get_rotation(page.raw)
    if _get_bounding_box(page.raw, ctypes.byref(_frame)):
        left, bottom, right, top = _frame.left, _frame.bottom, _frame.right, _frame.top
    else:
        left, bottom, right, top = (0.0, 0.0, width, height) if turned in (0, 2) else (0.0, 0.0, height, width)
    if turned == 1:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turned == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    if turned == 3:
        return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)


class Layer:
    """The text of one page, until it is closed. What pdfium writes to is made once, since there are a hundred calls."""

    def __init__(self, page: Any, turn: Turn) -> None:
        handle = raw.FPDFText_LoadPage(page)
        if not handle:
            raise pdfium.PdfiumError("Failed to load text page.")
        self.handle, self.turn = handle, turn
        _edges[:], _name.value, _flags.value = _NOWHERE, b"", 0  # what a call leaves unwritten is no other page's
        self.characters: int = raw.FPDFText_CountChars(handle)
        self.text = _text(handle, self.characters)
        # Characters that pdfium leaves out of its text shift the indices; only then is the slow mapping needed.
        self.shifted = self.characters != len(self.text)
        self.tidy = is_clean(self.text)
        self.wide = self.shifted and max(self.text, default="") > "\uffff"
        self._only_run = handle, 0, *_run_edges
        self._words: dict[tuple[int, int], list[Word]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        raw.FPDFText_ClosePage(self.handle)

    def lines(self) -> list[Printed]:
        """Its lines in content order."""
        line, tidy = self._line, self.tidy
        found: list[Printed] = []
        for printed, at in self._printed():
            hyphen = printed[-1] == HYPHEN
            bare = (printed[:-1] if hyphen else printed).strip()
            words = bare if tidy and "  " not in bare else clean(bare)
            if not words:
                continue
            if printed[0].isspace():
                at += len(printed) - len(printed.lstrip())
            found.append(line(words + "-", at, len(bare) + 1) if hyphen else line(words, at, len(bare)))
        return found

    def _printed(self) -> Iterator[tuple[str, int]]:
        """What stands between the breaks of lines, a hyphen there with it, and where each begins."""
        if not self.tidy:
            yield from ((match.group(), match.start()) for match in _PRINTED.finditer(self.text))
            return
        at = 0
        for printed in self.text.splitlines(True):  # a tidy text has no other break that Python knows, and no hyphen
            yield printed, at
            at += len(printed)

    def words(self, line: Printed) -> list[Word]:
        """The words of a line with their boxes: two calls a word, so only for lines where that is needed."""
        span = line.at, line.at + line.length
        if (known := self._words.get(span)) is not None:
            return known
        found = self._words[span] = []
        handle, turn = self.handle, self.turn
        for match in _WORD.finditer(self.text, *span):
            text = match.group() if self.tidy else clean(match.group().replace(HYPHEN, "-"))
            if not text:
                continue
            first, last = match.start(), match.end() - 1
            if self.shifted:
                first, last = self._index(first), self._index(last)
            _get_letter(handle, first, *_letter_edges)
            left, bottom, right, top = _four(_edges)
            if last != first:  # put together before it is turned, since that is once instead of twice
                _get_letter(handle, last, *_letter_edges)
                x0, y0, x1, y1 = _four(_edges)
                left, bottom = x0 if x0 < left else left, y0 if y0 < bottom else bottom
                right, top = x1 if x1 > right else right, y1 if y1 > top else top
            found.append(Word(text, turn(left, bottom, right, top)))
        return found

    def _index(self, at: int) -> int:
        """pdfium's index of a character of the text (which is UTF-16 there)."""
        units = at + sum(ord(c) > 0xFFFF for c in self.text[:at]) if self.wide else at
        found = raw.FPDFText_GetCharIndexFromTextIndex(self.handle, units)
        return found if found >= 0 else at

    def _run(self, number: int) -> Box:
        _get_rect(self.handle, number, *_run_edges)
        return self.turn(*_four(_edges))

    def _line(self, words: str, at: int, length: int) -> Printed:
        """One line with its geometry."""
        handle = self.handle
        first, count = at, length
        if self.shifted:
            first = self._index(at)
            count = self._index(at + length - 1) - first + 1
        rects = _count_rects(handle, first, count)
        runs: list[Box] = []
        if rects == 1:
            _get_rect(*self._only_run)
            box: Box | None = self.turn(*_four(_edges))
        else:
            runs = [self._run(i) for i in range(rects)]
            box = union(runs)
        size = _get_size(handle, first)
        if size <= 1.5 and box:  # some producers scale a one-point font: the box knows better
            size = box[3] - box[1]
        _get_font(handle, first, *_font)
        font, bold = _named(_name.value, _flags.value)
        lead = ""
        marked = 0
        if not bold and is_bullet(words[0]) and count == len(words) > 3 and words[1] == " ":
            marked = 2
        if (bold or (marked and self._is_bold(first + marked))) and count > 1 and not self._is_bold(first + count - 1):
            bold = False
            letters = marked + self._bold_letters(first + marked, count - marked)
            lead = words[marked:letters].strip() if count == len(words) else ""
        return Printed(words, at, length, box, _tenth(size), bold, font, runs, (), None, "", lead)

    def _is_bold(self, index: int) -> bool:
        _get_font(self.handle, index, *_font)
        return _named(_name.value, _flags.value)[1]

    def _bold_letters(self, first: int, count: int) -> int:
        """How many letters from the first on are bold, where the last is not."""
        low, high = 0, count - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._is_bold(first + middle) else (low, middle)
        return high


def _text(handle: Any, count: int) -> str:
    """The text of a page of so many characters.

    Those at its beginning and end that are left out of its text must not be asked for: pdfium then reads beyond them.
    """
    place = raw.FPDFText_GetTextIndexFromCharIndex
    first = next((i for i in range(count) if place(handle, i) >= 0), count)
    if first == count:
        return ""
    last = next(i for i in range(count - 1, -1, -1) if place(handle, i) >= 0)
    units = place(handle, last) - place(handle, first) + 2  # the NUL at its end is one
    buffer = bytearray(2 * units)  # an array of ctypes would make a type of its own for each length
    written = _get_text(handle, first, last - first + 1, ctypes.byref(ctypes.c_char.from_buffer(buffer)))
    return buffer[: 2 * (written - 1)].decode("utf-16-le", "ignore")


@lru_cache(1024)
def _tenth(size: float) -> float:
    """A letter size to the tenth of a point."""
    return round(size, 1)


@lru_cache(1024)
def _named(name: bytes, flags: int) -> tuple[str, bool]:
    """A font's name without the mark of a subset, and whether it is bold by that name or by its own flag."""
    return _SUBSET.sub(b"", name).decode("utf-8", "replace"), bool(_BOLD.search(name) or flags & _FORCE_BOLD)


def union(boxes: list[Box] | tuple[Box, ...]) -> Box | None:
    """The box around boxes; None around none."""
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
