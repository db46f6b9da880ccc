"""Letterheads, menus of web pages and notices of printing: told by their words and the shape of their lines."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from extractors.lexicon import Lexicon, fold
from pipeline.model import Line, Page

HEAD = 0.30
"""Share of a page's height, from the top, in which a letterhead stands; from the bottom it is half of that."""
MAIL_LINES, MAIL_HEADS = 14, 3
"""Lines among which the head of an e-mail stands, and how many lines of it tell it."""
MENU = 3
"""How many single words in a row make a menu."""
_WORD = re.compile(r"[^\W_]+")
_URL = re.compile(
    r"^(?:\d{1,3}\s*(?:/|av|of)\s*\d{1,3}\s+)?(?:https?://|file:/)\S+(?:\s+\d{1,3}(?:\s*(?:/|av|of)\s*\d{1,3})?)?$"
)
"""What a browser prints at the foot: the address, with the page's number."""
_PRINTED_HEAD = re.compile(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4},?(?:\s+(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?(?:\s+\S.*)?$")
"""What a browser prints at the head: the day of printing, and the page's title."""
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w{2,}|\bwww\.\S+|(?<!\d)(?:\+47\s?)?(?:\d{2}\s?){4}(?!\d)|\b\d{3}\s?\d{3}\s?\d{3}\b"
    r"|\b\d{4}[. ]\d{2}[. ]\d{5}\b",
    re.I,
)
"""An e-mail or web address, a telephone, an organisation's number, a bank account."""
_POSTAL = re.compile(r"^(?:[^:]{3,60},?\s+)?(?:N-)?\d{4}\s+[A-ZÆØÅ][\wæøåÆØÅ .-]{1,30}$")
_YEAR_MENU = re.compile(r"^(?:(?:19|20)\d\d[\s|,/·•-]*){1,12}$")


def find(pages: tuple[Page, ...], lexicon: Lexicon) -> set[int]:
    """The `id` of every line of a letterhead, a menu or a notice of printing."""
    off: set[int] = set()
    for page in pages:
        off |= _web(page, lexicon) | _printed(page)
        if page.number == pages[0].number:
            off |= _letterhead(page, lexicon) | _mail(page, lexicon)
    return off


def _mail(page: Page, lexicon: Lexicon) -> set[int]:
    """The head of an e-mail above the text: at least three lines of sender, receivers, day and subject."""
    run: list[Line] = []
    for line in page.lines[:MAIL_LINES]:
        head, colon, _ = line.text.partition(":")
        if colon and fold(head) in lexicon.lists["mail_heads"]:
            run.append(line)
        elif len(run) >= MAIL_HEADS or line.gap > 0.6:
            break
        elif run:
            run.append(line)  # receivers go on
    heads = sum(fold(line.text.partition(":")[0]) in lexicon.lists["mail_heads"] for line in run)
    return {id(line) for line in run} if heads >= MAIL_HEADS else set()


def _web(page: Page, lexicon: Lexicon) -> set[int]:
    """Menu lines and buttons, with the years and notices of cookies that stand among them.

    A button says what it does ("Del på Facebook"); a single word ("Personvern") may as well be a heading, and counts
    only in a row with a button or with two others.
    """
    found: set[int] = set()
    run: list[Line] = []
    buttons = {id(line) for line in page.lines if _is_button(line, lexicon)}
    if not buttons:
        return found
    for line in [*page.lines, None]:
        if line and (id(line) in buttons or _YEAR_MENU.match(line.text) or _cookies(line, lexicon)):
            run.append(line)
            continue
        if not run:
            continue
        entries = [fold(one.text) for one in run if fold(one.text) in lexicon.lists["web_lines"]]
        if len(entries) >= MENU or any(" " in entry for entry in entries):
            found.update(id(one) for one in run)
        run = []
    return found


def _is_button(line: Line, lexicon: Lexicon) -> bool:
    """True for a line of a menu; the first word tells nearly all others, in an eighth of the time of folding."""
    first = _WORD.search(line.text)
    return (
        first is not None
        and first.group().casefold() in _first_words(lexicon.lists["web_lines"])
        and fold(line.text) in lexicon.lists["web_lines"]
    )


@cache
def _first_words(lines: frozenset[str]) -> frozenset[str]:
    return frozenset(match.group() for line in lines if (match := _WORD.search(line)))


def _cookies(line: Line, lexicon: Lexicon) -> bool:
    text = line.text.casefold()
    return any(map(text.__contains__, lexicon.lists["cookies"])) and not lexicon.lists["cookies"].isdisjoint(
        re.findall(r"\w+", text)
    )


def _printed(page: Page) -> set[int]:
    """The address that a browser prints below a page, and the line with the day of printing above it."""
    boxed = [line for line in page.lines if line.box]
    foot = {id(line) for line in boxed if _URL.match(line.text) and line.box and line.box[1] > 0.85 * page.height}
    if not foot:
        return set()
    first = min(boxed, key=lambda line: line.box[1] if line.box else 0.0)
    return foot | ({id(first)} if _PRINTED_HEAD.match(first.text) and id(first) not in foot else set())


def _letterhead(page: Page, lexicon: Lexicon) -> set[int]:
    """Lines of the first page with the sender's address, telephone and accounts, above the text or below it."""
    found = set()
    zone = [
        line
        for line in page.lines
        if line.box
        and line.table is None
        and (line.box[3] <= HEAD * page.height or line.box[1] >= (1 - HEAD / 2) * page.height)
    ]
    for line in zone:
        marks = _marks(lexicon.lists["letterhead"]).findall(fold(line.text))
        contacts = _CONTACT.findall(line.text)
        begins = _begins(line, lexicon)
        address = re.search(r"@|www\.", line.text) is not None
        bare = address and not re.sub(r"[\W\d_]+", "", _CONTACT.sub("", line.text))
        if line.text[:1] in "(,–-":
            continue  # the rest of a line above
        if begins or len(marks) + len(contacts) >= 3 or bare:
            found.add(id(line))
    if not any(_CONTACT.search(line.text) for line in zone if id(line) in found):
        return set()
    for before, line in pairwise(zone):  # a street and a place beside a telephone
        for one, other in ((before, line), (line, before)):
            if id(other) in found and _POSTAL.match(one.text):
                found.add(id(one))
    return found


def _begins(line: Line, lexicon: Lexicon) -> bool:
    """True for a mark with its value right behind it ("Tlf. 22 22 22 22"), or a kind of address with a number in it."""
    text = line.text.casefold()
    mark = _marks(lexicon.lists["letterhead"]).match(text)
    if not mark:
        return False
    value = text[mark.end() :].lstrip(" .:")
    if mark.group().endswith("adresse"):
        return any(c.isdigit() for c in value)
    return value[:1].isdigit() or _CONTACT.match(value) is not None


@cache
def _marks(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})\b")
