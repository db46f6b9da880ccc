"""`referat status`: what is in the archive."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, json_option
from pipeline.terminal import print_json, print_lines


@click.command(epilog=examples("referat status --json | jq .outcomes"))
@archive_option
@json_option
def command(archive: Path, as_json: bool) -> int:
    """Show what is in the archive.

    Counts by outcome, kind, year and issue, the open actions, and the files that need a person, with advice.
    """
    from dataclasses import asdict

    from pipeline.status import status as look
    from pipeline.terminal import status_lines

    state = look(archive)
    if as_json:
        print_json(asdict(state))
    else:
        print_lines(status_lines(state))
    return Exit.CLEAN
