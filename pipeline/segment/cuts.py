"""Where a new document begins within a file. A wrong cut costs two documents, so several signs have to agree.

The signs of new minutes are a title, a new page, people who came, another day, and numbers that start anew; a number
that goes on from the one before speaks against it. The signs of an attachment are a new page and a title of another
kind of paper, an agenda behind the end of the meeting, or the word for attachment set as a heading; a list of
attachments is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.classify import kind_of, names_meeting, title_kind, words_for, words_of_titles
from pipeline.labels import known_label
from pipeline.model import Block, Kind, Role
from pipeline.numbering import opening
from pipeline.wordings import may_say

APPENDIX = expression("cuts.appendix", re.I | re.S)
LOOK_AHEAD = 25
"""Blocks within which a new document shows who came and which number it begins with."""
TOLD = 120
"""Blocks from which the kind of what stands before is told; a long report has many headings to look at."""
SHORTEST = 4
"""Blocks that a document without a list of people has at least."""
ENDING = 6
"""Blocks that may stand below the line that ends a meeting: signatures, when the next one is."""
NEEDED = 5
"""How many signs, by weight, make new minutes."""
ATTACHED = (Kind.OTHER, Kind.MANDATE, Kind.ANNUAL_REPORT, Kind.NOTICE)
_WORD = re.compile(r"[^\W\d_]+")


def find(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[int]:
    """The positions, rising, at which a document other than the first begins."""
    found: list[int] = []
    last = 0
    for at in range(1, len(blocks)):
        if at <= last:
            continue
        appended = _begins_appendix(blocks, at)
        if not appended and not (
            _begins_minutes(blocks, at, last, lexicon)
            or _begins_attachment(blocks, at, last, lexicon)
            or _begins_papers(blocks, at, last, lexicon)
        ):
            continue
        found.append(at if appended else _with_head(blocks, at, last))
        last = at
    return found


def _new_page(blocks: Sequence[Block], at: int) -> bool:
    return at == 0 or blocks[at - 1].lines[-1].page != blocks[at].page


def _with_head(blocks: Sequence[Block], at: int, last: int) -> int:
    """Where the head begins whose title stands at `at`: a name of the body may stand above it, as a heading."""
    begin = at
    while (
        begin - 1 > last
        and at - begin < 3
        and not _new_page(blocks, begin)
        and blocks[begin - 1].role is Role.HEADING
        and not blocks[begin - 1].label
        and not opening(blocks[begin - 1].text)
        and len(blocks[begin - 1].text) <= 80
    ):
        begin -= 1
    return begin


def _begins_appendix(blocks: tuple[Block, ...], at: int) -> bool:
    """True for an appendix heading: set as one, with a letter or number, and not a line of a list of attachments."""
    block = blocks[at]
    match = APPENDIX.match(block.text)
    if not match or not match.group(2) or len(block.text) > 160 or len(APPENDIX.findall(block.text)) > 1:
        return False
    beside = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks) and blocks[i].page == block.page]
    if any(APPENDIX.match(other.text) for other in beside) or any(APPENDIX.match(x.text) for x in block.lines[1:]):
        return False
    if at + 1 == len(blocks):
        return False
    titled = len(block.lines) <= 2 and not re.search(r"[a-zæøå]\.$", block.text)
    return block.role is Role.HEADING or (_new_page(blocks, at) and titled)


def _begins_minutes(blocks: tuple[Block, ...], at: int, last: int, lexicon: Lexicon) -> bool:
    """True where a title of minutes stands at `at` and enough else says that other minutes begin there."""
    block = blocks[at]
    if len(block.text) > 160 or block.role is Role.ROW or not may_say(block.text.casefold(), words_of_titles(lexicon)):
        return False
    if opening(block.text) or _is_other_label(block, lexicon):
        return False
    said = _says_minutes(block, lexicon)
    if not said and not names_meeting(block, lexicon):
        return False
    begin = _with_head(blocks, at, last)
    closed = _closed(blocks[last:begin], lexicon)
    titled = block.role is Role.HEADING or _new_page(blocks, begin) or (closed and _in_capitals(block))
    if not said and not titled:
        return False
    head = list(_head(blocks[at : at + LOOK_AHEAD]))
    attends = any(_attends(b, lexicon) for b in head)
    before, own = blocks[last:begin], _days(blocks[at : at + 6], lexicon)
    old = _days(before[:8], lexicon)
    if not attends and not (said and own and not own & old):
        return False
    if not (any(_attends(b, lexicon) for b in before) or _stands_alone(before, lexicon)):
        return False
    signs = 2 * attends + said + (block.role is Role.HEADING) + _new_page(blocks, begin)
    signs += closed and attends and (4 if titled else 2)
    another_day = bool(own) and not own & old
    if _kind(before, lexicon) in (Kind.NOTICE, Kind.ANNUAL_REPORT):
        signs += 2 * said  # minutes behind what is none: the day may well be the same
    elif another_day or _another_body(before, head, lexicon):
        signs += 1
    elif own and own <= old:
        signs -= 2
    signs += attends and said and another_day  # the three together need no new page
    if blocks[last].role is Role.HEADING and block.size < blocks[last].size - 0.5:
        signs -= 2  # set smaller than the title of the document before
    signs += _restarts(before, blocks[at : at + LOOK_AHEAD])
    return signs >= NEEDED


def _begins_papers(blocks: tuple[Block, ...], at: int, last: int, lexicon: Lexicon) -> bool:
    """True where a page behind the end of the meeting opens with an agenda: the papers that it had before it."""
    block = blocks[at]
    if not _new_page(blocks, at) or not block.label or known_label(block.label, lexicon)[:1] != ("agenda",):
        return False
    before = [other for other in blocks[last:at] if other.page < block.page]
    ended = any(_ends_meeting(other, lexicon) for other in before)
    return ended and any(_attends(other, lexicon) for other in before)


def _ends_meeting(block: Block, lexicon: Lexicon) -> bool:
    return fold(block.text).startswith(_end_wordings(lexicon))


@cache
def _end_wordings(lexicon: Lexicon) -> tuple[str, ...]:
    """The wordings of several words that tell that the meeting is over ("Møtet hevet")."""
    return tuple(w for w, meanings in lexicon.labels.items() if meanings[:1] == ("end",) and " " in w)


def _closed(before: Sequence[Block], lexicon: Lexicon) -> bool:
    """True where the meeting before has just ended ("Møtet ble hevet kl. 20"), so that what follows is another one."""
    return any(_ends_meeting(block, lexicon) for block in before[-ENDING:])


def _in_capitals(block: Block) -> bool:
    """True for a typed title: its first word, of some length, is in capitals."""
    word = _WORD.search(block.text)
    return word is not None and word.start() == 0 and len(word[0]) > 5 and word[0].isupper()


def _is_other_label(block: Block, lexicon: Lexicon) -> bool:
    """True for a labelled line that is no title ("Neste møte: ...", "Referent: ...")."""
    return bool(block.label) and not set(known_label(block.label, lexicon)) & {"body", "number"}


def _says_minutes(block: Block, lexicon: Lexicon) -> bool:
    names, endings = words_for(Kind.MINUTES, lexicon)
    words = (match.group().casefold() for match in islice(_WORD.finditer(block.text), 3))
    return any(word in names or word.endswith(endings) for word in words)


def _stands_alone(before: Sequence[Block], lexicon: Lexicon) -> bool:
    """True where what stands before is a document by itself."""
    if len(before) < SHORTEST:
        return False  # a title shown twice
    kind, reason, sure = kind_of(before[:TOLD], lexicon)
    treated = sum(1 for block in before if opening(block.text)) >= 2
    signs = reason.count(f"{Kind.MINUTES.value}+")  # one word of a menu does not make minutes
    return kind in (Kind.NOTICE, Kind.ANNUAL_REPORT) or (kind is Kind.MINUTES and sure and treated and signs > 1)


def _kind(before: Sequence[Block], lexicon: Lexicon) -> Kind:
    return kind_of(before[:TOLD], lexicon)[0]


def _head(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks before the first number."""
    for position, block in enumerate(blocks):
        if position and opening(block.text):
            return
        yield block


def _attends(block: Block, lexicon: Lexicon) -> bool:
    return bool(block.label) and known_label(block.label, lexicon)[:1] == ("present",)


def _days(blocks: Sequence[Block], lexicon: Lexicon) -> set[tuple[int | None, int | None]]:
    """Day and month of every date in the titles and labels of these blocks."""
    short = [block for block in blocks if len(block.text) <= 160 and not _of_another_day(block, lexicon)]
    return {(found.month, found.day) for block in short for found in dates.find(block.text) if found.day}


def _another_body(before: Sequence[Block], head: Sequence[Block], lexicon: Lexicon) -> bool:
    """True where both heads name their body behind a label, and not the same one."""
    old, new = (
        {block.text[len(block.label) :].strip(" :").casefold() for block in blocks if _is_body(block, lexicon)}
        for blocks in (before, head)
    )
    return bool(old and new) and not old & new


def _is_body(block: Block, lexicon: Lexicon) -> bool:
    return bool(block.label) and known_label(block.label, lexicon)[:1] == ("body",)


def _of_another_day(block: Block, lexicon: Lexicon) -> bool:
    return bool(block.label) and bool(set(known_label(block.label, lexicon)) & {"next_meeting", "deadline", "approval"})


def _restarts(before: Sequence[Block], after: Sequence[Block]) -> int:
    """1 where numbers start anew, -4 where plain ones go on from those before, 0 where that cannot be told."""
    old = [o for block in before if (o := opening(block.text))]
    new = next((o for block in after[1:] if (o := opening(block.text))), None)
    if not old or new is None or (_plain(new.shape) != _plain(old[-1].shape)):
        return 0
    if not _plain(new.shape):
        return int(new.shape == old[-1].shape == "n/y" and new.key <= old[0].key)
    if new.key <= (1,):
        return 1
    return -4 if new.key == (old[-1].key[0] + 1,) else 0


def _plain(shape: str) -> bool:
    return shape in ("n", "n.", "n)", "n:")


def _begins_attachment(blocks: tuple[Block, ...], at: int, last: int, lexicon: Lexicon) -> bool:
    """True where, behind numbered minutes, a page begins with the title of a paper of another kind."""
    block = blocks[at]
    if not _new_page(blocks, at) or block.role is not Role.HEADING or block.label or opening(block.text):
        return False
    if title_kind(block, lexicon) not in ATTACHED or len(block.text) > 120:
        return False
    before = blocks[last:at]
    numbered = sum(1 for b in before if opening(b.text))
    if numbered < 2 or _kind(before, lexicon) is not Kind.MINUTES:
        return False
    as_large = block.size >= max(b.size for b in before[:3]) - 0.5
    return as_large and _restarts(before, blocks[at : at + LOOK_AHEAD]) >= 0
