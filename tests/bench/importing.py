"""What the whole import costs, with all its processes, beside what one would write oneself, the floor and a peer.

Made minutes, different ones, 2 to 6 pages, 15 pages in a hundred with a ruled table. Costs of a file are differences of
two numbers of files, so that no start is counted; those of whole processes count it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.archive import DATABASE
from tests.bench import papers, storing
from tests.bench.commands import referat
from tests.bench.cost import Cost, cost, each, python
from tests.bench.table import ROUNDS, Row, ratio

COMMAND = "python -m tests.bench importing"
OURS = 40, 240
THEIRS = 5, 20
"""Numbers of files whose difference is taken; the slow script is given fewer."""
FEW, MANY = 50, 500
LONG, SHORT = 20_000, 2_000
"""Files of the long run, and of its short stand-in."""
STORED = 100
PEER_PYTHON = "REFERAT_BENCH_KREUZBERG"
"""A Python that has kreuzberg, where the bench's own does not."""
PEER = """
import sys
from kreuzberg import extract_file_sync
for path in sys.argv[1:]:
    extract_file_sync(path)
"""


def importing(scratch: Path, full: bool) -> Iterator[Row]:
    """All rows about the import."""
    files = papers.files(scratch / "papers", OURS[1])
    ours = yield from per_file(scratch, files)
    yield from stored(files[:STORED], ours)
    yield from memory(scratch)
    yield from long_run(scratch, LONG if full else SHORT)


def ours_of(scratch: Path, files: Sequence[Path], **how: Sequence[int]) -> Cost:
    """An import of these files into an archive that is made for it and removed."""
    scratch.mkdir(exist_ok=True)
    listed = scratch / "listed"
    listed.mkdir()
    for file in files:
        os.link(file, listed / file.name)
    return cost(*referat(), "import", listed, "--archive", scratch / "archive", "--no-render", **how)


def per_file(scratch: Path, files: Sequence[Path]) -> Iterator[Row]:
    """A file's cost beside the script and the floor, and the whole process beside the peer; gives it in CPU seconds."""
    costs: dict[str, list[dict[int, Cost]]] = {"ours": [], "script": [], "floor": []}
    peers: list[Cost] = []
    peer = peer_python()
    for number in range(ROUNDS):
        folder = scratch / f"round-{number}"
        folder.mkdir()
        costs["ours"].append({count: ours_of(folder / f"ours-{count}", files[:count]) for count in OURS})
        for name, module, counts in (("script", "straightforward", THEIRS), ("floor", "floor", OURS)):
            module = f"tests.bench.{module}"
            found = {count: cost(*python(module, folder / f"{name}-{count}.db", *files[:count])) for count in counts}
            costs[name].append(found)
        if peer:
            peers.append(cost(peer, "-c", PEER, *files))
    ours, script, floor = ([each(one) for one in costs[name]] for name in ("ours", "script", "floor"))
    typical = statistics.median(ours)
    pages = sum(2 + number % 5 for number in range(OURS[1])) / OURS[1]
    which = f"minutes of {pages:.0f} pages on the average, 15 % of pages with a ruled table"
    yield Row(f"import, CPU of a file ({which})", "", f"{1000 * typical:.1f} ms", COMMAND)
    yield Row("  straightforward script / import", "25 x", ratio(script, ours), COMMAND)
    yield Row("  import / the floor (pdfium text, insert, index)", "2.5 x", ratio(ours, floor), COMMAND)
    whole = [one[OURS[1]].cpu for one in costs["ours"]]
    told = ratio(whole, [one.cpu for one in peers]) if peers else "left out: kreuzberg is not installed"
    yield Row(f"  whole process / kreuzberg's, {OURS[1]} files", "1.2 x", told, COMMAND)
    return typical


def peer_python() -> str | None:
    """A Python that has kreuzberg, if any."""
    if named := os.environ.get(PEER_PYTHON):
        return named
    return sys.executable if importlib.util.find_spec("kreuzberg") else None


def stored(files: Sequence[Path], ours: float) -> Iterator[Row]:
    """Storing beside the whole import, and beside sqlite-utils."""
    mine, theirs, making = storing.storing(storing.read(files))
    share = 100 * statistics.median(mine) / ours
    command = "python -m tests.bench.storing"
    yield Row("storing, share of the import", "10 %", f"{share:.1f} %", COMMAND)
    yield Row("  sqlite-utils insert_all with triggers / storing", "3 x", ratio(theirs, mine), command)
    bare = [[a - b for a, b in zip(one, making, strict=True)] for one in (theirs, mine)]
    yield Row("  the same without the making of the rows, which both do", "", ratio(*bare), command)


def memory(scratch: Path) -> Iterator[Row]:
    """The peak memory of the first process and of the largest other one, with many files beside few."""
    few, many = (
        ours_of(scratch / f"memory-{count}", papers.files(scratch / "memory-papers", count)) for count in (FEW, MANY)
    )
    for name, one, other in (("first process", few.main, many.main), ("largest worker", few.other, many.other)):
        yield Row(f"peak memory, {name}, {MANY} files / {FEW}", "1.15 x", f"{other / one:.2f} x", COMMAND)
        yield Row(f"  with {MANY} files", "180 MB", f"{other / 2**20:.0f} MB", COMMAND)


def long_run(scratch: Path, count: int) -> Iterator[Row]:
    """The cost of a file at the end of a long run beside that at its start, and the same files again."""
    tenth = count // 10
    files = papers.files(scratch / "small-papers", count, pages=1)
    folder = scratch / "long"
    done = ours_of(folder, files, marks=(tenth, 2 * tenth, count - tenth, count))
    at = done.marks
    start, end = at[2 * tenth] - at[tenth], at[count] - at[count - tenth]
    last = 1000 * (done.cpu - at[count]) / count
    told = f"{end / start:.2f} x"
    command = COMMAND + (" --full" if count == LONG else "")
    yield Row(f"cost of a file, last {tenth} of {count} / second {tenth}", "1.1 x", told, command)
    yield Row("  of one of the last (one page each)", "", f"{1000 * end / tenth:.1f} ms", command)
    yield Row("  links at the end, for a file", "", f"{last:.2f} ms", command)
    yield from again(folder, files, command)


def again(folder: Path, files: Sequence[Path], command: str) -> Iterator[Row]:
    """A second run over unchanged files: its time by the clock, that of hashing alone, and that nothing was written."""
    database = folder / "archive" / DATABASE
    before = hashlib.sha256(database.read_bytes()).digest()
    began = time.perf_counter()
    for file in files:
        hashlib.sha256(file.read_bytes()).hexdigest()
    hashing = time.perf_counter() - began
    done = cost(*referat(), "import", folder / "listed", "--archive", folder / "archive", "--no-render")
    wrote = "nothing written" if hashlib.sha256(database.read_bytes()).digest() == before else "THE ARCHIVE CHANGED"
    told = f"{done.seconds:.2f} s ({wrote}), hashing {hashing:.2f} s"
    yield Row(f"{len(files)} unchanged files again, by the clock", "2 s + hashing", told, command)
