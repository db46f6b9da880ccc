"""Text that an earlier tool flattened: labels first and values after, names first and parties after."""

from __future__ import annotations

import pytest

from extractors.lexicon import lexicon
from pipeline.layout import flattened, tidy
from tests.papers import read_with_issues, records, sheet

PAIRED: dict[str, tuple[list[str], list[str]]] = {
    "date, time and place": (
        ["Dato:", "Tid:", "Sted:", "3. mai 2012", "kl. 18.00", "Rådhuset"],
        ["Dato: 3. mai 2012", "Tid: kl. 18.00", "Sted: Rådhuset"],
    ),
    "without colons": (
        ["Møtedato", "Møtested", "Møteleder", "12.03.2014", "Grendehuset", "Tuva Hovland"],
        ["Møtedato: 12.03.2014", "Møtested: Grendehuset", "Møteleder: Tuva Hovland"],
    ),
    "nynorsk, with people": (
        ["Møtestad", "Dato", "Møteleiar", "Referent", "Kyrkjestova", "12. mars 2014", "Tuva Hovland", "Jens Aakre"],
        ["Møtestad: Kyrkjestova", "Dato: 12. mars 2014", "Møteleiar: Tuva Hovland", "Referent: Jens Aakre"],
    ),
    "all labels of one line": (
        ["Dato: Tid: Sted: 3. mai 2012 kl. 18.00 Rådhuset"],
        ["Dato: 3. mai 2012", "Tid: kl. 18.00", "Sted: Rådhuset"],
    ),
    "names and parties": (
        ["Til stede:", "Tuva Hovland", "Jens Aakre", "Siv Moen", "Ap", "H", "Sp"],
        ["Til stede:", "Tuva Hovland (Ap)", "Jens Aakre (H)", "Siv Moen (Sp)"],
    ),
}
"""Lines as they stand, and put together: as many values as labels, and each of the label's kind."""

PAIRED_HELD_BACK: dict[str, tuple[list[str], list[str]]] = {
    "those present in one line": (
        ["Sted:", "Dato:", "Til stede:", "Skolen", "4. juni 2009", "Tuva Hovland, Jens Aakre, Siv Moen"],
        ["Sted: Skolen", "Dato: 4. juni 2009", "Til stede: Tuva Hovland, Jens Aakre, Siv Moen"],
    ),
    "place before the hour in one line": (
        ["Tid: Stad: kl. 19.30 Grendahuset"],
        ["Tid: kl. 19.30", "Stad: Grendahuset"],
    ),
    "party names in full": (
        ["Møtt", "Tuva Hovland", "Jens Aakre", "Siv Moen", "Arbeiderpartiet", "Høyre", "Senterpartiet"],
        ["Møtt", "Tuva Hovland (Arbeiderpartiet)", "Jens Aakre (Høyre)", "Siv Moen (Senterpartiet)"],
    ),
}

PAIRED_LATER: dict[str, tuple[list[str], list[str]]] = {
    "hours and people": (
        ["Tid", "Sted", "Møteleder", "Referent", "kl. 18.00 – 20.00", "Lia skole", "Tuva Hovland", "Jens Aakre"],
        ["Tid: kl. 18.00 – 20.00", "Sted: Lia skole", "Møteleder: Tuva Hovland", "Referent: Jens Aakre"],
    ),
    "those absent": (
        ["Dato:", "Til stede:", "Forfall:", "3. mai 2012", "Tuva Hovland og Jens Aakre", "Siv Moen"],
        ["Dato: 3. mai 2012", "Til stede: Tuva Hovland og Jens Aakre", "Forfall: Siv Moen"],
    ),
    "parties that repeat": (
        ["Tuva Hovland", "Jens Aakre", "Siv Moen", "Ola Nes", "Ap", "Ap", "H", "Sv"],
        ["Tuva Hovland (Ap)", "Jens Aakre (Ap)", "Siv Moen (H)", "Ola Nes (Sv)"],
    ),
}
"""Written after the rules."""

MARKED: dict[str, list[str]] = {
    "one value is missing": ["Dato:", "Tid:", "Sted:", "Referent:", "3. mai 2012", "Rådhuset", "1. Budsjett"],
    "values of another order": ["Dato:", "Tid:", "Sted:", "Rådhuset", "kl. 18.00", "3. mai 2012"],
    "columns of a list of tasks": [
        "Oppgave",
        "Ansvarlig",
        "Frist",
        "Male brygga",
        "Rydde naust",
        "Tuva",
        "Jens",
        "1. mai",
    ],
    "more names than parties": ["Til stede:", "Tuva Hovland", "Jens Aakre", "Siv Moen", "Ola Nes", "Ap", "H", "Sp"],
}
"""Flattened, and not to be put together with any right: an issue says where."""

MARKED_HELD_BACK: dict[str, list[str]] = {
    "labels at the end": ["Møtestad:", "Møtetid:", "Forfall:", "Vararepresentantar:", "1. Budsjett", "Godkjend."],
    "but one value has a shape of its own": ["Utval:", "Stad:", "Dato:", "Formannskapet", "Rådhuset", "07.03.2013"],
    "two days": ["Dato:", "Sted:", "Referent:", "3. mai 2012", "4. mai 2012", "Tuva Hovland"],
    "given names only": ["Møteleder", "Referent", "Til stede", "Tuva", "Jens", "Tuva, Jens, Siv"],
    "columns of tasks in nynorsk": ["Tiltak", "Ansvar", "Frist", "Ringe kommunen", "Jens", "3. mai"],
    "values in one sentence": ["Tidspunkt", "Møtested", "Ordstyrer", "Det hele foregikk på Teams en kveld i mai."],
}

UNTOUCHED: dict[str, list[str]] = {
    "a form that is whole": ["Dato: 3. mai 2012", "Tid: kl. 18.00", "Sted: Rådhuset"],
    "a label, a value": ["Dato:", "3. mai 2012", "Sted:", "Rådhuset", "Referent:", "Tuva Hovland"],
    "headings of an agenda": ["Saksliste", "Vedtakssaker", "Orienteringssaker", "1. Budsjett", "2. Dugnad"],
    "names that follow labels": ["Til stede:", "Tuva Hovland", "Jens Aakre", "Forfall:", "Siv Moen"],
    "offices": ["Leder", "Nestleder", "Kasserer", "Tuva Hovland", "Jens Aakre"],
    "a party that says something": ["Til stede:", "Tuva Hovland", "Jens Aakre", "Siv Moen", "Ap er imot."],
    "a label with nothing": ["Forfall:", "Referent:", "Tuva Hovland"],
    "people with their party": ["Til stede:", "Tuva Hovland, Ap", "Jens Aakre, H", "Siv Moen, Sp"],
}


@pytest.mark.parametrize("case", [*PAIRED, *PAIRED_HELD_BACK, *PAIRED_LATER])
def test_what_fits_is_put_together(case: str) -> None:
    lines, expected = {**PAIRED, **PAIRED_HELD_BACK, **PAIRED_LATER}[case]
    page = sheet(1, body=lines)
    found = tidy(page, lexicon()).lines
    assert [line.text for line in found] == expected
    assert all(any(line.raw in one.raw for one in page.lines) for line in found), "a quote is found on the page"
    assert [issue.code for issue in flattened.issues(page, lexicon())] == ["flattened_paired"]


@pytest.mark.parametrize("case", [*MARKED, *MARKED_HELD_BACK])
def test_what_does_not_fit_is_an_issue_with_its_place(case: str) -> None:
    lines = {**MARKED, **MARKED_HELD_BACK}[case]
    (issue,) = flattened.issues(sheet(1, body=lines), lexicon())
    assert issue.code == "flattened_text"
    assert issue.place is not None
    assert issue.place.quote in " ".join(lines)


@pytest.mark.parametrize("case", UNTOUCHED)
def test_what_is_not_flattened_stays(case: str) -> None:
    page = sheet(1, body=UNTOUCHED[case])
    assert [line.text for line in tidy(page, lexicon()).lines] == UNTOUCHED[case]
    assert flattened.issues(page, lexicon()) == []


def test_the_issue_comes_out_of_the_whole_flow() -> None:
    _, issues = read_with_issues("\n".join(["# Referat fra styremøte", "", *MARKED["one value is missing"]]))
    assert "flattened_text" in [issue.code for issue in issues]


def test_what_was_put_together_is_the_meeting() -> None:
    lines = ["# Referat fra styremøte i Lia vel", *PAIRED["without colons"][0], "1. Brygga", "Brygga males i mai."]
    (found,) = records([sheet(1, body=lines)])
    assert (found["meeting"]["date"], found["meeting"]["place"]) == ("2014-03-12", "Grendehuset")
    assert found["meeting"]["source"]["quote"] == "12.03.2014"
    assert [(one["name"], one["role"]) for one in found["attendance"]] == [("Tuva Hovland", "chair")]
