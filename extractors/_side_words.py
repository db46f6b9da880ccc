"""A person and a body with nothing but white space between, as typed columns leave them: which words are which."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors._names import ACRONYM, has_given_name, is_given_name, is_name, is_organisation, like_a_person, words
from extractors._pieces import Segment
from extractors.lexicon.wording import expression

_DEFINITE = expression("side_words.definite", re.NOFLAG)
"""A noun in its definite form, which no surname is ("Skogeierne", "Laboratoriet")."""


def and_body(text: str) -> tuple[str, str] | None:
    """A name and the body behind it, which a typist's white space parted ("Kari Nes Lia sparebank AS"); else None."""
    parts = text.split()
    if len(parts) < 3 or not has_given_name(parts[0]):
        return None
    if not is_given_name(parts[0]) and not parts[1].casefold().endswith(tuple(words()["surname_endings"])):
        return None  # "Stein Grus Transport AS"
    for size in range(2, min(len(parts), 5)):
        name, body = " ".join(parts[:size]), " ".join(parts[size:])
        more = size + 1 < len(parts) and (has_given_name(parts[size - 1]) or len(parts[size - 1].rstrip(".")) < 2)
        if more or not is_name(name) or not parts[size][:1].isupper():
            continue  # "Tom Arild" of "Tom Arild Nes Lia kommune"
        long = len(body) > 5 and is_organisation(body) and not has_given_name(body)
        return (name, body) if long or _DEFINITE.match(body) else None
    return None


def body_and_name(text: str) -> tuple[str, str] | None:
    """A body of a known kind and, with nothing but white space between, who came from it ("Politiet Kari Nes")."""
    parts = text.split()
    for size in range(1, min(len(parts) - 1, 5)):
        body, name = " ".join(parts[:size]), " ".join(parts[size:])
        if parts[size - 1].endswith("/") or parts[size - 1] == "ved":
            return None  # "Lia kommune v/ Kari Nes"
        if is_organisation(body) and not like_a_person(body) and is_given_name(parts[size]) and is_name(name):
            return body, name
    return None


def and_party(text: str) -> tuple[str, str] | None:
    """A name and the organisation or party behind it without a comma ("Nils Hansen KRD", "Nils Hansen Ap")."""
    parts = text.split()
    last = parts[-1] if len(parts) >= 3 and not is_organisation(text) else ""
    short = ACRONYM.match(last) or (1 < len(last) < 5 and last.casefold() in words()["parties"])
    return (" ".join(parts[:-1]), last) if short and is_name(" ".join(parts[:-1])) else None


def letters_apart(pieces: list[Segment]) -> list[Segment]:
    """Parties of one letter as remarks, where others of the list have theirs behind the name ("Per Nes A, Siv Dal Sp")."""
    parties = words()["parties"]
    plain = [and_party(piece.core) for piece in pieces]
    if sum(found is not None and found[1].casefold() in parties for found in plain) < FEWEST_PARTIES:
        return pieces
    out = []
    for piece in pieces:
        name, _, last = piece.core.rpartition(" ")
        party = len(last) == 1 and last.casefold() in parties and is_name(name) and has_given_name(name)
        out.append(replace(piece, core=name, notes=(*piece.notes, last)) if party else piece)
    return out


FEWEST_PARTIES = 2
"""Names of a list with a party's letters behind them that prove that a single letter is one too."""
