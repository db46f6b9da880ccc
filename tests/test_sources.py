"""Every fact has a place: every quote stands on the page that its record names, nearly always with a box there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from pipeline.fold import letters
from pipeline.model import Outcome, Record, walk
from pipeline.readers import ocr
from tests.conftest import CORPUS
from tests.corpus_run import NO_OCR, readable, scanned

WITH_BOX = 0.97

Found = list[tuple[str, str, Record]]
"""Stem of the file, list, record."""


def placed(outcome: Outcome) -> Iterator[tuple[str, Record]]:
    """Every record of an outcome that has a source, with the name of its list."""
    for _, name, record in walk(outcome):
        if record.get("source"):
            yield name, record
    for document in outcome.record["documents"]:
        for name in ("meeting", "next_meeting", "approves"):
            if document.get(name):
                yield name, document[name]


def page_texts(stem: str) -> list[str]:
    """The letters of every page as pdfium has them."""
    with pypdfium2.PdfDocument(CORPUS / f"{stem}.pdf") as pdf:
        return [letters(page.get_textpage().get_text_range()) for page in pdf]


@pytest.fixture(scope="module")
def records(corpus: dict[str, Outcome]) -> Found:
    found = [(stem, name, record) for stem, outcome in readable(corpus).items() for name, record in placed(outcome)]
    assert len(found) > 10 * len(readable(corpus)), "hardly anything was read"
    return found


def test_quotes_stand_on_their_page(records: Found) -> None:
    pages: dict[str, list[str]] = {}
    lost: list[str] = []
    for stem, name, record in records:
        if stem not in pages:
            pages[stem] = page_texts(stem)
        texts = pages[stem]
        page, quote = record["source"]["page"], letters(record["source"]["quote"])
        here = 1 <= page <= len(texts) and quote
        if not here or (texts[page - 1] and quote not in "".join(texts[page - 1 : page + 1])):
            lost.append(f"{stem} p. {page}: {name} {record['source']['quote']!r}")
    assert lost == []


def test_nearly_all_have_a_box_on_the_page(records: Found) -> None:
    boxed = [record["source"]["bbox"] for _, _, record in records if record["source"]["bbox"]]
    assert len(boxed) >= WITH_BOX * len(records)
    assert [box for box in boxed if not (box[0] < box[2] and box[1] < box[3])] == []


def test_boxes_hold_the_words_of_their_quotes(records: Found) -> None:
    """What pdfium has inside a record's box holds the quote: a click on the page finds it."""
    missed: list[Any] = []
    for stem in sorted({stem for stem, _, _ in records} - scanned()):
        with pypdfium2.PdfDocument(CORPUS / f"{stem}.pdf") as pdf:
            for name, record in [(n, r) for s, n, r in records if s == stem and r["source"]["bbox"]]:
                page = pdf[record["source"]["page"] - 1]
                x0, top, x1, bottom = record["source"]["bbox"]
                height = page.get_height()
                inside = page.get_textpage().get_text_bounded(x0 - 2, height - bottom - 2, x1 + 2, height - top + 2)
                if letters(record["source"]["quote"])[:40] not in letters(inside):
                    missed.append((stem, name, record["source"]["quote"][:60]))
    assert missed == []


def test_lines_and_pages_are_counted_from_one(records: Found) -> None:
    for _, _, record in records:
        first, last = record["source"]["lines"]
        assert record["source"]["page"] >= 1
        assert 1 <= first <= last


def test_ids_are_different(corpus: dict[str, Outcome]) -> None:
    for outcome in corpus.values():
        ids = [record["id"] for _, _, record in walk(outcome) if "id" in record]
        assert len(ids) == len(set(ids))


def test_scans_say_that_they_were_read_by_ocr(records: Found) -> None:
    if not ocr.available():
        pytest.skip(NO_OCR)
    scans = scanned()
    for stem, _, record in records:
        assert (record["source"]["text_from"] == "ocr") is (stem in scans), stem
