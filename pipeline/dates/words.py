"""The words of dates, in both written standards, and the grammar that finds dates among other numbers."""

from __future__ import annotations

import re

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
SHORT = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
NAMED = (*SHORT, "may", "oct", "dec")
"""What a text has that names a month."""
WEEKDAYS = (
    ("mandag", "måndag"),
    ("tirsdag", "tysdag"),
    ("onsdag",),
    ("torsdag",),
    ("fredag",),
    ("lørdag", "laurdag"),
    ("søndag", "sundag"),
)
WEEKDAYS_SHORT = (
    ("man", "mån"),
    ("tir", "tirs", "tys"),
    ("ons",),
    ("tor", "tors"),
    ("fre",),
    ("lør", "lau"),
    ("søn", "sun"),
)
_OWN_MONTH = r"jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
ENGLISH = (
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
_MONTH = rf"(?:(?:{_OWN_MONTH})\b\.?|(?:{'|'.join(ENGLISH)})(?=,?\s+(?:19|20)\d\d\b))"
_MONTH_FIRST = rf"(?:{_OWN_MONTH}|{'|'.join(ENGLISH)})\b\.?"
_WEEKDAY = (
    r"(?:måndag|mandag|tysdag|tirsdag|onsdag|torsdag|fredag|laurdag|lørdag|sundag|søndag|(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|søn|sun)d?\."
    r"|\b(?:mån|månd|tirs?|tirsd|tys|tysd|onsd?|torsd?|lørd?|laurd?|lau|sønd?|(?-i:mand?|tor|fred?|sund?))(?=\s\d))"
)
"""A weekday, whole or short; "Tor" and "Fred" before a number are people."""
YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUM_MONTH = r"(?:0?[1-9]|1[0-2])"
_ORDINAL = r"(?:-?(?:te|de|ste|die|dje|den|nen|re|st|nd|rd|th)\b(?:\sof\b)?)?"
"""How ordinals end that are no full stop ("3die mai")."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SPELLED = {
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
_DAY_WORD = "|".join(sorted(SPELLED, key=len, reverse=True))
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?\s*(?:den\s+|d\.\s*)?)?"

_WHOLE = "".join(rf"(?<!{end}\.)" for end in ("ember", "ober", "uar", "mars", "april", "mai", "juni", "juli", "august"))
"""Not behind a month's whole name and a full stop: there a sentence ends ("12. september. 19 møtte")."""
FINDERS = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("iso", rf"(?<![\d/.-])(?P<y>{YEAR})(?P<sep>[-./])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?![\d])"),
        ("run", r"(?:^\W*|\b(?:\w*møte|referat|protokoll|dato)\W+)(?P<y>20\d\d|199\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d])"),
        ("spelled", rf"{_LEAD}\b(?:(?P<fromw>{_DAY_WORD})\s+og\s+)?(?P<dw>{_DAY_WORD})\s+(?P<mon>{_MONTH})(?:\s+(?P<y>{YEAR})(?!\d))?"),
        ("roman", rf"{_LEAD}(?<![\d./])(?P<d>{_DAY})(?:[./]|\.\s(?=[IVX]{{2}}))(?P<rm>(?-i:{'|'.join(sorted(ROMAN, key=len, reverse=True))}))\b(?:\s?[./–-]\s?|\s)(?P<y>{YEAR}|\d{{2}})(?!\d)"),
        ("month_first", rf"(?P<mon>{_MONTH_FIRST})\s+(?P<d>{_DAY}){_ORDINAL}(?:,?\s+(?P<y>{YEAR})(?!\d)|(?=,?\s+(?:kl\.?\s*)?[012]?\d[.:][0-5]\d(?![\d.])))"),
        ("month_day", rf"\A(?P<mon>{_MONTH_FIRST})\s+(?P<d>{_DAY})\Z"),
        ("american", rf"(?<![\d./-])(?P<m>{_NUM_MONTH})/(?P<d>1[3-9]|2\d|3[01])/(?P<y>{YEAR})(?!\d)"),
        ("hyphens", rf"{_LEAD}(?<![\d./-])(?P<d>{_DAY})-(?P<m>{_NUM_MONTH})-(?P<y>{YEAR})(?![\d/-])|(?<![\d./-])(?P<d2>{_DAY})-(?P<m2>{_NUM_MONTH})-(?P<y2>9\d|[0-2]\d)(?![\d/-])"),
        ("spaced", rf"(?<!\d)(?<!\d[ .,])(?P<d>0[1-9]|[12]\d|3[01])\s(?P<m>0[1-9]|1[0-2])\s(?P<y>{YEAR})(?!\s?\d)"),
        ("words", rf"{_LEAD}(?<![\d./])(?:(?:(?P<from>{_DAY})(?:\.?\s*(?P<fm>{_MONTH})\s*(?:[-–]|til)\s*|\.\s*(?:[-–]|til)\s*|[-–]|\s+til\s+)|(?P<from2>{_DAY})\.?\s*og\s*)(?:{_WEEKDAY}\s*)?)?(?P<d>{_DAY}){_ORDINAL}\s?\.?\s*(?P<mon>{_MONTH})(?:\s*,?\s*(?P<y>{YEAR})(?!\d)|(?:{_WHOLE}\s+['’]?|(?<=[a-z]\.)|\s?[-–]['’]?)(?P<y2>\d{{2}})(?![\d.:/]|\s*{_MONTH}))?"),
        ("numeric", rf"{_LEAD}(?<![\d./§-])(?:(?P<from>{_DAY})(?:(?:\.(?P<fm>{_NUM_MONTH}))?\.?\s*(?:og|til)\s*|(?:\.(?P<fm2>{_NUM_MONTH}))?\.\s*[-–]\s*|/(?={_DAY}\.{_NUM_MONTH}\.\d\d)|[-–]))?(?P<d>{_DAY})(?:\s?[./]\s?|\.\si\s)(?P<m>{_NUM_MONTH})(?:(?:\s?[./]|\.?\s?[–-])\s?['’]?(?P<y>{YEAR}|\d{{2}})|\.?\s(?P<y2>199\d|20(?:0[1-9]|[12]\d)))(?!\d|[/%](?!\d\d[.:])|[.,]\d|\s?[-–]\s?\d{{4}}|\s(?:kr|kroner)\b)"),
        ("bare", rf"{_LEAD}(?<![\d./,§-])(?:(?P<from>{_DAY})\.?\s*(?:[-–]|og)\s*)?(?P<d>{_DAY})(?P<sep>[./])\s?(?P<m>{_NUM_MONTH})(?![\d/%]|[.,]\d|\s?kr|\s%)\.?"),
        ("nth", rf"(?P<nth>første|fyrste|andre|tredje|fjerde|siste)\s+(?P<weekday>{_WEEKDAY}|(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|søn|sun)\b)(?:en)?\s+i\s+(?P<mon>{_MONTH})(?:\s+(?P<y>{YEAR})(?!\d))?"),
        ("month_year", rf"(?<![\d.]\s)(?<!\d\.)(?P<mon>{_MONTH})\s+(?P<y>{YEAR})(?!\d)"),
    )
)  # fmt: skip
BY_WORD = re.compile(rf"(?:te|re|de|je)\s{_MONTH}", re.I)
DIGIT = re.compile(rf"\d|(?:te|re|de)\s\w+\.?\si\s|{BY_WORD.pattern}", re.I)
"""What a text with a date has: a number, or which of a month's weekdays is meant."""
NTH = {"første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "siste": 5}
LAST = 5
"""What "siste" counts as."""
DOTTED = re.compile(r"\d\s?(?:[./]|\.\si)\s?\d")
DASHED = re.compile(r"\d-\d\d?-\d")
LONG_YEAR = re.compile(rf"{YEAR}")
IN_ROMAN = re.compile(r"\d[./]\s?[IVX]")
NO_DATE = re.compile(
    r"(?:§+|punkt|pkt\.?|kap\.?|kapittel|avsnitt|skjema|rapport|nr\.?|sak|kr\.?|gnr\.?|bnr\.?|versjon|v\.|tabell|figur|side|s\.)\s*$"
)
"""What stands before a number that is none of a date."""
COMPOUND = re.compile(r"-[a-zæøå]{3,}")
"""What makes a day the first part of a word ("17. mai-komiteen")."""
