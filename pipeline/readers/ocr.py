"""Pages without text: Tesseract `-l nor`, at the image's own resolution, with word boxes and confidences.

Readings are cached by the hash of the page's image, so that no image is read twice (it takes about 2 s a page).
"""

from __future__ import annotations

import hashlib
import io
import math
import os
import shutil
import statistics
import subprocess
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2.raw as raw

from pipeline import clock
from pipeline.model import Box, Cell, Issue, Line, Page, Severity, TextFrom
from pipeline.model import Word as SeenWord
from pipeline.options import Options
from pipeline.readers import scan
from pipeline.readers.clean import clean
from pipeline.readers.hanging import Word, with_numbers
from pipeline.readers.unread import with_lost_lines

DPI = 200
"""Resolution for pages that are drawn rather than one image."""
FEW = 8
"""Words below which a page is tried again, whatever they are."""
POOR = 60.0
"""Mean word confidence (Tesseract's 0-100) below which a page is too poor to trust."""
BLOCK = ("--psm", "6")
"""What tells Tesseract to look for no columns: the picture is one block of lines."""
MOST_PIXELS = 60_000_000
"""Pixels of a picture at most, about A0 at 200 dpi; a larger page is drawn more coarsely."""
COVER = 0.5
"""Share of the page that an image must cover to count as its scan."""
LARGE = 1.7
"""How much larger than the usual height of a word the letters of a title are, at least."""
COLUMN_GAP = 2.2
"""A gap between two words, in line heights, from which they are cells."""


Reader = Callable[[], tuple[Page, list[Issue]]]
"""What gives a page and its issues, once they are there."""
THREADS = 2
_DRAWN = threading.BoundedSemaphore(THREADS + 2)
"""Pages drawn and not yet read: some MB each, so only a few."""


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="ocr")


@cache
def available() -> bool:
    """True where Tesseract is installed with Norwegian."""
    program = shutil.which("tesseract")
    if not program:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "nor" in listed.stdout.split()


def has_image(page: Any) -> bool:
    """True where one image covers most of the page, as on a scan."""
    return _scan(page) is not None


def seen(page: Any, number: int, options: Options) -> tuple[Page, tuple[SeenWord, ...]]:
    """The lines of a page by recognition, and its words in points; both empty where nothing could be read."""
    width, height = page.get_size()
    image, dpi = _image(page)
    sx, sy = width / image.width, height / image.height
    found = _words(image, dpi, options)
    lines, _ = _page(found, Page(number, width, height, (), TextFrom.OCR), (sx, sy))
    return lines, tuple(SeenWord(word.text, _box([word], sx, sy), word.confidence / 100) for word in found or ())


def begin(page: Any, number: int, options: Options) -> Reader:
    """Draws a page and has it recognised in the background; what is returned waits for its lines.

    pdfium draws in the caller's thread, for it bears only one; Tesseract is a process of its own, one for a core.
    """
    width, height = page.get_size()
    empty = Page(number, width, height, (), TextFrom.OCR)
    if not _has_objects(page):
        return lambda: (Page(number, width, height), [])
    if not options.ocr or not available():
        return lambda: (empty, [Issue("needs_ocr", Severity.DOUBT, None, (("page", str(number)),))])
    image, dpi = _image(page)
    scale = width / image.width, height / image.height
    _DRAWN.acquire()
    words = _pool().submit(_words, image, dpi, options)
    words.add_done_callback(lambda _: _DRAWN.release())
    return lambda: _page(words.result(), empty, scale)


def _page(words: list[Word] | None, empty: Page, scale: tuple[float, float]) -> tuple[Page, list[Issue]]:
    """The page of the words that were recognised."""
    number = empty.number
    if words is None:
        return empty, [Issue("page_failed", Severity.ERROR, None, (("page", str(number)), ("reason", "tesseract")))]
    lines = _lines(words, number, *scale)
    issues = []
    mean = statistics.fmean(word.confidence for word in words) if words else 0.0
    if mean < POOR:
        values = (("page", str(number)), ("confidence", f"{mean:.0f}"))
        issues.append(Issue("needs_review", Severity.DOUBT, None, values))
    return replace(empty, lines=tuple(lines)), issues


def _has_objects(page: Any) -> bool:
    return bool(raw.FPDFPage_CountObjects(page) > 0)


def _scan(page: Any) -> Any:
    """The page's one large image object, or None."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= COVER * width * height:
            return item
    return None


def _image(page: Any) -> tuple[Any, int]:
    """What to read, as a grey picture of the whole page, and its resolution.

    A scan is rendered at its own image's resolution, which keeps page coordinates (an image may be placed with an
    offset or a rotation) and adds no resampling where it fills the page.
    """
    scan = _scan(page)
    dpi = DPI
    if scan is not None:
        pixels = scan.get_px_size()[0]
        left, _, right, _ = scan.get_bounds()
        dpi = round(min(400, max(100, pixels / ((right - left) / 72))))
    width, height = page.get_size()
    dpi = max(1, min(dpi, int(72 * math.sqrt(MOST_PIXELS / max(1.0, width * height)))))
    picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return picture, dpi


def _words(image: Any, dpi: int, options: Options) -> list[Word] | None:
    """The words of a page's picture, made fit for it; read anew turned by quarters where that gave little."""
    if scan.noise(image) >= scan.GRAINY:
        image = scan.smoothed(image, dpi)
    angle = scan.skew(image)
    level = scan.turned(image, angle)
    words = _recognised(level, dpi, options)
    if words:
        words = with_numbers(words, level, lambda part: _recognised(part, dpi, options, BLOCK))
        words = with_lost_lines(words, level, lambda part: _recognised(part, dpi, options, BLOCK))
    if words and angle:
        words = [replace(word, box=scan.level(word.box, image.size, angle)) for word in words]
    if words is None or _worth(words) >= POOR:
        return words
    quarter = scan.upright(image)
    if not quarter:
        return words
    whole = image.rotate(-quarter, expand=True, fillcolor=255)
    again = _recognised(whole, dpi, options) or []
    return max(words, [replace(w, box=scan.quarter(w.box, whole.size, quarter)) for w in again], key=_sense)


def _worth(words: list[Word]) -> float:
    """The mean confidence of words, 0 where there are next to none."""
    return statistics.fmean(word.confidence for word in words) if len(words) >= FEW else 0.0


def _sense(words: list[Word]) -> float:
    """How much was read: letters of words that are sure, less those that are not."""
    return sum(len(word.text) * (word.confidence - POOR) for word in words)


def _recognised(image: Any, dpi: int, options: Options, layout: Sequence[str] = ()) -> list[Word] | None:
    """Tesseract's words, from the cache where this very image was read before; None where it failed."""
    key = hashlib.sha256(
        f"{image.width}x{image.height}@{dpi}:nor:{''.join(layout)}".encode() + image.tobytes()
    ).hexdigest()
    stored = Path(options.ocr_cache) / f"{key}.tsv" if options.ocr_cache else None
    if stored and stored.exists():
        return _parse(stored.read_text(encoding="utf-8"))
    buffer = io.BytesIO()
    image.save(buffer, "PPM")  # packing it as PNG takes longer than handing it over
    command = ["tesseract", "stdin", "stdout", "-l", "nor", "--dpi", str(dpi), *layout, "tsv"]
    try:
        with clock.helper() as seconds:
            done = subprocess.run(
                command,
                input=buffer.getvalue(),
                capture_output=True,
                timeout=seconds,
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
    except (subprocess.SubprocessError, OSError):
        return None
    text = done.stdout.decode("utf-8", "replace")
    if stored:
        stored.parent.mkdir(parents=True, exist_ok=True)
        beside = stored.with_suffix(f".{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(stored)
    return _parse(text)


def _parse(tsv: str) -> list[Word]:
    """The words of Tesseract's TSV output."""
    words = []
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5":
            continue
        text = clean(cells[11])
        if text and float(cells[10]) >= 0:
            left, top, wide, high = (int(v) for v in cells[6:10])
            words.append(Word(text, (left, top, left + wide, top + high), float(cells[10]), tuple(cells[2:5])))
    return words


def _lines(words: list[Word], number: int, sx: float, sy: float) -> list[Line]:
    """Words grouped as Tesseract grouped them into lines, in page points."""
    grouped: dict[tuple[str, ...], list[Word]] = {}
    for word in words:
        grouped.setdefault(word.line, []).append(word)
    heights = [w.box[3] - w.box[1] for w in words]
    tall = statistics.median(heights) * sy if heights else 10.0
    lines: list[Line] = []
    for group in grouped.values():
        text = " ".join(word.text for word in group)
        if not any(c.isalnum() for c in text):
            continue
        box = _box(group, sx, sy)
        confidence = statistics.fmean(word.confidence for word in group) / 100
        size = round(1.25 * statistics.median(w.box[3] - w.box[1] for w in group) * sy, 1)
        gap = 0.0
        if lines and lines[-1].box:
            smaller = min(lines[-1].size, size)  # the lines of a title stand as far apart as their letters are large
            gap = max(0.0, box[1] - lines[-1].box[3]) / (smaller if smaller > LARGE * tall else tall)
        cells = _cells(group, sx, sy)
        lines.append(
            Line(
                number,
                len(lines) + 1,
                text,
                text,
                box,
                size,
                False,
                cells,
                None,
                TextFrom.OCR,
                round(confidence, 3),
                round(gap, 2),
            )
        )
    return lines


def _cells(group: list[Word], sx: float, sy: float) -> tuple[Cell, ...]:
    """The parts of a line that wide gaps divide; empty where there is one part only."""
    tall = statistics.median(w.box[3] - w.box[1] for w in group)
    parts: list[list[Word]] = [[group[0]]]
    for before, word in pairwise(group):
        if word.box[0] - before.box[2] > COLUMN_GAP * tall:
            parts.append([])
        parts[-1].append(word)
    if len(parts) < 2:
        return ()
    return tuple(Cell(" ".join(w.text for w in part), _box(part, sx, sy)) for part in parts)


def _box(words: list[Word], sx: float, sy: float) -> Box:
    return (
        min(w.box[0] for w in words) * sx,
        min(w.box[1] for w in words) * sy,
        max(w.box[2] for w in words) * sx,
        max(w.box[3] for w in words) * sy,
    )
