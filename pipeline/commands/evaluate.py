"""`referat evaluate`: held against labels."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import examples, jobs_option, json_option
from pipeline.terminal import print_json, print_lines


@click.command(epilog=examples("referat evaluate tests/gold --sources corpus"))
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
def command(gold_dir: Path, sources: Path, jobs: int | None, as_json: bool) -> int:
    """Measure the extraction against labels.

    Precision, recall and F1 of every field, and the share of documents with every core field right.
    """
    from pipeline.evaluate import evaluate as measure
    from pipeline.evaluate import table
    from pipeline.options import Options

    figures = measure(gold_dir, sources, Options(), jobs)
    if as_json:
        print_json(figures.record())
    else:
        print_lines(table(figures))
    return Exit.CLEAN
