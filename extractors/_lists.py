"""Where a list of people ends, what lies within it, and what only looks like one: labels, sentences, elections."""

from __future__ import annotations

import re
from collections.abc import Collection

from extractors._entry import CLASS, names_a_group
from extractors._names import has_given_name, is_name, is_organisation, words
from extractors._senders import sender
from extractors.lexicon import Lexicon, fold
from pipeline.blocks import known_label

ROLE_LABELS = {"chair": "chair", "minute_taker": "minute_taker", "secretary": "secretary"}
VACANT = re.compile(
    r"^[\w.]{1,14}(?:\s[\wæøå.-]{1,20}){0,2}(?:\s\([^()]{2,40}\))?\s*:\s*\(?(?:[–-]|ikke møtt|ikkje møtt|ikke til ?stede|ikkje til ?stades|ingen|inga|vakant|ledig|forfall).{0,20}$",
    re.I,
)
"""A line of a list that names a class or group and nobody for it."""
ELECTED = re.compile(
    r"\b(?:gjenvalg\w*|gjenvalgt|attval\w*|attvald|nyvalg\w*|nyvald|ikke på valg|ikkje på val)\b|\((?:ny|vald|valgt|for)?[\s,]*(?:ny|\d(?:–\d)? år)\)|,\s*(?:ny|\d år)\b",
    re.I,
)
"""What stands behind the names of those who were elected."""
AWAY = re.compile(
    r"\bvar\s+(?:på (?:jobb|reise|tur|kurs|sjøen|arbeid|ferie)|bortreist\w*|sjuke?|syke?|hjemme|heime)\b|\b(?:var|er|kunne|kunde|kom|møtte|deltok)\b.{0,30}\b(?:ikke|ikkje)\b|\bmeld[te]*\s+(?:forfall|frå\b|fra\b|avbud)|\bhadde (?:forfall|sjuk|syk)|\bsa(?:gt)? i?fr[aå]\b|\bså \w{2,5} (?:savn|sakn)",
    re.I,
)
"""A sentence that tells of somebody's absence."""
STAYED = re.compile(
    r"\(?(?:(?:meldt|meldte|melde|hadde|med)\s+)?(?:forfall|fråfall|frafall|avbud|avbod|fravær|fråvær|fraværende|fråverande|borte|sjuk|syk|sjukmeldt|sykmeldt|ikke møtt|ikkje møtt|ikke til ?stede|ikkje til ?stades|møtte ikke|møtte ikkje|kom ikke|kom ikkje|bortreist|på reise|på ferie|ferie|eksamen|på eksamen|forhindret|forhindra|hindra|var forhindret|var hindra|(?:var|er)\s+(?:syk|sjuk|bortreist|på ferie|på reise|på tur)|(?:var|er)\s+(?:på|i|til)\s+(?!(?:Teams|Zoom|Skype|Meet|Discord)\b)(?-i:[A-ZÆØÅ])\w+(?:\s(?-i:[A-ZÆØÅ])\w+)?)\)?",
    re.I,
)
"""A whole remark that says its bearer was away, whatever the list is headed."""
LED = re.compile(
    r"^[A-ZÆØÅ][\w -]{1,40}? (?:ledet|leda|leidde|leia|skrev|skreiv|førte|styrte)\b(?! (?:på|av))|\b(?:var|er|(?:satt|sat|fungerte|virka|verka|virket) som) (?:ordsty|møtele|møtesty|dirigent|referent|skriv|protokollf)",
    re.I,
)
"""A sentence that tells who led or wrote."""
TOLD_OF = re.compile(r"\b(?:møtte|førte|hadde|skrev|skreiv|var)\b")
CAME = re.compile(
    r"\b(?:møtte|deltok|stilte|kom|var med|var til ?stede|var til ?stades|var innom)\b(?!\s+(?:ikke|ikkje)\b)"
)
"""What a sentence says of somebody who came."""
SENTENCE_BEHIND = re.compile(
    r"(?<!\bJohs)(?<!\bChr)(?<!\bref)(?<!\brefr)(?<!\bsekr)(?<!\bmøtel)(?<!\bing)(?<!\bsiv)(?<!\badv)(?<!\bprof)(?<!\bass)(?<!\badm)(?<!\bkst)(?<!\bkonst)(?<!\brepr)(?<!\bmedl)(?<!\bnestl)(?<!\bavd)(?<!\bspl)(?<!\b[a-zæøå]{3}\.[a-zæøå]{2})(?<!\b[a-zæøå]{3}\.[a-zæøå]{3})(?:(?<=[a-zæøåA-ZÆØÅ]{2})|(?<=\)))\.\s+(?=[A-ZÆØÅ])"
)
"""Where a list behind a label ends and a sentence begins."""
END_OF_LIST = re.compile(r"[.!?]\s*$")
_INNER = re.compile(
    r"(?:(?<=[\w)])[.;]\s+|(?<=\.)\s+)(?=(?P<label>(?:Fra|Frå|Etter|Til|Under) (?:kl\.?|klokka|sak|pkt\.?) \d[\d.:/]*|[A-ZÆØÅ][^.:,;()]{0,40}(?:,\s[a-zæøå]+(?:\s[\wÆØÅ]+)?)?(?:\s\([^():]{2,40}\))?):\s)"
    r"|\s+[–—-]\s+(?=(?P<party>[A-ZÆØÅ][A-Za-zæøåÆØÅ]{0,3}):\s)"
)
_INNER_WORD = re.compile(
    r"(?<=[\w)])\s+(?=(?P<label>[A-ZÆØÅ][a-zæøå-]+(?:,? [a-zæøå]+){0,2}(?: [A-D])?(?: \([^():]{2,40}\))?):\s)"
)
"""The same without a full stop, as where the next line begins."""
_TELLS_ANY = re.compile(
    r"(?<!\bChr)(?<!\bJoh)(?<!\bJohs)(?<!\bFr)(?<!\bdir)(?:(?<=[^\W\d_]{2})|(?<=\))|(?<=\d[A-F])|(?<=\d))\.\s+(?=(?=[A-ZÆØÅ])(?:[^.:;]|\b[A-ZÆØÅ]\.|\b(?i:drm|ing|siv|dr|repr|vararepr|medl|adm|dir|ass|avd|kst|prof)\.){3,}?\b(?:var|er|hadde|har|kom|gikk|gjekk|møtte|ledet|leidde|leda|måtte|deltok|kunne|kunde|skrev|skreiv|førte|fekk|fikk|ble|vart|blei|ringte|ringde|meldte|styrte|lå|låg)\b)"
)


_LED_BEHIND = re.compile(
    r"(?<=\))\s+(?=[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\w.-]*){0,2}\s(?:ledet|leda|leidde|leia|styrte|skrev|skreiv|noterte|(?:er|var)\s(?:ordsty|møtele|møtesty|referent|skriv|dirigent)))"
)
"""The same behind a parenthesis, where the next line begins with who led or wrote."""
_LEADING = re.compile(r"\W*[A-ZÆØÅ][^.:,;()]{1,40}:\s")
_SINCE = re.compile(r"(?:Fra|Frå|Etter|Til|Under) (?:kl|klokka|sak|pkt)\b")
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
