"""Somebody is to do something, perhaps by a date.

What tells an action is a known actor with a present or future verb and no past marker, whatever the verb; an owner in
parentheses or behind "Ansvar:"; an entry under "Tiltak", "Oppfølging", "Å gjøre"; a row of an action table. Carried-
over entries with a status are follow-up of old actions, not new ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import _due, _task_dates, _tasks
from extractors._actors import Cast, cast_of
from extractors._clauses import SPEECH, subject
from extractors._doers import also, doers
from extractors._helpers import (
    Sentence,
    in_list,
    regions,
    sentences_of,
    value_start,
)
from extractors._matching import cue, word_list
from extractors._next_words import NEXT
from extractors._owners import (
    COLON,
    OWNER_LABEL,
    OWNER_LAST,
    actors_of,
    acts,
    asked,
    joined,
    near,
    owner,
    plainly_owners,
    promises,
    somebody_does,
)
from extractors._said import ALONE, FIRM, LEAST, chance
from extractors._tasks import Action
from extractors._whose import proposed
from extractors.lexicon import Lexicon
from pipeline import sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Issue, Item, Kind, Role

KINDS = {Kind.MINUTES}
ROUND = 2
QUIET = ("proposal", "background", "present", "absent", "old_action", "agenda", "attachment", "dissent")
_OVER = re.compile(
    r"^(?:møtet|møte|me|vi)\s+(?:ble|blei|vart|slutta|sluttet|avslutta|avsluttet|var|er)\b.{0,40}(?:hev|slutt|ferdig|\d)",
    re.I,
)
_FIRM = frozenset({"arrow", "cue takes_on", "cue asked", "passive with doer", "owner before colon"})
"""Rules whose wording leaves no doubt: 20 of 25 were right in documents that nobody had seen."""
_PASSIVE = re.compile(
    r"\b(?:må|skal|bør)\s+(?:\w+\s+){0,3}?(?:\w+(?:es|ast|is)|bli|verte|vere|være)\b|^[A-ZÆØÅ][\wæøå-]+(?:\s+[\wæøå-]+){0,4}\s+(?:sendes|sendast|settes|setjast|bestilles|tingast|kjøpes|kjøpast|tas|takast|gjøres|gjerast|legges|leggjast|leveres|leverast|utarbeides|utarbeidast|følges|følgjast|innhentes|innhentast|avklares|avklarast|oppdateres|oppdaterast|publiseres|publiserast|kunngjøres|ferdigstilles|lages|lagast|inviteres|inviterast|henges|hengjast|meldes|meldast|deles|delast|skrives|skrivast|undersøkes|undersøkast|ryddes|ryddast|vaskes|vaskast)\b",
    re.I,
)


def extract(document: Document, lexicon: Lexicon) -> Iterator[Action | Issue]:
    """Every action of the minutes, in order of place."""
    cast = cast_of(document)
    region = regions(document, lexicon)
    skip = in_list(document)
    taken: set[int] = set()
    found: list[Action] = []
    told: list[str] = []
    found.extend(_tasks.in_tables(document, cast, taken, lexicon))
    found.extend(one for one in _tasks.in_decision_cells(document, cast) if one.block not in taken)
    for block in document.blocks:
        if block.index in skip or block.index in taken or block.role is Role.ROW or region[block.index] in QUIET:
            continue
        item = document.item_of(block.index)
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        exact = block.label and lexicon.meanings(block.label)[:1] in (("responsible",), ("deadline",))
        if exact and meaning == ("responsible",) and (task := _tasks.told_by_owner(block, cast)):
            found.append(task)
            continue
        owned = bool(found) and _tasks.LABELLED in found[-1].rule and meaning == ("responsible",)
        if exact and found and found[-1].block >= block.index - 3 and not owned:
            found[-1] = _tasks.completed(found[-1], block, meaning[0], cast)
            continue
        if exact and meaning[0] == "responsible" and (given := _tasks.given_below(document, block, cast)):
            found.append(_tasks.completed(given, block, meaning[0], cast))
            continue
        if meaning and meaning[0] in (
            "next_meeting",
            "distribution",
            "signature",
            "chair",
            "minute_taker",
            "present",
            "absent",
            "date",
            "place",
            "time",
        ):
            continue
        if meaning == ("responsible",) and not exact:  # "Ansvar for lokale: SY."
            head = sentences.split(block.text)[0]
            if names := actors_of(block.text[value_start(block) : head[1]].strip(" ."), cast, loose=False):
                text = block.text[head[0] : head[1]]
                found.append(
                    _tasks.make(block.place(*head), block.index, "owner label", 0.8, names, text, _due.find(text), cast)
                )
        if region[block.index] == "action" or _tasks.NUMBERED_TASK.match(block.text):
            if not NEXT.search(block.text[:40]) and not _OVER.search(block.text):
                found.extend(_tasks.entry(block, item, cast))
            continue
        if item is None and not _among_items(document, block):
            continue
        if block.role is Role.HEADING and (item is None or item.first != block.index or not item.glued):
            if item is not None and item.first == block.index:
                continue
            if not OWNER_LAST.search(block.text):
                continue
        by_rule = dict(_text(document, block, item, cast, in_decision=region[block.index] == "decision"))
        found.extend(_weighed(document, block, item, cast, by_rule, told))
    yield from found


def _weighed(
    document: Document, block: Block, item: Item | None, cast: Cast, by_rule: dict[int, Action | None], told: list[str]
) -> Iterator[Action]:
    """The sentences of a block that give something to do, the rules' word and the model's weighed together.

    `told` are the sentences before it, to which this block's are added.
    """
    for sentence in joined(list(sentences_of(block, item))):
        rule = by_rule.get(sentence.start)
        said = document.said.get((block.index, sentence.start))
        sure = chance(said, "action", rule.rule if rule else None) if said else rule.confidence if rule else 0.0
        if rule is not None and rule.rule in _FIRM:
            sure = max(sure, FIRM)
        taken = (sentence.start in by_rule and rule is None) or proposed(block, sentence.start, sentence.end)
        taken = taken or (rule is None and _tasks.DONE.search(sentence.text) is not None)
        alone = FIRM if somebody_does(sentence.text) else ALONE["action"]
        if sure >= (alone if rule is None else LEAST) and not taken and not sentence.text.rstrip().endswith("?"):
            if rule is None:
                names = doers(sentence.text, told[-3:], cast)
                dues = _due.find(sentence.text)
                rule = _tasks.make(sentence.place, block.index, "sentence", sure, names, sentence.text, dues, cast)
            yield replace(_task_dates.hung(rule, told), confidence=round(sure, 2))
        told.append(sentence.text)


def _text(
    document: Document, block: Block, item: Item | None, cast: Cast, *, in_decision: bool
) -> Iterator[tuple[int, Action | None]]:
    """The actions of running text by their words: (beginning in the block, action) each.

    "Ansvar: X. Frist: Y." completes the sentence before it; a sentence that only completes another has None.
    """
    spoken = joined(list(sentences_of(block, item)))
    pending: Action | None = None
    began = 0
    for at, sentence in enumerate(spoken):
        action = _sentence(sentence, cast, in_decision=in_decision, own=document.body or "")
        if action is not None and action.due is None:
            meets_next = any(NEXT.search(one.text) for one in spoken[:at])
            action = _task_dates.with_date_before(action, spoken[at - 1] if at else None, meets_next)
        if (
            action is not None
            and pending is not None
            and not action.responsible
            and action.due
            and not pending.due
            and _task_dates.same_thing(sentence.text, pending.text)
        ):
            # "A og B skriver et brev. Brevet skal være sendt innen 1. april.": one task and its deadline
            pending = replace(
                pending, due=action.due, due_kind=action.due_kind, origin="the deadline in the sentence behind"
            )
            action = None
            yield sentence.start, None
        elif action is None and pending is not None and not pending.due and _task_dates.IT.match(sentence.text):
            firm = [d for d in _due.find(sentence.text) if d.strong and d.kind != "vague"]
            if firm:
                pending = replace(
                    pending, due=firm[0].when, due_kind=firm[0].kind, origin="the deadline in the sentence behind"
                )
        if action is not None:
            if pending is not None:
                yield began, pending
            pending, began = action, sentence.start
    if pending is not None:
        yield began, pending


def _among_items(document: Document, block: Block) -> bool:
    firsts = [item.first for item in document.items if item.first is not None]
    return not firsts or block.index > min(firsts)


def _sentence(sentence: Sentence, cast: Cast, *, in_decision: bool, own: str) -> Action | None:
    """A sentence of running text as an action, by the first rule that fits."""
    text = sentence.text
    if (arrow := _ARROW.search(text)) and not _tasks.DONE.search(text):
        task = text[arrow.end() :]
        names, what = owner(task, cast)
        told = None if names else subject(task, cast)
        names = names or (told[0] if told else [])
        place = sentence.block.place(sentence.start + arrow.end(), sentence.end)
        return _tasks.make(place, sentence.block.index, "arrow", 0.85, names, task, _due.find(what), cast)
    if text.rstrip().endswith("?") or _tasks.DONE.search(text) or _DEADLINE_ITSELF.match(text):
        return None
    dues = _due.find(text)
    block = sentence.block
    names, what = owner(text, cast)
    labelled_owner = bool(OWNER_LABEL.search(text)) or bool(re.search(r"\(\s*ansv", text, re.I))
    if names and (labelled_owner or (OWNER_LAST.search(text) and plainly_owners(names, text, cast))):
        confidence = 0.88 if OWNER_LABEL.search(text) or "ansv" in text.casefold() else 0.75
        if len(what.split()) > 2:
            return _tasks.make(sentence.place, block.index, "owner last", confidence, names, text, dues, cast)
    listed = COLON.match(text)
    if names and listed and acts(what) and (listed["what"] == what or not what.split()[0].endswith("r")):
        return _tasks.make(sentence.place, block.index, "owner before colon", 0.7, names, text, dues, cast)
    if found := subject(text, cast):
        names, verb = found
        if _only_decides(text, names, verb):
            return None
        if promises(names, verb, text, dues, cast, own, in_decision=in_decision):
            confidence = 0.85 if verb in word_list("modals") else 0.78
            return _tasks.make(
                sentence.place,
                block.index,
                "actor and verb",
                confidence - (0.1 if in_decision else 0),
                also(text, names, cast),
                text,
                dues,
                cast,
            )
    hits = [h for h in cue("action").find(text) if h.name in ("asked", "takes_on")]
    if (
        hits
        and not re.search(r"\b(?:tar|tek|tok) opp\b", text[hits[0].start : hits[0].end], re.I)
        and not SPEECH.search(text[: hits[0].start])
        and not _SUBORDINATE_CLAUSE.search(text[: hits[0].start])
        and not _is_proposal(text, hits[0].start)
    ):
        names = asked(text, hits[0], cast) if hits[0].name == "asked" else near(text, hits[0].start, hits[0].end, cast)
        if names:
            return _tasks.make(sentence.place, block.index, f"cue {hits[0].name}", 0.75, names, text, dues, cast)
    if (by := _PASSIVE_BY.search(text)) and by.group(1).casefold() not in word_list("standing_passives"):
        doer = cast.pattern.match(text, by.end())
        if doer and not SPEECH.search(text[: by.start()]) and not _SUBORDINATE_CLAUSE.search(text[: by.start()]):
            names = cast.split(doer.group(1))
            return _tasks.make(sentence.place, block.index, "present passive with doer", 0.6, names, text, dues, cast)
    firm = [d for d in dues if d.strong or d.kind == "vague"]
    passive = _PASSIVE.search(text)
    if passive and not re.match(r"^(?:neste|nytt)\b", text, re.I) and not SPEECH.search(text[: passive.start()]):
        by = re.search(r"\bav\s+(?=[A-ZÆØÅ])", text[passive.start() :])
        doer = cast.pattern.match(text, passive.start() + by.end()) if by else None
        if doer:
            return _tasks.make(
                sentence.place, block.index, "passive with doer", 0.8, cast.split(doer.group(1)), text, dues, cast
            )
        if in_decision and not firm:
            return None
        if firm or re.match(r"^(?:Det\s+)?(?:må|skal)\b(?!.*\bvelges\b)", text, re.I):
            return _tasks.make(sentence.place, block.index, "passive", 0.65 if firm else 0.55, [], text, dues, cast)
    return None


def _only_decides(text: str, names: list[str], verb: str) -> bool:
    """True where the body itself does nothing but decide: "Styret tar saken til orientering"."""
    if not all(name.casefold() in word_list("own_bodies") for name in names):
        return False
    at = text.casefold().find(verb)
    return any(
        hit.start <= at < hit.end and hit.name in ("noted", "approved", "agreed") for hit in cue("decision").find(text)
    )


_ARROW = re.compile(r"(?:^|[.!?]\s+)(?:->|=>|→|➔)\s*(?=[A-ZÆØÅ])")
"""What sets off a task in the midst of a paragraph."""
_DEADLINE_ITSELF = re.compile(r"^\w*frist(?:en|a)?\b", re.I)
_PASSIVE_BY = re.compile(
    r"\b([a-zæøå]{3,}(?:es|ast)|^[A-ZÆØÅ][a-zæøå]+(?:es|ast)(?=\s+av\b))\s+"
    r"(?:(?!(?:ble|blei|vart|er|var)\b)[\wæøå-]+\s+){0,4}?[Aa]v\s+"
)
"""A passive in the present with its doer: "Kommentarene behandles av sekretariatet"."""
_SUBORDINATE_CLAUSE = re.compile(r"\b(?:at|som|om|hvis|dersom|viss|fordi|når)\b[^,;]*$", re.I)


def _is_proposal(text: str, at: int) -> bool:
    """True where somebody only proposes what follows."""
    return any(hit.start < at for hit in cue("not_decision").find(text)) or bool(
        re.search(r"\b(?:foresl\w+|føresl\w+)\b", text[:at], re.I)
    )
