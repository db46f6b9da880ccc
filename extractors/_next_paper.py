"""A document as its next meeting is told in it, and the day that a sentence behind the word for the meeting tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from extractors._next_words import NEXT, SETTLES, own_dates
from extractors.lexicon import Lexicon
from pipeline import dates, sentences
from pipeline.model import Block, Document, Role

SAME_DAY = re.compile(r"\bsam(?:me|e)\s+dag(?:en)?\b", re.I)
"""A day that is told of as that of something else."""
_HOUR = re.compile(r"[,\s]*kl\b", re.I)
_BEHIND = 3
"""Sentences behind the one that speaks of the next meeting, at most, in which its day may be told."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what its own next meeting is told by: how its body is called, and which days are this meeting's."""

    document: Document
    lexicon: Lexicon
    own: str
    held: frozenset[tuple[int | None, int]]


_OF_MEETING = re.compile(r"\b(?:[\wæøåÆØÅ]+møtet?|generalforsamling\w*)\b", re.I)
_TOP = 4
"""Blocks at the top, at most, that say what kind of meeting it was."""


def own_name(document: Document) -> str:
    """What a document's own meetings are known by: its body, its title, and the words of its top for such a meeting."""
    kinds = (
        match.group()
        for block in document.blocks[:_TOP]
        for match in _OF_MEETING.finditer(block.text)
        if not NEXT.search(block.text)
    )
    return " ".join(filter(None, (document.body, document.title, *kinds)))


def on_that_day(text: str, same_day: re.Match[str], before: str) -> str:
    """The sentence with the day that "the same day" is ("... lørdag 3. mai. Styret møtes samme dag kl. 14")."""
    days = [f for f in dates.find(before) if f.day]
    days = [f for f in days if f.weekday is not None or _HOUR.match(before[f.end :])] or days  # no deadline
    if not days:
        return text
    return f"{text[: same_day.start()]}{before[days[-1].start : days[-1].end]}{text[same_day.end() :]}"


def told_behind(
    paper: Paper, block: Block, spans: tuple[tuple[int, int], ...], firsts: set[int | None]
) -> tuple[Block, int, str, str] | None:
    """The sentence with the day, behind one that only speaks of the next meeting: its block, its end, it, and the next one.

    At most three sentences on, of the same block or the paragraph below it.
    """
    document = paper.document
    texts = [(block, end, block.text[start:end]) for start, end in spans]
    below = document.blocks[block.index + 1] if block.index + 1 < len(document.blocks) else None
    if below and not below.label and below.role in (Role.PARAGRAPH, Role.LIST) and below.index not in firsts:
        texts.extend((below, end, below.text[start:end]) for start, end in sentences.split(below.text))
    for at, (source, end, said) in enumerate(texts[:_BEHIND]):
        days = own_dates(said, paper.own)
        if days and (SETTLES.search(said) or re.match(r"\W*$", said[: days[0].start])):
            behind = texts[at + 1] if at + 1 < len(texts) else None
            return source, end, said, behind[2] if behind else ""
    return None


def joined(lines: list[str]) -> str:
    """The lines as one text, in which the points of a list stay apart from each other and from what follows."""
    text = ""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        listed, goes_on = re.match(r"[-•–*]\s", line), re.match(r"[-•–*]\s", after)
        text += (line[2:] if listed else line) + (
            "" if not after else "; " if goes_on and listed else ". " if listed else " "
        )
    return text
