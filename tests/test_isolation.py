"""Honest files that are large pass within the walls and the clock, and programs that are started keep to them."""

from __future__ import annotations

import subprocess
import time
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.intake import identify
from pipeline.model import Outcome, Status
from pipeline.options import Options
from pipeline.readers import ocr, office
from pipeline.workers import read, work
from tests.conftest import MINUTES, MISSING, SamplePdf, command, environment
from tests.processes import descendants, fields, living, name_of

STALL = 20
LINES = 45


def outcome_of(path: Path, timeout: float = STALL) -> Outcome:
    (outcome,) = work([identify(path)], partial(read, options=Options()), 1, timeout)
    return outcome


def a3(path: Path, pages: int = 1) -> Path:
    """Scanned pages of A3 at 300 dpi with typed lines on them."""
    font = ImageFont.load_default(size=50)
    sheets = []
    for number in range(pages):
        sheet = Image.new("L", (3508, 4961), 255)
        pen = ImageDraw.Draw(sheet)
        for row in range(60):
            pen.text((300, 300 + 70 * row), f"{MINUTES[row % len(MINUTES)]} {number}", fill=0, font=font)
        sheets.append(sheet)
    sheets[0].save(path, "PDF", resolution=300, save_all=True, append_images=sheets[1:])
    return path


def test_a_report_of_a_thousand_pages(sample_pdf: SamplePdf, tmp_path: Path) -> None:
    """Longer than a stall in all on many machines; never between two pages."""
    text = [f"Utvalget har i perioden arbeidet med sak {n} og drøftet den i flere møter." for n in range(LINES)]
    pages = [[f"{number}. Om arbeidet i del {number}", *text, f"Side {number}"] for number in range(1, 1001)]
    path = sample_pdf(tmp_path / "rapport.pdf", ("Årsrapport 2015",), *pages)
    outcome = outcome_of(path, timeout=8)
    assert outcome.status is Status.OK
    assert len(outcome.pages) == 1001
    assert all("arbeidet med sak 44" in text for _, text, _ in outcome.pages[1:])


@pytest.mark.skipif(not ocr.available(), reason=f"{MISSING}: tesseract with nor")
def test_a_large_scan(tmp_path: Path) -> None:
    outcome = outcome_of(a3(tmp_path / "stor.pdf"))
    assert outcome.status is Status.OK
    assert outcome.pages[0][1].count("Sak 2/14 Dugnad") == 60 // len(MINUTES)


@pytest.mark.skipif(office.program() is None, reason=f"{MISSING}: LibreOffice")
def test_libreoffice_works_within_the_walls(tmp_path: Path) -> None:
    path = tmp_path / "gammel.rtf"
    path.write_bytes(rb"{\rtf1 Referat fra m\'f8te\par Vedtak: Budsjettet ble godkjent.\par}")
    outcome = outcome_of(path)
    assert outcome.status is Status.OK
    assert "Referat fra møte" in outcome.pages[0][1]


@pytest.mark.skipif(not ocr.available(), reason=f"{MISSING}: tesseract with nor")
@pytest.mark.parametrize("program", ["tesseract", "soffice.bin"])
def test_a_program_ends_with_the_worker_that_started_it(program: str, tmp_path: Path) -> None:
    """Also where the whole import is killed, so that nobody is there to end them."""
    if program == "tesseract":
        path = a3(tmp_path / "lang.pdf", pages=4)
    elif office.program():
        path = tmp_path / "lang.rtf"
        path.write_bytes(rb"{\rtf1 " + rb"Vedtak: Budsjettet ble godkjent.\par " * 100_000 + b"}")
    else:
        pytest.skip(f"{MISSING}: LibreOffice")
    with subprocess.Popen(command("extract", path), stdout=subprocess.DEVNULL, env=environment()) as work:
        deadline = time.monotonic() + 60
        found: list[int] = []
        while not found and time.monotonic() < deadline:
            time.sleep(0.02)
            found = [child for child in descendants(work.pid) if name_of(child) == program]
        assert found, "it was never started"
        leader = int(fields(found[0])[3])
        assert name_of(leader) == name_of(work.pid), "it has left the session of its worker"
        work.kill()
    assert living(leader) == []
    assert [fields(process) for process in found if fields(process)[:1] not in ([], [b"Z"])] == []
