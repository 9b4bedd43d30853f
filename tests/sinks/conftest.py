"""A record with something in every field, and what stands beside it."""

import pytest

from pipeline.records import Failure, Record

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
