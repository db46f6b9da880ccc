"""Across documents: who is who, which body is which, which items are one case. Derived from stated rows alone.

The derived tables are emptied and filled again in one transaction, from all stated rows in the order of their ids, so
that neither the order of import nor what was linked before has any say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipeline import organisations, same_body, same_case, same_person
from pipeline.fold import fold
from pipeline.same_document import copies
from pipeline.schema import DERIVED, TABLES
from pipeline.seal import seal_derived

CURRENT = "SELECT id FROM v_current"
"""The documents that are shown: of the last version of their file, and of twins the one that stands for them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a record's document says of its surroundings: body (id), and a day (ISO) on which its words were used."""

    body: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A row that names a person, an organisation, or (an action's owner) one of the two; `key` is its link's key."""

    key: tuple[str, ...]
    name: str | None
    organisation: str | None
    setting: Setting


def link(db: Database) -> None:
    """Rebuild every derived table, in one transaction; what a later version or a twin stands for is left out."""
    with db.atomic():
        for table in reversed(tuple(DERIVED)):
            db.conn.execute(f"DELETE FROM {table}")
        copies(db)
        settings = _bodies(db)
        _actors(db, settings)
        _cases(db, settings)
        seal_derived(db.conn)


def _bodies(db: Database) -> dict[str, Setting]:
    """Fill `body` and `document_body`; gives every document's setting."""
    documents = db.conn.execute(
        "SELECT d.id, d.body, COALESCE(m.date, d.published, d.year || '-12-31') FROM document d "
        f"LEFT JOIN meeting m ON m.document = d.id WHERE d.id IN ({CURRENT}) ORDER BY d.id"
    ).fetchall()
    bodies = same_body.connect(body for _, body, _ in documents if body)
    _fill(db, "body", {(body.id, body.name, body.id) for body in bodies.values()})
    _fill(db, "document_body", [(document, bodies[body].id) for document, body, _ in documents if body in bodies])
    return {document: Setting(bodies[body].id if body in bodies else None, day) for document, body, day in documents}


def _actors(db: Database, settings: dict[str, Setting]) -> None:
    """Fill `person`, `organisation` and the three tables that link records to them."""
    stated = {table: _named(db, table, settings) for table in ("attendance", "member")}
    owners = [
        Named((action, name), name, None, settings[document])
        for action, document, names in db.conn.execute(
            f"SELECT id, document, responsible FROM action_item WHERE document IN ({CURRENT}) ORDER BY id"
        )
        for name in dict.fromkeys(json.loads(names or "[]"))
    ]
    rows = [row for table in stated.values() for row in table]
    said = [(row.organisation, row.setting.day) for row in rows if row.organisation]
    attested = organisations.spoken({text for text, _ in said})
    called = [(row.name, row.setting.day) for row in owners if row.name]
    asked = [(text, day) for text, day in called if fold(text) in attested or organisations.lookup(text, day)]
    orgs = organisations.connect([*said, *asked])

    def mention(row: Named) -> same_person.Mention:
        org = orgs.get((row.organisation or "", row.setting.day))
        return same_person.Mention(row.name or "", row.setting.body, org.id if org else None)

    people = same_person.connect([mention(row) for row in rows if row.name], [mention(row) for row in owners])
    _fill(db, "organisation", {(org.id, org.name, org.id, org.acronym) for org in orgs.values()})
    _fill(db, "person", {(person.id, person.name, person.id) for person in people.values()})
    for table, named in stated.items():
        links = [(row, people.get(mention(row)), orgs.get((row.organisation or "", row.setting.day))) for row in named]
        _fill(db, f"{table}_link", [(*row.key, who and who.id, org and org.id) for row, who, org in links])
    links = [(row, people.get(mention(row)), orgs.get((row.name or "", row.setting.day))) for row in owners]
    _fill(
        db,
        "responsible_link",
        [(*row.key, who and who.id, org.id if org and not who else None) for row, who, org in links],
    )


def _named(db: Database, table: str, settings: dict[str, Setting]) -> list[Named]:
    """The rows of a table of people with their settings."""
    found = db.conn.execute(
        f"SELECT id, name, organisation, document FROM {table} WHERE document IN ({CURRENT}) ORDER BY id"
    )
    return [Named((key,), name, organisation, settings[document]) for key, name, organisation, document in found]


def _cases(db: Database, settings: dict[str, Setting]) -> None:
    """Fill `case_link`."""
    items = [
        same_case.Item(key, document, settings[document].body, settings[document].day, number, title)
        for key, document, number, title in db.conn.execute(
            "SELECT a.id, a.document, a.number, a.title FROM agenda_item a JOIN document d ON d.id = a.document "
            f"WHERE d.kind = 'minutes' AND d.id IN ({CURRENT}) ORDER BY a.id"
        )
    ]
    cases = same_case.connect(items)
    _fill(db, "case_link", [(item, case.id, case.title, case.reason) for item, case in cases.items()])


def _fill(db: Database, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows (in the order of the table's columns), sorted by their key."""
    width = len(TABLES[table].columns) if not isinstance(TABLES[table].key, str) else 1
    ordered = sorted(rows, key=lambda row: tuple(str(value) for value in row[:width]))
    marks = ", ".join("?" * len(TABLES[table].columns))
    db.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", ordered)
