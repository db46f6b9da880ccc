"""The same minutes in every format that is read: made by python-docx, LibreOffice, WeasyPrint, or as typed."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MISSING

TITLE = "Referat frå styremøte i Nesbygda vassverk"
HEAD = (("Dato", "14. mars 2017"), ("Stad", "Samfunnshuset"), ("Møteleiar", "Turid Aasen"))
PRESENT = ("Turid Aasen", "Olav Nygård", "Siri Bakke")
ABSENT = "Knut Helle"
ITEMS = (
    ("Godkjenning av referat", ("Vedtak: Referatet frå førre møte vart godkjent.",)),
    ("Pumpestasjon", ("Pumpa har stått sidan jul.", "Vedtak: Styret kjøper ny pumpe for inntil kr 85 000.")),
    ("Ymse", ("Ingen saker.",)),
)
TASKS = (
    ("Oppgåve", "Ansvarleg", "Frist"),
    ("Hente inn to tilbod på pumpe", "Olav Nygård", "1. april 2017"),
    ("Varsle abonnentane om stenging", "Siri Bakke", "20. mars 2017"),
)
NEXT = "Neste møte: 25. april 2017 kl. 19.00"


def as_markdown(path: Path) -> Path:
    said = [f"# {TITLE}", "", *(f"**{label}:** {value}  " for label, value in HEAD), "", "## Til stades", ""]
    said += [f"- {name}" for name in PRESENT]
    said += ["", f"Forfall: {ABSENT}", "", "## Saker", ""]
    for number, (title, lines) in enumerate(ITEMS, 1):
        said += [f"### {number}. {title}", "", *(part for line in lines for part in (line, ""))]
    said += [" | ".join(TASKS[0]), " | ".join("---" for _ in TASKS[0]), *(" | ".join(row) for row in TASKS[1:])]
    path.write_text("\n".join([*said, "", NEXT, ""]), encoding="utf-8")
    return path


def as_text(path: Path, encoding: str = "utf-8") -> Path:
    said = [TITLE, "=" * len(TITLE), "", *(f"{label}: {value}" for label, value in HEAD), ""]
    said += [f"Til stades: {', '.join(PRESENT)}", f"Forfall: {ABSENT}", ""]
    for number, (title, lines) in enumerate(ITEMS, 1):
        said += [f"{number}. {title}", "", *(part for line in lines for part in (line, ""))]
    said += ["".join(f"{cell:35}" for cell in row).rstrip() for row in TASKS]
    path.write_bytes("\r\n".join([*said, "", NEXT, ""]).encode(encoding))
    return path


def page() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in TASKS)
    said = [
        f"<h1>{TITLE}</h1>",
        *(f"<p><b>{label}:</b> {value}</p>" for label, value in HEAD),
        "<h2>Til stades</h2><ul>",
    ]
    said += [f"<li>{name}</li>" for name in PRESENT]
    said += [f"</ul><p>Forfall: {ABSENT}</p>"]
    for number, (title, lines) in enumerate(ITEMS, 1):
        said += [f"<h3>{number}. {title}</h3>", *(f"<p>{line}</p>" for line in lines)]
    return "".join([*said, f"<table border='1'>{rows}</table><p>{NEXT}</p>"])


def as_html(path: Path, encoding: str = "utf-8") -> Path:
    menu = "<nav><ul><li>Heim</li><li>Om vassverket</li><li>Referat 2016</li></ul></nav>"
    foot = "<footer><p>Skriv ut</p><p>Sist endra 2. januar 2020</p></footer>"
    head = (
        f'<html lang="nn"><head><meta charset="{encoding}"><title>{TITLE}</title><script>var dato="1.1.2001"</script>'
    )
    text = f"<!DOCTYPE html>{head}</head><body>{menu}<main>{page()}</main>{foot}</body></html>"
    path.write_bytes(text.encode(encoding))
    return path


def as_docx(path: Path) -> Path:
    """Word's own way: heading styles, bullets and automatic numbers, which stand nowhere in the text."""
    from docx import Document

    document: Any = Document()
    document.add_heading(TITLE, 0)
    for label, value in HEAD:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    document.add_heading("Til stades", 2)
    for name in PRESENT:
        document.add_paragraph(name, style="List Bullet")
    document.add_paragraph(f"Forfall: {ABSENT}")
    for title, lines in ITEMS:
        document.add_paragraph(style="List Number").add_run(title).bold = True
        for line in lines:
            document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(TASKS[0]))
    for row in TASKS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph(NEXT)
    document.sections[0].header.paragraphs[0].text = "Nesbygda vassverk SA"
    document.save(str(path))
    return path


def converted(source: Path, suffix: str, folder: Path) -> Path:
    """A document as LibreOffice writes it in another format."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip(f"{MISSING}: soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{suffix}"


def as_pdf(path: Path) -> Path:
    from weasyprint import HTML

    HTML(string=page()).write_pdf(path)
    return path
