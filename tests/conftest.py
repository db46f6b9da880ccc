"""What tests share: the command through its real entry point, PDFs made on the spot, an archive of sample documents."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.model import Outcome

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
NO_SKIP = "REFERAT_NO_SKIP"
MISSING = "program missing"

Cli = Callable[..., "subprocess.CompletedProcess[str]"]
SamplePdf = Callable[..., Path]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where every program is to be there (CI), a test that was skipped for want of one has failed."""
    report = yield
    if os.environ.get(NO_SKIP) == "1" and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(MISSING):
            report.outcome, report.longrepr = "failed", f"skipped, which {NO_SKIP}=1 forbids: {reason}"
    return report


def command(*arguments: str | Path) -> list[str]:
    """The command line of `referat` with these arguments."""
    return [sys.executable, "-m", "pipeline", *map(str, arguments)]


def environment(**extra: str) -> dict[str, str]:
    """The environment in which `referat` is run: this tree's code, wherever the test stands."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **extra}


@pytest.fixture(scope="session")
def cli() -> Cli:
    """Run `referat` with arguments; gives the finished process with its output as text."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None, timeout: float = 300
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env=environment(**(env or {})),
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def sample_pdf() -> SamplePdf:
    """Write a PDF of plain lines; `pages` holds the lines of each page. The same lines give the same bytes."""

    def write(path: Path, *pages: Sequence[str]) -> Path:
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path), invariant=True)
        for lines in pages or ((),):
            canvas.setFont("Helvetica", 11)
            for number, line in enumerate(lines):
                canvas.drawString(72, 770 - 16 * number, line)
            canvas.showPage()
        canvas.save()
        return path

    return write


MINUTES = (
    "Referat fra styremøte i Lia vel",
    "Dato: 12. mars 2014",
    "Sted: Grendehuset",
    "Til stede: Kari Fjellstad, Ola Bergheim",
    "Forfall: Per Aas",
    "Sak 1/14 Godkjenning av referat",
    "Vedtak: Referatet fra forrige møte ble godkjent.",
    "Sak 2/14 Dugnad",
    "Ola Bergheim bestiller container innen 2. mai 2014.",
    "Neste møte: 9. april 2014 kl. 18.00",
)
"""Lines of plain minutes for tests that need some document, whatever it says."""


@pytest.fixture(scope="session")
def minutes(sample_pdf: SamplePdf) -> SamplePdf:
    """Write plain minutes; words given as `note` make its bytes its own."""

    def write(path: Path, note: str = "") -> Path:
        return sample_pdf(path, (*MINUTES, note))

    return write


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Path:
    """An archive, with pages, of a few documents of the sample corpus: the smallest ones. Not to be written to."""
    files = sorted(CORPUS.glob("*.pdf"), key=lambda path: (path.stat().st_size, path.name))[:6]
    if not files:
        pytest.skip("the sample corpus has not been made")
    folder = tmp_path_factory.mktemp("shared") / "archive"
    done = cli("import", *files, "--archive", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What the program makes of every file of the sample corpus, by the file's stem; read once for a whole run."""
    from tests.corpus_run import outcomes

    base = tmp_path_factory.getbasetemp()
    found = outcomes(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)
    if not found:
        pytest.skip("the sample corpus has not been made")
    return found
