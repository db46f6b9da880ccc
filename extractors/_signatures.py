"""Signatures: a name and the role in which it is signed, on one line, above each other or side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._names import is_name, is_organisation, is_own_body, role_of
from extractors._prose_patterns import P
from extractors.lexicon.wording import expression, table
from pipeline.model import Block, Document, Place

_SIGN_ROLE = expression("signatures.sign_role")
_SIGN = re.compile(r"\s*(?:\(?(?:sign?|s)\.?\)|/s/)\s*$", re.I)
"""The mark of a signature behind a name and its role."""
_ALSO_WROTE = re.compile(r"^sekretær\s*(?:\(|/|og\s)\s*ref", re.I)
_SIGN_ROLES: dict[str, str] = table("signatures.sign_roles")


@dataclass(frozen=True, slots=True)
class Mention:
    """What prose says of one person's part in the meeting."""

    name: str
    role: str | None
    status: str
    organisation: str | None
    place: Place
    block: int
    rule: str
    confidence: float
    listed_as: str | None = None
    notes: tuple[str, ...] = ()
    substitute_for: str | None = None


def signed(document: Document, at: int) -> bool:
    """True for a row of names whose next row gives the roles in which they sign."""
    following = document.blocks[at + 1 : at + 2]
    cells = following[0].lines[0].cells if following else ()
    return bool(cells) and all(_SIGN_ROLE.match(cell.text.strip(" .:_()")) for cell in cells)


def bare_name(name: str) -> str:
    """A name without the word that begins the next sentence, or that names the body before it."""
    bare = re.sub(r"\s+(?:Møtet|Det|Han|Hun|Ho|Saken|Saka|Vedtak)$", "", name.strip(" .,"))
    first, _, rest = bare.partition(" ")
    return rest if (is_organisation(first) or is_own_body(first)) and is_name(rest) else bare


def signature_line(block: Block) -> Mention | None:
    """One line "Name, referent" or "Name (ref.)" near the end or in the head."""
    match = re.match(
        r"^(?:[\w]+(?:leder|leiar|sekretær|direktør|formann|sjef)\s+)?(?P<p>[^,()/–]{2,40}?)\s*(?:[,/–-]|\()\s*(?P<r>[\wæøå. ]{2,20})\)?\.?$",
        _SIGN.sub("", block.text[len(block.marker) :].strip()),
    )
    if match and match["r"].startswith("som ") and is_name(match["p"].strip(), single=True):
        told = role_of(match["r"])
        if told in ("chair", "minute_taker"):
            return Mention(
                match["p"].strip(), told, "present", None, block.place(), block.index, "signature line", 0.85
            )
    if match and _SIGN_ROLE.match(match["r"].strip()) and is_name(match["p"].strip(), single=True):
        role = _SIGN_ROLES.get(match["r"].strip(" .").casefold())
        if role:
            return Mention(
                match["p"].strip(), role, "present", None, block.place(), block.index, "signature line", 0.85
            )
    match = re.match(
        rf"^(?:[Rr]eferent|[Rr]efr?\.?|[Ss]krivar|[Pp]rotokollfører)\s*[.:/]?\s+{P}\.?$", block.text.strip()
    )
    if match and is_name(bare_name(match["p"]), single=True):
        return Mention(
            bare_name(match["p"]), "minute_taker", "present", None, block.place(), block.index, "signature line", 0.88
        )
    return None


_SIGNED = re.compile(r"\s*(?P<p>[A-ZÆØÅ][^(),;:]{1,38}?)\s*\((?P<r>[^()]{2,20})\)[\s,./]*")
"""A name and its role in a parenthesis, one of several beside each other."""


def _in_parentheses(block: Block) -> Iterator[Mention]:
    """Signatures on one line, each with its role behind it ("Kari Nes (møteleiar)   Ola Bø (skrivar)")."""
    text, at, found = block.text, 0, []
    while match := _SIGNED.match(text, at):
        found.append(match)
        at = match.end()
    roles = [_SIGN_ROLES.get(match["r"].strip(" .").casefold()) for match in found]
    named = all(is_name(match["p"].strip(), single=True) for match in found)
    if len(found) < 2 or at < len(text) or not named or not all(_SIGN_ROLE.match(m["r"].strip()) for m in found):
        return
    for match, role in zip(found, roles, strict=True):
        if role:
            name = match["p"].strip()
            yield Mention(name, role, "present", None, block.place(), block.index, "signature line", 0.85)


def signatures(document: Document) -> Iterator[Mention]:
    """A name and, above, below or behind it, the role in which it is signed."""
    tail = document.blocks[-10:]
    for block in tail:
        yield from _in_parentheses(block)
    for before, after in itertools.pairwise(tail):
        for name_block, role_block in ((before, after), (after, before)):
            name, word = name_block.text.strip(" ._"), role_block.text.strip(" .:_()")
            if name_block.lines[0].cells or role_block.lines[0].cells:
                if name_block is before:
                    yield from _side_by_side(name_block, role_block)
                continue
            if (
                len(name_block.lines) > 1
                or not (_SIGN_ROLE.match(word) or _ALSO_WROTE.match(word))
                or not is_name(name, single=True)
            ):
                continue
            role = "minute_taker" if _ALSO_WROTE.search(word) else _SIGN_ROLES.get(word.casefold())
            if role:
                yield Mention(name, role, "present", None, name_block.place(), name_block.index, "signature", 0.85)


def _side_by_side(names: Block, roles: Block) -> Iterator[Mention]:
    """Signatures beside each other: names in one row, their roles in the next."""
    a, b = names.lines[0].cells, roles.lines[0].cells
    if len(a) != len(b):
        return
    for one, word in zip(a, b, strict=True):
        name, role = one.text.strip(" ._"), _SIGN_ROLES.get(word.text.strip(" .:_()").casefold())
        if role and is_name(name):
            yield Mention(name, role, "present", None, names.place(), names.index, "signature", 0.85)
