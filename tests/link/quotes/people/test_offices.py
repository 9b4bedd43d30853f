"""Whose an office is where the text leaves it out."""

import pytest

from pipeline import knowledge, process
from pipeline.link.quotes.people.offices import _posts

KNOWN = knowledge.load()


def rows(field):
    return [
        pytest.param(name.removeprefix("of-"), text, id=f"{name}: {text}")
        for name, cue in KNOWN.cues["offices"].items()
        for text in getattr(cue, field)
    ]


@pytest.mark.parametrize(("whose", "role"), rows("examples"))
def test_an_office_is_told_by_its_words(whose, role):
    assert _posts(KNOWN)[whose].search(role)


@pytest.mark.parametrize(("whose", "role"), rows("counterexamples"))
def test_other_words_tell_another_office_or_none(whose, role):
    assert not _posts(KNOWN)[whose].search(role)


STORY = "{} graded {}, it was announced. It is good at {}.\n\n“We missed it,” {} said."


@pytest.mark.parametrize(
    ("by", "body", "role", "organisation"),
    [
        ("HMICFRS", "Northshire Police", "the chief constable", "Northshire Police"),
        ("HMICFRS", "Northshire Police", "the chief fire officer", None),
        ("HMICFRS", "Northshire Police", "inspectors", "HMICFRS"),
        ("HMICFRS", "Northshire Police", "a planning inspector", None),
        ("HMICFRS", "Northshire Police", "the crime commissioner", "Northshire"),
    ],
    ids=[
        "an office of such a body",
        "of another type of body",
        "of those who inspect",
        "of other inspectors",
        "of the area, not of the force",
    ],
)
def test_an_unnamed_office_belongs_to_whom_the_story_is_about(
    by, body, role, organisation
):
    record = process(STORY.format(by, body, "preventing crime", role))

    assert [quote.speaker.organisation for quote in record.quotes] == [organisation]


def test_a_post_of_one_inspectorate_is_its(speaker):
    said = "Chief Inspector of Prisons Ann Reed said: “It leaked.”"

    assert speaker(said) == ("Ann Reed", "Chief Inspector of Prisons", "HMI Prisons")
