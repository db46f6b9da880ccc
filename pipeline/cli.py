"""The command `referat`. stdout is data, stderr is talk; each command stands in `pipeline/commands`, by its name.

Commands import what is heavy inside themselves, so that `--help` and `search` answer at once.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from pipeline import commands
from pipeline.flags import examples, exit_codes
from pipeline.guard import guarded


def discovered() -> dict[str, click.Command]:
    """Every command by its name, that of its module in `pipeline.commands`; "_" ends it where Python has the word."""
    found = {}
    for module in pkgutil.iter_modules(commands.__path__):
        command: click.Command = import_module(f"{commands.__name__}.{module.name}").command
        command.name = module.name.rstrip("_")
        found[command.name] = command
    return found


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Print which program this is, and stop."""
    if wanted and not context.resilient_parsing:
        from pipeline.version import program_version

        click.echo(program_version())
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "referat import ~/referater          a folder of documents into output/, with pages to read",
        "referat search budsjett             where is it spoken of?",
        "referat status                      what is in the archive, and what needs a person?",
        "referat digest 2015 --stdout        one year as Markdown",
        "referat extract referat.pdf         one file as JSON, nothing stored",
    )
    + exit_codes(),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, help="Print the version.", callback=_version
)
def cli() -> None:
    """Reads Norwegian minutes into an archive: who met, what was decided, who does what by when."""


for _command in discovered().values():
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit with its code; whatever goes wrong is one line with advice, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(guarded(cli, arguments))
