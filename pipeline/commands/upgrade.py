"""`referat upgrade`: an archive of an earlier program."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples
from pipeline.terminal import say


@click.command(epilog=examples("referat upgrade --archive styret-arkiv"))
@archive_option
def command(archive: Path) -> int:
    """Bring an archive of an earlier version up to date.

    Every row is kept, those of tables that this program does not know too, and so is the old file, as
    archive.db.schema-N. `referat import` does the same by itself before it reads anything.
    """
    from pipeline.archive import lock
    from pipeline.upgrade import is_old, upgrade

    with lock(archive):
        if not is_old(archive):
            say("the archive is up to date")
            return Exit.CLEAN
        for line in upgrade(archive).lines():
            say(line)
    return Exit.CLEAN
