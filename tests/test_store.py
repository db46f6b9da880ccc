"""The archive: what is written, that it is written whole or not at all, and what is refused untouched."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from pipeline import search_index
from pipeline.archive import APPLICATION_ID, DATABASE, LOCK, lock, read_archive
from pipeline.contents import FACTS
from pipeline.errors import ArchiveDamaged, Locked, NoArchive
from pipeline.link import link
from pipeline.model import Outcome, Status
from pipeline.runs import Run
from pipeline.schema import SCHEMA_VERSION, TABLES
from pipeline.schema_doc import markdown
from pipeline.seal import CONTENT, ROWS, sealed_columns, stored_content_seal
from pipeline.search import search
from pipeline.store import Arrival, drop_name, known, put
from pipeline.tables import ALL_TABLES, opened_archive
from pipeline.views import VIEWS
from tests.conftest import ROOT, environment
from tests.hand_made import Paper, outcome


def minutes(name: str = "a.pdf", decision: str = "Styret vedtok budsjettet.") -> Outcome:
    paper = Paper(name, "minutes", "Styret i Lia vel", title="Referat")
    paper.meeting("2014-03-12", start="18:00")
    paper.person("Kari Fjellstad", "Lia vel", role="chair", partial={"from": "18:30", "to": None})
    item = paper.item("1/14", "Budsjett")
    paper.decision("1/14", item, decision, points=["a", "b"], vote={"unanimous": True}, amounts=[1000])
    paper.action("1/14", item, "Kari Fjellstad sender budsjettet.", ["Kari Fjellstad"], "2014-04-01")
    paper.add("sections", number="1", title="Innledning")["page"] = 3
    paper.record["next_meeting"] = {"date": "2014-04-09", "later": [], "source": {"page": 1, "lines": [9, 9]}}
    place = {"page": 1, "quote": "Saker", "bbox": None, "lines": [3, 3], "text_from": "text_layer"}
    doubt = {"code": "no_agenda", "severity": "doubt", "message": "Ingen saksliste.", "source": place}
    return outcome(Path(f"/papers/{name}"), [paper], [{**doubt, "document": paper.record["id"]}])


def name_of(entry: Outcome) -> Arrival:
    return Arrival(entry.source.path, entry.source.name, 1.5)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with opened_archive(tmp_path, create=True) as database:
        yield database


def store(db: Database, entry: Outcome, version: str = "1", name: Arrival | None = None) -> bool:
    return put(db, entry, [name or name_of(entry)], Run(db, "import", version))


def count(db: Database, table: str) -> int:
    return int(db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def content(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def test_every_table_is_strict_with_keys_and_indexes(db: Database) -> None:
    assert set(ALL_TABLES) <= set(db.table_names())
    for name, table in ALL_TABLES.items():
        found = db.table(name)
        assert found.strict
        assert found.columns_dict == table.columns
        assert {key.column: key.other_table for key in found.foreign_keys} == table.refs
        indexed = {index.columns[0] for index in found.indexes}
        assert set(table.refs) - {"run"} <= indexed | set(found.pks), f"{name}: a reference without an index"
    required = {row["name"] for row in db.query("PRAGMA table_info(decision)") if row["notnull"]}
    assert required == {"id", "document", "position"}
    assert set(db.view_names()) == set(VIEWS)


def test_pragmas(db: Database) -> None:
    def pragma(name: str) -> object:
        return db.conn.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("foreign_keys") == 1
    assert pragma("journal_mode") == "delete", "until something is written"
    Run(db, "import", "1").id()
    assert pragma("journal_mode") == "wal"
    assert pragma("application_id") == APPLICATION_ID
    assert pragma("user_version") == SCHEMA_VERSION


def test_put_writes_whole_rows(db: Database) -> None:
    entry = minutes()
    assert store(db, entry)
    document = entry.record["documents"][0]
    (decision,) = db.query("SELECT * FROM decision")
    assert decision == {
        "id": document["decisions"][0]["id"],
        "document": document["id"],
        "position": 0,
        "item": "1/14",
        "item_id": document["agenda"][0]["id"],
        "text": "Styret vedtok budsjettet.",
        "points": '["a","b"]',
        "outcome": "adopted",
        "vote": '{"unanimous":true}',
        "amounts": "[1000]",
        "page": 1,
        "quote": "Styret vedtok budsjettet.",
        "bbox": "[72.0,90.0,400.0,102.0]",
        "first_line": 1,
        "last_line": 1,
        "text_from": "text_layer",
        "rule": "by_hand",
        "confidence": 0.9,
        "basis": "stated",
        "origin": None,
    }
    (attendance,) = db.query("SELECT name, role, partial FROM attendance")
    assert attendance == {"name": "Kari Fjellstad", "role": "chair", "partial": '{"from":"18:30","to":null}'}
    (section,) = db.query("SELECT title, target_page, page FROM section")
    assert section == {"title": "Innledning", "target_page": 3, "page": 1}
    (found,) = db.query("SELECT document, code, page FROM issue")
    assert found == {"document": document["id"], "code": "no_agenda", "page": 1}
    (file,) = db.query("SELECT id, outcome, pages, run FROM source_file")
    assert file == {"id": entry.source.sha256, "outcome": "ok", "pages": 2, "run": 1}
    assert next(db.query("SELECT path, current, mtime FROM file_name")) == {
        "path": "/papers/a.pdf",
        "current": 1,
        "mtime": 1.5,
    }


def test_the_same_result_writes_nothing(db: Database) -> None:
    entry = minutes()
    assert store(db, entry)
    before, changes = content(db), db.conn.total_changes
    assert not store(db, entry)
    assert (content(db), db.conn.total_changes) == (before, changes)


def test_a_newer_program_with_the_same_result_only_notes_its_version(db: Database) -> None:
    store(db, minutes())
    before = {
        table: db.conn.execute(f"SELECT rowid, * FROM {table}").fetchall() for table in ("decision", "search_key")
    }
    assert store(db, minutes(), version="2")
    assert {table: db.conn.execute(f"SELECT rowid, * FROM {table}").fetchall() for table in before} == before
    assert known(db)[1][minutes().source.sha256].version == "2"


def test_a_new_result_replaces_all_rows_of_the_file_and_no_other(db: Database, tmp_path: Path) -> None:
    store(db, minutes("other.pdf"))
    store(db, minutes())
    assert store(db, minutes(decision="Styret avviste forslaget."), version="2")
    assert count(db, "decision") == 2
    assert [hit.text for hit in search(tmp_path, "avviste")] == ["Styret [avviste] forslaget."]
    assert len(search(tmp_path, "budsjettet", kinds=["decision"])) == 1
    db.conn.execute("INSERT INTO search_words(search_words) VALUES ('integrity-check')")


def test_a_failure_takes_the_place_of_an_earlier_success(db: Database) -> None:
    good = minutes()
    store(db, good)
    link(db)
    record = {"source": {**good.record["source"], "outcome": "timeout"}, "documents": [], "issues": []}
    bad = replace(good, status=Status.TIMEOUT, record=record, pages=())
    assert store(db, bad, version="2")
    left = {name: count(db, name) for name, table in TABLES.items() if table.layer == "stated"}
    assert not any(left.values())
    assert count(db, "attendance_link") == 0


def test_a_broken_record_leaves_the_old_rows(db: Database) -> None:
    store(db, minutes())
    before = content(db)
    broken = minutes(decision="Ny tekst.")
    broken.record["documents"][0]["agenda"].append(dict(broken.record["documents"][0]["agenda"][0]))
    with pytest.raises(sqlite3.IntegrityError):
        store(db, broken, version="1")
    # The run's own row is there; of the file nothing was touched.
    assert [line for line in content(db) if '"run"' not in line] == [line for line in before if '"run"' not in line]


def test_new_bytes_under_a_name_are_shown_and_the_old_ones_kept(db: Database, tmp_path: Path) -> None:
    old = minutes()
    store(db, old)
    link(db)
    newer = replace(old, source=replace(old.source, sha256=sha256(b"2").hexdigest()))
    assert store(db, newer, name=name_of(old))
    assert [tuple(row.values()) for row in db.query("SELECT source_file, current FROM file_name ORDER BY current")] == [
        (old.source.sha256, 0),
        (newer.source.sha256, 1),
    ]
    link(db)
    identity = old.record["documents"][0]["id"]
    kept = f"{identity}-{old.source.sha256[:8]}"
    # The version that lies there now has the id; the earlier one has all its records under its own.
    assert {row["id"]: row["source_file"] for row in db.query("SELECT id, source_file FROM document")} == {
        identity: newer.source.sha256,
        kept: old.source.sha256,
    }
    for table in ("decision", "agenda_item", "attendance", "issue"):
        assert [row["document"] for row in db.query(f"SELECT document FROM {table} ORDER BY 1")] == [identity, kept]
    assert [row["id"] for row in db.query("SELECT id FROM v_document")] == [identity]
    assert [(row["id"], row["reason"], row["shown"]) for row in db.query("SELECT * FROM v_superseded")] == [
        (kept, "version", identity)
    ]
    assert len(search(tmp_path, "budsjettet", kinds=["decision"])) == 1
    assert set(known(db)[1]) == {newer.source.sha256}
    assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_earlier_version_can_come_back(db: Database) -> None:
    old = minutes()
    newer = replace(old, source=replace(old.source, sha256=sha256(b"2").hexdigest()))
    for entry in (old, newer, old):
        store(db, entry, name=name_of(old))
        link(db)
    identity = old.record["documents"][0]["id"]
    assert [(row["id"], row["source_file"]) for row in db.query("SELECT id, source_file FROM v_document")] == [
        (identity, old.source.sha256)
    ]
    assert count(db, "document") == 2


def test_what_a_run_did_with_a_path_is_kept(db: Database) -> None:
    old = minutes()
    newer = replace(old, source=replace(old.source, sha256=sha256(b"2").hexdigest()))
    store(db, old)
    put(db, newer, [replace(name_of(old), change="new_version")], Run(db, "import", "1"))
    found = db.query("SELECT run, path, before, after, change, outcome FROM import_entry ORDER BY run")
    assert [tuple(row.values()) for row in found] == [
        (1, "/papers/a.pdf", None, old.source.sha256, "new", "ok"),
        (2, "/papers/a.pdf", old.source.sha256, newer.source.sha256, "new_version", "ok"),
    ]


def test_words_made_from_the_archive_are_those_made_from_the_reading(db: Database) -> None:
    store(db, minutes())
    kept = "SELECT id, source_file, kind, record, day, words FROM search_key ORDER BY id"
    before = db.conn.execute(kept).fetchall()
    source = minutes().source.sha256
    made = list(search_index.stored_keys(db.conn, source))
    with db.atomic():
        search_index.remove(db.conn, source)
        search_index.add(db.conn, source, made)
    assert db.conn.execute(kept).fetchall() == before


def test_seals_are_those_of_what_is_stored(db: Database) -> None:
    old = minutes()
    newer = replace(old, source=replace(old.source, sha256=sha256(b"2").hexdigest()), seconds=1)
    store(db, old)
    store(db, minutes("b.pdf"))
    store(db, newer, name=name_of(old))
    for identity, sealed in db.conn.execute("SELECT id, content_seal FROM source_file").fetchall():
        assert stored_content_seal(db.conn, identity, FACTS) == sealed
    for table in ROWS:
        columns = ", ".join(sealed_columns(table))
        for found, made in db.conn.execute(f"SELECT seal, referat_seal({columns}) FROM {table}").fetchall():
            assert found == made, table
    assert set(CONTENT) >= {name for name, shape in TABLES.items() if shape.layer == "stated"}


def test_a_content_with_two_names_outlives_one(db: Database) -> None:
    entry = minutes()
    put(db, entry, [name_of(entry), Arrival("/papers/copy.pdf", "copy.pdf")], Run(db, "import", "1"))
    run = Run(db, "import", "1")
    drop_name(db, "/papers/copy.pdf", run)
    assert count(db, "v_document") == 1
    drop_name(db, "/papers/a.pdf", run)
    assert (count(db, "v_document"), count(db, "search_key"), count(db, "document")) == (0, 0, 1)


def test_two_files_that_begin_alike_keep_apart(db: Database) -> None:
    first = minutes()
    signed = replace(first, source=replace(first.source, sha256=sha256(b"2").hexdigest(), path="/papers/signed.pdf"))
    for _ in range(2):
        store(db, first)
        store(db, signed)
    ids = [row["id"] for row in db.query("SELECT id FROM document ORDER BY length(id)")]
    assert ids == [first.record["documents"][0]["id"], f"{ids[0]}-{signed.source.sha256[:8]}"]
    links = db.query("SELECT d.document, i.document AS of FROM decision d JOIN agenda_item i ON i.id = d.item_id")
    assert sorted(row["document"] for row in links if row["document"] == row["of"]) == ids
    issues = {row["document"] for row in db.query("SELECT document FROM issue")}
    assert issues == set(ids)


def test_text_that_no_database_takes(db: Database) -> None:
    store(db, minutes(decision="Vedtatt\0 med \ud83d og æ."))
    assert next(db.query("SELECT text FROM decision"))["text"] == "Vedtatt med ? og æ."


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with lock(tmp_path, create=True):
        script = """if True:
            import sys
            from pathlib import Path
            from pipeline.archive import lock
            with lock(Path(sys.argv[1]), create=True):
                pass
        """
        done = subprocess.run(
            [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, env=environment(), check=False
        )
        assert "Locked: another process" in done.stderr
        with pytest.raises(Locked), lock(tmp_path, create=True):
            pass
    assert (tmp_path / LOCK).exists()
    with lock(tmp_path, create=True):  # a lock file that was left behind locks nobody out
        pass


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE note (text)")


def newer(path: Path) -> None:
    with opened_archive(path.parent, create=True):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def corrupt(path: Path) -> None:
    with opened_archive(path.parent, create=True) as db:
        for number in range(40):
            store(db, minutes(f"{number}.pdf"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20000] = b"\xa5" * 20000
    path.write_bytes(data)


def truncated(path: Path) -> None:
    corrupt(path)
    path.write_bytes(path.read_bytes()[: 4096 * 20])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b"hello " * 100), "not a SQLite database"),
        (lambda path: path.write_bytes(b""), "not a SQLite database"),
        (foreign, "another program's"),
        (newer, "newer referat"),
        (corrupt, "damaged"),
        (truncated, "damaged"),
    ],
    ids=["text", "empty", "foreign", "newer", "corrupt", "truncated"],
)
def test_what_is_no_archive_is_refused_untouched(tmp_path: Path, make, words: str) -> None:
    file = tmp_path / DATABASE
    make(file)
    before = file.read_bytes()
    with pytest.raises(ArchiveDamaged, match=words) as caught, opened_archive(tmp_path, create=True):
        pass
    assert caught.value.advice
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {DATABASE}


def test_no_archive(tmp_path: Path) -> None:
    for attempt in (lambda path: closing(read_archive(path)), opened_archive):
        with pytest.raises(NoArchive) as caught, attempt(tmp_path):
            pass
        assert "referat import" in caught.value.advice
    assert not list(tmp_path.iterdir())


def test_reading_writes_nothing_and_does_not_see_a_killed_write(tmp_path: Path) -> None:
    """A process is killed in the middle of replacing a file; the next reader sees the file as it was."""
    with opened_archive(tmp_path, create=True) as db:
        store(db, minutes())
    assert {path.name for path in tmp_path.iterdir()} == {DATABASE}, "one file when nobody writes"
    script = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        from pipeline.runs import Run
        from pipeline.tables import opened_archive
        with opened_archive(Path(sys.argv[1])) as db:
            Run(db, "import", "1").id()
            db.conn.execute("PRAGMA cache_size = 1")
            db.conn.execute("BEGIN IMMEDIATE")
            db.conn.execute("DELETE FROM decision")
            for number in range(2000):
                db.conn.execute("INSERT INTO run(started) VALUES (?)", ["x" * 500])
            os.kill(os.getpid(), signal.SIGKILL)
    """)
    subprocess.run([sys.executable, "-c", script, tmp_path], env=environment(), check=False)
    assert (tmp_path / f"{DATABASE}-wal").stat().st_size > 0
    with closing(read_archive(tmp_path)) as db:
        assert db.execute("SELECT count(*) FROM decision").fetchone()[0] == 1
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM decision")
    with opened_archive(tmp_path):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {DATABASE}


def test_readers_are_not_kept_waiting_and_see_no_half_file(tmp_path: Path) -> None:
    with opened_archive(tmp_path, create=True) as db:
        store(db, minutes())
        with closing(read_archive(tmp_path)) as reader:
            reader.execute("PRAGMA busy_timeout = 0")
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM decision").fetchone()[0] == 1
            assert store(db, minutes("b.pdf"))  # nor does a reader keep the writer waiting
            assert reader.execute("SELECT count(*) FROM decision").fetchone()[0] == 1
            reader.rollback()
            db.conn.execute("BEGIN IMMEDIATE")
            db.conn.execute("DELETE FROM decision")
            assert reader.execute("SELECT count(*) FROM decision").fetchone()[0] == 2


def test_the_documentation_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    assert written == "\n".join(markdown()) + "\n", "run: python -m pipeline.schema_doc docs/schema.md"


def test_the_reading_program_is_kept(db: Database) -> None:
    store(db, replace(minutes(), engine="pdfium 1.2"))
    assert [row["engine"] for row in db.table("source_file").rows] == ["pdfium 1.2"]
