"""Every text that users read, by key, in bokmål (`nb.yml`) and nynorsk (`nn.yml`); dates and numbers through babel.

What issues say stands in English too (`en.yml`), for those who run the program without reading Norwegian.

Keys are dotted paths into the YAML file ("issue.encrypted", "column.date"). A text may hold `{name}` placeholders, and
`[[ ... ]]` around a part that is left out when one of its placeholders has no value. Texts that count something are
a pair of keys, `one` and `many`, with `{n}` for the number.

    >>> message("encrypted", "nb").partition(".")[0]
    'Filen er beskyttet med passord'
    >>> message("no_such_code"), message("needs_ocr", page="3").partition(",")[0]
    ('no_such_code', 'Siden er et bilde uten tekst (side 3)')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

LANGUAGES = ("nb", "nn")
"""The languages that users can read; anything else is answered in the first."""

ADVICE = (*LANGUAGES, "en")
"""The languages of what issues say, and of the advice in them."""

MISSING = "…"
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language; `texts` maps dotted keys to templates."""

    language: str
    texts: dict[str, str]

    def text(self, key: str, **values: object) -> str:
        """The text of `key` with its placeholders filled; raises KeyError for a key that nobody wrote."""
        template = self.texts[key]
        return _fill(template, {name: str(value) for name, value in values.items()}) if "{" in template else template

    def name(self, group: str, value: str | None) -> str:
        """The word for one value of a fixed list ("kind", "minutes"); a value without a word is shown as it is."""
        return self.texts.get(f"{group}.{value}", value or "")

    def count(self, key: str, n: int) -> str:
        """A number with its noun, in singular or plural: "1 møte", "12 møter"."""
        return _fill(self.texts[f"count.{key}.{'one' if n == 1 else 'many'}"], {"n": self.number(n)})

    def number(self, value: float) -> str:
        """A number with Norwegian separators: 12 500,5."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.language))

    def date(self, iso: str | None, style: str = "long") -> str:
        """An ISO date in words: `full` with weekday, `long`, or `short` in figures; `--06-30` is said as recurring.

        What is no date is given back as it stands, because a reader is better served by it than by nothing.
        """
        if not iso:
            return ""
        recurring = iso.startswith("--")
        try:
            # A leap year, so that the 29th of February has a name.
            day = date.fromisoformat(f"2000-{iso[2:]}" if recurring else iso)
        except ValueError:
            return iso
        from babel.dates import format_date

        if recurring:
            return self.text("date.recurring", day=format_date(day, self.texts["date.day_month"], locale=self.language))
        return str(format_date(day, self.texts[f"date.{style}"], locale=self.language))


def catalogue(language: str = "nb") -> Catalogue:
    """The texts of a language; nynorsk for "nn", bokmål for everything else."""
    return _texts(language if language in LANGUAGES else LANGUAGES[0])


@cache
def _texts(language: str) -> Catalogue:
    """The texts of one file."""
    import yaml

    # The C loader is ten times faster where PyYAML was built with it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tree = yaml.load((resources.files(__package__) / f"{language}.yml").read_text("utf-8"), Loader=loader)
    return Catalogue(language, dict(_flat(tree, "")))


def message(code: str, language: str = "nb", /, **values: str) -> str:
    """What an issue says, with advice. Never raises: an unknown code is given back as it is.

    `values` fill the placeholders of `issue.<code>`; one that is missing shows as "…", or takes its part of the
    sentence away with it. A value of a fixed list is said in words (`kind="minutes"` as "Referat"), and so
    is an ISO date, with its weekday.
    """
    words = _texts(language if language in ADVICE else LANGUAGES[0])
    template = words.texts.get(f"issue.{code}")
    if template is None:
        return code
    return _fill(template, {key: words.name(key, words.date(text, "full")) for key, text in values.items()})


def retell(code: str, said: str | None, language: str) -> str:
    """What an issue said, in another language; without `said`, what such an issue says in general.

    The archive keeps the sentence of the record contract, not the values that went into it; they are read back out of
    it here. A sentence that no template can have made (an older program's) is kept as it is.
    """
    if said is None:
        return message(code, language)
    for source in ADVICE:
        texts = _texts(source).texts
        template = texts.get(f"issue.{code}")
        found = _pattern(template).fullmatch(said) if template and source != language else None
        if found:
            codes = {(key.partition(".")[0], text): key.partition(".")[2] for key, text in texts.items()}
            said_by = {name: text for name, text in found.groupdict().items() if text}
            values = {name: codes.get((name, text), _iso(text, source)) for name, text in said_by.items()}
            return message(code, language, **values)
    return said


def _iso(text: str, language: str) -> str:
    """A date that `message` has said, as ISO again; any other text as it is."""
    if found := re.fullmatch(r"\w+da[gy] (\d{1,2})\.? (\w+) (\d{4})", text):
        from babel.dates import get_month_names

        months = {name: number for number, name in get_month_names("wide", locale=language).items()}
        if found[2] in months:
            return f"{found[3]}-{months[found[2]]:02}-{int(found[1]):02}"
    return text


def _fill(template: str, values: dict[str, str]) -> str:
    def optional(match: re.Match[str]) -> str:
        names = [name for _, name, _, _ in Formatter().parse(match[1]) if name]
        return match[1] if all(values.get(name) for name in names) else ""

    return _OPTIONAL.sub(optional, template).format_map(_Values(values))


class _Values(dict[str, str]):
    """Values of a text; one that nobody gave shows that something is missing instead of failing."""

    def __missing__(self, key: str) -> str:
        return MISSING


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern that reads the values back out of a filled template."""
    parts: list[str] = []
    for piece in re.split(r"(\[\[|\]\]|\{\w+\})", template):
        if piece == "[[":
            parts.append("(?:")
        elif piece == "]]":
            parts.append(")?")
        elif piece.startswith("{"):
            parts.append(rf"(?P<{piece[1:-1]}>.+?)")
        else:
            parts.append(re.escape(piece))
    return re.compile("".join(parts), re.DOTALL)


def _flat(tree: dict[str, Any], path: str) -> list[tuple[str, str]]:
    """The leaves of a nested mapping under dotted keys."""
    leaves: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            leaves += _flat(value, f"{path}{key}.")
        else:
            leaves.append((f"{path}{key}", str(value).strip()))
    return leaves
