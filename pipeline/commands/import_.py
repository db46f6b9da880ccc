"""`referat import`: files into the archive."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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
from pipeline.settings import Settings
from pipeline.terminal import print_json, print_lines, say

if TYPE_CHECKING:
    from pipeline.importing import Plan


@click.command(
    epilog=examples(
        "referat import corpus",
        "referat import styret/2015 styret/2016 --archive styret-arkiv",
        "referat import scans --again failed",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")
@click.option("--files-from", metavar="LIST", help="Import the paths of a file too, one a line; - is stdin.")
@click.option("--null", is_flag=True, help="The paths of the list end with NUL (find -print0).")
@click.option(
    "--include",
    multiple=True,
    metavar="PATTERN",
    help="Take only such files of folders and zip archives (*.pdf, 2014, referat/*); may be repeated.",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave such files and folders out; may be repeated.",
)
@click.option(
    "--metadata",
    type=click.Path(),
    metavar="FILE.csv",
    help="A register of the files, whose columns win: file, body, date, series, box, access.",
)
@archive_option
@advice_option
@jobs_option
@timeout_option
@click.option(
    "--again",
    type=click.Choice(["failed", "all"]),
    help="Read known files again: those that failed or need a person, or all.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done, file by file; nothing is written.")
@click.option("--copy-originals", is_flag=True, help="Keep a copy of every file in DIR/originals, named by its hash.")
@click.option("--render/--no-render", default=None, help="Write the pages afterwards. [default: if anything changed]")
@ocr_option
@password_option
@json_option
@click.pass_obj
def command(
    settings: Settings,
    paths: Sequence[str],
    files_from: str | None,
    null: bool,
    include: Sequence[str],
    exclude: Sequence[str],
    metadata: str | None,
    archive: Path,
    language: str,
    jobs: int | None,
    timeout: float,
    again: str | None,
    dry_run: bool,
    copy_originals: bool,
    render: bool | None,
    ocr: bool,
    passwords: tuple[str, ...],
    as_json: bool,
) -> int:
    """Read documents into the archive.

    A folder stands for all PDF, Word, OpenDocument, HTML, Markdown and text files in and below it, a zip archive for
    those in it.
    Files that the archive knows already are left alone; a file that
    cannot be read is listed with advice, and the others go on. Exit code 1 says that such files were listed.
    """
    from pipeline.archive import OCR_CACHE
    from pipeline.desk import Again
    from pipeline.importing import Plan, run_import
    from pipeline.intake.lists import read_list
    from pipeline.intake.patterns import Patterns
    from pipeline.options import Options
    from pipeline.register import Register
    from pipeline.terminal import Progress, summary

    options = Options(
        language=language,
        ocr=ocr,
        ocr_cache=str(archive / OCR_CACHE),
        years=settings.years,
        passwords=passwords,
    )
    if files_from is not None:
        paths = [*paths, *read_list(files_from, sys.stdin.buffer, null)]
    elif not paths:
        raise click.UsageError("name the files or folders to import, or a list of them with --files-from")
    plan = Plan(
        options,
        Patterns(include, exclude),
        Register.read(metadata) if metadata else None,
        jobs,
        timeout,
        Again(again or "none"),
        render,
        copy_originals,
    )
    if dry_run:
        return _rehearse(paths, archive, plan, as_json)
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


def _rehearse(paths: Sequence[str], archive: Path, plan: Plan, as_json: bool) -> int:
    """Say what an import would do."""
    from pipeline.rehearsal import rehearse
    from pipeline.terminal import rehearsal_lines, rehearsal_summary

    found = rehearse(paths, archive, plan)
    if as_json:
        print_json(found.record())
    else:
        print_lines(rehearsal_lines(found))
    for line in rehearsal_summary(found):
        say(line)
    return Exit.FAILURES_LISTED if found.failed else Exit.CLEAN
