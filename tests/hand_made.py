"""An archive made by hand: rows that the store puts in, as extraction would hand them over, for tests of the pages.

People, bodies and sentences are invented.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.archive import lock
from pipeline.contract import failure
from pipeline.link import link
from pipeline.messages import message
from pipeline.model import Outcome, Record, SourceFile, Status
from pipeline.runs import Run
from pipeline.store import Arrival, put
from pipeline.tables import opened_archive

SECRET = "Stillingen tilbys søkeren fra nabokommunen"
"""Words of an exempt decision: they must not be on any page."""

CLOSED = "Klagen fra beboeren tas til følge"
"""Words of a decision in a closed meeting: neither."""


def source(page: int, quote: str) -> Record:
    return {
        "page": page,
        "quote": quote,
        "bbox": [72.0, 90.0, 400.0, 102.0],
        "lines": [1, 1],
        "text_from": "text_layer",
    }


class Paper:
    """One document in the making: every record gets an id, a place and a rule."""

    def __init__(self, name: str, kind: str, body: str | None, **fields: Any) -> None:
        self.key = sha256(name.encode()).hexdigest()[:16] + f"-{fields.pop('ordinal', 0)}"
        self.record: Record = {
            "id": self.key,
            "kind": kind,
            "language": "nb",
            "title": None,
            "body": body,
            "pages": [1, 2],
            **fields,
        }

    def add(self, collection: str, page: int = 1, quote: str = "", **fields: Any) -> Record:
        entries = self.record.setdefault(collection, [])
        entry = {
            "id": f"{self.key}-{collection}-{len(entries)}",
            "source": source(page, quote or str(fields.get("text") or fields.get("name") or fields.get("title") or "")),
            "rule": "by_hand",
            "confidence": 0.9,
            "basis": "stated",
            **fields,
        }
        entries.append(entry)
        return entry

    def meeting(self, date: str | None, **fields: Any) -> None:
        base = {"end_date": None, "start": None, "end": None, "place": None, "number": None, "closed": None}
        place = {"source": source(1, "Dato: se over"), "rule": "by_hand", "confidence": 0.9, "basis": "stated"}
        self.record["meeting"] = {"date": date, **base, **place, **fields}

    def item(self, number: str | None, title: str, **fields: Any) -> str:
        base = {"series": "Sak", "presenter": None, "status": "treated", "exempt": None}
        return str(self.add("agenda", number=number, title=title, **{**base, **fields})["id"])

    def person(self, name: str, organisation: str | None = None, status: str = "present", **fields: Any) -> None:
        base = {"role": None, "note": None, "substitute_for": None, "partial": None}
        self.add("attendance", name=name, organisation=organisation, status=status, **{**base, **fields})

    def decision(self, item: str | None, item_id: str | None, text: str, **fields: Any) -> None:
        base = {"points": None, "outcome": "adopted", "vote": None, "amounts": []}
        self.add("decisions", item=item, item_id=item_id, text=text, **{**base, **fields})

    def action(
        self, item: str | None, item_id: str | None, text: str, who: list[str], due: str | None = None, **fields: Any
    ) -> None:
        base = {"due_text": None, "due_precision": "day" if due else None}
        self.add("actions", item=item, item_id=item_id, text=text, responsible=who, due=due, **{**base, **fields})


def outcome(path: Path, papers: list[Paper], issues: list[Record] | None = None, status: Status = Status.OK) -> Outcome:
    file = SourceFile(str(path), path.name, sha256(str(path.name).encode()).hexdigest(), 1234, "application/pdf")
    said = {"file": path.name, "sha256": file.sha256, "media_type": file.media_type, "pages": 2}
    record = {
        "source": {**said, "outcome": status.value, "text_from": "text_layer"},
        "documents": [paper.record for paper in papers],
        "issues": issues or [],
    }
    return Outcome(file, status, record, ((1, "side en", "text_layer"), (2, "side to", "text_layer")))


def issue(code: str, severity: str, said: str, quote: str | None = None) -> Record:
    """An issue; one with a quote stands on page 1."""
    return {"code": code, "severity": severity, "message": said, "source": source(1, quote) if quote else None}


def spring(name: str) -> Paper:
    paper = Paper(name, "minutes", "Brukerrådet i Lia bydel", title="Referat fra møte i brukerrådet")
    paper.meeting("2013-04-22", start="10:00", end="12:30", place="Grendehuset, møterom 2", number="3/13")
    paper.person("Kari Fjellstad", "Lia bydel", role="chair")
    paper.person("Ola Bergheim", "Lia bydel", role="minute_taker", note="ref. sak 2")
    paper.person(
        "Åse Ørnes",
        "Norges Handikapforbund",
        partial={"to_item": "2", "from": None},
    )
    paper.person("Ingrid Zahlsen", "Pensjonistlaget", substitute_for="Per Aas")
    paper.person("Mona Lund", "Norges Handikapforbund")
    paper.person("Per Aas", "Pensjonistlaget", status="absent")
    one = paper.item("1/13", "Godkjenning av innkalling og referat")
    paper.decision("1/13", one, "Referatet fra 4. mars ble godkjent uten merknader.", outcome="approved")
    two = paper.item("2/13", "Budsjett for aktivitetstilbudet 2014", presenter="Kari Fjellstad")
    paper.decision(
        "2/13",
        two,
        "1. Rådet støtter forslaget til budsjett. 2. Det settes av 125 000 kroner til turer.",
        points=["Rådet støtter forslaget til budsjett.", "Det settes av 125 000 kroner til turer."],
        amounts=[125000],
        vote={"unanimous": False, "for": 4, "against": 1, "blank": None, "by": []},
    )
    paper.action("2/13", two, "Ola Bergheim skriver et utkast til høringssvar.", ["Ola Bergheim"], "2013-05-10")
    month = {"due_text": "utgangen av mai", "due_precision": "month", "basis": "derived", "from": "utgangen av mai"}
    sentence = "Lia bydel undersøker prisen på transport innen utgangen av mai."
    paper.action("2/13", two, sentence, ["Lia bydel"], "2013-05-31", **month)
    paper.add("deadlines", item="2/13", item_id=two, date="2013-05-10", text="Frist for utkastet er 10. mai.")
    paper.add("deadlines", item="2/13", item_id=two, date="2013-05-31", text=sentence)
    three = paper.item("3/13", "Rullestolrampe ved biblioteket")
    paper.action("3/13", three, "Mona følger opp saken overfor kommunen.", ["Mona Lund", "Åse Ørnes"])
    paper.item("4/13", "Eventuelt", status="listed")
    paper.decision(None, None, "Møtet hevet kl. 12.30.", outcome="noted")
    paper.record["next_meeting"] = {
        "date": "2013-06-17",
        "start": "10:00",
        "end": None,
        "place": "Grendehuset",
        "later": ["2013-09-02"],
        "text": "Neste møte 17. juni kl. 10",
        "source": source(2, "Neste møte 17. juni kl. 10"),
        "rule": "by_hand",
        "confidence": 0.9,
        "basis": "derived",
        "from": "elided year",
    }
    paper.record["approves"] = {"date": "2013-03-04", "number": "2/13", "remark": "uten merknader"}
    paper.add("references", item="2/13", kind="case", text="jf. sak 14/12", year=2012, number="14/12")
    return paper


def summer(name: str) -> Paper:
    paper = Paper(name, "minutes", "Brukerrådet i Lia bydel")
    paper.meeting("2013-06-17", basis="derived", **{"from": "the file's name"})
    paper.person("Kari Fjellstad", "Lia bydel", role="chair")
    paper.person("Ola Bergheim", "Lia bydel")
    three = paper.item("3/13", "Rullestolrampe ved biblioteket")
    paper.decision("3/13", three, "Rådet ber kommunen bygge rampen i løpet av høsten.", outcome="agreed")
    paper.action("3/13", three, "Leder sender brev til kommunen.", ["Kari Fjellstad"], "2013-07-01")
    secret = paper.item("5/13", "Tilsetting av daglig leder", exempt={"text": "U.off.", "statute": "offl. § 25"})
    paper.decision("5/13", secret, f"{SECRET}.", vote={"unanimous": True})
    paper.action("5/13", secret, f"{SECRET} ved brev.", ["Ola Bergheim"], "2013-06-20")
    paper.decision("5/13.1", None, f"{SECRET} på åremål.", quote=f"{SECRET} på åremål.")
    paper.add("references", item="5/13", kind="statute", text=f"{SECRET}, jf. § 3", year=None, number="3")
    paper.add("deadlines", item="5/13", item_id=secret, date="2013-06-20", text=f"{SECRET} innen 20. juni")
    return paper


def closed(name: str) -> Paper:
    paper = Paper(name, "minutes", "Klagenemnda")
    paper.meeting("2014-01-15", closed=True)
    paper.person("Kari Fjellstad", "Lia bydel", role="chair")
    one = paper.item("1", "Klage på avslag")
    paper.decision("1", one, f"{CLOSED}.")
    paper.action("1", one, f"{CLOSED}, og beboeren får svar.", ["Kari Fjellstad"], "2014-02-01")
    return paper


def report(name: str) -> list[Paper]:
    main = Paper(
        name,
        "annual_report",
        "Brukarrådet i Lia bydel",
        language="nn",
        title="Årsmelding 2013",
        year=2013,
        published="2014-02-20",
        authors=["Ola Bergheim"],
        pages=[1, 3],
    )
    main.add("members", name="Kari Fjellstad", organisation="Lia bydel", role="leader")
    main.add("members", name="Åse Ørnes", organisation="Norges Handikapforbund", role=None)
    for date in ("2013-04-22", "2013-06-17", "2013-11-25"):
        main.add("meetings_held", date=date, quote=date)
    main.add("sections", number="1", title="Innleiing", page=1)
    main.add("sections", number="2", title="Arbeidet i rådet", page=2)
    main.add("sections", number="Vedlegg A", title="Referat frå haustmøtet", page=4)
    main.add("recommendations", item="2", text="Rådet rår til at rampen vert bygd.")
    main.add("functions", code="234", name="Aktivisering og servicetenester")
    main.add("deadlines", item="2", item_id=None, date=None, recurring="--06-30", text="innan 30. juni kvart år")
    main.add(
        "tables", page=2, caption="Rekneskap", header=["Post", "2012", "2013"], rows=[["Turar", "98 000", "125 000"]]
    )
    appendix = Paper(name, "minutes", "Brukarrådet i Lia bydel", ordinal=1, language="nn", pages=[4, 5])
    appendix.meeting("2013-11-25")
    appendix.person("Kari Fjellstad", "Lia bydel")
    one = appendix.item("8/13", "Plan for neste år")
    appendix.decision("8/13", one, "Planen vart vedteken samrøystes.", vote={"unanimous": True, "by": []})
    appendix.action("8/13", one, "Ola lagar møteplan.", ["Ola Bergheim"], "2013-12-15")
    return [main, appendix]


def mandate(name: str) -> Paper:
    paper = Paper(name, "mandate", "Arbeidsgruppa for tilgjengelighet", title="Mandat for arbeidsgruppa", year=2012)
    paper.add("tasks", number="1", text="Kartlegge hindringer i offentlige bygg.")
    paper.add("sections", number="1", title="Bakgrunn", page=1)
    return paper


def notice(name: str) -> Paper:
    paper = Paper(name, "notice", "Brukerrådet i Lia bydel", title="Innkalling")
    paper.meeting("2013-06-17", start="10:00")
    paper.item("3/13", "Rullestolrampe ved biblioteket", status="listed")
    return paper


HOSTILE = '<script>alert("x")</script>'


def hostile(name: str) -> Paper:
    paper = Paper(name, "minutes", f"Utvalg {HOSTILE}", title=f"{HOSTILE} & <b>fet</b>")
    paper.meeting("2015-03-03", place=HOSTILE)
    paper.person(f"Ondsinn {HOSTILE}", f"<img src=x onerror=alert(1)> {HOSTILE}", note='" onmouseover="alert(1)')
    one = paper.item("1", f"{{{{ 7*7 }}}} {HOSTILE}", presenter=HOSTILE)
    paper.decision("1", one, f"Vedtak {HOSTILE} {{% raw %}} \u202e\x07 *stjerne* [lenke](javascript:alert(1))")
    paper.action("1", one, '=HYPERLINK("http://example.invalid")', [f"@{HOSTILE}"], "2015-04-01", due_text="+1")
    return paper


def build(folder: Path) -> Path:
    """Make the archive in `folder/archive`, with originals named (not made) in `folder/papers`; gives its path."""
    archive, papers = folder / "archive", folder / "papers"
    names = {
        "spring": "2013-04-22 referat.pdf",
        "summer": "2013-06-17.pdf",
        "closed": "nemnd.pdf",
        "report": "årsmelding 2013.pdf",
        "mandate": "mandat.pdf",
        "notice": "innkalling.pdf",
        "hostile": "<img src=x onerror=alert(1)> 100% #1.pdf",
    }
    paths = {key: papers / name for key, name in names.items()}
    cue = message("cue_not_covered", text="Fristen er satt")
    spring_issues = [issue("cue_not_covered", "doubt", cue, "Fristen er satt"), issue("no_such_code", "note", "Eldre.")]
    secret_issue = issue("cue_not_covered", "doubt", message("cue_not_covered", text=SECRET), SECRET)
    hostile_issue = issue("name_not_understood", "doubt", f"Navn: {HOSTILE}", HOSTILE)
    scan_issue = issue("needs_ocr", "doubt", message("needs_ocr", page="1"))
    bad = SourceFile(str(papers / "låst.pdf"), "låst.pdf", sha256(b"bad").hexdigest(), 99, "application/pdf")
    outcomes = [
        outcome(paths["spring"], [spring("spring")], spring_issues),
        outcome(paths["summer"], [summer("summer")], [secret_issue]),
        outcome(paths["closed"], [closed("closed")]),
        outcome(paths["report"], report("report")),
        outcome(paths["mandate"], [mandate("mandate")]),
        outcome(paths["notice"], [notice("notice")]),
        outcome(paths["hostile"], [hostile("hostile")], [hostile_issue]),
        outcome(papers / "skann.pdf", [], [scan_issue], Status.NEEDS_OCR),
        failure(bad, Status.ENCRYPTED, "encrypted"),
    ]
    fill(archive, outcomes)
    return archive


def fill(archive: Path, outcomes: list[Outcome]) -> None:
    """Store outcomes as an import would, and link them."""
    with lock(archive, create=True), opened_archive(archive, create=True) as db:
        run = Run(db, "import", "0.1.0+test")
        for entry in outcomes:
            put(db, entry, [Arrival(entry.source.path, entry.source.name)], run)
        link(db)
        run.finish("{}")
