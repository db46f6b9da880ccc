"""Parts of documents that are zip archives of XML, opened with limits: no bomb of some bytes may fill the memory."""

from __future__ import annotations

import zipfile
from typing import Any

from pipeline.errors import Unreadable
from pipeline.model import Status

LARGEST = 100 << 20
"""Bytes that one part may unpack to."""
RATIO = 300
"""How many times a part may grow; XML of office programs grows tenfold to thirtyfold."""
SMALL = 1 << 20
"""Bytes below which growth does not matter."""


def parts(path: str, names: tuple[str, ...]) -> dict[str, Any]:
    """The roots of those parts that are there, by name.

    Raises:
        Unreadable: `damaged` where it is no whole archive or its XML is broken, `memory` where a part is a bomb.
    """
    found = {}
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {info.filename: info for info in archive.infolist()}
            for name in names:
                if name in sizes:
                    found[name] = _root(archive, sizes[name])
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable(Status.DAMAGED, str(error)) from error
    except RuntimeError as error:  # zipfile's word for a part that is locked
        raise Unreadable(Status.ENCRYPTED, str(error)) from error
    return found


def _root(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Any:
    """The root element of one part, without entities and without a network."""
    from lxml import etree

    if info.file_size > LARGEST or info.file_size > max(SMALL, RATIO * info.compress_size):
        raise Unreadable(Status.MEMORY, f"{info.filename} would unpack to {info.file_size} bytes")
    with archive.open(info) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(Status.MEMORY, f"{info.filename} unpacks to more than it says")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(Status.DAMAGED, f"{info.filename}: {error}") from error
