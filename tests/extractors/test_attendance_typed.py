"""Attendance as secretaries of agencies, councils, schools, clubs and building meetings type it, years and forms apart.

`attendance_typed.txt` has the blocks, `attendance_unusual.txt` those of rarer layouts, `attendance_loose.txt` those of
loose hands, `attendance_shapes.txt` lists that go by their shape, `attendance_units.txt` departments, titles and lines
that divide a list, `attendance_rolls.txt` tables, and bodies with whom they sent: a heading `== what it is`, the text,
`--`, and a row for each of its people, `+ name | organisation | role` for who was there and `- ...` for who was away.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.extractors.test_attendance import Row, attendance

STATUS = {"+": "present", "-": "absent"}


def _row(line: str) -> Row:
    name, organisation, role = [*(part.strip() for part in line[1:].split("|")), "", ""][:3]
    return name, organisation or None, STATUS[line[0]], role or None


def _cases(typed: str) -> dict[str, tuple[str, list[Row]]]:
    """What the block is -> its text and its people."""
    found: dict[str, tuple[str, list[Row]]] = {}
    for part in re.split(r"^== ", typed, flags=re.M)[1:]:
        named, _, rest = part.partition("\n")
        text, _, rows = rest.partition("\n--\n")
        found[named] = text, [_row(line) for line in rows.split("\n") if line]
    return found


FILES = (
    "attendance_typed.txt",
    "attendance_unusual.txt",
    "attendance_loose.txt",
    "attendance_shapes.txt",
    "attendance_units.txt",
    "attendance_rolls.txt",
)
CASES = _cases("".join(Path(__file__).with_name(name).read_text(encoding="utf-8") + "\n" for name in FILES))


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_as_typed(text: str, expected: list[Row]) -> None:
    assert sorted(attendance(text), key=str) == sorted(expected, key=str)
