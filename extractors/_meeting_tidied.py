"""A meeting's place without what its line goes on with, and without what leads to it."""

from __future__ import annotations

import re

from extractors.lexicon.wording import expression

_BEHIND_PLACE = expression("meeting_tidied.behind_place", re.NOFLAG)
"""What goes on behind a place: the hour, the day, what the meeting did, why there, who was elsewhere."""


def tidied(venue: str | None, body: str | None) -> str | None:
    """The place alone; None where nothing of it is left."""
    return _beside_body(_tidy(venue), body)


def _tidy(venue: str | None) -> str | None:
    if not venue:
        return None
    bare = _BEHIND_PLACE.split(venue)[0].strip(" ,.:–-")
    bare += "." * bare.endswith(" etg")
    bare = re.sub(r"\s+(?:frå|fra|klokka|klokken|den|skjær|skjer)$", "", bare)  # it led to the hour or the day
    bare = re.sub(r"^(?:hos|hjå)\s+(?=\S+s\s+(?:lokaler|lokale|lokala|kontor)\b)", "", bare, flags=re.I)
    return (
        re.sub(
            r"^(?:(?:avholdt|holdt|halde)\s+)?(?:om\s?bord\s+)?(?:på|i|via|som|ved)\s+", "", bare, flags=re.I
        ).strip()
        or None
    )


def _beside_body(venue: str | None, body: str | None) -> str | None:
    """The place without the body that the title has before it ("Møte i utvalet for Lia, Fylkeshuset")."""
    return venue[len(body) :].strip(" ,") or None if venue and body and venue.startswith(f"{body}, ") else venue
