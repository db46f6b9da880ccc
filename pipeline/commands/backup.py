"""`referat backup`: a copy of the archive."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples
from pipeline.terminal import say


@click.command(epilog=examples("referat backup styret-2026-01.db", "referat backup /media/disk/styret.db --force"))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@archive_option
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(file: Path, archive: Path, force: bool) -> int:
    """Copy the archive's database to a file.

    The archive may be in use, an import at work included. The copy is checked like `referat verify` does before it gets
    its name. The pages in site/ are not in it: `referat render` makes them anew.
    """
    from pipeline.backup import backup

    size = backup(archive, file, force)
    say(f"{file}: {size} bytes, checked")
    return Exit.CLEAN
