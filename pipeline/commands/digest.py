"""`referat digest`: one year at a glance."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, language_option
from pipeline.terminal import print_lines


@click.command(epilog=examples("referat digest 2015", "referat digest 2015 --stdout | less"))
@click.argument("year", type=click.IntRange(1000, 9999), metavar="YEAR")
@archive_option
@language_option
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the Markdown instead of the files' names.")
def command(year: int, archive: Path, language: str, to_stdout: bool) -> int:
    """Write one year at a glance.

    Two files, HTML and Markdown: meetings, decisions, actions, people, what to note.
    """
    from pipeline.archive import lock
    from pipeline.digest import write_digest

    with lock(archive):
        html, markdown = write_digest(archive, year, language)
    shown = markdown.read_text(encoding="utf-8").rstrip("\n").split("\n")
    print_lines(shown if to_stdout else [str(html), str(markdown)])
    return Exit.CLEAN
