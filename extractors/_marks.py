"""Marks in the cells of an attendance table: a cross, an "F" for being away, when somebody was there."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression

CROSS = expression("marks.cross", re.I | re.S)
"""A mark for having come, and what it says besides ("Ja, fra kl. 11")."""

FOR_A_WHILE = expression("marks.for_a_while")
"""What a cell of a column of presence says of how or when somebody was there."""
AWAY = expression("marks.away")
"""A mark for having stayed away, in a column that says both."""
PLAIN = re.compile(r"^(?:x|✓|✔|☒|[–—-]?)$", re.I)
"""A cell of a column of crosses."""
