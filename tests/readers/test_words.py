"""The words of the text layer are those that pdfplumber finds, letter by letter; where not, it is known why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import pdf
from pipeline.readers.clean import clean
from tests.conftest import CORPUS, ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
RAISED = "a figure set higher than the text it hangs on"
LOWERED = "a figure set lower (CO2)"
PICTURES = "a font of pictures (emoji), on whose pages pdfplumber finds fewer words"
BULLETS = "a bullet that pdfplumber gives as the number of its glyph"
SPACED, SMALL_CAPITALS, LEADERS = "letters set apart", "a first letter larger than the rest", "dots up to a page number"
DIFFERENT = {
    ("MB HO 2012-06-05", 1): SMALL_CAPITALS,
    ("Havneforum 031105 ref", 1): BULLETS,
    ("Arsrapport SKS 2009", 2): LEADERS,
    ("FS protokoll 2-19", 1): SPACED,
    ("Klatreklubben_styremote_22jan", 1): PICTURES,
    ("Klatreklubben_styremote_22jan", 2): PICTURES,
    ("Instituttraad 02-2010", 1): SMALL_CAPITALS,
    ("Protokoll styremote 3-2016 Rognes molle", 1): SMALL_CAPITALS,
    ("Protokoll styremote 3-2016 Rognes molle", 2): SMALL_CAPITALS,
    ("Formannskap 28 aug 2007", 1): SPACED,
    ("FSK 130503 prot", 1): SPACED,
    ("IKA Nordfylket representantskap 2006", 1): SPACED,
    ("SP-protokoll 03-2016_signert", 1): SMALL_CAPITALS,
    ("SP-protokoll 03-2016_signert", 2): SMALL_CAPITALS,
    ("Sentrumsgruppa mars 2019", 1): SPACED,
    ("MARINFOR styringskomite 03-06-21", 1): RAISED,
    ("Styremote 4-09 Eidsnes fhs", 1): SPACED,
    ("Styremote 4-09 Eidsnes fhs", 2): SPACED,
    ("UFR protokoll 14092023", 2): SPACED,
    ("UFR protokoll 14092023", 3): SPACED,
    ("UFR protokoll 14092023", 4): SPACED,
    ("kontrollutval 10.05.10", 1): SPACED,
    ("Referat TRG luft 11-03-2008", 1): LOWERED,
    ("Referat TRG luft 11-03-2008", 2): LOWERED,
    ("SU og SMU Brattlia 12-05-2011 motebok", 1): SMALL_CAPITALS,
    ("LMU-referat 3-22", 1): LOWERED,
    ("SU Tussebotn barnehage feb26", 1): PICTURES,
    ("SU Tussebotn barnehage feb26", 2): PICTURES,
    ("Motebok_HSM_2011-06-07_08", 1): SMALL_CAPITALS,
    ("AMU-2008-03-11 motebok", 1): LOWERED,
    ("Stiftinga_Moeteprotokoll_2011_2_signert", 1): SPACED,
    ("Stiftinga_Moeteprotokoll_2011_2_signert", 2): SPACED,
    ("Stiftinga_Moeteprotokoll_2011_2_signert", 3): SPACED,
    ("FTU protokoll 091107 godkjent", 1): SPACED,
    ("mb_sokneraad_2009_03_18", 1): SPACED,
    ("NKB-K318_N207_komitemote14", 1): BULLETS,
}
"""Pages on which the engines divide words differently, and why; nothing is lost on them."""


def ours(path: Path) -> list[Counter[str]]:
    """The words of each page by the reader."""
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    source = identify(path)
    return [Counter(word.text for word in pdf.words(source, number, Options())) for number in range(1, count + 1)]


def theirs(path: Path) -> list[Counter[str]]:
    """The words of each page by pdfplumber."""
    found = []
    with pdfplumber.open(path) as opened:
        for page in opened.pages:
            text = " ".join(str(word["text"]) for word in page.extract_words(x_tolerance=2))
            found.append(Counter(clean(text).split()))
            page.close()
    return found


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, int], tuple[Counter[str], Counter[str]]]:
    files = [*sorted(CORPUS.glob("*.pdf")), *sorted(SEEDS.glob("*.pdf"))]
    return {
        (path.stem, number): pair
        for path in files
        for number, pair in enumerate(zip(ours(path), theirs(path), strict=True), 1)
    }


def test_words_equal_those_of_pdfplumber(pages: dict[tuple[str, int], tuple[Counter[str], Counter[str]]]) -> None:
    total = sum(other.total() for _, other in pages.values())
    same = sum((own & other).total() for own, other in pages.values())
    assert total > 10_000
    assert same / total >= 0.999


def test_each_difference_has_its_reason(pages: dict[tuple[str, int], tuple[Counter[str], Counter[str]]]) -> None:
    assert {place for place, (own, other) in pages.items() if own != other} == set(DIFFERENT)


def test_words_divided_differently_are_the_same_letters(
    pages: dict[tuple[str, int], tuple[Counter[str], Counter[str]]],
) -> None:
    for place, reason in DIFFERENT.items():
        own, other = pages[place]
        if reason == BULLETS:
            assert [*(own - other)] == ["\u2022"] and [*(other - own)] == ["(cid:127)"]
            assert own.total() == other.total()
            continue
        letters = [Counter("".join(words.elements()).casefold()) for words in (own, other)]
        assert letters[0] == letters[1] or (reason == PICTURES and letters[0] > letters[1])
