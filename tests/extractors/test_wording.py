"""The expressions of the lexicon: their notation, that each is asked for, and that code holds no lists of words."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from extractors.lexicon import wording
from extractors.lexicon.wording import expression, listed, phrase, phrases, table
from tests.conftest import ROOT

FILES = sorted((ROOT / "extractors" / "lexicon" / "wordings").glob("*.yml"))
CODE = sorted(path for folder in ("extractors", "pipeline") for path in (ROOT / folder).rglob("*.py"))
WORDS = 8
"""Words of our two languages that an expression in code may list."""
ELSEWHERE = {"pipeline/readers/html.py", "pipeline/readers/letters.py", "pipeline/same_body.py"}
"""Readers know no meaning and take nothing from the lexicon; folded names have a notation of their own."""


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> None:
    part = {
        "became": "(?:ble|vart)",
        "talk": [r"^saka {became} {SAID}\b", r"[ -]{0,2}det\ var {day}"],
        "offices": {"leder": "chair", "leiar": "chair"},
        "of_office": "^{offices}$",
        "some": "en to tre",
    }
    shared = {"SAID": "(?:sagt|nemnd)"}
    monkeypatch.setattr(wording, "_sections", lambda: {"own": part, "parts": shared})


@pytest.mark.usefixtures("own")
def test_the_notation() -> None:
    assert phrases("own.talk", day="{x}") == (r"^saka\s+(?:ble|vart)\s+(?:sagt|nemnd)\b", r"[ -]{0,2}det\ var\s+{x}")
    assert expression("own.talk", day="i dag").search("Saka  vart\nnemnd")
    assert not expression("own.talk", re.NOFLAG, day="i dag").search("SAKA VART NEMND")
    assert phrase("own.of_office") == "^leder|leiar$"
    assert listed("own.some") == ("en", "to", "tre")
    assert table("own.offices") == {"leder": "chair", "leiar": "chair"}


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("name", ["own.nothing", "nobody.talk", "own.talk"])
def test_what_is_not_there_is_told(name: str) -> None:
    with pytest.raises(KeyError):
        expression(name)


def _mapping(node: yaml.MappingNode) -> list[tuple[str, yaml.Node]]:
    return [(key.value, value) for key, value in node.value]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_name_is_given_twice(path: Path) -> None:
    sections = _mapping(yaml.compose(path.read_text("utf-8")))  # type: ignore[no-untyped-call]
    names = [section for section, _ in sections]
    names += [f"{section}.{entry}" for section, entries in sections for entry, _ in _mapping(entries)]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_every_wording_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in CODE)
    texts = {path: path.read_text("utf-8") for path in FILES}
    unused = []
    for text in texts.values():
        for section, entries in yaml.safe_load(text).items():
            inside = "\n".join(texts.values()) if section == "parts" else yaml.safe_dump(entries, allow_unicode=True)
            unused += [
                f"{section}.{name}"
                for name in entries
                if f'"{section}.{name}"' not in code and f"{{{name}}}" not in inside
            ]
    assert unused == []


def _norwegian(expression: str) -> int:
    """How many alternatives of an expression are plain words."""
    return sum(bool(re.fullmatch(r"(?:\?[:=!])?[a-zæøå ]{3,}\??", part)) for part in re.split(r"[|()\\]+", expression))


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if str(path.relative_to(ROOT)) not in ELSEWHERE and "messages" not in path.parts],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_code_lists_no_words_of_norwegian(path: Path) -> None:
    literals = (
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value
    )
    assert [text for text in literals if "SELECT" not in text and _norwegian(text) > WORDS] == []
