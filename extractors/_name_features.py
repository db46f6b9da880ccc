"""What surrounds a name at the top of minutes, for a linear model of who took part and who was away.

A feature is a string; a name has each one or has it not. Names are masked, so that what is learnt of one list holds
for another: what counts is the label or heading above, the words about the name, its company and its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors._features import plain
from extractors._initials import initials_of
from extractors._mentions import Mention, enumeration
from extractors._names import has_given_name, is_office, is_organisation
from extractors._own_body import occurrences
from extractors.lexicon import Lexicon
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Role
from pipeline.readers.tables import flat

_TOKEN = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*|\d+(?:[.,/:]\d+)*|[^\s\w]")
REACH = 40
"""Blocks from the document's beginning within which attendance may be told."""
_ABOUT = 4
"""Words on each side of a name that tell of it."""
_ABOVE = 12
"""Blocks above a name among which the heading it stands under is looked for."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-ZÆØÅ])|(?<=\)[.!?])\s+(?=[A-ZÆØÅ])")


def reach(document: Document) -> int:
    """How many of the first blocks may name who came: the head, and with it the first item's beginning."""
    firsts = sorted(item.first for item in document.items if item.first is not None)
    if not firsts:
        return min(REACH, len(document.blocks))
    return max(firsts[0], min(REACH, firsts[1] if len(firsts) > 1 else REACH, len(document.blocks)))


def features(
    document: Document, lexicon: Lexicon, mention: Mention, by_block: Mapping[int, Sequence[Mention]]
) -> tuple[str, ...]:
    """Every feature of a name; `by_block` has all names of the first blocks, by the block's index."""
    head = min((item.first for item in document.items if item.first is not None), default=len(document.blocks))
    found = {
        *_own(mention, by_block),
        *_about(mention, by_block[mention.block.index], lexicon),
        *_company(mention.block, by_block),
        *_above(document, lexicon, mention, by_block),
        *_place(document, mention.block, head),
        *_again(mention, below(document, head)),
    }
    return tuple(sorted(found))


def below(document: Document, head: int) -> str:
    """The text from the first item on."""
    return " ".join(block.text for block in document.blocks[head:])


def _own(mention: Mention, by_block: Mapping[int, Sequence[Mention]]) -> Iterator[str]:
    parts = mention.name.split()
    shape = f"n={min(len(parts), 3)}{'k' if has_given_name(mention.name) else 'u'}"
    yield shape
    if len(parts) == 1:
        full = sum(" " in m.name for found in by_block.values() for m in found)
        yield f"{shape}|{min(full, 3)}"
    run = enumeration(mention, by_block[mention.block.index])
    size = min(len(run), 6)
    yield f"run={size}"
    yield f"run={size}|{shape}"
    if len(run) > 1 and run[0].start == 0:
        yield f"run-opens={size > 2}"
    if mention.name.isupper():
        yield "caps"
    if mention.office:
        yield "office"


def _meaning(wording: str, lexicon: Lexicon) -> str:
    """What a label says of those behind it; that it denies something counts where its wording is unknown."""
    if meaning := known_label(wording, lexicon)[:1]:
        return meaning[0]
    return "absent" if set(_words(wording)) & lexicon.lists["negations"] else ""


def _words(text: str) -> list[str]:
    return [t if not t[0].isdigit() else "#" for t in map(plain, _TOKEN.findall(text))]


def _about(mention: Mention, among: Sequence[Mention], lexicon: Lexicon) -> Iterator[str]:
    """The words before and behind, and those of its sentence."""
    text = mention.text
    here = [m for m in among if m.cell == mention.cell]
    masked, inside = [], None
    last = 0
    for m in here:
        masked += _words(text[last : m.start])
        if m is mention:
            inside = len(masked)
        masked.append("NN")
        last = m.end
    masked += _words(text[last:])
    if inside is None:
        return
    before, behind = masked[max(0, inside - _ABOUT) : inside], masked[inside + 1 : inside + 1 + _ABOUT]
    yield f"b1={before[-1] if before else '^'}"
    yield f"b2={' '.join(before[-2:]) if before else '^'}"
    yield f"a1={behind[0] if behind else '$'}"
    yield f"a2={' '.join(behind[:2]) if behind else '$'}"
    for word in before:
        yield f"b={word}"
    for word in behind:
        yield f"a={word}"
    # its own sentence, and how much of it is names
    begin = max((m.end() for m in _SENTENCE.finditer(text, 0, mention.start)), default=0)
    found = _SENTENCE.search(text, mention.end)
    end = found.start() if found else len(text)
    sentence = text[begin:end]
    named = [m for m in here if begin <= m.start < end]
    rest = sentence
    for m in named:
        rest = rest.replace(text[m.start : m.end], " ", 1)
    for word in set(_words(rest)[:40]):
        yield f"s={word}"
    share = sum(m.end - m.start for m in named) / max(1, len(sentence))
    yield f"share={int(share * 5)}"
    yield f"many={min(len(named), 5)}"
    yield f"first={mention is named[0] if named else False}"
    yield f"stop={sentence.rstrip().endswith('.')}"
    opening = _words(sentence)[:2]
    label = re.match(r"^\W*([^:,()]{2,40}?)\s*:", sentence)
    if label and label.end() <= mention.start - begin:
        for word in _words(label.group(1)):
            yield f"l={word}"
        yield f"labelled={_meaning(label.group(1), lexicon)}"
    if opening and not (named and named[0].start == begin):
        yield f"o={' '.join(opening)}"


def _company(block: Block, by_block: Mapping[int, Sequence[Mention]]) -> Iterator[str]:
    """How many names stand in the block and in those beside it."""
    yield f"role={block.role}{'m' if block.marker else ''}"
    yield f"cells={min(len(block.lines[0].cells), 4)}"
    near = [len(by_block.get(i, ())) for i in (block.index - 1, block.index + 1)]
    yield f"near={min(near[0], 2)}{min(near[1], 2)}"
    around = sum(bool(by_block.get(i)) for i in range(block.index - 4, block.index + 5))
    yield f"around={min(around, 6)}"
    yield f"here={min(len(by_block[block.index]), 6)}"
    yield f"long={min(len(block.text) // 60, 5)}"


def _above(
    document: Document, lexicon: Lexicon, mention: Mention, by_block: Mapping[int, Sequence[Mention]]
) -> Iterator[str]:
    """The label or short heading that it stands under, and the heads of its row and column."""
    block = mention.block
    said = None
    if block.label and known_label(block.label, lexicon):
        said = known_label(block.label, lexicon)[0]
        yield f"own={said}"
    gap = 0
    for back in range(1, _ABOVE):
        if block.index - back < 0:
            break
        other = document.blocks[block.index - back]
        meaning = known_label(other.label, lexicon)[:1] if other.label else ()
        bare = not by_block.get(other.index) and len(other.text) < 60
        if meaning:
            if said is None:
                said = meaning[0]
            yield f"under={meaning[0]}"
            yield f"under={meaning[0]}|{min(gap, 2)}"
            break
        if bare and (other.role is Role.HEADING or other.text.endswith(":") or len(other.text) < 40):
            for word in _words(other.text)[:6]:
                yield f"h={word}"
            if is_organisation(other.text.strip(" :")):
                yield "h-body"
            if is_office(other.text.strip(" :")):
                yield "h-office"
            gap += 1
        elif not by_block.get(other.index):
            gap += 1
    else:
        yield "under=none"
    yield f"said={said}"
    if mention.cell >= 0:
        cells = [flat(c.text) for c in block.lines[0].cells]
        for word in _words(cells[0])[:5] if mention.cell else ():
            yield f"row={word}"
        for word in _words(cells[mention.cell - 1])[:5] if mention.cell else ():
            yield f"left={word}"
        if mention.cell:
            yield f"left-says={_meaning(cells[mention.cell - 1], lexicon)}"
        yield f"cell={min(mention.cell, 3)}"
        for back in range(1, _ABOVE):
            if block.index - back < 0:
                break
            other = document.blocks[block.index - back]
            heads = other.lines[0].cells
            if len(heads) > mention.cell and not by_block.get(other.index):
                head = flat(heads[mention.cell].text)
                for word in _words(head)[:4]:
                    yield f"col={word}"
                yield f"col-says={_meaning(head, lexicon)}"
                break


def _place(document: Document, block: Block, head: int) -> Iterator[str]:
    yield f"zone={'head' if block.index < head else 'item'}"
    yield f"at={min(block.index // 4, 6)}"
    yield f"page={block.page == document.pages[0]}"
    item = document.item_of(block.index)
    if item is not None:
        yield f"item={'first' if block.index == item.first else 'in'}"
        for word in _words(item.title)[:4]:
            yield f"it={word}"


def _again(mention: Mention, later: str) -> Iterator[str]:
    """Whether the text below speaks of the person again, by name, given name, surname, or initials."""
    parts = mention.name.split()
    told = 0
    for word in {mention.name, parts[0], parts[-1]}:
        if len(word) > 2:
            told = max(told, min(3, occurrences(later, word)))
    short = any(occurrences(later, i) for i in initials_of(mention.name))
    yield f"again={told}"
    if short:
        yield "initials"
