"""What no record uses, although it holds a grade word or a quotation."""

import pytest

from pipeline.corrections import correct, decision
from pipeline.coverage import possible_misses, sentences
from tests.factories import Text, grade, inspection, marlshire, record, veto


def misses(known, text, *used, framework="peel-2021-22"):
    """Sentences missed in a text of which some words are evidence for a grade."""
    at = Text(text).span
    grades = [grade("preventing_crime", "good", at(words)) for words in used]
    made = record(text, [inspection("Marlshire Police", grades, framework=framework)])
    return [
        (miss.kind, text[slice(*miss.sentence)], miss.near)
        for miss in possible_misses(made, known)
    ]


def test_a_sentence_that_evidence_meets_is_no_miss(known):
    assert misses(known, "Preventing crime was good.", "Preventing crime") == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Leadership was rated good.", True),
        ("It kept its ‘good’ for leadership.", True),
        ("Leadership got the grade of adequate.", True),
        ("Good", True),
        ("A good time was had by all.", False),
    ],
    ids=["rated", "in quotation marks", "grade", "a table's cell", "plain English"],
)
def test_a_grade_word_is_near_a_grade_where_rating_is_spoken_of(known, text, near):
    assert misses(known, text) == [("grade", text, near)]


def test_a_quotation_that_nobody_took_is_a_miss(known):
    text = "“We are not amused,” she said."

    assert misses(known, text) == [("quotation", text, True)]


def test_official_reports_quote_nobody(known):
    made = record("They ask ‘what do we want to achieve?’ often.")
    letter = made.document.model_copy(update={"kind": "inspection_letter"})

    assert len(possible_misses(made, known)) == 1
    assert possible_misses(made.model_copy(update={"document": letter}), known) == []


def test_each_example_of_the_cue_shows_what_it_is_for(known):
    cue = known.cues["coverage"]["rating"]
    found = [
        misses(known, text)[0][2] for text in (*cue.examples, *cue.counterexamples)
    ]

    assert found == [True] * len(cue.examples) + [False] * len(cue.counterexamples)


def test_a_title_of_two_words_in_quotation_marks_is_none(known):
    assert misses(known, "The plan is called “Safer Streets”.") == []


def test_words_are_those_of_the_frameworks_in_force(known):
    assert misses(known, "Leadership was rated excellent.") == []


def test_a_programme_without_grades_is_searched_for_all_of_them(known):
    ungraded = next(each.slug for each in known.frameworks.values() if not each.scale)
    text = "It was seen on Monday. Services were judged good before."

    assert misses(known, text, framework=ungraded) == [
        ("grade", "Services were judged good before.", True)
    ]


def test_without_an_inspection_only_near_ones_are_listed(known):
    text = "It was a good day. The goalkeeper was rated outstanding."
    found = possible_misses(record(text), known)

    assert [text[slice(*miss.sentence)] for miss in found] == [
        "The goalkeeper was rated outstanding."
    ]


def test_what_a_rule_did_not_take_is_told_from_what_nothing_answered(known):
    text = "We want to be rated good. Leadership was rated good."
    wish = veto(Text(text).span("good"), Text(text).span("want"))
    made = record(text, [inspection("Marlshire Police")], vetoes=[wish])

    assert [miss.vetoes for miss in possible_misses(made, known)] == [(wish,), ()]


def test_a_grade_of_another_cycle_is_missed_beside_what_is_used(known):
    text = "It is good for effectiveness, a report of 14 March said."
    at = Text(text).span
    dropped = veto(at("good")).model_copy(update={"rule": "claims.of_another_cycle"})
    grades = [grade("preventing_crime", "good", at("14 March"))]
    made = record(text, [inspection("Marlshire Police", grades)], vetoes=[dropped])

    (miss,) = possible_misses(made, known)
    assert (miss.near, miss.hits, miss.vetoes) == (True, ((6, 10),), (dropped,))


def test_any_other_veto_beside_what_is_used_is_no_miss(known):
    text = "We want to be rated good for leadership, a report of 14 March said."
    at = Text(text).span
    wish = veto(at("good"), at("want"))
    grades = [grade("preventing_crime", "good", at("14 March"))]
    made = record(text, [inspection("Marlshire Police", grades)], vetoes=[wish])

    assert possible_misses(made, known) == []


@pytest.mark.parametrize("value", ["adequate", None], ids=["put right", "taken out"])
def test_what_a_person_has_put_right_is_no_miss(known, value):
    cell, who = "marlshire/preventing_crime", {"reason": "no", "reviewer": "A. Reader"}
    made = marlshire()
    corrected, _ = correct(made, [decision(made, cell, value, **who)], known)

    assert possible_misses(corrected, known) == possible_misses(made, known)


def test_headings_and_furniture_are_no_sentences_of_the_story(known):
    text = "Rated inadequate"
    block = Text(text).blocks()[0].model_copy(update={"type": "heading"})

    assert possible_misses(record(text, blocks=[block]), known) == []


def test_in_an_article_the_neighbour_is_left(known):
    made = marlshire()

    assert [
        made.document.text[slice(*miss.sentence)]
        for miss in possible_misses(made, known)
    ] == ["Neighbouring Lunnshire Police was rated outstanding."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("“One.” Two.", ["“One.”", "Two."]),
        ("It is 3.5 miles. Yes.", ["It is 3.5 miles.", "Yes."]),
        ("One\n\nTwo", ["One", "Two"]),
        ("", []),
    ],
    ids=["marks", "a closing mark belongs", "decimals", "blocks", "empty"],
)
def test_sentences_end_at_marks_and_blocks(text, expected):
    assert expected == [text[slice(*each)] for each in sentences(record(text))]
