"""The words of dates, in both written standards, and the grammar that finds dates among other numbers."""

from __future__ import annotations

import re
from itertools import chain

from extractors.lexicon.wording import expression, listed, phrase, table

MONTHS = listed("dates_words.months")
SHORT = listed("dates_words.short_months")
NAMED = (*SHORT, "may", "oct", "dec")
"""What a text has that names a month."""
WEEKDAYS = tuple(tuple(words.split()) for words in listed("dates_words.weekdays"))
WEEKDAYS_SHORT = tuple(tuple(words.split()) for words in listed("dates_words.short_weekdays"))
_OWN_MONTH = phrase("dates_words.own_month")
ENGLISH = listed("dates_words.english_months")
"""Months as the heads of papers in English have them; read beside a year only, since some are people's names."""
_MONTH = rf"(?:(?:{_OWN_MONTH})\b\.?|(?:{'|'.join(ENGLISH)})(?=,?\s+(?:19|20)\d\d\b))"
_MONTH_FIRST = rf"(?:{_OWN_MONTH}|{'|'.join(ENGLISH)})\b\.?"
_WEEKDAY = phrase("dates_words.weekday")
"""A weekday, whole or short; "Tor" and "Fred" before a number are people."""
YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUM_MONTH = r"(?:0?[1-9]|1[0-2])"
_ORDINAL = phrase("dates_words.ordinal")
"""How ordinals end that are no full stop ("3die mai")."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SPELLED = {word: day for day, words in enumerate(listed("dates_words.spelled_days"), 1) for word in words.split()}
"""Days of the month by word."""
_DAY_WORD = "|".join(sorted(SPELLED, key=len, reverse=True))
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?\s*(?:den\s+|d\.\s*)?)?"

_WHOLE = "".join(rf"(?<!{end}\.)" for end in ("ember", "ober", "uar", "mars", "april", "mai", "juni", "juli", "august"))
"""Not behind a month's whole name and a full stop: there a sentence ends ("12. september. 19 møtte")."""
NTH: dict[str, int] = table("dates_words.nth")
LAST = 5
"""What "siste" counts as."""
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
        ("nth", rf"(?P<nth>{'|'.join(NTH)})\s+(?P<weekday>{_WEEKDAY}|(?:{'|'.join(sorted(chain.from_iterable(WEEKDAYS_SHORT), key=len, reverse=True))})\b)(?:en)?\s+i\s+(?P<mon>{_MONTH})(?:\s+(?P<y>{YEAR})(?!\d))?"),
        ("month_year", rf"(?<![\d.]\s)(?<!\d\.)(?P<mon>{_MONTH})\s+(?P<y>{YEAR})(?!\d)"),
    )
)  # fmt: skip
BY_WORD = re.compile(rf"(?:te|re|de|je)\s{_MONTH}", re.I)
DIGIT = re.compile(rf"\d|(?:te|re|de)\s\w+\.?\si\s|{BY_WORD.pattern}", re.I)
"""What a text with a date has: a number, or which of a month's weekdays is meant."""
DOTTED = re.compile(r"\d\s?(?:[./]|\.\si)\s?\d")
DASHED = re.compile(r"\d-\d\d?-\d")
LONG_YEAR = re.compile(rf"{YEAR}")
IN_ROMAN = re.compile(r"\d[./]\s?[IVX]")
NO_DATE = expression("dates_words.no_date", re.NOFLAG)
"""What stands before a number that is none of a date."""
COMPOUND = re.compile(r"-[a-zæøå]{3,}")
"""What makes a day the first part of a word ("17. mai-komiteen")."""
