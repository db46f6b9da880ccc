"""Times of day: the grammar of hours, and the first of them in a text."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression, phrase

_TIME = r"(?P<{0}h>[01]?\d|2[0-4])(?:\s?[.:,]\s?(?P<{0}m>[0-5]\d)|(?P<{0}mm>[0-5]\d)|\s(?P<{0}s>00|15|30|45)(?=\W|$)(?!\s\w{{4,}}er\b))?(?!\d)"
_TO = phrase("dates_clock.to")
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
CLOCK_RANGE = expression("dates_clock.clock_range", no_month=_NO_MONTH)
_CUE_CLOCK = expression("dates_clock.cue_clock")


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
