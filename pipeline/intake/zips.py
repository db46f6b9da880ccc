"""Zip archives as folders: which documents they hold, what each is, and its bytes where a reader can open them.

A document in an archive has the archive's path and its own name as its path (`papers.zip/2014/a.pdf`), which stands for
nothing on disk. Its bytes are read for their hash straight out of the archive; only what has to be read in full is
written, one file at a time and under a number, to a folder of the archive that is cleared before and after a run. An
archive within an archive is opened, one within that is not.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pipeline.intake import CHUNK, from_bytes, identify, nothing
from pipeline.intake.media import (
    BOMB,
    DAMAGED_ZIP,
    DEEP_ZIP,
    EMPTY_ZIP,
    HEAD,
    LINK_OUT,
    LOCKED,
    SPECIAL,
    ZIP,
    ZIP_ERRORS,
    ZIPPED,
    kind_of,
)
from pipeline.intake.zip_index import Budget, TooMuch, is_bomb, labels, opened
from pipeline.model import SourceFile

IN_MEMORY = 8 << 20
"""Bytes of an inner archive that are kept in memory; what is larger goes to a temporary file without a name."""
KEPT_OPEN = 8
_LOCKED = 0x1


class _Broken(Exception):
    """An archive that could be read a moment ago."""


class NoKey(RuntimeError):
    """A locked file that no password opens."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip archive: the archive's path, and its position in it, after that of the archive in which it is."""

    archive: str
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies that is to be imported: on disk, or in an archive as `member`.

    `kind` is the media type that says why it cannot be read, where that is known without looking.
    """

    path: str
    member: Member | None = None
    kind: str = ""


class Zips:
    """The zip archives of one run. `folder` is where their files are written to be read; without one nothing can be.

    `passwords` are tried on locked files. `opened` are the paths of archives that stood for what is in them.
    """

    def __init__(self, folder: Path | None = None, passwords: tuple[str, ...] = ()) -> None:
        self.folder, self.passwords = folder, tuple(key for text in passwords for key in _keys(text))
        self.members: dict[str, Member] = {}
        self.opened: set[str] = set()
        self.count = 0
        self._open: OrderedDict[Member, tuple[zipfile.ZipFile, IO[bytes]]] = OrderedDict()

    def __enter__(self) -> Zips:
        self._clear()
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def _clear(self) -> None:
        """Close what is open, and remove what was written, also by a run that was killed."""
        while self._open:
            self._close_one()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def places(self, path: str, suffixes: tuple[str, ...]) -> Iterator[Place]:
        """The documents in an archive on disk; the archive itself where it is none, or something is wrong with it."""
        try:
            with open(path, "rb") as file:
                kind, size = kind_of(path, file.read(HEAD), file), os.fstat(file.fileno()).st_size
        except OSError:
            kind, size = "", 0
        if kind != ZIP:
            yield Place(path)
            return
        found, budget = False, Budget(size)
        for place in self._listed(path, Member(path, ()), suffixes, budget):
            found = True
            yield place
        if not found:
            self.opened.discard(path)
            yield Place(path, kind=EMPTY_ZIP)

    def _listed(self, path: str, at: Member, suffixes: tuple[str, ...], budget: Budget) -> Iterator[Place]:
        """The documents in one archive, those of archives in it included."""
        try:
            infos = self._archive(at).infolist()
            budget.spend(infos)
        except TooMuch:
            yield Place(path, at if at.steps else None, BOMB)
            return
        except ZIP_ERRORS as error:
            yield Place(path, at if at.steps else None, LOCKED if isinstance(error, NoKey) else DAMAGED_ZIP)
            return
        self.opened.add(path)
        for label, index in labels(infos):
            member, name, info = Member(at.archive, (*at.steps, index)), f"{path}/{label}", infos[index]
            if not label.lower().endswith((*suffixes, ZIPPED)):
                continue
            if stat.S_ISLNK(info.external_attr >> 16):
                yield Place(name, member, SPECIAL)
            elif is_bomb(info):
                yield Place(name, member, BOMB)
            elif not label.lower().endswith(ZIPPED):
                yield Place(name, member)
            elif at.steps:
                yield Place(name, member, DEEP_ZIP)
            else:
                yield from self._listed(name, member, suffixes, budget)

    def identify(self, place: Place) -> SourceFile:
        """What lies at a place; never raises for one."""
        if place.kind and (place.member or place.kind == LINK_OUT):
            return nothing(place.path, place.kind)
        if place.member is None:
            source = identify(place.path)
            return replace(source, media_type=place.kind) if place.kind else source
        self.members[place.path] = place.member
        try:
            with self._bytes(place.member) as file:
                return from_bytes(place.path, file)
        except NoKey:
            return nothing(place.path, LOCKED)
        except (TooMuch, *ZIP_ERRORS):
            return nothing(place.path, DAMAGED_ZIP)

    def hold(self, source: SourceFile) -> SourceFile:
        """The source with its bytes where they can be opened: a file in an archive is written out, others lie there.

        What a reader goes by is the media type, so that the file's name is a number, and nothing of the archive's.
        """
        member = self.members.get(source.path)
        if member is None or self.folder is None or not source.sha256:
            return source
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count += 1
        held = self.folder / str(self.count)
        try:
            with open(held, "xb") as out:
                for chunk in self._chunks(member):
                    out.write(chunk)
        except (TooMuch, _Broken):
            return nothing(source.path, DAMAGED_ZIP)
        return replace(source, held=str(held))

    def _chunks(self, member: Member) -> Iterator[bytes]:
        """The bytes of a file in an archive; raises `_Broken` where they have changed since it was identified."""
        try:
            with self._bytes(member) as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        except ZIP_ERRORS as error:
            raise _Broken from error

    @contextmanager
    def lying(self, source: SourceFile) -> Iterator[str]:
        """A path on disk where the bytes of a source lie for the while."""
        held = self.hold(source)
        try:
            yield held.at
        finally:
            self.drop(held)

    def drop(self, source: SourceFile) -> None:
        """Remove what was written of a source."""
        if source.held is not None:
            Path(source.held).unlink(missing_ok=True)

    def _archive(self, at: Member) -> zipfile.ZipFile:
        """An open archive: that on disk, or the one in it at these steps; the last few are kept open."""
        if at in self._open:
            self._open.move_to_end(at)
            return self._open[at][0]
        file: IO[bytes]
        if at.steps:
            with self._bytes(at) as inner:
                file = _copy(inner)
        else:
            file = open(at.archive, "rb")  # noqa: SIM115 - closed by _clear or when it is pushed out
        try:
            archive = opened(file)
        except BaseException:
            file.close()
            raise
        self._open[at] = archive, file
        if len(self._open) > KEPT_OPEN:
            self._close_one()
        return archive

    def _close_one(self) -> None:
        """Close the archive that has not been used for longest."""
        _, (archive, file) = self._open.popitem(last=False)
        archive.close()
        file.close()

    def _bytes(self, member: Member) -> IO[bytes]:
        """The bytes of a file in an archive, to be read from their beginning, more than once if need be."""
        archive = self._archive(Member(member.archive, member.steps[:-1]))
        info = archive.infolist()[member.steps[-1]]
        if not info.flag_bits & _LOCKED:
            return archive.open(info)
        for key in self.passwords:
            try:
                # A wrong password passes one time in 256; only the whole file with its checksum shows it.
                with archive.open(info, pwd=key) as file:
                    return _copy(file)
            except ZIP_ERRORS:
                continue
        raise NoKey


def _copy(file: IO[bytes]) -> IO[bytes]:
    """The bytes of a file where they can be read in any order; they vanish with the process."""
    copy: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by whoever reads it
    try:
        shutil.copyfileobj(file, copy, CHUNK)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy


def _keys(password: str) -> Iterator[bytes]:
    """A password as programs of different times wrote its letters."""
    seen = set()
    for encoding in ("utf-8", "cp1252", "cp865"):
        try:
            key = password.encode(encoding)
        except UnicodeEncodeError:
            continue
        if key not in seen:
            seen.add(key)
            yield key
