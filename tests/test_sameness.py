"""The same files give the same archive and the same pages, wherever and however the program runs.

Time zone, locale, the seed of Python's hashes, the number of processes and the order in which the files are named are
all different; what the archive says, but for times and runs, and every byte of the pages are the same.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.archive import DATABASE, SITE
from tests.conftest import CORPUS, Cli

FILES = 12
TIMES = {"run", "seen", "imported", "seconds", "mtime", "started", "finished"}
"""Columns that say when something was done, or by which run."""
WAYS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "jobs": "2"},
    {"TZ": "America/St_Johns", "LC_ALL": "nb_NO.UTF-8", "PYTHONHASHSEED": "4711", "jobs": "1"},
    {"TZ": "Europe/Oslo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1", "jobs": "2"},
)
PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "jobs": "1"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with samples of middle size, most of them with Norwegian letters and several pages."""
    found = sorted(CORPUS.glob("*.pdf"), key=lambda path: (path.stat().st_size, path.name))
    if not found:
        pytest.skip("the sample corpus has not been made")
    folder = tmp_path_factory.mktemp("sameness") / "papers"
    folder.mkdir()
    for path in found[40 : 40 + 25 * FILES : 25]:
        shutil.copy(path, folder)
    return folder


def imported(cli: Cli, files: Path, archive: Path, way: dict[str, str]) -> Path:
    """The archive that an import in this setting makes."""
    setting = {key: value for key, value in way.items() if key != "jobs"}
    done = cli("import", files, "--archive", archive, "--jobs", way["jobs"], "--no-ocr", env=setting)
    assert done.returncode in (0, 1), done.stderr
    return archive


def content(archive: Path) -> dict[str, list[str]]:
    """The rows of every table, those of the search index too, without times and runs; in no order."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found = {}
        for name in names:
            if name in {"run", "import_entry"}:
                continue
            columns = [
                row[1]
                for row in db.execute(f'PRAGMA table_info("{name}")')
                if row[1] not in TIMES and (row[1] != "seal" or name == "derived_seal")
            ]
            chosen = ", ".join(f'"{column}"' for column in columns)
            found[name] = sorted(map(repr, db.execute(f'SELECT {chosen} FROM "{name}"')))
        return found


def pages(archive: Path) -> dict[str, str]:
    """The bytes of every written page, by its name."""
    site = archive / SITE
    return {
        str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not str(path.relative_to(site)).startswith("import")  # those tell when
    }


@pytest.fixture(scope="module")
def plain(files: Path, tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Path:
    return imported(cli, files, tmp_path_factory.mktemp("plain") / "archive", PLAIN)


def test_the_samples_say_something(plain: Path) -> None:
    told = content(plain)
    assert len(told["source_file"]) == FILES
    for table in ("attendance", "agenda_item", "decision", "action_item", "person", "body", "search_key"):
        assert told[table], table
    assert len(pages(plain)) > FILES


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way["TZ"])
def test_everywhere_the_same(way: dict[str, str], files: Path, plain: Path, tmp_path: Path, cli: Cli) -> None:
    other = imported(cli, files, tmp_path / "archive", way)
    expected, found = content(plain), content(other)
    assert found.keys() == expected.keys()
    for table in expected:
        assert found[table] == expected[table], table
    assert pages(other) == pages(plain)
