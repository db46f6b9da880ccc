"""Partial attendance: from which item or hour, until which, or for which items only."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression
from pipeline.dates import clock
from pipeline.model import Record

_ITEM = r"(\d{1,3}(?:\s?/\s?\d{2,4})?)"
_ITEMS = expression("partial.items", item=_ITEM)
_FROM = expression("partial.from", item=_ITEM)
_TO = expression("partial.to", item=_ITEM)
_FROM_TIME = expression("partial.from_time")
_TO_TIME = expression("partial.to_time")


def partial(note: str) -> Record | None:
    """What a remark says of the part of the meeting somebody attended, or None.

    >>> partial("til kl. 19.15")["to"], partial("sak 2 og 3")["items"], partial("kom til sak 3")["from_item"], partial("leder")
    ('19:15', ['2', '3'], '3', None)
    """
    if not note or not re.search(r"\d", note):
        return None
    out: Record = {"from_item": None, "to_item": None, "items": None, "from": None, "to": None}
    has_item = re.search(r"\b(?:sak|pkt|punkt|S \d|\d/\d)", note, re.I)
    if has_item and (match := _FROM.search(note)):
        out["from_item"] = re.sub(r"\s", "", match.group(1))
    if has_item and (match := _TO.search(note)) and not re.search(r"kom til sak", note, re.I):
        out["to_item"] = re.sub(r"\s", "", match.group(1))
    if (
        not out["from_item"]
        and not out["to_item"]
        and (match := _ITEMS.search(note))
        and not re.match(r"^ref", note, re.I)
    ):
        out["items"] = [re.sub(r"\s", "", n) for n in re.findall(_ITEM, match.group())]
    when = clock(note, cue=False)
    if when and re.search(r"kl|[.:]", note):
        if when[1]:
            out["from"], out["to"] = when[0], when[1]
        elif _FROM_TIME.search(note):
            out["from"] = when[0]
        elif _TO_TIME.search(note):
            out["to"] = when[0]
    return out if any(out.values()) else None
