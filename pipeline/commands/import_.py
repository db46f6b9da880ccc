"""`referat import`: files into the archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import (
    advice_option,
    archive_option,
    examples,
    jobs_option,
    json_option,
    ocr_option,
    password_option,
    timeout_option,
)
from pipeline.guard import INTERRUPTED
from pipeline.terminal import print_json, say


@click.command(
    epilog=examples(
        "referat import corpus",
        "referat import styret/2015 styret/2016 --archive styret-arkiv",
        "referat import scans --again failed",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@archive_option
@advice_option
@jobs_option
@timeout_option
@click.option(
    "--again",
    type=click.Choice(["failed", "all"]),
    help="Read known files again: those that failed or need a person, or all.",
)
@click.option("--render/--no-render", default=None, help="Write the pages afterwards. [default: if anything changed]")
@ocr_option
@password_option
@json_option
def command(
    paths: Sequence[str],
    archive: Path,
    language: str,
    jobs: int | None,
    timeout: float,
    again: str | None,
    render: bool | None,
    ocr: bool,
    passwords: tuple[str, ...],
    as_json: bool,
) -> int:
    """Read documents into the archive.

    A folder stands for all PDF, Word, OpenDocument, HTML, Markdown and text files in and below it.
    Files that the archive knows already are left alone; a file that
    cannot be read is listed with advice, and the others go on. Exit code 1 says that such files were listed.
    """
    from pipeline.desk import Again
    from pipeline.importing import Plan, run_import
    from pipeline.options import Options
    from pipeline.terminal import Progress, summary

    options = Options(language=language, ocr=ocr, ocr_cache=str(archive / "ocr-cache"), passwords=passwords)
    plan = Plan(options, jobs, timeout, Again(again or "none"), render)
    with Progress() as progress:
        report = run_import(paths, archive, plan, progress)
    if as_json:
        print_json(report.record())
    for line in summary(report):
        say(line)
    if report.interrupted:
        return INTERRUPTED
    if report.pages is not None:
        say(f"open {archive / 'site' / 'index.html'}")
    return Exit.FAILURES_LISTED if report.failed else Exit.CLEAN
