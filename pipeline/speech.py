"""Templates that speak: Jinja's environment with the words of one language, and the addresses that pages link to."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from functools import lru_cache, partial
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from pipeline import phrases
from pipeline.intake.gone import archive_of
from pipeline.messages import Catalogue, retell
from pipeline.shown import Page

STYLE = "site.css"
PDF = "application/pdf"
QUOTE_LENGTH = 400
"""Characters of a quote that the tip of a source link shows."""


def style() -> str:
    """The one style sheet of all pages."""
    return (resources.files("templates") / STYLE).read_text("utf-8")


def speak(env: Environment, page: Page) -> str:
    """The text of a page. `root` leads from it to the folder of the site, and is "" or "../"."""
    assert page.template is not None
    root = "../" * page.path.count("/")
    return env.get_template(page.template).render(root=root, path=page.path, **page.values)


def environment(words: Catalogue, folder: Path, linked: bool = True) -> Environment:
    """Templates that speak one language; `folder` is where the pages will lie, for the links to the originals.

    `linked` is false for a page that stands alone: then only the originals are linked, not the pages of the site.
    Everything that a template prints is escaped, and a name that it does not know is an error.
    """
    env = Environment(
        loader=PackageLoader("templates", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
        keep_trailing_newline=True,
    )
    env.globals.update(
        t=words.text,
        n=words.count,
        word=words.name,
        number=words.number,
        language=words.language,
        page_of=page_of if linked else None,
        anchor=file_name,
        original=_place(folder),
        issue_text=lambda issue: retell(issue["code"], issue["message"], words.language),
    )
    with_words: dict[str, Callable[..., str]] = {
        "hours": phrases.hours,
        "days": phrases.days,
        "ballot": phrases.ballot,
        "part": phrases.part_of_meeting,
        "kroner": phrases.kroner,
        "origin": phrases.origin,
    }
    env.filters.update({name: partial(_last, function, words) for name, function in with_words.items()})
    env.filters.update(day=words.date, md=_markdown, tip=_tip)
    return env


def _last(function: Callable[..., str], words: Catalogue, *values: Any, **named: Any) -> str:
    """A phrase with the catalogue in its place, so that templates need not name it."""
    return function(*values, words, **named)


def _markdown(text: object) -> Markup:
    # The one place where escaped text is declared safe: `markdown` has escaped it for Markdown and for HTML.
    return Markup(phrases.markdown(text))


def _tip(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= QUOTE_LENGTH else text[:QUOTE_LENGTH].rstrip() + "…"


_UNPRINTED = {code: None for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160))} | {
    # Marks that turn the direction of what follows, with which a name can pretend to be another.
    code: None
    for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def printable(value: object) -> object:
    """What a template prints: nothing for None, and text without controls and lone surrogates."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str) or value.isprintable():
        return value
    return value.translate(_UNPRINTED).encode("utf-8", "replace").decode()


def file_name(identity: str) -> str:
    """A name for a page or an anchor, from an id of the archive; ids that no file system takes are hashed.

    >>> file_name("3f9a-1"), file_name("../x")
    ('3f9a-1', 'xd6b96a97d147')
    """
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,100}", identity):
        return identity
    return "x" + hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:12]


def page_of(kind: str, identity: object) -> str:
    """The path of a thing's page within the site: "person/<id>.html"."""
    return f"{kind}/{file_name(str(identity))}.html"


def original(folder: Path, path: str) -> str:
    """The address of an original: relative to `folder` where both lie under a common root, else in full.

    >>> original(Path("/home/kari/site"), "/home/kari/Møte 1.pdf")
    '../M%C3%B8te%201.pdf'

    What lies in a zip archive cannot be addressed; its address is that of the archive.

    >>> original(Path("/home/kari/site"), "/home/kari/old.zip/2014/a.pdf")
    '../old.zip'
    """
    path = archive_of(path) or path
    # The archive writes a byte that is no UTF-8 as \\xNN; the address needs the byte itself.
    raw = path.encode("utf-8", "replace")
    if "\\x" in path and not os.path.lexists(path):
        raw = re.sub(rb"\\x([89a-f][0-9a-f])", lambda hit: bytes.fromhex(hit[1].decode()), raw)
    root = Path(os.path.commonpath([folder, path]))
    if root == Path(root.anchor):
        return "file://" + quote(raw)
    return quote(os.path.relpath(raw, os.fsencode(folder)))


def _place(folder: Path) -> Callable[..., str]:
    """What templates call for the address of a page of an original; "" where the file has no path."""
    address = lru_cache(maxsize=1024)(partial(original, folder))

    @pass_context
    def place(context: Context, path: str | None, media_type: str | None, page: int | None) -> str:
        if not path:
            return ""
        found = address(path)
        anchor = f"#page={page}" if page and media_type == PDF and not archive_of(path) else ""
        return found + anchor if found.startswith("file:") else f"{context['root']}{found}{anchor}"

    return place
