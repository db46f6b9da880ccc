"""The views that pages, digests and other programs read, as data: name -> the SELECT behind it.

One view for each kind of line that a page shows, with everything the line needs: the document it stands in, the
meeting's day and body, the agenda item, the page and the path of the original. No view knows what day it is, so the
same archive gives the same rows; whether an action is overdue is worked out by the reader of `v_action`.

What is exempt from public access (an agenda item marked so, and everything under it, or a closed meeting) leaves these
views without its words: `withheld` is 1 and the text, the points, the vote, the sums and the quote are null. Pages can
therefore not publish by mistake what they never receive. The tables keep the words, for those who hold the archive.

What is shown is one document of each: earlier versions of a file and documents that say the same as another stand in
`v_superseded`, and in no other view and no count: `shown` is the document that stands for it, `reason` why.

The views stand in an order in which each needs only the ones before it.
"""

from __future__ import annotations

_WHERE = """d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type"""
"""What every fact says of the document it stands in."""

_WITHHELD = """(COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.')))"""
"""True for a fact of a closed meeting, of an exempt item, or of a numbered part of one."""

_HELD = """EXISTS (SELECT 1 FROM v_restricted k WHERE k.source_file = s.source_file
    AND (s.document IS NULL OR k.document = s.document))"""
"""True for an issue of a document with something exempt in it: no line of it can be told from the exempt ones."""

_OPEN = " WHERE COALESCE(d.closed, 0) = 0"
"""Ends a view of what only reports and mandates have: of a closed one there is nothing."""

_OF_ACTION = """EXISTS (SELECT 1 FROM action_item a WHERE a.document = r.document AND a.due = r.date
    AND (a.text = r.text OR a.quote = r.quote))"""
"""True for a deadline that is an action's due date, told by the action already."""

_OWN = "r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin"


def _facts(table: str, shown: str, hidden: str, item_id: str = "r.item_id") -> str:
    """A view of facts that belong to agenda items: SQL columns `shown`, and names `hidden` where withheld.

    The agenda item is the one with the fact's `item_id`, else the first with its number in the same document.
    """
    covered = ", ".join(f"CASE WHEN {_WITHHELD} THEN NULL ELSE r.{name} END AS {name}" for name in hidden.split())
    return f"""
        SELECT {_OWN}, {shown}, {covered}, {_WITHHELD} AS withheld, i.id AS agenda_item, i.series,
          COALESCE(i.number, r.item) AS item_number, i.title AS item_title,
          json_extract(i.exempt, '$.statute') AS statute, {_WHERE}
        FROM {table} r JOIN v_document d ON d.id = r.document LEFT JOIN agenda_item i ON i.id = COALESCE({item_id}, (
          SELECT x.id FROM agenda_item x WHERE x.document = r.document AND x.number = r.item
          ORDER BY x.position LIMIT 1))"""


def _plain(table: str, shown: str) -> str:
    """A view of facts that stand on their own in a document."""
    return f"SELECT {_OWN}, r.quote, {shown}, {_WHERE} FROM {table} r JOIN v_document d ON d.id = r.document"


def _of_document(columns: str) -> str:
    """Columns of the issue's document, each looked up by itself: SQLite would read all of a left-joined view."""
    split = (column.partition(" AS ") for column in columns.split(", "))
    return ", ".join(
        f"(SELECT d.{name} FROM v_document d WHERE d.id = s.document) AS {alias or name}" for name, _, alias in split
    )


def _entries(column: str, fields: str) -> str:
    """A view of the records that a document keeps as JSON in `column`."""
    values = ", ".join(f"json_extract(e.value, '$.{name}') AS {name}" for name in fields.split())
    return f"""
        SELECT d.id AS document, e.key AS position, {values},
          COALESCE(json_extract(e.value, '$.source.page'), json_extract(e.value, '$.page')) AS page,
          json_extract(e.value, '$.source.quote') AS quote, d.path, d.media_type, d.body_id, d.year
        FROM v_document d, json_each(d.{column}) e{_OPEN}"""


VIEWS: dict[str, str] = {
    "v_file": """
        SELECT f.id, f.size, f.media_type, f.pages, f.outcome, f.text_from, f.engine, f.imported, n.path, n.name,
          COALESCE(n.current, 0) = 0 AS superseded,
          (SELECT count(*) FROM file_name x WHERE x.source_file = f.id AND x.current = n.current) AS names,
          (SELECT count(*) FROM document d WHERE d.source_file = f.id) AS documents,
          (SELECT count(*) FROM issue s WHERE s.source_file = f.id) AS issues,
          (SELECT count(*) FROM issue s WHERE s.source_file = f.id AND s.severity <> 'note') AS doubts,
          n.current = 1 AND f.outcome NOT IN ('ok', 'ok_disagree', 'repaired') AS needs_person
        FROM source_file f LEFT JOIN file_name n ON n.source_file = f.id AND n.path = (
          SELECT x.path FROM file_name x WHERE x.source_file = f.id ORDER BY x.current DESC, x.path LIMIT 1)""",
    "v_current": """
        SELECT d.id FROM document d
        WHERE EXISTS (SELECT 1 FROM file_name n WHERE n.source_file = d.source_file AND n.current = 1)
          AND NOT EXISTS (SELECT 1 FROM document_copy c WHERE c.document = d.id)""",
    "v_document": """
        SELECT d.id, d.source_file, d.ordinal, d.kind, d.language, d.title, d.body, d.first_page, d.last_page,
          CASE WHEN d.kind IN ('minutes', 'notice') THEN CAST(substr(m.date, 1, 4) AS INTEGER)
            ELSE COALESCE(d.year, CAST(substr(d.published, 1, 4) AS INTEGER)) END AS year,
          d.published, d.authors, d.meetings_held, d.functions, d.tables, d.tasks, d.approves,
          d.series, d.box, d.access,
          b.id AS body_id, COALESCE(b.name, d.body) AS body_name,
          CASE WHEN d.kind IN ('minutes', 'notice') THEN m.date ELSE d.published END AS date,
          m.end_date, m.start, m."end" AS end_time, m.place, m.number,
          CASE WHEN d.closed = 1 THEN 1 ELSE m.closed END AS closed, m.page AS meeting_page,
          m.quote AS meeting_quote, m.basis AS meeting_basis, m.origin AS meeting_origin,
          f.path, f.name AS file_name, f.media_type, f.outcome, f.text_from,
          (SELECT count(*) FROM attendance a WHERE a.document = d.id AND a.status = 'present') AS present,
          (SELECT count(*) FROM attendance a WHERE a.document = d.id AND a.status = 'absent') AS absent,
          (SELECT count(*) FROM agenda_item a WHERE a.document = d.id) AS agenda_items,
          (SELECT count(*) FROM decision a WHERE a.document = d.id) AS decisions,
          (SELECT count(*) FROM action_item a WHERE a.document = d.id) AS actions,
          (SELECT count(*) FROM deadline a WHERE a.document = d.id) AS deadlines,
          (SELECT count(*) FROM issue a WHERE a.document = d.id) AS issues,
          (SELECT min(a.date) FROM next_meeting a WHERE a.document = d.id) AS next_date
        FROM document d JOIN v_file f ON f.id = d.source_file
          LEFT JOIN meeting m ON m.id = (
            SELECT x.id FROM meeting x WHERE x.document = d.id ORDER BY x.position, x.id LIMIT 1)
          LEFT JOIN document_body db ON db.document = d.id LEFT JOIN body b ON b.id = db.body
        WHERE d.id IN (SELECT id FROM v_current)""",
    "v_superseded": """
        SELECT d.id, d.kind, d.title, d.source_file, d.first_page, m.date, f.path, f.name AS file_name, f.media_type,
          c.of, c.likeness,
          CASE WHEN c.of IS NOT NULL THEN c.reason WHEN n.path IS NULL THEN 'gone' ELSE 'version' END AS reason,
          COALESCE(c.of, e.of, x.id) AS shown
        FROM document d JOIN v_file f ON f.id = d.source_file LEFT JOIN document_copy c ON c.document = d.id
          LEFT JOIN meeting m ON m.document = d.id
          LEFT JOIN file_name n ON c.of IS NULL AND n.path = f.path AND n.current = 1
          LEFT JOIN document x ON x.source_file = n.source_file AND x.ordinal = d.ordinal
          LEFT JOIN document_copy e ON e.document = x.id
        WHERE d.id NOT IN (SELECT id FROM v_current)""",
    "v_neighbour": """
        SELECT id, lag(id) OVER w AS previous, lag(date) OVER w AS previous_date,
          lead(id) OVER w AS next, lead(date) OVER w AS next_date
        FROM v_document WHERE kind = 'minutes' AND body_id IS NOT NULL AND date IS NOT NULL
        WINDOW w AS (PARTITION BY body_id ORDER BY date, id)""",
    "v_attendance": f"""
        SELECT r.id, r.document, r.position, r.name, r.organisation, r.status, r.role, r.note, r.substitute_for,
          r.partial, r.page, r.quote, r.confidence, r.basis, r.origin, l.person, p.name AS person_name,
          l.organisation AS organisation_id, o.name AS organisation_name, {_WHERE}
        FROM attendance r JOIN v_document d ON d.id = r.document
          LEFT JOIN attendance_link l ON l.attendance = r.id LEFT JOIN person p ON p.id = l.person
          LEFT JOIN organisation o ON o.id = l.organisation""",
    "v_agenda_item": f"""
        SELECT r.id, r.document, r.position, r.series, r.number, r.title, r.presenter, r.status,
          r.exempt IS NOT NULL AS exempt, json_extract(r.exempt, '$.text') AS exempt_text,
          json_extract(r.exempt, '$.statute') AS statute, COALESCE(d.closed, 0) = 1 OR r.exempt IS NOT NULL AS withheld,
          r.page, r.quote, r.confidence, r.basis, r.origin, c.case_id, c.case_title, {_WHERE}
        FROM agenda_item r JOIN v_document d ON d.id = r.document LEFT JOIN case_link c ON c.agenda_item = r.id""",
    "v_decision": _facts("decision", "r.outcome", "text points vote amounts quote"),
    "v_action": _facts("action_item", "r.responsible, r.due, r.due_precision", "text due_text quote"),
    "v_responsible": """
        SELECT a.id AS action_item, e.key AS position, e.value AS name, l.person, l.organisation
        FROM action_item a, json_each(a.responsible) e
          LEFT JOIN responsible_link l ON l.action_item = a.id AND l.name = e.value""",
    "v_deadline": _facts("deadline", f"r.date AS due, r.recurring, {_OF_ACTION} AS of_action", "text quote"),
    "v_reference": _facts("reference", "r.kind, r.number", "text quote", item_id="NULL"),
    "v_next_meeting": _plain(
        "next_meeting", 'r.date AS next_date, r.start, r."end" AS end_time, r.place, r.later, r.text'
    ),
    "v_recommendation": _plain("recommendation", "r.item, r.text") + _OPEN,
    "v_section": _plain("section", "r.number, r.title, r.target_page") + _OPEN,
    "v_member": f"""
        SELECT r.id, r.document, r.position, r.name, r.organisation, r.role, r.page, r.quote, l.person,
          p.name AS person_name, l.organisation AS organisation_id, o.name AS organisation_name, {_WHERE}
        FROM member r JOIN v_document d ON d.id = r.document
          LEFT JOIN member_link l ON l.member = r.id LEFT JOIN person p ON p.id = l.person
          LEFT JOIN organisation o ON o.id = l.organisation{_OPEN}""",
    "v_function": _entries("functions", "code name"),
    "v_task": _entries("tasks", "number text"),
    "v_table": _entries("tables", "caption header rows"),
    "v_meeting_held": f"""
        SELECT e.*, (SELECT m.id FROM v_document m WHERE m.kind = 'minutes' AND m.date = e.date
          AND m.body_id = e.body_id ORDER BY m.id LIMIT 1) AS minutes
        FROM ({_entries("meetings_held", "date")}) e""",
    "v_restricted": """
        SELECT d.id AS document, d.source_file FROM document d
        WHERE d.closed = 1 OR EXISTS (SELECT 1 FROM meeting m WHERE m.document = d.id AND m.closed = 1)
          OR EXISTS (SELECT 1 FROM agenda_item i WHERE i.document = d.id AND i.exempt IS NOT NULL)""",
    "v_issue": f"""
        SELECT s.id, s.source_file, s.document, s.code, s.severity, s.page, s.first_line, s.last_line,
          CASE WHEN {_HELD} THEN NULL ELSE s.message END AS message,
          CASE WHEN {_HELD} THEN NULL ELSE s.quote END AS quote, {_HELD} AS withheld,
          {_of_document("kind AS document_kind, date, year, body_name, title AS document_title")},
          f.path, f.name AS file_name, f.media_type
        FROM issue s JOIN v_file f ON f.id = s.source_file
        WHERE NOT f.superseded AND (s.document IS NULL OR s.document IN (SELECT id FROM v_current))""",
    "v_issue_code": """
        SELECT code, severity, count(*) AS issues, count(document) AS in_documents
        FROM issue s WHERE s.document IN (SELECT id FROM v_current) OR (s.document IS NULL AND EXISTS (
          SELECT 1 FROM file_name n WHERE n.source_file = s.source_file AND n.current = 1))
        GROUP BY code, severity""",
    "v_body": """
        SELECT b.id, b.name, count(CASE WHEN d.kind = 'minutes' THEN 1 END) AS meetings,
          count(CASE WHEN d.kind = 'annual_report' THEN 1 END) AS reports, sum(d.decisions) AS decisions,
          sum(d.actions) AS actions, min(d.year) AS first_year, max(d.year) AS last_year
        FROM body b JOIN v_document d ON d.body_id = b.id GROUP BY b.id""",
    "v_person": """
        SELECT p.id, p.name, COALESCE(a.present, 0) AS present, COALESCE(a.absent, 0) AS absent,
          (SELECT count(DISTINCT r.action_item) FROM responsible_link r WHERE r.person = p.id) AS actions,
          (SELECT count(*) FROM member_link l WHERE l.person = p.id) AS memberships, a.first_year, a.last_year
        FROM person p LEFT JOIN (
          SELECT person, sum(status = 'present') AS present, sum(status = 'absent') AS absent,
            min(year) AS first_year, max(year) AS last_year
          FROM v_attendance GROUP BY person) a ON a.person = p.id""",
    "v_year_person": """
        SELECT year, person, COALESCE(person_name, name) AS name, sum(status = 'present') AS present,
          sum(status = 'absent') AS absent, count(DISTINCT body_id) AS bodies
        FROM v_attendance WHERE document_kind = 'minutes'
        GROUP BY year, COALESCE(person, name)""",
    "v_organisation": """
        SELECT o.id, o.name, o.acronym,
          (SELECT count(DISTINCT l.person) FROM attendance_link l WHERE l.organisation = o.id) AS people,
          (SELECT count(DISTINCT a.document) FROM attendance_link l JOIN attendance a ON a.id = l.attendance
            WHERE l.organisation = o.id) AS meetings,
          (SELECT count(DISTINCT r.action_item) FROM responsible_link r WHERE r.organisation = o.id) AS actions
        FROM organisation o""",
    "v_case": """
        SELECT case_id AS id, min(case_title) AS title, count(DISTINCT document) AS meetings, min(date) AS first_date,
          max(date) AS last_date, min(body_name) AS body_name
        FROM v_agenda_item WHERE case_id IS NOT NULL
        GROUP BY case_id HAVING count(DISTINCT document) > 1""",
    "v_year": """
        SELECT year, count(*) AS documents, count(CASE WHEN kind = 'minutes' THEN 1 END) AS meetings,
          count(CASE WHEN kind = 'annual_report' THEN 1 END) AS reports, sum(decisions) AS decisions,
          sum(actions) AS actions, sum(deadlines) AS deadlines, sum(issues) AS issues
        FROM v_document GROUP BY year""",
    "v_run": """
        SELECT r.id, r.started, r.finished, r.command, r.paths, r.counts, r.undone,
          (SELECT count(*) FROM import_entry e WHERE e.run = r.id) AS entries,
          (SELECT count(*) FROM import_entry e WHERE e.run = r.id
            AND e.outcome NOT IN ('ok', 'ok_disagree', 'repaired')) AS needs_person
        FROM run r""",
    "v_import_entry": """
        SELECT e.run, e.path, e.name, e.before, e.after, e.change, e.outcome, e.code, e.message, s.media_type, s.pages,
          e.outcome NOT IN ('ok', 'ok_disagree', 'repaired') AS needs_person
        FROM import_entry e LEFT JOIN source_file s ON s.id = e.after""",
    "v_total": """
        SELECT (SELECT count(*) FROM v_file WHERE NOT superseded) AS files,
          (SELECT count(*) FROM v_file WHERE needs_person) AS needs_person,
          (SELECT count(*) FROM v_document WHERE kind = 'minutes') AS meetings,
          (SELECT count(*) FROM v_document WHERE kind = 'annual_report') AS reports,
          (SELECT count(*) FROM v_decision) AS decisions,
          (SELECT count(*) FROM v_action) AS actions,
          (SELECT count(*) FROM body) AS bodies, (SELECT count(*) FROM person) AS people,
          (SELECT min(year) FROM v_document) AS first_year, (SELECT max(year) FROM v_document) AS last_year""",
}
"""Every view of the archive by name."""
