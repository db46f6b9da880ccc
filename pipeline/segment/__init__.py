"""A reading -> its documents: page furniture off, appendices and embedded documents cut out, kind and language told.

An annual report with minutes behind it is one report and one document for each of the minutes; what else is appended
(agreements, tables) stays with the report. What is attached to minutes is a document of its own. `contents` knows
tables of contents, `cuts` where a document begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.lexicon import Lexicon
from pipeline import furniture, layout
from pipeline.blocks import build
from pipeline.classify import kind_of
from pipeline.language import counted, language_of, language_reason, told_by
from pipeline.model import Block, Document, Issue, Kind, Reading, Severity
from pipeline.named_kind import callings
from pipeline.outline import outline
from pipeline.segment import cuts
from pipeline.segment.contents import without_contents
from pipeline.title import title_of


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks that is one document, and what it is."""

    blocks: tuple[Block, ...]
    kind: Kind
    reason: str
    sure: bool


def documents(reading: Reading, file_name: str, lexicon: Lexicon) -> tuple[list[Document], list[Issue]]:
    """Every document of a reading, in order, and what is doubtful about the cut."""
    content, off = furniture.split(tuple(layout.tidy(page, lexicon) for page in reading.pages), lexicon)
    content, contents_table = without_contents(layout.tabled(content, lexicon))
    blocks = build(content, lexicon)
    if not blocks:
        return [], []
    parts = _parts(blocks, callings(file_name, off, lexicon), lexicon)
    found, issues = [], [issue for page in reading.pages for issue in layout.flattened.issues(page, lexicon)]
    for ordinal, part in enumerate(parts):
        renumbered = tuple(b if b.index == i else replace(b, index=i) for i, b in enumerate(part.blocks))
        text = " ".join(block.text for block in renumbered)
        pages = (
            min(line.page for b in renumbered for line in b.lines),
            max(line.page for b in renumbered for line in b.lines),
        )
        own = tuple(line for line in (*off, *contents_table) if pages[0] <= line.page <= pages[1])
        told = told_by(renumbered, lexicon)
        language = language_of(text, lexicon, told) or _main_language(blocks, lexicon)
        document = Document(
            part.kind,
            language,
            renumbered,
            (),
            pages,
            ordinal,
            file_name=file_name,
            furniture=own,
            reason=f"{part.reason}; language {language}: {language_reason(told)}",
        )
        headed = (p.blocks[0] for p in parts[1:] if cuts.APPENDIX.match(p.blocks[0].text))
        appended = tuple(headed) if ordinal == 0 else ()
        items = counted(outline(document, lexicon), told)
        document = replace(document, items=items, appended=appended)
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


def _main_language(blocks: Sequence[Block], lexicon: Lexicon) -> str:
    """The language of the file as a whole, for a document that says too little."""
    return language_of(" ".join(block.text for block in blocks), lexicon) or "nb"


def _parts(blocks: tuple[Block, ...], called: Sequence[tuple[Kind, int, str]], lexicon: Lexicon) -> list[Part]:
    """Blocks cut where a new document begins; what a report has appended goes back to it unless it is minutes.

    What the file is `called` says something where it holds one document only.
    """
    begins = cuts.find(blocks, lexicon)
    runs = [blocks[a:b] for a, b in zip([0, *begins], [*begins, len(blocks)], strict=True) if b > a]
    main_kind, reason, sure = kind_of(runs[0], lexicon, called if len(runs) == 1 else ())
    parts = [Part(runs[0], main_kind, reason, sure)]
    for run in runs[1:]:
        kind, reason, sure = kind_of(run, lexicon)
        appendix = cuts.APPENDIX.match(run[0].text)
        if kind is Kind.MINUTES or (kind is Kind.NOTICE and not appendix):
            parts.append(Part(run, kind, reason, sure))
        elif parts[0].kind in (Kind.MINUTES, Kind.NOTICE):
            parts.append(Part(run, kind, reason, sure))  # by-laws, a budget: its lists are no items of the meeting
        else:
            home = 0 if appendix else len(parts) - 1
            parts[home] = replace(parts[home], blocks=(*parts[home].blocks, *run))
    return parts
