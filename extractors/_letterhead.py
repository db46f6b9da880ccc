"""Who minutes are of, where their title does not say it: the name above it, in the running head, in a mail's subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors._body_names import GROUP_WORD
from extractors._helpers import says_minutes
from extractors._names import has_given_name, is_name, is_organisation
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.blocks import LABEL
from pipeline.model import Block, Document, Role

FIRST = 3
"""Blocks among which a letterhead stands."""
LONGEST = 8
"""Words of a letterhead, at most."""
_TITLE_ALONE = 2
"""Words of a title that names nobody, at most."""
_NO_NAME = expression("letterhead.no_name")
REGISTER = expression("letterhead.register")
_SEASON = expression("letterhead.season", re.I | re.S)
"""The season of the meeting, behind the name of the body ("Elevrådet haust, andre gong")."""
_TAGLINE = expression("letterhead.tagline", re.NOFLAG)
"""What a body is for, in small letters behind a dash after its name."""
_PAPER = expression("letterhead.paper")
_SUBJECT = expression("letterhead.subject")
_TO = re.compile(r"^(?:til|to)\s*:\s*(?P<to>[A-ZÆØÅ].+)$", re.I)
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,5}$")
_PROJECT = re.compile(r"^(?:prosjekt|prosjektet)\W+", re.I)


def names_above(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """What may be the name of a body on the first lines, the likeliest first; a municipality alone only behind others."""
    found: list[str] = []
    for block in document.head[:FIRST]:
        dated = any(found.day and not found.start for found in dates.find(block.text))
        if block.label or dated or (says_minutes(block.text.partition(":")[0], lexicon) and not block.lines[0].cells):
            break  # below the title and the day stands where they met
        if name := _name(block, lexicon):
            found.append(name)
    whole = any(" " in name for name in found)
    yield from sorted(
        found, key=lambda name: fold(name).endswith(("kommune", " herad")) or (whole and bool(_ACRONYM.match(name)))
    )


def name_below(document: Document, lexicon: Lexicon) -> str | None:
    """What stands before the day on the line below a title that is only a word or two for the paper."""
    if len(document.head) < 2 or len(document.head[0].text.split()) > _TITLE_ALONE:
        return None
    title, below = document.head[:2]
    dated = any(found.day and found.start for found in dates.find(below.text))
    return _name(below, lexicon) if dated and not below.label and says_minutes(title.text, lexicon) else None


def names_signed(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """The name of a body below the greeting that ends a letter, or behind "for" there."""
    last = document.blocks[-_SIGNED:]
    greeted = False
    for block in last:
        match = _GREETING.match(block.text)
        greeted = greeted or match is not None
        rest = block.text[match.end() :] if match else block.text
        for piece in re.split(r",\s*|\n", rest) if greeted else ():
            name = _bare(re.sub(r"^for\s+", "", piece.strip(), flags=re.I))
            if GROUP_WORD.search(name) and _is_one(name, lexicon):
                yield name


_SIGNED = 4
"""Blocks at the end, at most, among which a letter is signed."""
_GREETING = expression("letterhead.greeting")


def name_alone(text: str) -> str:
    """A body's name without the season of the meeting and what it is for, in one line.

    >>> name_alone("Elevrådet haust, andre gong"), name_alone("Stigruppa – felles stier i Lia")
    ('Elevrådet', 'Stigruppa')
    """
    return _TAGLINE.sub(r"\g<body>", " ".join(_SEASON.sub("", text).split()).rstrip(" ,"))


def names_running(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """What may be the name of a body in the running head: before the word for the paper, or before a register's number."""
    for line in document.furniture[:FIRST]:
        if LABEL.match(line.text):
            continue
        bare = _bare(_PAPER.sub("", line.text))
        repeated = sum(other.text == line.text for other in document.furniture) > 1
        if (bare != line.text.strip() or repeated) and _is_one(bare, lexicon):
            yield bare


def addressed(document: Document) -> Iterator[str]:
    """Whom a mail is to, where that is one name and no address."""
    for line in document.furniture:
        match = _TO.match(line.text)
        if match and not re.search(r"[@;,<]", match["to"]) and len(match["to"].split()) <= LONGEST:
            yield match["to"].strip()


def subject(document: Document) -> str | None:
    """The subject of the mail that the minutes are in, without the marks of answers."""
    return next((match["subject"] for line in document.furniture if (match := _SUBJECT.match(line.text))), None)


def _name(block: Block, lexicon: Lexicon) -> str | None:
    """The name that a block is, None where it says something else."""
    cells = block.lines[0].cells
    if block.role is Role.LIST or (cells and len(cells) > 2):
        return None
    text = cells[0].text if cells else block.text
    dated = next((found.start for found in dates.find(text) if found.day), len(text))
    text = _PROJECT.sub("", _bare(name_alone(text[:dated])))
    return text if _is_one(text, lexicon) else None


def _bare(text: str) -> str:
    return REGISTER.sub("", text).strip(' .,;–—-«»"”“·*#')


def _is_one(text: str, lexicon: Lexicon) -> bool:
    """True for a few words that begin with a capital and are no sentence, date, label or person."""
    if len(text) < 3 or len(text.split()) > LONGEST or not text[:1].isupper() or _NO_NAME.search(text):
        return False
    if any(found.day for found in dates.find(text)) or fold(text) in lexicon.labels or says_minutes(text, lexicon):
        return False
    person = is_name(text) and has_given_name(text) and not is_organisation(text) and len(text.split()) < 4
    return not person and sum(c.isalpha() for c in text) > len(text) / 2
