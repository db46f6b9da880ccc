"""Where the title of a numbered heading ends, if text follows it in the same paragraph."""

from __future__ import annotations

from extractors._names import has_given_name
from extractors._task_verbs import WORD, kind_of
from extractors.agenda import split_title
from extractors.lexicon import fold
from pipeline import sentences
from pipeline.model import Item, Role
from pipeline.outline.candidates import MAX_TITLE, Candidate, bare


def cut(candidate: Candidate, listed: list[Item]) -> tuple[str, int]:
    """The title, and where in the block's text the body begins if both share one paragraph (else 0)."""
    text, at = candidate.block.text, candidate.opens.title_at
    title = text[at:]
    for item in listed:
        same = item.number and bare(item.number) == bare(candidate.opens.number)
        if not same or len(item.title) <= 3 or len(title) <= len(item.title) + 12:
            continue
        if fold(title).startswith(fold(item.title)):
            return item.title, at + len(item.title)
    if (end := _bold_end(candidate)) > at:
        return text[at:end].strip(" .:–-"), end
    if says(title):
        return title.strip(), at  # a whole sentence is the matter and all that is said of it
    if candidate.block.role is Role.HEADING and len(title) <= MAX_TITLE:
        return title.strip(), 0
    if title.isupper() and len(title) <= MAX_TITLE:
        return title.strip(), 0
    spans = sentences.split(title)
    if len(spans) > 1 and (len(title) > 90 or spans[0][1] < 60):
        return title[spans[0][0] : spans[0][1]], at + spans[1][0]
    return title.strip(), 0


def says(title: str) -> bool:
    """True for a title that is a whole sentence ("Referatet fra mai ble godkjent."), and the only one."""
    words = [word for word in WORD.findall(title) if word.islower()]
    ended = title.rstrip().endswith((".", "!")) and len(title.split()) >= FEWEST_WORDS
    return ended and len(sentences.split(title)) == 1 and any(kind_of(word) for word in words)


FEWEST_WORDS = 4
"""Words of a title that may be a sentence, at least."""


def _goes_on(bold: str, rest: str) -> bool:
    """True where the plain lines below a bold one are the end of its title: a bracket or a presenter's name is open.

    >>> _goes_on("Ny brygge (Tuva ", "Hovland, Kystverket)"), _goes_on("Ny brygge v/Tuva ", "Hovland, Kystverket")
    (True, True)
    >>> _goes_on("Ny brygge v/Tuva Hovland ", "Hun orienterte."), _goes_on("Ny brygge ", "Hovland orienterte.")
    (False, False)
    """
    if bold.count("(") > bold.count(")"):
        return rest.count(")") > rest.count("(")
    _, who = split_title(bold)
    names = (who or "").split()
    return bool(names) and all(map(has_given_name, names)) and rest[:1].isupper() and not rest.rstrip().endswith(".")


def _bold_end(candidate: Candidate) -> int:
    """Where a bold beginning of the block ends in its text, with a line or within the first; 0 where there is none."""
    block = candidate.block
    if block.lines[0].bold and (plain := next((i for i, line in enumerate(block.lines) if not line.bold), 0)):
        at = block.starts[plain]
        rest = block.text[at:]
        begins = rest[:1].isupper() or (rest[:1] == "(" and rest[1:2].isupper() and not rest.rstrip(" .").endswith(")"))
        return at if begins and not _goes_on(block.text[:at], rest) else 0
    lead = block.lines[0].lead
    found = block.text.find(lead) if lead else -1
    end = found + len(lead)
    return end if 0 <= found < 4 and block.text[end:].strip(" .:") else 0
