"""Minutes in thousands for the bench: born-digital, each different, all people and places invented.

A number says everything about a file, so that the same numbers give the same bytes on any machine: its layout (one of
four), its 2 to 6 pages, its words, and which of its pages hold a ruled table (15 in a hundred over all files).

    python -m tests.bench.papers FOLDER COUNT [PAGES]
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

LINES, WIDE = 46, 88
"""Lines of a full page, and characters of a line."""
PITCH, TOP, LEFT = 15.5, 780.0, 60.0
RULED = 3, 10, 16
"""Of twenty pages those with a ruled table."""
BODIES = 60
"""Committees whose minutes these are; each comes back every so many files, with the same members."""

GIVEN = (
    "Alvhild Birk Dagny Eskil Frøya Gaute Hedda Idunn Jostein Kjellaug Leidulv Målfrid Njål Oddrun Peder Ragna "
    "Sondre Torunn Ulrik Vårin Ylva Øyvor Åsmund Embrik"
).split()
FAMILY = (
    "Askeland Bratteng Dyrhovden Elgsås Fjørtun Gråvoll Hovdebø Isdahlen Jarstein Kvernvold Lyngmark Myrbråten "
    "Nordheimsdal Oppegjerd Pilskog Rabbelien Skarvøy Tindlund Urdvik Vestertun Ysterås Ødemark Årflot"
).split()
PLACES = "Lauvdal Storvika Hesteidet Granåsen Nordfossen Kvithamar Solbygda Myrland Fagervatn Brattøya".split()
GROUPS = (
    "Brukerrådet i {}/Arbeidsutvalget for {} bydel/Styret i {} vel/Samarbeidsutvalget ved {} skole/"
    "Fagrådet for vann i {}/{} eldreråd/Styringsgruppa for nye {} bad/Referansegruppa for kart, {}"
).split("/")
ABOUT = (
    "vedlikehold av/leie av/skilting av/plan for/drift av/belysning ved/tilsyn med/innkjøp til/opprusting av/"
    "bemanning ved/utlån av/kontroll av/tilgang til/samarbeid om/åpningstider for/parkering ved"
).split("/")
FIRST = (
    "skole bibliotek idretts turist barne kultur natur vann brann elve fjord skogs bygde kirke museums sykkel strand "
    "helse arkiv marked buss ferge torg svømme ski hage stasjons industri nabo ungdoms"
).split()
SECOND = (
    "veien hallen parken senteret bygget plassen stien gården anlegget rommet tunet området huset kaia lageret nettet "
    "broen verkstedet taket salen"
).split()
STARTS = (
    "Det ble vist til/Flere tok opp/Medlemmene drøftet/Sekretæren orienterte om/Utvalget gikk gjennom/"
    "Det var spørsmål om/Kommunen har bedt om innspill til/Det kom fram synspunkter på"
).split("/")
MIDDLES = (
    "kostnadene i år og de neste årene/erfaringene fra forrige vinter/hvordan naboene blir hørt/"
    "behovet for flere frivillige/avtalen med leverandøren/rapporten som ble lagt fram på dagen/"
    "at arbeidet er forsinket/mulighetene for tilskudd fra fylket/en befaring som ble holdt tidligere/"
    "hva som skjer når lista er full"
).split("/")
ENDS = (
    "og saken var kjent fra før/men tallene er ikke endelige/og det er ulike meninger om dette/"
    "uten at noen hadde nye forslag/slik det også er gjort andre steder/etter en lengre samtale/"
    "og et notat fulgte innkallingen/som bakgrunn for det videre arbeidet"
).split("/")
VERDICTS = (
    "Planen for {} godkjennes/Det settes av {} 000 kroner til {}/Forslaget om {} tas til orientering/"
    "{} utsettes til neste møte/Rådet støtter forslaget om {}/Saken om {} sendes på høring"
).split("/")
ERRANDS = (
    "{who} skriver et brev om {what} innen {day}/{who} henter inn tre tilbud på {what} til neste møte/"
    "{who} tar kontakt med kommunen om {what}/{who} lager et utkast til plan for {what} innen {day}/"
    "{who} sjekker avtalen om {what} og gir beskjed innen {day}"
).split("/")
MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a group's minutes look: font, the words before an item's number, and the labels of head and decision."""

    font: str
    item: str
    present: str
    absent: str
    verdict: str
    listed: bool


LAYOUTS = (
    Layout("Helvetica", "Sak {}/{}", "Til stede:", "Forfall:", "Vedtak:", True),
    Layout("Times", "{}/{}", "Møtt:", "Meldt forfall:", "Vedtak:", False),
    Layout("Helvetica", "PS {}/{}", "Deltakere:", "Ikke til stede:", "Konklusjon:", False),
    Layout("Times", "SAK {}-{}", "Til stede:", "Fravær:", "Enstemmig vedtak:", True),
)
BOLD = {"Helvetica": "Helvetica-Bold", "Times": "Times-Bold"}
PLAIN = {"Helvetica": "Helvetica", "Times": "Times-Roman"}


def printed(day: date) -> str:
    """A day as minutes write it."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def subject(lot: random.Random) -> str:
    """What an item may be about: one of some ten thousand."""
    return f"{lot.choice(ABOUT)} {lot.choice(FIRST)}{lot.choice(SECOND)}"


def sentence(lot: random.Random) -> str:
    """One sentence of talk."""
    return f"{lot.choice(STARTS)} {subject(lot)} og {lot.choice(MIDDLES)}, {lot.choice(ENDS)}."


def lines_of(number: int) -> Iterator[tuple[str, bool]]:
    """The lines of a file without end, each with whether it is bold."""
    lot, group = random.Random(number), random.Random(f"group {number % BODIES}")
    layout = LAYOUTS[number % BODIES % len(LAYOUTS)]
    body = GROUPS[number % BODIES % len(GROUPS)].format(PLACES[number % BODIES // len(GROUPS) % len(PLACES)])
    members = sorted({f"{group.choice(GIVEN)} {group.choice(FAMILY)}" for _ in range(9)})
    day = date(1998, 1, 12) + timedelta(days=35 * (number // BODIES) % 9800 + number % BODIES)
    away = lot.sample(members, 2)
    here = [name for name in members if name not in away]
    yield f"Referat fra møte i {body}", True
    yield f"Dato: {printed(day)} kl. {lot.randint(9, 18)}.00", False
    yield f"Sted: {lot.choice(PLACES)} grendehus, rom {lot.randint(1, 40)}", False
    if layout.listed:
        yield layout.present, False
        yield from ((f"  {name}{' (leder)' if at == 0 else ''}", False) for at, name in enumerate(here))
    else:
        yield from wrapped(f"{layout.present} {', '.join(here)}")
    yield f"{layout.absent} {', '.join(away)}", False
    for item in range(1, 200):
        matter = subject(lot)
        yield "", False
        yield f"{layout.item.format(item, f'{day.year % 100:02}')} {matter[0].upper()}{matter[1:]}", True
        yield from wrapped(" ".join(sentence(lot) for _ in range(lot.randint(2, 5))))
        said = lot.choice(VERDICTS)
        said = said.format(lot.randint(5, 95), matter) if "000" in said else said.format(matter)
        yield from wrapped(f"{layout.verdict} {said[0].upper()}{said[1:]}.")
        if lot.random() < 0.6:
            due = printed(day + timedelta(days=lot.randint(7, 60)))
            yield from wrapped(lot.choice(ERRANDS).format(who=lot.choice(here), what=matter, day=due) + ".")


def wrapped(text: str) -> Iterator[tuple[str, bool]]:
    """A paragraph as lines of plain text."""
    yield from ((line, False) for line in textwrap.wrap(text, WIDE))


def table(canvas: Canvas, font: str, lot: random.Random, top: float) -> float:
    """A ruled table of errands with its upper edge there; gives where text may go on."""
    rows: list[Sequence[str]] = [("Nr", "Tiltak", "Ansvarlig", "Frist")]
    for at in range(lot.randint(4, 9)):
        who = f"{lot.choice(GIVEN)} {lot.choice(FAMILY)}"
        rows.append((str(at + 1), f"Følge opp {subject(lot)}", who, f"{lot.randint(1, 28)}. {lot.choice(MONTHS)}"))
    edges = (LEFT, LEFT + 30, LEFT + 260, LEFT + 390, LEFT + 475)
    canvas.grid(list(edges), [top - 20 * at for at in range(len(rows) + 1)])
    for at, row in enumerate(rows):
        canvas.setFont(BOLD[font] if at == 0 else PLAIN[font], 10)
        for x, cell in zip(edges, row, strict=False):
            canvas.drawString(x + 3, top - 14 - 20 * at, cell)
    return top - 20 * len(rows) - 24


def write(path: Path, number: int, pages: int | None = None) -> None:
    """One file; `pages` None: 2 to 6 by its number."""
    pages = pages or 2 + number % 5
    lot, layout = random.Random(f"table {number}"), LAYOUTS[number % BODIES % len(LAYOUTS)]
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1, pageCompression=1)
    running = lines_of(number)
    for page in range(pages):
        y = TOP
        # Counted over all files (4 pages each, on the average), so that 15 pages in a hundred have one.
        if page and (number * 4 + page) % 20 in RULED:
            y = table(canvas, layout.font, lot, y)
        for _ in range(int((y - TOP + LINES * PITCH) / PITCH)):
            text, bold = next(running)
            canvas.setFont((BOLD if bold else PLAIN)[layout.font], 11 if bold else 10)
            canvas.drawString(LEFT, y, text)
            y -= PITCH
        canvas.setFont(PLAIN[layout.font], 8)
        canvas.drawString(LEFT + 210, 30, f"Side {page + 1} av {pages}")
        canvas.showPage()
    canvas.save()


def files(folder: Path, count: int, pages: int | None = None, first: int = 0) -> list[Path]:
    """So many files in a folder, from a number on, made by all cores; those that are there already are left."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {number: folder / f"{number:06}.pdf" for number in range(first, first + count)}
    missing = [(path, number) for number, path in named.items() if not path.exists()]
    if len(missing) < 50:
        for path, number in missing:
            write(path, number, pages)
    else:
        with multiprocessing.get_context("spawn").Pool(len(os.sched_getaffinity(0))) as pool:
            pool.starmap(partial(write, pages=pages), missing, chunksize=50)
    return list(named.values())


if __name__ == "__main__":
    files(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
