"""What a paper is called from outside: the name of its file, and the subject of the mail that it came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.model import Kind, Line

BY_FILE, BY_SUBJECT = 2, 4
"""How much a file's name says, which somebody gave it in passing, and a mail's subject, which is a title."""
_WORD = re.compile(r"[^\W\d_]+")
_SUBJECT = expression("named_kind.subject")
_SPELT = str.maketrans({"ø": "o", "å": "a", "æ": "a", "ö": "o", "ä": "a"})
_DIGRAPHS = (("oe", "o"), ("aa", "a"), ("ae", "a"))


def callings(file_name: str, above: Iterable[Line], lexicon: Lexicon) -> list[tuple[Kind, int, str]]:
    """The kinds that a file's name and a mail's subject name: (kind, weight, reason); one that names two names none."""
    subject = next((line.text[match.end() :] for line in above if (match := _SUBJECT.match(line.text))), "")
    texts = ((PurePath(file_name).stem, BY_FILE, "file"), (subject, BY_SUBJECT, "subject"))
    return [
        (kind, weight, f"{what} {text[:40]!r}")
        for text, weight, what in texts
        if (kind := named(text, lexicon)) is not None
    ]


def named(text: str, lexicon: Lexicon) -> Kind | None:
    """The one kind that the words of a name name, spelt with or without the letters behind z."""
    words = [_plain(word) for word in _WORD.findall(text)]
    found = set()
    for kind in (Kind.MINUTES, Kind.NOTICE, Kind.ANNUAL_REPORT):
        names = {_plain(name) for name in lexicon.lists[f"kind_{kind.value}"] if " " not in name}
        if any(word in names or any(word.endswith(name) for name in names if len(name) > 6) for word in words):
            found.add(kind)
    return found.pop() if len(found) == 1 else None


def _plain(word: str) -> str:
    word = word.casefold().translate(_SPELT)
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    return word
