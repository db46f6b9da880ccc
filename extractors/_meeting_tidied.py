"""A meeting's place without what its line goes on with, and without what leads to it."""

from __future__ import annotations

import re

_BEHIND_PLACE = re.compile(
    r"\s*(?:\s[A-ZÆØÅ][a-zæøå]+(?:nr\.?)?:\s|\s\((?:[^\s()]+\s){4,}|\b[Kk]l\.?\s*(?:\d|$)|\b(?:frå|fra)\s+(?:klokk|kl\b|\d{1,2}\b)|\bTid\b|\bDato\b|\s\d{1,2}/\d{1,2}\b|\s\d{4}-\d\d-\d\d|;"
    r"|\s(?:påskeaften|påskeaftan|skjærtorsdag|skjertorsdag|julaften|julaftan|nyttårsaften|pinseaften|sankthansaften)\b"
    r"|[.,]\s+[A-ZÆØÅ][\wæøå]+\s(?:[\wæøå]+\s){0,4}(?:satt|sat|sitter|sit|var|deltok|møtte|ringte|ringde|ble|vart|starta|startet|begynte|byrja|gikk|gjekk|holdt|heldt)\b|\s\([^()]*!\)$|\s(?:sist|førre|forrige|nå|no)\s(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\b"
    r"|,?\s(?:etter|fordi|sidan|siden|ettersom|av di|grunnet|på grunn av)\s|\s\([A-ZÆØÅ][^()]*\s(?:på|via|over)\s(?:skjerm|skjermen|video|nett|telefon|Teams|Zoom)\)"
    r"|\s(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\s(?:den\s)?\d|\sog\s(?:tok til|varte|varde|begynte|byrja|starta)\b)"
)
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
