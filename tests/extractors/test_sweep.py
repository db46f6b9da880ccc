"""Names that no rule of lists tells of: where they stand, what surrounds them, and what the model makes of them."""

from __future__ import annotations

import pytest

from extractors import _sweep
from extractors._mentions import enumeration, mentions
from tests.extractors.test_attendance import attendance
from tests.papers import read

ITEM = "\n\n## Sak 1 Status\nMona sa at Jens har malt boden. Tuva var fornøyd.\n"


def names(text: str) -> list[tuple[str, str]]:
    """Every name of a text with the office before it."""
    return [(m.name, m.office) for block in read(text)[0].blocks for m in mentions(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Med var rektor Tuva Hovland og Jens Aakre.", [("Tuva Hovland", "rektor"), ("Jens Aakre", "")]),
        ("Vi takket Mona Lysø. Jens Aakre kom seinere.", [("Mona Lysø", ""), ("Jens Aakre", "")]),
        ("Adm. dir. Tuva Hovland (TH), Lia", [("Tuva Hovland", "Adm. dir.")]),
        ("Jens Chr. Aakre ringte.", [("Jens Chr. Aakre", "")]),
        ("Saken gjelder Lia kommune.", []),
    ],
)
def test_names_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(f"# Referat\n\n{text}") == expected


def test_names_of_one_list_belong_together() -> None:
    block = read("# Referat\n\nTuva, Jens (ref.) og Mona møttes hos Siv Dal.")[0].blocks[-1]
    found = list(mentions(block))
    assert [m.name for m in enumeration(found[0], found)] == ["Tuva", "Jens", "Mona"]
    assert [m.name for m in enumeration(found[3], found)] == ["Siv Dal"]


LAYOUTS = {
    "groups in rows": "| Foreldre | Tuva Hovland (leder), Jens Aakre |\n| Lærere | Mona Lysø, Geir Skaar |",
    "a sentence": "Vi som kom: Tuva Hovland, Jens Aakre og Mona Lysø. I tillegg var Geir Skaar (regnskap) med.",
    "under bodies": "Lia kommune\n\nTuva Hovland\n\nJens Aakre\n\nÅs kommune\n\nMona Lysø\n\nGeir Skaar (ref.)",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts_without_a_rule(layout: str) -> None:
    found = attendance(f"# Referat fra samråd\nTirsdag 3. mai 2011 kl. 18\n\n{layout}{ITEM}")
    assert {row[0] for row in found} == {"Tuva Hovland", "Jens Aakre", "Mona Lysø", "Geir Skaar"}
    assert {row[2] for row in found} == {"present"}


def test_a_body_above_is_where_they_come_from() -> None:
    found = attendance(f"# Referat fra samråd\nTirsdag 3. mai 2011 kl. 18\n\n{LAYOUTS['under bodies']}{ITEM}")
    assert {row[0]: row[1] for row in found}["Tuva Hovland"] == "Lia kommune"
    assert {row[0]: row[1] for row in found}["Mona Lysø"] == "Ås kommune"


def test_weights_know_the_labels() -> None:
    here, away = _sweep.chances(["under=present", "said=present", "n=2k", "share=4"])
    assert here > away
    here, away = _sweep.chances(["under=absent", "said=absent", "n=2k", "share=4"])
    assert away > here
