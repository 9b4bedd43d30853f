CREATE TABLE documents (
	id TEXT NOT NULL,
	source TEXT NOT NULL,
	media_type TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT,
	publisher TEXT,
	authors TEXT NOT NULL,
	published TEXT,
	url TEXT,
	language TEXT,
	text TEXT NOT NULL,
	schema_version TEXT NOT NULL,
	extractor_version TEXT NOT NULL,
	possible_misses INTEGER,
	CONSTRAINT pk_documents PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_documents_source ON documents (source);

CREATE TABLE failures (
	source TEXT NOT NULL,
	error TEXT NOT NULL,
	cause TEXT NOT NULL,
	remedy TEXT NOT NULL,
	CONSTRAINT pk_failures PRIMARY KEY (source)
)
 STRICT;

CREATE TABLE runs (
	id INTEGER NOT NULL,
	started TEXT NOT NULL,
	finished TEXT,
	status TEXT NOT NULL,
	process TEXT NOT NULL,
	version TEXT NOT NULL,
	data_digest TEXT NOT NULL,
	inputs TEXT NOT NULL,
	targets TEXT NOT NULL,
	summary TEXT,
	CONSTRAINT pk_runs PRIMARY KEY (id),
	CONSTRAINT ck_runs_status CHECK (status IN ('running', 'done', 'interrupted', 'failed'))
)
 STRICT;

CREATE TABLE records (
	document_id TEXT NOT NULL,
	record TEXT NOT NULL,
	CONSTRAINT pk_records PRIMARY KEY (document_id),
	CONSTRAINT fk_records_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE inspections (
	document_id TEXT NOT NULL,
	inspection INTEGER NOT NULL,
	inspectorate TEXT,
	framework TEXT,
	programme TEXT,
	body_id TEXT,
	body_name TEXT NOT NULL,
	body_type TEXT,
	inspected_from TEXT,
	inspected_to TEXT,
	published TEXT,
	lead_inspector TEXT,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence TEXT NOT NULL,
	CONSTRAINT pk_inspections PRIMARY KEY (document_id, inspection),
	CONSTRAINT fk_inspections_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_inspections_body_type_body_id ON inspections (body_type, body_id);

CREATE TABLE people (
	document_id TEXT NOT NULL,
	person INTEGER NOT NULL,
	name TEXT,
	role TEXT,
	organisation TEXT,
	CONSTRAINT pk_people PRIMARY KEY (document_id, person),
	CONSTRAINT fk_people_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_people_name ON people (name);

CREATE TABLE issues (
	document_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	severity TEXT NOT NULL,
	message TEXT NOT NULL,
	evidence_text TEXT,
	starts_at INTEGER,
	ends_at INTEGER,
	evidence TEXT NOT NULL,
	CONSTRAINT pk_issues PRIMARY KEY (document_id, position),
	CONSTRAINT ck_issues_severity CHECK (severity IN ('info', 'warning', 'error')),
	CONSTRAINT fk_issues_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_issues_code ON issues (code);

CREATE TABLE inputs (
	source TEXT NOT NULL,
	digest TEXT NOT NULL,
	version TEXT NOT NULL,
	data_digest TEXT NOT NULL,
	outcome TEXT NOT NULL,
	document_id TEXT,
	run INTEGER NOT NULL,
	finished TEXT NOT NULL,
	retrieved TEXT,
	etag TEXT,
	last_modified TEXT,
	CONSTRAINT pk_inputs PRIMARY KEY (source),
	CONSTRAINT ck_inputs_outcome CHECK (outcome IN ('record', 'failure')),
	CONSTRAINT ck_inputs_document_id CHECK ((outcome = 'record') = (document_id IS NOT NULL)),
	CONSTRAINT fk_inputs_runs FOREIGN KEY(run) REFERENCES runs (id)
)
 STRICT;

CREATE INDEX ix_inputs_document_id ON inputs (document_id);

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
	evidence TEXT NOT NULL,
	CONSTRAINT pk_grades PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_grades_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT ck_grades_basis CHECK (basis IN ('stated', 'deduced')),
	CONSTRAINT ck_grades_derivation CHECK ((basis = 'deduced') = (derivation IS NOT NULL)),
	CONSTRAINT fk_grades_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_grades_area_grade ON grades (area, grade);

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
	evidence TEXT NOT NULL,
	corrected INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_previous_grades PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_previous_grades_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT fk_previous_grades_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

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
	evidence TEXT NOT NULL,
	corrected INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_tallies PRIMARY KEY (document_id, inspection, position),
	CONSTRAINT fk_tallies_inspections FOREIGN KEY(document_id, inspection) REFERENCES inspections (document_id, inspection) ON DELETE CASCADE,
	CONSTRAINT ck_tallies_areas CHECK (areas >= 0),
	CONSTRAINT fk_tallies_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

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
	evidence TEXT NOT NULL,
	CONSTRAINT pk_quotes PRIMARY KEY (document_id, position),
	CONSTRAINT fk_quotes_people FOREIGN KEY(document_id, person) REFERENCES people (document_id, person) ON DELETE CASCADE,
	CONSTRAINT ck_quotes_kind CHECK (kind IN ('direct', 'mixed', 'indirect')),
	CONSTRAINT ck_quotes_resolved_by CHECK ((person IS NULL) = (resolved_by IS NULL)),
	CONSTRAINT fk_quotes_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 STRICT;

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
