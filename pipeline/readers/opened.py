"""Opening a PDF: with the passwords that are known, and through a re-saved copy in memory where the file is broken."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import Unreadable
from pipeline.model import Status

TAIL = 2048
"""Bytes at a file's end in which the way to its table of objects must stand."""
END = b"\nendstream\nendobj\n%%EOF\n"
"""What a file that was cut off may lack; without it the last object, often a page's text, would be left out."""
_START = re.compile(rb"startxref\s+(\d+)")
_TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open PDF.

    `origin` is the path, or the bytes of a copy, for another engine to open. `whole` is false where the file's own
    table of objects is not where it says, so that pages may be missing.
    """

    pdf: Any
    origin: str | bytes
    password: str
    status: Status
    whole: bool


@contextmanager
def opened(path: str, passwords: tuple[str, ...] = ()) -> Iterator[Opened]:
    """The PDF at a path, closed afterwards.

    Raises:
        Unreadable: `encrypted` where no password fits, `damaged` where neither pdfium nor a re-save finds a page.
    """
    try:
        pdf, password = _pdfium(path, passwords)
        found = Opened(pdf, path, password, Status.OK, _is_whole(path))
    except Unreadable as error:
        if error.status is Status.ENCRYPTED:
            raise
        copy = resaved(path, passwords, error)
        pdf, password = _pdfium(copy, ())
        found = Opened(pdf, copy, password, Status.REPAIRED, True)
    try:
        yield found
    finally:
        found.pdf.close()


@contextmanager
def opened_copy(path: str, passwords: tuple[str, ...]) -> Iterator[Opened]:
    """A re-saved copy of the PDF at a path, closed afterwards.

    Raises:
        Unreadable: it could not be re-saved.
    """
    copy = resaved(path, passwords, Unreadable(Status.DAMAGED, "no copy"))
    pdf, password = _pdfium(copy, ())
    try:
        yield Opened(pdf, copy, password, Status.REPAIRED, True)
    finally:
        pdf.close()


def _pdfium(origin: str | bytes, passwords: tuple[str, ...]) -> tuple[Any, str]:
    """pdfium's document and the password that opened it, or why there is none."""
    for password in ("", *passwords):
        try:
            pdf = pdfium.PdfDocument(origin, password=password or None)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
                continue
            if getattr(error, "err_code", None) == raw.FPDF_ERR_SECURITY:
                raise Unreadable(Status.ENCRYPTED, "locked in a way that is not known") from error
            raise Unreadable(Status.DAMAGED, str(error)) from error
        if len(pdf):
            return pdf, password
        pdf.close()
        raise Unreadable(Status.DAMAGED, "no pages")
    raise Unreadable(Status.ENCRYPTED, "no password fits" if passwords else "password needed")


def resaved(path: str, passwords: tuple[str, ...], cause: Unreadable) -> bytes:
    """The bytes of a broken file as pikepdf writes them anew; the original stays untouched."""
    import pikepdf

    with open(path, "rb") as file:
        whole = file.read() + END
    for password in ("", *passwords):
        out = io.BytesIO()
        try:
            with pikepdf.open(io.BytesIO(whole), password=password) as pdf:
                if not len(pdf.pages):
                    raise cause
                pdf.save(out, encryption=False)
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, ValueError, RuntimeError, OSError) as error:
            raise cause from error
        return out.getvalue()
    raise Unreadable(Status.ENCRYPTED, "password needed")


def _is_whole(path: str) -> bool:
    """True where the file's end leads to its table of objects, as in every file that was written and copied whole."""
    with open(path, "rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - TAIL))
        starts = _START.findall(file.read())
        if not starts:
            return False
        file.seek(int(starts[-1]))
        return _TABLE.match(file.read(32)) is not None or _shifted(file, int(starts[-1]))


def _shifted(file: Any, start: int) -> bool:
    """True where rubbish before the header (of a mail, a printer) moves every place by its length; readers allow it."""
    file.seek(0)
    lead = file.read(1024).find(b"%PDF-")
    if lead <= 0:
        return False
    file.seek(start + lead)
    return _TABLE.match(file.read(32)) is not None
