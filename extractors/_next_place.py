"""Where the next meeting is: behind a label or a preposition, before its date, in a parenthesis, or by a word for a call."""

from __future__ import annotations

import re

from extractors._names import is_organisation
from extractors._next_words import NEXT
from extractors._venue import is_house, is_place_like, venue
from pipeline import dates, sentences

_HEDGES = r"(?:men|trolig|med\s+sikkerhe[ti]t?|helt\s+sikkert|heilt\s+sikkert|truleg|sannsynligvis|formodentlig|antakelig|antakeleg|forhåpentligvis|forhåpentlegvis|nok|fysisk|digitalt|også|òg|også det|igjen|att|da|då|det|den|denne\s+g[ao]ng(?:en)?|som\s+van(?:lig|leg))"
"""Words that may stand before the preposition of a place."""
_GOES_ON = r"(?=\s*(?:$|\.|;|:|\(|!|(?:,\s*|\s+)(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\b|kl\b|tema|fra kl|med\b|og\b|skal|der\b|dersom\b|hvis\b|viss\b|inntil\b|deretter\b|da\b|då\b|så\b|slik\b|fordi\b|om\b|(?:nærmere|nærare)\b|(?:sted|stad)\s+(?:kommer|kjem|avtales|avtalast)\b|møte\s+(?:nr\.?\s*)?\d)|,\s*(?:[\wæøåÆØÅ]+\s+){1,2}(?:leder|leiar|skriver|skriv|inviterer|inviterar|serverer|serverar|ordner|ordnar|bestiller|bestillar|innkaller)\b))"
"""What ends a place in a sentence."""
_PLACE = re.compile(
    r"(?:\bsted|\bstad|\bmøterom)\s*:\s*(?P<a>[^.;]{2,60})"
    rf"|(?:,|\bog (?:holdes|haldast|vert halde)|\bkl\.?\s*[\d.:–-]+,?|\d|\b(?:[Bb]egge|[Aa]lle)(?:\s+møt[ea][rn]?e?)?|\b(?:{'|'.join(dates.MONTHS)})møtet\s+(?:blir|er|vert|holdes|haldast))\s+"
    rf"(?:{_HEDGES}\s+){{0,3}}(?:møte\s+)?"
    r"(?P<b>(?:på|i|hos|hjå|ved|via|heime hos|hjemme hos)\s+[A-ZÆØÅ«\"]?[\wæøåÆØÅ](?:[^.;()!]|(?<=\bgt)\.|(?<=\bgate)\.|(?<=\s(?-i:[A-ZÆØÅ]))\.){1,60}?)"
    rf"{_GOES_ON}"
    r"|\.\s+(?:Fysisk|Digitalt)\s+(?P<d>(?:på|i|hos|hjå|ved|via)\s+[^.;()]{2,60}?)(?=\s*(?:$|[.;(,]|dersom\b|hvis\b|viss\b|inntil\b))"
    r"|\bmøte\s+(?P<c>(?:på|hos|hjå)\s+(?-i:[A-ZÆØÅ])\w+(?:\s(?-i:[A-ZÆØÅ])\w+)?)(?=\s+(?:i\s+)?(?:uke|veke)\b)",
    re.I,
)
SAME_PLACE = re.compile(
    r"\bsam[me]e? (?:tid og )?(?:sted|stad|plass|rom|møterom|lokale|lokaler|hus|sal|kanal|lenke|lenkje|link|adresse|hytte|kafé|kafe|kontor)\b",
    re.I,
)
"""That they meet where they met, as it is written."""
_NO_DAY = re.compile(
    r"\bmøtet?\s+(?:blir|vert|er|holdes|haldast|avholdes)\s+(?P<p>(?:på|i|hos|hjå)\s+(?-i:[A-ZÆØÅ])[\wæøå-]+(?:\s(?-i:[A-ZÆØÅ])[\wæøå-]+)?)(?=\s+(?:i\s+)?(?:uke|veke)\s\d|\s+i\s+[a-zæøå]+[.,]|\s*[.,])",
    re.I,
)
"""Where they meet on a day that is not settled yet."""
_WITHIN = r"(?:(?!\.\s(?-i:[A-ZÆØÅ])).)"
_BEFORE_DATE = re.compile(
    rf"\b(?P<p>(?:heime hos|heime hjå|hjemme hos|hos|hjå)\s+\S{_WITHIN}{{0,40}}?|(?:holdes|haldast|halde|holdt|avholdes|blir|vert|er)\s+(?:om\s?bord\s+)?(?:i|på|ved)\s+\S{_WITHIN}{{1,40}}?)[\s,]*(?:så\s+)?(?:$|\.\s)",
    re.I,
)
"""Where, between the word for the meeting and its date ("Neste møte hos Kari, mandag ...")."""
_BETWEEN = re.compile(
    r"^(?:\s+(?:igjen|att|på nytt|neste g[ao]ng))*\s+(?P<p>(?:på|via|i|ved)\s+(?!(?:nytt|dagtid|kveldstid|nyåret|våren|høsten|hausten|sam[me]+)\b)[\wæøåÆØÅ].{1,40}?)[\s,]*(?:den\s*)?$",
    re.I,
)
"""The same with no verb ("Neste møte på telefon onsdag ...")."""
_OPENS_WITH = re.compile(r"^(?P<p>(?-i:[A-ZÆØÅ])[^.:;,\d]{2,40}),\s*$")
"""A place behind the colon of the words for the meeting, before its date ("Haustsamling: Lia, 3. mai")."""
_MEET_IN = re.compile(
    r"\b(?:møtes|møtest|møtast|samles|samlast|ses|sees|sest|sjåast|sjåest|treffes|treffest|kommer sammen|kjem saman)(?:\s+(?:vi|me|styret|alle|igjen|att|på nytt|neste g[ao]ng))*\s+(?:i|på)\s+"
    r"(?P<p>(?-i:[A-ZÆØÅ])[\wæøå-]+(?:\s(?:(?:i|på|ved)\s)?(?-i:[A-ZÆØÅ])[\wæøå-]+){0,3})[\s,]*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\s*)?(?:den\s*)?$"
    r"|\b(?:legges|leggjast|lagt)\s+til\s+(?P<q>(?!(?:\w+dag|uke|veke|våren|høsten|hausten|nyåret|slutten|starten|midten|etter|over|før|rett)\b)[\wæøåÆØÅ-]{4,}(?:\s(?:(?:i|på|ved)\s)?(?-i:[A-ZÆØÅ])[\wæøå-]+){0,3})[\s,]*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\s*)?(?:den\s*)?$",
    re.I,
)
"""A town or a house by its name, between the word for meeting and the day ("Vi møtes igjen i Lia 8. april")."""
_NAME = r"(?-i:[A-ZÆØÅ])[\wæøå-]+(?:\s(?-i:[A-ZÆØÅ])[\wæøå-]+){0,3}"
_TRIED = re.compile(
    rf"\b(?:vi|me)\s+(?:prøver|prøvar|låner|lånar|bruker|brukar|leier|leiger)\s+(?P<p>{_NAME})[\s,]*(?:\w+dag\s*)?$",
    re.I,
)
"""A house or a town by its name that they mean to meet in, before the day."""
_OF_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(dates.MONTHS)})møtet\s+(?:legges|leggjast|er\s+lagt|blir\s+lagt|vert\s+lagt|holdes|haldast)\s+(?:til|på|i)\s+(?P<p>{_NAME})",
    re.I,
)
"""Where one meeting of a plan is, by its month."""
_IN_PARENTHESIS = re.compile(
    r"^\s*(?:kl\.?\s*[\d.:–-]+\s*)?\((?:NB!?:?\s*)?(?P<p>[A-ZÆØÅ][^,()]{2,40}|(?:telefon|video)møte|digitalt møte)"
)
_HOUR_OF_DAY = re.compile(r"(?:dag|dagtid|kveld|kveldstid|formiddagen|ettermiddagen|kvelden)", re.I)
"""What stands behind "på" and is no place."""
_SHORT = 160
"""Letters of a text that is of the next meeting alone."""
_USUAL = re.compile(r"van(?:lig|leg)\s\w", re.I)
_HOST = re.compile(r"(?:hos|hjå)\s+(?P<who>[A-ZÆØÅ][^,]*?)(?=,|\s(?:i|på)\s|$)")
"""With whom: an organisation's name is where they meet, a person's home is named by the word before it."""
_CALL = re.compile(r"\b(?:(?:Microsoft )?Teams|Zoom|Skype|(?:telefon|video|nett)møte|digitalt(?: møte)?)\b", re.I)
"""A meeting that is not held at a place."""
_TAKEN = re.compile(
    r"\b(?:booket|booka|reservert|bestilt|tinga|leid|leigd|låner|lånar|leier|leiger)\s+(?P<p>[\wæøåÆØÅ]+(?:\s(?!igjen|att)[\wæøåÆØÅ]+){0,2}?)\s+(?:igjen\s+|att\s+)?til\s+(?:neste|det)\b",
    re.I,
)
"""A room that was taken for the meeting."""
_TRIES = re.compile(
    r"^(?:(?:da|då|så|denne gangen|denne gongen)\s+)?(?:(?:vi|me)\s+)?(?:prøver|prøvar|møtes|møtest|er|samles|samlast|låner|låner|lånar|ses|sees|møtet (?:blir|er|vert|holdes|haldast)|det blir|det vert)\s+"
    r"(?:(?:vi|me|da|då)\s+)?(?P<p>(?:(?:på|i|hos|hjå|ved|via)\s+)?(?-i:[A-ZÆØÅ])[\wæøå]+(?:\s(?-i:[A-ZÆØÅ])[\wæøå]+){0,3}|(?:på|i|hos|hjå|ved|via)\s+[\wæøåÆØÅ ]{3,30})"
    r"(?=\s*(?:[.,]|$|denne g[ao]ng))",
    re.I,
)
"""A sentence behind the one with the date that says where ("Vi prøver Fjordkroa denne gangen")."""


def place_of(text: str, found: list[dates.Found], behind: str = "") -> str | None:
    """Where they meet next, as `text` says it or the sentence `behind` it; None where neither does.

    `found`: the days of the meeting in the text.
    """
    place = _said(text, found, behind)
    return None if place is None or _NO_PLACE.search(place) else place


_NO_PLACE = re.compile(r"^(?:det|dette|den|dei|som|nb)\b|!$", re.I)
"""What stands where a place may, and is a sentence of its own or a call ("NB tida!")."""


def _said(text: str, found: list[dates.Found], behind: str) -> str | None:
    """The words for the place by the first way of saying it that fits."""
    if same := SAME_PLACE.search(text):
        return same.group()
    place = _PLACE.search(text) or (None if found else _NO_DAY.search(text))
    if place or not found:
        return _bare(next(filter(None, place.groups())) if place else None)
    before = text[: found[0].start]
    if taken := _TAKEN.search(before):
        return taken["p"]
    if stands := _BEFORE_DATE.search(before):
        return _bare(re.sub(r"^(?:holdes|haldast|halde|holdt|avholdes|blir|vert|er)\s+", "", stands["p"], flags=re.I))
    if named := _MEET_IN.search(before):
        return named["p"] or named["q"]
    if tried := _TRIED.search(before):
        return tried["p"]
    if (moved := _OF_MONTH.search(f"{text} {behind}")) and moved["month"].casefold() == dates.MONTHS[
        found[0].month - 1
    ]:
        return moved["p"]
    cue = NEXT.search(before)
    if cue and (between := _BETWEEN.match(before[cue.end() :])):
        told = between["p"]
        if told.startswith(("på ", "via ")) or is_house(told):
            return _bare(told)
    led = NEXT.search(text)  # whose words look ahead to the date
    if led and led.group().rstrip().endswith(":") and (opens := _OPENS_WITH.match(before[led.end() :])):
        return opens["p"]
    if beside := _IN_PARENTHESIS.match(text[found[0].end :]):
        return beside["p"].strip()
    tail = text[found[0].start :]
    end = found[0].start + sentences.split(tail)[0][1]
    alone = not any(f.start < end for f in found[1:])
    told_beside = venue(text[found[0].start : end], loose=alone)
    if told_beside or not alone:
        return _bare(told_beside)
    if call := _CALL.search(text if len(text) < _SHORT else text[:end]):
        return call.group()
    tries = _TRIES.match(behind)
    return _bare(tries["p"]) if tries else None


def _bare(text: str | None) -> str | None:
    """The place without the words that join it to the sentence ("også på klubbhuset" -> "klubbhuset")."""
    if not text:
        return None
    bare = re.sub(r"\s+(?:den|kl\.?|att|igjen)$", "", text.strip(" ,."))
    hedged = re.match(rf"^(?:{_HEDGES}\s+)+(?=(?:på|i|ved|via|hos|hjå|heime|hjemme)\s)", bare, re.I)
    bare = re.sub(r"^(?:om\s?bord\s+)?(?:på|i|ved|via)\s+", "", bare[hedged.end() :] if hedged else bare)
    if _HOUR_OF_DAY.fullmatch(bare) or (
        not is_place_like(bare) and not SAME_PLACE.search(bare) and not _USUAL.match(bare)
    ):
        return None
    host = _HOST.match(bare)
    return (bare[host.start("who") :] if host and is_organisation(host["who"]) else bare) or None
