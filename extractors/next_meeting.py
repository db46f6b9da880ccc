"""When and where they meet next: behind a label, in a sentence, in a heading with the date below, in a list of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors._helpers import in_list, regions, value_start
from extractors._next_hours import ALL_AT, hours_of
from extractors._next_paper import SAME_DAY, Paper, joined, on_that_day, own_name, told_behind
from extractors._next_place import place_of
from extractors._next_plan import opens_alike, rows_of_plan
from extractors._next_settled import moves, settled
from extractors._next_stands import from_the_next, stands, to_its_end
from extractors._next_weighed import days_held, following, looking_ahead
from extractors._next_words import DETAIL, NEXT, OPENS, UNDECIDED, VAGUE, is_anothers, own_dates, says_when
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates, sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Fact, Issue, Kind, Record, Role, When
from pipeline.numbering import opening

KINDS = {Kind.MINUTES}
ROUND = 1
_PLAN = expression("next_meeting.plan")
_BY_NAME = expression("next_meeting.by_name")
_OF_YEAR = expression("next_meeting.of_year")
"""The year that a plan is of."""
_AND = re.compile(r"\w\s*(?:\bog|,|/|&)\s*$", re.I)
"""What stands before the words for the meeting in the heading of other matters too ("Orienteringer og neste møte")."""
_MOVED = expression("next_meeting.moved")
"""What is said of a date that no longer holds; the last one named does."""
_ASIDE = expression("next_meeting.aside")
_SAME_TIME = expression("next_meeting.same_time")
_ASIDE_WITH_DAY = re.compile(r"\((?=[^()]*\d)(?=[^()]*[a-zæøå]{3})[^()]*\)")
"""A parenthesis of other days, in which nothing is said of where."""
_ASIDES = re.compile(r"\([^()]*\)")
_SENTENCE = "next meeting sentence"
_LABEL = "next meeting label"
_VAGUE = 0.6
"""What is said of a meeting without its day."""
_FURTHER = expression("next_meeting.further")
"""How a sentence begins that tells of a meeting behind the next one."""
_OPENS_WITH_DAY = 10
"""Letters before the day, at most, in the line below a label."""


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
    """What is said to be as at this meeting: `start` ("samme tid")."""

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
    paper = Paper(document, lexicon, own_name(document), days_held(document))
    skip, region = in_list(document), regions(document, lexicon)
    firsts = {item.first for item in document.items}
    titled = {item.first for item in document.items if fold(item.title) in lexicon.lists["next_alone"]}
    found: list[NextMeeting] = []
    for block in document.blocks:
        if block.index in skip:
            continue
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        told = NEXT.search(block.text)
        heading = block.index in titled or (
            told is not None and (block.role is Role.HEADING or (told.start() <= OPENS and block.index in firsts))
        )
        if (meaning == ("next_meeting",) and not dates.find(block.label)) or heading:
            found.extend(_labelled(paper, block, heading))
        elif told and region[block.index] not in ("proposal", "old_action"):
            lists = block.text.rstrip().endswith(":") and says_when(block.text) and not dates.find(block.text)
            found.extend(_labelled(paper, block, True) if lists else _prose(paper, block, firsts))
        found.extend(_aside(paper, block))
    found = found or list(_planned(paper)) or list(_running(paper))
    best = max(found, key=lambda f: (f.confidence, _BY_NAME.search(f.text) is not None, f.block), default=None)
    if best is None or best.confidence <= _VAGUE:
        best = _weighed(paper) or best
    elif best.rule == _SENTENCE:
        best = _begun_before(paper, best) or _first_of_lines(found, best)
    if best is not None:
        yield best


def _first_of_lines(found: Sequence[NextMeeting], best: NextMeeting) -> NextMeeting:
    """The first of lines that name one meeting each ("Møte 12: 3. mai", "Møte 13: 5. juni"), with the later ones."""
    lines = {one.block: one for one in found if one.rule == _SENTENCE and opens_alike(one.text, best.text)}
    while above := lines.get(best.block - 1):
        best = replace(above, later=(*above.later, best.when, *best.later))
    return best


def _weighed(paper: Paper) -> NextMeeting | None:
    """By a sentence that no wording tells, with those behind it that go on with later meetings."""
    ahead = looking_ahead(paper.document, paper.lexicon)
    if not ahead:
        return None
    first = max(ahead, key=lambda one: (one.weight, -one.block.index))
    end, behind = first.end, first.block.text[first.end :]
    if _FURTHER.match(behind) and own_dates(behind, paper.own):
        end += sentences.split(behind)[0][1]
    span, text, behind = (first.start, end), first.block.text[first.start : end], first.block.text[end:]
    more = [one.text for one in following(paper.document, first, paper.lexicon)]
    return _read(paper, "; ".join([text, *more]), first.block, span, "next meeting weighed", 0.8, [first.block], behind)


def _begun_before(paper: Paper, told: NextMeeting) -> NextMeeting | None:
    """A meeting that one tells of as the last or a further one, with the sentence before it that tells of the next."""
    block = paper.document.blocks[told.block]
    at = block.text.find(told.text)
    ahead = looking_ahead(paper.document, paper.lexicon) if at > 0 and _FURTHER.match(told.text) else []
    before = next((one for one in ahead if one.block is block and one.end <= at), None)
    if before is None:
        return None
    span = (before.start, at + len(told.text))
    return _read(paper, block.text[slice(*span)], block, span, told.rule, told.confidence, [block])


def _aside(paper: Paper, block: Block) -> Iterator[NextMeeting]:
    """In a parenthesis of its own, whatever it stands behind ("Dato: 2. mai (neste: 6. juni kl. 18)")."""
    for aside in _ASIDE.finditer(block.text):
        said = aside["said"]
        told = own_dates(said, paper.own) and not is_anothers(said, paper.own)
        if told and (fact := _read(paper, said, block, aside.span("said"), "next meeting aside", 0.92, [block])):
            yield fact


def _planned(paper: Paper) -> Iterator[NextMeeting]:
    """In the line of the body in a plan of several bodies' meetings."""
    for block, begin in rows_of_plan(paper):
        text = re.sub(r"(?<=\d)\s+(?=\d)", ", ", block.text[begin:])
        if fact := _read(paper, text, block, (begin, len(block.text)), "next meeting plan", 0.85, [block]):
            yield fact


def _running(paper: Paper) -> Iterator[NextMeeting]:
    """In the head or foot of the pages, where nothing else tells of it."""
    for line in paper.document.furniture:
        block = Block(Role.PARAGRAPH, (line,), line.text, (0,), index=len(paper.document.blocks) - 1)
        if says_when(line.text) and own_dates(line.text, paper.own) and not is_anothers(line.text, paper.own):
            fact = _read(paper, line.text, block, (0, len(line.text)), _SENTENCE, 0.8, [block])
            if fact:
                yield fact
                return


def _labelled(paper: Paper, block: Block, heading: bool) -> Iterator[NextMeeting]:
    """Behind the label, or in the blocks below it."""
    document, lexicon = paper.document, paper.lexicon
    start = value_start(block) if block.label else 0
    rest = block.text[start:].strip()
    if heading and not block.label:
        match = NEXT.search(block.text)
        rest = block.text[match.end() :] if match else ""
    lines = [rest] if rest else []
    used = [block]
    for below in document.blocks[block.index + 1 : block.index + 9]:
        meaning = known_label(below.label, lexicon)[:1] if below.label else ()
        day = next(iter(dates.find(below.text)), None)
        value = not lines and day is not None and day.start <= _OPENS_WITH_DAY
        is_item = not value and any(item.first == below.index for item in document.items)
        if (
            is_item
            or (below.role is Role.HEADING and not value)
            or (meaning and meaning[0] not in ("date", "time", "place", "date_time", "time_place"))
        ):
            break
        if (
            rest
            and dates.find(rest)
            and not (below.marker or re.match(r"^(?:\d|kl|man|tir|ty|ons|tor|fre|lau|lør|sø|su|må)", below.text, re.I))
        ):
            break
        if len(below.text) > 220 and not dates.find(below.text):
            break
        opens = opening(below.text)
        numbered = opens is not None and opens.shape == "n.m"
        bare = below.text[opens.title_at :] if opens and numbered else below.text
        lines.append(bare if not value or dates.find(bare) else below.text)  # "8.1 2. mai", but "9.4. kl 17"
        used.append(below)
    text = joined(lines)
    if not text.strip() and not heading:
        return
    plan = not block.label and _PLAN.search(block.text) is not None  # "neste møte" in a sentence says more
    shared = heading and not block.label and _AND.search(block.text[: block.text.casefold().find("neste")])
    worth = 0.85 if plan or shared else 0.95
    if fact := _read(paper, text, block, (0, len(block.text)), _LABEL, worth, used):
        yield fact


def _prose(paper: Paper, block: Block, firsts: set[int | None]) -> Iterator[NextMeeting]:
    """In a sentence that says when the next meeting is, or in one of those behind it where it names no day itself."""
    document, own = paper.document, paper.own
    above = document.blocks[block.index - 1].text if block.index else ""
    spans = sentences.split(block.text)
    for at, (start, end) in enumerate(spans):
        text = block.text[start:end]
        if not says_when(text) or is_anothers(text, own):
            continue
        if (same_day := SAME_DAY.search(text)) and not dates.find(text):
            text = on_that_day(text, same_day, f"{above} {block.text[:start]}")
        behind = block.text[spans[at + 1][0] : spans[at + 1][1]] if at + 1 < len(spans) else ""
        used = [block]
        if not own_dates(text, own):
            later = None if UNDECIDED.search(text) else told_behind(paper, block, spans[at + 1 :], firsts)
            if later is not None:
                source, last, said, behind = later
                text, end = f"{text} {said}", last if source is block else end
                used = [block] if source is block else [block, source]
            elif not dates.find(text) and not VAGUE.search(text):
                continue
        elif (
            behind
            and used == [block]
            and (moves(text, behind, own, paper.lexicon) or (_FURTHER.match(behind) and own_dates(behind, own)))
        ):
            text, end = f"{text} {behind}", spans[at + 1][1]
            behind = ""
        while (told := DETAIL.match(block.text[end:])) and used == [block]:
            rest = block.text[end + told.start("detail") :]
            start_of, stop = sentences.split(rest)[0]
            text, end = f"{text} {rest[start_of:stop]}", end + told.start("detail") + stop
        days = own_dates(text, own)
        more = ALL_AT.match(block.text[end:])
        of_month = (more["month"] or more["of"] or "").casefold() if more else ""
        if of_month and (not days or of_month != dates.MONTHS[days[0].month - 1]):
            more = None
        if more:
            rest = block.text[end + more.end() :]
            ended = rest[: sentences.split(rest)[0][1]] if rest.strip() else ""
            text = f"{_ASIDES.sub('', text)} {more.group().strip()}{ended}"  # an hour in parentheses is another's
        if fact := _read(paper, text, block, (start, end), _SENTENCE, 0.9, used, behind):
            yield fact


def _read(
    paper: Paper,
    text: str,
    block: Block,
    span: tuple[int, int],
    rule: str,
    confidence: float,
    used: list[Block],
    behind: str = "",
) -> NextMeeting | None:
    """Date, time and place out of the words; `behind` is the sentence after the text."""
    start, end = span
    if rule == _LABEL:
        text = from_the_next(text, paper.own)
    found = own_dates(text, paper.own)
    found = [day for day in found if day.year or (day.day, day.month) not in paper.held] or found
    found = settled(text, found, paper.lexicon)
    said = next((text[a:b] for a, b in sentences.split(text) if found and a <= found[0].start < b), text)
    if len(found) > 1 and _MOVED.search(said) and _MOVED.search(text[found[0].end : found[-1].start]):
        found = found[-1:]
    days = [text[day.start : day.end] for day in found]
    planned = _OF_YEAR.search(said)
    year = f" {planned['year']}" if planned else ""
    when = [When(day + (year if f.year is None else "")) for day, f in zip(days, found, strict=True)]
    clock, text = hours_of(text, said, found)
    bare = _ASIDE_WITH_DAY.sub(lambda match: "," if own_dates(match.group(), paper.own) else match.group(), text)
    where = place_of(bare, found if bare == text else own_dates(bare, paper.own), behind)
    same = frozenset({"start"} if _SAME_TIME.search(text) and not clock else ())
    vague = text.strip(" .") if not found else None
    if not found and not re.search(r"\w{3}", text):
        return None
    source, at = block, block.place(start, end)
    if rule == _LABEL:
        again = _SAME_TIME.search(text)
        text = to_its_end(text, [*days, where or "", again.group() if again else ""])
        source, at = stands(used, days[0] if days else "", text)
    return NextMeeting(
        place=at, block=source.index, rule=rule, confidence=confidence if found else _VAGUE, text=text.strip() or (vague or ""),
        when=when[0] if when else When(text.strip()), start=clock[0] if clock else None, end=clock[1] if clock else None,
        venue=where, later=tuple(when[1:]), as_before=same,
    )  # fmt: skip
