"""Dates that stand only in the head or foot of the pages: the meeting's, and not the one of printing or of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors._helpers import says_minutes
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression, table
from pipeline import dates
from pipeline.blocks import known_label, label_of
from pipeline.model import Document, Line, Place

_URL = expression("running_head.url", re.NOFLAG)
YESTERDAY_SAID = 3
"""Blocks of a mail, at most, that say that the meeting was the day before."""
MAIL_HEADS = 3
"""Lines of sender, receivers, day and subject that make a mail's head, at least."""
AGO: dict[str, int] = table("running_head.ago")
"""By how many days a word of a mail looks back from the day on which it was sent."""
_SAID_OF_DAY = expression("running_head.said_of_day")
"""How a mail says on which day the meeting was that it tells of."""
_SUBJECT = re.compile(r"(?:emne|subject)\s*:", re.I)
_SUBJECT_MEETING = expression("running_head.subject_meeting")
"""A mail's subject that is a meeting ("Emne: SV: FAU-møtet onsdag 21. okt")."""
_LABELS = frozenset({"date", "date_time", "time_place"})


def dates_of(document: Document, lexicon: Lexicon) -> Iterator[tuple[float, str, Place]]:
    """Every day in the page furniture as (worth, as written, place), the first of each line.

    A labelled day is worth most, then one beside a word for the meeting or its minutes, then any other.
    """
    printed = {line.page for line in document.furniture if _URL.search(line.text)}
    mailed = sum(_is_of_sending(line, lexicon) for line in document.furniture)
    said = [line.text for line in document.furniture] + [block.text for block in document.blocks[:YESTERDAY_SAID]]
    ago = next((match["when"].casefold() for text in said if (match := _SAID_OF_DAY.search(text))), None)
    for line in document.furniture:
        found = next((f for f in dates.find(line.text) if f.day), None)
        if found is None or _of_printing(line, printed, lexicon):
            continue
        if mailed >= MAIL_HEADS and found.year and _is_of_sending(line, lexicon) and ago:
            place = Place(line.page, line.number, line.number, line.raw, line.box, line.text_from)
            yield 0.58, f"{line.text[found.start : found.end]} ({ago})", place
            continue
        worth = 0.55
        label = label_of(line.text, lexicon)
        if label and _LABELS & set(known_label(label, lexicon)[:1]):
            worth = 0.72 if mailed < MAIL_HEADS else 0.5  # a mail's day is that of sending
        elif says_minutes(line.text, lexicon):
            worth = 0.64
        elif _SUBJECT_MEETING.match(line.text):
            worth = 0.68  # more than the day of sending; the year is the mail's
        elif _SUBJECT.match(line.text):
            worth = 0.62
        if found.year is None:
            worth -= 0.08
        place = Place(line.page, line.number, line.number, line.raw, line.box, line.text_from)
        yield worth, line.text[found.start : found.end], place


def _is_of_sending(line: Line, lexicon: Lexicon) -> bool:
    return fold(line.text.partition(":")[0]) in lexicon.lists["mail_heads"]


def _of_printing(line: Line, printed: set[int], lexicon: Lexicon) -> bool:
    """True for the day of printing: so named, with an address, or first on a page that has the printer's address."""
    words = fold(line.text).split()
    named = any(word in lexicon.lists["printed"] for word in words[:3]) or _URL.search(line.text) is not None
    return named or (line.page in printed and line.text[:1].isdigit())
