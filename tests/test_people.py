"""Lists of names in every shape that minutes have; names, organisations, roles and remarks come apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors._entry import Entry
from extractors._initials import initials_of
from extractors._names import is_name, is_office, is_organisation, office_before, role_of
from extractors._people import parse


def entries(text: str, *, lines: bool = False) -> list[Entry]:
    return parse(text, lines=lines)[0]


def names(text: str, *, lines: bool = False) -> list[str]:
    return [entry.name for entry in entries(text, lines=lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland, Jens Petter Aakre og Mona Lysø", ["Tuva Hovland", "Jens Petter Aakre", "Mona Lysø"]),
        ("Tuva Hovland, Jens Petter Aakre, og Mona Lysø.", ["Tuva Hovland", "Jens Petter Aakre", "Mona Lysø"]),
        ("Tuva Hovland,Jens Aakre,Mona Lysø,", ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]),
        ("Tuva Hovland; Jens Aakre; Mona Lysø", ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]),
        ("Tuva Hovland & Jens Aakre samt Mona Lysø", ["Tuva Hovland", "Jens Aakre", "Mona Lysø"]),
        ("Tuva Hovland - Jens Aakre – Mona Lysø –Ane Sund", ["Tuva Hovland", "Jens Aakre", "Mona Lysø", "Ane Sund"]),
        (
            "Kari-Anne Bø - Siv Hval-Eide - Ole Chr. Lie",
            ["Kari-Anne Bø", "Siv Hval-Eide", "Ole Chr. Lie"],
        ),
        ("Tuva (1. klasse), Jens (2. klasse)", ["Tuva", "Jens"]),
        ("Tuva, Jens og Mona", ["Tuva", "Jens", "Mona"]),
        ("TH, JPA, ML, ASU", ["TH", "JPA", "ML", "ASU"]),
        ("- Tuva Hovland", ["Tuva Hovland"]),
        ("1. Tuva Hovland", ["Tuva Hovland"]),
        (
            "Else K. Moe, Ragnhild O’Brien, Sigrid van der Veen",
            ["Else K. Moe", "Ragnhild O’Brien", "Sigrid van der Veen"],
        ),
        ("Máret Áslat Sara og Juhán Eira", ["Máret Áslat Sara", "Juhán Eira"]),
        ("Tuva Hovland (NAV) Jens Aakre (KS)", ["Tuva Hovland", "Jens Aakre"]),
        ("Tuva Hovland | Jens Aakre", ["Tuva Hovland", "Jens Aakre"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "Ingen", "23 personer", "Hele styret", "Vedlegg: deltakerliste", "styret var fulltallig", "Alle medlemmene"],
)
def test_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland, KS", [("Tuva Hovland", "KS")]),
        ("Tuva Hovland, Vestby kommune", [("Tuva Hovland", "Vestby kommune")]),
        ("- Tuva Hovland (NAV)", [("Tuva Hovland", "NAV")]),
        ("• Tuva Hovland (Oslo Kommune - Origo)", [("Tuva Hovland", "Oslo Kommune - Origo")]),
        ("Tuva Hovland – Avinor", [("Tuva Hovland", "Avinor")]),
        ("Tuva Hovland, Indre/Ytre Salten kommunerevisjon", [("Tuva Hovland", "Indre/Ytre Salten kommunerevisjon")]),
        ("Tuva Hovland - rådgiver - Helsedirektoratet", [("Tuva Hovland", "Helsedirektoratet")]),
        ("Tuva Hovland, rådgiver, Helsedirektoratet", [("Tuva Hovland", "Helsedirektoratet")]),
        ("Tuva Hovland, Barne- og familiedepartementet", [("Tuva Hovland", "Barne- og familiedepartementet")]),
    ],
)
def test_organisations_on_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(entry.name, entry.organisation) for entry in entries(text, lines=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuva Hovland (KS), Jens Aakre (NAV)", ["KS", "NAV"]),
        ("Tuva Hovland, Jens Aakre (NAV)", [None, "NAV"]),
        ("Tuva Hovland, Jens Aakre (NAV), Mona Lysø (KS)", ["NAV", "NAV", "KS"]),
        ("Tuva Hovland (Sp), Jens Aakre (Ap) og Mona Lysø (KrF)", ["Sp", "Ap", "KrF"]),
        ("Tuva Hovland- 2.klasse, Jens Aakre- 5.klasse", ["2.klasse", "5.klasse"]),
        ("Tuva Hovland (1. klasse), Jens Aakre (Troms idrettskrets)", ["1. klasse", "Troms idrettskrets"]),
        ("Helsedirektoratet: Tuva Hovland, Jens Aakre", ["Helsedirektoratet", "Helsedirektoratet"]),
        ("SV: Tuva Hovland", ["SV"]),
        ("Tuva Hovland (referent), Jens Aakre (kasserer)", [None, None]),
        ("Tuva Hovland (rådmann) (Referent)", [None]),
        ("Tuva Hovland – seniorrådgiver – KS, Jens Aakre – direktør – NAV", ["KS", "NAV"]),
        ("Tuva Hovland, Norges Handikapforbund, Jens Aakre, KS", ["Norges Handikapforbund", "KS"]),
        ("Tuva Hovland, styreleder, Jens Aakre, nestleder, Mona Lysø, medlem", [None, None, None]),
    ],
)
def test_organisations_in_a_text(text: str, expected: list[str | None]) -> None:
    assert [entry.organisation for entry in entries(text)] == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tuva Hovland (ref.)", "minute_taker"),
        ("Tuva Hovland, referent", "minute_taker"),
        ("Tuva Hovland (møteleiar)", "chair"),
        ("Tuva Hovland (ordstyrer)", "chair"),
        ("Tuva Hovland (observatør)", "observer"),
        ("Tuva Hovland (vara)", "deputy"),
        ("Tuva Hovland (1. vara)", "deputy"),
        ("Tuva Hovland (sekretær)", "secretary"),
        ("Tuva Hovland (rådmann) (Referent)", "minute_taker"),
        ("Tuva Hovland (kasserer)", None),
        ("Tuva Hovland (nestleder)", None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    (entry,) = entries(text)
    assert (entry.name, entry.role) == ("Tuva Hovland", role)


@pytest.mark.parametrize(
    "text",
    [
        "Tuva Hovland pva. Jens Aakre",
        "Tuva Hovland pva Jens Aakre",
        "Tuva Hovland (vara for Jens Aakre)",
        "Tuva Hovland vara for Jens Aakre",
        "Tuva Hovland for Jens Aakre",
        "Tuva Hovland (for Jens Aakre)",
        "Tuva Hovland (møtte for Jens Aakre)",
        "Tuva Hovland (Ap) for Jens Aakre (Ap)",
    ],
)
def test_deputies(text: str) -> None:
    (entry,) = entries(text)
    assert (entry.name, entry.role, entry.substitute_for) == ("Tuva Hovland", "deputy", "Jens Aakre")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rektor Tuva Hovland, prorektor Jens Aakre", [("Tuva Hovland", "Rektor"), ("Jens Aakre", "prorektor")]),
        ("kommunedirektør Tuva Hovland", [("Tuva Hovland", "kommunedirektør")]),
        ("Tuva Hovland (kom til sak 3)", [("Tuva Hovland", "kom til sak 3")]),
        ("Tuva Hovland (til kl. 19.15), Jens Aakre", [("Tuva Hovland", "til kl. 19.15"), ("Jens Aakre", "")]),
        ("Tuva Hovland under sak 4/12", [("Tuva Hovland", "under sak 4/12")]),
        ("Tuva Hovland (digitalt)", [("Tuva Hovland", "digitalt")]),
        ("Tuva Hovland, leder", [("Tuva Hovland", "leder")]),
        ("Tuva Hovland (prosjektleder)", [("Tuva Hovland", "prosjektleder")]),
        ("Tuva Hovland (TH), Jens Aakre (JA)", [("Tuva Hovland", "TH"), ("Jens Aakre", "JA")]),
    ],
)
def test_remarks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(entry.name, "; ".join(entry.notes)) for entry in entries(text)] == expected


@pytest.mark.parametrize(
    ("text", "strange"), [("Tuva Hovland, Neste møte", ["Neste møte"]), ("Tuva Hovland, Jens Aakre", [])]
)
def test_what_is_no_name_is_told(text: str, strange: list[str]) -> None:
    assert [piece.core for piece in parse(text)[1]] == strange


FIRST = ("Tuva", "Jens Petter", "Kari-Anne", "Øyvind", "Åse", "Ole Chr.", "Sindre", "Ragnhild M.", "Bjørg")
LAST = ("Hovland", "Aakre", "Lysø", "Skaar", "Ødegård", "Hval-Eide", "Brekkhus", "Tveito", "Nakken", "Åmodt")
PERSON = st.builds(lambda first, last: f"{first} {last}", st.sampled_from(FIRST), st.sampled_from(LAST))
PEOPLE = st.lists(PERSON, min_size=1, max_size=9, unique=True)


def comma_and(people: list[str]) -> str:
    return ", ".join(people[:-1]) + f" og {people[-1]}" if len(people) > 1 else people[0]


JOINED = {
    "commas": ", ".join,
    "tight commas": ",".join,
    "commas and og": comma_and,
    "stop at the end": lambda people: comma_and(people) + ".",
    "semicolons": "; ".join,
    "hyphens": " - ".join,
    "dashes": " – ".join,
    "bars": " | ".join,
    "new lines": "\n".join,
    "roles": lambda people: ", ".join(f"{name} (leder)" for name in people),
    "remarks": lambda people: ", ".join(f"{name} (fra sak {n}/12)" for n, name in enumerate(people, 1)),
    "organisations": lambda people: ", ".join(f"{name} (NAV)" for name in people),
}


@given(people=PEOPLE, shape=st.sampled_from(sorted(JOINED)))
def test_names_joined_in_any_shape_come_back(people: list[str], shape: str) -> None:
    text = JOINED[shape](people)
    found, strange = parse(text)
    assert [entry.name for entry in found] == people
    assert strange == []
    assert all(entry.name in text[entry.start : entry.end] for entry in found)


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    for entry in entries(text):
        assert entry.name
        assert 0 <= entry.start <= entry.end <= len(text)


@pytest.mark.parametrize(
    ("text", "person", "organisation", "office"),
    [
        ("Tuva Hovland", True, False, False),
        ("Ole Chr. Lie", True, False, False),
        ("Sigrid van der Veen", True, False, False),
        ("Helsedirektoratet", False, True, False),
        ("Universitetet i Agder", False, True, False),
        ("Stranda kommune", False, True, False),
        ("Direktoratet for byggkvalitet (DiBK)", False, True, False),
        ("KS", False, True, False),
        ("kasserer", False, False, True),
        ("Daglig leder", False, False, True),
        ("styret", False, False, False),
        ("Neste møte", False, False, False),
        ("sak 12", False, False, False),
    ],
)
def test_what_a_wording_is(text: str, person: bool, organisation: bool, office: bool) -> None:
    assert (is_name(text), is_organisation(text), is_office(text)) == (person, organisation, office)


@pytest.mark.parametrize(
    ("text", "role"),
    [("Møteleder", "chair"), ("(refr.)", "minute_taker"), ("Skrivar", "minute_taker"), ("kokk", None), ("", None)],
)
def test_the_role_of_a_word(text: str, role: str | None) -> None:
    assert role_of(text) == role


def test_an_office_before_a_name() -> None:
    assert office_before("assisterende direktør Tuva Hovland") == ("assisterende direktør", "Tuva Hovland")
    assert office_before("Tuva Hovland") == ("", "Tuva Hovland")


def test_initials() -> None:
    assert {"TH", "TUH", "THO"} <= initials_of("Tuva Hovland")
    assert "JPA" in initials_of("Jens Petter Aakre")
    assert initials_of("Tuva") == set()
