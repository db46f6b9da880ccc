"""Tables of contents: lines that end in leaders or in the number of a page. They name headings and are none."""

from __future__ import annotations

import re

from pipeline.model import Line

LEAST = 3
"""How many entries make a table."""
LONGEST = 80
"""Lines below its title that a table may have on a page."""
_LEADERS = re.compile(r"(?:\.{3,}|…|(?:\s\.){3,}|_{4,})\s*\d{1,3}\s*$")
_TITLE = re.compile(r"^(?:innhold|innhald|innholdsfortegnelse|innhaldsliste|innhaldsoversyn|innholdsoversikt)\b", re.I)
_ENTRY = re.compile(r"^(?P<words>.*[^\W\d_].*?)[\s.…]+(?P<page>\d{1,3})$")
_NUMBERED = re.compile(r"^(?:(?:vedlegg|kapittel|kap\.?|del)\s+\w+|\d{1,2}(?:\.\d{1,2})*\.?)\s+\S", re.I)


def without_contents(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without tables of contents, and those tables."""
    table = {id(line) for line in lines if _LEADERS.search(line.text)}
    for at, line in enumerate(lines):
        if _TITLE.match(line.text):
            run = _run(lines[at + 1 : at + 1 + LONGEST])
            if len(run) >= LEAST or any(id(after) in table for after in lines[at + 1 : at + 3]):
                table.update(id(after) for after in (line, *run))
        elif id(line) not in table and _NUMBERED.match(line.text):
            run = _run(lines[at : at + LONGEST])
            if len(run) >= LEAST + 1 and all(_NUMBERED.match(after.text) for after in run[:LEAST]):
                table.update(id(after) for after in run)
    return [line for line in lines if id(line) not in table], [line for line in lines if id(line) in table]


def _run(lines: list[Line]) -> list[Line]:
    """The entries at the beginning of these lines: each ends in a page, and the pages never go down."""
    run: list[Line] = []
    page = 0
    for line in lines:
        entry = _ENTRY.match(line.text)
        if entry is None and not _LEADERS.search(line.text):
            break
        number = int(entry["page"]) if entry else page
        if number < page or line.table is not None:
            break
        page = number
        run.append(line)
    return run
