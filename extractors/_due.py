"""Words that say by when: dates beside a cue, ends of periods, weeks, "til neste møte", and words without a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline import dates
from pipeline.memo import KEPT
from pipeline.model import When

_MONTH = "|".join(dates.MONTHS)
NEAR = frozenset({"tomorrow", "this_week", "next_week", "weekday"})
"""Kinds of wording that are worked out from the day of the meeting alone; without a task they are no deadline."""
_COUNT = {"en": 1, "én": 1, "ei": 1, "ein": 1, "to": 2, "tre": 3, "fire": 4, "seks": 6}
STRONG = re.compile(
    r"(?:\b(?:svar|søknads|søknad|tids|påmeldings|hørings|høyrings|innleverings|klage)?frist(?:en)?(?:\s+(?:er|var|blir|vert|til|settes til|sett til|for [^.;:,]{0,60}? (?:er|vart|vert|blir|ble)(?: satt til| sett til)?|(?:er |vert |blir |ble |vart |blei )?(?:sett|satt|fastsatt|fastsett) til|på|den|innen|:))?\s*:?"
    r"|\binnen|\binnan|\bsenest|\bseinast|\bfør|\bfram til|\bi løpet av|\bi løpet av|\binnan utgangen av|\binnen utgangen av|\bultimo|\bmedio|\bprimo|\bsvar ønskes|\bferdig(?:stilles|stilt|stillast)?(?: til| innen)?|\bklar(?:e|t)?(?: til)?|\blevert?(?:es)?|\bpåmelding(?: til| innen| innan)?|\bforfaller|\bforfell|\bnår .{1,20}:)\s*(?:den\s+|kl\.?\s*\d{1,2}[.:]?\d{0,2}\s+)?$",
    re.I,
)  # fmt: skip
WEAK = re.compile(r"(?:\b(?:til|på|den|fra|frå|med|i|kl|innen|dato|torsdag|møtet|møte)\b|[(,:–-])\s*(?:den\s+)?$", re.I)
_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("before_next", re.compile(r"\b(?:senest |seinast |innen |innan )*(?P<n>en|én|ei|ein|to|tre|fire|\d+)\s+(?P<unit>uker?|veker?|dag(?:er|ar)?|måned(?:er)?|månad(?:er)?)\s+(?:før|i forkant av)\s+neste\s+(?:styre|utvalgs|utvals|råds|arbeidsgruppe|gruppe|fau-?)?møte(?:t)?", re.I)),
    ("before_it", re.compile(r"\b(?:senest |seinast |innen |innan )*(?P<n>en|én|ei|ein|to|tre|fire|\d+)\s+(?P<unit>uker?|veker?|dag(?:er|ar)?|måned(?:er)?|månad(?:er)?)\s+(?:før(?=\W*(?:$|[,(]))|i (?:forkant|førevegen|forvegen|forveien)(?=\W*(?:$|[,(]))|på (?:forhånd|førehand))", re.I)),
    ("next_meeting", re.compile(r"\bfrist(?:en)?\s*:?\s*neste\s+møte\b|\b(?:til|innen|innan|før|på|senest|i|seinast til|ved|fram mot|foran)\s+(?:det\s+)?(?:neste|kommende|komande)\s+(?:[\wæøå-]{0,18})?møtet?\b", re.I)),
    ("month_end", re.compile(rf"(?:\b(?:innen|innan|i løpet av|ved|før)|\bfrist(?:en)?\s*:?)\s+(?:utgangen|slutten|utløpet)\s+av\s+(?P<mon>{_MONTH})(?:\s+(?P<y>(?:19|20)\d\d))?|\bultimo\s+(?P<mon2>{_MONTH})(?:\s+(?P<y2>(?:19|20)\d\d))?|\bi løpet av\s+(?P<mon3>{_MONTH})(?:\s+(?P<y3>(?:19|20)\d\d))?|\b(?:innen|innan|frist(?:en)?(?:\s+(?:er|for [^.;:,]{{0,60}}? er))?:?)\s+(?P<mon4>{_MONTH})(?:\s+(?P<y4>(?:19|20)\d\d))?(?!\s*\d)", re.I)),
    ("in_month", re.compile(rf"(?<!\d )(?<!\d\. )\b(?:møtet\s+)?i\s+(?:løpet av\s+)?(?P<mon>{_MONTH})(?:\s+(?P<y>(?:19|20)\d\d))?\b|\b(?:til|i|på|innen|innan|før)\s+(?P<mon2>{_MONTH})møtet\b", re.I)),
    ("week", re.compile(r"\b(?:innen|innan|i|til|før|frist|i løpet av|senest|seinast)?\s*(?:uke|veke)\s+(?P<w>\d{1,2})(?:[ /,-]+(?P<y>(?:19|20)\d\d))?\b", re.I)),
    ("year_end", re.compile(r"\b(?:innen|innan|i løpet av|ved|før|til)\s+(?:utgangen av\s+(?:(?P<y>(?:19|20)\d\d)|året|inneværende år|inneverande år)|årsskiftet|årsslutt|nyttår|året(?: er omme)?|årets slutt)\b|\bi løpet av\s+(?P<y2>(?:19|20)\d\d)\b|\butgangen av\s+(?:året|(?P<y3>(?:19|20)\d\d))", re.I)),
    ("weekday", re.compile(r"\b(?:innen|innan|til|senest|seinast|før|førstkommende|fyrstkommande|på)\s+(?P<wd>mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag)\b(?!\s+(?:den\s+)?\d)", re.I)),
    ("tomorrow", re.compile(r"\bi mor(?:gen|gon)\b(?! (?:tidlig|kveld))", re.I)),
    ("this_week", re.compile(r"\b(?:(?:i løpet av|innen utgangen av|innan utgangen av|innen|innan|før slutten av)\s+)?denne\s+(?:uk[ae]n?|veka)\b|\bi løpet av\s+(?:uk[ae]n?|veka)\b", re.I)),
    ("next_week", re.compile(r"\b(?:(?:i løpet av|innen utgangen av|innan utgangen av|innen|innan|tidlig i|tidleg i|i)\s+)?neste\s+(?:uke|veke)\b", re.I)),
    ("vague", re.compile(r"\b(?:snarest(?: mulig| råd)?|så snart (?:som )?(?:mulig|råd|det|dette)|så fort som (?:mulig|råd)|umiddelbart|straks|fortløpende|til (?:høsten|hausten|våren|sommeren|vinteren|jul|påske|sommaren)|(?:innen|innan|før) (?:sommeren|sommaren|sommerferien|sommarferien|ferien|jul|juleferien|påske|høsten|hausten|vinteren|våren|skolestart|skulestart|sesongstart|årsmøtet)|over (?:jul|påske|sommeren|nyttår)|på nyåret|i (?:høst|haust|vår|vinter|sommer|sommar)|etter (?:påske|jul|sommeren|ferien)|i god tid|innen rimelig tid)\b", re.I)),
)  # fmt: skip
_YEARLY = re.compile(r"\b(?:hvert|kvart)\s+år\b|\bårleg\b|\bårlig(?:e)?\b|\bkvart år\b|\bhvert år\b", re.I)
_WD = {
    "mandag": 0,
    "måndag": 0,
    "tirsdag": 1,
    "tysdag": 1,
    "onsdag": 2,
    "torsdag": 3,
    "fredag": 4,
    "lørdag": 5,
    "laurdag": 5,
    "søndag": 6,
    "sundag": 6,
}


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due, as written: span in the text, `kind` of wording and how firmly it says deadline."""

    start: int
    end: int
    when: When
    kind: str
    strong: bool


@lru_cache(KEPT)
def find(text: str) -> tuple[Due, ...]:
    """Every wording in a sentence that may say by when, left to right.

    >>> [(d.kind, d.strong) for d in find("Ola sender notatet innen 15. mai, og Kari svarer til neste møte.")]
    [('date', True), ('next_meeting', True)]
    >>> [d.kind for d in find("Frist er ultimo juni kvart år")], find("Det var 19 på dugnaden")
    (['recurring'], ())
    """
    found: list[Due] = []
    yearly = _YEARLY.search(text)
    for one in dates.find(text):
        before = text[: one.start]
        strong = bool(STRONG.search(before))
        if one.kind == "bare" and not strong and not WEAK.search(before) and not _stands_apart(text, one):
            continue
        start = STRONG.search(before).start() if strong else one.start  # type: ignore[union-attr]
        words = text[start : one.end].strip(" :")
        if yearly and one.year is None and one.day and abs(yearly.start() - one.end) < 40:
            found.append(
                Due(
                    start,
                    max(one.end, yearly.end()),
                    When(words, recurring=f"--{one.month:02d}-{one.day:02d}"),
                    "recurring",
                    True,
                )
            )
        elif one.kind == "month_year":
            if strong:
                found.append(Due(start, one.end, When(words, precision="month"), "date", True))
        else:
            found.append(Due(start, one.end, When(words, precision="day"), "date", strong))
    taken = [(due.start, due.end) for due in found]
    for kind, pattern in _PHRASES:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if kind == "in_month" and not match.group().casefold().startswith("i løpet"):
                strong = False
            else:
                strong = kind not in ("vague", "before_it")
            if yearly and kind == "month_end":
                month = next(v for k, v in match.groupdict().items() if k.startswith("mon") and v)
                number = dates.MONTHS.index(month.casefold()) + 1
                when = When(match.group(), recurring=f"--{number:02d}-{dates.month_end(2001, number).day:02d}")
                found.append(Due(match.start(), match.end(), when, "recurring", True))
            else:
                found.append(Due(match.start(), match.end(), When(match.group().strip()), kind, strong))
            taken.append((match.start(), match.end()))
    return tuple(sorted(found, key=lambda d: d.start))


_EVENT = re.compile(
    r"(?:konferanse|konferansen|konsert|konserten|befaring|synfaring|tur|turen|fest|festen|kurs|kurset|skytedag|skytedagen|"
    r"seminar|seminaret|samling|samlinga|samlingen|messe|messa|marked|markedet)(?:\s+(?:for|i|på|hos|med|av)\s+[\wæøåÆØÅ. -]{2,30}?)?\s*$",
    re.I,
)
"""What takes place on the day that stands behind it; to a meeting something is brought, so it may be a deadline."""
_HANGS_ON = re.compile(
    r"\b(?:fyller|fyll|feirer|feirar)\b[^,;]*$|\bat\s+[\wæøåÆØÅ]+\s+(?:har|hadde)\b[^,;]*$|\bkommer opp\s*$", re.I
)
"""What happens or happened on the day, up to it."""
_DAYS = re.compile(r"\d{1,2}\.?\s?[–-]\s?\d{1,2}\.\s?[a-zæøå]")


def happens(text: str, due: Due) -> bool:
    """True where a day without a word like "innen" only tells when something takes place, not by when a task is due."""
    if due.strong or due.kind not in ("date", "in_month", "week"):
        return False
    before = text[: due.start]
    bare = re.sub(r"\s(?:den|på|i|fra|frå|\w+dag)\s*$", "", before.rstrip())
    days = _DAYS.search(text[max(0, due.start - 5) : due.end + 2])
    return bool(days or _EVENT.search(bare) or _HANGS_ON.search(before))


def _stands_apart(text: str, one: dates.Found) -> bool:
    """True for a day and month that a weekday introduces."""
    return one.weekday is not None


def groups(kind: str, text: str) -> dict[str, str]:
    """The parts of a wording (month, year, week, weekday, count), for `resolve`; empty where it does not fit."""
    for name, pattern in _PHRASES:
        if name == kind and (match := pattern.search(text)):
            return {re.sub(r"\d$", "", k): v for k, v in match.groupdict().items() if v}
    return {}


def weekday(word: str) -> int:
    """The number of a weekday, 0 for Monday."""
    return _WD[word.casefold()]


def count(word: str) -> int:
    """A small number in words or digits."""
    return int(word) if word.isdigit() else _COUNT.get(word.casefold(), 1)
