"""A page as a picture with what was seen on it: lines by their role, facts as filled boxes, tags beside the page.

Colours are those of Okabe and Ito, which people who see colours differently can tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from pipeline.contract import Part
from pipeline.model import Box, Page, Role

SCALE = 1.6
"""Pixels for a point."""
MARGIN = 380
"""Pixels beside the page for the tags."""
SIZE = 13
"""Height of the letters, in pixels."""
ROLES = {
    Role.HEADING: "#D55E00",
    Role.LABEL: "#0072B2",
    Role.LIST: "#009E73",
    Role.ROW: "#CC79A7",
    Role.PARAGRAPH: "#888888",
}
FURNITURE, FACT, ISSUE, ITEM = "#BBBBBB", "#F0E442", "#D50000", "#56B4E9"


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on the page, in points, and what it is."""

    box: Box
    colour: str
    filled: bool = False
    tag: str = ""


def draw(path: str, passwords: tuple[str, ...], page: Page, parts: Sequence[Part], target: Path) -> None:
    """Write the picture of a page as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    document = pypdfium2.PdfDocument(path, password=passwords[0] if passwords else None)
    shown = document[page.number - 1].render(scale=SCALE).to_pil().convert("RGB")
    document.close()
    marks = list(_marks(page, parts))
    canvas = Image.new("RGB", (shown.width + MARGIN, shown.height), "white")
    canvas.paste(shown, (0, 0))
    veil = Image.new("RGBA", canvas.size, (0, 0, 0, 0))
    paint = ImageDraw.Draw(veil)
    for mark in marks:
        paint.rectangle(_pixels(mark.box), outline=mark.colour, fill=f"{mark.colour}55" if mark.filled else None)
    canvas.paste(veil, (0, 0), veil)
    _tags(ImageDraw.Draw(canvas), ImageFont.load_default(SIZE), marks, shown.width, canvas.height)
    canvas.save(target, "PNG", optimize=True)


def _marks(page: Page, parts: Sequence[Part]) -> Iterator[Mark]:
    """Everything that is drawn on a page: lines first, then facts, then issues."""
    for document, _, _ in parts:
        for line in document.furniture:
            if line.page == page.number and line.box:
                yield Mark(line.box, FURNITURE)
        for block in document.blocks:
            for line in block.lines:
                if line.page == page.number and line.box:
                    yield Mark(line.box, ROLES[block.role])
                    yield from (Mark(cell.box, ROLES[Role.ROW]) for cell in line.cells if cell.box)
        for item in document.items:
            yield from _bracket(document.blocks, item.first, item.last, item.number or item.title[:20], page.number)
    for _, facts, issues in parts:
        for fact in facts:
            if fact.place.page == page.number and fact.place.box:
                tag = f"{fact.collection}: {fact.rule} {fact.confidence:.2f}"
                yield Mark(fact.place.box, FACT, filled=True, tag=tag)
        for issue in issues:
            if issue.place and issue.place.page == page.number and issue.place.box:
                yield Mark(issue.place.box, ISSUE, tag=f"! {issue.code}")


def _bracket(blocks: Sequence[Any], first: int | None, last: int | None, name: str, page: int) -> Iterator[Mark]:
    """The line at the left of an item's part of a page."""
    if first is None or last is None:
        return
    boxes = [line.box for block in blocks[first : last + 1] for line in block.lines if line.page == page and line.box]
    if boxes:
        left = max(2.0, min(box[0] for box in boxes) - 8)
        yield Mark((left - 2, min(b[1] for b in boxes), left, max(b[3] for b in boxes)), ITEM, True, f"item {name}")


def _pixels(box: Box) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (value * SCALE for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _tags(paint: Any, font: Any, marks: Sequence[Mark], left: int, height: int) -> None:
    """The tags beside the page, each as near its box as the one above it leaves room for, and the key below."""
    low = 4.0
    for mark in sorted((mark for mark in marks if mark.tag), key=lambda mark: (mark.box[1], mark.box[0])):
        top = max(low, mark.box[1] * SCALE)
        if top > height - 3 * SIZE:
            break
        colour = mark.colour if mark.colour != FACT else "#8A7A00"
        if mark.colour != ITEM:  # its bracket stands left of the text, which a line would strike out
            start = min(left, mark.box[2] * SCALE), mark.box[1] * SCALE + 4
            paint.line((*start, left + 8, top + SIZE / 2), fill=colour)
        paint.text((left + 10, top), mark.tag[:52], fill=colour, font=font)
        low = top + SIZE + 3
    at = left + 10
    for name, colour in (*((role.value, colour) for role, colour in ROLES.items()), ("furniture", FURNITURE)):
        paint.text((at, height - SIZE - 6), name, fill=colour, font=font)
        at += round(font.getlength(name)) + 10
