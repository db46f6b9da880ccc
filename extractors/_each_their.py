"""A sentence whose clauses give different people something to do by different days, as a task for each.

A clause is a task of its own where it opens with somebody else than the clauses before it and a verb of what they will
do. Without days that differ the sentence stays one task of all of them ("Kari ringer, og Ola skriver"), as most who
label minutes see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import _due
from extractors._actors import Cast
from extractors._doers import further
from extractors._helpers import Sentence
from extractors._matching import word_list
from extractors._names import is_office
from extractors._subjects import acts_by_itself, person_at, subject_at
from extractors._task_verbs import WORD, kind_of
from extractors._tasks import Action, who
from extractors.lexicon.wording import expression
from pipeline.model import Who

_SEAM = expression("each_their.seam", re.NOFLAG)
"""What stands between two clauses."""
_PRONOUN = re.compile(r"(?:han|hun|ho)\s+(?=[a-zæøå])", re.I)


def divided(action: Action, sentence: Sentence, before: Sequence[str], cast: Cast) -> list[Action]:
    """The tasks that a sentence gives, the given action if it is one; `before` are the sentences before it."""
    text = sentence.text
    if text != action.text:
        return [action]
    parts = list(_parts(text, before, cast))
    if len(parts) < 2 or len({_key(names, cast) for _, _, names in parts}) < 2:
        return [action]
    found = [_part(action, sentence, start, end, who(names, cast)) for start, end, names in parts]
    days = {one.due.text if one.due and one.due_kind != "vague" else None for one in found}
    return found if len(days) > 1 else [action]


def _key(names: Sequence[str], cast: Cast) -> frozenset[str]:
    return frozenset(map(cast.full, names))


def _part(action: Action, sentence: Sentence, start: int, end: int, responsible: tuple[Who, ...]) -> Action:
    """One clause of the sentence as the task of those who open it, due by what it says itself."""
    text = sentence.text[start:end].strip(" ,;–-")
    dues = [due for due in _due.find(text) if not _due.happens(text, due)]
    due = next((one for one in dues if one.strong), dues[0] if dues else None)
    derived = any(one.basis == "derived" for one in responsible)
    at = sentence.start + start
    return replace(
        action,
        place=sentence.block.place(at, at + len(text)),
        text=text,
        responsible=responsible,
        due=due.when if due else None,
        due_kind=due.kind if due else "",
        basis="derived" if derived else "stated",
        origin="names on the attendance list" if derived else None,
    )


def _parts(text: str, before: Sequence[str], cast: Cast) -> Iterator[tuple[int, int, list[str]]]:
    """Beginning, end and doers of each clause that gives somebody something to do."""
    named = [match.span(1) for match in cast.found(text)]
    seams = [match.span() for match in _SEAM.finditer(text)]
    clauses = {begins for _, begins in seams} | {0}
    joined = [(a, b) for a, b in named if a in clauses]  # "Kari og Ola" where they open the clause
    opened: list[tuple[int, int, list[str]]] = []
    for ends, begins in [(0, 0), *((a, b) for a, b in seams if not any(x < a < y for x, y in joined))]:
        names = _doers(text, ends, begins, before, cast)
        if names and not (opened and _key(opened[-1][2], cast) == _key(names, cast)):
            opened.append((ends, begins, names))
    for at, (_, begins, names) in enumerate(opened):
        yield begins, opened[at + 1][0] if at + 1 < len(opened) else len(text), names


def _doers(text: str, ends: int, begins: int, before: Sequence[str], cast: Cast) -> list[str]:
    """Who is to do what the clause says that begins here; `ends` is where the one before it ends."""
    clause, lead = text[begins:], text[:ends]
    if not _acts(clause):
        return []
    if found := person_at(clause, cast) or (further(clause, lead, cast) if begins else []):
        return found
    found = subject_at(clause, [*before, lead] if begins else before, cast)
    if begins and _PRONOUN.match(clause):
        return found
    known = all(is_office(name) or cast.full(name) in cast.persons for name in found)
    return found if known or (begins and all(map(acts_by_itself, found))) else []


def _acts(clause: str) -> bool:
    """True where the first verb of a clause is one of a deed: no state, nothing that the body does with a matter."""
    words = WORD.findall(clause)
    verb = next((word.casefold() for word in words[1:_REACH] if kind_of(word.casefold())), "")
    return kind_of(verb) != "stative" and verb not in word_list("no_tasks") and verb not in word_list("stative")


_REACH = 8
"""Words of a clause among which its verb stands, at most."""
