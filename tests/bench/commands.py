"""What users wait for: the real command in a process of its own, by the clock."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.table import ROUNDS, Row
from tests.processes import descendants

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
SEEDS = ROOT.parent / "shared" / "seeds"
SCAN = "skannet"
"""What the name of the seed without a text layer holds."""
GLANCE = 0.2
"""Seconds between two looks at the memory of a running command."""


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


def largest(process: int) -> int:
    """The peak memory, in bytes, of the largest of a process and those that it has started (Linux only)."""
    peaks = [0]
    for one in {process, *descendants(process)}:
        try:
            found = re.search(r"VmHWM:\s*(\d+) kB", Path(f"/proc/{one}/status").read_text())
        except OSError:  # it has ended meanwhile
            continue
        peaks.append(int(found[1]) * 1024 if found else 0)
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
