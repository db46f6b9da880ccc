"""`referat undo`: an import taken back."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, language_option
from pipeline.terminal import say


@click.command(epilog=examples("referat undo 3", "referat undo 3 --archive styret-arkiv"))
@click.argument("run", type=click.IntRange(min=1), metavar="RUN")
@archive_option
@language_option
def command(run: int, archive: Path, language: str) -> int:
    """Take an import back.

    RUN is its number (`referat status` tells the last, the page "Innlesinger" all). Every path shows again what it
    showed before that import; the files themselves are not touched. An import on which a later one builds is refused.
    """
    import json
    from dataclasses import asdict

    from pipeline.archive import SITE, lock
    from pipeline.original_copies import prune
    from pipeline.render import render_site
    from pipeline.runs import Run
    from pipeline.tables import opened_archive
    from pipeline.undo import undo
    from pipeline.version import program_version

    with lock(archive):
        with opened_archive(archive) as db:
            this = Run(db, "undo", program_version(), [str(run)])
            done = undo(db, run, this)
            this.finish(json.dumps(asdict(done)))
            prune(db, archive)
        say(f"import {run} undone: {done.removed} taken out, {done.restored} shown as before")
        if done.kept:
            say(f"  {done.kept} that it only read anew stay as they are")
        if (archive / SITE).exists():
            say(f"{render_site(archive, language)} pages written")
    return Exit.CLEAN
