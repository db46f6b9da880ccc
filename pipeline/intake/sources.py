"""Which places an import means: the files of folders and zip archives, by patterns, each once and in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.intake.media import LINK_OUT, ZIPPED
from pipeline.intake.patterns import Patterns
from pipeline.intake.zips import Place, Zips

SUFFIXES = (".pdf", ".docx", ".odt", ".doc", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt")
"""Names of the files that a folder or an archive stands for."""
IGNORE = ".referat-ignore"
"""A folder with a file of this name in it is left out, and all below it; so is an archive, which holds pages."""
DATABASE = "archive.db"


@dataclass(slots=True)
class Sources:
    """What is to be imported. `left_out` counts, once the places have been gone through, what the patterns left out."""

    paths: Iterable[str | os.PathLike[str]]
    patterns: Patterns = field(default_factory=Patterns)
    zips: Zips = field(default_factory=Zips)
    left_out: int = 0

    def places(self) -> Iterator[Place]:
        """The places that these paths mean: absolute, each once, those of a folder in sorted order.

        A folder stands for the documents in it and below it (by extension; hidden files and folders are left out, and
        those with a file `.referat-ignore`), whatever the folder itself is called; a zip archive for those in it. Any
        other path stands for itself, even where nothing is there.
        """
        seen: set[str] = set()
        for given in self.paths:
            for place in self._of(os.path.abspath(given)):
                if place.path not in seen:
                    seen.add(place.path)
                    yield place

    def _of(self, path: str) -> Iterator[Place]:
        """The places that one path means."""
        if os.path.isdir(path):
            for place in _walk(path):
                yield from self._chosen(path, place)
        else:
            for found in self._within(Place(path)):
                if found.member is None or self._takes(path, found):
                    yield found

    def _chosen(self, folder: str, place: Place) -> Iterator[Place]:
        """What a file of a folder means, as far as the patterns take it."""
        if not place.kind and place.path.lower().endswith(ZIPPED):
            # By its own name an archive can only be left out: what is wanted may stand within it.
            yield from (found for found in self._within(place) if self._takes(folder, found))
        elif self._takes(folder, place):
            yield place

    def _takes(self, root: str, place: Place) -> bool:
        taken = self.patterns.take(os.path.relpath(place.path, root))
        self.left_out += not taken
        return taken

    def _within(self, place: Place) -> Iterator[Place]:
        """The documents in a zip archive; any other file itself."""
        if not place.path.lower().endswith(ZIPPED) or not _is_file(place.path):
            return iter((place,))
        return self.zips.places(place.path, SUFFIXES)


def _is_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _walk(folder: str) -> Iterator[Place]:
    """Documents below a folder, depth first. A folder that cannot be opened is yielded itself: it must be reported.

    A link is followed where it leads to a file below the folder. One that leads out is reported and not followed:
    somebody else's folder, copied or unpacked here, must not bring in what lies elsewhere on this machine. Links to
    folders within are left out without a word, as what is there comes in by its own name.
    """
    closed: list[str] = []
    root = os.path.realpath(folder)
    for here, folders, files in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        if IGNORE in files or DATABASE in files:
            folders[:], files = [], []
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if _leads_out(root, path := os.path.join(here, name)):
                yield Place(path, kind=LINK_OUT)
        for name in sorted(files):
            if name.lower().endswith((*SUFFIXES, ZIPPED)) and not name.startswith("."):
                path = os.path.join(here, name)
                yield Place(path, kind=LINK_OUT if _leads_out(root, path) else "")
    yield from map(Place, sorted(closed))


def _leads_out(root: str, path: str) -> bool:
    """True for a link to something that is there, and not below the root."""
    if not os.path.islink(path) or not os.path.exists(path):
        return False
    return os.path.commonpath((root, os.path.realpath(path))) != root
