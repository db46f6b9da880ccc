"""Marks in the cells of an attendance table: a cross, an "F" for being away, when somebody was there."""

from __future__ import annotations

import re

CROSS = re.compile(
    r"^(?:x|✓|✔|ja|j|•|1|☒|v|ok|møtte?|t|til ?stede?|til ?stades|m|h)(?![^\W\d_])[\s,;:–-]*(?P<more>.*)$", re.I | re.S
)
"""A mark for having come, and what it says besides ("Ja, fra kl. 11")."""

FOR_A_WHILE = re.compile(
    r"^(?:delvis|deler? av|bare|berre|kun|fra|frå|til|kl|sak|digitalt|teams|zoom|skype|nett|video|telefon|tlf|på (?:teams|zoom|skype|nett|video|telefon|skjerm)|via|per|fysisk|gjest|vara)\b",
    re.I,
)
"""What a cell of a column of presence says of how or when somebody was there."""
AWAY = re.compile(
    r"^(?:f|ff|forfall|meldt forfall|fr|fravær\w*|fråvær\w*|nei|n|ikke møtt|ikkje møtt)(?![^\W\d_])", re.I
)
"""A mark for having stayed away, in a column that says both."""
PLAIN = re.compile(r"^(?:x|✓|✔|☒|[–—-]?)$", re.I)
"""A cell of a column of crosses."""
