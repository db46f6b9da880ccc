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
RARE_HERE = 5e-6
"""Frequency at most of a word that is common in other texts and was never seen in minutes ("mate", "lad")."""
GENERAL = 0.2
OWN, OTHER = 1.0, 0.02
"""How much the words of minutes weigh, in the document's own standard and in the other one."""
FOREIGN = 0.01
"""What is left of a word that the document's standard does not have ("fra" in nynorsk)."""
FORM = 4e-7
"""Frequency of a form of nynorsk that is only known to exist."""


@cache
def frequencies(language: str) -> dict[str, float]:
    """Word -> its share of all words, for a document in `nb` or `nn`."""
    import wordfreq

    seen = minutes("nb").keys() | minutes("nn").keys()
    words = {
        word: max(GENERAL * share, min(share, RARE_HERE)) if word in seen else min(share, RARE_HERE)
        for word, share in wordfreq.get_frequency_dict("nb", wordlist="best").items()
    }
    if language == "nn":
        forms = _forms()
        for word in minutes("nb").keys() - forms - minutes("nn").keys():
            words[word] = OTHER * words.get(word, 0.0)  # "fravær" where nynorsk has "fråvær"
        for form in forms:
            words[form] = max(words.get(form, 0.0), FORM)
    for standard in ("nb", "nn"):
        weight = OWN if standard == language else OTHER
        for word, share in minutes(standard).items():
            words[word] = words.get(word, 0.0) + weight * share
    for word in _foreign(language):
        words[word] = words.get(word, 0.0) * FOREIGN
    return words


@cache
def minutes(language: str) -> dict[str, float]:
    """Word -> its share of the words of minutes in one standard."""
    rows = [line.split("\t") for line in Path(__file__).with_name("domain.tsv").read_text("utf-8").splitlines()]
    counts = {word: int(count) for own, word, count in rows if own == language}
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def _forms() -> set[str]:
    """The forms of nynorsk that simplemma's dictionary holds."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    found = DefaultDictionaryFactory().get_dictionary("nn")
    return {form for form in map(str, found) if form.islower()}


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
