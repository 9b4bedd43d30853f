"""The noun phrase beside a cue."""

import pytest

SPEAKERS = {
    "a relative clause": (
        "It was Nina Kerr who said: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "an aside between dashes": (
        "Superintendent Raj Thandi – who leads the team – said: “It leaked.”",
        ("Raj Thandi", "Superintendent", None),
    ),
    "a day before the subject": (
        "Today Ann-Lise Reed, the trust's chief nurse, said: “It leaked.”",
        ("Ann-Lise Reed", "chief nurse", None),
    ),
    "a night before an organisation that a clause describes": (
        "Last night the Vale Schools Trust, which runs it, said: “It leaked.”",
        (None, None, "Vale Schools Trust"),
    ),
    "a year before the verb": (
        "The mother of a man who died there in 2023 said it was “what I told them”.",
        (None, "mother", None),
    ),
    "a predicate before a second verb": (
        "The head, Ann Reed, was too busy with SATs to talk but did send this: “No.”",
        ("Ann Reed", "head", None),
    ),
    "a clause with a subject of its own after which": (
        "The council apologised for delays, which midwife Ann Reed labelled “a mess”.",
        ("Ann Reed", "midwife", None),
    ),
    "somebody whose remarks are called so": (
        "Nina Kerr, who left, called Mr Reed's remarks on Saturday “a true disgrace”.",
        ("Nina Kerr", None, None),
    ),
    "a document that a clause describes": (
        "Lowick School was named in the report, which said it was “never safe”.",
        (None, "report", None),
    ),
    "a thing to which something goes": (
        "The mill will pass to the diocese, which said it would “listen to all first”.",
        (None, "diocese", None),
    ),
    "where it was said is not who said it": (
        "The MP for Saltby, Sir Tom Lo, took to Facebook to say: “We pay.”",
        ("Tom Lo", "MP", "Saltby"),
    ),
    "who after an office": (
        "It was Sam Tull, secretary of the Saltby branch, who said: “We pay.”",
        ("Sam Tull", "secretary", "Saltby branch"),
    ),
    "a message after and": (
        "Ann Reed won.\n\nAnd she had a message for parents: “Bear with us.”",
        ("Ann Reed", None, None),
    ),
    "a name with a place after and": (
        "And Ann Reed in accounts, who was there, told me: “It rains in.”",
        ("Ann Reed", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_subject_stands_before_its_verb_or_after_it(speaker, text, expected):
    assert speaker(text) == expected
