"""Runs the extractors it discovers: first those that tell who is there, then those that need to know it."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType

import extractors
from extractors._body import body_of
from extractors._initials import initials_of
from extractors._names import is_given_name
from extractors._said import judge
from extractors.lexicon import Lexicon
from pipeline import clock
from pipeline.model import Actors, Document, Fact, Issue


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every extractor: the modules of the package whose name does not begin with "_", by name."""
    names = sorted(
        info.name
        for info in pkgutil.iter_modules(extractors.__path__)
        if not info.ispkg and not info.name.startswith("_")
    )
    return tuple(import_module(f"extractors.{name}") for name in names)


def extract(document: Document, lexicon: Lexicon) -> tuple[Document, list[Fact], list[Issue]]:
    """The document with its actors known, and everything its extractors found in it."""
    document = replace(document, body=body_of(document, lexicon))
    facts, issues = _round(document, lexicon, 1)
    known = actors(facts)
    document = replace(
        document,
        actors=replace(
            known,
            mentioned=mentioned(document, known),
            initials=(*known.initials, *marks(document, known)),
        ),
    )
    document = replace(document, said=judge(document, lexicon))
    later, more = _round(document, lexicon, 2)
    return document, [*facts, *later], [*issues, *more]


def _round(document: Document, lexicon: Lexicon, number: int) -> tuple[list[Fact], list[Issue]]:
    facts, issues = list[Fact](), list[Issue]()
    for module in modules():
        if number == module.ROUND and document.kind in module.KINDS:
            clock.beat()
            for found in module.extract(document, lexicon):
                (issues if isinstance(found, Issue) else facts).append(found)
    return facts, issues


_FIRST_NAME = re.compile(r"[A-ZÆØÅ](?<![\w-].)[a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)?(?![\w-])")


def mentioned(document: Document, known: Actors) -> tuple[str, ...]:
    """Given names that stand alone in the text and belong to nobody known."""
    parts = {part for name in known.people for part in name.split()}
    found = {
        match.group()
        for block in document.blocks
        for match in _FIRST_NAME.finditer(block.text)
        if not block.text[match.end() : match.end() + 2].strip().istitle()  # a surname follows: a full name
    }
    return tuple(sorted(name for name in found - parts if is_given_name(name)))


_MARK = re.compile(r"\((?P<marks>[A-ZÆØÅ]\w*(?:\s*[,/&+]\s*[A-ZÆØÅ]\w*)*)\)\W*$")
_AND = re.compile(r"\s*[,/&+]\s*")
_SHORT = 3
"""Letters of a shortened given name, at least; one letter counts beside the longer mark of somebody known."""


def marks(document: Document, known: Actors) -> tuple[tuple[str, str], ...]:
    """Beginnings of one person's name that stand for it behind a task ("(Cip)", "(BM, M)"): (mark, full name)."""
    parts_of_names = {part for name in known.people for part in name.split()}
    found: dict[str, str] = {}
    for block in document.blocks:
        if not (match := _MARK.search(block.text)):
            continue
        begun = {part: [name for name in known.people if name.startswith(part)] for part in _AND.split(match["marks"])}
        beside = any(
            len(part) > 1 and (names or any(part in initials_of(name) for name in known.people))
            for part, names in begun.items()
        )
        for part, names in begun.items():
            if len(names) == 1 and part not in parts_of_names and (len(part) >= _SHORT or (len(part) == 1 and beside)):
                found[part] = names[0]
    return tuple(found.items())


def actors(facts: Iterable[Fact]) -> Actors:
    """Who acts in a document: the people and organisations of its attendance or member list."""
    people: dict[str, None] = {}
    organisations: dict[str, None] = {}
    initials: list[tuple[str, str]] = []
    chair = writer = None
    for fact in facts:
        if fact.collection not in ("attendance", "members"):
            continue
        record = fact.record()
        people[record["name"]] = None
        if record["organisation"]:
            organisations[record["organisation"]] = None
        if record["role"] == "chair":
            chair = record["name"]
        if record["role"] == "minute_taker":
            writer = record["name"]
        for note in (record.get("note") or "").split("; "):
            if 2 <= len(note) <= 4 and note.isupper():
                initials.append((note, record["name"]))
    return Actors(tuple(people), tuple(organisations), chair, tuple(initials), writer=writer)
