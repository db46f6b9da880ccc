"""Which of many titles may be nearly a given one, without comparing it with all of them.

Two texts that differ in few letters share most groups of three letters, so of each text's rarest groups at least one is
among the other's rarest. How many are rare enough follows from how many letters may differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

GRAM = 3


class Titles:
    """Titles that are added one by one; `near` gives those of them that may be as like as asked.

    >>> titles = Titles(["leie av hallen", "lease av bilen", "leige av hallen"], 92)
    >>> titles.add("leie av hallen"), titles.add("lease av bilen"), titles.near("leige av hallen")
    (None, None, ['leie av hallen'])
    """

    def __init__(self, keys: Iterable[str], likeness: float) -> None:
        """`keys` are all titles that will be added or asked for; `likeness` is rapidfuzz's `ratio`, of 100."""
        counts = Counter(gram for key in keys for gram in _grams(key))
        self._rank = {gram: at for at, gram in enumerate(sorted(counts, key=lambda gram: (counts[gram], gram)))}
        self._known: dict[str, list[str] | None] = {}
        # Letters to take out and put in, for each letter of the one title: the other is at most so much longer.
        most = 1 - likeness / 100
        self._slack = most * (1 + (1 + most) / (1 - most))
        self._titles: list[str] = []
        self._index: dict[str, list[int]] = defaultdict(list)
        self._plain: list[int] = []

    def add(self, key: str) -> None:
        """One more title to be found."""
        at = len(self._titles)
        self._titles.append(key)
        rare = self._rarest(key)
        if rare is None:
            self._plain.append(at)
        for gram in rare or ():
            self._index[gram].append(at)

    def near(self, key: str) -> list[str]:
        """Of the titles added, in their order, all that are as like as asked, and some that are not."""
        rare = self._rarest(key)
        if rare is None:
            return self._titles
        found = set(self._plain)
        for gram in rare:
            found.update(self._index.get(gram, ()))
        return [self._titles[at] for at in sorted(found)]

    def _rarest(self, key: str) -> list[str] | None:
        """`_rare`, worked out once: a title is asked for, then added."""
        if key not in self._known:
            self._known[key] = self._rare(key)
        return self._known[key]

    def _rare(self, key: str) -> list[str] | None:
        """The rarest groups of a title, of which one is shared by all like it; None where it has too few of them."""
        grams = _grams(key)
        touched = int(len(key) * self._slack + 1e-9) * GRAM
        if len(grams) <= touched:
            return None
        return sorted(grams, key=self._rank.__getitem__)[: touched + 1]


def _grams(key: str) -> set[str]:
    return {key[at : at + GRAM] for at in range(len(key) - GRAM + 1)}
