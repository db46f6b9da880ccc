-- An archive of schema 1, as the program of that time made it; people and bodies are invented.
CREATE TABLE "run" (
   "id" INTEGER PRIMARY KEY,
   "started" TEXT,
   "finished" TEXT,
   "command" TEXT,
   "version" TEXT,
   "counts" TEXT
) STRICT;
CREATE TABLE "source_file" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "size" INTEGER,
   "media_type" TEXT,
   "pages" INTEGER,
   "outcome" TEXT NOT NULL,
   "text_from" TEXT,
   "engine" TEXT,
   "run" INTEGER REFERENCES "run"("id"),
   "imported" TEXT,
   "seconds" REAL
) STRICT;
CREATE TABLE "file_name" (
   "path" TEXT NOT NULL,
   "source_file" TEXT NOT NULL REFERENCES "source_file"("id"),
   "name" TEXT NOT NULL,
   "current" INTEGER,
   "mtime" REAL,
   "seen" TEXT,
   "run" INTEGER REFERENCES "run"("id"),
   PRIMARY KEY ("path", "source_file")
) STRICT;
CREATE INDEX "idx_file_name_source_file"
    ON "file_name" ("source_file");
CREATE TABLE "page" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "source_file" TEXT NOT NULL REFERENCES "source_file"("id"),
   "number" INTEGER NOT NULL,
   "text" TEXT,
   "text_from" TEXT
) STRICT;
CREATE INDEX "idx_page_source_file"
    ON "page" ("source_file");
CREATE TABLE "document" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "source_file" TEXT NOT NULL REFERENCES "source_file"("id"),
   "ordinal" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "language" TEXT,
   "title" TEXT,
   "body" TEXT,
   "first_page" INTEGER,
   "last_page" INTEGER,
   "year" INTEGER,
   "published" TEXT,
   "authors" TEXT,
   "meetings_held" TEXT,
   "functions" TEXT,
   "tables" TEXT,
   "tasks" TEXT,
   "approves" TEXT
) STRICT;
CREATE INDEX "idx_document_source_file"
    ON "document" ("source_file");
CREATE INDEX "idx_document_kind_year"
    ON "document" ("kind", "year");
CREATE TABLE "meeting" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "date" TEXT,
   "end_date" TEXT,
   "start" TEXT,
   "end" TEXT,
   "place" TEXT,
   "number" TEXT,
   "closed" INTEGER,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_meeting_document"
    ON "meeting" ("document");
CREATE TABLE "attendance" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "name" TEXT,
   "organisation" TEXT,
   "status" TEXT,
   "role" TEXT,
   "note" TEXT,
   "substitute_for" TEXT,
   "partial" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_attendance_document"
    ON "attendance" ("document");
CREATE TABLE "agenda_item" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "series" TEXT,
   "number" TEXT,
   "title" TEXT,
   "presenter" TEXT,
   "status" TEXT,
   "exempt" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_agenda_item_document"
    ON "agenda_item" ("document");
CREATE TABLE "decision" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "item" TEXT,
   "item_id" TEXT,
   "text" TEXT,
   "points" TEXT,
   "outcome" TEXT,
   "vote" TEXT,
   "amounts" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_decision_document"
    ON "decision" ("document");
CREATE TABLE "action_item" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "item" TEXT,
   "item_id" TEXT,
   "responsible" TEXT,
   "text" TEXT,
   "due" TEXT,
   "due_text" TEXT,
   "due_precision" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_action_item_document"
    ON "action_item" ("document");
CREATE TABLE "deadline" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "item" TEXT,
   "item_id" TEXT,
   "date" TEXT,
   "text" TEXT,
   "recurring" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_deadline_document"
    ON "deadline" ("document");
CREATE TABLE "next_meeting" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "date" TEXT,
   "start" TEXT,
   "end" TEXT,
   "place" TEXT,
   "later" TEXT,
   "text" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_next_meeting_document"
    ON "next_meeting" ("document");
CREATE TABLE "reference" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "item" TEXT,
   "kind" TEXT,
   "text" TEXT,
   "year" INTEGER,
   "number" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_reference_document"
    ON "reference" ("document");
CREATE TABLE "member" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "name" TEXT,
   "organisation" TEXT,
   "role" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_member_document"
    ON "member" ("document");
CREATE TABLE "section" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "number" TEXT,
   "title" TEXT,
   "target_page" INTEGER,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_section_document"
    ON "section" ("document");
CREATE TABLE "recommendation" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "document" TEXT NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "position" INTEGER NOT NULL,
   "item" TEXT,
   "text" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER,
   "text_from" TEXT,
   "rule" TEXT,
   "confidence" REAL,
   "basis" TEXT,
   "origin" TEXT
) STRICT;
CREATE INDEX "idx_recommendation_document"
    ON "recommendation" ("document");
CREATE TABLE "issue" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "source_file" TEXT NOT NULL REFERENCES "source_file"("id"),
   "document" TEXT REFERENCES "document"("id") ON DELETE CASCADE,
   "code" TEXT NOT NULL,
   "severity" TEXT NOT NULL,
   "message" TEXT,
   "page" INTEGER,
   "quote" TEXT,
   "bbox" TEXT,
   "first_line" INTEGER,
   "last_line" INTEGER
) STRICT;
CREATE INDEX "idx_issue_source_file"
    ON "issue" ("source_file");
CREATE INDEX "idx_issue_document"
    ON "issue" ("document");
CREATE INDEX "idx_issue_code"
    ON "issue" ("code");
CREATE TABLE "body" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "slug" TEXT NOT NULL
) STRICT;
CREATE TABLE "person" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "slug" TEXT NOT NULL
) STRICT;
CREATE TABLE "organisation" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "slug" TEXT NOT NULL,
   "acronym" TEXT
) STRICT;
CREATE TABLE "document_body" (
   "document" TEXT PRIMARY KEY NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
   "body" TEXT REFERENCES "body"("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "idx_document_body_body"
    ON "document_body" ("body");
CREATE TABLE "attendance_link" (
   "attendance" TEXT PRIMARY KEY NOT NULL REFERENCES "attendance"("id") ON DELETE CASCADE,
   "person" TEXT REFERENCES "person"("id") ON DELETE CASCADE,
   "organisation" TEXT REFERENCES "organisation"("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "idx_attendance_link_person"
    ON "attendance_link" ("person");
CREATE INDEX "idx_attendance_link_organisation"
    ON "attendance_link" ("organisation");
CREATE TABLE "member_link" (
   "member" TEXT PRIMARY KEY NOT NULL REFERENCES "member"("id") ON DELETE CASCADE,
   "person" TEXT REFERENCES "person"("id") ON DELETE CASCADE,
   "organisation" TEXT REFERENCES "organisation"("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "idx_member_link_person"
    ON "member_link" ("person");
CREATE INDEX "idx_member_link_organisation"
    ON "member_link" ("organisation");
CREATE TABLE "responsible_link" (
   "action_item" TEXT NOT NULL REFERENCES "action_item"("id") ON DELETE CASCADE,
   "name" TEXT NOT NULL,
   "person" TEXT REFERENCES "person"("id") ON DELETE CASCADE,
   "organisation" TEXT REFERENCES "organisation"("id") ON DELETE CASCADE,
   PRIMARY KEY ("action_item", "name")
) STRICT;
CREATE INDEX "idx_responsible_link_person"
    ON "responsible_link" ("person");
CREATE INDEX "idx_responsible_link_organisation"
    ON "responsible_link" ("organisation");
CREATE TABLE "case_link" (
   "agenda_item" TEXT PRIMARY KEY NOT NULL REFERENCES "agenda_item"("id") ON DELETE CASCADE,
   "case_id" TEXT,
   "case_title" TEXT,
   "reason" TEXT
) STRICT;
CREATE INDEX "idx_case_link_case_id"
    ON "case_link" ("case_id");
CREATE TABLE "search_key" (
   "id" INTEGER PRIMARY KEY,
   "source_file" TEXT NOT NULL REFERENCES "source_file"("id"),
   "kind" TEXT NOT NULL,
   "record" TEXT NOT NULL,
   "day" TEXT NOT NULL,
   "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "idx_search_key_source_file"
    ON "search_key" ("source_file");
CREATE VIRTUAL TABLE search_words USING fts5(words, content='search_key', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
CREATE VIEW "v_file" AS 
        SELECT f.id, f.size, f.media_type, f.pages, f.outcome, f.text_from, f.engine, f.imported, n.path, n.name,
          COALESCE(n.current, 0) = 0 AS superseded,
          (SELECT count(*) FROM file_name x WHERE x.source_file = f.id AND x.current = n.current) AS names,
          (SELECT count(*) FROM document d WHERE d.source_file = f.id) AS documents,
          (SELECT count(*) FROM issue s WHERE s.source_file = f.id) AS issues,
          (SELECT count(*) FROM issue s WHERE s.source_file = f.id AND s.severity <> 'note') AS doubts,
          n.current = 1 AND f.outcome NOT IN ('ok', 'ok_disagree', 'repaired') AS needs_person
        FROM source_file f LEFT JOIN file_name n ON n.source_file = f.id AND n.path = (
          SELECT x.path FROM file_name x WHERE x.source_file = f.id ORDER BY x.current DESC, x.path LIMIT 1);
CREATE VIEW "v_document" AS 
        SELECT d.id, d.source_file, d.ordinal, d.kind, d.language, d.title, d.body, d.first_page, d.last_page,
          CASE WHEN d.kind IN ('minutes', 'notice') THEN CAST(substr(m.date, 1, 4) AS INTEGER)
            ELSE COALESCE(d.year, CAST(substr(d.published, 1, 4) AS INTEGER)) END AS year,
          d.published, d.authors, d.meetings_held, d.functions, d.tables, d.tasks, d.approves,
          b.id AS body_id, COALESCE(b.name, d.body) AS body_name,
          CASE WHEN d.kind IN ('minutes', 'notice') THEN m.date ELSE d.published END AS date,
          m.end_date, m.start, m."end" AS end_time, m.place, m.number, m.closed, m.page AS meeting_page,
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
          LEFT JOIN document_body db ON db.document = d.id LEFT JOIN body b ON b.id = db.body;
CREATE VIEW "v_neighbour" AS 
        SELECT id, lag(id) OVER w AS previous, lag(date) OVER w AS previous_date,
          lead(id) OVER w AS next, lead(date) OVER w AS next_date
        FROM v_document WHERE kind = 'minutes' AND body_id IS NOT NULL AND date IS NOT NULL
        WINDOW w AS (PARTITION BY body_id ORDER BY date, id);
CREATE VIEW "v_attendance" AS 
        SELECT r.id, r.document, r.position, r.name, r.organisation, r.status, r.role, r.note, r.substitute_for,
          r.partial, r.page, r.quote, r.confidence, r.basis, r.origin, l.person, p.name AS person_name,
          l.organisation AS organisation_id, o.name AS organisation_name, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM attendance r JOIN v_document d ON d.id = r.document
          LEFT JOIN attendance_link l ON l.attendance = r.id LEFT JOIN person p ON p.id = l.person
          LEFT JOIN organisation o ON o.id = l.organisation;
CREATE VIEW "v_agenda_item" AS 
        SELECT r.id, r.document, r.position, r.series, r.number, r.title, r.presenter, r.status,
          r.exempt IS NOT NULL AS exempt, json_extract(r.exempt, '$.text') AS exempt_text,
          json_extract(r.exempt, '$.statute') AS statute, COALESCE(d.closed, 0) = 1 OR r.exempt IS NOT NULL AS withheld,
          r.page, r.quote, r.confidence, r.basis, r.origin, c.case_id, c.case_title, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM agenda_item r JOIN v_document d ON d.id = r.document LEFT JOIN case_link c ON c.agenda_item = r.id;
CREATE VIEW "v_decision" AS 
        SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.outcome, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.text END AS text, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.points END AS points, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.vote END AS vote, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.amounts END AS amounts, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.quote END AS quote, (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) AS withheld, i.id AS agenda_item, i.series,
          COALESCE(i.number, r.item) AS item_number, i.title AS item_title,
          json_extract(i.exempt, '$.statute') AS statute, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM decision r JOIN v_document d ON d.id = r.document LEFT JOIN agenda_item i ON i.id = COALESCE(r.item_id, (
          SELECT x.id FROM agenda_item x WHERE x.document = r.document AND x.number = r.item
          ORDER BY x.position LIMIT 1));
CREATE VIEW "v_action" AS 
        SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.responsible, r.due, r.due_precision, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.text END AS text, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.due_text END AS due_text, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.quote END AS quote, (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) AS withheld, i.id AS agenda_item, i.series,
          COALESCE(i.number, r.item) AS item_number, i.title AS item_title,
          json_extract(i.exempt, '$.statute') AS statute, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM action_item r JOIN v_document d ON d.id = r.document LEFT JOIN agenda_item i ON i.id = COALESCE(r.item_id, (
          SELECT x.id FROM agenda_item x WHERE x.document = r.document AND x.number = r.item
          ORDER BY x.position LIMIT 1));
CREATE VIEW "v_responsible" AS 
        SELECT a.id AS action_item, e.key AS position, e.value AS name, l.person, l.organisation
        FROM action_item a, json_each(a.responsible) e
          LEFT JOIN responsible_link l ON l.action_item = a.id AND l.name = e.value;
CREATE VIEW "v_deadline" AS 
        SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.date AS due, r.recurring, EXISTS (SELECT 1 FROM action_item a WHERE a.document = r.document AND a.due = r.date
    AND (a.text = r.text OR a.quote = r.quote)) AS of_action, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.text END AS text, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.quote END AS quote, (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) AS withheld, i.id AS agenda_item, i.series,
          COALESCE(i.number, r.item) AS item_number, i.title AS item_title,
          json_extract(i.exempt, '$.statute') AS statute, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM deadline r JOIN v_document d ON d.id = r.document LEFT JOIN agenda_item i ON i.id = COALESCE(r.item_id, (
          SELECT x.id FROM agenda_item x WHERE x.document = r.document AND x.number = r.item
          ORDER BY x.position LIMIT 1));
CREATE VIEW "v_reference" AS 
        SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.kind, r.number, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.text END AS text, CASE WHEN (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) THEN NULL ELSE r.quote END AS quote, (COALESCE(d.closed, 0) = 1 OR i.exempt IS NOT NULL OR EXISTS (
    SELECT 1 FROM agenda_item x WHERE x.document = r.document AND x.exempt IS NOT NULL
    AND (r.item = x.number OR substr(r.item, 1, length(x.number) + 1) = x.number || '.'))) AS withheld, i.id AS agenda_item, i.series,
          COALESCE(i.number, r.item) AS item_number, i.title AS item_title,
          json_extract(i.exempt, '$.statute') AS statute, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM reference r JOIN v_document d ON d.id = r.document LEFT JOIN agenda_item i ON i.id = COALESCE(NULL, (
          SELECT x.id FROM agenda_item x WHERE x.document = r.document AND x.number = r.item
          ORDER BY x.position LIMIT 1));
CREATE VIEW "v_next_meeting" AS SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.quote, r.date AS next_date, r.start, r."end" AS end_time, r.place, r.later, r.text, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type FROM next_meeting r JOIN v_document d ON d.id = r.document;
CREATE VIEW "v_recommendation" AS SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.quote, r.item, r.text, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type FROM recommendation r JOIN v_document d ON d.id = r.document;
CREATE VIEW "v_section" AS SELECT r.id, r.document, r.position, r.page, r.confidence, r.basis, r.origin, r.quote, r.number, r.title, r.target_page, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type FROM section r JOIN v_document d ON d.id = r.document;
CREATE VIEW "v_member" AS 
        SELECT r.id, r.document, r.position, r.name, r.organisation, r.role, r.page, r.quote, l.person,
          p.name AS person_name, l.organisation AS organisation_id, o.name AS organisation_name, d.kind AS document_kind, d.date, d.year, d.body_id, d.body_name, d.title AS document_title, d.path,
    d.file_name, d.media_type
        FROM member r JOIN v_document d ON d.id = r.document
          LEFT JOIN member_link l ON l.member = r.id LEFT JOIN person p ON p.id = l.person
          LEFT JOIN organisation o ON o.id = l.organisation;
CREATE VIEW "v_function" AS 
        SELECT d.id AS document, e.key AS position, json_extract(e.value, '$.code') AS code, json_extract(e.value, '$.name') AS name,
          COALESCE(json_extract(e.value, '$.source.page'), json_extract(e.value, '$.page')) AS page,
          json_extract(e.value, '$.source.quote') AS quote, d.path, d.media_type, d.body_id, d.year
        FROM v_document d, json_each(d.functions) e;
CREATE VIEW "v_task" AS 
        SELECT d.id AS document, e.key AS position, json_extract(e.value, '$.number') AS number, json_extract(e.value, '$.text') AS text,
          COALESCE(json_extract(e.value, '$.source.page'), json_extract(e.value, '$.page')) AS page,
          json_extract(e.value, '$.source.quote') AS quote, d.path, d.media_type, d.body_id, d.year
        FROM v_document d, json_each(d.tasks) e;
CREATE VIEW "v_table" AS 
        SELECT d.id AS document, e.key AS position, json_extract(e.value, '$.caption') AS caption, json_extract(e.value, '$.header') AS header, json_extract(e.value, '$.rows') AS rows,
          COALESCE(json_extract(e.value, '$.source.page'), json_extract(e.value, '$.page')) AS page,
          json_extract(e.value, '$.source.quote') AS quote, d.path, d.media_type, d.body_id, d.year
        FROM v_document d, json_each(d.tables) e;
CREATE VIEW "v_meeting_held" AS 
        SELECT e.*, (SELECT m.id FROM v_document m WHERE m.kind = 'minutes' AND m.date = e.date
          AND m.body_id = e.body_id ORDER BY m.id LIMIT 1) AS minutes
        FROM (
        SELECT d.id AS document, e.key AS position, json_extract(e.value, '$.date') AS date,
          COALESCE(json_extract(e.value, '$.source.page'), json_extract(e.value, '$.page')) AS page,
          json_extract(e.value, '$.source.quote') AS quote, d.path, d.media_type, d.body_id, d.year
        FROM v_document d, json_each(d.meetings_held) e) e;
CREATE VIEW "v_restricted" AS 
        SELECT d.id AS document, d.source_file FROM document d
        WHERE EXISTS (SELECT 1 FROM meeting m WHERE m.document = d.id AND m.closed = 1)
          OR EXISTS (SELECT 1 FROM agenda_item i WHERE i.document = d.id AND i.exempt IS NOT NULL);
CREATE VIEW "v_issue" AS 
        SELECT s.id, s.source_file, s.document, s.code, s.severity, s.page, s.first_line, s.last_line,
          CASE WHEN EXISTS (SELECT 1 FROM v_restricted k WHERE k.source_file = s.source_file
    AND (s.document IS NULL OR k.document = s.document)) THEN NULL ELSE s.message END AS message,
          CASE WHEN EXISTS (SELECT 1 FROM v_restricted k WHERE k.source_file = s.source_file
    AND (s.document IS NULL OR k.document = s.document)) THEN NULL ELSE s.quote END AS quote, EXISTS (SELECT 1 FROM v_restricted k WHERE k.source_file = s.source_file
    AND (s.document IS NULL OR k.document = s.document)) AS withheld,
          (SELECT d.kind FROM v_document d WHERE d.id = s.document) AS document_kind, (SELECT d.date FROM v_document d WHERE d.id = s.document) AS date, (SELECT d.year FROM v_document d WHERE d.id = s.document) AS year, (SELECT d.body_name FROM v_document d WHERE d.id = s.document) AS body_name, (SELECT d.title FROM v_document d WHERE d.id = s.document) AS document_title,
          f.path, f.name AS file_name, f.media_type
        FROM issue s JOIN v_file f ON f.id = s.source_file;
CREATE VIEW "v_issue_code" AS 
        SELECT code, severity, count(*) AS issues, count(document) AS in_documents
        FROM issue GROUP BY code, severity;
CREATE VIEW "v_body" AS 
        SELECT b.id, b.name, count(CASE WHEN d.kind = 'minutes' THEN 1 END) AS meetings,
          count(CASE WHEN d.kind = 'annual_report' THEN 1 END) AS reports, sum(d.decisions) AS decisions,
          sum(d.actions) AS actions, min(d.year) AS first_year, max(d.year) AS last_year
        FROM body b JOIN v_document d ON d.body_id = b.id GROUP BY b.id;
CREATE VIEW "v_person" AS 
        SELECT p.id, p.name, COALESCE(a.present, 0) AS present, COALESCE(a.absent, 0) AS absent,
          (SELECT count(DISTINCT r.action_item) FROM responsible_link r WHERE r.person = p.id) AS actions,
          (SELECT count(*) FROM member_link l WHERE l.person = p.id) AS memberships, a.first_year, a.last_year
        FROM person p LEFT JOIN (
          SELECT person, sum(status = 'present') AS present, sum(status = 'absent') AS absent,
            min(year) AS first_year, max(year) AS last_year
          FROM v_attendance GROUP BY person) a ON a.person = p.id;
CREATE VIEW "v_year_person" AS 
        SELECT year, person, COALESCE(person_name, name) AS name, sum(status = 'present') AS present,
          sum(status = 'absent') AS absent, count(DISTINCT body_id) AS bodies
        FROM v_attendance WHERE document_kind = 'minutes'
        GROUP BY year, COALESCE(person, name);
CREATE VIEW "v_organisation" AS 
        SELECT o.id, o.name, o.acronym,
          (SELECT count(DISTINCT l.person) FROM attendance_link l WHERE l.organisation = o.id) AS people,
          (SELECT count(DISTINCT a.document) FROM attendance_link l JOIN attendance a ON a.id = l.attendance
            WHERE l.organisation = o.id) AS meetings,
          (SELECT count(DISTINCT r.action_item) FROM responsible_link r WHERE r.organisation = o.id) AS actions
        FROM organisation o;
CREATE VIEW "v_case" AS 
        SELECT case_id AS id, min(case_title) AS title, count(DISTINCT document) AS meetings, min(date) AS first_date,
          max(date) AS last_date, min(body_name) AS body_name
        FROM v_agenda_item WHERE case_id IS NOT NULL
        GROUP BY case_id HAVING count(DISTINCT document) > 1;
CREATE VIEW "v_year" AS 
        SELECT year, count(*) AS documents, count(CASE WHEN kind = 'minutes' THEN 1 END) AS meetings,
          count(CASE WHEN kind = 'annual_report' THEN 1 END) AS reports, sum(decisions) AS decisions,
          sum(actions) AS actions, sum(deadlines) AS deadlines, sum(issues) AS issues
        FROM v_document GROUP BY year;
CREATE VIEW "v_total" AS 
        SELECT (SELECT count(*) FROM v_file WHERE NOT superseded) AS files,
          (SELECT count(*) FROM v_file WHERE needs_person) AS needs_person,
          (SELECT count(*) FROM v_document WHERE kind = 'minutes') AS meetings,
          (SELECT count(*) FROM v_document WHERE kind = 'annual_report') AS reports,
          (SELECT count(*) FROM v_decision) AS decisions,
          (SELECT count(*) FROM v_action) AS actions,
          (SELECT count(*) FROM body) AS bodies, (SELECT count(*) FROM person) AS people,
          (SELECT min(year) FROM v_document) AS first_year, (SELECT max(year) FROM v_document) AS last_year;
INSERT INTO "run" VALUES (1, '2026-12-01T02:50:20+00:00', '2026-12-01T02:50:20+00:00', 'import', '0.1.0+test', '{}');
INSERT INTO "source_file" VALUES ('6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 1234, 'application/pdf', 2, 'ok', 'text_layer', NULL, 1, '2026-12-01T02:50:20+00:00', 0.0);
INSERT INTO "source_file" VALUES ('dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 1234, 'application/pdf', 2, 'ok', 'text_layer', NULL, 1, '2026-12-01T02:50:20+00:00', 0.0);
INSERT INTO "file_name" VALUES ('/arkiv/papirer/2013-04-22 referat.pdf', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', '2013-04-22 referat.pdf', 1, NULL, '2026-12-01T02:50:20+00:00', 1);
INSERT INTO "file_name" VALUES ('/arkiv/papirer/mandat.pdf', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 'mandat.pdf', 1, NULL, '2026-12-01T02:50:20+00:00', 1);
INSERT INTO "page" VALUES ('6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53-p1', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 1, 'side en', 'text_layer');
INSERT INTO "page" VALUES ('6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53-p2', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 2, 'side to', 'text_layer');
INSERT INTO "page" VALUES ('dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8-p1', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 1, 'side en', 'text_layer');
INSERT INTO "page" VALUES ('dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8-p2', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 2, 'side to', 'text_layer');
INSERT INTO "document" VALUES ('622a494d3ea8c7ba-0', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 0, 'minutes', 'nb', 'Referat fra møte i brukerrådet', 'Brukerrådet i Lia bydel', 1, 2, 2013, NULL, NULL, NULL, NULL, NULL, NULL, '{"date":"2013-03-04","number":"2/13","remark":"uten merknader"}');
INSERT INTO "document" VALUES ('d959b638663f9a7d-0', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 0, 'mandate', 'nb', 'Mandat for arbeidsgruppa', 'Arbeidsgruppa for tilgjengelighet', 1, 2, 2012, NULL, NULL, NULL, NULL, NULL, '[{"id":"d959b638663f9a7d-0-tasks-0","source":{"page":1,"quote":"Kartlegge hindringer i offentlige bygg.","bbox":[72.0,90.0,400.0,102.0],"lines":[1,1],"text_from":"text_layer"},"rule":"by_hand","confidence":0.9,"basis":"stated","number":"1","text":"Kartlegge hindringer i offentlige bygg."}]', NULL);
INSERT INTO "meeting" VALUES ('622a494d3ea8c7ba-0-meeting', '622a494d3ea8c7ba-0', 0, '2013-04-22', NULL, '10:00', '12:30', 'Grendehuset, møterom 2', '3/13', NULL, 1, 'Dato: se over', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-0', '622a494d3ea8c7ba-0', 0, 'Kari Fjellstad', 'Lia bydel', 'present', 'chair', NULL, NULL, NULL, 1, 'Kari Fjellstad', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-1', '622a494d3ea8c7ba-0', 1, 'Ola Bergheim', 'Lia bydel', 'present', 'minute_taker', 'ref. sak 2', NULL, NULL, 1, 'Ola Bergheim', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-2', '622a494d3ea8c7ba-0', 2, 'Åse Ørnes', 'Norges Handikapforbund', 'present', NULL, NULL, NULL, '{"to_item":"2","from":null}', 1, 'Åse Ørnes', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-3', '622a494d3ea8c7ba-0', 3, 'Ingrid Zahlsen', 'Pensjonistlaget', 'present', NULL, NULL, 'Per Aas', NULL, 1, 'Ingrid Zahlsen', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-4', '622a494d3ea8c7ba-0', 4, 'Mona Lund', 'Norges Handikapforbund', 'present', NULL, NULL, NULL, NULL, 1, 'Mona Lund', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "attendance" VALUES ('622a494d3ea8c7ba-0-attendance-5', '622a494d3ea8c7ba-0', 5, 'Per Aas', 'Pensjonistlaget', 'absent', NULL, NULL, NULL, NULL, 1, 'Per Aas', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "agenda_item" VALUES ('622a494d3ea8c7ba-0-agenda-0', '622a494d3ea8c7ba-0', 0, 'Sak', '1/13', 'Godkjenning av innkalling og referat', NULL, 'treated', NULL, 1, 'Godkjenning av innkalling og referat', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "agenda_item" VALUES ('622a494d3ea8c7ba-0-agenda-1', '622a494d3ea8c7ba-0', 1, 'Sak', '2/13', 'Budsjett for aktivitetstilbudet 2014', 'Kari Fjellstad', 'treated', NULL, 1, 'Budsjett for aktivitetstilbudet 2014', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "agenda_item" VALUES ('622a494d3ea8c7ba-0-agenda-2', '622a494d3ea8c7ba-0', 2, 'Sak', '3/13', 'Rullestolrampe ved biblioteket', NULL, 'treated', NULL, 1, 'Rullestolrampe ved biblioteket', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "agenda_item" VALUES ('622a494d3ea8c7ba-0-agenda-3', '622a494d3ea8c7ba-0', 3, 'Sak', '4/13', 'Eventuelt', NULL, 'listed', NULL, 1, 'Eventuelt', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "decision" VALUES ('622a494d3ea8c7ba-0-decisions-0', '622a494d3ea8c7ba-0', 0, '1/13', '622a494d3ea8c7ba-0-agenda-0', 'Referatet fra 4. mars ble godkjent uten merknader.', NULL, 'approved', NULL, '[]', 1, 'Referatet fra 4. mars ble godkjent uten merknader.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "decision" VALUES ('622a494d3ea8c7ba-0-decisions-1', '622a494d3ea8c7ba-0', 1, '2/13', '622a494d3ea8c7ba-0-agenda-1', '1. Rådet støtter forslaget til budsjett. 2. Det settes av 125 000 kroner til turer.', '["Rådet støtter forslaget til budsjett.","Det settes av 125 000 kroner til turer."]', 'adopted', '{"unanimous":false,"for":4,"against":1,"blank":null,"by":[]}', '[125000]', 1, '1. Rådet støtter forslaget til budsjett. 2. Det settes av 125 000 kroner til turer.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "decision" VALUES ('622a494d3ea8c7ba-0-decisions-2', '622a494d3ea8c7ba-0', 2, NULL, NULL, 'Møtet hevet kl. 12.30.', NULL, 'noted', NULL, '[]', 1, 'Møtet hevet kl. 12.30.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "action_item" VALUES ('622a494d3ea8c7ba-0-actions-0', '622a494d3ea8c7ba-0', 0, '2/13', '622a494d3ea8c7ba-0-agenda-1', '["Ola Bergheim"]', 'Ola Bergheim skriver et utkast til høringssvar.', '2013-05-10', NULL, 'day', 1, 'Ola Bergheim skriver et utkast til høringssvar.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "action_item" VALUES ('622a494d3ea8c7ba-0-actions-1', '622a494d3ea8c7ba-0', 1, '2/13', '622a494d3ea8c7ba-0-agenda-1', '["Lia bydel"]', 'Lia bydel undersøker prisen på transport innen utgangen av mai.', '2013-05-31', 'utgangen av mai', 'month', 1, 'Lia bydel undersøker prisen på transport innen utgangen av mai.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'derived', 'utgangen av mai');
INSERT INTO "action_item" VALUES ('622a494d3ea8c7ba-0-actions-2', '622a494d3ea8c7ba-0', 2, '3/13', '622a494d3ea8c7ba-0-agenda-2', '["Mona Lund","Åse Ørnes"]', 'Mona følger opp saken overfor kommunen.', NULL, NULL, NULL, 1, 'Mona følger opp saken overfor kommunen.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "deadline" VALUES ('622a494d3ea8c7ba-0-deadlines-0', '622a494d3ea8c7ba-0', 0, '2/13', '622a494d3ea8c7ba-0-agenda-1', '2013-05-10', 'Frist for utkastet er 10. mai.', NULL, 1, 'Frist for utkastet er 10. mai.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "deadline" VALUES ('622a494d3ea8c7ba-0-deadlines-1', '622a494d3ea8c7ba-0', 1, '2/13', '622a494d3ea8c7ba-0-agenda-1', '2013-05-31', 'Lia bydel undersøker prisen på transport innen utgangen av mai.', NULL, 1, 'Lia bydel undersøker prisen på transport innen utgangen av mai.', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "next_meeting" VALUES ('622a494d3ea8c7ba-0-next_meeting', '622a494d3ea8c7ba-0', 0, '2013-06-17', '10:00', NULL, 'Grendehuset', '["2013-09-02"]', 'Neste møte 17. juni kl. 10', 2, 'Neste møte 17. juni kl. 10', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'derived', 'elided year');
INSERT INTO "reference" VALUES ('622a494d3ea8c7ba-0-references-0', '622a494d3ea8c7ba-0', 0, '2/13', 'case', 'jf. sak 14/12', 2012, '14/12', 1, 'jf. sak 14/12', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "section" VALUES ('d959b638663f9a7d-0-sections-0', 'd959b638663f9a7d-0', 0, '1', 'Bakgrunn', NULL, 1, 'Bakgrunn', '[72.0,90.0,400.0,102.0]', 1, 1, 'text_layer', 'by_hand', 0.9, 'stated', NULL);
INSERT INTO "body" VALUES ('arbeidsgruppa-for-tilgjengelighet', 'Arbeidsgruppa for tilgjengelighet', 'arbeidsgruppa-for-tilgjengelighet');
INSERT INTO "body" VALUES ('brukerradet-i-lia-bydel', 'Brukerrådet i Lia bydel', 'brukerradet-i-lia-bydel');
INSERT INTO "person" VALUES ('ase-ornes', 'Åse Ørnes', 'ase-ornes');
INSERT INTO "person" VALUES ('ingrid-zahlsen', 'Ingrid Zahlsen', 'ingrid-zahlsen');
INSERT INTO "person" VALUES ('kari-fjellstad', 'Kari Fjellstad', 'kari-fjellstad');
INSERT INTO "person" VALUES ('mona-lund', 'Mona Lund', 'mona-lund');
INSERT INTO "person" VALUES ('ola-bergheim', 'Ola Bergheim', 'ola-bergheim');
INSERT INTO "person" VALUES ('per-aas', 'Per Aas', 'per-aas');
INSERT INTO "organisation" VALUES ('lia-bydel', 'Lia bydel', 'lia-bydel', NULL);
INSERT INTO "organisation" VALUES ('norges-handikapforbund', 'Norges Handikapforbund', 'norges-handikapforbund', NULL);
INSERT INTO "organisation" VALUES ('pensjonistlaget', 'Pensjonistlaget', 'pensjonistlaget', NULL);
INSERT INTO "document_body" VALUES ('622a494d3ea8c7ba-0', 'brukerradet-i-lia-bydel');
INSERT INTO "document_body" VALUES ('d959b638663f9a7d-0', 'arbeidsgruppa-for-tilgjengelighet');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-0', 'kari-fjellstad', 'lia-bydel');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-1', 'ola-bergheim', 'lia-bydel');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-2', 'ase-ornes', 'norges-handikapforbund');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-3', 'ingrid-zahlsen', 'pensjonistlaget');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-4', 'mona-lund', 'norges-handikapforbund');
INSERT INTO "attendance_link" VALUES ('622a494d3ea8c7ba-0-attendance-5', 'per-aas', 'pensjonistlaget');
INSERT INTO "responsible_link" VALUES ('622a494d3ea8c7ba-0-actions-0', 'Ola Bergheim', 'ola-bergheim', NULL);
INSERT INTO "responsible_link" VALUES ('622a494d3ea8c7ba-0-actions-1', 'Lia bydel', NULL, 'lia-bydel');
INSERT INTO "responsible_link" VALUES ('622a494d3ea8c7ba-0-actions-2', 'Mona Lund', 'mona-lund', NULL);
INSERT INTO "responsible_link" VALUES ('622a494d3ea8c7ba-0-actions-2', 'Åse Ørnes', 'ase-ornes', NULL);
INSERT INTO "search_key" VALUES (1, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'decision', '622a494d3ea8c7ba-0-decisions-0', '2013-04-22', 'referatet fra 4 mars ble godkjent uten merknader');
INSERT INTO "search_key" VALUES (2, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'decision', '622a494d3ea8c7ba-0-decisions-1', '2013-04-22', '1 radet stotter forslaget til budsjett 2 det settes av 125 000 kroner til turer');
INSERT INTO "search_key" VALUES (3, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'decision', '622a494d3ea8c7ba-0-decisions-2', '2013-04-22', 'motet hevet kl 12 30');
INSERT INTO "search_key" VALUES (4, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'action_item', '622a494d3ea8c7ba-0-actions-0', '2013-04-22', 'ola bergheim skriver et utkast til horingssvar');
INSERT INTO "search_key" VALUES (5, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'action_item', '622a494d3ea8c7ba-0-actions-1', '2013-04-22', 'lia bydel undersoker prisen pa transport innen utgangen av mai');
INSERT INTO "search_key" VALUES (6, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'action_item', '622a494d3ea8c7ba-0-actions-2', '2013-04-22', 'mona folger opp saken overfor kommunen');
INSERT INTO "search_key" VALUES (7, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'agenda_item', '622a494d3ea8c7ba-0-agenda-0', '2013-04-22', 'godkjenning av innkalling og referat');
INSERT INTO "search_key" VALUES (8, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'agenda_item', '622a494d3ea8c7ba-0-agenda-1', '2013-04-22', 'budsjett for aktivitetstilbudet 2014');
INSERT INTO "search_key" VALUES (9, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'agenda_item', '622a494d3ea8c7ba-0-agenda-2', '2013-04-22', 'rullestolrampe ved biblioteket');
INSERT INTO "search_key" VALUES (10, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'agenda_item', '622a494d3ea8c7ba-0-agenda-3', '2013-04-22', 'eventuelt');
INSERT INTO "search_key" VALUES (11, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'page', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53-p1', '2013-04-22', 'side en');
INSERT INTO "search_key" VALUES (12, '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53', 'page', '6ab7c12e3469d330361fbefd359e2cc77918df3448c55f72d471c7c19ff2af53-p2', '2013-04-22', 'side to');
INSERT INTO "search_key" VALUES (13, 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 'page', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8-p1', '2012-12-31', 'side en');
INSERT INTO "search_key" VALUES (14, 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8', 'page', 'dbe98abcdc5d424d915fc00c5090a5d42a3706d0a2f7142d0a06ca3dd7720ab8-p2', '2012-12-31', 'side to');
INSERT INTO search_words(search_words) VALUES ('rebuild');
PRAGMA application_id = 1380340308;
PRAGMA user_version = 1;
