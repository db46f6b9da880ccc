"""`referat extract`: one file as JSON."""

from __future__ import annotations

import click

from pipeline.errors import Exit
from pipeline.flags import advice_option, examples, ocr_option, password_option, timeout_option
from pipeline.terminal import print_json


@click.command(epilog=examples("referat extract referat.pdf | jq '.documents[].decisions[].text'"))
@click.argument("file", type=click.Path(), metavar="FILE")
@advice_option
@ocr_option
@password_option
@timeout_option
def command(file: str, language: str, ocr: bool, passwords: tuple[str, ...], timeout: float) -> int:
    """Print what one file says, as JSON.

    Nothing is stored. A file that cannot be read prints the object too, with an issue that says what to do, and gives
    exit code 1.
    """
    from functools import partial

    from pipeline.intake import identify
    from pipeline.options import Options
    from pipeline.workers import read, work

    options = Options(language=language, ocr=ocr, passwords=passwords)
    (outcome,) = work([identify(file)], partial(read, options=options), 1, timeout, language=language)
    print_json(outcome.record)
    return Exit.FAILURES_LISTED if outcome.status.failed else Exit.CLEAN
