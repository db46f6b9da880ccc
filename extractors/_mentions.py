"""Names wherever they stand: every run of words that may be a person's name, in a list, a table, or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors._names import LONGEST_INITIAL, has_given_name, is_given_name, is_name, office_before, words
from extractors.lexicon.wording import expression, phrase
from pipeline.model import Block
from pipeline.readers.tables import flat

_PART = r"(?:[A-ZÆØÅÄÖÜÉÁŠČĐŊŦŽ][\w’'´`-]*[\w’'´`]\.?|[A-ZÆØÅ]\.?)"
_LINK = phrase("mentions.link")
_RUN = expression("mentions.run", re.NOFLAG, part=_PART, link=_LINK)
_MOST = 5
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in one cell or in the text of a block."""

    name: str
    block: Block
    cell: int
    """Which cell of the row; -1 in running text."""
    text: str
    """The text of the cell or block that it stands in."""
    start: int
    end: int
    office: str = ""
    """The office or title before the name."""


_ASIDE = re.compile(r"\([^()]*\)")
_TITLE = expression("mentions.title", re.NOFLAG)
"""A word or two before a name, which may be an office; whose it is stands before it ("Elevrådets leder")."""
_BETWEEN = 1
"""Words between two names of one enumeration, at most: "og", or an office."""


def enumeration(mention: Mention, among: Sequence[Mention]) -> list[Mention]:
    """The names that a name is listed with, itself among them: those of its text that little more than commas divides."""
    here = [m for m in among if m.cell == mention.cell]
    run: list[Mention] = []
    for m in here:
        gap = _ASIDE.sub("", m.text[run[-1].end : m.start]) if run else ""
        if run and (len(re.findall(r"\w+", gap)) > _BETWEEN or re.search(r"[.:!?]", gap)):
            if mention in run:
                return run
            run = []
        run.append(m)
    return run


def mentions(block: Block) -> Iterator[Mention]:
    """The names of a block, in order; a row is read cell by cell."""
    cells = block.lines[0].cells if len(block.lines) == 1 else ()
    if len(cells) > 1:
        for at, cell in enumerate(cells):
            yield from _of_text(block, at, flat(cell.text))
    else:
        yield from _of_text(block, -1, block.text)


def _of_text(block: Block, cell: int, text: str) -> Iterator[Mention]:
    for begin, end in _runs(block, cell, text):
        run = text[begin:end]
        office, name = office_before(run)
        at = begin + len(run) - len(name)
        if not office and (title := _TITLE.search(text, 0, begin)):
            said = title.group().strip()
            office = said if office_before(f"{said.split()[-1]} {run}")[0] else ""
        # A full stop ends the sentence, not the name, unless an initial stands before it
        name = name if re.search(r"\b[A-ZÆØÅ]\.$", name) else name.rstrip(".")
        if cut := _cut(name):
            first, kept = cut
            yield Mention(kept, block, cell, text, at + first, at + first + len(kept), office)


def _runs(block: Block, cell: int, text: str) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words, cut where a sentence ends and where the next line begins with another person."""
    for run in _RUN.finditer(text):
        begin = run.start()
        for gap in re.finditer(r"\s", run.group()):
            at = run.start() + gap.start()
            before, behind = text[begin:at], text[at + 1 : run.end()]
            torn = cell < 0 and at + 1 in block.starts and " " in before and " " in behind and has_given_name(behind)
            if torn or _ends_sentence(before, behind):
                yield begin, at
                begin = at + 1
        if not _HALF_A_COMPOUND.match(text, run.end()):
            yield begin, run.end()


_HALF_A_COMPOUND = re.compile(r"-\s(?:og|eller)\s")
"""What stands behind the first of two compounds ("Lia Losse- og lastekontor")."""


def _ends_sentence(before: str, behind: str) -> bool:
    """True where a full stop between two words is no sign of a name cut short ("Chr.", "Adm. dir.")."""
    last = before.split(" ")[-1]
    if not last.endswith("."):
        return False
    first = behind.split(" ")[0].casefold()
    begins = has_given_name(behind) or bool(office_before(behind)[0]) or first in words()["not_names"]
    return " " in before and (len(last) >= LONGEST_INITIAL or (len(last) > 2 and begins))


def _cut(name: str) -> tuple[int, str] | None:
    """Where the person's name begins within a run of capitalised words, and the name; None where there is none."""
    parts = name.split(" ")
    for first in range(len(parts)):
        rest = parts[first : first + _MOST]
        said = " ".join(rest)
        begin = len(" ".join(parts[:first])) + (first > 0)
        if len(rest) == 1:
            return (begin, said) if is_given_name(said) else None
        if (has_given_name(said) or not first) and is_name(said):
            return begin, said
    return None
