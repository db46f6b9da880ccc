"""Tables of actions: what their columns hold, and a row's text by column."""

from __future__ import annotations

import re


def header(keys: list[str]) -> dict[str, int]:
    """Columns of an action table's header: what, who, due, status; empty where it is none."""
    found: dict[str, int] = {}
    for at, key in enumerate(keys):
        if re.match(r"^(?:ansvar|ansvarlig|ansvarleg|ansvarlege|ansv|hvem|kven|eier|eigar)\b", key):
            found.setdefault("who", at)
        elif re.match(r"^(?:frist|når|innen|innan|dato|tidsfrist)\b", key):
            found.setdefault("due", at)
        elif re.match(r"^(?:sak(?:snr|snummer)?|nr|pkt|punkt)$", key):
            found.setdefault("case", at)
        elif re.match(r"^(?:status)\b", key):
            found.setdefault("status", at)
        elif re.match(
            r"^(?:tiltak|oppgave|oppgåve|beskrivelse|skildring|hva|kva|aksjon|aktivitet|gjøremål|gjeremål|oppfølging|sak og tiltak|punkt)\b",
            key,
        ):
            found["what"] = at
    if len(keys) < 3 and ("what" not in found or any(key.endswith(":") for key in keys)):
        return {}
    if "who" in found and "what" not in found:
        rest = [i for i in range(len(keys)) if i not in found.values()]
        if rest:
            found["what"] = rest[-1]
    return found if "what" in found and ("who" in found or "due" in found) else {}
