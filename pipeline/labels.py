"""Labels: the words that open a line and say what follows ("Til stede: ...", "VEDTAK"), by the lexicon's wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression, listed
from pipeline.memo import KEPT

NUMBERED = frozenset({"decision", "proposal"})
"""Labels that may carry the number of their case."""
COUNTED = frozenset({"present", "absent"})
"""Labels that may carry the number of those below them ("Til stede 4")."""
SHORT = 3
"""Letters of a word that may head those present, and ends other wordings too."""
LABEL = re.compile(r"^([^\W\d_][^:|]{0,70}?)\s*:(?!//)(?!(?<=\d:)\d)\s*(.*)$", re.S)

_MARKS = re.compile(r"^[*_#\s]+")
_ASIDE = re.compile(r"\([^)]*\)")
_OPEN_ASIDE = re.compile(r"\([^)]*\)?")
_DASH = re.compile(r"\s[-–—]\s")
"""What parts a body and what is said of it ("Lia kommune - ikkje møtt"): no label is said in two halves."""
LONGEST_BARE = 60
"""Letters of a label without a colon, at most."""
_HOW_VOTED = expression("labels.how_voted", re.NOFLAG)
"""How it was voted, behind the word for what was resolved."""
_SLASH = re.compile(r"\s+/\s*|\s*/\s+")
"""A slash with room beside it ("Dato / tid")."""


_WHOSE = frozenset({"for", "av", "til"})
_GROUPS = listed("labels.groups")
"""How words for a body end, whose name goes on behind them."""


def is_label(text: str, lexicon: Lexicon) -> bool:
    """True where a line is a label and nothing else ("Til stede:", "VEDTAK")."""
    match = LABEL.match(text) if ":" in text else None
    if match and match.group(2).strip():
        return False
    return label_of(text, lexicon) is not None


def label_of(text: str, lexicon: Lexicon) -> str | None:
    """The label that opens a text, as printed and without its colon; None where none does.

    Before a colon a known wording may stand among a few other words ("Tilstede fra Styringsgruppen:"); without a
    colon only the exact wording on a line of its own counts.
    """
    return _label_of(text, lexicon) if len(text) <= LONGEST_BARE or ":" in text else None


@lru_cache(KEPT)  # each line is asked four times on its way to a block, each block once more
def _label_of(text: str, lexicon: Lexicon) -> str | None:
    """`label_of` a text that has a colon or is short."""
    match = LABEL.match(_MARKS.sub("", text[:90])) if ":" in text else None
    if match:
        wording = match.group(1).strip(" *_")
        return wording if known_label(wording, lexicon) else None
    if len(text) > LONGEST_BARE:
        return None
    bare = _ASIDE.sub("", text).strip(" *_#")
    if (
        not bare.endswith((".", ","))
        and not bare[:1].islower()
        and (
            lexicon.meanings(bare)
            or _numbered(bare, lexicon)
            or (":" not in bare and not _DASH.search(bare) and says_who(fold(bare).split(), lexicon))
        )
    ):
        return text.strip(" *_#")
    return None


def _numbered(wording: str, lexicon: Lexicon) -> bool:
    """True for a label with the number of its case behind it."""
    words = wording.split()
    meaning = known_label(wording, lexicon)[:1]
    return len(words) == 2 and words[1][:1].isdigit() and meaning != () and meaning[0] not in COUNTED


def says_absent(words: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a wording that denies somebody's coming ("Desse møtte ikkje"): those below it were away."""
    lists = lexicon.lists
    return len(words) <= 6 and any(w in lists["negations"] for w in words) and any(w in lists["coming"] for w in words)


def says_who(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """What a wording says of those below it, a word for people and one for coming in it; empty where it does not.

    "Følgende faste medlemmer møtte" heads the present, "Varamedlemmer som møtte" deputies, "Desse møtte ikkje" those
    who were away.
    """
    lists = lexicon.lists
    if says_absent(words, lexicon):
        return ("absent",)
    if len(words) > 2 and words[1] in _WHOSE and words[0].endswith(_GROUPS):
        return ()  # "Rådet for personar med ..." is cut short
    if not 2 <= len(words) <= 7 or words[-1] not in lists["coming"] or not any(w in lists["people"] for w in words):
        return ()
    people = [word for word in words if word in lists["people"]]
    return ("deputy",) if all(word.startswith("vara") for word in people) else ("present",)


def _among(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """What a longer wording before a colon says ("Av utvalgets 7 medlemmer møtte 6"): a count or "av" begins it."""
    lists = lexicon.lists
    begins = words[:1] == ["av"] or any(word.isdigit() for word in words)
    if not begins or not any(w in lists["people"] for w in words) or not any(w in lists["coming"] for w in words):
        return ()
    return ("present",)


@lru_cache(KEPT)
def known_label(wording: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What a wording before a colon means, its tail ("fra ...", "(...)") left out; empty where it is not known."""
    bare = fold(_OPEN_ASIDE.sub("", wording))
    if found := lexicon.labels.get(bare) or lexicon.labels.get(_SLASH.sub("/", bare)):
        return found
    if voted := _HOW_VOTED.search(bare):
        found = known_label(bare[: voted.start()], lexicon)
        if found[:1] == ("decision",):
            return found  # "Vedtak, enstemmig"
    parts = [lexicon.labels.get(part.strip(), ())[:1] for part in bare.split("/")]
    if len(parts) == 2 and parts[0] == parts[1] != ():
        return parts[0]  # "Sted/lokale"
    words = bare.split()
    if len(words) > 9:
        return ()
    if told := says_who(words, lexicon) or _among(words, lexicon):
        return told
    if len(words) == 2 and words[1][:1].isdigit() and (found := lexicon.labels.get(words[0])) and found[0] in NUMBERED:
        return found  # "Vedtak 21/23"
    if (
        words[1:]
        and words[-1].isdigit()
        and (found := lexicon.labels.get(" ".join(words[:-1])))
        and found[0] in COUNTED
    ):
        return found
    tails = lexicon.lists["label_tails"]
    for size in range(min(len(words) - 1, 6), 0, -1):
        if found := lexicon.labels.get(" ".join(words[:size])):
            if words[size] in tails or size >= 2:
                return found
            break
    for size in range(min(len(words) - 1, 4), 0, -1):  # "Representanter til stede", "Styremedlemmer møtt"
        found = lexicon.labels.get(" ".join(words[-size:]), ())
        short = size == 1 and len(words[-1]) <= SHORT  # "Ta med" is what to bring
        people = any(word in lexicon.lists["people"] for word in words[:-size])
        of_papers = words[-size] in tails and not people and found[:1] and found[0] in COUNTED  # "Framlegg frå styret"
        known = found[:1] and found[0] in ("present", "absent", "proposal", "decision")
        if known and not short and not of_papers and len(words) <= 5:
            return found
    return ()
