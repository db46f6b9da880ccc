"""Blocks that a number opens, any of which may head an agenda item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from extractors.lexicon import Lexicon, fold
from pipeline.labels import known_label
from pipeline.model import Block, Role, TextFrom
from pipeline.numbering import Opening, hour, opening
from pipeline.readers.tables import flat

TITLE_ALIKE = 0.72
"""Likeness from which two titles are of the same item."""
EARLIEST = 7
"""The hour from which on programmes begin."""
FEWEST_HOURS = 3
"""So many entries a programme has at least."""
MAX_TITLE = 330
"""Letters from which a text is no title."""


_SMALL = re.compile(r"^(\d{1,4}(?:/\d{2,4})?\.? )([a-zæøå])")
"""A number and a small letter: a name that has one, or small capitals that the text layer keeps as small letters."""
_NO_SERIES = (("decision",), ("proposal",))
"""What a word before a number means that heads no item ("Vedtak 21/23")."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that a number opens."""

    block: Block
    opens: Opening

    @property
    def title(self) -> str:
        """The text behind the number."""
        return self.block.text[self.opens.title_at :].strip()

    @property
    def style(self) -> tuple[str, bool, bool]:
        """What members of one chain have in common."""
        shape = self.opens.shape
        return (
            ("n/y" if shape == "n/y" else f"{shape}{'s' if self.opens.series_is_case else ''}"),
            self.block.role is Role.HEADING,
            bool(self.block.label),
        )


def gather(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Candidate]:
    """The candidates of a document, without the numbered points of resolutions and proposals."""
    found = [
        Candidate(b, o)
        for b in blocks
        if not _is_row(b) and (o := _opening(b)) and lexicon.meanings(o.series or "")[:1] not in _NO_SERIES
    ]
    found = [c for at, c in enumerate(found) if not _resolves(c, found[:at], lexicon)]
    found = _of_one_year([_as_letter(c, found) for c in found])
    decimals = [c for c in found if c.opens.shape == "n.m" and not c.opens.series and c.opens.key[0] >= EARLIEST]
    hours = sum(hour(block.text) is not None for block in blocks)
    if decimals and hours >= FEWEST_HOURS and all(hour(c.block.text) for c in decimals):
        found = [c for c in found if c not in decimals]  # a programme's hours; numbers would count by ones
    return [c for c in found if not _is_point(c, blocks, lexicon)]


def _resolves(candidate: Candidate, above: list[Candidate], lexicon: Lexicon) -> bool:
    """True for the number of a case above, before the label of what was resolved in it ("UTV-19/23 VEDTAK: ...")."""
    label, colon, _ = candidate.title.partition(":")
    if not colon or known_label(label, lexicon)[:1] not in _NO_SERIES:
        return False
    return any(bare(c.opens.number) == bare(candidate.opens.number) for c in above)


def _as_letter(candidate: Candidate, among: list[Candidate]) -> Candidate:
    """A Roman number as the letter that it is where the letter before it stands above ("H." and "I.")."""
    opens = candidate.opens
    if not opens.shape.startswith("I") or len(opens.number) > 1:
        return candidate
    before = chr(ord(opens.number) - 1)
    follows = any(c.opens.number == before and c.block.index < candidate.block.index for c in among)
    return replace(candidate, opens=replace(opens, shape=opens.shape.replace("I", "A"))) if follows else candidate


def _of_one_year(found: list[Candidate]) -> list[Candidate]:
    """Numbers with a dash as numbers of a year where they count on before the same last part ("65-10", "66-10")."""
    pairs = [c for c in found if c.opens.shape == "n-m" and len(c.opens.key) == 2]
    rising = all(b.opens.key[0] - a.opens.key[0] == 1 for a, b in pairwise(pairs))
    if len(pairs) < 2 or not rising or len({c.opens.key[1] for c in pairs}) > 1:
        return found
    return [replace(c, opens=replace(c.opens, shape="n/y")) if c in pairs else c for c in found]


def _opening(block: Block) -> Opening | None:
    """The number that opens a block; what is set as a heading may have a title in small letters."""
    found = opening(block.text)
    if found or block.role is not Role.HEADING:
        return found
    return opening(_SMALL.sub(lambda match: match[1] + match[2].upper(), block.text))


def _is_row(block: Block) -> bool:
    """True for a row; not for a line that a case opens, and that gaps between its words only seem to divide."""
    if block.role is not Role.ROW:
        return False
    line, opens = block.lines[0], opening(block.text)
    loose = line.table is None and (len(line.cells) < 4 or line.text_from is TextFrom.OCR)
    if not loose or opens is None:
        return True
    numbered = len(line.cells) == 2 and flat(line.cells[0].text).strip(" .):") == opens.number  # number, room, title
    return not (numbered or (opens.strong and opens.series_is_case))


def _is_point(candidate: Candidate, blocks: tuple[Block, ...], lexicon: Lexicon) -> bool:
    """True for the first numbered point of a resolution or proposal, and for those that follow it closely."""
    if candidate.opens.strong or candidate.block.role is Role.HEADING:
        return False
    for before in reversed(blocks[max(0, candidate.block.index - 8) : candidate.block.index]):
        if before.label:
            meaning = known_label(before.label, lexicon)[:1]
            inline = before.text.rstrip(" :") != before.label and not before.text.rstrip().endswith(":")
            return bool(meaning) and meaning[0] in ("decision", "proposal") and not inline
        opens = opening(before.text)
        if not opens or opens.shape != candidate.opens.shape:
            return False
    return False


def alike(a: str, b: str) -> float:
    """Likeness of two titles, 0-1; a title that begins like the other one counts as the same."""
    a, b = fold(a), fold(b)
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and long.startswith(short):
        return 0.95
    return SequenceMatcher(None, a, b[: len(a) + 60] if len(b) > len(a) else b, autojunk=False).ratio()


def bare(number: str | None) -> str:
    """A number without the spaces that it is printed with."""
    return "".join((number or "").split())
