"""What the readers of formats without pages share: a sheet that lines are written on, with their heading path.

Such lines have page 0 and no box; their numbers are those of the file where it has lines (Markdown), else they are
counted through the document. A line that begins something new stands far
below the one before, so that no later stage joins what the format keeps apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import clock
from pipeline.errors import Unreadable
from pipeline.model import Cell, Issue, Line, Page, Reading, Severity, Status, TextFrom
from pipeline.readers.clean import clean

APART = 3.0
"""White space above a line that begins something new, in line heights."""
BODY = 11.0
"""Letter size of running text, in points; headings are larger by their level."""
MOST_LINES = 200_000
"""Lines from which on a file is no document that anybody wrote."""

STEP = 1000
"""Lines that count as a finished step where there are no pages."""


@dataclass(slots=True)
class Sheet:
    """The lines of a document in the making. `aside` is what the format itself sets off: heads, feet, menus."""

    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    tables: int = 0

    def heading(self, text: str, level: int, number: int = 0) -> None:
        """A heading of level 1 to 6, and the path of all lines after it; `number` is its line in the file."""
        words = clean(text.replace("\n", " "))
        if not words:
            return
        self.headings = [(depth, title) for depth, title in self.headings if depth < level]
        self._add(words, size=max(BODY + 1, 18.0 - 2 * level), bold=True, number=number)
        self.headings.append((level, words))

    def paragraph(self, text: str, bold: bool = False, marker: str = "", numbers: Sequence[int] = ()) -> None:
        """A paragraph, whose own line breaks are kept; `marker` opens it, `numbers` are its lines in the file."""
        gap = APART
        parts = text.split("\n")
        for part, number in zip(parts, numbers or [0] * len(parts), strict=True):
            words = clean(part)
            if words or marker:
                self._add(f"{marker} {words}".strip(), bold=bold, gap=gap, number=number)
                marker, gap = "", 0.0

    def table(self, rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
        """A table: each row one line, its cells' line breaks kept; a table of one column is a run of paragraphs."""
        told = [
            ([_cell(text) for text in row], number)
            for row, number in zip(rows, numbers or [0] * len(rows), strict=True)
        ]
        told = [(row, number) for row, number in told if any(row)]
        if max((len(row) for row, _ in told), default=0) < 2:
            for row, number in told:
                self.paragraph(row[0], numbers=[number] * (row[0].count("\n") + 1))
            return
        self.tables += 1
        for row, number in told:
            text = " | ".join(cell.replace("\n", " ") for cell in row if cell)
            self._add(text, cells=tuple(Cell(cell) for cell in row), table=self.tables, number=number)

    def beside(self, text: str) -> None:
        """What stands outside the document's own text: running head, foot, menu."""
        for part in text.split("\n"):
            if words := clean(part):
                self.aside.append(Line(0, 0, words, words, text_from=TextFrom.MARKUP))

    def _add(
        self,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        gap: float = APART,
        cells: tuple[Cell, ...] = (),
        table: int | None = None,
        number: int = 0,
    ) -> None:
        if len(self.lines) >= MOST_LINES:
            raise too_large()
        path = tuple(title for _, title in self.headings)
        if (len(self.lines) + 1) % STEP == 0:
            clock.beat()
        number = number or len(self.lines) + 1
        self.lines.append(
            Line(0, number, text, text, None, size, bold, cells, table, TextFrom.MARKUP, gap=gap, headings=path)
        )

    def reading(self, engine: str) -> Reading:
        """The finished reading."""
        last = self.lines[-1].number if self.lines else 0
        aside = tuple(Line(0, last + n, a.text, a.raw, text_from=a.text_from) for n, a in enumerate(self.aside, 1))
        issues = [Issue(code, Severity.NOTE, None, (("count", str(n)),)) for code, n in sorted(self.notes.items())]
        if not self.lines:
            issues.append(Issue("no_text", Severity.DOUBT))
        page = Page(0, 0.0, 0.0, tuple(self.lines), TextFrom.MARKUP, aside)
        status = Status.OK if self.lines else Status.NEEDS_REVIEW
        return Reading((page,), status, TextFrom.MARKUP, tuple(issues), engine)


def too_large() -> Unreadable:
    """What to raise for a file of more lines than any document has."""
    return Unreadable(Status.MEMORY, f"more than {MOST_LINES} lines")


def _cell(text: str) -> str:
    """The text of a cell, each of its lines cleaned, empty ones left out."""
    return "\n".join(part for part in map(clean, text.split("\n")) if part)
