"""How often words are used in either written standard: wordfreq's counts, the words of minutes, nynorsk's own forms.

Loaded only when a document is damaged; it takes half a second.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from extractors.lexicon import lexicon

KNOWN = 1e-8
"""Frequency from which a word counts as one."""
PART = 3e-7
"""Frequency from which a word may be part of a compound."""
SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
"""Letters of a compound's parts at least."""
COMPOUND = 0.3
"""How likely two words that meet are one compound."""
OWN, OTHER = 1.0, 0.1
"""How much the words of minutes weigh, in the document's own standard and in the other one."""
FOREIGN = 0.01
"""What is left of a word that the document's standard does not have ("fra" in nynorsk)."""
FORM = 4e-7
"""Frequency of a form of nynorsk that is only known to exist."""


@cache
def frequencies(language: str) -> dict[str, float]:
    """Word -> its share of all words, for a document in `nb` or `nn`."""
    import wordfreq

    words: dict[str, float] = dict(wordfreq.get_frequency_dict("nb", wordlist="best"))
    if language == "nn":
        for form in _forms():
            words[form] = max(words.get(form, 0.0), FORM)
    rows = [line.split("\t") for line in Path(__file__).with_name("domain.tsv").read_text("utf-8").splitlines()]
    for standard in ("nb", "nn"):
        counts = {word: int(count) for own, word, count in rows if own == standard}
        weight = (OWN if standard == language else OTHER) / max(1, sum(counts.values()))
        for word, count in counts.items():
            words[word] = words.get(word, 0.0) + weight * count
    for word in _foreign(language):
        words[word] = words.get(word, 0.0) * FOREIGN
    return words


def _forms() -> list[str]:
    """The forms of nynorsk that simplemma's dictionary holds."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    found = DefaultDictionaryFactory().get_dictionary("nn")
    return [form for form in map(str, found) if form.islower()]


def _foreign(language: str) -> set[str]:
    """Function words that only the other standard has."""
    lists = {code: set(data["function_words"]) for code, data in lexicon().by_language.items()}
    other = "nb" if language == "nn" else "nn"
    return lists[other] - lists[language]


def frequency(word: str, language: str) -> float:
    """How often a word is used, of all words; compounds by their parts; 0 for what is no word."""
    folded = word.lower()
    known = frequencies(language).get(folded, 0.0)
    return known if known >= KNOWN else _compound(folded, language)


@lru_cache(20_000)
def _compound(word: str, language: str) -> float:
    """The frequency of a compound of two known words, with or without a linking s."""
    found = 0.0
    words = frequencies(language)
    for at in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        head, tail = word[:at], word[at:]
        second = words.get(tail, 0.0)
        if second < PART:
            continue
        first = words.get(head, 0.0)
        if head.endswith("s") and len(head) > SHORTEST_HEAD:
            first = max(first, words.get(head[:-1], 0.0))
        if first >= PART:
            found = max(found, first * second * COMPOUND)
    return found
