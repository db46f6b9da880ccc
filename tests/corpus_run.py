"""What the program makes of the sample corpus: read once for a whole run of tests, however many processes it has."""

from __future__ import annotations

import fcntl
import pickle
from functools import partial
from pathlib import Path

import pypdfium2

from pipeline.intake import identify
from pipeline.model import Outcome
from pipeline.options import Options
from pipeline.readers import ocr
from pipeline.workers import read, work
from tests.conftest import CORPUS, MISSING

NO_OCR = f"{MISSING}: tesseract"


def outcomes(shared: Path) -> dict[str, Outcome]:
    """The outcome of every file of the corpus by the file's stem. `shared` is a folder that all processes see."""
    kept = shared / "corpus.pickle"
    with (shared / "corpus.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(_read()))
        found: dict[str, Outcome] = pickle.loads(kept.read_bytes())
    return found


def _read() -> dict[str, Outcome]:
    files = sorted(CORPUS.glob("*.pdf"))
    found = work(map(identify, files), partial(read, options=Options()))
    return {path.stem: outcome for path, outcome in zip(files, found, strict=True)}


def scanned() -> set[str]:
    """Documents of which no page has a text layer (by pdfium): without Tesseract they have no text."""
    return {path.stem for path in CORPUS.glob("*.pdf") if _is_bare(path)}


def _is_bare(path: Path) -> bool:
    with pypdfium2.PdfDocument(path) as pdf:
        return all(page.get_textpage().count_chars() == 0 for page in pdf)


def readable(found: dict[str, Outcome]) -> dict[str, Outcome]:
    """The outcomes of files that this machine can read: without Tesseract the scanned ones are left out."""
    without = set() if ocr.available() else scanned()
    return {stem: outcome for stem, outcome in found.items() if stem not in without}
