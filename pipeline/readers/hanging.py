"""Numbers that hang in the margin of a scan: Tesseract leaves out a mark that stands far before its paragraph.

Ink before the beginning of a line is looked for where no word was seen. The lines that have such ink, and nothing
else, are read once more as one block; of what that gives only numbers and letters of items are taken.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.readers.scan import Pixels

DARK = 140
"""Grey below which a pixel is ink."""
FARTHEST, NEAREST = 8.0, 0.4
"""How far before its line a number may begin and must end, in heights of the line."""
LEAST_INK = 0.08
"""Ink of a number, as a share of the square of the line's height, at least: less is a speckle."""
LOWEST, HIGHEST, WIDEST = 0.4, 1.7, 4.0
"""Heights and width of a number, in heights of the line."""
AROUND = 0.4
"""White that is kept around what is read again, in heights of the line."""
_NUMBER = re.compile(r"^\(?(?:\d{1,3}(?:[./]\d{1,4})?|[A-ZÆØÅ]|[IVX]{1,4})[.):]?$")


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word; the box is in pixels, the confidence 0-100."""

    text: str
    box: Pixels
    confidence: float
    line: tuple[str, ...]


def with_numbers(words: list[Word], image: Any, read: Callable[[Any], list[Word] | None]) -> list[Word]:
    """The words with the numbers that hang before their lines; `read` recognises a picture as one block."""
    rows: dict[tuple[str, ...], list[Word]] = {}
    for word in words:
        rows.setdefault(word.line, []).append(word)
    found = {line: box for line, row in rows.items() if (box := _ink(words, row, image))}
    if not found:
        return words
    from PIL import Image

    picture = Image.new("L", image.size, 255)
    for line, box in found.items():
        high = _height(rows[line])
        right = rows[line][min(2, len(rows[line]) - 1)].box[2]
        part = _grown((box[0], box[1], right, max(box[3], rows[line][0].box[3])), round(AROUND * high), image)
        picture.paste(image.crop(part), part[:2])
    numbers = [word for word in read(picture) or () if _NUMBER.match(word.text)]
    out: list[Word] = []
    for word in words:
        if word is rows[word.line][0] and word.line in found:
            box = found[word.line]
            out.extend(replace(number, line=word.line) for number in numbers if _overlap(number.box, box))
        out.append(word)
    return out


def _height(row: Sequence[Word]) -> float:
    return statistics.median(word.box[3] - word.box[1] for word in row)


def _ink(words: Sequence[Word], row: Sequence[Word], image: Any) -> Pixels | None:
    """Where ink of the size of a number stands before a line and in no word; None where there is none."""
    import numpy

    high, first = _height(row), row[0].box
    left, right = round(max(0, first[0] - FARTHEST * high)), round(first[0] - NEAREST * high)
    top, bottom = max(0, round(first[1] - 0.3 * high)), round(first[3] + 0.3 * high)
    if right <= left or any(_overlap(word.box, (left, top, right, bottom)) for word in words):
        return None
    rows, columns = numpy.nonzero(numpy.asarray(image.crop((left, top, right, bottom))) < DARK)
    if len(rows) < LEAST_INK * high * high:
        return None
    box = (left + columns.min(), top + rows.min(), left + columns.max() + 1, top + rows.max() + 1)
    fits = LOWEST * high <= box[3] - box[1] <= HIGHEST * high and box[2] - box[0] <= WIDEST * high
    return tuple(int(edge) for edge in box) if fits else None  # type: ignore[return-value]


def _overlap(a: Pixels, b: Pixels) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _grown(box: Pixels, by: int, image: Any) -> Pixels:
    """A box with white around it, within the picture."""
    return max(0, box[0] - by), max(0, box[1] - by), min(image.width, box[2] + by), min(image.height, box[3] + by)
