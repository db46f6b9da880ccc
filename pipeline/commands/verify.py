"""`referat verify`: is all as it was written?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.flags import archive_option, examples, json_option
from pipeline.terminal import print_json, print_lines, say


@click.command(epilog=examples("referat verify", "referat verify scans --json | jq '.findings[].where'"))
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH...]")
@archive_option
@json_option
def command(paths: Sequence[str], archive: Path, as_json: bool) -> int:
    """Check that the archive and its originals are as they were.

    Every value in the database is held against the hash that was written with it, and every original is read again.
    Files below PATH (the folders of earlier imports, if none is given) that the archive does not know are listed too.
    Nothing is written. Exit code 4 says that the database was changed from outside, 1 that originals were changed, are
    missing or were never imported.
    """
    from pipeline.verify import verify

    bar = click.progressbar(length=0, label="originals", file=sys.stderr, show_pos=True)

    def tell(number: int) -> None:
        if not sys.stderr.isatty():
            return
        if not bar.length:
            bar.length = number
            bar.render_progress()
        else:
            bar.update(1)

    verdict = verify(archive, paths, tell)
    if bar.length:
        bar.render_finish()
    if as_json:
        print_json(verdict.record())
    else:
        print_lines(finding.line() for finding in verdict.findings)
    say(verdict.summary())
    return verdict.exit
