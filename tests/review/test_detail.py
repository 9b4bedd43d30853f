"""A document as it is opened: where its words stand."""

from pipeline.review.payload import Index, take
from tests.factories import Text, grade, inspection, record


def test_offsets_count_utf16_units_as_browsers_do(known):
    text = "🚓🚓 Marlshire Police"
    made = record(text, [inspection(Text(text).span("Marlshire Police"))])
    drawn = take(made, known, Index())["cells"]
    (cell,) = (cell for cell in drawn if cell["kind"] == "body")
    start, end, *_ = cell["spans"][0]
    units = text.encode("utf-16-le")

    assert units[2 * start : 2 * end].decode("utf-16-le") == "Marlshire Police"


def test_the_grades_own_words_are_told_from_longer_ones(known):
    text = "Preventing crime\tInadequate\tAdequate"
    good = grade("preventing_crime", "adequate", Text(text).span(text))
    drawn = take(record(text, [inspection("Marlshire", [good])]), known, Index())
    (cell,) = (cell for cell in drawn["cells"] if cell["kind"] == "grade")

    assert [text[slice(*extent)] for extent in cell["labels_at"]] == ["Adequate"]


def test_the_grade_is_shown_wherever_its_evidence_says_it(known):
    text = "Inadequate at preventing crime. Preventing crime: inadequate."
    at = Text(text).span
    spans = at("Preventing crime: inadequate"), at("Inadequate at preventing crime")
    made = [grade("preventing_crime", "inadequate", *spans)]
    drawn = take(record(text, [inspection("Marlshire", made)]), known, Index())
    (cell,) = (cell for cell in drawn["cells"] if cell["kind"] == "grade")

    assert [text[slice(*extent)] for extent in cell["labels_at"]] == [
        "inadequate",
        "Inadequate",
    ]
