"""Whether a text tells what people said and took on: minutes that call themselves nothing are known by it.

Notes of a club, a mail after a meeting or the log of a network may have no title, no label and no word for minutes.
What they do have is several people of whom the text says, each in a sentence, that they said or do something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors._next_words import says_when
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates, sentences
from pipeline.model import Block, Role
from pipeline.numbering import opening

SPEAKERS, SAYINGS = 2, 3
"""So many different people, so many times: one who speaks is a letter, one sentence is a quotation."""
_NAME = r"[A-ZÆØÅ](?:[a-zæøåéèü]+(?:-[A-ZÆØÅ][a-zæøå]+)?|[A-ZÆØÅ][A-ZÆØÅa-z]{0,2})"
_ACTS = expression("account.acts", re.NOFLAG, name=_NAME)
"""A sentence that begins with a name and a verb ("Roald bestiller båten")."""


def speakers(blocks: Sequence[Block], lexicon: Lexicon) -> list[str]:
    """Who is said to have said something, each once, in order; nobody where that is too little to tell of a meeting.

    A speaker is a name or initials right before or behind a verb of speech.
    """
    return _several(blocks, _saying(lexicon.lists["said_by"]), lexicon)


def doers(blocks: Sequence[Block], lexicon: Lexicon) -> list[str]:
    """Who begins a sentence as its subject, each once, in order; nobody where there are few."""
    return _several(blocks, _ACTS, lexicon)


def _several(blocks: Sequence[Block], pattern: re.Pattern[str], lexicon: Lexicon) -> list[str]:
    found = [next(filter(None, match.groups())) for block in blocks for match in pattern.finditer(block.text)]
    found = [name for name in found if name.casefold() not in lexicon.lists["no_speakers"]]
    names = list(dict.fromkeys(found))
    return names if len(names) >= SPEAKERS and len(found) >= SAYINGS else []


@cache
def _saying(verbs: frozenset[str]) -> re.Pattern[str]:
    one = "|".join(re.escape(verb).replace(r"\ ", r"\s") for verb in sorted(verbs, key=len, reverse=True))
    return re.compile(rf"\b({_NAME})\s(?:{one})\b|\b(?:{one})\s({_NAME})\b")


_NAMED = r"[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå.-]*)?(?:\s\([^()]{1,20}\))?"
_CAME = expression("account.came", re.NOFLAG, named=_NAMED)
"""A sentence of who was there, by name."""
OPENING = 8
"""Blocks among which such a sentence stands."""


def came_by_name(blocks: Sequence[Block]) -> str | None:
    """The first words of a sentence at the head that names those who were there, where no label does."""
    for block in blocks[:OPENING]:
        if match := _CAME.search(block.text):
            return match.group()[:40]
    return None


_NEXT_ONE = re.compile(r"\b(?:neste|nytt|ny)\b", re.I)
_BARE_NEXT = re.compile(r"\W*neste\b[^.]{0,20}?\d", re.I)
CLOSING = 5
"""Blocks at the end among which the next meeting is told of."""


def next_one(blocks: Sequence[Block]) -> str | None:
    """The first words of a sentence at the end that tells when the next meeting is: so minutes end."""
    for block in blocks[-CLOSING:]:
        for start, end in sentences.split(block.text):
            text = block.text[start:end]
            told = says_when(text) if _NEXT_ONE.search(text) else None
            if (told or _BARE_NEXT.match(text)) and any(found.day for found in dates.find(text)):
                return text[:40]
    return None


AFTERWORD = 40
"""Words below a list of items from which more is said than when and where to come."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_dated_body(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """True for a first line that names a body and nothing else, with a day on it or right below."""
    words = _WORD.findall(blocks[0].text) if blocks else []
    named = any(word.casefold().endswith(tuple(lexicon.lists["bodies"])) for word in words[:2])
    short = len(words) <= 8 and not blocks[0].text.endswith(".") if blocks else False
    return named and short and any(found.day for block in blocks[:2] for found in dates.find(block.text))


def is_bare_agenda(blocks: Sequence[Block]) -> bool:
    """True for two numbers or more that follow each other with nothing said of any, and little after the last."""
    numbered = [at for at, block in enumerate(blocks) if block.role is not Role.ROW and opening(block.text)]
    if len(numbered) < 2 or numbered[-1] - numbered[0] != len(numbered) - 1:
        return False
    words = sum(len(block.text.split()) for block in blocks[numbered[-1] + 1 :])
    return words < AFTERWORD and all(len(blocks[at].text.split()) <= 12 for at in numbered)
