"""`referat.toml` in the archive's folder: what holds for this archive whenever the command line says nothing else.

Each field of `Settings` is a key of the file, with what it means and what it may be; `docs/configuration.md` is made
from them. The command line wins over the file, the file over the defaults. A key or value that is not understood is an
error, never a guess: a misspelt `exclude` would bring in what was to be left out.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.clock import STALL
from pipeline.errors import Exit, ReferatError

FILE = "referat.toml"
EARLIEST, LATEST = 1000, 2999
"""Years that a date can be written in."""


class BadSettings(ReferatError):
    """The file of settings says something that cannot be meant."""

    exit = Exit.USAGE


@dataclass(frozen=True, slots=True)
class Key:
    """What a key means, what its value may be, in words, and the value as settings keep it (ValueError if it is none).

    `words` are the values of a fixed list; `option` tells whether there is an option of that name as well.
    """

    meaning: str
    form: str
    read: Callable[[Any], Any]
    words: tuple[str, ...] = ()
    option: str = ""


def _one_of(*words: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in words:
            raise ValueError
        return str(value)

    return read


def _number(least: int, kind: type[int] | type[float]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        # A bool is an int to Python; not-a-number and infinity are floats, and no amount of anything.
        if isinstance(value, bool) or not isinstance(value, int | kind) or not least <= value < 1e9:
            raise ValueError
        return kind(value)

    return read


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _years(value: Any) -> tuple[int, int]:
    whole = isinstance(value, list) and all(isinstance(year, int) and not isinstance(year, bool) for year in value)
    if not whole or len(value) != 2 or not EARLIEST <= value[0] <= value[1] <= LATEST:
        raise ValueError
    return value[0], value[1]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise ValueError
    return tuple(value)


def _key(default: Any, *words: Any, **more: Any) -> Any:
    return field(default=default, metadata={"key": Key(*words, **more)})


@dataclass(frozen=True, slots=True)
class Settings:
    """What `referat.toml` may say; the defaults are those of an archive without one."""

    language: str = _key(
        "nb",
        "Language of pages and messages: bokmål or nynorsk.",
        '`"nb"` or `"nn"`',
        _one_of("nb", "nn"),
        words=("nb", "nn"),
        option="--language",
    )
    years: tuple[int, int] = _key(
        (1945, 2040),
        "First and last year in which a meeting of this archive can have been held; a date outside them is an issue.",
        f"two whole years, the first not after the last, from {EARLIEST} to {LATEST}",
        _years,
    )
    include: tuple[str, ...] = _key(
        (),
        "Patterns of the only files to take from a folder or zip archive; none: all documents.",
        "a list of patterns in quotes",
        _texts,
        option="--include",
    )
    exclude: tuple[str, ...] = _key(
        (),
        "Patterns of files and folders to leave out of a folder or zip archive.",
        "a list of patterns in quotes",
        _texts,
        option="--exclude",
    )
    metadata: str | None = _key(
        None,
        "Register beside the files, whose columns win over what documents say; a path from the archive's folder.",
        "the path of a CSV file in quotes",
        _text,
        option="--metadata",
    )
    jobs: int | None = _key(
        None, "Worker processes; not set: one for each core.", "a whole number from 1", _number(1, int), option="--jobs"
    )
    timeout: float = _key(
        STALL,
        "Seconds without a finished page after which a file is given up.",
        "a number of seconds from 1",
        _number(1, float),
        option="--timeout",
    )
    ocr: bool = _key(True, "Read scanned pages with Tesseract.", "`true` or `false`", _switch, option="--ocr/--no-ocr")

    @classmethod
    def of(cls, archive: Path) -> Settings:
        """The settings of the archive in a folder; the defaults where it has no file of them.

        Raises:
            BadSettings: the file is no TOML, or has a key or a value that is not understood; line and key are named.
        """
        file = archive / FILE
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            return cls()
        except UnicodeDecodeError as error:
            raise BadSettings(f"{file} is not UTF-8 text: {error}", "save it as UTF-8") from None
        try:
            # The TOML of line ends that old editors write is read too.
            found = tomllib.loads(text.replace("\r\n", "\n"))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise BadSettings(
                f"{file}: {error}", "texts stand in quotes, lists in [ ]; see docs/configuration.md"
            ) from None
        values = {name: _value(file, text, name, value) for name, value in found.items()}
        if "metadata" in values:
            values["metadata"] = str(archive / values["metadata"])
        return cls(**values)


KEYS: dict[str, Key] = {one.name: one.metadata["key"] for one in fields(Settings)}
"""Every key of the file, in the order of the documentation."""


def _value(file: Path, text: str, name: str, value: Any) -> Any:
    """A value as settings keep it; raises `BadSettings`."""
    place = f"{file}{_line(text, name)}"
    key = KEYS.get(name)
    if key is None:
        near = difflib.get_close_matches(name.casefold(), KEYS, 1, 0.5)
        advice = f'did you mean "{near[0]}"?' if near else f"the keys are {', '.join(KEYS)}"
        raise BadSettings(f'{place}: there is no setting "{name}"', advice)
    try:
        return key.read(value)
    except ValueError:
        near = difflib.get_close_matches(str(value).casefold(), key.words, 1, 0.4)
        advice = f'did you mean "{near[0]}"?' if near else "see docs/configuration.md"
        raise BadSettings(f"{place}: {name} must be {key.form.replace('`', '')}, not {_shown(value)}", advice) from None


def _line(text: str, name: str) -> str:
    """Where a key stands, as ", line N"; empty where that cannot be told."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
    return next((f", line {n}" for n, line in enumerate(text.splitlines(), 1) if pattern.match(line)), "")


def _shown(value: Any) -> str:
    """A value as a message quotes it: as TOML writes it, cut where it is long."""
    said = str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
    return said if len(said) <= 60 else said[:59] + "…"
