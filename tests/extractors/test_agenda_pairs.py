"""Numbers of rarer kinds, lists and headings numbered otherwise than each other, programmes, headings over people."""

from __future__ import annotations

import pytest

from tests.extractors.test_agenda import agenda

CASES: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "numbers that go on from the meeting before": (
        "41. Referat\nGodkjent.\n\n42. Vegen\nVegen blir god.\n\n43. Kaia\nKaia står.\n\n44. Ymse\nIngenting.",
        [("41", "Referat"), ("42", "Vegen"), ("43", "Kaia"), ("44", "Ymse")],
    ),
    "Roman numbers": (
        "**I. Referat**\nGodkjent.\n\n**II. Vegen**\nVegen blir god.\n\n**III. Kaia**\nStår.\n\n**IV. Båten**\nLekk.",
        [("I", "Referat"), ("II", "Vegen"), ("III", "Kaia"), ("IV", "Båten")],
    ),
    "a verdict set apart is no heading": (
        "Turen\n\nTuren går til Vika i mai.\n\nVegen\n\nVegen ble drøftet lenge.\n\nPlanen vedtatt\n\n"
        "Det betales når gruset er på plass.\n\nKaia\n\nKaia står, men ikke lenge.",
        [(None, "Turen"), (None, "Vegen"), (None, "Kaia")],
    ),
    "letters on to the ninth": (
        "\n\n".join(f"{letter}. Vegen {n}. bit\nVegen blir god." for n, letter in enumerate("ABCDEFGHI", 1)),
        [(letter, f"Vegen {n}. bit") for n, letter in enumerate("ABCDEFGHI", 1)],
    ),
    "a range of days opens a line": (
        "1. Turen\nTuren går til Vika\n\n6.-8. juni.\n\n2. Vegen\nVegen blir god.\n\n3. Kaia\nKaia står.",
        [("1", "Turen"), ("2", "Vegen"), ("3", "Kaia")],
    ),
    "a list below the head of its columns": (
        "Saksliste\nSak nr. Sakens art\n7/14 Referat\n8/14 Vegen til nausta\n\n"
        "SAK 7/14 REFERAT Arkiv: 033\nGodkjent.\n\nSAK 8/14 VEGEN TIL NAUSTA Arkiv: Q12\nVegen blir god.",
        [("7/14", "Referat"), ("8/14", "Vegen til nausta")],
    ),
    "headings numbered otherwise than the list": (
        "Saker:\n1. Referat frå mars\n2. Vegen\n\n**Sak 01/14: Referat frå mars**\nGodkjent.\n\n"
        "**Sak 02/14: Vegen**\nVegen blir god.",
        [("1", "Referat frå mars"), ("2", "Vegen")],
    ),
    "bullets and numbered headings": (
        "Saker:\n- Referat\n- Vegen\n\n**1. Referat**\nGodkjent.\n\n**2. Vegen**\nVegen blir god.",
        [("1", "Referat"), ("2", "Vegen")],
    ),
    "ad": (
        "Saker:\n1. Referat\n2. Vegen\n\nAd 1. Referat\nGodkjent.\n\nAd 2. Vegen\nVegen blir god.",
        [("1", "Referat"), ("2", "Vegen")],
    ),
    "a school year behind the number": (
        "**Sak 9 14/15 Referat**\nGodkjent.\n\n**Sak 10 14/15 Vegen**\nVegen blir god.",
        [("9 14/15", "Referat"), ("10 14/15", "Vegen")],
    ),
    "a programme": (
        "Program\n09.00 Velkommen\n09.30 Vegen\n10.10 Kva no?\n10.45 Pause\n11.05 Kaia\n\n"
        "**Velkommen**\nTuva helsa.\n\n**Vegen**\nVegen blir god.\n\n**Kva no?**\nVi ventar.\n\n**Kaia**\nKaia står.",
        [(None, "Velkommen"), (None, "Vegen"), (None, "Kva no?"), (None, "Kaia")],
    ),
    "headings with hours": (
        "**09.00 Velkommen**\nTuva helsa.\n\n**09.20 Vegen**\nVegen blir god.\n\n**10.10 Kaia**\nKaia står.",
        [(None, "Velkommen"), (None, "Vegen"), (None, "Kaia")],
    ),
    "a heading over people": (
        "**Frå lærarane**\nKari Nes – 3. trinn\nOla Vik (til kl. 19)\n\n"
        "**Vegen**\nVegen blir god.\n\n**Kaia**\nKaia står.",
        [(None, "Vegen"), (None, "Kaia")],
    ),
    "words and a colon": (
        "Vegen: Tuva har fått to tilbod på grus, og det er bestilt to lass.\n\n"
        "Kaia: Jens målar benken til våren, og det er greitt.\n\n"
        "Basaren: Det var godt oppmøte, og det kom inn nok til ny grill.\n\nYmse: Ingen ting.",
        [(None, "Vegen"), (None, "Kaia"), (None, "Basaren"), (None, "Ymse")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_agenda(case: str) -> None:
    body, expected = CASES[case]
    assert agenda(body) == expected
