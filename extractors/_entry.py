"""One person of a list, and what the words of lists mean: groups of people, school classes, parts of a meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors._names import is_organisation

CLASS = re.compile(
    r"^(?:\d{1,2}\.?\s*(?:klasse|trinn|steg|årstrinn|kl\.?|tr\.?)|\d{1,2}\s?[A-Fa-f]|(?-i:\d[A-ZÆØÅ]{2,4})|(?:vg|vk)\s?\d\w?|kull\s(?:19|20)?\d\d|\d{1,2}\.)$",
    re.I,
)
PARTIAL_WORD = re.compile(
    r"\b(?:kom|gikk|gjekk|til|fra|frå|under|sak|saken|saka|sakene|sakane|fom|tom|f\.?o\.?m|t\.?o\.?m|del(?:er|ar)?|permisjon|digitalt|teams|telefon|unntatt|unnateke|pkt|punkt|bare|berre|kun|alle|skype|kl)\b",
    re.I,
)
DEPUTY_NOTE = re.compile(
    r"(?:^|\b)(?:pva\.?|(?:personlig |personleg )?vara(?:medlem(?:mer)?|representant)?(?:\s+for)?|møtte? for|for|i stedet for|i staden for)\s+(?:[a-zæøå.]+\s+){0,2}(?P<other>[A-ZÆØÅ][^,;()]*)$"
)
ME = re.compile(
    r"^(?:jeg|eg|meg|undertegnede?|underteikna|undertegnet)(?:\s+(?:selv|sjølv|(?:som\s+)?(?:skrev|skreiv|skriver|skriv|refererte|referent|skrivar)\b.*))?$",
    re.I,
)
"""The writer of the minutes, who names themself in a parenthesis or behind a comma."""
TAIL = re.compile(r"[\s.,;:–-]+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list; `start` and `end` are its span in the text."""

    name: str
    start: int
    end: int
    organisation: str | None = None
    role: str | None = None
    notes: tuple[str, ...] = ()
    substitute_for: str | None = None
    shared: bool = False


def is_me(name: str) -> bool:
    """True for the words in which the writer of the minutes names themself ("underteikna")."""
    return ME.match(name) is not None


def fold_first(text: str) -> str:
    """The first word, folded."""
    return text.split()[0].casefold().strip(".:,") if text.split() else ""


_WAY = re.compile(
    r"^(?:ikke\s+|ikkje\s+)?(?:i|på|uten|utan|rundt|omkring|ved|via|over|med|bak|her|der|inne|digitalt|fysisk)\b(?!\.)",
    re.I,
)
"""How words begin that say where or how people took part ("I salen", "På skjermen", "Uten stemmerett")."""
GROUP_WORD = re.compile(
    r"\b(?:byggherre\w*|tiltakshav\w*|ri[begva]{1,2}|elles|ellers|dessuten|dessutan|under|innom|utanom|utenom|arbeidstak\w*|arbeidsg\w*|gruppe|fast|faste|midlertidige?|mellombels|tekn(?:\W\w*)?|teknisk\w*|adm|vitenskap\w*|vitskap\w*|praksisfelt\w*|repr|tell?ekorps|teljekorps|desisor\w*|bisitt\w*|komm?unens|skolens|skulens|pårørende\w*|pårørande\w*|eiere?|eigar(?:ar)?|bruker\w*|brukar\w*|eksterne|voksne|vaksne|sekretariat\w*|var|hvem|kven|fra|frå|for|medlem\w*|ansatte?\w*|tilsett\w*|foreldre\w*|elev\w*|lærer(?:e|ne|en|repr\w*)?|lærar\w*|student\w*|representant\w*|administrasjon\w*|vara\w*|observatør\w*|gjest\w*|personal\w*|andre|tillitsv\w*|også|deltak\w*|møtt\w*|stede?|stades|leder\w*|leiar\w*|ansvarlig\w*|ansvarleg\w*|kom|komité\w*)\b|kom$|com$|\b\w+(?:valde|valgte)\b|\bsk[ou]le(?:leiing|ledelse)\w*\b",
    re.I,
)


def names_a_group(text: str) -> bool:
    """True for words that say what kind of people follow ("Gruppe B", "Fast tilsette")."""
    return says_how(text) or (GROUP_WORD.search(text) is not None and not is_organisation(text))


def says_how(text: str) -> bool:
    """True for words that say where or how people took part, which no body is called."""
    return _WAY.match(text) is not None


_COPY = re.compile(r"^(?:(?:til|for|som)\s+(?:info\w*|orientering|kunnskap)|info(?:rmasjon)?|kopi|gjenpart)\b", re.I)


def only_told(text: str) -> bool:
    """True for words over those who get to know of the meeting and were not at it ("Til info")."""
    return _COPY.match(text.strip()) is not None
