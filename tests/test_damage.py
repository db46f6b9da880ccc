"""Text layers that lost æ, ø and å: told, put right with the image and without it, and clean pages left alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.damage import damaged_pdf
from pipeline import run
from pipeline.intake import identify
from pipeline.model import Line, Page, Reading, TextFrom, Word
from pipeline.options import Options
from pipeline.repair import repaired
from pipeline.repair.combine import pairs
from pipeline.repair.guess import guess, guesses
from tests.conftest import MISSING, ROOT

TITLE = "Protokoll frå møte i Fjordheimen støttelag"
TEXT = (
    "Til stede: Håkon Bråten, Øydis Lærum, Pål Sørli",
    "Sak 3 Søknad om støtte til ny båt",
    "Styret gjennomgikk søknaden og så på økonomien. Det ble også spurt om når båten må være på plass, og om",
    "foreningen får dekket utgiftene før påske. Kassereren gjorde rede for at det ikke er råd til større innkjøp i år.",
    "Vedtak: Styret støtter søknaden med inntil 40 000 kroner og ber kassereren følge opp saken i løpet av måneden.",
    "Sak 4 Årsmøte og økonomi",
    "Årsmøtet holdes på skolen. Forslag må være sendt til styret seinest tre uker før møtet, og alle medlemmer får",
    "innkalling. Det ble foreslått å øke kontingenten, men styret ønsker å vente til neste år med å gjøre noe med den.",
    "Vedtak: Kontingenten økes ikke i år. Lederen sørger for at dørene er åpne og at det blir kjøpt inn nok kaffe.",
)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean page of minutes."""
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path_factory.mktemp("damage") / "rein.pdf"
    canvas = Canvas(str(path), invariant=True)
    for number, line in enumerate((TITLE, *TEXT)):
        canvas.setFont("Times-Roman", 10.5)
        canvas.drawString(50, 780 - 22 * number, line)
    canvas.save()
    return path


def damaged(clean: Path, picture: bool) -> Path:
    if not shutil.which("tesseract"):
        pytest.skip(f"{MISSING}: tesseract")
    return damaged_pdf(clean, clean.with_name(f"skadd-{picture}.pdf"), picture)


def words(reading: Reading) -> list[str]:
    return [word.strip(".,:") for page in reading.pages for line in page.lines for word in line.text.split()]


def share(found: list[str], wanted: list[str]) -> float:
    """How many of the words with æ, ø or å were put right."""
    lost = [word for word in wanted if set("æøåÆØÅ") & set(word)]
    return sum(word in found for word in lost) / len(lost)


@pytest.mark.parametrize(("picture", "least"), [(True, 0.97), (False, 0.85)])
def test_lost_letters_come_back(clean: Path, picture: bool, least: float) -> None:
    wanted = words(run.read(identify(clean), Options()))
    reading = run.read(identify(damaged(clean, picture)), Options())
    assert reading.text_from is TextFrom.REPAIRED
    assert [issue.code for issue in reading.issues] == ["layer_repaired"]
    assert share(words(reading), wanted) >= least
    plain = [word for word in wanted if word.isascii()]
    assert sum(word in words(reading) for word in plain) / len(plain) >= 0.98, "words that had lost nothing"


def test_what_was_read_stands_beside_the_repair(clean: Path) -> None:
    reading = run.read(identify(damaged(clean, picture=True)), Options())
    (line,) = [line for page in reading.pages for line in page.lines if line.text.startswith("Sak 3")]
    assert line.repairs
    assert not set("æøå") & set(line.raw)
    for repair in line.repairs:
        assert line.text[repair.start : repair.end] != repair.raw
        assert repair.raw in line.raw
        assert 0.8 <= repair.confidence <= 1


def test_records_of_a_damaged_page_quote_what_the_layer_has(clean: Path) -> None:
    (document,) = run.process(identify(damaged(clean, picture=True))).record["documents"]
    assert {entry["name"] for entry in document["attendance"]} == {"Håkon Bråten", "Øydis Lærum", "Pål Sørli"}
    sources = [entry["source"] for entry in document["decisions"]]
    assert {source["text_from"] for source in sources} == {"repaired_text_layer"}
    assert not any(set("æøå") & set(source["quote"]) for source in sources)


@pytest.mark.parametrize(
    ("language", "read", "meant"),
    [
        ("nb", "mgte", "møte"),
        ("nb", "(spgrsmal)", "(spørsmål)"),
        ("nb", "ARSMOTE", "ÅRSMØTE"),
        ("nb", "Okonomi,", "Økonomi,"),
        ("nb", "vere", "være"),
        ("nb", "pa", "på"),
        ("nb", "a", "å"),
        ("nb", "styremate", "styremøte"),
        ("nb", "styremgte/arsmgte", "styremøte/årsmøte"),
        ("nn", "fra", "frå"),
        ("nn", "hgyringa", "høyringa"),
        ("nn", "spgrsmala", "spørsmåla"),
        ("nn", "rdadet", "rådet"),
    ],
)
def test_what_a_word_was(language: str, read: str, meant: str) -> None:
    found = guess(read, language)
    assert found is not None
    assert found.text == meant


@pytest.mark.parametrize(
    "token",
    [
        "styret",
        "for",
        "sa",
        "ber",
        "Brakestad",
        "vedtak",
        "og",
        "www.mate.no",
        "per@gard.no",
        "2014",
        "møte",
        "a)",
    ],
)
def test_words_that_stay(token: str) -> None:
    assert guess(token, "nb") is None


@pytest.mark.parametrize(
    ("language", "read", "meant"),
    [
        ("nb", "Vi tar det opp igjen for jul", "Vi tar det opp igjen før jul"),
        ("nb", "Han far beholde lokalet", "Han får beholde lokalet"),
        ("nb", "Firma A & B", "Firma A & B"),
        ("nb", "Vi ba kasserer om & betale for leie", "Vi ba kasserer om å betale for leie"),
        ("nb", "Det ble enighet om 4 sende brevet", "Det ble enighet om å sende brevet"),
        ("nb", "Vi har 4 plasser ledige", "Vi har 4 plasser ledige"),
        ("nn", "Ho sa at det far vere slik", "Ho sa at det får vere slik"),
        ("nn", "Neste mate er i mai", "Neste møte er i mai"),
        ("nb", "Mette Nygard & sønn", "Mette Nygard & sønn"),
        ("nb", "a) Ordforer", "a) Ordfører"),
    ],
)
def test_the_words_beside_it_tell_which_one_it_was(language: str, read: str, meant: str) -> None:
    tokens = read.split()
    found = guesses(tokens, language)
    assert " ".join(one.text if one else token for one, token in zip(found, tokens, strict=True)) == meant


def word(text: str, left: float = 10.0) -> Word:
    return Word(text, (left, 10.0, left + 40.0, 20.0))


@pytest.mark.parametrize(
    ("layer", "image", "chosen"),
    [
        ("mgte", "møte", "møte"),
        ("Kvalg,", "Kvalø,", "Kvalø,"),
        ("rapportering", "råpportering", "rapportering"),
        ("problemer", "problémer", "problemer"),
        ("11c", "116c", "11c"),
        ("for", "før", "før"),
        ("grad", "gråd", "grad"),
    ],
)
def test_each_reading_gives_what_the_other_lost(layer: str, image: str, chosen: str) -> None:
    (pair,) = pairs([word(layer)], [word(image)], "nb")
    assert (pair.guess.text if pair.guess else layer) == chosen


def test_only_damaged_pages_are_touched() -> None:
    line = Line(1, 1, "Vi sa nei til a mate far", "Vi sa nei til a mate far")
    page = Page(1, 595, 842, (line,))
    whole = Reading((page,))
    assert repaired(whole).pages[0].lines == (line,)


LOADED = """
import sys
from pipeline import run
from pipeline.intake import identify
run.process(identify(sys.argv[1]))
print([name for name in ("wordfreq", "simplemma") if name in sys.modules])
"""


def test_a_clean_document_does_not_load_the_word_lists(clean: Path) -> None:
    command = [sys.executable, "-c", LOADED, str(clean)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"
