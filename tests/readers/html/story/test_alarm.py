"""text_dropped: precise, or nobody will read it."""

from types import SimpleNamespace

import pytest

from pipeline.document import BlockType
from pipeline.issues import Code
from pipeline.readers.html.story.alarm import alarms

GRADED = "<p>Safe – inadequate</p><p>Caring – good</p>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<aside>{GRADED}</aside>",
        f"<div style='display:none'>{GRADED}</div>",
    ],
    ids=["grades in an aside", "grades that open on a click"],
)
def test_lost_grades_raise_the_alarm_with_an_excerpt(page, markup):
    (issue,) = page(markup).issues
    assert issue.code is Code.TEXT_DROPPED
    assert "Safe – inadequate" in issue.message


@pytest.mark.parametrize(
    "markup",
    [
        "",
        GRADED,
        "<p>READ MORE: 'Inadequate' bus service leaves “many people” stranded</p>",
        "<aside><p>Most read: the ‘outstanding’ chippy</p></aside>",
        "<div class='comments'><p>Safe – inadequate</p><p>Caring – good</p></div>",
        "<nav><p>Safe – inadequate</p><p>Caring – good</p></nav>",
        "<ul><li><a>Safe – inadequate</a><li><a>Caring – good</a></ul>",
    ],
    ids=[
        "nothing lost",
        "grades in the text",
        "a pointer",
        "another story's word",
        "comments",
        "navigation",
        "links",
    ],
)
def test_what_is_left_out_on_purpose_does_not(page, markup):
    assert page(markup).issues == ()


def test_a_lost_mark_that_never_closes_is_passed_over_at_once(known):
    """In minutes, if words after the mark were told apart in more than one way."""
    texts = ["It was good.", f"“{'a ' * 5_000}", "It is so still."]
    story = SimpleNamespace(
        candidates=[
            SimpleNamespace(type=BlockType.PARAGRAPH, around=0, text=text, link_share=0)
            for text in texts
        ],
        keep=[True, False, True],
        left_out=[False] * 3,
        outside=[False] * 3,
        graded_runs=[],
    )
    assert list(alarms(story, known)) == []


def test_other_homes_and_their_grades_are_no_lost_areas(page):
    homes = "<li>The Limes, Marl: Good</li><li>Fen Lodge, Ebb: Inadequate</li>"
    document = page("", after=f"<aside><ul>{homes}</ul></aside>")

    assert document.issues == ()
