"""What storing costs: `put` beside sqlite-utils' insert_all with triggers, on the same rows and the same tables.

python -m tests.bench.storing [FILES]      the figures, and where `put` spends its time
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from pipeline import search_index
from pipeline.archive import DATABASE
from pipeline.intake import identify
from pipeline.model import Outcome
from pipeline.options import Options
from pipeline.rows import STATED, page_id, rows, source_id
from pipeline.run import process
from pipeline.runs import Run
from pipeline.schema import TABLES
from pipeline.store import Arrival, put
from pipeline.tables import connect, create_archive, opened_archive
from tests.bench import papers
from tests.bench.table import ROUNDS

KEY, WORDS = search_index.KEY_TABLE, search_index.WORDS_TABLE
TRIGGERS = f"""
CREATE TRIGGER {KEY}_ai AFTER INSERT ON {KEY} BEGIN
  INSERT INTO {WORDS}(rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER {KEY}_ad AFTER DELETE ON {KEY} BEGIN
  INSERT INTO {WORDS}({WORDS}, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER {KEY}_au AFTER UPDATE ON {KEY} BEGIN
  INSERT INTO {WORDS}({WORDS}, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO {WORDS}(rowid, words) VALUES (new.id, new.words);
END;
"""
"""What sqlite-utils' `enable_fts(create_triggers=True)` writes."""


def read(files: Sequence[Path]) -> list[Outcome]:
    """The outcomes of files, to be stored again and again."""
    return [process(identify(file), Options()) for file in files]


def ours(outcomes: Sequence[Outcome], folder: Path) -> float:
    """CPU seconds of `put` for all outcomes, in an archive that is made for it."""
    with opened_archive(folder, create=True) as db:
        run = Run(db, "import", "bench")
        began = time.process_time()
        for outcome in outcomes:
            put(db, outcome, [Arrival.of(outcome.source, "new")], run)
        return time.process_time() - began


def theirs(outcomes: Sequence[Outcome], folder: Path) -> float:
    """CPU seconds of sqlite-utils' insert_all, a call for each table of each file, the index kept by triggers."""
    create_archive(folder / DATABASE)
    with closing(connect(folder / DATABASE)) as db:
        db.conn.executescript(TRIGGERS)
        began = time.process_time()
        for outcome in outcomes:
            insert_all(db, outcome)
        return time.process_time() - began


def insert_all(db: Database, outcome: Outcome) -> None:
    """One file's rows as dictionaries, as sqlite-utils takes them."""
    source, new = source_id(outcome.source), rows(outcome)
    db["source_file"].insert_all([{"id": source, "outcome": outcome.status.value, "size": outcome.source.size}])
    path, name = outcome.source.path, outcome.source.name
    db["file_name"].insert_all([{"path": path, "source_file": source, "name": name, "current": 1}])
    for table in STATED:
        columns = list(TABLES[table].columns)
        if new[table]:
            db[table].insert_all([dict(zip(columns, row, strict=True)) for row in new[table]])
    columns = ["source_file", "kind", "record", "day", "words"]
    keys = search_index.keys(outcome, source, page_id)
    db[KEY].insert_all([dict(zip(columns, key, strict=True)) for key in keys])


def making(outcomes: Sequence[Outcome], folder: Path) -> float:
    """CPU seconds of what both do first: outcomes as rows, and their folded words."""
    began = time.process_time()
    for outcome in outcomes:
        rows(outcome)
        list(search_index.keys(outcome, source_id(outcome.source), page_id))
    return time.process_time() - began


def storing(outcomes: Sequence[Outcome]) -> tuple[list[float], list[float], list[float]]:
    """CPU seconds for a file of ours, of theirs, and of making the rows, round by round in turn."""
    found: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(ROUNDS):
        for kept, task in zip(found, (ours, theirs, making), strict=True):
            with tempfile.TemporaryDirectory() as folder:
                kept.append(task(outcomes, Path(folder)) / len(outcomes))
    return found


def main() -> None:
    """Print both, their ratio, and a profile of ours."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        outcomes = read(papers.files(Path(folder), count))
        stored = sum(len(own) for outcome in outcomes for own in rows(outcome).values())
        found = storing(outcomes)
        for mine, other, made in zip(*found, strict=True):
            print(
                f"put {1000 * mine:.2f} ms a file, insert_all {1000 * other:.2f} ms, ratio {other / mine:.2f}; "
                f"without the making of the rows ({1000 * made:.2f} ms) {(other - made) / (mine - made):.2f}"
            )
        print(f"{stored / count:.0f} rows a file and their words")
        profile = cProfile.Profile()
        archive = Path(folder) / "profiled"
        profile.runcall(ours, outcomes, archive)
        pstats.Stats(profile).sort_stats("tottime").print_stats(18)
        pstats.Stats(profile).sort_stats("cumtime").print_stats(24)


if __name__ == "__main__":
    main()
