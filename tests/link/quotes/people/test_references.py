"""Sources become speakers in the order of the text."""

import pytest

from pipeline.run import quotes

REFERENCES = {
    "a surname": ("Ms Kerr said: “It leaked.”", "Anna Kerr", "surname"),
    "a title and a surname": ("Cllr Kerr said: “It leaked.”", "Anna Kerr", "surname"),
    "a pronoun": ("She said: “It leaked.”", "Anna Kerr", "pronoun"),
    "an office": ("The council leader said: “It leaked.”", "Anna Kerr", "cue"),
    "a paragraph of its own": ("“It leaked.”", "Anna Kerr", "adjacent"),
    "a statement's heading": (
        "Anna Kerr's statement in full\n\n“It leaked.”",
        "Anna Kerr",
        "heading",
    ),
    "an announced statement": (
        "Statement from the council leader:\n\n“It leaked.”",
        "Anna Kerr",
        "heading",
    ),
    "another gender": ("He said: “It leaked.”", None, "pronoun"),
    "another surname": ("Ms Reed said: “It leaked.”", "Reed", "surname"),
}


@pytest.mark.parametrize(
    ("later", "name", "resolved_by"), REFERENCES.values(), ids=REFERENCES
)
def test_a_later_mention_is_resolved_to_the_full_name(later, name, resolved_by):
    story = "Council leader Anna Kerr said she was sorry for what had happened.\n\n"

    quote = quotes(story + later)[-1]

    assert (name, resolved_by) == (quote.speaker.name, quote.speaker.resolved_by)


SPEAKERS = {
    "whoever is named only afterwards": (
        "Months after he called it “a barn with a chapel”, governor Tom Lo came back.",
        ("Tom Lo", "governor", None),
    ),
    "the optician of so many years": (
        "Ann Reed was cross. “It failed us,” said the 43-year-old optician.",
        ("Ann Reed", None, None),
    ),
    "a letter of whoever wrote it": (
        "The chair of trustees wrote to staff. “You did it,” the letter began.",
        (None, "chair of trustees", None),
    ),
    "who asks is not who answers": (
        "Ann Reed spoke. Asked by Abdi Lo if it would, she replied: “Ask me.”",
        ("Ann Reed", None, None),
    ),
    "told of is not telling": (
        "Inspector Ann Reed said one woman had called.\n\n“It leaked,” she said.",
        ("Ann Reed", "Inspector", None),
    ),
    "they are the inspectors": (
        "Inspectors who came in May were pleased. They said it was “a calm school”.",
        (None, "Inspectors", None),
    ),
    "they are the inspectors of the same sentence": (
        (
            "It was graded inadequate after inspectors came across what they called “a "
            "queue of unread referrals”."
        ),
        (None, "inspectors", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_spoke_last_is_remembered(speaker, text, expected):
    assert speaker(text) == expected
