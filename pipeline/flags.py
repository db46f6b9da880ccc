"""Options that several commands share, and the form of their examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.clock import STALL
from pipeline.errors import Exit
from pipeline.settings import FILE, KEYS, Settings

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
        is_eager=True,
        callback=_configured,
        help=f"Folder of the archive (archive.db, site/); its {FILE} holds defaults for it.",
    )(command)


ARCHIVE = "referat.archive"
"""Under this name click's shared `meta` has the archive of the command at work, for whoever tells of an error."""


def _configured(context: click.Context, parameter: click.Parameter, archive: Path) -> Path:
    """Note the folder where `guard` finds it, and let its settings stand in for the options that are not given.

    The command finds the settings as its object.

    Only for a command that has such options: a mistake in the file is no reason to keep anybody from searching.
    """
    context.meta[ARCHIVE] = archive
    if not context.resilient_parsing and any(option.name in KEYS for option in context.command.params):
        context.obj = Settings.of(archive)
        context.default_map = {name: value for name in KEYS if (value := getattr(context.obj, name)) is not None}
    return archive


def language_option(command: Command) -> Command:
    """The language of what users read."""
    return click.option(
        "--language",
        type=click.Choice(["nb", "nn"]),
        default="nb",
        show_default=True,
        help="Language of pages and messages: bokmål or nynorsk.",
    )(command)


def advice_option(command: Command) -> Command:
    """The language of what users read; for what issues say there is English too."""
    return click.option(
        "--language",
        type=click.Choice(["nb", "nn", "en"]),
        default="nb",
        show_default=True,
        help="Language of pages and messages: bokmål, nynorsk, or English for messages only.",
    )(command)


def json_option(command: Command) -> Command:
    """JSON instead of lines."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def jobs_option(command: Command) -> Command:
    """How many worker processes."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        show_default=True,
        help="Worker processes; one for each core unless given.",
    )(command)


def ocr_option(command: Command) -> Command:
    """Whether scans are read."""
    return click.option("--ocr/--no-ocr", default=True, show_default=True, help="Read scanned pages with Tesseract.")(
        command
    )


def timeout_option(command: Command) -> Command:
    """How long a page may take."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=1),
        default=STALL,
        show_default=True,
        metavar="SECONDS",
        help="Give up a file that finishes no page for so long; Tesseract and LibreOffice may take three times that.",
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
