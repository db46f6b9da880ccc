"""`referat forget`: one document taken out for good."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, language_option
from pipeline.terminal import say


@click.command(epilog=examples('referat forget 3f9a1c20d4e5b6a7 --because "inneholder helseopplysninger"'))
@click.argument("document", metavar="DOCUMENT")
@click.option(
    "--because", required=True, metavar="REASON", help="Why; kept in the archive, so without names or content."
)
@archive_option
@language_option
def command(document: str, because: str, archive: Path, language: str) -> int:
    """Take one document out of the archive for good.

    DOCUMENT is its id, which ends the address of its page (document/<id>.html), or the beginning of it. Its records,
    pages and words go, from the search index, the pages and the digests of its year too; what stays is an entry with
    its id, the time and the reason. No import brings it back. The file itself and backups are not touched.
    """
    from pipeline.archive import lock
    from pipeline.forget import forget

    if not because.strip():
        raise click.UsageError("--because needs a reason")
    with lock(archive):
        done = forget(archive, document, because.strip(), language)
    say(f"document {done.id} was taken out; the file it came from and backups made before still have it")
    for twin in done.twins:
        say(f"  document {twin} says the same and is still there; to take it out: referat forget {twin} --because ...")
    return Exit.CLEAN
