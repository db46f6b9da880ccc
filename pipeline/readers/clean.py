"""Text cleaned at the door: NFC, no NUL, no controls, no bidi overrides, no lone surrogates."""

from __future__ import annotations

import re
import unicodedata

_DROP = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[ \t\r\n\x0b\x0c\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+")
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
