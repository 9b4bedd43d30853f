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
