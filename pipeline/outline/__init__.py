"""The items of a document: agenda items of minutes, sections of a report.

Minutes usually name their items twice, first as a list, then as headings; either may be missing, and lists inside an
item look just like it. Numbers that open a line (`candidates`) are gathered into chains (same shape, same setting,
rising); the run under an agenda label is the list (`listed`), the best chain with text between its members the
headings (`headings`), and the two are put together (`joined`). `unnumbered` reads documents without numbers, `among`
what has none beside numbered ones, `sections` reports; `apart` finds titles below their number, `extent` says where an
item ends.
"""

from __future__ import annotations

from extractors.lexicon import Lexicon
from pipeline.model import Document, Item, Kind
from pipeline.outline import among, candidates, extent, headings, joined, listed, sections, unnumbered
from pipeline.outline.candidates import alike
from pipeline.outline.sections import APPENDIX_HEADING

__all__ = ["APPENDIX_HEADING", "alike", "outline"]


def outline(document: Document, lexicon: Lexicon) -> tuple[Item, ...]:
    """The items of a document, in order of their headings; what only a list names comes with `first` None."""
    if document.kind in (Kind.MINUTES, Kind.NOTICE, Kind.OTHER):
        return _agenda(document, lexicon)
    if document.kind is Kind.ANNUAL_REPORT:
        return sections.items(document.blocks)
    return ()


def _agenda(document: Document, lexicon: Lexicon) -> tuple[Item, ...]:
    """The agenda items of minutes or of a notice."""
    blocks = document.blocks
    found = candidates.gather(blocks, lexicon)
    entries = listed.entries(blocks, found, lexicon)
    in_list = {entry.listed for entry in entries}
    headed = headings.items([c for c in found if c.block.index not in in_list], blocks, entries, lexicon)
    items = joined.merge(entries, headed, blocks)
    if items:
        items = [*items, *among.other_business(blocks, items, lexicon)]
        items = [*items, *among.headings(blocks, items, extent.end(blocks, items, lexicon), lexicon)]
    else:
        items = unnumbered.headings(blocks, lexicon)
        if not items and document.kind is Kind.MINUTES:
            items = unnumbered.set_apart(blocks, lexicon)
        items = [*items, *among.other_business(blocks, items, lexicon)]
    return extent.closed(sorted(items, key=_position), extent.end(blocks, items, lexicon))


def _position(item: Item) -> tuple[int, int]:
    return (item.first if item.first is not None else 10**6, item.listed or 0)
