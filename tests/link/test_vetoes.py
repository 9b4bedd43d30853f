"""What looks like a grade, a count or a quotation and is none says by which rule."""

import pytest

from pipeline.explain import rule_of
from pipeline.findings import GradeFinding, Vetoed
from pipeline.run import process

PEEL = "peel-2021-22"


@pytest.fixture
def vetoed(said):
    """The vetoes of a text about one force: words, words that forbid, rule, entry."""

    def of(text):
        return [
            (
                text[slice(*found.words)],
                text[slice(*found.by)] if found.by else None,
                found.trace.rule,
                *found.trace.data,
            )
            for found in said(PEEL, text)
            if isinstance(found, Vetoed)
        ]

    return of


def case(text, *expected, id):  # noqa: A002 - pytest's own word
    return pytest.param(text, expected, id=id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "We want to be outstanding at preventing crime.",
            "outstanding", "want", "standing.wish", "cues/vetoes.toml#wish",
            id="a wish",
        ),
        case(
            "It would be inadequate at preventing crime without them.",
            "inadequate", "would be", "standing.condition",
            "cues/vetoes.toml#condition",
            id="a condition",
        ),
        case(
            "Nothing was inadequate.",
            "inadequate", "Nothing", "standing.negation", "cues/vetoes.toml#negation",
            id="a negation",
        ),
        case(
            "Good means that the force meets the standard.",
            "Good", "means that", "standing.definition",
            "cues/vetoes.toml#definition",
            id="a definition",
        ),
        case(
            "Its officers do consistently good things.",
            "good", "consistently", "standing.degree", "cues/vetoes.toml#degree",
            id="a degree",
        ),
        case(
            "There was good work on burglary.",
            "good", "work", "standing.plain_english",
            id="plain English, by grammar alone",
        ),
        case(
            "Neighbouring Ulshire, which shares a helicopter, was rated inadequate.",
            "inadequate", "Neighbouring", "standing.elsewhere",
            "cues/vetoes.toml#elsewhere",
            id="a neighbour's, over an aside",
        ),
        case(
            "The force was rated good.",
            "good", None, "claims.no_overall_grade", f"frameworks/{PEEL}.toml",
            id="a judgement on the whole that the framework does not give",
        ),
    ],
)  # fmt: skip
def test_a_grade_that_does_not_stand_names_what_forbids_it(text, expected, vetoed):
    assert expected in vetoed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "Nationally, inspectors found 12 forces inadequate in three areas.",
            "inadequate in three", "Nationally", "standing.elsewhere",
            "cues/vetoes.toml#elsewhere",
            id="of the whole country",
        ),
        case(
            "The force jumped two grades to good.",
            "two grades to good", None, "tallies.moved_or_out_of",
            id="of steps, not of areas",
        ),
    ],
)  # fmt: skip
def test_a_count_that_is_none_names_what_forbids_it(text, expected, vetoed):
    assert expected in vetoed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The force was rated good at preventing crime.",
        "The force, which helps neighbouring Ulshire, was good at preventing crime.",
    ],
    ids=["plainly", "a neighbour in an aside"],
)
def test_a_grade_that_stands_is_not_vetoed(text, vetoed):
    assert vetoed(text) == []


def test_grades_under_a_heading_that_explains_the_scale_belong_to_nobody():
    record = process(
        "Marlshire Police was rated good at preventing crime by HMICFRS.\n\n"
        "Notes to editors\n\nForces are graded outstanding where all is well.\n"
    )
    (veto,) = record.vetoes

    assert [span.text for span in veto.evidence] == ["outstanding", "Notes to editors"]
    assert veto.trace.data == ["cues/headings.toml#definitions"]


@pytest.mark.parametrize(
    ("text", "rule", "data"),
    [
        (
            'The method, known as "hot debriefing", is rare.',
            "speech.names_a_term",
            "cues/titles.toml#before-a-term",
        ),
        (
            "Inspectors mark each of these four ‘healthy cellar tests’ from good down.",
            "speech.names_a_term",
            "cues/titles.toml#before-a-term",
        ),
        (
            "The inspectors apply all their ‘healthy prison tests’ to a jail.",
            "speech.is_grade",
            "cues/titles.toml#terms",
        ),
        (
            'The book "Sleepless Nights" was on his desk.',
            "speech.is_title",
            "cues/titles.toml#before-a-title",
        ),
        ("It was 'red' on the list.", "turns.unattributed", None),
    ],
)
def test_words_in_marks_that_nobody_says_name_what_forbids_it(text, rule, data):
    (veto,) = process(text).vetoes

    assert (veto.kind, veto.rule) == ("quote", rule)
    assert veto.trace.data == ([data] if data else [])


def test_a_count_takes_its_grade_with_it():
    """What is a tally after all is no vetoed grade."""
    text = (
        "Marlshire Police was inspected by HMICFRS.\n\n"
        "It was 'good' in two areas, 'adequate' in one and 'inadequate' in one.\n"
    )
    record = process(text)

    assert len(record.inspections[0].tallies) == 3
    assert record.vetoes == []


@pytest.mark.parametrize(
    "rule",
    [
        "standing.wish", "standing.choice", "standing.earlier",
        "claims.no_overall_grade",
        "claims.chat", "claims.about_others", "vetoes.of_definitions",
        "speech.is_title",
        "speech.names_a_term", "turns.unattributed", "tallies.before_a_noun",
        "tallies.one_of_many", "tallies.moved_or_out_of", "tallies.stands",
    ],
)  # fmt: skip
def test_the_rule_of_a_veto_is_found_where_it_is_written(rule):
    assert rule_of(rule).sentence


def test_a_grade_names_the_entries_that_it_rests_on(said):
    text = "The force was rated good at preventing crime."
    (grade,) = [f for f in said(PEEL, text) if isinstance(f, GradeFinding)]

    assert grade.trace.data == (
        f"frameworks/{PEEL}.toml#preventing_crime",
        f"frameworks/{PEEL}.toml#good",
    )


def test_an_earlier_grade_names_the_words_that_make_it_earlier(said):
    text = "Preventing crime was rated good, up from inadequate in 2018."
    earlier = [
        f for f in said(PEEL, text)
        if isinstance(f, GradeFinding) and f.when == "2018"
    ]  # fmt: skip

    assert "cues/previous.toml#from" in earlier[0].trace.data


def test_an_area_that_a_later_rule_would_grade_is_told_as_a_rival(said):
    text = (
        "It was inadequate for being safe and responsive, requires improvement "
        "for being effective and well-led and good for being caring."
    )
    told = {
        rival
        for found in said("cqc-saf-2023", text)
        if isinstance(found, GradeFinding) and found.grade == "requires_improvement"
        for rival in found.trace.rivals
    }

    assert (
        "“responsive” by grades.sentence.area_before_grade: "
        "grades.sentence.grade_before_area reads this grade first"
    ) in told
