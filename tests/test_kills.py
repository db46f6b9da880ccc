"""An import killed again and again, at any moment: in the end the archive is the same as if nothing had happened."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import Cli, SamplePdf, command, environment
from tests.test_import import content

FILES = 200
KILLS = 3
DATABASES = 20
IN_CI = 10
"""Of the databases, those that the usual tests kill; the others are left to `make soak`."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, minutes: SamplePdf) -> Path:
    """Minutes, among them copies, a file that cannot be read and one that is empty."""
    folder = tmp_path_factory.mktemp("kills") / "papers"
    folder.mkdir()
    for number in range(FILES - 12):
        minutes(folder / f"{number:03}.pdf", note=f"Saken om gangvei {number} ble drøftet.")
    for number in range(10):
        shutil.copy(folder / f"{number * 7:03}.pdf", folder / f"{number * 11:03} kopi.pdf")
    (folder / "050 damaged.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "120 empty.pdf").touch()
    return folder


@pytest.fixture(scope="module")
def undisturbed(cli: Cli, papers: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """What an import says that nobody stops, and how many seconds it takes."""
    archive = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    assert cli("import", papers, "--archive", archive, "--no-render").returncode == 1
    return content(archive), time.monotonic() - began


@pytest.mark.parametrize(
    "seed",
    [pytest.param(seed, marks=[] if seed < IN_CI else [pytest.mark.soak]) for seed in range(DATABASES)],
)
def test_an_import_killed_three_times_comes_to_the_same(
    cli: Cli, papers: Path, undisturbed: tuple[list[str], float], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    expected, seconds = undisturbed
    archive = tmp_path / "archive"
    stored = []
    for _ in range(KILLS):
        with subprocess.Popen(
            command("import", papers, "--archive", archive, "--no-render"),
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            time.sleep(chance.uniform(0.2, seconds))
            os.killpg(process.pid, signal.SIGKILL)
        if (archive / "archive.db").exists():
            stored.append(len(content(archive)))  # sound in itself, after every kill
    assert stored == sorted(stored), "what was in stays in"
    assert cli("import", papers, "--archive", archive, "--no-render").returncode == 1
    assert content(archive) == expected
