"""Damage as it came about: a page drawn and read by a program that does not know Norwegian."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

DPI = 200
ALONE = ((), ("-c", "textonly_pdf=1"))


def read_wrongly(path: Path, number: int, dpi: int = DPI) -> str:
    """The text of a page (1-based) as Tesseract's English reads it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    picture = document[number - 1].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    buffer = io.BytesIO()
    picture.save(buffer, "PPM")
    command = ["tesseract", "stdin", "stdout", "-l", "eng", "--dpi", str(dpi)]
    done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def damaged_pdf(path: Path, target: Path, picture: bool = True, dpi: int = DPI) -> Path:
    """A PDF with the text layer that Tesseract's English makes for another, over its picture or alone."""
    import pikepdf
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    with pikepdf.new() as out:
        for page in document:
            buffer = io.BytesIO()
            page.render(scale=dpi / 72, grayscale=True).to_pil().save(buffer, "PPM")
            command = ["tesseract", "stdin", "stdout", "-l", "eng", "--dpi", str(dpi), *ALONE[not picture], "pdf"]
            done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, check=True)
            with pikepdf.open(io.BytesIO(done.stdout)) as one:
                out.pages.extend(one.pages)
        out.save(target)
    document.close()
    return target
