"""Lines as a reader of the page takes them in, before they become blocks.

Producers draw list markers last, set labels in a column of their own, put several labels on one line, or hold a form
in a ruled table. Here such lines are put together again; `raw` keeps what the layer had. `tidy` looks at one page, and
needs what is page furniture too; `tabled` looks at the whole text without it, for tables go on over pages.

`marks` knows list marks and typed marks of emphasis, `broken` numbers apart from their title, `side_heads` labels
beside their text, `side_titles` headings beside it, `inline` labels within a line, `flattened` columns that an earlier
tool read one after the other; `unruled` finds tables without rules, `spans` tables over pages, `margin` columns of
owners beside the text, `tables` rows that are forms or lists of people.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace

from extractors.lexicon import Lexicon
from pipeline import headed_table, minutes_table
from pipeline.layout import broken, flattened, inline, margin, marks, side_heads, side_titles, spans, tables, unruled
from pipeline.model import Line, Page

HEAD_LINES = 18
"""How many lines of the first page may hold labels without a colon."""


def tidy(page: Page, lexicon: Lexicon) -> Page:
    """The page with its lines put together as they are read, numbers kept."""
    lines = marks.with_markers(broken.centred(broken.numbers(broken.above(broken.at_edge(list(page.lines))))))
    lines = [inline.without_number(marks.unmarked(line, lexicon), lexicon) for line in marks.without_rules(lines)]
    lines = side_heads.columned(side_titles.beside(side_heads.lowered(lines, lexicon), lexicon), lexicon)
    lines = side_heads.raised(flattened.paired(lines, lexicon), lexicon)
    if page.number <= 1:  # 0 where the format has no pages
        lines = [inline.with_colon(line, lexicon) if at < HEAD_LINES else line for at, line in enumerate(lines)]
    return replace(page, lines=tuple(side_heads.joined(inline.whole(lines, lexicon), lexicon)))


def tabled(content: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines of a text with its tables as rows, forms and lists in tables as labelled lines."""
    letter = _letter_width(content)
    lines = spans.joined(unruled.assemble(margin.owners(content, lexicon), lexicon))
    lines = headed_table.unroll(lines, letter, lexicon)
    lines = tables.fresh(lines, lexicon)
    lines = tables.side_by_side(minutes_table.unroll(lines, letter, lexicon), lexicon, letter)
    lines = [part for line in lines for part in tables.forms(line, lexicon, letter)]
    return [part for line in lines for part in inline.separate(line, lexicon)]


def _letter_width(lines: Sequence[Line]) -> float:
    """The usual width of a letter, in points."""
    widths = [
        (line.box[2] - line.box[0]) / len(line.text)
        for line in lines
        if line.box and line.table is None and len(line.text) > 20
    ]
    return statistics.median(widths) if widths else 5.0
