"""Tasks that stand apart: entries under a label, rows of a table, lines of an owner; and the record of an action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import _due
from extractors._actors import Cast
from extractors._clauses import subject
from extractors._doers import also, doers
from extractors._due import Due
from extractors._helpers import (
    body_start,
    sentences_of,
    strip_marks,
    value_start,
)
from extractors._matching import word_list
from extractors._owners import (
    OWNER_LAST,
    actors_of,
    owner,
)
from extractors._said import chance
from extractors._trailers import joined
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.model import Block, Document, Fact, Item, Place, Record, Role, When, Who

NUMBERED_TASK = expression("tasks.numbered_task")
"""What opens a task: a number of its own ("Aksjon 17: ..."), an arrow, an open box; the words are an action whatever
they say."""
_SHORT_NUMBER = re.compile(r"^[A-ZÆØÅ]{1,2}-?\d{1,3}[.:)]?\s+(?=[A-ZÆØÅ])")
"""The number of a task in a list of tasks ("A3 KN ringe ...")."""
DONE = expression("tasks.done")
"""A status at the end or beginning of an entry; what is to be done ("må være sendt") or was not, has none."""
LEAST_TOLD = 0.08
"""The chance from which a sentence above a named owner is what the owner has to do."""
LABELLED = "owner below"
"""What the rule of an action says whose owner stands on a line of its own."""
EMPTY = expression("tasks.empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """One thing to do; `due` holds the words that say by when, `due_kind` what kind of wording they are."""

    collection = "actions"
    responsible: tuple[Who, ...] = ()
    text: str
    due: When | None = None
    due_kind: str = ""

    def record(self) -> Record:
        """The contract's action record, without the item that its place gives."""
        return {
            "responsible": list(dict.fromkeys(who.name or who.text for who in self.responsible)),
            "text": self.text,
            "due": self.due.value.isoformat() if self.due and self.due.value else None,
            "due_text": _without_stop(self.due.text) if self.due else None,
            "due_precision": self.due.precision if self.due and self.due.value else None,
        }


_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d[./]\d)|(?<=[./]\d\d)|(?<=\d{4}))[.,;]$")
"""The stop behind a date, which is the sentence's and not that of an ordinal ("15.")."""


def _without_stop(text: str) -> str:
    """The words for a date without the stop of their sentence.

    >>> [_without_stop(text) for text in ("innen 15. mai.", "innen 8/3.", "innen 20.11.", "den 15.", "1. des.")]
    ['innen 15. mai', 'innen 8/3', 'innen 20.11', 'den 15.', '1. des']
    """
    return _STOP.sub("", text)


def who(names: list[str], cast: Cast) -> tuple[Who, ...]:
    out = []
    for name in names:
        bare = strip_marks(name).strip(' .«»"@☐')
        full = cast.full(bare)
        out.append(Who(bare, full, "stated" if full == bare else "derived"))
    return tuple(out)


def make(
    place: Place, block: int, rule: str, confidence: float, names: list[str], text: str, dues: Sequence[Due], cast: Cast
) -> Action:
    responsible = who(names, cast)
    dues = [due for due in dues if text[due.start : due.end] != due.when.text or not _due.happens(text, due)]
    dues = [due for due in dues if not _opens_apart(text, due, cast)]
    derived = any(who.basis == "derived" for who in responsible)
    best = (
        next((d for d in dues if d.kind not in ("vague",) and d.strong), None)
        or next(iter(d for d in dues if d.kind != "vague"), None)
        or next(iter(dues), None)
    )
    return Action(
        place=place, block=block, rule=rule, confidence=confidence, responsible=responsible, text=text,
        due=best.when if best else None, due_kind=best.kind if best else "", basis="derived" if derived else "stated",
        origin="names on the attendance list" if derived else None,
    )  # fmt: skip


def _opens_apart(text: str, due: Due, cast: Cast) -> bool:
    """True for a day that tells when something is, in a clause before the one with its doer ("Basar 3. mai: Kari baker")."""
    if due.strong or due.kind in _due.HANGING:
        return False
    doer = cast.pattern.search(text)
    return doer is not None and due.end <= doer.start() and _PARTED.search(text, due.end, doer.start()) is not None


_PARTED = re.compile(r"[:;]|,\s+(?:og\s+)?$|\s[–-]\s")
"""What parts the clause of a day from that of a doer."""


def entry(block: Block, item: Item | None, cast: Cast) -> Iterator[Action]:
    """One entry under an action label: all of it is the action, unless its status says it is done.

    Several sentences that each give somebody something to do are several.
    """
    start = body_start(block, item)
    if task := (NUMBERED_TASK.match(block.text) or _SHORT_NUMBER.match(block.text)):
        start = max(start, task.end())
    text = block.text[start:].strip()
    if (
        not text
        or len(text) < 4
        or DONE.search(text)
        or EMPTY.match(text)
        or (block.role is Role.HEADING and not OWNER_LAST.search(text))
    ):
        return
    spoken = joined(list(sentences_of(block, item)))
    if len(spoken) > 1 and all(subject(s.text, cast) or owner(s.text, cast)[0] for s in spoken):
        for sentence in spoken:
            names, what = owner(sentence.text, cast)
            found = None if names else subject(sentence.text, cast)
            names = names or (found[0] if found else [])
            yield make(sentence.place, block.index, "action list", 0.88, names, sentence.text, _due.find(what), cast)
        return
    names, what = owner(text, cast)
    if not names and (mention := _MENTION.match(text)):
        names, what = cast.opening(text[mention.end() :]), text[mention.end() :]
    if not names and (dashed := _NAME_FIRST.match(text)):
        names = actors_of(dashed["who"], cast, loose=False)
    if not names and (found := subject(text, cast)):
        names = also(text, found[0], cast)
    names = names or doers(text, [], cast)
    if not names and (match := cast.pattern.match(text)) and re.match(r"\s+[a-zæøå]{2,}", text[match.end() :]):
        names = cast.split(match.group(1))  # "KN ringe utleiar": in a list of tasks the name first is the owner's
    yield make(
        block.place(start), block.index, "action list", 0.9 if names else 0.75, names, text, _due.find(what), cast
    )


def in_words(text: str) -> bool:
    """True for an entry that is said in words: half of what it is made of, or more, a date or number being one thing.

    >>> in_words("Kari ringer 99 00 11 22 innen 3. mai"), in_words("14058 - 1983 = 12075 (85 %)"), in_words("$ make klar")
    (True, False, False)
    """
    parts = _FIGURES.sub("0", dates.blanked(text)).split()
    words = [part for part in parts if _SAID.fullmatch(part)]
    return len(words) * 2 >= len(parts) and not _PROMPT.match(text)


_SAID = re.compile(r"[(\[«\"'@]*[^\W\d_]{2,}(?:[-/&+][^\W\d_]+)*[)\]»\"'.,:;?!]*")
"""A word with what is set around it."""
_FIGURES = re.compile(r"\d[\d\s.,]*\d")
_PROMPT = re.compile(r"[$>]\s")
"""What a command line begins with."""


def in_group(
    block: Block, item: Item | None, cast: Cast, group: tuple[Who, ...]
) -> tuple[list[Action], tuple[Who, ...]]:
    """The tasks of an entry, and whose the entries behind it are where they name nobody.

    A line without a bullet that is a name, or begins with one, opens a group ("Kari:", "Kari - ringer kommunen").
    """
    alone = actors_of(block.text.strip(" :–-"), cast, loose=False) if not block.marker else []
    if alone and all(cast.full(name) in cast.persons for name in alone):
        return [], who(alone, cast)
    found = list(entry(block, item, cast))
    if not block.marker:
        opens = _NAME_FIRST.match(block.text)
        return found, found[-1].responsible if found and opens else ()
    return [one if one.responsible else replace(one, responsible=group) for one in found], group


def alone_in_margin(document: Document, block: Block, cast: Cast) -> tuple[Who, ...]:
    """The people whom a line at the right edge below a paragraph is made of: what it says last is theirs to do."""
    before = document.blocks[block.index - 1] if block.index else None
    if before is None or before.role is not Role.PARAGRAPH or block.marker or len(block.text) > _LONGEST_MARGIN:
        return ()
    left, edge = (one.lines[-1].box for one in (before, block))
    if left is None or edge is None or edge[0] < left[0] + _MARGIN or len(before.text.split()) < 3:
        return ()
    names = actors_of(block.text.strip(" ()–-"), cast, loose=False)
    signs = all(name in cast.persons for name in names) and not any(
        (one.first or 0) > block.index for one in document.items
    )
    if signs:
        return ()  # who wrote the minutes, at their end
    return who(names, cast) if names and all(cast.full(name) in cast.persons for name in names) else ()


_LONGEST_MARGIN = 40
_MARGIN = 150.0
"""Points by which an owner is set in from the paragraph above."""
_MENTION = re.compile(r"[☐□\s\[\]-]*@(?=\w)")
"""What some programs put before the name of whose a task is ("☐ @Kari Nes bestille pølser")."""
_NAME_FIRST = re.compile(r"^(?P<who>[A-ZÆØÅ][^–:-]{0,40}?(?:-[A-ZÆØÅ][^–:-]{1,20})?)\s+[–-]\s+(?=\S)")
"""An owner before a dash ("Kari - ringer kommunen")."""
_ROLE = re.compile(r"\s*\([^)]*\)?\s*$")
"""What somebody does of a task ("Kari (innkjøp)")."""
_WHEN = expression("tasks.when")
"""When, in a column or line that names owners and dates alike."""


def _is_when(text: str) -> bool:
    """True for a date or another wording of time among owners."""
    return bool(_WHEN.match(text)) or any(day.start == 0 for day in dates.find(text))


def given_below(document: Document, label: Block, cast: Cast) -> Action | None:
    """What a line "Ansvar: ..." right below a paragraph gives to somebody: its sentence that most likely is a task.

    The last one of equals; none where all only tell what happened.
    """
    before = document.blocks[label.index - 1] if label.index else None
    item = document.item_of(label.index)
    if before is None or item is None or before.index == item.first or before.role is Role.ROW or before.label:
        return None
    spoken = [one for one in sentences_of(before, item) if len(one.text.split()) > 1 and not EMPTY.match(one.text)]
    if not spoken:
        return None
    told = [
        (chance(said, "action") if (said := document.said.get((before.index, one.start))) else 0.0) for one in spoken
    ]
    likeliest = max(told)
    if likeliest < LEAST_TOLD:
        return None
    last = [one for one, sure in zip(spoken, told, strict=True) if sure == likeliest][-1]
    return make(last.place, before.index, "sentence above an owner", 0.75, [], last.text, _due.find(last.text), cast)


def completed(action: Action, block: Block, meaning: str, cast: Cast) -> Action:
    """The action with the owner or deadline that a labelled line below it gives."""
    text = block.text[value_start(block) :].strip()
    if meaning == "responsible":
        head = re.split(r"(?<!\d)\.|;|,?\s*\b(?:frist|innen|innan)\b", text, flags=re.I)[0]
        names = [
            bare for one in actors_of(head, cast, loose=True) if (bare := _ROLE.sub("", one)) and not _is_when(bare)
        ]
        if names:
            action = replace(
                action,
                responsible=who(names, cast),
                rule=f"{action.rule}, {LABELLED}",
                confidence=max(action.confidence, 0.85),
            )
    dues = _due.find(f"Frist: {text}" if meaning == "deadline" else text)
    if dues and (action.due is None or not action.due_kind):
        action = replace(action, due=dues[0].when, due_kind=dues[0].kind)
    return action


def told_by_owner(block: Block, cast: Cast) -> Action | None:
    """The task that a line for the owner tells whole ("Ansvar: Kari ringer kommunen."); None where it only names one."""
    start = value_start(block)
    text = block.text[start:].strip()
    found = subject(text, cast)
    if not found or found[1] in word_list("stative"):
        return None
    place = block.place(start, len(block.text))
    return make(place, block.index, "told by its owner", 0.85, found[0], text, _due.find(text), cast)
