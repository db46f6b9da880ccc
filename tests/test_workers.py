"""The engine for work, with real processes that crash, hang and run out of memory."""

from __future__ import annotations

import mmap
import os
import re
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import clock
from pipeline.archive import lock
from pipeline.intake.media import EMPTY, PDF
from pipeline.model import Outcome, SourceFile, Status
from pipeline.tables import opened_archive
from pipeline.ward import CEILING, peak_of
from pipeline.workers import AHEAD, backstop, work
from tests.conftest import environment
from tests.processes import living


def source(name: str, size: int = 1, media_type: str = PDF) -> SourceFile:
    return SourceFile(f"/nowhere/{name}", name, name, size, media_type)


def behave(file: SourceFile) -> Outcome:
    """Do what the file's name says."""
    match file.name.partition("-")[0]:
        case "abort":
            os.abort()
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "quit":
            os._exit(0)
        case "exit":
            sys.exit(3)
        case "hang":
            time.sleep(600)
        case "regex":  # holds the interpreter for years
            re.match(r"(a+)+$", "a" * 64 + "b")
        case "pages":  # slower in all than a stall, never between two pages
            for _ in range(6):
                time.sleep(0.25)
                clock.beat()
        case "trickle":  # finishes steps for ever
            clock.expect(1)
            while True:
                time.sleep(0.01)
                clock.beat()
        case "helped":
            with clock.helper() as seconds:
                time.sleep(0.6 * seconds)
        case "halt":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "full":  # as C code does that is refused memory
            held = []
            try:
                while True:
                    held.append(mmap.mmap(-1, 64 << 20))
                    time.sleep(0.02)
            except (MemoryError, OSError):
                os.abort()
        case "family":
            return Outcome(file, Status.OK, {"leader": os.getpid(), "children": _family()})
        case "orphans":
            Path(file.path).write_text(f"{os.getpid()} {' '.join(map(str, _family()))}")
            os.kill(os.getpid(), signal.SIGKILL)
        case "walls":
            return Outcome(file, Status.OK, _walls())
        case "slow":
            time.sleep(0.3)
        case "memory":
            return Outcome(file, Status.OK, {"held": len(bytearray(1 << 40))})
        case "raise":
            raise KeyError("æøå")
        case "deep":
            return behave(file)
        case "unpicklable":
            return Outcome(file, Status.OK, {"function": lambda: None})
    return Outcome(file, Status.OK, {"process": os.getpid()})


def _family() -> list[int]:
    """Starts a helper in this group, and one in its own with a child of that; gives the ids of the two."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    one = subprocess.Popen(["sleep", "600"], **quiet)
    other = subprocess.Popen(["sh", "-c", "sleep 600 & wait"], process_group=0, **quiet)
    return [one.pid, other.pid]


def _walls() -> dict[str, Any]:
    child = subprocess.run(["sh", "-c", "ulimit -v; ulimit -c"], capture_output=True, text=True, check=True)
    return {
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "leader": (os.getpid(), os.getpgrp(), os.getsid(0)),
        "child": child.stdout.split(),
        "files": [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()],
    }


def test_every_kind_of_trouble_costs_one_file() -> None:
    trouble = {
        "abort": Status.CRASHED,
        "kill": Status.MEMORY,
        "exit": Status.CRASHED,
        "hang": Status.TIMEOUT,
        "regex": Status.TIMEOUT,
        "full": Status.MEMORY,
        "memory": Status.MEMORY,
        "raise": Status.CRASHED,
        "deep": Status.CRASHED,
        "unpicklable": Status.CRASHED,
    }
    names = [name for bad in trouble for name in (bad, f"good-{bad}")]
    outcomes = list(work(map(source, names), behave, jobs=2, timeout=2))
    assert [outcome.source.name for outcome in outcomes] == names
    assert {o.source.name: o.status for o in outcomes} == {name: trouble.get(name, Status.OK) for name in names}
    for outcome in outcomes:
        if outcome.status.failed:
            assert outcome.record["documents"] == []
            assert outcome.record["issues"][0]["code"] == outcome.status.value
            assert outcome.record["issues"][0]["message"]


def test_one_job_is_still_another_process() -> None:
    (outcome,) = work([source("a")], behave, jobs=1)
    assert outcome.record["process"] != os.getpid()


def test_a_worker_that_ends_without_a_file_costs_none() -> None:
    """As when the kernel, short of memory, ends one that waits; those that wait for it are given to others."""
    outcomes = work(map(source, map(str, range(3 * AHEAD))), behave, jobs=1)
    done = [next(outcomes)]
    time.sleep(1)  # all that were handed out are done by now
    os.kill(done[0].record["process"], signal.SIGKILL)
    time.sleep(1)
    done += outcomes
    assert [outcome.status for outcome in done] == [Status.OK] * (3 * AHEAD)
    assert len({outcome.record["process"] for outcome in done}) == 2


def test_what_no_reader_can_open_costs_no_process() -> None:
    (outcome,) = work([source("abort", media_type=EMPTY)], behave, jobs=1)
    assert (outcome.status, outcome.record["issues"][0]["code"]) == (Status.DAMAGED, "empty_file")


def test_sources_are_taken_lazily() -> None:
    taken = 0

    def sources() -> Iterator[SourceFile]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield source(str(number))

    outcomes = work(sources(), behave, jobs=1)
    next(outcomes)
    assert taken == AHEAD
    outcomes.close()


def test_a_caller_that_turns_away_leaves_no_process() -> None:
    outcomes = work(map(source, ["a", "hang-1", "hang-2"]), behave, jobs=2)
    process = next(outcomes).record["process"]
    start = time.monotonic()
    outcomes.close()
    assert time.monotonic() - start < 5
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_stop_finishes_what_is_in_hand_only() -> None:
    stop = threading.Event()
    names = [f"slow-{number}" for number in range(12)]
    done = []
    for outcome in work(map(source, names), behave, jobs=2, stop=stop):
        done.append(outcome)
        stop.set()
    assert 1 <= len(done) <= 6
    assert all(outcome.status is Status.OK for outcome in done)


def test_the_clock_runs_for_a_page_and_not_for_a_file() -> None:
    outcomes = list(work(map(source, ["pages", "helped"]), behave, jobs=1, timeout=1))
    assert [outcome.status for outcome in outcomes] == [Status.OK, Status.OK]


def test_a_file_that_goes_on_for_ever_has_an_end() -> None:
    (outcome,) = work([source("trickle")], behave, jobs=1, timeout=0.2)
    assert outcome.status is Status.TIMEOUT


def test_the_clock_does_nothing_where_none_runs() -> None:
    clock.beat()
    clock.expect(3)
    with clock.helper() as seconds:
        assert seconds > clock.STALL
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_clock_stops_with_its_file() -> None:
    with clock.running(60):
        clock.expect(1000)
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 60
        with clock.helper() as seconds:
            assert 60 < seconds < signal.getitimer(signal.ITIMER_REAL)[0]
        assert signal.getitimer(signal.ITIMER_REAL)[0] <= 60
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_backstop_comes_after_the_clock() -> None:
    assert backstop(source("a", size=0), 20) > clock.total(0, 20)
    pages = 1000
    assert backstop(source("a", size=pages * 1024), 20) > clock.total(pages, 20)


def test_the_backstop_ends_what_has_no_clock_any_more() -> None:
    outcomes = list(work(map(source, ["quit", "halt", "good"]), behave, jobs=2, timeout=0.2))
    assert [outcome.status for outcome in outcomes] == [Status.TIMEOUT, Status.TIMEOUT, Status.OK]


def test_a_worker_has_walls_and_no_database(tmp_path: Path) -> None:
    with lock(tmp_path, create=True), opened_archive(tmp_path, create=True):
        (outcome,) = work([source("walls")], behave, jobs=1)
    walls = outcome.record
    assert walls["memory"] == CEILING == 1536 << 20
    assert walls["core"] == 0
    assert walls["child"] == [str(CEILING >> 10), "0"]
    assert len(set(walls["leader"])) == 1
    assert walls["leader"][0] != os.getpid()
    assert [name for name in walls["files"] if name.startswith(str(tmp_path))] == []


def test_what_a_worker_started_is_ended_with_it(tmp_path: Path) -> None:
    """By a kill, and when the pool is closed."""
    noted = tmp_path / "orphans"
    killed = SourceFile(str(noted), "orphans", "orphans", 1, PDF)
    outcomes = list(work([killed, source("family")], behave, jobs=1))
    assert [outcome.status for outcome in outcomes] == [Status.MEMORY, Status.OK]
    leader, *children = map(int, noted.read_text().split())
    assert living(leader) == []
    assert living(outcomes[1].record["leader"]) == []
    for child in (*children, *outcomes[1].record["children"]):
        assert peak_of(child) == 0


def test_advice_is_in_the_language_of_the_import() -> None:
    said = [next(work([source("raise")], behave, jobs=1, language=language)) for language in ("nb", "nn")]
    assert said[0].record["issues"][0]["message"] != said[1].record["issues"][0]["message"]


def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
            from pipeline.workers import work
            from tests.test_workers import behave, source
            if __name__ == "__main__":
                for outcome in work(map(source, ["family", "hang"]), behave, jobs=1):
                    print(outcome.record["leader"], flush=True)
        """)
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment()) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    assert living(worker) == []
