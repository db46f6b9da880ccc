"""How far the words of the next meeting go, and where they stand: under a label or heading other matters may follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors._helpers import value_start
from extractors._next_words import own_dates
from pipeline import dates, sentences
from pipeline.model import Block, Place


def to_its_end(text: str, told: Sequence[str]) -> str:
    """The text without the sentences at its end that tell nothing of the meeting: none of its words, and no hour.

    `told` are the words for its days and its place, as they stand in the text. Without a day nothing is taken off.
    """
    spans = sentences.split(text)
    if not any(told):
        return text
    while len(spans) > 1:
        last = text[spans[-1][0] : spans[-1][1]]
        if any(words in last for words in told if words) or dates.clock(dates.blanked(last), cue=True):
            break
        spans = spans[:-1]
    return text[: spans[-1][1]] if spans else text


_NEXT = re.compile(r"(?:neste|nytt)\b", re.I)


def from_the_next(text: str, own: str) -> str:
    """The text from the sentence that says when the next meeting is, where another with a day stands before it."""
    dated = [at for at, end in sentences.split(text) if own_dates(text[at:end], own)]
    said = next((at for at, end in sentences.split(text) if at in dated and _NEXT.match(text[at:end])), None)
    return text if said is None or said == dated[0] else text[said:]


def stands(used: Sequence[Block], day: str, text: str) -> tuple[Block, Place]:
    """The block that names the first day, and where in it: below the label from that sentence to the text's last one.

    The label belongs to it where they share a block. What names no day stands in the label's block, or in the last one
    below a label that stands alone.
    """
    label = used[0]
    source = next((block for block in used if day in block.text), label)
    if not day:
        alone = len(used) > 1 and label.label and not label.text[value_start(label) :].strip()
        source = used[-1] if alone else label
        return source, source.place()
    spans = [span for span in sentences.split(source.text) if span[1] > source.text.find(day)]
    end = max((b for a, b in spans if source.text[a:b] in text), default=spans[0][1])
    return source, source.place(0 if source is label else spans[0][0], end)
