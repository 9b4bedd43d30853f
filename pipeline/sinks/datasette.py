"""What Datasette shows of a database: words about its tables, and questions to ask.

`datasette outputs/gradewright.db -m outputs/gradewright.datasette.json`
"""

import json
from pathlib import Path
from typing import Any

from pipeline.sinks.exports.files import replacing
from pipeline.sinks.tables import metadata
from pipeline.sinks.views import VIEWS

QUERIES: dict[str, dict[str, str]] = {
    "worst_now": {
        "title": "The lowest grades that are in force",
        "sql": """\
SELECT body_name, area_label, grade, basis, dated, document_id
FROM newest_grades
WHERE grade IN ('inadequate', 'poor', 'unsatisfactory', 'weak', 'requires_improvement')
ORDER BY body_name, area_label""",
    },
    "body": {
        "title": "All that is known of a body",
        "sql": """\
SELECT dated, programme, area_label, grade, basis, document_id
FROM dated_grades
WHERE body_name LIKE '%' || :body || '%'
ORDER BY dated DESC, area_label""",
    },
    "said_by": {
        "title": "What someone has said",
        "sql": """\
SELECT people.name, people.role, people.organisation, quotes.text, documents.source
FROM quotes
JOIN people USING (document_id, person)
JOIN documents ON documents.id = quotes.document_id
WHERE people.name LIKE '%' || :name || '%'
ORDER BY people.name, documents.published""",
    },
    "gone_down": {
        "title": "Grades that have changed between inspections",
        "sql": """\
SELECT body_name, area_label, earlier_grade, earlier_dated, grade, dated, known_from
FROM changes
ORDER BY dated DESC, body_name""",
    },
    "to_check": {
        "title": "Documents that do not add up",
        "sql": """\
SELECT documents.source, issues.code, issues.message, issues.evidence_text
FROM issues
JOIN documents ON documents.id = issues.document_id
ORDER BY issues.severity, documents.source""",
    },
}
"""Questions by name, as Datasette calls them: canned queries; `:name` is asked for."""


def description(target: Path) -> dict[str, Any]:
    """What Datasette is told of a database."""
    tables = {
        table.name: {
            "description": table.comment,
            "columns": {
                column.name: column.comment for column in table.c if column.comment
            },
        }
        for table in metadata.sorted_tables
    }
    return {
        "title": "Gradewright",
        "description": "What is written about public inspections, as records.",
        "databases": {
            target.stem: {
                "tables": tables | {view: {} for view in VIEWS},
                "queries": QUERIES,
            }
        },
    }


def beside(target: Path) -> Path:
    """Where the description of a database stands."""
    return target.with_suffix(".datasette.json")


def describe(target: Path) -> Path:
    """Write the description beside a database; returns its path."""
    path = beside(target)
    with replacing(path) as half:
        content = json.dumps(description(target), indent=2, ensure_ascii=False)
        half.write_text(content + "\n", encoding="utf-8")
    return path
