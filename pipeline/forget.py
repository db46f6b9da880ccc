"""A document forgotten, on one screen: rows -> the database's file -> readings of scans, digests -> pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.archive import OCR_CACHE, SITE
from pipeline.digest import FOLDER as DIGESTS
from pipeline.original_copies import prune
from pipeline.render import render_site
from pipeline.runs import Run
from pipeline.tables import opened_archive
from pipeline.version import program_version
from pipeline.withdraw import Withdrawn, scrub, withdraw


def forget(archive: Path, document: str, because: str, language: str) -> Withdrawn:
    """Take a document out of everything that the archive has made; the caller holds the lock.

    Readings of scanned pages are kept by picture, not by document, so all go; they are made again when needed.
    """
    with opened_archive(archive) as db:
        run = Run(db, "forget", program_version(), [document])
        done = withdraw(db, document, because, run)
        run.finish(json.dumps({"withdrawn": 1}))
        scrub(db)
        prune(db, archive)
    shutil.rmtree(archive / OCR_CACHE, ignore_errors=True)
    for year in done.years:
        for file in (archive / DIGESTS).glob(f"{year}.*"):
            file.unlink()
    if (archive / SITE).exists():
        render_site(archive, language)
    return done
