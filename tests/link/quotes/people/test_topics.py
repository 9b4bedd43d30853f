"""Of whom a text tells before it says he, she or they."""

import pytest

NEWLY_NAMED = {
    "a first name and an age": (
        "Year 9 pupil Oluwatobi, 14, likes it. “We get soup,” he said.",
        "Oluwatobi",
    ),
    "a first name that is not the real one": (
        "Kaylum (not his real name) lives there. “We get soup,” he said.",
        "Kaylum",
    ),
    "a first name and who is of what age": (
        "Kaylum, who’s 14, lives there. “We get soup,” he said.",
        "Kaylum",
    ),
    "from whom a document came": (
        "The best review came from Alfie in the queue. “We get soup,” he said.",
        "Alfie",
    ),
    "a paper of her own": (
        "Ann Reed has written to us. Her letter says: “We get soup.”",
        "Ann Reed",
    ),
    "nobody is nobody": (
        "Ann Reed spoke. No patient is said to have left.\n\nShe said: “We get soup.”",
        "Ann Reed",
    ),
    "another of the same kind": (
        "Mum Ann Reed left.\n\nThen it rained.\n\nAnother mum said: “We get soup.”",
        "mum",
    ),
    "a description that nobody has listed": (
        "The weather eye of the Gull Trust, Ann Reed, said: “We get soup.”",
        "Ann Reed",
    ),
    "a father of twins": ("Dad-of-twins Tom Lo said: “We get soup.”", "Tom Lo"),
    "the chief constable is no assistant": (
        (
            "Chief Constable Ann Reed left Assistant Chief Constable Tom Lo to it.\n\n"
            "The chief constable said: “We get soup.”"
        ),
        "Ann Reed",
    ),
    "whose patients said so": (
        "Inspectors said that patients said it was cold. But they added: “Soup helps.”",
        "Inspectors",
    ),
    "the only group of the sentence": (
        "It closed after inspectors met what they called “a soup without a spoon”.",
        "inspectors",
    ),
}


@pytest.mark.parametrize(("text", "name"), NEWLY_NAMED.values(), ids=NEWLY_NAMED)
def test_the_speaker_is_whoever_the_sentences_before_are_about(quoted, text, name):
    others = "Zoe Abel said: “No.” Zak Abel said: “Yes.”\n\n"

    assert quoted(others + text)[-1][1] == name


SPEAKERS = {
    "whoever was rung, not who rang": (
        "I rang the head, Tom Reed, to ask how he was.\n\n“I am well,” he said.",
        ("Tom Reed", "head", None),
    ),
    "the one told of, not where he lives": (
        "It is a fear that Tom Reed, in Mill Row, has too.\n\n“I rang,” he said.",
        ("Tom Reed", None, None),
    ),
    "somebody without a name is told of": (
        "Ann Reed is head.\n\nInspectors met a pupil who rows. “I row,” she said.",
        (None, "pupil", None),
    ),
    "where somebody is named she is meant": (
        "Ann Reed is head.\n\nThey told Ann Reed of a girl who rows. “I do,” she said.",
        ("Ann Reed", None, None),
    ),
    "the subject of the sentence before": (
        "Ann Reed is head. The inspector liked the hens. “They shine,” he writes.",
        (None, "inspector", None),
    ),
    "one among them": (
        (
            "Families were called in. Among them was Tom Lo, whose mum lives there.\n\n"
            "“You lie awake at night,” he said."
        ),
        ("Tom Lo", None, None),
    ),
    "he is whom I went to see": (
        (
            "Your Mouse has read it.\n\nI went to see Dr Paresh Venn, who has been "
            "senior partner since Dr Orme retired. He didn't duck it.\n\n“The letters "
            "keep me awake,” he told me."
        ),
        ("Paresh Venn", "senior partner", None),
    ),
    "he is whom my favourite review came from": (
        (
            "Our chair, Tom Leary, said: “You did this.”\n\nMy favourite review came "
            "from Alfie in Year 1, who stopped me by the pegs. “Are we allowed to be "
            "naughty now?” he asked."
        ),
        ("Alfie", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_sentence_is_about_its_subject_or_whom_it_tells_of(speaker, text, expected):
    assert speaker(text) == expected
