"""The engine for work, with real processes that crash, hang and run out of memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.intake.media import EMPTY, PDF
from pipeline.model import Outcome, SourceFile, Status
from pipeline.workers import AHEAD, limit, work
from tests.conftest import environment


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


def test_every_kind_of_trouble_costs_one_file() -> None:
    trouble = {
        "abort": Status.CRASHED,
        "kill": Status.MEMORY,
        "quit": Status.TIMEOUT,
        "exit": Status.CRASHED,
        "hang": Status.TIMEOUT,
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


def test_a_large_file_gets_more_time() -> None:
    assert limit(source("a", size=0), 10) == 10
    assert limit(source("a", size=1_000_000), 10) == 50


def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
            from pipeline.workers import work
            from tests.test_workers import behave, source
            if __name__ == "__main__":
                for outcome in work(map(source, ["a", "slow", "slow-2", "slow-3"]), behave, jobs=2):
                    print(outcome.record["process"], flush=True)
        """)
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment()) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and Path(f"/proc/{worker}").exists():
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()
