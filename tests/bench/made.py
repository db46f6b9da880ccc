"""Files made for the bench: pages of minutes in plain text, 15 in a hundred with a ruled table, 5 with an unruled one.

Two producers, since what a page costs depends on its fonts: reportlab with the fonts every reader has, WeasyPrint with
embedded ones. The words are drawn by lot from a list, with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

WORDS = (
    "utvalget styret leiaren gjennomgikk saken om kommunens budsjett og forslag til nye retningslinjer for arbeidet "
    "skoleveien vedlikehold av bygninger økonomi møteplan høring søknad tilskudd rapport orientering vedtak merknad "
    "den det som ble i på av til med ikke være har var er skal kan etter før mellom flere andre nye første siste"
).split()
LINES = 44
"""Lines of a page, as of a close page of minutes."""
HEADS = ("Sak", "Tiltak", "Ansvarlig", "Frist")
ROWS = 9
RULED, UNRULED = 15, 5
"""Pages in a hundred with a table of each kind."""


def kinds(pages: int) -> Iterator[str]:
    """What each page is: `plain`, `ruled` or `unruled`, spread evenly."""
    for number in range(pages):
        at = number % 20
        yield "ruled" if at in (3, 9, 16) else "unruled" if at == 12 else "plain"


def sentence(lot: random.Random, words: int) -> str:
    """So many words as a sentence."""
    text = " ".join(lot.choice(WORDS) for _ in range(words))
    return text[:1].upper() + text[1:] + "."


def rows(lot: random.Random) -> list[tuple[str, ...]]:
    """The rows of a table, its header first."""
    named = [(f"{n}/19", sentence(lot, 5), lot.choice(("Leder", "Kari Nes", "Rektor")), "1. mai") for n in range(ROWS)]
    return [HEADS, *named]


def typed(path: Path, pages: int, seed: int) -> None:
    """A PDF by reportlab."""
    from reportlab.lib.colors import black
    from reportlab.pdfgen.canvas import Canvas

    lot = random.Random(seed)
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    wide = (50, 110, 330, 430, 545)
    for kind in kinds(pages):
        top, lines = 790, LINES
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(50, top, f"Sak {lot.randint(1, 90)}/19 {sentence(lot, 4)}")
        canvas.setFont("Helvetica", 10)
        if kind != "plain":
            table, lines = rows(lot), LINES - 2 * ROWS
            for at, row in enumerate(table):
                for x, cell in zip(wide, row, strict=False):
                    canvas.drawString(x + 3, top - 30 - 20 * at, cell[:38])
            if kind == "ruled":
                canvas.setStrokeColor(black)
                edges = [top - 18 - 20 * at for at in range(len(table) + 1)]
                canvas.grid(list(wide), edges)
            top -= 20 * len(table) + 20
        for at in range(lines):
            canvas.drawString(50, top - 20 - 15.5 * at, sentence(lot, 13)[:100])
        canvas.showPage()
    canvas.save()


def set_in_html(path: Path, pages: int, seed: int) -> None:
    """A PDF by WeasyPrint."""
    import weasyprint

    lot = random.Random(seed)
    parts = [
        "<style>@page{size:A4;margin:18mm}body{font:10pt 'DejaVu Sans'}section{break-after:page}p{margin:0 0 3pt}"
        "td,th{padding:3pt 12pt 3pt 3pt;text-align:left}table.ruled{border-collapse:collapse}"
        ".ruled td,.ruled th{border:1px solid #000}</style>"
    ]
    for kind in kinds(pages):
        parts.append(f"<section><h2>Sak {lot.randint(1, 90)}/19 {escape(sentence(lot, 4))}</h2>")
        words = 400
        if kind != "plain":
            words = 230
            parts.append(f'<table class="{kind}">')
            parts.extend("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows(lot))
            parts.append("</table>")
        parts.extend(f"<p>{escape(sentence(lot, 50))}</p>" for _ in range(words // 50))
        parts.append("</section>")
    buffer = BytesIO()
    weasyprint.HTML(string="".join(parts)).write_pdf(buffer, pdf_identifier=b"bench")
    path.write_bytes(buffer.getvalue())


def files(folder: Path, documents: int, pages: int) -> list[Path]:
    """So many documents of so many pages, half by each producer."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(documents):
        path = folder / f"made-{number:05}.pdf"
        (typed if number % 2 else set_in_html)(path, pages, number)
        made.append(path)
    return made
