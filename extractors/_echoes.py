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

RULE = "tells who"
_DOES_IT = re.compile(r"^(?:det|dette|den|de|dei)\s+(?P<verb>[a-zæøå]+)\s+(?=\S)", re.I)
_DONE_BY = re.compile(
    r"^\s+(?P<verb>[a-zæøå]+)(?:\s+(?:det|dette|den|dem|han|henne|ho|ham|på|brevet|saken|saka))?\s*[.!]?$"
)


def does_it(text: str, cast: Cast) -> list[str]:
    """Who is to do what the sentence before says, where all of this one says that ("Det ordner Kari.")."""
    opens = _DOES_IT.match(text)
    named = cast.pattern.match(text, opens.end()) if opens else None
    if opens is None or named is None or not _deed(opens["verb"]) or text[named.end() :].strip(" .!"):
        return []
    names = cast.split(named.group(1))
    return [] if any(fold(name) in word_list("own_bodies") for name in names) else names


def does(text: str, cast: Cast) -> list[str]:
    """Who is to do it, where a sentence is a name and a verb ("Kari sjekker.")."""
    named = cast.pattern.match(text)
    behind = _DONE_BY.match(text[named.end() :]) if named else None
    if named is None or behind is None or not _deed(behind["verb"]):
        return []
    names = cast.split(named.group(1))
    return names if all(cast.full(name) in cast.persons or is_office(name) for name in names) else []


def _deed(verb: str) -> bool:
    return kind_of(verb) == "present" and verb not in word_list("no_tasks") and plain(verb) != "sier"


def together(before: Sentence, task: Action | None, sentence: Sentence, cast: Cast) -> Action | None:
    """The task that two sentences of one block give together; None where the second tells nothing of the first.

    `task` is what the first one gives by itself, if it does.
    """
    if task is not None and task.responsible:
        return None
    names = does_it(sentence.text, cast)
    if not names and (task is not None or before.text.rstrip().endswith("?")):
        names = does(sentence.text, cast)
    if not names:
        return None
    block = sentence.block
    text = block.text[before.start : sentence.end]
    place = block.place(before.start, sentence.end)
    if task is not None:
        return replace(task, responsible=_tasks.who(names, cast), text=text, place=place)
    return _tasks.make(place, block.index, RULE, 0.8, names, text, _due.find(text), cast)
