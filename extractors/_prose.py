"""People in running text: who led, who wrote, who was away, who was elected to lead; and signatures at the end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors._helpers import sentences_of
from extractors._names import initials_of, is_name, is_organisation, office_before
from extractors._people import parse
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Place

_P = r"(?P<p>[A-ZÆØÅ][\wæøåé.’'-]+(?:\s+[A-ZÆØÅ][\wæøåé.’'-]+){0,4})"
_MANY = r"(?P<many>[A-ZÆØÅ][^.:;]{2,200}?)"
_OFFICE = r"(?:(?:[a-zæøå][\wæøå-]+|Rektor|Leder|Leiar|Leiaren|Lederen|Styreleder|Styreleiar|Ordfører|Ordførar|Nestleder|Nestleiar|Sekretær|Formann|Daglig leder|Dagleg leiar|Teknisk sjef|Administrerende direktør|Administrerande direktør)\s+)?"
_VALD = (
    r"(?:ble|vart|blei)\s+(?:samrøystes\s+|enstemmig\s+)?(?:valgt|vald|foreslått og valgt|oppnevnt)e?\s+(?:til|som)\s+"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One named way in which prose tells of somebody's part; `role` or else `status` is what it says."""

    name: str
    pattern: re.Pattern[str]
    role: str | None = None
    status: str = "present"
    confidence: float = 0.9


def _p(name: str, pattern: str, **kw: object) -> Pattern:
    return Pattern(name, re.compile(pattern), **kw)  # type: ignore[arg-type]


PATTERNS = (
    _p("led the meeting", rf"(?:^|,\s+og\s+|\bog\s+){_OFFICE}{_P}\s+(?:ledet|ledede|leda|leia|leidde|styrte|leiet)\s+(?:dette |dagens )?(?:møtet|møte)", role="chair"),
    _p("meeting led by", rf"(?:[Mm]øtet|[Mm]øte|[Dd]et)\s+(?:ble|vart|blei)\s+(?:leda|ledet|leia|leidd|styrt)\s+av\s+(?:[a-zæøå-]+\s+){{0,3}}{_P}", role="chair"),
    _p("is chair", rf"^{_P}\s+(?:er|var)\s+(?:ordstyrer|ordstyrar|møteleder|møteleiar|møtestyrar|dirigent)\b", role="chair"),
    _p("elected chair", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå-]+\s+)?{_P}(?:\s+(?:fra|frå)\s+(?P<org>[A-ZÆØÅ][\wæøåÆØÅ-]+))?,?\s+{_VALD}(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)", role="chair"),
    _p("chair elected", rf"(?:[Mm]øteleder|[Mm]øteleiar|[Oo]rdstyrer|[Oo]rdstyrar|[Dd]irigent):?\s+(?:ble|vart|blei)\s+(?:valgt|vald)?\s*:?\s*{_P}", role="chair"),
    _p("elected as chair", rf"(?:[Ss]om|[Tt]il)\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar|dirigent)\s+(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald)\s+{_P}", role="chair"),
    _p("elected minute taker", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå-]+\s+)?{_P}\s+(?:{_VALD})?(?:som|til)?\s*(?:referent|skrivar|møteskrivar|protokollfører|protokollførar|sekretær)\b(?!\s+for)", role="minute_taker", confidence=0.85),
    _p("elected to write", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå]+\s+)?{_P}\s+{_VALD}?(?:å\s+)?(?:til å\s+)?(?:føre|føra|skrive|skriva)\s+(?:protokoll|referat|møtebok)", role="minute_taker", confidence=0.88),
    _p("elected as minute taker", rf"(?:[Ss]om|[Tt]il)\s+(?:referent|skrivar|møteskrivar|protokollfører|protokollførar|sekretær)\s+(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald)\s+{_P}", role="minute_taker"),
    _p("and to write", rf"(?:,|\bog)\s+(?:til|som)\s+(?:skrivar|referent|møteskrivar|protokollfører|protokollførar|sekretær)\s+{_P}", role="minute_taker", confidence=0.88),
    _p("chair named after role", rf"(?:^|[:,]\s*)(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)\s+{_P}", role="chair"),
    _p("writer named after role", rf"(?:^|[:,]\s*)(?:referent|skrivar|møteskrivar|protokollfører|protokollførar)\s+{_P}", role="minute_taker"),
    _p("chair in parenthesis", rf"\((?:[Mm]øteleder|[Mm]øteleiar|[Oo]rdstyrer|[Oo]rdstyrar)\s*:?\s+{_P}", role="chair"),
    _p("is minute taker", rf"\b{_P}\s+(?:er|var|som)\s+(?:referent|skrivar|møteskrivar)\b", role="minute_taker"),
    _p("wrote", rf"(?:^|,\s+og\s+|\bog\s+){_OFFICE}{_P}\s+(?:skrev|skreiv|skriv|skriver|førte|fører|fører i pennen|tok|(?:[a-zæøå]+\s+){1,5}og\s+(?:skrev|skreiv|førte))\s*(?:referat(?:et)?|protokoll(?:en)?|møtebok(?:a|en)?|boka|boken)?\b(?=\s*(?:\.|$|,|og|ble|fra))", role="minute_taker", confidence=0.8),
    _p("written by", rf"(?:[Rr]eferat(?:et)?|[Pp]rotokoll(?:en)?|[Mm]øteboka?)\s+(?:ble\s+|vart\s+|blei\s+|er\s+)?(?:skrevet|skrive|skriven|ført|ført i pennen|ført i pennen)\s+av\s+(?:[a-zæøå-]+\s+)?{_P}", role="minute_taker"),
    _p("minutes by", rf"^(?:[Rr]ef(?:r|erent)?|REF|[Rr]eferat ved|[Rr]eferat v/?)(?:[.:/]\s*|\s+){_P}\s*$", role="minute_taker"),
    _p("led, role listed", rf"\b(?:med|[Mm]ed)\s+{_P}\s+som\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar)", role="chair"),
    _p("absent in prose", rf"^{_MANY}\s+(?:var|er|kunne|kunde)\s+(?:diverre\s+|dessverre\s+)?(?:ikke|ikkje)\s+(?:til\s?ste?des?|til\s?stades|møte|komme|kome|med|delta|delte)", status="absent", confidence=0.88),
    _p("was ill", rf"^{_MANY}\s+(?:var|er)\s+(?:sjuk|syk|sjukmeld|sykmeldt|bortreist|bortreiste|forhindret|forhindra|hindra)\b", status="absent", confidence=0.8),
    _p("sent regrets", rf"^{_MANY}\s+(?:hadde|har)\s+(?:meldt|melde)\s+(?:om\s+)?(?:forfall|fråvær|fravær|avbud)", status="absent", confidence=0.88),
    _p("could not come", rf"^{_MANY}\s+(?:hadde|har|hadde alt)\s+(?:sagt frå|sagt fra|gitt beskjed|meldt|sagt)\s+(?:om\s+)?at\s+(?:dei|de|han|hun|ho)\s+(?:ikkje|ikke)\b", status="absent", confidence=0.85),
    _p("regrets from", rf"(?:[Dd]et var|[Dd]et er|[Ff]orfall|[Mm]eldt forfall)\s+(?:meldt\s+)?(?:forfall\s+)?(?:fra|frå)\s+{_MANY}$", status="absent", confidence=0.85),
    _p("were present", rf"^{_MANY}\s+(?:var|er)\s+(?:òg\s+|også\s+)?(?:til\s?ste?des?|til\s?stades|tilstede|på møtet|møtt fram)\b", confidence=0.85),
    _p("present were", r"^(?:[Mm]øtt|[Ff]rammøtt|[Ff]rammøtte|[Ff]remmøtte|[Tt]il\s?stede?|[Tt]il\s?stades|[Pp]å møtet|[Dd]esse|[Ff]ølgende|[Ff]ølgjande|[Ff]ram møtte|[Dd]eltakarar|[Dd]et)\s+(?:var|møtte|deltok|deltakarar var|var til stede|var til stades)\s*:?\s+(?P<many>[^.:;]{4,200}?)[.]?$", confidence=0.85),
    _p("attended", r"^(?:[Ff]rå|[Ff]ra)\s+(?P<org>[\wæøå. -]{2,40}?)\s+(?:møtte|deltok|stilte)\s*:?\s+(?P<many>[^.:;]{4,200}?)(?:\s+med\s+[a-zæøå-]+.*)?[.]?$", confidence=0.85),
    _p("we were", rf"^(?:[Vv]i|[Mm]e)\s+var\s+[^:.;]{{2,90}}:\s+{_MANY}[.]?$", confidence=0.8),
    _p("sent word", rf"^{_MANY}\s+(?:hadde|har)\s+(?:gitt|gjeve|sendt|sendt|meldt|lagt)\s+(?:beskjed|bod|melding|att bod)\b", status="absent", confidence=0.75),
    _p("met", rf"^{_MANY}\s+(?:møtte|deltok|møtte fram|var med)\s*(?:(?:i|på) møtet|fra styret|frå styret|på vegne av.*|(?:under|på|i|til|frå|fra|ved|for)\s+(?:sak|kl|saka|saken|deler|delar|digitalt|teams|telefon|administrasjonen|skolen|skulen|kommunen)\b.*)?[.]?$", confidence=0.75),
    _p("came too", rf"^{_MANY}\s+(?:møtte|deltok|var med|var til stede|var til stades|var innom|var inne|ringte inn|kom innom|kom til|var gjest)\s+(?:under|på|i|ved|til|frå|fra|for|den|dei|de|om)\b.*$", confidence=0.8),
    _p("stayed away", rf"^{_MANY}\s+(?:kom|møtte|deltok)\s+(?:ikke|ikkje)\b", status="absent", confidence=0.8),
    _p("lay ill", rf"^{_MANY}\s+(?:lå|låg|var)\s+(?:sjuk|syk|til sengs|i influensa|med influensa|på ferie|bortreist|hjemme|heime|på sjukehus|på sykehus)\b", status="absent", confidence=0.8),
    _p("was in the chair", rf"^{_P}\s+(?:styrte møtet|satt ved roret|leidde|leda|ledet|satt i stolen)\b", role="chair", confidence=0.85),
    _p("elected to take the minutes", rf"(?:^|[.,;]\s|\bog\s)(?:[Tt]il å|[Ff]or å)\s+(?:føre|føra|skrive|skriva)\s+(?:protokoll\w*|referat\w*|møtebok\w*)\s+(?:ble|vart|blei)\s+{_P}", role="minute_taker"),
    _p("was secretary", rf"^{_OFFICE}{_P}\s+(?:var|er)\s+(?:møte)?sekretær\b", role="secretary", confidence=0.8),
    _p("to sign", rf"(?:^|[.,;]\s|\bog\s){_MANY}\s+{_VALD}(?:å\s+)?(?:skrive under|underskrive|signere|protokollunderskrivere|å undertegne|medunderskrivere)", confidence=0.7),
)  # fmt: skip
_EARLY = frozenset(
    {"were present", "met", "present were", "attended", "we were", "sent word", "came too", "stayed away", "lay ill"}
)
"""Patterns that tell of the whole meeting only above its items."""
PATTERNS_BY_NAME = {pattern.name: pattern for pattern in PATTERNS}
_SIGN_ROLE = re.compile(
    r"^(?:referent|ref\.?|refr\.?|møteleder|møteleiar|protokollfører|sekretær|møtesekretær|skrivar|møteskrivar|styreleder|styreleiar|leder|leiar|ordfører|ordførar)\.?$",
    re.I,
)
_SIGN_ROLES = {
    "referent": "minute_taker",
    "ref": "minute_taker",
    "refr": "minute_taker",
    "protokollfører": "minute_taker",
    "skrivar": "minute_taker",
    "møteskrivar": "minute_taker",
    "møteleder": "chair",
    "møteleiar": "chair",
    "møtesekretær": "minute_taker",
    "sekretær": "secretary",
}
_CUES = re.compile(
    r"leda|lede|leia|leid|leidde|styr|roret|stolen|innom|ringte|sengs|influensa|ferie|sykehus|sjukehus|ordstyr|møtele|dirigent|referent|ref|skriv|skrev|førte|ført|ikke|ikkje|forfall|fråvær|fravær|avbud|til ?st[ae]|på møtet|møtet var|desse var|disse var|møtte|møtt|deltok|underskriv|sjuk|syk|bortreis|hindr|var med|[Vv]i var|[Mm]e var|beskjed|melding|\bbod\b|skrive under|signere|protokoll|sekretær",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What prose says of one person's part in the meeting."""

    name: str
    role: str | None
    status: str
    organisation: str | None
    place: Place
    block: int
    rule: str
    confidence: float
    listed_as: str | None = None
    notes: tuple[str, ...] = ()


def only(found: list[int]) -> int | None:
    """The one element of a list, None where there are none or several."""
    return found[0] if len(found) == 1 else None


def may_be(short: str, full: str) -> bool:
    """True where a given name, a surname, initials, or a shorter form may stand for a full name.

    >>> may_be("Per", "Per A. Lie"), may_be("Lie", "Per A. Lie"), may_be("PAL", "Per A. Lie"), may_be("Kari", "Per A. Lie")
    (True, True, True, False)
    """
    a, b = fold(short).split(), fold(full).split()
    if not a or not b:
        return False
    if a == b or short.strip(" .") in initials_of(full):
        return True
    if len(a) == 1:
        return a[0] in (b[0], b[-1])
    if a == b[: len(a)]:
        return True  # "Gro Anita" of "Gro Anita Lie"
    first = a[0].rstrip(".")
    same = a[0] == b[0] or (len(first) == 1 and b[0].startswith(first))
    return same and (a[-1] == b[-1] or (len(a[-1].rstrip(".")) == 1 and b[-1].startswith(a[-1][0])))


def mentions(document: Document, lexicon: Lexicon, known: Sequence[str]) -> Iterator[Mention]:
    """Every person whose part in the meeting a sentence or a signature tells."""
    limit = len(document.blocks)
    for block in document.blocks:
        if block.label and known_label(block.label, lexicon)[:1] in (("distribution",), ("proposal",)):
            continue
        item = document.item_of(block.index)
        if not _CUES.search(block.text):
            continue
        if len(block.text) < 70 and (block.index >= limit - 10 or item is None) and (found := _p_signature(block)):
            yield found
            continue
        if (found_chair := PATTERNS_BY_NAME["chair in parenthesis"].pattern.search(block.text)) and is_name(
            _trim(found_chair["p"]), single=True
        ):
            yield Mention(
                _trim(found_chair["p"]),
                "chair",
                "present",
                None,
                block.place(),
                block.index,
                "chair in parenthesis",
                0.92,
            )
            continue
        for sentence in sentences_of(block, item if item is None or item.glued else None):
            if _CUES.search(sentence.text):
                yield from _of_sentence(sentence.text, block, sentence.start, known, early=item is None)
    yield from _signatures(document)


def _of_sentence(text: str, block: Block, offset: int, known: Sequence[str], *, early: bool) -> Iterator[Mention]:
    for pattern in PATTERNS:
        match = pattern.pattern.search(text)
        if not match:
            continue
        if pattern.name in _EARLY and not early:
            continue
        groups = match.groupdict()
        key = "p" if groups.get("p") else "many"
        if (
            pattern.status == "absent"
            and not early
            and not any(may_be(w, k) for w in groups[key].split(",") for k in known)
            and len(text) > 140
        ):
            continue
        place = block.place(offset + match.start(key), offset + match.end(key))
        if key == "p":
            name = office_before(_trim(groups["p"]))[1]
            if name and (is_name(name, single=True)) and not is_organisation(name):
                yield Mention(
                    name,
                    pattern.role,
                    pattern.status,
                    groups.get("org"),
                    place,
                    block.index,
                    pattern.name,
                    pattern.confidence,
                )
            continue
        entries, strange = parse(groups["many"])
        if strange or not entries or (pattern.status == "absent" and any(_is_thing(e.name, known) for e in entries)):
            continue
        for entry in entries:
            if len(entries) > 1 and _is_thing(entry.name, known):
                continue  # "Dirigenten, Kari Nes, var med"
            yield Mention(
                entry.name,
                pattern.role,
                pattern.status,
                entry.organisation or _sender(groups.get("org")),
                place,
                block.index,
                pattern.name,
                pattern.confidence,
                entry.role,
                entry.notes,
            )
        if pattern.status == "absent":
            return


def _is_thing(name: str, known: Sequence[str]) -> bool:
    """True for a single noun in its definite form, which begins a sentence and is nobody's name."""
    if " " in name or any(may_be(name, other) for other in known):
        return False
    return len(name) > 6 and name.casefold().endswith(("et", "en", "ane", "ene", "eren", "aren"))


def _sender(wording: str | None) -> str | None:
    """The organisation in "Frå Vestre revisjon IKS møtte ...", None where the words are none ("Frå administrasjonen")."""
    return wording.strip() if wording and is_organisation(wording.strip()) else None


def signed(document: Document, at: int) -> bool:
    """True for a row of names whose next row gives the roles in which they sign."""
    following = document.blocks[at + 1 : at + 2]
    cells = following[0].lines[0].cells if following else ()
    return bool(cells) and all(_SIGN_ROLE.match(cell.text.strip(" .:_()")) for cell in cells)


def _trim(name: str) -> str:
    return re.sub(r"\s+(?:Møtet|Det|Han|Hun|Ho|Saken|Saka|Vedtak)$", "", name.strip(" .,"))


def _p_signature(block: Block) -> Mention | None:
    """One line "Name, referent" or "Name (ref.)" near the end or in the head."""
    match = re.match(
        r"^(?:[\w]+(?:leder|leiar|sekretær|direktør|formann|sjef)\s+)?(?P<p>[^,()/–]{2,40}?)\s*(?:[,/–-]|\()\s*(?P<r>[\wæøå. ]{2,20})\)?\.?$",
        block.text.strip(),
    )
    if match and _SIGN_ROLE.match(match["r"].strip()) and is_name(match["p"].strip(), single=True):
        role = _SIGN_ROLES.get(match["r"].strip(" .").casefold())
        if role:
            return Mention(
                match["p"].strip(), role, "present", None, block.place(), block.index, "signature line", 0.85
            )
    match = re.match(
        rf"^(?:[Rr]eferent|[Rr]efr?\.?|[Ss]krivar|[Pp]rotokollfører)\s*[.:/]?\s+{_P}\.?$", block.text.strip()
    )
    if match and is_name(_trim(match["p"]), single=True):
        return Mention(
            _trim(match["p"]), "minute_taker", "present", None, block.place(), block.index, "signature line", 0.88
        )
    return None


def _signatures(document: Document) -> Iterator[Mention]:
    """A name and, above or below it, the role in which it is signed."""
    tail = document.blocks[-10:]
    for before, after in itertools.pairwise(tail):
        for name_block, role_block in ((before, after), (after, before)):
            name, word = name_block.text.strip(" ._"), role_block.text.strip(" .:_()")
            if name_block.lines[0].cells or role_block.lines[0].cells:
                if name_block is before:
                    yield from _side_by_side(name_block, role_block)
                continue
            if len(name_block.lines) > 1 or not _SIGN_ROLE.match(word) or not is_name(name, single=True):
                continue
            role = _SIGN_ROLES.get(word.casefold())
            if role:
                yield Mention(name, role, "present", None, name_block.place(), name_block.index, "signature", 0.85)


def _side_by_side(names: Block, roles: Block) -> Iterator[Mention]:
    """Signatures beside each other: names in one row, their roles in the next."""
    a, b = names.lines[0].cells, roles.lines[0].cells
    if len(a) != len(b):
        return
    for one, word in zip(a, b, strict=True):
        name, role = one.text.strip(" ._"), _SIGN_ROLES.get(word.text.strip(" .:_()").casefold())
        if role and is_name(name):
            yield Mention(name, role, "present", None, names.place(), names.index, "signature", 0.85)
