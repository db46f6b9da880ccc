"""The title of a document: the line at its head that says what it is, as printed.

A line with the word for its own kind of document ("Referat fra ...", "Årsrapport 2015") is before one that only names a
meeting ("Styremøte i ..."), one set as a heading before a plain one, and an earlier one before a later. A letterhead, a
place, a person or a label says neither, so where no line does there is no title.
"""

from __future__ import annotations

import re

from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Block, Document, Kind, Role
from pipeline.numbering import opening

HEAD_BLOCKS = 10
"""How many blocks a title may be among."""
OPENING_WORDS = 4
"""Within how many words a plain line has to say what it is; a heading may say it anywhere."""
LONGEST = 160
"""Letters from which a text is no title."""
FEW_WORDS = 12
"""Words of a line that is a title though it stands further down, at most."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APPENDIX = expression("title.appendix")
_RULE = re.compile(r"[\s=_*–—-]{3,}$")
_SMALL_WORD = re.compile(r"[^\W\d_]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?")
_FILE_TYPE = expression("title.file_type")
"""What a link says of the file behind it, and which version it is."""
_SENTENCE = re.compile(r"[^\W\d_]\.$")
_DATE_CUT = re.compile(rf"(?:\b\d{{1,2}}\.|\b(?:{'|'.join(dates.MONTHS)}))$", re.I)
_DATE_REST = re.compile(rf"(?:(?:{'|'.join(dates.MONTHS)})\s+)?(?:19|20)\d\d\.?", re.I)


def title_of(document: Document, lexicon: Lexicon) -> str | None:
    """The title as printed, without an appendix's letter and rules drawn with characters; None where there is none."""
    found: list[tuple[float, str]] = []
    front = _front(document)
    for position, block in enumerate(front):
        if document.kind is Kind.ANNUAL_REPORT and block.role is not Role.HEADING and opening(block.text):
            continue  # the matter of a meeting that the report was read at
        for text in _lines(block):
            bare = _subject(_APPENDIX.sub("", _RULE.sub("", text)).strip(" :/|#"), block, document.kind, lexicon)
            worth = _worth(bare, block, document.kind, lexicon)
            if worth:
                appended = 1.2 if _APPENDIX.match(text) else 0.0
                found.append((worth - appended - 0.1 * position, _whole(bare, document.blocks, block)))
    return max(found, key=lambda pair: pair[0], default=(0.0, _further_down(document, lexicon)))[1]


def _further_down(document: Document, lexicon: Lexicon) -> str | None:
    """The title of a report or mandate that stands below other things: its kind, and whose it is or of which year.

    A report may stand behind the agenda that it was read at, and a web page may name the mandate only by its file.
    """
    if document.kind not in (Kind.ANNUAL_REPORT, Kind.MANDATE):
        return None
    for block in document.blocks:
        words = block.text.split()
        if block.role is Role.ROW or block.marker or not 1 < len(words) <= FEW_WORDS or _SENTENCE.search(block.text):
            continue
        said = words[1] if len(words) > 2 else ""
        if _names(words[0].casefold(), document.kind, lexicon) and (
            said.casefold() in lexicon.lists["of_whom"] or _YEAR.fullmatch(words[1])
        ):
            return _FILE_TYPE.sub("", block.text).strip(" .:")
    return None


def _front(document: Document) -> tuple[Block, ...]:
    """The blocks at the head: on the first page, and before the first item and its list."""
    items = [at for item in document.items for at in (item.first, item.listed) if at is not None]
    first = document.blocks[: min([HEAD_BLOCKS, *items])]
    return tuple(block for block in first if block.page == document.pages[0])


def _lines(block: Block) -> list[str]:
    """The texts of a block that may be a title: its own, or the cells of a row that is a letterhead and no table."""
    if block.role is Role.ROW:
        cells = [cell.text for cell in block.lines[0].cells if cell.text]
        return [text for cell in cells for text in cell.split("\n")] if len(cells) <= 2 else []
    return [block.text]


def _subject(text: str, block: Block, kind: Kind, lexicon: Lexicon) -> str:
    """A text without the word before its colon where the title stands behind it, as in mail ("Emne: Referat ...")."""
    before, _, value = text.partition(": ")
    words = _WORD.findall(value.casefold())
    if block.label or len(before.split()) > 1 or not words or not _names(words[0], kind, lexicon):
        return text
    return text if _names(before.casefold(), kind, lexicon) else value.strip()


def _worth(text: str, block: Block, kind: Kind, lexicon: Lexicon) -> float:
    """How much a text looks like the title; 0 where it says neither the kind of document nor a meeting."""
    heading = block.role is Role.HEADING
    if not text or len(text) > LONGEST:
        return 0.0
    words = [word.casefold() for word in _WORD.findall(text)]
    said = words if heading else words[:OPENING_WORDS]
    names = any(_names(word, kind, lexicon) for word in said) or _names("".join(words), kind, lexicon)
    is_sentence = len(words) > OPENING_WORDS and _SENTENCE.search(text) and not _names(words[0], kind, lexicon)
    if is_sentence and not heading:
        return 0.0
    meets = any(_meets(word, kind, lexicon) for word in said)
    if block.role is Role.ROW and not names and block.lines[0].table is not None:
        return 0.0
    if not heading and not _is_titled(text, block, kind, lexicon):
        return 0.0
    return (3.0 if names else 2.0 if meets else 0.0) + (1.0 if heading and (names or meets) else 0.0)


def _is_titled(text: str, block: Block, kind: Kind, lexicon: Lexicon) -> bool:
    """False for words before a colon that only label what follows: "Protokoll: Styremøte 2", but not "Referat: NN"."""
    before, _, value = text.partition(":")
    if block.label and not any(_names(word, kind, lexicon) for word in _WORD.findall(before.casefold())):
        return False
    said = any(_meets(word, kind, lexicon) for word in _WORD.findall(value.casefold()))
    return not value or said or any(c.isdigit() for c in value)


def _names(word: str, kind: Kind, lexicon: Lexicon) -> bool:
    """True for a word that names this kind of document, alone or as the end of a compound."""
    kinds = [kind] if kind is not Kind.OTHER else list(Kind)
    known = {name for k in kinds for name in lexicon.lists[f"kind_{k.value}"] if " " not in name}
    return word in known or any(word.endswith(name) for name in known if len(name) > 6)


def _meets(word: str, kind: Kind, lexicon: Lexicon) -> bool:
    """True for a word that names a meeting, in a document of one."""
    if kind in (Kind.ANNUAL_REPORT, Kind.MANDATE):
        return False
    return word in lexicon.lists["kind_meeting"] or any(word.endswith(name) for name in lexicon.lists["kind_meeting"])


def _whole(text: str, blocks: tuple[Block, ...], block: Block) -> str:
    """A title with letters set apart closed up, and with the rest of it or of its date that the next lines have."""
    words = _WORD.findall(text)
    if len(words) > 2 and max(map(len, words)) <= 3:
        return "".join(words)
    following = blocks[block.index + 1 : block.index + 6]
    if not following:
        return text
    goes_on = len(words) == 1 and following[0].text[:1].islower() and len(following[0].text) <= LONGEST
    if goes_on or (_DATE_CUT.search(text) and _DATE_REST.fullmatch(following[0].text)):
        return f"{text} {following[0].text}"
    for link, rest in zip(following[::2], following[1::2], strict=False):  # "PROTOKOLL" / "FRA" / "ÅRSMØTE" / "I" / ...
        if not (_SMALL_WORD.fullmatch(link.text) and link.size == rest.size == block.size):
            break
        text = f"{text} {link.text} {rest.text}"
    return text
