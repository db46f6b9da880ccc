"""Markdown, as kept in repositories and wikis: headings, lists with their marks, tables; the front matter is data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pipeline.model import Reading, SourceFile
from pipeline.options import Options
from pipeline.readers.decoded import decoded
from pipeline.readers.marked import Sheet

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-zÆØÅæøå_-]+):[ \t]*(.+)$", re.M)
_TITLE = re.compile(r"^(?:title|tittel)$", re.I)
_BOX = re.compile(r"^\[([ xX])\]\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_BREAK = re.compile(r"<br\s*/?>|</p>|</li>|</tr>", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?(?P<name>[a-z][\w:-]*)(?:\s[^<>]*)?/?>|<[!?][^<>]*>", re.I)
WITHIN = "\v"
"""A line break that a tag makes within a line of the file."""
CODE = 0.5
"""Share of a file's words that fenced code holds at most, if it is code: minutes may be pasted into a fence whole."""
_BREAKS = frozenset(("softbreak", "hardbreak"))
"""Whether a break in the source was meant is told later, as for any typed text."""


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of a Markdown file, marks of emphasis and links' addresses left out."""
    from markdown_it import MarkdownIt

    text = _INVISIBLE.sub("", decoded(source.at))
    sheet = Sheet()
    before = 0  # lines of the front matter
    if front := _FRONT.match(text):
        _front(front, sheet)
        text, before = text[front.end() :], text.count("\n", 0, front.end())
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    fenced = sum(len(token.content.split()) for token in tokens if token.type == "fence")
    _Walk(sheet, before, code_aside=fenced < CODE * len(text.split())).blocks(tokens)
    return sheet.reading("markdown-it-py")


def _front(front: re.Match[str], sheet: Sheet) -> None:
    """The title of the front matter as the first heading, its other fields beside the text."""
    for field in _FIELD.finditer(front.string, *front.span(1)):
        name, value = field.group(1), field.group(2).strip(" \"'")
        if _TITLE.match(name):
            sheet.heading(value, 1, front.string.count("\n", 0, field.start()) + 1)
        else:
            sheet.beside(f"{name}: {value}")


class _Walk:
    """Writes the tokens of a document to a sheet; `marks` are the counters and bullets of the open lists.

    `before`: lines of the file before what the tokens are of. `code_aside`: what stands between fences is code, which
    is kept beside the text, since nobody says it.
    """

    def __init__(self, sheet: Sheet, before: int, *, code_aside: bool) -> None:
        self.sheet = sheet
        self.before = before
        self.code_aside = code_aside
        self.marks: list[tuple[str, int]] = []
        self.pending = ""

    def blocks(self, tokens: list[Any]) -> None:
        """All block tokens in order."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                rows = [self._first(row) for row in tokens[at:end] if row.type == "tr_open"]
                self.sheet.table(_rows(tokens[at:end]), rows)
                at = end
            elif token.type == "heading_open":
                self.sheet.heading(_inline(tokens[at + 1]), int(token.tag[1]), self._first(token))
                at += 2
            else:
                self._block(token)
            at += 1

    def _block(self, token: Any) -> None:
        if token.type == "bullet_list_open":
            self.marks.append(("-", 0))
        elif token.type == "ordered_list_open":
            self.marks.append((token.markup, int(token.attrs.get("start", 1)) - 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.marks.pop()
        elif token.type == "list_item_open":
            mark, count = self.marks[-1]
            self.marks[-1] = mark, count + 1
            self.pending = mark if mark == "-" else f"{count + 1}{mark}"
        elif token.type == "inline":
            self._paragraph(_inline(token), bool(token.children) and _all_bold(token.children), self._first(token))
        elif token.type == "fence" and self.code_aside:
            self.sheet.beside(token.content)
        elif token.type in ("fence", "code_block"):
            self._paragraph(token.content, False, self._first(token) + (token.type == "fence"))
        elif token.type == "html_block":
            self._paragraph(_bare(token.content), False, self._first(token))

    def _first(self, token: Any) -> int:
        """The line of the file that a token begins on."""
        return self.before + int(token.map[0]) + 1

    def _paragraph(self, text: str, bold: bool, first: int) -> None:
        if box := _BOX.match(text):  # a ticked box is done; an empty one is a bullet as any other
            text = text[box.end() :] if box.group(1) == " " else f"[x] {text[box.end() :]}"
        pieces = [(part, first + at) for at, line in enumerate(text.split("\n")) for part in line.split(WITHIN)]
        text = "\n".join(part for part, _ in pieces)
        self.sheet.paragraph(text, bold=bold, marker=self.pending, numbers=[number for _, number in pieces])
        self.pending = ""


def _inline(token: Any) -> str:
    """The words of an inline token, its line breaks kept, those that tags make as `WITHIN`."""
    said = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            said.append(child.content)
        elif child.type == "html_inline":
            said.append(_bare(child.content))
        elif child.type == "image":
            said.append(child.content)
        else:
            said.append("\n" if child.type in _BREAKS else "")
    return "".join(said)


def _all_bold(children: list[Any]) -> bool:
    """True where all words of a paragraph are strong, as in a heading that is not marked as one."""
    depth, plain = 0, False
    for child in children:
        depth += child.nesting if child.type in ("strong_open", "strong_close") else 0
        plain = plain or (depth == 0 and child.type == "text" and bool(child.content.strip(" :")))
    return not plain and any(child.type == "strong_open" for child in children)


def _rows(tokens: list[Any]) -> list[list[str]]:
    """The rows of a table's tokens."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token).replace(WITHIN, "\n"))
    return rows


def _bare(html: str) -> str:
    """The words of raw HTML within Markdown; comments say nothing, and what is no element of HTML is text ("<ord>")."""
    return _TAG.sub(_words_of_tag, _BREAK.sub(WITHIN, _COMMENT.sub(_broken, html)))


def _words_of_tag(match: re.Match[str]) -> str:
    name = (match["name"] or "!").casefold()
    return _broken(match) if name in _elements() or ":" in name or name == "!" else match.group()


def _broken(match: re.Match[str]) -> str:
    """What is left of markup: the line breaks in it, by which the lines behind it are counted."""
    return "\n" * match.group().count("\n")


@cache
def _elements() -> frozenset[str]:
    """The names of HTML's elements."""
    from lxml.html import defs

    return frozenset(defs.tags) | {"main", "picture", "template"}
