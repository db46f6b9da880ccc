"""The people of a meeting as they are gathered from lists, tables and prose: one entry a person and status."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors import _prose
from extractors._entry import Entry, is_me
from extractors._lists import STAYED
from extractors._names import INITIALS, has_given_name, is_name, is_office, words
from extractors._partial import partial
from extractors._prose_patterns import PATTERNS_BY_NAME
from extractors._remarks import noted
from extractors._roll_cells import came_instead
from extractors._senders import host
from extractors.lexicon import fold
from extractors.lexicon.wording import expression
from pipeline.model import Fact, Issue, Place, Record

_LEGAL_FORM = expression("gathering.legal_form", re.NOFLAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """One person present or absent; `name` and `organisation` as written."""

    collection = "attendance"
    name: str
    organisation: str | None = None
    status: str = "present"
    role: str | None = None
    note: str | None = None
    substitute_for: str | None = None
    partial: Record | None = None

    def record(self) -> Record:
        """The contract's attendance record."""
        return {
            "name": self.name,
            "organisation": self.organisation,
            "status": self.status,
            "role": self.role,
            "note": self.note,
            "substitute_for": self.substitute_for,
            "partial": self.partial,
            "person_id": None,
            "organisation_id": None,
        }


LONGEST_NAME = 4
"""Words of a name that broke at a line's end, at most."""


@dataclass(slots=True)
class Gathering:
    """The people found so far, in order; one entry a person and status.

    `one_a_line`: the document's lists name one person a line, and behind a comma what they are; `bodies_first`: their
    lines begin with the body that people came from; `surnames_first`: they give the surname before a comma;
    `halves`: blocks that are no more than the second half of a body above them;
    `writer`: who says "I" in them.
    """

    one_a_line: bool = False
    bodies_first: bool = False
    surnames_first: bool = False
    halves: frozenset[int] = frozenset()
    writer: str | None = None
    summoned: set[str] = field(default_factory=set)
    """Who stands under a label for those who were called, whether they came or not."""
    hosts: dict[str, str] = field(default_factory=dict)
    """The house that a label says somebody comes from, by name ("Frå kommunen: Kari Nes")."""
    facts: list[Attendance] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def holding(self, office: str) -> str | None:
        """The one person of the list who holds an office named alone ("Ordføreren", "Rektor"); None for others."""
        word = office.casefold()
        definite = word.endswith(("en", "a", "et", "n"))
        if " " in word or not (is_office(word) or definite):
            return None
        stem = word[:-2] if word.endswith(("en", "et")) else word[:-1] if definite else word
        holders = [
            f.name
            for f in self.facts
            if f.note and any(part.casefold().startswith(stem) for part in f.note.split("; "))
        ]
        return holders[0] if len(stem) > 4 and len(holders) == 1 else None

    def add(
        self, entry: Entry, status: str, place: Place, block: int, rule: str, confidence: float, role: str | None = None
    ) -> None:
        """A person of a list; someone already there with that status only gains what is new."""
        whole = any(" " in fact.name for fact in self.facts)
        if whole and _LEGAL_FORM.fullmatch(entry.name) and self.find(entry.name) is None:
            return  # the last word of a firm, alone on its line, and nobody's initials
        if is_me(entry.name):
            if self.writer is None:
                return
            name = self.writer if (listed := self.find(self.writer)) is None else self.facts[listed].name
            entry = replace(entry, name=name, role="minute_taker")
        known = self.find(entry.name, exact=True)
        cut_short = INITIALS.match(entry.name) is not None or self._was_summoned(entry.name)
        if known is None and status == "absent" and cut_short:
            known = self.find(entry.name)  # "Forfall: HL" of a list that gives the initials
            entry = (
                replace(entry, name=self.facts[known].name, organisation=self.facts[known].organisation)
                if known is not None
                else entry
            )
        role = role or entry.role
        if status == "present" and not role and any(STAYED.fullmatch(note) for note in entry.notes):
            status = "absent"  # "Kari Nes – sjuk" in a list of all
        if status == "absent" and entry.substitute_for:
            entry, role = replace(entry, substitute_for=None), None  # "(på reise, vara Ola Bø kunne ikkje)"
        if known is None and rule.endswith("list") and " " not in entry.name:
            known = self._by_surname(entry.name)  # "Nes kom til sak 9" below a list of full names
        if known is None and " " in entry.name and (short := self._short_of(entry.name)) is not None:
            # "Ordstyrer: Iben" above the list that gives the whole name
            self.facts[short] = replace(self.facts[short], name=entry.name, place=place, block=block)
            known = short
        note = "; ".join(dict.fromkeys(entry.notes)) or None
        if known is not None and (self.facts[known].status == status or (role and status == "present")):
            old = self.facts[known]
            self.facts[known] = replace(
                old, role=_graver(old.role, role), note=old.note or note, organisation=old.organisation or entry.organisation,
                substitute_for=old.substitute_for or entry.substitute_for,
            )  # fmt: skip
            return
        if known is not None and status == "absent":
            called = self.facts.pop(known)  # a summoned list names all, the absence list tells who did not come
            entry = replace(entry, organisation=entry.organisation or called.organisation)
        self.facts.append(
            Attendance(
                place=place, block=block, rule=rule, confidence=confidence, name=entry.name, organisation=entry.organisation, status=status,
                role=role, note=note, substitute_for=entry.substitute_for, partial=partial(note or ""),
            )
        )  # fmt: skip
        member = (
            entry if (entry.organisation or "").casefold() in words()["parties"] else replace(entry, organisation=None)
        )
        if status == "absent" and (deputy := came_instead(dict(enumerate(entry.notes)), -1, member)):
            self.add(deputy, "present", place, block, rule, confidence)  # from the same party

    def from_host(self, first: int, label: str) -> None:
        """Remember the house of those since a position in the list, where their label names it."""
        apart = any(fact.rule == "attendance table" for fact in self.facts)  # whose column tells of bodies already
        if (house := host(label)) and not apart:
            self.hosts |= {fact.name: house for fact in self.facts[first:] if fact.organisation is None}

    def remark(self, note: str) -> None:
        """What a parenthesis says of the last person, where it broke away from the name."""
        last = self.facts[-1]
        said = noted(Entry(last.name, 0, 0, last.organisation, last.role, substitute_for=last.substitute_for), (note,))
        told = "; ".join(part for part in (last.note, *said.notes) if part) or None
        self.facts[-1] = replace(
            last, organisation=said.organisation, role=said.role, note=told, substitute_for=said.substitute_for,
            partial=partial(told or ""),
        )  # fmt: skip

    def sent_by(self, at: int, organisation: str | None, status: str) -> None:
        """The organisation that the text tells of somebody known, where no list has told one."""
        fact = self.facts[at]
        if organisation and fact.organisation is None and fact.status == status and fact.rule in PATTERNS_BY_NAME:
            self.facts[at] = replace(fact, organisation=organisation)

    def _was_summoned(self, name: str) -> bool:
        """True for a single name that one of those who were called has."""
        return " " not in name and sum(_prose.may_be(name, called) for called in self.summoned) == 1

    def _by_surname(self, name: str) -> int | None:
        """The one person known so far with this surname."""
        return _prose.only(
            [i for i, f in enumerate(self.facts) if " " in f.name and fold(f.name).split()[-1] == fold(name)]
        )

    def _short_of(self, name: str) -> int | None:
        """The one person known so far by a given name alone who may be this one."""
        return _prose.only(
            [
                i
                for i, f in enumerate(self.facts)
                if " " not in f.name
                and (f.rule.endswith("label") or not INITIALS.match(f.name))
                and _prose.may_be(f.name, name)
            ]
        )

    def join(self, at: int, *, open_ended: bool = False) -> None:
        """Put a name together that broke at the end of a line: the given name ends one block, the surname begins the next.

        `open_ended`: the first line is a running list's that ends without a comma, so that its last name goes on.
        """
        if not 0 < at < len(self.facts):
            return
        first, second = self.facts[at - 1], self.facts[at]
        whole_name = f"{first.name} {second.name}"
        bare = not (first.note or first.organisation or first.role) and first.block == second.block - 1
        given_first = all(map(has_given_name, first.name.split()))
        if (
            open_ended
            and bare
            and given_first
            and first.status == second.status
            and len(whole_name.split()) <= LONGEST_NAME
        ):
            self.facts[at - 1 : at + 1] = [replace(second, name=whole_name, place=first.place)]
            return
        torn = " " not in first.name and second.name.count(" ") < 2 and first.block == second.block - 1
        apart = first.organisation and second.organisation and (first.organisation != second.organisation or first.note)
        torn = torn and not apart
        torn = torn and first.status == second.status and not INITIALS.match(second.name)
        titled = first.note is not None and second.note is None and second.organisation is None
        given = (has_given_name(first.name) or titled) and not has_given_name(second.name)
        if torn and given and all(" " in fact.name for fact in self.facts[: at - 1]):
            note = "; ".join(n for n in (first.note, second.note) if n) or None
            whole = replace(second, name=f"{first.name} {second.name}", note=note)
            self.facts[at - 1 : at + 1] = [replace(whole, organisation=second.organisation or first.organisation)]

    def shorter(self, name: str) -> str | None:
        """The full name on the list that a longer run of words begins with ("Kari Nes Sendt til alle")."""
        begun = [f.name for f in self.facts if " " in f.name and fold(name).startswith(f"{fold(f.name)} ")]
        return begun[0] if len(begun) == 1 else None

    def find(self, name: str, *, exact: bool = False) -> int | None:
        """The position of a person by full name, else by given name, surname or initials where only one fits."""
        key = fold(name)
        for i, fact in enumerate(self.facts):
            if fold(fact.name) == key:
                return i
        if exact:
            return None
        given = [i for i, fact in enumerate(self.facts) if name in re.split(r"[;,]\s*", fact.note or "")]
        return (
            _prose.only(given)
            if given
            else _prose.only([i for i, fact in enumerate(self.facts) if _prose.may_be(name, fact.name)])
        )

    def give(
        self,
        name: str,
        role: str,
        place: Place,
        block: int,
        rule: str,
        confidence: float,
        organisation: str | None = None,
        substitute_for: str | None = None,
    ) -> None:
        """A role for somebody named elsewhere: on the list's entry where there is one, else a new person."""
        at = self.find(name)
        if at is not None and self.facts[at].status == "absent" and role in ("chair", "minute_taker"):
            return  # who was away led and wrote nothing
        if at is not None:
            old = self.facts[at]
            stands_for = old.substitute_for or substitute_for
            self.facts[at] = replace(old, role=_graver(old.role, role), substitute_for=stands_for)
        elif is_name(name, single=True) and not is_office(name):
            entry = Entry(name, 0, 0, organisation, substitute_for=substitute_for)
            self.add(entry, "present", place, block, rule, confidence, role)


def _graver(old: str | None, new: str | None) -> str | None:
    """Of two roles the one that says more of the meeting: chair, minute taker, then the rest."""
    order = ("chair", "minute_taker", "deputy", "secretary", "observer")
    return min((r for r in (old, new) if r), key=order.index, default=None)
