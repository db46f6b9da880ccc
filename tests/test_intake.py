"""Paths become files: which ones, in what order, under what name, and what becomes of paths that are none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import display_name, identify, stored_path
from pipeline.intake.media import PDF, media_type, refusal
from pipeline.intake.sources import Sources
from pipeline.model import Status


def touch(path: Path, data: bytes = b"%PDF-1.7") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def expand(paths: Iterable[str | Path]) -> list[str]:
    return [place.path for place in Sources(paths).places()]


def test_a_folder_is_its_pdfs_in_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF", "x.pdf/inner.pdf", "deep/er/c.pdf", ".hidden.pdf", ".git/d.pdf", "notes.csv"):
        touch(tmp_path / name)
    names = [os.path.relpath(path, tmp_path) for path in expand([tmp_path])]
    assert names == ["a.PDF", "b.pdf", "deep/er/c.pdf", "x.pdf/inner.pdf"]


def test_what_is_named_is_taken_once_whatever_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path / "a.pdf")
    touch(tmp_path / ".hidden.bin")
    found = expand(["a.pdf", tmp_path, ".hidden.bin", "gone.pdf", "./a.pdf"])
    assert found == [str(tmp_path / name) for name in ("a.pdf", ".hidden.bin", "gone.pdf")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_nobody_may_open_is_reported(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    (path,) = expand([tmp_path])
    assert refusal(identify(path)) == (Status.DAMAGED, "unreadable")


def test_identify(tmp_path: Path) -> None:
    data = b"\n\n%PDF-1.4 " + b"x" * 3_000_000
    source = identify(touch(tmp_path / "mo\u0308te.pdf", data))
    assert (source.name, source.size, source.media_type) == ("möte.pdf", len(data), PDF)
    assert source.sha256 == sha256(data).hexdigest()
    assert refusal(source) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...", "application/zip"),
        (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "text/html"),
        (b"<?xml version", "text/xml"),
        ("Møte\n".encode(), "text/plain"),
        (b"\x00\x01\x02", "application/octet-stream"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
    ],
)
def test_other_types_are_unsupported(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda path: path.write_bytes(b""), (Status.DAMAGED, "empty_file")),
        (lambda path: path.write_text("hei"), (Status.UNSUPPORTED, "not_pdf")),
        (lambda path: path.mkdir(), (Status.UNSUPPORTED, "unsupported")),
        (lambda path: os.mkfifo(path), (Status.UNSUPPORTED, "unsupported")),
        (lambda path: path.symlink_to(path), (Status.DAMAGED, "unreadable")),
        (lambda path: path.symlink_to("nowhere"), (Status.DAMAGED, "missing")),
        (lambda path: None, (Status.DAMAGED, "missing")),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, make, expected: tuple[Status, str]) -> None:
    path = tmp_path / "x.pdf"
    make(path)
    source = identify(path)
    assert refusal(source) == expected
    assert bool(source.sha256) == (expected[1] in {"empty_file", "not_pdf"})


def test_paths_that_no_system_knows() -> None:
    for path in ("/nowhere\0.pdf", "/" + "x" * 5000, "/dev/null/x.pdf"):
        assert refusal(identify(path)) is not None


@given(st.binary(min_size=1, max_size=30).filter(lambda name: b"/" not in name and b"\0" not in name))
def test_any_name_can_be_shown_and_stored(name: bytes) -> None:
    path = os.path.join("/folder", os.fsdecode(name))
    for text in (display_name(path), stored_path(path)):
        text.encode()
        assert text
    assert display_name(path).isprintable()
