"""How long search takes in an archive of a million places: the slowest of a hundred answers, newest first and ranked.

The archive is filled through the schema and the index's own functions, a file at a time, with words drawn as often as
Norwegian uses them (wordfreq), those of minutes more often. Pages have 300 words, records 14. What is timed is
`pipeline.search.search`, from opening the archive to the last snippet, in CPU time and by the clock.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline import search_index
from pipeline.archive import DATABASE
from pipeline.fold import fold_word
from pipeline.rows import page_id
from pipeline.schema import TABLES
from pipeline.search import search
from pipeline.search_rank import RANKED
from pipeline.tables import opened_archive
from tests.bench.table import Row

ROWS = 1_000_000
PAGE, RECORD = 300, 14
"""Words of a page and of a record."""
SHAPE = (*(("decision", "Det ble bestemt"),) * 7, *(("action_item", "Ansvar"),) * 5, *(("agenda_item", "Sak"),) * 8)
PAGES = 5
"""What a file holds: its records, with a word that begins each, and its pages."""
OFTEN = (
    "møtet styret referat vedtak sak saken kommunen budsjett rådet medlemmene leder frist orientering utvalget "
    "økonomi forslag"
).split()
"""Words that minutes have on nearly every page."""
VOCABULARY = 60_000
BATCH = 500
"""Files of one transaction: made in bulk, since what is measured comes later."""
QUERIES = 200
"""Queries of each kind."""


def searching(scratch: Path, rows: int = ROWS) -> Iterator[Row]:
    """The slowest of a hundred, of each kind of query, in two orders."""
    archive = scratch / "million"
    counts = fill(archive, rows)
    size = (archive / DATABASE).stat().st_size / 2**30
    lot = random.Random(7)
    for name, queries in asked(lot, counts).items():
        for order, ranked in (("newest first", False), (f"ranked (newest {RANKED})", True)):
            answer = [once(archive, query, ranked) for query in queries]
            cpu, wall = ([one[at] for one in answer] for at in (0, 1))
            capped = sum(one for *_, one, _ in answer)
            none = sum(not hits for *_, hits in answer)
            told = f"{1000 * statistics.median(cpu):.1f} / {slowest(cpu):.1f} ms ({slowest(wall):.1f} by the clock)"
            extra = f", {capped} of {len(queries)} capped" if ranked else f", {none} of {len(queries)} without a hit"
            what = f"search in {rows} places ({size:.1f} GB), {name}, {order}: CPU median / p99"
            yield Row(what, "p99 20 ms", told + extra, "python -m tests.bench searching")


def once(archive: Path, query: str, ranked: bool) -> tuple[float, float, bool, int]:
    """CPU and wall seconds of one query, whether it was capped, and its hits."""
    began, used = time.perf_counter(), time.process_time()
    hits = search(archive, query, ranked=ranked)
    return time.process_time() - used, time.perf_counter() - began, any(hit.capped for hit in hits), len(hits)


def slowest(seconds: Sequence[float]) -> float:
    """Milliseconds that 99 of 100 stay below."""
    return 1000 * statistics.quantiles(seconds, n=100)[98]


def asked(lot: random.Random, words: Sequence[str]) -> dict[str, list[str]]:
    """Kinds of queries by name; `words` are the vocabulary, the commonest first."""
    long = [word for word in words if len(word) >= 4]
    common, middling, rare = long[:200], long[200:5000], long[20_000:]
    prefixes = [word[:length] for word in long[:5000] for length in (3, 4, 5)]

    def some(*lists: Sequence[str]) -> list[str]:
        return [" ".join(lot.choice(one) for one in lists) for _ in range(QUERIES)]

    return {
        "a common word": some(common),
        "a word of minutes": [fold_word(lot.choice(OFTEN)) for _ in range(QUERIES)],
        "a rare word": some(rare),
        "a beginning of 3 to 5 letters": some(prefixes),
        "two common words": some(common, common),
        "two words of minutes": some(OFTEN, OFTEN),
        "a common and a rare word": some(common, rare),
        "two middling words": some(middling, middling),
        "two beginnings": some(prefixes, prefixes),
    }


def fill(archive: Path, rows: int) -> list[str]:
    """Make the archive; gives its vocabulary, folded, the commonest word first."""
    import numpy
    from wordfreq import top_n_list, word_frequency

    shares: dict[str, float] = {}
    for word in top_n_list("nb", VOCABULARY):
        if (folded := fold_word(word)).isalnum():
            shares[folded] = shares.get(folded, 0) + word_frequency(word, "nb")
    for word in OFTEN:
        shares[fold_word(word)] = 1.5 / PAGE
    words = sorted(shares, key=lambda word: -shares[word])
    likely = numpy.array([shares[word] for word in words])
    chance = numpy.random.default_rng(1)
    width = PAGES * PAGE + len(SHAPE) * RECORD
    with opened_archive(archive, create=True) as db:
        db.conn.execute("PRAGMA synchronous = OFF")
        for start in range(0, rows // (PAGES + len(SHAPE)), BATCH):
            drawn = chance.choice(len(words), (BATCH, width), p=likely / likely.sum())
            with db.conn:
                for at, own in enumerate(drawn):
                    one_file(db, start + at, [words[number] for number in own])
    return words


def one_file(db: Any, number: int, words: list[str]) -> None:
    """The rows of one file of minutes, and its words in the index."""
    source, day = f"{number:064x}", f"{1998 + number % 27}-{1 + number % 12:02}-{1 + number * 7 % 28:02}"
    document, taken, keys = f"d{number}", iter(words), []
    put(db, "source_file", id=source, outcome="ok")
    put(db, "file_name", path=f"/papers/{number}.pdf", source_file=source, name=f"{number}.pdf", current=1)
    put(db, "document", id=document, source_file=source, ordinal=0, kind="minutes", title="Referat", body="Styret")
    put(db, "meeting", id=f"{document}-m", document=document, position=0, date=day)
    for at, (kind, opening) in enumerate(SHAPE):
        text = f"{opening} {' '.join(next(taken) for _ in range(RECORD))}"
        field = "title" if kind == "agenda_item" else "text"
        put(db, kind, id=f"{document}-{at}", document=document, position=at, page=1, **{field: text})
        keys.append((source, kind, f"{document}-{at}", day, text.lower()))
    for page in range(1, PAGES + 1):
        text = " ".join(next(taken) for _ in range(PAGE))
        put(db, "page", id=page_id(source, page), source_file=source, number=page, text=text)
        keys.append((source, "page", page_id(source, page), day, text))
    search_index.add(db.conn, source, keys)


def put(db: Any, table: str, **values: Any) -> None:
    """One row of a table of the schema."""
    assert values.keys() <= TABLES[table].columns.keys()
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    db.conn.execute(f"INSERT INTO {table}({columns}) VALUES ({marks})", list(values.values()))
