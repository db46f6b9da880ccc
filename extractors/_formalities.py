"""The papers of a meeting that it approves before its matters, or outside them: notice, agenda, minutes, accounts."""

from __future__ import annotations

import re

PAPERS = re.compile(
    r"\b(?:innkalling|sakliste|saksliste|sakslist|saklist|dagsorden|referat|protokoll|møtebok)\w*", re.I
)
"""What is approved before the first item by a word of its own ("Referat fra sist: ... Godkjent med dette.")."""
FORMALITY = re.compile(
    r"(?:^|\bog\s+)(?:styrets\s+)?(?:innkalling|sakliste|saksliste|sakslist|saklist|dagsorden|møteinnkalling|referat|protokoll|møtebok|"
    r"årsberetning|årsmelding|årsrapport|årsregnskap|årsrekneskap|regnskap|rekneskap|budsjett|handlingsplan)\w*\b"
    r".{0,60}\b(?:godkjent|godkjend|godkjende|godkjente|godkjennes|godkjennast|stående|ståande)\b"
    r"|\b(?:merknad|kommentar|innvending|bemerkning)\w*\s+til\s+(?:innkalling|sakliste|saksliste|saklist|sakslist|dagsorden)\w*\b"
    r".{0,60}\b(?:godkjent|godkjend|godkjende|godkjente)\b"
    r"|^(?:søknad\w*\s+om\s+)?permisjon\w*\b.{0,40}\b(?:innvilget|innvilga|innvilg[ad]e)\b"
    r"|^til\s+å\s+(?:skrive\s+under|underskrive|undertegne|underteikne|føre)\b.{0,80}\b(?:valgt|vald|valde|valgtes)\b",
    re.I,
)
"""What is often approved before the first item, or in minutes whose items are not known."""
