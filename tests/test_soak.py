"""Hundreds of files, and an import that is killed again and again: in the end every file is there, once and whole."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import CORPUS, Cli, command, environment

COPIES = 3
KILLS = 4
SECONDS = 6
"""How long each killed import may work."""


def _stand_in(folder: Path) -> int:
    """Fills a folder with versions of the born-digital samples that differ in their last bytes; gives their number."""
    count = 0
    for number in range(COPIES):
        for path in sorted(CORPUS.glob("*.pdf")):
            content = path.read_bytes() + f"\n% {number}\n".encode() * (number > 0)
            (folder / f"{number}-{path.name}").write_bytes(content)
            count += 1
    return count


@pytest.mark.soak
def test_a_large_import_survives_being_killed(cli: Cli, tmp_path: Path) -> None:
    scans, archive = tmp_path / "scans", tmp_path / "archive"
    scans.mkdir()
    files = _stand_in(scans)
    for _ in range(KILLS):
        work = subprocess.Popen(
            command("import", scans, "--archive", archive, "--no-render"),
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(SECONDS)
        os.killpg(work.pid, signal.SIGKILL)
        work.wait()
    assert cli("import", scans, "--archive", archive, timeout=1200).returncode == 0
    told = json.loads(cli("status", "--archive", archive, "--json").stdout)
    assert told["files"] == files
    assert told["outcomes"] == {"ok": files}
    database = sqlite3.connect(archive / "archive.db")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    before = (archive / "archive.db").read_bytes()
    again = cli("import", scans, "--archive", archive, "--no-render", timeout=600)
    assert again.returncode == 0
    assert (archive / "archive.db").read_bytes() == before
