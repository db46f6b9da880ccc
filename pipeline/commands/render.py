"""`referat render`: the pages anew."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, language_option
from pipeline.terminal import say


@click.command(epilog=examples("referat render --language nn"))
@archive_option
@language_option
def command(archive: Path, language: str) -> int:
    """Write the pages anew, to DIR/site."""
    from pipeline.archive import lock
    from pipeline.render import render_site

    with lock(archive):
        count = render_site(archive, language)
    say(f"{count} pages written; open {archive / 'site' / 'index.html'}")
    return Exit.CLEAN
