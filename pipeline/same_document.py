"""Which documents say the same: the minutes as .doc and as .pdf, a draft and what was approved."""

from __future__ import annotations

from sqlite_utils import Database


def copies(db: Database) -> None:
    """Fill `document_copy`; runs inside the caller's transaction."""
