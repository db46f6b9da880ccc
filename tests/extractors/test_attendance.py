"""Who was there and who was away: lists, tables, prose and signatures, and the names that are not attendance."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import only, read

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
    "lists beside each other": (
        """
        # Protokoll
        | Møtt | Forfall |
        | Tuva Hovland | Geir Skaar |
        | Jens Aakre | |

        Sak 1 Status
        Ingen nye saker.
        """,
        [*here("Tuva Hovland", "Jens Aakre"), *away("Geir Skaar")],
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
    "members and deputies under one label": (
        """
        # Møtebok
        Medlemer og varamedlemer som møtte: Tuva Hovland, Jens Aakre

        Sak 1/05 Anlegg
        Saka vart drøfta.
        """,
        here("Tuva Hovland", "Jens Aakre"),
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


def test_short_names_alone_below_the_title() -> None:
    typed = "# Ordlistemøte 12. mars 2014\nKN, Arv, Trond\n\n**Status**\nLista er ferdig.\n\n**Framover**\nMer arbeid."
    assert attendance(typed) == here("KN", "Arv", "Trond")
    assert attendance(typed.replace("KN, Arv, Trond", "Hamar, Arv, Sjø")) == []
