"""Rows of the views as templates get them; the state of actions and the order of names are worked out here."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

Row = dict[str, Any]

DUE_SOON = timedelta(days=30)
STATES = ("due_soon", "open", "overdue", "undated")
"""What an action is on a given day, in the order in which a reader needs them."""

JSON_COLUMNS = frozenset(
    {"amounts", "approves", "authors", "header", "later", "partial", "points", "responsible", "rows", "vote"}
)


def this_day() -> date:
    """Today in UTC: the pages of an archive must not depend on where in the world they are written."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path, and the template with its values or the finished text."""

    path: str
    template: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    text: str = ""


class Tracker:
    """The actions of an archive as they stand on a day, each with its `state` and with the people it falls to."""

    def __init__(self, db: sqlite3.Connection, today: date) -> None:
        self.db, self.today = db, today
        self._people: dict[str, list[Row]] | None = None

    def state(self, due: str | None) -> str:
        """Whether something due then is overdue, due soon, open, or without a date."""
        if not due:
            return "undated"
        if due < self.today.isoformat():
            return "overdue"
        return "due_soon" if due <= (self.today + DUE_SOON).isoformat() else "open"

    def actions(self, where: str, *values: object) -> list[Row]:
        """Actions of `v_action` that a condition picks, in document order."""
        if self._people is None:
            found = rows(self.db, "SELECT * FROM v_responsible ORDER BY action_item, position")
            self._people = grouped(found, "action_item")
        query = f"SELECT * FROM v_action a WHERE {where} ORDER BY date DESC, document, position"
        return [
            {**row, "state": self.state(row["due"]), "people": self._people.get(row["id"], [])}
            for row in rows(self.db, query, *values)
        ]

    def current(self) -> list[Row]:
        """All actions by state; within it the nearest day first, and the newest meeting where there is none."""
        found = self.actions("true")

        def order(row: Row) -> tuple[Any, ...]:
            day = date.fromisoformat(row["due"]).toordinal() if row["due"] else 0
            return STATES.index(row["state"]), -day if row["state"] == "overdue" else day

        return sorted(found, key=order)


def rows(db: sqlite3.Connection, query: str, *values: object) -> list[Row]:
    """Rows of a query as dictionaries, JSON columns read."""
    return [
        {
            name: json.loads(row[name]) if name in JSON_COLUMNS and row[name] is not None else row[name]
            for name in row.keys()  # noqa: SIM118 (a Row iterates over its values)
        }
        for row in db.execute(query, values)
    ]


def grouped(found: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Rows under the value of one column, in the order in which the values first come."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return dict(groups)


def year_name(year: int | None) -> str:
    """A year in a path; documents without one have a page, too."""
    return str(year) if year is not None else "none"


def alphabetical(name: str) -> tuple[str, str]:
    """Sorting key: the last word first (the family name), with æ, ø and å after z.

    >>> sorted(["Åse Ørn", "Ola Ås", "Kari Zahl"], key=alphabetical)
    ['Kari Zahl', 'Åse Ørn', 'Ola Ås']
    """
    folded = name.casefold().replace("aa", "å").translate(str.maketrans("æäøöåéèêüá", "{{||}eeeya"))
    return folded.split()[-1] if folded.split() else "", folded
