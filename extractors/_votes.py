"""Votes as the text states them: unanimous, for, against, blank, by group. What it does not state stays null."""

from __future__ import annotations

import re

from extractors._matching import word_list
from extractors.lexicon import fold
from pipeline.model import Record

_NUMBERS = {
    "en": 1,
    "éi": 1,
    "én": 1,
    "ein": 1,
    "éin": 1,
    "ett": 1,
    "eitt": 1,
    "ei": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "sju": 7,
    "syv": 7,
    "åtte": 8,
    "ni": 9,
    "ti": 10,
    "null": 0,
    "elleve": 11,
    "tolv": 12,
}
_N = rf"(\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d{{1,4}}|{'|'.join(_NUMBERS)})"
_VOTES = r"(?:stemmer?|røyst(?:er)?|røyst|stemme)"
UNANIMOUS = re.compile(
    r"\b(?:enstemmige?|einstemmig|einrøystes|samrøystes|samstemmig|samrøystt)\b|\b(?:enst|samr)\.(?:[\s)]|$)|\benst\s(?=vedt|godkj)|\b(?:med|fikk|fekk) alle (?:stemmer|stemmene|røyster|røystene)\b|\bmot (?:ingen|0) (?:stemmer|røyster)\b|\b(?:stemmer?|røyst(?:er)?) mot (?:ingen|inga)\b|\bingen (?:stemte|røysta|røystte) (?:i)?mot\b"
    r"|\b(?:uten|utan) (?:(?:stemmer|røyster) i?mot|mot(?:stemmer?|røyster?))\b"
    r"|\balle (?:stemte|røysta) for\b|\balle var for (?:å|at|det|dette|forslaget|framlegget)\b|(?:^|(?<=[.!]\s))alle (?:var )?for(?=\s*[.!]|$)|\b(?:stilte|stiller) (?:\w+ )?seg saml(?:et|a) bak\b|\balle (?:sluttet|slutta) seg til\b|\balle (?:var|er) (?:samde|enige|einige)(?: (?:i|om) det(?:te)?)?(?=\s*[.;]|$)|\b(?:tilslutning|tilslutnad|støtte|stønad) (?:fra|frå|av) alle(?=\s*[.,;]|$)",
    re.I,
)
_BY_WORD = re.compile(r"\b(?:enst|samr|einst|einr|samst)", re.I)
"""That all were for it, by the word for that, where some did not vote."""
_AGAINST = re.compile(
    rf"(?<![\d.,])(?<!kr )(?<!kr\. )\b{_N}\s*(?:{_VOTES}\s*)?(?:\([^)]*\)\s*)?(?:mot|imot)\s*{_N}\b(?!\s*(?:prosent|%|kroner))|\b{_N}\s*[–-]\s*{_N}\s*{_VOTES}|\b{_N}\s*(?:{_VOTES}|stemte|røysta)?\s*for\b[^.]{{0,40}}?\b{_N}\s*(?:{_VOTES}|stemte|røysta)?\s*(?:i?mot)"
    rf"|\b{_N}\s+ja\b[^.\d]{{0,12}}\b{_N}\s+nei\b|\bfor(?:\s+\w+)?\s*:\s*{_N}\b[^\d]{{1,8}}\bi?mot(?:\s+\w+)?\s*:\s*{_N}\b"
    rf"|^for\s+(?:stemte|røysta|røystte)\s+{_N}\b[^.\d]{{0,30}},\s*(?:og\s+)?i?mot\s+(?:stemte\s+|røysta\s+)?{_N}\b",
    re.I,
)
_ONLY_AGAINST = re.compile(
    rf"\b(?:mot|imot)\s+(?:(?:hans|hennes|hennar|deira|deres)\s+)?{_N}\s*\(?\s*(?:{_VOTES}|avgitt)|\b{_N}\s+{_VOTES}\s+(?:i?mot)\b(?!\s+(?:ingen|inga)\b)|\b{_N}\s+(?:stemte|røysta)\s+(?:i?mot)\b",
    re.I,
)
_ONLY_FOR = re.compile(
    rf"\b(?:med|fikk|fekk)\s+{_N}\s+{_VOTES}|\b{_N}\s+(?:andre\s+)?(?:stemte|røysta|{_VOTES})\s+for\b"
    rf"|\b(?:fikk|fekk)\s(?:(?!\bi?mot\b)[^.,;\d]){{2,50}}\s{_N}\s+{_VOTES}|\bfl(?:er|eir)tall?et\s+\({_N}\)|\b{_N}\s+{_VOTES}\s+mot\s+(?:ingen|inga)\b",
    re.I,
)
_BLANK = re.compile(
    rf"\b{_N}\s*(?:{_VOTES}\s*)?(?:blank[et]?|blanke|stemte blank[t]?|røysta blank[t]?|avholdende|avhaldande|avsto[d]?|(?:avholdt|avheldt|avhaldt|avholder) seg|(?:lot|let|lét) ver[ae]?e? å (?:stemme|røyste|røysta)|(?:var|er) blank[et]?|visste ikke|visste ikkje)|\b(?:blank[te]?|avholdende)\s*:?\s*{_N}\b",
    re.I,
)
_TALLIES = re.compile(
    rf"\b(?:fikk|fekk)\b[^.\d]{{0,60}}?\b{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))(?:[^.]|\.(?=\s+[A-ZÆØÅ][^.]*\b(?:fikk|fekk)\b)){{0,140}}?\b{_N}(?:\s+{_VOTES})?\s*(?:\(|[.,;]|$)|"
    rf"\b{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))[^.\d]{{0,60}}\n?[^.\d]{{0,60}}[ .]{{4,}}\s*{_N}\s+{_VOTES}\b|"
    rf"\b{_N}\s+{_VOTES}\s+for\b[^.\d]{{1,60}},\s+(?:og\s+|mens\s+|medan\s+)?{_N}(?:\s+{_VOTES})?\s+for\b|"
    rf"\bfor\b[^.\d]{{1,60}}\b(?:stemte|røysta|røystte)\s+{_N}\b[^\d]{{1,60}}\b(?:stemte|røysta|røystte)\s+{_N}\b|"
    rf"\b{_N}\s+(?:stemte|røysta|røystte)\s+for\b[^.]{{1,60}}?(?:,\s+(?:og |men |mens |medan )?|\s+og\s+){_N}(?:\s+(?:stemte|røysta|røystte))?\s+for\b|"
    rf"\b(?:stemte|røysta|røystte|(?:avstemming|avstemning|avrøysting|votering)\w*)\b[^.\d]{{0,30}}\b{_N}\s+for\b[^.\d]{{1,60}},\s+(?:og\s+)?{_N}\s+for\b|"
    rf"\b(?:fikk|fekk)\b[^.\d]{{0,60}}\b{_N}\s+{_VOTES}\.\s+{_N}\s+(?:stemte|røysta|røystte)\s+for\b|"
    rf"\b{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))\s*[.,;–-]\s+(?:og\s+|mens\s+|medan\s+)?[^\W\d][^.,\d]{{2,60}}\s{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))",
    re.I,
)
"""Two proposals and what each of them got ("Viks forslag fikk 4 stemmer, innstillingen 1 stemme")."""
_OTHERS_WANTED = re.compile(
    rf"\b{_N}\s+(?:stemte|røysta|røystte)\s+for\b[^.]{{1,60}},\s+(?:og |men |mens |medan )?(?:{_N}|resten|dei andre|de andre)\s+(?:\([^)]*\)\s+)?(?:ville|ønsket|ønskte|ynskte)\b",
    re.I,
)
"""How many were for it, and that others would have something else: not all were for it."""
_ASIDE = re.compile(r"\s*\([^)]*\)")
_IN_PARENTHESES = re.compile(
    r"\((\d{1,3})\s?[–-]\s?(\d{1,3})\)\s*\.?\s*$|(?:,|\b(?i:nedstemt|nedrøysta|vedtatt|vedteke|valgt|vald))\s+(\d{1,2})[–-](\d{1,2})\s*(?:\([^()]{1,30}\)\s*)?\.?$|(?:\(|,\s+)(\d{1,2})\s+mot\s+(\d{1,2})\b[^()]{0,40}\)?\s*\.?\s*$"
)
"""Only the two numbers, at the end ("(6–2)", "Vedtatt 6-2", ", 2 mot 1")."""
_NAMES = r"((?:\b[A-ZÆØÅ][\wæøåé-]+(?:\s[A-ZÆØÅ][\wæøåé.-]+){0,3}(?:,\s|\sog\s)?)+)"
_NAMED_AGAINST = re.compile(rf"{_NAMES}\s(?:stemte\s|røysta\s|røystte\s)?i?mot\b")
"""Those who stood against, by name ("4 stemmer for, og Bakke imot")."""
DISSENTERS = re.compile(
    rf"(?:^|[.;]\s+|,\s+|\bmen\s+){_NAMES}\s(?:(?:stemte|røysta|røystte)\s(?:i?mot|nei)\b|i?mot(?=\s*(?:[,.;]|$)))"
    rf"|\bmot\s{_NAMES}(?<=s)\s(?:stemmer?|røyst(?:er)?)\b"
    rf"|\bmot\s(?:stemmen|stemmene|røysta|røystene)\s(?:til|fra|frå)\s{_NAMES}"
    rf"|\bmot\s{_NAMES}\s(?:si|sin|sine)\s(?:stemmer?|røyst(?:er)?)\b"
)
"""The same where nothing else of the vote is told ("Nes og Lie stemte imot", "vedtatt mot Nes' stemme")."""
_NOBODY = re.compile(r"[,;]\s+(?:ingen|inga)\s+i?mot(?=\s*[.)]|$)", re.I)
"""That nobody was against, behind what was carried."""
_NOBODY_AGAINST = re.compile(rf"\b{_N}\s+{_VOTES}(?:\s+for)?,\s+(?:og\s+)?ingen\s+(?:i?mot)\b", re.I)
"""How many were for it and that nobody was against, without the word for all."""
FELL = re.compile(
    r"\b(?:(?:falt|fall)\b(?!\s+(?:ikke|ikkje|på|ned|ut|sammen|saman|til ro)\b)|ned(?:stemt|røysta)|(?:røysta|stemt) ned|forkastet|forkasta|avvist)\b",
    re.I,
)
_FELL_WITH = re.compile(rf"{FELL.pattern}[^.]*(?:\bmed|,)\s*$", re.I)
"""That something fell, before its count ("røysta ned med 4 mot 2", "nedstemt, 6 mot 2")."""
_REFUSED = re.compile(rf"{FELL.pattern}|\bavslått\b", re.I)
"""The same, and that something was refused."""
_OPPOSED_FIRST = re.compile(rf"\b{_N}\s+(?:var\s+)?i?mot\b[^.\d]{{0,40}}\b{_N}\s+var\s+for\b", re.I)
"""Those against, then those for ("5 var imot, og 2 var for")."""
_GOT_AND_OPPOSED = re.compile(rf"\b(?:fikk|fekk)\s+{_N}\s+{_VOTES}[^.\d]{{0,20}}\b{_N}\s+var\s+i?mot\b", re.I)
"""What a proposal got, then those against it ("fekk 9 røyster, og 17 var imot")."""
_FELL_BETWEEN = re.compile(
    rf"\b(?:fikk|fekk)\s+{_N}\s+{_VOTES}\s+(?:og\s+)?(?:falt|fall)\s+(?:dermed\s+)?mot\s+{_N}\b", re.I
)
"""What a proposal got, that it fell, and against how many."""
_GROUP_ITEM = re.compile(r"(\d{1,2})\s?([A-ZÆØÅ][\wæøåA-ZÆØÅ]{0,12})")


COUNTED = re.compile(
    r"\b(?:vedtatt|vedteke|vedteken|vedtekne|godkjent|godkjend|godkjende)\b.{0,60}\b(?:stemmer?|røyst(?:er)?)\b"
    r"|\d\s+ja\b.{1,12}\bnei\b|\b(?:enstemmig|samrøystes|einstemmig)\s+(?:vedtatt|vedteke|vedteken|godkjent|godkjend)\b",
    re.I,
)
"""A vote by which something was carried."""


BALLOT = re.compile(
    rf"(?:(?:det\s+)?(?:vart|ble|blei)\s+(?:det\s+)?(?:røysta|stemt)\b[^:.]{{0,30}}:|for\s+(?:[\w-]+\s+){{0,3}}(?:stemte|røysta|røystte)\b|{_N}\s+(?:(?:stemmer?|røyst(?:er)?|stemte|røysta|røystte)\b|(?:var\s+)?(?:for|i?mot)\b)"
    rf"|(?:avstemning|avstemming|avrøysting|avrøystinga|røysting|røysta|votering|stemmetall|røystetal)\w*\s*:"
    rf"|(?:ved|under|i)\s+(?:avstemning|avstemming|avrøysting|røysting|votering)\w*\b)",
    re.I,
)
"""How a sentence begins that tells the count of a vote."""


def vote(text: str) -> Record | None:
    """The vote that a text states, or None.

    >>> vote("Enstemmig vedtatt.")["unanimous"], vote("Vedtatt med 7 mot 2 stemmer")["against"], vote("Vedtatt mot én stemme")["against"]
    (True, 2, 1)
    >>> vote("17 stemte for og 29 mot, 3 blanke")["blank"], vote("Saken ble drøftet")
    (3, None)
    """
    result: Record = {"unanimous": None, "for": None, "against": None, "blank": None, "by": []}
    if match := _OPPOSED_FIRST.search(text):
        result["against"], result["for"] = (_int(group) for group in match.groups())
    elif match := _GOT_AND_OPPOSED.search(text):
        result["for"], result["against"] = (_int(group) for group in match.groups())
    elif (match := _AGAINST.search(text)) and (pair := [g for g in match.groups() if g]) and _is_vote(text, match):
        if len(pair) == 2:
            result["for"], result["against"] = _int(pair[0]), _int(pair[1])
            fell = _FELL_WITH.search(text[: match.start()])
            if fell and result["for"] > result["against"]:
                result["for"], result["against"] = result["against"], result["for"]  # "røysta ned med 4 mot 2"
    elif not FELL.search(text) and (match := _TALLIES.search(text) or _TALLIES.search(_ASIDE.sub("", text))):
        counts = sorted(_int(group) for group in match.groups() if group)
        result["for"], result["against"] = counts[1], counts[0]
    elif told := _bare_count(text):
        result["for"], result["against"] = told
    elif match := _NOBODY_AGAINST.search(text):
        result["for"], result["against"] = _int(match[1]), 0
    elif match := _FELL_BETWEEN.search(text):
        result["for"], result["against"] = (_int(group) for group in match.groups())
    elif match := _ONLY_AGAINST.search(text):
        dropped = bool(FELL.search(text[: match.start()])) and match.group().casefold().startswith("mot")
        result["for" if dropped else "against"] = _int(next(g for g in match.groups() if g))
    if result["for"] is None and (match := _ONLY_FOR.search(text)):
        result["for"] = _int(next(g for g in match.groups() if g))
        if result["against"] is None and (named := _NAMED_AGAINST.search(text[match.end() :])):
            result["against"] = _persons(named[1]) or None
    if result["against"] is None and result["for"] is None and (named := DISSENTERS.search(text)):
        result["against"] = _persons(next(group for group in named.groups() if group)) or None
    if match := _BLANK.search(text):
        result["blank"] = _int(next(g for g in match.groups() if g))
    if result["against"]:
        result["unanimous"] = False
        result["by"] = _by(text)
        return result
    all_for = UNANIMOUS.search(text) or (result["for"] is None and _NOBODY.search(text))
    if (
        all_for
        and not (result["blank"] and not _BY_WORD.search(text))
        and not re.search(r"\bikk(?:e|je)\s+(?:enstemmig|samrøystes)", text, re.I)
    ):
        result["unanimous"] = True
        return result
    if result["for"] is not None or result["blank"] is not None:
        divided = (result["blank"] and result["against"] is not None) or (
            result["for"] and (FELL.search(text) or _OTHERS_WANTED.search(text))
        )
        result["unanimous"] = False if divided else None
        return result
    return None


def counts_two(text: str) -> bool:
    """True for a text that gives what each of two proposals got, and does not say that one fell."""
    return not FELL.search(text) and bool(_TALLIES.search(text) or _TALLIES.search(_ASIDE.sub("", text)))


def counts_both(text: str) -> bool:
    """True for a text that gives how many were for something and how many against it."""
    told = vote(text)
    return told is not None and told["for"] is not None and told["against"] is not None


def counts_half(text: str) -> bool:
    """True for a text that gives how many were for something, and nothing of who was against it."""
    told = vote(text)
    return told is None or (told["against"] is None and told["unanimous"] is None)


def counts_one(text: str) -> bool:
    """True for a text that gives the votes for one proposal and for nothing else, and does not say that it fell."""
    counts = re.findall(rf"\b{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))", text, re.I)
    return len(counts) == 1 and not FELL.search(text) and not _AGAINST.search(text) and not UNANIMOUS.search(text)


_VOTING = re.compile(r"stem|røyst|vedt|votering|fleirtal|flertal|gjennom|\b(?:for|ja|nei|falt|fall)\b", re.I)
_MEASURE = re.compile(r"\s+(?!(?:stem|røyst|st\b|avgitt|blank|og\b|ved\b|for\b|i\b|på\b|som\b|så\b))[a-zæøå]{3,}", re.I)


def _is_vote(text: str, match: re.Match[str]) -> bool:
    """True unless nothing around two counts speaks of voting, or what is counted is something else ("mot ei betaling")."""
    counted = not match.group().rstrip()[-1].isdigit() and _MEASURE.match(text, match.end())
    return bool(_VOTING.search(text)) and not (counted and not re.search(r"stem|røyst", match.group(), re.I))


def _bare_count(text: str) -> tuple[int, int] | None:
    """How many were for and against where only the numbers say so; hours, ages and years count upwards, a majority down.

    >>> _bare_count("Vedtatt, 6-2."), _bare_count("Nedstemt 4-2."), _bare_count("Åpent lørdag (10-14)"), _bare_count("Vedtatt 10-12.")
    ((6, 2), (2, 4), None, None)
    """
    match = _IN_PARENTHESES.search(text)
    if match is None:
        return None
    first, second = (int(group) for group in match.groups() if group)
    if _REFUSED.search(text):
        return min(first, second), max(first, second)
    return (first, second) if first >= second else None


def _by(text: str) -> list[Record]:
    """Groups with their votes against: "mot 2 stemmer (1 H, 1 FrP)" or "(SV og MDG)"."""
    found: list[Record] = []
    said = r"(?:mot|imot)\s+[\wé]+\s+(?:stemmer?|røyst(?:er)?)\s*\(([^)]*)\)|\bi?mot\s+(?:[\wæøå]+\s+)?(?:stemte|røysta|røystte)\s+([^.]*)"
    if one := _OF_A_PARTY.search(text):
        return [{"group": one["group"], "for": None, "against": _int(one["n"])}]
    for match in re.finditer(said, text, re.I):
        for number, group in _GROUP_ITEM.findall(match.group(1) or match.group(2)):
            found.append({"group": group, "for": None, "against": int(number)})
    return found


_OF_A_PARTY = re.compile(
    rf"(?i:\bi?mot)\s+(?P<n>{_N.replace('(', '(?:', 1)})\s*(?i:{_VOTES})?\s*"
    r"\((?P<group>Ap|AP|A|H|Frp|FrP|FRP|Krf|KrF|KRF|V|SV|Sv|Sp|SP|MDG|R|RV|INP|PP|KP|NKP|Rødt|Raudt|Høyre|Høgre|Venstre|[A-ZÆØÅ][a-zæøå]+partiet|[A-ZÆØÅ][a-zæøå]+lista|[A-ZÆØÅ][a-zæøå]+[A-ZÆØÅ][\wæøåÆØÅ]+)\)"
)
"""The one party or body that all the votes against came from ("6 mot 1 (H)")."""


def _persons(names: str) -> int:
    """How many people a list of names has; 0 where it names a group, whose votes it does not tell, or nobody."""
    people = re.split(r",\s|\sog\s", names.strip(", "))
    groups = word_list("not_voters")
    return 0 if any(fold(name.split()[0]) in groups for name in people) else len(people)


def _int(text: str) -> int:
    digits = re.sub(r"[ .]", "", text)
    return int(digits) if digits.isdigit() else _NUMBERS[text.casefold()]
