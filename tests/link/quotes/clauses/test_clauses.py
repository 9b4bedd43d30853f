"""The reporting clauses of a story."""

import pytest

STORY = "Ann Reed said it rained and Tom Lo denied it.\n\nAccording to Jo Kerr: no."


def told(found):
    return [(clause.cue.key, clause.source.head.key) for clause in found]


def test_every_cue_in_the_narration_makes_a_clause(clauses):
    assert told(clauses(STORY).all) == [
        ("said", "Ann Reed"),
        ("denied", "Tom Lo"),
        ("according to", "Jo Kerr"),
    ]


def test_a_cue_inside_a_passage_makes_none(clauses):
    assert told(clauses("“He said no,” said Ann Reed.").all) == [("said", "Ann Reed")]


def test_clauses_are_told_by_where_they_stand(clauses):
    found = clauses(STORY)
    second = STORY.index("denied")

    assert told(found.within(0, 0, second)) == [("said", "Ann Reed")]
    assert told([found.last(0, 0)]) == [("denied", "Tom Lo")]
    assert told([found.last(0, 0, second)]) == [("said", "Ann Reed")]
    assert found.last(0, second + 1) is None


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("Ann Reed said no.", False),
        ("“No,” said Ann Reed.", True),
        ("It is cold, according to Ann Reed.", True),
    ],
)
def test_a_subject_after_its_verb_is_inverted(clauses, text, inverted):
    (clause,) = clauses(text).all

    assert (clause.inverted, clause.source.head.key) == (inverted, "Ann Reed")
