"""Days on which a paper was written, sent, approved or filed stand beside the meeting's, and are not taken for it."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

BELOW = """
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 7/14 Stien rundt vannet
Stien ble befart i høst. Jens sjekker bruene.
"""

HEADS = {
    "sent, behind the hour": (
        "# Odde turlag\nStyremøte onsdag 12. mars 2014\n"
        "Møtet startet 18.00 i Folkets hus. Referatet er sendt ut 17. mars."
    ),
    "a label for the day of writing": (
        "# Turrådet\nReferat frå møte 12.03.2014\nTid: kl. 11.00–14.00\nDato for referat: 19.03.2014"
    ),
    "written, sent and held beside each other": (
        "# Turrådet for Nordfjella    Referat nr. 2/14\nMøtet: 12.03.14 kl. 13.00–14.45\nSkrive: 13.03.14\n"
        "Kvar: Fjellstova, Lia\nSendt ut: 18.03.14"
    ),
    "finished by somebody": (
        "# Storfjella sjukehus – klinikk for stiar\n\nKvalitetsutvalet, 12. mars 2014\nKl. 08.00–09.00, rom 3\n"
        "Referat ferdigstilt 19.03.2014 av Siv Ekle. Merknader innan 27.03.2014."
    ),
    "approved in parentheses": (
        "# Odde turlag – referat fra styremøte\n12. mars 2014 (godkjent av styret 23. april 2014 på årsmøtet)"
    ),
    "the letter's own day above the title": (
        "Kulturkontoret, Lia\nArkivref.: 14/871 – K33\nDato: 18.03.14\n\n# Turnemnda – møtereferat\n"
        "Møtedag: onsdag 12. mars 2014\nMøtetid: kl. 17.00 til 19.00"
    ),
    "exported, and then the meeting": (
        "# Møte 9 i arbeidsgruppe for stier\nDokumentet er eksportert fra prosjektrommet 20. mars 2014 · Versjon 3 · "
        "Ansvarlig: Siv Ekle\nOnsdag 12. mars 2014, 09:30–14:00. Kartrommet"
    ),
    "a body whose name begins like filing": (
        "# REFERAT\n\nFrå møte i Arkivnemnda for Ytre Lia, på Lia kommunehus onsdag 12. mars 2014, "
        "frå kl. 10.15 til kl. 13.05."
    ),
}


@pytest.mark.parametrize("name", list(HEADS))
def test_the_day_of_the_meeting_stands(name: str) -> None:
    assert read(HEADS[name] + "\n" + BELOW)["meeting"]["date"] == "2014-03-12"
