"""Which pages the site has, and the rows that each is made of: `site` is the table of contents.

Every function yields `Page`s. Rows come from the views and keep their columns' names; a template gets nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from pipeline import digest, import_pages
from pipeline.messages import Catalogue
from pipeline.shown import DUE_SOON, STATES, Page, Row, Tracker, alphabetical, grouped, rows, year_name
from pipeline.speech import page_of
from pipeline.spreadsheet import table

PAGE_ROWS = 500
"""Rows of a list on one page; longer lists go on over several, so that any browser opens them."""

START_ROWS = 8


def site(db: sqlite3.Connection, words: Catalogue, today: date) -> Iterator[Page]:
    """All pages of an archive on a day."""
    tracker = Tracker(db, today)
    yield from _start(db, tracker, words)
    for year in rows(db, "SELECT * FROM v_year ORDER BY year IS NULL, year DESC"):
        facts = digest.facts(db, tracker, year["year"])
        yield Page(page_of("year", year_name(year["year"])), "year.html", facts)
        yield Page(f"year/{year_name(year['year'])}.md", "year.md", facts)
    yield from _decisions(db)
    yield from _actions(tracker, words)
    yield from _lists(db, words)
    yield from import_pages.imports(db, words)
    yield from _documents(db, tracker)
    yield from _bodies(db)
    yield from _people(db, tracker)
    yield from _organisations(db, tracker)
    yield from _cases(db)


def _paged(stem: str, template: str, found: Sequence[Any], values: dict[str, Any]) -> Iterator[Page]:
    """A list over as many pages as it needs: `rows` are those of this one, `pager` the paths of all."""
    count = max(1, -(-len(found) // PAGE_ROWS))
    pager = [f"{stem}.html" if number == 0 else f"{stem}-{number + 1}.html" for number in range(count)]
    for number, path in enumerate(pager):
        part = found[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
        yield Page(path, template, {**values, "rows": part, "pager": pager, "first": number == 0})


def _start(db: sqlite3.Connection, tracker: Tracker, words: Catalogue) -> Iterator[Page]:
    latest = "SELECT * FROM v_document WHERE kind = 'minutes' ORDER BY date DESC, id LIMIT ?"
    issues = "SELECT * FROM v_issue_code WHERE in_documents > 0 ORDER BY severity = 'note', 3 DESC, 1"
    actions = tracker.current()
    yield Page(
        "index.html",
        "index.html",
        {
            "total": rows(db, "SELECT * FROM v_total")[0],
            "meetings": rows(db, latest, START_ROWS),
            "actions": [row for row in actions if row["state"] != "undated"][:START_ROWS],
            "states": _by_state(actions),
            "files": rows(db, "SELECT * FROM v_file WHERE needs_person ORDER BY name, id LIMIT ?", START_ROWS),
            "codes": rows(db, issues),
            "years": rows(db, "SELECT * FROM v_year ORDER BY year IS NULL, year DESC"),
            "today": tracker.today.isoformat(),
        },
    )


def _by_state(actions: Iterable[Row]) -> list[tuple[str, int]]:
    counts = {state: 0 for state in STATES}
    for row in actions:
        counts[row["state"]] += 1
    return list(counts.items())


def _decisions(db: sqlite3.Connection) -> Iterator[Page]:
    """The register: an overview, and for each year the decisions by body and meeting."""
    query = "SELECT * FROM v_decision ORDER BY body_name IS NULL, body_name, date, document, position"
    years = grouped(rows(db, query), "year")
    order = sorted(years, key=lambda year: (year is None, -(year or 0)))
    overview = [
        {"year": year, "bodies": [(name, len(found)) for name, found in grouped(years[year], "body_name").items()]}
        for year in order
    ]
    yield Page("decisions.html", "decisions.html", {"years": overview})
    for year in order:
        bodies = grouped(years[year], "body_name")
        meetings = {name: list(grouped(found, "document").values()) for name, found in bodies.items()}
        values = {"year": year, "bodies": meetings, "years": order}
        yield Page(page_of("decisions", year_name(year)), "decisions_year.html", values)


def _actions(tracker: Tracker, words: Catalogue) -> Iterator[Page]:
    """The tracker of actions, and the same for a spreadsheet."""
    found = tracker.current()
    states, start = [], 0
    for state, count in _by_state(found):
        number = start // PAGE_ROWS
        states.append((state, count, "actions.html" if number == 0 else f"actions-{number + 1}.html"))
        start += count
    values = {"states": states, "today": tracker.today.isoformat(), "soon": DUE_SOON.days}
    for page in _paged("actions", "actions.html", found, values):
        yield Page(page.path, page.template, {**page.values, "groups": grouped(page.values["rows"], "state")})
    yield Page("actions.csv", text=action_table(found, words))


def action_table(found: Iterable[Row], words: Catalogue) -> str:
    """Actions as CSV, with ISO dates."""
    columns = (
        "state",
        "due",
        "due_text",
        "responsible",
        "text",
        "date",
        "body_name",
        "item",
        "item_title",
        "file",
        "page",
    )
    lines = []
    for row in found:
        shown = {
            **row,
            "state": words.text(f"state.{row['state']}"),
            "responsible": ", ".join(person["name"] for person in row["people"]),
            "text": words.text("exempt.short") if row["withheld"] else row["text"],
            "item": row["item_number"],
            "file": row["file_name"],
        }
        lines.append([shown[column] for column in columns])
    return table([words.text(f"csv.{column}") for column in columns], lines)


def _lists(db: sqlite3.Connection, words: Catalogue) -> Iterator[Page]:
    """The indexes across all years, and what a person should look at."""
    yield Page("years.html", "years.html", {"rows": rows(db, "SELECT * FROM v_year ORDER BY year IS NULL, year DESC")})
    for kind in ("body", "person", "organisation", "case"):
        found = rows(db, f"SELECT * FROM v_{kind}")
        key = "title" if kind == "case" else "name"
        if kind == "person":
            found.sort(key=lambda row: (alphabetical(row["name"]), row["id"]))
        else:
            found.sort(key=lambda row: (alphabetical(row[key] or "")[1], row["id"]))
        yield from _paged(INDEXES[kind], f"{INDEXES[kind]}.html", found, {})
    issues = rows(db, "SELECT * FROM v_issue WHERE document IS NULL ORDER BY source_file, page, id")
    codes = rows(db, "SELECT * FROM v_issue_code ORDER BY severity = 'note', issues DESC, code")
    files = rows(db, "SELECT * FROM v_file ORDER BY needs_person DESC, superseded, name, id")
    documents = rows(db, "SELECT * FROM v_document ORDER BY source_file, ordinal")
    hidden = rows(db, "SELECT * FROM v_superseded ORDER BY source_file, id")
    values = {
        "codes": codes,
        "issues": grouped(issues, "source_file"),
        "documents": grouped(documents, "source_file"),
        "hidden": grouped(hidden, "source_file"),
        "shown": {row["id"]: row for row in documents},
        "outcomes": rows(db, "SELECT outcome, count(*) AS files FROM source_file GROUP BY outcome ORDER BY 2 DESC, 1"),
    }
    yield from _paged("files", "files.html", files, values)
    listed = rows(db, "SELECT * FROM v_issue ORDER BY severity = 'note', code, date DESC, file_name, page, id")
    for page in _paged("issues", "issues.html", listed, {"codes": codes}):
        yield Page(page.path, page.template, {**page.values, "groups": grouped(page.values["rows"], "code")})


INDEXES = {"body": "bodies", "person": "people", "organisation": "organisations", "case": "cases"}
"""Kind of thing -> the stem of the page that lists them."""


def _documents(db: sqlite3.Connection, tracker: Tracker) -> Iterator[Page]:
    """One page for every document, current or not."""
    neighbours = {row["id"]: row for row in rows(db, "SELECT * FROM v_neighbour")}
    cases = {row["id"] for row in rows(db, "SELECT id FROM v_case")}
    editions = grouped(rows(db, "SELECT * FROM v_superseded ORDER BY reason = 'version', file_name, id"), "shown")
    restricted = {row["document"] for row in rows(db, "SELECT * FROM v_restricted")}

    def of(view: str, identity: str, order: str = "position") -> list[Row]:
        return rows(db, f"SELECT * FROM {view} WHERE document = ? ORDER BY {order}", identity)

    # Candidates by the tables' indexes first: a view cannot be searched by a joined column without reading it all.
    siblings = """SELECT * FROM v_document WHERE id <> ?1 AND id IN (SELECT id FROM document WHERE source_file = ?2
          UNION SELECT document FROM document_body WHERE body = ?3)
        AND (source_file = ?2 OR (date = ?4 AND kind IN ('minutes', 'notice')))
        ORDER BY source_file <> ?2, ordinal, id"""
    for document in rows(db, "SELECT * FROM v_document ORDER BY id"):
        key = document["id"]
        values: dict[str, Any] = {
            "document": document,
            "restricted": key in restricted,
            "issues": of("v_issue", key, "severity = 'note', page, id"),
            "deadlines": [row for row in of("v_deadline", key) if not row["of_action"]],
            "references": of("v_reference", key),
            "siblings": rows(db, siblings, key, document["source_file"], document["body_id"], document["date"]),
            "editions": editions.get(key, []),
            "neighbours": neighbours.get(key),
        }
        if document["kind"] in {"minutes", "notice"}:
            items = of("v_agenda_item", key)
            known = {item["id"] for item in items}
            facts = {
                "decisions": of("v_decision", key),
                "actions": sorted(tracker.actions("document = ?", key), key=lambda row: int(row["position"])),
                "deadlines": values["deadlines"],
            }
            values |= {
                "attendance": grouped(of("v_attendance", key), "status"),
                "items": items,
                "cases": cases,
                "next_meeting": next(iter(of("v_next_meeting", key)), None),
                "by_item": {
                    name: grouped([row for row in found if row["agenda_item"] in known], "agenda_item")
                    for name, found in facts.items()
                },
                "loose": {
                    name: [row for row in found if row["agenda_item"] not in known] for name, found in facts.items()
                },
            }
            yield Page(page_of("document", key), "meeting.html", values)
            continue
        for name in ("section", "member", "recommendation", "meeting_held", "function", "task", "table"):
            values[f"{name}s"] = of(f"v_{name}", key)
        values["decisions"], values["actions"] = of("v_decision", key), tracker.actions("document = ?", key)
        yield Page(page_of("document", key), "report.html", values)


def _bodies(db: sqlite3.Connection) -> Iterator[Page]:
    documents = """SELECT * FROM v_document WHERE id IN (SELECT document FROM document_body WHERE body = ?)
        ORDER BY year DESC, date DESC, id"""
    for body in rows(db, "SELECT * FROM v_body ORDER BY id"):
        years = grouped(rows(db, documents, body["id"]), "year")
        yield Page(page_of("body", body["id"]), "body.html", {"body": body, "years": years})


def _people(db: sqlite3.Connection, tracker: Tracker) -> Iterator[Page]:
    attended = "SELECT * FROM v_attendance WHERE person = ? ORDER BY date DESC, document, position"
    member = "SELECT * FROM v_member WHERE person = ? ORDER BY year DESC, document"
    theirs = "a.id IN (SELECT action_item FROM responsible_link WHERE person = ?)"
    for person in rows(db, "SELECT * FROM v_person ORDER BY id"):
        key = person["id"]
        values = {
            "person": person,
            "meetings": rows(db, attended, key),
            "memberships": rows(db, member, key),
            "actions": tracker.actions(theirs, key),
        }
        yield Page(page_of("person", key), "person.html", values)


def _organisations(db: sqlite3.Connection, tracker: Tracker) -> Iterator[Page]:
    attended = """SELECT * FROM v_attendance WHERE organisation_id = ?
        ORDER BY date DESC, document, position"""
    theirs = "a.id IN (SELECT action_item FROM responsible_link WHERE organisation = ?)"
    for organisation in rows(db, "SELECT * FROM v_organisation ORDER BY id"):
        key = organisation["id"]
        found = rows(db, attended, key)
        values = {
            "organisation": organisation,
            "meetings": list(grouped(found, "document").values()),
            "actions": tracker.actions(theirs, key),
        }
        yield Page(page_of("organisation", key), "organisation.html", values)


def _cases(db: sqlite3.Connection) -> Iterator[Page]:
    treated = "SELECT * FROM v_agenda_item WHERE case_id = ? ORDER BY date, document, position"
    decided = "SELECT * FROM v_decision WHERE agenda_item = ? ORDER BY position"
    for case in rows(db, "SELECT * FROM v_case ORDER BY id"):
        items = rows(db, treated, case["id"])
        decisions = {item["id"]: rows(db, decided, item["id"]) for item in items}
        yield Page(page_of("case", case["id"]), "case.html", {"case": case, "items": items, "decisions": decisions})
