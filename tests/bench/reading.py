"""What reading costs beside its peers, on pages made for it: CPU time and memory, printed and never asserted."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.intake import identify
from pipeline.model import SourceFile
from pipeline.options import Options
from tests.bench import made
from tests.bench.commands import ROOT
from tests.bench.floor import texts
from tests.bench.table import ITSELF, Row, each, ratio, timed

OPTIONS = Options(ocr=False)
DOCUMENTS, PAGES = 4, 20
LONG, SHORT = 1000, 100
"""Pages of the two files whose memory is compared."""
PEAK = """
import re, sys
from pathlib import Path
from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.readers.opened import opened
with opened(sys.argv[1]) as file:
    count = sum(1 for _ in pdf.pages(file, Options(ocr=False)))
print(count, re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""Reads a file page by page, letting each go, and says how many there were and the peak memory in KiB (Linux only)."""


def reading(scratch: Path) -> Iterator[Row]:
    """Lines with geometry and the whole flow, beside pdfplumber and the floor."""
    from pipeline.readers import pdf
    from pipeline.run import process

    sources = [identify(path) for path in made.files(scratch / "made", DOCUMENTS, PAGES)]
    pages = DOCUMENTS * PAGES
    which = f"{pages} made pages, {made.RULED} % ruled and {made.UNRULED} % unruled tables"
    lines, plumber, bare, full, floor = timed(
        sources,
        (
            lambda source: pdf.read(source, OPTIONS),
            lambda source: plumber_lines(source.path),
            lambda source: texts(source.path),
            lambda source: process(source, OPTIONS),
            lambda source: text_and_insert(source.path),
        ),
    )
    yield Row(f"reading a page ({which})", "", each(lines, pages), ITSELF)
    yield Row("  pdfplumber.extract_text_lines / reading", "45 x", ratio(plumber, lines), ITSELF)
    yield Row("  reading / one pdfium text call", "1.25 x", ratio(lines, bare), ITSELF)
    yield Row("  pages sent to pdfplumber", "3 %", f"{100 * plumbed(sources) / pages:.1f} %", ITSELF)
    yield Row("process, a page", "", each(full, pages), ITSELF)
    yield Row("  process / the floor (pdfium text, insert)", "2.5 x", ratio(full, floor), ITSELF)
    yield from no_text(scratch)
    yield from memory(scratch)


def no_text(scratch: Path) -> Iterator[Row]:
    """What it costs to see that a page has no text: pages that hold one picture each."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = scratch / "pictures.pdf"
    canvas = Canvas(str(path))
    picture = ImageReader(Image.new("L", (800, 1100), 250))
    for _ in range(PAGES):
        canvas.drawImage(picture, 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    from pipeline.readers import pdf

    (seconds,) = timed([identify(path)], (lambda source: pdf.read(source, OPTIONS),))
    yield Row("a page without text, told", "1 ms", each(seconds, PAGES), ITSELF)


def memory(scratch: Path) -> Iterator[Row]:
    """The peak memory of reading a long file page by page, beside that of a short one."""
    peaks = []
    for pages in (SHORT, LONG):
        path = scratch / f"long-{pages}.pdf"
        made.typed(path, pages, 1)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
        )
        count, peak = map(int, done.stdout.split())
        if count != pages:
            raise SystemExit(f"{count} of {pages} pages were read")
        peaks.append(peak)
    yield Row(f"peak memory, {LONG} pages / {SHORT} pages", "1.15 x", f"{peaks[1] / peaks[0]:.2f} x", ITSELF)
    yield Row(f"  of {LONG} pages", "60 MB", f"{peaks[1] / 1024:.0f} MB", ITSELF)


def plumbed(sources: list[SourceFile]) -> int:
    """Pages whose drawing is not understood, so that pdfplumber has to look."""
    import pypdfium2

    from pipeline.readers import rules
    from pipeline.readers.layer import frame

    count = 0
    for source in sources:
        document = pypdfium2.PdfDocument(source.path)
        for page in document:
            try:
                rules.grids(page, frame(page, *page.get_size()))
            except rules.Unclear:
                count += 1
        document.close()
    return count


def plumber_lines(path: str) -> int:
    """The lines of a file through pdfplumber, the caches of each page given back."""
    import pdfplumber

    count = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            count += len(page.extract_text_lines())
            page.close()
    return count


def text_and_insert(path: str) -> None:
    """The least that an archive of page texts can cost: pdfium's text, inserted."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE page (number INTEGER, text TEXT)")
    with database:
        database.executemany("INSERT INTO page VALUES (?, ?)", enumerate(texts(path), 1))
    database.close()
