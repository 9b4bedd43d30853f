"""What a line looks like on its own: every cue acts on its examples, and only there."""

import pytest

from pipeline.segment.shapes import Shape, shape_of, statement_in
from pipeline.segment.vocabulary import vocabulary

ACTS = {
    "furniture_lines": Shape.FURNITURE,
    "furniture_openings": Shape.FURNITURE,
    "captions": Shape.CAPTION,
    "not_headings": Shape.NEITHER,
    "questions": Shape.QUESTION,
    "asking": Shape.QUESTION,
    "speaking": Shape.PROSE,
}


def test_every_cue_of_lines_is_tested(known):
    assert known.cues["lines"].keys() == ACTS.keys()


@pytest.mark.parametrize(("name", "shape"), ACTS.items())
def test_a_cue_of_lines_acts_on_its_examples_alone(known, name, shape):
    cue, words = known.cues["lines"][name], vocabulary(known)

    assert {line: shape_of(line, words) for line in cue.examples} == dict.fromkeys(
        cue.examples, shape
    )
    assert shape not in [shape_of(line, words) for line in cue.counterexamples]


def test_statements_are_told_by_their_cues(known):
    words, cues = vocabulary(known), known.cues["statements"]
    yes = [*cues["nouns"].examples, *cues["owners"].examples]
    no = [*cues["nouns"].counterexamples, *cues["vetoes"].examples]

    assert [line for line in yes if not statement_in(line, words)] == []
    assert [line for line in no if statement_in(line, words)] == []


@pytest.mark.parametrize("name", ["before", "after"])
def test_lead_ins_are_told_by_their_cues(known, name):
    cue = known.cues["lists"][name]
    at = str.endswith if name == "before" else str.startswith

    assert cue.examples
    for line in cue.examples:
        assert at(line.casefold(), cue.words)


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Preventing crime - good", Shape.GRADED),
        ("Preventing crime: Requires improvement", Shape.GRADED),
        ("Safe (inadequate)", Shape.GRADED),
        ("Responding to the public - inadequate.", Shape.GRADED),
        ("The force was good", Shape.SHORT),
        ("The force was rated good.", Shape.PROSE),
        ("‘Good’", Shape.CROSS_HEAD),
        ("Good", Shape.GRADE),
        ("Requires improvement:", Shape.GRADE),
        ("Not all good", Shape.GRADED),
    ],
)
def test_a_grade_at_the_end_of_a_line(known, line, shape):
    assert shape_of(line, vocabulary(known)) is shape


@pytest.mark.parametrize("line", ["'" * 5000, "a’s " * 400, "good " * 900, "( " * 4000])
def test_a_long_hostile_line_is_prose(known, line):
    assert shape_of(line.strip(), vocabulary(known)) is Shape.PROSE
