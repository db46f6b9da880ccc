"""Lines -> blocks: what belongs together is joined, what a writer set apart stays apart.

A line goes on in the next one when the next line's first word would not have fitted on it; a break that was not
needed was meant. That one test tells a name list from a paragraph without knowing a single word of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.lexicon import Lexicon
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.bullets import BULLETS
from pipeline.hyphens import join, words_of
from pipeline.labels import LABEL, is_label, known_label, label_of
from pipeline.model import Block, Line, Role
from pipeline.type_area import Measure, measure

__all__ = ["BULLET", "LABEL", "NUMBER", "build", "ends_sentence", "hangs", "is_label", "known_label", "label_of"]

BULLET = re.compile(rf"^(?:[{BULLETS}o]|-(?=\s|[a-zæøåA-ZÆØÅ])|\[[ xX]\])\s*(?=\S)")
_BULLET_O = re.compile(r"^o\s+\S")
NUMBER = expression("blocks.number", re.NOFLAG)
_ENDS = frozenset('.!?:;»”"')
_NAMED = re.compile(r"^[A-ZÆØÅ][\wæøå-]*(?:(?:,| og| &|/)? ?[A-ZÆØÅ][\wæøå-]*){0,3}:\s+\S")
"""A line that a name or two and a colon open, as in a list of who does what."""
_PERSON = re.compile(r"^[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+){1,3}(?:, ?| \()[\wÆØÅæøå]")
"""A line that names a person and says what they are; two of them under each other are two, however narrow a column."""
_GROUP = re.compile(r"^[A-ZÆØÅ](?![^:]*\.\s)[^:,;!?]{2,28}:\s+(?:[a-zæøå.-]+\s+){0,2}[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ]")
"""A line of a list that names a group and somebody of it ("Studentar: Kari Nes")."""
_BEFORE_A_NUMBER = expression("blocks.before_a_number", re.NOFLAG)
_HANGING = expression("blocks.hanging", re.NOFLAG)
_CUT_SHORT = expression("blocks.cut_short", re.NOFLAG)
_CASE_CUT = re.compile(r"[a-zæøå,] [A-ZÆØÅ]{2,4}\n\d{1,3}/\d{2,4}\b")  # "... under PS" / "12/24. Saklista"
_SIGNED = re.compile(r"^[a-zæøå]{2,4},\s*\d")
"""Who wrote it and when ("abc, 3.4.2015"), under a title."""
_WORD_AND_YEAR = re.compile(r"[A-ZÆØÅ]{3,} (?:19|20)\d\d")
"""A heading that looks like the number of a case ("BUDSJETT 2020")."""


def build(lines: Iterable[Line], lexicon: Lexicon) -> tuple[Block, ...]:
    """All blocks of these lines, in order."""
    content = list(lines)
    area = measure(content)
    groups: list[list[Line]] = []
    for line in content:
        if groups and _continues(groups[-1], line, area, lexicon):
            groups[-1].append(line)
        else:
            groups.append([line])
    words = words_of(line.text for line in content)
    return tuple(_block(index, tuple(group), area, lexicon, words) for index, group in enumerate(groups))


def ends_sentence(text: str) -> bool:
    """True where a text ends as a sentence does, or what a colon or a quote closes."""
    return text.rstrip()[-1:] in _ENDS


def hangs(text: str) -> bool:
    """True where a text ends with a word that nobody ends a line of its own with; the longest has five letters."""
    return _HANGING.search(text[-8:]) is not None


def _continues(group: list[Line], line: Line, area: Measure, lexicon: Lexicon) -> bool:
    """True where this line goes on with the block that the group is."""
    before = group[-1]
    if line.table is not None or before.table is not None or line.cells or before.cells:
        return False
    if not _same_style(before, line) and not _runs_on(group[0], before, line, area, lexicon):
        return False
    close = line.page == before.page and line.gap <= area.leading + 0.3
    if close and _in_midst(group, line):
        return True
    opened, shut = _brackets(group) if close else (0, 0)
    if opened > shut and line.text.count(")") > line.text.count("("):
        return True  # "(sak" / "14 og 15)"
    if (close or line.page != before.page) and dates.broken(before.text, line.text):
        return True
    if _opens(line.text, lexicon):
        return line.gap <= area.leading + 0.45 and _in_sentence(before, line, area)
    if len(group) == 1 and is_label(before.text, lexicon):
        return False
    if close and line.text[:1] == "(" and not ends_sentence(before.text):
        return True  # nothing begins with what is said of something else
    if _one_each(group, line, lexicon) or (
        ":" in line.text and _GROUP.match(group[0].text) and _GROUP.match(line.text)
    ):
        return False
    if opened > shut:
        return True
    if close and _is_list_of_names(group[0], lexicon) and not before.text.endswith("."):
        # A list that runs on is set narrower at most; one that breaks far from the edge has one person a line.
        far = before.box is not None and before.box[2] < 0.74 * area.right
        cut = opened >= 2 and not before.text.endswith((")", "."))  # a name broken in two
        return not far or cut or before.text.endswith(",") or line.text[:1] in "(" or line.text[:1].islower()
    if before.text.endswith(")") and line.text[:1].isupper() and before.box and before.box[2] < 0.85 * area.right:
        return False
    if line.page != before.page:
        if ends_sentence(before.text):
            return False
        return line.text[:1].islower() or before.text.endswith(",") or not _fits(before, line, area)
    if close and before.bold and line.bold and _heading_wraps(group[0], before, line):
        return not (_is_sentence(line) and _fits(before, line, area))
    if line.gap > area.leading + 0.45 and not (before.text.endswith("-") and line.text[:1].islower()):
        return False
    if line.text[:1].islower() and not ends_sentence(before.text) and len(before.text.split()) > 3:
        return True
    if hangs(before.text):
        return True
    if _NAMED.match(line.text) and not before.text.endswith((",", "-")):
        return False
    return not _fits(before, line, area)


def _brackets(group: list[Line]) -> tuple[int, int]:
    """How many brackets the last lines of a block open and close."""
    text = "".join([line.text for line in group[-4:]])
    return text.count("("), text.count(")")


def _in_midst(group: list[Line], line: Line) -> bool:
    """True for a line in the midst of a sentence, as most lines are: none of what else may begin a block is asked."""
    before, text = group[-1].text, line.text
    word = text.split(" ", 1)[0]
    return (
        word.islower()
        and len(word) > 1
        and word.rstrip(",").isalpha()
        and group[-1].bold == line.bold
        and before.count(" ") > 3
        and ":" not in text
        and (":" not in before or len(group) > 1)
        and not ends_sentence(before)
    )


def _one_each(group: list[Line], line: Line, lexicon: Lexicon) -> bool:
    """True where a line and the one before name a person each: what follows a label counts without it."""
    text = group[-1].text
    match = LABEL.match(text) if len(group) == 1 and _PERSON.match(line.text) else None
    if match and known_label(match.group(1), lexicon)[:1] in (("present",), ("absent",)):
        text = match.group(2)
    elif len(group) > 1 or not _PERSON.match(line.text):
        return False
    broken = re.search(r",\s*[A-ZÆØÅ][\wæøå-]{1,9}$", text)  # ", Kari" / "Anne Nes"
    one = text.count(",") - text.count(", t.o.m") <= 2 and not text.endswith((",", " og")) and not broken
    return one and bool(_PERSON.match(text) and _PERSON.match(line.text)) and line.text.count(",") <= 2


def _heading_wraps(first: Line, before: Line, line: Line) -> bool:
    """True where a bold line goes on with a heading, which breaks where its own column ends, not at the text's edge."""
    return bool(NUMBER.match(first.text) and not ends_sentence(before.text)) or line.text[:1].islower()


def _is_sentence(line: Line) -> bool:
    """True for a line that is a sentence by itself, as a decision in bold below a bold heading is."""
    return line.text[:1].isupper() and line.text.rstrip().endswith(".") and line.text.count(" ") > 1


def _is_list_of_names(first: Line, lexicon: Lexicon) -> bool:
    """True where a label for people opens a block and a comma list follows on its own line: it runs on as a list."""
    match = LABEL.match(first.text) if ":" in first.text and "," in first.text else None
    if not match or "," not in match.group(2):
        return False
    meaning = known_label(match.group(1), lexicon)[:1]
    return (
        bool(meaning)
        and meaning[0] in ("present", "absent", "deputy", "group", "observer", "members")
        and (match.group(2).count(",") >= 2 or "(" in match.group(2))
    )


def _same_style(before: Line, line: Line) -> bool:
    """True where weight and size agree; a bold run-in label before plain text counts as plain."""
    if abs(before.size - line.size) > max(0.8, 0.12 * before.size) and before.text_from == "text_layer":
        return False
    return before.bold == line.bold


def _runs_on(first: Line, before: Line, line: Line, area: Measure, lexicon: Lexicon) -> bool:
    """True where only the weight changes within one thing: a list, or a title with a bold first line."""
    if abs(before.size - line.size) > 0.8:
        return False
    if line.bold:  # bold words at a line's beginning within a text, as after "Ansvar:"
        return (
            not before.bold
            and line.gap <= area.leading + 0.2
            and not NUMBER.match(line.text)
            and not _fits(before, line, area)
            and before.text[-1:] not in ".!?"
        )
    if before.bold and line.gap <= area.leading + 0.2 and not ends_sentence(before.text):
        goes_on = line.text[:1].islower() and not _SIGNED.match(line.text)
        if goes_on or before.text.count("(") > before.text.count(")"):
            return True
        if NUMBER.match(first.text) and first is before and not _fits(before, line, area):
            return True
    if before.text.endswith(",") or line.text[:1] in "(":
        return True
    return (
        label_of(first.text, lexicon) is not None
        and not is_label(first.text, lexicon)
        and not ends_sentence(before.text)
    )


def _opens(text: str, lexicon: Lexicon) -> bool:
    """True where a line begins something of its own: a bullet, a number, a label."""
    return bool(_marker(text)) or label_of(text, lexicon) is not None


def _in_sentence(before: Line, line: Line, area: Measure) -> bool:
    """True where what looks like a number or label is only how a broken sentence goes on ("... innen 15." / "mai")."""
    said, text = before.text, line.text
    if BULLET.match(text) and not text[0].isdigit():
        return False
    if hangs(said) or _CUT_SHORT.search(said) or _CASE_CUT.search(f"{said}\n{text}"):
        return True
    if ends_sentence(said):
        return False
    first = text.split(" ", 1)[0]
    rest = text[len(first) :].strip().split(" ", 1)[0].rstrip(".,;:)").casefold()
    if re.match(r"^\d{1,2}\.$", first) and rest in dates.MONTHS:
        return not (NUMBER.match(said) and _fits(before, line, area))  # "3. Neste møte" / "23. april"
    full = not _fits(before, line, area) and line.gap <= area.leading + 0.2 and not before.bold
    if re.match(r"^\d+$", first) and full:
        return True  # a number without a separator, at the end of a full line: "brukt 9" / "200 ganger"
    return bool(full and _BEFORE_A_NUMBER.search(said))


def _fits(before: Line, line: Line, area: Measure) -> bool:
    """True where the next line's first word would have had room on this one, so that the break was meant."""
    word = line.text.split(" ", 1)[0]
    if before.box is None or line.box is None or not area.right:
        return len(before.text) + 1 + len(word) <= area.letters
    wide = (before.box[2] - before.box[0]) / max(1, len(before.text))
    letters = len(word) + 0.35 * sum(map(str.isupper, word))
    # A line without an end that is nearly full has a next one, whatever the letters' widths come to.
    near = 0.6 if before.bold or ends_sentence(before.text) else 2.5
    return before.box[2] + (letters + 1) * wide < area.right - near * wide


def _block(index: int, lines: tuple[Line, ...], area: Measure, lexicon: Lexicon, words: frozenset[str]) -> Block:
    """One block with its joined text, its role and what opens it."""
    text, starts = "", []
    for line in lines:
        joined = join(text, line.text, words)
        starts.append(max(0, len(joined) - len(line.text)))
        text = joined
    tabled = len(lines[0].cells) > 2 and ":" not in text
    label = "" if tabled else label_of(text, lexicon) or ""
    marker = _marker(text)
    role = Role.PARAGRAPH
    if lines[0].table is not None or lines[0].cells:
        role = Role.ROW
    elif label and len(lines) <= 3:
        role = Role.LABEL
    elif _is_heading(lines, text, area):
        role = Role.HEADING
    elif marker:
        role = Role.LIST
    return Block(role, lines, text, tuple(starts), index, marker, label)


def _marker(text: str) -> str:
    """The bullet, number or letter that opens a text, as printed; empty where none does."""
    bullet = BULLET.match(text) if text[:1] != "o" or _BULLET_O.match(text) else None
    found = bullet or NUMBER.match(text)
    return found.group().strip() if found and not _WORD_AND_YEAR.fullmatch(text) else ""


def _is_heading(lines: tuple[Line, ...], text: str, area: Measure) -> bool:
    """True where the setting says heading: bold throughout, or clearly larger than the text around."""
    if len(lines) > 3 or len(text) > 240:
        return False
    larger = area.size and lines[0].size > 1.12 * area.size and lines[0].text_from == "text_layer"
    bold = all(line.bold for line in lines) or (lines[0].bold and not ends_sentence(lines[0].text))
    return bool(larger or bold) and any(c.isalpha() for c in text)
