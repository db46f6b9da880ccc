"""People at the top of minutes that no list, table or sentence known to the rules has told of.

Layouts of lists are endless, but names are not: each one of the head that the rules left over is judged by a linear
model over what surrounds it (`_name_features`), trained by `tools/train_names.py` on the labelled corpus. What is
likely is taken with the model's chance as its confidence, what is doubtful becomes an issue with its place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors._entry import Entry, names_a_group
from extractors._gathering import Attendance, Gathering
from extractors._helpers import sentences_of
from extractors._lists import AWAY, CAME, ELECTED, SENTENCE_BEHIND
from extractors._mentions import Mention, mentions
from extractors._name_features import features, reach
from extractors._names import has_given_name, is_office, is_organisation
from extractors._people import parse
from extractors._prose_patterns import PATTERNS_BY_NAME
from extractors._shapes import body_of_head
from extractors._weights import added, pairs
from extractors.lexicon import Lexicon, fold, lexicon
from extractors.lexicon.wording import expression
from pipeline.blocks import known_label
from pipeline.model import Document, Issue, Place, Severity
from pipeline.readers.tables import flat

WEIGHTS = "name_weights.tsv"
STATUSES = ("present", "absent")
LEAST = 0.6
"""The chance from which somebody is taken."""
LISTED = 0.9
"""The same where the rules have found a list already, which is then mostly whole, and for names of unknown words."""
FIRM = 0.5
"""The chance from which a name that is not taken is an issue."""
APPOSED = frozenset({"led, in apposition", "so they led", "asked to lead"})
"""Patterns that tell of one person among the clauses of a report."""
COPIED = "under=distribution"
"""The feature of those who only get a copy."""
MANY = 2
"""People of a list that the rules found."""
ABOVE = 8
"""Blocks above a name among which the heading it stands under is looked for."""
LONGEST, WORDS = 40, 4
"""Letters and words of a heading that names a body, at most."""
DIVIDED = 3
"""Different headings that show them to be bodies."""
_LABEL = re.compile(r"^\W*([^:,()]{2,40}?(?:\s*\([^:()]{2,60}\))?)\s*:\s")


def weights() -> dict[str, tuple[int, int]]:
    """Feature -> its weight for somebody present and for somebody away, against neither; "" has the intercepts."""
    return pairs(WEIGHTS)


def chances(found: Sequence[str]) -> tuple[float, float]:
    """The chances, 0 to 1, that a name with these features is of somebody present, of somebody away."""
    present, absent = added(weights(), found)
    here, away = math.exp(min(present, 50)), math.exp(min(absent, 50))
    return here / (1 + here + away), away / (1 + here + away)


def gather(document: Document, known: Lexicon, people: Gathering) -> None:
    """Add those of the head whom the rules left over and the model holds for present or away."""
    listed = sum(fact.status == "present" and not _only_role(fact) for fact in people.facts) >= MANY
    top = document.head if listed else document.blocks[: reach(document)]
    by_block = {block.index: tuple(mentions(block)) for block in top}
    taken: list[tuple[Mention, str, float]] = []
    for mention in left_over(by_block, people):
        if _BY_PROXY.search(mention.text[: mention.start]):
            continue  # whose vote another gave, in whose place another came
        found = features(document, known, mention, by_block)
        if any(map(str.isdigit, mention.name)) or COPIED in found or ELECTED.search(mention.text):
            continue
        chance = chances(found)
        best = max(chance)
        status = _told(mention) or STATUSES[chance.index(best)]
        if best >= (LISTED if listed or not has_given_name(mention.name) else LEAST):
            taken.append((mention, status, best))
        elif best >= FIRM:
            people.issues.append(Issue("name_in_doubt", Severity.DOUBT, _place(mention), (("text", mention.name),)))
    senders = _senders(document, [mention for mention, _, _ in taken], by_block)
    for (mention, status, best), sender in zip(taken, senders, strict=True):
        entry = _entry(mention, by_block)
        entry = replace(entry, organisation=entry.organisation or sender or None)
        people.add(entry, status, _place(mention), mention.block.index, "name at the top", round(best, 2), entry.role)


def _told(mention: Mention) -> str | None:
    """What the verb of a name's own sentence says, where it has one; None where the list around it must tell."""
    if mention.cell >= 0 or mention.block.label:
        return None
    for sentence in sentences_of(mention.block, None):
        if sentence.start <= mention.start < sentence.end:
            if AWAY.search(sentence.text) or _NOT.search(sentence.text):
                return None
            came = CAME.search(sentence.text) or _SPOKE.search(sentence.text)
            return "present" if came else None
    return None


_BY_PROXY = expression("sweep.by_proxy", re.NOFLAG)
_NOT = expression("sweep.not", re.NOFLAG)
_SPOKE = expression("sweep.spoke", re.NOFLAG)
"""What those may do who are there and have no vote."""


def _place(mention: Mention) -> Place:
    return mention.block.place() if mention.cell >= 0 else mention.block.place(mention.start, mention.end)


def left_over(by_block: dict[int, tuple[Mention, ...]], people: Gathering) -> Iterator[Mention]:
    """Names that are not those, or parts of those, that are known, and of nobody for whom another came."""
    known = [fold(fact.name) for fact in people.facts if not _only_told(fact)]
    known += [fold(fact.substitute_for) for fact in people.facts if fact.substitute_for]
    bodies = {fold(fact.organisation) for fact in people.facts if fact.organisation}
    seen: set[str] = set()
    for found in by_block.values():
        for mention in found:
            name = fold(mention.name)
            parts = set(name.split())
            if "-" in name and all(half in known for half in name.split("-")):
                continue  # two names that a dash at a line's end has joined
            shares = any(parts <= set(other.split()) or set(other.split()) <= parts for other in known)
            if name not in seen and name not in bodies and not shares and people.find(mention.name) is None:
                seen.add(name)
                yield mention


def _only_role(fact: Attendance) -> bool:
    """True for somebody of whom a label or sentence tells no more than who led or wrote, which is no list."""
    told = fact.role in ("chair", "minute_taker") and fact.rule in APPOSED
    return told or fact.rule.endswith("label")


def _only_told(fact: Attendance) -> bool:
    """True for a given name that prose gave a role ("Siv noterte"): the list may have the whole name."""
    return " " not in fact.name and fact.role in ("chair", "minute_taker") and fact.rule in PATTERNS_BY_NAME


def _entry(mention: Mention, by_block: Mapping[int, Sequence[Mention]]) -> Entry:
    """The person with what stands behind the name, up to the next one: a parenthesis, an organisation, a role."""
    text, among = mention.text, by_block[mention.block.index]
    following = min((m.start for m in among if m.cell == mention.cell and m.start >= mention.end), default=len(text))
    told = SENTENCE_BEHIND.split(text[mention.start : following])[0].rstrip(" ,;")
    entries, _ = parse(told, lines=mention.cell >= 0 or following == len(text))
    own = next((e for e in entries if fold(e.name) == fold(mention.name)), Entry(mention.name, 0, 0))
    notes = (mention.office, *own.notes) if mention.office and mention.office not in own.notes else own.notes
    return replace(own, name=mention.name, notes=tuple(notes))


def _senders(document: Document, taken: Sequence[Mention], by_block: Mapping[int, Sequence[Mention]]) -> list[str]:
    """For each of those taken the organisation of the label, row or heading that they stand under; "" where none is.

    A word that is no known body counts where several such headings divide the names, as schools or parties do.
    """
    heads = [_heading(document, mention, by_block) for mention in taken]
    return [h if h and (is_organisation(h) or len(set(heads) - {""}) >= DIVIDED) else "" for h in heads]


def _heading(document: Document, mention: Mention, by_block: Mapping[int, Sequence[Mention]]) -> str:
    """The bare words that a name stands under: before a colon, in the first cell, on the last line without names."""
    label = _LABEL.match(mention.text)
    if label and label.end() <= mention.start:
        return _body(label.group(1))
    if mention.cell >= 0:
        others = [flat(cell.text) for at, cell in enumerate(mention.block.lines[0].cells) if at != mention.cell]
        named = next((other for other in others if is_organisation(other)), "")
        return named or (_body(others[0]) if mention.cell else "")
    for block in reversed(document.blocks[max(0, mention.block.index - ABOVE) : mention.block.index]):
        if not by_block.get(block.index):
            return _body(block.text) if len(block.text) <= LONGEST and block.text[-1:] not in ".," else ""
    return ""


def _body(text: str) -> str:
    """A heading of people as the body that they come from; "" where it says what they are, or when and where."""
    bare = text.strip(" :")
    head, aside, own = bare.rstrip(")").partition("(")
    if aside:
        return body_of_head(head, own) or ""
    known = bool(known_label(bare, lexicon())) or names_a_group(bare) or is_office(bare) or any(map(str.isdigit, bare))
    return "" if known or not bare[:1].isupper() or len(bare.split()) > WORDS else bare
