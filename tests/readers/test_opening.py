"""The lines over the story of a plain text, where nothing marks them."""

import pytest

from pipeline import knowledge
from pipeline.readers import read_text

CUES = knowledge.load().cues["bylines"]["no_headline"]
STORY = "Ashmoor School has been told to improve by inspectors who called in May."
HEADLINE = "Village school told to improve its teaching"


def meta(*lines):
    return read_text("\n\n".join([*lines, STORY, STORY]), "<test>").meta


@pytest.mark.parametrize(
    "lines",
    [
        [HEADLINE],
        [HEADLINE, "By Anna Field"],
        ["Vale Post", HEADLINE, "3 May 2024"],
        ["Vale Council", "News > Schools", "Published 3 May 2024", HEADLINE],
        ["THE VALE POST, 3 May 2024, page 5", HEADLINE],
        [" date 2024-05-03 " + HEADLINE],
    ],
    ids=["alone", "byline", "paper and day", "menu", "masthead", "scraper's header"],
)
def test_a_headline_is_the_one_line_that_can_be_it(lines):
    found = meta(*lines)

    assert found.title == HEADLINE
    (evidence,) = found.origins["title"].evidence
    assert evidence.end - evidence.start == len(HEADLINE)


LIST = ["Safety: Poor", "Respect - Reasonably good", "Rehabilitation – Good"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Vale prison: the ratings at a glance", *LIST], 0),
        (["3 May 2024", "Vale prison: the ratings at a glance", *LIST], 1),
        (["Vale prison: the ratings at a glance", *LIST[:2]], None),
        (LIST, None),
    ],
    ids=["a list below", "a day above", "two lines are no list", "only a list"],
)
def test_a_headline_may_stand_over_a_list(lines, title):
    found = read_text("\n".join(lines), "<test>").meta.title

    assert found == (None if title is None else lines[title])


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["A school was told to improve."],
        [HEADLINE, "Parents say they are not surprised"],
        ["Office of the Police and Crime Commissioner for the Vale"],
        ["VILLAGE SCHOOL TOLD TO IMPROVE"],
        ["Told to improve"],
        ["The schools that were inspected in May:"],
        [f"{HEADLINE}, say inspectors " + "who came again and again " * 6],
    ],
    ids=[
        "no line",
        "a sentence",
        "two that can be it",
        "a name",
        "capitals may be a paper's name",
        "too short",
        "a lead-in",
        "too long",
    ],
)
def test_what_may_be_something_else_is_no_headline(lines):
    assert meta(*lines).title is None


@pytest.mark.parametrize("line", CUES.examples)
def test_the_papers_own_lines_are_none(line):
    assert meta(line).title is None


def test_lines_without_a_story_have_no_headline():
    text = "\n\n".join([HEADLINE, "Teaching - good", "Leadership - good"] * 4)

    assert read_text(text, "<test>").meta.title is None


def test_the_byline_over_a_story_names_its_author():
    found = meta(HEADLINE, "By Anna Field, Local Democracy Reporter")

    assert found.authors == ("Anna Field",)
    (evidence,) = found.origins["authors"].evidence
    assert evidence.start == len(HEADLINE) + 2
