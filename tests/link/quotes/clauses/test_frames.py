"""On which side of a passage the clause stands that governs it."""

import pytest

from pipeline.link.quotes.clauses.frames import Frames

SPEAKERS = {
    "two clauses, the outer one": (
        "Nina Kerr said she hoped it was “not too late for them”.",
        ("Nina Kerr", None, None),
    ),
    "according to": (
        "The cellar was “a tinder box”, according to Nina Kerr.",
        ("Nina Kerr", None, None),
    ),
    "a clause with as after the words": (
        "The cellar was a “tinder box for us all”, as Nina Kerr put it.",
        ("Nina Kerr", None, None),
    ),
    "how somebody put it": (
        "“It failed us all,” was how the chair, Cllr Tom Lo (Ind, Mill Row), put it.",
        ("Tom Lo", "chair", None),
    ),
    "how somebody describes it": (
        "“A wake-up call” is how Dr Lund, the medical director, described it.",
        ("Lund", "medical director", None),
    ),
    "a verb nobody listed": (
        "“It leaked,” Nina Kerr riffed.",
        ("Nina Kerr", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_clause_beside_it_governs_a_passage(speaker, text, expected):
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("“It leaked,” said Ann Reed.", "after"),
        ("Ann Reed said: “It leaked.”", "before"),
        ("It was “too damp for us” then, Ann Reed said.", "around"),
        ("It was “too damp for us” then. Ann Reed said no.", None),
    ],
)
def test_a_clause_governs_from_one_side(clauses, text, side):
    found = clauses(text)
    frames, (passage,) = Frames(found.story, found), found.story.passages
    sides = {"after": frames.after, "before": frames.before, "around": frames.around}

    assert [name for name, of in sides.items() if of(passage)] == [side][: bool(side)]
