"""List marks drawn on their own, rules drawn with characters, and marks of Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.lexicon import Lexicon
from pipeline.model import Line

_MARKER = re.compile(r"^(?:\d{1,3}[.)]|[a-zæøåA-ZÆØÅ][.)]|[•◦▪■●○–*·-]|[ivx]{1,4}[.)])$")
_DRAWN_RULE = re.compile(r"^[-=_*~–—.\s]{5,}$")
"""A rule typed with signs; it says nothing."""
_MARKDOWN_HEADING = re.compile(r"^#{1,5}\s+(?=\S)")
_WIKI_HEADING = re.compile(r"(={1,5})\s*([^=\s][^=]*?)\s*\1")
_MARKDOWN_QUOTE = re.compile(r"^>\s+(?=\S)")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_TYPED = frozenset("#>-*•='")
"""What a line begins with that a mark opens."""
_LISTED_LABEL = re.compile(r"^[-*•]\s+([A-ZÆØÅ][\wæøå ]{1,25}):\s")
_EDIT_BUTTON = re.compile(r"(?<=\S)\s*\[\s*(?:rediger|endre|edit)(?:\s*\|\s*[\w ]{4,20})?\s*\]$")
"""What a wiki prints behind each of its headings."""
_OPEN_BOX = re.compile(r"^([-*])\s*\[ \]\s*")


def unmarked(line: Line, lexicon: Lexicon) -> Line:
    """A line typed as Markdown or in a wiki: heading marks make it bold, marks of quotes, emphasis and buttons go."""
    text, bold = line.text, line.bold
    if text[:1] not in _TYPED and text[-1:] != "]" and "**" not in text and "__" not in text:
        return line  # nearly all lines
    text = text.replace("'''", "").replace("''", "")  # a wiki's bold and italics
    if heading := _WIKI_HEADING.fullmatch(text):
        text, bold = heading[2], True
    if _MARKDOWN_HEADING.match(text):
        text, bold = _MARKDOWN_HEADING.sub("", text), True
    if text.endswith("]"):
        text = _EDIT_BUTTON.sub("", text)
    text = _OPEN_BOX.sub(r"\1 ", _MARKDOWN_QUOTE.sub("", text))
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(lambda m: m.group(1) or m.group(2), text)
    if (match := _LISTED_LABEL.match(text)) and lexicon.meanings(match.group(1)):
        text = text[match.start(1) :]  # "- Når: ..." is a label, not an entry
    return line if text == line.text else replace(line, text=text, bold=bold)


def with_markers(lines: list[Line]) -> list[Line]:
    """List markers that stand as lines of their own, put before the line that they mark."""
    loose = [i for i, line in enumerate(lines) if _MARKER.match(line.text) and line.box]
    if not loose:
        return lines
    out = list(lines)
    gone: set[int] = set()
    for i in loose:
        marker = lines[i]
        assert marker.box is not None
        best: tuple[float, int] | None = None
        for j, line in enumerate(lines):
            if j == i or j in gone or not line.box or _MARKER.match(line.text) or line.table is not None:
                continue
            overlap = min(marker.box[3], line.box[3]) - max(marker.box[1], line.box[1])
            gap = line.box[0] - marker.box[2]
            if overlap > 0.4 * (marker.box[3] - marker.box[1]) and -2 <= gap <= 45 and (best is None or gap < best[0]):
                best = (gap, j)
        if best:
            line = out[best[1]]
            out[best[1]] = replace(line, text=f"{marker.text} {line.text}", raw=line.raw)
            gone.add(i)
    return [line for i, line in enumerate(out) if i not in gone]


def is_rule(line: Line) -> bool:
    """True for a rule drawn with characters."""
    return bool(_DRAWN_RULE.match(line.text))


def without_rules(lines: list[Line]) -> list[Line]:
    """The lines without the rules drawn with characters, whose height is white space above what follows them."""
    out: list[Line] = []
    ruled = 0.0
    for line in lines:
        if is_rule(line):
            ruled += line.gap + 1
            continue
        out.append(replace(line, gap=line.gap + ruled) if ruled and out and out[-1].page == line.page else line)
        ruled = 0.0
    return out
