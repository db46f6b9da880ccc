#!/usr/bin/env python3
"""Build the PDFs of the test corpus from their sources.

    generate.py [NAME...]         build corpus/NAME.pdf where its source is newer (all when no name is given)
    generate.py --force [NAME...] build regardless of age
    generate.py --check           exit 1 if a source has no PDF, a PDF no source or a source no gold labels

A source is corpus/sources/NAME.html or NAME.txt: `key: value` lines, a line `---`, then the body. Keys:
`producer` (weasyprint, libreoffice, reportlab), `font`, `size` (points, typed text only), `scan` (`dpi=200 skew=0.6
noise=6`) and `labels: none` for a document without a gold file; the rest describes the document and is not used here.
The same source gives the same bytes again, LibreOffice's PDFs excepted.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parent
SOURCES, GOLD = CORPUS / "sources", CORPUS.parent / "tests" / "gold"
PRODUCERS = {".html": ("weasyprint", "libreoffice"), ".txt": ("reportlab",)}
SCAN_DEFAULTS = {"dpi": 200.0, "skew": 0.0, "noise": 0.0}
PAPER_WHITE = 246  # a scanned sheet is never quite white


class CorpusError(Exception):
    """A source that cannot be built; the message says which and why."""


@dataclass(frozen=True)
class Source:
    """One source file: its path, header and body."""

    path: Path
    header: dict[str, str]
    body: str

    @property
    def name(self) -> str:
        """The document's name, shared by its PDF and its labels."""
        return self.path.stem

    @property
    def pdf(self) -> Path:
        """Where the finished PDF stands."""
        return CORPUS / f"{self.name}.pdf"

    @property
    def digest(self) -> bytes:
        """A fixed number of the document's own: its PDF identifier and its random seed."""
        return hashlib.md5(self.name.encode(), usedforsecurity=False).digest()


def read_source(path: Path) -> Source:
    """Split a source file into header and body."""
    head, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not mark:
        raise CorpusError(f"{path.name}: no line '---' after the header")
    lines = [line.partition(":") for line in head.splitlines()]
    header = {key.strip(): value.strip() for key, _, value in lines}
    producer = header.setdefault("producer", PRODUCERS[path.suffix][0])
    if producer not in PRODUCERS[path.suffix]:
        raise CorpusError(f"{path.name}: producer {producer!r} cannot read {path.suffix}")
    return Source(path, header, body)


def source_paths() -> list[Path]:
    """All source files, sorted; two sources of one name are an error."""
    paths = sorted(p for p in SOURCES.iterdir() if p.suffix in PRODUCERS)
    if doubled := {a.stem for a in paths for b in paths if a.stem == b.stem and a != b}:
        raise CorpusError(f"more than one source: {', '.join(sorted(doubled))}")
    return paths


def with_font(source: Source) -> str:
    """The HTML body, with the header's font as the page's default; the page's own CSS still wins."""
    font = source.header.get("font")
    style = f'<style>@page {{ font-family: "{font}" }} html, body {{ font-family: "{font}" }}</style>'
    return source.body.replace("<head>", f"<head>{style}", 1) if font else source.body


def render_weasyprint(source: Source) -> bytes:
    """An HTML page through WeasyPrint, with a fixed identifier."""
    import weasyprint

    document = weasyprint.HTML(string=with_font(source), base_url=str(SOURCES))
    return bytes(document.write_pdf(pdf_identifier=source.digest))


def render_libreoffice(source: Source) -> bytes:
    """An HTML page through LibreOffice Writer, with a profile of its own so that no running office is disturbed."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(with_font(source), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [
            "soffice",
            "--headless",
            profile,
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            folder,
            str(page),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        if not page.with_suffix(".pdf").exists():
            raise CorpusError(f"{source.name}: LibreOffice made no PDF: {done.stderr.strip()[-300:]}")
        return page.with_suffix(".pdf").read_bytes()


def register_font(family: str, bold: bool) -> str:
    """Make a TrueType font of the system known to reportlab; returns its name there."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    wanted = f"{family}:bold" if bold else family
    command = ["fc-match", "-f", "%{family}\t%{file}", wanted]
    matched, _, file = subprocess.run(command, capture_output=True, text=True, check=True).stdout.partition("\t")
    if family not in matched.split(","):
        raise CorpusError(f"no font {family!r} on this system (nearest: {matched})")
    pdfmetrics.registerFont(TTFont(wanted, file))
    return wanted


def typed_lines(body: str) -> Iterator[tuple[str, str]]:
    """The lines of a typed text as (style, text); the style is plain, bold, heading or page (a new page)."""
    for number, page in enumerate(body.rstrip().split("\f")):
        if number:
            yield "page", ""
            page = page.removeprefix("\n")
        for line in page.split("\n"):
            line = line.rstrip()
            if line.startswith("# "):
                yield "heading", line[2:]
            elif len(line) > 4 and line.startswith("**") and line.endswith("**"):
                yield "bold", line[2:-2]
            else:
                yield "plain", line


def render_reportlab(source: Source) -> bytes:
    """A typed text on A4 sheets, line for line as it stands; a line that does not fit is an error."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    family = source.header.get("font", "Liberation Mono")
    size = float(source.header.get("size", 9 if "Mono" in family else 10.5))
    plain, bold = register_font(family, False), register_font(family, True)
    fonts = {"plain": (plain, size), "bold": (bold, size), "heading": (bold, 1.35 * size)}
    left, top, bottom = 60, A4[1] - 62, 58
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = top
    for style, text in typed_lines(source.body):
        if style == "page" or y < bottom:
            canvas.showPage()
            y = top
            if style == "page":
                continue
        font = fonts[style]
        if left + stringWidth(text, *font) > A4[0] - 12:
            raise CorpusError(f"{source.name}: the line runs off the sheet: {text!r}")
        start = text.lstrip()
        canvas.setFont(*font)
        canvas.drawString(left + stringWidth(text[: len(text) - len(start)], *font), y, start)
        y -= 1.28 * font[1]
    canvas.save()
    return buffer.getvalue()


def scanned(source: Source, pdf: bytes) -> bytes:
    """The PDF as a scanner would give it back: one grey JPEG a page, skewed and with noise, and no text."""
    import numpy
    import pypdfium2
    from PIL import Image
    from reportlab import rl_config
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    pairs = (part.partition("=") for part in source.header["scan"].split())
    settings = SCAN_DEFAULTS | {key: float(value) for key, _, value in pairs}
    random = numpy.random.default_rng(int.from_bytes(source.digest, "big"))
    rl_config.useA85 = 0  # keep the JPEGs as binary streams
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        page = document[number]
        canvas.setPageSize(page.get_size())
        image = page.render(scale=settings["dpi"] / 72, grayscale=True).to_pil().convert("L")
        turn = settings["skew"] * (1 if number % 2 == 0 else -0.6)  # a feeder does not skew every sheet alike
        image = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
        pixels = numpy.asarray(image, dtype=float) * PAPER_WHITE / 255
        pixels += random.normal(0, settings["noise"], pixels.shape)
        image = Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))
        jpeg = io.BytesIO()
        image.save(jpeg, "JPEG", quality=70, dpi=(round(settings["dpi"]),) * 2)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


RENDERERS = {"weasyprint": render_weasyprint, "libreoffice": render_libreoffice, "reportlab": render_reportlab}


def problems() -> list[str]:
    """What is missing in the corpus: PDFs, sources or labels."""
    sources = [read_source(path) for path in source_paths()]
    found = [f"{s.path.name}: no PDF" for s in sources if not s.pdf.exists()]
    found += [f"{pdf.name}: no source" for pdf in sorted(CORPUS.glob("*.pdf")) if pdf not in {s.pdf for s in sources}]
    found += [
        f"{s.path.name}: no labels in tests/gold"
        for s in sources
        if s.header.get("labels") != "none" and not (GOLD / f"{s.name}.json").exists()
    ]
    return found


def build_all(names: list[str], force: bool) -> list[str]:
    """Build the named documents, or all; returns the errors met."""
    paths = {path.stem: path for path in source_paths()}
    errors = []
    for name in names or paths:
        try:
            if name not in paths:
                raise CorpusError(f"{name}: no such source")
            source = read_source(paths[name])
            if force or not source.pdf.exists() or source.pdf.stat().st_mtime < source.path.stat().st_mtime:
                pdf = RENDERERS[source.header["producer"]](source)
                source.pdf.write_bytes(scanned(source, pdf) if "scan" in source.header else pdf)
                print(f"built {source.pdf.name}")
        except CorpusError as error:
            errors.append(str(error))
    return errors


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="documents to build (default: all)")
    parser.add_argument("--force", action="store_true", help="build even where the PDF is newer than its source")
    parser.add_argument("--check", action="store_true", help="build nothing, report what is missing")
    args = parser.parse_args()
    try:
        found = problems() if args.check else build_all(args.names, args.force)
    except CorpusError as error:
        found = [str(error)]
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
