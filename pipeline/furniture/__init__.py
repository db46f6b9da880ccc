"""Page furniture: what surrounds the text of a page and is no part of it, kept as data.

`repeated` knows running heads, footers and page numbers, by repetition and place; `marked` what a first page or a web
page carries, by the words and the shape of its lines. Doubt speaks for the text: a line wrongly kept is one odd
sentence, a line wrongly taken away is a heading, a decision or a name that nobody finds.
"""

from __future__ import annotations

from extractors.lexicon import Lexicon
from pipeline.furniture import marked, repeated
from pipeline.model import Line, Page

__all__ = ["split"]


def split(pages: tuple[Page, ...], lexicon: Lexicon) -> tuple[list[Line], list[Line]]:
    """All lines of the pages as (content, furniture), both in reading order; what a format sets off is furniture."""
    off = repeated.find(pages, lexicon) | marked.find(pages, lexicon)
    content = [line for page in pages for line in page.lines if id(line) not in off]
    beside = [line for page in pages for line in (*page.aside, *(one for one in page.lines if id(one) in off))]
    return content, beside
