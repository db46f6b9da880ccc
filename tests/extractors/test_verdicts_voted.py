"""Counts of votes told in sentences of their own, and matters withdrawn, put on record or concluded in points."""

from __future__ import annotations

import pytest

from tests.extractors.test_verdicts import Said, decides

ITEMS: dict[str, tuple[str, list[Said]]] = {
    "a count, and what came of it": (
        """Sak 2/14 Nøkkelbom
        Først ble det stemt over nøkkelbom: 4 for, 9 imot.""",
        [("Først ble det stemt over nøkkelbom: 4 for, 9 imot.", "rejected", (False, 4, 9))],
    ),
    "each proposal's votes, and what follows": (
        """Sak 2/14 Kontingent
        Framlegg A: 150 kr. Framlegg B: 200 kr. Framlegg A fekk 2 røyster, framlegg B fekk 3.\
 Kontingenten vert dermed 200 kr.""",
        [("Kontingenten vert dermed 200 kr.", "adopted", (False, 3, 2))],
    ),
    "a proposal that fell in its own paragraph": (
        """Sak 2/14 Utleie
        Forslag fra styret: «Utleie krever samtykke.» To tredels flertall er nødvendig. 12 stemte for og 11 imot.\
 Forslaget falt.""",
        [("12 stemte for og 11 imot. Forslaget falt.", "rejected", (False, 12, 11))],
    ),
    "elected, before the colon": (
        """Sak 2/14 Komiteer
        Som 17. mai-komité ble valgt: Siv Ekle, Mona Lysø og Peder Bråten.""",
        [("Som 17. mai-komité ble valgt: Siv Ekle, Mona Lysø og Peder Bråten.", "elected", None)],
    ),
    "withdrawn by who brought it": (
        """Sak 2/14 Takterrasse
        Rektor trakk saken.""",
        [("Rektor trakk saken.", "withdrawn", None)],
    ),
    "what a minority had put on record": (
        """Sak 2/14 Budsjett
        Vedtak: Styret vedtar budsjettet med 3 mot 2 stemmer.\
 Protokolltilførsel fra Siv Ekle og Mona Lysø: «Dette går ut over de minste.»""",
        [("Styret vedtar budsjettet med 3 mot 2 stemmer.", "adopted", (False, 3, 2))],
    ),
    "under the number of its case": (
        """Sak 2/14 Skuleruta
        Votering: Framlegget ble enstemmig vedtatt.

        TUR-2/14 VEDTAK: Turen går 17. august.""",
        [("Turen går 17. august.", "adopted", (True, None, None))],
    ),
    "concluded in points": (
        """Sak 2/14 Prioritering
        Rådet konkluderte:

        a) Lista ligger til grunn for tildelingen.

        b) «Havblikk» flyttes til tredjeplass.""",
        [("a) Lista ligger til grunn for tildelingen. b) «Havblikk» flyttes til tredjeplass.", "adopted", None)],
    ),
}


@pytest.mark.parametrize("name", list(ITEMS))
def test_what_an_item_decides(name: str) -> None:
    decides(*ITEMS[name])
