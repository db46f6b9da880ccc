"""Who can be given something to do: the people and organisations of the document, offices and groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from extractors._initials import initials_of
from extractors._matching import word_list
from extractors._names import is_name, is_office, is_organisation, known_organisations
from extractors._prose import may_be
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, listed, phrase, phrases
from pipeline.model import Actors, Document

AGENT = expression("actors.agent", re.NOFLAG)
"""A group or office in its definite form, whatever its first part: with a verb for tasks it has something to do."""
STRANGER = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+){1,3}")
"""A full name that is on no list."""
_FIRM = phrase("actors.firm")
"""A firm, which its legal form tells wherever it is named."""
_JOIN = r"(?:\s*,\s*|(?<!-)\s+og\s+|\s*/\s*(?!S\b)|\s+&\s+|\s+samt\s+)"


_TITLE = phrase("actors.title")
"""An office before a name ("Kasserer Vikse", "Byggeleder Moen")."""
_JOIN_FIRMS = _JOIN.replace(r"|\s+&\s+", "")
"""What joins actors where nobody on either side of a "&" is known: then it is in a firm's name."""


_GROUPS = phrases("actors.groups")
_OFFICES = listed("actors.offices")
"""How offices end, or groups that act."""
_SHORT_BODIES = frozenset({"au"})
"""A working committee, which minutes call by its letters alone."""
_ALONE = frozenset(listed("actors.alone"))
"""Those that are an office by themselves, and so may open a sentence."""
_OFFICE_BEGINS = phrase("actors.office_begins")
_BODIES = listed("actors.bodies")
"""How the names of bodies end."""
_EDGES = " .@☐"
"""What may stand around a name: marks of a mention, of an open box."""
_PART = re.compile(r"[^\W_]+")
_DIVIDED = re.compile(r"-\s+")


@cache
def _acronyms() -> frozenset[str]:
    """What may be the acronym of a known organisation."""
    return frozenset(w.upper() for w in known_organisations() if re.fullmatch(r"[a-zæøå]{2,6}", w))


@dataclass(frozen=True, eq=False)
class Cast:
    """The actors of one document, ready to be found in its sentences; `cast_of` gives the one of a document.

    With the document's `text`, its pattern holds only words that stand there: one with every group and acronym of the
    lexicon takes five times as long to compile.
    """

    actors: Actors
    text: str | None = None

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Every way in which a person or organisation of the document may be named -> the full name."""
        out: dict[str, str] = {}
        clash: set[str] = set()
        for name in self.actors.people:
            parts = name.split()
            shorts = {
                name,
                *(i for i in initials_of(name) if fold(i) not in known_organisations()),
                *self._own_initials(name),
            }
            if len(parts) > 1:
                shorts |= {parts[0], parts[-1], f"{parts[0]} {parts[-1]}"}
                if len(parts) > 2:
                    shorts |= {" ".join(parts[:2]), " ".join(parts[-2:])}
            for short in shorts:
                if short in out and out[short] != name:
                    clash.add(short)
                out.setdefault(short, name)
        for name in self.actors.mentioned:
            if name not in clash:
                out.setdefault(name, name)
        for name in self.actors.organisations:
            acronym = re.search(r"\(([A-ZÆØÅa-zæøå-]{2,12})\)", name)
            for short in {name, re.sub(r"\s*\([^)]*\)", "", name).strip(), acronym.group(1) if acronym else name}:
                out.setdefault(short, short)
        for short in clash:
            if short not in self.actors.people:
                out.pop(short, None)
        return out

    @cached_property
    def persons(self) -> frozenset[str]:
        """The people of the lists, and those whom the text calls by their given name alone."""
        return frozenset((*self.actors.people, *self.actors.mentioned))

    def _own_initials(self, name: str) -> set[str]:
        return {short for short, full in self.actors.initials if full == name}

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, those that a line's end divides as one too."""
        text = self.text or ""
        return frozenset((*_PART.findall(text), *_PART.findall(_DIVIDED.sub("", text))))

    def _literal(self, wordings: Iterable[str]) -> list[str]:
        """Those of these wordings whose words all stand in the text, as expressions, the longest first."""
        standing = wordings if self.text is None else (w for w in wordings if self._words.issuperset(_PART.findall(w)))
        return sorted(map(re.escape, standing), key=len, reverse=True)

    def _ending(self, beginning: str, endings: Sequence[str]) -> list[str]:
        """An expression for words with one of these endings, of those that the text has; none where it has none."""
        words = "\n".join(self._words)
        standing = "|".join(end for end in endings if self.text is None or end.split("(")[0] in words)
        return [f"{beginning}(?:{standing})"] if standing else []

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One actor or several joined; groups and offices with or without a capital letter."""
        general = word_list("group_actors")
        kinds = [
            *self._literal(self.spellings),
            *_GROUPS,
            *self._ending(_OFFICE_BEGINS, _OFFICES),
            *self._ending("", [office[:1].upper() + office[1:] for office in _OFFICES if office in _ALONE]),
            *self._literal({*general, *(w[:1].upper() + w[1:] for w in general), *(w.upper() for w in _SHORT_BODIES)}),
            *self._literal(_acronyms()),
            *self._ending("[A-ZÆØÅ][a-zæøå]+", _BODIES),
            _FIRM,
            STRANGER.pattern,
        ]
        one = rf"(?:(?:{'|'.join(kinds)})(?:\s+v/\s?[A-ZÆØÅ][\wæøå.]+(?:\s[A-ZÆØÅ][\wæøå]+)?)?)"
        # The second group is empty and only says that an actor stands before: with `one` written out twice, compiling
        # takes twice as long.
        joined = rf"((?:(?(2){_JOIN}){one}())+)"
        return re.compile(rf"(?<![\wæøåÆØÅ])(?:{_TITLE}\s+)?{joined}(?![\wæøåÆØÅ]|\s[A-ZÆØÅ][a-zæøå]+\b(?<!\bI))")

    def found(self, text: str) -> list[re.Match[str]]:
        """The actors that a sentence names, alone or joined."""
        if (known := self._found.get(text)) is None:
            known = self._found[text] = list(self.pattern.finditer(text))
        return known

    @cached_property
    def _found(self) -> dict[str, list[re.Match[str]]]:
        """What `found` has answered: a sentence is asked when it is weighed, as a neighbour, and by each rule."""
        return {}

    def split(self, text: str) -> list[str]:
        """The single actors of a joined wording."""
        if fold(text) in word_list("group_actors"):
            return [text.strip(" .")]  # "kvar og ein" is one
        parts = [part.strip(_EDGES) for part in re.split(_JOIN, text) if part.strip(_EDGES)]
        if "&" in text and not any(part in self.spellings for part in parts):
            parts = [part.strip(" .") for part in re.split(_JOIN_FIRMS, text) if part.strip(" .")]
        return parts

    def opening(self, text: str) -> list[str]:
        """The person of the document whose name a text opens with, whatever follows; none where nobody's does."""
        fitting = [short for short, full in self.spellings.items() if full in self.persons and _opens(text, short)]
        return [max(fitting, key=len)] if fitting else []

    def full(self, short: str) -> str:
        """The full name behind a wording, or the wording itself."""
        if (known := self._full.get(short)) is None:
            known = self._full[short] = self._name_of(short)
        return known

    @cached_property
    def _full(self) -> dict[str, str]:
        """What `full` has answered: a document names the same few people in most of its sentences."""
        return {}

    def _name_of(self, short: str) -> str:
        bare = short.strip(" .*_")
        if found := self.spellings.get(bare):
            return found
        if fold(bare) in word_list("i_myself") and self.actors.writer:
            return self.actors.writer
        if fold(bare) in known_organisations():
            return bare
        title, _, rest = bare.partition(" ")
        if rest and is_office(title) and (is_name(rest) or rest in self.spellings):
            return self.full(rest)  # "Kultursjef Tuva Hovland", "Kasserer Hovland"
        fitting = [name for name in self.actors.people if may_be(bare, name)]
        return fitting[0] if len(fitting) == 1 else bare

    def knows(self, text: str) -> bool:
        """True where a wording names an actor: one of the document's, a group, an office, an organisation."""
        bare = text.strip(" .*_:")
        if not bare or len(bare) > 60:
            return False
        if bare in self.spellings or fold(bare) in word_list("group_actors") or is_office(bare):
            return True
        if any(may_be(bare, name) for name in self.actors.people) and bare[:1].isupper():
            return True
        return is_organisation(bare) or is_name(bare) or bool(re.fullmatch(r"[A-ZÆØÅ]{2,4}", bare))


def _opens(text: str, name: str) -> bool:
    """True where a text begins with a name, in whatever case."""
    return text[: len(name)].casefold() == name.casefold() and not text[len(name) : len(name) + 1].isalnum()


def cast_of(document: Document) -> Cast:
    """The actors of a document, made once for all extractors."""
    return _cast(document.actors, document.text)


@lru_cache(4)
def _cast(actors: Actors, text: str) -> Cast:
    return Cast(actors, text)
