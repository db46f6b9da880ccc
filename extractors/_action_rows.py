"""Tables of actions: what their columns hold."""

from __future__ import annotations

from extractors.lexicon import Lexicon

_ORDER = ("owner", "due", "case", "status")
_ALSO_TASK = ("text", "telling", "note")


def header(headings: list[str], lexicon: Lexicon) -> dict[str, int]:
    """Columns of an action table's header: task, owner, due, case, status; empty where it is none."""
    kinds = [lexicon.columns_of(heading) for heading in headings]
    found: dict[str, int] = {}
    for at, kind in enumerate(kinds):
        if name := next((name for name in _ORDER if name in kind and name not in found), None):
            found[name] = at
        elif "task" in kind:
            found["task"] = at
    if "task" not in found and any("decision" in kind for kind in kinds):
        return {}  # a table of matters and what was decided, whose owners are those of the matters
    also = (at for name in _ALSO_TASK for at, kind in enumerate(kinds) if name in kind and at not in found.values())
    if "task" not in found and (other := next(also, None)) is not None:
        found["task"] = other
    if len(headings) < 3 and ("task" not in found or any(heading.rstrip().endswith(":") for heading in headings)):
        return {}
    if "owner" in found and "task" not in found:
        rest = [at for at in range(len(headings)) if at not in found.values()]
        if rest:
            found["task"] = rest[-1]
    return found if "task" in found and ("owner" in found or "due" in found) else {}
