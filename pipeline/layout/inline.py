"""Labels within a line: broken in two, without a colon, or several beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors._names import is_name, is_office, like_a_person, office_before
from extractors.lexicon import Lexicon
from pipeline.labels import known_label
from pipeline.model import Line
from pipeline.numbering import opening

_INLINE = re.compile(
    r"(?<=[\s.,;])(?P<label>[A-ZÆØÅ][\wæøåÆØÅ/-]{1,20}\.?(?: (?:og|/) [\wæøå]+| [a-zæøå]{3,8})?)\s*:\s+(?=\S)"
)
INLINE_MEANINGS = frozenset(
    """
    date time place form chair minute_taker secretary date_time time_place present absent number end
    responsible deadline
    """.split()
)
_OPEN_MEANINGS = frozenset(
    """
    present absent date time place chair minute_taker deputy date_time time_place
    """.split()
)
_INNER_LABEL = re.compile(r"(?<=[.)])\s+(?=(?P<label>[A-ZÆØÅ][^.:,;()]{2,40}):(?:\s|$))")
_INNER_WORD = re.compile(r"(?<=[.)])\s+(?=(?P<label>[A-ZÆØÅ][a-zæøå]{4,9})\s+[A-ZÆØÅ][a-zæøå]+\b)")
"""A word before a name behind a full stop of a list, which may be a label without its colon."""
_REST_OF_LABEL = re.compile(r"[a-zæøå][\wæøå -]{2,30}:")
_BEGUN_LABEL = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ -]{2,40}")
_PEOPLE_LABELS = tuple(
    (meaning,) for meaning in ("present", "absent", "deputy", "observer", "secretary", "minute_taker", "chair", "group")
)


def whole(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Labels that a narrow column broke in two ("Meldt" / "forfall:", "Til" / "stades"), whole again."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        broken = (
            before is not None
            and _REST_OF_LABEL.fullmatch(line.text) is not None
            and _BEGUN_LABEL.fullmatch(before.text) is not None
        )
        short = before is not None and len(before.text) < 12 and re.fullmatch(r"[a-zæøå]{3,14}:?", line.text)
        if before is not None and short and not broken:
            broken = lexicon.meanings(f"{before.text} {line.text}")[:1] in (("present",), ("absent",))
        if before is not None and broken and before.bold == line.bold and line.gap < 1:
            out[-1] = replace(before, text=f"{before.text} {line.text}", raw=f"{before.raw} {line.raw}")
        else:
            out.append(line)
    return out


_RULED = re.compile(r"(?P<label>[A-ZÆØÅ][^|:]{1,30}?)\s*\|\s*(?P<value>[^|]+)$")
"""A label and its value with a bar between them, as tables are drawn in letters."""
_LEADS_ON = frozenset({"FRA", "FRÅ", "FOR", "AV", "TIL", "I", "PÅ"})
"""Words in capitals that go on with a title ("PROTOKOLL FRÅ ÅRSMØTE")."""


def without_number(line: Line, lexicon: Lexicon) -> Line:
    """A label that counts as a point of its item ("4.1 Konklusjon") as the label that it is."""
    opens = opening(line.text) if line.text[:1].isdigit() and not line.cells else None
    if opens is None or opens.shape not in ("n.m", "n.m.k") or opens.series:
        return line
    words = line.text[opens.title_at :].strip(" :")
    meaning = lexicon.meanings(words)[:1]
    return replace(line, text=f"{words}:") if meaning and meaning[0] in _OF_ITEMS else line


_OF_ITEMS = frozenset({"decision", "proposal", "treatment", "background"})
"""What a label within an item may say of the text below it."""


def with_colon(line: Line, lexicon: Lexicon) -> Line:
    """A line of the head that begins with a label and goes on with its value, the colon between them put in."""
    if beside := _person_beside(line, lexicon):
        return replace(line, text=beside, cells=())
    if (ruled := _RULED.match(line.text)) and not line.cells and lexicon.meanings(ruled["label"]):
        return replace(line, text=f"{ruled['label']}: {ruled['value']}")
    if ":" in line.text[:40] or line.cells or line.bold or len(line.text) > 220:
        return line
    words = line.text.split()
    for size in (3, 2, 1):
        if len(words) <= size or not words[0][:1].isupper():
            continue
        meaning = lexicon.meanings(" ".join(words[:size]))
        value = words[size]
        if (
            meaning
            and meaning[0] in _OPEN_MEANINGS
            and (len(" ".join(words[:size])) >= 4 or words[0] == "Tid")
            and value not in _LEADS_ON
            and (value[:1].isupper() or value[:1].isdigit() or value.startswith("kl") or is_office(value))
        ):
            return replace(line, text=f"{' '.join(words[:size])}: {' '.join(words[size:])}")
    return line


def _person_beside(line: Line, lexicon: Lexicon) -> str:
    """A row of a label, a person and their body ("Forfall | Siv Lie | Sp") as one text; "" for other lines."""
    if line.table is not None or len(line.cells) not in (2, 3) or line.text.count(":") > 1:
        return ""
    first, *rest = (cell.text.strip() for cell in line.cells)
    if ":" in "".join(rest):
        return ""
    words = first.replace(":", ": ").split()
    sizes = (len(words),) if len(rest) == 2 else range(1, min(4, len(words)))
    for size in sizes:
        label, name = " ".join(words[:size]).rstrip(" :"), " ".join([*words[size:], *rest[:-1]])
        if lexicon.meanings(label)[:1] not in (("present",), ("absent",)) or not _is_one(name) or not rest[-1]:
            continue
        if not like_a_person(rest[-1]) and not lexicon.columns_of(rest[-1]):
            return f"{label}: {name}, {rest[-1]}"
    return ""


def _is_one(text: str) -> bool:
    """True for one full name, a title before it or not."""
    name = office_before(text)[1]
    return " " in name and is_name(name)


def separate(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """A line with several short labels ("Dato: ... Tid: ... Sted: ..."), one line for each."""
    if ":" not in line.text:
        yield line
        return
    if line.table is None and (pieces := _attendance_inside(line.text, lexicon)):
        for text in pieces:
            yield replace(line, text=text, raw=text, cells=())
        return
    if line.table is not None or line.text.count(":") < 2 or len(line.text) > 200:
        yield line
        return
    cuts = [
        m.start("label")
        for m in _INLINE.finditer(line.text)
        if known_label(m["label"], lexicon)[:1] and known_label(m["label"], lexicon)[0] in INLINE_MEANINGS
    ]
    head = re.match(r"^([^:]{2,40}):", line.text)
    if (
        not cuts
        or not head
        or not known_label(head[1], lexicon)
        or known_label(head[1], lexicon)[0] not in INLINE_MEANINGS | {"body"}
    ):
        yield line
        return
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[start:end].strip(" ;,")
        yield replace(line, text=text, raw=text, cells=())


def _attendance_inside(text: str, lexicon: Lexicon) -> list[str]:
    """A line cut before labels of attendance behind a full stop ("... Ola Nes. Forfall: ..."); empty where none is."""
    head = re.match(r"^([^:]{2,40}):", text)
    in_list = head is not None and known_label(head[1], lexicon)[:1] in _PEOPLE_LABELS
    cuts = [
        m.start()
        for m in _INNER_LABEL.finditer(text)
        if in_list or known_label(m["label"], lexicon)[:1] in _PEOPLE_LABELS
    ]
    words = {m.start(): m for m in _INNER_WORD.finditer(text)} if in_list else {}
    words = {at: m for at, m in words.items() if known_label(m["label"], lexicon)[:1] == ("absent",)}
    cuts = sorted({*cuts, *words})
    if not cuts:
        return []
    pieces = {a: text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)}
    return [
        piece.replace(words[at]["label"], f"{words[at]['label']}:", 1) if at in words else piece
        for at, piece in pieces.items()
    ]
