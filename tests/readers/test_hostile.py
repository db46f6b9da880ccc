"""Files of the formats without pages that are broken, locked or made to harm: a typed outcome for each."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.intake.media import refusal
from pipeline.model import Outcome, Status
from pipeline.run import process
from tests.readers import papers


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return path


SPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


def hostile(kind: str, folder: Path) -> Path:
    path = folder / "fiendtlig.docx"
    whole = papers.as_docx(folder / "hel.docx").read_bytes()
    if kind == "bomb":
        return zipped(path, word__document_xml=b"<w:document %s>" % SPACE + b" " * 200_000_000)
    if kind == "entities":
        body = b"<w:document %s><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>" % SPACE
        return zipped(path, word__document_xml=ENTITIES + body)
    if kind == "deep":
        return zipped(path, word__document_xml=b"<w:document %s>" % SPACE + b"<w:p>" * 5000 + b"</w:p>" * 5000)
    if kind == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "no XML":
        return zipped(path, word__document_xml=b"\x00\x01 ikke XML")
    elif kind == "empty body":
        return zipped(path, word__document_xml=b"<w:document %s/>" % SPACE)
    elif kind == "other zip":
        return zipped(path, noe_xml=b"<x/>")
    elif kind == "locked":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    return path


def outcome_of(path: Path) -> Outcome | tuple[Status, str]:
    source = identify(path)
    return refusal(source) or process(source)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("bomb", Status.MEMORY),
        ("entities", Status.DAMAGED),
        ("deep", Status.DAMAGED),
        ("cut", Status.UNSUPPORTED),
        ("no XML", Status.DAMAGED),
        ("empty body", Status.DAMAGED),
        ("other zip", Status.UNSUPPORTED),
        ("locked", Status.ENCRYPTED),
    ],
)
def test_hostile_files_have_typed_outcomes(kind: str, status: Status, tmp_path: Path) -> None:
    found = outcome_of(hostile(kind, tmp_path))
    assert (found[0] if isinstance(found, tuple) else found.status) is status


def test_an_odt_that_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "laast.odt"
    space = b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    inner = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    entry = b"<manifest:manifest %s>" + inner + b"</manifest:manifest>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", entry % space)
        archive.writestr("content.xml", b"<x/>")
    path.write_bytes(data.getvalue())
    assert process(identify(path)).status is Status.ENCRYPTED
