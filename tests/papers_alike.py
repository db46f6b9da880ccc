"""Minutes on one template, with all that tells two meetings apart left open, as files of several formats."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from pipeline.intake import identify
from pipeline.model import Outcome
from pipeline.run import process
from tests.hand_made import fill

ITEMS = (
    (
        "Godkjenning av innkalling og saksliste",
        ("Innkalling og saksliste var sendt ut to uker før møtet. Det kom ingen merknader.", "Vedtak: Godkjent."),
    ),
    (
        "Åpningstider i kafeen",
        (
            "Kafeen har hatt åpent fire dager i uken siden høsten, og besøket har tatt seg opp. Flere brukere ønsker "
            "at det også er åpent på lørdager, slik at pårørende kan ta turen innom sammen med dem de besøker.",
            "Vedtak: Rådet ber om at kafeen holder åpent på lørdager fram til sommeren, og at ordningen vurderes.",
        ),
    ),
    (
        "Skyss til dagsenteret",
        (
            "Drosjene kommer ofte for sent, og noen brukere har ventet ute i kulden. Daglig leder har hatt møte med "
            "sentralen, som lover at sjåførene skal ringe på døren. Rådet mener at avtalen bør få et punkt om dette.",
            "Vedtak: Daglig leder tar forholdet opp skriftlig og melder tilbake på neste møte.",
        ),
    ),
    (
        "Regnskap",
        (
            "Leder gikk gjennom regnskapet, som viser et lite overskudd fordi to turer ble avlyst.",
            "Vedtak: Regnskapet tas til etterretning. Overskuddet på {money} kroner settes av til turer.",
        ),
    ),
    ("Eventuelt", ("Det ble minnet om dugnaden i hagen. Alle som kan, tar med egen rive.",)),
)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What may differ; `day` as printed ("12. mars 2014"), or "" where the text does not say."""

    day: str = "12. mars 2014"
    body: str = "Brukerrådet ved Lia helsehus"
    people: tuple[str, ...] = ("Kari Fjellstad", "Ola Bergheim", "Åse Ørnes", "Ingrid Zahlsen")
    money: str = "14 250"
    mark: str = ""
    word: str = "Referat fra møte i"
    items: int = len(ITEMS)
    extra: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    def parts(self) -> list[tuple[str, str]]:
        """Tag and text of every paragraph."""
        found = [("p", self.mark)] if self.mark else []
        found.append(("h1", f"{self.word} {self.body}"))
        if self.day:
            found.append(("p", f"Dato: {self.day}"))
        found.append(("p", f"Til stede: {', '.join(self.people)}"))
        for number, (title, texts) in enumerate(ITEMS[: self.items], 1):
            found.append(("h3", f"Sak {number} {title}"))
            found += [("p", text.replace("{money}", self.money)) for text in texts]
        found += [("p", text) for text in self.extra]
        for old, new in self.changed:
            found = [(tag, text.replace(old, new)) for tag, text in found]
        return found

    def html(self) -> str:
        return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in self.parts())


def as_pdf(path: Path, *papers: Minutes | str) -> Path:
    """A PDF of papers (or of HTML), each on a page of its own."""
    from weasyprint import HTML

    parts = [paper if isinstance(paper, str) else paper.html() for paper in papers]
    HTML(string='<div style="break-after: page"></div>'.join(parts)).write_pdf(path)
    return path


def as_docx(path: Path, paper: Minutes) -> Path:
    from docx import Document

    document: Any = Document()
    for tag, text in paper.parts():
        if tag == "p":
            document.add_paragraph(text)
        else:
            document.add_heading(text, int(tag[1]))
    document.save(str(path))
    return path


def as_text(path: Path, paper: Minutes) -> Path:
    path.write_text("\n\n".join(text for _, text in paper.parts()) + "\n", "utf-8")
    return path


def as_scan(path: Path, pdf: Path) -> Path:
    """The pages of a PDF as images, as a scanner gives them back."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    images = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in document]
    images[0].save(path, "PDF", resolution=200, save_all=True, append_images=images[1:])
    document.close()
    return path


def read(*files: Path) -> list[Outcome]:
    return [process(identify(file)) for file in files]


def archive_of(folder: Path, *files: Path) -> Path:
    """An archive of files, stored in the order in which they are given."""
    fill(folder, read(*files))
    return folder
