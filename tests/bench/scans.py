"""How well scans are read, made from samples by the corpus's own scanner, and how fast: word errors, pages a second."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus import generate
from pipeline.intake import identify
from pipeline.model import Reading
from pipeline.options import Options
from pipeline.readers import pdf
from tests.bench.commands import CORPUS
from tests.bench.table import ITSELF, Row

NAMES = (
    "Utval for levekar 03.02.2015",
    "AMU 4-2015",
    "FAU-referat okt 2024",
    "kor_ref_sept05",
    "Referat AFA 3-2005",
    "hs-referat 2023-02-08",
)
SETTINGS = (
    "dpi=200 skew=0 noise=6",
    "dpi=200 skew=2 noise=6",
    "dpi=200 skew=3 noise=10",
    "dpi=150 skew=1 noise=20",
    "dpi=200 skew=0.5 noise=30",
    "dpi=300 skew=-2.5 noise=30",
)


def scans(scratch: Path) -> Iterator[Row]:
    """Word errors of each kind of scan over all samples, the worst sample of it, and the speed at 200 dpi."""
    clean = {name: words(pdf.read(identify(CORPUS / f"{name}.pdf"), Options())) for name in NAMES}
    for settings in SETTINGS:
        shares, wrong, total, pages = [], 0, 0, 0
        files = {name: scanned(name, settings, scratch / f"{name} {settings}.pdf") for name in NAMES}
        began = time.perf_counter()
        for name, path in files.items():
            reading = pdf.read(identify(path), Options())
            missed = (clean[name] - words(reading)).total()
            wrong, total, pages = wrong + missed, total + clean[name].total(), pages + len(reading.pages)
            shares.append(missed / clean[name].total())
        speed = pages / (time.perf_counter() - began) / len(os.sched_getaffinity(0))
        told = f"{100 * wrong / total:.1f} % (worst {100 * max(shares):.1f} %), {speed:.2f} pages/s a core"
        yield Row(f"word errors of {len(NAMES)} scans, {settings}", "2 %, 0.45", told, ITSELF)


def scanned(name: str, settings: str, path: Path) -> Path:
    """A sample as a scanner gives it back."""
    (found,) = [one for one in generate.source_paths() if one.stem == name]
    source = generate.read_source(found)
    source.header["scan"] = settings
    path.write_bytes(generate.scanned(source, (CORPUS / f"{name}.pdf").read_bytes()))
    return path


def words(reading: Reading) -> Counter[str]:
    """The words of a reading, without the signs around them."""
    text = " ".join(line.text for page in reading.pages for line in page.lines).replace("|", " ")
    return Counter(word for token in text.split() if (word := token.strip(".,:;()«»-–•")))
