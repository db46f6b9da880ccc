"""Kind of a document, decided by structure and counts, with the reason.

One wrong kind loses a whole document, so no single word decides. A title weighs most; then labels that only minutes
have, what was dealt with, numbered sections; a kind word inside a list or a sentence weighs nothing. A paper that calls
a meeting has an agenda like minutes, but nothing in it was treated and nobody came: that is what tells the two apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.account import came_by_name, doers, is_bare_agenda, is_dated_body, next_one, speakers
from pipeline.labels import known_label
from pipeline.model import Block, Kind, Role
from pipeline.numbering import opening
from pipeline.wordings import may_say, said

HEAD_BLOCKS = 12
FEWEST = 3
"""Blocks of a paper of which its last lines say more than that somebody is called."""
FEWEST_BLANKS = 2
"""Labels with nothing but a blank behind them, from which on a form is empty."""
READ = 40
"""Blocks from which what a paper says is taken: further on, other papers may be quoted."""
_AND_MINUTES = expression("classify.and_minutes")
"""A title of one paper that called the meeting and tells of it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REPORT_ON = expression("classify.report_on")
_PARAGRAPH_SIGN = re.compile(r"^§\s*\d")
_IN_CLOCK = re.compile(r"(?<=\d):(?=\d)")
_BLANK = re.compile(r"\[[^\]]{2,60}\][^\w\[]*(?:kl\.?\s*\[[^\]]*\].*)?")
"""All that an empty form has behind a label; words in brackets elsewhere may be links, or left in by who wrote it."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_TITLE = 3
"""Words of a report's title that has its year and nothing else."""
_DAY = re.compile(r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}")


def kind_of(
    blocks: Sequence[Block], lexicon: Lexicon, callings: Sequence[tuple[Kind, int, str]] = ()
) -> tuple[Kind, str, bool]:
    """The kind of a run of blocks, the counts that say so, and whether that is sure; `callings` vote from outside."""
    votes: Counter[Kind] = Counter()
    why: list[str] = []

    def vote(kind: Kind, weight: int, reason: str) -> None:
        votes[kind] += weight
        why.append(f"{kind.value}+{weight} {reason}")

    titles = _titles(blocks, lexicon)
    for weight, block in titles:
        for kind, worth in _title_kinds(block, weight, lexicon):
            if kind in (Kind.ANNUAL_REPORT, Kind.OTHER) and opening(block.text):
                continue  # the matter of a meeting that a report was read at, or accounts were shown
            vote(kind, worth, f"title {block.text[:40]!r}")
    for kind, worth, reason in callings:
        vote(kind, worth, reason)
    meanings = Counter(
        m for block in blocks if block.label and _tells(block, lexicon) for m in known_label(block.label, lexicon)[:1]
    )
    present = [b for b in blocks if b.label and "present" in known_label(b.label, lexicon)]
    came = [b for b in present if fold(b.label).split()[0] not in lexicon.lists["summoned"]]
    if present:
        vote(Kind.MINUTES, 4 if came else 1, "attendance label" if came else "list of the summoned")
    for names, weight, reason in (
        (("absent",), 2, "absence label"),
        (("decision",), 2, "decision label"),
        (("chair", "minute_taker"), 2, "chair or minute taker"),
        (("end",), 1, "end of meeting"),
        (("next_meeting",), 1, "next meeting"),
    ):
        if any(meanings[name] for name in names):
            vote(Kind.MINUTES, weight, reason)
    named = any(names_meeting(block, lexicon) for _, block in titles[:3])
    if named:
        vote(Kind.MINUTES, 2, "title of a meeting")
    if noted := said(" ".join(block.text for block in blocks[:4]).casefold(), lexicon.lists["noted_by"]):
        vote(Kind.MINUTES, 2, f"said {noted[0]!r}")
    text = " ".join(" ".join(block.text for block in blocks[:READ]).casefold().split())
    head = " ".join(" ".join(block.text for block in blocks[:HEAD_BLOCKS]).casefold().split())
    gathered, treated = (said(text, lexicon.lists[name]) for name in ("gathered", "treated"))
    dated = any(found.day for block in blocks[:READ] for found in dates.find(block.text))
    if dated and (spoke := speakers(blocks[:READ], lexicon)):
        vote(Kind.MINUTES, 2, f"what {spoke[0]} and {spoke[1]} said")
    elif dated and (acts := doers(blocks[:READ], lexicon)) and not votes[Kind.MINUTES]:
        vote(Kind.MINUTES, 1, f"what {acts[0]} and {acts[1]} do")
    if dated and not came and (who := came_by_name(blocks)):
        vote(Kind.MINUTES, 2, f"who was there: {who!r}")
    if len(blocks) > FEWEST and not meanings["next_meeting"] and (told := next_one(blocks)):
        vote(Kind.MINUTES, 2, f"next meeting told: {told!r}")
    held = named or bool(votes[Kind.MINUTES]) or (bool(gathered) and dated)
    if (gathered or treated) and held:
        vote(Kind.MINUTES, min(4, 1 + len(gathered) + len(treated)), f"said {(gathered + treated)[0]!r}")
    if not dated:
        called: list[str] = []  # rules tell how meetings are called; who calls one names the day
    elif called := said(head, lexicon.lists["calls"]):
        vote(Kind.NOTICE, 4 if not came else 1, f"call {called[0]!r}")
    elif called := said(text, lexicon.lists["calls"]):
        vote(Kind.NOTICE, 2 if not came else 1, f"call {called[0]!r}")
    untouched = not (came or meanings["absent"] or meanings["decision"] or treated or gathered)
    numbered = sum(1 for block in blocks if opening(block.text))
    if not votes and not called and numbered >= 2 and is_dated_body(blocks, lexicon) and not is_bare_agenda(blocks):
        vote(Kind.MINUTES, 2, "a body, its day, and matters with text")
    if untouched and meanings["proposal"] and (named or called):
        vote(Kind.NOTICE, 4, "proposals, and no decision")
    if untouched and (meanings["agenda"] or numbered >= 2) and (called or (named and meanings["proposal"])):
        vote(Kind.NOTICE, 3, "an agenda, and nothing treated")
    elif untouched and named and is_bare_agenda(blocks):
        vote(Kind.NOTICE, 7, "a bare agenda")
    _vote_by_build(blocks, text, bool(came), meanings, vote, lexicon)
    best = votes.most_common(2)
    if not best or best[0][1] < 2 or (named and best[0] == (Kind.MINUTES, 2)):  # who meets when is a plan's title too
        return Kind.OTHER, "; ".join(why) or "nothing says what it is", False
    sure = len(best) < 2 or best[0][1] - best[1][1] >= 2
    return best[0][0], "; ".join(why), sure


def _vote_by_build(
    blocks: Sequence[Block],
    text: str,
    came: bool,
    meanings: Counter[str],
    vote: Callable[[Kind, int, str], None],
    lexicon: Lexicon,
) -> None:
    """Votes of how a paper is built: decimal headings and length, lettered tasks, paragraphs of a by-law."""
    sections = sum(
        1 for b in blocks if b.role is Role.HEADING and (o := opening(b.text)) and o.shape in ("n.m", "n.m.k")
    )
    if sections >= 3 and not came:
        vote(Kind.ANNUAL_REPORT, 2, f"{sections} decimal headings")
    if meanings["meetings_held"] and not came:
        vote(Kind.ANNUAL_REPORT, 1, "meetings held")
    if (reported := said(text, lexicon.lists["reported"])) and not came:
        vote(Kind.ANNUAL_REPORT, 2, f"said {reported[0]!r}")
    if blocks and blocks[-1].page - blocks[0].page >= 5:
        vote(Kind.ANNUAL_REPORT, 1, "length")
    tasks = sum(1 for b in blocks if re.match(r"^[a-zæøå][.)]\s", b.text))
    if tasks >= 3 and re.search(r"\bskal\b", text):
        vote(Kind.MANDATE, 1, f"{tasks} lettered tasks")
    blanks = [b for b in blocks if b.label and _BLANK.fullmatch(b.text[len(b.label) :].strip(" :|"))]
    if len(blanks) >= FEWEST_BLANKS:
        vote(Kind.OTHER, 20, f"{len(blanks)} blanks of a form")
    calls_itself, _ = words_for(Kind.MINUTES, lexicon)
    if not came and not said(text, calls_itself):  # minutes are sent to members and shown among news too
        if len(news := said(text, lexicon.lists["news"])) > 1:
            vote(Kind.OTHER, 4 * len(news), f"said {news[0]!r}")
        if addressed := said(text, lexicon.lists["letter_to_many"]):
            told = said(text, lexicon.lists["gathered"]) and said(text, lexicon.lists["treated"])
            vote(Kind.OTHER, 3 if told else 6, f"said {addressed[0]!r}")  # a letter may tell of a meeting
    paragraphs = sum(1 for b in blocks if _PARAGRAPH_SIGN.match(b.text))
    if paragraphs >= 3 and not came:
        vote(Kind.OTHER, 4, f"{paragraphs} paragraphs of rules")


def _tells(block: Block, lexicon: Lexicon) -> bool:
    """False for a label of absence that tells how to send word ("Forfall meldes til ...") or when to pay."""
    if known_label(block.label, lexicon)[:1] != ("absent",):
        return True
    words = _WORD.findall(block.text.casefold())
    value = block.text[len(block.label) :].strip(" :")
    sent = any(w in lexicon.lists["word_sent"] for w in words[: len(block.label.split()) + 1])
    return not sent and not _DAY.match(value)


@cache
def words_of_titles(lexicon: Lexicon) -> frozenset[str]:
    """The words without one of which a text is no title of minutes, nor of a meeting."""
    return words_for(Kind.MINUTES, lexicon)[0] | lexicon.lists["kind_meeting"]


@cache
def words_for(kind: Kind, lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    """The single words for papers of a kind, and those of them that may end a compound."""
    names = frozenset(name for name in lexicon.lists[f"kind_{kind.value}"] if " " not in name)
    return names, tuple(name for name in names if len(name) > 6)


def names_meeting(block: Block, lexicon: Lexicon) -> bool:
    """True for a short title with a word for meeting and none for calling one."""
    text = block.text.casefold()
    if not may_say(text, lexicon.lists["kind_meeting"]):
        return False
    words = [w.casefold() for w in _WORD.findall(block.text)]
    if len(words) > 14:
        return False
    meeting = any(w in lexicon.lists["kind_meeting"] or _is_meeting(w) for w in words[: min(5, _reach(block, lexicon))])
    calls = meeting and (any(w in lexicon.lists["kind_notice"] for w in words) or said(text, lexicon.lists["calls"]))
    return meeting and not calls


def _reach(block: Block, lexicon: Lexicon) -> int:
    """How many words of a block may say what the paper is: of a plain line with a colon, one behind the colon.

    "Emne: Referat fra ..." is a title, "Februar: årsmøte, innkalling sendes ut" an entry of a plan.
    """
    before, colon, _ = _IN_CLOCK.sub(".", block.text).partition(":")
    if not colon or block.role is Role.HEADING:
        return len(block.text)
    is_entry = before.casefold().strip() in lexicon.lists["months"] | lexicon.lists["weekdays"]
    return len(_WORD.findall(before)) + (0 if is_entry else 1)


def _is_meeting(word: str) -> bool:
    """True for compounds of "møte", in the definite form too ("årsmøtet"); the bare "møtet" begins a sentence."""
    return (word.endswith("møte") and len(word) > 4) or (word.endswith("møtet") and len(word) > 5)


def _titles(blocks: Sequence[Block], lexicon: Lexicon) -> list[tuple[int, Block]]:
    """Blocks that may be the title, with their weight: the first lines, and headings of the first pages."""
    found = []
    largest = max((b.size for b in blocks[:HEAD_BLOCKS] if b.lines[0].text_from == "text_layer"), default=0.0)
    for position, block in enumerate(blocks[:HEAD_BLOCKS]):
        if len(block.text) > 160 or (opening(block.text) and block.role is not Role.HEADING):
            continue
        if block.label and any(m in ("agenda", "present", "absent") for m in known_label(block.label, lexicon)[:1]):
            bare = block.text.rstrip(" :").casefold() == block.label.casefold()
            if not bare or position > 1:
                continue
        if position == 0 or (largest and block.size >= largest - 0.5 and block.role is Role.HEADING):
            found.append((6, block))
        elif block.role is Role.HEADING or position < 4 or _opens_as_title(block, lexicon):
            found.append((4, block))
    for block in blocks[HEAD_BLOCKS:]:
        if (
            block.role is Role.HEADING
            and len(_WORD.findall(block.text)) <= 2
            and fold(block.text) in lexicon.lists["kind_mandate"]
        ):
            found.append((4, block))
    largest = max((b.size for b in blocks if b.role is Role.HEADING), default=0.0)
    found += [(4, b) for b in blocks[HEAD_BLOCKS:] if b.size >= largest - 0.5 and _titles_year(b, lexicon)]
    return found


def _titles_year(block: Block, lexicon: Lexicon) -> bool:
    """True for a heading that is a report's title and its year ("Årsberetning 2016"): what stands above is no title."""
    words = block.text.casefold().split()
    named = block.role is Role.HEADING and bool(words) and words[0] in lexicon.lists["kind_annual_report"]
    return named and len(words) <= _LONGEST_TITLE and _YEAR.fullmatch(words[-1]) is not None


def _opens_as_title(block: Block, lexicon: Lexicon) -> bool:
    """True for a line below a letterhead that begins with the word for minutes and has a day."""
    first = _WORD.match(block.text)
    names = lexicon.lists["kind_minutes"]
    return bool(first and first[0].casefold() in names and dates.find(block.text)) and not block.text.endswith(".")


def title_kind(block: Block, lexicon: Lexicon) -> Kind | None:
    """The kind of document that the words of a title name; None where they name none."""
    found = _title_kinds(block, 1, lexicon)
    return found[0][0] if found else None


def _title_kinds(block: Block, weight: int, lexicon: Lexicon) -> list[tuple[Kind, int]]:
    """The kind that a title's words name, and how much that weighs: the first of "innkalling" and "referat" wins.

    A title that only names a meeting weighs less, for a notice may have it too.
    """
    words = [w.casefold() for w in _WORD.findall(block.text)]
    if len(words) > 22:
        return []
    for position, word in enumerate(words[: _reach(block, lexicon)]):
        for kind in (Kind.NOTICE, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.MINUTES, Kind.OTHER):
            names, endings = words_for(kind, lexicon)
            named = word in names or word.endswith(endings) or not names.isdisjoint(word.split("-"))
            reach = {Kind.MINUTES: len(words), Kind.OTHER: 1}.get(kind, 6)
            if kind is Kind.NOTICE and _AND_MINUTES.search(block.text):
                kind = Kind.MINUTES
            if named and position < reach:
                return [(kind, weight)]
    folded = fold(block.text)
    for kind in (Kind.NOTICE, Kind.MINUTES, Kind.ANNUAL_REPORT, Kind.MANDATE):
        if said(folded[:60], frozenset(n for n in lexicon.lists[f"kind_{kind.value}"] if " " in n)):
            return [(kind, weight)]
    if _REPORT_ON.search(block.text) and block.role is Role.HEADING:
        return [(Kind.ANNUAL_REPORT, weight)]
    if said(block.text.casefold(), lexicon.lists["calls"]):
        return []
    meets = any(w in lexicon.lists["kind_meeting"] or _is_meeting(w) for w in words[: min(4, _reach(block, lexicon))])
    return [(Kind.MINUTES, min(weight, 4))] if meets and re.search(r"\d", block.text) else []
