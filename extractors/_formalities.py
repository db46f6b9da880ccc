"""The papers of a meeting that it approves before its matters, or outside them: notice, agenda, minutes, accounts."""

from __future__ import annotations

from extractors.lexicon.wording import expression

PAPERS = expression("formalities.papers")
"""What is approved before the first item by a word of its own ("Referat fra sist: ... Godkjent med dette.")."""
FORMALITY = expression("formalities.formality")
"""What is often approved before the first item, or in minutes whose items are not known."""
