"""Where a list of people ends, what lies within it, and what only looks like one: labels, sentences, elections."""

from __future__ import annotations

import re
from collections.abc import Collection

from extractors._entry import CLASS, names_a_group
from extractors._names import has_given_name, is_name, is_organisation, words
from extractors._senders import sender
from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline.blocks import known_label

ROLE_LABELS = {"chair": "chair", "minute_taker": "minute_taker", "secretary": "secretary"}
VACANT = expression("lists.vacant")
"""A line of a list that names a class or group and nobody for it."""
ELECTED = expression("lists.elected")
"""What stands behind the names of those who were elected."""
AWAY = expression("lists.away")
"""A sentence that tells of somebody's absence."""
STAYED = expression("lists.stayed")
"""A whole remark that says its bearer was away, whatever the list is headed."""
LED = expression("lists.led")
"""A sentence that tells who led or wrote."""
TOLD_OF = expression("lists.told_of", re.NOFLAG)
CAME = expression("lists.came", re.NOFLAG)
"""What a sentence says of somebody who came."""
SENTENCE_BEHIND = expression("lists.sentence_behind", re.NOFLAG)
"""Where a list behind a label ends and a sentence begins."""
END_OF_LIST = re.compile(r"[.!?]\s*$")
_INNER = expression("lists.inner", re.NOFLAG)
_INNER_WORD = re.compile(
    r"(?<=[\w)])\s+(?=(?P<label>[A-ZÆØÅ][a-zæøå-]+(?:,? [a-zæøå]+){0,2}(?: [A-D])?(?: \([^():]{2,40}\))?):\s)"
)
"""The same without a full stop, as where the next line begins."""
_TELLS_ANY = expression("lists.tells_any", re.NOFLAG)


_LED_BEHIND = expression("lists.led_behind", re.NOFLAG)
"""The same behind a parenthesis, where the next line begins with who led or wrote."""
_LEADING = re.compile(r"\W*[A-ZÆØÅ][^.:,;()]{1,40}:\s")
_SINCE = expression("lists.since", re.NOFLAG)
"""How a label within a list begins that says when those behind it came."""


_ON_A_LINE = re.compile(r"(?P<label>[A-ZÆØÅ][^:.,;()]{2,60}(?:\s\([^():]{2,40}\))?):\s")
"""A label at the beginning of a printed line."""


def _bodies_on_lines(text: str, lines: Collection[int], known: Lexicon) -> list[int]:
    """Where printed lines of a list begin with a body and a colon, if most lines with a colon there do."""
    found = [match for at in (0, *lines) if (match := _ON_A_LINE.match(text, at))]
    bodies = [match for match in found if not known_label(match["label"], known) and _body_before(match["label"])]
    return (
        [match.start() for match in found if match.start()] if len(bodies) > 1 and len(bodies) * 2 > len(found) else []
    )


def parts_of(text: str, known: Lexicon, lines: Collection[int] = ()) -> list[tuple[int, int, str]]:
    """A list cut before labels within it (". Frå staben: ..."), up to where sentences begin: (start, end, meaning).

    The meaning is that of the label, "" for the first part and for labels that only say who comes next. `lines` is
    where in the text printed lines begin.
    """
    ends = (m.start() for pattern in (_TELLS_ANY, _LED_BEHIND) for m in pattern.finditer(text))
    stop = min(ends, default=len(text))
    cuts: list[tuple[int, str]] = [(0, "")]
    inner = list(_INNER.finditer(text[:stop]))
    parallel = len(inner) + bool(_LEADING.match(text)) > 1  # "Etaten: Kari Nes. Firmaet: Ola Bø."
    for match in inner:
        label = match["label"] or match["party"]
        if match["party"] and label.casefold() not in words()["parties"]:
            continue
        meaning = known_label(label, known)[:1] if not match["party"] else ()
        if meaning or fold(label).split()[0] in known.lists["besides"] or _SINCE.match(label) or parallel:
            cuts.append((match.end(), meaning[0] if meaning else ""))
    for match in _INNER_WORD.finditer(text[:stop]):
        meaning = known_label(match["label"], known)[:1]
        if meaning and meaning[0] in ("present", "absent", "deputy", "group", *ROLE_LABELS):
            cuts.append((match.end(), meaning[0]))
        elif not meaning and " " in match["label"] and names_a_group(match["label"]):
            cuts.append((match.end(), ""))  # "... Siv Lie Teknisk tilsette: Ola Bø"
        elif not meaning and text[match.start() - 1] == ")" and is_organisation(match["label"]):
            cuts.append((match.end(), ""))  # a body that begins a line of its own
    taken = {at for at, _ in cuts}
    cuts += [(at, "") for at in _bodies_on_lines(text[:stop], lines, known) if at not in taken]
    cuts.sort()
    begins = [at for at, _ in cuts[1:]] + [stop]
    return [
        (at + _label_length(text[at:end]) * bool(at), end, meaning)
        for (at, meaning), end in zip(cuts, begins, strict=True)
    ]


def goes_on_below(name: str, text: str, below: str) -> bool:
    """True where a text ends with a given name and the next line is nothing but the surname.

    >>> goes_on_below("Siv", "Havnerådet: Siv", "Nordgård"), goes_on_below("Siv", "Havnerådet: Siv", "Ola Vik")
    (True, False)
    """
    surname = below.strip(" .,;")
    given = " " not in name and has_given_name(name) and text.rstrip().endswith(name)
    return given and 0 < len(surname.split()) < 3 and is_name(f"{name} {surname}") and not has_given_name(surname)


def _label_length(text: str) -> int:
    match = re.match(r"([^:]{2,80}):\s*", text)
    return match.end() if match and not _body_before(match.group(1)) else 0


def _body_before(label: str) -> bool:
    """True for what stands before a colon and tells where those behind it come from."""
    party = label.casefold() in words()["parties"]
    return party or is_organisation(label) or sender(label) is not None or CLASS.match(label) is not None
