"""`referat search`: find words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.errors import Exit
from pipeline.flags import archive_option, examples, json_option
from pipeline.terminal import print_json, print_lines, say


@click.command(
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
@click.option(
    "--ranked",
    is_flag=True,
    help="Best hits first instead of newest first; of very many hits only the newest are ranked.",
)
@json_option
def command(words: Sequence[str], archive: Path, limit: int, kinds: Sequence[str], ranked: bool, as_json: bool) -> int:
    """Find words in the archive, newest first.

    Looks in decisions, actions, agenda items and the text of pages. All words must be there. A word finds every word
    that begins with it, and a, o and ae find å, ø and æ; words within one pair of quotes must stand together, exactly.
    Exit code 6 says that nothing was found.
    """
    from dataclasses import asdict

    from pipeline import search as engine
    from pipeline.search_index import KINDS
    from pipeline.search_rank import RANKED
    from pipeline.terminal import hit_lines

    words = [os.fsencode(word).decode("utf-8", "replace") for word in words]  # whatever the locale made of them
    query = " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
    chosen = [engine.NAMES[kind] for kind in kinds] or KINDS
    hits = engine.search(archive, query, limit, chosen, ranked)
    if as_json:
        print_json([asdict(hit) for hit in hits])
    else:
        print_lines(line for hit in hits for line in hit_lines(hit))
    if any(hit.capped for hit in hits):
        say(f"more than {RANKED} hits: these are the best of the newest; add a word to look further back")
    if not hits:
        say(f"nothing found for {query}; try fewer or shorter words")
    return Exit.CLEAN if hits else Exit.NOTHING_FOUND
