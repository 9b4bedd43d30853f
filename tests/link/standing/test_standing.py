"""What takes a grade its force is data, and every entry acts on its own examples."""

import pytest

from pipeline import knowledge
from pipeline.findings import GradeFinding, TallyFinding, Tense

FRAMEWORKS = ("peel-2021-22", "schools-eif-2019-2024", "cqc-saf-2023")
KNOWN = knowledge.load()


def cases(file, field):
    return [
        pytest.param(text, id=f"{name}: {text}")
        for name, cue in KNOWN.cues[file].items()
        for text in getattr(cue, field)
    ]


@pytest.fixture
def tenses(said):
    """The tenses of all grades that a text states under any of the frameworks."""

    def of(text):
        return {
            finding.tense if isinstance(finding, GradeFinding) else Tense.CURRENT
            for framework in FRAMEWORKS
            for finding in said(framework, text)
            if isinstance(finding, GradeFinding)
            or (isinstance(finding, TallyFinding) and finding.grade)
        }

    return of


@pytest.mark.parametrize("text", cases("vetoes", "examples"))
def test_where_a_veto_acts_no_grade_is_stated(text, tenses):
    assert Tense.CURRENT not in tenses(text)


@pytest.mark.parametrize("text", cases("vetoes", "counterexamples"))
def test_where_its_words_mean_something_else_the_grade_stands(text, tenses):
    assert Tense.CURRENT in tenses(text)


@pytest.mark.parametrize("text", cases("previous", "examples"))
def test_an_earlier_grade_is_told_by_its_words(text, tenses):
    assert Tense.PREVIOUS in tenses(text)


@pytest.mark.parametrize("text", cases("previous", "counterexamples"))
def test_the_same_words_elsewhere_leave_the_grade_current(text, tenses):
    assert tenses(text) == {Tense.CURRENT}


@pytest.mark.parametrize("name", ["verbal", "in_capitals"])
def test_a_cue_of_grades_acts_on_its_examples_alone(tenses, name):
    cue = KNOWN.cues["grading"][name]

    assert [tenses(text) for text in cue.examples] == [{Tense.CURRENT}]
    assert not any(map(tenses, cue.counterexamples))


VERBS = ("giving_verb", "finding_verb", "holding_verb", "moving_verb")


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_gives_a_grade_and_leaves_plain_english_alone(tenses, name):
    cue = KNOWN.cues["grading"][name]

    assert all(map(tenses, cue.examples))
    assert not any(map(tenses, cue.counterexamples))


@pytest.mark.parametrize("name", ["now", "glad_of_now"])
def test_what_is_of_now_is_no_earlier_grade(tenses, name):
    cue = KNOWN.cues["grading"][name]

    assert all(Tense.CURRENT in tenses(text) for text in cue.examples)
    assert not any(Tense.CURRENT in tenses(text) for text in cue.counterexamples)


def test_a_month_is_passed_over(tenses):
    assert tenses("It was rated inadequate in May 2018.") == {Tense.PREVIOUS}


def test_a_list_without_end_is_no_sentence(said):
    text = "It was rated good for " + "responding to the public, " * 5000

    assert said("peel-2021-22", text) == []


@pytest.mark.parametrize(
    ("name", "tense"),
    [
        ("lasting", Tense.CURRENT),
        ("visit", Tense.CURRENT),
        ("once_more", Tense.CURRENT),
        ("inspecting", Tense.PREVIOUS),
        ("has_gone", Tense.PREVIOUS),
    ],
)
def test_words_of_a_time_say_when_a_grade_was_given(tenses, name, tense):
    cue = KNOWN.cues["tenses"][name]

    assert cue.examples
    assert all(tense in tenses(text) for text in cue.examples)
    assert not any(tense in tenses(text) for text in cue.counterexamples)
