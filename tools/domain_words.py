#!/usr/bin/env python3
"""Count the words of the sample documents for `pipeline/repair`: what minutes say more often than other texts do.

    domain_words.py            writes pipeline/repair/domain.tsv and neighbours.tsv

The first has how often each word stands in a standard; the second how often a word that can be read as another stands
behind and before which ("for", "før"). Only half of the documents are counted (`counted`): the others are kept to
measure repairs on. Words that are never written with a small letter are names, and are left out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractors.lexicon import lexicon
from pipeline.language import language_of
from pipeline.repair.company import EDGE, folded
from pipeline.repair.guess import candidates
from tools.marked import FOLDER, marks_of

ROOT = Path(__file__).resolve().parent.parent
CORPUS, GOLD, REPAIR = ROOT / "corpus", ROOT / "tests" / "gold", ROOT / "pipeline" / "repair"
_WORD = re.compile(r"(?<![\w@/.])[a-zæøåéòôü]{1,30}(?![\w@/])")
OFTEN = 3
"""Times that a word stands in a standard, at least, to be one of two that are read alike."""
_LOST = frozenset("æøå")


def kept_apart(stem: str) -> bool:
    """True for the quarter of the documents that repairs are measured on, by a hash of their name."""
    digest = hashlib.md5(stem.encode(), usedforsecurity=False).digest()
    return digest[0] % 2 == 1 and digest[1] % 2 == 1


def texts() -> Iterator[tuple[str, str]]:
    """(language, text) of each page and each paper that is counted."""
    import pypdfium2

    for path in sorted(CORPUS.glob("*.pdf")):
        if not kept_apart(path.stem):
            labels = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
            document = pypdfium2.PdfDocument(path)
            for page in document:
                yield labels["documents"][0]["language"], page.get_textpage().get_text_range()
            document.close()
    for path in sorted(FOLDER.glob("*.md")):
        text, _ = marks_of(path.read_text("utf-8"))
        yield language_of(text, lexicon()) or "nb", text


def alike(words: Counter[tuple[str, str]]) -> set[tuple[str, str]]:
    """The words of each standard that may be read as another word of it, and those others."""
    common = {(language, word) for (language, word), count in words.items() if count >= OFTEN}
    found = set()
    for language, word in common:
        for other, _ in candidates(word) if not _LOST & set(word) else ():
            if other != word and (language, other) in common:
                found |= {(language, word), (language, other)}
    return found | {(language, word) for language in ("nb", "nn") for word in ("å", "0")}


def main() -> None:
    """Write both tables."""
    words: Counter[tuple[str, str]] = Counter()
    pairs: Counter[tuple[str, str, str]] = Counter()
    pages = list(texts())
    for language, text in pages:
        words.update((language, word) for word in _WORD.findall(text))
    close = alike(words)
    for language, text in pages:
        for one, other in pairwise([EDGE, *map(folded, text.split()), EDGE]):
            if (language, one) in close or (language, other) in close:
                pairs[language, one, other] += 1
    _write("domain.tsv", words)
    _write("neighbours.tsv", pairs)


def _write(name: str, counts: Mapping[Any, int]) -> None:
    rows = ["\t".join((*key, str(count))) for key, count in sorted(counts.items())]
    (REPAIR / name).write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
