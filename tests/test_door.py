"""Text is cleaned at the door: whatever a file holds or is called, no control and no trick of direction gets in."""

from __future__ import annotations

import html as html_entities
import os
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.contract import failure
from pipeline.intake import identify
from pipeline.model import SourceFile, Status
from pipeline.readers.clean import clean, is_clean
from pipeline.run import process
from pipeline.runs import Run
from pipeline.search_index import KEY_TABLE
from pipeline.store import Arrival, put
from pipeline.tables import ALL_TABLES, memory_archive

DIRTY = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
CONTROLS = (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
OTHERS = "\u061c\u200b\u200e\u200f\u2028\u2029\ufeff\ufffe\uffff\u00ad\U000e0041\ud800"
BAD = st.sampled_from([*map(chr, CONTROLS), *OTHERS, "A\u030a", "o\u0308", "e\u0301\u0323", "\u212b", "\u1100\u1161"])
WORDS = st.sampled_from(
    "Referat fra styremøte|Dato: 12. mars 2014|Til stede: Kari Fjellstad, Ola Bergheim (leder)|Sak 1/14 Dugnad|"
    "Vedtak: Styret vedtok å bestille container.|Ola Bergheim bestiller innen 2. mai 2014.|Neste møte 9. april 2014|"
    "Forfall: Per Aas|1. Åpning|- punkt\tto|Sted: Grendehuset".split("|")
)


@st.composite
def line(draw: st.DrawFn) -> str:
    """A line of minutes with dirt anywhere in it."""
    text = draw(WORDS)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(BAD) + text[at:]
    return text


LINES = st.lists(line(), min_size=1, max_size=10)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def strings(value: Any) -> Iterator[str]:
    """Every string of plain data, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(key)
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def dirt(values: Any) -> list[str]:
    return [text for text in strings(values) if DIRTY.search(text) or unicodedata.normalize("NFC", text) != text]


def check(path: Path) -> None:
    """Nothing of the dirt is in the record of a file, in its pages, or in the rows of an archive."""
    outcome = process(identify(path))
    assert not outcome.status.failed
    assert dirt(outcome.record) == dirt(outcome.pages) == []
    db = memory_archive()
    put(db, outcome, [Arrival.of(outcome.source, "new")], Run(db, "test", "1"))
    for table in ALL_TABLES:
        rows = [
            [text for text in row.values() if isinstance(text, str)] for row in db.query(f'SELECT * FROM "{table}"')
        ]
        assert DIRTY.findall("".join(strings(rows))) == [], table
        if table != KEY_TABLE:  # folded on purpose
            assert dirt(rows) == [], table
    db.close()


@QUICK
@given(LINES, st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_text(tmp_path: Path, lines: list[str], encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Referat\n".encode(encoding) + "\n".join(lines).encode(encoding, "replace"))
    if encoding == "utf-16":
        (tmp_path / "a.txt").write_bytes(("Referat\n" + "\n".join(lines)).encode("utf-16", "surrogatepass"))
    source = identify(tmp_path / "a.txt")
    if source.media_type == "text/plain":
        check(tmp_path / "a.txt")


@QUICK
@given(LINES, st.sampled_from([".txt", ".md"]))
def test_typed_text_of_any_kind(tmp_path: Path, lines: list[str], ending: str) -> None:
    """Control characters make a file no text by its head; further down nothing looks at them but the reader."""
    path = tmp_path / f"a{ending}"
    path.write_text("Referat fra møte\n" + "a b\n" * 300 + "\n".join(lines), "utf-8", "surrogatepass")
    check(path)


@QUICK
@given(LINES, st.booleans(), line())
def test_html(tmp_path: Path, lines: list[str], entities: bool, title: str) -> None:
    def said(text: str) -> str:
        if entities:
            return "".join(f"&#{ord(char)};" if ord(char) > 126 or ord(char) < 32 else char for char in text)
        return html_entities.escape(text)

    cells = "".join(f"<tr><td>{said(text)}</td><td title='{said(text)}'>{said(text)}</td></tr>" for text in lines[:3])
    body = "".join(f"<p>{said(text)}</p>" for text in lines)
    page = f"<html><head><title>{said(title)}</title></head><body><h1>{said(title)}</h1>{body}<table>{cells}</table>"
    (tmp_path / "a.html").write_text(page, "utf-8", "surrogatepass")
    check(tmp_path / "a.html")


ILLEGAL = "\ufffe\uffff\ud800"
"""What XML cannot say, besides most controls."""


@QUICK
@given(LINES, line())
def test_docx(tmp_path: Path, lines: list[str], heading: str) -> None:
    def said(text: str) -> str:
        legal = "".join(
            char for char in text if char in "\t\n\r" or (ord(char) >= 0x20 and char not in "\ufffe\uffff\ud800")
        )
        return escape(legal)

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{said(text)}</w:t></w:r></w:p>"

    rows = "".join(f"<w:tr><w:tc>{paragraph(text)}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>" for text in lines[:3])
    head = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{said(heading)}</w:t></w:r></w:p>'
    body = head + "".join(map(paragraph, lines)) + f"<w:tbl>{rows}</w:tbl>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    check(tmp_path / "a.docx")


@given(st.text(st.one_of(st.characters(), BAD.filter(lambda text: len(text) == 1))))
def test_a_line(text: str) -> None:
    cleaned = clean(text)
    assert not DIRTY.search(cleaned) and "\n" not in cleaned
    assert unicodedata.normalize("NFC", cleaned) == cleaned
    assert clean(cleaned) == cleaned
    assert is_clean(cleaned) or not cleaned.isascii()


def test_words_that_a_line_end_divides_stay_two() -> None:
    assert clean("møte\x0bi\x85dag\u2028her\u2029nå") == "møte i dag her nå"


@pytest.mark.parametrize(
    "name", [b"a\x1b[31m\x9b.txt", "b\u202e\u2066\u061c.txt".encode(), b"c\xf8\n.txt", b"o\xcc\x88.txt"]
)
def test_names_of_files(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    path.write_text("Referat fra møte i Lia vel 12. mars 2014\n")
    assert dirt(process(identify(path)).record) == []


def test_what_a_library_says_of_a_broken_file() -> None:
    source = SourceFile("/a", "a", "", 0, "application/pdf")
    said = failure(source, Status.CRASHED, "crashed", detail="ValueError: \x00\x1b[31m\u202e\ud800\nA\u030a")
    assert dirt(said.record) == [] and "ValueError: [31m Å" in said.record["issues"][0]["message"]
