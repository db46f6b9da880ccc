"""Files made to harm whoever reads them: bombs of a few hundred bytes, loops, floods, lies. Made on the spot.

`HOSTILE` maps the name of each to what writes its bytes. Nothing here is random, so a failure comes again.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence

CHUNK = 1 << 20


def pdf(*objects: bytes, trailer: bytes = b"", lie: int = 0) -> bytes:
    """A PDF of these objects, numbered from 1 (the catalogue); `lie` is added to each place in its table."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % (place + lie) for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def packed(data: bytes, entries: bytes = b"") -> bytes:
    """A stream that is packed twice: a flood of one word takes some hundred bytes."""
    twice = zlib.compress(zlib.compress(data, 9), 9)
    return stream(twice, b"/Filter [/FlateDecode /FlateDecode] " + entries)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(resources: bytes = b"/Font << /F 5 0 R >>", more: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    entries = b"/Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> %s"
    return b"<< %s >>" % (entries % (box, resources, more))


def one_page(content: bytes, *more: bytes, resources: bytes = b"/Font << /F 5 0 R >>", entries: bytes = b"") -> bytes:
    """A PDF of one page; its content is object 4, Helvetica object 5, and what is given comes after."""
    return pdf(CATALOG, PAGES, page(resources, entries), content, FONT, *more)


def flood(word: bytes, size: int) -> bytes:
    """Zlib's form of one word repeated to about so many bytes, without making them all."""
    chunk = word * (CHUNK // len(word))
    part = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = part.compress(chunk) + part.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    check = 1
    for _ in range(size // len(chunk)):
        check = zlib.adler32(chunk, check)
    return b"\x78\x9c" + block * (size // len(chunk)) + end + check.to_bytes(4, "big")


def bomb(word: bytes = b"\0", size: int = 3 << 30) -> bytes:
    """Three times packed, about a kilobyte."""
    return zlib.compress(zlib.compress(flood(word, size), 9), 9)


BOMB = b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
TEXT = b"BT /F 11 Tf 72 700 Td (Referat fra styremote) Tj ET\n"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << %s >> >>"


def xobject_loop() -> bytes:
    form = stream(b"/B Do", FORM % b"/B 7 0 R"), stream(b"/A Do", FORM % b"/A 6 0 R")
    return one_page(stream(b"/A Do " + TEXT), *form, resources=b"/XObject << /A 6 0 R >> /Font << /F 5 0 R >>")


def billion_laughs() -> bytes:
    forms = [stream(b"/X Do " * 10, FORM % b"/X %d 0 R" % (7 + n)) for n in range(10)]
    last = stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F 5 0 R >> >>")
    return one_page(stream(b"/X Do"), *forms, last, resources=b"/XObject << /X 6 0 R >>")


def prev_loop() -> bytes:
    whole = one_page(stream(TEXT))
    at = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def prev_ring() -> bytes:
    whole = prev_loop().replace(b"%%EOF\n", b"%%EOF\n" + b" " * 16)
    at, second = whole.rindex(b"xref\n0"), len(whole)
    whole = whole.replace(b"/Prev %d" % at, b"/Prev %d" % second)
    tail = b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return whole + tail % (at, second)


def page_tree(*kids: bytes) -> bytes:
    return pdf(CATALOG, *kids)


def page_tree_laughs() -> bytes:
    """Ten times ten times ten ... pages, all the same one."""
    nodes = [b"<< /Type /Pages /Count %d /Kids [%s] >>" % (10 ** (9 - n), b"%d 0 R " % (3 + n) * 10) for n in range(9)]
    leaf = b"<< /Type /Page /Parent 10 0 R /MediaBox [0 0 595 842] >>"
    return page_tree(*nodes, leaf)


def ten_thousand_pages() -> bytes:
    count = 10_000
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    leaf = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    tree = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    return pdf(CATALOG, tree, stream(TEXT), FONT, *[leaf] * count)


def object_stream_loop() -> bytes:
    """A stream of objects that holds its own length and is an extension of itself."""
    inner = b"1 0 2 30 3 80 9 200 " + CATALOG.ljust(40) + PAGES.ljust(50) + page().ljust(300) + b"9"
    body = stream(inner, b"/Type /ObjStm /N 4 /First 20 /Extends 6 0 R").replace(b"/Length", b"/Length 9 0 R /L")
    return pdf(b"null", b"null", b"null", stream(TEXT), FONT, body)


def xref_stream_bomb() -> bytes:
    head = b"%PDF-1.7\n"
    entries = b"/Type /XRef /W [1 8 8] /Size 99999999 /Root 1 0 R " + BOMB
    return head + b"1 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(bomb(), entries), len(head))


def recursive_fields() -> bytes:
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /Kids [%d 0 R %d 0 R] /Parent %d 0 R >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] >> >>"
    fields = field % (7, 6, 7), field % (6, 7, 6)
    return pdf(catalog, PAGES, page(more=b"/Annots [6 0 R 7 0 R]"), stream(TEXT), FONT, *fields)


def annotations() -> bytes:
    """A million links in one packed list."""
    many = b"[" + b"7 0 R " * 1_000_000 + b"]"
    held = stream(zlib.compress(b"8 0 " + many, 9), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    note = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Border [0 0 1] >>"
    objects = [CATALOG, PAGES, page(more=b"/Annots 8 0 R"), stream(TEXT), FONT, held, note]
    out = b"%PDF-1.7\n"
    table = [(0, 0, 65535)]
    for number, body in enumerate(objects, 1):
        table.append((1, len(out), 0))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table += [(2, 6, 0), (1, len(out), 0)]
    rows = b"".join(bytes([kind]) + place.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, place, more in table)
    cross = stream(rows, b"/Type /XRef /W [1 4 2] /Size 10 /Root 1 0 R")
    return out + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (cross, len(out))


def endless_content() -> bytes:
    """One stream of a megabyte, 100 000 times in the page's list of contents."""
    words = packed(TEXT * (CHUNK // len(TEXT)))
    leaf = page().replace(b"4 0 R", b"[" + b"4 0 R " * 100_000 + b"]")
    return pdf(CATALOG, PAGES, leaf, words, FONT)


def broken_cmap() -> bytes:
    cmap = b"/CIDInit begincmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange /Own usecmap\n"
    cmap += b"100 beginbfrange " + b"<00000000> <FFFFFFFF> <0000> " * 100 + b"endbfrange <" + b"F" * 100_001
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 7 0 R /ToUnicode 7 0 R /DescendantFonts [6 0 R] >>"
    return one_page(stream(TEXT), font, packed(cmap, b"/Type /CMap /CMapName /Own /UseCMap 7 0 R")).replace(
        b"/F 5 0 R", b"/F 6 0 R"
    )


def glyph_calls_itself() -> bytes:
    proc = stream(b"1000 0 0 0 750 750 d1 BT /F 1 Tf (aaaaaaaaaa) Tj ET")
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 "
    font += b"/LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> "
    font += b"/Resources << /Font << /F 7 0 R >> >> >>"
    return one_page(stream(b"BT /F 12 Tf (aaa) Tj ET"), proc, font).replace(b"/F 5 0 R", b"/F 7 0 R", 1)


def pattern_paints_itself() -> bytes:
    entries = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .01 /YStep .01 "
    tile = stream(b"/Pattern cs /P scn 0 0 600 900 re f", entries + b"/Resources << /Pattern << /P 6 0 R >> >>")
    return one_page(stream(b"/Pattern cs /P scn 0 0 600 900 re f"), tile, resources=b"/Pattern << /P 6 0 R >>")


def picture(entries: bytes, data: bytes, box: bytes = b"0 0 595 842") -> bytes:
    """A page that shows one picture and has no text, so that recognition is tried."""
    image = stream(data, b"/Type /XObject /Subtype /Image " + entries)
    leaf = page(b"/XObject << /I 5 0 R >>", box=box)
    return pdf(CATALOG, PAGES, leaf, stream(b"q 595 0 0 842 0 0 cm /I Do Q"), image)


GREY = b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Width %d /Height %d "


def zip_of(parts: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_bomb() -> bytes:
    return zip_of([("word/document.xml", b"<w:document %s>" % W + b" " * (150 << 20) + b"</w:document>")])


def odt_entities() -> bytes:
    names = [b"&%c;" % (97 + n) * 10 for n in range(9)]
    entities = b'<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, t) for n, t in enumerate(names))
    space = b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    body = b"<office:document-content %s><office:body><office:text>&j;</office:text></office:body>" % space
    content = b"<!DOCTYPE x [%s]>%s</office:document-content>" % (entities, body)
    return zip_of([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "flate-bomb.pdf": lambda: one_page(stream(bomb(), BOMB)),
    "font-bomb.pdf": lambda: one_page(stream(TEXT), stream(bomb(), BOMB)).replace(
        b"/Helvetica >>", b"/Helvetica /ToUnicode 6 0 R >>"
    ),
    "xref-bomb.pdf": xref_stream_bomb,
    "predictor.pdf": lambda: one_page(
        stream(
            zlib.compress(bytes(999)),
            b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 >>",
        )
    ),
    "xobject-loop.pdf": xobject_loop,
    "billion-laughs.pdf": billion_laughs,
    "prev-loop.pdf": prev_loop,
    "prev-ring.pdf": prev_ring,
    "page-tree-cycle.pdf": lambda: page_tree(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
    "page-tree-laughs.pdf": page_tree_laughs,
    "ten-thousand-pages.pdf": ten_thousand_pages,
    "deep-arrays.pdf": lambda: one_page(stream(TEXT), b"[" * 200_000 + b"]" * 200_000, entries=b"/Annots 6 0 R"),
    "deep-dicts.pdf": lambda: one_page(stream(TEXT), b"<< /A " * 100_000 + b">>" * 100_000, entries=b"/Annots 6 0 R"),
    "deep-content.pdf": lambda: one_page(packed(b"[" * 2_000_000 + TEXT)),
    "deep-states.pdf": lambda: one_page(packed(b"q " * 5_000_000 + TEXT)),
    "state-flood.pdf": lambda: one_page(stream(bomb(b"q Q ", 400 << 20), BOMB)),
    "glyph-flood.pdf": lambda: one_page(packed(b"BT /F 1 Tf 0 0 Td " + b"(" + b"a" * 3_000_000 + b") Tj ET")),
    "word-flood.pdf": lambda: one_page(packed(TEXT * 150_000)),
    "path-flood.pdf": lambda: one_page(packed(TEXT + b"0 0 m 9 9 l S " * 1_500_000)),
    "endless-content.pdf": endless_content,
    "huge-box.pdf": lambda: picture(GREY % (9, 9), bytes(81), box=b"0 0 1000000000 1000000000"),
    "huge-image.pdf": lambda: picture(GREY % (100_000, 100_000), bytes(99)),
    "huge-packed-image.pdf": lambda: picture(GREY % (60_000, 60_000) + BOMB, bomb()),
    "jbig2-rubbish.pdf": lambda: picture(GREY % (3000, 3000) + b"/Filter /JBIG2Decode", bytes(range(256)) * 40),
    "jpx-rubbish.pdf": lambda: picture(
        GREY % (3000, 3000) + b"/Filter /JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(256)) * 40
    ),
    "lying-places.pdf": lambda: pdf(CATALOG, PAGES, page(), stream(TEXT), FONT, lie=7),
    "lying-length.pdf": lambda: one_page(b"<< /Length 4 0 R >>\nstream\n" + TEXT + b"endstream"),
    "object-stream-loop.pdf": object_stream_loop,
    "cut-in-half.pdf": lambda: one_page(stream(TEXT * 50))[:900],
    "nothing.pdf": lambda: b"",
    "only-zeros.pdf": lambda: bytes(50_000),
    "recursive-fields.pdf": recursive_fields,
    "annotations.pdf": annotations,
    "broken-cmap.pdf": broken_cmap,
    "glyph-calls-itself.pdf": glyph_calls_itself,
    "pattern-paints-itself.pdf": pattern_paints_itself,
    "unknown-handler.pdf": lambda: pdf(
        CATALOG, PAGES, page(), stream(TEXT), FONT, b"<< /Filter /Nobody /V 99 /R 99 >>", trailer=b"/Encrypt 6 0 R"
    ),
    "long-name.pdf": lambda: one_page(stream(TEXT), entries=b"/" + b"A" * (10 << 20) + b" 1"),
    "zip-bomb.docx": docx_bomb,
    "entities.odt": odt_entities,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 300_000 + b"Referat",
}
