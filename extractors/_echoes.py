"""Short sentences that tell who does what the one before them says ("Brygga må beises. Det tar Kari.")."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import _due, _tasks
from extractors._actors import Cast
from extractors._features import plain
from extractors._helpers import Sentence
from extractors._matching import word_list
from extractors._names import is_office
from extractors._task_verbs import kind_of
from extractors._tasks import Action
from extractors.lexicon import fold
from extractors.lexicon.wording import expression

RULE = "tells who"
_DOES_IT = expression("echoes.does_it")
_DONE_BY = expression("echoes.done_by", re.NOFLAG)


_IN_CHARGE = expression("echoes.in_charge", re.NOFLAG)
"""What stands behind a name that has the task, and says nothing of it."""
_PARTICLE = expression("echoes.particle", re.NOFLAG)
_DUE_OF_IT = expression("echoes.due_of_it")
_LONGEST = 12
"""Words of a sentence that only says by when, at most."""


def does_it(text: str, cast: Cast) -> list[str]:
    """Who is to do what the sentence before says, where all of this one says that ("Det ordner Kari.")."""
    opens = _DOES_IT.match(text)
    named = cast.pattern.match(text, opens.end()) if opens else None
    if opens is None or named is None or not _deed(opens["verb"]) or not _only_by_when(text, named.end()):
        return []
    names = cast.split(named.group(1))
    return [] if any(fold(name) in word_list("own_bodies") for name in names) else names


def does(text: str, cast: Cast) -> list[str]:
    """Who is to do it, where a sentence is a name and a verb ("Kari sjekker.")."""
    named = cast.pattern.match(text)
    if named is None:
        return []
    behind = _DONE_BY.match(text[named.end() :])
    if not _IN_CHARGE.match(text[named.end() :]) and (behind is None or not _deed(behind["verb"])):
        return []
    names = cast.split(named.group(1))
    return names if all(cast.full(name) in cast.persons or is_office(name) or _is_post(name) for name in names) else []


def _is_post(name: str) -> bool:
    """True for an office in its definite form ("Sekretæren"), not for a body or a group."""
    low = fold(name)
    grouped = low in word_list("group_actors") and low not in word_list("own_bodies")
    return " " not in low and (grouped or low.endswith(("sekretæren", "lederen", "leiaren", "sjefen", "direktøren")))


def _only_by_when(text: str, at: int) -> bool:
    """True where nothing stands behind a place but a verb's particle and by when."""
    rest = _PARTICLE.sub("", text[at:]).strip(" ,.!")
    if not rest:
        return True
    begins = text.index(rest, at)
    return any(due.start <= begins and begins + len(rest) <= due.end + 1 for due in _due.find(text))


def by_when(text: str, cast: Cast) -> bool:
    """True for a sentence that only says by when what the one before it gives is done ("Det blir sendt før 1. mars.")."""
    told = _DUE_OF_IT.match(text) is not None and len(text.split()) <= _LONGEST
    return told and any(due.strong for due in _due.find(text)) and not cast.found(text)


def _deed(verb: str) -> bool:
    return kind_of(verb) == "present" and verb not in word_list("no_tasks") and plain(verb) != "sier"


def together(before: Sentence, task: Action | None, sentence: Sentence, cast: Cast) -> Action | None:
    """The task that two sentences of one block give together; None where the second tells nothing of the first.

    `task` is what the first one gives by itself, if it does.
    """
    if task is not None and task.responsible:
        of_its_own = task.due is not None and task.due.text in before.text
        if of_its_own or not by_when(sentence.text, cast):
            return None
        due = next(due for due in _due.find(sentence.text) if due.strong)
        text = sentence.block.text[before.start : sentence.end]
        place = sentence.block.place(before.start, sentence.end)
        return replace(task, text=text, place=place, due=due.when, due_kind=due.kind)
    names = does_it(sentence.text, cast)
    if not names and (task is not None or before.text.rstrip().endswith("?")):
        names = does(sentence.text, cast)
    if not names:
        return None
    block = sentence.block
    text = block.text[before.start : sentence.end]
    place = block.place(before.start, sentence.end)
    if task is not None:
        later = next((due for due in _due.find(sentence.text) if due.strong), None) if task.due is None else None
        task = replace(task, due=later.when, due_kind=later.kind) if later else task
        return replace(task, responsible=_tasks.who(names, cast), text=text, place=place)
    return _tasks.make(place, block.index, RULE, 0.8, names, text, _due.find(text), cast)
