"""Old office files (.doc, .rtf): made into .docx by LibreOffice where it is installed, and read as that."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from pipeline import clock
from pipeline.errors import Unreadable
from pipeline.model import Reading, SourceFile, Status
from pipeline.options import Options
from pipeline.readers import docx

_SUFFIX = {"application/msword": ".doc", "text/rtf": ".rtf"}


def program() -> str | None:
    """Where LibreOffice is, if anywhere."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of an old office file.

    Raises:
        Unreadable: `unsupported` without LibreOffice, `timeout` or `damaged` where it gave nothing.
    """
    office = program()
    if office is None:
        raise Unreadable(Status.UNSUPPORTED, "LibreOffice is not installed", code="needs_office")
    with tempfile.TemporaryDirectory() as folder:
        # A name of our own: the original's may begin with a dash or hold what a program takes for an option.
        copy = Path(folder) / f"document{_SUFFIX.get(source.media_type, '.doc')}"
        shutil.copyfile(source.at, copy)
        _convert(office, copy)
        made = copy.with_suffix(".docx")
        if not made.exists():
            raise Unreadable(Status.DAMAGED, "LibreOffice could not read it")
        reading = docx.read(replace(source, held=str(made)), options)
    return replace(reading, engine="LibreOffice, lxml")


def _convert(office: str, copy: Path) -> None:
    """Have LibreOffice write a .docx beside the copy, with a profile of its own so that no running office is met."""
    profile = f"-env:UserInstallation={(copy.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", str(copy.parent)]
    # A group of its own, to be ended with what it starts; the session stays the worker's, whose ward ends it too.
    process = subprocess.Popen(
        [*command, str(copy)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0
    )
    try:
        with clock.helper() as seconds:
            process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Status.TIMEOUT, f"LibreOffice took more than {seconds:g} seconds") from error
    finally:
        if process.poll() is None:  # its helper processes too
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
