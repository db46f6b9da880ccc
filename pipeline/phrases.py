"""Values of the record contract as words: votes, times, part-time attendance, sums of money, Markdown.

Each takes plain data and the catalogue of the reader's language, and gives text that is not yet escaped for HTML.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.messages import Catalogue


def clock(time: str | None) -> str:
    """A time as Norwegian writes it.

    >>> clock("09:30")
    '09.30'
    """
    return (time or "").replace(":", ".")


def hours(start: str | None, end: str | None, words: Catalogue) -> str:
    """From when until when: "kl. 10.00–12.30"; empty where neither is known."""
    if not start and not end:
        return ""
    if not start:
        return words.text("time.until", end=clock(end))
    return (
        words.text("time.span", start=clock(start), end=clock(end))
        if end
        else words.text("time.at", start=clock(start))
    )


def days(first: str | None, last: str | None, words: Catalogue, style: str = "long") -> str:
    """The day of a meeting, or the first and the last of several; says so where there is none."""
    if not first:
        return words.text("date.none")
    if last and last != first:
        return f"{words.date(first)} – {words.date(last)}"
    return words.date(first, style)


def ballot(vote: dict[str, Any] | None, words: Catalogue) -> str:
    """How a vote went: "7 for, 2 mot, 1 blank (Ap 4 for; H 3 for, 2 mot)"; empty where the text states none."""
    if not vote:
        return ""
    total = _counts(vote, words)
    groups = "; ".join(f"{group.get('group') or ''} {_counts(group, words)}".strip() for group in vote.get("by") or [])
    said = ", ".join(part for part in (words.text("vote.unanimous") if vote.get("unanimous") else "", total) if part)
    return f"{said} ({groups})" if said and groups else said or groups


def _counts(vote: dict[str, Any], words: Catalogue) -> str:
    names = ("for", "against", "blank")
    return ", ".join(words.text(f"vote.{name}", n=vote[name]) for name in names if vote.get(name) is not None)


def part_of_meeting(partial: dict[str, Any] | None, words: Catalogue) -> str:
    """Which part of a meeting somebody attended: "til og med sak 4", "kl. 10.00–11.00"."""
    if not partial:
        return ""
    parts = [
        words.text(f"partial.{name}", item=partial[name]) for name in ("from_item", "to_item") if partial.get(name)
    ]
    items = partial.get("items")
    if items:
        listed = ", ".join(str(item) for item in items) if isinstance(items, list) else str(items)
        parts.append(words.text("partial.items", item=listed))
    parts.append(hours(partial.get("from"), partial.get("to"), words))
    return ", ".join(part for part in parts if part)


def kroner(amounts: list[Any] | None, words: Catalogue) -> str:
    """Sums of money: "12 500 kr, 300 000 kr"."""
    numbers = [amount for amount in amounts or [] if isinstance(amount, int | float)]
    return ", ".join(words.text("money", n=words.number(number)) for number in numbers)


def origin(said: str | None, words: Catalogue) -> str:
    """What a value was derived from, as a record's `from` says it, in the reader's language."""
    quoted = re.fullmatch(r"the words (['\"])(.*)\1", said or "", re.DOTALL)
    return words.text("basis.words", text=quoted[2]) if quoted else words.name("origin", said)


_MARKDOWN = re.compile(r"([\\`*_\[\]#|~])")


def markdown(text: object) -> str:
    r"""Text of a document as one line of Markdown that shows just these characters.

    HTML is written as entities, which every Markdown program understands. It is for use within a line: what opens a
    list or a heading at the start of one is left alone.

    >>> markdown("1. *Vedtak* <b>A & B</b>")
    '1. \\*Vedtak\\* &lt;b&gt;A & B&lt;/b&gt;'
    """
    line = " ".join(str("" if text is None else text).split())
    line = re.sub(r"&(?=#?\w+;)", "&amp;", _MARKDOWN.sub(r"\\\1", line))
    return line.replace("<", "&lt;").replace(">", "&gt;")
