"""Items of a document without numbers: headings, lines set apart, bold beginnings, points and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extractors._matching import cue
from extractors._names import has_given_name, is_given_name
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.labels import known_label
from pipeline.model import Block, Item, Role
from pipeline.numbering import hour
from pipeline.outline import apart
from pipeline.outline.around import FEWEST, TOLD, over_people, over_smaller, people_above

LONGEST = 60
"""Letters of a line that heads an item without being set as a heading."""
APART = 0.6
"""White space, in line heights, above a line that is set apart."""
TOP = 6
"""Blocks at the top of a document among which a title may stand."""
_ENDED = re.compile(r"[.!?»”\")]\s*$")
_POINT = re.compile(r"^(?P<title>(?:[A-ZÆØÅ]|\d{1,2}\.\s[a-zæøå])(?:[^.:]|(?<=\d)\.){2,39}?)(?:(?<!\d)\.|:)\s+\S")
"""The words that open a point, up to a stop."""
SENTENCE = 40
"""Letters from which on a text is a whole sentence."""
FEW_WORDS = 5
"""Words that open a paragraph and head it, at most."""
_TELLS = expression("outline_unnumbered.tells")
"""What makes a few words a sentence."""
_SENT = re.compile(r"^\W*\d{1,2}\.?\s?[a-zæøå\d]{1,9}\.?\s?(?:\d{4})?\W*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}\b", re.I)
"""Day and hour behind a bold name: who wrote a comment, and when."""
_DAY = re.compile(r"\d{1,2}(?:\.\s?|-)[a-zæøå][^\W\d_]*(?:[ -][^\W\d_]+){0,3}$")
"""A matter named after a day or a number ("17. mai", "17. mai og festen", "6-årsdagen")."""


_SUM = re.compile(r"\d\.\d{3}\b|\bkr\b|\d\s*%|,-", re.I)
_DAY_AND_HOUR = expression("outline_unnumbered.day_and_hour")
"""What stands below the title of a meeting: the day of the week and the hour."""


def headings(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """Headings without numbers, where a document has no numbers at all: at least two, none of them a label."""
    first = people_above(blocks, lexicon, (("present",),))
    started = first is None
    found: list[Item] = []
    sizes = {round(block.size) for block in blocks if block.role is Role.HEADING and not block.bold}
    for block in blocks:
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        if meaning and meaning[0] in ("present", "absent"):
            started = True
        headed = block.role is Role.HEADING or (
            (block.bold or round(block.size) in sizes)
            and block.role is Role.LABEL
            and len(block.text) - len(block.label) <= 1
        )
        if (
            not headed
            or block.index == 0
            or (meaning and not _heads_matter(block, blocks, meaning[0], bool(found)))
            or len(block.text) > 120
            or not started
        ):
            continue
        dated = re.search(r"\d{4}", block.text) and (
            (block.index < TOP and not found) or any(d.day for d in dates.find(block.text))
        )
        if block.index + 1 >= len(blocks) or dated or _is_title(block, blocks, lexicon) or over_people(block, blocks):
            continue
        if over_smaller(block, blocks) or cue("introduces").find(block.text):
            continue  # a part of the paper; what they agreed on
        timed = hour(block.text)
        title = block.text[timed[1] if timed else 0 :].rstrip(" :")
        found.append(Item(None, title, first=block.index, rule="unnumbered heading", confidence=0.6))
    found = _of_one_level(found, blocks)
    return apart.numbered_above(found, blocks) if len(found) >= 2 else []


def _of_one_level(found: list[Item], blocks: tuple[Block, ...]) -> list[Item]:
    """The headings without the smaller ones below them: the largest size that several have is that of the matters."""
    sizes = Counter(round(blocks[item.first].size) for item in found if item.first is not None)
    several = max((size for size, count in sizes.items() if count >= FEWEST), default=0)
    return [item for item in found if item.first is None or blocks[item.first].size > several - _LEVEL]


_LEVEL = 1.5
"""Points by which a heading of a lower level is smaller, at least."""


def _heads_matter(block: Block, blocks: tuple[Block, ...], meaning: str, begun: bool) -> bool:
    """True for a heading that is a label by its word, and heads a matter: what was done since, a group told of."""
    below = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    told = below is not None and below.role is Role.PARAGRAPH and len(below.text) > LONGEST
    approves = meaning == "approval" and below is not None and below.role is Role.PARAGRAPH
    return meaning == "old_action" or approves or (told and meaning == "group" and begun)


def set_apart(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """Short lines that head the text below them, where nothing else tells items: typed headings, bullets with a text.

    They stand below the list of who was there, or where prose tells that, below the first paragraph; there are at
    least three of them, and each has a paragraph of its own below.
    """
    begins = people_above(blocks, lexicon, (("present",), ("absent",)))
    if begins is None:
        begins = next((b.index for b in blocks if b.role is Role.PARAGRAPH and len(b.text) > TOLD), None)
    found = []
    for block, below in pairwise(blocks):
        text = block.text[len(block.marker) :].strip() if block.marker else block.text
        if begins is None or block.index <= begins or block.label or below.label or len(block.lines) > 1:
            continue
        named = is_given_name(text) and fold(text) not in lexicon.lists["other_business"]
        if named or cue("decision").find(text) or _SUM.search(text):
            continue  # who signed, with an afterthought below; what was settled; a figure
        short = (
            2 < len(text) <= LONGEST
            and (text[:1].isupper() or _DAY.match(text))
            and not text.endswith((".", ",", ";", ":", "?", "!"))
        )
        if (
            short
            and below.role is Role.PARAGRAPH
            and len(below.text) > len(text)
            and not below.marker
            and _apart(block)
        ):
            found.append(Item(None, text, first=block.index, rule="line set apart", confidence=0.55))
    if len(found) >= FEWEST:
        return _with_alike(found, blocks, begins or 0)
    return _run_in(blocks, begins) or _over_lists(blocks, lexicon)


def _over_lists(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Item]:
    """Short lines with white space above and a list right below, as in notes that are lists and little else."""
    heads = [
        block
        for block, below in pairwise(blocks[2:])
        if below.marker
        and not below.marker[0].isalnum()
        and not (block.marker or known_label(block.label or block.text, lexicon))
        and len(block.lines) == 1
        and block.lines[0].gap > APART
        and 2 < len(block.text) <= LONGEST
        and not block.text.endswith((".", ",", ";", ":", "!"))
        and not dates.find(block.text)
    ]
    return (
        [Item(None, one.text, first=one.index, rule="line set apart", confidence=0.55) for one in heads]
        if len(heads) >= FEWEST
        else []
    )


def _is_typed(block: Block) -> bool:
    """True for a line of capitals alone with white space above: a heading however its word is known."""
    return block.role is not Role.ROW and block.text.isupper() and block.lines[0].gap > APART and ":" not in block.text


def _with_alike(found: list[Item], blocks: tuple[Block, ...], begins: int) -> list[Item]:
    """Lines set apart with others that are made like them: a list below them, or a page above."""
    heads = [blocks[item.first] for item in found if item.first is not None]
    capitals = all(item.title.isupper() for item in found)
    marker = heads[0].marker if all(head.marker == heads[0].marker for head in heads) else None
    more = []
    for block, below in pairwise(blocks):
        text = block.text[len(block.marker) :].strip()
        if block in heads or block.index <= begins or len(block.lines) > 1:
            continue
        listed = bool(below.marker) and below.marker != block.marker
        early = block.index < heads[0].index and not (listed and _apart(block))
        if (block.label or early) and not (capitals and _is_typed(block)):
            continue
        told = bool(marker) and block.marker == marker and not below.marker  # their own bullet: a label may follow
        if not 2 < len(text) <= LONGEST or (block.marker and block.marker != marker) or (below.label and not told):
            continue
        tops = block.lines[0].number == 1 and bool(_ENDED.search(blocks[block.index - 1].text))
        plain = text[:1].isupper() and not text.endswith((".", ",", ";", ":", "!"))
        asked = text.endswith("?") and _apart(block)
        follows = (
            listed
            or (told and bool(below.label))
            or ((tops or asked) and below.role is Role.PARAGRAPH and len(below.text) > len(text))
        )
        if text.isupper() if capitals else plain and follows and (_apart(block) or tops):
            more.append(Item(None, text, first=block.index, rule="line set apart", confidence=0.55))
    return sorted([*found, *more], key=lambda item: item.first or 0)


def _run_in(blocks: tuple[Block, ...], begins: int | None) -> list[Item]:
    """Bold words that open a paragraph and head it ("**Molo.** Det var ..."), at least three of them."""
    found = []
    for block in blocks:
        lead = block.lines[0].lead
        at = block.text.find(lead) if lead else -1
        if (
            begins is None
            or block.index <= begins
            or block.label
            or at < 0
            or block.text[:at].strip(block.marker[:1]).strip()
        ):
            continue
        end = at + len(lead)
        opens = lead[:1].isupper() or _DAY.match(lead.strip(" .:–-"))
        if 2 < len(lead) <= LONGEST and opens and block.text[end:].strip(" .:–-") and not _SENT.match(block.text[end:]):
            found.append(
                Item(None, lead.strip(" .:–-"), first=block.index, rule="bold beginning", confidence=0.6, glued=end)
            )
    return found if len(found) >= FEWEST else _in_points(blocks, begins)


def _in_points(blocks: tuple[Block, ...], begins: int | None) -> list[Item]:
    """Points that open with a few words and a stop ("• Sommerfesten. Vi ...", "• Budsjett: ..."): the whole text.

    All the points have such words, few of which are names; they stand together, and half of them exceed a line.
    """
    points = [b for b in blocks if begins is not None and b.index > begins and b.marker and not b.marker[:1].isalnum()]
    if not points:
        return _in_paragraphs(blocks, begins)
    leads = [(b, lead) for b in points if (lead := _POINT.match(b.text[len(b.marker) :].strip()))]
    telling = sum(len(b.lines) > 1 for b in points)
    together = points[-1].index - points[0].index == len(points) - 1
    whole = together and len(leads) == len(points) and telling * 2 >= len(points)
    capitals = [(b, lead) for b, lead in leads if lead["title"].isupper() and len(lead["title"]) >= FEWEST]
    found = _opened(leads) if whole and len({b.marker for b in points}) == 1 else _opened(capitals)
    return found or _in_paragraphs(blocks, begins)


def _in_paragraphs(blocks: tuple[Block, ...], begins: int | None) -> list[Item]:
    """Paragraphs set apart that open with a few words and a stop, one after the other below who was there."""
    return _with_stop(blocks, begins, ".") or _with_stop(blocks, begins, ":")


def _with_stop(blocks: tuple[Block, ...], begins: int | None, stop: str) -> list[Item]:
    """Such paragraphs whose words end in this stop; behind most colons whole sentences follow."""
    leads: list[tuple[Block, re.Match[str]]] = []
    for block in blocks[len(blocks) if begins is None else begins + 1 :]:
        lead = _POINT.match(block.text)
        if block.lines[0].gap <= APART:
            continue
        long = lead is None or len(lead["title"].split()) > FEW_WORDS or lead.group()[len(lead["title"])] != stop
        if lead is None or long or block.label or block.role is Role.ROW or _TELLS.search(lead["title"]):
            if leads:
                break
            continue
        leads.append((block, lead))
    telling = sum(len(block.text) - len(lead["title"]) > SENTENCE for block, lead in leads)
    return _opened(leads) if stop == "." or telling * 2 >= len(leads) else []


def _opened(leads: list[tuple[Block, re.Match[str]]]) -> list[Item]:
    """Items of the words that open these blocks, where they are enough and not names."""
    if len(leads) <= FEWEST or sum(has_given_name(lead["title"]) for _, lead in leads) * 4 > len(leads):
        return []
    found = []
    for block, lead in leads:
        end = block.text.find(lead["title"]) + len(lead["title"])
        rule = "opening of a point" if block.marker else "opening of a paragraph"
        found.append(Item(None, lead["title"], first=block.index, rule=rule, confidence=0.6, glued=end))
    return found


def _apart(block: Block) -> bool:
    """True where a line has white space above it, a bullet, or capitals only."""
    return block.lines[0].gap > APART or bool(block.marker) or block.text.isupper()


def _is_title(block: Block, blocks: tuple[Block, ...], lexicon: Lexicon) -> bool:
    """True for a heading above everything else that names a meeting, or has its day and hour, above or below it."""
    said = fold(block.text).split()
    meets = bool(said) and said[0].endswith(("møte", "møtet"))
    if block.index > (TOP if meets else 3):
        return False
    names = any(word.endswith(("møte", "møtet")) or word in lexicon.lists["kind_minutes"] for word in said)
    near = blocks[max(0, block.index - TOP) if meets else block.index + 1 : block.index + 3]
    if names and any(dates.find(other.text) for other in near):
        return True
    below = blocks[min(block.index + 1, len(blocks) - 1)].text
    timed = block.index < 3 and len(below) < 2 * TOLD and _DAY_AND_HOUR.search(below)
    return bool(timed) and any(day.day and day.year for day in dates.find(below))
