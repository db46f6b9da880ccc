"""A list of people cut into pieces: where one ends and the next begins, its parentheses apart, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._names import (
    has_given_name,
    is_office,
    is_organisation,
    is_own_body,
    known_organisations,
    like_a_person,
    role_of,
)
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

_SEPARATOR = expression("pieces.separator", re.NOFLAG)
_LEAD = expression("pieces.lead", re.NOFLAG)
_TAIL = re.compile(r"[\s.,;:–-]+$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a list between two separators: its words, its parentheses and what stood before it."""

    core: str
    notes: tuple[str, ...]
    sep: str
    start: int
    end: int


_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+[A-ZÆØÅ]")
_NEXT_NUMBER = re.compile(r"(?<=[a-zæøå)])\s+\d{1,2}[.)](?=\s+[A-ZÆØÅ])")
"""The number of the next person on a line of two columns that begins with one."""


def numbers_apart(text: str) -> str:
    """A line of two numbered columns with a comma for the second number, of the same length.

    >>> numbers_apart("1. Siv Lie   4. Ola Bø"), numbers_apart("Siv Lie til sak 4. Ola Bø")
    ('1. Siv Lie,      Ola Bø', 'Siv Lie til sak 4. Ola Bø')
    """
    if not _NUMBERED.match(text):
        return text
    return _NEXT_NUMBER.sub(lambda number: ",".ljust(len(number.group())), text)


def segments(text: str) -> list[Segment]:
    """A text cut at its separators, those in parentheses left alone."""
    cuts, depth = [], 0
    positions = {m.start(): m for m in (*_SEPARATOR.finditer(text), *_dashes_at_ends(text))}
    skip = 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if depth <= 0 and i >= skip and (match := positions.get(i)):
            cuts.append(match)
            skip = match.end()
    out: list[Segment] = []
    start, sep = 0, ""
    for match in [*cuts, None]:
        end = match.start() if match else len(text)
        if out_segment := _segment(text, start, end, sep):
            out.append(out_segment)
        if match:
            sep, start = match.group().strip() or "og", match.end()
    return _whole_organisations(_whole_titles(out))


def _dashes_at_ends(text: str) -> Iterator[re.Match[str]]:
    """Dashes of a list divided by dashes that stood at the end of a line and are joined with the next name there."""
    if len(_DASH.findall(text)) < 2:
        return
    for match in _GLUED.finditer(text):
        name = _EDGE.split(text[: match.start()])[-1].split()
        if len(name) > 1 and has_given_name(name[0]) and has_given_name(text[match.end() :]):
            yield match


_DASH = re.compile(r"\s[-–—]\s")
_EDGE = re.compile(r"\s[-–—]|[-–—]\s|[(),;]")
_GLUED = re.compile(r"(?<=[a-zæøå])-(?=[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ])")

_WHOLE_WORD = expression("pieces.whole_word", re.NOFLAG)
"""A noun in its definite form, which is no title cut short ("Redningsbåten")."""


def _whole_titles(pieces: list[Segment]) -> list[Segment]:
    """Pieces with a title that was cut at its full stop put before its name again ("Vassverksbest. Ola Nes")."""
    out: list[Segment] = []
    for piece in pieces:
        before = out[-1] if out else None
        if before and piece.sep == "." and before.core.isdecimal():
            out[-1] = Segment(piece.core, piece.notes, before.sep, piece.start, piece.end)  # "10. Ola Nes"
        elif (
            before
            and piece.sep == "."
            and " " not in before.core
            and not before.notes
            and not has_given_name(before.core)
            and not is_organisation(before.core)
            and not is_own_body(before.core)
            and not _WHOLE_WORD.search(before.core)
        ):
            out[-1] = Segment(f"{before.core}. {piece.core}", piece.notes, before.sep, before.start, piece.end)
        else:
            out.append(piece)
    return out


def _whole_organisations(pieces: list[Segment]) -> list[Segment]:
    """Pieces with those put together again that are one body of the register ("Direktoratet for forvaltning og IKT")."""
    out: list[Segment] = []
    for piece in pieces:
        if out and piece.sep == "&" and not out[-1].notes and is_organisation(f"{out[-1].core} & {piece.core}"):
            joined = f"{out[-1].core} & {piece.core}"
            out[-1] = Segment(joined, piece.notes, out[-1].sep, out[-1].start, piece.end)
            continue
        if out and piece.sep == "&" and _first_half(out[-1], piece):
            joined = f"{out[-1].core} & {piece.core}"
            out[-1] = Segment(joined, piece.notes, out[-1].sep, out[-1].start, piece.end)
            continue
        if _other_half(out, piece):
            out[-1] = Segment(f"{out[-1].core} og {piece.core}", piece.notes, out[-1].sep, out[-1].start, piece.end)
            continue
        if out and piece.sep in ("og", ",") and not out[-1].notes:
            joined = f"{out[-1].core}{',' if piece.sep == ',' else ''} {'og ' if piece.sep == 'og' else ''}{piece.core}"
            if fold(joined) in known_organisations() or _two_of_one_kind(out[-1].core, piece):
                out[-1] = Segment(joined, piece.notes, out[-1].sep, out[-1].start, piece.end)
                continue
        out.append(piece)
    return out


def _first_half(before: Segment, piece: Segment) -> bool:
    """True for the beginning of a firm's name whose rest stands with those who came from it ("Pir & Plan AS v/Siv Lie")."""
    firm, by, _ = piece.core.partition(" v/")
    return bool(by) and not before.notes and not has_given_name(before.core) and is_organisation(firm)


def _other_half(out: list[Segment], piece: Segment) -> bool:
    """True for the second half of a unit behind a comma ("Kari Nes, Plan og bygg"): a small noun that is no office."""
    if len(out) < 2 or piece.sep != "og" or out[-1].notes or out[-1].sep not in (",", "–", "-", "—", "|"):
        return False
    first, other = out[-1].core, piece.core
    small = re.fullmatch(r"[a-zæøå]{3,}", other) is not None and not is_office(other) and not role_of(other)
    unit = re.fullmatch(r"[A-ZÆØÅ][a-zæøå]{2,}", first) is not None and not is_office(first)
    return small and unit and not has_given_name(first) and like_a_person(out[-2].core)


def _two_of_one_kind(first: str, piece: Segment) -> bool:
    """True for the halves of "Nordvik og Lia kommune", two bodies that share their last word."""
    shared = (
        piece.sep == "og" and len(piece.core.split()) == 2 and piece.core.casefold().endswith(("kommune", "kommuner"))
    )
    return shared and " " not in first and first[:1].isupper() and not like_a_person(first)


def _parentheses(text: str) -> tuple[str, list[str]]:
    """A text without its parentheses, and what stands in the outermost ones; one left open runs to the end.

    >>> _parentheses("Kari Nes (Direktoratet for IKT (Difi)), leder")
    ('Kari Nes , leder', ['Direktoratet for IKT (Difi)'])
    """
    outside, inside, depth = "", list[str](), 0
    for letter in text:
        if letter == "(" and (depth := depth + 1) == 1:
            inside.append("")
        elif letter == ")" and depth and (depth := depth - 1) == 0:
            continue
        elif depth:
            inside[-1] += letter
        else:
            outside += letter
    return re.sub(r"\s+", " ", outside), [note.strip() for note in inside if note.strip()]


def _segment(text: str, start: int, end: int, sep: str) -> Segment | None:
    piece = text[start:end]
    lead = _LEAD.match(piece)
    if lead:
        start += lead.end()
        piece = piece[lead.end() :]
    outside, inside = _parentheses(piece)
    notes = tuple(inside)
    core = _TAIL.sub("", outside).strip()
    if re.search(r"\b[A-ZÆØÅ]$", core) and piece.rstrip().endswith(f"{core[-1]}."):
        core += "."
    return Segment(core, notes, sep, start, start + len(piece.rstrip())) if core or notes else None
