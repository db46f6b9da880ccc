"""What no command touches: a database that is broken, another's or a newer program's; a disk that takes nothing."""

from __future__ import annotations

import ctypes
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.archive import DATABASE
from pipeline.cli import cli as commands
from pipeline.errors import Exit
from pipeline.guard import guarded, told
from pipeline.schema import SCHEMA_VERSION
from tests.conftest import ROOT, Cli, SamplePdf, command, environment
from tests.hand_made import build
from tests.test_import import content, many

PR_CAPBSET_DROP, DAC_OVERRIDE, DAC_READ_SEARCH = 24, 1, 2
"""Linux's numbers: what a process may give up for good, and the two rights by which root passes over permissions."""
READING = (("search", "budsjett"), ("status",), ("verify",))


def spoilt(file: Path, how: str) -> None:
    """Make an archive's file something that it must not be."""
    data = bytearray(file.read_bytes())
    if how == "text":
        data = bytearray(b"hello " * 100)
    elif how == "empty":
        data.clear()
    elif how == "truncated":
        del data[len(data) // 2 :]
    elif how == "corrupt":  # one table only: where it all came from can still be read
        with closing(sqlite3.connect(file)) as db:
            (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'decision'").fetchone()
            (size,) = db.execute("PRAGMA page_size").fetchone()
        data[(page - 1) * size : page * size] = b"\xa5" * size
    file.write_bytes(data)
    if how in ("foreign", "newer"):
        with closing(sqlite3.connect(file)) as db:
            db.execute(
                "PRAGMA application_id = 7" if how == "foreign" else f"PRAGMA user_version = {SCHEMA_VERSION + 1}"
            )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = build(tmp_path_factory.mktemp("refusals"))
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("UPDATE run SET paths = '[\"/arkiv/møter 2013\"]'")
        db.commit()
    return archive


@pytest.mark.parametrize("how", ["text", "empty", "truncated", "corrupt", "foreign", "newer"])
def test_every_command_refuses_it_untouched(
    made: Path, tmp_path: Path, minutes: SamplePdf, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    file = archive / DATABASE
    shutil.copy(made / DATABASE, file)
    spoilt(file, how)
    before = file.read_bytes()
    paper = str(minutes(tmp_path / "a.pdf"))
    writing = (("render",), ("digest", "2013"), ("import", paper), ("backup", str(tmp_path / "copy.db")), ("upgrade",))
    for arguments in (*READING, *writing):
        code = guarded(commands, [*arguments, "--archive", str(archive)])
        said = capsys.readouterr().err
        # One that asks for little may not come upon the broken pages; it must not say anything wrong then.
        looked_through = how != "corrupt" or arguments[0] in ("import", "verify", "backup", "render")
        assert code == Exit.ARCHIVE_DAMAGED or not looked_through, (arguments, code, said)
        assert file.read_bytes() == before, arguments
        if code == Exit.ARCHIVE_DAMAGED:
            assert "referat " in said.partition("\n")[2] or arguments[0] == "verify", (arguments, said)
            rebuilding = how in ("text", "empty", "newer") or (how == "corrupt" and arguments[0] == "import")
            assert not rebuilding or ("make" in said and "referat import " in said), (arguments, said)
        if (how, arguments[0]) == ("corrupt", "import"):
            assert f"referat import '/arkiv/møter 2013' --archive {archive}" in said
    assert {path.name for path in archive.iterdir()} <= {DATABASE, "archive.lock"}
    assert not (tmp_path / "copy.db").exists()


def without_privileges() -> None:
    """Give up what lets root pass over permissions; a program that is started after this has them apply to it."""
    libc = ctypes.CDLL(None)
    for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def as_reader(*line: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program to which permissions apply."""
    return subprocess.run(
        [*map(str, line)],
        capture_output=True,
        encoding="utf-8",
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=without_privileges,
        check=False,
    )


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """An archive that may only be read, left as its writer left it: `whole`, or killed and then copied so or so."""
    (tmp_path / "probe").touch(0o444)
    if as_reader("sh", "-c", f"echo > '{tmp_path / 'probe'}'").returncode == 0:
        pytest.skip("permissions do not apply to us here")

    def make(state: str) -> Path:
        archive = build(tmp_path)
        if state != "whole":
            script = """if True:
                import os, signal, sys
                from pathlib import Path
                from pipeline.runs import Run
                from pipeline.tables import opened_archive
                with opened_archive(Path(sys.argv[1])) as db:
                    Run(db, "import", "1").id()
                    os.kill(os.getpid(), signal.SIGKILL)
            """
            done = subprocess.run([sys.executable, "-c", script, archive], env=environment(), check=False)
            assert done.returncode == -signal.SIGKILL
        if state == "a log without its index":
            (archive / f"{DATABASE}-shm").unlink()
        if state == "its log folded in":
            with closing(sqlite3.connect(archive / DATABASE)) as db:
                db.execute("SELECT count(*) FROM run").fetchone()
            assert [path.name for path in archive.glob(f"{DATABASE}*")] == [DATABASE]
        for path in archive.iterdir():
            path.chmod(0o444)
        archive.chmod(0o555)
        return archive

    yield make
    (tmp_path / "archive").chmod(0o755)


@pytest.mark.parametrize("state", ["whole", "killed", "its log folded in"])
def test_an_archive_that_may_only_be_read_can_be_read(read_only: Callable[[str], Path], state: str) -> None:
    archive = read_only(state)
    before = {path: path.read_bytes() for path in archive.glob(f"{DATABASE}*") if not path.name.endswith("-shm")}
    for arguments in READING:
        done = as_reader(*command(*arguments, "--archive", archive))
        assert done.returncode == (1 if arguments == ("verify",) else 0), (arguments, done.stderr)
        assert done.stdout
    done = as_reader(*command("import", ROOT / "corpus", "--archive", archive))
    assert done.returncode == Exit.DISK
    assert "archive.lock: Permission denied" in done.stderr and "check who may write there" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_log_that_cannot_be_read_without_writing_is_told(read_only: Callable[[str], Path]) -> None:
    archive = read_only("a log without its index")
    for arguments in READING:
        done = as_reader(*command(*arguments, "--archive", archive))
        assert done.returncode == Exit.DISK, done.stderr
        assert "left in the middle of writing" in done.stderr and "copy the folder" in done.stderr


def completes(cli: Cli, folder: Path, archive: Path, undisturbed: Path) -> None:
    """The same command finishes what the full disk stopped, with the same content."""
    done = cli("import", folder, "--archive", archive, "--no-render")
    assert done.returncode == 0, done.stderr
    assert cli("import", folder, "--archive", undisturbed, "--no-render").returncode == 0
    assert content(archive) == content(undisturbed)
    assert cli("verify", "--archive", archive).returncode == 0


def test_files_that_may_not_grow(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    """A limit on the size of files stands in for a full disk where none can be made; SQLite says the disk failed."""
    folder, archive = many(tmp_path / "papers", minutes, 24), tmp_path / "archive"
    done = subprocess.run(
        command("import", folder, "--archive", archive, "--no-render"),
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000)),
        check=False,
    )
    assert done.returncode == Exit.DISK, done.stderr
    assert "the disk could not be read or written" in done.stderr and "run the same command again" in done.stderr
    assert "Traceback" not in done.stderr
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        (stored,) = db.execute("SELECT count(*) FROM source_file").fetchone()
    assert 0 < stored < 24
    completes(cli, folder, archive, tmp_path / "undisturbed")


ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$SIZE" tmpfs "$DISK" || exit 99
"$@"; echo "exit $?" >&2
cp -r "$DISK/archive" "$KEPT"
"""


def test_a_full_disk(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    folder, disk, kept = many(tmp_path / "papers", minutes, 24), tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    env = environment(DISK=str(disk), KEPT=str(kept), SIZE="3m")
    line = command("import", folder, "--archive", disk / "archive", "--no-render")
    for unshare in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        try:
            done = subprocess.run(
                [*unshare, "sh", "-c", ON_A_SMALL_DISK, "sh", *line],
                capture_output=True,
                encoding="utf-8",
                env=env,
                check=False,
            )
        except FileNotFoundError:
            pytest.skip("there is no unshare here, to mount a small disk with")
        if "exit" in done.stderr:
            break
    else:
        pytest.skip("no small disk may be mounted here")
    assert f"exit {Exit.DISK.value}" in done.stderr, done.stderr
    assert "the disk is full" in done.stderr and "run the same command again" in done.stderr
    assert "Traceback" not in done.stderr
    with closing(sqlite3.connect(kept / DATABASE)) as db:
        (stored,) = db.execute("SELECT count(*) FROM source_file").fetchone()
    assert 0 < stored < 24
    completes(cli, folder, kept, tmp_path / "undisturbed")


def test_a_database_that_another_process_holds(tmp_path: Path) -> None:
    file = tmp_path / DATABASE
    with closing(sqlite3.connect(file)) as holder, closing(sqlite3.connect(file, timeout=0)) as other:
        holder.execute("CREATE TABLE note (text)")
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            other.execute("SELECT * FROM note")
    message, advice, code = told(caught.value, tmp_path)
    assert code is Exit.LOCKED
    assert "another process" in message and "wait" in advice
