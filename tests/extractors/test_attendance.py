"""Who was there and who was away: lists, tables, prose and signatures, and the names that are not attendance."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read, read_with_issues

Row = tuple[str, str | None, str, str | None]
"""Name, organisation, status and role."""


def attendance(text: str) -> list[Row]:
    return only(read(text)["attendance"], "name", "organisation", "status", "role")


def here(*names: str, role: str | None = None) -> list[Row]:
    return [(name, None, "present", role) for name in names]


def away(*names: str) -> list[Row]:
    return [(name, None, "absent", None) for name in names]


CASES: dict[str, tuple[str, list[Row]]] = {
    "label and comma list": (
        """
        # Referat fra styremøte i Lia vel
        Til stede: Tuva Hovland, Jens Petter Aakre og Mona Lysø
        Forfall: Geir Skaar

        Sak 1 Referat
        Godkjent.
        """,
        [*here("Tuva Hovland", "Jens Petter Aakre", "Mona Lysø"), *away("Geir Skaar")],
    ),
    "nynorsk labels": (
        """
        # Møtebok frå sokneråd
        Desse møtte: Tuva Hovland, Jens Aakre
        Fråvær: Geir Skaar
        Møteleiar: Tuva Hovland
        Skrivar: Jens Aakre

        Sak 1/12 Budsjett
        Rådet drøfta saka.
        """,
        [
            ("Tuva Hovland", None, "present", "chair"),
            ("Jens Aakre", None, "present", "minute_taker"),
            *away("Geir Skaar"),
        ],
    ),
    "one a line with organisations": (
        """
        # Referat fra samarbeidsforum
        **Til stede**
        Tuva Hovland, Helsedirektoratet
        Jens Aakre, KS
        Mona Lysø, Stranda kommune

        **Forfall**
        Geir Skaar, NAV

        Sak 1 Status
        Runde rundt bordet.
        """,
        [
            ("Tuva Hovland", "Helsedirektoratet", "present", None),
            ("Jens Aakre", "KS", "present", None),
            ("Mona Lysø", "Stranda kommune", "present", None),
            ("Geir Skaar", "NAV", "absent", None),
        ],
    ),
    "bullets with parentheses": (
        """
        # Referat
        Deltakere:
        - Tuva Hovland (NAV)
        - Jens Aakre (KS) (ref.)
        - Mona Lysø (observatør)

        Sak 1 Status
        Gjennomgang av planen.
        """,
        [
            ("Tuva Hovland", "NAV", "present", None),
            ("Jens Aakre", "KS", "present", "minute_taker"),
            ("Mona Lysø", None, "present", "observer"),
        ],
    ),
    "parties": (
        """
        # Møteprotokoll for formannskapet
        Følgende medlemmer møtte: Tuva Hovland (Sp), Jens Aakre (Ap), Mona Lysø (H)
        Forfall: Geir Skaar (V)
        Varamedlem: Ane Sund (V)

        PS 1/16 Skatt
        Vedtak: Skatten holdes uendret.
        """,
        [
            ("Tuva Hovland", "Sp", "present", None),
            ("Jens Aakre", "Ap", "present", None),
            ("Mona Lysø", "H", "present", None),
            ("Geir Skaar", "V", "absent", None),
            ("Ane Sund", "V", "present", "deputy"),
        ],
    ),
    "ruled table": (
        """
        # Protokoll
        Til stede:
        | Navn | Funksjon | Representerer |
        | Tuva Hovland | Leder | KS |
        | Jens Aakre | Medlem | NAV |
        | Mona Lysø | Referent | NAV |

        Sak 1 Status
        Ingen nye saker.
        """,
        [
            ("Tuva Hovland", "KS", "present", "chair"),
            ("Jens Aakre", "NAV", "present", None),
            ("Mona Lysø", "NAV", "present", "minute_taker"),
        ],
    ),
    "crosses": (
        """
        # Protokoll
        | Navn | Møtt | Forfall |
        | Tuva Hovland | X | |
        | Jens Aakre | | X |
        | Mona Lysø | X | |

        Sak 1 Status
        Ingen nye saker.
        """,
        [*here("Tuva Hovland"), *away("Jens Aakre"), *here("Mona Lysø")],
    ),
    "chair and minute taker by label": (
        """
        # Referat
        Møteleder: Tuva Hovland
        Referent: Jens Aakre
        Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

        Sak 1 Status
        Ingen nye saker.
        """,
        [
            ("Tuva Hovland", None, "present", "chair"),
            ("Jens Aakre", None, "present", "minute_taker"),
            *here("Mona Lysø"),
        ],
    ),
    "surname alone is the person on the list": (
        """
        # Referat
        Til stede: Tuva Hovland, Jens Aakre, Mona Lysø
        Ordstyrer: Hovland

        Sak 1 Status
        Ingen nye saker.
        """,
        [("Tuva Hovland", None, "present", "chair"), *here("Jens Aakre", "Mona Lysø")],
    ),
    "signature at the end": (
        """
        # Referat
        Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

        Sak 1 Status
        Ingen nye saker.

        Jens Aakre
        Referent
        """,
        [*here("Tuva Hovland"), ("Jens Aakre", None, "present", "minute_taker"), *here("Mona Lysø")],
    ),
    "elected in an item": (
        """
        # Protokoll fra årsmøtet
        Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

        Sak 1 Konstituering
        Tuva Hovland ble valgt til møteleder. Jens Aakre ble valgt til referent.
        """,
        [
            ("Tuva Hovland", None, "present", "chair"),
            ("Jens Aakre", None, "present", "minute_taker"),
            *here("Mona Lysø"),
        ],
    ),
    "absence in prose": (
        """
        # Referat frå møte i grendalaget
        Til stades: Tuva Hovland, Jens Aakre

        Mona Lysø og Geir Skaar var ikkje til stades.

        Sak 1 Vegen
        Me snakka om vegen.
        """,
        [*here("Tuva Hovland", "Jens Aakre"), *away("Mona Lysø", "Geir Skaar")],
    ),
    "led in prose": (
        """
        # Referat
        Til stede: Tuva Hovland, Jens Aakre
        Møtet ble ledet av Tuva Hovland.

        Sak 1 Status
        Ingen nye saker.
        """,
        [("Tuva Hovland", None, "present", "chair"), *here("Jens Aakre")],
    ),
    "a bare line of names": (
        """
        # Redaksjonsmøte
        Tuva Hovland, Jens Aakre, Mona Lysø

        Sak 1 Neste nummer
        Vi gikk gjennom sakene.
        """,
        here("Tuva Hovland", "Jens Aakre", "Mona Lysø"),
    ),
    "first names of a club": (
        """
        # Referat
        Til stede: Tuva, Jens, Mona (ref)
        Forfall: Geir

        Sak 1 Dugnad
        Mange kom i fjor.
        """,
        [*here("Tuva", "Jens"), ("Mona", None, "present", "minute_taker"), *away("Geir")],
    ),
    "two groups": (
        """
        # Møtebok
        Til stede:
        Medlemmer: Tuva Hovland, Jens Aakre
        Fra administrasjonen møtte: Mona Lysø, Geir Skaar

        Sak 1/05 Anlegg
        Saken ble drøftet.
        """,
        here("Tuva Hovland", "Jens Aakre", "Mona Lysø", "Geir Skaar"),
    ),
    "summoned, and those who did not come": (
        """
        # Referat
        Innkalt: Tuva Hovland, Jens Aakre, Mona Lysø
        Forfall: Jens Aakre

        Sak 1 Status
        Ingen nye saker.
        """,
        [*here("Tuva Hovland", "Mona Lysø"), *away("Jens Aakre")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_attendance(case: str) -> None:
    text, expected = CASES[case]
    assert attendance(text) == expected


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
    assert attendance(text) == []


NOT_THERE = {
    "the elected": "Til styret ble Geir Skaar og Ane Sund valgt.",
    "a visitor to come": "Geir Skaar kommer på neste møte.",
    "a person spoken of": "Geir Skaar har skrevet brev til kommunen om brøytingen.",
    "a speaker's line": "Vi ringte Geir Skaar i kommunen.",
    "labels inside an item": "Medlemmer: Geir Skaar og Ane Sund er foreslått.",
}


@pytest.mark.parametrize("sentence", NOT_THERE.values(), ids=NOT_THERE)
def test_who_is_only_mentioned(sentence: str) -> None:
    text = f"# Referat\nTil stede: Tuva Hovland, Jens Aakre\n\nSak 1 Vegen\nVegen ble drøftet.\n{sentence}\n\nSak 2 Valg\nSnart."
    assert attendance(text) == here("Tuva Hovland", "Jens Aakre")


@pytest.mark.parametrize(
    ("who", "field", "value"),
    [
        ("Tuva Hovland (kasserer)", "note", "kasserer"),
        ("Tuva Hovland (vara for Ane Sund)", "substitute_for", "Ane Sund"),
        ("Tuva Hovland (fra sak 3)", "partial", {"from_item": "3", "to_item": None, "items": None, "from": None, "to": None}),
        ("Tuva Hovland (til kl. 19.15)", "partial", {"from_item": None, "to_item": None, "items": None, "from": None, "to": "19:15"}),
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
        ("# Referat\nTil stede: Tuva Hovland, Jens Aakre, Neste gang\n\nSak 1 Vegen\nVegen blir god.", "name_not_understood"),
    ],
)
def test_doubts(text: str, code: str) -> None:
    assert code in [issue.code for issue in read_with_issues(text)[1]]
