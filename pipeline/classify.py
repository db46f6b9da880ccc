"""Kind and language of a document, decided by structure and counts, with the reason.

One wrong kind loses a whole document, so no single word decides: a title weighs most, then the labels that only
minutes have, then numbered sections; a kind word inside a list or a sentence weighs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.lexicon import Lexicon, fold
from pipeline.labels import known_label
from pipeline.model import Block, Kind, Role
from pipeline.numbering import opening

HEAD_BLOCKS = 12
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DONE = re.compile(
    r"\b(?:ønsket|ønskte|ønska) (?:alle )?velkommen|"
    r"\b(?:ble|vart|blei) (?:enstemmig |samrøystes )?(?:godkjent|godkjend|vedtatt|vedteke|valgt|vald)"
)
"""What only minutes say: that all were welcomed, that something was decided."""
_REPORT_ON = re.compile(r"\b(?:rapport|melding)\b.*\b(?:19|20)\d\d\b", re.I)


def language_of(text: str, lexicon: Lexicon) -> str | None:
    """nb or nn by the count of function words that only one of them has; None where too few say anything.

    The same words stand in both lists where both standards have them; these cancel out.
    """
    words = Counter(w.casefold() for w in _WORD.findall(text))
    lists = {code: set(data["function_words"]) for code, data in lexicon.by_language.items()}
    nb = sum(words[w] for w in lists["nb"] - lists["nn"])
    nn = sum(words[w] for w in lists["nn"] - lists["nb"])
    if nb + nn < 2 or nb == nn:
        return None
    return "nn" if nn > nb else "nb"


def kind_of(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Kind, str, bool]:
    """The kind of a run of blocks, the counts that say so, and whether that is sure."""
    votes: Counter[Kind] = Counter()
    why: list[str] = []

    def vote(kind: Kind, weight: int, reason: str) -> None:
        votes[kind] += weight
        why.append(f"{kind.value}+{weight} {reason}")

    for weight, block in _titles(blocks, lexicon):
        for kind in _title_kinds(block, lexicon):
            vote(kind, weight, f"title {block.text[:40]!r}")
    meanings = Counter(m for block in blocks if block.label for m in known_label(block.label, lexicon)[:1])
    present = [b for b in blocks if b.label and "present" in known_label(b.label, lexicon)]
    if present:
        vote(Kind.MINUTES, 4, "attendance label")
    if meanings["absent"]:
        vote(Kind.MINUTES, 2, "absence label")
    if meanings["decision"]:
        vote(Kind.MINUTES, 2, "decision label")
    if meanings["chair"] or meanings["minute_taker"]:
        vote(Kind.MINUTES, 2, "chair or minute taker")
    if meanings["end"]:
        vote(Kind.MINUTES, 1, "end of meeting")
    if meanings["next_meeting"]:
        vote(Kind.MINUTES, 1, "next meeting")
    text = " ".join(block.text for block in blocks[:40]).casefold()
    if any(_names_meeting(block, lexicon) for _, block in _titles(blocks, lexicon)[:3]):
        vote(Kind.MINUTES, 2, "title of a meeting")
    calls = [w for w in lexicon.lists["kind_notice"] if " " in w and w in text]
    if calls:
        vote(Kind.NOTICE, 4 if not present else 1, f"call {calls[0]!r}")
    if _DONE.search(text):
        vote(Kind.MINUTES, 2, "past tense of deciding")
    sections = sum(
        1 for b in blocks if b.role is Role.HEADING and (o := opening(b.text)) and o.shape in ("n.m", "n.m.k")
    )
    if sections >= 3 and not present:
        vote(Kind.ANNUAL_REPORT, 2, f"{sections} decimal headings")
    if blocks and blocks[-1].page - blocks[0].page >= 5:
        vote(Kind.ANNUAL_REPORT, 1, "length")
    tasks = sum(1 for b in blocks if re.match(r"^[a-zæøå][.)]\s", b.text))
    if tasks >= 3 and re.search(r"\bskal\b", text):
        vote(Kind.MANDATE, 1, f"{tasks} lettered tasks")
    best = votes.most_common(2)
    if not best or best[0][1] < 2:
        return Kind.OTHER, "; ".join(why) or "nothing says what it is", False
    sure = len(best) < 2 or best[0][1] - best[1][1] >= 2
    return best[0][0], "; ".join(why), sure


def _names_meeting(block: Block, lexicon: Lexicon) -> bool:
    """True for a short title with a word for meeting and none for calling one."""
    words = [w.casefold() for w in _WORD.findall(block.text)]
    meeting = any(w in lexicon.lists["kind_meeting"] or (w.endswith("møte") and len(w) > 4) for w in words[:5])
    return meeting and len(words) <= 14 and not any(w in lexicon.lists["kind_notice"] for w in words)


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
        elif block.role is Role.HEADING or position < 4:
            found.append((4, block))
    for block in blocks[HEAD_BLOCKS:]:
        if (
            block.role is Role.HEADING
            and len(_WORD.findall(block.text)) <= 2
            and fold(block.text) in lexicon.lists["kind_mandate"]
        ):
            found.append((4, block))
    return found


def _title_kinds(block: Block, lexicon: Lexicon) -> list[Kind]:
    """The kinds that a title's words name; the first of "innkalling" and "referat" wins within one title."""
    words = [w.casefold() for w in _WORD.findall(block.text)]
    if len(words) > 22:
        return []
    found: list[Kind] = []
    for position, word in enumerate(words):
        for kind in (Kind.NOTICE, Kind.ANNUAL_REPORT, Kind.MANDATE, Kind.MINUTES):
            names = {n for n in lexicon.lists[f"kind_{kind.value}"] if " " not in n}
            named = word in names or any(word.endswith(n) and len(word) > len(n) for n in names if len(n) > 6)
            named = named or any(part in names for part in word.split("-"))
            if named and kind not in found and (position < 6 or kind is Kind.MINUTES):
                found.append(kind)
    if not found and _REPORT_ON.search(block.text) and block.role is Role.HEADING:
        found.append(Kind.ANNUAL_REPORT)
    if (
        not found
        and any(w in lexicon.lists["kind_meeting"] or w.endswith("møte") for w in words[:4])
        and re.search(r"\d", block.text)
    ):
        found.append(Kind.MINUTES)
    return found[:1]
