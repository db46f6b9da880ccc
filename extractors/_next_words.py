"""The words that tell of a meeting to come, whose it is, and which of the dates beside them are its own."""

from __future__ import annotations

import re

from extractors._sieve import Ways
from extractors.lexicon import fold
from pipeline import dates, sentences

_BODY = r"(?:styret|utvalget|utvalet|rådet|gruppa|gruppen|komiteen|nemnda|vi|me)"
_DATE_NEXT = r"(?=(?:\w+dag\s+)?(?:den\s+)?\d{1,2}(?:\.|/\d))"
_AGAIN = r"(?:igjen|att|på nytt|neste gang|neste gong)"
_NEXT_WORDS = (
    # the next one, by a word for a meeting
    r"\bneste\s+(?:gang|gong|samtale|treff|samling|sammenkomst|klassens time)\b",
    r"\b(?:neste|nytt|nye|kommende|komande|påfølgende|påfølgjande)\s+(?:[\wæøå-]{0,25})?"
    r"(?:møte[trn]?|møter|møta|møtene|møtane|møtedato(?:er|ar)?|samling|styremøte|årsmøte)\b",
    r"\bnytt\s+[\wæøå-]*møte\b|\bny\s+(?:samling|møtedato|møtedag)\b|\bneste\s+ordinære\s+[\wæøå-]*møte\b|\b(?:innkall\w+|kall\w+ inn) til nytt møte\b|\bny prat\b",
    r"\b(?:nye|neste)\s+møtetidspunkt(?:er)?\b|^neste\s*(?::|$)|\(neste\s*:",
    r"\bnext\s+meeting\b|^ny\s+(?:dato|møtetid|tid)\s*:",
    r"^neste\s+(?![\wæøå]*(?:frist|tur|fest|dugnad|kurs|konsert|basar|utgave|utgåve|nummer|seminar|kamp|øving|øvelse|trening)\w*\s*:)[\wæøå.-]{2,25}\s*:\s+"
    r"(?=(?:\w+\.?\s+)?(?:den\s+)?\d{1,2}(?:\.|/\d)[^;]{0,40}?(?:\bkl\b|\d:\d\d|\bsam[me]+\s))",
    r"\bneste\s+(?:ordinære\s+)?(?-i:[A-ZÆØÅ]{2,6}\d?):?\s+(?:(?:er|blir|vert|holdes|haldast)\s+)?(?=(?:\w+dag\s+)?(?:den\s+)?\d)",
    r"\bneste\s+(?:[\wæøå]*(?:råd|utvalg|utval|styre|nemnd|forum|ting))\s*(?=(?:blir|vert|er|holdes|haldast|avholdes)\s+(?:i|på)\s+(?-i:[A-ZÆØÅ])\w+\s+(?:\w+dag\s+)?\d|(?:holdes|haldast|avholdes)\s+(?:\w+dag\s+)?\d|:|(?:blir|vert|er)\s+(?:\w+dag\s+)?\d|(?:\w+dag\s+)?\d)",
    r"\b(?:første|fyrste)\s+(?:styre|utvalgs|utvals)?møte\b",
    r"\bstyremøte\s+(?:nr\.?\s*)?\d{1,2}\s+(?:blir|vert|er|holdes|haldast)\b",
    r"^(?:[\wæøå-]*møte|samling)\s+(?:nr\.?\s*)?\d{1,2}(?:[-/]\d{2,4})?(?:\s+(?:blir|vert|er|holdes|haldast|avholdes)\b|\s*:\s+(?=(?:\w+dag\s+)?(?:den\s+)?\d{1,2}\.))",
    r"^(?-i:[A-ZÆØÅ]{2,6})[ -]?\d{1,3}\s*:\s+(?=(?:\w+dag\s+)?(?:den\s+)?\d{1,2}(?:\.\s?[a-z]|/\d))",
    rf"^sam[me]+\s+(?:rom|sted|stad|plass|lokale|tid)(?:\s+og\s+(?:sted|stad|tid))?,?\s+{_DATE_NEXT}",
    r"^(?:vår|haust|høst|vinter|sommer|sommar)?(?:møtet|samlinga|samlingen)\s+(?:legges|leggjast|blir lagt|vert lagt|er lagt)\s+til\b",
    rf"^(?:\w+dag\s+)?(?:den\s+)?\d{{1,2}}\.\s?(?:{'|'.join(dates.MONTHS)}),?\s+sam[me]+\s+(?:tid|sted|stad|rom|plass)\b",
    rf"\b[\wæøå-]*møte\s+(?:igjen|att)\s+{_DATE_NEXT}|\b(?:på gjensyn|vel møtt)\s+{_DATE_NEXT}",
    r"^(?:styre|utvalgs|utvals)?møtet\s+(?:den\s+)?\d{1,2}\.?\s*\w+\s+(?:flyttes|flyttast|utgår|går ut)\b",
    r"\b(?:siste|ekstra|ekstraordinært)\s+møte(?:t)?\s+(?:før|i denne|for|i)\b",
    r"\b(?:avtalt|avtala|berammet|berama|fastsatt|fastsett)\s+(?:nytt\s+)?møte\s+(?:til\s+)?(?=(?:\w+dag\s+)?\d{1,2}\.)",
    # they meet again
    r"\b(?:vi|me) (?:møtes|møtest|treffes|treffest|sees|ses|sest|sjåast|sjåest)(?: igjen| att)?\b|\b[Ss]es hos\b",
    rf"\b(?:ses|sees|sjåast|sjåest|møtes|møtest|møtast|treffes|treffest|treffast|samles|samlast)\s+(?:vi|me|styret)\s+{_AGAIN}",
    rf"\b{_BODY}\s+(?:møtes|møtest|samles|samlast|kommer sammen|kjem saman|trer sammen)(?:\s+igjen|\s+att|\s+på nytt)?\s+{_DATE_NEXT}",
    rf"\b{_BODY}\s+(?:møtes|møtest|samles|samlast)\s+(?:igjen|att|på nytt)?\s*(?=sam(?:me|e)\s+dag)",
    rf"\b(?:styre|utvalg|utval|råd|{_BODY[3:-1]}|(?-i:[A-ZÆØÅ])[\wæøå]+(?:et|en|a))\s+(?:møtes|møtest|samles|samlast|ses|sees)\s+{_AGAIN}\s+(?=(?:\w+dag\s+)?\d{{1,2}}\.)",
    rf"\b(?:samlet|samla|samles|samlast|møtes|møtest|møtast|ses|sees|treffes|treffest|treffast|sjåast|sjåest)\s+{_AGAIN}\s+(?=(?:(?:i|på|hos|hjå)\s+[^.;,]{{2,40}}?\s+)?(?:\w+dag\s+)?(?:den\s+)?\d)",
    rf"\b(?:da|så|då)\s+(?:ses|sees|sest|sjåast|sjåest|møtes|møtest|møtast|treffes|treffest|samles|samlast)\s+(?:vi|me)\s+{_DATE_NEXT}",
    # a plan of meetings
    r"^møt(?:ene|ane|a)\s+(?:i\s+)?(?:vår|våren|høst|høsten|haust|hausten|vinter|vinteren)\s+(?:blir|er|vert|holdes|haldast)\b",
    r"^møt(?:ene|ane|a|er|e)\s+(?:framover|fremover)\b",
    rf"^(?:budsjett|regnskaps|rekneskaps|strategi|avslutnings)møtet\s+(?:i\s+[\wæøå]+\s+)?(?:holdes|haldast|avholdes|blir|vert|er)\s+{_DATE_NEXT}",
    r"\bmøteplan\b|\bmøtedato(?:er|ar)\b|\bmøtekalender\b",
    r"^datoe?a?r\s+(?:for|i|til)\s+(?:resten\s+av\s+)?(?:møt[ea]r?\b|vår|høst|haust|året|neste)[^.:]{0,20}:",
    r"^(?:vår|haust|høst|vinter|sommer|sommar)(?:møtet?|samling(?:en|a)?|treff(?:et)?)\s*:\s+(?=[^.:;]{0,40}?\b\d{1,2}\.)",
    r"^(?:vår|haust|høst|vinter|sommer|sommar)møtet\b",
    r"\b[\wæøå]*møter?\s+(?:i\s+|høsten\s+|våren\s+|hausten\s+|haust\s+|resten\s+av\s+)[\wæøå]*[^.:]{0,12}:\s*(?=(?:\w+dag\s+)?\d)",
    r"\b(?:holder|held|avholder|har)\s+(?:sitt\s+(?:første|fyrste)\s+)?møter?\s+(?=(?:\w+dag\s+)?\d{1,2}\.)",
    r"^møter?\s+(?:i\s+)?(?:våren|høsten|hausten|haust|vår|høst)(?:\s+\d{4})?\W*$",
    r"\b(?:høstens|vårens|haustens|årets)\s+[\wæøå]*møter?\s+(?:blir|er|vert|holdes|haldast)\b",
)
NEXT = Ways(_NEXT_WORDS, re.I)
"""What says that a sentence, a label or a heading is of the next meeting."""

OPENS = 25
"""Letters before those words, at most; further in, "neste møte" is said in passing."""
_SETTLED = re.compile(
    r"\b(?:fastsatt|fastsett|blir|vert|holdes|haldast|avholdes|flyttes|flyttast|er|vart|satt|sett)\b", re.I
)
_LEADS = re.compile(r"\b(?:er|blir|vert|har|held|holder|avholdes|haldast|holdes)(?:\s+(?:det|vi|me|styret))?\s*$", re.I)
"""What joins a date to the words for the meeting behind it ("Tirsdag 8. april er det nytt møte")."""
_IN_APPOSITION = re.compile(r",\s+(?:som\s|(?:\w+dag\s+)?(?:den\s+)?\d{1,2}\.)")
"""What makes a meeting named in passing one whose day is told ("til neste møte, mandag 6. mai, ...")."""
_THEN = re.compile(r"(?:da|så|då)\s", re.I)
"""How a clause about the meeting begins behind talk of other days ("Tirsdag passer ikke, da møtes vi 8/4")."""
_MOVES = re.compile(
    r"\b(?:flyttes|flyttast|flytter|flyttar|legges|leggjast|settes|setjast|utsettes)(?:\s+(?:vi|me))?\s*$", re.I
)
"""What is done with the meeting whose name follows ("Derfor flyttes neste møte til 13. mai")."""
PASSING = re.compile(
    r"(?<!inn )(?<!innkalling )\b(?:til|innen|innan|før|på|ved|i|fram mot|utsettes til|utsatt til|utsett til)\s+(?:det\s+)?"
    r"(?:neste|nytt|kommende|komande)\s+(?:[\wæøå-]{0,25})?møtet?\b(?!,\s+(?:som\s+(?:er|blir|vert|holdes|haldast)\b|(?:\w+dag\s+)?(?:den\s+)?\d{1,2}\.))",
    re.I,
)
_ASKS_WHEN = re.compile(r"^(?:dato|tid|tidspunkt)", re.I)
_OTHER_BODY = re.compile(
    r"\bneste\s+(?:møte i )?(kommunestyre\w*|formannskap\w*|årsmøte|landsmøte|generalforsamling|departement\w*|samordningsråd\w*|fylkesting\w*|(?:foreldre|medlems|folke|all|personal|beboer|bebuar|grende|klasse)møte\w*)",
    re.I,
)
_NAMED = re.compile(
    r"\b(?P<body>[a-zæøå]+(?:styret|utvalget|utvalet|rådet|komiteen|nemnda|nemnden|gruppa|gruppen)|(?:representant|formann)skapet|(?:fylkes|stor|same|kirke|kyrkje)tinget)\b",
    re.I,
)
"""A body by a compound in the definite form; "styret" alone is one's own."""
_SOME_OF_THEM = re.compile(
    r"\b(?P<kind>(?:[a-zæøå]{3,})?(?:nemnda|nemnden|komiteen|komitéen|gruppa|gruppen|utvalget|utvalet))\s+\((?=[A-ZÆØÅ])[^()]+\)",
    re.I,
)
"""A few of them chosen for a task, who are named."""
_MEETS_AGAIN = re.compile(
    rf"(?:representantskapet|kommunestyret|formannskapet|fylkestinget|hovedstyret)\s+\w+\s+{_AGAIN}\b", re.I
)
"""Those who elect committees and meet again have met here."""
WITH = re.compile(
    r"\s+med\s+(?!(?:det\s+nye\s+)?(?:styret|gruppa|gruppen|utvalget|utvalet|rådet|arbeidsgrupp\w+|hele|heile|alle)\b)",
    re.I,
)
"""Whom some of them meet, behind the word for the meeting."""
_SERIES = re.compile(r"(?P<code>[A-ZÆØÅ]{2,6})[ -]?\d{1,3}\s*:")
"""A meeting by the letters of its body and its number ("AU 14: 3. mai")."""
_MEETING = re.compile(r"neste|møte(?!s|st)|igjen|att\b", re.I)
_EVENT = re.compile(r"\b(?:dugnad\w*|\w*tur|basar\w*|fest\w*|konsert\w*|kurs\w*|seminar\w*|rydd\w*|frokost\w*)\b", re.I)
"""What people meet for that is no meeting."""
_KINDS = ("styret", "utvalget", "utvalet", "rådet", "komiteen", "nemnda", "nemnden", "gruppa", "gruppen")
_BEFORE_A_LIMIT = re.compile(
    r"\b(?:frist\w*|innen|innan|senest|seinast|før|etter|fra|frå)\s*:?\s*(?:er\s+|til\s+)?(?:den\s+)?(?:\w+dag\s+)?$",
    re.I,
)
_LIMIT = re.compile(r"\W*\w*frist(?:en)?\b", re.I)
"""A sentence of when something is due."""
_PROPOSED = re.compile(r"\b(?:foresl\w+|føresl\w+|forslag|framlegg)\b", re.I)

DETAIL = re.compile(
    r"\s+(?P<detail>(?:tid(?:spunkt)?|klokkeslett|kl|sted|stad|møtested|møtestad|møterom)\b\s*[.:])", re.I
)
"""A sentence behind the one with the day that only gives the hour or the place."""
VAGUE = re.compile(r"\b(?:uke|veke)\b|dato|i (?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)", re.I)
"""What is said of a meeting whose day is not known."""
UNDECIDED = re.compile(
    r"\b(?:ikke|ikkje)\s+(?:\w+\s+)?(?:bestemt|fastsatt|fastsett|avtalt|avtala|avklart|avklara)\b|\b(?:avtales|avtalast|avklares|avklarast|kalles|kallast)\b",
    re.I,
)
"""What a sentence says that leaves the day open; no later sentence tells it then."""
SETTLES = re.compile(
    r"^\W*(?:det|dette|møtet|(?:ny\s+)?dato\w*|tidspunkt\w*|vi|me|styret|da|då|så)\b.*\b(?:er|blir|ble|blei|vart|vert|møtes|møtest|ses|sees|sjåast|samles|holdes|haldast)\b"
    r"|\b(?:landet|landa|enige|samde|einige|satt|satte|sett|sette|fastsatt|fastsett|velger|vel|valgte|valde|bestemt|bestemte|passer|passar|går for|"
    r"foreslo|foreslår|føreslo|føreslår)\b",
    re.I,
)
"""How a sentence without a word for the meeting says that a day is the one."""


def says_when(text: str) -> re.Match[str] | None:
    """The words for the next meeting in a sentence that is about it; None where it is told in passing.

    >>> bool(says_when("Neste møte er 8. april.")), bool(says_when("Saken utsettes til neste møte 8. april."))
    (True, False)
    """
    match = NEXT.search(text)
    if match is None:
        return None
    passing = PASSING.search(text)
    if passing and passing.start() <= match.start() <= passing.end() and not _ASKS_WHEN.match(text):
        return None
    dated = any(found.end <= match.start() for found in dates.find(text)) and _LEADS.search(text[: match.start()])
    relative = _IN_APPOSITION.match(text[match.end() :])
    moved = _MOVES.search(text[: match.start()])
    opens = (
        match.start() <= OPENS
        or _THEN.match(match.group())
        or dated
        or relative
        or moved
        or _SETTLED.search(text[match.end() : match.end() + 60])
    )
    return match if opens else None


def is_anothers(text: str, own: str) -> bool:
    """True for a sentence about the meeting of a body that is not `own`, the name of the document's body.

    >>> is_anothers("Neste kommunestyremøte er 8. april", "Lia vel")
    True
    >>> is_anothers("Kommunestyret har neste møte 8. april", "Lia vel"), is_anothers("Eldrerådet møtes 8. april", "Lia eldreråd")
    (True, False)
    """
    if (other := _OTHER_BODY.search(text)) and other.group(1)[:9].casefold() not in own.casefold():
        return True
    cue = NEXT.search(text)
    if (series := _SERIES.match(text)) and cue and not cue.start() and not _of_series(series["code"], own):
        return True
    if cue and (WITH.match(text[cue.end() :]) or (cue.group().startswith(("avtal", "beram")) and " med " in text)):
        return True
    if (part := _SOME_OF_THEM.search(text)) and fold(part["kind"])[:4] not in own.casefold():
        return True
    if cue and _MEETING.search(cue.group()) is None and _EVENT.search(text):
        return True
    named = _NAMED.search(text)
    day = next((found.start for found in dates.find(text)), len(text))
    meets_again = named and _MEETS_AGAIN.match(text[named.start() :])
    return bool(named and named.start() < day and not meets_again and not _is_own(named["body"], own))


def _of_series(code: str, own: str) -> bool:
    """True for the letters that the title or the body's name has before the number of this meeting, or alone."""
    return re.search(rf"(?<![\wæøåÆØÅ]){re.escape(code)}(?:[ -]?\d{{1,3}})?(?![\wæøåÆØÅ])", own) is not None


def _is_own(body: str, own: str) -> bool:
    """True for a word for a body that the name of one's own has, in whatever order; any, where there is no name."""
    word, name = fold(body), fold(own)
    if not name:
        return word not in ("kommunestyret", "formannskapet", "fylkestinget")
    kind = next((kind for kind in _KINDS if word.endswith(kind)), "")
    stem, modifier = word.rstrip("etna")[:9], word.removesuffix(kind)
    narrower = re.search(rf"[a-zæøå]{{3,}}{kind}", name) if kind else None
    if narrower and modifier in ("hoved", "hovud") and modifier not in name:
        return False  # the board of the whole, in the paper of a lesser one
    alone = modifier in ("", "hoved", "hovud", "arbeids", "sam", "prosjekt", "styrings", "klubb", "lags")
    return alone or stem in name or (len(modifier) > 3 and modifier.rstrip("se")[:6] in name)


def own_dates(text: str, own: str) -> list[dates.Found]:
    """The days in a text about the next meeting that are its own: no deadline's, no other body's, none put aside.

    >>> [found.day for found in own_dates("Frist for saker er 1. april. Møtet blir 8. april.", "Lia vel")]
    [8]
    """
    out: list[dates.Found] = []
    proposed: list[dates.Found] = []
    for start, end in sentences.split(text):
        said = text[start:end]
        days = [found for found in dates.find(text) if found.day and start <= found.start < end]
        if _LIMIT.match(said) or (not says_when(said) and is_anothers(said, own)):
            continue
        if (cue := NEXT.search(said)) and _THEN.match(cue.group()):
            days = [found for found in days if found.start >= start + cue.start()]
        days = [found for found in days if not _BEFORE_A_LIMIT.search(text[start : found.start])]
        (proposed if _PROPOSED.search(said) else out).extend(days)
    return out or proposed
