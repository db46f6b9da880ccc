"""Names that are not attendance, what a list says of its people, and what is doubted."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read, read_with_issues

NOBODY = {
    "a headcount": "Antall til stede: 23",
    "a headcount behind the label": "Til stede: 23 personer",
    "a headcount in nynorsk": "Til stades: 11 røysteføre",
    "a distribution list": "Kopi til: Tuva Hovland, Jens Aakre",
    "another one": "Referatet sendes til: Tuva Hovland og Jens Aakre",
    "nobody was away": "Forfall: Ingen",
    "nobody was away, nn": "Fråvær: Inga",
    "a list elsewhere": "Vedlegg: Deltakerliste",
}


@pytest.mark.parametrize("line", NOBODY.values(), ids=NOBODY)
def test_what_names_nobody(line: str) -> None:
    text = f"# Referat fra stormøte i Lia vel\nDato: 3. mai 2012\n{line}\n\nSak 1 Vegen\nVegen blir god til sommeren."
    assert only(read(text)["attendance"], "name") == []


NOT_THERE = {
    "the elected": "Til styret ble Geir Skaar og Ane Sund valgt.",
    "a visitor to come": "Geir Skaar kommer på neste møte.",
    "a person spoken of": "Geir Skaar har skrevet brev til kommunen om brøytingen.",
    "a speaker's line": "Vi ringte Geir Skaar i kommunen.",
    "labels inside an item": "Medlemmer: Geir Skaar og Ane Sund er foreslått.",
}


@pytest.mark.parametrize("sentence", NOT_THERE.values(), ids=NOT_THERE)
def test_who_is_only_mentioned(sentence: str) -> None:
    head = "# Referat\nTil stede: Tuva Hovland, Jens Aakre\n\n"
    text = f"{head}Sak 1 Vegen\nVegen ble drøftet.\n{sentence}\n\nSak 2 Valg\nSnart."
    assert only(read(text)["attendance"], "name") == ["Tuva Hovland", "Jens Aakre"]


@pytest.mark.parametrize(
    ("who", "field", "value"),
    [
        ("Tuva Hovland (kasserer)", "note", "kasserer"),
        ("Tuva Hovland (vara for Ane Sund)", "substitute_for", "Ane Sund"),
        (
            "Tuva Hovland (fra sak 3)",
            "partial",
            {"from_item": "3", "to_item": None, "items": None, "from": None, "to": None},
        ),
        (
            "Tuva Hovland (til kl. 19.15)",
            "partial",
            {"from_item": None, "to_item": None, "items": None, "from": None, "to": "19:15"},
        ),
        ("rektor Tuva Hovland", "note", "rektor"),
    ],
)
def test_remarks(who: str, field: str, value: object) -> None:
    record = read(f"# Referat\nTil stede: {who}, Jens Aakre, Mona Lysø\n\nSak 1 Vegen\nDrøftet.")
    assert (record["attendance"][0]["name"], record["attendance"][0][field]) == ("Tuva Hovland", value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Referat\nDato: 3. mai 2012\n\nSak 1 Vegen\nVegen blir god.", "no_attendance"),
        ("# Referat\nTil stede: de som pleide å komme dit\n\nSak 1 Vegen\nVegen blir god.", "label_without_names"),
        ("# Referat\nTil stede: Se liste i vedlegg 2\n\nSak 1 Vegen\nVegen blir god.", "names_elsewhere"),
        (
            "# Referat\nTil stede: Tuva Hovland, Jens Aakre, Neste gang\n\nSak 1 Vegen\nVegen blir god.",
            "name_not_understood",
        ),
    ],
)
def test_doubts(text: str, code: str) -> None:
    assert code in [issue.code for issue in read_with_issues(text)[1]]


ABSENT_ENDS = {
    "others after them": "Desse møtte ikkje\nMona Lysø\nGeir Skaar\nUtanom utvalet: Ane Sund frå KS og Olga Ruud.",
    "the same in bokmål": "Disse møtte ikke\nMona Lysø\nGeir Skaar\nFra administrasjonen: Ane Sund og Olga Ruud.",
}


@pytest.mark.parametrize("tail", ABSENT_ENDS.values(), ids=ABSENT_ENDS)
def test_a_list_of_the_absent_ends(tail: str) -> None:
    record = read(f"# Protokoll\nTil stades:\nTuva Hovland\nJens Aakre\n{tail}\n\nSak 1 Vegen\nVegen blir god.")
    found = {entry["name"]: entry["status"] for entry in record["attendance"]}
    assert found == {
        "Tuva Hovland": "present",
        "Jens Aakre": "present",
        "Mona Lysø": "absent",
        "Geir Skaar": "absent",
        "Ane Sund": "present",
        "Olga Ruud": "present",
    }


def test_sentences_below_a_list_are_text() -> None:
    text = (
        "# Referat fra styremøte\nDato: 3. mai 2012\nHvem var her: Tuva Hovland, Jens Aakre\n"
        "- Huset. Varmen var borte i to uker. Vi vedtok å øke leien til 1500 kroner fra 1. juni.\n"
        "- Stien. Det har kommet to klager om hunder. Jens Aakre setter opp et skilt innen 1. juli."
    )
    record = read(text)
    assert only(record["decisions"], "outcome") == ["adopted"]
    assert only(record["actions"], "due") == ["2012-07-01"]
