"""Letters that recognition confuses, put right where only one reading makes sense; `raw` keeps what was read."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Line, Page, TextFrom

CONFUSIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b[Kk][1I|]\s?\.?(?=\s?\d)"), "Kl."),  # "K1.0900" is a clock
    (re.compile(r"(?<=[a-zæøå]-)l(?=[bcdfghkmnpqrstvwxz][a-zæøå])"), "I"),  # no word begins with l and a consonant
    (re.compile(r"(?<=\b[Ss]ak )[lI|](?=\b)"), "1"),
    (re.compile(r"(?<=\d)[lI|](?=[./]\d)|(?<=[./])[lI|](?=\d)"), "1"),
)
"""What was read -> what it must be. Only patterns that no Norwegian text can mean otherwise."""


def unconfused(page: Page) -> Page:
    """A recognised page with its sure confusions mended; a text layer is left as it is."""
    if page.text_from is not TextFrom.OCR:
        return page
    return replace(page, lines=tuple(_line(line) for line in page.lines))


def _line(line: Line) -> Line:
    text = line.text
    for pattern, right in CONFUSIONS:
        text = pattern.sub(right, text)
    return line if text == line.text else replace(line, text=text)
