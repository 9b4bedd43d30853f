"""Where the parts of a sentence begin and end."""

import pytest

from pipeline.link.quotes.clauses.stretches import Stretches


@pytest.fixture
def stretches(story):
    def of(text):
        return Stretches(story(text))

    return of


def test_commas_in_brackets_part_nothing(stretches):
    text = "Ann Reed, head (of maths, and art) of Ford, "
    chunks = stretches(text).chunks(0, len(text))

    assert [text[start:end].strip() for start, end in chunks] == [
        "Ann Reed",
        "head (of maths, and art) of Ford",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Reed quietly said", "Ann Reed"),
        ("Ann Reed has also said", "Ann Reed"),
        ("Ann Reed (Lab, Ford) said", "Ann Reed"),
        ("Ann Reed said", "Ann Reed"),
        ("Kelly said", "Kelly"),
    ],
    ids=["an adverb", "an auxiliary", "a bracket", "nothing", "a name is no adverb"],
)
def test_what_may_stand_before_a_verb_is_no_subject(stretches, text, subject):
    end = stretches(text).without_adverbs(0, text.index("said"))

    assert text[:end] == subject


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("It rained and Ann Reed", "Ann Reed"),
        ("In May, it rained; Ann Reed", "Ann Reed"),
        ("Ann Reed and Tom Lo", "Ann Reed and Tom Lo"),
        ("It rained after the end", "It rained after the end"),
        ("It rained after Ann Reed", "Ann Reed"),
    ],
    ids=[
        "after a conjunction",
        "after a hard stop",
        "an and that joins two names",
        "a preposition before a thing",
        "a preposition before a name",
    ],
)
def test_a_clause_begins_after_what_joins_it(stretches, text, clause):
    assert text[stretches(text).clause_start(0, len(text)) :].strip() == clause


@pytest.mark.parametrize(
    ("chunk", "introduces"),
    [
        ("On Friday", True),
        ("Speaking in Leeds", True),
        ("Last night the Ford Trust", False),
        ("The head", False),
        ("Furious Ann Reed", False),
        ("But the head", False),
    ],
)
def test_an_introduction_has_no_subject(stretches, chunk, introduces):
    assert stretches(chunk).introduces(0, len(chunk)) is introduces
