"""Files made to harm among a hundred good ones: each costs itself, and no process grows beyond its wall."""

from __future__ import annotations

import json
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.model import FAILED, Status
from pipeline.run import process
from pipeline.ward import CEILING, peak_of
from tests.conftest import SamplePdf, command, environment
from tests.hostile import HOSTILE
from tests.processes import descendants

GOOD = 100
STALL = 6
"""Seconds without a page, for the import; many of these files use them up."""


@contextmanager
def watched(process: int) -> Iterator[dict[int, int]]:
    """The most bytes of address space that it and each of its descendants was seen with, looked at all the time."""
    peaks: dict[int, int] = {}
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.05):
            for child in {process, *descendants(process)}:
                peaks[child] = max(peaks.get(child, 0), peak_of(child))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peaks
    finally:
        done.set()
        thread.join()


def test_hostile_files_among_good_ones(tmp_path: Path, minutes: SamplePdf) -> None:
    folder, archive = tmp_path / "papers", tmp_path / "archive"
    folder.mkdir()
    good = {minutes(folder / f"{n:03}-good.pdf", note=f"Notat {n}").name for n in range(GOOD)}
    bad = {}
    for n, (name, make) in enumerate(HOSTILE.items()):
        path = folder / f"{2 * n:03}-hostile-{name}"
        path.write_bytes(make())
        bad[path.name] = name
    assert len(bad) >= 20
    arguments = command("import", folder, "--archive", archive, "--jobs", "2", "--timeout", str(STALL), "--json")
    with (
        subprocess.Popen(
            [*arguments, "--no-render"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
        ) as work,
        watched(work.pid) as peaks,
    ):
        out, said = work.communicate(timeout=600)
    assert "Traceback" not in said
    assert work.returncode == 1
    report = json.loads(out)
    assert report["changes"] == {"new": GOOD + len(bad)}

    listed = {entry["name"]: entry for entry in report["attention"]}
    assert good & listed.keys() == set()
    quiet = sum(report["outcomes"].get(status, 0) for status in ("ok", "ok_disagree", "repaired"))
    assert quiet == GOOD + len(bad.keys() - listed.keys())
    for name, entry in listed.items():
        assert Status(entry["outcome"]) is not Status.CRASHED, name
        assert entry["message"], name
    typed = {bad[name]: Status(entry["outcome"]) for name, entry in listed.items()}
    assert {typed[name] for name in ("flate-bomb.pdf", "font-bomb.pdf", "zip-bomb.docx")} == {Status.MEMORY}
    assert {typed[name] for name in ("billion-laughs.pdf", "glyph-flood.pdf")} <= {Status.TIMEOUT, Status.MEMORY}
    assert typed["unknown-handler.pdf"] is Status.ENCRYPTED
    assert typed["only-zeros.pdf"] is Status.UNSUPPORTED
    assert {typed[name] for name in ("nothing.pdf", "entities.odt", "page-tree-laughs.pdf")} == {Status.DAMAGED}
    assert Counter(map(FAILED.__contains__, typed.values()))[True] >= 10

    assert len(peaks) > 4
    assert max(peaks.values()) > CEILING // 2, "the bombs went off elsewhere"
    assert {process: peak for process, peak in peaks.items() if peak > CEILING} == {}


@pytest.mark.parametrize(
    "name", ["prev-loop.pdf", "lying-places.pdf", "deep-states.pdf", "long-name.pdf", "xobject-loop.pdf"]
)
def test_what_is_only_odd_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    outcome = process(identify(path))
    assert outcome.status in (Status.OK, Status.REPAIRED)
    assert outcome.pages
    assert "Referat fra styremote" in outcome.pages[0][1]
