"""The grammar of numbers that open an agenda item or a section, and what follows them.

Shapes seen in minutes: "1.", "1)", "IV.", "Sak 1:", "Sak 12/2014", "PS 36/2013", "FR-HUM sak 26/09", "Sak STY 30/03",
"S 7.1/07", "10 - 2016", "SG3-1", "3.10", "A)". The words that name the kind of case are the series; the rest is the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.lexicon.wording import expression, listed, phrase
from pipeline.memo import KEPT

_SERIES = phrase("numbering.series")
_SCHOOL_YEAR = (
    rf"(?:{'|'.join(f'(?:20)?{year:02d}/(?:20)?{(year + 1) % 100:02d}' for year in (*range(90, 100), *range(60)))})"
)
_OF_SCHOOL_YEAR = phrase("numbering.of_school_year", school_year=_SCHOOL_YEAR)
"""A number with its school year behind ("9 14/15", "11 (2014/2015)")."""
_WITH_SCHOOL_YEAR = re.compile(_OF_SCHOOL_YEAR.removesuffix(r"(?=[\s.:])"))
_ROMAN = r"X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}"
"""One to 29, in capitals: a letter that is such a number is taken for one."""
_NUMBER = (
    rf"{_OF_SCHOOL_YEAR}|(?:{_ROMAN})(?=[):.])|[A-ZÆØÅ]{{1,3}}\d{{1,2}}-\d{{1,2}}(?=[\s.:)])|"
    + r"(?:19|20)\d\d/\d{1,5}(?:-\d{1,3})?(?=[\s.:)]|$)|\d{2}-\d{2}/\d{1,3}(?=[\s.:)])|\d{2}/\d{3}(?=[\s.:)])|\d{1,3}/\d{2,4}-\d{1,2}(?=[\s.:)])|\d{1,4}(?:\.\d{1,2})?\s?/\s?\d{2}(?:\s?/\s?\d{2,4}|\d{2})?|\d{1,3}\s?[–-]\s?(?:19|20)\d{2}|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}-\d{1,2}(?=\s+[A-ZÆØÅ][a-zæøå])|\d{1,3}\s?[–-]\s?\d{1,3}(?=[.:)]|\s*$)|\d{1,4}[–-]\d{2}(?=[\s.:)]|$)|\d{1,3}|[A-ZÆØÅ](?=[):.])|(?<=[Ss][Aa][Kk] )[A-ZÆØÅ](?=\s+[–—-]\s|\s+[A-ZÆØÅ]|\s*$)|[A-HJ-ZÆØ](?=\s+[–—-]\s+[A-ZÆØÅ]|\s+(?:[A-ZÆØÅ]{2,}\s+)*[A-ZÆØÅ]{4})|[a-zæøå](?=[).])"
)
ITEM = re.compile(
    rf"^(?P<series>{_SERIES})?[ \-#]*(?:\+ )?(?P<number>{_NUMBER})(?P<sep>\s*[.:)]|\s+[–—·•|-](?=\s)|(?=\s)|$)(?P<tail>.*)$",
    re.S,
)
_OF_REGISTER = re.compile(r"^((?:19|20)\d\d)/(\d{1,5})(?:-(\d{1,3}))?$")
"""A number of the case register: its year, the case, and which document of it ("2011/412-1")."""
_DATE_TAIL = expression("numbering.date_tail")
_DAY_AS_TITLE = expression("numbering.day_as_title")
"""A matter named after a day ("4. 17. mai", "12/01 1. MAI"): a date has one number before its month."""
_QUANTITY = expression("numbering.quantity", re.NOFLAG)
_SENTENCE_VERB = expression("numbering.sentence_verb", re.NOFLAG)


_CLOCK = re.compile(
    r"^(?:[Kk]l\.?\s*)?(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)(?:\s*[-–—]\s*\d{1,2}[.:]\d{2})?\s*[:–|-]?\s+(?=\S)"
)
"""The hour, or from which to which, that opens an entry of a programme."""


def hour(text: str) -> tuple[int, int] | None:
    """The hour by which an entry of a programme opens, and where its title begins; None where none does.

    >>> hour("09.30 Velkommen"), hour("Kl. 10.10–10.30: Nytt fra skolen"), hour("12.5.2011 Møte"), hour("3.10 Kiosk")
    ((570, 6), (610, 17), None, None)
    """
    match = _CLOCK.match(text)
    if match is None or not 7 <= int(match["h"]) <= 22 or int(match["m"]) % 5:
        return None
    return int(match["h"]) * 60 + int(match["m"]), match.end()


_NO_SERIES = frozenset(listed("numbering.no_series"))


@dataclass(frozen=True, slots=True)
class Opening:
    """A number at the start of a text: its series and number as printed, its shape, and where the title begins."""

    series: str
    number: str
    shape: str
    sep: str
    title_at: int

    @property
    def strong(self) -> bool:
        """True where the shape alone says agenda item: it has a word for case, or a year."""
        return "y" in self.shape or self.series_is_case

    @property
    def series_is_case(self) -> bool:
        """True where the series is the word for an agenda item."""
        return bool(re.search(r"sak|punkt|pkt|post|^ad\b|^s\.?\s?nr", self.series, re.I))

    @property
    def key(self) -> tuple[int, ...]:
        """The number as integers, to compare; a letter counts from 1. A year after a slash comes first."""
        if found := _OF_REGISTER.match(self.number):
            return (int(found[1]), int(found[2]), int(found[3] or 0))
        if found := re.match(r"^(\d+)\D+(\d{2,4})/\d{2,4}\)?$", self.number):
            year = int(found[2])
            return (year + (0 if year > 100 else 1900 if year >= 60 else 2000), int(found[1]), 0)
        text = re.sub(r"\s", "", self.number)
        if found := re.match(
            r"^(\d{2})(?:-\d{2}/(\d{1,3})|/(\d{3}))$", text
        ):  # "24-25/7": the year's seventh, "16/112"
            year = int(found[1])
            return (year + (2000 if year < 60 else 1900), int(found[2] or found[3]), 0)
        if self.shape.startswith("I"):
            return (_roman(text),)
        if text.isalpha():
            return (ord(text.lower()) - 96,)
        if found := re.match(r"^(\d+)(?:\.(\d+))?[/–-](\d{2,4})(?:/\d{2,4})?$", text):
            if self.shape == "range":
                return (int(found[1]),)
            year = int(found[3])
            return (year + (2000 if year < 60 else 1900) if year < 100 else year, int(found[1]), int(found[2] or 0))
        return tuple(int(part) for part in re.findall(r"\d+", text))


@lru_cache(KEPT)  # headings, lists, chains and kinds ask in turn
def opening(text: str) -> Opening | None:
    """What number opens a text, or None.

    >>> opening("Sak 12/2014 Budsjett for neste år").number
    '12/2014'
    >>> opening("3) Eventuelt").shape, opening("PS 4/11: Skatt").series, opening("12. mai møtes vi") is None
    ('n)', 'PS', True)
    >>> opening("25 av medlemmene møtte") is None, opening("7.-8. februar.") is None
    (True, True)
    >>> opening("IV. Valg").key, opening("B. Valg").key, opening("VII) Årsmelding").shape
    ((4,), (2,), 'I)')
    """
    match = ITEM.match(text)
    if not match:
        return None
    number, sep, tail = match["number"], match["sep"].strip(), match["tail"]
    series = (match["series"] or "").strip(" -")
    shape = _shape(number, sep)
    if shape == "range" and series and re.match(r"^\d{1,4}[–-]\d{2}$", number):
        shape = "n/y"  # "Sak 14-11": the eleventh year's fourteenth
    if shape == "range" and not series and not sep:
        if not re.fullmatch(r"\d{1,2}-\d{1,2}", number) or (tail and tail.lstrip() == tail):
            return None
        shape = "n-m"  # "5-1 Title": the fifth meeting's first; what follows must count on from it
    rest = tail.strip()
    if not series:
        if (_DATE_TAIL.match(tail) and not _DAY_AS_TITLE.match(tail)) or (sep == "." and tail[:1].isdigit()):
            return None
        titled = bool(rest) and (rest[0].isupper() or bool(_DAY_AS_TITLE.match(tail)))
        if shape == "n" and (not titled or _QUANTITY.match(rest)):
            return None
        if re.match(r"^(?:(?:og|eller|til)\s+|[–-]\s?)\d{1,2}\.", rest) or (
            shape == "n.m" and re.fullmatch(r"[01]\d\.(?:00|15|30|45)", number)
        ):
            return None  # "3. og 4. klasse", a clock
        if shape == "n:" and rest and rest[0].isdigit():
            return None  # a clock
        if rest and _QUANTITY.match(rest) and sep != ")":
            return None
        if re.match(r"^(?:19|20)\d\d$", number) or (shape in ("n.m", "n.m.k") and not sep and rest[:1].islower()):
            return None
        if shape == "n/y" and not sep and (rest[:1].islower() or _looks_like_day(number)):
            return None
    elif (
        (_SENTENCE_VERB.match(rest) and not sep)
        or series.casefold() in _NO_SERIES
        or re.match(r"(?:i|til|fra|frå|under|jf|av|om) ", series, re.I)
    ):
        return None
    return Opening(series, number, shape, sep, match.end("sep") + len(tail) - len(tail.lstrip()))


def _roman(text: str) -> int:
    """The value of a Roman number."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _looks_like_day(number: str) -> bool:
    """True for "15/6" and the like, which without a word for case is a date; "46/15" is none."""
    parts = re.split(r"\s?/\s?", number)
    return len(parts) == 2 and len(parts[1]) == 1


def _shape(number: str, sep: str) -> str:
    """The family of a number: n/y with a year, n.m decimals, a Roman one, a letter, or n with its separator."""
    text = re.sub(r"\s", "", number)
    if (
        _WITH_SCHOOL_YEAR.fullmatch(number)
        or _OF_REGISTER.match(text)
        or re.match(r"^\d{2}-\d{2}/\d{1,3}$", text)
        or re.match(r"^\d{1,4}(?:\.\d{1,2})?/\d{2,4}", text)
        or re.match(r"^\d{1,3}[–-](?:19|20)\d\d$", text)
    ):
        return "n/y"
    if re.match(r"^\d+[–-]\d+$", text):
        return "range"
    if "." in text:
        return "n.m" if text.count(".") == 1 else "n.m.k"
    if re.fullmatch(_ROMAN, text):
        return "I" + sep
    if text.isalpha():
        return ("A" if text.isupper() else "a") + sep
    return "n" + (sep if sep in (".", ")", ":") else "")
