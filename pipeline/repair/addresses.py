"""Web addresses of a damaged page: a host that the document's own acronyms tell, read with one letter wrong."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.repair.guess import Guess

_HOST = re.compile(r"(?<![\w.@-])(?:https?://)?(?:www\.)?(?P<host>[a-z]{2,8})(?=\.(?:no|org|com)(?![a-z]))")
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,8}(?![\w])")
_ALIKE = ("bh", "ce", "ij", "il", "nu", "uv")
"""Pairs of letters that recognition takes for each other."""
_SURE = 0.9


def acronyms(text: str) -> frozenset[str]:
    """The acronyms that a document writes, in small letters.

    >>> sorted(acronyms("Tall fra SSB og Nav; KOSTRA-tall"))
    ['kostra', 'ssb']
    """
    return frozenset(match.group().lower() for match in _ACRONYM.finditer(text))


def address(token: str, known: Collection[str]) -> Guess | None:
    """A token with its host put right, where one letter changed for its like makes it an acronym of the document.

    >>> address("https://www.ssh.no/statistikk", {"ssb"}).text, address("ssb.no", {"ssb"}), address("nho.no", {"ssb"})
    ('https://www.ssb.no/statistikk', None, None)
    """
    match = _HOST.search(token)
    if match is None or match["host"] in known:
        return None
    host = match["host"]
    likes = {
        host[:at] + new + host[at + 1 :]
        for at, letter in enumerate(host)
        for pair in _ALIKE
        if letter in pair
        for new in pair
    } & set(known)
    if len(likes) != 1:
        return None
    return Guess(token[: match.start("host")] + likes.pop() + token[match.end("host") :], _SURE)
