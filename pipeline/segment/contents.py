"""Tables of contents: lines that end in leaders or in the number of a page. They name headings and are none."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression
from pipeline.model import Line

LEAST = 3
"""How many entries make a table."""
LONGEST = 80
"""Lines below its title that a table may have on a page."""
FARTHEST = 999
"""No page of a document here has a higher number."""
EDGE = 4.0
"""Points by which numbers set at one edge may end apart."""
UNEVEN = 3
"""Letters by which titles at least differ in length, so that one edge means something."""
_LEADERS = re.compile(r"(?:\.{3,}|…|(?:\s\.){3,}|_{4,})\s*\d{1,3}\s*$")
_TITLE = expression("contents.title")
_ENTRY = re.compile(r"^(?P<words>.*[^\W\d_].*?)[\s.…]+(?P<page>\d{1,3})$")
_LINK = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?P<title>\S.*)$")
_FIRST_LETTERS = frozenset("IVKD")
"""The capitals that what follows can begin with."""
_NUMBERED = expression("contents.numbered")


def without_contents(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without tables of contents, and those tables."""
    table = {id(line) for line in lines if line.text.rstrip()[-1:].isdigit() and _LEADERS.search(line.text)}
    for at, line in enumerate(lines):
        first = line.text[:1]
        if first.isupper() and first not in _FIRST_LETTERS:
            continue  # nearly all lines that are no rest of a sentence
        if _TITLE.match(line.text):
            run = _run(lines[at + 1 : at + 1 + LONGEST])
            run = run if len(run) >= LEAST else _linked(lines, at + 1) or run
            if len(run) >= LEAST or any(id(after) in table for after in lines[at + 1 : at + 3]):
                table.update(id(part) for entry in ([line], *run) for part in entry)
        elif id(line) not in table and _NUMBERED.match(line.text):
            run = _run(lines[at : at + LONGEST])
            if len(run) > LEAST and all(_NUMBERED.match(entry[0].text) for entry in run[:LEAST]) and _in_column(run):
                table.update(id(part) for entry in run for part in entry)
    return [line for line in lines if id(line) not in table], [line for line in lines if id(line) in table]


def _linked(lines: list[Line], begin: int) -> list[list[Line]]:
    """The entries without pages that a web page's table has: numbers, and titles that head the text below again."""
    found: list[list[Line]] = []
    for line in lines[begin : begin + LONGEST]:
        entry = _LINK.match(line.text)
        if entry is None:
            break
        found.append([line])
    below = {line.text.strip() for line in lines[begin + len(found) :]}
    again = sum(_LINK.sub(r"\g<title>", line.text).strip() in below for [line] in found)
    return found if len(found) >= LEAST and again == len(found) else []


def _run(lines: list[Line]) -> list[list[Line]]:
    """The entries at the beginning of these lines, each of a line or of its words and its page: no page goes down."""
    run: list[list[Line]] = []
    page = at = 0
    while at < len(lines):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        if line.table is not None:
            break
        if after and after.text.isdigit() and _beside(line, after):
            entry, number = [line, after], int(after.text)
        elif match := _ENTRY.match(line.text):
            entry, number = [line], int(match["page"])
        elif _LEADERS.search(line.text):
            entry, number = [line], page
        else:
            break
        if number < page or number > FARTHEST:
            break
        page = number
        run.append(entry)
        at += len(entry)
    return run


def _beside(line: Line, number: Line) -> bool:
    """True for a number to the right of a line and at its height."""
    if line.box is None or number.box is None or line.page != number.page:
        return False
    return number.box[0] > line.box[2] and number.box[1] < (line.box[1] + line.box[3]) / 2 < number.box[3]


def _in_column(run: list[list[Line]]) -> bool:
    """True where the pages end at one edge though titles differ in length: a list of such titles has no edge."""
    rights = [entry[-1].box[2] for entry in run if entry[-1].box]
    lengths = {len(entry[0].text) for entry in run}
    return bool(rights) and max(rights) - min(rights) <= EDGE and max(lengths) - min(lengths) >= UNEVEN
