r"""Wordings: the expressions of `wordings/*.yml`, each under the name of the module that asks for it.

    no_decision:                 # asked for by extractors/_no_decision.py
      became: (?:ble|vart|blei)
      talk:                      # expression("no_decision.talk"), a list of alternatives
        - ^saken|saka {became} (?:drøftet|drøfta|diskutert)\b

A space stands for any white space (`\ ` for itself). `{became}` is the entry of that name in the same part of the file,
`{BECAME}` one of those that all share (`parts.yml`); other names are filled by the code, with what it reckons (dates).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]| |\{(?P<name>[a-zA-Z_]+)\}", re.S)
"""What is written otherwise than it is meant, and what a space or a brace may stand in and mean itself."""
_SHARED = "parts"


def load(name: str) -> Any:
    """One of the lexicon's YAML files, by its name below this folder."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def _sections() -> dict[str, dict[str, Any]]:
    """Module -> its entries, of all files of `wordings/`."""
    here = resources.files(__package__).joinpath("wordings")
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(one.name for one in here.iterdir() if one.name.endswith(".yml")):
        for section, entries in load(f"wordings/{file}").items():
            if section in found:
                raise ValueError(f"wordings/{file}: {section} stands in another file too")
            found[section] = entries
    return found


def _entry(name: str) -> Any:
    section, _, entry = name.partition(".")
    return _sections()[section][entry]


def _filled(line: str, section: str, given: dict[str, str]) -> str:
    """One line as an expression."""

    def put(token: re.Match[str]) -> str:
        if token.group() == " ":
            return r"\s+"
        if (name := token.group("name")) is None:
            return token.group()
        if name in given:
            return given[name]
        return phrase(f"{_SHARED if name.isupper() else section}.{name}", **given)

    return _TOKEN.sub(put, line)


def _lines(entry: Any) -> list[str]:
    """The alternatives of an entry; of a table, its keys."""
    return [entry] if isinstance(entry, str) else list(entry)


def phrases(name: str, /, **given: str) -> tuple[str, ...]:
    """The alternatives of a wording, each as the text of an expression."""
    section = name.partition(".")[0]
    return tuple(_filled(line, section, given) for line in _lines(_entry(name)))


def phrase(name: str, /, **given: str) -> str:
    """A wording as the text of one expression, to be put into others; alternatives stand beside each other, bare.

    >>> phrase("votes.votes")
    '(?:stemmer?|røyst(?:er)?|røyst|stemme)'
    """
    return "|".join(phrases(name, **given))


def expression(name: str, flags: re.RegexFlag = re.I, /, **given: str) -> re.Pattern[str]:
    """A wording, compiled; capitals count only where `flags` say so (`re.NOFLAG`).

    Raises:
        KeyError: there is none of this name, or a part that it names is neither in the lexicon nor given.
        re.error: it is no expression.
    """
    return re.compile(phrase(name, **given), flags)


def listed(name: str) -> tuple[str, ...]:
    """A list of words, in order; words without a space in them may stand on one line."""
    entry = _entry(name)
    return tuple(entry.split() if isinstance(entry, str) else entry)


def table(name: str) -> dict[str, Any]:
    """A mapping of words, or of names to expressions and what is known of them."""
    filled: dict[str, Any] = _all_filled(_entry(name), name.partition(".")[0])
    return filled


def _all_filled(entry: Any, section: str) -> Any:
    if isinstance(entry, dict):
        return {key: _all_filled(value, section) for key, value in entry.items()}
    return _filled(entry, section, {}) if isinstance(entry, str) else entry
