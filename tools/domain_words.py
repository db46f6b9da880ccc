#!/usr/bin/env python3
"""Count the words of the sample documents for `pipeline/repair`: what minutes say more often than other texts do.

    domain_words.py > pipeline/repair/domain.tsv

Only half of the documents are counted (`counted`): the others are kept to measure repairs on. Words that are never
written with a small letter are names, and are left out.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
GOLD = CORPUS.parent / "tests" / "gold"
_WORD = re.compile(r"(?<![\w@/.])[a-zæøåéòôü]{1,30}(?![\w@/])")


def counted(stem: str) -> bool:
    """True for the half of the documents whose words are counted, by a hash of their name."""
    return hashlib.md5(stem.encode(), usedforsecurity=False).digest()[0] % 2 == 0


def main() -> None:
    """Print each word that stands at least twice in a standard, with the standard and the count."""
    import pypdfium2

    words: Counter[tuple[str, str]] = Counter()
    for path in sorted(CORPUS.glob("*.pdf")):
        if counted(path.stem):
            labels = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
            language = labels["documents"][0]["language"]
            document = pypdfium2.PdfDocument(path)
            for page in document:
                words.update((language, word) for word in _WORD.findall(page.get_textpage().get_text_range()))
            document.close()
    for (language, word), count in sorted(words.items()):
        if count > 1:
            sys.stdout.write(f"{language}\t{word}\t{count}\n")


if __name__ == "__main__":
    main()
