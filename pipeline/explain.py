"""How a file was read, for those who want to know why: every line, what it was taken for, and what stands on it.

A line of the page shows its number, its block, the block's role with the label's meaning ("=present") and the region
it stands in (">decision"), and the item it belongs to. Below it stand the facts ("+") and issues ("!") that end on it.
The stages are those of `run.process`, and the work is done where an import does it: in a supervised process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.contract import Part, failure
from pipeline.errors import ReferatError, Unreadable
from pipeline.intake import identify
from pipeline.language import language_of_item
from pipeline.messages import message
from pipeline.model import Block, Document, Fact, Issue, Item, Line, Outcome, Page, Reading, SourceFile
from pipeline.options import Options
from pipeline.workers import work

MARGIN = 34
"""Columns for the role and item of a line."""
SHOWN = 70
"""Letters of a value that a note shows."""
INDENT = " " * 11


def explain(path: Path, page: int | None, picture: Path | None = None) -> str:
    """The documents of a file, and each of its pages (or the one asked for, 1-based) with what was seen there.

    `picture` is a PNG to write of that one page (of the first where none is asked for).

    Raises:
        ReferatError: the file cannot be read, or has no such page; the advice says what to do.
    """
    (outcome,) = work([identify(path)], partial(tell, options=Options(), page=page or 1, picture=picture), 1)
    record = outcome.record
    if "explained" not in record:
        raise ReferatError(f"{outcome.source.name}: {outcome.status.value}", record["issues"][0]["message"])
    pages: dict[int, str] = record["explained"]
    if page is not None and page not in pages:
        raise ReferatError(f"{outcome.source.name}: there is no page {page}", f"its pages are 1 to {len(pages)}")
    chosen = pages.values() if page is None else [pages[page]]
    return "\n\n".join([record["head"], *chosen])


def tell(source: SourceFile, options: Options, page: int = 1, picture: Path | None = None) -> Outcome:
    """The task of an explanation: an outcome whose record holds the `head` and, by number, the pages `explained`.

    A page is drawn here, too, where a hostile file harms nobody but its own process.
    """
    from pipeline import run

    try:
        reading = run.read(source, options)
    except Unreadable as error:
        return failure(source, error.status, error.code, options.language, reason=str(error))
    parts, general = run.understand(reading, source, options)
    record = {
        "head": "\n".join(_head(source, reading, parts, general)),
        "explained": {page.number: "\n".join(_page(page, parts, general)) for page in reading.pages},
    }
    if picture is not None and reading.pages and reading.pages[0].number and page <= len(reading.pages):
        from pipeline.picture import draw

        draw(source.at, options.passwords, reading.pages[page - 1], parts, picture)
    return Outcome(source, reading.status, record)


def _head(source: SourceFile, reading: Reading, parts: Sequence[Part], general: Iterable[Issue]) -> Iterator[str]:
    """The file, its documents with the reason for their kind, and the issues that stand on no page."""
    count = len(reading.pages)
    told = (
        source.media_type,
        f"{count} page{'s' * (count != 1)}",
        f"outcome {reading.status.value}",
        f"text from {reading.text_from.value}",
    )
    yield f"{source.name}: {', '.join(told)}"
    for number, (document, facts, issues) in enumerate(parts, 1):
        first, last = document.pages
        where = f", pages {first}-{last}" if first else ""
        yield f"document {number}: {document.kind.value}, {document.language}{where}"
        yield f"    kind:   {document.reason}"
        yield f"    body:   {document.body or 'not found'}"
        yield f"    items:  {', '.join(item.number or _short(item.title) for item in document.items) or 'none'}"
        yield f"    words:  {_languages(document.items) or 'no item has any of one standard only'}"
        yield f"    actors: {', '.join((*document.actors.people, *document.actors.organisations)) or 'none'}"
        yield f"    found:  {_counts(facts)}"
        yield from (f"    {_issue(issue)}" for issue in issues if issue.place is None)
    if not parts:
        yield "no documents: no page has text that could be read"
    yield from (_issue(issue) for issue in general if issue.place is None)


def _languages(items: Iterable[Item]) -> str:
    """The written standard of each item with the counts behind it: "1 nb (nb 12, nn 0), 2 unclear (nb 1, nn 1)"."""
    told = ((item, item.standard_words) for item in items if any(item.standard_words))
    return ", ".join(
        f"{item.number or _short(item.title)} {language_of_item(item) or 'unclear'} (nb {nb}, nn {nn})"
        for item, (nb, nn) in told
    )


def _counts(facts: Iterable[Fact]) -> str:
    """How many facts of each kind: "12 attendance, 3 decisions"."""
    counts: dict[str, int] = defaultdict(int)
    for fact in facts:
        counts[fact.collection] += 1
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "nothing"


def _page(page: Page, parts: Sequence[Part], general: Iterable[Issue]) -> Iterator[str]:
    """One page: its lines in the order in which they were read, each with its margin, and the notes below them."""
    size = f"page {page.number} ({page.width:.0f} x {page.height:.0f} pt, " if page.number else "("
    yield f"{size}{page.text_from.value})"
    entries = _entries(page, parts)
    if not entries:
        yield INDENT + "no lines"
    notes = _notes(page.number, parts, general)
    last = {line.number: at for at, (line, _) in enumerate(entries)}
    for at, (line, margin) in enumerate(entries):
        yield f"{line.number:>4} {margin:<{MARGIN + 6}}| {line.text}"
        if line.raw != line.text:
            yield f"{INDENT}as read: {line.raw}"
        if last[line.number] == at:
            yield from (INDENT + note for note in notes.pop(line.number, ()))
    for number, left in notes.items():
        yield from (f"{INDENT}{note} (line {number})" for note in left)


def _entries(page: Page, parts: Sequence[Part]) -> list[tuple[Line, str]]:
    """Every line of a page with its margin: those of blocks in their order, the others where their number says."""
    inside: list[tuple[Line, str]] = []
    beside: dict[int, tuple[Line, str]] = {}
    for document, _, _ in parts:
        inside.extend(_block_lines(document, page.number))
        beside.update({line.number: (line, "furniture") for line in document.furniture if line.page == page.number})
    seen = {line.number for line, _ in inside} | beside.keys()
    beside.update({line.number: (line, "joined to another line") for line in page.lines if line.number not in seen})
    waiting = [beside[number] for number in sorted(beside)]
    out: list[tuple[Line, str]] = []
    for entry in inside:
        while waiting and waiting[0][0].number < entry[0].number:
            out.append(waiting.pop(0))
        out.append(entry)
    return out + waiting


def _block_lines(document: Document, page: int) -> Iterator[tuple[Line, str]]:
    """The lines of a document's blocks on one page; only a block's first line says what the block is."""
    from extractors._helpers import regions
    from extractors.lexicon import lexicon

    known = lexicon()
    for block, region in zip(document.blocks, regions(document, known), strict=True):
        for at, line in enumerate(block.lines):
            if line.page == page:
                margin = f"#{block.index:<4} {_role(block, region)}"
                item = _item(document, block)
                yield line, f"{margin:<{MARGIN - 6}} {item}".rstrip() if at == 0 else f"#{block.index:<4} ..."


def _role(block: Block, region: str) -> str:
    """A block's role, the meaning of the label that opens it, and the region it stands in."""
    from extractors.lexicon import lexicon
    from pipeline.blocks import known_label

    meaning = known_label(block.label, lexicon())[:1] if block.label else ()
    told = [block.role.value, *(f"={word}" for word in meaning)]
    if region and (region,) != meaning:
        told.append(f">{region}")
    return " ".join(told)


def _item(document: Document, block: Block) -> str:
    """The item a block belongs to, or announces ("list of")."""
    listed = next((item for item in document.items if item.listed == block.index), None)
    item = listed or document.item_of(block.index)
    if item is None:
        return ""
    name = item.number or _short(item.title, 12)
    return f"[list: {name}]" if listed else f"[{name}]"


def _notes(page: int, parts: Sequence[Part], general: Iterable[Issue]) -> dict[int, list[str]]:
    """What stands on a page, by the line on which it ends."""
    notes: dict[int, list[str]] = defaultdict(list)
    for _, facts, issues in parts:
        for fact in facts:
            if fact.place.page == page:
                notes[fact.place.last].append(_fact(fact))
        _note_issues(notes, page, issues)
    _note_issues(notes, page, general)
    return notes


def _note_issues(notes: dict[int, list[str]], page: int, issues: Iterable[Issue]) -> None:
    for issue in issues:
        if issue.place and issue.place.page == page:
            notes[issue.place.last].append(_issue(issue))


def _fact(fact: Fact) -> str:
    """A fact with its values, rule and confidence, and what it was derived from."""
    values = "; ".join(f"{key} {_value(value)}" for key, value in fact.record().items() if value)
    derived = f", derived from {fact.origin or 'the document'}" if fact.basis == "derived" else ""
    return f"+ {fact.collection}: {values} ({fact.rule}, {fact.confidence:.2f}{derived})"


def _value(value: Any) -> str:
    """A value of a record in a few words."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{key} {_value(inner)}" for key, inner in value.items() if inner not in (None, [])) + "}"
        )
    if isinstance(value, list):
        return ", ".join(_value(inner) for inner in value)
    return _short(str(value))


def _issue(issue: Issue) -> str:
    """An issue as users are told of it, with its code."""
    return f"! {issue.severity.value} {issue.code}: {message(issue.code, 'nb', **dict(issue.values))}"


def _short(text: str, length: int = SHOWN) -> str:
    """A text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"
