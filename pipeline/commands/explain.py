"""`referat explain`: how a file was read."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import examples
from pipeline.terminal import print_lines, say


@click.command(
    epilog=examples("referat explain referat.pdf --page 2", "referat explain referat.pdf --picture side.png")
)
@click.argument("file", type=click.Path(), metavar="FILE")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="Only this page, as the PDF counts.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.png",
    help="Draw the page (the first, or that of --page) with what was seen on it.",
)
@click.option("--force", is_flag=True, help="Write the picture over a file that is there.")
def command(file: str, page: int | None, picture: Path | None, force: bool) -> int:
    """Show how a file was read.

    Its lines, what each was taken for, and which rule found what. In the margin of a line stand its role and the item
    that it belongs to; below it the records that end there (+) and what a person should look at (!).
    """
    from pipeline.explain import explain as tell
    from pipeline.intake import identify
    from pipeline.intake.media import PDF, refusal
    from pipeline.messages import message

    refused = refusal(identify(file))
    if refused:
        say(message(refused[1]))
        return Exit.FAILURES_LISTED
    source = identify(file)
    if picture is not None and source.media_type != PDF:
        raise click.UsageError("only PDFs have pages that can be drawn; leave out --picture")
    if picture is not None and picture.exists() and not force:
        raise click.UsageError(f"{picture} is there already; give --force to write over it")
    print_lines(tell(Path(file), page, picture).split("\n"))
    if picture is not None:
        say(f"drawn: {picture}")
    return Exit.CLEAN
