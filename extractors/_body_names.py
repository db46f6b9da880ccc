"""A body's name made whole: with the second line of it, or as another line has it in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Role

GROUP_WORD = expression("body_names.group_word")

LONGEST = 12
"""Words of a name, at most, that no word for minutes stands beside."""
TORN = re.compile(r"^(?:ved|for|i|av|på)\s", re.I)
"""How a name goes on on its second line."""


def torn(document: Document, name: str) -> str:
    """A name of capitals with its second line, set like the first ("RÅDET" / "FOR ELDRE I LIA")."""
    for block, below in pairwise(document.head[:4]):
        alike = block.role is Role.HEADING and below.role is Role.HEADING and abs(block.size - below.size) < 0.5
        if alike and block.text == name and name.isupper() == below.text.isupper() and TORN.match(below.text):
            return f"{name} {below.text}"
    return name


def project(head: Sequence[Block]) -> str | None:
    """The name of the project whose meeting it is, behind its label; None where the head has none."""
    for block in head:
        cells = [cell.text.strip() for cell in block.lines[0].cells if cell.text.strip()]
        if len(cells) > 1 and _PROJECT.fullmatch(cells[0]):
            return cells[1]
        if (match := _PROJECT.match(block.text)) and match.end() < len(block.text):
            return block.text[match.end() :].strip()
    return None


_PROJECT = expression("body_names.project")


def fuller(name: str, others: list[str]) -> str:
    """A body's name in one definite word, or by its letters, as another line has it in full ("rådet": "Lia eldreråd")."""
    if re.fullmatch(r"[A-ZÆØÅ]{2,4}", name):
        return next((other for other in others if _short_for(name, other)), name)
    if short := _ABBREVIATED.fullmatch(name):
        alike = re.compile(rf"{short['first']}[a-zæøå-]*{short['kind']}[a-zæøå]{{0,2}}\b.*\s", re.I)
        return next((other for other in others if alike.match(other)), name)
    if " " in name or not re.search(r"(?:et|en|a)$", name, re.I):
        return name
    stem = re.sub(r"(?:et|en|a)$", "", fold(name))
    longer = [
        other
        for other in others
        if " " in other and not _GATHERING.match(other) and len(other.split()) < 7 and stem in fold(other)
    ]
    return longer[0] if longer and len(stem) > 3 else name


_ABBREVIATED = expression("body_names.abbreviated", re.NOFLAG)
"""A body's kind of group behind letters for the rest of its name ("FoU-utvalet")."""
_GATHERING = re.compile(r"\w*(?:møtet?|samling(?:a|en)?)\s+i\s", re.I)
"""A word for the meeting before whose it was."""


def _short_for(letters: str, name: str) -> bool:
    """True for letters of a name's first word, a compound, or its first two ("SG": "Styringsgruppa for Lia vassverk")."""
    words = name.casefold().split()
    inner = ".{2,}".join(re.escape(letter) for letter in letters.casefold())
    first, two = words[0], " ".join(words[:2])
    whole = len(words) == 2 and re.fullmatch(rf"{inner}[a-zæøå]{{2,}}", two) and f" {letters[1].casefold()}" in two
    return bool(len(words) > 1 and GROUP_WORD.search(two) and (re.match(inner, first) or whole))
