"""Text cleaned at the door: NFC, no NUL, no controls, no bidi overrides, no lone surrogates."""

from __future__ import annotations

import re
import unicodedata

_DROP = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff\u00ad]"
)
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_FIRST_UGLY = re.compile("[^\r\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]")


def is_clean(text: str) -> bool:
    """True where cleaning the lines of this text would change nothing but their spaces."""
    return not _FIRST_UGLY.search(text)


def clean(text: str) -> str:
    r"""One line of text as every later stage may rely on it.

    >>> clean("Ma\u030al\x00 \u202eog  mening ")
    'Mål og mening'
    """
    if _FIRST_UGLY.search(text):
        text = unicodedata.normalize("NFC", _DROP.sub("", text))
    return _SPACES.sub(" ", text).strip()
