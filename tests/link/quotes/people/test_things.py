"""What "it", "the firm" and a report stand for."""

import pytest

SPEAKERS = {
    "it is the document": (
        "In a report, inspectors from Ofsted wrote: “No.” It added: “It leaked.”",
        (None, "report", "Ofsted"),
    ),
    "a firm named just before": (
        "Goldcrest Care Ltd was told. A spokeswoman for the firm said: “It leaked.”",
        (None, "spokeswoman", "Goldcrest Care Ltd"),
    ),
    "the report that a sentence was about": (
        "The report on it is not kind. It calls it “a place that is set up to fail”.",
        (None, "report", None),
    ),
    "the report that a paragraph accords to": (
        "According to the report it was cold. Staff “never knew who was in”, it says.",
        (None, "report", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_one_named_last_is_meant(speaker, text, expected):
    assert speaker(text) == expected
