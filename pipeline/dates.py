"""Dates and times in Norwegian text: an own grammar finds the spans, dateutil parses what was found.

Section numbers, forms, report numbers, case numbers and sums of money are not dates: a day and month without a year
counts only beside a word that asks for one, which the caller decides with `bare`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from dateutil.parser import ParserError, parse, parserinfo
from dateutil.relativedelta import FR, relativedelta

from pipeline.memo import KEPT

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_SHORT = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_NAMED = (*_SHORT, "may", "oct", "dec")
"""What a text has that names a month."""
_WEEKDAYS = (
    ("mandag", "måndag"),
    ("tirsdag", "tysdag"),
    ("onsdag",),
    ("torsdag",),
    ("fredag",),
    ("lørdag", "laurdag"),
    ("søndag", "sundag"),
)
_WD_SHORT = (
    ("man", "mån"),
    ("tir", "tirs", "tys"),
    ("ons",),
    ("tor", "tors"),
    ("fre",),
    ("lør", "lau"),
    ("søn", "sun"),
)
_OWN_MONTH = r"jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""Months as the heads of papers in English have them; read beside a year only, since some are people's names."""
_MONTH = rf"(?:(?:{_OWN_MONTH})\b\.?|(?:{'|'.join(_ENGLISH)})(?=,?\s+(?:19|20)\d\d\b))"
_MONTH_FIRST = rf"(?:{_OWN_MONTH}|{'|'.join(_ENGLISH)})\b\.?"
_WEEKDAY = (
    r"(?:måndag|mandag|tysdag|tirsdag|onsdag|torsdag|fredag|laurdag|lørdag|sundag|søndag|(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|søn|sun)d?\."
    r"|\b(?:mån|månd|tirs?|tirsd|tys|tysd|onsd?|torsd?|lørd?|laurd?|lau|sønd?|(?-i:mand?|tor|fred?|sund?))(?=\s\d))"
)
"""A weekday, whole or short; "Tor" and "Fred" before a number are people."""
_YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUM_MONTH = r"(?:0?[1-9]|1[0-2])"
_ORDINAL = r"(?:-?(?:te|de|ste|die|dje|den|nen|re|st|nd|rd|th)\b(?:\sof\b)?)?"
"""How ordinals end that are no full stop ("3die mai")."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SPELLED = {
    word: day
    for day, words in enumerate(
        (
            "første fyrste", "andre annen", "tredje", "fjerde", "femte", "sjette", "sjuende syvende sjuande", "åttende åttande",
            "niende niande", "tiende tiande", "ellevte ellefte", "tolvte tolfte", "trettende trettande", "fjortende fjortande",
            "femtende femtande", "sekstende sekstande", "syttende syttande", "attende attande", "nittende nittande",
            "tjuende tjuande tyvende", "tjueførste tjuefyrste enogtyvende", "tjueandre toogtyvende", "tjuetredje treogtyvende",
            "tjuefjerde fireogtyvende", "tjuefemte femogtyvende", "tjuesjette seksogtyvende",
            "tjuesjuende tjuesyvende tjuesjuande syvogtyvende", "tjueåttende tjueåttande åtteogtyvende",
            "tjueniende tjueniande niogtyvende", "trettiende trettiande tredevte", "trettiførste trettifyrste enogtredevte",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
"""Days of the month by word."""
_DAY_WORD = "|".join(sorted(_SPELLED, key=len, reverse=True))
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?\s*(?:den\s+|d\.\s*)?)?"

_WHOLE = "".join(rf"(?<!{end}\.)" for end in ("ember", "ober", "uar", "mars", "april", "mai", "juni", "juli", "august"))
"""Not behind a month's whole name and a full stop: there a sentence ends ("12. september. 19 møtte")."""
FINDERS = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("iso", rf"(?<![\d/.-])(?P<y>{_YEAR})(?P<sep>[-./])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?![\d])"),
        ("run", r"(?:^\W*|\b(?:\w*møte|referat|protokoll|dato)\W+)(?P<y>20\d\d|199\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d])"),
        ("spelled", rf"{_LEAD}\b(?:(?P<fromw>{_DAY_WORD})\s+og\s+)?(?P<dw>{_DAY_WORD})\s+(?P<mon>{_MONTH})(?:\s+(?P<y>{_YEAR})(?!\d))?"),
        ("roman", rf"{_LEAD}(?<![\d./])(?P<d>{_DAY})(?:[./]|\.\s(?=[IVX]{{2}}))(?P<rm>(?-i:{'|'.join(sorted(_ROMAN, key=len, reverse=True))}))\b(?:\s?[./–-]\s?|\s)(?P<y>{_YEAR}|\d{{2}})(?!\d)"),
        ("month_first", rf"(?P<mon>{_MONTH_FIRST})\s+(?P<d>{_DAY}){_ORDINAL}(?:,?\s+(?P<y>{_YEAR})(?!\d)|(?=,?\s+(?:kl\.?\s*)?[012]?\d[.:][0-5]\d(?![\d.])))"),
        ("month_day", rf"\A(?P<mon>{_MONTH_FIRST})\s+(?P<d>{_DAY})\Z"),
        ("american", rf"(?<![\d./-])(?P<m>{_NUM_MONTH})/(?P<d>1[3-9]|2\d|3[01])/(?P<y>{_YEAR})(?!\d)"),
        ("hyphens", rf"{_LEAD}(?<![\d./-])(?P<d>{_DAY})-(?P<m>{_NUM_MONTH})-(?P<y>{_YEAR})(?![\d/-])|(?<![\d./-])(?P<d2>{_DAY})-(?P<m2>{_NUM_MONTH})-(?P<y2>9\d|[0-2]\d)(?![\d/-])"),
        ("spaced", rf"(?<!\d)(?<!\d[ .,])(?P<d>0[1-9]|[12]\d|3[01])\s(?P<m>0[1-9]|1[0-2])\s(?P<y>{_YEAR})(?!\s?\d)"),
        ("words", rf"{_LEAD}(?<![\d./])(?:(?:(?P<from>{_DAY})(?:\.?\s*(?P<fm>{_MONTH})\s*(?:[-–]|til)\s*|\.\s*(?:[-–]|til)\s*|[-–]|\s+til\s+)|(?P<from2>{_DAY})\.?\s*og\s*)(?:{_WEEKDAY}\s*)?)?(?P<d>{_DAY}){_ORDINAL}\s?\.?\s*(?P<mon>{_MONTH})(?:\s*,?\s*(?P<y>{_YEAR})(?!\d)|(?:{_WHOLE}\s+['’]?|(?<=[a-z]\.)|\s?[-–]['’]?)(?P<y2>\d{{2}})(?![\d.:/]|\s*{_MONTH}))?"),
        ("numeric", rf"{_LEAD}(?<![\d./§-])(?:(?P<from>{_DAY})(?:(?:\.(?P<fm>{_NUM_MONTH}))?\.?\s*(?:og|til)\s*|(?:\.(?P<fm2>{_NUM_MONTH}))?\.\s*[-–]\s*|/(?={_DAY}\.{_NUM_MONTH}\.\d\d)|[-–]))?(?P<d>{_DAY})(?:\s?[./]\s?|\.\si\s)(?P<m>{_NUM_MONTH})(?:(?:\s?[./]|\.?\s?[–-])\s?['’]?(?P<y>{_YEAR}|\d{{2}})|\.?\s(?P<y2>199\d|20(?:0[1-9]|[12]\d)))(?!\d|[/%](?!\d\d[.:])|[.,]\d|\s?[-–]\s?\d{{4}}|\s(?:kr|kroner)\b)"),
        ("bare", rf"{_LEAD}(?<![\d./,§-])(?:(?P<from>{_DAY})\.?\s*(?:[-–]|og)\s*)?(?P<d>{_DAY})(?P<sep>[./])\s?(?P<m>{_NUM_MONTH})(?![\d/%]|[.,]\d|\s?kr|\s%)\.?"),
        ("nth", rf"(?P<nth>første|fyrste|andre|tredje|fjerde|siste)\s+(?P<weekday>{_WEEKDAY}|(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|søn|sun)\b)(?:en)?\s+i\s+(?P<mon>{_MONTH})(?:\s+(?P<y>{_YEAR})(?!\d))?"),
        ("month_year", rf"(?<![\d.]\s)(?<!\d\.)(?P<mon>{_MONTH})\s+(?P<y>{_YEAR})(?!\d)"),
    )
)  # fmt: skip
_BY_WORD = re.compile(rf"(?:te|re|de|je)\s{_MONTH}", re.I)
_DIGIT = re.compile(rf"\d|(?:te|re|de)\s\w+\.?\si\s|{_BY_WORD.pattern}", re.I)
"""What a text with a date has: a number, or which of a month's weekdays is meant."""
_NTH = {"første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "siste": 5}
LAST = 5
"""What "siste" counts as."""
_DOTTED = re.compile(r"\d\s?(?:[./]|\.\si)\s?\d")
_DASHED = re.compile(r"\d-\d\d?-\d")
_LONG_YEAR = re.compile(rf"{_YEAR}")
_IN_ROMAN = re.compile(r"\d[./]\s?[IVX]")
_NO_DATE = re.compile(
    r"(?:§+|punkt|pkt\.?|kap\.?|kapittel|avsnitt|skjema|rapport|nr\.?|sak|kr\.?|gnr\.?|bnr\.?|versjon|v\.|tabell|figur|side|s\.)\s*$"
)
"""What stands before a number that is none of a date."""
_COMPOUND = re.compile(r"-[a-zæøå]{3,}")
"""What makes a day the first part of a word ("17. mai-komiteen")."""
_TIME = r"(?P<{0}h>[01]?\d|2[0-4])(?:\s?[.:,]\s?(?P<{0}m>[0-5]\d)|(?P<{0}mm>[0-5]\d)|\s(?P<{0}s>00|15|30|45)(?=\W|$)(?!\s\w{{4,}}er\b))?(?!\d)"
_TO = r"(?P<dot>\.)?(?:\s*(?:[-–—]+>?|→|til|og\s+var[ea]r\s+(?:fr[ae]m\s+)?til)\s*|(?:(?<=:\d\d)|(?<=\.00)|(?<=\.1[3-9])|(?<=\.[2-5]\d))\s/\s(?=\d{1,2}[.:]\d\d))(?:til\s+)?(?:(?:om lag|omlag|ca\.?)\s*)?(?:kl(?:okk[ae]n?)?\.?\s*)?"
"""What joins the hours from when to when; a slash only where the first can be no day ("10.00 / 14.40", not "10.11 / 14.12")."""
_CLOCK = re.compile(
    rf"(?:\b(?:kl(?:okk[ae]n?)?\s?[.:]?(?:slett)?|fra|frå|tid(?:spunkt)?\s*:|møtetid\s*:)\s*(?:kl\.?\s*)?)?(?<!\d)(?<!\d[.,/-]){_TIME.format('a')}(?:{_TO}{_TIME.format('b')}(?![\d/]|[.,]\d))?",
    re.I,
)
_STAMP = re.compile(r"(?<![^\W\d_])T$")
"""What joins day and hour in one stamp ("2021-02-03T09:00")."""
_YEARS = re.compile(
    r"(?:19|20)(?!00|15|30|45)\d\d\s*[-–—]\s*(?:19|20)\d\d|(?:19|20)\d\d\s*[-–—]\s*(?:19|20)(?!00|15|30|45)\d\d"
)
"""From one year to another, not from one hour."""
_NO_MONTH = r"(?:00|1[3-9]|[2-5]\d)"
_CLOCK_RANGE = re.compile(
    r"\bkl\.?\s*\d{1,2}[.:]\d{2}\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?!\d)"
    rf"|(?<![\d./])\d{{1,2}}[.:](?:{_NO_MONTH}\s*[-–—]\s*\d{{1,2}}[.:]\d{{2}}|\d{{2}}\s*[-–—]\s*\d{{1,2}}[.:]{_NO_MONTH})(?!\d|[./]\d)"
    r"|\bkl(?:okk[ae]n?)?\.?\s*(?:[01]?\d|2[0-4])\.[0-5]\d(?!\d|[./-]\d)",
    re.I,
)
_CUE_CLOCK = re.compile(
    r"\b(?:kl(?:okk[ae]n?)?\b|tid\b|tidspunkt|møtetid|fra|frå)[\s.:]*(?:slett\s*)?(?:kl\.?\s*)?$", re.I
)


_MONTH_FORMS: list[Any] = [
    tuple(dict.fromkeys((short, name, "sept" if name == "september" else name, english)))
    for short, name, english in zip(_SHORT, MONTHS, _ENGLISH, strict=True)
]
_WEEKDAY_FORMS: list[Any] = [
    tuple(dict.fromkeys((*full, *short))) for full, short in zip(_WEEKDAYS, _WD_SHORT, strict=True)
]
_SKIPPED: list[str] = [" ", ".", ",", ";", "-", "/", "'", "den", "og", "m", "t", "of", "and"]


class _Norwegian(parserinfo):
    """dateutil's parser with Norwegian month and weekday names, day first."""

    MONTHS = _MONTH_FORMS
    WEEKDAYS = _WEEKDAY_FORMS
    JUMP = _SKIPPED


@cache
def _info() -> _Norwegian:
    return _Norwegian(dayfirst=True)


@dataclass(frozen=True, slots=True)
class Found:
    """A date as it stands in a text: span, day and month, year or None, weekday (0 = Monday) or None.

    `first_day` is the earlier day of a two-day span ("22 og 23.03.2021"); `kind` is the name of its grammar rule.
    Of "siste fredag i april" `day` is the earliest that it can be, and the year tells which it is.
    """

    start: int
    end: int
    kind: str
    day: int | None
    month: int
    year: int | None
    weekday: int | None = None
    first_day: int | None = None

    def first_on(self, last: date) -> date:
        """The first of several days, by the date of the last one; that one where it is the only one."""
        if self.first_day is None:
            return last
        month = last if self.first_day < last.day else last.replace(day=1) - timedelta(days=1)
        return month.replace(day=self.first_day) if self.first_day <= month_end(month.year, month.month).day else last

    def on(self, year: int) -> date | None:
        """The date in that year, None where there is no such day."""
        try:
            if self.kind == "nth" and self.weekday is not None and self.day:
                return _weekday_from(self.year or year, self.month, self.day, self.weekday)
            return date(self.year or year, self.month, self.day or 1)
        except ValueError:
            return None


@lru_cache(KEPT)
def find(text: str) -> tuple[Found, ...]:
    """Every date in a text, left to right, the longest reading of each place.

    >>> [(f.day, f.month, f.year) for f in find("tirsdag 25. september 2018, 21/6-17, 5.07.00 og 2012-03-14")]
    [(25, 9, 2018), (21, 6, 2017), (5, 7, 2000), (14, 3, 2012)]
    >>> [str(f.on(2024)) for f in find("siste torsdag i februar, andre mån. i mai og første sundag i juni 2025")]
    ['2024-02-29', '2024-05-13', '2025-06-01']
    >>> [(f.first_day, f.day, f.month) for f in find("22 og 23.03.2021")]
    [(22, 23, 3)]
    >>> [(f.day, f.month, f.year) for f in find("May 14, 2009, juni 11, 20:00 og 03/28/2012; May Lie 12")]
    [(14, 5, 2009), (11, 6, None), (28, 3, 2012)]
    >>> find("kl. 12.15–15.05"), find("Tid: 19.00 – 21.10"), find("Møtet ble hevet kl. 19.10.")
    ((), (), ())
    >>> find("punkt 3.1.2 i rapport 7/2012, kr 2.500,-, 46/15")
    ()
    """
    found: list[Found] = []
    if not _DIGIT.search(text):
        return ()
    low = text.casefold()
    named, dotted = any(month in low for month in _NAMED), _DOTTED.search(text) is not None
    year = _LONG_YEAR.search(text) is not None
    needed = {
        "iso": year, "run": year, "spaced": year, "hyphens": _DASHED.search(text), "roman": _IN_ROMAN.search(text),
        "spelled": named and _BY_WORD.search(text), "nth": named, "words": named, "month_year": named,
        "numeric": dotted, "bare": dotted, "month_first": named, "month_day": named, "american": year and dotted,
    }  # fmt: skip
    fitting = [(name, pattern) for name, pattern in FINDERS if needed[name]]  # most numbers are no dates
    if not fitting:
        return ()
    taken = [False] * (len(text) + 1)
    for clocks in _CLOCK_RANGE.finditer(text):  # "kl. 12.15–15.05" has no 15 May
        taken[clocks.start() : clocks.end()] = [True] * (clocks.end() - clocks.start())
    for name, pattern in fitting:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if one := _read(name, match, text):
                found.append(one)
                for i in range(match.start(), match.end()):
                    taken[i] = True
    return tuple(sorted(found, key=lambda f: f.start))


_DAY_LAST = re.compile(r"\s\d{1,2}\.$")
_MONTH_LAST = re.compile(rf"\s\d{{1,2}}\.\s(?:{'|'.join(MONTHS)})$", re.I)


def broken(line: str, following: str) -> bool:
    """True where a line ends in the midst of a date that the next one goes on with.

    >>> broken("Svaret må komme senest 30.", "juni."), broken("altså 31. juli", "2023. Ingen vet."), broken("Sak 3.", "Jul")
    (True, True, False)
    """
    counts = following[:1].isdigit()
    if not counts and not (line[-1:] == "." and line[-2:-1].isdigit()):
        return False  # most lines
    word = following.split(" ", 1)[0].rstrip(".,;:)")
    if not counts:
        return word in MONTHS and _DAY_LAST.search(line) is not None
    return word.isdigit() and bool(re.fullmatch(_YEAR, word) and _MONTH_LAST.search(line))


def blanked(text: str) -> str:
    """The text with its dates as spaces, whose digits are no clock."""
    for found in find(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _read(name: str, match: re.Match[str], text: str) -> Found | None:
    """One match of the grammar as a date, parsed by dateutil; None where it is none."""
    parts = match.groupdict()
    if name == "spelled":
        return _spelled(parts, match)
    if name == "roman":
        parts["m"] = str(_ROMAN.index(parts["rm"] or "") + 1)
    if parts.get("d2"):
        parts |= {"d": parts["d2"], "m": parts["m2"], "y": parts["y2"]}
    year = _year(parts.get("y") or parts.get("y2"))
    words = parts.get("mon")
    start = match.start("d2" if parts.get("d2") else "d") if parts.get("d") else match.start("mon")
    before = text[max(0, start - 14) : start].casefold()
    if name in ("numeric", "bare", "hyphens", "roman") and _NO_DATE.search(before):
        return None
    if name == "numeric" and year is None:
        return None
    if name == "words" and year is None and _COMPOUND.match(text, match.end()):
        return None
    day = int(parts["d"]) if parts.get("d") else None
    if nth := _NTH.get((parts.get("nth") or "").casefold()):
        return _nth_weekday(nth, parts, match)
    month_text = words.rstrip(".") if words else None
    canonical = f"{day or 1} {month_text}" if month_text else f"{day or 1}.{parts['m']}"
    value = _parsed(f"{canonical}{' ' if month_text else '.'}{year or 2000}")
    if value is None:
        return None
    weekday = _weekday(parts.get("weekday"))
    earlier = "from" if parts.get("from") else "from2" if parts.get("from2") else None
    begin = match.start("weekday") if parts.get("weekday") else match.start(earlier) if earlier else start
    if name in ("iso", "run", "month_first", "month_day", "american"):
        begin = match.start()
    first = int(parts[earlier]) if earlier else None
    if first is not None and first >= value.day and not (parts.get("fm") or parts.get("fm2")):
        first, begin = None, match.start("weekday") if parts.get("weekday") else start
    return Found(begin, match.end(), name, value.day if day else None, value.month, year, weekday, first)


def _spelled(parts: dict[str, str | None], match: re.Match[str]) -> Found | None:
    """A day by word ("den tolvte mars 1998")."""
    day = _SPELLED[(parts["dw"] or "").casefold()]
    first = _SPELLED.get((parts["fromw"] or "").casefold())
    year = _year(parts.get("y"))
    value = _parsed(f"{day} {(parts['mon'] or '').rstrip('.')} {year or 2000}")
    if value is None:
        return None
    first = first if first and first < day else None
    begin = match.start("weekday" if parts.get("weekday") else "fromw" if first else "dw")
    return Found(begin, match.end(), "spelled", value.day, value.month, year, _weekday(parts.get("weekday")), first)


def _nth_weekday(nth: int, parts: dict[str, str | None], match: re.Match[str]) -> Found | None:
    """One weekday of a month by its count ("siste fredag i april"); its day is the earliest that it can be."""
    month = _parsed(f"1 {(parts['mon'] or '').rstrip('.')} 2001")
    if month is None:
        return None
    day = 7 * nth - 6 if nth < LAST else month_end(2004, month.month).day - 6
    return Found(
        match.start(), match.end(), "nth", day, month.month, _year(parts.get("y")), _weekday(parts.get("weekday"))
    )


def _weekday_from(year: int, month: int, day: int, weekday: int) -> date:
    """The first such weekday from a day on; of the last week of a month, in leap years too."""
    first = date(year, month, day) if day <= 7 * (LAST - 1) - 6 else month_end(year, month) - timedelta(days=6)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


@lru_cache(KEPT)  # dateutil takes a third of a millisecond, and minutes name the same few days
def _parsed(text: str) -> date | None:
    """A day, month and year as a date; None where there is no such day."""
    try:
        return parse(text, parserinfo=_info(), dayfirst=True).date()
    except (ParserError, ValueError, OverflowError):
        return None


def _year(text: str | None) -> int | None:
    """A year of two or four digits: 98 is 1998, 13 is 2013.

    >>> _year("98"), _year("13"), _year("2007"), _year(None)
    (1998, 2013, 2007, None)
    """
    if not text:
        return None
    value = int(text)
    if value >= 100:
        return value
    return 1900 + value if value >= 60 else 2000 + value


def _weekday(text: str | None) -> int | None:
    if not text:
        return None
    name = text.rstrip(".").casefold()
    name = name[:-1] if name.endswith("d") else name  # "onsd."
    for number, (full, short) in enumerate(zip(_WEEKDAYS, _WD_SHORT, strict=True)):
        if name in full or name in short:
            return number
    return None


def clock(text: str, *, cue: bool = True) -> tuple[str | None, str | None, tuple[int, int]] | None:
    """The first time of day in a text as (start, end, span), "HH:MM" or None each.

    With `cue`, a lone time needs "kl." or the like before it, or a separator and a range.

    >>> clock("Kl.0900-1200.")[:2], clock("kl. 10-14")[:2]
    (('09:00', '12:00'), ('10:00', '14:00'))
    >>> clock("kl 19.45 – 20.45  på Teams")[:2], clock("Klokka: 2030")[:2]
    (('19:45', '20:45'), ('20:30', None))
    >>> clock("Det starter kl. 11 og varer til 14.30.")[:2]
    ('11:00', '14:30')
    >>> clock("torsdag fra 18 til 20.30")[:2], clock("vi satt fra 17 til 20.")[:2]
    (('18:00', '20:30'), ('17:00', '20:00'))
    >>> clock("sak 12 og 13"), clock("fra 10 til 12 medlemmer"), clock("fra 1931 av")
    (None, None, None)
    """
    for match in _CLOCK.finditer(text):
        before = text[: match.start("ah")]
        if before[-1:].isupper() and not (match["am"] and _STAMP.search(before)):
            continue  # a room ("S214")
        cued = bool(_CUE_CLOCK.search(before))
        if re.search(r"\b(?:fra|frå)\s*$", before, re.I) and not match["am"]:
            cued = bool(match["bm"] and not match["amm"] and len(match["ah"]) <= 2) or _is_span(
                match, text
            )  # "frå 1931" is a year
        if not cued and (match["as"] or match["dot"] or (match["bs"] and not match["am"])):
            continue  # "12 30" and "18.-20." are hours only where a word says so
        if not cued and _YEARS.fullmatch(match.group().strip()):
            continue
        minutes = match["am"] or match["amm"] or (not cue and match["bm"])
        ranged = match["bh"] is not None and bool(minutes)
        if cue and not cued and not ranged:
            continue
        if not cue and not cued and not ranged and not (match["am"] or match["amm"]):
            continue
        start = _hhmm(match["ah"], match["am"] or match["amm"] or match["as"])
        end = _hhmm(match["bh"], match["bm"] or match["bmm"] or match["bs"]) if match["bh"] else None
        if start is None:
            continue
        if re.match(r"\s*(?:kr|%|prosent|stk|personer)", text[match.end() :], re.I):
            continue
        return start, end, (match.start(), match.end())
    return None


def _is_span(match: re.Match[str], text: str) -> bool:
    """True for full hours from one to another that nothing counted stands behind ("fra 18 til 20.")."""
    if match["bh"] is None or any(match[part] for part in ("am", "amm", "bm", "bmm", "as", "bs")):
        return False
    return 7 <= int(match["ah"]) < int(match["bh"]) and re.match(r"\s*(?:[.,;)]|$)", text[match.end() :]) is not None


def _hhmm(hours: str, minutes: str | None) -> str | None:
    value = int(hours) % 24
    return f"{value:02d}:{int(minutes or 0):02d}"


BACK = 75
"""Days by which a date that looks forward may lie behind the base."""


def resolve_year(found: Found, base: date | None, *, forward: bool, back: int = BACK) -> date | None:
    """The full date of a day and month.

    The year is its own, else the one that its weekday fits, else the nearest to the base date (`forward`: after it, or
    `back` days before at most).
    """
    if found.year is not None:
        return found.on(found.year)
    if base is None:
        return None
    years = [base.year, base.year + 1, base.year - 1]
    options = [value for year in years if (value := found.on(year))]
    if found.weekday is not None:
        fitting = [v for v in options if v.weekday() == found.weekday]
        if fitting:
            options = fitting
    if forward:
        earliest = base - timedelta(days=back)
        return min(options, key=lambda v: (v < earliest, abs((v - base).days)), default=None)
    return min(options, key=lambda v: abs((v - base).days), default=None)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, 1) + relativedelta(months=1, days=-1)


def friday(year: int, week: int) -> date | None:
    """The Friday of an ISO week."""
    try:
        return date.fromisocalendar(year, week, 1) + relativedelta(weekday=FR)
    except ValueError:
        return None
