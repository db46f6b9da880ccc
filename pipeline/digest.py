"""A year at a glance, for the page of that year in the site and as two files that can be sent or filed on their own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.archive import read_archive
from pipeline.errors import Exit, ReferatError
from pipeline.messages import catalogue
from pipeline.shown import Page, Row, Tracker, alphabetical, grouped, rows, this_day, year_name
from pipeline.speech import environment, speak

FOLDER = "digest"
"""Where the two files of a year lie within the archive."""


class NothingFromYear(ReferatError):
    """The archive has no document of that year."""

    exit = Exit.NOTHING_FOUND


def facts(db: sqlite3.Connection, tracker: Tracker, year: int | None) -> dict[str, Any]:
    """What the template of a year shows: documents, decisions by meeting, actions, people, and what to note."""

    def of(view: str, order: str, where: str = "true") -> list[Row]:
        return rows(db, f"SELECT * FROM {view} WHERE year IS ? AND {where} ORDER BY {order}", year)

    documents = of("v_document", "date IS NULL, date, body_name, id")
    meetings = [row for row in documents if row["kind"] == "minutes"]
    actions = tracker.actions("year IS ?", year)
    people = rows(db, "SELECT * FROM v_year_person WHERE year IS ?", year)
    return {
        "year": year,
        "today": tracker.today.isoformat(),
        "meetings": meetings,
        "others": [row for row in documents if row["kind"] != "minutes"],
        "decisions": list(grouped(of("v_decision", "date, body_name, document, position"), "document").values()),
        "actions": sorted(actions, key=lambda row: (row["due"] is None, row["due"] or "", row["id"])),
        "people": sorted(people, key=lambda row: (-row["present"], -row["absent"], alphabetical(row["name"]))),
        "issues": grouped(of("v_issue", "severity = 'note', code, date, page, id", "document IS NOT NULL"), "code"),
        "undated": [row for row in actions if row["state"] == "undated"],
        "without_next": [row for row in meetings if not row["next_date"]],
    }


def write_digest(archive: Path, year: int, language: str = "nb", today: date | None = None) -> tuple[Path, Path]:
    """Write a year as `digest/<year>.html` and `.md` in the archive and return both paths.

    They link to the originals only, so that they can leave the archive. Raises `NothingFromYear` where no document is
    of that year, and what `read_archive` does.
    """
    folder = archive.absolute() / FOLDER
    with closing(read_archive(archive)) as db:
        years = [row["year"] for row in rows(db, "SELECT year FROM v_year WHERE year IS NOT NULL ORDER BY year")]
        if year not in years:
            known = ", ".join(map(str, years)) or "none"
            raise NothingFromYear(f"the archive has no document from {year}", f"the years it has: {known}")
        values = facts(db, Tracker(db, today or this_day()), year)
    folder.mkdir(parents=True, exist_ok=True)
    env = environment(catalogue(language), folder, linked=False)
    written = []
    for suffix, template in ((".html", "digest.html"), (".md", "year.md")):
        file = folder / f"{year_name(year)}{suffix}"
        fresh = file.with_name(f".{file.name}.new")
        page = Page(file.name, template, values)
        fresh.write_text(speak(env, page), "utf-8", newline="")
        fresh.replace(file)
        written.append(file)
    return written[0], written[1]
