"""People whom sentences of the head tell together with the body that sent them: "For Lia vel møtte Siv Lie, frå NVE Ola Bø"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors._entry import Entry
from extractors._gathering import Gathering
from extractors._helpers import sentences_of
from extractors._names import ACRONYM, has_given_name, is_name, is_organisation, office_before
from extractors._people import parse
from extractors._senders import is_common_body, is_group, sender, staff_of
from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline.blocks import known_label
from pipeline.model import Document, Role

_BODY = r"[\wæøåÆØÅ][^.,;:()]{1,50}?"
_FROM = expression("envoys.from", body=_BODY)
"""A body and, behind what they did, who came from it."""
_SENT = expression("envoys.sent", re.NOFLAG)
"""A body that came, and by whom ("NVE stilte med Siv Lie")."""
_BY = expression("envoys.by", re.NOFLAG)
"""A body by somebody, who came."""
_GUESTS = expression("envoys.guests", re.NOFLAG)
_CLAUSE = expression("envoys.clause", re.NOFLAG, body=_BODY)
"""Where the next body begins."""
_TOLD = expression("envoys.told", re.NOFLAG)
"""What is told between commas of the one before."""
_VERBLESS = expression("envoys.verbless", re.NOFLAG)


def gather(document: Document, lexicon: Lexicon, people: Gathering) -> None:
    """Add those of the head's sentences; who is known already only gains the body."""
    for block in document.head:
        if block.role is Role.ROW or (block.label and known_label(block.label, lexicon)):
            continue
        for sentence in sentences_of(block, None):
            for entry in _of_sentence(sentence.text, people):
                at = people.find(entry.name)
                if at is None:
                    place = block.place(sentence.start, sentence.end)
                    people.add(entry, "present", place, block.index, "sent by a body", 0.88, entry.role)
                    continue
                fact = people.facts[at]
                if entry.organisation and fact.organisation is None and fact.status == "present":
                    people.facts[at] = replace(fact, organisation=entry.organisation)


def _of_sentence(text: str, people: Gathering) -> Iterator[Entry]:
    """The people of a sentence's clauses, each with the body of its clause."""
    sure = False
    cuts = [0, *(at for match in _CLAUSE.finditer(text) for at in (match.start(), match.end())), len(text)]
    for begin, end in zip(cuts[::2], cuts[1::2], strict=True):
        clause = text[begin:end].strip(" .")
        told = next((m for p in (_FROM, _SENT, _BY, _GUESTS) if (m := p.match(clause))), None)
        body, names = (told["body"], told["names"]) if told else _without_verb(clause) if sure else ("", "")
        entries = _people(names) if names and _may_send(body, people) else []
        sure = sure or bool(entries and told)
        own = _named(body)
        yield from (replace(entry, organisation=entry.organisation or own) for entry in entries)


def _people(names: str) -> list[Entry]:
    """The people behind a body, all with full names and one of them common here; else nobody."""
    entries, strange = parse(_TOLD.sub("", names).rstrip(" ,."))
    whole = all(" " in entry.name and is_name(entry.name) for entry in entries)
    known = sum(has_given_name(entry.name) or bool(entry.notes) for entry in entries)
    return entries if not strange and whole and known * 2 > len(entries) else []


def _without_verb(clause: str) -> tuple[str, str]:
    """The body and the names of a clause that leaves out what they did ("for NVE Siv Lie"); empty where it is none."""
    match = _VERBLESS.match(clause)
    words = match["rest"].split() if match else []
    cuts = [(" ".join(words[:size]), " ".join(words[size:])) for size in range(1, min(len(words), 6))]
    cuts = [(body, names) for body, names in cuts if has_given_name(names) or office_before(names)[0]]
    return next((cut for cut in cuts if is_organisation(cut[0])), cuts[0] if cuts else ("", ""))


def _may_send(body: str, people: Gathering) -> bool:
    """True for what may send people: anything but a person, for whom a deputy comes."""
    return not (has_given_name(body) and is_name(body, single=True)) and (not body or people.find(body) is None)


def _named(body: str) -> str | None:
    """A body as the organisation of its people; None where it is a group, an office or the house itself."""
    if ACRONYM.match(body) or is_organisation(body) or is_common_body(body):
        return sender(f"frå {body}")
    first = body.split()[0] if body else ""
    if own := staff_of(body):
        return own
    return sender(f"frå {body}") if first[:1].isupper() and not is_group(body) else None
