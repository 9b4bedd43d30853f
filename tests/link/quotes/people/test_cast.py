"""Who appears: people of one name are one person."""

import pytest

SPEAKERS = {
    "a surname that is a first name as well": (
        "Partner Nadia Hussain came.\n\nDr Hussain said: “We pay.”",
        ("Nadia Hussain", "Partner", None),
    ),
    "a headline with a verb after the name": (
        "Ann Reed Slams Council\n\nAnn Reed was in Saltby.\n\nReed said: “We pay.”",
        ("Ann Reed", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_shorter_name_is_whose_the_full_one_is(speaker, text, expected):
    assert speaker(text) == expected


def test_two_of_one_surname_are_told_apart_by_their_titles(quoted):
    story = (
        "Council leader Gordon Reeve said he was sorry.\n"
        "Director Lorna Reeve, who is not related to him, came in May.\n"
    )

    assert quoted(story + "Ms Reeve said: “It leaked.”")[-1][1] == "Lorna Reeve"


def test_a_couple_speaks_with_both_names(quoted):
    story = (
        "Iain and Rosa Clarke lost a son in 2019.\n"
        "The couple said in a joint statement: “It is a small step.”\n"
        "Mr Clarke added: “Words are cheap.”"
    )

    assert [who for _, who in quoted(story)] == ["Iain and Rosa Clarke", "Iain Clarke"]
