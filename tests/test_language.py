"""The written standard of single items and sections, told by their own words."""

from __future__ import annotations

from extractors.lexicon import lexicon
from pipeline.language import _counts, language_of
from pipeline.model import Record
from tests.extractors.conftest import pages_of
from tests.papers import records

MIXED = """# Referat fra møte i Fjellgard vel 3. mai 2012

Til stede: Tuva Hovland, Jens Aakre

Sak 1 Vei
Styret ble enige om å skrive til kommunen. Ingen hadde noe å si om det. De fra Vestre kommer ikke.

Sak 2 Båthus
Frå gruppa for båthuset: Me har ikkje vore der sidan jonsok. Dei som bur ved naustet, såg nokre takskifer falle.

Sak 3 Brev
Kommunen skriv: «Vi kan ikke gjøre noe med dette nå.» Me ventar ikkje noko frå dei.

Sak 4 Eventuelt
Intet.
"""

REPORT = """# Årsrapport 2011 for biblioteksrådet

**1 Innledning**
Rådet ble satt ned i fjor, og det er ikke blitt noen endringer siden. Vi har hatt to møter.

**2 Utlån**
Utlånet har gått ned. Det er ikkje nokon som veit kvifor, men me trur at dei unge ikkje les.
"""


def told(text: str, name: str) -> list[tuple[str | None, str | None]]:
    """Number and language of every record of a list in a typed paper."""
    (paper,) = records(pages_of(text))
    rows: list[Record] = paper[name]
    return [(row["number"], row["language"]) for row in rows]


def test_every_item_has_the_standard_of_its_own_words() -> None:
    assert told(MIXED, "agenda")[:2] == [("1", "nb"), ("2", "nn")]


def test_an_item_half_quoted_or_short_has_none() -> None:
    assert told(MIXED, "agenda")[2:] == [("3", None), ("4", None)]


def test_initials_are_no_words() -> None:
    text = MIXED.replace("Intet.", "EG ringer rådmannen. EG og HO rydder.")
    assert told(text, "agenda")[3] == ("4", None)


def test_sections_of_a_report_have_theirs() -> None:
    assert told(REPORT, "sections") == [("1", "nb"), ("2", "nn")]


def test_a_document_has_the_words_of_its_blocks() -> None:
    known = lexicon()
    texts = [
        "Ingen hadde noe å si, ikke én ble hørt.",
        "FRÅ NO AV SEIER EG DET IKKJE.",
        "Dei-som (ikkje) kom; me/vi",
        "KIKKET 2IKKE",
    ]
    told = [_counts(text, known) for text in texts]
    assert told == [(3, 0), (0, 1), (0, 1), (0, 0)]
    assert language_of(" ".join(texts), known, told) == language_of(" ".join(texts), known) == "nb"
