"""What a register says, put into the record of a file: it wins over what was read, and says so where they disagree."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pipeline.fold import fold
from pipeline.messages import LANGUAGES, catalogue
from pipeline.model import Issue, Kind, Record, RegisterEntry, Severity

MEETING = (Kind.MINUTES, Kind.NOTICE)
FROM = "register"

Found = tuple[str | None, Issue]
"""An issue, and the id of the document that it is about."""


def registered(
    documents: Sequence[Record], issues: Sequence[Found], entry: RegisterEntry
) -> tuple[list[Record], list[Found]]:
    """The documents of a file as the register has them, and the issues that are left and that come of it.

    Series, box and access hold for all documents of the file; body and date are those of a file's only document, since
    a row of the register tells of one.
    """
    found = [_filed(document, entry) for document in documents]
    if len(found) != 1:
        several = Issue("register_several", Severity.NOTE, values=(("count", str(len(found))),))
        return found, [*issues, *([(None, several)] if found and (entry.body or entry.date) else [])]
    document, doubts = _told(found[0], entry)
    kept = [(of, issue) for of, issue in issues if not (entry.date and issue.code == "no_meeting_date")]
    return [document], [*kept, *((document["id"], doubt) for doubt in doubts)]


def is_open(access: str | None) -> bool:
    """True where a register's word for access bars nobody; whatever else stands there does."""
    words = [word for language in LANGUAGES for word in catalogue(language).text("access.open").split(", ")]
    return not access or fold(access) in {"open", *map(fold, words)}


def _filed(document: Record, entry: RegisterEntry) -> Record:
    """A document with where it is filed, and closed where the register does not give it to all."""
    found = {**document, "register": {"series": entry.series, "box": entry.box, "access": entry.access}}
    if not is_open(entry.access):
        found["closed"] = True
        if document["kind"] in MEETING:
            found["meeting"] = {**(document.get("meeting") or _meeting(document)), "closed": True}
    return found


def _told(document: Record, entry: RegisterEntry) -> tuple[Record, list[Issue]]:
    """A document with the register's body and date, and where its own words differ."""
    found, doubts = dict(document), []
    if entry.body:
        if document["body"] and fold(document["body"]) != fold(entry.body):
            doubts.append(_doubt("body", entry.body, document["body"], (document["pages"] or [None])[0]))
        found["body"] = entry.body
    if entry.date and document["kind"] in MEETING:
        meeting = found.get("meeting") or _meeting(document)
        said, source = meeting["date"], meeting.get("source")
        if said and said != entry.date:
            doubts.append(_doubt("date", entry.date, said, (source or {}).get("page")))
        end = meeting["end_date"] if said == entry.date else None
        own = {"date": entry.date, "end_date": end, "source": source if said == entry.date else None}
        found["meeting"] = {**meeting, **own, "rule": FROM, "confidence": 1.0, "basis": "stated", "from": FROM}
    if entry.date and document["kind"] == Kind.ANNUAL_REPORT:
        if document["published"] and document["published"] != entry.date:
            doubts.append(_doubt("date", entry.date, document["published"], None))
        found["published"] = entry.date
    return found, doubts


def _meeting(document: Record) -> Record:
    """A meeting of which a document says nothing."""
    own = ("date", "end_date", "start", "end", "place", "number")
    identity = hashlib.sha256(f"{document['id']}\x1fmeeting".encode()).hexdigest()[:16]
    place = {"source": None, "rule": FROM, "confidence": 1.0, "basis": "stated", "from": FROM}
    return {"id": f"{identity}-1", **dict.fromkeys(own), "closed": False, **place}


def _doubt(field: str, register: str, document: str, page: int | None) -> Issue:
    values = [("field", field), ("register", register), ("document", document)]
    if page:
        values.append(("page", str(page)))
    return Issue("register_disagrees", Severity.DOUBT, values=tuple(values))
