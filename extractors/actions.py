"""Somebody is to do something, perhaps by a date.

What tells an action is a known actor with a present or future verb and no past marker, whatever the verb; an owner in
parentheses or behind "Ansvar:"; an entry under "Tiltak", "Oppfølging", "Å gjøre"; a row of an action table. Carried-
over entries with a status are follow-up of old actions, not new ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import _due, _echoes, _task_dates, _task_sentences, _task_tables, _tasks
from extractors._actors import Cast, cast_of
from extractors._doers import doers
from extractors._each_their import divided
from extractors._helpers import (
    Sentence,
    in_list,
    regions,
    sentences_of,
    value_start,
)
from extractors._matching import word_list
from extractors._next_words import NEXT
from extractors._owners import (
    BY_WHEN,
    OWNER_LAST,
    actors_of,
    acts,
    somebody_does,
)
from extractors._said import ALONE, FIRM, LEAST, chance
from extractors._subjects import person_at, with_pronoun
from extractors._task_verbs import gives_nothing
from extractors._tasks import Action
from extractors._trailers import joined
from extractors._whose import proposed
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import sentences
from pipeline.blocks import known_label
from pipeline.model import Block, Document, Issue, Item, Kind, Role, Who

KINDS = {Kind.MINUTES}
ROUND = 2
QUIET = ("proposal", "background", "present", "absent", "old_action", "agenda", "attachment", "dissent")
_OVER = expression("actions.over")
_STATUSES = expression("actions.statuses")
"""A column for owners that holds how old tasks stand."""
_ORDERED = 0.1
"""The chance from which an order with its owner in brackets behind it ("Male porten (Kari)") leaves no doubt."""
_FIRM = frozenset(
    {
        "arrow",
        "cue takes_on",
        "cue asked",
        _task_sentences.KINDLY,
        _task_sentences.LABELLED,
        _task_sentences.PRONOUN,
        "falls to",
        "vows",
        "passive with doer",
        "owner before colon",
    }
)
"""Rules whose wording leaves no doubt: 20 of 25 were right in documents that nobody had seen."""


def extract(document: Document, lexicon: Lexicon) -> Iterator[Action | Issue]:
    """Every action of the minutes, in order of place."""
    cast = cast_of(document)
    region = regions(document, lexicon)
    skip = in_list(document)
    taken: set[int] = set()
    found: list[Action] = []
    before: list[str] = []
    over = False  # a list of tasks ends where lines are no words any more; what follows is read as any text
    group: tuple[Who, ...] = ()  # whose tasks the entries of a list are whose first line names them
    found.extend(_task_tables.in_tables(document, cast, taken, lexicon))
    found.extend(one for one in _task_tables.in_decision_cells(document, cast) if one.block not in taken)
    for block in document.blocks:
        if block.index in skip or block.index in taken or block.role is Role.ROW or region[block.index] in QUIET:
            continue
        item = document.item_of(block.index)
        meaning = known_label(block.label, lexicon)[:1] if block.label else ()
        exact = block.label and lexicon.meanings(block.label)[:1] in (("responsible",), ("deadline",))
        if exact and meaning == ("responsible",) and (task := _tasks.told_by_owner(block, cast)):
            found.append(task)
            continue
        if exact and meaning == ("responsible",) and _STATUSES.fullmatch(block.text[value_start(block) :].strip()):
            if found and found[-1].block >= block.index - 1:
                found.pop()  # its column says how the old tasks of the item stand
            continue
        owned = bool(found) and _tasks.LABELLED in found[-1].rule and meaning == ("responsible",)
        if exact and found and found[-1].block >= block.index - 3 and not owned:
            found[-1] = _tasks.completed(found[-1], block, meaning[0], cast)
            continue
        if exact and meaning[0] == "responsible" and (given := _tasks.given_below(document, block, cast)):
            found.append(_tasks.completed(given, block, meaning[0], cast))
            continue
        if meaning == ("next_meeting",):
            found.extend(_behind_the_date(document, block, item, cast, before))
            continue
        if meaning and meaning[0] in (
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
            whose = BY_WHEN.split(block.text[value_start(block) : head[1]])[0].strip(" .")
            if names := actors_of(whose, cast, loose=False):
                text = block.text[head[0] : head[1]]
                found.append(
                    _tasks.make(block.place(*head), block.index, "owner label", 0.8, names, text, _due.find(text), cast)
                )
        over = region[block.index] == "action" and not meaning and (over or not _tasks.in_words(block.text))
        told = not block.marker and _each_by_name(block, item, cast)
        if (region[block.index] == "action" and not over and not told) or _tasks.NUMBERED_TASK.match(block.text):
            if not NEXT.search(block.text[:40]) and not _OVER.search(block.text):
                entries, group = _tasks.in_group(block, item, cast, group)
                found.extend(entries)
            continue
        group = ()
        if item is not None and (beside := _tasks.alone_in_margin(document, block, cast)):
            if found and found[-1].block == block.index - 1:
                found[-1] = found[-1] if found[-1].responsible else replace(found[-1], responsible=beside)
            elif given := _tasks.given_below(document, block, cast):
                found.append(replace(given, responsible=beside, rule="owner in the margin"))
            continue
        if item is None and not _among_items(document, block):
            continue
        if block.role is Role.HEADING and (item is None or item.first != block.index or not item.glued):
            if item is not None and item.first == block.index:
                continue
            if not OWNER_LAST.search(block.text):
                continue
        by_rule = dict(_text(document, block, item, cast, in_decision=region[block.index] == "decision"))
        if told and region[block.index] == "action":
            by_rule = {**dict(_of_each(block, item, cast)), **{at: one for at, one in by_rule.items() if one}}
        found.extend(_weighed(document, block, item, cast, by_rule, before))
    yield from found


def _each_by_name(block: Block, item: Item | None, cast: Cast) -> bool:
    """True for running text that gives several people tasks, a sentence for each."""
    return sum(bool(person_at(sentence.text, cast)) for sentence in sentences_of(block, item)) > 1


def _of_each(block: Block, item: Item | None, cast: Cast) -> Iterator[tuple[int, Action]]:
    """The sentences of text behind a label for tasks that begin with who is to do them: (beginning, task) each."""
    for sentence in sentences_of(block, item):
        if names := person_at(sentence.text, cast):
            dues, rule = _due.find(sentence.text), _task_sentences.LABELLED
            yield sentence.start, _tasks.make(sentence.place, block.index, rule, 0.85, names, sentence.text, dues, cast)


_IN_CHARGE = re.compile(r"[(\[]\s*ansv\w*\.?\s*:?\s+(?-i:[A-ZÆØÅ])", re.I)
"""The owner in brackets, with the word for it ("(ansvar: Kari)")."""
_WILL = re.compile(r"(?:[A-ZÆØÅ][\w.-]*\s+){1,3}(?:vil|skal)\s+(?:[a-zæøå]+\s+){0,3}?[a-zæøå]{2,}(?:e|a|å)\b")
"""A name that opens a sentence, and what its bearer will do."""
_SHALL = re.compile(r"(?:[A-ZÆØÅ][\w.-]*\s+){1,3}skal\s")
_NOT_WILLED = expression("actions.not_willed", re.NOFLAG)


def _promised(rule: Action, cast: Cast) -> bool:
    """True where people of the lists open the sentence and will do something ("BH vil formidle resultatet")."""
    if rule.rule != "actor and verb" or not _WILL.match(rule.text) or _NOT_WILLED.search(rule.text):
        return False
    names = [who.name or who.text for who in rule.responsible]
    shall = _SHALL.match(rule.text) is not None  # what a body at the table shall do is its task as well
    return all(name in cast.persons or (shall and name in cast.actors.organisations) for name in names)


def _proposes(text: str) -> bool:
    """True where somebody only proposes what the sentence tells."""
    return any(word in word_list("proposing") for word in text.casefold().split())


def _behind_the_date(
    document: Document, block: Block, item: Item | None, cast: Cast, before: list[str]
) -> Iterator[Action]:
    """What the sentences behind the date of the next meeting give somebody by name ("Neste møte: 3. mai. Kari baker.")."""
    spoken = list(sentences_of(block, item))
    if len(spoken) < 2:
        return
    by_rule = dict(_text(document, block, item, cast, in_decision=False))
    for action in _weighed(document, block, item, cast, by_rule, before):
        ahead = action.text == spoken[0].text or NEXT.search(action.text)
        if action.rule != "sentence" and action.responsible and not ahead:
            yield action


def _weighed(
    document: Document,
    block: Block,
    item: Item | None,
    cast: Cast,
    by_rule: dict[int, Action | None],
    before: list[str],
) -> Iterator[Action]:
    """The sentences of a block that give something to do, the rules' word and the model's weighed together.

    `before` are the sentences before it, to which this block's are added.
    """
    given: tuple[Sentence, Action | None] | None = None  # the sentence before, and the task that it gives
    for sentence in joined(list(sentences_of(block, item))):
        rule = by_rule.get(sentence.start)
        said = document.said.get((block.index, sentence.start))
        if given and (both := _echoes.together(given[0], given[1], sentence, cast)):
            given = (sentence, both)
            before.append(sentence.text)
            continue
        if given and given[1]:
            yield from divided(given[1], given[0], before[:-1], cast)
        given = (sentence, None)
        sure = chance(said, "action", rule.rule if rule else None) if said else rule.confidence if rule else 0.0
        if rule is not None and (
            rule.rule in _FIRM
            or _promised(rule, cast)
            or (rule.rule == "owner last" and ((sure >= _ORDERED and acts(rule.text)) or _IN_CHARGE.search(rule.text)))
        ):
            sure = max(sure, FIRM)
        taken = (sentence.start in by_rule and rule is None) or proposed(block, sentence.start, sentence.end)
        taken = taken or (rule is None and _tasks.DONE.search(sentence.text) is not None)
        taken = taken or (rule is None and (gives_nothing(sentence.text) or _proposes(sentence.text)))
        taken = taken or (_task_sentences.asks(sentence.text) and (rule is None or rule.rule != _task_sentences.KINDLY))
        alone = FIRM if somebody_does(sentence.text) else ALONE["action"]
        if sure >= (alone if rule is None else LEAST) and not taken:
            if rule is None:
                names = doers(sentence.text, before[-3:], cast)
                dues = _due.find(sentence.text)
                rule = _tasks.make(sentence.place, block.index, "sentence", sure, names, sentence.text, dues, cast)
            elif not rule.responsible or with_pronoun(sentence.text):
                rule = replace(rule, responsible=_tasks.who(doers(sentence.text, before[-3:], cast), cast))
                if rule.rule == _task_sentences.PRONOUN and not rule.responsible:
                    before.append(sentence.text)
                    continue
            given = (sentence, replace(_task_dates.hung(rule, before), confidence=round(sure, 2)))
        before.append(sentence.text)
    if given and given[1]:
        yield from divided(given[1], given[0], before[:-1], cast)


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
        action = _task_sentences.by_rule(sentence, cast, in_decision=in_decision, own=document.body or "")
        if action is not None and action.due is None:
            action = _task_dates.with_date_before(action, spoken[:at])
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
