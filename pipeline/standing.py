"""Where a quote stands: in one piece, on the page that has it, in a box that holds it.

Layout puts together what stands apart on a page: a label and its value, a number and its title, the cells of a row, the
halves of a row that a page break divides. Whoever looks a record up, though, looks for words that follow each other.
So the quote of such a fact is cut to the piece that holds the fact's own words, and its page, lines and box become
those of that piece. What stands as it is quoted keeps its place; only a box that is too small for it grows.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

from pipeline.fold import letters
from pipeline.model import Box, Cell, Fact, Line, Page, Place

CHIEF = ("name", "title", "text")
"""The fields of a record that say what it is about: the piece that is quoted should hold their words."""
SLACK = 2.0
"""Points by which words may stand out of a box that holds them."""
LEAST = 2
"""Letters and digits of a piece, at least: fewer stand on every page."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is printed in one line of a cell, or in a line without cells: its letters, the line's number, its box."""

    letters: str
    number: int
    box: Box | None


class Sheet:
    """One page as it was read: its letters in the order of the file, and what is printed where."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def written(self) -> str:
        """Its letters and digits, without case."""
        return letters(unicodedata.normalize("NFC", self._page.written)) or self._read

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for line in self._page.lines for piece in _pieces(line) if piece.letters)

    @cached_property
    def _read(self) -> str:
        """The letters of its pieces in reading order."""
        return "".join(piece.letters for piece in self._pieces)

    @cached_property
    def _begins(self) -> list[int]:
        """Where in `_read` each piece begins."""
        return [0, *accumulate(len(piece.letters) for piece in self._pieces)][:-1]

    def find(self, sought: str) -> Iterator[Sequence[Piece]]:
        """The pieces that these letters stand in, for every place where they do."""
        at = self._read.find(sought)
        while at >= 0:
            first = bisect_right(self._begins, at) - 1
            yield self._pieces[first : bisect_right(self._begins, at + len(sought) - 1)]
            at = self._read.find(sought, at + 1)


def sheets(pages: Sequence[Page]) -> Mapping[int, Sheet]:
    """The pages of a reading, each by its number."""
    return {page.number: Sheet(page) for page in pages}


def standing(fact: Fact, pages: Mapping[int, Sheet]) -> Fact:
    """The fact with the place where its quote stands in one piece; as it is where no page has any part of it."""
    place = fact.place
    sought = letters(place.quote)
    here, after = pages.get(place.page), pages.get(place.page + 1)
    if here is None or not sought:
        return fact
    if sought in here.written:
        return replace(fact, place=_boxed(place, here, sought))
    if after is not None:
        if _runs_over(sought, here, after):
            return fact
        here_too = all(letters(word) in here.written for word in place.quote.split())
        if sought in after.written and not here_too:  # the half of a row that a page break took
            return replace(fact, place=_moved(place, place.page + 1, after, sought))
    cut = _piece(place.quote, here, fact.record())
    return replace(fact, place=_moved(replace(place, quote=cut), place.page, here, letters(cut))) if cut else fact


def _runs_over(sought: str, here: Sheet, after: Sheet) -> bool:
    """True for letters that end one page and go on on the next."""
    most = len(sought) - 1
    return sought in here.written[max(0, len(here.written) - most) :] + after.written[:most]


def _boxed(place: Place, sheet: Sheet, sought: str) -> Place:
    """A place with a box that holds its words, where these stand in its lines or begin before them."""
    if place.box is None:
        return place
    own = [found for found in sheet.find(sought) if place.first <= found[-1].number <= place.last]
    boxes = [box for found in own if (box := _around(found))]
    if not boxes or any(_holds(place.box, box) for box in boxes):
        return place
    return _moved(place, place.page, sheet, sought)


def _moved(place: Place, page: int, sheet: Sheet, sought: str) -> Place:
    """A place at the pieces that its words stand in: of several, those in its lines, then those nearest to its box."""
    found = list(sheet.find(sought))
    if not found:
        return replace(place, page=page)
    old = place.box if page == place.page else None
    nearest = min(found, key=lambda one: (not place.first <= one[-1].number <= place.last, _apart(_around(one), old)))
    numbers = [piece.number for piece in nearest]
    return replace(place, page=page, first=min(numbers), last=max(numbers), box=_around(nearest))


def _piece(quote: str, sheet: Sheet, record: Mapping[str, Any]) -> str:
    """The words of a quote that stand behind each other and hold the record's own; empty where none do."""
    words = quote.split()
    chief = _words(record.get(field) for field in CHIEF)
    own = _words(record.values())
    best, rank = "", (0, 0, 0)
    end = 0
    for begin in range(len(words)):
        end = max(end, begin)
        while end < len(words) and letters("".join(words[begin : end + 1])) in sheet.written:
            end += 1
        run = words[begin:end]
        size = _weight(run)
        weight = _weight(word for word in run if _is_of(word, chief)), _weight(w for w in run if _is_of(w, own)), size
        if (
            size >= LEAST and letters(run[0]) and weight >= rank
        ):  # of equals the later one: a value stands behind its label
            best, rank = " ".join(words[begin:end]), weight
    return best


def _weight(words: Iterable[str]) -> int:
    """How many letters and digits words have."""
    return sum(len(letters(word)) for word in words)


def _is_of(word: str, known: set[str]) -> bool:
    """True for one of these words, and for a date or a clock of these numbers ("22.10.98" of "1998-10-22")."""
    numbers = _numbers(word)
    return letters(word) in known or (bool(numbers) and numbers <= known)


def _numbers(text: str) -> set[str]:
    return {number.lstrip("0")[-2:] for number in _NUMBER.findall(text)}


def _words(value: Any) -> set[str]:
    """The words of all texts in a value, folded, and the last two digits of each number."""
    if isinstance(value, str):
        return {letters(word) for word in value.split()} - {""} | _numbers(value)
    if isinstance(value, Mapping):
        return _words(value.values())
    return set().union(*map(_words, value)) if value is not None and not isinstance(value, (int, float)) else set()


def _pieces(line: Line) -> Iterator[Piece]:
    """The pieces of a line as it was read."""
    whole = letters(line.raw)
    parts = [piece for cell in line.cells for piece in _lines(cell, line.number)]
    if "".join(piece.letters for piece in parts) == whole:
        yield from parts
    else:
        yield Piece(whole, line.number, line.box)


def _lines(cell: Cell, number: int) -> Iterator[Piece]:
    """The lines of a cell, each with its own box where that is known."""
    values = cell.text.split("\n")
    boxes = cell.lines if len(cell.lines) == len(values) else (cell.box,) * len(values)
    yield from (Piece(letters(value), number, box) for value, box in zip(values, boxes, strict=True))


def _around(pieces: Sequence[Piece]) -> Box | None:
    boxes = [piece.box for piece in pieces if piece.box]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _holds(outer: Box, inner: Box) -> bool:
    """True where a box lies in another one, but for what letters stick out by."""
    left, top, right, bottom = (a - b for a, b in zip(outer, inner, strict=True))
    return left <= SLACK and top <= SLACK and right >= -SLACK and bottom >= -SLACK


def _apart(one: Box | None, other: Box | None) -> float:
    """How far the tops and left edges of two boxes lie apart; nothing where one is not known."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) if one and other else 0.0
