"""A register kept beside the files (`--metadata FILE.csv`): what an archivist has written down of each of them.

Columns, in any order: `file`, and any of `body`, `date`, `series`, `box`, `access`; divided by semicolon, comma or tab,
in UTF-8, UTF-16 or an encoding of Windows. `file` is a path from the register's folder or from a folder given to the
import (in a zip archive: `papers.zip/2014/a.pdf`), or a bare name that only one file has. What cannot be meant is an
error, since these values win over what the documents say.
"""

from __future__ import annotations

import csv
import difflib
import io
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.errors import Exit, ReferatError
from pipeline.intake.patterns import folded
from pipeline.model import RegisterEntry
from pipeline.readers.clean import clean
from pipeline.readers.decoded import decoded

COLUMNS = ("file", "body", "date", "series", "box", "access")
_DIVIDERS = ";,\t"
_NORWEGIAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


class BadRegister(ReferatError):
    """A register that says something that cannot be meant."""

    exit = Exit.USAGE


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, the file that it names, as it is written, and what it says."""

    line: int
    file: str
    entry: RegisterEntry


@dataclass(slots=True)
class Register:
    """A register, and once `match` has been called, which file each of its rows is about."""

    path: str
    rows: tuple[Row, ...]
    found: dict[str, RegisterEntry] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Register:
        """The register in a file.

        Raises:
            BadRegister: it is no such table, or has a column, a date or two rows that cannot be meant.
        """
        name = os.path.abspath(path)
        try:
            text = decoded(name)
        except OSError as error:
            raise BadRegister(f"{path}: {error.strerror}", "name a CSV file with --metadata") from None
        return cls(name, tuple(_rows(name, text)))

    def of(self, path: str) -> RegisterEntry | None:
        """What the register says of the file at a path."""
        return self.found.get(path)

    def match(self, paths: Sequence[str], given: Iterable[str]) -> list[str]:
        """Find each row's file among the paths of an import; `given` are the paths that the import was called with.

        Gives a line for each row without a file.

        Raises:
            BadRegister: two rows are about one file.
        """
        roots = {os.path.dirname(self.path)}
        for path in map(os.path.abspath, given):
            roots.add(path if not os.path.isfile(path) or path.lower().endswith(".zip") else os.path.dirname(path))
        by_path: dict[str, list[str]] = defaultdict(list)
        by_name: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            ways = {path} | {os.path.relpath(path, root) for root in roots if path.startswith(f"{root.rstrip('/')}/")}
            for way in {folded(way) for way in ways}:
                by_path[way].append(path)
            by_name[folded(os.path.basename(path))].append(path)
        warnings: list[str] = []
        owner: dict[str, Row] = {}
        for row in self.rows:
            key = folded(row.file.replace("\\", "/"))
            here = by_path.get(key) or ([] if "/" in key else by_name.get(key, []))
            if len(here) != 1:
                why = f"{len(here)} files are called so; write a path" if here else "is not among the files"
                warnings.append(f"{os.path.basename(self.path)}, line {row.line}: {row.file} {why}")
                continue
            if other := owner.get(here[0]):
                raise BadRegister(
                    f"{self.path}: lines {other.line} and {row.line} are both about {here[0]}", "leave one of them out"
                )
            owner[here[0]] = row
            self.found[here[0]] = row.entry
        return warnings


def _rows(name: str, text: str) -> Iterator[Row]:
    """The rows of a table; raises `BadRegister`."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    divider = max(_DIVIDERS, key=lambda sign: sum(cell in COLUMNS for cell in _cells(head, sign)))
    table = csv.reader(io.StringIO(text), delimiter=divider, strict=True)
    columns: list[str] = []
    seen: dict[str, int] = {}
    try:
        for cells in table:
            cells = [clean(" ".join(cell.split("\n"))) for cell in cells]
            if not any(cells):
                continue
            if not columns:
                columns = _columns(name, [cell.casefold() for cell in cells])
                continue
            row = _row(f"{name}, line {table.line_num}", table.line_num, columns, cells)
            key = folded(row.file.replace("\\", "/"))
            if key in seen:
                raise BadRegister(
                    f"{name}: lines {seen[key]} and {row.line} are both about {row.file}", "leave one of them out"
                )
            seen[key] = row.line
            yield row
    except csv.Error as error:
        raise BadRegister(f"{name}, line {table.line_num}: {error}", "see that quotes are closed") from None
    if not columns:
        raise BadRegister(f"{name} is empty", f"its first line names the columns: {', '.join(COLUMNS)}")


def _cells(line: str, divider: str) -> list[str]:
    return [cell.strip(' "\ufeff').casefold() for cell in line.split(divider)]


def _columns(name: str, columns: list[str]) -> list[str]:
    """The names of the columns; raises `BadRegister` for one that is unknown, missing or there twice."""
    for column in columns:
        if column not in COLUMNS:
            near = difflib.get_close_matches(column, COLUMNS, 1, 0.5)
            advice = f'did you mean "{near[0]}"?' if near else f"the columns are {', '.join(COLUMNS)}"
            raise BadRegister(f'{name}: there is no column "{column}"', advice)
    twice = [column for column, count in Counter(columns).items() if count > 1]
    if twice:
        raise BadRegister(f'{name}: the column "{twice[0]}" is there twice', "leave one of them out")
    if "file" not in columns:
        raise BadRegister(f'{name} has no column "file"', f"the columns are {', '.join(COLUMNS)}")
    return columns


def _row(place: str, line: int, columns: list[str], cells: list[str]) -> Row:
    """One row; raises `BadRegister`."""
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise BadRegister(f"{place}: more cells than columns", "put a text that holds the divider in quotes")
    values = {column: cell or None for column, cell in zip(columns, cells, strict=False)}
    file = values.pop("file", None)
    if not file:
        raise BadRegister(f"{place}: the cell of the file is empty", "name a file, or leave the line out")
    if said := values.get("date"):
        values["date"] = _date(place, said)
    return Row(line, file, RegisterEntry(**values))


def _date(place: str, said: str) -> str:
    """A date as ISO 8601; raises `BadRegister`."""
    try:
        if match := _NORWEGIAN.fullmatch(said):
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise BadRegister(f'{place}: "{said}" is no date', "write 2014-03-12 or 12.3.2014") from None
