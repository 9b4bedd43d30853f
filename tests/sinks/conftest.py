"""A record with something in every field, and what stands beside it."""

from datetime import UTC, datetime

import pytest

from pipeline.records import Failure, Record
from pipeline.sinks import Database
from pipeline.sinks.rows import rows_of

TEXT = "Westmarch Police is good at preventing crime. “We will improve,” said Ada Holm."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _made(text=TEXT, id_="sha256:1", source="inbox/westmarch.txt"):
    graded = {
        "area": "preventing_crime",
        "area_label": "Preventing crime",
        "grade": "good",
        "grade_label": "good",
        "evidence": [span("good at preventing crime")],
        "rule": "grades.sentence",
    }
    return Record.model_validate(
        {
            "document": {
                "id": id_,
                "source": source,
                "media_type": "text/plain",
                "kind": "news_article",
                "title": None,
                "publisher": "The Westmarch Echo",
                "authors": ["Ben Ash"],
                "published": "2024-05-02",
                "url": None,
                "language": "en",
                "text": text,
                "blocks": [{"type": "paragraph", "level": None, "start": 0, "end": 9}],
            },
            "sections": [
                {"heading": None, "level": None, "kind": "lead", "start": 0, "end": 9}
            ],
            "inspections": [
                {
                    "inspectorate": "hmicfrs",
                    "framework": "peel-2023-25",
                    "programme": "peel",
                    "body": {
                        "id": "westmarch",
                        "name": "Westmarch Police",
                        "type": "police_force",
                        "evidence": [span("Westmarch Police")],
                    },
                    "inspected_from": None,
                    "inspected_to": None,
                    "published": "2024-04-30",
                    "lead_inspector": None,
                    "grades": [graded | {"basis": "stated", "derivation": None}],
                    "previous_grades": [graded | {"when": "2021"}],
                    "tallies": [
                        {
                            "grade": "good",
                            "count": 1,
                            "evidence": [span("good")],
                            "rule": "tallies.sentence",
                        }
                    ],
                }
            ],
            "quotes": [
                {
                    "kind": "direct",
                    "text": "We will improve,",
                    "parts": [span("We will improve,")],
                    "cue": span("said"),
                    "speaker": {
                        "name": "Ada Holm",
                        "role": None,
                        "organisation": None,
                        "mention": span("Ada Holm"),
                        "resolved_by": "cue",
                    },
                    "section": 0,
                    "repeats": None,
                    "rule": "quotes.cue",
                },
                {
                    "kind": "mixed",
                    "text": "improve",
                    "parts": [span("improve")],
                    "cue": None,
                    "speaker": None,
                    "section": None,
                    "repeats": 0,
                    "rule": "quotes.mixed",
                },
            ],
            "issues": [
                {
                    "code": "unattributed_quote",
                    "severity": "warning",
                    "message": "nobody is named",
                    "evidence": [span("improve")],
                }
            ],
            "extractor": {"name": "gradewright", "version": "0"},
        },
        strict=False,
    )


@pytest.fixture
def made():
    """Makes such a record; its text may only be added to at the end."""
    return _made


@pytest.fixture
def record():
    return _made()


@pytest.fixture
def failure():
    return Failure(
        source="inbox/empty.txt",
        error="EmptyInput",
        cause="the file is empty",
        remedy="fetch it again",
    )


RUN = {
    "started": datetime(2024, 5, 3, 12, tzinfo=UTC),
    "status": "running",
    "process": "process 1 on here",
    "version": "0",
    "data_digest": "0",
    "inputs": ["inbox"],
    "targets": [],
}


def _store(database, *outcomes, run=None, together=False):
    """Write records and failures as a run of their own does."""
    number = database.begin(RUN | (run or {}))
    several = []
    for outcome in outcomes:
        failed = isinstance(outcome, Failure)
        entry = {
            "source": outcome.source if failed else outcome.document.source,
            "digest": "sha256:0",
            "version": "0",
            "data_digest": "0",
            "outcome": "failure" if failed else "record",
            "document_id": None if failed else outcome.document.id,
            "run": number,
            "finished": RUN["started"],
        }
        several.append(rows_of(outcome) | {"inputs": [entry]})
    for some in [several] if together else [[one] for one in several]:
        database.write(*some)
    database.end(number, {"status": "done", "summary": {}})


@pytest.fixture
def store():
    """Writes records and failures as a run of its own does."""
    return _store


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path):
    """Where to store: each kind of database in turn, empty."""
    if request.param == "sqlite":
        return str(tmp_path / "new" / "gradewright.db")
    return request.getfixturevalue("postgres").empty()


@pytest.fixture
def database(target):
    with Database(target) as opened:
        yield opened
