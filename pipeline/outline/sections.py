"""The sections of a report: numbered headings, as the longest chain in which each number follows the one before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline.model import Block, Item, Role
from pipeline.numbering import Opening, opening
from pipeline.outline.extent import closed

APPENDIX_HEADING = expression("outline_sections.appendix_heading")
_SHAPES = ("n", "n.", "n.m", "n.m.k")
"""Shapes of the numbers that sections have."""
_LONGEST = 110
"""Letters of a heading that only its number and its place tell, at most."""
_MOST_LINES = 2
"""Lines of such a heading."""
_FEW_WORDS = 3
"""Words of a plain numbered line of a mandate that heads a section; a task has more."""
_LARGER = 0.5
"""Points by which the title is larger than the headings below it."""
_FEWEST = 3
"""So many lines in a chain tell that they are headings though nothing sets them apart."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block that the number of a section opens: its text as printed, and what opens it."""

    block: Block
    text: str
    opens: Opening

    @property
    def key(self) -> tuple[int, ...]:
        """The number as integers."""
        return self.opens.key

    @property
    def title(self) -> str:
        """The text behind the number."""
        return self.text[self.opens.title_at :].strip()


def items(blocks: tuple[Block, ...], most_words: int | None = None) -> tuple[Item, ...]:
    """Numbered headings of a report: the longest plausible chain of dotted numbers in heading style.

    Where nothing is set as a heading, as in plain text, the chain may be of plain lines; `most_words` then
    limits their titles.
    What stands behind the first appendix heading belongs to the appendix.
    """
    end = next((b.index for b in blocks if b.role is Role.HEADING and APPENDIX_HEADING.match(b.text)), len(blocks))
    numbered = [found for block in blocks[:end] if (found := _numbered(block))]
    sizes = [found.block.size for found in numbered if found.block.role is Role.HEADING]
    chain = _longest([found for found in numbered if _is_set_apart(found, blocks, min(sizes, default=None))])
    if len(chain) > 1:
        return closed([_item(found, "numbered heading", 0.95) for found in chain], end)
    plain = _longest([found for found in numbered if _may_be_plain_heading(found)])
    if _heads_text(plain) and all(len(found.title.split()) <= (most_words or _LONGEST) for found in plain):
        return closed([_item(found, "numbered line", 0.9) for found in plain], end)
    return closed([_item(found, "numbered heading", 0.95) for found in chain], end)


def of_mandate(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Item, ...]:
    """The sections of a mandate: numbered headings, or else headings without numbers; its points are its tasks."""
    return items(blocks, _FEW_WORDS) or closed(_unnumbered(blocks, lexicon), len(blocks))


def _unnumbered(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """Headings without numbers that have text below them, at least two, without the title above them."""
    headed = [block for block in blocks if block.role is Role.HEADING]
    least = min((block.size for block in headed), default=0.0)
    headed = [block for block in blocks if block in headed or _is_label_as_heading(block, least)]
    largest = max((block.size for block in headed[1:]), default=0.0)
    found = [
        Item(None, block.text.strip(" :"), first=block.index, rule="heading without number", confidence=0.9)
        for block, after in zip(headed, [*headed[1:], None], strict=True)
        if (after.index if after else len(blocks)) - block.index > 1
        and not (block is headed[0] and block.size > largest + _LARGER)
        and not _names_paper(block, lexicon)
    ]
    return found if len(found) > 1 else []


def _is_label_as_heading(block: Block, least: float) -> bool:
    """True for a label with nothing behind it that is set as the headings are, or in bold."""
    bare = block.role is Role.LABEL and block.text.strip(" :") == block.label.strip(" :")
    return bare and (block.bold or (least > 0 and block.size >= least and not block.text.rstrip().endswith(":")))


def _names_paper(block: Block, lexicon: Lexicon) -> bool:
    """True for a title that says whose mandate it is ("Mandat for ..."); the word alone heads the section of tasks."""
    first, *rest = fold(block.text).split() or [""]
    return bool(rest) and first in lexicon.lists["kind_mandate"]


def _item(found: _Numbered, rule: str, confidence: float) -> Item:
    return Item(
        found.opens.number.rstrip("."),
        found.title,
        first=found.block.index,
        level=len(found.key),
        rule=rule,
        confidence=confidence,
    )


def _numbered(block: Block) -> _Numbered | None:
    """The block with its number, where it has one of a section and a title behind it.

    Layout takes the number off a title that is a label elsewhere ("2.2 Konklusjon"); the line as it was read has it.
    """
    text = block.text
    if block.role is Role.ROW:
        return None  # an entry of accounts with the number of its note
    if block.role is Role.LABEL and (printed := opening(block.lines[0].raw)) and len(printed.key) > 1:
        text = f"{printed.number} {block.label}"
    opens = opening(text)
    if not opens or opens.series or opens.shape not in _SHAPES or not text[opens.title_at :].strip():
        return None
    return _Numbered(block, text, opens)


def _is_set_apart(found: _Numbered, blocks: tuple[Block, ...], least: float | None) -> bool:
    """True for what is set as a heading, a label no smaller than the `least` of them, and what a subsection follows."""
    block = found.block
    if block.role is Role.LABEL and (block.bold or (least is not None and block.size >= least)):
        return True
    return _set_as_heading(block) or _opens_subsection(block, found.opens, blocks)


def _may_be_plain_heading(found: _Numbered) -> bool:
    """True for a short line that is no sentence."""
    block, title = found.block, found.title
    is_line = len(block.lines) <= _MOST_LINES and len(found.text) < _LONGEST
    return is_line and title[0].isupper() and not title.endswith((".", ",", ";", ":"))


def _heads_text(chain: list[_Numbered]) -> bool:
    """True for a chain from one on that is no list: below most of its lines stands text, or a section of their own."""
    if len(chain) < _FEWEST or set(chain[0].key) != {1}:
        return False
    beside = sum(
        b.block.index - a.block.index == 1 and len(a.key) == len(b.key) and a.key[:-1] == b.key[:-1]
        for a, b in pairwise(chain)
    )
    return beside * 3 <= len(chain)


def _set_as_heading(block: Block) -> bool:
    """True for a heading by weight or size; on a scan, which shows neither, for a short line with room above."""
    if block.role is Role.HEADING:
        return True
    line = block.lines[0]
    return (
        line.text_from == "ocr"
        and len(block.text) < _LONGEST
        and not block.text.rstrip().endswith((".", ",", ";"))
        and (line.gap > 0.5 or line.number == 1)
    )


def _opens_subsection(block: Block, opens: Opening, blocks: tuple[Block, ...]) -> bool:
    """True for a plain line "4. Title" that its own first subsection "4.1" follows at once."""
    after = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    inner = opening(after.text) if after and after.role is Role.HEADING else None
    return bool(inner and inner.key == (*opens.key, 1) and len(block.text) < _LONGEST)


def _longest(found: list[_Numbered]) -> list[_Numbered]:
    """The best chain in which each number plausibly follows the one before.

    A number whose neighbours stand in the very next blocks is likely a list and weighs less.
    """
    keys = [(one.key, one.block.index) for one in found]
    best: list[tuple[float, int | None]] = []
    for at, (key, index) in enumerate(keys):
        crowded = any(
            abs(beside - index) == 1 and other[:-1] == key[:-1] and len(other) == len(key) for other, beside in keys
        )
        weight = 0.4 if crowded else 1.0
        start = (weight - (0.5 if key[-1] != 1 else 0), None)
        options = [(best[b][0] + weight, b) for b in range(at) if _follows(keys[b][0], key)]
        best.append(max([start, *options], key=lambda o: (o[0], -1 if o[1] is None else o[1])))
    chain: list[_Numbered] = []
    link: int | None = max(range(len(best)), key=lambda i: best[i][0], default=None)
    while link is not None:
        chain.insert(0, found[link])
        link = best[link][1]
    return chain


def _follows(before: tuple[int, ...], key: tuple[int, ...]) -> bool:
    """True where a section number may follow another: the next one on some level, with at most one left out."""
    if key[: len(before)] == before and len(key) > len(before):
        return key[len(before)] <= 2 and all(part == 1 for part in key[len(before) + 1 :])
    level = len(key)
    if level > 1 and key[-1] == 1 and _follows(before, key[:-1]):
        return True  # the heading of the section itself was not found
    if level > len(before) or key[:-1] != before[: level - 1]:
        return False
    return 0 < key[-1] - before[level - 1] <= 2
