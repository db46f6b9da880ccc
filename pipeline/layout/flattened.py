"""Text that an earlier tool flattened: columns read one after the other, all labels first and then all values.

Where there are as many values as labels and each is of its label's kind (a date, a clock, a person, a place), they are
put together in their order, and a note says so. Where they do not fit, nothing is guessed: the lines stay, and an issue
says where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from extractors._names import is_name, words
from extractors.lexicon import Lexicon
from pipeline import dates
from pipeline.labels import is_label, known_label
from pipeline.model import Issue, Line, Page, Place, Severity

LONGEST = 60
"""Letters of a label or a name without a colon, at most."""
LEAST = 3
"""Labels, or parties, in a row that show a column read by itself."""
_ONE_LINE = re.compile(r"^((?:[A-ZÆØÅ][\wæøåÆØÅ ]{1,24}:\s+){2,})(?=[^\s:]+(?:\s|$))([^:]+(?:\d:\d\d[^:]*)*)$")
_PEOPLE = ("chair", "minute_taker", "secretary", "present", "absent", "deputy")
_HEAD = ("date", "time", "date_time", "time_place", "place", "number", "body", "end", *_PEOPLE)
_TASKS = ("responsible", "deadline", "action")
_COUNTED = ("date", "date_time", "time_place", "time", "end", "number", *_PEOPLE)
"""Labels whose values have a shape of their own; a place may be anything."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines from `first` to `last` (positions, inclusive) that were flattened; `pairs`: what they come to, if known."""

    first: int
    last: int
    pairs: tuple[Line, ...]


def paired(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with labels and values, or names and parties, put together where they fit."""
    out = list(lines)
    for run in reversed(_runs(lines, lexicon)):
        if run.pairs:
            out[run.first : run.last + 1] = run.pairs
    return out


def issues(page: Page, lexicon: Lexicon) -> list[Issue]:
    """What was flattened on a page, each with its place: a note where it was put together, else a doubt."""
    lines = list(page.lines)
    found = []
    for run in _runs(lines, lexicon):
        stood = lines[run.first : run.last + 1]
        boxes = [line.box for line in stood if line.box]
        box = (
            (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            if boxes
            else None
        )
        quote = " ".join(line.raw for line in stood)
        place = Place(page.number, stood[0].number, stood[-1].number, quote, box, stood[0].text_from)
        values = (("text", quote[:60]),)
        found.append(
            Issue("flattened_paired", Severity.NOTE, place, values)
            if run.pairs
            else Issue("flattened_text", Severity.DOUBT, place, values)
        )
    return found


def _runs(lines: list[Line], lexicon: Lexicon) -> list[Run]:
    """Every flattened run of a page, in order, none touching another."""
    found: list[Run] = []
    at = 0
    while at < len(lines):
        run = _run(lines, at, lexicon) if len(lines[at].text) <= LONGEST or ":" in lines[at].text else None
        if run:
            found.append(run)
        at = run.last + 1 if run else at + 1
    return found


def _run(lines: list[Line], at: int, lexicon: Lexicon) -> Run | None:
    """The flattened run that begins with a line."""
    return _one_line(lines, at, lexicon) or _labels_first(lines, at, lexicon) or _names_first(lines, at)


def _meaning(line: Line, lexicon: Lexicon) -> str:
    """What a line means that is a label of a form and nothing else; empty where it is none."""
    if line.table is not None or line.cells or not is_label(line.text, lexicon):
        return ""
    meanings = known_label(line.text.strip(" :"), lexicon)
    return next((m for m in meanings if m in (*_HEAD, *_TASKS)), "")


def _labels_first(lines: list[Line], at: int, lexicon: Lexicon) -> Run | None:
    """Labels in a row, and what stands below them; labels with their values beside them are no such run."""
    labels: list[Line] = []
    meanings: list[str] = []
    for line in islice(lines, at, None):
        meaning = _meaning(line, lexicon)
        if not meaning or _has_neighbour(line, lines):
            break
        labels.append(line)
        meanings.append(meaning)
    if len(labels) < LEAST:
        return None
    values = lines[at + len(labels) : at + 2 * len(labels)]
    fits = len(values) == len(labels) and all(
        _fits(value.text, meaning) and not is_label(value.text, lexicon)
        for value, meaning in zip(values, meanings, strict=True)
    )
    counted = sum(1 for meaning in meanings if meaning in _COUNTED)
    if not fits or counted < 2:
        return Run(at, at + len(labels) - 1, ())
    pairs = tuple(
        replace(value, text=f"{label.text.strip(' :')}: {value.text}", gap=max(label.gap, value.gap))
        for label, value in zip(labels, values, strict=True)
    )
    return Run(at, at + 2 * len(labels) - 1, pairs)


def _has_neighbour(line: Line, lines: Sequence[Line]) -> bool:
    """True where something stands beside a line at its own height: then the page is no flattened one."""
    if line.box is None:
        return False
    middle = (line.box[1] + line.box[3]) / 2
    return any(other is not line and other.box and other.box[1] < middle < other.box[3] for other in lines)


def _fits(value: str, meaning: str) -> bool:
    """True where a value is of its label's kind."""
    has_day = any(found.day for found in dates.find(value))
    has_clock = dates.clock(value, cue=False) is not None
    if meaning in ("date", "date_time", "time_place"):
        return has_day
    if meaning in ("time", "end"):
        return has_clock or has_day
    if meaning in _PEOPLE:
        people = [name for name in re.split(r"\s*(?:[,;]|\bog\b)\s*", re.sub(r"\([^)]*\)", "", value)) if name]
        return bool(people) and all(is_name(name.strip(), single=len(people) > 1) for name in people)
    if meaning == "number":
        return bool(re.fullmatch(r"\d{1,4}(?:\s*[/-]\s*\d{2,4})?", value.strip()))
    short = len(value.split()) <= 8 and not value.rstrip().endswith(".")
    return meaning in ("place", "body") and short and not has_day and not has_clock


def _one_line(lines: list[Line], at: int, lexicon: Lexicon) -> Run | None:
    """All labels of a line and then all values ("Dato: Tid: Sted: 3. mai 2012 kl. 18.00 Rådhuset")."""
    line = lines[at]
    several = line.table is None and not line.cells and line.text.count(":") > 1
    match = _ONE_LINE.match(line.text) if several else None
    if not match:
        return None
    labels = [label.strip() for label in match[1].split(":") if label.strip()]
    meanings = [(known_label(label, lexicon) or ("",))[0] for label in labels]
    if not all(meaning in _HEAD for meaning in meanings):
        return None
    values = _parted(match[2], meanings)
    pairs = (
        replace(line, text=f"{label}: {value}", raw=value)
        for label, value in zip(labels, values, strict=False)
        if len(values) == len(labels)
    )
    return Run(at, at, tuple(pairs))


def _parted(text: str, meanings: Sequence[str]) -> list[str]:
    """The date, the clock and the place of a text in the order of these labels; empty where one is missing or over."""
    if len(set(meanings)) < len(meanings) or not set(meanings) <= {"date", "time", "place"}:
        return []
    spans: dict[str, tuple[int, int]] = {}
    if day := next((found for found in dates.find(text) if found.day), None):
        spans["date"] = (day.start, day.end)
    masked = text if day is None else text[: day.start] + "·" * (day.end - day.start) + text[day.end :]
    if clock := dates.clock(masked, cue=False):
        spans["time"] = clock[2]
    rest = masked
    for start, end in spans.values():
        rest = rest[:start] + "·" * (end - start) + rest[end:]
    left = [part.strip(" ,.;") for part in re.split(r"·+", rest) if part.strip(" ,.;")]
    places = [part for part in left if not re.fullmatch(r"kl|klokka|klokken|den", part, re.I)]
    found = {name: text[slice(*span)] for name, span in spans.items()} | ({"place": places[0]} if places else {})
    return [found[meaning] for meaning in meanings] if set(found) == set(meanings) and len(places) <= 1 else []


def _names_first(lines: list[Line], at: int) -> Run | None:
    """Names in a row, and then as many parties, or fewer or more."""
    names = _count(islice(lines, at, None), lambda text: is_name(text) and not _is_party(text))
    if names < LEAST:
        return None
    parties = _count(islice(lines, at + names, None), _is_party)
    if parties < LEAST or any(_has_neighbour(line, lines) for line in lines[at : at + names + parties]):
        return None
    pairs: Iterator[Line] = (
        replace(name, text=f"{name.text} ({party.text})")
        for name, party in zip(lines[at : at + names], lines[at + names : at + names + parties], strict=False)
        if names == parties
    )
    return Run(at, at + names + parties - 1, tuple(pairs))


def _count(lines: Iterable[Line], wanted: Callable[[str], bool]) -> int:
    """How many lines from the first on are as wanted."""
    return sum(1 for _ in takewhile(lambda line: not line.cells and wanted(line.text), lines))


def _is_party(text: str) -> bool:
    return text.strip(" .()").casefold() in words()["parties"]
