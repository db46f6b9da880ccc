"""What came of a matter: adopted, approved, agreed, elected, rejected, postponed, referred, noted or withdrawn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._matching import Hit, cue, word_list
from extractors._names import is_given_name
from extractors.lexicon.wording import expression, listed
from pipeline import sentences
from pipeline.model import Record

PRECEDENCE = ("rejected", "postponed", "referred", "withdrawn", "noted", "elected", "approved", "adopted", "agreed")
"""Where several cues hit one sentence the more telling one names the outcome."""
_LABEL_OUTCOMES = (
    ("rejected", expression("outcome.label_denied")),
    ("postponed", expression("outcome.label_postponed")),
    ("withdrawn", expression("outcome.label_withdrawn")),
    ("noted", expression("outcome.label_noted")),
    ("referred", expression("outcome.label_referred")),
    ("elected", expression("outcome.label_elected")),
    ("approved", expression("outcome.label_approved")),
    ("agreed", expression("outcome.label_agreed")),
    ("rejected", expression("outcome.label_rejected")),
)
"""Under a label the words themselves are the resolution: only its plain forms tell more than that it was adopted."""
_SETTLED_FIRST = expression("outcome.settled_first", re.I | re.S)
"""A resolution that is first carried and then sent on."""
_SAID = ("negated", "rejected", "elected", "approved", "noted", "referred", "agreed")
"""The groups of the lexicon's `outcome`, the most telling first."""
_POSITIVE = ("adopted", "approved", "agreed", "noted")
_BEGINNING = 160
"""Letters of a resolution in which its outcome is looked for: what comes later hangs on it."""
_SIDE_CLAUSE = expression("outcome.side_clause")


_OF_ONE_MIND = expression("outcome.of_one_mind")
"""Words that tell an agreement where another cue stands in the sentence too."""
_BECAME = expression("outcome.became", re.NOFLAG)
"""Somebody, and what they are from now on ("Kari er vara", "Ola vart nestleiar")."""
_SWITCHED_OFF = expression("outcome.switched_off")
"""What is turned off, and not turned down."""
_PARTIAL = expression("outcome.partial")
_LEAVE = re.compile(r"\bpermisjon", re.I)
_SOMEBODY = expression("outcome.somebody", re.NOFLAG)
"""Words for somebody: a name, initials, "he", or all of those who stand for election."""
_BODY_CHOSEN = expression("outcome.body_chosen")
"""A body that was elected, not one that elects ("Nytt styre valgt ved akklamasjon")."""
_CHOICE = frozenset(listed("outcome.choice"))
"""What is no office where it is the verb."""
_OFFICE_OPENS = re.compile(
    r"^(?:[Nn]ye?\s+)?(?P<office>[A-ZÆØÅ]?[a-zæøå-]+)\b(?P<rest>[^.]*\b[A-ZÆØÅ]\w+[ -][A-ZÆØÅ]\w+.*)$", re.S
)
"""An office that opens a line, and somebody's name behind it."""
_OTHER_VERB = expression("outcome.other_verb", re.NOFLAG)
_FAULT = expression("outcome.fault")
"""What there was to find fault with, and not what was put off."""
_TAKEN_NOTE = expression("outcome.taken_note")
_NOTED_ONLY = 22
"""Words of a resolution that takes note and does nothing more, at most."""
_OFFICE_LINE = re.compile(r"^[^:.]{3,60}:\s+(?:1\.\s+)?[A-ZÆØÅ][\wæøåé.-]+(?:\s+(?:og\s+)?[A-ZÆØÅ]|\.?$)")
"""Words before a colon and a name behind it."""
_TO_APPROVE = expression("outcome.to_approve")
_CHOOSES = expression("outcome.chooses")
"""That somebody picks things out, and elects nobody."""
_CHOSEN = expression("outcome.chosen")
_PROPOSAL_FELL = expression("outcome.proposal_fell")


def voted(outcome: str, vote: Record | None) -> str:
    """An outcome with what the vote says: of more against than for, whatever it was did not pass."""
    lost = (
        vote is not None and vote["for"] is not None and vote["against"] is not None and vote["for"] < vote["against"]
    )
    return "rejected" if lost and outcome in _POSITIVE else outcome


def labelled(label: str, text: str, points: int) -> str:
    """The outcome of a resolution under its label; with several points it says more than one thing, and is adopted."""
    found = f"{label} {_SIDE_CLAUSE.split(text[:_BEGINNING])[0]}"
    first = f"{label} {_SIDE_CLAUSE.split(_first_sentence(text))[0]}"
    outcome = next(
        (name for name, pattern in _LABEL_OUTCOMES if pattern.search(first if name in _AT_ONCE else found)), None
    )
    if outcome == "noted" and len(text.split()) > _NOTED_ONLY:
        outcome = "adopted"
    if outcome == "referred" and _SETTLED_FIRST.search(found):
        outcome = "approved" if re.search(r"\bgodkjen", found, re.I) else "adopted"
    if outcome is None and any(_elects_office(m["office"], whole=True) for m in _BECAME.finditer(text[:_BEGINNING])):
        outcome = "elected"
    if points > 1 and outcome not in ("elected", "postponed"):
        outcome = "adopted"
    return outcome or ("agreed" if label.casefold().startswith("konklusjon") else "adopted")


_AT_ONCE = ("approved", "rejected")
"""Outcomes that the first sentence of a resolution tells: what is granted before something is turned down is adopted."""


def _first_sentence(text: str) -> str:
    body = re.sub(r"^(?:\d|[a-e])[.)]\s*", "", text[:_BEGINNING])
    return body[slice(*next(iter(sentences.split(body)), (0, len(body))))]


def of_cues(text: str, hits: Sequence[Hit]) -> str | None:
    """The outcome that the decision cues of a sentence name, turned round where the sentence denies it."""
    names = {hit.name for hit in hits if not _SWITCHED_OFF.search(text[: hit.end])}
    if _PARTIAL.search(text) and "elected" in names and not _CHOSEN.search(text):
        return "adopted"  # that somebody takes no part is no election
    if _LEAVE.search(text) and not _CHOSEN.search(text):
        names = names - {"elected"}  # who leaves the meeting leaves no office
    if _CHOOSES.search(text):
        names = names - {"elected"} or {"adopted"}
    chosen = next((hit for hit in hits if hit.name == "elected"), None)
    where = text if chosen is None else _sentence_of(text, chosen)
    if "elected" in names and not (
        _SOMEBODY.search(where)
        or _elects_office(where)
        or is_given_name(first_word(where))
        or _BODY_CHOSEN.match(where)
    ):
        names = names - {"elected"} or {"adopted"}  # what is chosen is a thing
    if "postponed" in names and _FAULT.search(text):
        names = names - {"postponed"} or {"approved"}
    outcome = next((name for name in PRECEDENCE if name in names), None)
    if outcome == "noted" and not _TAKEN_NOTE.search(text):
        return "approved"  # nobody had remarks
    if outcome in _POSITIVE:
        said = {hit.name for hit in cue("outcome").find(text)}
        if "negated" in said:
            return "rejected"
        if outcome == "noted" and "approved" in said:
            return "approved"
        if outcome == "agreed" and _TO_APPROVE.search(text):
            return "approved"
        if outcome == "adopted" and _OF_ONE_MIND.search(text):
            return "agreed"
    if outcome == "referred" and "approved" in names:
        return min((hit for hit in hits if hit.name in ("referred", "approved")), key=lambda hit: hit.start).name
    return outcome


def _sentence_of(text: str, hit: Hit) -> str:
    """The sentence of a text in which a cue stands."""
    return next((text[a:b] for a, b in sentences.split(text) if a <= hit.start < b), text)


def first_word(text: str) -> str:
    """The word that opens a text."""
    return next(iter(re.findall(r"[^\W\d_-]+", text)), "")


def _elects_office(text: str, *, whole: bool = False) -> bool:
    """True for words for an office that somebody is elected to; the first word is who elects, but of the `whole`."""
    words = re.findall(r"[\wæøå]+", text.casefold())
    words = words if whole else [word for word in words[1:] if word not in _CHOICE]
    return any(
        word.startswith(office) or word.endswith(office) for word in words for office in word_list("elected_offices")
    )


def told(text: str) -> str:
    """The outcome of a sentence that no rule of its own tells of."""
    found = of_cues(text, cue("decision").find(text))
    if found and not (found == "adopted" and _PROPOSAL_FELL.search(text)):
        return found
    if _PROPOSAL_FELL.search(text):
        return "rejected"
    if _OFFICE_LINE.match(text) and _elects_office(text.partition(":")[0], whole=True):
        return "elected"
    opens = _OFFICE_OPENS.match(text)
    if opens and _elects_office(opens["office"], whole=True) and not _OTHER_VERB.search(opens["rest"]):
        return "elected"
    if any(_elects_office(match["office"], whole=True) for match in _BECAME.finditer(text)):
        return "elected"
    said = {hit.name for hit in cue("outcome").find(text)}
    name = next((name for name in _SAID if name in said), "adopted")
    return "rejected" if name == "negated" else name


_CLOSING = (
    ("rejected", expression("outcome.closing_rejected")),
    ("elected", expression("outcome.closing_elected")),
    ("agreed", expression("outcome.closing_agreed")),
)


def closing(text: str) -> str | None:
    """The outcome of a verdict that its first word gives; None where it is one of approval, or another."""
    return next((name for name, pattern in _CLOSING if pattern.match(text)), None)


def echoed(text: str) -> str:
    """The outcome of few words that only say that what stands before them holds, or does not."""
    found = told(text)
    return "agreed" if found == "adopted" else found
