CREATE TABLE documents (
	id TEXT NOT NULL,
	source TEXT NOT NULL,
	media_type TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT,
	publisher TEXT,
	authors JSONB NOT NULL,
	published DATE,
	url TEXT,
	language TEXT,
	text TEXT NOT NULL,
	schema_version TEXT NOT NULL,
	extractor_version TEXT NOT NULL,
	possible_misses INTEGER,
	CONSTRAINT pk_documents PRIMARY KEY (id)
);

CREATE INDEX ix_documents_source ON documents (source);

COMMENT ON TABLE documents IS 'one row for each document that was read';

COMMENT ON COLUMN documents.id IS 'sha256 of the bytes as received';

COMMENT ON COLUMN documents.source IS 'path or address it was read from';

COMMENT ON COLUMN documents.kind IS 'news_article, inspection_report, …';

COMMENT ON COLUMN documents.authors IS 'list of names';

COMMENT ON COLUMN documents.text IS 'what every offset counts in';

COMMENT ON COLUMN documents.possible_misses IS 'sentences near a grade, and quotations, that the record does not use';

CREATE TABLE failures (
	source TEXT NOT NULL,
	error TEXT NOT NULL,
	cause TEXT NOT NULL,
	remedy TEXT NOT NULL,
	CONSTRAINT pk_failures PRIMARY KEY (source)
);

COMMENT ON TABLE failures IS 'documents that gave no record when they were last tried';

COMMENT ON COLUMN failures.source IS 'as the user named it';

CREATE TABLE runs (
	id INTEGER NOT NULL,
	started TIMESTAMP WITH TIME ZONE NOT NULL,
	finished TIMESTAMP WITH TIME ZONE,
	status TEXT NOT NULL,
	process TEXT NOT NULL,
	version TEXT NOT NULL,
	data_digest TEXT NOT NULL,
	inputs JSONB NOT NULL,
	targets JSONB NOT NULL,
	summary JSONB,
	CONSTRAINT pk_runs PRIMARY KEY (id),
	CONSTRAINT ck_runs_status CHECK (status IN ('running', 'done', 'interrupted', 'failed'))
);

COMMENT ON TABLE runs IS 'each run that wrote here';

COMMENT ON COLUMN runs.finished IS 'null while it runs, or where it was killed';

COMMENT ON COLUMN runs.process IS 'who runs, or ran: host and id';

COMMENT ON COLUMN runs.version IS 'of the extractor';

COMMENT ON COLUMN runs.data_digest IS 'of all data files';

COMMENT ON COLUMN runs.inputs IS 'as the user named them';

COMMENT ON COLUMN runs.targets IS 'where to, files as full paths';

COMMENT ON COLUMN runs.summary IS 'what it came to, as in run.json';

CREATE TABLE records (
	document_id TEXT NOT NULL,
	record JSONB NOT NULL,
	CONSTRAINT pk_records PRIMARY KEY (document_id),
	CONSTRAINT fk_records_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

COMMENT ON TABLE records IS 'the whole record as JSON; text and source stand in documents';

COMMENT ON COLUMN records.document_id IS 'whose row this is';

COMMENT ON COLUMN records.record IS 'without its text and source';

CREATE TABLE inspections (
	document_id TEXT NOT NULL,
	inspection INTEGER NOT NULL,
	inspectorate TEXT,
	framework TEXT,
	programme TEXT,
	body_id TEXT,
	body_name TEXT NOT NULL,
	body_type TEXT,
	inspected_from DATE,
	inspected_to DATE,
	published DATE,
	lead_inspector TEXT,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	CONSTRAINT pk_inspections PRIMARY KEY (document_id, inspection),
	CONSTRAINT fk_inspections_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX ix_inspections_body_type_body_id ON inspections (body_type, body_id);

COMMENT ON TABLE inspections IS 'one inspection of one body that a document is about';

COMMENT ON COLUMN inspections.document_id IS 'whose row this is';

COMMENT ON COLUMN inspections.inspection IS 'its place in the record, from 0';

COMMENT ON COLUMN inspections.inspectorate IS 'slug';

COMMENT ON COLUMN inspections.framework IS 'slug; null where only the programme is sure';

COMMENT ON COLUMN inspections.programme IS 'slug';

COMMENT ON COLUMN inspections.body_id IS 'null for a body that no register lists';

COMMENT ON COLUMN inspections.published IS 'of the inspection''s report';

COMMENT ON COLUMN inspections.evidence_text IS 'the governing words';

COMMENT ON COLUMN inspections.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN inspections.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN inspections.evidence IS 'all spans: start, end, text';

CREATE TABLE people (
	document_id TEXT NOT NULL,
	person INTEGER NOT NULL,
	name TEXT,
	role TEXT,
	organisation TEXT,
	CONSTRAINT pk_people PRIMARY KEY (document_id, person),
	CONSTRAINT fk_people_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX ix_people_name ON people (name);

COMMENT ON TABLE people IS 'who speaks in a document';

COMMENT ON COLUMN people.document_id IS 'whose row this is';

COMMENT ON COLUMN people.person IS 'in order of their first quote in the document, from 0';

COMMENT ON COLUMN people.name IS 'null for a group or an unnamed voice';

CREATE TABLE issues (
	document_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	severity TEXT NOT NULL,
	message TEXT NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	CONSTRAINT pk_issues PRIMARY KEY (document_id, position),
	CONSTRAINT ck_issues_severity CHECK (severity IN ('info', 'warning', 'error')),
	CONSTRAINT fk_issues_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX ix_issues_code ON issues (code);

COMMENT ON TABLE issues IS 'what in the source does not add up';

COMMENT ON COLUMN issues.document_id IS 'whose row this is';

COMMENT ON COLUMN issues.position IS 'its place in the record, from 0';

COMMENT ON COLUMN issues.evidence_text IS 'the governing words';

COMMENT ON COLUMN issues.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN issues.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN issues.evidence IS 'all spans: start, end, text';

CREATE TABLE inputs (
	source TEXT NOT NULL,
	digest TEXT NOT NULL,
	version TEXT NOT NULL,
	data_digest TEXT NOT NULL,
	outcome TEXT NOT NULL,
	document_id TEXT,
	run INTEGER NOT NULL,
	finished TIMESTAMP WITH TIME ZONE NOT NULL,
	retrieved TIMESTAMP WITH TIME ZONE,
	etag TEXT,
	last_modified TEXT,
	CONSTRAINT pk_inputs PRIMARY KEY (source),
	CONSTRAINT ck_inputs_outcome CHECK (outcome IN ('record', 'failure')),
	CONSTRAINT ck_inputs_document_id CHECK ((outcome = 'record') = (document_id IS NOT NULL)),
	CONSTRAINT fk_inputs_runs FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_inputs_document_id ON inputs (document_id);

COMMENT ON TABLE inputs IS 'the ledger: what was done with which bytes, and by which version';

COMMENT ON COLUMN inputs.source IS 'path or address';

COMMENT ON COLUMN inputs.digest IS 'sha256 of the bytes as received';

COMMENT ON COLUMN inputs.version IS 'of the extractor';

COMMENT ON COLUMN inputs.data_digest IS 'of all data files';

COMMENT ON COLUMN inputs.document_id IS 'its row in documents';

COMMENT ON COLUMN inputs.retrieved IS 'when it was fetched, for addresses';

COMMENT ON COLUMN inputs.etag IS 'what the server calls this version';

COMMENT ON COLUMN inputs.last_modified IS 'what the server says of its age';

CREATE TABLE grades (
	document_id TEXT NOT NULL,
	inspection INTEGER NOT NULL,
	position INTEGER NOT NULL,
	area TEXT,
	area_label TEXT NOT NULL,
	grade TEXT NOT NULL,
	grade_label TEXT NOT NULL,
	basis TEXT NOT NULL,
	derivation TEXT,
	rule TEXT NOT NULL,
	corrected INTEGER NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	CONSTRAINT pk_grades PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_grades_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT ck_grades_basis CHECK (basis IN ('stated', 'deduced')),
	CONSTRAINT ck_grades_derivation CHECK ((basis = 'deduced') = (derivation IS NOT NULL)),
	CONSTRAINT fk_grades_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX ix_grades_area_grade ON grades (area, grade);

COMMENT ON TABLE grades IS 'current grades';

COMMENT ON COLUMN grades.document_id IS 'whose row this is';

COMMENT ON COLUMN grades.inspection IS 'which inspection of the document';

COMMENT ON COLUMN grades.position IS 'its place in the inspection, from 0';

COMMENT ON COLUMN grades.area IS 'slug; null where no framework knows the area';

COMMENT ON COLUMN grades.grade IS 'slug of the framework''s scale';

COMMENT ON COLUMN grades.grade_label IS 'as written';

COMMENT ON COLUMN grades.basis IS 'stated or deduced';

COMMENT ON COLUMN grades.derivation IS 'from what it was deduced';

COMMENT ON COLUMN grades.rule IS 'the rule that made it';

COMMENT ON COLUMN grades.corrected IS '1 where a person put it right: see the record''s corrections';

COMMENT ON COLUMN grades.evidence_text IS 'the governing words';

COMMENT ON COLUMN grades.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN grades.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN grades.evidence IS 'all spans: start, end, text';

CREATE TABLE previous_grades (
	document_id TEXT NOT NULL,
	inspection INTEGER NOT NULL,
	position INTEGER NOT NULL,
	area TEXT,
	area_label TEXT NOT NULL,
	grade TEXT NOT NULL,
	grade_label TEXT NOT NULL,
	when_stated TEXT,
	rule TEXT NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	corrected INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_previous_grades PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_previous_grades_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT fk_previous_grades_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

COMMENT ON TABLE previous_grades IS 'grades of earlier inspections that the document mentions';

COMMENT ON COLUMN previous_grades.document_id IS 'whose row this is';

COMMENT ON COLUMN previous_grades.inspection IS 'which inspection of the document';

COMMENT ON COLUMN previous_grades.position IS 'its place in the inspection, from 0';

COMMENT ON COLUMN previous_grades.area IS 'slug; null where no framework knows the area';

COMMENT ON COLUMN previous_grades.grade IS 'slug of the framework''s scale';

COMMENT ON COLUMN previous_grades.grade_label IS 'as written';

COMMENT ON COLUMN previous_grades.when_stated IS 'year or cycle as the text has it';

COMMENT ON COLUMN previous_grades.rule IS 'the rule that made it';

COMMENT ON COLUMN previous_grades.evidence_text IS 'the governing words';

COMMENT ON COLUMN previous_grades.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN previous_grades.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN previous_grades.evidence IS 'all spans: start, end, text';

COMMENT ON COLUMN previous_grades.corrected IS '1 where a person put it right: see the record''s corrections';

CREATE TABLE tallies (
	document_id TEXT NOT NULL,
	inspection INTEGER NOT NULL,
	position INTEGER NOT NULL,
	grade TEXT NOT NULL,
	areas INTEGER NOT NULL,
	rule TEXT NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	corrected INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_tallies PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_tallies_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT ck_tallies_areas CHECK (areas >= 0),
	CONSTRAINT fk_tallies_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

COMMENT ON TABLE tallies IS 'counts that the text itself states';

COMMENT ON COLUMN tallies.document_id IS 'whose row this is';

COMMENT ON COLUMN tallies.inspection IS 'which inspection of the document';

COMMENT ON COLUMN tallies.position IS 'its place in the inspection, from 0';

COMMENT ON COLUMN tallies.grade IS 'slug of the framework''s scale';

COMMENT ON COLUMN tallies.areas IS 'how many, as the text says';

COMMENT ON COLUMN tallies.rule IS 'the rule that made it';

COMMENT ON COLUMN tallies.evidence_text IS 'the governing words';

COMMENT ON COLUMN tallies.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN tallies.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN tallies.evidence IS 'all spans: start, end, text';

COMMENT ON COLUMN tallies.corrected IS '1 where a person put it right: see the record''s corrections';

CREATE TABLE quotes (
	document_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	person INTEGER,
	resolved_by TEXT,
	cue TEXT,
	section TEXT,
	repeats INTEGER,
	rule TEXT NOT NULL,
	corrected INTEGER NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence JSONB NOT NULL,
	CONSTRAINT pk_quotes PRIMARY KEY (document_id, position),
	CONSTRAINT fk_quotes_people FOREIGN KEY(document_id, person) REFERENCES people (document_id, person) ON DELETE CASCADE,
	CONSTRAINT ck_quotes_kind CHECK (kind IN ('direct', 'mixed', 'indirect')),
	CONSTRAINT ck_quotes_resolved_by CHECK ((person IS NULL) = (resolved_by IS NULL)),
	CONSTRAINT fk_quotes_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

COMMENT ON TABLE quotes IS 'what was said, and by whom';

COMMENT ON COLUMN quotes.document_id IS 'whose row this is';

COMMENT ON COLUMN quotes.position IS 'its place in the record, from 0';

COMMENT ON COLUMN quotes.text IS 'without the outer marks';

COMMENT ON COLUMN quotes.person IS 'who says it, in people; null: not resolved';

COMMENT ON COLUMN quotes.resolved_by IS 'how the speaker was found';

COMMENT ON COLUMN quotes.cue IS 'the word of speech, as written';

COMMENT ON COLUMN quotes.section IS 'the heading it stands under';

COMMENT ON COLUMN quotes.repeats IS 'position of the quote it says again';

COMMENT ON COLUMN quotes.rule IS 'the rule that made it';

COMMENT ON COLUMN quotes.corrected IS '1 where a person put it right: see the record''s corrections';

COMMENT ON COLUMN quotes.evidence_text IS 'the governing words';

COMMENT ON COLUMN quotes.starts_at IS 'where they start in documents.text';

COMMENT ON COLUMN quotes.ends_at IS 'where they end, exclusive';

COMMENT ON COLUMN quotes.evidence IS 'all spans: start, end, text';

CREATE VIEW dated_grades AS
SELECT
    g.document_id,
    g.inspection,
    g.position,
    i.inspectorate,
    i.programme,
    i.framework,
    i.body_type,
    COALESCE(i.body_id, i.body_name) AS body,
    i.body_name,
    COALESCE(g.area, g.area_label) AS area,
    g.area_label,
    g.grade,
    g.basis,
    COALESCE(i.published, i.inspected_to, d.published) AS dated
FROM grades AS g
JOIN inspections AS i
    ON i.document_id = g.document_id AND i.inspection = g.inspection
JOIN documents AS d ON d.id = g.document_id;

CREATE VIEW newest_grades AS
SELECT *
FROM (
    SELECT
        dated_grades.*,
        ROW_NUMBER() OVER (
            PARTITION BY body_type, body, programme, area
            ORDER BY
                dated DESC NULLS LAST,
                CASE basis WHEN 'stated' THEN 0 ELSE 1 END,
                document_id,
                inspection,
                position
        ) AS place
    FROM dated_grades
) AS ranked
WHERE place = 1;

CREATE VIEW changes AS
SELECT
    document_id,
    body_type,
    body,
    body_name,
    programme,
    area,
    area_label,
    earlier_grade,
    CAST(earlier_dated AS TEXT) AS earlier_dated,
    grade,
    dated,
    'two documents' AS known_from
FROM (
    SELECT
        dated_grades.*,
        LAG(grade) OVER in_time AS earlier_grade,
        LAG(dated) OVER in_time AS earlier_dated
    FROM dated_grades
    WHERE dated IS NOT NULL
    WINDOW in_time AS (
        PARTITION BY body_type, body, programme, area
        ORDER BY dated, document_id, inspection, position
    )
) AS in_order
WHERE grade <> earlier_grade AND dated > earlier_dated
UNION ALL
SELECT
    n.document_id,
    n.body_type,
    n.body,
    n.body_name,
    n.programme,
    n.area,
    n.area_label,
    p.grade,
    p.when_stated,
    n.grade,
    n.dated,
    'one document'
FROM dated_grades AS n
JOIN previous_grades AS p
    ON p.document_id = n.document_id
    AND p.inspection = n.inspection
    AND COALESCE(p.area, p.area_label) = n.area
WHERE p.grade <> n.grade;
