"""A reading -> its documents: page furniture off, appendices and embedded documents cut out, kind and language told.

An annual report with minutes behind it is one report and one document for each of the minutes; what else is appended
(agreements, tables) stays with the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.lexicon import Lexicon
from pipeline import furniture, layout
from pipeline.blocks import build
from pipeline.classify import kind_of, language_of, language_reason
from pipeline.labels import known_label
from pipeline.model import Block, Document, Issue, Kind, Line, Reading, Role, Severity
from pipeline.numbering import opening
from pipeline.outline import outline
from pipeline.repair import repair
from pipeline.title import title_of

APPENDIX = re.compile(
    r"^(?:trykte? |utrykte? )?(vedlegg|appendiks|bilag)\s*(?:nr\.?\s*)?([A-ZÆØÅ]|\d{1,2}|[IVX]{1,5})?\b"
    r"\s*[.:–-]?\s*(.*)$",
    re.I | re.S,
)
_TOC_LINE = re.compile(r"(?:\.{3,}|…|(?:\s\.){3,})\s*\d{1,3}\s*$")
_TOC_TITLE = re.compile(r"^(?:innhold|innhald|innholdsfortegnelse|innhaldsliste)\b", re.I)
LOOK_AHEAD = 25


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks that is one document, and what it is."""

    blocks: tuple[Block, ...]
    kind: Kind
    reason: str
    sure: bool


def documents(reading: Reading, file_name: str, lexicon: Lexicon) -> tuple[list[Document], list[Issue]]:
    """Every document of a reading, in order, and what is doubtful about the cut."""
    content, off = furniture.split(tuple(layout.tidy(repair(page), lexicon) for page in reading.pages), lexicon)
    content, contents_table = without_contents(content)
    blocks = build(content, lexicon)
    if not blocks:
        return [], []
    parts = _parts(blocks, lexicon)
    found, issues = [], list[Issue]()
    main_language = language_of(" ".join(block.text for block in blocks), lexicon) or "nb"
    for ordinal, part in enumerate(parts):
        renumbered = tuple(replace(block, index=i) for i, block in enumerate(part.blocks))
        text = " ".join(block.text for block in renumbered)
        pages = (
            min(line.page for b in renumbered for line in b.lines),
            max(line.page for b in renumbered for line in b.lines),
        )
        own = tuple(line for line in off if pages[0] <= line.page <= pages[1])
        language = language_of(text, lexicon) or main_language
        document = Document(
            part.kind,
            language,
            renumbered,
            (),
            pages,
            ordinal,
            file_name=file_name,
            furniture=(*own, *contents_table),
            reason=f"{part.reason}; language {language}: {language_reason(renumbered, lexicon)}",
        )
        appended = tuple(p.blocks[0] for p in parts[1:] if APPENDIX.match(p.blocks[0].text)) if ordinal == 0 else ()
        document = replace(document, items=outline(document, lexicon), appended=appended)
        found.append(replace(document, title=title_of(document, lexicon)))
        if not part.sure:
            issues.append(
                Issue(
                    "kind_unsure",
                    Severity.NOTE,
                    renumbered[0].place(),
                    (("kind", part.kind.value), ("reason", part.reason)),
                )
            )
    return found, issues


def without_contents(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without a table of contents (lines that end in leaders or a page number), and that table."""
    table = {id(line) for line in lines if _TOC_LINE.search(line.text)}
    for at, line in enumerate(lines):
        if not _TOC_TITLE.match(line.text):
            continue
        run = []
        for after in lines[at + 1 : at + 80]:
            if not re.search(r"\S\s+\d{1,3}$", after.text) and id(after) not in table:
                break
            run.append(after)
        if len(run) >= 3 or any(id(after) in table for after in lines[at + 1 : at + 3]):
            table.update(id(after) for after in (line, *run))
    return [line for line in lines if id(line) not in table], [line for line in lines if id(line) in table]


def _parts(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Part]:
    """Blocks cut where a new document begins; appendices that are no minutes go back to the report they follow."""
    cuts = _cuts(blocks, lexicon)
    runs = [blocks[a:b] for a, b in zip([0, *cuts], [*cuts, len(blocks)], strict=True) if b > a]
    main_kind, reason, sure = kind_of(runs[0], lexicon)
    parts = [Part(runs[0], main_kind, reason, sure)]
    for run in runs[1:]:
        kind, reason, sure = kind_of(run, lexicon)
        appendix = APPENDIX.match(run[0].text)
        if kind is Kind.MINUTES or (kind is Kind.NOTICE and not appendix):
            parts.append(Part(run, kind, reason, sure))
        else:
            first = parts[0]
            home = 0 if appendix and first.kind in (Kind.ANNUAL_REPORT, Kind.OTHER, Kind.MANDATE) else len(parts) - 1
            parts[home] = replace(parts[home], blocks=(*parts[home].blocks, *run))
    return parts


def _cuts(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[int]:
    """Where an appendix or a document with a title of its own begins."""
    cuts = []
    last = 0
    for i in range(1, len(blocks)):
        if _begins_appendix(blocks, i) or (i - last >= 8 and _begins_minutes(blocks, i, last, lexicon)):
            cuts.append(i)
            last = i
    return cuts


def _begins_appendix(blocks: tuple[Block, ...], at: int) -> bool:
    """True for an appendix heading: set as one, with a letter or number, and not a line of a list of attachments."""
    block = blocks[at]
    match = APPENDIX.match(block.text)
    if not match or not match.group(2) or len(block.text) > 160:
        return False
    new_page = blocks[at - 1].lines[-1].page != block.page
    return block.role is Role.HEADING or (new_page and len(block.lines) <= 2)


def _begins_minutes(blocks: tuple[Block, ...], at: int, last: int, lexicon: Lexicon) -> bool:
    """True where a title for minutes stands, attendance follows soon, and the document before has its own."""
    block = blocks[at]
    if opening(block.text):
        return False
    if len(block.text) > 160 or (block.role is not Role.HEADING and blocks[at - 1].lines[-1].page == block.page):
        return False
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", block.text)][:3]
    names = {n for n in lexicon.lists["kind_minutes"] if " " not in n}
    if not any(w in names or any(w.endswith(n) for n in names if len(n) > 6) for w in words):
        return False
    return _attends(blocks[at : at + LOOK_AHEAD], lexicon) and (
        _attends(blocks[last:at], lexicon) or kind_of(blocks[last:at], lexicon)[0] in (Kind.NOTICE, Kind.ANNUAL_REPORT)
    )


def _attends(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    return any(block.label and known_label(block.label, lexicon)[:1] == ("present",) for block in blocks)
