"""The next meeting as notes tell of it: by the letters and number of a series, by season, in passing words."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read
from tests.extractors.test_next_meeting import HEAD


def next_of(text: str, head: str = HEAD) -> tuple[object, ...] | None:
    found = read(head + text)["next_meeting"]
    return tuple(found[field] for field in ("date", "start", "place")) if isinstance(found, dict) else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Påsken er sein i år. Ok, så da møtes vi 24/4 kl. 19 som vanlig.", ("2014-04-24", "19:00", None)),
        (
            "neste onsdag er 16. april?? nei, det er den 9. april. ok da ses vi 24/4 kl 19",
            ("2014-04-24", "19:00", None),
        ),
        ("Tysdag passar ikkje for nokon, då ses vi torsdag 24/4 kl. 19.", ("2014-04-24", "19:00", None)),
        ("Neste ordinære AMU: 24. april kl. 9.", ("2014-04-24", "09:00", None)),
        ("Neste AU er 24. april kl. 9.", ("2014-04-24", "09:00", None)),
        ("Ny samling torsdag 24. april kl 18, grendehuset att.", ("2014-04-24", "18:00", "grendehuset")),
        ("**Møtetider**\nTorsdag 24. april. Etter det blir det sommer.", ("2014-04-24", None, None)),
        ("neste klassens time er visst 24. april, rett etter påske", ("2014-04-24", None, None)),
        (
            "Neste møte: 24. april kl. 12. Seminaret på Lia er flyttet til 17.–18. september.",
            ("2014-04-24", "12:00", None),
        ),
        ("Haustsamling: Odden, 22.–23. oktober. Tema er ikkje bestemt.", ("2014-10-22", None, "Odden")),
        ("Neste møte er siste onsdag i april kl. 18.", ("2014-04-30", "18:00", None)),
        ("neste: første tors i april som vanlig (3.), 19:00", ("2014-04-03", "19:00", None)),
        ("Neste møte vert fyrste måndagen i mai.", ("2014-05-05", None, None)),
        ("Neste møte: torsdag 24. april 2014, på dag. Jens er vert.", ("2014-04-24", None, None)),
        ("Neste møte er torsdag 24. april i 3. time.", ("2014-04-24", None, None)),
        ("Neste råd torsdag 24. april kl. 9 på kontoret, rektor leder.", ("2014-04-24", "09:00", "kontoret")),
        ("Budsjettmøtet i styret holdes 24. april 2014 i Straumen.", ("2014-04-24", None, "Straumen")),
        ("Vårmøtet: Granheim, onsdag 23. april kl. 18.", ("2014-04-23", "18:00", "Granheim")),
    ],
)
def test_told_loosely(text: str, expected: tuple[object, ...]) -> None:
    assert next_of(text) == expected


SERIES = HEAD.replace("# Referat fra styremøte i Lia vel", "# Referat PG07 i Lia vel")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PG08: onsdag 23. april 2014 kl. 13 på rådhuset. PG09: 4. juni.", ("2014-04-23", "13:00", "rådhuset")),
        ("PG 08: 23/4 kl. 13.", ("2014-04-23", "13:00", None)),
        ("AU 12: 23. april kl. 13.", None),
        ("PS 12: Vegen. Frist 23. april.", None),
    ],
)
def test_by_the_letters_of_the_series(text: str, expected: tuple[object, ...] | None) -> None:
    assert next_of(text, SERIES) == expected


def test_a_date_behind_a_case_of_other_letters_is_no_meeting() -> None:
    assert next_of("RS 12: 23. april kom svaret fra kommunen.") is None
