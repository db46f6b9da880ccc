"""Patterns that choose among the files of a folder: `--include` and `--exclude`."""

from __future__ import annotations

import fnmatch
import os
import re
import unicodedata
from collections.abc import Sequence
from functools import cache


class Patterns:
    r"""Which paths are taken: those that an `include` fits (or all, where there is none) and no `exclude`.

    Paths are those below the folder given. A pattern without `/` is held against each name on the way, one with `/`
    against the path from its beginning and those of the folders that it leads through.

    >>> patterns = Patterns(["*.PDF"], ["kladd", "gamalt/2003"])
    >>> [patterns.take(p) for p in ("a.pdf", "x/b.docx", "x/Kladd/c.pdf", "gamalt/2003/d.pdf", "2003/gamalt.pdf")]
    [True, False, False, False, True]
    """

    def __init__(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> None:
        self.include, self.exclude = tuple(map(folded, include)), tuple(map(folded, exclude))

    def take(self, path: str) -> bool:
        """True where a file is to be taken."""
        if not self.include and not self.exclude:
            return True
        names = [folded(name) for name in path.split(os.sep)]
        ways = ["/".join(names[:end]) for end in range(1, len(names) + 1)]

        def fits(patterns: Sequence[str]) -> bool:
            return any(_matcher(one).match(text) for one in patterns for text in (ways if "/" in one else names))

        return (not self.include or fits(self.include)) and not fits(self.exclude)


def folded(text: str) -> str:
    """Text as patterns see it: capitals and the way of composing letters are no difference, nor "./" and a last "/".

    A byte that is no UTF-8 is read as Latin-1, as in names that people see.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        text = os.fsencode(text).decode("latin-1")
    return unicodedata.normalize("NFC", text).casefold().removeprefix("./").strip("/")


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(pattern))
