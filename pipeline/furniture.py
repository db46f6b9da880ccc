"""Page furniture: running heads, footers and page numbers, told by repetition and place, kept as data."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.model import Line, Page

EDGE = 0.13
"""Share of the page's height, top and bottom, in which furniture stands."""
_PAGE_NUMBER = re.compile(
    r"^(?:(?:side|page|s\.)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:av|/|of)\s*\d{1,3})?|.{0,40}\bside\s*:?\s*\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?)$",
    re.I,
)
_DIGITS = re.compile(r"\d+")


def split(pages: tuple[Page, ...]) -> tuple[list[Line], list[Line]]:
    """All lines of the pages as (content, furniture), both in reading order; what a format sets off is furniture."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edge_lines(page)})
    needed = 2 if len(pages) <= 3 else 3
    content: list[Line] = []
    furniture: list[Line] = [line for page in pages for line in page.aside]
    for page in pages:
        edge = {id(line) for line in _edge_lines(page)}
        outermost = {id(line) for line in _outermost(page)}
        for line in page.lines:
            repeated = id(line) in edge and seen[_key(line)] >= needed and len(pages) > 1 and not line.table
            number = id(line) in outermost and _PAGE_NUMBER.match(line.text) is not None
            # A title stands on the first page too and may be repeated as running head: its first showing is content.
            if (
                repeated
                and line.page == pages[0].number
                and not number
                and not any(c.isdigit() for c in line.text)
                and line.size >= 12
            ):
                repeated = False
            (furniture if repeated or number else content).append(line)
    return content, furniture


def _edge_lines(page: Page) -> list[Line]:
    """Lines in the top and bottom edge of the page."""
    if not page.height:
        return []
    low, high = page.height * EDGE, page.height * (1 - EDGE)
    return [line for line in page.lines if line.box and (line.box[3] <= low or line.box[1] >= high)]


def _outermost(page: Page) -> list[Line]:
    """The lines that nothing stands above or below: where a page number may be."""
    boxed = [line for line in page.lines if line.box]
    if not boxed:
        return []
    top = min(line.box[1] for line in boxed if line.box)
    bottom = max(line.box[3] for line in boxed if line.box)
    low, high = page.height * EDGE, page.height * (1 - EDGE)
    return [
        line
        for line in boxed
        if line.box
        and ((line.box[1] <= top + 3 and line.box[3] <= low) or (line.box[3] >= bottom - 3 and line.box[1] >= high))
    ]


def _key(line: Line) -> tuple[str, int]:
    """What repeats: the words without their digits and order of cells, at about the same height."""
    words = sorted(_DIGITS.sub("#", line.text.casefold()).split())
    return " ".join(words), round((line.box[1] if line.box else 0) / 12)
