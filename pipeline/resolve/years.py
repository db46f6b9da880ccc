"""The year that a document speaks of, and the date that its file's name holds."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Document, Kind

_NAME_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])[-_. ](?P<m>0?[1-9]|1[0-2])[-_. ](?P<y>(?:19|20)\d\d|\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
)


_SENT = expression("resolve_years.sent")
_NAME_MONTH = expression("resolve_years.name_month")
"""A month or a season and a year ("okt09", "haust 2012")."""


def from_name(name: str) -> tuple[date, ...]:
    """The full dates that a file's name may mean, the likeliest first: six digits can often be read in two ways.

    >>> from_name("2013-04-22-referat.pdf"), from_name("protokoll_04-2014.pdf")
    ((datetime.date(2013, 4, 22),), ())
    >>> from_name("Referat FAU 140119.pdf")
    (datetime.date(2019, 1, 14), datetime.date(2014, 1, 19))
    """
    stem = name.rsplit(".", 1)[0]
    found: dict[date, None] = {}
    for pattern in _NAME_DATES:
        if match := pattern.search(stem):
            try:
                found[date(_full(int(match["y"])), int(match["m"]), int(match["d"]))] = None
            except ValueError:
                continue
    if not found:
        written = next((f for f in dates.find(re.sub(r"[_-]+", " ", stem)) if f.day and f.year), None)
        day = written.on(written.year or 0) if written else None
        return (day,) if day else ()
    return tuple(found)


def _full(year: int) -> int:
    """A year of two digits with its century."""
    return year if year > 100 else year + (1900 if year >= 60 else 2000)


_TITLE = 14
"""Words of a line that may be a title, at most."""


def year_hint(document: Document, known: int | None) -> int | None:
    """The year the document itself speaks of: its title and head, its case numbers, its full dates, the file's name."""
    first = min((item.first for item in document.items if item.first is not None), default=8)
    head = " ".join(block.text for block in document.blocks[: min(8, max(first, 1))])
    sent = _sent(document)
    if match := re.search(r"(?<![\d/.,-])((?:19[6-9]|20[0-4])\d)(?![\d/])", head):
        told = int(match.group(1))
        titled = any(match.group(1) in b.text and len(b.text.split()) <= _TITLE for b in document.blocks[:8])
        if sent is None or titled or told == sent:
            return told  # a mail may tell of another year than that of its meeting
    if named := from_name(document.file_name):
        return named[0].year
    if match := re.search(r"(?<!\d)((?:19[6-9]|20[0-4])\d)(?!\d)", document.file_name):
        return int(match.group(1))
    if match := _NAME_MONTH.search(document.file_name):
        return _full(int(match["y"]))
    if sent is not None:
        return sent
    counted: Counter[int] = Counter()
    for item in document.items:
        if item.number and (match := re.search(r"/\s?(\d{2,4})$", item.number)):
            counted[_full(int(match.group(1)))] += 3
    for line in document.furniture:
        counted.update(int(y) for y in re.findall(r"(?<!\d)((?:19[6-9]|20[0-4])\d)(?!\d)", line.text))
    for block in document.blocks:
        counted.update(f.year for f in dates.find(block.text) if f.year)
    if counted:
        return _by_weekdays(document, [year for year, _ in counted.most_common()])
    return known or _spoken_of(document)


def _by_weekdays(document: Document, years: list[int]) -> int:
    """The first of the years, or another that the text names, where the days with a weekday fit only that one."""
    days = {
        (f.day, f.month): f for block in document.blocks for f in dates.find(block.text)
        if f.day and f.year is None and f.weekday is not None and f.kind != "nth"
    }.values()  # fmt: skip

    def fitting(year: int) -> int:
        return sum(1 for f in days if (on := f.on(year)) and on.weekday() == f.weekday)

    if not days or any(fitting(year) for year in (years[0], years[0] + 1)):
        return years[0]
    named = {int(year) for block in document.blocks for year in _YEAR_ALONE.findall(block.text)}
    others = [*years[1:], *sorted(named, reverse=True)]
    return next((year for year in others if fitting(year) == len(days)), years[0])


_SERIAL = expression("resolve_years.serial")
"""The number of a meeting, or of a matter, in its year."""
_YEAR_ALONE = expression("resolve_years.year_alone", re.NOFLAG)


def _spoken_of(document: Document) -> int | None:
    """The year of the numbers of meetings and matters, else the one named most often, the earliest of equals."""
    text = " ".join(block.text for block in document.blocks)
    serial = Counter(_full(int(match["y"])) for match in _SERIAL.finditer(text))
    if serial:
        return serial.most_common(1)[0][0]
    counted = Counter(int(year) for year in _YEAR_ALONE.findall(text))
    return min(counted, key=lambda year: (-counted[year], year), default=None)


def _sent(document: Document) -> int | None:
    """The year in which the mail that the minutes are was sent."""
    for line in document.furniture:
        if _SENT.match(line.text) and (day := next((f for f in dates.find(line.text) if f.day and f.year), None)):
            return day.year
    return None


def report_year(document: Document) -> int | None:
    """The year a report is about: beside its title word, else in its first blocks, else in the file's name."""
    title = re.compile(
        r"\b(?:årsrapport|årsmelding|årsberetning|rapport|mandat)\w*[^.\n]{0,60}?((?:19|20)\d\d)\b", re.I
    )
    for block in document.blocks[:20]:
        if match := title.search(block.text):
            return int(match.group(1))
    if document.kind is Kind.MANDATE and (match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", document.file_name)):
        return int(match.group(1))
    for block in document.blocks[:12]:
        if match := re.search(r"(?<![\d/.])((?:19|20)\d\d)(?![\d/])", block.text):
            return int(match.group(1))
    if match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", document.file_name):
        return int(match.group(1))
    counted = Counter(
        int(y) for b in document.blocks for y in re.findall(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])", b.text)
    )
    return counted.most_common(1)[0][0] if counted else None
