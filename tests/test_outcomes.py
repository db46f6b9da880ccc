"""Every outcome of the contract, by a real file in a real process, each with advice in Norwegian and English."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from pipeline.intake import identify
from pipeline.messages import ADVICE, message
from pipeline.model import Outcome, SourceFile, Status
from pipeline.options import Options
from pipeline.workers import read, work
from tests.conftest import SamplePdf
from tests.hostile import FORM, GREY, HOSTILE, TEXT, one_page, page, pdf, picture, stream

STALL, SHORT = 20, 1
"""Seconds without a page: what all may take, and what the one may take that is to be given up."""
READ = {Status.OK}
"""What needs no advice."""


def locked(path: Path, minutes: SamplePdf) -> None:
    with pikepdf.open(minutes(path), allow_overwriting_input=True) as whole:
        whole.save(path, encryption=pikepdf.Encryption(owner="eier", user="hemmelig"))


def cut(path: Path, minutes: SamplePdf) -> None:
    """Without its table of objects, as an interrupted copy is."""
    whole = minutes(path).read_bytes()
    path.write_bytes(whole[: whole.rindex(b"xref\n0")])


def overprinted() -> bytes:
    """Words that are printed three times at one place, beside a drawing: one engine counts them once, one thrice."""
    beside = TEXT + TEXT.replace(b"72 700", b"400 700")
    drawing = stream(b"0 0 m 99 99 l S", FORM % b"")
    resources = b"/Font << /F 5 0 R >> /XObject << /X 6 0 R >>"
    return one_page(stream(beside * 3 + b"/X Do"), drawing, resources=resources)


def half() -> bytes:
    """Two pages, of which one is no page."""
    pages = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page(), stream(TEXT), b"<< /Type /Font >>", b"[ 1 ]")


def black() -> bytes:
    return picture(GREY % (300, 300), bytes(90_000))


MAKE: dict[Status, tuple[str, Callable[[], bytes] | Callable[[Path, SamplePdf], None]]] = {
    Status.OK: ("hel.pdf", lambda path, minutes: minutes(path)),
    Status.OK_DISAGREE: ("overtrykk.pdf", overprinted),
    Status.REPAIRED: ("avkortet.pdf", cut),
    Status.PARTIAL: ("halv.pdf", half),
    Status.NEEDS_OCR: ("skann.pdf", black),
    Status.NEEDS_REVIEW: ("blank.pdf", lambda: one_page(stream(b""))),
    Status.ENCRYPTED: ("laast.pdf", locked),
    Status.DAMAGED: ("tull.pdf", lambda: b"%PDF-1.7\n" + b"tull" * 99),
    Status.UNSUPPORTED: ("bilde.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99)),
    Status.TIMEOUT: ("endeløs.pdf", HOSTILE["state-flood.pdf"]),
    Status.MEMORY: ("bombe.pdf", HOSTILE["flate-bomb.pdf"]),
    Status.CRASHED: ("krasj.pdf", lambda: one_page(stream(TEXT))),
}


def crashing(source: SourceFile, options: Options) -> Outcome:
    """Reads a file, save that one whose name says so ends its process as a fault in C code does."""
    if source.name.startswith("krasj"):
        os.abort()
    return read(source, options)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, minutes: SamplePdf) -> dict[tuple[Status, str], Outcome]:
    folder = tmp_path_factory.mktemp("outcomes")
    found = {}
    sources = []
    for name, make in MAKE.values():
        path = folder / name
        if make.__code__.co_argcount:
            make(path, minutes)  # type: ignore[call-arg]
        else:
            path.write_bytes(make())  # type: ignore[call-arg]
        sources.append(identify(path))
    for language in ADVICE:
        task = partial(crashing, options=Options(language, ocr=False))
        slow = list(MAKE).index(Status.TIMEOUT)
        done = list(work([*sources[:slow], *sources[slow + 1 :]], task, 2, STALL, language=language))
        done[slow:slow] = work([sources[slow]], task, 1, SHORT, language=language)
        found |= {(status, language): outcome for status, outcome in zip(MAKE, done, strict=True)}
    return found


def test_no_outcome_is_left_out() -> None:
    assert set(MAKE) == set(Status)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", ADVICE)
def test_every_outcome_is_reached_and_has_advice(
    status: Status, language: str, outcomes: dict[tuple[Status, str], Outcome]
) -> None:
    outcome = outcomes[status, language]
    assert outcome.status is status
    assert outcome.record["source"]["outcome"] == status.value
    advice = [issue["message"] for issue in outcome.record["issues"]]
    codes = [issue["code"] for issue in outcome.record["issues"]]
    if status not in READ:
        assert advice
        assert all(message(code, language) != code for code in codes)
    if status.failed:
        assert outcome.record["documents"] == []
        assert len(advice) == 1
        said = {outcomes[status, each].record["issues"][0]["message"] for each in ADVICE}
        assert len(said) == len(ADVICE)
