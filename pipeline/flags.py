"""Options that several commands share, and the form of their examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.errors import Exit

Command = Any
"""A function that click decorates."""


def archive_option(command: Command) -> Command:
    """The folder that holds the archive."""
    return click.option(
        "--archive",
        type=click.Path(file_okay=False, path_type=Path),
        default="output",
        show_default=True,
        metavar="DIR",
        envvar="REFERAT_ARCHIVE",
        callback=_remembered,
        help="Folder of the archive (archive.db and site/).",
    )(command)


ARCHIVE = "referat.archive"
"""Under this name click's shared `meta` has the archive of the command at work, for whoever tells of an error."""


def _remembered(context: click.Context, option: click.Parameter, value: Path) -> Path:
    """Note the archive's folder where `guard` finds it."""
    context.meta[ARCHIVE] = value
    return value


def language_option(command: Command) -> Command:
    """The language of what users read."""
    return click.option(
        "--language",
        type=click.Choice(["nb", "nn"]),
        default="nb",
        show_default=True,
        help="Language of pages and messages: bokmål or nynorsk.",
    )(command)


def json_option(command: Command) -> Command:
    """JSON instead of lines."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def jobs_option(command: Command) -> Command:
    """How many worker processes."""
    return click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes. [default: one for each core]"
    )(command)


def ocr_option(command: Command) -> Command:
    """Whether scans are read."""
    return click.option("--ocr/--no-ocr", default=True, help="Read scanned pages with Tesseract. [default: yes]")(
        command
    )


def timeout_option(command: Command) -> Command:
    """How long a file may take."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=1),
        default=120.0,
        show_default=True,
        metavar="SECONDS",
        help="Time for a small file; a large one gets more.",
    )(command)


def password_option(command: Command) -> Command:
    """Passwords for files that need one."""
    return click.option(
        "--password-file",
        "passwords",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        callback=lambda context, option, value: _passwords(value),
        metavar="FILE",
        help="Passwords to try on encrypted files, one a line.",
    )(command)


def _passwords(file: Path | None) -> tuple[str, ...]:
    """The lines of a file of passwords; a password may begin or end with a space."""
    if file is None:
        return ()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{file} is not UTF-8 text") from error
    return tuple(line for line in text.splitlines() if line)


def examples(*lines: str) -> str:
    """Lines for the end of a help text that click must not wrap."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def exit_codes() -> str:
    """The exit codes for the end of a help text."""
    return "\n".join(("", "", "\b", "Exit codes:", *(f"  {code.value:>3}  {code.meaning}" for code in Exit)))
