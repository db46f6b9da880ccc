"""The command `referat`. stdout is data, stderr is talk; what a command does stands in the module that it calls.

Heavy modules are imported inside the commands, so that `--help` and `search` answer at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from pipeline.errors import Exit
from pipeline.flags import (
    archive_option,
    examples,
    exit_codes,
    jobs_option,
    json_option,
    language_option,
    ocr_option,
    password_option,
    timeout_option,
)
from pipeline.guard import INTERRUPTED, guarded
from pipeline.terminal import say


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "referat import ~/referater          a folder of documents into output/, with pages to read",
        "referat search budsjett             where is it spoken of?",
        "referat status                      what is in the archive, and what needs a person?",
        "referat digest 2015 --stdout        one year as Markdown",
        "referat extract referat.pdf         one file as JSON, nothing stored",
    )
    + exit_codes(),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    help="Print the version.",
    callback=lambda *given: _version(*given),
)
def cli() -> None:
    """Reads Norwegian minutes into an archive: who met, what was decided, who does what by when."""


@cli.command(
    "import",
    epilog=examples(
        "referat import corpus",
        "referat import styret/2015 styret/2016 --archive styret-arkiv",
        "referat import scans --again failed",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@archive_option
@language_option
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
def import_command(
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
        _print_json(report.record())
    for line in summary(report):
        say(line)
    if report.interrupted:
        return INTERRUPTED
    if report.pages is not None:
        say(f"open {archive / 'site' / 'index.html'}")
    return Exit.FAILURES_LISTED if report.failed else Exit.CLEAN


@cli.command(epilog=examples("referat extract referat.pdf | jq '.documents[].decisions[].text'"))
@click.argument("file", type=click.Path(), metavar="FILE")
@language_option
@ocr_option
@password_option
@timeout_option
def extract(file: str, language: str, ocr: bool, passwords: tuple[str, ...], timeout: float) -> int:
    """Print what one file says, as JSON.

    Nothing is stored. A file that cannot be read prints the object too, with an issue that says what to do, and gives
    exit code 1.
    """
    from functools import partial

    from pipeline.intake import identify
    from pipeline.options import Options
    from pipeline.workers import read, work

    options = Options(language=language, ocr=ocr, passwords=passwords)
    (outcome,) = work([identify(file)], partial(read, options=options), 1, timeout)
    _print_json(outcome.record)
    return Exit.FAILURES_LISTED if outcome.status.failed else Exit.CLEAN


@cli.command(
    epilog=examples(
        "referat search budsjett 2016",
        'referat search "ny avtale" --kind decision',
        "referat search mote --json | jq -r '.[].path'",
    )
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@archive_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Hits to print.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["decision", "action", "agenda", "page"]),
    help="Only these; may be repeated. [default: all]",
)
@click.option("--ranked", is_flag=True, help="Best hits first instead of newest first.")
@json_option
def search(words: Sequence[str], archive: Path, limit: int, kinds: Sequence[str], ranked: bool, as_json: bool) -> int:
    """Find words in the archive, newest first.

    Looks in decisions, actions, agenda items and the text of pages. All words must be there. A word finds every word
    that begins with it, and a, o and ae find å, ø and æ; words within one pair of quotes must stand together, exactly.
    Exit code 6 says that nothing was found.
    """
    from dataclasses import asdict

    from pipeline import search as engine
    from pipeline.terminal import hit_lines

    words = [os.fsencode(word).decode("utf-8", "replace") for word in words]  # whatever the locale made of them
    query = " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
    chosen = [engine.NAMES[kind] for kind in kinds] or engine.KINDS
    hits = engine.search(archive, query, limit, chosen, ranked)
    if as_json:
        _print_json([asdict(hit) for hit in hits])
    else:
        _print_lines(line for hit in hits for line in hit_lines(hit))
    if not hits:
        say(f"nothing found for {query}; try fewer or shorter words")
    return Exit.CLEAN if hits else Exit.NOTHING_FOUND


@cli.command(epilog=examples("referat render --language nn"))
@archive_option
@language_option
def render(archive: Path, language: str) -> int:
    """Write the pages anew, to DIR/site."""
    from pipeline.archive import lock
    from pipeline.render import render_site

    with lock(archive):
        count = render_site(archive, language)
    say(f"{count} pages written; open {archive / 'site' / 'index.html'}")
    return Exit.CLEAN


@cli.command(epilog=examples("referat digest 2015", "referat digest 2015 --stdout | less"))
@click.argument("year", type=click.IntRange(1000, 9999), metavar="YEAR")
@archive_option
@language_option
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the Markdown instead of the files' names.")
def digest(year: int, archive: Path, language: str, to_stdout: bool) -> int:
    """Write one year at a glance.

    Two files, HTML and Markdown: meetings, decisions, actions, people, what to note.
    """
    from pipeline.archive import lock
    from pipeline.digest import write_digest

    with lock(archive):
        html, markdown = write_digest(archive, year, language)
    _print_lines([markdown.read_text(encoding="utf-8").rstrip("\n")] if to_stdout else [str(html), str(markdown)])
    return Exit.CLEAN


@cli.command(epilog=examples("referat status --json | jq .outcomes"))
@archive_option
@json_option
def status(archive: Path, as_json: bool) -> int:
    """Show what is in the archive.

    Counts by outcome, kind, year and issue, the open actions, and the files that need a person, with advice.
    """
    from dataclasses import asdict

    from pipeline.status import status as look
    from pipeline.terminal import status_lines

    state = look(archive)
    if as_json:
        _print_json(asdict(state))
    else:
        _print_lines(status_lines(state))
    return Exit.CLEAN


@cli.command(epilog=examples("referat evaluate tests/gold --sources corpus"))
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD_DIR")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="corpus",
    show_default=True,
    metavar="DIR",
    help="Folder of the labelled PDFs (NAME.pdf for NAME.json).",
)
@jobs_option
@json_option
def evaluate(gold_dir: Path, sources: Path, jobs: int | None, as_json: bool) -> int:
    """Measure the extraction against labels.

    Precision, recall and F1 of every field, and the share of documents with every core field right.
    """
    from pipeline.evaluate import evaluate as measure
    from pipeline.evaluate import table
    from pipeline.options import Options

    figures = measure(gold_dir, sources, Options(), jobs)
    if as_json:
        _print_json(figures.record())
    else:
        _print_lines(table(figures))
    return Exit.CLEAN


@cli.command(epilog=examples("referat explain referat.pdf --page 2", "referat explain referat.pdf --picture side.png"))
@click.argument("file", type=click.Path(), metavar="FILE")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="Only this page, as the PDF counts.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.png",
    help="Draw the page (the first, or that of --page) with what was seen on it.",
)
@click.option("--force", is_flag=True, help="Write the picture over a file that is there.")
def explain(file: str, page: int | None, picture: Path | None, force: bool) -> int:
    """Show how a file was read.

    Its lines, what each was taken for, and which rule found what. In the margin of a line stand its role and the item
    that it belongs to; below it the records that end there (+) and what a person should look at (!).
    """
    from pipeline.explain import explain as tell
    from pipeline.intake import PDF, identify, refusal
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
    _print_lines([tell(Path(file), page, picture)])
    if picture is not None:
        say(f"drawn: {picture}")
    return Exit.CLEAN


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit with its code; whatever goes wrong is one line with advice, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(guarded(cli, arguments))


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Print which program this is, and stop."""
    if wanted and not context.resilient_parsing:
        from pipeline.version import program_version

        click.echo(program_version())
        context.exit()


def _print_json(value: Any) -> None:
    """One JSON value on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout."""
    for line in lines:
        click.echo(line)
