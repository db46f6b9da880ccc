"""The agenda items: what the outline found, with presenter, duration and cross references taken off the title."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._names import is_given_name, is_name, is_office, is_organisation, office_before
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.model import Block, Document, Fact, Issue, Item, Kind, Record, Severity
from pipeline.numbering import opening

KINDS = {Kind.MINUTES, Kind.NOTICE}
ROUND = 1
_PRESENTER = expression("agenda.presenter", re.NOFLAG)
_PARENTHESIS = re.compile(r"\s*\((?P<what>[^()]*)\)\s*[.:]?\s*$")
_DURATION = re.compile(
    r"^\s*(?:ca\.?\s*)?(?:\d{1,2}[.:]\d{2}\s*[-–]\s*)?\d{1,3}\s*(?:min(?:utt(?:er)?)?\.?)\s*$|^\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?\s*$",
    re.I,
)
_CROSS = re.compile(r"[\s,.;(–-]*\bjf(?:r)?\.?\s+(?:sak|møte)\s.*$", re.I)
_ROLE = expression("agenda.role")
_ORG_NAME = re.compile(
    r"^(?P<org>[A-ZÆØÅ][\wæøåÆØÅ-]{1,20})/(?P<name>[A-ZÆØÅ][\wæøå.]+(?:\s+[A-ZÆØÅ][\wæøå.-]+){1,3})$"
)
_EXEMPT = expression("agenda.exempt")
_EXEMPT_TAIL = expression("agenda.exempt_tail")
_TREATMENT = expression("agenda.treatment")
"""What stands behind a title of an item that is exempt."""
_WEEKDAY = expression("agenda.weekday")
_STATUTE = expression("agenda.statute")
_POSTPONED = expression("agenda.postponed")
_WITHDRAWN = expression("agenda.withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Fact):
    """One item on the agenda; `item_first` is the block of its heading or list entry, by which other facts find it."""

    collection = "agenda"
    item_first: int
    number: str | None
    title: str
    series: str | None = None
    presenter: str | None = None
    status: str = "treated"
    exempt: Record | None = None

    def record(self) -> Record:
        """The contract's agenda record."""
        return {
            "series": self.series,
            "number": self.number,
            "title": self.title,
            "presenter": self.presenter,
            "status": self.status,
            "exempt": self.exempt,
        }


def extract(document: Document, lexicon: Lexicon) -> Iterator[AgendaItem | Issue]:
    """The items in the order of the document; gaps in their numbers are issues."""
    ordered = sorted(document.items, key=lambda item: item.listed if item.listed is not None else item.first or 0)
    for item in ordered:
        at = item.first if item.first is not None else item.listed
        if (at is None or not any(c.isalnum() for c in item.title)) and (item.number is None or at is None):
            continue
        block = document.blocks[at]
        body = (
            [document.blocks[i] for i in range(item.first + 1, (item.last or item.first) + 1)]
            if item.first is not None
            else []
        )
        title, presenter = split_title(item.title)
        if presenter is None and body and (match := _ORG_NAME.match(body[0].text.strip())):
            presenter = f"{match['name']}, {match['org']}"
        text = " ".join([block.text, *(b.text for b in body)])
        yield AgendaItem(
            place=block.place(0, _title_end(block, item)), block=at, rule=item.rule, confidence=item.confidence, item_first=at, number=_number(item.number),
            title=title, series=item.series, presenter=presenter, status=_status(item.first is not None, bool(body) or bool(item.glued), text, document.kind), exempt=_exempt(text),
        )  # fmt: skip
    if not ordered and document.kind is Kind.MINUTES:
        yield Issue("no_agenda", Severity.DOUBT, document.blocks[0].place() if document.blocks else None)
    yield from _gaps(document)


def _title_end(block: Block, item: Item) -> int | None:
    """Where the title ends in its block: before the body, unless a whole sentence is title and body alike."""
    opens = opening(block.text)
    return None if opens and item.glued <= opens.title_at else item.glued or None


def _number(text: str | None) -> str | None:
    """The number as printed, spaces inside it closed, but for the one before a school year ("9 14/15").

    >>> _number("10 – 2016"), _number("9  14/15")
    ('10–2016', '9 14/15')
    """
    return re.sub(r"\s+(?!\d)|(?<!\d)\s+", "", " ".join(text.split())).rstrip(".:)") if text else None


_ARCHIVE = re.compile(r"^(?:19|20)\d\d/\d{1,6}(?:-\d+)?\s+(?=[A-ZÆØÅ])")
"""The number of the archive's case, which some print between the number and the title."""
_ARCHIVE_BEHIND = expression("agenda.archive_behind")
"""The archive's code behind a title, on its line."""


def split_title(title: str) -> tuple[str, str | None]:
    """A heading's title and its presenter, with durations and cross references off.

    >>> split_title("Status for arbeidet v/ Kari Nes, NAV (15 min)")
    ('Status for arbeidet', 'Kari Nes, NAV')
    >>> split_title("Nytt register - ABC (Ola Li, Helsedirektoratet)"), split_title("Bruk av v/h-plater")
    (('Nytt register - ABC', 'Ola Li, Helsedirektoratet'), ('Bruk av v/h-plater', None))
    """
    text, presenter = (
        _ARCHIVE.sub("", _CROSS.sub("", _EXEMPT_TAIL.sub("", _ARCHIVE_BEHIND.sub("", title))).strip(" :")),
        None,
    )
    for _ in range(3):
        if not (match := _PARENTHESIS.search(text)):
            break
        what = match["what"].strip()
        if _DURATION.match(what) or _TREATMENT.match(what):
            text = text[: match.start()].rstrip()
            continue
        if _EXEMPT.match(what) or _WEEKDAY.fullmatch(what):
            text = text[: match.start()].rstrip()
            continue
        bare = _ROLE.sub("", what).strip()
        if presenter is None and _presents(bare, bool(_ROLE.match(what))):
            presenter, text = bare, text[: match.start()].rstrip()
            continue
        break
    if match := _PRESENTER.search(text):
        who = match["who"].strip(" .,")
        place = match.group().strip().casefold().startswith("ved ") and not is_name(
            office_before(re.split(r",|\s+og\s+", who)[0])[1]
        )
        if presenter is None and not place and (who[:1].isupper() or is_office(who) or office_before(who)[0]):
            presenter = who
            text = text[: match.start()].rstrip(" ,;:–-")
    return text.strip(), presenter


def _presents(text: str, said: bool) -> bool:
    """True where a parenthesis names who presents: people or an organisation with a person."""
    first = re.split(r",|\s+og\s+|/", text)[0].strip()
    name = office_before(first)[1]
    if is_name(name) or is_given_name(text):
        return True
    return said and (is_name(name, single=True) or is_organisation(first))


def _status(treated: bool, body: bool, text: str, kind: Kind) -> str:
    if kind is Kind.NOTICE or not treated:
        return "listed"
    if _WITHDRAWN.search(text):
        return "withdrawn"
    if _POSTPONED.search(text):
        return "postponed"
    return "treated" if body else "listed"


def _exempt(text: str) -> Record | None:
    """The words by which an item is exempt from public access, and the statute."""
    match = _EXEMPT.search(text)
    if not match:
        return None
    statute = _STATUTE.search(text)
    return {"text": match.group().strip(" ,()"), "statute": statute.group().strip(" ,)") if statute else None}


def _gaps(document: Document) -> Iterator[Issue]:
    """Numbers that a rising series leaves out, or has twice."""
    plain = [
        (o.key, item)
        for item in document.items
        if item.number and item.first is not None and (o := opening(f"Sak {item.number} X")) and len(o.key) in (1, 3)
    ]
    for (before, _), (now, item) in itertools.pairwise(plain):
        if item.first is None or len(before) != len(now):
            continue
        place = document.blocks[item.first].place(0, 60)
        step = now[0] - before[0] if len(now) == 1 else now[1] - before[1] if now[0] == before[0] else 1
        if step == 0:
            yield Issue("duplicate_item_number", Severity.DOUBT, place, (("number", item.number or ""),))
        elif 1 < step <= 4:
            yield Issue("agenda_gap", Severity.NOTE, place, (("number", item.number or ""),))
    yield from _repeated(document)


def _repeated(document: Document) -> Iterator[Issue]:
    """Blocks within an item that open with its own number, set like its heading: perhaps an item of their own."""
    for block in document.blocks:
        item = document.item_of(block.index)
        if item is None or item.first is None or block.index <= item.first or not (opens := opening(block.text)):
            continue
        head = document.blocks[item.first]
        alike = block.role is head.role and abs(block.left - head.left) < 3 and block.bold == head.bold
        if alike and opens.number == item.number and opens.series == (item.series or ""):
            values = (("number", opens.number),)
            yield Issue("duplicate_item_number", Severity.DOUBT, block.place(0, 60), values)
