"""Partial attendance: from which item or hour, until which, or for which items only."""

from __future__ import annotations

import re

from pipeline.dates import clock
from pipeline.model import Record

_ITEM = r"(\d{1,3}(?:\s?/\s?\d{2,4})?)"
_ITEMS = re.compile(rf"\b(?:sak(?:ene|ane|en|a)?|pkt\.?|punkt|S|PS)\s*{_ITEM}(?:\s*(?:,|og|-|–|til)\s*{_ITEM})*", re.I)
_FROM = re.compile(
    rf"\b(?:fra og med|frå og med|f\.?o\.?m\.?|fom\.?|fra|frå|kom(?: til| under| før)?)\s+(?:sak\s*)?{_ITEM}\b(?!\s*[.:]\d)",
    re.I,
)
_TO = re.compile(
    rf"\b(?:til og med|t\.?o\.?m\.?|tom\.?|(?:gikk|gjekk)(?: før| etter| under)?|fram til|til)\s+(?:sak\s*)?{_ITEM}\b(?!\s*[.:]\d)",
    re.I,
)
_FROM_TIME = re.compile(r"\b(?:fra|frå|kom)\b", re.I)
_TO_TIME = re.compile(r"\b(?:til|gikk|gjekk)\b", re.I)


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
