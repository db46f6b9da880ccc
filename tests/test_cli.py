"""The command through its real entry point: what it prints where, its exit codes, and what it leaves unloaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import Exit
from tests.conftest import CORPUS, ROOT, Cli, SamplePdf, command, environment

COMMANDS = (
    "import",
    "extract",
    "search",
    "render",
    "digest",
    "status",
    "evaluate",
    "explain",
    "verify",
    "backup",
    "upgrade",
)
HEAVY = (
    "spacy",
    "pdfplumber",
    "pypdfium2",
    "pikepdf",
    "sqlite_utils",
    "jinja2",
    "babel",
    "yaml",
    "rapidfuzz",
    "pebble",
    "numpy",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(cli: Cli, name: str) -> None:
    done = cli(name, "--help")
    assert done.returncode == 0
    assert f"    referat {name} " in done.stdout
    assert done.stdout.startswith(f"Usage: referat {name} ")
    assert name in cli("--help").stdout


def test_short_commands_load_nothing_heavy(archive: Path) -> None:
    code = f"""if True:
        import sys
        from pipeline.cli import cli
        for line in (["--help"], ["search", "styret", "--archive", {str(archive)!r}]):
            try:
                cli.main(line, standalone_mode=False)
            except SystemExit:
                pass
        print(sorted(set(sys.modules) & set({HEAVY!r})))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_extract_prints_one_object(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    done = cli("extract", minutes(tmp_path / "a.pdf"))
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    found = json.loads(done.stdout)
    assert set(found) >= {"source", "documents", "issues"}
    assert found["source"]["file"] == "a.pdf"
    assert [document["kind"] for document in found["documents"]] == ["minutes"]
    assert "ø" in done.stdout and done.stdout.startswith('{\n "')
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pdf"]


@pytest.mark.parametrize("name", ["missing.pdf", "text.pdf", ".", "empty.pdf"])
def test_extract_of_what_cannot_be_read_prints_the_object_too(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.pdf").write_text("Hei")
    (tmp_path / "empty.pdf").touch()
    done = cli("extract", tmp_path / name)
    assert done.returncode == Exit.FAILURES_LISTED
    found = json.loads(done.stdout)
    assert found["documents"] == []
    assert found["source"]["outcome"] in {"damaged", "unsupported"}
    assert found["issues"][0]["message"]
    assert not done.stderr


def test_search(cli: Cli, archive: Path) -> None:
    hits = json.loads(cli("search", "møte", "--archive", archive, "--json", "--limit", "3").stdout)
    assert 1 <= len(hits) <= 3
    known = {"type", "id", "document", "date", "body", "title", "text", "file", "path", "page", "capped"}
    assert set(hits[0]) == known
    assert "[" in hits[0]["text"]
    plain = cli("search", "mote", "--archive", archive, "--limit", "3")
    assert plain.returncode == 0
    assert f"{hits[0]['path']}, page {hits[0]['page']}" in plain.stdout


def test_search_without_a_hit(cli: Cli, archive: Path) -> None:
    done = cli("search", "xyzzy", "--archive", archive)
    assert (done.returncode, done.stdout) == (Exit.NOTHING_FOUND, "")
    assert "nothing found" in done.stderr
    assert cli("search", "xyzzy", "--archive", archive, "--json").stdout == "[]\n"


def test_status(cli: Cli, archive: Path) -> None:
    found = json.loads(cli("status", "--archive", archive, "--json").stdout)
    assert found["files"] == sum(found["outcomes"].values()) == 6
    assert set(found) == {
        "files",
        "outcomes",
        "kinds",
        "years",
        "issues",
        "actions",
        "editions",
        "attention",
        "last_run",
        "last_import",
    }
    text = cli("status", "--archive", archive)
    assert text.returncode == 0
    assert text.stdout.startswith("files:    6 (")


def test_render_and_digest(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    cli("import", minutes(tmp_path / "a.pdf"), "--archive", archive, "--no-render")
    assert not (archive / "site").exists()
    done = cli("render", "--archive", archive, "--language", "nn")
    assert (done.returncode, done.stdout) == (0, "")
    assert 'lang="nn"' in (archive / "site" / "index.html").read_text(encoding="utf-8")
    files = cli("digest", "2014", "--archive", archive).stdout.splitlines()
    assert [Path(file).suffix for file in files] == [".html", ".md"]
    printed = cli("digest", "2014", "--archive", archive, "--stdout")
    assert printed.stdout.startswith("# ")
    assert cli("digest", "1905", "--archive", archive).returncode == Exit.NOTHING_FOUND


@pytest.mark.parametrize(
    "arguments",
    [("search", "a"), ("status",), ("render",), ("digest", "2015"), ("verify",), ("backup", "x.db"), ("upgrade",)],
)
def test_without_an_archive(cli: Cli, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = cli(*arguments, "--archive", tmp_path / "none")
    assert done.returncode == Exit.NO_ARCHIVE
    assert done.stderr.splitlines() == [
        f"referat: there is no archive in {tmp_path / 'none'}",
        "  make one with: referat import FOLDER",
    ]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("digest", "year"), ("search",), ("import",), ("evaluate", "/none")]
)
def test_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    done = cli(*arguments)
    assert done.returncode == Exit.USAGE
    assert "Traceback" not in done.stderr and "Usage:" in done.stderr


def test_evaluate(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    minutes(tmp_path / "a.pdf")
    label = {"kind": "minutes", "language": "nb", "attendance": [{"name": "Finnes Ikke", "status": "present"}]}
    for name in ("a", "missing"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"documents": [label]}), encoding="utf-8")
    done = cli("evaluate", tmp_path, "--sources", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["documents"] == {"p": 1.0, "r": 0.5, "f1": 0.6667, "strict": 0.6667, "gold": 2}
    assert found["kind"]["f1"] == pytest.approx(0.6667)
    assert (found["attendance"]["r"], found["whole"]) == (0.0, 0.0)
    assert "whole documents right" in cli("evaluate", tmp_path, "--sources", tmp_path).stdout
    (tmp_path / "none").mkdir()
    assert cli("evaluate", tmp_path / "none").returncode == Exit.FAILURES_LISTED


def test_explain(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    done = cli("explain", minutes(tmp_path / "a.pdf"), "--page", "1")
    assert done.returncode == 0, done.stderr
    assert "Grendehuset" in done.stdout
    assert cli("explain", tmp_path / "none.pdf").returncode == Exit.FAILURES_LISTED


def test_a_reader_that_goes_away(archive: Path) -> None:
    line = command("search", "referat", "--archive", archive, "--limit", "1000", "--json")
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 141)


def test_words_in_any_locale(cli: Cli, archive: Path) -> None:
    done = cli(
        "search", "møte", "--archive", archive, env={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_the_installed_command() -> None:
    script = Path(sys.executable).with_name("referat")
    if not script.exists():
        pytest.skip("the package is not installed here")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert "+" in done.stdout


def test_nothing_is_imported_from_the_samples_by_name() -> None:
    """The program knows no sample document: a rule that named one would have learnt it by heart."""
    names = [path.stem for path in CORPUS.glob("*.pdf")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    assert not [name for name in names if name in code]
