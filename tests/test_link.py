"""Across documents: who is who, which body is which, which items are one case; and that order has no say."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from pipeline import organisations, same_body, same_case, same_person
from pipeline.fold import fold, slug
from pipeline.link import DERIVED, link
from pipeline.runs import Run
from pipeline.same_case import Item
from pipeline.same_person import Mention
from pipeline.store import Arrival, put
from pipeline.tables import opened_archive
from tests.hand_made import Paper, outcome


def people(*names: str, body: str | None = "styret") -> dict[str, str]:
    return {mention.name: who.name for mention, who in same_person.connect(Mention(n, body) for n in names).items()}


def groups(names: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(name for name, who in names.items() if who == value) for value in names.values()}


@pytest.mark.parametrize(
    ("names", "body", "expected"),
    [
        (["Pelle E. Aakvik", "Pelle Eivind Aakvik"], None, 1),
        (["Pelle E. Aakvik", "Pelle Eivind Åkvik"], None, 1),
        (["Pelle E. Aakvik", "Pelle Eivind Aakvik", "Pelle Espen Aakvik"], None, 3),
        (["Pelle E. Aakvik", "Pelle Ole Aakvik"], None, 2),
        (["Pelle Aakvik", "Pelle Eivind Aakvik"], None, 2),
        (["Pelle Aakvik", "Pelle Eivind Aakvik"], "styret", 1),
        (["P. E. Aakvik", "Pelle E. Aakvik", "Pelle Eivind Aakvik"], "styret", 1),
        (["P. Aakvik", "Pelle Aakvik", "Per Aakvik"], "styret", 3),
        (["Kari Hansen", "KARI HANSEN", "Kari  Hansen (leder)"], None, 1),
        (["Søren Bæk", "Soren Baek", "Sören Bäk"], None, 1),
        (["Kari Hansen", "Karin Hansen"], "styret", 2),
        (["Odd Chr Bakkerud", "Odd Chr. Bakkerud", "Odd Christian Bakkerud"], None, 1),
    ],
)
def test_names_of_one_person(names: list[str], body: str | None, expected: int) -> None:
    for order in itertools.permutations(names):
        found = people(*order, body=body)
        assert len(set(found.values())) == expected, found


def test_a_first_name_is_somebody_within_a_body_only() -> None:
    found = same_person.connect([Mention("Kari", "fau"), Mention("Kari", "styret"), Mention("kari", "fau")])
    assert found[Mention("Kari", "fau")] == found[Mention("kari", "fau")] != found[Mention("Kari", "styret")]


def test_words_that_may_be_a_person_make_none() -> None:
    stated = [Mention("Pelle Eivind Aakvik", "styret")]
    others = [Mention("Rådmannen", "styret"), Mention("Pelle E. Aakvik", "styret"), Mention("Kari Hansen", "styret")]
    found = same_person.connect(stated, others)
    assert {mention.name for mention in found} == {"Pelle Eivind Aakvik", "Pelle E. Aakvik"}
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Kontaktutvalet", "Kontaktutvalget", True),
        ("Referat fra møte i Arbeidsutvalget", "Arbeidsutvalet", True),
        ("Arbeidsgruppa for sosialtenester", "ARBEIDSGRUPPEN FOR SOSIALTJENESTER", True),
        ("Styret", "Styre", True),
        ("Eldrerådet i Ås", "Eldrerådet i As", True),
        ("Ungdomsrådet", "Eldrerådet", False),
        ("Arbeidsgruppe 1", "Arbeidsgruppe 2", False),
        ("Utvalg A", "Utvalg B", False),
        ("Kommunestyret i Nes", "Kommunestyret i Nesna", False),
        ("Styret i Lia vel", "Styret i Li vel", False),
    ],
)
def test_names_of_one_body(first: str, second: str, same: bool) -> None:
    found = same_body.connect([first, second, first])
    assert (found[first] == found[second]) is same
    assert found[first].name == first


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Difi", "2013-04-22", "difi"),
        ("Direktoratet for forvaltning og IKT (Difi)", "2013-04-22", "difi"),
        ("JD", "2005-01-01", "jd-1818"),
        ("JD", "2015-01-01", "jd"),
        ("Justisdepartementet", "2011-12-31", "jd-1818"),
    ],
)
def test_organisations_of_their_day(text: str, day: str, expected: str) -> None:
    assert organisations.connect([(text, day)])[(text, day)].id == expected


def test_unknown_organisations_meet_by_name_and_explained_acronym() -> None:
    texts = ["Lia velforening (LVF)", "LVF", "lia velforening", "Annen forening"]
    found = organisations.connect((text, None) for text in texts)
    assert len({org.id for org in found.values()}) == 2
    assert found[("LVF", None)].name.casefold() == "lia velforening"
    assert found[("LVF", None)].acronym == "LVF"


def test_the_list_of_organisations_is_sound() -> None:
    rows = {entry.id: entry for entries in organisations.entries().values() for entry in entries}
    assert len(rows) > 300
    for entry in rows.values():
        assert entry.id == slug(entry.id, 200)
        assert not (entry.first and entry.last) or entry.first[:4] <= entry.last[:4], entry


def item(key: str, document: str, number: str | None, title: str, body: str | None = "styret") -> Item:
    return Item(key, document, body, f"2014-0{document[-1]}-01", number, title)


def test_cases_by_number_and_title() -> None:
    items = [
        item("a", "d1", "4/14", "Ny rampe"),
        item("b", "d2", "04/2014", "Rampen ved biblioteket"),
        item("c", "d3", "9/14", "Rampen ved  biblioteket."),
        item("d", "d1", "1", "Godkjenning av referat"),
        item("e", "d2", "1", "Godkjenning av referat"),
        item("f", "d3", "2", "Regnskap for 2013"),
        item("g", "d2", "3", "Regnskap for 2014"),
        item("h", "d3", "4/14", "Ny rampe", body="rådet"),
        item("i", "d1", "5/14", "Bare en gang til behandling"),
        item("j", "d1", "6/14", "Samme møte, samme tittel"),
        item("k", "d1", "7/14", "Samme møte, samme tittel"),
    ]
    expected = {"a", "b", "c"}
    for seed in range(5):
        random.Random(seed).shuffle(items)
        found = same_case.connect(items)
        assert set(found) == expected
        assert len({case.id for case in found.values()}) == 1
        assert {case.title for case in found.values()} == {"Rampen ved  biblioteket."}


def test_a_title_of_most_meetings_is_no_case() -> None:
    items = [item(f"i{n}", f"d{n}", None, "Nytt om husleien fra utleier") for n in range(1, 6)]
    assert same_case.connect(items) == {}
    assert set(same_case.connect(items[:2])) == {"i1", "i2"}


def test_the_same_meeting_twice_is_no_case() -> None:
    scan, digital = item("a", "d1", "4/14", "Ny rampe ved skolen"), item("b", "d2", "4/14", "Ny rampe ved skolen")
    assert same_case.connect([scan, replace(digital, date=scan.date)]) == {}
    assert len(same_case.connect([scan, digital])) == 2


def meeting(name: str, body: str, date: str, who: list[tuple[str, str | None]], action: list[str]) -> Paper:
    paper = Paper(name, "minutes", body)
    paper.meeting(date)
    for person, organisation in who:
        paper.person(person, organisation)
    key = paper.item("7/14", "Ny rampe ved biblioteket")
    paper.action("7/14", key, "De ordner det.", action)
    return paper


PAPERS = [
    meeting(
        "1", "Kontaktutvalget", "2014-01-10", [("Pelle Eivind Aakvik", "KRD"), ("Kari Ås", "Difi")], ["Pelle E. Aakvik"]
    ),
    meeting("2", "Kontaktutvalet", "2014-02-10", [("Pelle E. Aakvik", "KMD"), ("Kari Aas", "DIFI")], ["Difi", "alle"]),
    meeting("3", "Eldrerådet", "2014-03-10", [("Per Li", "Lia vel (LV)"), ("Ida Mo", None)], ["LV", "Per Li"]),
]


def build(folder: Path, order: list[int]) -> dict[str, list[tuple[object, ...]]]:
    with opened_archive(folder, create=True) as db:
        run = Run(db, "import", "1")
        for number in order:
            entry = outcome(folder / f"{number}.pdf", [PAPERS[number]])
            put(db, entry, [Arrival(f"/papers/{number}.pdf", f"{number}.pdf")], run)
            if number == order[0]:
                link(db)
        link(db)
        return derived(db)


def derived(db: Database) -> dict[str, list[tuple[object, ...]]]:
    db.conn.execute("DELETE FROM derived_seal WHERE name = 'search_words'")  # that of the index, which knows the order
    return {table: db.conn.execute(f"SELECT * FROM {table}").fetchall() for table in DERIVED}


def test_link_whatever_the_order(tmp_path: Path) -> None:
    tables = [build(tmp_path / str(n), list(order)) for n, order in enumerate(itertools.permutations(range(3)))]
    assert all(found == tables[0] for found in tables)
    found = tables[0]
    assert [row[1] for row in found["body"]] == ["Eldrerådet", "Kontaktutvalget"]
    assert {row[1] for row in found["person"]} == {"Pelle Eivind Aakvik", "Kari Ås", "Per Li", "Ida Mo"}
    assert {row[0] for row in found["organisation"]} >= {"difi", "krd", "kmd", "lia-vel"}
    owners = {row[1]: row[2:] for row in found["responsible_link"]}
    assert owners == {
        "Pelle E. Aakvik": ("pelle-eivind-aakvik", None),
        "Difi": (None, "difi"),
        "alle": (None, None),
        "LV": (None, "lia-vel"),
        "Per Li": ("per-li", None),
    }
    assert len({row[1] for row in found["case_link"]}) == 1
    assert len(found["case_link"]) == 2


def test_link_is_whole_or_not_at_all(tmp_path: Path) -> None:
    build(tmp_path, [0, 1, 2])
    with opened_archive(tmp_path) as db:
        before = derived(db)
        db.conn.execute("CREATE TEMP TRIGGER t BEFORE INSERT ON case_link BEGIN SELECT RAISE(ABORT, 'no'); END")
        with pytest.raises(Exception, match="no"):
            link(db)
        assert derived(db) == before


@given(st.lists(st.text(min_size=1, max_size=20), max_size=12), st.randoms())
def test_any_names_in_any_order(names: list[str], rnd: random.Random) -> None:
    shuffled = [*names]
    rnd.shuffle(shuffled)
    for connect in (same_body.connect, lambda ns: same_person.connect(map(Mention, ns))):
        assert connect(names) == connect(shuffled)
    for body in same_body.connect(names).values():
        assert body.id.isascii() and body.id == slug(body.id, 200)


@given(st.text(), st.text())
def test_fold_is_stable(first: str, second: str) -> None:
    assert fold(fold(first)) == fold(first)
    assert fold(f"{first} {second}") == " ".join(part for part in (fold(first), fold(second)) if part)
