"""The text layer of a page: its lines as printed, with geometry from a few calls of pdfium each.

One text call gives the words of the whole page; every character through ctypes would cost nine times as much. Boxes
are turned and moved to the page as it is shown: points from its top left, whatever its rotation and crop box.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pypdfium2.raw as raw

from pipeline.model import Box, Cell, Word
from pipeline.readers.clean import clean, is_clean

HYPHEN = "\ufffe"
"""What pdfium puts for a hyphen that ends a line; the line break itself is gone."""
_BREAK = re.compile(f"\r\n|\n|\r|{HYPHEN}")
_WORD = re.compile(r"\S+")
_BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.I)
_SUBSET = re.compile(rb"^[A-Z]{6}\+")
_FORCE_BOLD = 0x40000
_BULLETS = frozenset("•‣◦▪■□●○➢►–—*-\uf0b7\uf0a7")
"""Signs before a point that are set plain where the point begins in bold."""
"""The flag by which a font's description says bold (pdfium's weight call does not find it)."""


def _untyped(function: Any, result: Any = ctypes.c_int) -> Any:
    """One of pdfium's functions without ctypes' look at each argument, which takes longer than the call itself.

    The caller has to get them right: handles as they come, `byref` of what is written to, whole numbers.
    """
    return ctypes.CFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_count_rects = _untyped(raw.FPDFText_CountRects)
_get_rect = _untyped(raw.FPDFText_GetRect)
_get_letter = _untyped(raw.FPDFText_GetCharBox)
_get_size = _untyped(raw.FPDFText_GetFontSize, ctypes.c_double)
_get_font = _untyped(raw.FPDFText_GetFontInfo)

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
    turned = raw.FPDFPage_GetRotation(page)
    edges = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, edges):
        left, bottom, right, top = edges.left, edges.bottom, edges.right, edges.top
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
    """The text of one page. The arguments of pdfium's calls are made once, since there are a hundred a page."""

    def __init__(self, text_page: Any, turn: Turn) -> None:
        self.text_page, self.handle, self.turn = text_page, text_page.raw, turn
        self.text: str = text_page.get_text_range()
        self.characters: int = raw.FPDFText_CountChars(self.handle)
        # Characters that pdfium leaves out of its text shift the indices; only then is the slow mapping needed.
        self.shifted = self.characters != len(self.text)
        self.tidy = is_clean(self.text)
        self.wide = self.shifted and max(self.text, default="") > "\uffff"
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._left, self._top, self._right, self._bottom = map(ctypes.byref, self._edges)
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._font = ctypes.byref(self._name), 128, ctypes.byref(self._flags)
        self._words: dict[tuple[int, int], list[Word]] = {}

    def lines(self) -> list[Printed]:
        """Its lines in content order."""
        text, line = self.text, self._line
        tidy = self.tidy
        found: list[Printed] = []
        start = 0
        for match in _BREAK.finditer(text):
            end = match.start()
            if end > start:
                bare = text[start:end].strip()
                hyphen = text[end] == HYPHEN
                words = bare if tidy and "  " not in bare else clean(bare)
                if words:
                    at = text.index(bare, start)
                    found.append(line(words + "-", at, len(bare) + 1) if hyphen else line(words, at, len(bare)))
            start = match.end()
        bare = text[start:].strip()
        if words := clean(bare):
            found.append(line(words, text.index(bare, start), len(bare)))
        return found

    def words(self, line: Printed) -> list[Word]:
        """The words of a line with their boxes: two calls a word, so only for lines where that is needed."""
        span = line.at, line.at + line.length
        if (known := self._words.get(span)) is not None:
            return known
        found = self._words[span] = []
        for match in _WORD.finditer(self.text, *span):
            text = match.group() if self.tidy else clean(match.group().replace(HYPHEN, "-"))
            if text:
                first, last = self._index(match.start()), self._index(match.end() - 1)
                a, b = self._letter(first), self._letter(last)
                found.append(Word(text, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))))
        return found

    def _index(self, at: int) -> int:
        """pdfium's index of a character of the text (which is UTF-16 there)."""
        if not self.shifted:
            return at
        units = at + sum(ord(c) > 0xFFFF for c in self.text[:at]) if self.wide else at
        found = raw.FPDFText_GetCharIndexFromTextIndex(self.handle, units)
        return found if found >= 0 else at

    def _letter(self, index: int) -> Box:
        _get_letter(self.handle, index, self._left, self._right, self._bottom, self._top)
        return self._box()

    def _run(self, number: int) -> Box:
        _get_rect(self.handle, number, self._left, self._top, self._right, self._bottom)
        return self._box()

    def _box(self) -> Box:
        """The box that pdfium has told last."""
        left, top, right, bottom = self._edges
        return self.turn(left.value, bottom.value, right.value, top.value)

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
            box: Box | None = self._run(0)
        else:
            runs = [self._run(i) for i in range(rects)]
            box = union(runs)
        size = _get_size(handle, first)
        if size <= 1.5 and box:  # some producers scale a one-point font: the box knows better
            size = box[3] - box[1]
        _get_font(handle, first, *self._font)
        font, bold = _named(self._name.value, self._flags.value)
        lead = ""
        marked = 2 * (not bold and count == len(words) > 3 and words[1] == " " and words[0] in _BULLETS)
        if (bold or (marked and self._is_bold(first + marked))) and count > 1 and not self._is_bold(first + count - 1):
            bold = False
            letters = marked + self._bold_letters(first + marked, count - marked)
            lead = words[marked:letters].strip() if count == len(words) else ""
        return Printed(words, at, length, box, round(size, 1), bold, font, runs, lead=lead)

    def _is_bold(self, index: int) -> bool:
        _get_font(self.handle, index, *self._font)
        return _named(self._name.value, self._flags.value)[1]

    def _bold_letters(self, first: int, count: int) -> int:
        """How many letters from the first on are bold, where the last is not."""
        low, high = 0, count - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._is_bold(first + middle) else (low, middle)
        return high


@lru_cache(1024)
def _named(name: bytes, flags: int) -> tuple[str, bool]:
    """A font's name without the mark of a subset, and whether it is bold by that name or by its own flag."""
    return _SUBSET.sub(b"", name).decode("utf-8", "replace"), bool(_BOLD.search(name) or flags & _FORCE_BOLD)


def union(boxes: list[Box] | tuple[Box, ...]) -> Box | None:
    """The box around boxes; None around none."""
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
