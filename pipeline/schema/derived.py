"""Tables of what spans documents, rebuilt by `link` from the stated ones."""

from __future__ import annotations

from pipeline.schema.shape import Table

DERIVED: dict[str, Table] = {
    "document_copy": Table(
        "A document that says the same as another one that stands for both; the other is shown and counted.",
        "derived",
        {"document": str, "of": str, "likeness": float, "reason": str},
        {"document": "document", "of": "document"},
        frozenset({"of", "likeness", "reason"}),
        key="document",
        indexes=(("of",),),
    ),
    "body": Table(
        "A committee, board or group through time; documents hang on it by `document_body`.",
        "derived",
        {"id": str, "name": str, "slug": str},
        required=frozenset({"name", "slug"}),
    ),
    "person": Table(
        "A person through time, under the fullest spelling seen.",
        "derived",
        {"id": str, "name": str, "slug": str},
        required=frozenset({"name", "slug"}),
    ),
    "organisation": Table(
        "An organisation through time, under its official name where it is known.",
        "derived",
        {"id": str, "name": str, "slug": str, "acronym": str},
        required=frozenset({"name", "slug"}),
    ),
    "document_body": Table(
        "Which body a document is of.",
        "derived",
        {"document": str, "body": str},
        {"document": "document", "body": "body"},
        key="document",
        indexes=(("body",),),
    ),
    "attendance_link": Table(
        "Who an attendance row is, and for which organisation.",
        "derived",
        {"attendance": str, "person": str, "organisation": str},
        {"attendance": "attendance", "person": "person", "organisation": "organisation"},
        key="attendance",
        indexes=(("person",), ("organisation",)),
    ),
    "member_link": Table(
        "Who a member row is, and of which organisation.",
        "derived",
        {"member": str, "person": str, "organisation": str},
        {"member": "member", "person": "person", "organisation": "organisation"},
        key="member",
        indexes=(("person",), ("organisation",)),
    ),
    "responsible_link": Table(
        "Who an action item falls to: a person or an organisation; `name` is the word in the document.",
        "derived",
        {"action_item": str, "name": str, "person": str, "organisation": str},
        {"action_item": "action_item", "person": "person", "organisation": "organisation"},
        key=("action_item", "name"),
        indexes=(("person",), ("organisation",)),
    ),
    "case_link": Table(
        "Agenda items of different meetings that are the same matter, joined by case number or by title.",
        "derived",
        {"agenda_item": str, "case_id": str, "case_title": str, "reason": str},
        {"agenda_item": "agenda_item"},
        key="agenda_item",
        indexes=(("case_id",),),
    ),
    "derived_seal": Table(
        "A hash of all rows of a derived table, by which `referat verify` finds a changed value.",
        "derived",
        {"name": str, "seal": str},
        required=frozenset({"seal"}),
        key="name",
    ),
}
"""Tables of the layer `derived`, by name, parents first."""
