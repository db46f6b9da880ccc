"""Votes, elections and verdicts of two sentences, as secretaries tell them: invented items with all they decide."""

from __future__ import annotations

import pytest

from extractors._outcome import labelled, told
from pipeline.judge import same_text
from tests.extractors.conftest import read

HEAD = """# Protokoll fra møte i styret for Lia velforening
Dato: 12. mars 2014 kl. 18.00
Til stede: Tuva Hovland (leder), Jens Aakre, Mona Lysø, Peder Bråten, Siv Ekle

Sak 1/14 Orientering
Lederen fortalte om vinteren. Det har vært lite snø.

"""
TAIL = "\n\nSak 3/14 Annet\nKaffen var god."
Said = tuple[str, str, tuple[bool | None, int | None, int | None] | None]

ITEMS: dict[str, tuple[str, list[Said]]] = {
    "a vote before the resolution": (
        """Sak 2/14 Gjerdet mot veien
        Jens Aakre var redd for utgiftene. Med tre stemmer mot to (Aakre og Ekle) gikk styret inn for at gjerdet\
        rives i mai.""",
        [
            (
                "Med tre stemmer mot to (Aakre og Ekle) gikk styret inn for at gjerdet rives i mai.",
                "adopted",
                (False, 3, 2),
            )
        ],
    ),
    "who stood against, by name": (
        """Sak 2/14 Leige av lokale
        Leiga har stått stille i ti år. Styret vedtok å auka leiga til 900 kroner. Mona Lysø og Peder Bråten røysta\
        imot.""",
        [("Styret vedtok å auka leiga til 900 kroner.", "adopted", (False, None, 2))],
    ),
    "a vote behind the label": (
        """Sak 2/14 Søknad om båtplass
        Det er kommet to søknader.

        VEDTAK (4 stemmer, ingen mot):
        1. Søkeren får båtplass nr. 7.
        2. Leien betales forskuddsvis.""",
        [("1. Søkeren får båtplass nr. 7. 2. Leien betales forskuddsvis.", "adopted", (None, 4, 0))],
    ),
    "the losing proposal is none": (
        """Sak 2/14 Farge på grendehuset
        Ekle foreslo gult. Lederens forslag om rødt fikk 4 stemmer, Ekles forslag 1.

        Styret har etter dette vedtatt:

        Grendehuset males rødt innen 1. juli.""",
        [("Grendehuset males rødt innen 1. juli.", "adopted", (False, 4, 1))],
    ),
    "what all voted for, in points": (
        """Sak 2/14 Vedlikeholdsplan
        Planen ble gjennomgått punkt for punkt.

        Slik ble den stående, og alle stemte for:

        1. Taket på boden legges om i 2015.
        2. Brygga får nye rekkverk.""",
        [("1. Taket på boden legges om i 2015. 2. Brygga får nye rekkverk.", "adopted", (True, None, None))],
    ),
    "all were with her": (
        """Sak 2/14 Dugnad
        Mona Lysø foreslo å flytte dugnaden til 3. mai. Det fikk hun med seg alle på.""",
        [("Mona Lysø foreslo å flytte dugnaden til 3. mai. Det fikk hun med seg alle på.", "agreed", None)],
    ),
    "nobody minded": (
        """Sak 2/14 Kiosken
        Jens ville ha kortterminal i kiosken. Ingen hadde noko imot det.""",
        [("Jens ville ha kortterminal i kiosken. Ingen hadde noko imot det.", "agreed", None)],
    ),
    "they may": (
        """Sak 2/14 Utlån av telt
        Skulekorpset har spurt om å låna det store teltet 17. mai. Det får dei.""",
        [("Skulekorpset har spurt om å låna det store teltet 17. mai. Det får dei.", "agreed", None)],
    ),
    "an election in lines": (
        """Sak 2/14 Valg
        Valgkomiteen la fram sin innstilling, og alle ble valgt ved akklamasjon:

        Leder for to år: Tuva Hovland (gjenvalg)

        Styremedlem for to år: Peder Bråten (ny)

        Vara for ett år: Siv Ekle

        Revisor: Odd Granum""",
        [
            (
                "Leder for to år: Tuva Hovland (gjenvalg) Styremedlem for to år: Peder Bråten (ny) "
                "Vara for ett år: Siv Ekle Revisor: Odd Granum",
                "elected",
                None,
            )
        ],
    ),
    "elected without a ballot": (
        """Sak 2/14 Val av utsendingar til landsmøtet
        Det kom ikkje andre namn. Vald utan røysting:
        - Tuva Hovland, vara Jens Aakre
        - Mona Lysø, vara Siv Ekle""",
        [("Vald utan røysting: Tuva Hovland, vara Jens Aakre Mona Lysø, vara Siv Ekle", "elected", None)],
    ),
    "shared out in lines": (
        """Sak 2/14 Fordeling av midlar
        Det kom inn fire søknader. Pengane vart fordelte slik:

        Skulekorpset kr 8 000
        Turgruppa, nye skilt kr 4 000
        Ungdomsklubben kr 3 000""",
        [
            (
                "Skulekorpset kr 8 000 Turgruppa, nye skilt kr 4 000 Ungdomsklubben kr 3 000",
                "adopted",
                None,
            )
        ],
    ),
    "unanimous above the resolution": (
        """Sak 2/14 Årsmelding
        Meldinga vart lesen opp.

        Samrøystes som leiaren hadde tilrådd:

        Årsmeldinga vert lagd fram for årsmøtet.""",
        [("Årsmeldinga vert lagd fram for årsmøtet.", "adopted", (True, None, None))],
    ),
    "partial": (
        """Sak 2/14 Grensetvist
        Bråten eier naboteigen. Han ble enstemmig kjent inhabil og forlot rommet. Saken ble utsatt til neste møte.""",
        [
            ("Han ble enstemmig kjent inhabil og forlot rommet.", "adopted", (True, None, None)),
            ("Saken ble utsatt til neste møte.", "postponed", None),
        ],
    ),
    "by parties": (
        """Sak 2/14 Høring om skolekretser
        Styret går imot at skolekretsen deles. Vedtatt med 7 mot 4 stemmer (2 H, 2 FrP).""",
        [("Styret går imot at skolekretsen deles.", "adopted", (False, 7, 4))],
    ),
    "a proposal that fell": (
        """Sak 2/14 Bom i Lievegen
        Det vart røysta over framlegget. For røysta 6, imot 21. Framlegget fall dermed.""",
        [("Framlegget fall dermed.", "rejected", (False, 6, 21))],
    ),
    "for the minutes": (
        """Sak 2/14 Budsjett
        Budsjettet for 2014 ble vedtatt mot én stemme.

        Til protokollen fra Siv Ekle: Styret burde ha satt av mer til lekeplassen.""",
        [("Budsjettet for 2014 ble vedtatt mot én stemme.", "adopted", (False, None, 1))],
    ),
    "who they were that lost": (
        """Sak 2/14 Tomta på Moen
        Tomta vart seld til Jens Aakre med 4 mot 1 røyst. Den som røysta imot, var Peder Bråten.""",
        [("Tomta vart seld til Jens Aakre med 4 mot 1 røyst.", "adopted", (False, 4, 1))],
    ),
    "nobody against": (
        """Sak 2/14 Lån
        Velforeningen tar opp et lån på 50 000 kroner til ny brygge. Dette ble vedtatt uten motstemmer.""",
        [("Velforeningen tar opp et lån på 50 000 kroner til ny brygge.", "adopted", (True, None, None))],
    ),
    "what had been laid before them": (
        """Sak 2/14 Rapport om veilys
        Innstilling som lagt fram: Rapporten tas til orientering.

        Siv Ekle ville ha mer. Etter ordskiftet ble styret enige om dette:

        Rapporten sendes kommunen med krav om nye lamper.""",
        [("Rapporten sendes kommunen med krav om nye lamper.", "agreed", None)],
    ),
    "the proposal that won, said again": (
        """Sak 2/14 Skilt ved leikeplassen
        Siv Ekle sette fram dette framlegget: «Laget set opp to skilt ved leikeplassen før skulestart i haust.»

        Avrøysting: Framlegget frå Ekle 4 røyster, leiaren sitt 1 røyst.

        Laget set opp to skilt ved leikeplassen før skulestart i haust.""",
        [("Laget set opp to skilt ved leikeplassen før skulestart i haust.", "adopted", (False, 4, 1))],
    ),
    "a quoted proposal in its own paragraph": (
        """Sak 2/14 Hundehold
        Mona Lysø kom med et felles forslag:

        «Styret vedtar at hunder skal føres i bånd hele året.»

        Forslaget fikk 1 stemme og falt.""",
        [("Forslaget fikk 1 stemme og falt.", "rejected", (False, 1, None))],
    ),
    "what happened first": (
        """Sak 2/14 Porten
        Da alle hadde sagt sitt, falt styret ned på en port med kodelås.""",
        [("Da alle hadde sagt sitt, falt styret ned på en port med kodelås.", "agreed", None)],
    ),
    "carried, in a sentence of its own": (
        """Sak 2/14 Tilskot
        Styret løyvde 5 000 kroner til skulekorpset. Innstillinga vart altså teken til følgje utan røyster mot.""",
        [("Styret løyvde 5 000 kroner til skulekorpset.", "adopted", (True, None, None))],
    ),
    "run in": (
        """Sak 2/14 Brøyting
        Tre firma har gitt pris. Aakre ville vente. Slik ble det: Lia Maskin brøyter veien for 38 000 kroner. Fire\
        stemte for, Aakre imot.""",
        [("Lia Maskin brøyter veien for 38 000 kroner.", "adopted", (False, 4, 1))],
    ),
}


@pytest.mark.parametrize("name", list(ITEMS))
def test_what_an_item_decides(name: str) -> None:
    decides(*ITEMS[name])


def decides(body: str, expected: list[Said]) -> None:
    """Check what an item with this text decides: texts, outcomes, and votes as (unanimous, for, against)."""
    typed = "\n".join(" ".join(line.split()) for line in body.splitlines())
    found = [one for one in read(HEAD + typed + TAIL)["decisions"] if one["item"] == "2/14"]
    told = [(one["text"], one["outcome"], one["vote"]) for one in found]
    assert len(found) == len(expected), told
    for (text, outcome, vote), one in zip(expected, found, strict=True):
        assert same_text({"text": text}, one) >= 0.6, told
        assert one["outcome"] == outcome, told
        votes = one["vote"] and (one["vote"]["unanimous"], one["vote"]["for"], one["vote"]["against"])
        assert votes == vote, told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Styret velger grå takstein.", "adopted"),
        ("Til ordstyrer valgtes Mona Lysø.", "elected"),
        ("Møteleiar: Peder Bråten", "elected"),
        ("Siv Ekle fortsetter som revisor.", "elected"),
        ("Det var ingenting å utsette på innkallingen.", "approved"),
        ("Ingen merknader til referatet.", "approved"),
        ("Søknaden tas ikke til følge.", "rejected"),
        ("Han ble enstemmig kjent inhabil og fratrådte.", "adopted"),
        ("Styret seier altså nei til bommen.", "rejected"),
        ("Saklista vart ståande med 4 mot 1 røyster.", "approved"),
        ("Etter en runde falt gruppen ned på grønt.", "agreed"),
        ("Lia velforening ville ha bom: 4 for, 7 mot. Falt.", "rejected"),
        ("Turen til Røros ble skrinlagt.", "rejected"),
        ("Nei takk, vi har telt nok.", "rejected"),
        ("Forslaget fekk ikkje naudsynt fleirtal.", "rejected"),
        ("Vi valgte alternativ 3. Oslo kommune får beskjed.", "adopted"),
        ("Byggherren valgte de billigste dørene.", "adopted"),
        ("Siv Ekle er ny kasserer.", "elected"),
        ("Begge ble valgt ved akklamasjon.", "elected"),
        ("Vara til rådet Peder Bråten og Mona Lysø", "elected"),
        ("Hun ble valgt uten motkandidat.", "elected"),
        ("Prisen på 400 kroner godtas.", "approved"),
        ("Referatet fra mai er greit.", "approved"),
        ("Dagsorden ok, men kaia tas først.", "approved"),
        ("Alle var innforstått med at døra er låst om kvelden.", "agreed"),
        ("Benken flyttes. OK for alle.", "agreed"),
        ("Styret stilte seg bak søknaden.", "agreed"),
        ("Det var semje om å godkjenne referatet.", "approved"),
        ("Saken går videre til fylkesutvalget.", "referred"),
        ("Skard velger ut bildene.", "adopted"),
    ],
)
def test_what_came_of_it(text: str, outcome: str) -> None:
    assert told(text) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Planen vedtas og oversendes kommunen.", "adopted"),
        ("Saken oversendes kommunen.", "referred"),
        ("Saka vert send attende til nemnda.", "referred"),
        ("Rapporten tas til orientering.", "noted"),
        ("Komiteen godkjenner ikke prosjektet slik det ligger.", "rejected"),
        ("Koret får 9 000 kroner. Søknaden fra korpset avslås.", "adopted"),
        ("Leia vert sett til 90 kroner. Avtala vert lagd fram til endeleg godkjenning.", "adopted"),
        (
            "Rapporten tas til orientering, og daglig leder får fullmakt til å bruke inntil 40 000 kroner av fondet på "
            "nye lamper langs veien før vinteren.",
            "adopted",
        ),
    ],
)
def test_what_a_resolution_under_its_label_says(text: str, outcome: str) -> None:
    assert labelled("Vedtak", text, 0) == outcome
