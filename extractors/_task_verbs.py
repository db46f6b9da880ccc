"""What a verb says of a task: whether its subject has something to do, is in a state, or is only told of."""

from __future__ import annotations

import re

from extractors._features import plain, verb_kind
from extractors._matching import cue, word_list
from extractors._names import is_office
from extractors.lexicon.wording import expression, listed

WORD = re.compile(r"[^\W\d_][\w/.-]*")
_STATES = frozenset(listed("task_verbs.states"))
PLACED = frozenset(listed("task_verbs.placed"))
"""What after a modal tells where a thing goes, with no verb ("Kontraktane skal inn")."""
EACH = frozenset(listed("task_verbs.each"))
"""What stands before a noun that has something to do."""
_READY = frozenset(listed("task_verbs.ready"))
_ACTIVE = ("modal:skal", "modal:må", "modal:vil", "modal:får", "modal:bør", "modal:lyt")
_THEN = expression("task_verbs.then", re.NOFLAG)


def kind_of(word: str) -> str | None:
    """What a word is as a verb, the shortest ones in the present too ("tar", "går")."""
    if word in word_list("not_verbs_either"):
        return None
    return verb_kind(word) or ("present" if word in word_list("short_present") else None)


def goes_on(text: str) -> bool:
    """True where a sentence that begins otherwise ends with what is to come ("Kari trodde det, og skal sjekke")."""
    match = _THEN.search(text)
    return match is not None and match["do"] not in word_list("not_promised")


def promises(word: str) -> bool:
    """True for a verb of what somebody does now or is going to do."""
    kind = kind_of(word.casefold())
    return word[:1].islower() and (kind in ("present", "stative") or kind in _ACTIVE)


def is_finite(word: str) -> bool:
    """True for a verb that may be a clause's own, in the present."""
    kind = kind_of(word.casefold())
    return kind in ("present", "stative") or str(kind).startswith(("modal", "aux"))


def is_verb(words: list[str], at: int) -> bool:
    """True for a word that is a verb by its form, and no noun that only ends like one ("alle etater skal", "direktør lovet")."""
    kind = kind_of(words[at].casefold()) or ("past" if plain(words[at]) in word_list("promised") else None)
    if kind == "past" and plain(words[0]) in EACH and (at == 1 or promises("".join(words[at + 1 : at + 2]))):
        return False  # "alle tillitsvalgte", "alle med nøkkel til naustet"
    if kind != "present":
        return kind is not None
    following = kind_of(words[at + 1].casefold()) if at + 1 < len(words) else None
    noun = is_office(words[at]) or plain(words[at - 1]) in EACH or str(following).startswith(("modal", "aux"))
    return not noun


def named_like_a_verb(words: list[str]) -> bool:
    """True where a clause opens with two words like verbs: the first is a name or noun ("Anwar deler", "laget tar")."""
    return (
        len(words) > 1
        and kind_of(words[0].casefold()) in ("present", "past")
        and promises(words[1])
        and (words[0].istitle() or words[0].endswith("et"))
    )


def is_doing(said: list[str]) -> bool:
    """True where a verb tells of a deed: no passive, no state behind a modal."""
    kind = kind_of(said[0].casefold())
    if not str(kind).startswith("modal"):
        return kind in ("present", "past")
    following = [plain(word) for word in said[1:5]]
    if following[:1] == ["ha"] and any(plain(word) in _READY for word in said[2:10]):
        return True  # "skal ha et skriftlig tilbud klart"
    if following[:1] == ["ha"] and following[1:2] and (following[1] in _READY or following[1].endswith("t")):
        return True  # "skal ha klart et notat", "skal ha svart"
    return (
        following[:1] != []
        and following[0] not in PLACED
        and not any(word in _STATES for word in following[:2])
        and not any(kind_of(word.casefold()) == "passive" for word in said[1:5])
    )


_NOT_DONE = expression("task_verbs.not_done", re.NOFLAG)
"""A subject and a verb in the present that is denied at once, with no "but" behind it and nobody else's clause."""


def gives_nothing(text: str) -> bool:
    """True for a sentence that by its main clause tells of somebody's own course, or of what was said or asked."""
    if _NOT_DONE.match(text):
        return True
    return any(not _SIDE_CLAUSE.search(text[: hit.start]) for hit in cue("not_action").find(text))


_SIDE_CLAUSE = expression("task_verbs.side_clause")
"""What tells that words behind it are of a side clause ("før brevet går ut")."""
