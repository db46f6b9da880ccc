"""When and where they meet next: behind a label, in a sentence, in a heading with the date below, in a list of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors._helpers import in_list, regions, value_start
from extractors._hours_told import hour_by_word
from extractors._venue import venue
from extractors.lexicon import Lexicon
from pipeline import dates, sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role, When
from pipeline.numbering import opening

KINDS = {Kind.MINUTES}
ROUND = 1
NEXT = re.compile(
    r"\bneste\s+(?:gang|gong|samtale|treff|samling|sammenkomst)\b|\b(?:første|fyrste)\s+(?:styre|utvalgs|utvals)?møte\b|\bstyremøte\s+(?:nr\.?\s*)?\d{1,2}\s+(?:blir|vert|er|holdes|haldast)\b|\b(?:neste|nytt|nye|kommende|komande|påfølgende)\s+(?:[\wæøå-]{0,25})?(?:møte[trn]?|møter|møtedato(?:er|ar)?|samling|styremøte|årsmøte)\b|\bmøteplan\b|\bmøtedato(?:er|ar)\b|\b(?:vi|me) (?:møtes|møtest|treffes|treffest|sees|ses|sest)(?: igjen| att)?\b|\bnytt\s+[\wæøå-]*møte\b|\bkalles? inn til nytt møte\b"
    r"|\bneste\s+ordinære\s+[\wæøå-]*møte\b|\bsiste\s+møte(?:t)?\s+(?:før|i denne|for|i)\b|\bny prat\b|\b(?:nye|neste)\s+møtetidspunkt(?:er)?\b"
    r"|^neste\s*:|\b[Ss]es hos\b|\b(?:styret|utvalget|utvalet|rådet|gruppa|gruppen|komiteen|nemnda|vi|me)\s+(?:møtes|møtest|samles|samlast|"
    r"kommer sammen|kjem saman|trer sammen)(?:\s+igjen|\s+att|\s+på nytt)?\s+(?=(?:\w+dag\s+)?\d{1,2}\.)|^(?:vår|haust|høst|vinter|sommer|sommar)møtet\b"
    r"|\b[\wæøå]*møter?\s+(?:i\s+|høsten\s+|våren\s+|hausten\s+|haust\s+|resten\s+av\s+)[\wæøå]*[^.:]{0,12}:\s*(?=(?:\w+dag\s+)?\d)"
    r"|\b(?:holder|held|avholder|har)\s+(?:sitt\s+(?:første|fyrste)\s+)?møter?\s+(?=(?:\w+dag\s+)?\d{1,2}\.)"
    r"|\b(?:styret|utvalget|utvalet|rådet|gruppa|gruppen|komiteen|nemnda|vi|me)\s+(?:møtes|møtest|samles|samlast)\s+(?:igjen|att|på nytt)?\s*(?=sam(?:me|e)\s+dag)"
    r"|\bneste\s+(?-i:[A-ZÆØÅ]{2,6}\d?):?\s+(?=(?:\w+dag\s+)?\d)|^møter?\s+(?:i\s+)?(?:våren|høsten|hausten|haust|vår|høst)(?:\s+\d{4})?\W*$"
    r"|\b(?-i:[A-ZÆØÅ])[\wæøå]+(?:et|en|a)\s+(?:møtes|møtest|samles|samlast)\s+(?:igjen|att)\s+(?=(?:\w+dag\s+)?\d{1,2}\.)"
    r"|\b(?:høstens|vårens|haustens|årets)\s+møter?\s+(?:blir|er|vert|holdes|haldast)\b",
    re.I,
)
_OPENS = 25  # characters: further in, "neste møte" is said in passing
_PASSING = re.compile(
    r"\b(?:til|innen|innan|før|på|ved|i|fram mot|utsettes til|utsatt til|utsett til)\s+(?:det\s+)?(?:neste|nytt|kommende|komande)\s+(?:[\wæøå-]{0,25})?møtet?\b",
    re.I,
)
_PLACE = re.compile(
    r"(?:\bsted|\bstad|\bmøterom)\s*:\s*(?P<a>[^.;]{2,60})|(?:,|\bog (?:holdes|haldast|vert halde)|\bkl\.?\s*[\d.:–-]+,?|\d|\b(?:[Bb]egge|[Aa]lle)(?:\s+møt[ea][rn]?e?)?)\s+(?:(?:trolig|truleg|sannsynligvis|formodentlig|antakelig|nok|(?:fysisk|digitalt)(?:\s+møte)?)\s+)?(?P<b>(?:på|i|hos|hjå|ved|via|heime hos|hjemme hos)\s+[A-ZÆØÅ«\"]?[\wæøåÆØÅ](?:[^.;()]|(?<=\bgt)\.|(?<=\bgate)\.){1,60}?)(?=\s*(?:$|\.|;|\(|,?\s*(?:kl\b|tema|fra kl|med\b|og\b|skal|der\b|dersom\b|hvis\b|viss\b|inntil\b|deretter\b|da\b|då\b)))"
    r"|\.\s+(?:Fysisk|Digitalt)\s+(?P<d>(?:på|i|hos|hjå|ved|via)\s+[^.;()]{2,60}?)(?=\s*(?:$|[.;(,]|dersom\b|hvis\b|viss\b|inntil\b))"
    r"|\bmøte\s+(?P<c>(?:på|hos|hjå)\s+(?-i:[A-ZÆØÅ])\w+(?:\s(?-i:[A-ZÆØÅ])\w+)?)(?=\s+(?:i\s+)?(?:uke|veke)\b)",
    re.I,
)
_PLAN = re.compile(r"\b(?:møteplan|møtedato\w*|møter)\b", re.I)
_OF_YEAR = re.compile(
    r"\b(?:møte\w*|\w+møtet?|våren|høsten|hausten|haust|høst|vår|for|i)\s+(?P<year>20\d\d|199\d)\b(?!\s*[-–:.]\d)", re.I
)
"""The year that a plan is of."""
_MOVED = re.compile(r"\b(?:utgår|går ut|fell ut|faller ut|flyttes|flyttast|flytta|flyttet|endres|endrast)\b", re.I)
"""What is said of a date that no longer holds; the last one named does."""
_SAME_PLACE = re.compile(
    r"\b(?:samme (?:sted|plass|rom|møterom|lokale)|same (?:stad|plass|rom|møterom|lokale))\b", re.I
)
_SAME_TIME = re.compile(r"\bsam[me]e? tid\b|\bsam[me]e? (?:sted|stad|plass) og tid\b", re.I)
_SAME_BOTH = re.compile(r"\bsam[me]e? (?:tid og (?:sted|stad|plass)|(?:sted|stad|plass) og tid)\b", re.I)
_ALL_AT = re.compile(
    r"^\s*(?:alle|møtene|møta|begge|(?:det første|møtet)\s+i\s+(?P<month>\w+))\b[^.]*?\bkl\.?\s*\d{1,2}(?:[.:]\d{2})?",
    re.I,
)
"""The sentence behind a plan that gives the hour of all its meetings, or of the one of a month."""
_BY_WORD = re.compile(
    r"\b(?:(?:klokka|klokken|kl\.?)\s+(?P<full>fem|seks|sju|syv|åtte)|(?:(?:klokka|klokken|kl\.?)\s+)?(?P<half>halv\s+\w+))\b",
    re.I,
)
"""An hour by word, with a word for o'clock before a full one."""
_SAME_DAY = re.compile(r"\bsam(?:me|e)\s+dag(?:en)?\b", re.I)
_HOUR = re.compile(r"[,\s]*kl\b", re.I)
_ASIDES = re.compile(r"\([^()]*\)")
_BEFORE_DATE = re.compile(
    r"\b(?P<p>(?:heime hos|heime hjå|hjemme hos|hos|hjå)\s+\S.{0,40}?|(?:holdes|haldast|halde|holdt|avholdes|blir|vert|er)\s+(?:i|på|ved)\s+\S.{1,40}?)[\s,]*$",
    re.I,
)
"""Where, between the word for the meeting and its date ("Neste møte hos Kari, mandag ...")."""
_IN_PARENTHESIS = re.compile(
    r"^\s*(?:kl\.?\s*[\d.:–-]+\s*)?\((?P<p>[A-ZÆØÅ][^,()]{2,40}|(?:telefon|video)møte|digitalt møte)"
)
_OTHER_BODY = re.compile(
    r"\bneste\s+(?:møte i )?(kommunestyre\w*|formannskap\w*|årsmøte|landsmøte|generalforsamling|departement\w*|samordningsråd\w*|fylkesting\w*)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(Fact):
    """The next meeting; `when` resolves to its date, `later` to further dates of a plan."""

    collection = "next_meeting"
    text: str
    when: When
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    later: tuple[When, ...] = ()
    as_before: frozenset[str] = frozenset()
    """What is said to be as at this meeting, of `start` and `place` ("samme tid")."""

    def record(self) -> Record:
        """The contract's next_meeting."""
        return {
            "date": self.when.value.isoformat() if self.when.value else None,
            "start": self.start,
            "end": self.end,
            "place": self.venue,
            "later": [when.value.isoformat() for when in self.later if when.value],
            "text": self.text,
        }


def extract(document: Document, lexicon: Lexicon) -> Iterator[NextMeeting | Issue]:
    """At most one: the best of what labels, headings and sentences offer."""
    skip = in_list(document)
    region = regions(document, lexicon)
    found: list[NextMeeting] = []
    for block in document.blocks:
        if block.index in skip:
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        told = NEXT.search(block.text)
        heading = told is not None and (
            block.role is Role.HEADING
            or (told.start() <= _OPENS and any(item.first == block.index for item in document.items))
        )
        if meaning == ("next_meeting",) or heading:
            found.extend(_labelled(document, block, lexicon, heading))
        elif told and region[block.index] not in ("proposal", "old_action"):
            found.extend(
                _prose(block, document.body or "", document.blocks[block.index - 1].text if block.index else "")
            )
    if found:
        yield max(found, key=lambda f: (f.confidence, f.block))


def _labelled(document: Document, block: Block, lexicon: Lexicon, heading: bool) -> Iterator[NextMeeting]:
    """Behind the label, or in the blocks below it."""
    start = value_start(block) if block.label else 0
    rest = block.text[start:].strip()
    if heading and not block.label:
        match = NEXT.search(block.text)
        rest = block.text[match.end() :] if match else ""
    lines = [rest] if rest else []
    used = [block]
    for following in document.blocks[block.index + 1 : block.index + 9]:
        meaning = known_label(following.label, lexicon)[:1] if following.label else ()
        is_item = any(item.first == following.index for item in document.items)
        if (
            is_item
            or following.role is Role.HEADING
            or (meaning and meaning[0] not in ("date", "time", "place", "date_time", "time_place"))
        ):
            break
        if (
            rest
            and dates.find(rest)
            and not (
                following.marker
                or re.match(r"^(?:\d|kl|man|tir|ty|ons|tor|fre|lau|lør|sø|su|må)", following.text, re.I)
            )
        ):
            break
        if len(following.text) > 220 and not dates.find(following.text):
            break
        opens = opening(following.text)
        lines.append(following.text[opens.title_at :] if opens and opens.shape == "n.m" else following.text)
        used.append(following)
    text = "; ".join(lines) if all(re.match(r"\W", line) for line in lines) else " ".join(lines)
    if not text.strip() and not heading:
        return
    plan = not block.label and _PLAN.search(block.text) is not None  # "neste møte" in a sentence says more
    if fact := _read(text, block, 0, len(block.text), "next meeting label", 0.85 if plan else 0.95, used):
        yield fact


def _prose(block: Block, own: str, above: str) -> Iterator[NextMeeting]:
    """In a sentence that says when the next meeting is; `above` is the text before the block, for "the same day"."""
    for start, end in sentences.split(block.text):
        text = block.text[start:end]
        match = NEXT.search(text)
        if not match or ((other := _OTHER_BODY.search(text)) and other.group(1)[:9].casefold() not in own.casefold()):
            continue
        passing = _PASSING.search(text)
        opens = match.start() <= _OPENS or bool(
            re.search(
                r"\b(?:fastsatt|fastsett|blir|vert|holdes|haldast|avholdes|flyttes|flyttast|er|vart|satt|sett)\b",
                text[match.end() : match.end() + 60],
                re.I,
            )
        )
        if (
            passing
            and passing.start() <= match.start() <= passing.end()
            and not re.match(r"^(?:dato|tid|tidspunkt)", text, re.I)
        ):
            continue
        if (same_day := _SAME_DAY.search(text)) and not dates.find(text):
            before = f"{above} {block.text[:start]}"
            days = [f for f in dates.find(before) if f.day]
            days = [f for f in days if f.weekday is not None or _HOUR.match(before[f.end :])] or days  # no deadline
            if days:  # "... lørdag 3. mai. Styret møtes samme dag kl. 14"
                text = f"{text[: same_day.start()]}{before[days[-1].start : days[-1].end]}{text[same_day.end() :]}"
        if not opens or not (
            dates.find(text)
            or re.search(r"\b(?:uke|veke)\b|dato|i (?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)", text, re.I)
        ):
            continue
        days = [f for f in dates.find(text) if f.day]
        more = _ALL_AT.match(block.text[end:])
        if more and more["month"] and (not days or more["month"].casefold() != dates.MONTHS[days[0].month - 1]):
            more = None
        if more:
            rest = block.text[end + more.end() :]
            behind = rest[: sentences.split(rest)[0][1]] if rest.strip() else ""
            text = f"{_ASIDES.sub('', text)} {more.group().strip()}{behind}"  # an hour in parentheses is another's
        if fact := _read(text, block, start, end, "next meeting sentence", 0.9, [block]):
            yield fact


def _read(
    text: str, block: Block, start: int, end: int, rule: str, confidence: float, used: list[Block]
) -> NextMeeting | None:
    """Date, time and place out of the words."""
    found = [f for f in dates.find(text) if f.day]
    said = next((text[a:b] for a, b in sentences.split(text) if found and a <= found[0].start < b), text)
    if len(found) > 1 and _MOVED.search(text[found[0].end : found[-1].start]):
        found = found[-1:]
    planned = _OF_YEAR.search(said)
    year = f" {planned['year']}" if planned else ""
    when = [When(text[f.start : f.end] + (year if f.year is None else "")) for f in found]
    clock = dates.clock(dates.blanked(text if len(text) < 160 else said), cue=True)
    if len(found) > 1:
        every = (text[a:b] for a, b in sentences.split(text))
        clock = next((dates.clock(one, cue=True) for one in every if _ALL_AT.match(one)), None) or clock
    if not clock and found:
        # "onsdag 17. juni, 10.00" has no word for o'clock
        tail = text[found[0].end :][:24]
        clock = dates.clock(tail, cue=False) if re.match(r"^\W{0,3}\d{1,2}[.:]?\d{2}", tail) else None
    worded = _BY_WORD.search(text) if not clock and found else None
    if worded and (begins := hour_by_word(worded["half"] or worded["full"])):
        clock = (begins, None, worded.span())
        text = f"{text[: worded.start()]}kl. {begins}{text[worded.end() :]}"
    where = _where(text, found)
    same = {"start"} if _SAME_TIME.search(text) and not clock else set[str]()
    if _SAME_BOTH.search(text):
        same.add("place")
        where = None
    vague = text.strip(" .") if not found else None
    if not found and not re.search(r"\w{3}", text):
        return None
    source = (
        block
        if start or len(used) == 1
        else used[-1]
        if not block.text[value_start(block) :].strip() and len(used) > 1
        else block
    )
    at = source.place(start, end) if source is block else source.place()
    return NextMeeting(
        place=at, block=block.index, rule=rule, confidence=confidence if found else 0.6, text=text.strip() or (vague or ""),
        when=when[0] if when else When(text.strip()), start=clock[0] if clock else None, end=clock[1] if clock else None,
        venue=_venue(where), later=tuple(when[1:]), as_before=frozenset(same),
    )  # fmt: skip


def _where(text: str, found: list[dates.Found]) -> str | None:
    """The words for the place: as before, behind a label or a preposition, before the date, or beside it."""
    if same := _SAME_PLACE.search(text):
        return same.group()
    place = _PLACE.search(text)
    if place or not found:
        return (place["a"] or place["b"] or place["c"] or place["d"]) if place else None
    if before := _BEFORE_DATE.search(text[: found[0].start]):
        return re.sub(r"^(?:holdes|haldast|halde|holdt|avholdes|blir|vert|er)\s+", "", before["p"], flags=re.I)
    if beside := _IN_PARENTHESIS.match(text[found[0].end :]):
        return beside["p"].strip()
    tail = text[found[0].start :]
    end = found[0].start + sentences.split(tail)[0][1]
    return venue(text[found[0].start : end], loose=not any(f.start < end for f in found[1:]))


def _venue(text: str | None) -> str | None:
    """The place without the preposition that joins it to the sentence ("på klubbhuset" -> "klubbhuset")."""
    if not text:
        return None
    bare = re.sub(r"\s+(?:den|kl\.?)$", "", text.strip(" ,."))
    return (
        re.sub(
            r"^(?:(?:(?:også|òg)\s+(?:da|då|det|den)|fysisk|digitalt|denne\s+g[ao]ng(?:en)?|trolig|truleg|sannsynligvis|formodentlig|antakelig|antakeleg)\s+)?(?:på|i|ved|via)\s+",
            "",
            bare,
        )
        or None
    )
