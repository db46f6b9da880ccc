"""Names in zip archives: labels that lead nowhere, with their Norwegian letters, and never two the same."""

from __future__ import annotations

import os
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.archives import look, pack, packed


def names(path: Path) -> list[str]:
    return [os.path.relpath(source.path, path) for source in look(path)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../x.pdf", "x.pdf"),
        ("/etc/x.pdf", "etc/x.pdf"),
        ("C:\\Users\\kari\\x.pdf", "Users/kari/x.pdf"),
        ("C:x.pdf", "x.pdf"),
        ("a\\..\\..\\b.pdf", "a/b.pdf"),
        ("./a//b.pdf", "a/b.pdf"),
        ("a\n\x1b[31mb\u202e.pdf", "a[31mb.pdf"),
        ("mo\u0308te.pdf", "m\u00f6te.pdf"),
        ("<script>.pdf", "<script>.pdf"),
        ("=cmd|'.pdf", "=cmd|'.pdf"),
        ("x" * 255 + ".pdf", "x" * 255 + ".pdf"),
        ("\U0001f4c4.pdf", "\U0001f4c4.pdf"),
    ],
)
def test_names_are_labels_and_lead_nowhere(tmp_path: Path, name: str, label: str) -> None:
    pack(tmp_path / "x.zip", {name: b"%PDF-1.4"})
    assert names(tmp_path / "x.zip") == [label]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "x.zip"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp865", "cp850", "cp1252"])
@pytest.mark.parametrize("name", ["Møte på øya.pdf", "ÆRFUGL Årsmøte.pdf", "Blåbær og fløte.pdf"])
def test_norwegian_names_without_the_mark_of_utf8(tmp_path: Path, name: str, encoding: str) -> None:
    try:
        raw = name.encode(encoding)
    except UnicodeEncodeError:
        raw = name.encode("cp865")  # what programs that say cp437 write in Norway
    plain = "x" * len(raw)
    data = packed({plain: b"%PDF-1.4"}).replace(plain.encode(), raw)
    (tmp_path / "x.zip").write_bytes(data)
    assert names(tmp_path / "x.zip") == [name]


def test_one_name_twice(tmp_path: Path) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        warnings.simplefilter("ignore")
        for number, name in enumerate(("a.pdf", "a (2).pdf", "a.pdf", "./a.pdf")):
            archive.writestr(name, b"%PDF-1.4" + bytes([65 + number]))
    found = {os.path.basename(source.path): source.sha256 for source in look(tmp_path / "x.zip")}
    assert sorted(found) == ["a (2).pdf", "a (3).pdf", "a (4).pdf", "a.pdf"]
    assert len(set(found.values())) == 4
