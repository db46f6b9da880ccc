"""How much is remembered: several extractors ask the same pure question of one sentence, one after the other."""

KEPT = 4096
"""Answers that each such function keeps: the sentences of the longest report, and a few megabytes at most."""
