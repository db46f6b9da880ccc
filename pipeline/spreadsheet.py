"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What begins a formula, also in the wide form that some spreadsheets take for the same."""


def table(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Rows as CSV for a Norwegian spreadsheet: semicolons, a byte order mark, no formulas."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([neutral(cell) for cell in line] for line in lines)
    return out.getvalue()


def neutral(cell: object) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula: such text gets an apostrophe in front.

    >>> neutral("=1+1"), neutral("frist"), neutral(None)
    ("'=1+1", 'frist', '')
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip()[:1] in _FORMULA or text[:1] in {"\t", "\r", "\n"} else text
