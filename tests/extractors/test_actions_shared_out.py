"""Tasks that minutes share out in tables, lists and few words, and what only looks like a task."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only
from tests.extractors.test_actions import actions


def test_the_status_of_a_new_task_is_no_follow_up() -> None:
    rows = (
        "| Nr | Tiltak | Ansvarlig | Frist | Status |\n"
        "| 1-4 | Male benken | Tuva | 2. mars | Lukket |\n"
        "| 2-1 | Bestille grus | Mona | 2. mai | Ny |\n"
    )
    assert only(actions(rows), "text", "responsible", "due") == [("Bestille grus", ["Mona Lysø"], "2014-05-02")]


@pytest.mark.parametrize("lead", ["Oppgavene ble fordelt slik:", "Dette vart delt ut på staden:"])
def test_rows_that_a_line_hands_out(lead: str) -> None:
    rows = "\n\n| Grus og duk til vegen | Mona |\n| Kaffe | JPA |\n| Rake lauv | naboene i sør |\n"
    assert only(actions(lead + rows), "text", "responsible") == [
        ("Grus og duk til vegen", ["Mona Lysø"]),
        ("Kaffe JPA", ["Jens Petter Aakre"]),
        ("Rake lauv", ["naboene i sør"]),
    ]


def test_rows_behind_any_other_line_are_no_tasks() -> None:
    assert actions("Til stede på befaringen:\n\n| Vegen i sør | Mona |\n| Vegen i nord | Tuva |\n") == []
