"""The committee, board or group that a document is of: behind its label, in the title, or a line of the head."""

from __future__ import annotations

import re

from extractors._helpers import value_start
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import known_label
from pipeline.model import Document, Kind, Role

_TITLE_WORDS = r"(?:beslutnings|møte|års?møte|styre|styremøte|utvalgs|drøftings)?(?:referat|protokoll|møtebok|møteprotokoll|notat|oppsummering|utskrift)(?:et|en)?"
_FROM = re.compile(
    rf"^(?:{_TITLE_WORDS})?\W*(?:nr\.?\s*[\d/–-]+\s*\W*)?(?:(?:fra|frå|for|av|til|i)\s+)?(?:(?:det\s+)?(?:\d+\.\s*)?(?:ordinært?\s+|ekstraordinært?\s+|konstituerende\s+)?"
    r"(?P<meeting>(?:[\wæøåÆØÅ-]*?)(?:møte[tr]?|generalforsamling(?:en|a)?|samling|møtebok))\s*(?:nr\.?\s*)?(?:[\d/ -]+\s+)?(?:(?:i|for|av|ved|hos|med|hjå|på)\s+)?)?(?P<body>.*)$",
    re.I | re.S,
)
_STOP = re.compile(
    r"[\s,:;–—-]*(?:\b(?:den|dato|kl\.?|tid|sted|stad|nr\.?|møte nr|år)\b.*|\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag|laurdag|sundag)\b.*|\d{1,2}\s?\.\s?(?:\d|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember).*|\d{1,2}/\d.*|(?:19|20)\d\d.*|\d{4}-\d\d.*|\d+\s*\.?\s*$)$",
    re.I | re.S,
)
_GROUP_WORD = re.compile(
    r"(?:styret?|utvalg(?:et)?|utval(?:et)?|råd(?:et)?|gruppen?|gruppa|komit[eé]en?|nemnda?|forum|laget?|fau|foreldreutvalg|arbeidsutvalg|klubb(?:en)?|forening(?:en|a)?|forening|borettslag|sameiet?|formannskap(?:et)?|kommunestyret?|ting(?:et)?|parlament(?:et)?|stiftelsen?|kor(?:et)?|team|amu|kontaktutval\w*|SA|AS|BA|forsamling|lag)\b",
    re.I,
)

_SUBJECT = re.compile(r"^(?:emne|vedr\.?|gjelder|gjeld)\s*:\s*", re.I)
_KIND_LAST = re.compile(r"\s+[-–]\s+(?:møte)?(?:referat|protokoll)(?:\s+(?:fra|frå)\s+[\wæøå]+)?\s*$", re.I)
_REPORT_WORDS = re.compile(
    r"^(?:\w*(?:årsrapport|årsmelding|årsberetning|arbeidsgrupperapport|mandat|rapport)\w*)(?:\s+(?:for|frå|fra|til|av))?\b|\s*\b\d{4}\b",
    re.I,
)


def body_of(document: Document, lexicon: Lexicon) -> str | None:
    """The committee, board or group: behind its label, in the title without its words for minutes, or a line of the head."""
    blocks = document.blocks
    for block in blocks[:14]:
        if (
            block.label
            and known_label(block.label, lexicon)[:1] == ("body",)
            and (text := block.text[value_start(block) :].strip(" .:"))
        ):
            return text
    candidates: list[tuple[float, str]] = []
    for position, block in enumerate(document.head[:8]):
        if len(block.text) > 200 or (block.label and known_label(block.label, lexicon)[:1] not in ((), ("number",))):
            continue
        text = re.sub(
            r"^(?:vedlegg|appendiks|bilag)\s+(?:[A-ZÆØÅ]|\d{1,2}|[IVX]{1,4})\b\s*[:.–-]?\s*",
            "",
            _SUBJECT.sub("", block.text),
            flags=re.I,
        )
        match = _FROM.match(text)
        rest = match["body"] if match else text
        pieces = [p for p in re.split(r"\s*,\s*|\s+[–-]\s+", rest) if _GROUP_WORD.search(p)]
        if pieces and re.match(r"^\W*(?:nr\.?|\d)", rest):
            rest = pieces[0]  # "nr. 2 - 2014, Fagerlid Idrettslag"
        name = _STOP.sub("", _KIND_LAST.sub("", rest)).strip(' .,:;–—-«»"#·*')
        said = says_minutes(text, lexicon)
        if document.kind in (Kind.MANDATE, Kind.ANNUAL_REPORT):
            name = _REPORT_WORDS.sub("", name).strip(' .,:;–—-«»"')
            said = said or name != _STOP.sub("", text).strip(' .,:;–—-«»"')
        if len(name) < 3 or not any(c.isalpha() for c in name) or fold(name) in lexicon.labels:
            if match and match["meeting"] and said:
                continue
            continue
        if re.match(r"^[a-zæøå]{2,4},", name):
            continue
        worth = (
            (2.0 if said else 0.0)
            + (1.5 if _GROUP_WORD.search(name) else 0.0)
            + (0.5 if block.role is Role.HEADING else 0.0)
            - 0.1 * position
        )
        if not said and not _GROUP_WORD.search(name):
            continue
        if len(name.split()) > 14:
            worth -= 2
        candidates.append((worth, name))
    return max(candidates, default=(0.0, None))[1]


def says_minutes(text: str, lexicon: Lexicon) -> bool:
    """True where the first words of a text name minutes or a meeting."""
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", text)[:8]]
    names = {n for n in (*lexicon.lists["kind_minutes"], *lexicon.lists["kind_meeting"]) if " " not in n}
    return any(w in names or any(w.endswith(n) for n in names if len(n) > 4) for w in words)
