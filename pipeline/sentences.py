"""Sentences of Norwegian prose: ordinals ("15. mai"), clocks ("kl. 12.") and abbreviations do not end one.

spaCy's sentencizer breaks on these (6 of 15 lines right); this splitter knows what may follow them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.lexicon.wording import expression, listed
from pipeline.memo import KEPT

_ABBREVIATIONS = frozenset(listed("sentences.abbreviations"))
_BREAK = re.compile(r"[.!?…](?:[)\]»”\"'’])*\s+(?:[–—-]\s+(?=[A-ZÆØÅ«]))?|[;:]\s+(?=[-•–])")
"""Where a sentence may end; points that are strung together have a dash before the next one."""
_STARTS = re.compile(r"^[«\"“”'(\[]*(?:[A-ZÆØÅÄÖÉ0-9§]|[a-z]{1,3}[A-ZÆØÅ])")
_MONTH_OR_LOWER = expression("sentences.month_or_lower")


_INITIAL = re.compile(r"\b[A-ZÆØÅ][a-zæøåé-]+ [A-ZÆØÅ]$")
"""The initial of a middle name, behind a given name."""
_MONTH_NUMBER = expression("sentences.month_number", re.NOFLAG)
"""A month by its number, behind a day ("22. 9. til same tid")."""
_SHORT_DAY = re.compile(r"\b(?:ma|må|ti|ty|on|to|fr|la|lø|sø|su)$", re.I)
_DAY = re.compile(r"\d{1,2}\.\s?(?:\d|[a-zæøå]{3})")
"""A day of the month, behind a weekday's first letters ("to. 19. februar")."""
_MONTH_SPACED = re.compile(r"\b\d{1,2}\.\s(?:0?[1-9]|1[0-2])$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
"""A year behind a day and a month with room between them ("14. 1. 2013")."""
_ORDINAL_NOUN = expression("sentences.ordinal_noun")


@lru_cache(KEPT)
def split(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (start, end) of the sentences of a text, white space at their edges left out.

    >>> t = "Møtet er 15. mai kl. 12. Frist er 1.6. Se sak 3. Ola tar det."
    >>> [t[a:b] for a, b in split(t)]
    ['Møtet er 15. mai kl. 12.', 'Frist er 1.6.', 'Se sak 3.', 'Ola tar det.']
    """
    spans, start = [], 0
    for match in _BREAK.finditer(text):
        if _ends(text, match):
            end = match.start() + len(match.group().rstrip(" \t\n\u00a0–—-"))
            if text[start:end].strip():
                spans.append((start, end))
            start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    if "(" in text or "[" in text:
        spans = [part for span in spans for part in _without_aside(text, span)]
    return tuple(spans)


_ASIDE = re.compile(r"[(\[][A-ZÆØÅ][^()\[\]]{1,60}[)\]]\s+(?=[A-ZÆØÅ])")
"""Brackets that begin a sentence, with another one behind: whose the task before them is ("(Nes, innen 1. mai)")."""


def _without_aside(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A span as two where brackets that belong to the sentence before it open it."""
    aside = _ASIDE.match(text, *span)
    return [(span[0], len(text[: aside.end()].rstrip())), (aside.end(), span[1])] if aside else [span]


def _ends(text: str, match: re.Match[str]) -> bool:
    """True where the stop at this match ends a sentence."""
    after = text[match.end() :]
    if match.group()[0] in "!?":
        return not after or not after[0].islower()
    if not _STARTS.match(after):
        return False
    if match.group()[0] != ".":
        return True
    before = text[: match.start()]
    if _SHORT_DAY.search(before) and _DAY.match(after):
        return False
    if _MONTH_SPACED.search(before) and _YEAR.match(after):
        return False
    if _INITIAL.search(before):
        return False
    word = before.rsplit(" ", 1)[-1].lstrip('(«"').casefold()
    if word in _ABBREVIATIONS:
        # "kl." and "nr." want a number; other abbreviations may well end a sentence before a capital
        return not (
            word
            in (
                "kl",
                "nr",
                "pkt",
                "sak",
                "kap",
                "ca",
                "kr",
                "oppg",
                "leil",
                "gnr",
                "bnr",
                "jf",
                "jfr",
                "s",
                "v",
                "dr",
                "st",
                "f.eks",
                "bl.a",
                "ev",
                "evt",
                "vedr",
                "ang",
                "t.d",
                "m.a",
                "offl",
                "ref",
                "hr",
                "fr",
                "adm",
            )
            or after[:1].isdigit()
        )
    if re.fullmatch(r"\d{1,2}", word):
        if _MONTH_OR_LOWER.match(after) or _ORDINAL_NOUN.match(after):
            return False
        previous = before[: len(before) - len(word)].rstrip().rsplit(" ", 1)[-1].casefold()
        if _MONTH_NUMBER.match(after) and previous not in ("kl.", "kl", "klokka", "klokken"):
            return False
        return not (previous in ("den", "til", "fra", "frå") and after[:1].isdigit())
    return not (len(word) == 1 and word.isalpha() and word not in "iåø")
