"""A corpus of one document, its gold, and the record that says the same."""

import hashlib
import json

import pytest

from pipeline.records import Record

TEXT = "Northshire Police was judged."
SPAN = {"start": 0, "end": 10, "text": "Northshire"}
GOLD = {
    "id": "northshire",
    "file": "article.txt",
    "document": {"kind": "news_article", "published": "2023-05-04"},
    "inspections": [
        {
            "inspectorate": "hmicfrs",
            "programme": "peel",
            "body": {"name": "Northshire Police", "aliases": ["Northshire"]},
            "grades": [
                {
                    "area": ["preventing crime", "crime prevention"],
                    "grade": "good",
                    "basis": "stated",
                },
                {
                    "area": ["managing offenders"],
                    "grade": "adequate",
                    "basis": "deduced",
                },
            ],
            "previous_grades": [{"area": ["preventing crime"], "grade": "inadequate"}],
            "tallies": [{"grade": "good", "count": 1}],
        }
    ],
    "quotes": [
        {
            "text": "We have listened to every word that the inspectors wrote.",
            "kind": "direct",
            "speaker": {
                "name": "Zoë O’Hara-Lunn",
                "role": "chief constable",
                "organisation": "Northshire Police",
            },
        },
        {
            "text": "slow to answer",
            "kind": "mixed",
            "speaker": {"role": "inspectors", "organisation": "HMICFRS"},
        },
        {"text": "so they say", "kind": "direct", "speaker": {}, "optional": True},
    ],
    "issues": [{"code": "tally_mismatch"}],
}


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


@pytest.fixture
def record():
    """The record as a dict, to be spoilt and validated."""

    def grade(gold, **more):
        return {
            "area": gold["area"][0].replace(" ", "_"),
            "area_label": gold["area"][-1].capitalize(),
            "grade": gold["grade"],
            "grade_label": gold["grade"],
            "evidence": [SPAN],
            "rule": "test",
            **more,
        }

    (inspection,) = GOLD["inspections"]
    return {
        "document": {
            "id": f"sha256:{hashlib.sha256(TEXT.encode()).hexdigest()}",
            "source": "elsewhere.txt",
            "media_type": "text/plain",
            "kind": "news_article",
            "title": None,
            "publisher": None,
            "authors": [],
            "published": "2023-05-04",
            "url": None,
            "language": "en",
            "text": TEXT,
            "blocks": [],
        },
        "sections": [],
        "inspections": [
            {
                "inspectorate": "hmicfrs",
                "framework": None,
                "programme": "peel",
                "body": {
                    "id": None,
                    "name": "Northshire",
                    "type": None,
                    "evidence": [SPAN],
                },
                "inspected_from": None,
                "inspected_to": None,
                "published": None,
                "lead_inspector": None,
                "grades": [
                    grade(
                        gold,
                        basis=gold["basis"],
                        derivation="so" if gold["basis"] == "deduced" else None,
                    )
                    for gold in inspection["grades"]
                ],
                "previous_grades": [
                    grade(gold, when=None) for gold in inspection["previous_grades"]
                ],
                "tallies": [
                    {"grade": "good", "count": 1, "evidence": [SPAN], "rule": "test"}
                ],
            }
        ],
        "quotes": [
            {
                "kind": gold["kind"],
                "text": gold["text"],
                "parts": [SPAN],
                "cue": None,
                "speaker": {
                    "name": gold["speaker"].get("name"),
                    "role": gold["speaker"].get("role"),
                    "organisation": gold["speaker"].get("organisation"),
                    "mention": None,
                    "resolved_by": "cue",
                },
                "section": None,
                "repeats": None,
                "rule": "test",
            }
            for gold in GOLD["quotes"][:2]
        ],
        "issues": [
            {
                "code": "tally_mismatch",
                "severity": "warning",
                "message": "so",
                "evidence": [],
            }
        ],
        "extractor": {"name": "gradewright", "version": "0"},
    }


@pytest.fixture
def validated():
    return lambda content: Record.model_validate_json(json.dumps(content))
