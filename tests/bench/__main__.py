"""How fast it is: `python -m tests.bench` (or `make bench`) prints a table. Nothing here is asserted.

Waiting times are wall clock, of the real command in a process of its own. Costs are CPU time in this process, as the
median of pairs taken in turn, so that what else the machine does falls on both sides; quote the ratios.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import SourceFile

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
SEEDS = ROOT.parent / "shared" / "seeds"
SCAN = "skannet"
"""What the name of the seed without a text layer holds."""
ROUNDS = 5
ITSELF = "python -m tests.bench"
GLANCE = 0.2
"""Seconds between two looks at the memory of a running command."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    asked: str
    measured: str
    command: str


@dataclass(frozen=True, slots=True)
class Run:
    """A finished command: wall seconds, and the peak memory of its largest process in bytes (0 where it was quick)."""

    seconds: float
    peak: int


def referat() -> list[str]:
    """The command as users run it, or this tree's code where it is not installed."""
    installed = ROOT / ".venv" / "bin" / "referat"
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "pipeline"]


def run(*arguments: str | Path) -> Run:
    """Run `referat` with these arguments, from start to end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    peak = 0
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [*referat(), *map(str, arguments)],
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=environment,
            start_new_session=True,
        )
        while True:
            try:
                process.wait(GLANCE)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, largest(process.pid))
        seconds = time.perf_counter() - began
        if process.returncode > 1:
            said.seek(0)
            raise SystemExit(f"referat gave {process.returncode}: {said.read().decode('utf-8', 'replace')}")
    return Run(seconds, peak)


def largest(session: int) -> int:
    """The peak memory, in bytes, of the largest process of a session that is alive now (Linux only)."""
    peaks = [0]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == session:
                found = re.search(r"VmHWM:\s*(\d+) kB", (folder / "status").read_text())
                peaks.append(int(found[1]) * 1024 if found else 0)
        except OSError:  # it has ended meanwhile
            continue
    return max(peaks)


def typical(*arguments: str | Path) -> Run:
    """The median of several runs of a short command."""
    runs = sorted((run(*arguments) for _ in range(ROUNDS)), key=lambda one: one.seconds)
    return runs[len(runs) // 2]


def waiting(scratch: Path) -> Iterator[Row]:
    """What users wait for."""
    seeds = sorted(path for path in SEEDS.glob("*.pdf") if SCAN not in path.name)
    mandate = next((path for path in seeds if "mandat" in path.name), None)
    for name, files, asked in (("seeds", seeds, "15 s"), ("corpus", sorted(CORPUS.glob("*.pdf")), "")):
        if not files:
            continue
        folder = scratch / name
        folder.mkdir()
        for file in files:
            shutil.copy(file, folder)
        archive = scratch / f"{name}-archive"
        done = run("import", folder, "--archive", archive)
        command = f"referat import {name} --archive NEW"
        told = f"{done.seconds:.2f} s, {done.peak / 2**20:.0f} MB"
        yield Row(f"import of {len(files)} files ({name}), cold", asked, told, command)
        if name == "corpus":
            again = typical("import", folder, "--archive", archive)
            yield Row(f"the same {len(files)} files again", "", f"{again.seconds:.2f} s", command)
            found = typical("search", "budsjett", "--archive", archive)
            yield Row("search in the sample archive", "0.25 s", f"{found.seconds:.2f} s", "referat search budsjett")
    if mandate:
        yield Row("extract of two pages", "1.5 s", f"{typical('extract', mandate).seconds:.2f} s", "referat extract")
    yield Row("help", "0.25 s", f"{typical('--help').seconds:.2f} s", "referat --help")


def costs() -> Iterator[Row]:
    """What a page costs, in CPU time: on all samples with a text layer, then on those where nothing is drawn."""
    from pipeline.intake import identify
    from pipeline.model import TextFrom
    from pipeline.options import Options
    from pipeline.readers import pdf

    every: dict[SourceFile, int] = {}
    drawn: dict[SourceFile, int] = {}
    for path in sorted(CORPUS.glob("*.pdf")):
        source = identify(path)
        reading = pdf.read(source, Options(ocr=False))
        if reading.text_from is TextFrom.TEXT_LAYER and all(page.lines for page in reading.pages):
            every[source] = len(reading.pages)
            drawn[source] = drawn_pages(source.path)
    if every:
        share = sum(drawn.values()) / sum(every.values())
        yield from pairs(f"all samples, {100 * share:.0f} % drawn", list(every), sum(every.values()))
        plain = [source for source in every if not drawn[source]]
        yield from pairs("without drawings", plain, sum(every[source] for source in plain))


def pairs(which: str, sources: Sequence[SourceFile], pages: int) -> Iterator[Row]:
    """The costs of reading and of the whole flow beside those of their yardsticks."""
    from pipeline.options import Options
    from pipeline.readers import pdf
    from pipeline.run import process

    options = Options(ocr=False)
    tasks: tuple[Callable[[SourceFile], object], ...] = (
        lambda source: pdf.read(source, options),
        lambda source: plumber_lines(source.path),
        lambda source: bare_text(source.path),
        lambda source: process(source, options),
        lambda source: text_and_insert(source.path),
    )
    lines, plumber, bare, full, floor = timed(sources, tasks)

    def page(seconds: Sequence[float]) -> str:
        return f"{1000 * statistics.median(seconds) / pages:.2f} ms"

    def ratio(above: Sequence[float], below: Sequence[float]) -> str:
        return f"{statistics.median(a / b for a, b in zip(above, below, strict=True)):.2f} x"

    yield Row(f"reading a page ({pages} pages: {which})", "", page(lines), ITSELF)
    yield Row("  pdfplumber.extract_text_lines / reading", "45 x *", ratio(plumber, lines), ITSELF)
    yield Row("  reading / one pdfium text call", "1.25 x *", ratio(lines, bare), ITSELF)
    yield Row("  process, a page", "", page(full), ITSELF)
    yield Row("  process / the floor (pdfium text, insert)", "2.5 x *", ratio(full, floor), ITSELF)


def timed(sources: Sequence[SourceFile], tasks: Sequence[Callable[[SourceFile], object]]) -> list[list[float]]:
    """CPU seconds of each task on all sources, round by round and in turn; a first round warms up and is not kept."""
    seconds: list[list[float]] = [[] for _ in tasks]
    for number in range(ROUNDS + 1):
        for kept, task in zip(seconds, tasks, strict=True):
            began = time.process_time()
            for source in sources:
                task(source)
            if number:
                kept.append(time.process_time() - began)
    return seconds


def drawn_pages(path: str) -> int:
    """Pages with so many drawn lines that a ruled table may be there."""
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(path)
    counts = [sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)) for page in document]
    document.close()
    return sum(count >= 4 for count in counts)


def plumber_lines(path: str) -> int:
    """The lines of a file through pdfplumber, the caches of each page given back."""
    import pdfplumber

    count = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            count += len(page.extract_text_lines())
            page.close()
    return count


def bare_text(path: str) -> list[str]:
    """The text of each page by one call of pdfium."""
    import pypdfium2

    texts = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    document.close()
    return texts


def text_and_insert(path: str) -> None:
    """The least that an archive of page texts can cost: pdfium's text, inserted."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE page (number INTEGER, text TEXT)")
    with database:
        database.executemany("INSERT INTO page VALUES (?, ?)", enumerate(bare_text(path), 1))
    database.close()


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in columns."""
    heads = Row("what", "asked", "measured", "command")
    wide = [max(len(getattr(row, name)) for row in (heads, *rows)) for name in ("what", "asked", "measured")]
    for row in (heads, *rows):
        yield f"{row.what:{wide[0]}}  {row.asked:>{wide[1]}}  {row.measured:>{wide[2]}}  {row.command}".rstrip()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = [*waiting(Path(scratch)), *costs()]
    print(f"Python {sys.version.split()[0]}, {len(os.sched_getaffinity(0))} cores, {Path(referat()[0]).name}")
    print("\n".join(table(rows)))
    print("* asked in the issues on reading and on fields; pairs: medians of", ROUNDS)


if __name__ == "__main__":
    main()
