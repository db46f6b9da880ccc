"""The committee, board or group that a document is of: behind its label, in the title, or a line of the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors import _letterhead
from extractors._body_names import GROUP_WORD, LONGEST, TORN, fuller, project, torn
from extractors._helpers import says_minutes, value_start
from extractors._letterhead import REGISTER as _REGISTER
from extractors._letterhead import name_alone
from extractors._meeting_boxes import body_in_box
from extractors._names import has_given_name, is_name
from extractors._venue import ROOM, is_house
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression, listed
from pipeline import dates
from pipeline.blocks import LABEL, known_label
from pipeline.model import Block, Document, Kind, Role

_FROM = expression("body.from", re.I | re.S)
_STOP = expression("body.stop", re.I | re.S)
_SUBJECT = expression("body.subject")
_ANY_BOARD = frozenset(listed("body.any_board"))
"""Bodies that a word alone does not tell from others; it labels a list of members rather."""
_KIND_LAST = expression("body.kind_last")
_REPORT_WORDS = expression("body.report_words")


_REPORT_OF = expression("body.report_of")
"""A report's title whose first word names the body ("Arbeidsgrupperapport for avløp": "Arbeidsgruppe for avløp")."""
_LISTED = re.compile(r"^\s*\d{1,2}[.)]\s|^[A-ZÆØÅ][\w ]{2,20}:\s")
"""A point of a list, or a labelled line."""
_PAPER_OF = expression("body.paper_of")
"""A word for the paper before a colon, or behind the name of the body."""
_OF_KIND = expression("body.of_kind")
"""What kind of body it is, before a colon, and its name."""
_CALLED = re.compile(r"^Møte:\s+(?P<name>[A-ZÆØÅ][^:;\d]{3,80}?)(?:,\s+møte\b.*)?$")
"""Who met, behind a label that says only that they did."""
_LOCAL = expression("body.local")
"""How the name of a local body begins; that of the whole stands above it."""
_SHORT_MEETING = re.compile(r"^(?P<of>[A-ZÆØÅ/]{2,6})-?møte", re.S)
_MEETING_OF = expression("body.meeting_of")
"""A word for a meeting that names who meets ("Elevrådsmøte")."""
_KIND_OF_MEETING = re.compile(r"^(?P<of>[\wæøåÆØÅ-]{3,}møte)\b", re.I)
_HELD_IN = expression("body.held_in", re.NOFLAG)
_AT = re.compile(r"\b(?:hos|hjå)\s*$", re.I)
_ON = re.compile(r"møtet?\s+(?:nr\.?\s*)?(?:\d[\d/-]*\s+)?på\s*$", re.I)
_AT_HOME = re.compile(r"^(?:hjemme|heime)\b", re.I)
_WITH_OWNER = expression("body.with_owner", re.NOFLAG)
"""A body in the definite form and whose it is, in a sentence of the head."""
_MET = expression("body.met", re.I | re.S)
"""What a line says behind a body's name: that it met, that this is the paper of it."""
_PAPERS = frozenset(listed("body.papers"))
"""What stands between the letterhead and the body in a row of three."""
_ENDS_IN_KIND = expression("body.ends_in_kind")
_OF_A_LETTERHEAD = expression("body.of_a_letterhead")
_ROOM_LAST = re.compile(
    r"\s(?:i|på)\s+(?P<place>[a-zæøå]+(?:\s+(?:på|i|ved)\s+\S.*)?)$|\spå\s+(?P<house>[A-ZÆØÅ]\S.*)$"
)
"""A room behind a body's name, where the line goes on with it."""
_NO_BODY = expression("body.no_body")
"""What is left of a line and names nobody."""
_NAMING = re.compile(r"[A-ZÆØÅ\d]|^\w+(?:et|en|a|ene|ane)\b")
"""What of words that no word for a group is among makes them a name: a capital, or that they are definite."""
_NAMELESS = 1.6
"""What words with nothing of a name are worth less, so that the letterhead is more."""
_LEGAL = re.compile(r"\b(?:SA|AS|BA|HF|IKS)$")
"""The form of a company, which has a board or a committee of its own."""
_MOTE_NR = re.compile(r"\s*[,;–-]?\s*\bmøte\s?(?:(?:nr|nummer)\b\.?\s*:?\s*[\d/–-]*|\d{1,2}/\d{2,4})\s*$", re.I)
"""The label of the meeting's number, or the number itself, behind a name on one line."""
_HOUSE_LAST = re.compile(r"^(?P<body>.*\w.*),\s+(?P<house>(?-i:[A-ZÆØÅ])[^,]*)$")
"""A house, behind the last comma of a body's line."""
_PERSON = expression("body.person", re.NOFLAG)
_KIND_ASIDE = expression("body.kind_aside")
"""A kind of meeting in parentheses before whose it was ("(ÅRSMØTE) I LIA BORETTSLAG")."""
_HALF_A_TITLE = expression("body.half_a_title")
"""What a title's word for the paper ends in, once its date is off."""
_PLACES_LAST = re.compile(r"\s+[A-ZÆØÅ][\wæøå]+(?:\s+[–-]\s+[A-ZÆØÅ][\wæøå]+){2,}$")
"""The members of a council, on the line below its name."""


_HEAD = 14
"""Blocks among which a document says what it is."""
_TOP = 4
_TOLD_OF = 2.0
"""What a name is worth less that stands further down than among the first lines, where a sentence tells of another body."""


def body_of(document: Document, lexicon: Lexicon) -> str | None:
    """The committee, board or group: behind its label, in the title without its words for minutes, or a line of the head."""
    blocks = document.blocks
    for block in blocks[:_HEAD]:
        if (
            block.label
            and known_label(block.label, lexicon)[:1] == ("body",)
            and (text := block.text[value_start(block) :].strip(" .:"))
            and not any(found.day and not found.start for found in dates.find(text))
        ):
            return _MOTE_NR.sub("", text).strip(" .:")
        if (kind := _OF_KIND.match(block.text)) and not (is_name(kind["name"]) and has_given_name(kind["name"])):
            return kind["name"].strip(" .")
        if (called := _CALLED.match(block.text)) and GROUP_WORD.search(called["name"]):
            return called["name"].strip(" .")
    if boxed := body_in_box(document, lexicon):
        return boxed
    candidates: list[tuple[float, str]] = []
    for position, block in enumerate(_front(document, lexicon)):
        texts = _texts(block)
        deep = position > _TOP and block.role is not Role.HEADING
        titled = block.role is Role.HEADING or (len(texts) > 1 and any(says_minutes(text, lexicon) for text in texts))
        for text in texts:
            if found := _candidate(text, document, lexicon):
                worth, name = found
                candidates.append((worth + 0.5 * titled - 0.1 * position - _TOLD_OF * deep, name))
    of_meeting = document.kind not in (Kind.MANDATE, Kind.ANNUAL_REPORT)
    if document.title and (of_meeting or _at_head(document.title, blocks)):
        candidates.extend(found for found in (_candidate(document.title, document, lexicon),) if found)
    if of_meeting:
        candidates.extend(_beside_the_title(document, lexicon))
    chosen = max(candidates, default=(0.0, None), key=lambda pair: pair[0])[1] or project(blocks[:_HEAD])
    return torn(document, fuller(chosen, [name for _, name in candidates])) if chosen else None


def _at_head(title: str, blocks: tuple[Block, ...]) -> bool:
    """False for a title from further down, which may be a file's and name the body in other words."""
    return " ".join(title.split()[:3]) in " ".join(block.text for block in blocks[:_HEAD])


def _front(document: Document, lexicon: Lexicon) -> tuple[Block, ...]:
    """The first blocks, up to where those who came are named or matters are listed."""
    out: list[Block] = []
    for block in document.head[:8]:
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in ("present", "absent", "agenda"):
            break
        of_paper = bool(block.label) and _PAPER_OF.match(block.text) is not None
        listed = block.role is Role.LIST and (bool(block.marker) or block.text[:1] in "•-–*")
        grouped = meaning[:1] == ("group",) and fold(block.text) == fold(block.label) not in _ANY_BOARD
        if (not meaning or meaning[0] == "number" or of_paper or grouped) and not listed:
            out.append(block)
    return tuple(out)


def _texts(block: Block) -> list[str]:
    """The texts of a block that may name the body: its own, or those of a row of two."""
    cells = block.lines[0].cells
    if not cells:
        return [block.text] if len(block.text) <= 200 else []
    texts = [cell.text.replace("\n", " ") for cell in cells if not _OF_A_LETTERHEAD.search(cell.text)]
    if len(texts) == 2 and TORN.match(texts[1]):
        return [" ".join(texts)]  # words set far apart
    texts = texts if len(texts) <= 2 or (len(texts) == 3 and fold(texts[1]) in _PAPERS) else []
    return texts[1:] if texts and texts[0].rstrip().endswith(":") else texts


def _candidate(text: str, document: Document, lexicon: Lexicon) -> tuple[float, str] | None:
    """What is left of a line when its words for minutes, meeting, date and number are off, with its worth as a body."""
    text = re.sub(
        r"^(?:vedlegg|appendiks|bilag)\s+(?:[A-ZÆØÅ]|\d{1,2}|[IVX]{1,4})\b\s*[:.–-]?\s*",
        "",
        _SUBJECT.sub("", text),
        flags=re.I,
    )
    if _LISTED.match(text) and not _PAPER_OF.match(text):
        return None
    match = _FROM.match(text)
    rest = _KIND_ASIDE.sub("", _REGISTER.sub("", match["body"] if match else text))
    pieces = [p for p in re.split(r"\s*,\s*|\s+[–-]\s+", rest) if GROUP_WORD.search(p)]
    if pieces and re.match(r"^\W*(?:nr\.?|\d)", rest):
        rest = pieces[0]  # "nr. 2 - 2014, Fagerlid Idrettslag"
    name = _KIND_LAST.sub("", _STOP.sub("", _KIND_LAST.sub("", rest))).strip(' .,:;–—-«»"#·*')
    name = _MOTE_NR.sub("", _PLACES_LAST.sub("", name_alone(_MET.sub("", name))))
    if name.count(" / ") > 1:
        return None  # where a page stands in a web of pages
    name += "»" * (name.count("«") > name.count("»"))
    if (house := _HOUSE_LAST.match(name)) and is_house(house["house"]) and GROUP_WORD.search(house["body"]):
        name = house["body"]
    at = _ROOM_LAST.search(name)
    if at and is_house(at["house"] or at["place"].split()[0]):
        name = name[: at.start()].rstrip(" ,")
    said = says_minutes(text, lexicon)
    if document.kind in (Kind.MANDATE, Kind.ANNUAL_REPORT):
        if (of := _REPORT_OF.match(text)) and len(text.split()) <= LONGEST:
            return 3.0, f"{of['body']}{of['whose'] or ''}"
        name = _REPORT_WORDS.sub("", name).strip(' .,:;–—-«»"')
        said = said or name != _STOP.sub("", text).strip(' .,:;–—-«»"')
    short = match["meeting"] if match else ""
    if short and (kind := _SHORT_MEETING.match(short)) and (not name or name[:1].isupper()):
        name = f"{kind['of']} {name}".strip()  # "FAU-møte Lia skole"
    if (len(name) < 3 and not (name.isupper() and len(name) == 2)) or not any(c.isalpha() for c in name):
        return None
    if whole := short and re.match(r"mellom\s|\([A-ZÆØÅ]{2,6}\)\s", name):
        name = f"{short} {name}"  # "Dialogmøte mellom A og B" is of both
    labels = fold(name) in lexicon.labels
    if (
        (labels and (known_label(name, lexicon)[:1] != ("group",) or fold(name) in _ANY_BOARD))
        or _HALF_A_TITLE.sub("", fold(name)) in _PAPERS
        or _NO_BODY.match(name)
        or any(found.day for found in dates.find(name))
        or ((labelled := LABEL.match(name)) and known_label(labelled[1], lexicon))
    ):
        return None
    if grouped := GROUP_WORD.search(name):
        name = (
            re.sub(r"\s+(?:på|hos|hjå)\s+.*$", "", name).rstrip(" ,")
            if grouped.end() < len(name) and not whole
            else name
        )
    if (
        (not said and not grouped)
        or (not grouped and ROOM.search(name))
        or (match and _AT.search(text[: match.start("body")]))
        or _AT_HOME.match(name)
    ):
        return None
    if (_PERSON.search(name) or len(name.split()) > LONGEST) and not said:
        return None
    if match and not grouped and _ON.search(text[: match.start("body")]):
        return None  # "årsmøte på Skogtun": where, and not whose
    return (2.0 if said else 0.0) + 0.3 * bool(_LOCAL.match(name)) + (
        1.2 if _LEGAL.search(name) else 1.5 if grouped else -_NAMELESS * (not _NAMING.search(name))
    ) - 2 * (len(name.split()) > 14), name


def _beside_the_title(document: Document, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    """What names the body elsewhere: a mail's subject, the lines above, the running head, the word for the meeting."""
    subject = _letterhead.subject(document)
    if subject and (found := _candidate(subject, document, lexicon)):
        yield found
    for position, name in enumerate(_letterhead.names_above(document, lexicon)):
        yield 1.2 - 0.05 * position, name
    if (below := _letterhead.name_below(document, lexicon)) and not is_house(below):
        yield 1.0, below
    yield from ((0.9, name) for name in _letterhead.names_signed(document, lexicon))
    yield from ((0.4, name) for name in _letterhead.addressed(document) if GROUP_WORD.search(name))
    for name in _letterhead.names_running(document, lexicon):
        yield 1.1, name
    for text in (document.title or "", *(block.text for block in document.head[:4]), *_going_on(document)):
        if match := _MEETING_OF.match(text):
            yield 1.3, match["of"]
        if (
            (match := _KIND_OF_MEETING.match(text))
            and not known_label(match["of"], lexicon)
            and fold(match["of"]) not in lexicon.lists["kind_meeting"]
        ):
            yield 0.5, match["of"]
        if match := _HELD_IN.search(text):
            name = match["body"].strip(" .,")
            at = _ROOM_LAST.search(name)
            name = name[: at.start()] if at and is_house(at["house"] or at["place"]) else name
            yield (3.7 if GROUP_WORD.search(name.split()[0]) and not text.isupper() else 1.4), name
        if match := _ENDS_IN_KIND.match(text.split(" ", 1)[0]):
            yield 3.2, match["of"]
        if match := _WITH_OWNER.search(text):
            yield 3.7, match["body"]


def _going_on(document: Document) -> Iterator[str]:
    """A title with the line below it that says whose it is ("PROTOKOLL FRA STYREMØTE" / "i Lia Bygg AS, den 3. mai")."""
    for block, below in pairwise(document.head[:3]):
        if TORN.match(below.text) and len(block.text.split()) < LONGEST:
            yield f"{block.text.capitalize()} {below.text}"
