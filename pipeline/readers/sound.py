"""Whether what a PDF holds can be unpacked whole: pdfium reads on over damage without a word.

qpdf, which looks strictly, unpacks the streams that text is made of (contents, forms, the maps of fonts) and is
asked what it stumbled over. That takes half a millisecond a file. Only contents that look odd are parsed as well,
which takes ten times as long.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from pipeline import clock
from pipeline.readers.opened import Opened

if TYPE_CHECKING:
    import pikepdf

_FAULTS = (ValueError, TypeError, AttributeError, LookupError, RuntimeError, OSError)
"""What pikepdf raises at an object of another type than it should be."""
_DIRECT = (0, 0)
"""The number of what is no object of its own."""
_NOTHING = bytes(8)
"""So many zeros in a row stand in no text."""

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it says is asked for, and not to be shown


@dataclass(frozen=True, slots=True)
class Faults:
    """What cannot be unpacked whole. `pages`: those (1-based) whose contents or fonts are damaged."""

    structure: bool = False
    pages: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.structure or bool(self.pages)


def faults(pdf: Opened) -> Faults:
    """What is damaged in a PDF that pdfium has read."""
    import pikepdf

    try:
        with _stream(pdf.origin) as origin, pikepdf.open(origin, password=pdf.password) as whole:
            count = len(whole.pages)
            structure = bool(whole.get_warnings()) or count != len(pdf.pdf)
            look = _Look(whole)
            damaged = []
            for number, page in enumerate(whole.pages, 1):
                if not look.is_sound(page):
                    damaged.append(number)
                clock.beat()
            return Faults(structure, tuple(damaged))
    except (pikepdf.PdfError, pikepdf.PasswordError, *_FAULTS):
        return Faults(structure=True)


def _stream(origin: str | bytes) -> BinaryIO:
    """The bytes of a file: qpdf knows no names that are no UTF-8."""
    return io.BytesIO(origin) if isinstance(origin, bytes) else open(origin, "rb")


class _Look:
    """Looks at the pages of one file; what several pages share is unpacked once."""

    def __init__(self, whole: pikepdf.Pdf) -> None:
        import pikepdf

        self.whole, self.parse = whole, pikepdf.parse_content_stream
        self.array, self.stream = pikepdf.Array, pikepdf.Stream
        self.troubles = (pikepdf.PdfError, *_FAULTS)
        self.known: dict[tuple[int, int], bool] = {}

    def is_sound(self, page: pikepdf.Page) -> bool:
        """True where all that the page's text is made of is whole."""
        try:
            contents = page.obj.get("/Contents")
            parts = contents if isinstance(contents, self.array) else [contents] if contents else []
            texts = [part.read_bytes() for part in parts]
            sound = not self.whole.get_warnings() and self._is_served(page.resources)
            if sound and any(map(_is_odd, texts)):
                self.parse(page)
                sound = not self.whole.get_warnings()
        except self.troubles:
            self.whole.get_warnings()  # those that came before it are this page's
            return False
        return sound

    def _is_served(self, resources: Any) -> bool:
        """True where the fonts and forms of a page can be unpacked."""
        sound = True
        for name, look in (("/Font", self._is_font), ("/XObject", self._is_form)):
            if (held := resources.get(name)) is None:
                continue
            for one in held.values():
                key = one.objgen
                if key == _DIRECT or key not in self.known:
                    self.known[key] = True  # a form that holds itself
                    try:
                        self.known[key] = look(one)
                    except self.troubles:
                        self.whole.get_warnings()
                        self.known[key] = False
                sound = sound and self.known[key]
        return sound

    def _is_font(self, font: Any) -> bool:
        """True for a font whose map to letters can be unpacked; what draws its letters is no matter here."""
        for holder in (font, *font.get("/DescendantFonts", ())):
            if isinstance(letters := holder.get("/ToUnicode"), self.stream):
                letters.read_bytes()
        return not self.whole.get_warnings()

    def _is_form(self, form: Any) -> bool:
        """True for a form that can be unpacked with all that it holds; a picture is none."""
        if form.get("/Subtype") != "/Form":
            return True
        form.read_bytes()
        sound = not self.whole.get_warnings()
        resources = form.get("/Resources")
        return sound if resources is None else self._is_served(resources) and sound


def _is_odd(text: bytes) -> bool:
    """True for contents whose brackets do not match, or that hold a run of zeros; some of these are well."""
    brackets = text.count(b"(") - text.count(b")")
    if brackets:
        brackets -= text.count(b"\\(") - text.count(b"\\)")
    return bool(brackets) or _NOTHING in text or text.count(b"<") != text.count(b">")
