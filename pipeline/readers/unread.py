"""Lines of a scan that Tesseract leaves out whole, as between rules that are typed close above and below.

Ink of the height of a line is looked for where no word was seen, and what has it is read once more as one block. Only
what that reads surely is taken: a stamp, a signature or a drawing gives no words.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.readers.hanging import DARK, Word
from pipeline.readers.scan import Pixels

LOWEST, HIGHEST = 0.5, 2.2
"""Height of a line that may have been left out, in heights of the page's words."""
SHORTEST = 4.0
"""Its length at least, in the same."""
LEAST_INK, MOST_INK = 0.06, 0.5
"""Ink in its box, as a share: less are speckles, more is a picture or a bar."""
AROUND = 0.4
"""White that is kept around what is read again, in heights of a word."""
SURE = 60.0
"""Mean confidence (Tesseract's 0-100) from which on the words of a line are taken."""
MOST = 12
"""Lines that are left out on a page at most; more are a picture."""


def with_lost_lines(words: list[Word], image: Any, read: Callable[[Any], list[Word] | None]) -> list[Word]:
    """The words with those of lines that were left out; `read` recognises a picture as one block."""
    high = statistics.median(word.box[3] - word.box[1] for word in words)
    bands = list(_bands(words, image, high))
    if not bands or len(bands) > MOST:
        return words
    from PIL import Image

    picture = Image.new("L", image.size, 255)
    by = round(AROUND * high)
    for box in bands:
        part = (max(0, box[0] - by), max(0, box[1] - by), min(image.width, box[2] + by), min(image.height, box[3] + by))
        picture.paste(image.crop(part), part[:2])
    seen = read(picture) or []
    out = list(words)
    for number, box in enumerate(bands):
        inside = [word for word in seen if box[1] <= (word.box[1] + word.box[3]) / 2 <= box[3]]
        if not inside or not _is_text(inside):
            continue
        line = ("unread", str(number))
        at = next((i for i, word in enumerate(out) if word.box[1] >= box[3] - 1 and _beside(word.box, box)), len(out))
        while 0 < at < len(out) and out[at - 1].line == out[at].line:
            at -= 1
        out[at:at] = [replace(word, line=line) for word in sorted(inside, key=lambda word: word.box[0])]
    return out


def _bands(words: Sequence[Word], image: Any, high: float) -> Iterator[Pixels]:
    """Where ink of the shape of a line stands and no word does."""
    import numpy

    dark = numpy.asarray(image) < DARK
    tops = [max(0, round(word.box[1] - 0.3 * high)) for word in words]
    ends = [round(word.box[3] + 0.3 * high) for word in words]
    free = numpy.ones(dark.shape[0], dtype=bool)
    for top, end in zip(tops, ends, strict=True):
        free[top:end] = False  # what stands beside words is in the margin, and looked for there
    inked = free & (dark.sum(axis=1) >= 2)
    begin = None
    for y, ink in enumerate([*inked.tolist(), False]):
        if ink and begin is None:
            begin = y
        elif not ink and begin is not None:
            if LOWEST * high <= y - begin <= HIGHEST * high and (box := _box(dark, begin, y, high)):
                yield box
            begin = None


def _box(dark: Any, top: int, end: int, high: float) -> Pixels | None:
    """The box of a line's ink; None where it is too short, too thin or too full for text."""
    import numpy

    columns = numpy.nonzero(dark[top:end].any(axis=0))[0]
    left, right = int(columns.min()), int(columns.max()) + 1
    share = float(dark[top:end, left:right].mean())
    return (left, top, right, end) if right - left >= SHORTEST * high and LEAST_INK <= share <= MOST_INK else None


def _is_text(words: Sequence[Word]) -> bool:
    """True for words that were read surely, and are letters or digits for the most part."""
    text = "".join(word.text for word in words)
    surely = statistics.fmean(word.confidence for word in words) >= SURE
    return surely and len(text) > 2 and sum(c.isalnum() for c in text) * 3 >= 2 * len(text)


def _beside(one: Pixels, other: Pixels) -> bool:
    """True where two boxes share some of the page's breadth."""
    return one[0] < other[2] and other[0] < one[2]
