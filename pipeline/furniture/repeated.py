"""Running heads, footers and page numbers: what stands at one height of several pages, or counts with them.

Two showings are one head where the words are the same, in any order and whatever their numbers (left and right pages,
dates, page numbers); where all but the end is the same, the rest being a section's title; or where a scan read them a
little differently. What opens as an item or is a bare label is never a head unless it is the same to the letter.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from extractors._names import is_name
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.labels import is_label, known_label, label_of
from pipeline.model import Line, Page
from pipeline.numbering import opening

EDGE = 0.13
"""Share of the page's height, top and bottom, in which furniture stands."""
DEEPEST = 0.25
"""The same for further lines of a head of which each follows closely on the one before."""
SAME_HEIGHT = 9.0
"""Points by which two showings of one head may differ in height."""
RECENT = 4
"""How many pages back a head is looked for whose words are not the same."""
CLOSE = 1.6
"""Line heights from one line of a head to the next."""
APART = 1.1
"""Line heights of white space that set a head with a changing part off from the text."""
ALIKE = 88
"""Likeness, of 100, from which two readings of a scan are one text."""
TITLE_SIZE = 1.1
"""How much larger than the text a head of the first page is that is its title."""
FRONT = 15
"""Lines of the first page among which its title stands."""
_PAGE_NUMBER = expression("repeated.page_number")
_OF_A_HEAD = frozenset(
    "date time date_time place time_place body number signature distribution minutes background".split()
)
"""What a labelled line may mean that is repeated as a head."""
_CITED = re.compile(r"\S\s+s\.\s*(\d{1,3})$", re.I)
"""A page behind other words, which is this page's number or that of a paper spoken of ("jf. rapporten s. 12")."""
_OF_PAGES = re.compile(r"\b\d{1,3}\s*(?:/|av|of)\s*\d{1,3}$")
_PATH = re.compile(r"^(?:[A-Za-z]:)?[\\/]{1,2}\w")
_SENTENCE = re.compile(r"[a-zæøå]{4,}[.!?]$")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line in the head or foot of its page: its height from that edge, and whether nothing stands outside it."""

    line: Line
    height: float
    top: bool
    outermost: bool
    apart: bool
    folded: str
    words: tuple[str, ...]
    """Those of `folded` in order of the alphabet, its numbers as such."""
    numbered: bool
    """Whether it is the number of its page."""
    heads_text: bool
    """Whether it opens something of the text, and so is no head though others look like it."""


def find(pages: tuple[Page, ...], lexicon: Lexicon) -> set[int]:
    """The `id` of every line that repetition or counting shows to be furniture."""
    spots = [spot for page in pages for spot in _spots(page, lexicon)]
    off: set[int] = set()
    if not spots:
        return off
    for group in _groups(spots):
        if _is_head(group, len(pages)):
            off.update(id(spot.line) for spot in group)
    off -= _titles(pages, off, lexicon)
    off |= _deeper(pages, off)
    off |= {id(s.line) for s in spots if s.outermost and s.numbered}
    return off - _whole_pages(pages, off)


def _titles(pages: tuple[Page, ...], off: set[int], lexicon: Lexicon) -> set[int]:
    """Heads of the first page that are its title: what is repeated on the others is content where it shows first."""
    page = pages[0]
    usual = statistics.median(line.size for other in pages for line in other.lines)
    never = (_PAGE_NUMBER, _OF_PAGES, _PATH)
    heads = [x for x in page.lines if id(x) in off and not any(pattern.search(x.text) for pattern in never)]
    large = {id(line) for line in heads if line.size >= TITLE_SIZE * usual and not _DIGITS.search(line.text)}
    said = any(_says_kind(line, lexicon) for line in page.lines[:FRONT] if id(line) not in off - large)
    return large | ({id(line) for line in heads[:FRONT] if _says_kind(line, lexicon)} if not said else set())


def _says_kind(line: Line, lexicon: Lexicon) -> bool:
    words = set(re.findall(r"[^\W\d_]+", line.text.casefold()))
    return any(words & lexicon.lists[f"kind_{kind}"] for kind in ("minutes", "annual_report", "notice", "mandate"))


def _spots(page: Page, lexicon: Lexicon) -> Iterator[_Spot]:
    """The lines in the top and bottom edge of a page."""
    boxed = sorted((line for line in page.lines if line.box), key=lambda line: line.box[1] if line.box else 0.0)
    if not boxed or not page.height:
        return
    first, last = min(_top(line) for line in boxed), max(_bottom(line) for line in boxed)
    for at, line in enumerate(boxed):
        top, bottom = _top(line), _bottom(line)
        size = line.size or bottom - top
        if bottom <= page.height * EDGE:
            below = next((_top(x) for x in boxed[at + 1 :] if _top(x) > bottom - 2), page.height)
            yield _Spot(line, top, True, top <= first + 3, below - bottom > APART * size, *_read(line, lexicon))
        elif top >= page.height * (1 - EDGE):
            above = next((_bottom(x) for x in reversed(boxed[:at]) if _bottom(x) < top + 2), 0.0)
            yield _Spot(
                line, page.height - bottom, False, bottom >= last - 3, top - above > APART * size, *_read(line, lexicon)
            )


def _read(line: Line, lexicon: Lexicon) -> tuple[str, tuple[str, ...], bool, bool]:
    folded = fold(line.text)
    cited = _CITED.search(line.text)
    numbered = _PAGE_NUMBER.match(line.text) is not None and (cited is None or int(cited[1]) == line.page)
    return folded, _words(folded), numbered, _heads_text(line, lexicon)


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _bottom(line: Line) -> float:
    return line.box[3] if line.box else 0.0


def _groups(spots: Iterable[_Spot]) -> list[list[_Spot]]:
    """Spots gathered as showings of one head.

    Of earlier heads, those of the last pages and those of the same words are looked at: a long report stays linear.
    """
    groups: list[list[_Spot]] = []
    recent: list[list[_Spot]] = []
    by_words: dict[tuple[str, ...], list[list[_Spot]]] = {}
    for spot in spots:
        if spot.line.table is not None:
            continue  # a table's header is repeated with the table
        recent = [group for group in recent if group[-1].line.page >= spot.line.page - RECENT]
        known = by_words.setdefault(spot.words, [])
        near = (*recent, *known[-RECENT:])
        home = next((group for group in near if _shows(group, spot)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(spot)
        if not any(home is group for group in recent):
            recent.append(home)
        if not any(home is group for group in known):
            known.append(home)
    return groups


def _shows(group: list[_Spot], spot: _Spot) -> bool:
    """True where a spot shows the head that the first or the last of a group shows."""
    return _same_head(group[0], spot) or (len(group) > 1 and _same_head(group[-1], spot))


def _same_head(one: _Spot, other: _Spot) -> bool:
    """True where two spots of different pages show the same head."""
    if one.top != other.top or one.line.page == other.line.page or abs(one.height - other.height) > SAME_HEIGHT:
        return False
    a, b = one.folded, other.folded
    if one.numbered and other.numbered:
        return True
    if one.heads_text or other.heads_text:
        return False
    if a == b:
        return True
    if any((o := opening(spot.line.text)) and (o.sep or o.series) for spot in (one, other)):
        return False
    if one.words == other.words:
        return _count(one.line, other.line) and _days(one.line) == _days(other.line)
    if one.apart and other.apart and one.outermost and other.outermost and _stem(a, b):
        return True
    return one.line.text_from != "text_layer" and len(a) > 8 and fuzz.ratio(a, b) >= ALIKE


def _heads_text(line: Line, lexicon: Lexicon) -> bool:
    """True for a bare label, a label of people or of treatment, and a plain number: they stand in every meeting."""
    if _PATH.match(line.text):
        return False
    label = label_of(line.text, lexicon)
    if label and (is_label(line.text, lexicon) or not set(known_label(label, lexicon)) & _OF_A_HEAD):
        return True
    found = opening(line.text)
    return found is not None and bool(found.sep) and not found.series


def _days(line: Line) -> set[tuple[int | None, int | None, int | None]]:
    """The days that a line names; "2/3" alone is a page of pages."""
    days = [found for found in dates.find(line.text) if found.day]
    named = [f for f in days if f.year or any(c.isalpha() for c in line.text[f.start : f.end])]
    return {(found.year, found.month, found.day) for found in named}


def _count(one: Line, other: Line) -> bool:
    """True where a number of both goes up as the pages do."""
    a, b = ([int(n) for n in _DIGITS.findall(line.text)] for line in (one, other))
    return any(y - x == other.page - one.page for x, y in zip(a, b, strict=False))


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in order of the alphabet, its numbers as such."""
    return tuple(sorted(_DIGITS.sub("#", text).split()))


def _stem(a: str, b: str) -> bool:
    """True where both begin with the same two words or more and a mark of division ("Solvik kommune – Økonomi")."""
    one, other = a.split(), b.split()
    same = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return same >= 2 and any(word in "–—-|/·•" for word in one[:same])


def _is_head(group: list[_Spot], pages: int) -> bool:
    """True where a group stands on enough pages: on two if it is the same to the letter and outermost."""
    shown = len({spot.line.page for spot in group})
    if any(_is_said(spot) for spot in group) and not (
        shown == pages >= 3 and all(spot.outermost and spot.apart for spot in group)
    ):
        return False
    texts = {spot.folded for spot in group}
    counting = all(spot.numbered for spot in group)
    if pages <= 3 or counting or (len(texts) == 1 and all(spot.outermost for spot in group)):
        return shown >= 2
    return shown >= 3 or (shown >= 2 and all(spot.outermost and spot.apart for spot in group))


def _is_said(spot: _Spot) -> bool:
    """True for a sentence, or a name that signs: two pages may well end in the same one, each in its own right."""
    text = spot.line.text
    return bool(_SENTENCE.search(text)) or (not spot.top and not text.isupper() and is_name(text))


def _deeper(pages: tuple[Page, ...], off: set[int]) -> set[int]:
    """Further lines of a head, below the edge: each close to a line of the head and the same on every page with one."""
    found: set[int] = set()
    grown = bool(off)
    while grown:
        grown = False
        following = []
        heads = off | found
        for page in pages:
            ordered = sorted((line for line in page.lines if line.box), key=_top)
            for before, line in pairwise(ordered):
                if id(before) not in heads or id(line) in heads:
                    continue
                close = _top(line) - _bottom(before) < CLOSE * max(before.size, 1.0)
                if close and _bottom(line) <= DEEPEST * page.height and line.table is None:
                    following.append(line)
        if len(following) >= 3 and len({fold(line.text) for line in following}) == 1:
            found.update(id(line) for line in following)
            grown = True
    return found


def _whole_pages(pages: tuple[Page, ...], off: set[int]) -> set[int]:
    """Lines of pages that would be left with nothing and have but one line: that one is what the page says."""
    single = [page for page in pages if len(page.lines) == 1]
    return {
        id(page.lines[0])
        for page in single
        if id(page.lines[0]) in off and (len(single) == len(pages) or not _PAGE_NUMBER.match(page.lines[0].text))
    }
