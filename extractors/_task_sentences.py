"""A sentence of running text as a task, by the first rule of its wording that fits."""

from __future__ import annotations

import re

from extractors import _due, _tasks
from extractors._actors import Cast
from extractors._clauses import SPEECH, subject
from extractors._doers import also, asked_to
from extractors._helpers import (
    Sentence,
)
from extractors._matching import cue, word_list
from extractors._names import is_office
from extractors._owners import (
    COLON,
    OWNER_LABEL,
    OWNER_LAST,
    actors_of,
    acts,
    asked,
    falls_to,
    near,
    opening_people,
    owner,
    plainly_owners,
    promises,
    requested,
    vowed,
)
from extractors._task_verbs import WORD, gives_nothing, goes_on, is_finite
from extractors._tasks import Action
from extractors.lexicon import fold, lexicon
from extractors.lexicon.wording import expression
from pipeline.labels import LABEL

KINDLY = "asked kindly"
"""The rule for a request in the form of a question, which is no question of the meeting."""
LABELLED = "action list"
"""The rule for a task whose label stands in the midst of a paragraph, as for one below a label."""
PRONOUN = "pronoun and verb"
"""The rule for a pronoun that a task's verb follows; whom it stands for is told by the sentences before."""
_PRONOUN_ACTS = expression("task_sentences.pronoun_acts", re.NOFLAG)
_PASSIVE = expression("task_sentences.passive")
_ABOVE = expression("task_sentences.above")
"""Bodies that others make requests to, and give no tasks."""
_BODY_CHARGES = expression("task_sentences.body_charges", re.NOFLAG)
"""A body that opens a sentence and asks somebody, or leaves something to them."""
_NOBODY = expression("task_sentences.nobody")
"""What ends with somebody not being asked, or nobody taking it on."""
_ARROW = re.compile(r"(?:^|[.!?]\s+)(?:->|=>|→|➔)\s*(?=[A-ZÆØÅ])")
"""What sets off a task in the midst of a paragraph."""
_DEADLINE_ITSELF = re.compile(r"^\w*frist(?:en|a)?\b", re.I)
_PASSIVE_BY = expression("task_sentences.passive_by", re.NOFLAG)
"""A passive in the present with its doer: "Kommentarene behandles av sekretariatet"."""
_SUBORDINATE_CLAUSE = expression("task_sentences.subordinate_clause")


_ASIDE_ASKED = re.compile(r"\S\s[–-]\s[^–?]*\?\s*$")


def _labelled(sentence: Sentence, at: int, cast: Cast) -> Action | None:
    """What the label of a task in the midst of a paragraph heads, from `at` on, where it gives something to do."""
    task = sentence.text[at:]
    names, what = owner(task, cast)
    found = None if names else subject(task, cast)
    names = names or (found[0] if found else [])
    told = any(is_finite(word) for word in WORD.findall(task)[1:4])
    if _tasks.DONE.search(task) or asks(task) or (told and not names):
        return None  # what was done, or how something is
    place = sentence.block.place(sentence.start + at, sentence.end)
    return _tasks.make(place, sentence.block.index, LABELLED, 0.85, names, task, _due.find(what), cast)


def _of_the_name(word: str, body: str) -> bool:
    """True for a word in its definite form that the body's name has ("Planutvalet" of "Planutval i Lia")."""
    stem = re.sub(r"(?:et|en|a)$", "", word.casefold())
    return " " not in word and len(stem) > _SHORTEST_STEM and stem in body.casefold()


_SHORTEST_STEM = 4


def asks(text: str) -> bool:
    """True for a question; one behind a dash only hangs on what the sentence says ("Ta kontakt med Nes - vil de?")."""
    return text.rstrip().endswith("?") and not _ASIDE_ASKED.search(text)


def by_rule(sentence: Sentence, cast: Cast, *, in_decision: bool, own: str) -> Action | None:
    """A sentence of running text as an action, by the first rule that fits."""
    text = sentence.text
    if (arrow := _ARROW.search(text)) and not _tasks.DONE.search(text):
        task = text[arrow.end() :]
        names, what = owner(task, cast)
        told = None if names else subject(task, cast)
        names = names or (told[0] if told else [])
        place = sentence.block.place(sentence.start + arrow.end(), sentence.end)
        return _tasks.make(place, sentence.block.index, "arrow", 0.85, names, task, _due.find(what), cast)
    dues = _due.find(text)
    block = sentence.block
    if (label := LABEL.match(text)) and label.group(2) and lexicon().meanings(label.group(1))[:1] == ("action",):
        return _labelled(sentence, label.start(2), cast)
    if (kindly := cue("asks_kindly").find(text)) and (names := requested(text, kindly[0].start)):
        return _tasks.make(sentence.place, block.index, KINDLY, 0.75, names, text, dues, cast)
    if asks(text) or _tasks.DONE.search(text) or _DEADLINE_ITSELF.match(text):
        return None
    if given := falls_to(text, cast):
        return _tasks.make(sentence.place, block.index, "falls to", 0.75, given, text, dues, cast)
    if (body := _BODY_CHARGES.match(text)) and fold(body["who"]) in word_list("own_bodies"):
        charged = asked_to(text, cast)
        if charged and not any(map(_ABOVE.match, charged)):
            return _tasks.make(sentence.place, block.index, "cue asked", 0.75, charged, text, dues, cast)
    names, what = owner(text, cast)
    labelled_owner = bool(OWNER_LABEL.search(text)) or bool(re.search(r"\(\s*ansv", text, re.I))
    if names and (labelled_owner or (OWNER_LAST.search(text) and plainly_owners(names, text, cast))):
        confidence = 0.88 if OWNER_LABEL.search(text) or "ansv" in text.casefold() else 0.75
        if len(what.split()) > 2:
            return _tasks.make(sentence.place, block.index, "owner last", confidence, names, text, dues, cast)
    if last := _owner_behind(text, cast):
        return _tasks.make(sentence.place, block.index, "owner last", 0.75, last, text, dues, cast)
    listed = COLON.match(text)
    if names and listed and acts(what) and (listed["what"] == what or not what.split()[0].endswith("r")):
        return _tasks.make(sentence.place, block.index, "owner before colon", 0.7, names, text, dues, cast)
    if found := subject(text, cast):
        names, verb = found
        own_body = all(fold(name) in word_list("own_bodies") or _of_the_name(name, own) for name in names)
        asking = own_body and verb in ("ber", "bed")
        decides = _only_decides(text, names, verb)
        if (asking or decides) and (charged := asked_to(text, cast)) and not any(map(_ABOVE.match, charged)):
            return _tasks.make(sentence.place, block.index, "cue asked", 0.75, charged, text, dues, cast)
        if decides:
            return None
        if promises(names, verb, text, dues, cast, own, in_decision=in_decision):
            confidence = 0.85 if verb in word_list("modals") else 0.78
            return _tasks.make(
                sentence.place,
                block.index,
                "actor and verb",
                confidence - (0.1 if in_decision else 0),
                asked_to(text, cast) if asking else also(text, names, cast),
                text,
                dues,
                cast,
            )
    if (
        (does := _PRONOUN_ACTS.search(text))
        and does["verb"] in word_list("task_verbs")
        and not (gives_nothing(text) or SPEECH.search(text))
    ):
        return _tasks.make(sentence.place, block.index, PRONOUN, 0.7, [], text, dues, cast)
    if names := vowed(text, cast):
        return _tasks.make(sentence.place, block.index, "vows", 0.75, names, text, dues, cast)
    if (names := opening_people(text, cast) or _opening_office(text, cast)) and (
        goes_on(text) or cue("in_charge").find(text) or _then_acts(text, names[-1])
    ):
        return _tasks.make(sentence.place, block.index, "goes on to", 0.7, also(text, names, cast), text, dues, cast)
    hits = [h for h in cue("action").find(text) if h.name in ("asked", "takes_on")]
    if (
        hits
        and not re.search(r"\b(?:tar|tek|tok) opp\b", text[hits[0].start : hits[0].end], re.I)
        and not SPEECH.search(text[: hits[0].start])
        and not _SUBORDINATE_CLAUSE.search(text[: hits[0].start])
        and not _is_proposal(text, hits[0].start)
        and not _NOBODY.search(text[: hits[0].end])
    ):
        names = asked(text, hits[0], cast) if hits[0].name == "asked" else near(text, hits[0].start, hits[0].end, cast)
        if names and not all(map(_ABOVE.match, names)):
            return _tasks.make(sentence.place, block.index, f"cue {hits[0].name}", 0.75, names, text, dues, cast)
    if (by := _PASSIVE_BY.search(text)) and by.group(1).casefold() not in word_list("standing_passives"):
        doer = cast.pattern.match(text, by.end())
        if doer and not SPEECH.search(text[: by.start()]) and not _SUBORDINATE_CLAUSE.search(text[: by.start()]):
            names = cast.split(doer.group(1))
            return _tasks.make(sentence.place, block.index, "present passive with doer", 0.6, names, text, dues, cast)
    firm = [d for d in dues if d.strong or d.kind == "vague"]
    passive = _PASSIVE.search(text)
    lead = text[: passive.start()] if passive else ""
    if (
        passive
        and not SPEECH.search(lead)
        and not _is_proposal(text, len(lead))
        and not re.match(r"^(?:neste|nytt)\b", text, re.I)
    ):
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


_LAST = re.compile(r"^(?P<what>.+?)(?P<mark>,|:|\s[–-])\s+(?P<who>[A-ZÆØÅ][^,:;.–]{0,40})[.!]?$", re.S)
_PASSIVE_LAST = expression("task_sentences.passive_last", re.NOFLAG)


def _owner_behind(text: str, cast: Cast) -> list[str]:
    """The people who stand bare behind a passive or an order ("Boden ryddes, Kari.", "Rydde boden: Kari")."""
    match = _LAST.match(text)
    names = actors_of(match["who"], cast, loose=False) if match else []
    if match is None or not names or not all(cast.full(name) in cast.persons or name.isupper() for name in names):
        return []
    if match["mark"] == "," and _PASSIVE_LAST.search(match["what"]):
        return names
    return names if acts(match["what"]) and not match["what"].split()[0].endswith("r") else []


def _opening_office(text: str, cast: Cast) -> list[str]:
    """The office that a sentence opens with; it is taken only with a verb of what it then does."""
    opens = cast.pattern.match(text)
    names = cast.split(opens.group(1)) if opens else []
    return (
        names if names and _NOT_BUT.match(text, opens.end() + 1 if opens else 0) and all(map(is_office, names)) else []
    )


_NOT_BUT = expression("task_sentences.not_but", re.NOFLAG)
"""What somebody does not do, and does ("Kari klager ikke, men skriver et brev")."""
_STATE_FIRST = expression("task_sentences.state_first", re.NOFLAG)
"""What somebody has or is, and then does ("Kari har møte med dem i mai og tar det opp der")."""


def _then_acts(text: str, name: str) -> bool:
    """True where a verb for tasks follows the state that a person's sentence begins with."""
    behind = text.find(name) + len(name) + 1
    match = _STATE_FIRST.match(text, behind) or _NOT_BUT.match(text, behind)
    return match is not None and match["do"] in word_list("task_verbs")


def _only_decides(text: str, names: list[str], verb: str) -> bool:
    """True where the body itself does nothing but decide: "Styret tar saken til orientering"."""
    if not all(name.casefold() in word_list("own_bodies") for name in names):
        return False
    at = text.casefold().find(verb)
    return any(
        hit.start <= at < hit.end and hit.name in ("noted", "approved", "agreed") for hit in cue("decision").find(text)
    )


def _is_proposal(text: str, at: int) -> bool:
    """True where somebody only proposes what follows."""
    return any(hit.start < at for hit in cue("not_decision").find(text)) or bool(
        re.search(r"\b(?:foresl\w+|føresl\w+)\b", text[:at], re.I)
    )
